//! Short forms of items, to show and to compare by.

use std::ops::Range;

use super::super::Reading;
use super::label::Label;

/// Words with which the explanation of an item begins, after a comma or dash.
const EXPLAINS: [&str; 16] = [
    "đây",
    "đảm bảo",
    "bảo đảm",
    "nhằm",
    "góp phần",
    "tạo",
    "trong đó",
    "coi",
    "để",
    "nhất là",
    "đặc biệt",
    "giúp",
    "từ đó",
    "qua đó",
    "hướng",
    "phục vụ",
];

/// The short form of each item.
pub(super) fn shorts(reading: &Reading, label: &Label, items: &[Range<usize>]) -> Vec<String> {
    let mut shorts: Vec<String> = items.iter().map(|item| short(reading, label, item.clone())).collect();
    share_last_word(reading, items, &mut shorts);
    shorts
}

fn short(reading: &Reading, label: &Label, item: Range<usize>) -> String {
    let start = without_label(reading, label, item.clone());
    let end = (start + 1..item.end).find(|&i| explains(reading, i)).unwrap_or(item.end);
    reading.span(start..end).of(reading.text).replace('\u{a0}', " ")
}

/// The item without the label's own noun at its head: `Ưu tiên phát triển …` under `4 ưu tiên`.
fn without_label(reading: &Reading, label: &Label, item: Range<usize>) -> usize {
    let nouns = &reading.lexicon.list_nouns;
    match reading.longest(nouns, item.start, item.end) {
        Some((end, noun)) if label.noun.is_some_and(|n| n.kind == noun.kind) && end < item.end => end,
        _ => item.start,
    }
}

fn explains(reading: &Reading, i: usize) -> bool {
    match reading.raw(i) {
        "(" | ";" | "." | ":" => true,
        "," | "-" | "–" => reading.any(i + 1, &EXPLAINS).is_some(),
        _ => false,
    }
}

/// `trường học xanh, bệnh viện và chợ xanh`: the last word holds for the item before, too.
fn share_last_word(reading: &Reading, items: &[Range<usize>], shorts: &mut [String]) {
    let n = items.len();
    if n < 3 || reading.low(items[n - 1].start.wrapping_sub(1)) != "và" {
        return;
    }
    let last = |i: usize| reading.low(items[i].end - 1);
    if last(0) == last(n - 1) && last(n - 2) != last(n - 1) && (0..n - 2).all(|i| last(i) == last(0)) {
        let word = reading.raw(items[n - 1].end - 1);
        shorts[n - 2] = format!("{} {word}", shorts[n - 2]);
    }
}
