//! Where a person's name stands.

use crate::extract::Reading;
use crate::extract::name::{capital_run, is_short_form};
use crate::extract::place::known_place;
use crate::text::TokenKind;

use super::context::Context;

/// What speaks for a name at some token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Cue {
    /// Nothing before it.
    None,
    /// An office or academic title before it.
    Office,
    /// A form of address before it.
    Address,
}

/// Index after the person's name that begins at `i`.
pub(crate) fn name_at(r: &Reading, context: &Context, i: usize, end: usize, cue: Cue) -> Option<usize> {
    if cue != Cue::None
        && !context.in_body(r, i)
        && let Some(to) = elided(r, i + 1, end)
    {
        return Some(to);
    }
    let to = unbroken(r, context, i, end, cue)?;
    Some(elided(r, to, end).unwrap_or(to))
}

/// Index after the capital words that an apostrophe at `at` joins to the letter before it: `H’Hen Niê`, `Ksor H'Bơ`.
fn elided(r: &Reading, at: usize, end: usize) -> Option<usize> {
    let letter = at > 0 && r.raw(at - 1).chars().count() == 1 && r.is_capital(at - 1);
    let joined = matches!(r.raw(at), "'" | "’") && r.is_glued(at) && r.is_glued(at + 1) && r.is_capital(at + 1);
    (letter && joined && at + 1 < end).then(|| capital_run(r, at + 1, end.min(at + 4)))
}

/// Index after the name at `i`, apostrophes aside.
fn unbroken(r: &Reading, context: &Context, i: usize, end: usize, cue: Cue) -> Option<usize> {
    if i >= end || !is_name_word(r, i) || context.in_body(r, i) {
        return None;
    }
    let run = after_middle(r, i, capital_run(r, i, end.min(i + 7)), end);
    let run = (i..run).find(|&k| k > i && (context.in_body(r, k) || !is_name_word(r, k))).unwrap_or(run);
    // `cán bộ Đoàn Hải Hưng-Hải Dương`: two places.
    let paired = is_joined(r, run) && known_place(r, run + 1, end).is_some_and(|to| to > run + 2);
    if paired || is_city(r, i, end) {
        return None;
    }
    if let Some((to, ())) = r
        .longest(&r.lexicon.family_names.known, i, end)
        .filter(|&(to, ())| r.is_capital(to - 1) || is_joined(r, to - 2))
    {
        return Some(to);
    }
    if r.lexicon.family_names.holds(r.low(i)) && !is_joined(r, run) {
        return vietnamese(r, i, run, end, cue);
    }
    // `Phó Tổng giám đốc Viettel Telecom`: what a company is called by, too.
    if run == i + 1 && i > 0 && context.in_body(r, i - 1) && is_foreign(r, i, run) {
        return None;
    }
    match cue {
        Cue::None => {
            let to = other(r, i, run, end)?;
            let words = (i..to).all(|k| known_place(r, k, end).is_none()) && !is_first_word(r, i);
            let sure = (i + 2..=i + 3).contains(&to) && is_foreign(r, i, to) && is_confirmed(r, to);
            let sure =
                sure && words && r.kind(to) == Some(TokenKind::Word) && !follows_capital(r, i) && !follows_site(r, i);
            sure.then_some(to)
        }
        Cue::Office | Cue::Address => other(r, i, run, end),
    }
}

/// `run`, or the index after a given name that is also a word sentences begin with: `Lê Văn Được`.
fn after_middle(r: &Reading, i: usize, run: usize, end: usize) -> usize {
    let cut = run == i + 2 && run < end && matches!(r.low(i + 1), "văn" | "thị" | "đình" | "hữu" | "thành" | "minh");
    let given = cut && is_name_word(r, run) && r.lexicon.family_names.is_common(r.low(i));
    if given { run + 1 } else { run }
}

