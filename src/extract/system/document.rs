//! Documents with a number or a name: resolutions, decrees, laws, agreements.

use crate::extract::Reading;
use crate::extract::name::{capital_run, is_short_form};
use crate::extract::organisation::body_end;
use crate::extract::person::is_syllable;
use crate::extract::place::{is_level, known_place, place_phrase};
use crate::text::{PhraseList, TokenKind};

use super::hit::Hit;
use super::phrase::{capital_phrase, is_stop};

/// Kinds of documents that bear a number.
pub(super) static NUMBERED: PhraseList = PhraseList::new(&[
    "nghị quyết",
    "nghị định",
    "quyết định",
    "thông tư liên tịch",
    "thông tư",
    "chỉ thị",
    "công điện",
    "kết luận",
    "thông báo",
    "kế hoạch",
    "công văn",
    "đề án",
    "chương trình hành động",
    "chương trình",
    "quy định",
    "hướng dẫn",
    "tờ trình",
    "báo cáo",
    "văn bản",
]);

/// Kinds of documents that bear a name.
pub(super) static TITLED: PhraseList = PhraseList::new(&[
    "luật",
    "bộ luật",
    "đạo luật",
    "pháp lệnh",
    "hiệp định",
    "công ước",
    "nghị định thư",
    "văn kiện",
    "nghị quyết",
]);

/// A document whose name begins at `i`.
pub(crate) fn document(r: &Reading, i: usize, start: usize, end: usize) -> Option<Hit> {
    numbered(r, i, end)
        .or_else(|| titled(r, i, end))
        .or_else(|| (i > start).then(|| by_content(r, i, end)).flatten())
        .or_else(|| report(r, i, end))
}

/// `Nghị định quy định một số cơ chế đặc thù của tỉnh`: a document without a number, named by what it lays down.
fn by_content(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    const ALLOWED: [&str; 13] =
        ["một", "các", "những", "trong", "trên", "cho", "với", "từ", "có", "giai", "năm", "tại", "để"];
    static LAID_DOWN: PhraseList = PhraseList::new(&["nghị định", "nghị quyết", "thông tư"]);
    // `4 Nghị định về …`: so many of them.
    let counted = i > 0 && r.kind(i - 1) == Some(TokenKind::Number);
    let (_, from) = r.which(i, &LAID_DOWN).filter(|_| r.is_capital(i) && !counted)?;
    let at = r.any(from, &["quy định chi tiết", "quy định về", "quy định", "sửa đổi, bổ sung", "về việc", "về"])?;
    let mut to = at;
    while to < end.min(at + 30) {
        let plain = matches!(r.kind(to), Some(TokenKind::Word)) && (!is_stop(r, to) || ALLOWED.contains(&r.low(to)));
        // A comma stays only between the parts of a list that goes on in small letters.
        let comma = r.raw(to) == ","
            && r.kind(to + 1) == Some(TokenKind::Word)
            && !r.is_capital(to + 1)
            && !is_stop(r, to + 1)
            && r.any(to + 1, &["trong đó", "nhằm", "theo", "đồng thời", "gồm"]).is_none()
            && r.longest(&r.lexicon.speech.verbs, to + 1, end).is_none();
        let numeral = r.kind(to) == Some(TokenKind::Number);
        if !(plain || comma || numeral) || r.longest(&r.lexicon.speech.verbs, to, end).is_some_and(|_| to > at + 2) {
            break;
        }
        to += 1;
    }
    let closed = to >= end || matches!(r.raw(to), "." | ";" | "," | "”" | ")" | "(");
    (closed && to > at + 4).then(|| Hit::new(i..to, "document", "document by content"))
}

/// `Báo cáo Điểm lại`, `báo cáo Doing Business 2020`: a report with a name; names in foreign letters stand without the noun.
fn report(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let from = r.phrase(i, "báo cáo")?;
    if from >= end || !r.is_capital(from) || is_short_form(r.raw(from)) || known_place(r, from, end).is_some() {
        return None;
    }
    let run = capital_run(r, from, end.min(from + 6));
    let foreign = (from..run).all(|k| !is_syllable(r.low(k)) || r.low(k).is_ascii());
    if foreign && run > from + 1 {
        let year = r.kind(run) == Some(TokenKind::Number) && r.raw(run).len() == 4;
        return Some(Hit::new(from..run + usize::from(year), "document", "report"));
    }
    let of = (from + 1..end.min(from + 8)).find(|&k| r.low(k) == "của" && r.is_capital(k + 1));
    let to = of.or_else(|| capital_phrase(r, from, end)).unwrap_or(run).max(run);
    let body = body_end(r, from, end).is_some() || r.lexicon.family_names.is_common(r.low(from));
    (r.is_capital(i) && to > from + 1 && !body).then(|| Hit::new(i..to, "document", "report"))
}

