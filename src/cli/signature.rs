//! The signature of a bundle, its second line (`docs/bundle.md`): Ed25519 over the first line, a line feed and who signs.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature, VerifyingKey};
use serde::Deserialize;

/// Who signed a bundle.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Signed {
    pub by: String,
    /// The public key, base64 with the letters of addresses.
    pub key: String,
    /// Whether the signature fits the bundle and the key.
    pub is_valid: bool,
}

#[derive(Deserialize)]
struct Line {
    signature: Record,
}

#[derive(Deserialize)]
struct Record {
    alg: String,
    #[serde(default)]
    by: String,
    key: String,
    value: String,
}

/// The signature of a bundle, if it has one.
pub(super) fn of(bundle: &[u8]) -> Option<Signed> {
    let mut lines = bundle.split(|&b| b == b'\n');
    let (first, second) = (lines.next()?, lines.next().filter(|line| !line.is_empty())?);
    let Ok(Line { signature }) = serde_json::from_slice(second) else {
        return Some(Signed { by: String::new(), key: String::new(), is_valid: false });
    };
    let is_valid = fits(first, &signature).is_some();
    Some(Signed { by: signature.by, key: signature.key, is_valid })
}

fn fits(first: &[u8], signature: &Record) -> Option<()> {
    if signature.alg != "Ed25519" {
        return None;
    }
    let key: [u8; 32] = URL_SAFE_NO_PAD.decode(&signature.key).ok()?.try_into().ok()?;
    let value: [u8; 64] = URL_SAFE_NO_PAD.decode(&signature.value).ok()?.try_into().ok()?;
    let message = [first, b"\n", signature.by.as_bytes()].concat();
    let key = VerifyingKey::from_bytes(&key).ok()?;
    key.verify_strict(&message, &Signature::from_bytes(&value)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ed25519_dalek::{Signer, SigningKey};

    fn signed(first: &str, by: &str) -> String {
        let secret = SigningKey::from_bytes(&[7; 32]);
        let value = secret.sign(format!("{first}\n{by}").as_bytes());
        let (key, value) =
            (URL_SAFE_NO_PAD.encode(secret.verifying_key().as_bytes()), URL_SAFE_NO_PAD.encode(value.to_bytes()));
        format!(
            "{first}\n{{\"signature\":{{\"alg\":\"Ed25519\",\"by\":\"{by}\",\"key\":\"{key}\",\"value\":\"{value}\"}}}}\n"
        )
    }

    #[test]
    fn a_signature_fits_its_bundle_and_no_other() {
        let bundle = signed("{\"a\":1}", "Toà soạn");
        let is_valid = |bundle: &str| of(bundle.as_bytes()).map(|signed| signed.is_valid);
        assert_eq!(of(bundle.as_bytes()).map(|s| (s.by, s.is_valid)), Some(("Toà soạn".to_owned(), true)));
        assert_eq!(is_valid(&bundle.replace("{\"a\":1}", "{\"a\":2}")), Some(false));
        assert_eq!(is_valid(&bundle.replace("Toà soạn", "Toà khác")), Some(false));
        assert_eq!(is_valid(&bundle.replace("Ed25519", "none")), Some(false));
        assert_eq!(is_valid("{\"a\":1}\nrubbish"), Some(false));
        assert_eq!(is_valid("{\"a\":1}\n"), None);
    }

    #[test]
    fn a_published_example_is_valid() {
        // RFC 8032, section 7.1, test 2: the message is the byte 0x72.
        let hex = |text: &str| {
            let byte = |i: usize| u8::from_str_radix(&text[2 * i..2 * i + 2], 16).unwrap();
            (0..text.len() / 2).map(byte).collect::<Vec<u8>>()
        };
        let key = hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        let value = hex(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        );
        let key = VerifyingKey::from_bytes(&key.try_into().unwrap()).unwrap();
        let value = Signature::from_bytes(&value.try_into().unwrap());
        assert!(key.verify_strict(&[0x72], &value).is_ok());
    }
}
