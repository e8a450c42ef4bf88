//! Labels of lists: a number and a noun, or a noun that announces several things.

use std::ops::Range;

use crate::ingest::SegmentRole;
use crate::lexicon::{ListKind, ListNoun};
use crate::text::{PhraseList, TokenKind};

use super::super::Reading;

/// The label of a list.
#[derive(Clone, Debug)]
pub(super) struct Label {
    /// Number, noun and modifiers.
    pub(super) tokens: Range<usize>,
    /// Index after number and noun.
    pub(super) head: usize,
    /// The number, if the label states one.
    pub(super) declared: Option<u32>,
    /// What the noun says, if it is one of lists.
    pub(super) noun: Option<ListNoun>,
    /// Index of its sentence.
    pub(super) sentence: usize,
}

static NUMBERS: PhraseList = PhraseList::new(&[
    "mười ba",
    "mười hai",
    "mười một",
    "mười",
    "chín",
    "tám",
    "bảy",
    "sáu",
    "năm",
    "bốn",
    "ba",
    "hai",
    "một",
]);

static OF_THE_YEAR: PhraseList = PhraseList::new(&["tinh thần của năm", "thông điệp của năm", "chủ đề của năm"]);
static SEVERAL: PhraseList = PhraseList::new(&["một số", "những", "các", "nhiều", "hàng loạt"]);
static TWOFOLD: PhraseList = PhraseList::new(&["mục tiêu kép", "nhiệm vụ kép", "mục đích kép"]);

/// Words that can stand between number and noun: `3 sự thay đổi`, `6 nhóm nhiệm vụ`.
const CLASSIFIERS: [&str; 11] = ["nhóm", "sự", "loại", "khâu", "mảng", "mũi", "cái", "nét", "dòng", "gói", "định"];

/// Nouns of measure and time, which count and head no list.
const MEASURES: [&str; 64] = [
    "năm", "tháng", "ngày", "giờ", "phút", "giây", "tuần", "quý", "thập", "thế", "kỷ", "lần", "lượt", "tỷ", "tỉ",
    "triệu", "nghìn", "ngàn", "trăm", "chục", "đồng", "usd", "euro", "km", "km2", "m", "m2", "m3", "cm", "mm", "kg",
    "tấn", "tạ", "gam", "lít", "ha", "hecta", "tuổi", "bậc", "hạng", "điểm", "vụ", "ca", "mét", "độ", "kw", "mw", "gb",
    "mb", "inch", "sào", "mẫu", "phần", "trên", "đến", "và", "là", "có", "trong", "của", "đêm", "trận", "ván", "hiệp",
];

/// Where the modifiers of a label end.
const STOPS: [&str; 58] = [
    "của", "trong", "về", "cho", "năm", "tại", "với", "để", "mà", "là", "gồm", "bao", "do", "được", "đã", "sẽ", "cần",
    "phải", "nhằm", "như", "từ", "đó", "này", "trên", "theo", "khi", "có", "đang", "bị", "giúp", "và", "vừa", "ở",
    "ra", "đến", "tới", "qua", "thì", "đều", "không", "cụ", "lần", "giữa", "sau", "bởi", "đối", "vào", "cùng", "nên",
    "tạo", "mới", "cũng", "hay", "hoặc", "nêu", "thuộc", "nói", "bằng",
];

impl Label {
    /// What the list is made of; a list that is said to be in order ranks its items.
    pub(super) fn kind(&self, reading: &Reading, ranked: bool) -> ListKind {
        let ranks = ["dẫn đầu", "đứng đầu", "cao nhất", "lớn nhất", "top", "xếp hạng", "thấp nhất", "hàng đầu"];
        let says = self.tokens.clone().any(|i| reading.any(i, &ranks).is_some_and(|end| end <= self.tokens.end));
        match self.noun.map_or(ListKind::Entities, |n| n.kind) {
            ListKind::Entities if ranked || says => ListKind::Ranking,
            kind => kind,
        }
    }
}

/// All labels of the body with a number, and those without that announce several things, in text order.
pub(super) fn labels(reading: &Reading) -> Vec<Label> {
    let mut out: Vec<Label> = Vec::new();
    for (n, sentence) in reading.sentences.iter().enumerate().filter(|(_, s)| s.zone == crate::ingest::Zone::Body) {
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let label = declared(reading, i, sentence.tokens.clone(), n)
                .or_else(|| plural(reading, i, sentence.tokens.end, n))
                .or_else(|| dual(reading, i, sentence.tokens.end, n));
            i = label.as_ref().map_or(i + 1, |l| l.head);
            out.extend(label);
        }
    }
    out
}

