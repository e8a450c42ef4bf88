//! `Năm X là năm Y`, `lấy năm X là năm Y`, `2023 sẽ là năm Y`.

use std::ops::Range;

use crate::ingest::Zone;

use super::super::Reading;
use super::{Found, Source, ThemeKind, statement_end, year_at};

/// What describes a year without giving it a theme: `năm thứ hai`, `năm khó khăn`.
const DESCRIBES: [&str; 38] = [
    "thứ",
    "đầu tiên",
    "đầu",
    "cuối",
    "mà",
    "của",
    "có",
    "đặc biệt",
    "khó khăn",
    "đáng",
    "thành công",
    "cực",
    "nhuận",
    "rất",
    "đầy",
    "kỷ lục",
    "buồn",
    "sóng gió",
    "bận rộn",
    "không",
    "chưa",
    "nóng",
    "lạnh",
    "tồi tệ",
    "tốt",
    "xấu",
    "duy nhất",
    "gần",
    "qua",
    "nay",
    "thất bại",
    "tuyệt vời",
    "hoạt động",
    "chứng kiến",
    "ghi nhận",
    "nhiều",
    "bội thu",
    "may mắn",
];

/// Words before a bare year that name it: `tuyên bố 2023 sẽ là năm …`.
const NAMES: [&str; 9] = ["tuyên bố", "xác định", "chọn", "lấy", "coi", "công bố", "rằng", "khẳng định", "quyết định"];

/// The designations of sentence `n`.
pub(super) fn designations(source: Source, n: usize) -> Vec<Found> {
    let r = source.reading;
    let sentence = &r.sentences[n];
    let mut out: Vec<Found> = Vec::new();
    let mut parallel: Vec<usize> = Vec::new();
    if sentence.zone != Zone::Body {
        return out;
    }
    let mut i = sentence.tokens.start;
    while i < sentence.tokens.end {
        let Some((after, year)) = begins(source, i, sentence.tokens.start) else {
            i += 1;
            continue;
        };
        let said = predicate(r, after, sentence.tokens.end);
        let next = said.filter(|(_, names)| !names).and_then(|(core, _)| named_next(r, core, sentence.tokens.end));
        match next.map(|core| (core, true)).or(said) {
            Some((core, true)) if !describes(r, core) => {
                let end = name_end(r, core, statement_end(source, n, core, false));
                let statement = found(i..after, core, end, year, n);
                // What was said of the year before is no part of its name.
                let tokens = if next.is_some() { statement.core.clone() } else { statement.tokens.clone() };
                out.push(Found { tokens, ..statement });
                i = core;
            }
            Some((core, false)) if opens_clause(r, i, sentence.tokens.start) => {
                parallel.push(out.len());
                let end = statement_end(source, n, core, false);
                out.push(found(i..after, core, end, year, n));
                i = core;
            }
            _ => i = after,
        }
    }
    // `năm 2022 là tổng tiến công` names a theme only beside `năm 2021 là năm …`
    if parallel.len() == out.len() {
        return Vec::new();
    }
    out
}

fn found(cue: Range<usize>, core: usize, end: usize, year: i32, sentence: usize) -> Found {
    Found {
        tokens: cue.start..end.max(core + 1),
        core: core..end.max(core + 1),
        cue,
        year,
        kind: ThemeKind::YearDesignation,
        sentence,
        rule: "year_is_year",
    }
}

/// Where the name of a year with a capital ends, before what a headline goes on with: `là Năm Biển sạch, làng chài ra quân`.
fn name_end(r: &Reading, core: usize, end: usize) -> usize {
    let is_named = r.low(core) == "năm" && r.is_capital(core);
    (core..end).find(|&i| is_named && r.raw(i) == ",").unwrap_or(end)
}

/// A year at token `i` that a statement can be about.
fn begins(source: Source, i: usize, floor: usize) -> Option<(usize, i32)> {
    let r = source.reading;
    let (after, year) = year_at(source, i)?;
    let bare = r.low(i) != "năm";
    let named = i == floor || NAMES.iter().any(|w| r.phrase_before(i, w).is_some());
    // `năm 2020 là năm khởi động; 2021 là năm tăng tốc`,
    // and behind what somebody says: `Ông Nam: 2026 là năm bứt phá`.
    let parallel = i > floor && matches!(r.raw(i - 1), ";" | "," | ":") && r.phrase(after, "là năm").is_some();
    (!bare || parallel || (named && r.low(i.wrapping_sub(1)) != "năm")).then_some((after, year))
}

/// What is said of the year: the index where it begins, and whether it is `năm …`.
fn predicate(r: &Reading, after: usize, end: usize) -> Option<(usize, bool)> {
    const JUDGES: [&str; 12] =
        ["không phải", "đánh giá", "dự báo", "coi", "xem", "ví", "nhớ", "chưa", "có lẽ", "trông đợi", "nhắc", "thêm"];
    let limit = end.min(after + 12);
    for i in after..limit {
        if matches!(r.raw(i), "," | ";" | "." | ":" | "(" | ")") || r.any(i, &JUDGES).is_some() {
            return None;
        }
        if matches!(r.low(i), "là" | "làm") {
            let quoted = matches!(r.raw(i + 1), "“" | "\"");
            let core = i + 1 + usize::from(quoted);
            if r.low(i) == "làm" && r.low(core) != "năm" {
                return None;
            }
            if r.phrase(core, "một năm").is_some() {
                return None;
            }
            return (core < end).then_some((core, r.low(core) == "năm"));
        }
        if r.low(i) == "năm" && i > after {
            return None;
        }
    }
    None
}

/// Where `năm …` begins that is said of the year after something else: `năm 2020 là cột mốc khởi động, là năm tuyên ngôn`.
fn named_next(r: &Reading, core: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 20;
    let clause = (core..end.min(core + LONGEST)).take_while(|&k| !matches!(r.raw(k), ";" | ":" | "."));
    clause.into_iter().find(|&k| r.raw(k) == "," && r.phrase(k + 1, "là năm").is_some()).map(|k| k + 2)
}

/// Whether what follows only describes the year or speaks of somebody's year.
fn describes(r: &Reading, core: usize) -> bool {
    let named = r.is_capital(core);
    let of_name = r.is_capital(core + 1)
        && !named
        && r.raw(core + 1).chars().nth(1).is_some_and(|c| c.is_lowercase() || c.is_uppercase());
    let number = r.raw(core + 1).starts_with(|c: char| c.is_ascii_digit());
    number || of_name || (r.any(core + 1, &DESCRIBES).is_some() && r.phrase(core + 1, "có ý nghĩa").is_none())
}

/// Whether a clause begins at token `i`.
fn opens_clause(r: &Reading, i: usize, floor: usize) -> bool {
    i == floor || matches!(r.low(i - 1), "," | ";" | "“" | "\"" | ":" | "còn" | "và" | ".")
}
