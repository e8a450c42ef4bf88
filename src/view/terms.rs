//! Terms of the whole corpus, and of one year against another, from the comparison.

use crate::base::Arrange;
use crate::compare::{Comparison, Fate, bayes_band, by_article, c_tf_idf, is_general_term, per_10k, tenths};
use crate::lexicon::TermWords;

use super::{Changes, TermForm, TermRow, TermShift, YearCount};

/// Terms in one list of changes, at most.
const MOST_SHIFTS: usize = 20;

/// Which rows of the table the views show, as indices: all terms, best first, and those of which years are compared.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// One row for each term: of the forms of a term the heaviest, pieces of longer terms left out.
    foremost: Vec<usize>,
    /// By row: whether it is of the better quarter of them, at least 300, and no word that any article may use; or one that
    /// the reader wants: what is said of years is said of these.
    is_weighty: Vec<bool>,
}

impl Shown {
    /// Of a comparison.
    pub(super) fn new(comparison: &Comparison, words: &TermWords) -> Self {
        let foremost = comparison.terms.foremost().to_vec();
        let most = (foremost.len() / 4).max(300);
        let rows = &comparison.terms.rows;
        let mut is_weighty = vec![false; rows.len()];
        for (i, &row) in foremost.iter().enumerate() {
            is_weighty[row] = rows[row].kept || i < most && !is_general_term(words, &comparison.terms, row);
        }
        Self { foremost, is_weighty }
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
}

/// One term, by its rank from 0 and its row.
fn term_row(comparison: &Comparison, n_syllables: u32, (rank, row): (usize, usize)) -> TermRow {
    let term = &comparison.terms.rows[row];
    let by_part = comparison.terms.whole(term);
    let by_year = comparison.terms.by_year(by_part);
    let count: u32 = by_part.iter().map(|c| c.n).sum();
    let form = |(form, n): (&str, u32)| TermForm { form: form.to_owned(), count: n, left: count - n.min(count) };
    TermRow {
        rank: rank as u32 + 1,
        term: comparison.terms.term(term).to_owned(),
        count,
        per_10k: tenths(per_10k(count, n_syllables)),
        n_articles: by_article(by_part).count() as u32,
        by_year: by_year.into_iter().enumerate().map(|(year, n)| year_count(comparison, year, n)).collect(),
        forms: term.forms().map(form).collect(),
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

fn year_count(comparison: &Comparison, year: usize, n: u32) -> YearCount {
    let of = &comparison.years[year];
    YearCount::new(of.year, n, of.n_syllables)
}

/// The rows of the highest values, highest first; rows of equal value keep the order of the table, which is by weight.
fn best(mut rows: Vec<(f64, usize)>, most: usize) -> Vec<(f64, usize)> {
    let order = |a: &(f64, usize), b: &(f64, usize)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
    if most < rows.len() {
        rows.select_nth_unstable_by(most, order);
        rows.truncate(most);
    }
    rows.arrange_by(order);
    rows
}

/// What changed in one pair of years (index in the pairs of the comparison).
pub(super) fn changes(comparison: &Comparison, shown: &Shown, pair: usize) -> Changes {
    let table = &comparison.terms;
    let (from, to) = table.pairs[pair];
    let shift = |&(_, row): &(f64, usize)| {
        let term = &table.rows[row];
        let keyness = table.whole_keyness(term, pair);
        let (low, high) = keyness.counts.log_ratio_interval();
        let years = [from, to].map(|year| comparison.years[year].year);
        TermShift {
            term: table.term(term).to_owned(),
            before: year_count(comparison, from, keyness.counts.a),
            after: year_count(comparison, to, keyness.counts.b),
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
    let [mut risen, mut fallen, mut stayed] = [(); 3].map(|()| Vec::new());
    for (row, fate, g2) in table.tested(pair).filter(|&(row, ..)| shown.is_weighty[row]) {
        match fate {
            Fate::Rare => {}
            Fate::Stayed => stayed.push((table.rows[row].weight, row)),
            _ if g2 > 0.0 => risen.push((g2, row)),
            _ if g2 < 0.0 => fallen.push((-g2, row)),
            _ => {}
        }
    }
    let [risen, fallen, stayed] =
        [risen, fallen, stayed].map(|rows| singly(best(rows, MOST_SHIFTS).iter().map(shift).collect()));
    let [from, to] = [from, to].map(|year| comparison.years[year].year);
    Changes { from, to, risen, fallen, stayed, ..Changes::default() }
}

/// Without the terms that only join two of the others: `kinh tế số và xã hội số` beside both.
fn singly(terms: Vec<TermShift>) -> Vec<TermShift> {
    let is_there = |term: &str| terms.iter().any(|other| other.term == term);
    let joins_two = |term: &str| {
        let parts = [" và ", " and "].iter().find_map(|link| term.split_once(link));
        parts.is_some_and(|(one, other)| is_there(one) && is_there(other))
    };
    let is_joined: Vec<bool> = terms.iter().map(|shift| joins_two(&shift.term)).collect();
    terms.into_iter().zip(is_joined).filter_map(|(shift, is_joined)| (!is_joined).then_some(shift)).collect()
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
    let table = &comparison.terms;
    let pairs = || table.pairs.iter().enumerate();
    let pair = pairs().filter(|(_, pair)| pair.1 == year).max_by_key(|(_, pair)| pair.0).map(|(i, _)| i);
    let next = pairs().filter(|(_, pair)| pair.0 == year).min_by_key(|(_, pair)| pair.1).map(|(i, _)| i);
    let apart: &[TermShift] = match (pair, next) {
        (Some(pair), _) => &changes[pair].risen,
        (None, Some(next)) => &changes[next].fallen,
        (None, None) => &[],
    };
    let count = |shift: &TermShift| if pair.is_some() { shift.after.count } else { shift.before.count };
    let mut out: Vec<TermShift> = Vec::new();
    for shift in apart {
        let is_repeated = |other: &TermShift| {
            let nested = holds(&other.term, &shift.term) || holds(&shift.term, &other.term);
            nested && is_near(count(other), count(shift))
        };
        if !out.iter().any(is_repeated) {
            out.push(shift.clone());
        }
    }
    let n_years = comparison.years.len().max(1) as f64;
    let mean = comparison.years.iter().map(|y| f64::from(y.n_syllables)).sum::<f64>() / n_years;
    // A term counts for all its syllables, or short ones would stand before the long ones they lie in.
    let own = |(row, n): (usize, u32)| {
        let value = c_tf_idf(n, table.dated(row), mean) * f64::from(table.rows[row].n_syllables);
        (value, row)
    };
    let rest = table.in_year(year).filter(|&(row, n)| n >= LEAST_OF_YEAR && shown.is_weighty[row]);
    for (_, row) in best(rest.map(own).collect(), 3 * most + out.len()) {
        if out.len() >= most {
            break;
        }
        let term = &table.rows[row];
        if is_new(&out, table.term(term)) {
            let count = year_count(comparison, year, table.by_year(table.whole(term))[year]);
            out.push(TermShift {
                term: table.term(term).to_owned(),
                before: count.clone(),
                after: count,
                ..TermShift::default()
            });
        }
    }
    out.truncate(most);
    out
}

/// Whether of two terms that lie in each other (`thỏa thuận`, `ký thỏa thuận`) the rarer stands nearly wherever the other does:
/// three times in four.
fn is_near(one: u32, other: u32) -> bool {
    4 * u64::from(one.min(other)) >= 3 * u64::from(one.max(other))
}

/// Whether none of the terms says in fewer or in more words what this one says: `thỏa thuận` and `ký thỏa thuận` do.
fn is_new(terms: &[TermShift], term: &str) -> bool {
    terms.iter().all(|other| !holds(&other.term, term) && !holds(term, &other.term))
}

/// Whether the words of `short` stand in `long`.
pub(super) fn holds(long: &str, short: &str) -> bool {
    format!(" {long} ").contains(&format!(" {short} "))
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
    fn a_term_in_another_is_told_too_where_it_is_often_by_itself() {
        assert!(is_near(4, 3) && is_near(8, 8) && is_near(6, 8));
        // `dữ liệu` and `dữ liệu số` of the year of data.
        assert!(!is_near(31, 9) && !is_near(2, 3));
    }

    #[test]
    fn two_terms_joined_are_not_told_beside_both() {
        let shifts = |terms: &[&str]| -> Vec<TermShift> {
            terms.iter().map(|term| TermShift { term: (*term).to_owned(), ..TermShift::default() }).collect()
        };
        for (terms, expected) in [
            (&["cấp nước", "cấp nước và thoát nước", "thoát nước"][..], &["cấp nước", "thoát nước"][..]),
            (&["cấp nước", "cấp nước và thoát nước"], &["cấp nước", "cấp nước và thoát nước"]),
            (&["wells and pumps", "wells", "pumps and boats", "pumps"], &["wells", "pumps and boats", "pumps"]),
            (&["khoa học và công nghệ", "công nghệ"], &["khoa học và công nghệ", "công nghệ"]),
        ] {
            assert_eq!(singly(shifts(terms)), shifts(expected));
        }
    }

    #[test]
    fn what_is_said_in_fewer_or_in_more_words_is_not_new() {
        let terms = ["ký thỏa thuận", "mã độc"].map(|term| TermShift { term: term.to_owned(), ..TermShift::default() });
        for (term, expected) in [("thỏa thuận", false), ("chặn mã độc", false), ("mã", false), ("mã độ", true)]
        {
            assert_eq!((term, is_new(&terms, term)), (term, expected));
        }
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
