//! Which measures are one: the same thing counted, in the same unit, of the same place.

use std::cmp::Ordering;

use rustc_hash::FxHashSet;

use crate::compare::{Comparability, Doubt, Indicator, IndicatorValue};
use crate::extract::FigureKind;

use super::measure::{Measure, rounds};
use super::period;
use super::syllables::{
    Numbers, SHARED_RUN, Sentence, Syllables, is_excluding, is_function, is_general, is_unbroken, opposite,
};

/// A measure with its words taken apart.
#[derive(Debug)]
pub(super) struct Read {
    /// The measure; its sentence is below.
    pub measure: Measure,
    unit: Numbers,
    // Syllables of what is measured and of its unit, without function words.
    words: Numbers,
    // How many of them are not of what is counted everywhere: none of `tỉnh, thành phố`.
    n_telling: usize,
    // The words that name it, in order.
    named: Box<[u32]>,
    // Of a count: its sentence.
    sentence: Sentence,
    // A bit for each of its words, which several may share.
    mark: u64,
}

/// Likeness from which two labels name one measure.
const SAME_LABEL: f64 = 0.75;
/// The same for shares, which are often of the same bodies but of different things.
const SAME_SHARE: f64 = 0.85;
/// Content words a label must have to name a measure without help from the sentence.
const SPECIFIC: usize = 3;
/// Factor by which two values may differ and still be of one measure.
const FAR: f64 = 50.0;

/// What of a measure rules out that it is the same as another, beside its kind, in one place of memory.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gate {
    value: f64,
    mark: u64,
    n_words: usize,
}

impl Gate {
    pub(super) fn of(read: &Read) -> Self {
        Self { value: read.measure.value, mark: read.mark, n_words: read.words.len() }
    }

    /// Whether the two may be the same: near each other, and the longer one with three in four of the words of the shorter
    /// one, as a likeness of three in four takes (`2s / (a + b) ≥ 3/4` and `a ≤ b` give `s ≥ 3a/4`).
    pub(super) fn admits(&self, other: &Self) -> bool {
        let (short, long) = if self.n_words <= other.n_words { (self, other) } else { (other, self) };
        let missing = (short.mark & !long.mark).count_ones() as usize;
        4 * missing <= short.n_words && near(self.value, other.value)
    }
}

/// The items of lists that ascend by their place, in order, each once.
pub(super) struct Ascending<'a, F> {
    lists: Vec<&'a [u32]>,
    // The place of the first of each, `u32::MAX` for none.
    firsts: Vec<u32>,
    place: F,
}

impl<'a, F: Fn(u32) -> u32> Ascending<'a, F> {
    /// Of lists; `place` is that of an item.
    pub(super) fn of(lists: impl Iterator<Item = &'a [u32]>, place: F) -> Self {
        let lists: Vec<&[u32]> = lists.collect();
        let firsts = lists.iter().map(|list| first(list, &place)).collect();
        Self { lists, firsts, place }
    }
}

fn first(list: &[u32], place: impl Fn(u32) -> u32) -> u32 {
    list.first().map_or(u32::MAX, |&item| place(item))
}

impl<F: Fn(u32) -> u32> Iterator for Ascending<'_, F> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let least = self.firsts.iter().copied().min().filter(|&least| least != u32::MAX)?;
        let mut found = None;
        for (at, list) in self.firsts.iter_mut().zip(&mut self.lists) {
            if *at == least
                && let Some((&item, others)) = list.split_first()
            {
                (found, *list) = (Some(item), others);
                *at = first(others, &self.place);
            }
        }
        found
    }
}

/// The kind of a measure and the number of a word of it.
pub(super) type Key = (u8, u32);

impl Read {
    /// Takes the words of a measure apart.
    pub(super) fn new(syllables: &mut Syllables, mut measure: Measure) -> Self {
        let sentence = std::mem::take(&mut measure.sentence);
        let is_count = measure.kind == FigureKind::Count;
        let sentence = if is_count { syllables.sentence(&sentence) } else { Sentence::default() };
        let content = |phrase: &[u32]| {
            let words: Vec<u32> = phrase.iter().copied().filter(|&word| !is_function(word)).collect();
            Numbers::new(&words)
        };
        let unit = syllables.read(&measure.unit);
        // A long unit says by itself what is counted; a unit of money or a percent sign says nothing of it.
        let by_unit = is_count && (measure.in_full.is_empty() || content(&unit).len() >= SPECIFIC);
        let named = if by_unit { unit.clone() } else { syllables.read(&measure.in_full) };
        let words = content(&named);
        Self {
            n_telling: words.list().iter().filter(|&&word| !is_general(word)).count(),
            measure,
            unit: Numbers::new(&unit),
            mark: words.list().iter().fold(0, |mark, word| mark | 1 << (word % 64)),
            words,
            named: named.into_boxed_slice(),
            sentence,
        }
    }

