//! Terms of all articles, counted by year.

mod foremost;
mod keyness;
mod pieces;
mod short_forms;
#[cfg(test)]
mod tests;

pub use keyness::{Fate, Keyness};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Arrange;
use crate::corpus::{Analysis, Clock};
use crate::extract::TermCounter;
use crate::text::fold_words;

pub(super) use self::keyness::Calendar;
use self::pieces::Pieces;
use self::short_forms::{ShortForms, count_short};
use super::comparison::{Source, Statement, Year};
use super::dp;

/// The terms, best first, and the pairs of years they are compared in.
#[derive(Clone, Debug, Default)]
pub struct TermTable {
    /// The terms; every one is counted in every article, also in those that did not list it.
    pub rows: Vec<ComparedTerm>,
    /// Pairs of indices of years: each year with the next, then the first with the last if there are three or more.
    pub pairs: Vec<(usize, usize)>,
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
    /// One for each of [`TermTable::pairs`].
    pub keyness: Vec<Keyness>,
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
    /// One for each of [`TermTable::pairs`].
    pub keyness: Vec<Keyness>,
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
    pub fn whole_keyness(&self) -> &[Keyness] {
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

/// Counts the terms that any article lists in all articles; `statements` are what articles state for years.
pub fn term_table(sources: &[Source], years: &[Year], clock: Clock, statements: &[Statement]) -> TermTable {
    let mut order: Vec<usize> = (0..sources.len()).collect();
    order.arrange_by_key(|&i| sources[i].0);
    let calendar = Calendar::new(sources, years, clock);
    let forms = ShortForms::new(sources, &order);
    let mut rows = listed(sources, &order);
    let n_listed = rows.len();
    add_spellings(sources, &order, &mut rows);
    let groups = add_other_forms(&forms, &mut rows);
    count(sources, &order, statements, &mut rows);
    merge(&groups, &count_short(sources, &order), &mut rows);
    rows.truncate(n_listed);
    let n_syllables = sources.iter().map(|s| s.1.n_syllables).sum();
    for row in &mut rows {
        row.total = row.by_part.iter().map(|c| c.n).sum();
        row.by_year = calendar.by_year(&row.by_part);
        row.dp = spread(sources, &row.by_part, n_syllables);
        if let Some(merged) = &mut row.merged {
            merged.by_year = calendar.by_year(&merged.by_part);
        }
    }
    rows.arrange_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.term.cmp(&b.term)));
    let pairs = calendar.pairs();
    for &pair in &pairs {
        calendar.add_keyness(&mut rows, pair);
    }
    TermTable { rows, pairs }
}

/// The terms that any article lists, each once.
fn listed(sources: &[Source], order: &[usize]) -> Vec<ComparedTerm> {
    let mut index: FxHashMap<&str, usize> = FxHashMap::default();
    let mut rows: Vec<ComparedTerm> = Vec::new();
    for &article in order {
        for term in &sources[article].1.terms {
            let row = *index.entry(&term.term).or_insert(rows.len());
            if row == rows.len() {
                let n_syllables = term.syllables;
                rows.push(ComparedTerm { term: term.term.clone(), n_syllables, ..ComparedTerm::default() });
            }
            rows[row].weight += term.weight;
            rows[row].kept |= term.kept;
        }
    }
    rows
}

/// Adds the other spellings of listed terms, so that they are counted in every article.
fn add_spellings(sources: &[Source], order: &[usize], rows: &mut Vec<ComparedTerm>) {
    let spellings = order.iter().flat_map(|&article| &sources[article].1.terms).flat_map(|term| &term.variants);
    let mut spellings: Vec<&str> = spellings.map(|(form, _)| form.as_str()).collect();
    spellings.arrange();
    spellings.dedup();
    let known: FxHashSet<&str> = rows.iter().map(|row| row.term.as_str()).collect();
    let new: Vec<&str> = spellings.into_iter().filter(|form| !known.contains(form)).collect();
    rows.extend(new.into_iter().map(|form| ComparedTerm { term: form.to_owned(), ..ComparedTerm::default() }));
}

