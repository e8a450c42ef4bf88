//! Terms of all articles, counted by year.

mod calendar;
mod foremost;
mod keyness;
mod pieces;
mod rank;
mod rows;
mod short_forms;
#[cfg(test)]
mod tests;
mod ways;
mod work;
mod yearly;

pub use keyness::{Fate, Keyness};

use std::sync::Arc;

use crate::base::Arrange;

pub(super) use self::calendar::Calendar;
use self::keyness::Worths;
pub(super) use self::rank::Ranking;
use self::short_forms::ShortForms;
pub(super) use self::ways::Ways;
pub(super) use self::work::Work;
use self::yearly::{Forms, Yearly};
use super::comparison::Source;
use super::dp;
use super::ledger::{Texts, matching};

/// The terms, best first, and the pairs of years they are compared in.
#[derive(Clone, Debug, Default)]
pub struct TermTable {
    /// The terms; every one is counted in every article, also in those that did not list it.
    pub rows: Vec<ComparedTerm>,
    /// Pairs of indices of years: each year with the next, then the first with the last if there are three or more.
    pub pairs: Vec<(usize, usize)>,
    /// Syllables of the two years of each pair.
    pub lengths: Vec<(u32, u32)>,
    texts: Arc<Texts>,
    // The counts of all rows, each row's in one piece.
    counts: Vec<PartCount>,
    calendar: Calendar,
    // By article: syllables of its body; their sum.
    n_syllables: Vec<u32>,
    all_syllables: u32,
    foremost: Vec<usize>,
    yearly: Forms,
    // By pair: what counts are worth, as they are, and with merged forms.
    exact: Vec<Worths>,
    merged: Vec<Worths>,
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

/// One term over the years. What is counted of it the [`TermTable`] tells.
#[derive(Clone, Debug)]
pub struct ComparedTerm {
    // Its number among the texts.
    phrase: u32,
    /// Syllables it is long.
    pub n_syllables: u32,
    /// Occurrences in all bodies, also in those of no year.
    pub total: u32,
    /// Weight by which the terms are ranked: the sum of its weights in the articles that list it.
    pub weight: f64,
    /// Years for which an article states it, in a theme or an item of a list; ascending.
    pub stated: Vec<i32>,
    /// The counts with short and long forms, and spellings, taken as one, where that changes them.
    pub merged: Option<Box<Merged>>,
    /// Whether the reader wants it, so that no list leaves it out.
    pub kept: bool,
    /// Whether it stands nearly always as a mere piece of longer terms (`số cộng đồng` in `tổ công nghệ số cộng đồng`), so
    /// that lists leave it out.
    pub is_piece: bool,
    // Its stretch of the counts.
    counts: (u32, u32),
}

/// Counts of a term with its other forms: short for long, long for short, the tone mark elsewhere. The exact counts stay, so
/// leaving this out undoes it.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    /// The other forms that are counted in.
    pub forms: Vec<String>,
    /// How often each of them stands in all bodies.
    pub form_counts: Vec<u32>,
    // Those that may have rows, by number.
    phrases: Vec<u32>,
    /// Occurrences by part of an article, in order, no zeros.
    pub by_part: Vec<PartCount>,
}

impl ComparedTerm {
    #[cfg(test)]
    pub(crate) fn of_total(total: u32) -> Self {
        Self {
            phrase: 0,
            n_syllables: 0,
            total,
            weight: 0.0,
            stated: Vec::new(),
            merged: None,
            kept: false,
            is_piece: false,
            counts: (0, 0),
        }
    }

    /// The other forms counted in, with their counts.
    pub fn forms(&self) -> impl Iterator<Item = (&str, u32)> {
        let merged = self.merged.iter();
        merged.flat_map(|m| m.forms.iter().map(String::as_str).zip(m.form_counts.iter().copied()))
    }
}

impl TermTable {
    /// A row of this table in matching form: lower case, single blanks.
    pub fn term(&self, row: &ComparedTerm) -> &str {
        self.texts.of(row.phrase)
    }

