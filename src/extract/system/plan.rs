//! Strategies, programmes, schemes, plans.

use crate::extract::Reading;
use crate::extract::abbreviation::by_initials;
use crate::extract::name::is_short_form;
use crate::extract::place::known_place;
use crate::lexicon::{PlanHead, PlanWord};
use crate::text::TokenKind;

use super::hit::Hit;
use super::phrase::{capital_phrase, horizon, is_stop, opens_part, plain_phrase, quoted};

/// The word of a plan's name at `i`, and the index after it.
fn word(r: &Reading, i: usize) -> Option<(usize, PlanWord)> {
    r.longest(&r.lexicon.plan_words, i, r.tokens.len())
}

/// The head of a plan's name at `i`, and the index after it.
fn head_at(r: &Reading, i: usize) -> Option<(PlanHead, usize)> {
    let (after, PlanWord::Head(head)) = word(r, i)? else { return None };
    Some((head, after))
}

/// The index after what a plan does, at `i`: `phát triển`.
fn activity(r: &Reading, i: usize) -> Option<usize> {
    word(r, i).filter(|(_, word)| *word == PlanWord::Activity).map(|(after, _)| after)
}

/// The rule for names of movements and awards.
pub(super) const MOVEMENT: &str = "movement in quotation marks";

/// `Phong trào thi đua “Cả nước chung tay”`, `giải “Bút vàng vì nông thôn”`.
fn movement(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let (from, PlanWord::Movement(category)) = word(r, i)? else { return None };
    let to = quoted(r, from, end)?;
    (r.is_capital(from + 1) && to - from > 4).then(|| Hit::new(i..to, category, MOVEMENT))
}

/// Index after the number of a part of a project: `Dự án thành phần 2 “…”`.
fn after_part(r: &Reading, from: usize) -> Option<usize> {
    let number = r.any(from, &["thành phần", "hợp phần"])?;
    (r.kind(number) == Some(TokenKind::Number)).then_some(number + 1)
}

/// A plan or movement with a name of its own that begins at `i`.
pub(crate) fn plan(r: &Reading, i: usize, start: usize, end: usize) -> Option<Hit> {
    if let Some(movement) = movement(r, i, end) {
        return Some(movement);
    }
    let (head, from) = head_at(r, i)?;
    if from >= end {
        return None;
    }
    let title = after_part(r, from).unwrap_or(from);
    if let Some(to) = quoted(r, title, end) {
        let titled = r.is_capital(title + 1) && to - title > 3;
        return titled.then(|| Hit::new(i..to, head.category, "plan in quotation marks"));
    }
    let capital = r.is_capital(i) && i > start;
    let plural = i > start && matches!(r.low(i - 1), "các" | "những" | "nhiều" | "mọi" | "mỗi" | "một");
    if plural {
        return None;
    }
    by_numeral(r, i, from, end)
        .or_else(|| spelled_out(r, from, end))
        .or_else(|| for_document(r, from, end).filter(|_| r.is_capital(i)))
        .or_else(|| with_horizon(r, i, from, end, capital || r.is_capital(i)))
        .or_else(|| if head.content { national(r, from, end, head.nation) } else { None })
        .or_else(|| in_capitals(r, from, end, head, capital))
        .or_else(|| if head.content { by_content(r, i, from, end, start) } else { None })
        .or_else(|| counted(r, from, end, capital || r.is_capital(i) && head.counted))
        .map(|to| Hit::new(i..to, head.category, "plan"))
}

/// Index after the document that the plan carries out: `Chương trình hành động thực hiện Nghị quyết số 57`.
fn for_document(r: &Reading, from: usize, end: usize) -> Option<usize> {
    let at = r.any(from, &["hành động"]).unwrap_or(from);
    let act = r.any(at, &["triển khai thực hiện", "thực hiện", "triển khai"])?;
    super::document::document(r, act, from, end).map(|hit| hit.tokens.end)
}

