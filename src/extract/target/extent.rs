//! Where a target begins and ends within its clause.

use std::ops::Range;

use crate::lexicon::AimWord;

use super::Source;
use super::clause::by_plan;
use super::deadline::Deadline;
use super::signal::{each_word, first, has_number, number_in, signals, word_at};
use super::unit::in_name;

/// The clause without links before it, the cue of its speaker and the result clauses after it.
pub(super) fn trimmed(source: Source, n: usize, clause: Range<usize>, own: &[Deadline]) -> Range<usize> {
    let r = source.reading;
    let mut start = clause.start;
    for cue in source.speech.of_sentence(n) {
        let keeps = own.first().is_none_or(|d| d.tokens.start >= cue.clause.start);
        if clause.contains(&cue.clause.start) && cue.clause.end + 1 >= clause.end && !cue.clause.is_empty() && keeps {
            start = start.max(cue.clause.start);
        }
    }
    start = after_lead_verb(source, start, clause.end, own);
    start = without_links(source, start, clause.end);
    start = after_topic(source, start, clause.end, own);
    start = after_plan(source, start, own);
    start = at_goal_part(source, start, clause.end, own);
    let late = own.first().map_or(start, |d| d.tokens.end).min(clause.end);
    start = at_achievement(source, start, late);
    let number = number_in(source, start..clause.end).map(|f| r.tokens_in(source.facts.figures[f].span).end);
    let late = if own.is_empty() { late.max(number.unwrap_or(late).min(clause.end)) } else { late };
    let end = result_at(source, start, late, clause.end).unwrap_or(clause.end);
    start..without_marks(source, start, end.max(start + 1))
}

/// The end without the marks before it.
pub(super) fn without_marks(source: Source, start: usize, mut end: usize) -> usize {
    let marks = |i: usize| matches!(source.reading.raw(i), "." | "," | ";" | "…" | "!" | "”" | "\"" | ":");
    while end > start + 1 && marks(end - 1) {
        end -= 1;
    }
    end
}

/// `…, phấn đấu hoàn thành …`: the part that sets the goal, where what goes before it has no number and no date.
fn at_goal_part(source: Source, start: usize, end: usize, own: &[Deadline]) -> usize {
    let r = source.reading;
    let bare = |at: usize| number_in(source, start..at).is_none() && own.first().is_none_or(|d| d.tokens.start > at);
    let expects = (start + 4..end).find(|&i| r.raw(i - 1) == "," && r.phrase(i, "kỳ vọng").is_some());
    if let Some(at) = expects.filter(|&at| bare(at)) {
        return at;
    }
    // `đề ra các chỉ tiêu chủ yếu: tăng trưởng đạt 8%, …`
    let listed = (start..end).find(|&i| r.any(i, &["chỉ tiêu", "mục tiêu"]).is_some());
    let colon = listed.and_then(|i| (i..end.min(i + 8)).find(|&k| r.raw(k) == ":"));
    if let Some(at) = colon.filter(|&at| bare(at)) {
        return at + 1;
    }
    let Some(force) = signals(source, start..end).force_at.filter(|&f| f > start + 4) else { return start };
    // `… trao đổi với báo về mục tiêu 500 kỹ sư năm 2030`, `… nhằm cụ thể hóa mục tiêu …`: the goal alone.
    let about = ["về", "với", "cụ thể hóa", "hiện thực hóa"].iter().any(|w| r.phrase_before(force, w).is_some());
    if about && r.phrase(force, "mục tiêu").is_some() {
        return force;
    }
    // The last of them: `yêu cầu đẩy mạnh cải cách, phấn đấu …`
    let aims = |i: &usize| r.raw(i - 1) == "," && word_at(source, *i) == Some(AimWord::Aim) && bare(*i);
    (force..end).rev().find(aims).unwrap_or(start)
}

