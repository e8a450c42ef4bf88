//! Numbers and days as the reader's language writes them.

use super::Lang;

/// A whole number with its thousands grouped: `67.300`.
pub fn integer(lang: Lang, number: u32) -> String {
    group(lang, &number.to_string())
}

/// A number with exactly `digits` decimals: `12,5`.
pub fn decimal(lang: Lang, number: f64, digits: usize) -> String {
    localise(lang, &format!("{number:.digits$}"))
}

/// A number with a sign: `+1,54`, `−0,30`.
pub fn signed(lang: Lang, number: f64, digits: usize) -> String {
    let text = decimal(lang, number.abs(), digits);
    if number < 0.0 { format!("\u{2212}{text}") } else { format!("+{text}") }
}

/// A number with only the decimals it has: `6,64`, `40.590`.
pub fn number(lang: Lang, number: f64) -> String {
    localise(lang, &number.to_string())
}

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

/// A number as a headline has it, where that loses nothing: `142 tỷ`, `36 billion`.
pub fn compact(lang: Lang, value: f64) -> String {
    let steps: &[(f64, &str)] = match lang {
        Lang::Vi => &[(1e9, "tỷ"), (1e6, "triệu")],
        Lang::En => &[(1e12, "trillion"), (1e9, "billion"), (1e6, "million")],
    };
    for (step, word) in steps {
        let scaled = value / step;
        if scaled.abs() >= 1.0 && (scaled * 100.0).fract() == 0.0 {
            return format!("{} {word}", number(lang, scaled));
        }
    }
    number(lang, value)
}

/// A size in bytes, for a reader: `64 MB`.
pub fn megabytes(lang: Lang, bytes: u32) -> String {
    format!("{} MB", integer(lang, bytes.div_ceil(1 << 20)))
}

/// A value of the engine for a reader: numbers are grouped, days turned round, all else stays.
pub fn value(lang: Lang, value: &str) -> String {
    let is_number = !value.is_empty()
        && value.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-')
        && value.parse::<f64>().is_ok();
    let is_year = value.len() == 4 && !value.contains(['.', '-']);
    if let Some((from, to)) = value.split_once('–')
        && from.parse::<f64>().is_ok()
        && to.parse::<f64>().is_ok()
    {
        return format!("{}–{}", self::value(lang, from), self::value(lang, to));
    }
    if let Some(rise) = value.strip_prefix('+').filter(|rise| rise.parse::<f64>().is_ok()) {
        return format!("+{}", localise(lang, rise));
    }
    match value.split_once('/') {
        Some((from, to)) if is_day(from) && is_day(to) => format!("{} – {}", day(lang, from), day(lang, to)),
        _ if is_day(value) => day(lang, value),
        _ if is_number && !is_year => value.parse().map_or(value.to_owned(), |number| compact(lang, number)),
        _ => value.to_owned(),
    }
}

/// A day, month or year in ISO form: `10/10/2024`, `tháng 12/2021`, `10 Oct 2024`. Other forms stay as they are.
pub fn day(lang: Lang, iso: &str) -> String {
    let parts: Vec<&str> = iso.split('-').collect();
    match (lang, parts.as_slice()) {
        (Lang::Vi, [year, month, day]) => {
            let year = if *year == "XXXX" { String::new() } else { format!("/{year}") };
            format!("{}/{}{year}", unpad(day), unpad(month))
        }
        (Lang::Vi, [year, month]) if month.len() == 2 => format!("tháng {}/{year}", unpad(month)),
        (Lang::En, [year, month, day]) => {
            let year = if *year == "XXXX" { String::new() } else { format!(" {year}") };
            format!("{} {}{year}", unpad(day), month_name(month))
        }
        (Lang::En, [year, month]) if month.len() == 2 => format!("{} {year}", month_name(month)),
        _ => iso.to_owned(),
    }
}

fn is_day(text: &str) -> bool {
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
fn localise(lang: Lang, plain: &str) -> String {
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain), |rest| ("\u{2212}", rest));
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let whole = group(lang, whole);
    let mark = if lang == Lang::Vi { ',' } else { '.' };
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{mark}{fraction}") }
}

fn group(lang: Lang, digits: &str) -> String {
    let mark = if lang == Lang::Vi { '.' } else { ',' };
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
    use Lang::{En, Vi};

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
        assert_eq!(megabytes(Vi, 64 << 20), "64 MB");
    }

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
        assert_eq!((value(Vi, "+3500"), value(Vi, "-4.5")), ("+3.500".to_owned(), "\u{2212}4,5".to_owned()));
        for same in ["71/193", "Bộ TT&TT", "", "-", "1.2.3", "PRESENT_REF", "2024-W10", "57-NQ/TW"] {
            assert_eq!(value(Vi, same), same);
        }
    }
}
