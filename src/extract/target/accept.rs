//! Whether a part of a sentence is a target, and by which rule.

use std::ops::Range;

use crate::lexicon::AimWord;

use super::Source;
use super::deadline::Deadline;
use super::signal::{Signals, acts_first, delivers_first, each_word, has_figure, has_number, is_goal, word_at};

/// What is known of a part of a sentence.
pub(super) struct Claim<'a> {
    pub(super) tokens: Range<usize>,
    pub(super) signals: Signals,
    /// A word of its own or of the part that it goes on says that it is to be done.
    pub(super) modal: bool,
    /// Somebody is told to do it.
    pub(super) ordered: bool,
    /// It is an item of a list of what somebody is told to do.
    pub(super) listed: bool,
    /// By more than a proposal.
    pub(super) ordered_document: bool,
    /// It goes on with a target.
    pub(super) continues: bool,
    /// It stands after a semicolon in a sentence of goals with a day.
    pub(super) item: bool,
    /// Its own deadlines.
    pub(super) own: &'a [Deadline],
    /// It has a deadline of its own or from before.
    pub(super) dated: bool,
}

/// The rule by which it is a target.
pub(super) fn accepted(source: Source, claim: &Claim) -> Option<&'static str> {
    let (s, clause) = (claim.signals, &claim.tokens);
    let number = has_figure(source, clause.clone());
    let due = claim.own.iter().any(|d| is_due(source, d));
    let duty = (s.duty || claim.ordered) && (s.deliver || number || due || s.act);
    let expected = s.will && number && due && !is_expected(source, clause);
    let acting = s.aim || s.will_act || duty || expected || (s.plan && number) || (s.soon && s.deliver);
    if !claim.own.is_empty() && claim.modal && acting {
        return Some("deadline");
    }
    // `phải báo cáo trước ngày 10/2`
    let told = claim.ordered || s.duty;
    if told && claim.own.iter().any(|d| limits(source, d)) {
        return Some("deadline");
    }
    if due && s.deliver && has_verb_near(source, claim) {
        return Some("deliver_by");
    }
    // `nâng tỷ lệ … lên 60% vào năm 2035`, told as a plan without another word for it.
    if due && raises(source, claim) {
        return Some("raised_by");
    }
    if due && level_by(source, claim) {
        return Some("level_by");
    }
    let digits = has_number(source, clause.clone());
    if claim.continues && !claim.own.is_empty() && (digits || acts_first(source, clause.start)) {
        return Some("goes_on");
    }
    // `phấn đấu đến năm 2030, 90% hộ có nước sạch; đường bê tông đến mọi thôn`
    if claim.item && covers(source, clause) && !says_how_it_is(source, clause) {
        return Some("goes_on");
    }
    if claim.dated && claim.modal && (acts_first(source, clause.start) || (number && s.aim) || s.will_act) {
        return Some("plan_year");
    }
    if s.aim && (number_after_aim(source, clause) || claim.continues && digits) {
        return Some("number_to_reach");
    }
    if claim.ordered_document && level_to_reach(source, clause) {
        return Some("number_to_reach");
    }
    if claim.listed && has_number(source, clause.clone()) && number {
        return Some("task_with_number");
    }
    let delivers = s.soon_deliver || s.duty_deliver || (s.deliver && aims_first(source, clause));
    let ordered_delivery = claim.ordered && delivers_first(source, clause.start);
    if delivers || ordered_delivery {
        return Some("deliverable");
    }
    ((s.duty && !claim.ordered || claim.ordered_document) && issues_document(source, clause)).then_some("document")
}

/// Whether the clause begins with a verb that brings a measure to a level, before its deadline: `nâng … lên 60% vào năm 2035`.
fn raises(source: Source, claim: &Claim) -> bool {
    let r = source.reading;
    let at = super::signal::first(source, claim.tokens.start);
    let at = r.any(at, &["trong đó", "theo đó", "trong đó có"]).unwrap_or(at);
    let Some(deadline) = claim.own.iter().find(|d| is_due(source, d)) else { return false };
    super::unit::raises(source, at) && !claim.signals.past && has_number(source, at..deadline.tokens.start)
}

