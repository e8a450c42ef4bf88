//! What articles state about years, and the measures they give, from the comparison.

use std::cell::OnceCell;

use crate::compare::{
    Comparability, Comparison, Indicator, IndicatorValue, PriorityComparison, PriorityList, StatedTheme,
};

use crate::base::Span;
use crate::corpus::Analysis;
use crate::extract::Facts;
use crate::text::{fold, sentences};

use super::articles::article_title;
use super::document::Locator;
use super::fact_rows::code;
use super::measure_name::measure_name;
use super::{Entry, Evidence, FactKind, FigureChange, FigureMove, FigurePoint, StatedItem};

/// The articles with their offsets, as the comparison counts them.
pub(super) struct Articles<'a> {
    entries: &'a [Entry<'a>],
    at: Vec<Locator<'a>>,
    // By article: the sentences of each segment of its body, once one is asked for.
    sentences: Vec<OnceCell<Vec<OnceCell<Vec<Span>>>>>,
}

impl<'a> Articles<'a> {
    pub(super) fn new(entries: &'a [Entry<'a>]) -> Self {
        let at = entries.iter().map(|e| Locator::new(&e.analysis.article)).collect();
        Self { entries, at, sentences: entries.iter().map(|_| OnceCell::new()).collect() }
    }

    /// Number of articles.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// What an article states.
    pub(super) fn facts(&self, article: usize) -> &'a Facts {
        &self.entries[article].analysis.facts
    }

    /// The words of a span.
    pub(super) fn text(&self, article: usize, span: Span) -> String {
        self.at[article].text(span).to_owned()
    }

    /// What was read from an article.
    pub(super) fn analysis(&self, article: usize) -> &'a Analysis {
        self.entries[article].analysis
    }

    /// The sentence of the body that holds a place; the place itself outside of it.
    pub(super) fn sentence(&self, article: usize, span: Span) -> Span {
        let text = &self.entries[article].analysis.article;
        let after = text.segments.partition_point(|s| s.span.start() <= span.start());
        let Some((at, segment)) = text.segments[..after].iter().enumerate().next_back() else { return span };
        if !segment.span.covers(span) {
            return span;
        }
        let none = || text.segments.iter().map(|_| OnceCell::new()).collect();
        let all =
            self.sentences[article].get_or_init(none)[at].get_or_init(|| sentences(&text.text, segment.span).collect());
        let after = all.partition_point(|s| s.start() <= span.start());
        all[..after].last().copied().filter(|s| s.covers(span)).unwrap_or(span)
    }

    /// The first sentence of an article's body.
    pub(super) fn head(&self, article: usize) -> Option<Evidence> {
        let segment = self.entries[article].analysis.article.segments.first()?;
        Some(self.evidence(article, self.sentence(article, Span::new(segment.span.start(), segment.span.start() + 1))))
    }

    /// Title of an article.
    pub(super) fn title(&self, article: usize) -> String {
        article_title(&self.entries[article])
    }

    /// Who says what stands in a span: the speaker of the reported speech or of the quotation that holds it, or of the speech
    /// that its sentence brings in.
    pub(super) fn speaker(&self, article: usize, span: Span) -> Option<String> {
        let analysis = self.entries[article].analysis;
        let facts = &analysis.facts;
        let quoted = facts.quotes.iter().rev().find(|q| q.span.covers(span)).and_then(|q| q.speaker.clone());
        let reported = facts.attributions.iter().rev().find(|a| a.span.overlaps(span));
        let brought_in = || {
            let sentence = analysis.parts.sentence_at(span.start());
            let of_sentence = |at: usize| analysis.parts.sentence_at(at) == sentence;
            facts.attributions.iter().find(|a| of_sentence(a.cue.start()))
        };
        quoted.or_else(|| reported.or_else(brought_in).and_then(|a| a.speaker.clone()))
    }

    /// The span with the words it holds.
    pub(super) fn evidence(&self, article: usize, span: Span) -> Evidence {
        Evidence::new(self.entries[article].key, &self.at[article], span)
    }

    /// Whether the reader corrected the fact with this index.
    pub(super) fn is_corrected(&self, article: usize, kind: FactKind, index: usize) -> bool {
        self.entries[article].analysis.corrected.mark(kind, index).is_some()
    }

    /// A stated theme.
    pub(super) fn theme(&self, stated: &StatedTheme) -> StatedItem {
        let theme = &self.entries[stated.article].analysis.facts.themes[stated.theme];
        let evidence = self.evidence(stated.article, theme.span);
        let corrected = self.is_corrected(stated.article, FactKind::Theme, stated.theme);
        let of = self.scope(stated);
        let (kind, text) = (code(&theme.kind), evidence.text.clone());
        StatedItem { kind, text, evidence, corrected, of, ..StatedItem::default() }
    }

    /// What a stated theme is the theme of, as it stands inside a sentence; none where its own words say so.
    pub(super) fn scope(&self, stated: &StatedTheme) -> Option<String> {
        let theme = &self.facts(stated.article).themes[stated.theme];
        let scope = theme.scope.filter(|scope| !theme.span.covers(*scope))?;
        let words = self.at[stated.article].text(scope);
        // The day of an occasion, as in `Ngày Chuyển đổi số quốc gia 10/10`, is no part of its name.
        let words = words.split_whitespace().take_while(|word| !word.contains('/')).collect::<Vec<_>>().join(" ");
        Some(if scope.start() == theme.sentence.start() { inside_sentence(&words) } else { words })
    }

    /// A stated list.
    pub(super) fn priorities(&self, list: &PriorityList) -> StatedItem {
        let stated = &self.entries[list.article].analysis.facts.enumerations[list.enumeration];
        let evidence = self.evidence(list.article, stated.span);
        let items = stated.items.iter().map(|item| self.evidence(list.article, item.span)).collect();
        let corrected = self.is_corrected(list.article, FactKind::Enumeration, list.enumeration);
        let (kind, text) = (code(&stated.kind), evidence.text.clone());
        StatedItem { kind, text, evidence, items, corrected, ..StatedItem::default() }
    }

    /// Items kept, dropped, added between two lists.
    pub(super) fn aligned(&self, comparison: &Comparison, pair: &PriorityComparison) -> [Vec<String>; 3] {
        let item = |list: usize, item: usize| {
            let list = &comparison.priorities[list];
            let stated = &self.entries[list.article].analysis.facts.enumerations[list.enumeration];
            stated.items.get(item).map_or(String::new(), |i| self.at[list.article].text(i.span).to_owned())
        };
        [
            pair.kept.iter().map(|&(earlier, _)| item(pair.earlier, earlier)).collect(),
            pair.dropped.iter().map(|&i| item(pair.earlier, i)).collect(),
            pair.added.iter().map(|&i| item(pair.later, i)).collect(),
        ]
    }

    /// A measure with values of two times or more.
    pub(super) fn figure(&self, indicator: &Indicator) -> Option<FigureMove> {
        let comparability = match indicator.comparability {
            Comparability::High => "high",
            Comparability::Low => "low",
            Comparability::None => return None,
        };
        let points: Vec<FigurePoint> = indicator.values.iter().map(|v| self.point(v)).collect();
        let first_value = indicator.values.first()?;
        let (first, last) = (points.first()?, points.last()?);
        if points.len() < 2 || first.as_of == last.as_of {
            return None;
        }
        let is_comparable = indicator.comparability == Comparability::High;
        let change = is_comparable.then(|| FigureChange::new(indicator.unit.as_deref(), first, last)).flatten();
        Some(FigureMove {
            label: measure_name(&indicator.label, &points, &self.analysis(first_value.article).terms),
            unit: indicator.unit.clone().unwrap_or_default(),
            comparability: comparability.to_owned(),
            doubt: indicator.doubt.map_or(String::new(), |d| d.0.code().to_owned()),
            doubtful: doubtful(indicator, &points),
            change,
            points,
        })
    }

    fn point(&self, value: &IndicatorValue) -> FigurePoint {
        let figure = &self.entries[value.article].analysis.facts.figures[value.figure];
        FigurePoint {
            as_of: value.as_of.clone(),
            value: value.value,
            bound: code(&figure.bound),
            evidence: self.evidence(value.article, figure.span),
            sentence: self.evidence(value.article, self.sentence(value.article, figure.span)),
            corrected: self.is_corrected(value.article, FactKind::Figure, value.figure),
        }
    }
}