/// After a verb that brings in the statement, where a long way leads to it: `…, ông cho rằng ngành tôm phải …`.
fn after_lead_verb(source: Source, start: usize, end: usize, own: &[Deadline]) -> usize {
    const VERBS: [&str; 13] = [
        "đặt vấn đề",
        "cho rằng",
        "cho biết",
        "cho hay",
        "nhấn mạnh",
        "khẳng định",
        "xác định",
        "nêu rõ",
        "chỉ rõ",
        "thông tin",
        "thống nhất",
        "quyết nghị",
        "quyết định",
    ];
    let r = source.reading;
    let force = signals(source, start..end).force_at.unwrap_or(start);
    let last = force.min(own.first().map_or(end, |d| d.tokens.start));
    // Not the noun, in a name or out of one: `Bộ Thông tin và Truyền thông`, `hạ tầng thông tin và truyền thông`.
    let noun = |i: usize, after: usize| in_name(source, i) || r.low(after) == "và";
    let lead = |i: usize| r.any(i, &VERBS).filter(|&after| after <= last && !noun(i, after));
    (start..last).rev().find_map(lead).unwrap_or(start)
}

fn without_links(source: Source, start: usize, end: usize) -> usize {
    const LINKS: [&str; 24] = [
        "và",
        "đồng thời",
        "trong đó",
        "theo đó",
        "đó là",
        "cụ thể",
        "bên cạnh đó",
        "ngoài ra",
        "đặc biệt",
        "cùng với đó",
        "cũng",
        "cũng trong",
        "tuy nhiên",
        "trước mắt",
        "do đó",
        "vì vậy",
        "thứ nhất",
        "thứ hai",
        "thứ ba",
        "thứ tư",
        "thứ năm",
        "riêng",
        "xa hơn",
        "cùng đó",
    ];
    let r = source.reading;
    let mut at = start;
    loop {
        if let Some(after) = r.any(at, &LINKS) {
            at = after;
        } else if at < end && matches!(r.raw(at), "," | ":" | "“" | "\"" | "-" | "–") {
            at += 1;
        } else if let Some(after) = year_and_comma(source, at) {
            at = after;
        } else {
            return at.min(end.saturating_sub(1));
        }
    }
}

/// After what only says where or after what something is to be done: `Về hợp tác, sau khi ký kết, hai bên sẽ …`.
fn after_topic(source: Source, start: usize, end: usize, own: &[Deadline]) -> usize {
    const TOPICS: [&str; 12] = [
        "về",
        "đối với",
        "liên quan đến",
        "sau khi",
        "sau",
        "cùng với",
        "bên cạnh",
        "ngoài",
        "trên cơ sở",
        "căn cứ",
        "với vai trò",
        "là đơn vị",
    ];
    let r = source.reading;
    let limit = own.first().map_or(end, |d| d.tokens.start).min(end);
    let mut at = start;
    // `Thực hiện Nghị quyết 57, các hãng cam kết …`
    let carries_out = |at: usize| r.any(at, &["thực hiện", "triển khai"]).is_some_and(|k| r.is_capital(k));
    while r.any(at, &TOPICS).is_some() || carries_out(at) {
        let comma = (at..limit).find(|&i| r.raw(i) == "," && !source.names.holds(r.tokens[i].span.start()));
        let Some(comma) = comma else { return at };
        at = comma + 1;
    }
    at
}

/// After the plan that a sentence opens with, where a day follows its name: `Theo kế hoạch làm đường …, đến năm 2030, …`.
fn after_plan(source: Source, start: usize, own: &[Deadline]) -> usize {
    if !by_plan(source, start) {
        return start;
    }
    let comma = |d: &Deadline| {
        (d.tokens.start.saturating_sub(2)..d.tokens.start).find(|&i| i > start && source.reading.raw(i) == ",")
    };
    own.iter().find_map(comma).map_or(start, |comma| comma + 1)
}

/// `Năm 2025,` at the head of a clause only dates it.
fn year_and_comma(source: Source, at: usize) -> Option<usize> {
    let r = source.reading;
    let at = if r.low(at) == "trong" { at + 1 } else { at };
    let year = r.low(at) == "năm" && r.raw(at + 1).len() == 4 && r.raw(at + 2) == ",";
    year.then_some(at + 3)
}