    /// Under which words the measure is found: with its kind, so that only measures of one kind meet.
    pub(super) fn keys(&self) -> impl Iterator<Item = Key> {
        self.words.list().iter().map(|&word| (self.measure.kind as u8, word))
    }

    /// Whether what it counts is counted for many reasons, as `xã, phường, thị trấn`.
    pub(super) fn is_of_anything(&self) -> bool {
        self.measure.kind == FigureKind::Count && self.n_telling < 2
    }

    /// Whether the word names it.
    pub(super) fn names(&self, word: u32) -> bool {
        self.words.list().contains(&word)
    }

    /// Whether the word stands in its sentence, which only counts keep.
    pub(super) fn tells(&self, word: u32) -> bool {
        self.sentence.syllables.contains(&word)
    }

    /// Whether the two are values of one measure.
    pub(super) fn same(&self, other: &Read) -> bool {
        let (a, b) = (&self.measure, &other.measure);
        if a.kind != b.kind || self.words.is_empty() || other.words.is_empty() || !near(a.value, b.value) {
            return false;
        }
        if a.article == b.article {
            return a.value == b.value && self.words == other.words && a.as_of == b.as_of;
        }
        let counts = a.kind == FigureKind::Count;
        if self.unit != other.unit && !(counts && self.unit.shared(&other.unit) > 0) {
            return false;
        }
        let least = match a.kind {
            FigureKind::Percent | FigureKind::Ratio => SAME_SHARE,
            _ => SAME_LABEL,
        };
        if (a.adds_up || b.adds_up) && !period::comparable((a.value, a.n_days), (b.value, b.n_days)) {
            return false;
        }
        let specific = self.n_telling.min(other.n_telling) >= SPECIFIC;
        let is_alike = specific && self.words.likeness(&other.words) >= least;
        let elsewhere =
            || !a.places.is_empty() && !b.places.is_empty() && a.places.iter().all(|p| !b.places.contains(p));
        let is_one = (is_alike || counts && self.same_scope(other)) && !self.excludes(other) && !other.excludes(self);
        is_one && !elsewhere() && a.companies.agree(&b.companies)
    }

    /// Whether a word of it makes it one of what the other is not: `lợi nhuận trước thuế` beside `lợi nhuận sau thuế`,
    /// `hộ cận nghèo` beside `hộ nghèo`.
    fn excludes(&self, other: &Read) -> bool {
        let has = |word: &u32| other.words.list().contains(word);
        let mut only = self.words.list().iter().filter(|word| !has(word));
        only.any(|&word| is_excluding(word) || opposite(word).is_some_and(|opposite| has(&opposite)))
    }

    /// For counts named by little more than their unit (`hơn 300 trạm`): the one label holds the other, and the sentence
    /// of the shorter one has the longer one's words; or the labels are the same and the sentences share a run of words.
    fn same_scope(&self, other: &Read) -> bool {
        let (short, long) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        if short.words.shared(&long.words) < short.words.len() {
            return false;
        }
        if short.words.len() < long.words.len() {
            return long.words.len() >= SPECIFIC && has_run(&short.sentence.syllables, &long.named);
        }
        // Two runs may have one number, but seldom.
        if !meet(&short.sentence.runs, &long.sentence.runs) {
            return false;
        }
        let runs = short.sentence.syllables.windows(SHARED_RUN).filter(is_unbroken);
        let of_short: FxHashSet<&[u32]> = runs.collect();
        long.sentence.syllables.windows(SHARED_RUN).any(|run| of_short.contains(run))
    }
}

/// Whether two ascending lists have a number in common.
fn meet(mut a: &[u32], mut b: &[u32]) -> bool {
    while let (Some(one), Some(other)) = (a.first(), b.first()) {
        match one.cmp(other) {
            Ordering::Less => a = &a[1..],
            Ordering::Greater => b = &b[1..],
            Ordering::Equal => return true,
        }
    }
    false
}