/// The words of a theme, folded, without the marks between and around them, which papers set differently.
pub(super) fn wording(theme: &str) -> String {
    let words = theme.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(fold).collect::<Vec<_>>().join(" ")
}

/// Words that open a sentence, as they are written within one: `Ngành y tế` gives `ngành y tế`; names stay (`Tỉnh Hà Giang`).
fn inside_sentence(words: &str) -> String {
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if words.split(' ').nth(1).is_some_and(is_small) => first.to_lowercase().chain(letters).collect(),
        _ => words.to_owned(),
    }
}

/// The sentences of the two values that look like two definitions.
fn doubtful(indicator: &Indicator, points: &[FigurePoint]) -> Vec<Evidence> {
    let Some((_, later)) = indicator.doubt else { return Vec::new() };
    let pair = points.get(later.saturating_sub(1)..=later).unwrap_or_default();
    pair.iter().map(|point| point.sentence.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_of_a_sentence_is_written_small_within_one() {
        let rows = [("Ngành y tế", "ngành y tế"), ("Tỉnh Hà Giang", "Tỉnh Hà Giang"), ("Huế", "Huế"), ("", "")];
        for (words, expected) in rows {
            assert_eq!(inside_sentence(words), expected);
        }
    }

    #[test]
    fn marks_do_not_make_another_theme() {
        let rows = [
            ("Dữ liệu số: sạch - nhanh – gọn", "“Dữ liệu số – Sạch, nhanh, gọn”", true),
            ("Hoá đơn 4.0", "Hóa đơn 4.0", true),
            ("Dữ liệu số", "Dữ liệu số sạch", false),
        ];
        for (one, other, expected) in rows {
            assert_eq!(wording(one) == wording(other), expected, "{one} / {other}");
        }
    }
}