/// Whether a level with its number stands right after the deadline: `đến năm 2030 đạt 5.000 MW`. What is needed or wanted by
/// then is a forecast.
fn level_by(source: Source, claim: &Claim) -> bool {
    let r = source.reading;
    let needs = ["nhu cầu", "dân số", "lực lượng lao động", "thiếu"];
    let s = claim.signals;
    let level = |d: &&Deadline| {
        let at = d.tokens.end;
        let marked =
            matches!(r.low(d.tokens.start.wrapping_sub(1)), "đến" | "tới") || matches!(r.low(d.tokens.start), "đến");
        marked && matches!(r.low(at), "đạt" | "còn") && has_number(source, at..claim.tokens.end.min(at + 6))
    };
    // `Đến năm 2030, nghề cá trở thành …`: what somebody is to become.
    let becomes = |d: &&Deadline| {
        let mut words = d.tokens.end..claim.tokens.end;
        is_due(source, d) && r.raw(d.tokens.end) == "," && !s.will && words.any(|i| r.any(i, &["trở thành"]).is_some())
    };
    let found = claim.own.iter().find(|d| level(d) || becomes(d));
    found.is_some_and(|d| {
        !s.past
            && !s.forecast
            && !(claim.tokens.start..d.tokens.start.min(claim.tokens.start + 4)).any(|i| r.any(i, &needs).is_some())
    })
}

/// Whether the part says that something is to hold everywhere or to be done, or what somebody is to become: that can be checked.
fn covers(source: Source, clause: &Range<usize>) -> bool {
    const WORDS: [&str; 8] =
        ["toàn quốc", "cả nước", "toàn bộ", "toàn tỉnh", "tất cả", "mọi", "trở thành", "thuộc nhóm"];
    let done = |i: usize| {
        source.reading.low(i) == "được" && matches!(word_at(source, i + 1), Some(AimWord::Act | AimWord::Deliver))
    };
    clause.clone().any(|i| source.reading.any(i, &WORDS).is_some() || done(i))
}

/// Whether a word for now, or a day that is no deadline, stands in the part: `hiện còn 5 xã`.
fn says_how_it_is(source: Source, clause: &Range<usize>) -> bool {
    let span = source.reading.span(clause.clone());
    source.facts.dates.iter().any(|d| span.covers(d.span))
        || clause.clone().any(|i| super::signal::goal_word(source, i, |w| w.now).is_some())
}

/// Whether the words before the date make it a deadline.
pub(super) fn is_due(source: Source, deadline: &Deadline) -> bool {
    let at = deadline.tokens.start;
    let before = source.reading.low(at.wrapping_sub(1));
    matches!(before, "đến" | "tới" | "trước" | "hết" | "nhất" | "vào" | "trong" | "ngay")
        || source.reading.any(at, &["từ nay", "cuối", "trước", "đến hết", "hết"]).is_some()
}

/// Whether the words before the date say that it may not pass: `trước ngày 10/2`, `chậm nhất 30/6`.
pub(super) fn limits(source: Source, deadline: &Deadline) -> bool {
    let at = deadline.tokens.start;
    matches!(source.reading.low(at.wrapping_sub(1)), "trước" | "nhất") || source.reading.phrase(at, "trước").is_some()
}

/// Whether a word for a deliverable stands before the deadline, not too far, or after it at the head of the part.
fn has_verb_near(source: Source, claim: &Claim) -> bool {
    let Some(deadline) = claim.own.iter().find(|d| is_due(source, d)) else { return false };
    // `trong năm nay, doanh thu đạt 90 tỷ đồng, hoàn thành kế hoạch`: the result of the article's own year.
    let result = |i: usize| is_own_year(source, deadline) && i > deadline.tokens.end + 2;
    let mut found = false;
    each_word(source, claim.tokens.clone(), |i, word| {
        found |= word == AimWord::Deliver && i + 24 > deadline.tokens.start && !result(i);
    });
    found
}

/// Whether the deadline is the year of the article, told as a whole: `trong năm nay`.
fn is_own_year(source: Source, deadline: &Deadline) -> bool {
    let year = source.facts.meta.year.map(|year| format!("{year:04}-12-31"));
    source.reading.low(deadline.tokens.start) == "năm" && year.as_ref() == Some(&deadline.iso)
}

