//! Targets, and whether a later article gives the figure that was to be reached.

use rustc_hash::FxHashMap;

use crate::compare::comparison::Source;
use crate::corpus::Analysis;
use crate::extract::{Figure, FigureKind, Target};
use crate::ingest::Zone;
use crate::lexicon::{Limit, TermWords};
use crate::text::fold;

use super::join::{Ascending, Key, Read};
use super::measure::Scopes;
use super::syllables::{Numbers, Syllables, is_function};

/// A target and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetOutcome {
    /// Index of the article that announces it.
    pub article: usize,
    /// Index in the article's `facts.targets`.
    pub target: usize,
    /// What became of it.
    pub verdict: Verdict,
    /// The later value that the verdict rests on.
    pub value: Option<LaterValue>,
}

/// A value that a later article gives for what was to be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaterValue {
    /// Index of the article.
    pub article: usize,
    /// Index in the article's `facts.figures`.
    pub figure: usize,
    /// The time it holds for, ISO 8601.
    pub as_of: String,
}

/// What became of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A later figure reaches it.
    Reached,
    /// A later figure, of the deadline or after it, does not.
    Missed,
    /// A later figure does not reach it, but there is time left, or its bound leaves it open.
    UnderWay,
    /// No later article gives the figure.
    NotReported,
    /// It names no number.
    NoNumber,
}

impl Verdict {
    /// As it is printed.
    pub fn code(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::Missed => "missed",
            Self::UnderWay => "under_way",
            Self::NotReported => "not_reported",
            Self::NoNumber => "no_number",
        }
    }
}

/// Figures that are compared with one target, at most.
const LOOKED_AT: usize = 256;

/// A target of an article.
#[derive(Debug)]
pub(super) struct Aim {
    target: usize,
    /// The number to reach, if there is one that can be compared.
    pub goal: Option<Read>,
    // What is to be done, without the words for what is counted.
    deed: Numbers,
}

impl Aim {
    /// Whether a value is of what is to be reached. Of what is counted everywhere half the words of the deed must be told, for
    /// it may be counted for another reason: `20 xã được công nhận đạt chuẩn`, `20 xã bị ngập`.
    fn is_met_by(&self, value: &Read) -> bool {
        let Some(goal) = &self.goal else { return false };
        let is_done = || 2 * self.deed.list().iter().filter(|word| value.tells(**word)).count() >= self.deed.len();
        goal.same(value) && (!value.is_of_anything() || is_done())
    }
}

/// The targets of an article.
pub(super) fn aims(words: &TermWords, syllables: &mut Syllables, scopes: &Scopes) -> Vec<Aim> {
    let figures = &scopes.analysis.facts.figures;
    let aim = |(i, target): (usize, &Target)| {
        let figure = target.metric.and_then(|m| Some((m, figures.get(m)?)));
        let goal = figure.and_then(|(m, f)| scopes.aim(words, m, f));
        let goal = goal.map(|goal| Read::new(syllables, goal));
        let deed = syllables.read(target.what.of(&scopes.analysis.article.text));
        let is_of_deed = |word: &u32| !is_function(*word) && goal.as_ref().is_none_or(|goal| !goal.names(*word));
        let deed = Numbers::new(&deed.into_iter().filter(is_of_deed).collect::<Vec<_>>());
        Aim { target: i, goal, deed }
    };
    in_body(scopes.analysis).map(aim).collect()
}

/// What became of the targets, each with the index of its article.
pub(super) fn outcomes(sources: &[Source], read: &[&Read], aims: &[(usize, &Aim)]) -> Vec<TargetOutcome> {
    let goals = aims.iter().filter_map(|aim| aim.1.goal.as_ref());
    let mut by_word: FxHashMap<Key, Vec<u32>> = goals.flat_map(Read::keys).map(|key| (key, Vec::new())).collect();
    let is_needed = !by_word.is_empty();
    for (one, i) in read.iter().zip(0..).filter(|_| is_needed) {
        for key in one.keys() {
            if let Some(list) = by_word.get_mut(&key).filter(|list| list.last() != Some(&i)) {
                list.push(i);
            }
        }
    }
    aims.iter().map(|&(article, aim)| became(sources, read, &by_word, article, aim)).collect()
}

