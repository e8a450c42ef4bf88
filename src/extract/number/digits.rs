//! Values of digits.

/// Digits without any mark as a number.
pub(in crate::extract) fn whole(raw: &str) -> Option<u32> {
    (raw.len() <= 9 && !raw.is_empty() && raw.bytes().all(|b| b.is_ascii_digit())).then(|| raw.parse().ok())?
}
