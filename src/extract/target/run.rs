//! Goals that go on after the sentence that sets the first of them: `Nghị quyết đề ra mục tiêu GRDP tăng 8%. Tỷ lệ che phủ
//! rừng đạt 42%.`

use std::ops::Range;

use crate::ingest::SegmentRole;
use crate::lexicon::GoalWord;

use super::accept::is_due;
use super::clause::{Follow, Plan, by_plan};
use super::deadline::{Deadline, within};
use super::extent::trimmed;
use super::signal::{Signals, goal_word, number_in, signals};
use super::unit::{shares, units};
use super::{Found, Source, TargetStatus};

/// Goals set by a sentence, which the sentences after it may go on with.
pub(super) struct Run {
    by: Option<Deadline>,
    segment: usize,
    /// A plan sets them, as a rule in several paragraphs.
    planned: bool,
    /// Sentences since the last goal.
    idle: usize,
}

/// Most sentences without a goal between two goals.
const MOST_IDLE: usize = 1;

impl Run {
    /// The goals that sentence `n` opens, whose targets are `found`: those of a goal with a number, or those that a plan is said
    /// to set.
    pub(super) fn opened(source: Source, n: usize, deadlines: &[Deadline], found: &[Found]) -> Option<Run> {
        let r = source.reading;
        let sentence = &r.sentences[n];
        if matches!(r.article.segments[sentence.segment].role, SegmentRole::Title | SegmentRole::Heading) {
            return None;
        }
        let names = |is: fn(GoalWord) -> bool| sentence.tokens.clone().any(|i| goal_word(source, i, is).is_some());
        let first = found.iter().find(|f| f.by.is_some() || number_in(source, f.tokens.clone()).is_some());
        // `thông qua các chỉ tiêu`, not `so với chỉ tiêu đề ra`
        let sets = |i: usize| {
            let after = goal_word(source, i, |w| w.sets);
            after.is_some_and(|a| (a..a + 4).any(|k| goal_word(source, k, |w| w.set).is_some()))
        };
        let set = || found.is_empty() && sentence.tokens.clone().any(sets);
        let by = match first {
            Some(first) => first.by.clone(),
            None if set() => within(deadlines, sentence.tokens.clone()).last().cloned(),
            None => return None,
        };
        let goals = names(|w| w.goal) || by_plan(source, sentence.tokens.start);
        goals.then(|| Run { by, segment: sentence.segment, planned: names(|w| w.plan), idle: 0 })
    }

    /// The goals of a heading or a line with a colon that no list follows: `Mục tiêu đến năm 2030`.
    pub(super) fn under_heading(plan: &Plan, segment: usize) -> Option<Run> {
        let by = plan.by.clone();
        (plan.follow != Follow::AskedLines).then_some(Run { by, segment, planned: true, idle: 0 })
    }

    /// These goals as those of the plan that set the ones before them.
    pub(super) fn after(self, before: Option<Run>) -> Run {
        let planned = self.planned || before.is_some_and(|b| b.planned);
        Run { planned, ..self }
    }

    /// Gives the goals with a number that sentence `n` sets without a day the day of those before, in their paragraph, or
    /// where it adds to those of a plan: `Đồng thời, …`.
    pub(super) fn date(&self, source: Source, n: usize, found: &mut [Found]) {
        let sentence = &source.reading.sentences[n];
        let adds = self.planned && goal_word(source, sentence.tokens.start, |w| w.link).is_some();
        if sentence.segment != self.segment && !adds {
            return;
        }
        for goal in found.iter_mut().filter(|f| f.by.is_none() && f.rule == "number_to_reach") {
            goal.by.clone_from(&self.by);
        }
    }

    /// Reads as goals that go on what sentence `n` says beside its own targets, which are those of `out` from `from`; `None`
    /// where the goals are over.
    pub(super) fn go_on(
        mut self,
        source: Source,
        n: usize,
        deadlines: &[Deadline],
        out: &mut Vec<Found>,
        from: usize,
    ) -> Option<Run> {
        let r = source.reading;
        let sentence = &r.sentences[n];
        if sentence.segment != self.segment {
            // `Ngoài ra, …`, `90% hộ dân có …`
            let link = goal_word(source, sentence.tokens.start, |w| w.link).is_some();
            let adds = link || shares(source, after_label(source, sentence.tokens.clone()));
            if !(self.planned || adds) {
                return None;
            }
            self.segment = sentence.segment;
        }
        // `Quý I/2024, doanh thu đạt 20 tỷ đồng`: a time before that of the goals, which is not over yet.
        let sooner = |d: &Deadline| self.by.as_ref().is_some_and(|by| d.iso < by.iso) && !is_due(source, d);
        let interim = within(deadlines, sentence.tokens.clone()).iter().any(sooner);
        if interim || tells(source, n, deadlines) {
            return None;
        }
        self.read(source, n, deadlines, out, from);
        self.idle = if out.len() > from { 0 } else { self.idle + 1 };
        (self.idle <= MOST_IDLE).then_some(self)
    }

