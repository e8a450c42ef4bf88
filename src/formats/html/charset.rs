//! In which encoding a page is written: what it says of itself, where the bytes do not say better.

use crate::formats::{Reason, Settings};
use crate::ingest::{Decoded, Encoding, decode, decode_as};

/// Bytes in which a page names its encoding.
const HEAD: usize = 4096;

/// The bytes as text. What the reader names goes first; then what the bytes are by themselves (UTF-8, UTF-16); then what
/// the page says. Pages in TCVN3 or VNI say that they are Latin-1, so that says nothing.
pub(crate) fn decoded(bytes: &[u8], settings: &Settings, stated: Option<&str>) -> Result<Decoded, Reason> {
    if let Some(encoding) = settings.encoding {
        return Ok(decode_as(bytes, encoding)?);
    }
    let is_utf8 = str::from_utf8(bytes).is_ok();
    let named = stated.map(str::to_owned).or_else(|| named(bytes));
    let said = named.as_deref().and_then(Encoding::named);
    match said {
        Some(encoding @ (Encoding::Windows1258 | Encoding::Viscii | Encoding::Tcvn3 | Encoding::Vni)) if !is_utf8 => {
            Ok(decode_as(bytes, encoding)?)
        }
        // A page that says UTF-8 and holds a few wrong bytes.
        Some(Encoding::Utf8) if !is_utf8 && is_nearly_utf8(bytes) => Ok(decode_as(bytes, Encoding::Utf8)?),
        _ => Ok(decode(bytes)?),
    }
}

/// Whether at most one byte in two hundred is not UTF-8.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let n_lost = text.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
    n_lost * 200 <= bytes.len()
}

/// The name behind `charset=` (`meta charset`, `http-equiv`) or in the XML declaration.
fn named(bytes: &[u8]) -> Option<String> {
    let head: String = bytes.iter().take(HEAD).map(|&b| char::from(b).to_ascii_lowercase()).collect();
    let at = head.find("charset=").map(|at| at + 8).or_else(|| {
        let declaration = head.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split("?>").next())?;
        declaration.contains("encoding=").then(|| head.find("encoding=").map(|at| at + 9))?
    })?;
    let rest = head[at..].trim_start_matches(['"', '\'', ' ']);
    let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    (!name.is_empty()).then_some(name)
}
