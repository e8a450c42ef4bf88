//! Steering committees and task forces, whose task stands in small letters: `Ban Chỉ đạo chuyển đổi số tỉnh Lào Cai`.

use crate::extract::place::{is_level, place_phrase};
use crate::extract::system::is_stop;
use crate::extract::{MentionType, Reading};
use crate::lexicon::CommitteeWord;
use crate::text::{PhraseList, TokenKind};

use super::hit::Hit;

/// Index after a word of the table that is this to a committee.
fn after_word(r: &Reading, i: usize, wanted: CommitteeWord) -> Option<usize> {
    let (after, word) = r.longest(&r.lexicon.committee_words, i, r.tokens.len())?;
    (word == wanted).then_some(after)
}

/// Index after the numbered scheme at `i`: `Đề án 06`, `thực hiện Đề án 06`.
fn scheme(r: &Reading, i: usize) -> Option<usize> {
    let at = r.any(i, &["triển khai thực hiện", "triển khai", "thực hiện"]).unwrap_or(i);
    let number = r.any(at, &["đề án"]).filter(|_| r.is_capital(at))?;
    (r.kind(number) == Some(TokenKind::Number)).then_some(number + 1)
}

/// Index after the body that the committee is of: `của Chính phủ`.
fn founder(r: &Reading, i: usize) -> Option<usize> {
    const FOUNDERS: [&str; 6] =
        ["thủ tướng chính phủ", "thủ tướng", "chính phủ", "quốc hội", "bộ chính trị", "ban bí thư"];
    r.any(i + 1, &FOUNDERS).filter(|_| r.low(i) == "của" && r.is_capital(i + 1))
}

/// What the names of committees begin with.
pub(super) static HEADS: PhraseList = PhraseList::new(&["ban chỉ đạo", "ban chỉ huy", "bcđ", "tổ công tác"]);