    /// Reads as goals the parts of sentence `n` that give a level and overlap none of its targets, `out` from `from`.
    fn read(&self, source: Source, n: usize, deadlines: &[Deadline], out: &mut Vec<Found>, from: usize) {
        let r = source.reading;
        let own_targets: Vec<Range<usize>> = out[from..].iter().map(|f| f.tokens.clone()).collect();
        for unit in units(source, after_label(source, r.sentences[n].tokens.clone()), deadlines) {
            let own = within(deadlines, unit.tokens.clone());
            let tokens = trimmed(source, n, unit.tokens.clone(), own);
            // `Đến năm 2050, tỉnh là trung tâm …`: a stage of the plan.
            let stage = self.planned && own.first().is_some_and(|d| opens(source, unit.tokens.start, d));
            let taken = own_targets.iter().any(|t| t.start < tokens.end && tokens.start < t.end);
            if taken || !(stage || has_level(source, tokens.clone())) {
                continue;
            }
            let by = own.first().or(self.by.as_ref()).cloned();
            let status = TargetStatus::Commitment;
            out.push(Found { tokens, by, horizon: None, actor: None, status, sentence: n, rule: "goes_on_after" });
        }
    }
}

/// The sentence after the name of a field before a colon: `Về hạ tầng số: 100% xã có …`.
fn after_label(source: Source, tokens: Range<usize>) -> Range<usize> {
    const LONGEST: usize = 10;
    let colon = tokens.clone().take(LONGEST).find(|&i| source.reading.raw(i) == ":");
    let bare = |&colon: &usize| number_in(source, tokens.start..colon).is_none() && colon + 1 < tokens.end;
    colon.filter(bare).map_or(tokens.start, |colon| colon + 1)..tokens.end
}

/// Whether the words begin with the day up to which they speak: `Đến năm 2050, …`.
fn opens(source: Source, start: usize, day: &Deadline) -> bool {
    let r = source.reading;
    is_due(source, day) && day.tokens.start <= start + 1 && r.raw(day.tokens.end) == ","
}

/// Whether the sentence tells what is or was, who said it, or what may be.
fn tells(source: Source, n: usize, deadlines: &[Deadline]) -> bool {
    let r = source.reading;
    let sentence = &r.sentences[n];
    let tokens = sentence.tokens.clone();
    let Signals { past, wish, happening, .. } = signals(source, tokens.clone());
    // `90% hộ dân có thể …`: what is to be able to do it, not what may be.
    let to_goal = number_in(source, tokens.clone()).map(|f| r.token_at(source.facts.figures[f].number.start()));
    let to_goal = to_goal.or_else(|| tokens.clone().find(|&i| r.low(i) == "sẽ")).unwrap_or(tokens.end);
    let forecast = signals(source, tokens.start..to_goal).forecast;
    let open: Vec<usize> = outside_brackets(source, tokens.clone()).collect();
    let ahead = within(deadlines, tokens.clone());
    let dates = source.facts.dates.iter().filter(|d| {
        sentence.span.covers(d.span)
            && matches!(d.timex, "DATE" | "TIME")
            && open.binary_search(&r.token_at(d.span.start())).is_ok()
    });
    let known = dates.into_iter().any(|d| d.role != Some("baseline") && !ahead.iter().any(|a| a.span == d.span));
    let asks = r.raw(tokens.end.wrapping_sub(1)) == "?";
    let opens = r.any(tokens.start, &["hiện", "trường hợp"]).is_some();
    past || wish
        || happening
        || forecast
        || known
        || asks
        || opens
        || source.speech.of_sentence(n).iter().any(|cue| cue.who.is_some())
        || open.into_iter().any(|i| goal_word(source, i, |w| w.now).is_some())
}

/// The tokens that stand in no brackets: `đạt 30% (hiện nay là 20%)` sets a goal.
fn outside_brackets<'a>(source: Source<'a, '_>, tokens: Range<usize>) -> impl Iterator<Item = usize> + 'a {
    let r = source.reading;
    tokens
        .scan(0u32, |depth, i| {
            match r.raw(i) {
                "(" => *depth += 1,
                ")" => *depth = depth.saturating_sub(1),
                _ => {}
            }
            Some((i, *depth))
        })
        .filter(|(_, depth)| *depth == 0)
        .map(|(i, _)| i)
}