/// Whether the token can be part of a name: capital first, not all capitals.
fn is_name_word(r: &Reading, i: usize) -> bool {
    r.kind(i) == Some(TokenKind::Word)
        && r.is_capital(i)
        && !is_short_form(r.raw(i))
        && !r.raw(i).bytes().any(|b| b.is_ascii_digit() || b == b'&')
}

/// Whether a known place stands at `i`. Hồ Chí Minh is one only after its type word.
fn is_city(r: &Reading, i: usize, end: usize) -> bool {
    if r.phrase(i, "hồ chí minh").is_some() {
        return i > 0
            && (r.low(i - 1) == "." && i > 1 && r.low(i - 2) == "tp"
                || matches!(
                    r.low(i - 1),
                    "phố"
                        | "tp"
                        | "sản"
                        | "dịch"
                        | "phủ"
                        | "đường"
                        | "thưởng"
                        | "chương"
                        | "thiếu"
                        | "phong"
                        | "lăng"
                        | "tàng"
                ));
    }
    known_place(r, i, end).is_some_and(|to| to > i + 1 || r.low(i).is_ascii())
}

/// Whether a hyphenated part follows the run, as in names from other languages: `Kim Jong-un`. An office is none:
/// `Trần Văn An-Giám đốc sở`.
fn is_joined(r: &Reading, to: usize) -> bool {
    let hyphen = r.raw(to) == "-" && r.is_glued(to) && r.is_glued(to + 1);
    let office = || r.is_capital(to + 1) && r.longest(&r.lexicon.offices.words, to + 1, r.tokens.len()).is_some();
    hyphen && r.kind(to + 1) == Some(TokenKind::Word) && !office()
}

/// A family name with one to three syllables after it.
fn vietnamese(r: &Reading, i: usize, run: usize, end: usize, cue: Cue) -> Option<usize> {
    let place = (i + 2..run).find(|&k| known_place(r, k, end).is_some_and(|to| to > k + 1));
    let to = place.unwrap_or(run);
    let n = to - i;
    if n < 2 {
        return if cue == Cue::None { None } else { other(r, i, to, end) };
    }
    if cue != Cue::None {
        return Some(i + n.min(5).min(if r.low(i + 1) == "thị" { 5 } else { 4 }));
    }
    let common = r.lexicon.family_names.is_common(r.low(i));
    if !common && known_place(r, i + 1, end) == Some(run) && n == 3 {
        return None;
    }
    let middle = matches!(
        r.low(i + 1),
        "văn"
            | "thị"
            | "đức"
            | "hữu"
            | "công"
            | "đình"
            | "xuân"
            | "quang"
            | "minh"
            | "ngọc"
            | "thanh"
            | "quốc"
            | "anh"
            | "tiến"
            | "trọng"
            | "hồng"
            | "thành"
            | "duy"
            | "mạnh"
            | "bá"
            | "viết"
            | "khắc"
            | "huy"
            | "hoàng"
            | "thế"
            | "việt"
            | "vĩnh"
            | "kim"
            | "tấn"
            | "phúc"
            | "đăng"
            | "trung"
            | "chí"
            | "gia"
            | "như"
            | "bích"
            | "thu"
            | "phương"
            | "hải"
            | "tuấn"
            | "bình"
            | "sỹ"
            | "sĩ"
            | "danh"
            | "nhật"
            | "cao"
            | "đắc"
            | "thúy"
            | "lan"
            | "mỹ"
            | "diệu"
    );
    let fits = match n {
        2 => common && is_confirmed(r, to),
        3 | 4 => common || middle,
        _ => false,
    };
    (fits && !follows_capital(r, i) && !follows_site(r, i)).then_some(to)
}

