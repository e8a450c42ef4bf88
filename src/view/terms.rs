//! Terms of the whole corpus, and of one year against another, from the comparison.

use crate::base::Arrange;
use crate::compare::{ComparedTerm, Comparison, Fate, Keyness, per_10k, tenths};

use super::{Changes, TermRow, TermShift, YearCount};

/// Terms in one list of changes, at most.
const MOST_SHIFTS: usize = 20;

/// The terms, best first; `n_syllables` are those of all articles.
pub(super) fn term_rows(comparison: &Comparison, n_syllables: u32) -> Vec<TermRow> {
    let row = |(i, term): (usize, &ComparedTerm)| TermRow {
        rank: i as u32 + 1,
        term: term.term.clone(),
        count: term.total,
        per_10k: tenths(per_10k(term.total, n_syllables)),
        n_articles: term.by_article.len() as u32,
        by_year: (0..comparison.years.len()).map(|year| year_count(comparison, term, year)).collect(),
    };
    comparison.terms.rows.iter().enumerate().map(row).collect()
}

fn year_count(comparison: &Comparison, term: &ComparedTerm, year: usize) -> YearCount {
    let (count, of) = (term.by_year[year], &comparison.years[year]);
    YearCount { year: of.year, count, per_10k: tenths(per_10k(count, of.n_syllables)) }
}

/// What changed in one pair of years (index in the pairs of the comparison).
pub(super) fn changes(comparison: &Comparison, pair: usize) -> Changes {
    let (from, to) = comparison.terms.pairs[pair];
    let shift = |term: &ComparedTerm| {
        let keyness = &term.keyness[pair];
        TermShift {
            term: term.term.clone(),
            before: year_count(comparison, term, from),
            after: year_count(comparison, term, to),
            g2: hundredths(keyness.counts.signed_g2()),
            log_ratio: hundredths(keyness.counts.log_ratio()),
            n_articles: keyness.n_articles,
            strength: keyness.strength.code().to_owned(),
        }
    };
    let rows = &comparison.terms.rows;
    let list = |keep: &dyn Fn(&Keyness) -> bool, by: &dyn Fn(&ComparedTerm) -> f64| {
        let mut chosen: Vec<&ComparedTerm> = rows.iter().filter(|t| keep(&t.keyness[pair])).collect();
        // Terms of equal standing keep the order of the table, which is by weight.
        chosen.arrange_by(|a, b| by(b).total_cmp(&by(a)));
        chosen.into_iter().take(MOST_SHIFTS).map(shift).collect::<Vec<_>>()
    };
    let signed = |t: &ComparedTerm| t.keyness[pair].counts.signed_g2();
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

/// The terms that set a year apart from the year before it (from the next one, for the first year); the most weighty terms
/// where there is one year only.
pub(super) fn terms_of(comparison: &Comparison, year: usize, most: usize) -> Vec<TermShift> {
    let pair = comparison.terms.pairs.iter().position(|&(from, to)| to == year && from + 1 == to);
    let next = comparison.terms.pairs.iter().position(|&(from, to)| from == year && from + 1 == to);
    let mut out = match (pair, next) {
        (Some(pair), _) => changes(comparison, pair).risen,
        (None, Some(next)) => changes(comparison, next).fallen,
        (None, None) => Vec::new(),
    };
    let mut rest: Vec<&ComparedTerm> = comparison.terms.rows.iter().filter(|t| t.by_year[year] > 0).collect();
    rest.arrange_by_key(|t| std::cmp::Reverse(t.by_year[year] * t.n_syllables));
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