/// Whether a measure is given a level to reach there: `tỷ lệ che phủ rừng đạt 42%`, `100% trạm y tế có bác sĩ`.
fn has_level(source: Source, tokens: Range<usize>) -> bool {
    let r = source.reading;
    let Some(number) = number_in(source, tokens.clone()) else { return covers_all(source, tokens) };
    let at = r.token_at(source.facts.figures[number].number.start());
    shares(source, tokens.clone())
        || (tokens.start.max(at.saturating_sub(7))..at).any(|i| goal_word(source, i, |w| w.level).is_some())
}

/// Whether something is to be so of all there are: `toàn bộ hồ sơ sẽ được số hóa`.
fn covers_all(source: Source, mut tokens: Range<usize>) -> bool {
    let r = source.reading;
    let all = r.any(tokens.start, &["toàn bộ", "tất cả", "mọi"]).is_some();
    all && tokens.any(|i| matches!(r.low(i), "sẽ" | "phải"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn goals_go_on_after_the_first() {
        // After a word that only adds, and with what stands beside the goal in brackets.
        check(
            "Ngày 5/3/2024, tỉnh phấn đấu đến năm 2030, 90% xã có nước sạch. Ngoài ra, 80% hộ dân có máy lọc nước (hiện nay là \
             50%); tối thiểu 70% chợ có thể thu phí trên mạng.",
            &[
                "2030-12-31|Ngày 5/3/2024, tỉnh phấn đấu đến năm 2030, 90% xã có nước sạch",
                "2030-12-31|80% hộ dân có máy lọc nước (hiện nay là 50%)",
                "2030-12-31|tối thiểu 70% chợ có thể thu phí trên mạng",
            ],
        );
        // In a paragraph of its own that opens with a share; how things stand is none.
        check(
            "Ngày 5/3/2024, tỉnh phấn đấu đến năm 2030, 90% xã có nước sạch.\n80% hộ dân có máy lọc nước.\nTỉnh có 300 hồ.",
            &[
                "2030-12-31|Ngày 5/3/2024, tỉnh phấn đấu đến năm 2030, 90% xã có nước sạch",
                "2030-12-31|80% hộ dân có máy lọc nước",
            ],
        );
        check(
            "Ngày 5/3/2024, tỉnh phấn đấu đến năm 2030, 90% xã có nước sạch.\nNgoài ra, đến nay 80% hộ đã có máy lọc nước.",
            &["2030-12-31|Ngày 5/3/2024, tỉnh phấn đấu đến năm 2030, 90% xã có nước sạch"],
        );
        // After the name of a field.
        check(
            "Ngày 5/3/2024, tỉnh phấn đấu đến năm 2030, 90% xã có nước sạch.\nVề chợ: 70% chợ xã thu phí trên mạng.\nVề đê: xã có 2 đê.",
            &[
                "2030-12-31|Ngày 5/3/2024, tỉnh phấn đấu đến năm 2030, 90% xã có nước sạch",
                "2030-12-31|70% chợ xã thu phí trên mạng",
            ],
        );
        // What is to hold for all there are.
        check(
            "Ngày 5/3/2024, sở xác định nhiều chỉ tiêu. Toàn bộ hồ sơ nhà đất sẽ được quét. Tất cả nhân viên đang học nghề.",
            &["-|Toàn bộ hồ sơ nhà đất sẽ được quét"],
        );
    }

    #[test]
    fn a_later_goal_of_the_paragraph_takes_the_day() {
        check(
            "Ngày 5/3/2024, tỉnh phấn đấu đến năm 2030 trồng 500 ha rừng. Phấn đấu 90% xã có nước sạch.",
            &[
                "2030-12-31|Ngày 5/3/2024, tỉnh phấn đấu đến năm 2030 trồng 500 ha rừng",
                "2030-12-31|Phấn đấu 90% xã có nước sạch",
            ],
        );
        check(
            "Ngày 5/3/2024, tỉnh phấn đấu đến năm 2030 trồng 500 ha rừng.\nPhấn đấu 90% xã có nước sạch.",
            &[
                "2030-12-31|Ngày 5/3/2024, tỉnh phấn đấu đến năm 2030 trồng 500 ha rừng",
                "-|Phấn đấu 90% xã có nước sạch",
            ],
        );
    }
}