fn became(
    sources: &[Source],
    read: &[&Read],
    by_word: &FxHashMap<Key, Vec<u32>>,
    article: usize,
    aim: &Aim,
) -> TargetOutcome {
    let analysis = sources[article].1;
    let Some(goal) = &aim.goal else { return judged(article, aim.target, analysis, None) };
    let lists = goal.keys().filter_map(|key| by_word.get(&key)).map(Vec::as_slice);
    let near = Ascending::of(lists, |place| place).take(LOOKED_AT).map(|i| i as usize);
    let announced = analysis.facts.meta.reference_date.as_deref();
    let later = near.filter(|&i| {
        let told = sources[read[i].measure.article].1.facts.meta.reference_date.as_deref();
        announced < told && aim.is_met_by(read[i])
    });
    // Of several the first that is of the deadline or later; else the last: what comes after says less of the day it was due.
    let deadline = analysis.facts.targets[aim.target].by.as_deref().map(end);
    let as_of = |i: usize| end(&read[i].measure.as_of);
    let is_due = |i: usize| deadline.as_ref().is_some_and(|by| as_of(i) >= *by);
    let nearest = later.min_by(|&a, &b| match (is_due(a), is_due(b)) {
        (true, true) => as_of(a).cmp(&as_of(b)).then(a.cmp(&b)),
        (false, false) => as_of(b).cmp(&as_of(a)).then(a.cmp(&b)),
        (due, other) => other.cmp(&due),
    });
    let value = nearest.map(|i| {
        let m = &read[i].measure;
        (LaterValue { article: m.article, figure: m.figure, as_of: m.as_of.clone() }, sources[m.article].1)
    });
    judged(article, aim.target, analysis, value)
}

fn in_body(analysis: &Analysis) -> impl Iterator<Item = (usize, &Target)> {
    let targets = analysis.facts.targets.iter().enumerate();
    targets.filter(|(_, target)| analysis.article.zone(target.span.start()) == Zone::Body)
}

fn judged(article: usize, target: usize, analysis: &Analysis, value: Option<(LaterValue, &Analysis)>) -> TargetOutcome {
    let stated = &analysis.facts.targets[target];
    let goal = stated.metric.and_then(|m| analysis.facts.figures.get(m));
    let verdict = match (goal, &value) {
        (None, _) => Verdict::NoNumber,
        (Some(_), None) => Verdict::NotReported,
        (Some(goal), Some((later, told))) => {
            let is_over = stated.by.as_deref().is_some_and(|by| end(&later.as_of) >= end(by));
            verdict(goal, is_downward(analysis, stated, goal), &told.facts.figures[later.figure], is_over)
        }
    };
    TargetOutcome { article, target, verdict, value: value.map(|v| v.0) }
}

/// Whether less is to be reached: `giảm còn 3%`, `không quá 5 ngày`.
fn is_downward(analysis: &Analysis, target: &Target, goal: &Figure) -> bool {
    const LESS: [&str; 8] = ["giảm", "hạ", "dưới", "kéo giảm", "cắt giảm", "reduce", "cut", "below"];
    let before = &analysis.article.text[target.span.start().min(goal.number.start())..goal.number.start()];
    goal.bound == Limit::Upper && goal.value_max.is_none()
        || fold(before).split(|c: char| !c.is_alphanumeric()).any(|word| LESS.contains(&word))
}

/// Compares a goal with a value; `is_over`: the deadline is past.
fn verdict(goal: &Figure, is_downward: bool, value: &Figure, is_over: bool) -> Verdict {
    let (beyond, open) = if is_downward {
        (value.value <= goal.value, value.bound == Limit::Upper)
    } else {
        (value.value >= goal.value, value.bound == Limit::Lower)
    };
    // “Nearly 100” does not reach 100, “more than 90” may.
    let near_miss = value.value == goal.value && value.bound == (if is_downward { Limit::Lower } else { Limit::Upper });
    match (beyond && !near_miss, open) {
        (true, _) => Verdict::Reached,
        (false, true) => Verdict::UnderWay,
        (false, false) if is_over => Verdict::Missed,
        (false, false) => Verdict::UnderWay,
    }
}

