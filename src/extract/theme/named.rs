//! Themes that a noun announces: `chủ đề`, `thông điệp`, `tinh thần`, `phương châm`, `định hướng`, `trọng tâm`.

use std::ops::Range;

use crate::lexicon::QuoteType;
use crate::text::PhraseList;

use super::super::Sentence;
use super::{Found, Source, ThemeKind, quote_at, statement_end, without_marks, year_at};

/// Nouns that announce a theme; longer ones first.
static NOUNS: PhraseList = PhraseList::new(&[
    "chủ đề",
    "thông điệp",
    "tinh thần",
    "phương châm",
    "khẩu hiệu",
    "định hướng",
    "phương hướng",
    "trọng tâm",
    "theme of",
    "theme for",
    "the theme",
    "with the theme",
    "themed",
    "under the theme",
]);

/// The kind of theme that each of them announces.
const KINDS: [ThemeKind; 14] = [
    ThemeKind::OfficialTheme,
    ThemeKind::Message,
    ThemeKind::Spirit,
    ThemeKind::Spirit,
    ThemeKind::Spirit,
    ThemeKind::Orientation,
    ThemeKind::Orientation,
    ThemeKind::Orientation,
    ThemeKind::OfficialTheme,
    ThemeKind::OfficialTheme,
    ThemeKind::OfficialTheme,
    ThemeKind::OfficialTheme,
    ThemeKind::OfficialTheme,
    ThemeKind::OfficialTheme,
];

/// The themes of sentence `n` that a noun announces. `designated` is the year that the sentence gives a theme.
pub(super) fn named(source: Source, n: usize, designated: Option<i32>, before: &[Found]) -> Vec<Found> {
    let r = source.reading;
    let sentence = &r.sentences[n];
    let mut out = Vec::new();
    for i in sentence.tokens.clone() {
        let Some((noun, after)) = r.which(i, &NOUNS) else { continue };
        let kind = KINDS[noun];
        if after >= sentence.tokens.end || r.phrase_before(i, "theo").is_some_and(|_| kind == ThemeKind::Spirit) {
            continue;
        }
        let found = match kind {
            ThemeKind::Spirit if r.phrase(after, "của năm").is_some() => {
                of_the_year(source, sentence, n, i, after, before)
            }
            ThemeKind::Spirit | ThemeKind::Message | ThemeKind::OfficialTheme => {
                quoted(source, sentence, n, i, after, kind, designated)
                    .or_else(|| unquoted(source, sentence, n, i..after, kind))
            }
            _ => unquoted(source, sentence, n, i..after, kind),
        };
        out.extend(found);
    }
    out
}

/// `Tinh thần của năm là …`: the year is named, or is the one that got a theme last.
fn of_the_year(
    source: Source,
    sentence: &Sentence,
    n: usize,
    start: usize,
    after: usize,
    before: &[Found],
) -> Option<Found> {
    let r = source.reading;
    let named = year_at(source, after + 1);
    let from = named.map_or(after + 2, |(end, _)| end);
    let year = named.map(|(_, y)| y).or_else(|| before.last().map(|f| f.year)).or(source.facts.meta.year)?;
    let is = (from..sentence.tokens.end.min(from + 6)).find(|&i| matches!(r.low(i), "là" | ":"))?;
    let end = without_marks(r, is, sentence.tokens.end);
    (end > is + 1).then_some(Found {
        tokens: start..end,
        core: is + 1..end,
        cue: start..after,
        year,
        kind: ThemeKind::Spirit,
        sentence: n,
        rule: "of_the_year",
    })
}