fn has_run(sentence: &[u32], run: &[u32]) -> bool {
    !run.is_empty() && sentence.windows(run.len()).any(|window| window == run)
}

fn near(a: f64, b: f64) -> bool {
    let (small, large) = if a.abs() < b.abs() { (a.abs(), b.abs()) } else { (b.abs(), a.abs()) };
    large <= small * FAR
}

/// The indicator of values that are of one measure, in time order, each with its place by article; `None` for those of one
/// article.
pub(super) fn indicator(cluster: &[(&Read, u32)]) -> Option<Indicator> {
    let measures = one_a_time(apart_in_time(cluster.iter().map(|(read, _)| &read.measure).collect()));
    if measures.iter().all(|m| m.article == measures[0].article) {
        return None;
    }
    let (named, _) = cluster.iter().max_by_key(|(read, place)| {
        let is_in_full = read.measure.label == read.measure.in_full;
        (read.words.len(), is_in_full, std::cmp::Reverse(*place))
    })?;
    let named = &named.measure;
    let label = if named.label.is_empty() { named.unit.clone() } else { named.label.clone() };
    let unit = Some(measures[0].unit.clone()).filter(|u| !u.is_empty());
    let values = measures.iter().map(|m| IndicatorValue {
        as_of: m.as_of.clone(),
        value: m.value,
        article: m.article,
        figure: m.figure,
    });
    let doubt = doubt(&measures);
    let comparability = if doubt.is_some() { Comparability::Low } else { Comparability::High };
    Some(Indicator { label, unit, comparability, doubt, values: values.collect() })
}

/// The values without those of a part of the time that another one is of: of 19 December 2022 beside the year 2022 stands what
/// an article of that day says of the year, or of what was reached of it.
fn apart_in_time(measures: Vec<&Measure>) -> Vec<&Measure> {
    let times: FxHashSet<&str> = measures.iter().map(|measure| measure.as_of.as_str()).collect();
    let is_part = |time: &str| time.rmatch_indices('-').any(|(at, _)| times.contains(&time[..at]));
    measures.iter().copied().filter(|measure| !is_part(&measure.as_of)).collect()
}

/// The values, in time order, with one for what several articles say of one time, exactly or rounded: the one with most digits.
fn one_a_time(measures: Vec<&Measure>) -> Vec<&Measure> {
    let mut out: Vec<&Measure> = Vec::new();
    for measure in measures {
        let of_time = |other: &&mut &Measure| other.as_of == measure.as_of && rounds(other.value, measure.value);
        match out.iter_mut().rev().find(of_time) {
            Some(other) if n_digits(measure.value) > n_digits(other.value) => *other = measure,
            Some(_) => {}
            None => out.push(measure),
        }
    }
    out
}

/// Digits of a number from the first to the last that is not zero; six behind the point at most.
fn n_digits(value: f64) -> usize {
    let value = value.abs();
    let mut digits = if value.fract() == 0.0 { value as u64 } else { (value * 1e6 + 0.5) as u64 };
    while digits > 0 && digits % 10 == 0 {
        digits /= 10;
    }
    let mut n = 0;
    while digits > 0 {
        (digits, n) = (digits / 10, n + 1);
    }
    n
}

/// Factor from which a count or amount that changes is broken off rather than grown.
const BROKEN: f64 = 10.0;

