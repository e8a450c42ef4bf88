//! Numbers and days as the reader's language writes them, and numbers as readers write them.

pub use crate::view::wording::{compact, day, decimal, integer, number, signed, value};

use super::Lang;

/// The value of a number as the reader's language writes it, with a word for its size: `1.250,5`, `1,5 triệu`, `2 million`.
pub fn plain(lang: Lang, text: &str) -> Option<f64> {
    let text = text.trim().replace('\u{2212}', "-");
    let (digits, word) = match text.split_once(char::is_whitespace) {
        Some((digits, word)) => (digits, word.trim().to_lowercase()),
        None => (text.as_str(), String::new()),
    };
    let size = match word.as_str() {
        "" => 1.0,
        "nghìn" | "ngàn" | "thousand" => 1e3,
        "triệu" | "million" => 1e6,
        "tỷ" | "tỉ" | "billion" => 1e9,
        "nghìn tỷ" | "ngàn tỷ" | "nghìn tỉ" | "ngàn tỉ" | "trillion" => 1e12,
        _ => return None,
    };
    let (group, mark) = if lang == Lang::Vi { ('.', ',') } else { (',', '.') };
    let (whole, fraction) = digits.split_once(mark).unwrap_or((digits, ""));
    let sign = if whole.starts_with('-') { "-" } else { "" };
    let groups: Vec<&str> = whole.trim_start_matches('-').split(group).collect();
    let is_digits = |s: &&str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let is_grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|g| g.len() == 3));
    let is_number = groups.iter().all(is_digits) && is_grouped && (fraction.is_empty() || is_digits(&fraction));
    let number: f64 = is_number.then(|| format!("{sign}{}.{fraction}0", groups.concat()).parse().ok())??;
    // Rounded, so that a size times a decimal gives the whole number it means.
    Some(if size > 1.0 { (number * size * 100.0).round() / 100.0 } else { number })
}

/// A size in bytes, for a reader: `64 MB`.
pub fn megabytes(lang: Lang, bytes: u32) -> String {
    format!("{} MB", integer(lang, bytes.div_ceil(1 << 20)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Lang::{En, Vi};

    #[test]
    fn numbers_are_read_as_they_are_written() {
        assert_eq!(plain(Vi, "1.250"), Some(1250.0));
        assert_eq!(plain(Vi, " 6,64 "), Some(6.64));
        assert_eq!(plain(Vi, "-3,5"), Some(-3.5));
        assert_eq!(plain(Vi, "2,1 tỷ"), Some(2.1e9));
        assert_eq!(plain(En, "1,250.5"), Some(1250.5));
        assert_eq!(plain(En, "36 billion"), Some(36e9));
        for bad in ["", "-", "1.25", "1.2500", "một", "1,2,3", "5 mớ", "1e5", ".5", "12.345.67"] {
            assert_eq!(plain(Vi, bad), None, "{bad}");
        }
    }

    #[test]
    fn sizes_are_in_megabytes() {
        assert_eq!(megabytes(Vi, 64 << 20), "64 MB");
    }
}
