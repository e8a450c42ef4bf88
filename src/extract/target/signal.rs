//! What the words of a clause say about the future.

use std::ops::Range;

use crate::base::Span;
use crate::lexicon::{AimWord, GoalWord};
use crate::text::PhraseList;

use super::super::FigureKind;
use super::Source;

/// What the words of a clause say.
#[derive(Clone, Copy, Default)]
pub(super) struct Signals {
    pub(super) aim: bool,
    pub(super) will: bool,
    /// A word for the future with an action right after it: `sẽ xây dựng`.
    pub(super) will_act: bool,
    pub(super) plan: bool,
    pub(super) duty: bool,
    pub(super) soon: bool,
    /// `sớm hoàn thành`: soon, and right after it a deliverable.
    pub(super) soon_deliver: bool,
    /// `phải hoàn thành`: a duty, and right after it a deliverable.
    pub(super) duty_deliver: bool,
    pub(super) deliver: bool,
    pub(super) act: bool,
    pub(super) wish: bool,
    pub(super) forecast: bool,
    pub(super) happening: bool,
    pub(super) past: bool,
    /// The word for the future belongs to the past: `đã được lên kế hoạch`.
    pub(super) past_force: bool,
    /// First word that says that something is to be done.
    pub(super) force_at: Option<usize>,
}

/// Reads the words of the clause.
pub(super) fn signals(source: Source, clause: Range<usize>) -> Signals {
    let mut s = Signals::default();
    let (mut will_at, mut soon_at, mut must_at) = (None, None, None);
    let (mut happening_at, mut past_at) = (None::<usize>, None::<usize>);
    let near = |from: Option<usize>, i: usize, most: usize| from.is_some_and(|f| i - f <= most);
    each_word(source, clause.clone(), |i, word| {
        let noun = word == AimWord::Aim && is_noun(source, i);
        if noun || matches!(word, AimWord::Aim | AimWord::Will) && is_compared(source, i) {
            return;
        }
        let forces = matches!(word, AimWord::Aim | AimWord::Will | AimWord::Duty) || is_goal(source, i, clause.clone());
        if forces && s.force_at.is_none() {
            s.force_at = Some(i);
        }
        match word {
            AimWord::Aim => s.aim = true,
            AimWord::Will => {
                s.will = true;
                will_at = Some(i);
            }
            AimWord::Plan => {
                s.plan = true;
                s.aim |= is_goal(source, i, clause.clone());
            }
            AimWord::Duty => {
                let duty = !compelled(source, clause.start..i) && !needs(source, i) && !of_noun(source, i);
                s.duty |= duty;
                must_at = (duty && source.reading.low(i) == "phải").then_some(i);
            }
            AimWord::Soon => {
                s.soon = true;
                soon_at = Some(i);
            }
            AimWord::Deliver => {
                s.deliver = true;
                s.will_act |= will_at.is_some();
                let joined = soon_at.is_some_and(|f| !(f..i).any(|k| source.reading.raw(k) == ","));
                s.soon_deliver |= joined && near(soon_at, i, 3);
                s.duty_deliver |= near(must_at, i, 1);
            }
            AimWord::Act => {
                s.act = true;
                s.will_act |= near(will_at, i, 5);
            }
            AimWord::Wish => s.wish = true,
            AimWord::Forecast => s.forecast |= !is_ability(source, clause.start, i),
            AimWord::Happening => happening_at = Some(i),
            AimWord::Past => {
                if !decided(source, i) && s.force_at.is_none() {
                    past_at = Some(i);
                }
            }
            AimWord::No => {}
        }
    });
    // `hội nghị diễn ra ở Cà Mau, ngành tôm phải đạt …`: what happens is not what is to be done.
    s.happening = happening_at.is_some_and(|i| s.force_at.is_none_or(|f| i + 4 > f));
    s.past = past_at.is_some();
    let joined = |p: usize| s.force_at.is_some_and(|f| p + 4 >= f);
    s.past_force = past_at.is_some_and(|p| joined(p) || source.reading.low(p) == "từng");
    s
}

/// Whether the word for an aim names what somebody has: `với sự quyết tâm`, `tinh thần quyết tâm cao`.
fn is_noun(source: Source, i: usize) -> bool {
    ["sự", "với", "tinh thần", "lòng"].iter().any(|head| source.reading.phrase_before(i, head).is_some())
}

/// Whether the word says what something is compared with: `sớm hơn so với kế hoạch cam kết`.
fn is_compared(source: Source, i: usize) -> bool {
    (i.saturating_sub(4)..i).any(|k| source.reading.phrase(k, "so với").is_some_and(|after| after <= i))
}

/// Whether a share of something is to be able to do it: `90% hộ dân có thể …`, `có khả năng`, not `còn 3%, có thể 2%`.
pub(super) fn is_ability(source: Source, start: usize, i: usize) -> bool {
    let r = source.reading;
    let before = (start..i).rev().take_while(|&k| r.raw(k) != ",");
    let able = r.low(i) == "có" || r.phrase_before(i, "có").is_some();
    able && before.into_iter().any(|k| r.raw(k) == "%")
}