/// `4 trụ cột`, `bốn ưu tiên chính`, `top 5 địa phương`.
fn declared(reading: &Reading, i: usize, sentence: Range<usize>, n: usize) -> Option<Label> {
    let (after, number) = number(reading, i)?;
    if reading.phrase_before(i, "từ").is_some() && matches!(reading.low(after), "đến" | "tới" | "-") {
        return None;
    }
    if !(2..=30).contains(&number) || after >= sentence.end {
        return None;
    }
    let glued = reading.is_glued(i) && i > sentence.start && !matches!(reading.raw(i - 1), "“" | "\"" | "(" | "‘");
    if glued || before_is_date(reading, i, sentence.start) {
        return None;
    }
    let mut at = after;
    if matches!(reading.raw(at), "“" | "\"") {
        at += 1;
    }
    let classified = CLASSIFIERS.contains(&reading.low(at));
    let noun = reading.longest(&reading.lexicon.list_nouns, at, sentence.end);
    let noun = match noun {
        Some((end, noun)) if noun.kind != ListKind::Entities || !classified => Some((end, noun)),
        other if classified => reading.longest(&reading.lexicon.list_nouns, at + 1, sentence.end).or(other),
        other => other,
    };
    let plain =
        reading.kind(at) == Some(TokenKind::Word) && !reading.is_capital(at) && !MEASURES.contains(&reading.low(at));
    let (head, noun) = match noun {
        Some((end, noun)) => (end, Some(noun)),
        None if plain => (at + 1, None),
        None => return None,
    };
    let after_number = i > sentence.start
        && (reading.kind(i - 1) == Some(TokenKind::Number)
            || i > 1
                && matches!(reading.low(i - 1), "đến" | "-" | "–")
                && reading.kind(i - 2) == Some(TokenKind::Number));
    if after_number || (reading.low(i) == "năm" && noun.is_none_or(|n| !n.announces)) {
        return None; // `năm` before most words is the year
    }
    let start = if i > sentence.start && reading.low(i - 1) == "top" { i - 1 } else { i };
    let end = modifiers(reading, head, sentence.end);
    Some(Label { tokens: start..end, head, declared: Some(number), noun, sentence: n })
}

/// `một số nhiệm vụ`, `những hạn chế`, `các giải pháp`, `nhiều kết quả`; `tinh thần của năm`.
fn plural(reading: &Reading, i: usize, end: usize, n: usize) -> Option<Label> {
    if let Some((_, after)) = reading.which(i, &OF_THE_YEAR) {
        let noun = ListNoun { kind: ListKind::Principles, announces: false };
        return Some(Label { tokens: i..after, head: after, declared: None, noun: Some(noun), sentence: n });
    }
    let (_, mut at) = reading.which(i, &SEVERAL)?;
    if CLASSIFIERS.contains(&reading.low(at)) {
        at += 1;
    }
    let (head, noun) = reading.longest(&reading.lexicon.list_nouns, at, end)?;
    let tokens = i..modifiers(reading, head, end);
    (noun.kind != ListKind::Entities).then_some(Label { tokens, head, declared: None, noun: Some(noun), sentence: n })
}

/// `mục tiêu kép` states two.
fn dual(reading: &Reading, i: usize, end: usize, n: usize) -> Option<Label> {
    let (_, after) = reading.which(i, &TWOFOLD).filter(|&(_, after)| after <= end)?;
    let noun = ListNoun { kind: ListKind::DualGoal, announces: false };
    Some(Label { tokens: i..after, head: after, declared: Some(2), noun: Some(noun), sentence: n })
}

/// The number at token `i`, in digits or words; the index after it.
fn number(reading: &Reading, i: usize) -> Option<(usize, u32)> {
    let raw = reading.raw(i);
    if reading.kind(i) == Some(TokenKind::Number) {
        let value: u32 = raw.parse().ok()?;
        let glued = reading.is_glued(i + 1) && !matches!(reading.raw(i + 1), "”" | "\"");
        return (raw.len() <= 2 && !glued).then_some((i + 1, value));
    }
    let (at, after) = reading.which(i, &NUMBERS)?;
    Some((after, 13 - at as u32))
}

/// Whether what stands before a number makes it part of a date, a name or another number.
fn before_is_date(reading: &Reading, i: usize, floor: usize) -> bool {
    if i <= floor {
        return false;
    }
    let before = [
        "ngày",
        "tháng",
        "quý",
        "số",
        "thứ",
        "phường",
        "quận",
        "khóa",
        "khoá",
        "đề án",
        "điều",
        "khoản",
        "nghị định",
        "mùng",
        "lúc",
        "tuần",
        "lớp",
        "đầu",
        "vòng",
        "bảng",
        "loại",
        "giai đoạn",
        "kỳ",
        "cấp",
        "từ",
        "-",
        "–",
        "/",
        "gần",
        "hơn",
        "nhóm",
        "vành đai",
        "quốc lộ",
        "tầng",
        "tập",
        "phần",
        "chương",
        "mức",
        "tăng",
        "giảm",
    ];
    before.iter().any(|b| reading.phrase_before(i, b).is_some_and(|at| at >= floor))
}

