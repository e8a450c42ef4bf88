//! The year of an article that its day does not give, from the other years that it names.

use super::super::Reading;
use super::super::date::{Expression, Sense, Unit, When};
use super::is_document;
use crate::text::TokenKind;

/// What the years named in an article say about its own.
pub(super) struct Context {
    named: Vec<NamedYear>,
}

/// A year that the article names.
#[derive(Clone, Copy)]
struct NamedYear {
    year: i32,
    naming: Naming,
    /// Index of the expression that names it.
    at: usize,
    /// Whether it is named by its number alone, as a whole.
    is_whole: bool,
    /// Whether it is named with its first months: `tháng 1/2024`, `quý I/2024`, `Tết 2024`.
    is_beginning: bool,
}

/// In what way a year is named.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// The year under review: `tổng kết năm 2022`.
    Reviewed,
    /// A stretch that ends about now: `từ nay đến cuối năm 2022`, `9 tháng năm 2024`.
    Running,
    /// Named without sign of plan or comparison.
    Plain,
    /// As part of a name: `World Cup 2022`.
    Named,
    /// What is compared with: `so với cùng kỳ năm 2023`.
    SamePeriod,
    /// The year that a year is compared with: `so với năm 2023`.
    Compared,
    /// A plan, a limit, a horizon, another baseline.
    Other,
}

impl Context {
    /// Of the expressions of an article.
    pub(super) fn new(reading: &Reading, found: &[Expression]) -> Self {
        let named = found.iter().enumerate().filter_map(|(at, e)| {
            let year = e.when.known_year().or_else(|| match &e.when {
                When::Between(a, b) => b.known_year().or_else(|| a.known_year()),
                _ => None,
            })?;
            let is_whole = matches!(e.when, When::Year(_));
            let is_beginning = matches!(
                e.when,
                When::Month { month: 1..=3, .. } | When::Quarter { quarter: 1, .. } | When::Lunar { month: 1, .. }
            );
            let naming = naming(reading, e);
            (1990..=2100).contains(&year).then_some(NamedYear { year, naming, at, is_whole, is_beginning })
        });
        Self { named: named.collect() }
    }

    /// The article's year and the expression that shows it, given the month of its event, and whether the article calls
    /// its own year `this year`, as agencies do, so that a whole year by its number (`in 2022`, `from 2019`) is another one.
    pub(super) fn year(&self, month: Option<u32>, is_this_year: bool) -> Option<(i32, usize)> {
        let is_own =
            |n: &&NamedYear| !(is_this_year && n.is_whole) || matches!(n.naming, Naming::Running | Naming::Reviewed);
        let named = || self.named.iter().filter(is_own);
        let last = |naming: Naming| named().filter(|n| n.naming == naming).max_by_key(|n| (n.year, usize::MAX - n.at));
        if let Some(&NamedYear { year, at, .. }) = last(Naming::Running) {
            return Some((year, at));
        }
        if let Some(&NamedYear { year, at, .. }) = last(Naming::Reviewed) {
            // A year is reviewed at its end or in the months after it.
            return Some((if month.is_some_and(|m| m <= 3) { year + 1 } else { year }, at));
        }
        if let Some(&NamedYear { year, at, .. }) = last(Naming::Plain) {
            // The results of a whole year, compared with the year before it, come in the months after it.
            let whole = self.named.iter().any(|n| n.year == year - 1 && n.naming == Naming::Compared);
            if whole && month.is_some_and(|m| m <= 3) {
                return Some((year + 1, at));
            }
            let earlier = self.named.iter().any(|n| n.year == year - 1 && n.naming == Naming::Plain);
            // At the end of a year one speaks of the next.
            let ahead = earlier && month.is_some_and(|m| m >= 11) || month == Some(12) && self.only_begins(year);
            return Some((if ahead { year - 1 } else { year }, at));
        }
        if let Some(&NamedYear { year, at, .. }) = last(Naming::Named) {
            return Some((year, at));
        }
        let compared = last(Naming::SamePeriod).or_else(|| last(Naming::Compared));
        compared.map(|n| (n.year + 1, n.at))
    }