/// The last day of an ISO date that may be a month or a year, comparable as text.
fn end(iso: &str) -> String {
    let iso = iso.rsplit('/').next().unwrap_or(iso);
    match iso.len() {
        4 => format!("{iso}-12-31"),
        7 => format!("{iso}-31"),
        _ => iso.to_owned(),
    }
}

/// Whether a figure may be a goal: a change of a value says nothing of the value.
pub(super) fn is_goal(figure: &Figure) -> bool {
    !matches!(figure.kind, FigureKind::Change | FigureKind::Duration | FigureKind::Ordinal)
}

#[cfg(test)]
mod tests {
    use crate::corpus::{Clock, Engine};
    use crate::extract::Given;

    #[track_caller]
    fn check(plan: &str, result: &str, expected: &[&str]) {
        let engine = Engine::built_in(str::to_owned);
        let read = |text| engine.analyse(text, &Given::default());
        let (a, b) = (read(plan), read(result));
        let sources = [("a", &a), ("b", &b)];
        let comparison = crate::compare::compare(&engine.lexicon().term_words, &sources, Clock::Published);
        let found = comparison.targets;
        let got: Vec<&str> = found.iter().map(|o| o.verdict.code()).collect();
        let targets: Vec<_> = a.facts.targets.iter().map(|t| (t.span.of(plan), &t.by, t.metric)).collect();
        assert_eq!(got, expected, "{plan} {result}\n{targets:?}\n{:?}", b.facts.figures);
    }

    const PLAN: &str = "Ngày 5/3/2022, tỉnh họp. Đến hết năm 2023, tỉnh phấn đấu xây 1.200 phòng học kiên cố.";

    #[test]
    fn a_later_figure_tells_what_became_of_a_target() {
        let told = |text: &str| format!("Ngày 6/1/2024, tỉnh họp. {text}");
        check(PLAN, &told("Đến hết năm 2023, tỉnh đã có 1.250 phòng học kiên cố."), &["reached"]);
        check(PLAN, &told("Đến hết năm 2023, tỉnh mới có 980 phòng học kiên cố."), &["missed"]);
        check(PLAN, &told("Đến hết năm 2023, tỉnh có gần 1.200 phòng học kiên cố."), &["missed"]);
        check(PLAN, &told("Đến hết năm 2023, tỉnh có hơn 1.100 phòng học kiên cố."), &["under_way"]);
        check(PLAN, &told("Tỉnh có 500 sân bóng đá."), &["not_reported"]);
        // What is counted for another reason is no result.
        let towns =
            "Ngày 5/3/2022, tỉnh họp. Đến hết năm 2023, có 17 xã, phường, thị trấn được công nhận đạt chuẩn đô thị.";
        let of = |deed: &str| told(&format!("Đã có 18 xã, phường, thị trấn {deed}."));
        check(towns, &of("được công nhận đạt chuẩn đô thị"), &["reached"]);
        check(towns, &of("gửi báo cáo về lũ"), &["not_reported"]);
    }

    #[test]
    fn a_target_is_judged_by_the_day_it_was_due() {
        let told = |text: &str| format!("Ngày 6/1/2025, tỉnh họp. {text}");
        let later = "Đến hết năm 2024, tỉnh đã có 1.250 phòng học kiên cố.";
        check(PLAN, &told(&format!("Đến hết năm 2023, tỉnh mới có 980 phòng học kiên cố. {later}")), &["missed"]);
        check(PLAN, &told(&format!("Đến hết năm 2022, tỉnh mới có 980 phòng học kiên cố. {later}")), &["reached"]);
    }

    #[test]
    fn before_the_deadline_a_target_is_under_way() {
        check(PLAN, "Ngày 6/3/2023, tỉnh họp. Đến nay, tỉnh đã có 700 phòng học kiên cố.", &["under_way"]);
        // An earlier article tells nothing of what became of it.
        check(PLAN, "Ngày 6/3/2021, tỉnh họp. Đến nay, tỉnh đã có 1.300 phòng học kiên cố.", &["not_reported"]);
    }
}
