//! The year of goals that is named once, before the first of them.

use std::ops::Range;

use super::Source;
use super::deadline::{Deadline, within};
use super::signal::goal_word;

/// Most tokens from the start of a sentence to the colon after the name of its goals.
const LONGEST_LABEL: usize = 40;

/// The year that the goals of a sentence are named with, and the token after their colon: `Các chỉ tiêu năm 2025 gồm: …; …`.
pub(super) fn before_colon(source: Source, tokens: &Range<usize>, deadlines: &[Deadline]) -> Option<(Deadline, usize)> {
    let r = source.reading;
    let label = tokens.clone().take(LONGEST_LABEL);
    let colon = label.into_iter().find(|&i| r.raw(i) == ":")?;
    let goals = (tokens.start..colon).find_map(|i| goal_word(source, i, |w| w.goal))?;
    let year = within(deadlines, goals..colon).first()?;
    Some((year.clone(), colon + 1))
}

/// The year that ends the name of a plan, whose goals the next part of the sentence sets: `thông qua Nghị quyết phát triển
/// kinh tế năm 2025, đặt mục tiêu …`.
pub(super) fn of_plan(source: Source, clause: &Range<usize>) -> Option<Deadline> {
    let r = source.reading;
    let plan = |i: usize| goal_word(source, i, |w| w.plan).is_some();
    let sets = |i: usize| r.any(i, &["đặt mục tiêu", "đề ra mục tiêu", "với mục tiêu", "phấn đấu"]).is_some();
    let own = source.facts.meta.year?;
    let from = source.facts.dates.partition_point(|d| r.token_at(d.span.start()) < clause.start);
    let years = source.facts.dates[from..].iter().take_while(|d| r.token_at(d.span.start()) < clause.end);
    years.into_iter().find_map(|year| {
        let tokens = r.tokens_in(year.span);
        let ahead = year.value.parse().is_ok_and(|year: i32| year >= own);
        let ends = tokens.end >= clause.end || r.raw(tokens.end) == "," && sets(tokens.end + 1);
        let named = (clause.start..tokens.start).any(plan);
        let last = year.interval.filter(|_| ahead && ends && named)?.1;
        Some(Deadline { iso: last.to_string(), span: year.span, tokens })
    })
}

/// Whether the clause judges what is done and sets no goal: `Việc nâng chỉ tiêu lên 8% là quyết tâm của tỉnh`.
pub(super) fn judges(source: Source, clause: &Range<usize>) -> bool {
    let r = source.reading;
    r.low(clause.start) == "việc" && clause.clone().any(|i| matches!(r.low(i), "là" | "thể") && r.low(i + 1) != "phải")
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn a_year_named_before_the_goals_holds_for_each() {
        check(
            "Ngày 5/3/2024, huyện họp. Một số chỉ tiêu kinh tế năm 2025 được thông qua là: tỷ trọng dịch vụ đạt trên 60%; \
             thu nhập bình quân đạt 90 triệu đồng.",
            &["2025-12-31|tỷ trọng dịch vụ đạt trên 60%", "2025-12-31|thu nhập bình quân đạt 90 triệu đồng"],
        );
        check(
            "Ngày 5/3/2024, huyện họp. HĐND huyện đã thông qua Nghị quyết về phát triển kinh tế năm 2025, đặt mục tiêu thu \
             ngân sách đạt 900 tỷ đồng.",
            &["2025-12-31|đặt mục tiêu thu ngân sách đạt 900 tỷ đồng"],
        );
        // A year before a colon that is of no goals.
        check("Ngày 5/3/2024, huyện họp. Năm 2023, kết quả: thu ngân sách đạt 900 tỷ đồng; chi 800 tỷ đồng.", &[]);
    }

    #[test]
    fn what_is_judged_is_no_goal() {
        check("Ngày 5/3/2024, huyện họp. Việc nâng chỉ tiêu tăng trưởng lên 8% là quyết tâm của huyện.", &[]);
    }
}