    /// Occurrences of a row of this table by part of an article, in order, no zeros; both clocks are summed from these.
    pub fn by_part(&self, row: &ComparedTerm) -> &[PartCount] {
        &self.counts[row.counts.0 as usize..row.counts.1 as usize]
    }

    /// The same with all forms taken as one.
    pub fn whole<'a>(&'a self, row: &'a ComparedTerm) -> &'a [PartCount] {
        row.merged.as_ref().map_or_else(|| self.by_part(row), |merged| &merged.by_part)
    }

    /// Index of the year that a count belongs to; `None` for none.
    pub fn year_of(&self, count: &PartCount) -> Option<usize> {
        self.calendar.year(count)
    }

    /// Sums by year, in the order of the years; zeros written out.
    pub fn by_year(&self, by_part: &[PartCount]) -> Vec<u32> {
        self.calendar.by_year(by_part)
    }

    /// Gries' DP of a row over all articles: 0 even, 1 all in one place. Those that do not hold the term count as one part.
    pub fn dispersion(&self, row: &ComparedTerm) -> f64 {
        let held = by_article(self.by_part(row)).map(|(article, n)| (n, self.n_syllables[article]));
        let rest = self.all_syllables.saturating_sub(held.clone().map(|part| part.1).sum::<u32>());
        dp(held.chain([(0, rest)])).unwrap_or(0.0)
    }

    /// What became of a row in a pair of years (index in [`TermTable::pairs`]).
    pub fn keyness(&self, row: &ComparedTerm, pair: usize) -> Keyness {
        self.judged(self.by_part(row), pair, &self.exact)
    }

    /// The same with all forms taken as one.
    pub fn whole_keyness(&self, row: &ComparedTerm, pair: usize) -> Keyness {
        let of = if row.merged.is_some() { &self.merged } else { &self.exact };
        self.judged(self.whole(row), pair, of)
    }

    fn judged(&self, by_part: &[PartCount], pair: usize, worths: &[Worths]) -> Keyness {
        let (counts, n_articles) = self.calendar.in_pair(by_part, self.pairs[pair], self.lengths[pair]);
        Keyness::new(counts, n_articles, worths.get(pair).and_then(|worths| worths.of((counts.a, counts.b))))
    }

    /// The rows that are tested in a pair of years, all forms taken as one: index, what became of it, signed G².
    pub fn tested(&self, pair: usize) -> impl Iterator<Item = (usize, Fate, f64)> + '_ {
        let Forms { single, merged, .. } = &self.yearly;
        self.tested_of(single, &self.exact, pair).chain(self.tested_of(merged, &self.merged, pair))
    }

    fn tested_of<'a>(
        &'a self,
        yearly: &'a Yearly,
        worths: &'a [Worths],
        pair: usize,
    ) -> impl Iterator<Item = (usize, Fate, f64)> + 'a {
        let worths = worths.get(pair);
        yearly.pair(self.pairs[pair]).filter_map(move |(row, counts)| {
            let worth = worths?.of(counts)?;
            Some((row, worth.fate, worth.g2))
        })
    }

    /// The rows that stand in a year, of those that stand twice or more in all, all forms taken as one: index, occurrences.
    pub fn in_year(&self, year: usize) -> impl Iterator<Item = (usize, u32)> + '_ {
        let rows = self.yearly.single.year(year).iter().chain(self.yearly.merged.year(year));
        rows.map(|&(row, n)| (row as usize, n))
    }

    /// How often a row that stands twice or more stands in any year, all forms taken as one.
    pub fn dated(&self, row: usize) -> u32 {
        let of = if self.rows[row].merged.is_some() { &self.yearly.merged } else { &self.yearly.single };
        of.dated(row)
    }

    /// Indices of the rows, best first, one for each term: of the forms of a term the heaviest. Mere pieces of longer terms
    /// are left out.
    pub fn foremost(&self) -> &[usize] {
        &self.foremost
    }
}

/// The other forms under which a term is counted too; none for a bare short form.
pub fn other_forms(sources: &[Source], term: &str) -> Vec<String> {
    let forms = ShortForms::new(sources);
    let term = matching(term);
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
