//! Numbers that are to be reached: they hold when they are due.

use crate::text::PhraseList;

use super::super::{Reading, Target};
use super::{Figure, Period};

/// Marks the numbers of the targets as planned. Where their sentence does not say when they hold, it is when the target is due.
pub(crate) fn plan(figures: &mut [Figure], targets: &[Target]) {
    for target in targets {
        let from = figures.partition_point(|f| f.number.start() < target.span.start());
        let inside = figures[from..].iter_mut().take_while(|f| f.number.end() <= target.span.end());
        for figure in inside.filter(|f| f.role == "statistic") {
            figure.is_target = true;
            if figure.period.as_ref().is_none_or(|p| p.source == "context") {
                figure.period = target.by.as_deref().map(due);
            }
        }
    }
}

/// The period of what is due by the day: its year, where it is the last day of one.
fn due(by: &str) -> Period {
    let value = by.strip_suffix("-12-31").unwrap_or(by).to_owned();
    Period { span: None, value, source: "context" }
}

/// Whether the words before a number, which begins at token `first`, say that it is planned; `start` is that of its sentence. A
/// share of a plan is a result: `đạt 101% kế hoạch, tăng 11%`.
pub(super) fn says_planned(reading: &Reading, start: usize, first: usize) -> bool {
    static AHEAD: PhraseList =
        PhraseList::new(&["sẽ", "phấn đấu", "mục tiêu", "dự kiến", "kế hoạch", "đặt mục tiêu", "will", "target"]);
    const REACHED: [&str; 4] = ["so với", "vượt", "hoàn thành", "%"];
    const FAR: usize = 24;
    let reached = |k: usize| REACHED.iter().any(|w| reading.phrase_before(k, w).is_some());
    (first.saturating_sub(FAR).max(start)..first).any(|k| reading.which(k, &AHEAD).is_some() && !reached(k))
}