/// A steering committee or task force whose name begins at `i`: up to the level, place or range of its power.
pub(super) fn committee(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let (_, from) = r.which(i, &HEADS).filter(|_| r.is_capital(i))?;
    let begins = r.longest(&r.lexicon.subjects, from, end).is_some()
        || after_word(r, from, CommitteeWord::Range).is_some()
        || scheme(r, from).or_else(|| founder(r, from)).is_some()
        || r.any(from, &["phòng, chống", "phòng chống", "về"]).is_some()
        || r.kind(from) == Some(TokenKind::Number) && r.raw(from).len() < 4;
    let acts = |k: usize| {
        after_word(r, k, CommitteeWord::Act).is_some()
            || r.longest(&r.lexicon.speech.verbs, k, end).is_some() && r.any(k, &["về"]).is_none()
    };
    if !begins || from >= end || acts(from) && scheme(r, from).is_none() {
        return None;
    }
    let mut to = (r.low(from) == "về").then_some(from);
    let mut at = from;
    while to != Some(from) && at < end.min(from + 20) {
        let range = after_word(r, at, CommitteeWord::Range).or_else(|| scheme(r, at)).or_else(|| founder(r, at));
        if let Some(after) = range {
            (at, to) = (after, Some(after));
            continue;
        }
        if at > from
            && let Some(after) = place_phrase(r, at, end).or_else(|| is_level(r, at))
        {
            if r.low(at - 1) == "các" {
                return None;
            }
            to = Some(after);
            break;
        }
        let number = r.kind(at) == Some(TokenKind::Number) && r.raw(at).len() < 4;
        let comma = r.raw(at) == "," && !r.is_capital(at + 1);
        let word = r.kind(at) == Some(TokenKind::Word) && (!is_stop(r, at) || r.any(at, &["các"]).is_some());
        let closed = to == Some(at) && r.low(at) == "và";
        if at > from && acts(at) || closed || !(word || number || comma) || r.low(at) == "của" {
            break;
        }
        at += 1;
    }
    // `về …` after the range: the task belongs to the name.
    if let Some(reached) = to.filter(|&to| r.low(to) == "về") {
        let mut last = reached + 1;
        let subject = |at: usize| r.longest(&r.lexicon.subjects, at, end).map(|(after, _)| after);
        // `về khoa học, công nghệ và chuyển đổi số`: several subjects.
        let next = |at: usize| scheme(r, at).or_else(|| subject(at).filter(|_| !r.is_capital(at)));
        let joined = |at: usize| {
            let link = matches!(r.low(at), "," | "và" | "-" | "–") && !acts(at + 1);
            link.then(|| next(at + 1)).flatten()
        };
        // `khoa học, công nghệ (KHCN), đổi mới sáng tạo`
        let gloss = |at: usize| {
            let close = (at + 2..at + 6).find(|&k| r.raw(k) == ")").filter(|_| r.raw(at) == "(")?;
            joined(close + 1)
        };
        while let Some(after) = subject(last).or_else(|| joined(last)).or_else(|| gloss(last)) {
            last = after;
        }
        to = Some(if last > reached + 1 { last } else { reached });
    }
    // `Ban Chỉ đạo 35 họp`: the number is all of the name; not `Ban Chỉ đạo 35 người`.
    let (numbered, next) = (r.kind(from) == Some(TokenKind::Number) && r.raw(from).len() > 1, from + 1);
    let ends = |k: usize| matches!(r.low(k), "và" | "của") || is_stop(r, k) || r.is_capital(k) || acts(k);
    let counts = r.kind(next) == Some(TokenKind::Word) && !ends(next);
    let numbered = numbered && !counts && !matches!(r.raw(next), "/" | "-" | "–" | "%");
    let to = to.or(numbered.then_some(next)).filter(|&to| to > from)?;
    let name = r.span(i..to).of(r.text).replace('\u{a0}', " ");
    Some(Hit { tokens: i..to, name, category: "steering_committee", kind: MentionType::Name, rule: "committee" })
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::check_organisations as check;

    #[test]
    fn committees_reach_to_their_level() {
        check(
            "Hôm qua, Ban Chỉ đạo cải cách hành chính tỉnh Lào Cai họp.",
            "Ban Chỉ đạo cải cách hành chính tỉnh Lào Cai ×1",
        );
        check(
            "Ban Chỉ đạo phòng, chống tham nhũng thành phố Hải Phòng ra thông báo.",
            "Ban Chỉ đạo phòng, chống tham nhũng thành phố Hải Phòng ×1",
        );
        check("Ông dẫn Ban Chỉ đạo 389 quốc gia đi kiểm tra.", "Ban Chỉ đạo 389 quốc gia ×1");
        check("Dự có Ban Chỉ đạo 35 và BCĐ 138 của huyện.", "Ban Chỉ đạo 35 ×1; BCĐ 138 ×1");
        check("Dự có Ban Chỉ đạo 35 người; Ban Chỉ đạo 24/7.", "");
        check(
            "Sáng nay, Ban Chỉ đạo Trung ương về khoa học, công nghệ và chuyển đổi số họp.",
            "Ban Chỉ đạo Trung ương về khoa học, công nghệ và chuyển đổi số ×1",
        );
        check(
            "Hôm nay, Ban Chỉ đạo của Chính phủ về phát triển khoa học, công nghệ, chuyển đổi số và Đề án 06 họp.",
            "Ban Chỉ đạo của Chính phủ về phát triển khoa học, công nghệ, chuyển đổi số và Đề án 06 ×1",
        );
        check(
            "Sở dự họp Ban Chỉ đạo của Chính phủ về khoa học - công nghệ (KH-CN), chuyển đổi số và Đề án 06 (BCĐ).",
            "Ban Chỉ đạo của Chính phủ về khoa học - công nghệ (KH-CN), chuyển đổi số và Đề án 06 ×1",
        );
        check(
            "Dự họp có Tổ công tác triển khai Đề án 06 của Chính phủ và Tổ công tác Đề án 06 tỉnh Cà Mau.",
            "Tổ công tác triển khai Đề án 06 của Chính phủ ×1; Tổ công tác Đề án 06 tỉnh Cà Mau ×1",
        );
        check("Dự có Ban chỉ đạo về chuyển đổi số y tế của sở.", "Ban chỉ đạo về chuyển đổi số y tế ×1");
        check(
            "Dự có Ban Chỉ đạo Đề án 06 tỉnh Cà Mau. Trưởng Ban Chỉ đạo Đề án 06 tỉnh chủ trì.",
            "Ban Chỉ đạo Đề án 06 tỉnh Cà Mau ×2",
        );
        check(
            "Ban chỉ huy phòng chống thiên tai và tìm kiếm cứu nạn Lào Cai và Ban Chỉ huy PCTT và TKCN xã họp.",
            "Ban chỉ huy phòng chống thiên tai và tìm kiếm cứu nạn Lào Cai ×1; Ban Chỉ huy PCTT và TKCN xã ×1",
        );
        check("Ban Chỉ huy tổ chức hội nghị cấp tỉnh; các ban chỉ huy phòng chống thiên tai họp.", "");
        check("Điện gửi Ban Chỉ huy Phòng chống thiên tai các tỉnh Hòa Bình, Sơn La.", "");
        // What a committee does is not its name.
        check("Hôm qua, Ban Chỉ đạo tổ chức hội nghị cấp tỉnh.", "");
        check("Các ban chỉ đạo chuyển đổi số tỉnh đã họp.", "");
        check("Ông lập Tổ công tác để triển khai các đề án; Ban Chỉ đạo về đích sớm.", "");
    }
}