/// `cần hơn 5.400 tỷ đồng` tells a need.
fn needs(source: Source, i: usize) -> bool {
    let r = source.reading;
    let amount = ["hơn", "khoảng", "gần", "tới", "đến", "ít nhất", "trên", "chừng", "thêm"];
    r.low(i) == "cần" && (r.any(i + 1, &amount).is_some() || r.raw(i + 1).starts_with(|c: char| c.is_ascii_digit()))
}

/// `còn nhiều việc phải làm`: the duty only says what kind of thing it is.
fn of_noun(source: Source, i: usize) -> bool {
    i > 0 && matches!(source.reading.low(i - 1), "việc" | "điều" | "gì")
}

/// Whether what must be done is somebody's plight: `bị ngập, phải gieo lại`.
fn compelled(source: Source, before: Range<usize>) -> bool {
    before.rev().take(40).any(|i| matches!(source.reading.low(i), "bị" | "khiến" | "buộc"))
}

/// Whether the word for the past only says that a goal has been set: `đã đặt mục tiêu`, `đã yêu cầu`.
fn decided(source: Source, i: usize) -> bool {
    let set = ["đề ra", "đưa ra", "xác định", "phê duyệt", "quyết định", "thống nhất", "chỉ đạo", "giao", "ra"];
    let next = i + 1;
    matches!(word_at(source, next), Some(AimWord::Aim | AimWord::Will | AimWord::Duty))
        || source.reading.any(next, &set).is_some()
}

/// What is done to a target that is shot at.
const AIMED_AT: [&str; 9] =
    ["tìm kiếm", "tiêu diệt", "tấn công", "ngắm", "nhắm", "chặn", "phát hiện", "đánh trúng", "bám"];

/// Most tokens from the colon before a list of goals to the first number of it.
const LONGEST_MEASURE: usize = 30;

/// Whether a goal is named here whose content follows: `mục tiêu tăng trưởng 8%`, `chỉ tiêu … là …`; not `đạt mục tiêu`.
pub(super) fn is_goal(source: Source, i: usize, clause: Range<usize>) -> bool {
    let r = source.reading;
    static COURSES: PhraseList = PhraseList::new(&["định hướng", "kế hoạch tăng"]);
    static GOALS: PhraseList = PhraseList::new(&["mục tiêu", "chỉ tiêu", "kế hoạch năm"]);
    if let Some((_, after)) = r.which(i, &COURSES) {
        return r.phrase_before(i, "theo").is_none() && states_level(source, after..clause.end.min(after + 10));
    }
    let Some((_, after)) = r.which(i, &GOALS) else { return false };
    let reached =
        ["đạt", "vượt", "so với", "bằng", "lần", "theo", "hoàn thành", "trúng", "nhiều", "có", "hơn", "dưới", "kém"];
    let meant = ["để", "muốn", "nhằm", "phấn đấu", "phải", "cần", "quyết tâm", "sẽ"];
    let before = reached.iter().find_map(|w| r.phrase_before(i, w));
    if before.is_some_and(|b| !meant.iter().any(|w| r.phrase_before(b, w).is_some())) {
        return false;
    }
    // `vượt 5% chỉ tiêu`: a result against it.
    let counted = r.raw(i.wrapping_sub(1)).starts_with(|c: char| c.is_ascii_digit() || c == '%');
    if counted || AIMED_AT.iter().any(|w| r.phrase_before(i, w).is_some()) {
        return false;
    }
    let end = clause.end.min(i + 24);
    let stop = (after..end).find(|&k| matches!(r.raw(k), "," | ";" | "(" | "“" | "”")).unwrap_or(end);
    let several = r.phrase_before(i, "các").is_some() || r.phrase_before(i, "những").is_some();
    let level =
        !several && r.any(after, &["của", "tấn công", "số", "trên", "bay", "di động", "chuyển nhượng"]).is_none();
    let figure = number_in(source, after..stop.min(after + 8)).filter(|_| level);
    let set = (after..end).find(|&k| r.low(k) == "là" && !several || r.raw(k) == ":");
    let reach = |k: usize| if r.raw(k) == ":" { LONGEST_MEASURE } else { 12 };
    figure.is_some() || set.is_some_and(|k| has_number(source, k..clause.end.min(k + reach(k)).max(k)))
}

/// Whether a share, an amount of money or a change stands in the range, before any mark: what an orientation is given in.
fn states_level(source: Source, range: Range<usize>) -> bool {
    let r = source.reading;
    let end = range.clone().find(|&k| matches!(r.raw(k), "," | ";" | "(" | ":")).unwrap_or(range.end);
    figures_in(source, range.start..end.max(range.start))
        .any(|f| matches!(source.facts.figures[f].kind, FigureKind::Percent | FigureKind::Money | FigureKind::Change))
}

/// Calls `seen` with every word of the table in the clause.
pub(super) fn each_word(source: Source, clause: Range<usize>, mut seen: impl FnMut(usize, AimWord)) {
    let r = source.reading;
    let mut i = clause.start;
    while i < clause.end {
        match r.longest(&r.lexicon.aim_words, i, clause.end) {
            Some((after, word)) => {
                seen(i, word);
                i = after;
            }
            None => i += 1,
        }
    }
}

