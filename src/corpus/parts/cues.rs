//! Words that tie a sentence to what stands before it, or to what is to come.

use std::ops::Range;

use crate::extract::Reading;

/// Tokens at the head of a sentence that are looked at.
const N_HEAD: usize = 6;

/// Whether a sentence opens as one that goes on with what was said: `Đồng thời, …`, `Bộ cũng sẽ …`, `Cụ thể: …`.
pub(super) fn goes_on(reading: &Reading, tokens: Range<usize>) -> bool {
    const OPENINGS: [&str; 24] = [
        "đồng thời",
        "bên cạnh đó",
        "ngoài ra",
        "theo đó",
        "cụ thể",
        "trong đó",
        "cùng với đó",
        "trên cơ sở đó",
        "tiếp đó",
        "do đó",
        "vì vậy",
        "để thực hiện được",
        "một là",
        "hai là",
        "ba là",
        "thứ nhất",
        "thứ hai",
        "thứ ba",
        "các nhiệm vụ này",
        "in addition",
        "besides",
        "moreover",
        "at the same time",
        "specifically",
    ];
    const INSIDE: [&str; 3] = ["cũng sẽ", "còn sẽ", "will also"];
    let opening = tokens.start + usize::from(matches!(reading.low(tokens.start), "-" | "–" | "+" | "•" | "*"));
    let head = opening..tokens.end.min(opening + N_HEAD);
    reading.any(opening, &OPENINGS).is_some() || head.into_iter().any(|i| reading.any(i, &INSIDE).is_some())
}

/// Whether a sentence speaks of what is to be done, not of what was.
pub(super) fn is_to_come(reading: &Reading, tokens: Range<usize>) -> bool {
    const AHEAD: [&str; 18] = [
        "sẽ",
        "cần",
        "phải",
        "phấn đấu",
        "yêu cầu",
        "đề nghị",
        "nhiệm vụ",
        "phương hướng",
        "kế hoạch",
        "thời gian tới",
        "tới đây",
        "dự kiến",
        "will",
        "must",
        "should",
        "plans to",
        "is to",
        "are to",
    ];
    const PAST: [&str; 6] = ["đã", "vừa qua", "thời gian qua", "has", "have", "was"];
    let has = |words: &[&str]| tokens.clone().any(|i| reading.any(i, words).is_some_and(|end| end <= tokens.end));
    has(&AHEAD) && !has(&PAST)
}