/// Whether what stands after a name speaks for a person: a verb of speech or action, an office after a comma or dash.
fn is_confirmed(r: &Reading, to: usize) -> bool {
    let verb = r.any(
        to,
        &[
            "cho biết",
            "cho rằng",
            "cho hay",
            "khẳng định",
            "nhấn mạnh",
            "chia sẻ",
            "phát biểu",
            "nói",
            "nhận định",
            "đánh giá",
            "cho",
            "kể",
            "bày tỏ",
            "thừa nhận",
            "trả lời",
            "yêu cầu",
            "đề nghị",
            "chủ trì",
            "tham dự",
            "dự",
            "sinh năm",
            "ghi bàn",
            "là",
            "và",
        ],
    );
    let office = matches!(r.raw(to), "," | "-" | "–" | "(")
        && r.lexicon.offices.words.longest(&r.run(to + 1..r.tokens.len())).is_some();
    verb.is_some_and(|_| {
        !matches!(r.low(to), "và" | "là" | "cho")
            || r.phrase(to, "cho biết").is_some()
            || r.phrase(to, "cho rằng").is_some()
            || r.phrase(to, "cho hay").is_some()
    }) || office
        || matches!(r.raw(to), "(") && r.kind(to + 1) == Some(TokenKind::Number)
}

/// Whether a whole Vietnamese name stands at `i`: a family name that is hardly another word, and two or three syllables.
pub(super) fn is_sure_name(r: &Reading, i: usize, end: usize) -> bool {
    let run = capital_run(r, i, end.min(i + 6)) - i;
    (3..=4).contains(&run)
        && r.lexicon.family_names.is_common(r.low(i))
        && (i..i + run).all(|k| is_name_word(r, k))
        && known_place(r, i, end).is_none()
        && !follows_site(r, i)
}

/// Whether the run goes on before `i`, so that no name begins there.
fn follows_capital(r: &Reading, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let first = r.sentence_at(r.tokens[before].span.start()).is_some_and(|s| s.tokens.start == before);
    r.kind(before) == Some(TokenKind::Word) && r.is_capital(before) && !first
}

/// Whether the word before `i` names a site that bears a person's name: `đường Lê Lợi`, `trường Nguyễn Trãi`.
pub(super) fn follows_site(r: &Reading, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    matches!(
        r.low(before),
        "đường"
            | "phố"
            | "phường"
            | "quận"
            | "huyện"
            | "xã"
            | "trường"
            | "thpt"
            | "thcs"
            | "học"
            | "cầu"
            | "sông"
            | "núi"
            | "chợ"
            | "viện"
            | "giải"
            | "sân"
            | "viên"
            | "khu"
            | "cư"
            | "đài"
            | "đền"
            | "chùa"
            | "hát"
            | "rạp"
            | "thôn"
            | "ngõ"
            | "hẻm"
            | "bến"
            | "cảng"
            | "hồ"
            | "lộ"
            | "họ"
            | "làng"
            | "ấp"
            | "lăng"
            | "tượng"
            | "hầm"
            | "đảo"
            | "trấn"
            | "buôn"
            | "khóm"
            | "trại"
            | "nhà"
            | "lễ"
            | "tàu"
            | "hãng"
            | "hiệu"
            | "vở"
            | "phim"
            | "số"
            | "quán"
            | "tuyến"
            | "ga"
            | "phà"
            | "kênh"
            | "rạch"
            | "đèo"
            | "đập"
            | "vành"
            | "dốc"
    ) && !(r.low(before) == "viên"
        && i > 1
        && matches!(
            r.low(i - 2),
            "giáo" | "sinh" | "đoàn" | "ủy" | "đảng" | "thành" | "học" | "giảng" | "nhân" | "hội" | "diễn" | "phóng"
        ))
        && !(matches!(r.low(before), "học" | "viện" | "nhà" | "phố" | "số")
            && i > 1
            && matches!(r.low(i - 2), "nghị" | "bị" | "gái"))
        && !(r.low(before) == "thôn" && i > 1 && r.low(i - 2) == "nông")
}