/// `Nghị quyết số 57-NQ/TW`, `Nghị định 13/2023/NĐ-CP`, `Đề án 06`.
fn numbered(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let (head, from) = r.which(i, &NUMBERED)?;
    let head = NUMBERED.phrases()[head];
    let at = from + usize::from(r.low(from) == "số");
    if at >= end || r.kind(at) != Some(TokenKind::Number) {
        return None;
    }
    let mut to = at + 1;
    while to + 1 < end && matches!(r.raw(to), "-" | "/") && r.is_glued(to) && r.is_glued(to + 1) {
        to += 2;
    }
    let dated =
        to == at + 3 && r.raw(at + 1) == "/" && r.raw(at + 2).len() == 4 && r.kind(at + 2) == Some(TokenKind::Number);
    let long = to > at + 1 && (at..to).any(|k| is_short_form(r.raw(k)) || r.raw(k).contains("NĐ"))
        || dated && r.is_capital(i) && head.len() < 16;
    let short = to == at + 1
        && (r.is_capital(i) || at > from && head != "chương trình" && head != "đề án")
        && (r.raw(at).len() <= 3
            || head == "quyết định"
                && r.raw(at).len() == 4
                && !r.raw(at).starts_with("19")
                && !r.raw(at).starts_with("20"))
        && r.raw(at).bytes().all(|b| b.is_ascii_digit())
        && (matches!(
            head,
            "đề án"
                | "chương trình"
                | "nghị quyết"
                | "nghị định"
                | "chỉ thị"
                | "quyết định"
                | "thông tư"
                | "kết luận"
        ))
        && !is_counted(r, to);
    if !(long || short) {
        return None;
    }
    let category =
        if matches!(head, "đề án" | "chương trình" | "kế hoạch") { "programme" } else { "document" };
    Some(Hit::new(i..to, category, "numbered document"))
}

/// Whether a counted noun follows, so that the number counts: `Đề án 1 triệu ha lúa`; not `Nghị quyết 09 ngày 1/11/2021`.
fn is_counted(r: &Reading, at: usize) -> bool {
    let time = matches!(r.low(at), "năm" | "tháng" | "ngày");
    matches!(r.low(at), "triệu" | "tỷ" | "nghìn" | "ngàn" | "ha" | "%" | "điểm" | "nhóm" | "bước")
        || time && r.kind(at + 1) != Some(TokenKind::Number)
}

/// A document with a number that the name of a body holds: `Tổ công tác triển khai Đề án 06`.
pub(super) fn in_name_of_body(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    numbered(r, i, end).filter(|_| r.is_capital(i))
}

/// `Luật Đất đai`, `Hiệp định Đối tác xuyên Thái Bình Dương`, `Văn kiện Đại hội XIII của Đảng`.
fn titled(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let (head, from) = r.which(i, &TITLED)?;
    let head = TITLED.phrases()[head];
    let school = i > 0 && matches!(r.low(i - 1), "học" | "đh" | "khoa" | "sư" | "ty" | "viện" | "đoàn");
    if !r.is_capital(i) || from >= end || school || known_place(r, from, end).is_some() {
        return None;
    }
    if let Some(to) = congress(r, from, end) {
        return Some(Hit::new(i..to, "document", "congress document"));
    }
    let holder = from + usize::from(r.low(from) == "của");
    let body = body_end(r, holder, end).filter(|&to| r.low(to) == "về");
    if let Some(about) = body {
        let mut to = capital_phrase(r, about + 1, end)?;
        to += usize::from(r.kind(to) == Some(TokenKind::Number) && r.raw(to).len() == 4);
        return Some(Hit::new(i..to, "document", "titled document"));
    }
    if !r.is_capital(from) || matches!(head, "nghị quyết" | "văn kiện") {
        return None;
    }
    let to = capital_phrase(r, from, end)?;
    Some(Hit::new(i..to, "document", "titled document"))
}

/// `Đại hội XIII của Đảng`, `Đại hội đại biểu toàn quốc lần thứ XIII của Đảng`, `Đại hội Đảng bộ tỉnh Lào Cai lần thứ XV`.
fn congress(r: &Reading, from: usize, end: usize) -> Option<usize> {
    let mut at = r.phrase(from, "đại hội")?;
    for part in ["đại biểu", "toàn quốc", "đảng bộ"] {
        at = r.phrase(at, part).unwrap_or(at);
    }
    at = place_phrase(r, at, end).or_else(|| is_level(r, at)).unwrap_or(at);
    at = r.phrase(at, "lần thứ").unwrap_or(at);
    let is_numeral = r.raw(at).bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) && !r.raw(at).is_empty();
    if at >= end || !(is_numeral || r.kind(at) == Some(TokenKind::Number)) {
        return None;
    }
    Some(r.phrase(at + 1, "của đảng").or_else(|| r.phrase(at + 1, "đảng")).unwrap_or(at + 1))
}
