//! Words around a number that bound it: `hơn`, `gần`, `ước đạt`, `trở lên`.

use std::ops::Range;

use crate::lexicon::Limit;

use super::super::Reading;

/// The qualifier before token `i` (the number) within its sentence: its tokens and what it says. A copula or `đạt` may
/// stand between: `ước tính là 10,41%`.
pub(super) fn before(reading: &Reading, start: usize, i: usize) -> Option<(Range<usize>, Limit)> {
    let direct = at(reading, start, i);
    if direct.is_some() || i <= start {
        return direct;
    }
    let between = ["là", "đạt", "có", "khi", "lên", "tới", "đến", "mức", "bằng", "còn", "at", "to"];
    if !between.contains(&reading.low(i - 1)) {
        return None;
    }
    let found = at(reading, start, i - 1);
    let estimate = matches!(found, Some((_, Limit::Estimate)));
    found.filter(|_| estimate || matches!(reading.low(i - 1), "là" | "mức" | "at" | "to"))
}

/// Whether the change whose verb stands at token `verb` is only estimated: `ước tăng 7%`.
pub(super) fn is_estimated(reading: &Reading, start: usize, verb: usize) -> bool {
    matches!(at(reading, start, verb), Some((_, Limit::Estimate)))
}

fn at(reading: &Reading, start: usize, i: usize) -> Option<(Range<usize>, Limit)> {
    let (from, limit) = reading.longest_before(&reading.lexicon.qualifiers, i, start)?;
    (!is_other_word(reading, from, i)).then_some((from..i, limit))
}

/// `dưới 1.000 dân` is a bound; `trên 1.000 dân` after a count is a denominator, `trong hơn` and so on are bounds.
fn is_other_word(reading: &Reading, from: usize, i: usize) -> bool {
    let word = reading.low(from);
    let before = if from > 0 { reading.low(from - 1) } else { "" };
    match word {
        "ước" if i == from + 1 => matches!(before, "mơ" | "điều" | "ao" | "công" | "hiệp"),
        "quá" => !matches!(before, "không" | "đã" | "vượt" | "chiếm" | "tăng" | "giảm" | "cao" | ""),
        "ngoài" => true,
        "sát" | "cỡ" | "chừng" => false,
        _ => false,
    }
}

/// The bound that words after the unit set: `trở lên`, `trở xuống`.
pub(super) fn after(reading: &Reading, i: usize) -> Option<Limit> {
    if reading.phrase(i, "trở lên").is_some()
        || reading.phrase(i, "or more").is_some_and(|after| reading.low(after) != "than")
    {
        return Some(Limit::Lower);
    }
    (reading.phrase(i, "trở xuống").is_some() || reading.phrase(i, "or less").is_some()).then_some(Limit::Upper)
}
