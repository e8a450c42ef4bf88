//! Terms of all articles, counted by year.

use rustc_hash::FxHashMap;

use crate::extract::TermCounter;

use super::comparison::{Source, Year};
use super::{Counts, ENOUGH_OCCURRENCES, Strength, benjamini_hochberg, dp, strength};

/// The terms, best first, and the pairs of years they are compared in.
#[derive(Clone, Debug, Default)]
pub struct TermTable {
    /// The terms; every one is counted in every article, also in those that did not list it.
    pub rows: Vec<ComparedTerm>,
    /// Pairs of indices of years: each year with the next, then the first with the last if there are three or more.
    pub pairs: Vec<(usize, usize)>,
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
    /// Occurrences by article: index of the article and count, no zeros.
    pub by_article: Vec<(usize, u32)>,
    /// Gries' DP over all articles: 0 even, 1 all in one place.
    pub dp: f64,
    /// One for each of [`TermTable::pairs`].
    pub keyness: Vec<Keyness>,
    /// Weight by which the terms are ranked: the sum of its weights in the articles that list it.
    pub weight: f64,
}

/// A term in two years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Keyness {
    /// Counts and lengths; G², log ratio, interval and BIC are computed from them.
    pub counts: Counts,
    /// Articles of the two years that hold the term.
    pub n_articles: u32,
    /// p-value corrected for all terms tested in this pair (Benjamini and Hochberg).
    pub q: f64,
    /// What the difference is worth.
    pub strength: Strength,
    /// What became of the term.
    pub fate: Fate,
}

/// What became of a term from one year to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fate {
    /// Not there before, at least three times after.
    Came,
    /// At least three times before, not there after.
    Went,
    /// In both, more frequent after, by more than chance.
    Rose,
    /// In both, less frequent after, by more than chance.
    Fell,
    /// In both, at much the same rate.
    Stayed,
    /// Too rare to say.
    Rare,
}

impl Fate {
    /// As it is printed.
    pub fn code(self) -> &'static str {
        match self {
            Self::Came => "came",
            Self::Went => "went",
            Self::Rose => "rose",
            Self::Fell => "fell",
            Self::Stayed => "stayed",
            Self::Rare => "rare",
        }
    }
}

/// Counts the terms that any article lists in all articles.
pub fn term_table(sources: &[Source], years: &[Year]) -> TermTable {
    let mut order: Vec<usize> = (0..sources.len()).collect();
    order.sort_by_key(|&i| sources[i].0);
    let mut rows = listed(sources, &order);
    count(sources, &order, &mut rows);
    let sizes: Vec<u32> = order.iter().map(|&i| sources[i].1.n_syllables).collect();
    let mut year_of = vec![None; sources.len()];
    for (n, year) in years.iter().enumerate() {
        year.articles.iter().for_each(|&article| year_of[article] = Some(n));
    }
    for row in &mut rows {
        row.total = row.by_article.iter().map(|c| c.1).sum();
        row.by_year = vec![0; years.len()];
        for &(article, n) in &row.by_article {
            if let Some(year) = year_of[article] {
                row.by_year[year] += n;
            }
        }
        row.dp = spread(&row.by_article, &order, &sizes);
    }
    rows.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.term.cmp(&b.term)));
    let pairs = pairs(years.len());
    for &pair in &pairs {
        add_keyness(&mut rows, years, &year_of, pair);
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
        }
    }
    rows
}

fn count(sources: &[Source], order: &[usize], rows: &mut [ComparedTerm]) {
    let counter = TermCounter::new(rows.iter().map(|r| r.term.as_str()));
    for &i in order {
        let article = &sources[i].1.article;
        for segment in &article.segments {
            for found in counter.occurrences(&article.text, segment.span) {
                let by_article = &mut rows[found.term as usize].by_article;
                match by_article.last_mut() {
                    Some(last) if last.0 == i => last.1 += 1,
                    _ => by_article.push((i, 1)),
                }
            }
        }
    }
}

