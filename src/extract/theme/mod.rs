//! Statements that give a year its theme: `Năm 2024 là năm …`, `chủ đề năm 2024 là …`, `tinh thần của năm là …`.

mod designation;
mod english;
mod named;
mod scope;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::base::{Arrange, Span};
use crate::text::TokenKind;

use super::speech::Speech;
use super::{Confidence, Facts, Quote, Reading};

/// In what way a statement gives a year its theme; the most official first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeKind {
    /// `chủ đề`
    OfficialTheme,
    /// `Năm X là năm Y`, `lấy năm X là năm Y`
    YearDesignation,
    /// `định hướng`, `trọng tâm năm X`
    Orientation,
    /// `thông điệp` of an event of the year
    Message,
    /// `tinh thần của năm`, `phương châm năm X`
    Spirit,
}

/// One stated theme of a year.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Theme {
    /// Where it stands.
    pub span: Span,
    /// The year that is named, which may differ from the article's.
    pub year: i32,
    /// In what way.
    pub kind: ThemeKind,
    /// The theme itself.
    pub canonical: String,
    /// Index of an earlier theme of the year in other words.
    pub same_as: Option<usize>,
    /// What it is the theme of, in the words of the text: an occasion, a sector, a body, a place; none where it is the year
    /// as a whole, or where the text does not say.
    pub scope: Option<Span>,
    /// Its sentence.
    pub sentence: Span,
    /// Name of the rule that found it.
    #[serde(deserialize_with = "crate::base::code")]
    pub rule: crate::base::Code,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// A theme before its wording is compared with the others.
#[derive(Debug)]
struct Found {
    tokens: Range<usize>,
    // The theme itself, without `năm X là`.
    core: Range<usize>,
    // The noun that announces it, or the year that is called so.
    cue: Range<usize>,
    year: i32,
    kind: ThemeKind,
    sentence: usize,
    rule: &'static str,
}

/// How many themes of the article a further one is compared with.
const MOST_WORDINGS: usize = 64;

/// What the rules for themes read from.
#[derive(Clone, Copy)]
struct Source<'a, 'r> {
    reading: &'a Reading<'r>,
    facts: &'a Facts,
    speech: &'a Speech,
}

/// Statements that give a year its theme, in text order.
pub(crate) fn themes(reading: &Reading, facts: &Facts, speech: &Speech) -> Vec<Theme> {
    let source = Source { reading, facts, speech };
    let mut found = Vec::new();
    for n in 0..reading.sentences.len() {
        let designated = if facts.meta.language == "en" {
            english::designations(source, n)
        } else {
            designation::designations(source, n)
        };
        let last = designated.last().map(|d| d.year);
        found.extend(designated);
        found.extend(named::named(source, n, last, &found));
    }
    found.arrange_by_key(|f| (f.tokens.start, f.tokens.end));
    found.dedup_by(|b, a| a.tokens.end > b.tokens.start && a.year == b.year && a.kind == b.kind);
    if found.is_empty() {
        return Vec::new();
    }
    let ends = scope::NameEnds::new(source);
    let mut out: Vec<Theme> = Vec::with_capacity(found.len());
    for f in &found {
        let canonical = reading.span(unquoted(reading, f.core.clone())).of(reading.text).replace('\u{a0}', " ");
        let same_as = out
            .iter()
            .take(MOST_WORDINGS)
            .position(|t| t.year == f.year && t.kind == f.kind && is_same(&t.canonical, &canonical));
        out.push(Theme {
            span: reading.span(f.tokens.clone()),
            year: f.year,
            kind: f.kind,
            canonical,
            same_as,
            scope: scope::scope(source, &ends, f),
            sentence: reading.sentences[f.sentence].span,
            rule: f.rule,
            confidence: Confidence::High,
        });
    }
    out
}

/// What is quoted, where that is all that follows `năm`: `năm “Bứt phá”`.
fn unquoted(r: &Reading, core: Range<usize>) -> Range<usize> {
    let inner = core.start + 2..core.end;
    let is_mark = |i: usize| matches!(r.raw(i), "“" | "”" | "\"");
    let is_whole = r.low(core.start) == "năm" && is_mark(core.start + 1) && !inner.is_empty();
    if is_whole && !inner.clone().any(is_mark) { inner } else { core }
}

