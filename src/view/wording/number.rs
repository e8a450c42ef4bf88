//! Numbers and days as the reader's language writes them.

use super::Language;

/// A whole number with its thousands grouped: `67.300`.
pub fn integer(language: Language, number: u32) -> String {
    group(language, &number.to_string())
}

/// A written number of things in English: `1 article`, `2,040 articles`.
pub fn many(number: &str, one: &str, more: &str) -> String {
    format!("{number} {}", if number == "1" { one } else { more })
}

/// A number with exactly `digits` decimals: `12,5`.
pub fn decimal(language: Language, number: f64, digits: usize) -> String {
    localise(language, &format!("{number:.digits$}"))
}

/// A number with a sign: `+1,54`, `−0,30`.
pub fn signed(language: Language, number: f64, digits: usize) -> String {
    let text = decimal(language, number.abs(), digits);
    if number < 0.0 { format!("\u{2212}{text}") } else { format!("+{text}") }
}

/// A number with only the decimals it has: `6,64`, `40.590`.
pub fn number(language: Language, number: f64) -> String {
    localise(language, &number.to_string())
}

/// A number as a headline has it, where that loses nothing: `142 tỷ`, `36 billion`.
pub fn compact(language: Language, value: f64) -> String {
    let steps: &[(f64, &str)] = match language {
        Language::Vi => &[(1e9, "tỷ"), (1e6, "triệu")],
        Language::En => &[(1e12, "trillion"), (1e9, "billion"), (1e6, "million")],
    };
    for (step, word) in steps {
        let scaled = value / step;
        if scaled.abs() >= 1.0 && (scaled * 100.0).fract() == 0.0 {
            return format!("{} {word}", number(language, scaled));
        }
    }
    number(language, value)
}

/// A value of the engine for a reader: numbers are grouped, days turned round, times without a day named, all else stays.
pub fn value(language: Language, value: &str) -> String {
    let is_number = !value.is_empty()
        && value.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-')
        && value.parse::<f64>().is_ok();
    let is_year = value.len() == 4 && !value.contains(['.', '-']);
    if let Some((from, to)) = value.split_once('–')
        && from.parse::<f64>().is_ok()
        && to.parse::<f64>().is_ok()
    {
        return format!("{}–{}", self::value(language, from), self::value(language, to));
    }
    if let Some(rise) = value.strip_prefix('+').filter(|rise| rise.parse::<f64>().is_ok()) {
        return format!("+{}", localise(language, rise));
    }
    match value.split_once('/') {
        Some((from, to)) if is_day(from) && is_day(to) => format!("{} – {}", day(language, from), day(language, to)),
        _ if is_day(value) => day(language, value),
        Some((from, to)) if [from, to].iter().any(|end| reference(language, end).is_some()) => {
            format!("{} – {}", self::value(language, from), self::value(language, to))
        }
        _ if is_number && !is_year => value.parse().map_or(value.to_owned(), |number| compact(language, number)),
        _ => reference(language, value).unwrap_or(value).to_owned(),
    }
}

/// A time that is only placed against the time of writing, in words.
fn reference(language: Language, value: &str) -> Option<&'static str> {
    let (vi, en) = match value {
        "PRESENT_REF" => ("lúc viết bài", "at the time of writing"),
        "PAST_REF" => ("trước lúc viết bài", "before the time of writing"),
        "FUTURE_REF" => ("sau lúc viết bài", "after the time of writing"),
        _ => return None,
    };
    Some(if language == Language::Vi { vi } else { en })
}

