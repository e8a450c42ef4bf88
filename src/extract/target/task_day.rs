//! The day of a task that a sentence of its own gives: `Thời gian hoàn thành: quý II/2025.`

use super::clause::actor;
use super::deadline::{Deadline, within};
use super::extent::trimmed;
use super::signal::signals;
use super::{Found, Source, TargetStatus};

/// The deadline that a sentence gives the task before it, in the same paragraph: `Thời gian hoàn thành: quý II/2025.`
pub(super) fn day_of_task<'a>(source: Source, n: usize, deadlines: &'a [Deadline]) -> Option<&'a Deadline> {
    const LABELS: [&str; 9] = [
        "hạn chót",
        "hạn cuối",
        "thời hạn cuối cùng",
        "thời gian hoàn thành",
        "thời hạn hoàn thành",
        "thời gian thực hiện",
        "thời hạn thực hiện",
        "thời hạn",
        "hoàn thành",
    ];
    let r = source.reading;
    let sentence = &r.sentences[n];
    let tokens = sentence.tokens.clone();
    let before = n.checked_sub(1).map(|k| &r.sentences[k])?;
    let after = r.any(tokens.start, &LABELS)?;
    let tells = matches!(r.low(after), ":" | "là" | "trước" | "trong" | "chậm" | "xong");
    let day = within(deadlines, after..tokens.end).first()?;
    let alone = day.tokens.end + 1 >= tokens.end && tokens.len() <= 14;
    (tells && alone && before.segment == sentence.segment).then_some(day)
}

/// Gives the sentence before the `n`th the deadline: to its last target without one, else to the sentence as a whole.
pub(super) fn date_task(source: Source, n: usize, day: &Deadline, out: &mut Vec<Found>) {
    let task = n - 1;
    if let Some(last) = out.last_mut().filter(|f| f.sentence == task) {
        last.by.get_or_insert_with(|| day.clone());
        return;
    }
    let tokens = source.reading.sentences[task].tokens.clone();
    let s = signals(source, tokens.clone());
    if !(s.past || s.happening) {
        out.push(Found {
            actor: actor(source, tokens.clone()),
            tokens: trimmed(source, task, tokens, &[]),
            by: Some(day.clone()),
            horizon: None,
            status: TargetStatus::Directive,
            sentence: task,
            rule: "day_of_task",
        });
    }
}
