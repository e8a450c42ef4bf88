//! Steering committees, whose task stands in small letters: `Ban Chỉ đạo chuyển đổi số tỉnh Lào Cai`.

use crate::extract::place::{is_level, place_phrase};
use crate::extract::system::is_stop;
use crate::extract::{MentionType, Reading};
use crate::lexicon::CommitteeWord;
use crate::text::TokenKind;

use super::hit::Hit;

/// Index after a word of the table that is this to a committee.
fn after_word(r: &Reading, i: usize, wanted: CommitteeWord) -> Option<usize> {
    let (after, word) = r.longest(&r.lexicon.committee_words, i, r.tokens.len())?;
    (word == wanted).then_some(after)
}

/// A steering committee whose name begins at `i`: up to the level, place or range of its power.
pub(super) fn committee(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let from = r.any(i, &["ban chỉ đạo", "bcđ"]).filter(|_| r.is_capital(i))?;
    let begins = r.longest(&r.lexicon.subjects, from, end).is_some()
        || after_word(r, from, CommitteeWord::Range).is_some()
        || r.any(from, &["phòng, chống", "phòng chống", "đề án", "về"]).is_some()
        || r.kind(from) == Some(TokenKind::Number) && r.raw(from).len() < 4;
    let acts = |k: usize| {
        after_word(r, k, CommitteeWord::Act).is_some()
            || r.longest(&r.lexicon.speech.verbs, k, end).is_some() && r.any(k, &["về"]).is_none()
    };
    if !begins || from >= end || acts(from) {
        return None;
    }
    let mut to = None;
    let mut at = from;
    while at < end.min(from + 20) {
        if let Some(after) = after_word(r, at, CommitteeWord::Range) {
            (at, to) = (after, Some(after));
            continue;
        }
        if at > from
            && let Some(after) = place_phrase(r, at, end).or_else(|| is_level(r, at))
        {
            to = Some(after);
            break;
        }
        let number = r.kind(at) == Some(TokenKind::Number) && r.raw(at).len() < 4;
        let comma = r.raw(at) == "," && !r.is_capital(at + 1);
        let word = r.kind(at) == Some(TokenKind::Word) && (!is_stop(r, at) || r.any(at, &["các"]).is_some());
        if at > from && acts(at) || !(word || number || comma) || r.low(at) == "của" {
            break;
        }
        at += 1;
    }
    // `về …` after the range: the task belongs to the name.
    if let Some(reached) = to.filter(|&to| r.low(to) == "về") {
        let mut last = reached + 1;
        let subject = |at: usize| r.longest(&r.lexicon.subjects, at, end).map(|(after, _)| after);
        // `về khoa học, công nghệ và chuyển đổi số`: several subjects.
        let joined = |at: usize| matches!(r.low(at), "," | "và") && !r.is_capital(at + 1) && !acts(at + 1);
        while let Some(after) = subject(last).or_else(|| joined(last).then(|| subject(last + 1)).flatten()) {
            last = after;
        }
        to = Some(if last > reached + 1 { last } else { reached });
    }
    let to = to?;
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
        check(
            "Sáng nay, Ban Chỉ đạo Trung ương về khoa học, công nghệ và chuyển đổi số họp.",
            "Ban Chỉ đạo Trung ương về khoa học, công nghệ và chuyển đổi số ×1",
        );
        // What a committee does is not its name.
        check("Hôm qua, Ban Chỉ đạo tổ chức hội nghị cấp tỉnh.", "");
        check("Các ban chỉ đạo chuyển đổi số tỉnh đã họp.", "");
    }
}
