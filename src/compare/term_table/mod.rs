//! Terms of all articles, counted by year.

mod foremost;
mod keyness;
mod pieces;
mod rows;
mod short_forms;
#[cfg(test)]
mod tests;
mod work;

pub use keyness::{Fate, InPairs, Keyness};

use crate::base::Arrange;

pub(super) use self::keyness::Calendar;
use self::short_forms::ShortForms;
pub(super) use self::work::Work;
use super::comparison::Source;

/// The terms, best first, and the pairs of years they are compared in.
#[derive(Clone, Debug, Default)]
pub struct TermTable {
    /// The terms; every one is counted in every article, also in those that did not list it.
    pub rows: Vec<ComparedTerm>,
    /// Pairs of indices of years: each year with the next, then the first with the last if there are three or more.
    pub pairs: Vec<(usize, usize)>,
    /// Syllables of the two years of each pair.
    pub lengths: Vec<(u32, u32)>,
}

/// How often a term stands in one part of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartCount {
    /// Index of the article.
    pub article: u32,
    /// Index of the part in the article's `parts`.
    pub part: u32,
    /// Occurrences, at least 1.
    pub n: u32,
}

/// Occurrences by article: index of the article and count.
pub fn by_article(by_part: &[PartCount]) -> impl Iterator<Item = (usize, u32)> + Clone {
    let of_one = by_part.chunk_by(|a, b| a.article == b.article);
    of_one.map(|parts| (parts[0].article as usize, parts.iter().map(|p| p.n).sum()))
}

/// One term over the years.
#[derive(Clone, Debug, Default)]
pub struct ComparedTerm {
    /// In matching form: lower case, single blanks.
    pub term: String,
    /// Syllables it is long.
    pub n_syllables: u32,
    /// Occurrences in all bodies, also in those of no year.
    pub total: u32,
    /// Occurrences by year, in the order of the years; zeros written out.
    pub by_year: Vec<u32>,
    /// Occurrences by part of an article, in order, no zeros. Both clocks are summed from these.
    pub by_part: Vec<PartCount>,
    /// Gries' DP over all articles: 0 even, 1 all in one place.
    pub dp: f64,
    /// What became of it in each of [`TermTable::pairs`]; see [`TermTable::keyness`].
    pub keyness: InPairs,
    /// Weight by which the terms are ranked: the sum of its weights in the articles that list it.
    pub weight: f64,
    /// Years for which an article states it, in a theme or an item of a list; ascending.
    pub stated: Vec<i32>,
    /// The counts with short and long forms, and spellings, taken as one, where that changes them.
    pub merged: Option<Merged>,
    /// Whether the reader wants it, so that no list leaves it out.
    pub kept: bool,
    /// Whether it stands nearly always as a mere piece of longer terms (`số cộng đồng` in `tổ công nghệ số cộng đồng`), so
    /// that lists leave it out.
    pub is_piece: bool,
}

/// Counts of a term with its other forms: short for long, long for short, the tone mark elsewhere. The counts above stay
/// those of the exact string, so leaving this out undoes it.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    /// The other forms that are counted in.
    pub forms: Vec<String>,
    /// How often each of them stands in all bodies.
    pub form_counts: Vec<u32>,
    /// Occurrences by year.
    pub by_year: Vec<u32>,
    /// Occurrences by part of an article, in order, no zeros.
    pub by_part: Vec<PartCount>,
    /// What became of it in each of [`TermTable::pairs`]; see [`TermTable::keyness`].
    pub keyness: InPairs,
}

impl ComparedTerm {
    /// Counts by year and by part with all forms taken as one.
    pub fn whole(&self) -> (&[u32], &[PartCount]) {
        match &self.merged {
            Some(merged) => (&merged.by_year, &merged.by_part),
            None => (&self.by_year, &self.by_part),
        }
    }

    /// What became of it in each pair of years, all forms taken as one.
    pub fn whole_keyness(&self) -> &InPairs {
        self.merged.as_ref().map_or(&self.keyness, |merged| &merged.keyness)
    }

    /// The other forms counted in, with their counts.
    pub fn forms(&self) -> impl Iterator<Item = (&str, u32)> {
        let merged = self.merged.iter();
        merged.flat_map(|m| m.forms.iter().map(String::as_str).zip(m.form_counts.iter().copied()))
    }
}

/// The other forms under which a term is counted too; none for a bare short form.
pub fn other_forms(sources: &[Source], term: &str) -> Vec<String> {
    let order: Vec<usize> = (0..sources.len()).collect();
    let forms = ShortForms::new(sources, &order);
    let term = short_forms::matching(term);
    if forms.is_short(&term) || forms.is_apart(&term) {
        return Vec::new();
    }
    let written_out = forms.written_out(&term);
    let mut out = forms.shortened(&written_out);
    out.push(written_out);
    out.retain(|form| *form != term && !forms.is_apart(form));
    out
}

/// Counts one more in a part of an article.
pub(super) fn add(counts: &mut Vec<PartCount>, article: u32, part: u32) {
    match counts.last_mut() {
        Some(last) if (last.article, last.part) == (article, part) => last.n += 1,
        _ => counts.push(PartCount { article, part, n: 1 }),
    }
}

/// Brings counts in order, one for each part.
pub(super) fn settle(counts: &mut Vec<PartCount>) {
    let key = |count: &PartCount| (count.article, count.part);
    if counts.is_sorted_by(|a, b| key(a) < key(b)) {
        return;
    }
    counts.arrange();
    counts.dedup_by(|later, first| {
        let same = key(later) == key(first);
        first.n += if same { later.n } else { 0 };
        same
    });
}