/// A name from another language, or an artist's or player's name: any run of capitals after an office or form of address.
fn other(r: &Reading, i: usize, run: usize, end: usize) -> Option<usize> {
    let mut to = (i + 1..run).find(|&k| known_place(r, k, end).is_some_and(|e| e > k + 1)).unwrap_or(run).min(i + 5);
    while to + 1 < end {
        if is_joined(r, to) {
            to = capital_run(r, to + 2, end.min(to + 4)).max(to + 2);
        } else if to - i < 4 && matches!(r.low(to), "al" | "el" | "bin" | "ben" | "ul") && is_joined(r, to + 1) {
            to = capital_run(r, to + 2, end.min(to + 4)).max(to + 3);
        } else if to - i < 4
            && matches!(r.raw(to), "von" | "der" | "van" | "de" | "da" | "bin" | "al" | "el" | "di" | "del" | "ibn")
            && is_foreign(r, i, to)
        {
            let next = to + 1 + usize::from(matches!(r.raw(to + 1), "der" | "den" | "la"));
            if !is_name_word(r, next) {
                break;
            }
            to = capital_run(r, next, end.min(next + 3));
        } else {
            break;
        }
    }
    let single = to == i + 1;
    let fits = !single || r.raw(i).chars().count() > 1;
    let word = r.lexicon.heads.longest(&r.run(i..r.tokens.len())).is_some()
        || r.lexicon.subjects.longest(&r.run(i..r.tokens.len())).is_some_and(|(n, _)| n > 1);
    // `Tổ Giúp việc`: a word that goes on in small letters.
    let goes_on = r.kind(to) == Some(TokenKind::Word) && !r.is_capital(to) && r.joins.get(to) == Some(&true);
    let is_other = word || goes_on || single && is_first_word(r, i);
    (fits && !is_other).then_some(to)
}

/// Whether a word is one that sentences begin with, not a name.
fn is_first_word(r: &Reading, i: usize) -> bool {
    matches!(
        r.low(i),
        "theo"
            | "tại"
            | "trong"
            | "khi"
            | "sau"
            | "với"
            | "tuy"
            | "nhưng"
            | "và"
            | "do"
            | "năm"
            | "tháng"
            | "ngày"
            | "trước"
            | "các"
            | "những"
            | "nhà"
            | "trung"
            | "ban"
            | "đó"
            | "này"
            | "tôi"
            | "nếu"
            | "cũng"
            | "đã"
            | "được"
            | "là"
            | "cho"
            | "chúng"
    )
}

/// Whether a word of the run is not written as Vietnamese syllables are.
pub(crate) fn is_foreign(r: &Reading, from: usize, to: usize) -> bool {
    (from..to).any(|k| !is_syllable(r.low(k)))
}

/// Whether the folded word could be a Vietnamese syllable, by its letters and its length.
pub(crate) fn is_syllable(low: &str) -> bool {
    if low.contains(['f', 'j', 'w', 'z']) || low.chars().count() > 7 {
        return false;
    }
    if !low.is_ascii() {
        return true;
    }
    let vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let bytes = low.as_bytes();
    let Some(first) = bytes.iter().position(|&b| vowel(b)) else { return false };
    let rest = &bytes[first..];
    let coda = rest.iter().position(|&b| !vowel(b)).unwrap_or(rest.len());
    let onset_fits = matches!(
        &low[..first],
        "" | "b"
            | "c"
            | "ch"
            | "d"
            | "g"
            | "gh"
            | "h"
            | "k"
            | "kh"
            | "l"
            | "m"
            | "n"
            | "nh"
            | "ng"
            | "ngh"
            | "p"
            | "ph"
            | "q"
            | "r"
            | "s"
            | "t"
            | "th"
            | "tr"
            | "v"
            | "x"
    );
    onset_fits && coda <= 3 && matches!(&low[first + coda..], "" | "c" | "ch" | "m" | "n" | "ng" | "nh" | "p" | "t")
}