/// Gries' DP; both lists run in the order of `order`.
fn spread(by_article: &[(usize, u32)], order: &[usize], sizes: &[u32]) -> f64 {
    let mut held = by_article.iter().peekable();
    let parts: Vec<(u32, u32)> = order
        .iter()
        .zip(sizes)
        .map(|(article, &size)| (held.next_if(|c| c.0 == *article).map_or(0, |c| c.1), size))
        .collect();
    dp(parts.into_iter()).unwrap_or(0.0)
}

/// Each year with the next, then the first with the last.
fn pairs(n_years: usize) -> Vec<(usize, usize)> {
    let mut out: Vec<_> = (1..n_years).map(|later| (later - 1, later)).collect();
    if n_years > 2 {
        out.push((0, n_years - 1));
    }
    out
}

fn add_keyness(rows: &mut [ComparedTerm], years: &[Year], year_of: &[Option<usize>], (from, to): (usize, usize)) {
    let counts = |row: &ComparedTerm| Counts {
        a: row.by_year[from],
        b: row.by_year[to],
        c: years[from].n_syllables,
        d: years[to].n_syllables,
    };
    // Terms below the floor are not tested, so they do not weigh on the correction either.
    let tested: Vec<usize> =
        (0..rows.len()).filter(|&i| rows[i].by_year[from] + rows[i].by_year[to] >= ENOUGH_OCCURRENCES).collect();
    let p: Vec<f64> = tested.iter().map(|&i| counts(&rows[i]).p_value()).collect();
    let mut q = vec![1.0; rows.len()];
    for (&i, corrected) in tested.iter().zip(benjamini_hochberg(&p)) {
        q[i] = corrected;
    }
    for (row, q) in rows.iter_mut().zip(q) {
        let counts = counts(row);
        let of_either = |c: &&(usize, u32)| year_of[c.0].is_some_and(|y| y == from || y == to);
        let n_articles = row.by_article.iter().filter(of_either).count() as u32;
        let strength = strength(counts, n_articles, q);
        row.keyness.push(Keyness { counts, n_articles, q, strength, fate: fate(counts, strength) });
    }
}

fn fate(counts: Counts, strength: Strength) -> Fate {
    match (counts.a, counts.b) {
        (a, b) if a + b < ENOUGH_OCCURRENCES => Fate::Rare,
        (0, _) => Fate::Came,
        (_, 0) => Fate::Went,
        _ if strength < Strength::Some => Fate::Stayed,
        _ if counts.signed_g2() > 0.0 => Fate::Rose,
        _ => Fate::Fell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::compare;
    use crate::corpus::{Analysis, Engine};
    use crate::extract::Given;

    fn read(year: Option<i32>, text: &str) -> Analysis {
        let engine = Engine::new(str::to_owned, include_bytes!("../../data/words.pack")).unwrap();
        engine.analyse(text, &Given { year, ..Given::default() })
    }

    #[test]
    fn counts_every_term_in_every_article_whatever_the_order() {
        let a = read(Some(2021), "Nước mặn dâng cao. Người dân chở nước ngọt về xã; thiếu nước ngọt, nước ngọt.");
        let b = read(Some(2023), "Một công trình nước ngọt đã xong.");
        let c = read(None, "Nước ngọt!");
        let table = compare(&[("a", &a), ("b", &b), ("c", &c)]).terms;
        let row = table.rows.iter().find(|r| r.term == "nước ngọt").unwrap();
        assert_eq!((row.by_year.as_slice(), row.total), ([3, 1].as_slice(), 5));
        assert_eq!(row.by_article, [(0, 3), (1, 1), (2, 1)]);
        let turned = compare(&[("c", &c), ("b", &b), ("a", &a)]).terms;
        let again = turned.rows.iter().find(|r| r.term == "nước ngọt").unwrap();
        assert_eq!((&again.keyness, again.dp, again.weight), (&row.keyness, row.dp, row.weight));
    }

    #[test]
    fn says_what_became_of_a_term() {
        let of = |a, b| {
            let counts = Counts { a, b, c: 3000, d: 3000 };
            fate(counts, strength(counts, 3, counts.p_value()))
        };
        use Fate::*;
        assert_eq!(
            [of(0, 3), of(5, 0), of(1, 1), of(4, 5), of(2, 30), of(30, 2)],
            [Came, Went, Rare, Stayed, Rose, Fell]
        );
    }
}