/// `… bố trí nguồn lực để hoàn thành …`: the target is what the effort is for.
fn at_achievement(source: Source, start: usize, late: usize) -> usize {
    let r = source.reading;
    let goal = (start..late)
        .rev()
        .find(|&i| matches!(r.low(i), "để" | "nhằm") && word_at(source, i + 1) == Some(AimWord::Deliver));
    goal.map_or(start, |i| i + 1)
}

/// Where a clause of purpose or result begins, after the deadline.
fn result_at(source: Source, start: usize, late: usize, end: usize) -> Option<usize> {
    const RESULTS: [&str; 23] = [
        "nhằm",
        "góp phần",
        "tạo",
        "qua đó",
        "từ đó",
        "để",
        "đáp ứng",
        "phục vụ",
        "với tinh thần",
        "trong đó",
        "hướng tới",
        "đây là",
        "theo",
        "mở ra",
        "đồng thời",
        "từng bước",
        "chuẩn bị",
        "với phương châm",
        "thay vì",
        "với tổng",
        "là một trong",
        "là nền tảng",
        "là động lực",
    ];
    let r = source.reading;
    let from = late.max(start + 3);
    (from..end).find(|&i| match r.raw(i) {
        // `thu 900 tỷ đồng, trong đó thuế 700 tỷ đồng`: a part of what is to be reached.
        "," if r.phrase(i + 1, "trong đó").is_some() => {
            number_in(source, start..i).is_none() || number_in(source, i + 2..end).is_none()
        }
        "," | "-" | "–" => r.any(i + 1, &RESULTS).is_some(),
        "”" => true,
        "thì" => true,
        _ => i > start + 10 && matches!(r.low(i), "nhằm" | "để") && !within_brackets(source, start, i),
    })
}

fn within_brackets(source: Source, start: usize, i: usize) -> bool {
    (start..i).rev().take(12).find_map(|j| match source.reading.raw(j) {
        "(" => Some(true),
        ")" => Some(false),
        _ => None,
    }) == Some(true)
}

/// The part of a target from its action on, which stands at its head or right after the first word that sets it: `sẽ xây cầu …`;
/// the whole where something else stands there, or a number before it.
pub(super) fn action(source: Source, tokens: Range<usize>) -> Range<usize> {
    let acts = |at: &usize| *at < tokens.end && matches!(word_at(source, *at), Some(AimWord::Act | AimWord::Deliver));
    let head = Some(first(source, tokens.start)).filter(acts);
    let mut sets = None;
    each_word(source, tokens.clone(), |i, word| {
        if matches!(word, AimWord::Aim | AimWord::Will | AimWord::Duty | AimWord::Plan) {
            sets.get_or_insert(i);
        }
    });
    let set = sets.filter(|&i| !has_number(source, tokens.start..i)).and_then(|i| {
        let (after, _) = source.reading.longest(&source.reading.lexicon.aim_words, i, tokens.end)?;
        Some(first(source, after)).filter(acts)
    });
    head.or(set).unwrap_or(tokens.start)..tokens.end
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::check_facts;

    /// Checks of each target what is to be done.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        check_facts(text, |facts| facts.targets.iter().map(|t| t.what.of(text).to_owned()).collect(), expected);
    }

    #[test]
    fn what_is_to_be_done() {
        check(
            "Ngày 5/3/2024, tỉnh họp. Sở sẽ tiếp tục xây dựng 5 cầu trước năm 2027.",
            &["xây dựng 5 cầu trước năm 2027"],
        );
        // The verb of a clause within it, a noun that looks like a verb, a number before the verb: the whole.
        for goal in [
            "Tỉnh phấn đấu số hộ được hỗ trợ xây nhà đạt 900 hộ vào năm 2027",
            "Tổng đầu tư cho nước sạch phải đạt 90 tỷ đồng vào năm 2027",
            "Đến năm 2027, 100% cơ quan quản lý nhà nước hoàn thành việc chuyển kho",
        ] {
            check(&format!("Ngày 5/3/2024, hội đồng họp. {goal}."), &[goal]);
        }
    }
}