/// A day, month or year in ISO form: `10/10/2024`, `tháng 12/2021`, `10 Oct 2024`. Other forms stay as they are.
pub fn day(language: Language, iso: &str) -> String {
    let parts: Vec<&str> = iso.split('-').collect();
    match (language, parts.as_slice()) {
        (Language::Vi, [year, month, day]) => {
            let year = if *year == "XXXX" { String::new() } else { format!("/{year}") };
            format!("{}/{}{year}", unpad(day), unpad(month))
        }
        (Language::Vi, [year, month]) if month.len() == 2 => format!("tháng {}/{year}", unpad(month)),
        (Language::En, [year, month, day]) => {
            let year = if *year == "XXXX" { String::new() } else { format!(" {year}") };
            format!("{} {}{year}", unpad(day), month_name(month))
        }
        (Language::En, [year, month]) if month.len() == 2 => format!("{} {year}", month_name(month)),
        _ => iso.to_owned(),
    }
}

/// Whether a text is a day or month in ISO form.
pub fn is_day(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() || c == 'X' { '0' } else { c }).collect();
    matches!(shape.as_str(), "0000-00-00" | "0000-00")
}

fn unpad(number: &str) -> &str {
    number.strip_prefix('0').unwrap_or(number)
}

fn month_name(month: &str) -> &str {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let index = month.parse::<usize>().unwrap_or(0).wrapping_sub(1);
    NAMES.get(index).copied().unwrap_or(month)
}

/// Writes a plain number (`-1234.5`) with the marks of the language.
fn localise(language: Language, plain: &str) -> String {
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain), |rest| ("\u{2212}", rest));
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let whole = group(language, whole);
    let mark = if language == Language::Vi { ',' } else { '.' };
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{mark}{fraction}") }
}

fn group(language: Language, digits: &str) -> String {
    let mark = if language == Language::Vi { '.' } else { ',' };
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{En, Vi};

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(integer(Vi, 67_300), "67.300");
        assert_eq!(integer(En, 1_234_567), "1,234,567");
        assert_eq!(integer(Vi, 999), "999");
        assert_eq!(decimal(Vi, 1234.56, 1), "1.234,6");
        assert_eq!(signed(Vi, -0.3, 2), "\u{2212}0,30");
        assert_eq!(signed(En, 97.14, 1), "+97.1");
        assert_eq!(number(Vi, 6.64), "6,64");
        assert_eq!(number(Vi, 40590.0), "40.590");
    }

    #[test]
    fn large_round_numbers_are_short() {
        assert_eq!(compact(Vi, 142e9), "142 tỷ");
        assert_eq!(compact(Vi, 3_660_000.0), "3,66 triệu");
        assert_eq!(compact(Vi, 495e12), "495.000 tỷ");
        assert_eq!(compact(En, 495e12), "495 trillion");
        assert_eq!(compact(Vi, 1_234_567.0), "1.234.567");
        assert_eq!(compact(Vi, 67_300.0), "67.300");
    }

    #[test]
    fn values_are_read_for_what_they_are() {
        assert_eq!(value(Vi, "67300"), "67.300");
        assert_eq!(value(Vi, "10.41"), "10,41");
        assert_eq!(value(Vi, "2024"), "2024");
        assert_eq!(value(Vi, "2024-10-10"), "10/10/2024");
        assert_eq!(value(En, "2024-10-10"), "10 Oct 2024");
        assert_eq!(value(Vi, "2021-12"), "tháng 12/2021");
        assert_eq!(value(Vi, "2024-01-01/2024-09-30"), "1/1/2024 – 30/9/2024");
        assert_eq!(value(Vi, "XXXX-10-10"), "10/10");
        assert_eq!(value(Vi, "17000000–18000000"), "17 triệu–18 triệu");
        assert_eq!(value(Vi, "PRESENT_REF"), "lúc viết bài");
        assert_eq!(value(En, "FUTURE_REF"), "after the time of writing");
        assert_eq!(value(Vi, "2021-03/PRESENT_REF"), "tháng 3/2021 – lúc viết bài");
        assert_eq!((value(Vi, "+3500"), value(Vi, "-4.5")), ("+3.500".to_owned(), "\u{2212}4,5".to_owned()));
        for same in ["71/193", "Bộ TT&TT", "", "-", "1.2.3", "2024-W10", "57-NQ/TW"] {
            assert_eq!(value(Vi, same), same);
        }
    }
}
