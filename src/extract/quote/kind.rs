//! What stands between quotation marks, by the words before them and by its own shape.

use std::ops::Range;

use crate::ingest::SegmentRole;
use crate::lexicon::QuoteType;
use crate::text::{PhraseList, TokenKind};

use super::super::Reading;
use super::Marked;

/// A noun before the opening mark that says what the quote is.
pub(super) struct NounCue {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// What it says.
    pub(super) kind: QuoteType,
}

/// Words that may stand between such a noun and the mark.
const LINKS: [&str; 20] = [
    "là", ":", "chính", "mang", "tên", "có", "nhan", "đề", "tựa", "chung", "này", "mới", "đó", "lớn", "chủ", "đạo",
    "xuyên", "suốt", "sau", "về",
];

/// The noun that stands before the opening mark of a quote, with links or `của …` between.
pub(super) fn noun_cue(reading: &Reading, open: usize, floor: usize) -> Option<NounCue> {
    let floor = floor.max(open.saturating_sub(16));
    let cut = |&i: &usize| {
        matches!(reading.raw(i), "," | ";" | "." | "”" | "“" | "\"" | "(" | ")")
            || (reading.raw(i) == ":" && i + 1 != open)
    };
    let floor = (floor..open).rev().find(cut).map_or(floor, |i| i + 1);
    let mut best: Option<NounCue> = None;
    for i in floor..open {
        let Some((after, kind)) = reading.longest(&reading.lexicon.speech.quote_cues, i, open) else { continue };
        if best.as_ref().is_some_and(|b| b.tokens.end >= after) || !links(reading, after..open, kind) {
            continue;
        }
        best = Some(NounCue { tokens: i..after, kind });
    }
    best
}

/// `bài viết của Tổng Bí thư, Chủ tịch nước Lê Văn Bắc “…”`: a work with its author, whose offices hold commas.
pub(super) fn authored(reading: &Reading, open: usize, floor: usize) -> Option<NounCue> {
    if open == 0 || !reading.is_capital(open - 1) {
        return None;
    }
    let floor = floor.max(open.saturating_sub(24));
    let cut = |&i: &usize| matches!(reading.raw(i), ";" | "." | "”" | "“" | "\"" | ":");
    let floor = (floor..open).rev().find(cut).map_or(floor, |i| i + 1);
    (floor..open).rev().find_map(|i| {
        let (after, kind) = reading.longest(&reading.lexicon.speech.quote_cues, i, open)?;
        let works = matches!(kind, QuoteType::TitleOfWork | QuoteType::Citation);
        (works && reading.low(after) == "của").then_some(NounCue { tokens: i..after, kind })
    })
}

/// The document by its number whose title the quote is: `Thông tư số 10/2024 về việc “…”`, `Nghị quyết số 57 của Bộ Chính trị “Về …”`.
pub(super) fn titled_document(reading: &Reading, open: usize, floor: usize) -> Option<NounCue> {
    static DOCUMENTS: PhraseList = PhraseList::new(&[
        "nghị quyết",
        "quyết định",
        "nghị định",
        "thông tư",
        "chỉ thị",
        "thông báo",
        "công văn",
        "kế hoạch",
        "chương trình",
        "đề án",
    ]);
    const FARTHEST: usize = 28;
    let joined = ["về", "về việc"].iter().any(|w| reading.phrase_before(open, w).is_some());
    if !joined && reading.low(open + 1) != "về" {
        return None;
    }
    let floor = floor.max(open.saturating_sub(FARTHEST));
    let cut = |&i: &usize| matches!(reading.raw(i), ";" | "”" | "“" | "\"" | ":");
    let floor = (floor..open).rev().find(cut).map_or(floor, |i| i + 1);
    (floor..open).rev().find_map(|i| {
        let (_, after) = reading.which(i, &DOCUMENTS)?;
        let number = after + usize::from(reading.low(after) == "số");
        let numbered = reading.kind(number) == Some(TokenKind::Number) && number < open;
        numbered.then_some(NounCue { tokens: i..after, kind: QuoteType::TitleOfWork })
    })
}