/// Why the values, in time order, may not be set against each other, and the index of the later value of the first two that
/// may not: one that falls although its article says that it grows, that falls by a tenth or more without a word on when
/// it was taken, or that changes tenfold (an amount of money, too), may be counted in another way.
fn doubt(measures: &[&Measure]) -> Option<(Doubt, usize)> {
    measures.windows(2).enumerate().find_map(|(i, pair)| {
        let [a, b] = [pair[0], pair[1]];
        let falls = b.value < a.value;
        let is_count = a.kind == FigureKind::Count;
        let (small, large) = if falls { (b.value, a.value) } else { (a.value, b.value) };
        let doubt = if b.rises.is_some_and(|up| up == falls) && b.value != a.value {
            Doubt::AgainstStated
        } else if (is_count || a.kind == FigureKind::Money) && small > 0.0 && large >= BROKEN * small {
            Doubt::Break
        } else if is_count && b.value < 0.9 * a.value && !(a.dated && b.dated) {
            Doubt::UndatedFall
        } else {
            return None;
        };
        Some((doubt, i + 1))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::indicators::joining::Joining;

    fn measure(article: usize, label: &str, unit: &str, value: f64, sentence: &str) -> Measure {
        Measure {
            article,
            figure: 0,
            kind: FigureKind::Count,
            unit: unit.to_owned(),
            label: label.to_owned(),
            in_full: label.to_owned(),
            sentence: sentence.to_owned(),
            places: Vec::new(),
            companies: Default::default(),
            value,
            as_of: format!("{}", 2020 + article),
            until: None,
            adds_up: false,
            n_days: None,
            dated: false,
            rises: None,
        }
    }

    #[track_caller]
    fn check(measures: &[Measure], expected: &[&str]) {
        let mut syllables = Syllables::default();
        let read: Vec<Read> = measures.iter().map(|measure| Read::new(&mut syllables, measure.clone())).collect();
        let articles: Vec<(u64, &[Read])> =
            read.iter().zip(1..).map(|(one, n)| (n, std::slice::from_ref(one))).collect();
        let shown: Vec<String> = Joining::all(&articles)
            .iter()
            .map(|i| {
                let values: Vec<_> = i.values.iter().map(|v| v.value.to_string()).collect();
                format!("{} {:?} {}", i.label, i.comparability, values.join(" "))
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn joins_by_what_is_counted() {
        check(
            &[
                measure(0, "trạm y tế xã", "trạm y tế xã", 120.0, ""),
                measure(1, "trạm", "trạm", 180.0, "Số trạm y tế xã tăng lên 180 trạm."),
                measure(1, "trạm biến áp", "trạm", 40.0, "Có 40 trạm biến áp."),
            ],
            &["trạm y tế xã High 120 180"],
        );
    }

    #[test]
    fn a_word_that_excludes_makes_another_measure() {
        let said = "Xã có 120 hộ nghèo và 90 hộ cận nghèo.";
        let (poor, near) =
            (measure(0, "hộ nghèo", "hộ nghèo", 120.0, said), measure(1, "hộ cận nghèo", "hộ", 60.0, ""));
        check(&[poor, near.clone()], &[]);
        check(&[measure(0, "hộ cận nghèo", "hộ cận nghèo", 90.0, said), near], &["hộ cận nghèo Low 90 60"]);
        let connected = |article, label, value| measure(article, label, "hộ", value, "");
        check(&[connected(0, "hộ dân đã nối mạng", 70.0), connected(1, "hộ dân chưa nối mạng", 50.0)], &[]);
        check(
            &[connected(0, "hộ dân chưa nối mạng", 50.0), connected(1, "hộ dân chưa nối mạng", 70.0)],
            &["hộ dân chưa nối mạng High 50 70"],
        );
    }

    #[test]
    fn numbers_of_several_lists_come_in_order() {
        let lists: [&[u32]; 4] = [&[1, 4, 9], &[], &[0, 4, 5], &[4, 9]];
        assert_eq!(Ascending::of(lists.into_iter(), |item| item).collect::<Vec<_>>(), [0, 1, 4, 5, 9]);
        assert_eq!(Ascending::of([].into_iter(), |item| item).next(), None);
        // Lists that go down, by places that go up.
        let lists: [&[u32]; 2] = [&[9, 4, 1], &[5, 4, 0]];
        assert_eq!(Ascending::of(lists.into_iter(), |item| 10 - item).collect::<Vec<_>>(), [9, 5, 4, 1, 0]);
    }

    #[test]
    fn a_bare_unit_takes_its_scope_from_the_sentence() {
        let one = "Tỉnh lập 300 đội cứu hộ cộng đồng ven biển với 1.500 thành viên.";
        let two = "Các đội cứu hộ cộng đồng ven biển nay có 700 đội, 4.000 thành viên.";
        check(
            &[
                measure(0, "đội cứu hộ cộng đồng ven biển", "đội cứu hộ cộng đồng ven biển", 300.0, one),
                measure(0, "thành viên", "thành viên", 1500.0, one),
                measure(1, "đội", "đội", 700.0, two),
                measure(1, "thành viên", "thành viên", 4000.0, two),
                measure(2, "thành viên", "thành viên", 5000.0, "Câu lạc bộ bóng đá có 5.000 thành viên."),
            ],
            &["đội cứu hộ cộng đồng ven biển High 300 700", "thành viên High 1500 4000"],
        );
    }

    #[test]
    fn shares_of_the_same_bodies_are_not_one_measure() {
        let percent = |article, label| Measure {
            kind: FigureKind::Percent,
            unit: "%".to_owned(),
            ..measure(article, label, "", 100.0, "Đạt 100%.")
        };
        check(&[percent(0, "các sở, ngành đã lập kế hoạch"), percent(1, "các sở, ngành đã nối mạng")], &[]);
        check(&[percent(0, "các sở, ngành"), percent(1, "các sở, ngành")], &[]);
        let same = "hộ dân dùng nước sạch";
        check(&[percent(0, same), percent(1, same)], &["hộ dân dùng nước sạch High 100 100"]);
    }

    #[test]
    fn measures_of_other_places_are_other_measures() {
        let mut here = measure(0, "hợp tác xã nông nghiệp", "hợp tác xã", 900.0, "");
        let mut there = measure(1, "hợp tác xã nông nghiệp", "hợp tác xã", 950.0, "");
        (here.places, there.places) = (vec!["Bến Tre".to_owned()], vec!["Hà Giang".to_owned()]);
        check(&[here, there], &[]);
    }

    #[test]
    fn a_day_of_a_year_is_no_other_time_than_the_year() {
        let of = |as_of: &str| Measure { as_of: as_of.to_owned(), ..measure(0, "doanh thu", "tỷ đồng", 5.0, "") };
        let all = ["2021", "2022", "2022-12-19", "2023-06", "2023-06-30"].map(of);
        let left: Vec<&str> = apart_in_time(all.iter().collect()).iter().map(|m| m.as_of.as_str()).collect();
        assert_eq!(left, ["2021", "2022", "2023-06"]);
    }

    #[test]
    fn a_fall_against_what_is_said_is_doubtful() {
        let coops = |article, value, rises| Measure {
            rises,
            ..measure(article, "hợp tác xã nông nghiệp", "hợp tác xã", value, "")
        };
        let fell = |first, then| [coops(0, 900.0, first), coops(1, 850.0, then)];
        check(&fell(None, Some(true)), &["hợp tác xã nông nghiệp Low 900 850"]);
        check(&fell(Some(true), Some(false)), &["hợp tác xã nông nghiệp High 900 850"]);
        // What grew before may fall now.
        check(&fell(Some(true), None), &["hợp tác xã nông nghiệp High 900 850"]);
    }

    #[test]
    fn a_tenfold_change_is_doubtful() {
        let paid = |article, value| Measure {
            kind: FigureKind::Money,
            unit: "đồng".to_owned(),
            ..measure(article, "nộp ngân sách tỉnh", "", value, "")
        };
        check(&[paid(0, 22e9), paid(1, 880e9)], &["nộp ngân sách tỉnh Low 22000000000 880000000000"]);
        check(&[paid(0, 22e9), paid(1, 44e9)], &["nộp ngân sách tỉnh High 22000000000 44000000000"]);
        let coops = |article, value| measure(article, "hợp tác xã nông nghiệp", "hợp tác xã", value, "");
        check(&[coops(0, 90.0), coops(1, 900.0)], &["hợp tác xã nông nghiệp Low 90 900"]);
    }

    #[test]
    fn of_one_time_the_exact_value_stands_for_the_rounded_one() {
        let coops = |article, as_of: &str, value| Measure {
            as_of: as_of.to_owned(),
            ..measure(article, "hợp tác xã nông nghiệp", "hợp tác xã", value, "")
        };
        let shown = "hợp tác xã nông nghiệp High 904 950";
        check(&[coops(0, "2020", 904.0), coops(1, "2020", 900.0), coops(2, "2022", 950.0)], &[shown]);
        check(&[coops(0, "2020", 900.0), coops(1, "2020", 904.0), coops(2, "2022", 950.0)], &[shown]);
        // Two values of one time stay two.
        let apart = "hợp tác xã nông nghiệp High 860 900 950";
        check(&[coops(0, "2020", 860.0), coops(1, "2020", 900.0), coops(2, "2022", 950.0)], &[apart]);
    }

    #[test]
    fn values_of_one_article_make_no_indicator() {
        let one = || measure(0, "trạm y tế xã", "trạm", 1.0, "");
        check(&[one(), one()], &[]);
    }
}
