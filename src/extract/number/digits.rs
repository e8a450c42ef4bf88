//! Values of digit groups in both notations.

use super::numeral::Language;

/// The digits of a numeral as a decimal literal (`67300`, `10.41`), or `None` where they are no number (`10.10.2024`).
///
/// In Vietnamese dots group thousands and the comma is the decimal mark; in English it is the other way round. Digits that
/// cannot be read so are read in the other notation: `1.5 triệu`, `1,234,567 người`, `10,000 đồng`.
pub(in crate::extract) fn decimal(raw: &str, language: Language) -> Option<String> {
    if !raw.starts_with(|c: char| c.is_ascii_digit())
        || raw.bytes().any(|b| !(b.is_ascii_digit() || b == b'.' || b == b','))
    {
        return None;
    }
    let (group, mark) = match language {
        Language::Vietnamese => ('.', ','),
        Language::English => (',', '.'),
    };
    read(raw, group, mark).filter(|n| !is_grouped_oddly(raw, n, mark)).or_else(|| read(raw, mark, group))
}

/// Digits without any mark as a number.
pub(in crate::extract) fn whole(raw: &str) -> Option<u32> {
    (raw.len() <= 9 && !raw.is_empty() && raw.bytes().all(|b| b.is_ascii_digit())).then(|| raw.parse().ok())?
}

/// Reads with `group` between thousands and `mark` before decimals.
fn read(raw: &str, group: char, mark: char) -> Option<String> {
    let mut halves = raw.split(mark);
    let (whole, decimals) = (halves.next()?, halves.next());
    if halves.next().is_some() || decimals.is_some_and(|d| d.contains(group) || d.is_empty()) {
        return None;
    }
    let mut groups = whole.split(group);
    let head = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    if !rest.is_empty()
        && (head.is_empty() || head.len() > 3 || head.starts_with('0') || rest.iter().any(|g| g.len() != 3))
    {
        return None;
    }
    let mut out = String::with_capacity(raw.len());
    out.push_str(head);
    rest.iter().for_each(|g| out.push_str(g));
    if let Some(decimals) = decimals {
        out.push('.');
        out.push_str(decimals);
    }
    Some(out)
}

/// Whether the decimals are rather a group of thousands in the other notation: `10,000`, `1,500`; not `0,500`.
fn is_grouped_oddly(raw: &str, read: &str, mark: char) -> bool {
    let Some((whole, decimals)) = raw.split_once(mark) else { return false };
    decimals.len() == 3 && decimals.ends_with("00") && !whole.starts_with('0') && whole.len() <= 3 && read.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, language: Language, expected: Option<&str>) {
        assert_eq!(decimal(raw, language).as_deref(), expected, "{raw}");
    }

    #[test]
    fn reads_vietnamese_notation() {
        let vi = Language::Vietnamese;
        for (raw, value) in [("67.300", "67300"), ("10,41", "10.41"), ("1.234.567,8", "1234567.8"), ("0,690", "0.690")]
        {
            check(raw, vi, Some(value));
        }
        for (raw, value) in [("1.5", "1.5"), ("10,000", "10000"), ("1,234,567", "1234567"), ("1,234.5", "1234.5")] {
            check(raw, vi, Some(value));
        }
        check("10.10.2024", vi, None);
        check("4.0", vi, Some("4.0"));
    }

    #[test]
    fn reads_english_notation() {
        let en = Language::English;
        for (raw, value) in [("1,234.5", "1234.5"), ("7.2", "7.2"), ("12,000", "12000"), ("3.125", "3.125")] {
            check(raw, en, Some(value));
        }
    }
}
