//! Links that carry a bundle in their fragment (`docs/bundle.md`): raw deflate in base64 with the letters of addresses.

use std::io::{Read, Write};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

const MARK: &str = "#bundle=";
/// Characters of a link, at most.
const MOST_CHARS: usize = 2_000_000;
/// Bytes that it may unfold to, at most.
const MOST_BYTES: u64 = 16 << 20;

/// The link of a bundle on a page.
pub(super) fn to_link(bundle: &[u8], page: &str) -> Result<String, String> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    let packed = encoder.write_all(bundle).and_then(|()| encoder.finish()).map_err(|error| error.to_string())?;
    let page = page.split('#').next().unwrap_or_default();
    let link = format!("{page}{MARK}{}", URL_SAFE_NO_PAD.encode(packed));
    if link.len() > MOST_CHARS {
        return Err(format!(
            "the link would have {} characters, at most {MOST_CHARS}; print a file instead",
            link.len()
        ));
    }
    Ok(link)
}

/// The bundle in a link; nothing if it is no such link.
pub(super) fn from_link(link: &str) -> Option<Result<Vec<u8>, String>> {
    let packed = &link[link.find(MARK)? + MARK.len()..];
    if packed.len() > MOST_CHARS {
        return Some(Err(format!("the link has more than {MOST_CHARS} characters")));
    }
    let damaged = |_| "the link is damaged; perhaps it was cut".to_owned();
    let unfold = |packed: Vec<u8>| {
        let mut out = Vec::new();
        DeflateDecoder::new(packed.as_slice()).take(MOST_BYTES + 1).read_to_end(&mut out).map_err(|_| ()).map(|_| out)
    };
    let bundle = URL_SAFE_NO_PAD.decode(packed.trim_end_matches('=')).map_err(|_| ()).and_then(unfold).map_err(damaged);
    Some(bundle.and_then(|out| {
        let is_large = out.len() as u64 > MOST_BYTES;
        if is_large { Err(format!("the link unfolds to more than {MOST_BYTES} bytes")) } else { Ok(out) }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out() {
        let bundle = "{\"schema\":\"langkinh-bundle/1\"}\n".repeat(40);
        let link = to_link(bundle.as_bytes(), "https://a.vn/x?y=1#old").unwrap();
        assert!(link.starts_with("https://a.vn/x?y=1#bundle=") && link.len() < 120, "{link}");
        assert_eq!(from_link(&link).unwrap().unwrap(), bundle.as_bytes());
        assert!(from_link("https://a.vn/#/years").is_none());
    }

    #[test]
    fn what_is_damaged_or_too_large_is_refused() {
        let said = |link: &str| from_link(link).unwrap().unwrap_err();
        assert!(said("#bundle=%%%").contains("damaged"));
        assert!(said("#bundle=AAAA").contains("damaged"));
        assert!(said(&format!("#bundle={}", "A".repeat(2_000_001))).contains("characters"));
        let bomb = to_link(&vec![b' '; 20 << 20], "").unwrap();
        assert!(bomb.len() < 40_000 && said(&bomb).contains("unfolds"));
    }
}
