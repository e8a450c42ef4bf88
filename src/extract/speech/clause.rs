//! Small readings of a clause: its bounds, what may stand in the name of a speaker.

use std::ops::Range;

use super::super::Reading;

/// Adverbs between a subject and its verb.
const ADVERBS: [&str; 48] = [
    "đồng quan điểm",
    "qua đó",
    "sau đó",
    "từ đó",
    "thẳng thắn",
    "tỏ ra",
    "rất",
    "hết sức",
    "vô cùng",
    "vui mừng",
    "mạnh mẽ",
    "tiếp tục",
    "nghẹn ngào",
    "xúc động",
    "phấn khởi",
    "hào hứng",
    "bức xúc",
    "ngắn gọn",
    "dứt khoát",
    "trực tiếp",
    "mới đây",
    "đồng thời",
    "một lần nữa",
    "nhiều lần",
    "bất ngờ",
    "thường xuyên",
    "kiên quyết",
    "đặc biệt",
    "cũng",
    "đã",
    "đang",
    "vẫn",
    "còn",
    "lại",
    "luôn",
    "từng",
    "vừa",
    "mới",
    "đều",
    "bèn",
    "liền",
    "thì",
    "chợt",
    "chỉ",
    "hay",
    "cùng",
    "thường",
    "sẽ",
];

/// Words that cannot stand in the name or description of a speaker.
const NOT_NOMINAL: [&str; 39] = [
    "phải", "cần", "được", "bị", "có", "là", "để", "khi", "mà", "do", "vì", "nếu", "nhằm", "theo", "nên", "thì",
    "không", "chưa", "hãy", "rất", "như", "bằng", "sau", "trước", "nhưng", "song", "sẽ", "đang", "đã", "vẫn", "cũng",
    "rồi", "thấy", "cho", "bởi", "hoặc", "tham", "gồm", "với",
];

/// Whether a clause or a part of one ends at token `i`.
pub(super) fn is_break(reading: &Reading, i: usize) -> bool {
    match reading.raw(i) {
        "," | ";" | ":" | "." | "!" | "?" | "…" | "“" | "”" | "\"" | "«" | "»" | "(" | ")" => true,
        "-" | "–" | "—" => !(reading.is_glued(i) && reading.is_glued(i + 1)),
        _ => false,
    }
}

/// The start of the part of the clause that ends before `end`; looks back over 30 tokens at most.
pub(super) fn part_start(reading: &Reading, end: usize, floor: usize) -> usize {
    let floor = floor.max(end.saturating_sub(30));
    (floor..end).rev().find(|&i| is_break(reading, i)).map_or(floor, |i| i + 1)
}

/// The end of the subject before the verb at `verb`: without adverbs.
pub(super) fn before_adverbs(reading: &Reading, verb: usize, floor: usize) -> usize {
    let mut end = verb;
    while end > floor {
        let Some(start) = ADVERBS.iter().find_map(|a| reading.phrase_before(end, a)) else { break };
        if start < floor {
            break;
        }
        end = start;
    }
    end
}

/// The end of the body before the document by which it gives an order at `verb`: `UBND tỉnh đã có Công văn số 15/UBND-VX yêu cầu`;
/// `verb` where there is no such document.
pub(super) fn before_document(reading: &Reading, verb: usize, floor: usize) -> usize {
    const LONGEST: usize = 14;
    const DOCUMENTS: [&str; 8] =
        ["công văn", "văn bản", "công điện", "chỉ thị", "thông báo", "quyết định", "kế hoạch", "tờ trình"];
    const ISSUES: [&str; 7] = ["ban hành", "có", "ký", "gửi", "ra", "phát đi", "phát"];
    let unbroken = (floor.max(verb.saturating_sub(LONGEST))..verb).rev().take_while(|&i| !is_break(reading, i));
    let issued = |i: usize| {
        reading.any(i, &DOCUMENTS)?;
        ISSUES.iter().find_map(|issues| reading.phrase_before(i, issues))
    };
    let start = unbroken.into_iter().find_map(issued).filter(|&start| start > floor);
    start.map_or(verb, |start| before_adverbs(reading, start, floor))
}

/// Whether the tokens can be a name or a description: not empty, no verb or conjunction among them.
pub(super) fn is_nominal(reading: &Reading, range: Range<usize>) -> bool {
    !range.is_empty() && !range.clone().any(|i| NOT_NOMINAL.contains(&reading.low(i)) || is_break(reading, i))
}

/// The end of the range without marks at its end.
pub(super) fn without_end_marks(reading: &Reading, range: Range<usize>) -> Range<usize> {
    let mut end = range.end;
    while end > range.start && matches!(reading.raw(end - 1), "." | "," | ";" | ":" | "!" | "?" | "…" | "-" | "–" | "—")
    {
        end -= 1;
    }
    range.start..end
}