/// Rows that are one term in several forms, as indices; forms that no article lists are added at the end of the rows.
/// A bare short form has no row: it is counted as written.
struct Group {
    rows: Vec<usize>,
    shorts: Vec<String>,
}

fn add_other_forms(forms: &ShortForms, rows: &mut Vec<ComparedTerm>) -> Vec<Group> {
    let mut by_key: FxHashMap<String, usize> = FxHashMap::default();
    let mut keys: Vec<(String, Vec<usize>)> = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        if forms.is_short(&row.term) || forms.is_apart(&row.term) {
            continue;
        }
        let key = forms.written_out(&row.term);
        let at = *by_key.entry(fold_words(&key)).or_insert(keys.len());
        if at == keys.len() {
            keys.push((key, Vec::new()));
        }
        keys[at].1.push(i);
    }
    let mut groups = Vec::new();
    for (key, mut members) in keys {
        let mut other = forms.shortened(&key);
        other.push(key);
        other.retain(|form| !forms.is_apart(form));
        let (shorts, longer): (Vec<String>, Vec<String>) = other.into_iter().partition(|form| forms.is_short(form));
        for term in longer {
            if members.iter().all(|&i| rows[i].term != term) {
                members.push(rows.len());
                rows.push(ComparedTerm { term, ..ComparedTerm::default() });
            }
        }
        if members.len() + shorts.len() > 1 {
            groups.push(Group { rows: members, shorts });
        }
    }
    groups
}

fn count(sources: &[Source], order: &[usize], statements: &[Statement], rows: &mut [ComparedTerm]) {
    let counter = TermCounter::new(rows.iter().map(|r| r.term.as_str()));
    let mut pieces = Pieces::new(rows.len());
    for &i in order {
        let Analysis { article, parts, .. } = sources[i].1;
        for segment in &article.segments {
            let occurrences = counter.occurrences(&article.text, segment.span);
            pieces.add(&occurrences, rows);
            for found in occurrences {
                add(&mut rows[found.term as usize].by_part, i as u32, parts.at(found.span.start()) as u32);
            }
        }
    }
    pieces.mark(rows);
    for statement in statements {
        let article = &sources[statement.place.article].1.article;
        for found in counter.occurrences(&article.text, statement.place.span) {
            rows[found.term as usize].stated.push(statement.year);
        }
    }
    for row in rows {
        settle(&mut row.by_part);
        row.stated.arrange();
        row.stated.dedup();
    }
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

/// Gives each row of a group the sum of all its forms, if more than one of them occurs.
fn merge(groups: &[Group], short_counts: &FxHashMap<String, Vec<PartCount>>, rows: &mut [ComparedTerm]) {
    for group in groups {
        let long = group.rows.iter().map(|&i| (rows[i].term.as_str(), rows[i].by_part.as_slice()));
        let short = group.shorts.iter().filter_map(|s| Some((s.as_str(), short_counts.get(s)?.as_slice())));
        let found: Vec<_> = long.chain(short).filter(|form| !form.1.is_empty()).collect();
        if found.len() < 2 {
            continue;
        }
        let forms: Vec<(String, u32)> =
            found.iter().map(|form| (form.0.to_owned(), form.1.iter().map(|c| c.n).sum())).collect();
        let mut by_part: Vec<PartCount> = found.iter().flat_map(|form| form.1).copied().collect();
        settle(&mut by_part);
        for &i in &group.rows {
            let (others, counts) = forms.iter().filter(|f| f.0 != rows[i].term).cloned().unzip();
            let by_part = by_part.clone();
            rows[i].merged = Some(Merged { forms: others, form_counts: counts, by_part, ..Merged::default() });
        }
    }
}

/// Gries' DP over all articles; those that do not hold the term count as one part.
fn spread(sources: &[Source], by_part: &[PartCount], n_syllables: u32) -> f64 {
    let held = by_article(by_part).map(|(article, n)| (n, sources[article].1.n_syllables));
    let rest = n_syllables.saturating_sub(held.clone().map(|part| part.1).sum::<u32>());
    dp(held.chain([(0, rest)])).unwrap_or(0.0)
}