/// The index after the modifiers that follow a noun: `chính`, `trọng tâm`, `chiến lược số`.
fn modifiers(reading: &Reading, head: usize, end: usize) -> usize {
    let limit = end.min(head + 6);
    let goes_on = |&i: &usize| {
        reading.kind(i) == Some(TokenKind::Word) && !STOPS.contains(&reading.low(i)) && !reading.is_capital(i)
    };
    head + (head..limit).take_while(goes_on).count()
}

/// The label that announces the list whose first marker is at token `first`, with `n` items.
pub(super) fn of_markers(reading: &Reading, labels: &[Label], first: usize, n: u32) -> Option<usize> {
    let after = labels.partition_point(|l| l.tokens.end <= first);
    let sentence = reading.sentences.partition_point(|s| s.tokens.end <= first);
    let near = |l: &Label| sentence.saturating_sub(l.sentence);
    // What stands above a heading announces nothing below it.
    let heading = (0..sentence).rev().take(12).find(|&s| heads(reading, s)).unwrap_or(0);
    let back = || labels[..after].iter().enumerate().rev().take_while(|(_, l)| near(l) <= 12 && l.sentence >= heading);
    let same = back().find(|(_, l)| l.declared == Some(n) && l.noun.is_some());
    let declared = || back().find(|(_, l)| l.declared.is_some() && l.noun.is_some_and(|n| n.announces) && near(l) <= 3);
    let noun = || back().find(|(_, l)| l.noun.is_some() && l.declared.is_none() && near(l) <= 1);
    let in_title = labels.iter().enumerate().take_while(|(_, l)| l.sentence == 0);
    let title = || in_title.clone().find(|(_, l)| l.declared == Some(n));
    same.or_else(declared).or_else(noun).or_else(title).map(|(i, _)| i)
}

/// Whether the sentence is a heading of the body.
fn heads(reading: &Reading, sentence: usize) -> bool {
    let segment = reading.article.segments.get(reading.sentences[sentence].segment);
    segment.is_some_and(|s| s.role == SegmentRole::Heading)
}

/// A label without a noun of lists: the end of the sentence before the first of `n` markers, with its number if it is that.
pub(super) fn before_markers(reading: &Reading, first: usize, n: u32) -> Label {
    let after = reading.sentences.partition_point(|s| s.tokens.start < first);
    let inside = reading.sentences[..after].last().filter(|s| s.tokens.end > first);
    let (sentence, end) = match inside {
        Some(_) => (after - 1, first),
        None => {
            (after.saturating_sub(1), reading.sentences.get(after.saturating_sub(1)).map_or(first, |s| s.tokens.end))
        }
    };
    let floor = reading.sentences.get(sentence).map_or(first, |s| s.tokens.start);
    let mark = |i: usize| reading.kind(i) == Some(TokenKind::Mark);
    let mut end = end.max(floor);
    while end > floor && mark(end - 1) {
        end -= 1;
    }
    let start = (floor..end).rev().take(8).take_while(|&i| !mark(i)).last().unwrap_or(end.min(first));
    let end = if start == end { first + 1 } else { end };
    // `Nhà trường dựa vào ba nguồn. Thứ nhất, …`
    let counted = (start..end).rev().take(5).find(|&i| {
        number(reading, i).is_some_and(|(after, value)| value == n && after < end) && !before_is_date(reading, i, floor)
    });
    Label { tokens: counted.unwrap_or(start)..end, head: end, declared: counted.map(|_| n), noun: None, sentence }
}

/// The year that the label's sentence names: between label and list, else before the label.
pub(super) fn year(reading: &Reading, label: &Label, list: usize) -> Option<i32> {
    let sentence = reading.sentences.get(label.sentence)?;
    let named = |i: usize| {
        let year: i32 = reading.raw(i).parse().ok()?;
        // `tăng 5 bậc so với năm 2021, trong đó 3 trụ cột …`
        let compared = ["so với", "so với năm"].iter().any(|words| reading.phrase_before(i, words).is_some());
        (reading.kind(i) == Some(TokenKind::Number) && (1990..2100).contains(&year) && !compared).then_some(year)
    };
    let list = list.clamp(label.tokens.end, sentence.tokens.end.max(label.tokens.end));
    (label.tokens.end..list)
        .rev()
        .find_map(named)
        .or_else(|| (sentence.tokens.start..label.tokens.start).rev().find_map(named))
}

/// What the label is about: `chuyển đổi số quốc gia` of `4 ưu tiên của chuyển đổi số quốc gia`.
pub(super) fn topic(reading: &Reading, label: &Label) -> Option<Range<usize>> {
    let sentence = reading.sentences.get(label.sentence)?;
    let at = reading.any(label.tokens.end, &["của", "trong", "về", "cho", "để", "đối với", "nhằm"])?;
    let stops = ["là", "gồm", "bao", "đó", "như", "năm", "lần", "cụ", "được", "đã", "sẽ"];
    let limit = sentence.tokens.end.min(at + 12);
    let end = (at..limit)
        .find(|&i| reading.kind(i) == Some(TokenKind::Mark) || stops.contains(&reading.low(i)))
        .unwrap_or(limit);
    (end > at).then_some(at..end)
}