/// Index of the bracket with a short form that spells out what stands after the head: `chương trình mỗi xã một sản phẩm (MXMSP)`.
fn spelled_out(r: &Reading, from: usize, end: usize) -> Option<usize> {
    let open = from + (from..end.min(from + 14)).take_while(|&k| r.kind(k) == Some(TokenKind::Word)).count();
    let short = r.raw(open + 1);
    let closed = r.raw(open) == "(" && r.raw(open + 2) == ")" && is_short_form(short) && open > from + 2;
    (closed && by_initials(r, short, from, open) == Some(from..open)).then_some(open)
}

/// `Quy hoạch điện VIII`, `Quy hoạch điện VII điều chỉnh`: a plan of a series.
fn by_numeral(r: &Reading, i: usize, from: usize, end: usize) -> Option<usize> {
    let roman = |k: usize| !r.raw(k).is_empty() && r.raw(k).bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let at = (from + 1..end.min(from + 5)).find(|&k| roman(k)).filter(|_| r.is_capital(i))?;
    let plain = (from..at).all(|k| r.kind(k) == Some(TokenKind::Word) && !is_stop(r, k) && r.low(k) != "khóa");
    let to = r.phrase(at + 1, "điều chỉnh").filter(|&to| to <= end).unwrap_or(at + 1);
    plain.then_some(to)
}

/// `Chiến lược phát triển … đến năm 2030, tầm nhìn đến năm 2045`: no clause may come between.
fn with_horizon(r: &Reading, i: usize, from: usize, end: usize, capital: bool) -> Option<usize> {
    let mut national = r.phrase_before(from, "quốc gia").is_some();
    let mut at = from;
    while at < end.min(from + 30) {
        if let Some(to) = horizon(r, at, end) {
            // Two terms, the second with its word, only names have: `đến năm 2025, định hướng đến năm 2030`.
            let twofold = (at..to).any(|k| r.any(k, &["định hướng", "tầm nhìn"]).is_some());
            return (at >= from + 2 && (capital || national || twofold)).then_some(to);
        }
        national |= r.phrase(at, "quốc gia").is_some();
        let mark = r.kind(at) == Some(TokenKind::Mark) && !matches!(r.raw(at), "," | "-" | "–");
        let clause = is_stop(r, at)
            && r.phrase(at, "trở thành").is_none()
            && !matches!(
                r.low(at),
                "các"
                    | "trong"
                    | "cho"
                    | "mới"
                    | "chính"
                    | "trên"
                    | "có"
                    | "với"
                    | "một"
                    | "nhất"
                    | "từ"
                    | "tiếp"
                    | "ở"
            )
            && r.any(at, &["không dùng", "tại việt nam"]).is_none()
            && r.low(at - 1) != "hướng";
        if mark
            || clause
            || r.low(at) == "của" && holder(r, at + 1, end).is_none()
            || at > i + 1 && head_at(r, at).is_some_and(|(inner, _)| inner.content)
        {
            return None;
        }
        at += 1;
    }
    None
}

/// Index after the place or the kind of bodies that a plan is for: `của tỉnh Lào Cai`, `của cơ quan nhà nước`.
fn holder(r: &Reading, i: usize, end: usize) -> Option<usize> {
    known_place(r, i, end).or_else(|| r.any(i, &["các cơ quan", "cơ quan nhà nước", "ngành", "doanh nghiệp"]))
}

/// `chương trình chuyển đổi số quốc gia`, `Chương trình mục tiêu quốc gia xây dựng nông thôn mới`.
fn national(r: &Reading, from: usize, end: usize, head: bool) -> Option<usize> {
    let to = plain_phrase(r, from, end);
    if head {
        let to = phrase_with_commas(r, from, end, to);
        return (to > from).then_some(to);
    }
    if (from..to).any(|k| head_at(r, k).is_some()) {
        return None;
    }
    let at = (from..to).rev().find(|&k| r.phrase(k, "quốc gia").is_some_and(|after| after <= to))?;
    if at == from {
        let after = at + 2 + usize::from(r.low(at + 2) == "về");
        let to = plain_phrase(r, after, end);
        return (to >= after + 2).then_some(to);
    }
    // `Kế hoạch hành động quốc gia về quản lý rác thải`
    let about = at + 3;
    let to = if r.low(at + 2) == "về" { plain_phrase(r, about, end) } else { at + 2 };
    (at >= from + 2).then_some(if to > about + 1 { to } else { at + 2 })
}

