//! Terms of the whole corpus, and of one year against another, from the comparison.

use crate::base::Arrange;
use crate::compare::{ComparedTerm, Comparison, Fate, bayes_band, by_article, c_tf_idf, per_10k, tenths};

use super::{Changes, TermForm, TermRow, TermShift, YearCount};

/// Terms in one list of changes, at most.
const MOST_SHIFTS: usize = 20;

/// Which rows of the table the views show, as indices: all terms, best first, and those of which years are compared.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// One row for each term: of the forms of a term the heaviest, pieces of longer terms left out.
    foremost: Vec<usize>,
    /// The better quarter of them, at least 300, and those that the reader wants: what is said of years is said of these.
    weighty: Vec<usize>,
}

impl Shown {
    /// Of a comparison.
    pub(super) fn new(comparison: &Comparison) -> Self {
        let foremost = comparison.terms.foremost();
        let most = (foremost.len() / 4).max(300);
        let is_weighty = |(i, row): &(usize, usize)| *i < most || comparison.terms.rows[*row].kept;
        let weighty = foremost.iter().copied().enumerate().filter(is_weighty).map(|(_, row)| row).collect();
        Self { foremost, weighty }
    }

    /// Number of all terms.
    pub(super) fn n_terms(&self) -> usize {
        self.foremost.len()
    }

    /// The best terms, all forms of a term in one row: `most` of them, and among the first `most_in_cloud` those that the
    /// reader wants. `n_syllables` are those of all articles.
    pub(super) fn best(
        &self,
        comparison: &Comparison,
        n_syllables: u32,
        most: usize,
        most_in_cloud: usize,
    ) -> Vec<TermRow> {
        let is_kept = |&(_, row): &(usize, usize)| comparison.terms.rows[row].kept;
        let mut rows: Vec<(usize, usize)> = self.foremost.iter().copied().enumerate().collect();
        put_wanted_first(&mut rows, most, is_kept);
        rows.truncate(most);
        put_wanted_first(&mut rows, most_in_cloud, is_kept);
        rows.into_iter().map(|row| term_row(comparison, n_syllables, row)).collect()
    }

    /// All terms, best first.
    pub(super) fn all(&self, comparison: &Comparison, n_syllables: u32) -> Vec<TermRow> {
        let rows = self.foremost.iter().copied().enumerate();
        rows.map(|row| term_row(comparison, n_syllables, row)).collect()
    }

    fn weighty<'a>(&'a self, comparison: &'a Comparison) -> impl Iterator<Item = &'a ComparedTerm> {
        self.weighty.iter().map(|&row| &comparison.terms.rows[row])
    }
}

/// One term, by its rank from 0 and its row.
fn term_row(comparison: &Comparison, n_syllables: u32, (rank, row): (usize, usize)) -> TermRow {
    let term = &comparison.terms.rows[row];
    let by_part = term.whole().1;
    let count = by_part.iter().map(|c| c.n).sum();
    TermRow {
        rank: rank as u32 + 1,
        term: term.term.clone(),
        count,
        per_10k: tenths(per_10k(count, n_syllables)),
        n_articles: by_article(by_part).count() as u32,
        by_year: (0..comparison.years.len()).map(|year| year_count(comparison, term, year)).collect(),
        forms: term.forms().map(|(form, count)| TermForm { form: form.to_owned(), count }).collect(),
        kept: term.kept,
    }
}

/// Moves terms that the reader wants to the end of the first `most`, where they stand beyond.
fn put_wanted_first<T>(rows: &mut Vec<T>, most: usize, is_kept: impl Fn(&T) -> bool) {
    if !rows.iter().skip(most).any(&is_kept) {
        return;
    }
    let beyond = rows.split_off(most);
    let mut n_room = rows.iter().filter(|row| !is_kept(row)).count();
    let (wanted, rest): (Vec<_>, Vec<_>) = beyond.into_iter().partition(|row| {
        let is_moved = is_kept(row) && n_room > 0;
        n_room -= usize::from(is_moved);
        is_moved
    });
    let mut n_kept = most - wanted.len();
    n_kept -= rows.iter().filter(|row| is_kept(row)).count().min(n_kept);
    let (head, dropped): (Vec<_>, Vec<_>) = std::mem::take(rows).into_iter().partition(|row| {
        let stays = is_kept(row) || n_kept > 0;
        n_kept -= usize::from(stays && !is_kept(row));
        stays
    });
    rows.extend(head.into_iter().chain(wanted).chain(dropped).chain(rest));
}

fn year_count(comparison: &Comparison, term: &ComparedTerm, year: usize) -> YearCount {
    let of = &comparison.years[year];
    YearCount::new(of.year, term.whole().0[year], of.n_syllables)
}

