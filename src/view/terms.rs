//! Terms of the whole corpus, and of one year against another, from the comparison.

use crate::base::Arrange;
use crate::compare::{ComparedTerm, Comparison, Fate, Keyness, bayes_band, by_article, c_tf_idf, per_10k, tenths};

use super::{Changes, TermForm, TermRow, TermShift, YearCount};

/// Terms in one list of changes, at most.
const MOST_SHIFTS: usize = 20;

/// The terms, best first, all forms of a term in one row; `n_syllables` are those of all articles.
pub(super) fn term_rows(comparison: &Comparison, n_syllables: u32) -> Vec<TermRow> {
    let row = |(i, term): (usize, &ComparedTerm)| {
        let by_part = term.whole().1;
        let count = by_part.iter().map(|c| c.n).sum();
        TermRow {
            rank: i as u32 + 1,
            term: term.term.clone(),
            count,
            per_10k: tenths(per_10k(count, n_syllables)),
            n_articles: by_article(by_part).count() as u32,
            by_year: (0..comparison.years.len()).map(|year| year_count(comparison, term, year)).collect(),
            forms: term.forms().map(|(form, count)| TermForm { form: form.to_owned(), count }).collect(),
            kept: term.kept,
        }
    };
    foremost(comparison).into_iter().enumerate().map(row).collect()
}

/// Moves terms that the reader wants to the end of the first `most`, where they stand beyond.
pub(super) fn put_wanted_first(rows: &mut Vec<TermRow>, most: usize) {
    if !rows.iter().skip(most).any(|row| row.kept) {
        return;
    }
    let beyond = rows.split_off(most);
    let mut n_room = rows.iter().filter(|row| !row.kept).count();
    let (wanted, rest): (Vec<_>, Vec<_>) = beyond.into_iter().partition(|row| {
        let is_moved = row.kept && n_room > 0;
        n_room -= usize::from(is_moved);
        is_moved
    });
    let mut n_kept = most - wanted.len();
    n_kept -= rows.iter().filter(|row| row.kept).count().min(n_kept);
    let (head, dropped): (Vec<_>, Vec<_>) = std::mem::take(rows).into_iter().partition(|row| {
        let stays = row.kept || n_kept > 0;
        n_kept -= usize::from(stays && !row.kept);
        stays
    });
    rows.extend(head.into_iter().chain(wanted).chain(dropped).chain(rest));
}

/// One row for each term: of the forms of a term the heaviest, pieces of longer terms left out.
fn foremost(comparison: &Comparison) -> Vec<&ComparedTerm> {
    let rows = &comparison.terms.rows;
    comparison.terms.foremost().into_iter().map(|i| &rows[i]).collect()
}

/// The better quarter of the terms, at least 300, and those that the reader wants: what is said of years is said of these.
fn weighty(comparison: &Comparison) -> Vec<&ComparedTerm> {
    let rows = foremost(comparison);
    let most = (rows.len() / 4).max(300);
    rows.into_iter().enumerate().filter(|(i, term)| *i < most || term.kept).map(|(_, term)| term).collect()
}

fn year_count(comparison: &Comparison, term: &ComparedTerm, year: usize) -> YearCount {
    let of = &comparison.years[year];
    YearCount::new(of.year, term.whole().0[year], of.n_syllables)
}

/// What changed in one pair of years (index in the pairs of the comparison).
pub(super) fn changes(comparison: &Comparison, pair: usize) -> Changes {
    let (from, to) = comparison.terms.pairs[pair];
    let shift = |term: &ComparedTerm| {
        let keyness = &term.whole_keyness()[pair];
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
    let rows = weighty(comparison);
    let list = |keep: &dyn Fn(&Keyness) -> bool, by: &dyn Fn(&ComparedTerm) -> f64| {
        let mut chosen: Vec<&ComparedTerm> = rows.iter().copied().filter(|t| keep(&t.whole_keyness()[pair])).collect();
        // Terms of equal standing keep the order of the table, which is by weight.
        chosen.arrange_by(|a, b| by(b).total_cmp(&by(a)));
        chosen.into_iter().take(MOST_SHIFTS).map(shift).collect::<Vec<_>>()
    };
    let signed = |t: &ComparedTerm| t.whole_keyness()[pair].counts.signed_g2();
    let rising = |k: &Keyness| !matches!(k.fate, Fate::Rare | Fate::Stayed) && k.counts.signed_g2() > 0.0;
    let falling = |k: &Keyness| !matches!(k.fate, Fate::Rare | Fate::Stayed) && k.counts.signed_g2() < 0.0;
    let in_both = |k: &Keyness| k.fate == Fate::Stayed;
    Changes {
        from: comparison.years[from].year,
        to: comparison.years[to].year,
        risen: list(&rising, &signed),
        fallen: list(&falling, &|t| -signed(t)),
        stayed: list(&in_both, &|t| t.weight),
        ..Changes::default()
    }
}

/// Occurrences below which a term says nothing of its year.
const LEAST_OF_YEAR: u32 = 2;

/// The terms that set a year apart from the year before it (from the next one, for the first year), then those of the
/// highest c-TF-IDF.
pub(super) fn terms_of(comparison: &Comparison, year: usize, most: usize) -> Vec<TermShift> {
    let pairs = || comparison.terms.pairs.iter().enumerate();
    let pair = pairs().filter(|(_, pair)| pair.1 == year).max_by_key(|(_, pair)| pair.0).map(|(i, _)| i);
    let next = pairs().filter(|(_, pair)| pair.0 == year).min_by_key(|(_, pair)| pair.1).map(|(i, _)| i);
    let mut out = match (pair, next) {
        (Some(pair), _) => changes(comparison, pair).risen,
        (None, Some(next)) => changes(comparison, next).fallen,
        (None, None) => Vec::new(),
    };
    let mut rest = weighty(comparison);
    rest.retain(|t| t.whole().0[year] >= LEAST_OF_YEAR);
    let n_years = comparison.years.len().max(1) as f64;
    let mean = comparison.years.iter().map(|y| f64::from(y.n_syllables)).sum::<f64>() / n_years;
    // A term counts for all its syllables, or short ones would stand before the long ones they lie in.
    let own = |t: &ComparedTerm| {
        let by_year = t.whole().0;
        c_tf_idf(by_year[year], by_year.iter().sum(), mean) * f64::from(t.n_syllables)
    };
    rest.arrange_by(|a, b| own(b).total_cmp(&own(a)));
    for term in rest {
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
        put_wanted_first(&mut rows, most);
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