    /// Whether the year is named with its first months alone, or as a whole.
    fn only_begins(&self, year: i32) -> bool {
        let mut named = self.named.iter().filter(|n| n.year == year);
        named.clone().any(|n| n.is_beginning) && named.all(|n| n.is_beginning || n.is_whole)
    }
}

/// In what way an expression names its year.
pub(super) fn naming(reading: &Reading, e: &Expression) -> Naming {
    let start = e.tokens.start;
    let before = |words: &[&str]| words.iter().any(|w| reading.phrase_before(start, w).is_some());
    let within = |n: usize, words: &[&str]| (start.saturating_sub(n)..start).any(|k| reading.any(k, words).is_some());
    if let When::Between(a, b) = &e.when {
        let to_now = matches!(**b, When::Shift(Unit::Day, 0));
        if to_now && (start..e.tokens.end).any(|k| reading.low(k) == "đầu") {
            return Naming::Running;
        }
        let to_end = (start..e.tokens.end).any(|k| matches!(reading.low(k), "cuối" | "hết" | "end"));
        return if matches!(**a, When::Shift(Unit::Day, 0)) && e.sense == Sense::Open && to_end {
            Naming::Running
        } else {
            Naming::Other
        };
    }
    if e.rule == "same_period" || before(&["cùng kỳ", "cùng kì"]) {
        return Naming::SamePeriod;
    }
    if e.role == Some("baseline") && matches!(e.when, When::Year(_)) {
        return Naming::Compared;
    }
    if e.role.is_some() || e.sense == Sense::Future || e.bound.is_some() || e.part.is_some() {
        return Naming::Other;
    }
    #[rustfmt::skip]
    const LIMITS: [&str; 21] = [
        "đến", "tới", "từ", "kể từ", "so với", "hết", "trước", "sau", "tầm nhìn", "định hướng", "hồi",
        "by", "since", "from", "until", "than", "over", "compared with", "compared to", "vision to", "dated",
    ];
    const PAST: [&str; 14] = [
        "sn",
        "sinh",
        "sinh năm",
        "thành lập",
        "ra đời",
        "khởi công",
        "khánh thành",
        "xây dựng",
        "vào",
        "hồi",
        "thành lập vào",
        "ban hành",
        "mất",
        "tốt nghiệp",
    ];
    if before(&PAST) || is_document(reading, start) {
        return Naming::Other;
    }
    // `has previously lent in 2020`
    if before(&LIMITS)
        || within(8, &["previously", "formerly"])
        || before(&["nhiệm vụ", "phương hướng", "kế hoạch", "mục tiêu"])
        || before(&["giữa", "khóa", "luật"])
    {
        return Naming::Other;
    }
    if e.rule == "bare_year" {
        return Naming::Named;
    }
    if is_promised(reading, e) {
        return Naming::Other;
    }
    if within(4, &["tổng kết"]) {
        return Naming::Reviewed;
    }
    match e.when {
        When::Months { .. } => Naming::Running,
        _ => Naming::Plain,
    }
}

/// Whether the clause that opens with the year says what will be done in it: `Năm 2028, kinh tế số sẽ chiếm …`; not `sẽ là năm …`,
/// which is said of the year as it begins.
fn is_promised(reading: &Reading, e: &Expression) -> bool {
    const LONGEST_SUBJECT: usize = 10;
    let from = e.tokens.end + usize::from(reading.raw(e.tokens.end) == ",");
    let subject = (from..from + LONGEST_SUBJECT).take_while(|&k| reading.kind(k) == Some(TokenKind::Word));
    matches!(e.when, When::Year(_)) && subject.into_iter().any(|k| reading.low(k) == "sẽ" && reading.low(k + 1) != "là")
}