/// What changed in one pair of years (index in the pairs of the comparison).
pub(super) fn changes<'a>(comparison: &'a Comparison, shown: &'a Shown, pair: usize) -> Changes {
    let (from, to) = comparison.terms.pairs[pair];
    let shift = |term: &ComparedTerm| {
        let keyness = comparison.terms.keyness(term.whole_keyness(), pair);
        let (low, high) = keyness.counts.log_ratio_interval();
        let years = [from, to].map(|year| comparison.years[year].year);
        TermShift {
            term: term.term.clone(),
            before: year_count(comparison, term, from),
            after: year_count(comparison, term, to),
            g2: hundredths(keyness.counts.signed_g2()),
            log_ratio: hundredths(keyness.counts.log_ratio()),
            log_ratio_low: hundredths(low),
            log_ratio_high: hundredths(high),
            q: (keyness.q * 1e4).round() / 1e4,
            evidence: bayes_band(keyness.counts.bic()).code().to_owned(),
            stated: term.stated.iter().copied().filter(|year| years.contains(year)).collect(),
            n_articles: keyness.n_articles,
            strength: keyness.strength.code().to_owned(),
        }
    };
    let worth = |term: &'a ComparedTerm| {
        let keyness = comparison.terms.keyness(term.whole_keyness(), pair);
        // G² is known to be needed only where the term is not rare.
        let g2 = if keyness.fate == Fate::Rare { 0.0 } else { keyness.counts.signed_g2() };
        (term, keyness.fate, g2)
    };
    let rows: Vec<(&ComparedTerm, Fate, f64)> = shown.weighty(comparison).map(worth).collect();
    let list = |keep: &dyn Fn(Fate, f64) -> bool, by: &dyn Fn(&ComparedTerm, f64) -> f64| {
        let kept = rows.iter().filter(|(_, fate, g2)| keep(*fate, *g2));
        let mut chosen: Vec<(f64, &ComparedTerm)> = kept.map(|(term, _, g2)| (by(term, *g2), *term)).collect();
        // Terms of equal standing keep the order of the table, which is by weight.
        chosen.arrange_by(|a, b| b.0.total_cmp(&a.0));
        chosen.into_iter().take(MOST_SHIFTS).map(|(_, term)| shift(term)).collect::<Vec<_>>()
    };
    let moved = |fate: Fate| !matches!(fate, Fate::Rare | Fate::Stayed);
    Changes {
        from: comparison.years[from].year,
        to: comparison.years[to].year,
        risen: list(&|fate, g2| moved(fate) && g2 > 0.0, &|_, g2| g2),
        fallen: list(&|fate, g2| moved(fate) && g2 < 0.0, &|_, g2| -g2),
        stayed: list(&|fate, _| fate == Fate::Stayed, &|term, _| term.weight),
        ..Changes::default()
    }
}

/// Occurrences below which a term says nothing of its year.
const LEAST_OF_YEAR: u32 = 2;

/// The terms that set a year apart from the year before it (from the next one, for the first year), then those of the
/// highest c-TF-IDF.
/// `changes` are those of the pairs.
pub(super) fn terms_of(
    comparison: &Comparison,
    shown: &Shown,
    changes: &[Changes],
    year: usize,
    most: usize,
) -> Vec<TermShift> {
    let pairs = || comparison.terms.pairs.iter().enumerate();
    let pair = pairs().filter(|(_, pair)| pair.1 == year).max_by_key(|(_, pair)| pair.0).map(|(i, _)| i);
    let next = pairs().filter(|(_, pair)| pair.0 == year).min_by_key(|(_, pair)| pair.1).map(|(i, _)| i);
    let mut out = match (pair, next) {
        (Some(pair), _) => changes[pair].risen.clone(),
        (None, Some(next)) => changes[next].fallen.clone(),
        (None, None) => Vec::new(),
    };
    let n_years = comparison.years.len().max(1) as f64;
    let mean = comparison.years.iter().map(|y| f64::from(y.n_syllables)).sum::<f64>() / n_years;
    // A term counts for all its syllables, or short ones would stand before the long ones they lie in.
    let own = |t: &ComparedTerm| {
        let by_year = t.whole().0;
        c_tf_idf(by_year[year], by_year.iter().sum(), mean) * f64::from(t.n_syllables)
    };
    let rest = shown.weighty(comparison).filter(|t| t.whole().0[year] >= LEAST_OF_YEAR);
    let mut rest: Vec<(f64, &ComparedTerm)> = rest.map(|t| (own(t), t)).collect();
    rest.arrange_by(|a, b| b.0.total_cmp(&a.0));
    for (_, term) in rest {
        if out.len() >= most {
            break;
        }
        if out.iter().all(|t| t.term != term.term) {
            let count = year_count(comparison, term, year);
            out.push(TermShift {
                term: term.term.clone(),
                before: count.clone(),
                after: count,
                ..TermShift::default()
            });
        }
    }
    out.truncate(most);
    out
}

/// To two decimals; never −0.
pub(super) fn hundredths(x: f64) -> f64 {
    (x * 100.0).round() / 100.0 + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kept: &[u32], most: usize, expected: &[u32]) {
        let mut rows: Vec<TermRow> =
            (0..6).map(|rank| TermRow { rank, kept: kept.contains(&rank), ..TermRow::default() }).collect();
        put_wanted_first(&mut rows, most, |row| row.kept);
        assert_eq!(rows.iter().map(|r| r.rank).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn no_list_leaves_out_what_the_reader_wants() {
        check(&[], 3, &[0, 1, 2, 3, 4, 5]);
        check(&[1], 3, &[0, 1, 2, 3, 4, 5]);
        check(&[4], 3, &[0, 1, 4, 2, 3, 5]);
        check(&[0, 4, 5], 3, &[0, 4, 5, 1, 2, 3]);
        check(&[0, 2, 3, 4, 5], 3, &[0, 2, 3, 1, 4, 5]);
        check(&[5], 9, &[0, 1, 2, 3, 4, 5]);
    }
}