/// Whether the words between noun and mark only join the two.
fn links(reading: &Reading, gap: Range<usize>, kind: QuoteType) -> bool {
    let joins = |i: usize| matches!(reading.low(i), "là" | ":");
    let of = reading.low(gap.start) == "của" || reading.low(gap.start) == "năm";
    match kind {
        _ if gap.is_empty() => true,
        QuoteType::Theme | QuoteType::Message => gap.len() <= 14 && (joins(gap.end - 1) || of),
        QuoteType::TitleOfWork | QuoteType::Citation if of => gap.len() <= 14,
        QuoteType::Slogan if of => gap.len() <= 12 && joins(gap.end - 1),
        _ => gap.clone().all(|i| LINKS.contains(&reading.low(i))),
    }
}

/// Number of words and numbers.
pub(super) fn n_words(reading: &Reading, tokens: Range<usize>) -> usize {
    tokens.filter(|&i| matches!(reading.kind(i), Some(TokenKind::Word | TokenKind::Number))).count()
}

/// Whether the quote makes up its whole heading or title.
pub(super) fn is_heading(reading: &Reading, quote: &Marked) -> bool {
    let heads = matches!(quote.role, Some(SegmentRole::Heading | SegmentRole::Title));
    let no_words = |tokens: Range<usize>| n_words(reading, tokens) == 0;
    heads
        && no_words(quote.stretch.start..quote.tokens.start.max(quote.stretch.start))
        && no_words(quote.tokens.end.min(quote.stretch.end)..quote.stretch.end)
}

/// Whether the words are parallel short parts: `rõ người, rõ việc`, `Đúng - Đủ - Sạch`.
pub(super) fn is_parallel(reading: &Reading, tokens: Range<usize>) -> bool {
    let separates =
        |i: usize| matches!(reading.raw(i), "," | ";" | "-" | "–") && !(reading.is_glued(i) && reading.is_glued(i + 1));
    let mut parts: Vec<usize> = Vec::new();
    let mut start = tokens.start;
    for i in tokens.clone() {
        if separates(i) {
            parts.push(n_words(reading, start..i));
            start = i + 1;
        }
    }
    let last = n_words(reading, start..tokens.end);
    if last > 0 {
        parts.push(last);
    }
    let (least, most) = (parts.iter().min().copied().unwrap_or(0), parts.iter().max().copied().unwrap_or(0));
    parts.len() >= 2 && least >= 1 && most <= 7 && (parts.len() > 2 || most - least <= 2) && most - least <= 4
}

/// Whether the words are the name of a plan or a document, and no clause: `Chiến lược quốc gia phát triển kinh tế số`.
pub(super) fn names_instrument(reading: &Reading, quote: &Marked) -> bool {
    const HEADS: [&str; 9] =
        ["chiến lược", "đề án", "kế hoạch", "quy hoạch", "nghị quyết", "dự án", "luật", "đề tài", "chương trình"];
    const VERBS: [&str; 10] = ["là", "đã", "sẽ", "rất", "phải", "cần", "được", "không", "có", "đang"];
    let tokens = quote.tokens.clone();
    let heads = reading.is_capital(tokens.start) && reading.any(tokens.start, &HEADS).is_some();
    let clause = tokens.clone().any(|i| VERBS.contains(&reading.low(i)));
    heads && n_words(reading, tokens) >= 4 && !clause && !ends_as_sentence(reading, quote)
}

/// Whether the words end as a sentence does, inside or just after the marks.
pub(super) fn ends_as_sentence(reading: &Reading, quote: &Marked) -> bool {
    let last = quote.tokens.end.checked_sub(1).map_or("", |i| reading.raw(i));
    matches!(last, "." | "!" | "?" | "…")
}