/// A quoted theme, message or motto with its year.
fn quoted(
    source: Source,
    sentence: &Sentence,
    n: usize,
    start: usize,
    after: usize,
    kind: ThemeKind,
    designated: Option<i32>,
) -> Option<Found> {
    let r = source.reading;
    let limit = sentence.tokens.end.min(after + 22);
    // `… Day (October 10) was “…”`
    let bracketed = |i: usize| r.raw(i) == ")" && (after..i).any(|k| r.raw(k) == "(");
    // `… Day, marked on May 10, was “…”`
    let resumes = |i: usize| r.raw(i) == "," && matches!(r.low(i + 1), "is" | "was");
    let parted = |i: usize| r.raw(i) == "," && (i..limit).any(resumes);
    let cut = |i: usize| matches!(r.raw(i), ";" | "." | "”" | "," | ")") && !bracketed(i) && !parted(i);
    // `this year's`
    let mark = |i: usize| matches!(r.raw(i), "“" | "\"" | "«" | "‘") || r.raw(i) == "'" && !r.is_glued(i);
    let open = (after..limit).take_while(|&i| !cut(i)).find(|&i| mark(i))?;
    let (quote, tokens) = quote_at(source, open)?;
    let close = tokens.end;
    let near = year_in(source, start..open).or_else(|| year_back(source, sentence.tokens.start..start));
    let nearest = near.or_else(|| year_in(source, close..sentence.tokens.end.min(close + 8)));
    let year = match kind {
        ThemeKind::OfficialTheme => nearest.or(source.facts.meta.year)?,
        ThemeKind::Message => {
            if !matches!(quote.kind, QuoteType::Message | QuoteType::Theme) || !has_observance(source) {
                return None;
            }
            nearest.or(source.facts.meta.year)?
        }
        // a motto belongs to a year only where the year is named with it
        _ => year_in(source, start..open).or(designated)?,
    };
    let spirit = kind == ThemeKind::Spirit;
    let from = if spirit && start > sentence.tokens.start && r.low(start - 1) == "với" { start - 1 } else { start };
    let outer = if spirit && year_in(source, start..open).is_none() { from..close + 1 } else { tokens.clone() };
    let core = tokens.start..without_marks(r, tokens.start, tokens.end);
    Some(Found { tokens: outer, core, cue: start..after, year, kind, sentence: n, rule: "quoted" })
}

/// `định hướng … năm 2024 là: …`, `chủ đề năm 2024 là …`: year, then `là` or a colon.
fn unquoted(source: Source, sentence: &Sentence, n: usize, cue: Range<usize>, kind: ThemeKind) -> Option<Found> {
    let r = source.reading;
    let after = cue.end;
    let limit = sentence.tokens.end.min(after + 24);
    let mut year = None;
    for i in after..limit {
        let horizon = matches!(r.low(i - 1), "đến" | "tới" | "trước" | "sau" | "từ");
        if year.is_none() && !horizon && r.low(i - 1) != "năm" {
            year = year_at(source, i).map(|(_, y)| y);
        }
        match r.raw(i) {
            "," | ";" | "." | "“" | "\"" | ")" => return None,
            _ if !matches!(r.low(i), "là" | ":") => continue,
            _ => {}
        }
        let year = year?;
        let colon = r.raw(i) == ":" || r.raw(i + 1) == ":";
        let core = i + 1 + usize::from(r.low(i) == "là" && r.raw(i + 1) == ":");
        if matches!(r.low(core), "năm" | "“" | "\"") || r.raw(core).starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let end = statement_end(source, n, core, colon);
        let end = without_marks(r, core, end);
        return (end > core + 2).then_some(Found {
            tokens: core..end,
            core: core..end,
            cue,
            year,
            kind,
            sentence: n,
            rule: "noun_and_year",
        });
    }
    None
}

fn year_in(source: Source, range: Range<usize>) -> Option<i32> {
    range.into_iter().find_map(|i| year_at(source, i)).map(|(_, y)| y)
}

fn year_back(source: Source, range: Range<usize>) -> Option<i32> {
    range.rev().find_map(|i| year_at(source, i)).map(|(_, y)| y)
}

/// Whether the article is about a day, week, month or year of something.
fn has_observance(source: Source) -> bool {
    let r = source.reading;
    let observes = |i: usize| {
        let noun = matches!(r.raw(i), "Ngày" | "Tuần" | "Tháng" | "Năm" | "ngày" | "tuần" | "tháng");
        let next = if r.low(i + 1) == "lễ" { i + 2 } else { i + 1 };
        noun && r.is_capital(next) && r.is_glued(next + 1) == r.is_glued(next)
    };
    r.body().take(4).any(|s| s.tokens.clone().any(observes))
}