/// Whether two wordings share most of their words.
fn is_same(a: &str, b: &str) -> bool {
    let words = |s: &str| s.split_whitespace().map(crate::text::fold).collect::<Vec<_>>();
    let (a, b) = (words(a), words(b));
    let shared = a.iter().filter(|w| b.contains(w)).count();
    shared * 2 > a.len().max(b.len())
}

/// The year at token `i` (`năm 2024`, `2024`, `năm nay`); the index after it.
fn year_at(source: Source, i: usize) -> Option<(usize, i32)> {
    let r = source.reading;
    let number = |i: usize| {
        let year: i32 = r.raw(i).parse().ok()?;
        let plain = r.kind(i) == Some(TokenKind::Number) && !(r.is_glued(i) && matches!(r.raw(i - 1), "/" | "-" | "."));
        (plain && (1990..2100).contains(&year)).then_some(year)
    };
    // `this year’s theme`
    if r.low(i + 1) == "year" && matches!(r.low(i), "this" | "next") {
        let own = source.facts.meta.year?;
        return Some((i + 2, if r.low(i) == "next" { own + 1 } else { own }));
    }
    if r.low(i) != "năm" {
        return number(i).map(|y| (i + 1, y));
    }
    if let Some(year) = number(i + 1) {
        return Some((i + 2, year));
    }
    // `năm Bính Ngọ 2026`
    if let Some(year) = number(i + 3).filter(|_| r.is_capital(i + 1) && r.is_capital(i + 2)) {
        return Some((i + 4, year));
    }
    let own = source.facts.meta.year?;
    match r.low(i + 1) {
        "nay" => Some((i + 2, own)),
        "tới" => Some((i + 2, own + 1)),
        _ => None,
    }
}

/// Where the statement ends that begins at `start`: before a result clause, a new theme, the speaker or the closing mark.
fn statement_end(source: Source, n: usize, start: usize, plain: bool) -> usize {
    const RESULTS: [&str; 27] = [
        "tập trung",
        "tạo",
        "góp phần",
        "nhằm",
        "qua đó",
        "từ đó",
        "do đó",
        "vì vậy",
        "vì thế",
        "do vậy",
        "bởi vậy",
        "thời gian qua",
        "thời gian tới",
        "trong đó",
        "đồng thời",
        "đây là",
        "đòi hỏi",
        "nên",
        "do",
        "bởi",
        "các",
        "chúng ta",
        "để",
        "theo đó",
        "trong",
        "với",
        "khi",
    ];
    let r = source.reading;
    let sentence = &r.sentences[n];
    let cues = source.speech.of_sentence(n);
    let speakers = |i: usize| cues.iter().any(|c| c.speaker.as_ref().is_some_and(|s| s.start == i));
    let mut open = 0;
    for i in start..sentence.tokens.end {
        match r.raw(i) {
            "“" => open += 1,
            "”" if open == 0 => return i,
            // `là năm “bứt phá” nhằm …`: what is quoted is the whole of it.
            "”" if open == 1 && r.raw(start + 1) == "“" => return i,
            "”" => open -= 1,
            ";" => return i,
            "," => {
                let next_year =
                    year_at(source, i + 1).or_else(|| (r.low(i + 1) == "còn").then(|| year_at(source, i + 2))?);
                let cut = (!plain && r.any(i + 1, &RESULTS).is_some())
                    || next_year.is_some()
                    || r.low(i + 1) == "và"
                    || speakers(i + 1);
                if cut {
                    return i;
                }
            }
            _ => {}
        }
    }
    without_marks(r, start, sentence.tokens.end)
}

fn without_marks(r: &Reading, start: usize, end: usize) -> usize {
    let mut end = end;
    while end > start && matches!(r.raw(end - 1), "." | "," | ";" | "!" | "…" | "”" | "\"" | ":") {
        end -= 1;
    }
    end
}

/// The quote whose tokens begin at `i` or just after the mark there.
fn quote_at<'a>(source: Source<'a, '_>, i: usize) -> Option<(&'a Quote, Range<usize>)> {
    let at = source.speech.marked.partition_point(|m| m.tokens.start < i);
    let marked = source.speech.marked.get(at).filter(|m| m.tokens.start <= i + 1)?;
    let quote = source.facts.quotes.get(at)?;
    Some((quote, marked.tokens.clone()))
}