/// `dự kiến` before a number is a forecast.
fn is_expected(source: Source, clause: &Range<usize>) -> bool {
    clause.clone().any(|i| source.reading.phrase(i, "dự kiến").is_some())
}

/// Whether a number follows the word that sets the goal: `phấn đấu đạt 95%`.
fn number_after_aim(source: Source, clause: &Range<usize>) -> bool {
    let mut aim = None;
    each_word(source, clause.clone(), |i, word| {
        if aim.is_none() && (word == AimWord::Aim || is_goal(source, i, clause.clone())) {
            aim = Some(i);
        }
    });
    aim.is_some_and(|i| has_number(source, i..clause.end.min(i + 25)))
}

/// Whether a verb of level with its number stands in the part: `giảm 20% thời gian`, `nâng tỷ lệ … lên 90%`.
fn level_to_reach(source: Source, clause: &Range<usize>) -> bool {
    let r = source.reading;
    let verbs = ["nâng", "giảm", "đạt", "bảo đảm", "đảm bảo", "rút ngắn", "cắt giảm", "giải ngân", "hoàn thành"];
    let at = clause.clone().find(|&i| r.any(i, &verbs).is_some());
    at.is_some_and(|i| has_number(source, i..clause.end.min(i + 14)))
}

/// Whether the part begins with the word that sets the goal: `Phấn đấu hoàn thành …`.
fn aims_first(source: Source, clause: &Range<usize>) -> bool {
    word_at(source, clause.start) == Some(AimWord::Aim)
}

/// Whether a document of law is to be made: `ban hành Nghị định`, `sửa đổi Luật Đất đai`.
fn issues_document(source: Source, clause: &Range<usize>) -> bool {
    let r = source.reading;
    let verbs = ["ban hành", "sửa đổi", "trình", "soạn thảo", "bổ sung", "thông qua"];
    let kinds = ["nghị định", "luật", "thông tư", "pháp lệnh", "bộ luật"];
    clause.clone().any(|i| {
        let after = r.any(i, &verbs);
        after.is_some_and(|a| (a..clause.end.min(a + 4)).any(|k| r.is_capital(k) && r.any(k, &kinds).is_some()))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn results_of_the_own_year_are_none() {
        check(
            "Ngày 5/12/2024, sở họp. Trong năm nay, doanh thu của ngành đạt 90 tỷ đồng, hoàn thành 100% kế hoạch.",
            &[],
        );
        check(
            "Ngày 5/12/2024, sở họp. Xã đã hoàn thành 5 cầu trong năm 2024, sớm hơn so với kế hoạch cam kết với huyện.",
            &[],
        );
        check(
            "Ngày 5/12/2024, sở họp. Sở yêu cầu hoàn thành 5 cầu trong năm 2024.",
            &["2024-12-31|hoàn thành 5 cầu trong năm 2024"],
        );
    }

    #[test]
    fn what_somebody_is_to_become_is_a_goal() {
        check(
            "Ngày 5/12/2024, sở họp. Đến năm 2030, nghề cá trở thành nghề chính của xã.",
            &["2030-12-31|Đến năm 2030, nghề cá trở thành nghề chính của xã"],
        );
        check("Ngày 5/12/2024, sở họp. Đến năm 2030, cá khô có thể trở thành hàng hiếm.", &[]);
        check("Ngày 5/12/2024, sở họp. Đến năm 2024, nghề cá đã trở thành nghề chính của xã.", &[]);
    }

    #[test]
    fn what_ends_the_name_of_a_plan_is_none() {
        check("Ngày 5/12/2024, sở họp về đề án “Nước sạch cho mọi nhà ven biển, tầm nhìn đến năm 2030”.", &[]);
        check(
            "Ngày 5/12/2024, sở họp. Đến tháng 9/2026, sở chính thức dừng lò gạch cũ. Lò gạch đã dừng toàn bộ.",
            &["2026-09-30|Đến tháng 9/2026, sở chính thức dừng lò gạch cũ"],
        );
        check(
            "Ngày 5/12/2024, sở họp. Đến năm 2030, nghề cá phải đạt 30% sản lượng, là một trong những chỉ tiêu lớn của tỉnh.",
            &["2030-12-31|Đến năm 2030, nghề cá phải đạt 30% sản lượng"],
        );
    }
}
