//! Numbers in words, Vietnamese and English, below a thousand; and multiplier words.

use super::super::Reading;
use crate::text::PhraseList;

/// Words that a number in words begins with.
#[rustfmt::skip]
pub(in crate::extract) static FIRST_WORDS: PhraseList = PhraseList::new(&[
    "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười",
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
]);

/// The number in words at token `i`, below a thousand: the index after it, and its value.
///
/// `hai mươi lăm` 25, `một trăm linh năm` 105, `mười` 10, `twenty-five` 25. `năm` counts as five here; whether it is a
/// year is for the caller to see.
pub(in crate::extract) fn small_number(reading: &Reading, i: usize, end: usize) -> Option<(usize, u32)> {
    reading.mark(i).filter(|&mark| FIRST_WORDS.may_open(mark))?;
    // In an English article `Mười` is somebody's name.
    let vietnamese = (reading.language != "en").then(|| vietnamese(reading, i, end)).flatten();
    vietnamese.or_else(|| english(reading, i, end))
}

/// Words that multiply the number before them.
#[rustfmt::skip]
static MULTIPLIERS: PhraseList = PhraseList::new(&[
    "chục", "trăm", "hundred", "nghìn", "ngàn", "thousand", "vạn", "triệu", "million", "mln", "mil", "tỷ", "tỉ", "billion", "bn",
    "bln", "trillion", "trln", "trn", "quadrillion",
]);

/// Power of ten of a multiplier word at token `i`.
pub(super) fn multiplier(reading: &Reading, i: usize, end: usize) -> Option<i32> {
    if i >= end || !reading.mark(i).is_some_and(|mark| MULTIPLIERS.may_open(mark)) {
        return None;
    }
    let power = match reading.low(i) {
        "chục" => 1,
        "trăm" | "hundred" => 2,
        "nghìn" | "ngàn" | "thousand" => 3,
        "vạn" => 4,
        "triệu" | "million" | "mln" | "mil" => 6,
        "tỷ" | "tỉ" | "billion" | "bn" | "bln" => 9,
        "trillion" | "trln" | "trn" => 12,
        "quadrillion" => 15,
        _ => return None,
    };
    let next = if i + 1 < end { reading.low(i + 1) } else { "" };
    let compound = match reading.low(i) {
        "tỷ" | "tỉ" => matches!(next, "lệ" | "trọng" | "số" | "giá" | "suất" | "phú" | "mỉ"),
        "triệu" => next == "phú",
        "vạn" => matches!(next, "vật" | "lý" | "sự" | "tuế" | "hạnh" | "an" | "ninh" | "phúc"),
        _ => false,
    };
    let name = reading.is_capital(i) && power != 6 && power != 9 && power < 12;
    (!compound && !name).then_some(power)
}

fn digit(word: &str) -> Option<u32> {
    Some(match word {
        "một" => 1,
        "hai" => 2,
        "ba" => 3,
        "bốn" => 4,
        "năm" => 5,
        "sáu" => 6,
        "bảy" | "bẩy" => 7,
        "tám" => 8,
        "chín" => 9,
        _ => return None,
    })
}

/// The last digit of a number in words, where it has forms of its own.
fn last_digit(word: &str) -> Option<u32> {
    match word {
        "mốt" => Some(1),
        "tư" => Some(4),
        "lăm" | "nhăm" => Some(5),
        "năm" => None,
        other => digit(other),
    }
}

fn vietnamese(reading: &Reading, i: usize, end: usize) -> Option<(usize, u32)> {
    let low = |k: usize| if k < end { reading.low(k) } else { "" };
    let below_hundred = |k: usize| -> Option<(usize, u32)> {
        if low(k) == "mười" {
            let tail = last_digit(low(k + 1)).filter(|_| !matches!(low(k + 1), "tư" | "mốt"));
            return Some(tail.map_or((k + 1, 10), |d| (k + 2, 10 + d)));
        }
        let tens = digit(low(k))?;
        if low(k + 1) == "mươi" {
            return Some(last_digit(low(k + 2)).map_or((k + 2, tens * 10), |d| (k + 3, tens * 10 + d)));
        }
        Some((k + 1, tens))
    };
    let hundreds = digit(low(i)).filter(|_| low(i + 1) == "trăm");
    let Some(hundreds) = hundreds else { return below_hundred(i) };
    let rest = match low(i + 2) {
        "linh" | "lẻ" => digit(low(i + 3)).map(|d| (i + 4, d)),
        _ => below_hundred(i + 2).filter(|&(_, n)| n >= 10),
    };
    Some(rest.map_or((i + 2, hundreds * 100), |(next, n)| (next, hundreds * 100 + n)))
}

fn english(reading: &Reading, i: usize, end: usize) -> Option<(usize, u32)> {
    let low = |k: usize| if k < end { reading.low(k) } else { "" };
    let small = |k: usize| english_below_twenty(low(k));
    if let Some(n) = small(i) {
        return Some((i + 1, n));
    }
    let tens = english_tens(low(i))?;
    let joined = low(i + 1) == "-" && reading.is_glued(i + 1);
    match small(i + 2).filter(|&n| joined && n < 10) {
        Some(n) => Some((i + 3, tens + n)),
        None => Some((i + 1, tens)),
    }
}

fn english_below_twenty(word: &str) -> Option<u32> {
    Some(match word {
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        _ => return None,
    })
}

fn english_tens(word: &str) -> Option<u32> {
    Some(match word {
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}
