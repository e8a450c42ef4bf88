//! Refuses files whose streams unpack to too much, before anything of them is held in memory.

use std::io::{Read, Result};

use flate2::read::ZlibDecoder;

use super::super::{Limits, Reason};

/// So much is never refused.
const GRACE: u64 = 64 << 20;
/// Packed streams inside packed streams.
const DEEPEST: u32 = 3;

/// Unpacks every packed stream and counts.
///
/// # Errors
/// When there is more than the limits allow.
pub(super) fn check(bytes: &[u8], limits: &Limits) -> std::result::Result<(), Reason> {
    let mut left = (bytes.len() as u64).saturating_mul(limits.ratio).saturating_add(GRACE).min(limits.total);
    let mut at = 0;
    while let Some(n) = find(&bytes[at..], b"stream") {
        at += n + 6;
        let data =
            bytes[at..].strip_prefix(b"\r\n").or_else(|| bytes[at..].strip_prefix(b"\n")).unwrap_or(&bytes[at..]);
        if !is_packed(data) {
            continue;
        }
        let mut packed = Counted { bytes: data, n: 0 };
        count(&mut packed, &mut left, 0).map_err(|()| Reason::Bomb { limit: limits.ratio })?;
        at += packed.n;
    }
    Ok(())
}

/// Takes what a stream unpacks to from what is left.
fn count(packed: &mut dyn Read, left: &mut u64, depth: u32) -> std::result::Result<(), ()> {
    let mut unpacked = ZlibDecoder::new(packed);
    let mut block = [0; 16 << 10];
    let Ok(n) = unpacked.read(&mut block) else { return Ok(()) };
    *left = left.checked_sub(n as u64).ok_or(())?;
    if depth < DEEPEST && is_packed(&block[..n]) {
        let mut inner = block[..n].chain(unpacked);
        return count(&mut inner, left, depth + 1);
    }
    loop {
        // What is damaged ends there.
        match unpacked.read(&mut block) {
            Ok(0) | Err(_) => return Ok(()),
            Ok(n) => *left = left.checked_sub(n as u64).ok_or(())?,
        }
    }
}

/// Whether the head of zlib stands here.
fn is_packed(bytes: &[u8]) -> bool {
    matches!(bytes, [head, flags, ..] if head & 15 == 8 && head >> 4 < 8 && (u16::from(*head) << 8 | u16::from(*flags)) % 31 == 0)
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let mut at = 0;
    while let Some(n) = bytes[at..].iter().position(|&b| b == wanted[0]) {
        at += n;
        if bytes[at..].starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// Tells how much was read.
struct Counted<'a> {
    bytes: &'a [u8],
    n: usize,
}

impl Read for Counted<'_> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        let n = into.len().min(self.bytes.len() - self.n).min(4096);
        into[..n].copy_from_slice(&self.bytes[self.n..self.n + n]);
        self.n += n;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut to = ZlibEncoder::new(Vec::new(), Compression::default());
        to.write_all(bytes).unwrap();
        to.finish().unwrap()
    }

    #[test]
    fn streams_that_unpack_to_too_much_are_refused() {
        let file = |inner: &[u8]| [b"%PDF-1.7 1 0 obj <<>> stream\r\n", inner, b"\nendstream"].concat();
        let once = packed(&vec![0; 100 << 20]);
        let twice = packed(&once);
        let limits = Limits::default();
        assert_eq!(check(&file(&once), &limits), Err(Reason::Bomb { limit: 200 }));
        assert_eq!(check(&file(&twice), &limits), Err(Reason::Bomb { limit: 200 }));
        assert_eq!(check(&file(&packed(&vec![0; 1 << 20])), &limits), Ok(()));
        assert_eq!(check(&file(b"x\x9cnothing of it"), &limits), Ok(()));
    }
}