/// The word of the table at the token.
pub(super) fn word_at(source: Source, i: usize) -> Option<AimWord> {
    let r = source.reading;
    r.longest(&r.lexicon.aim_words, i, r.tokens.len()).map(|(_, word)| word)
}

/// The first word of the clause that is no link.
pub(super) fn first(source: Source, start: usize) -> usize {
    let r = source.reading;
    let links = [
        "và",
        "cũng",
        "đồng thời",
        "tiếp tục",
        "tập trung",
        "vào",
        "việc",
        "phải",
        "cần",
        "cơ bản",
        "sẽ",
        "-",
        "–",
        "+",
    ];
    let mut at = start;
    while let Some(after) = r.any(at, &links) {
        at = after;
    }
    at
}

/// Whether the clause begins with an action.
pub(super) fn acts_first(source: Source, start: usize) -> bool {
    matches!(word_at(source, first(source, start)), Some(AimWord::Act | AimWord::Deliver))
}

/// Whether the clause begins with an action whose result can be checked.
pub(super) fn delivers_first(source: Source, start: usize) -> bool {
    matches!(word_at(source, first(source, start)), Some(AimWord::Deliver))
}

/// Whether a figure in digits stands in the range: `ba xã` may be said of anything, `cả hai` of any two.
pub(super) fn has_number(source: Source, range: Range<usize>) -> bool {
    number_in(source, range).is_some()
}

/// The first figure in digits of the range.
pub(super) fn number_in(source: Source, range: Range<usize>) -> Option<usize> {
    let digits = |s: Span| s.of(source.reading.text).starts_with(|c: char| c.is_ascii_digit());
    figures_in(source, range).find(|&f| digits(source.facts.figures[f].number))
}

/// Whether a figure stands in the range.
pub(super) fn has_figure(source: Source, range: Range<usize>) -> bool {
    figures_in(source, range).next().is_some()
}

/// Indices of the figures whose number begins in the range.
pub(super) fn figures_in<'a>(source: Source<'a, '_>, range: Range<usize>) -> impl Iterator<Item = usize> + 'a {
    let figures = &source.facts.figures;
    let span = if range.is_empty() { Span::new(0, 0) } else { source.reading.span(range) };
    let from = figures.partition_point(|f| f.number.start() < span.start());
    let inside = figures[from..].iter().enumerate().take_while(move |(_, f)| f.number.start() < span.end());
    inside.filter(|(_, f)| f.role == "statistic").map(move |(k, _)| from + k)
}

/// The index after the longest phrase at `i` of the words in sentences of goals, where it is such a one.
pub(super) fn goal_word(source: Source, i: usize, is: fn(GoalWord) -> bool) -> Option<usize> {
    let r = source.reading;
    r.longest(&r.lexicon.goal_words, i, r.tokens.len()).filter(|&(_, word)| is(word)).map(|(after, _)| after)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn aims_that_are_nouns_and_levels_told_twice() {
        check("Ngày 5/3/2024, tỉnh họp. Năm 2024, với sự quyết tâm cao, xã đã trồng 50 ha rừng.", &[]);
        check(
            "Ngày 5/3/2024, tỉnh họp. Năm 2024, xã quyết tâm trồng 50 ha rừng.",
            &["2024-12-31|xã quyết tâm trồng 50 ha rừng"],
        );
        check("Ngày 5/3/2024, công ty họp Đại hội đồng cổ đông thường niên năm 2024, cần thông qua 9 tờ trình.", &[]);
        check(
            "Ngày 5/3/2024, công ty đặt mục tiêu doanh thu năm 2024 đạt 90 tỷ đồng, lợi nhuận đạt 5 tỷ đồng, lần lượt tăng 8% và 9%.",
            &[
                "2024-12-31|Ngày 5/3/2024, công ty đặt mục tiêu doanh thu năm 2024 đạt 90 tỷ đồng",
                "-|lợi nhuận đạt 5 tỷ đồng",
            ],
        );
        check(
            "Ngày 5/3/2024, tỉnh họp. Mục tiêu cụ thể, năm 2030, phấn đấu trồng 50 ha rừng.",
            &["2030-12-31|phấn đấu trồng 50 ha rừng"],
        );
        check(
            "Ngày 5/3/2024, tỉnh họp. Đến năm 2030, 100% người dân có nhu cầu có thể học nghề.",
            &["2030-12-31|Đến năm 2030, 100% người dân có nhu cầu có thể học nghề"],
        );
        check("Ngày 5/3/2024, sở họp. Đến năm 2030, nhu cầu điện có thể tăng 9%.", &[]);
        check(
            "Ngày 5/3/2024, hội đồng họp. Công ty lên kế hoạch doanh thu 90 tỷ đồng.",
            &["-|Công ty lên kế hoạch doanh thu 90 tỷ đồng"],
        );
        check("Ngày 5/3/2024, hội đồng họp. Công ty đạt 95% kế hoạch doanh thu 90 tỷ đồng.", &[]);
    }
}