fn phrase_with_commas(r: &Reading, from: usize, end: usize, to: usize) -> usize {
    let about = r.low(from) == "về";
    if about { plain_phrase(r, from + 1, end) } else { to }
}

/// `Chương trình Sức khỏe Việt Nam`, `dự án Luật …` aside.
fn in_capitals(r: &Reading, from: usize, end: usize, head: PlanHead, capital: bool) -> Option<usize> {
    let named = r.is_capital(from) && r.kind(from) == Some(TokenKind::Word) && (capital || head.small);
    if !named
        || !head.title
        || r.lexicon.heads.longest(&r.run(from..r.tokens.len())).is_some()
        || known_place(r, from, end).is_some()
    {
        return None;
    }
    let to = capital_phrase(r, from, end)?;
    // `Chương trình Dữ liệu vì cộng đồng`: whom it is for.
    let to = if r.low(to) == "vì" { plain_phrase(r, to + 1, end.min(to + 5)) } else { to };
    // `Đề án Phát triển kinh tế tuần hoàn`: what it does, of which only the first word has a capital.
    let to = if activity(r, from).is_some() && to < end && !r.is_capital(to) {
        content_end(r, from, end).max(to)
    } else {
        to
    };
    let coded = r.raw(from).chars().filter(|c| c.is_uppercase()).count() > 1 && r.raw(from).is_ascii();
    (to > from + 1 || is_short_form(r.raw(from)) || coded).then_some(to)
}

/// `Đề án phát triển hệ thống cáp quang quốc tế`: a capital inside the sentence and an activity with its object.
fn by_content(r: &Reading, i: usize, from: usize, end: usize, start: usize) -> Option<usize> {
    if opens_part(r, i, start) || !r.is_capital(i) || r.is_capital(from) {
        return None;
    }
    activity(r, from)?;
    let to = content_end(r, from, end);
    (to >= from + 4).then_some(to)
}

/// Index after what a plan does, which begins at `from`, and the country it is for.
fn content_end(r: &Reading, from: usize, end: usize) -> usize {
    let first = activity(r, from).unwrap_or(from);
    let mut at = first;
    while at < end.min(from + 22) {
        let next = at + 1;
        let joins = matches!(r.low(at), "và" | ",") && at > first;
        let goes_on = activity(r, next).is_some()
            || r.low(at) == "và" && r.kind(next) == Some(TokenKind::Word) && !is_stop(r, next) && !r.is_capital(next);
        let within = matches!(r.low(at), "trong" | "trên" | "cho" | "các" | "một")
            && r.kind(next) == Some(TokenKind::Word)
            && r.any(next, &["năm", "tháng", "quý", "ngày", "thời gian", "giai đoạn", "đó", "khuôn khổ", "tuần"])
                .is_none()
            && !is_stop(r, next);
        let plain = r.kind(at) == Some(TokenKind::Word) && !is_stop(r, at) && !matches!(r.low(at), "của" | "và");
        if !(plain || within || joins && goes_on) {
            break;
        }
        at = next;
    }
    r.any(at, &["ở việt nam", "tại việt nam"]).unwrap_or(at)
}

/// `Đề án 1 triệu ha lúa chất lượng cao`.
fn counted(r: &Reading, from: usize, end: usize, capital: bool) -> Option<usize> {
    let counts = r.kind(from) == Some(TokenKind::Number) || matches!(r.low(from), "một");
    if !capital || !counts || !matches!(r.low(from + 1), "triệu" | "tỷ" | "nghìn") {
        return None;
    }
    let to = plain_phrase(r, from + 2, end);
    (to > from + 2).then_some(to)
}
