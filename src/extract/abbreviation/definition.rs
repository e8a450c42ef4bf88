//! Definitions in the text: `long (short)` and `short (long)`.

use std::ops::Range;

use crate::base::Span;
use crate::extract::english::body_at;
use crate::extract::name::is_short_form;
use crate::extract::organisation::{body_end, may_mean};
use crate::extract::place::known_place;
use crate::extract::{Reading, Sentence};
use crate::text::{TokenKind, fold, search_key};

/// A definition of a short form.
pub(crate) struct Definition {
    /// The long form.
    pub long: Span,
    /// Both, with the brackets.
    pub evidence: Span,
}

/// What defines the short form at `tokens`, if it stands in a definition.
pub(crate) fn definition(r: &Reading, tokens: Range<usize>, sentence: &Sentence) -> Option<Definition> {
    before_brackets(r, tokens.clone(), sentence).or_else(|| in_brackets(r, tokens, sentence))
}

/// `Bộ Thông tin và Truyền thông (Bộ TT&TT)`: the short form in brackets, perhaps after words that stand before the
/// long form as well.
fn before_brackets(r: &Reading, tokens: Range<usize>, sentence: &Sentence) -> Option<Definition> {
    let first = sentence.tokens.start;
    let open = (first.max(tokens.start.saturating_sub(8))..tokens.start).rev().find(|&i| r.raw(i) == "(")?;
    // More may be said of the body after a comma.
    let reach = if r.raw(tokens.end) == "," { 20 } else { 6 };
    let close = (tokens.end..sentence.tokens.end.min(tokens.end + reach)).find(|&i| r.raw(i) == ")")?;
    let lead = open + 1..tokens.start;
    if open == first
        || close > tokens.end && !matches!(r.raw(tokens.end), "," | ";" | "-" | "–") && r.low(tokens.end) != "việt"
    {
        return None;
    }
    let short = r.span(tokens.clone()).of(r.text);
    if r.lexicon.short_forms.get(short).is_some_and(|known| known.kind == Some("byline")) {
        return None;
    }
    let alone = close == tokens.end || !is_short_form(r.raw(tokens.end + 1));
    // `the Blue Sea Bank's (BSB) boats`
    let has = r.language == "en" && open > first + 2 && r.low(open - 1) == "s" && matches!(r.raw(open - 2), "'" | "’");
    let open = if has { open - 2 } else { open };
    let long = by_initials(r, short, first, open)
        .or_else(|| (r.language == "en" && lead.is_empty()).then(|| by_english(r, short, first, open)).flatten())
        .or_else(|| by_dictionary(r, short, first, open))
        .or_else(|| (alone && lead_is_plain(r, lead)).then(|| by_phrase(r, short, first, open)).flatten())?;
    Some(Definition { long: r.span(long.clone()), evidence: r.span(long.start..close + 1) })
}

/// Whether the bracket before `i` closes the name of a body, or of a meeting or agreement, that its word may stand for.
pub(crate) fn closes_name(r: &Reading, i: usize, sentence: &Sentence) -> bool {
    let (first, open) = (sentence.tokens.start, i - 1);
    let body = (open.saturating_sub(14).max(first)..open).any(|k| body_end(r, k, open) == Some(open));
    let word = r.raw(i);
    let coded = word.bytes().any(|b| b.is_ascii_digit());
    let initials = coded && word.len() > 3 && named_by_head(r, first, open).is_some();
    body || initials
}

/// Whether the English words before the brackets around `i` have its letters as initials: `memorandum of understanding
/// (MoU)`.
pub(crate) fn initials(r: &Reading, i: usize, sentence: &Sentence) -> bool {
    let short = r.raw(i);
    let has_capitals = short.bytes().filter(u8::is_ascii_uppercase).count() > 1;
    r.language == "en" && has_capitals && by_initials(r, short, sentence.tokens.start, i - 1).is_some()
}

/// Whether nothing but a gloss stands between the bracket and the short form: `(Artificial Intelligence - AI)`,
/// `(gọi tắt là AI)`, or nothing at all.
fn lead_is_plain(r: &Reading, lead: Range<usize>) -> bool {
    if lead.is_empty() || matches!(r.low(lead.end - 1), "là" | "tắt") {
        return true;
    }
    matches!(r.raw(lead.end - 1), "-" | "–" | ":" | ",") && lead.clone().all(|i| r.raw(i).is_ascii() || r.raw(i) == "–")
}

/// The shortest stretch before `end` whose initials are the letters of the short form.
pub(crate) fn by_initials(r: &Reading, short: &str, first: usize, end: usize) -> Option<Range<usize>> {
    // `electric vehicles (EVs)`
    let single = short.strip_suffix('s').filter(|rest| rest.len() > 1 && rest.bytes().all(|b| b.is_ascii_uppercase()));
    let letters: Vec<char> =
        single.unwrap_or(short).chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let mut left = letters.len();
    for i in (first..end).rev() {
        if r.kind(i) != Some(TokenKind::Word) {
            if matches!(r.raw(i), "-" | "–" | "," | "&" | "/") && left < letters.len() {
                continue;
            }
            return None;
        }
        if left > 0 && begins_with(r.low(i), letters[left - 1]) {
            left -= 1;
            if left == 0 {
                return Some(i..end);
            }
        } else if left == letters.len()
            || !matches!(
                r.low(i),
                "và" | "của" | "về" | "cho" | "các" | "với" | "of" | "the" | "and" | "for" | "on" | "in"
            )
        {
            return None;
        }
    }
    None
}

/// The capitals that begin like the short form, else the body that ends there: `the Dutch Rivers Society (NRS)`.
fn by_english(r: &Reading, short: &str, first: usize, end: usize) -> Option<Range<usize>> {
    by_capitals(r, short, first, end).or_else(|| {
        let start = (first.max(end.saturating_sub(LONGEST_ENGLISH))..end)
            .find(|&k| body_at(r, k, end).is_some_and(|body| body == (k..end)))?;
        Some(start..end)
    })
}

/// Longest English name with a short form.
const LONGEST_ENGLISH: usize = 12;

/// The words with a capital before `end`, and what joins them, from one that begins like the short form: `Posts and
/// Telecommunications Group (PTC)`.
fn by_capitals(r: &Reading, short: &str, first: usize, end: usize) -> Option<Range<usize>> {
    let letter = short.chars().next()?.to_lowercase().next()?;
    let name = |k: usize| r.kind(k) == Some(TokenKind::Word) && r.is_capital(k);
    let joins = |k: usize| {
        matches!(r.low(k), "and" | "of" | "for" | "on" | "in" | "&" | "-" | "'" | "’" | "s")
            || r.low(k) == "the" && matches!(r.low(k.wrapping_sub(1)), "of" | "for" | "on" | "in")
    };
    let from = (first.max(end.saturating_sub(LONGEST_ENGLISH))..end).rev().take_while(|&k| name(k) || joins(k));
    let start = from.filter(|&k| name(k) && begins_with(r.low(k), letter)).last()?;
    (end - start > 1).then_some(start..end)
}

/// Whether the word begins with the letter, marks on vowels aside: `Ủy` with `u`.
fn begins_with(word: &str, letter: char) -> bool {
    let Some(first) = word.chars().next() else { return false };
    first == letter || first != 'đ' && search_key(first.encode_utf8(&mut [0; 4])) == letter.to_string()
}

/// The long form of the dictionary, where it stands right before `end`.
fn by_dictionary(r: &Reading, short: &str, first: usize, end: usize) -> Option<Range<usize>> {
    let long = fold(r.lexicon.short_forms.get(short)?.long);
    let n = crate::text::tokens(&long).len();
    let start = end.checked_sub(n).filter(|&s| s >= first)?;
    (fold(r.span(start..end).of(r.text)) == long).then_some(start..end)
}

/// A phrase before `end` that another language shortens: `Tổ chức Y tế Thế giới (WHO)`, `trí tuệ nhân tạo (AI)`. Reaches
/// back to a mark or a word that no name begins after.
fn by_phrase(r: &Reading, short: &str, first: usize, end: usize) -> Option<Range<usize>> {
    if let Some(start) = (end.saturating_sub(LONGEST_BODY).max(first)..end).find(|&i| body_end(r, i, end) == Some(end))
    {
        // `Vụ Thanh toán (NHNN)`: the body that it is of.
        let known = r.lexicon.short_forms.get(short);
        if known.is_some_and(|known| !may_mean(r.span(start..end).of(r.text), known.long)) {
            return None;
        }
        // `Viện Nghiên cứu … Đại học An Bình (VAB)`: a body of a body.
        let outer =
            (start.saturating_sub(LONGEST_BODY).max(first)..start).find(|&i| body_end(r, i, end) == Some(start));
        return Some(outer.unwrap_or(start)..end);
    }
    if let Some(start) = named_by_head(r, first, end) {
        return Some(start..end);
    }
    if let Some(start) = named_by_noun(r, first, end) {
        return Some(start..end);
    }
    let lowest = end.saturating_sub(8).max(first);
    let start = (lowest..end).rev().find(|&i| ends_phrase(r, i)).map_or(lowest, |i| i + 1);
    let start = match r.lexicon.short_forms.get(short) {
        // The table may know it in another language than the text.
        Some(known) => sharing(r, known.long, end.saturating_sub(12).max(first), end).or_else(|| {
            let run =
                (lowest..end).rev().take_while(|&i| r.is_capital(i) && r.kind(i) == Some(TokenKind::Word)).last()?;
            (end - run > 1).then_some(run)
        })?,
        None => {
            // A phrase that holds a name begins with it.
            let capital = (start..end).find(|&i| r.is_capital(i) && i != first).unwrap_or(start);
            if end - capital >= 2 { capital } else { start }
        }
    };
    let start = (start..end).find(|&i| !is_lead_verb(r, i)).unwrap_or(end);
    let place = known_place(r, start, end) == Some(end);
    let person =
        end - start <= 4 && r.lexicon.family_names.is_common(r.low(start)) && (start..end).all(|i| r.is_capital(i));
    (end - start >= 2 && !place && !person).then_some(start..end)
}

/// Longest name of a body with a short form after it.
const LONGEST_BODY: usize = 22;

/// Start of a term in small letters that begins with one of the nouns, without verb or mark in it: `ký hợp đồng thuê tàu
/// (XYZ)`.
fn named_by_noun(r: &Reading, first: usize, end: usize) -> Option<usize> {
    let plain =
        |&i: &usize| r.kind(i) == Some(TokenKind::Word) && (!ends_phrase(r, i) || matches!(r.low(i), "số" | "và"));
    let reach = (end.saturating_sub(9).max(first)..end).rev().take_while(plain).last()?;
    (reach..end.saturating_sub(2))
        .find(|&i| r.longest(&r.lexicon.long_forms.terms, i, end).is_some_and(|(after, ())| after < end))
}

/// Start of a long name that the bracket at `end` closes: its head has a capital in the middle of a sentence, and no mark or
/// verb stands between: `tham gia Sáng kiến vành đai xanh đô thị (XYZ)`.
fn named_by_head(r: &Reading, first: usize, end: usize) -> Option<usize> {
    let plain = |&i: &usize| {
        (r.kind(i) == Some(TokenKind::Word) || r.kind(i) == Some(TokenKind::Number) || matches!(r.raw(i), "-" | "–"))
            && !matches!(r.low(i), "đã" | "sẽ" | "đang" | "là" | "được" | "bị" | "có" | "do" | "theo" | "tại")
    };
    let reach = (end.saturating_sub(22).max(first)..end).rev().take_while(plain).last()?;
    let head = |&i: &usize| i > first && r.is_capital(i) && r.longest(&r.lexicon.long_forms.names, i, end).is_some();
    let outer = (reach..end.saturating_sub(2)).find(head)?;
    // `Tuyên bố về Quan hệ đối tác …`: the name of what it is about.
    let inner = (outer + 1..end.saturating_sub(2)).rev().filter(|&i| r.low(i - 1) == "về").find(head);
    Some(inner.unwrap_or(outer))
}

/// Whether no name or term reaches over the token.
fn ends_phrase(r: &Reading, i: usize) -> bool {
    r.kind(i) != Some(TokenKind::Word) && !matches!(r.raw(i), "-" | "–")
        || matches!(
            r.low(i),
            "và" | "của"
                | "là"
                | "với"
                | "tại"
                | "theo"
                | "cho"
                | "trong"
                | "bằng"
                | "các"
                | "những"
                | "một"
                | "như"
                | "có"
                | "được"
                | "do"
                | "từ"
                | "đến"
                | "hoặc"
                | "hay"
                | "này"
                | "về"
                | "bởi"
                | "ở"
                | "vào"
                | "số"
                | "nhiều"
                | "mỗi"
                | "trên"
        )
}

/// Whether the word is a verb that stands before a term, not in it.
fn is_lead_verb(r: &Reading, i: usize) -> bool {
    !r.is_capital(i)
        && matches!(
            r.low(i),
            "gồm"
                | "đang"
                | "đã"
                | "sẽ"
                | "chạy"
                | "trao"
                | "tăng"
                | "giảm"
                | "dùng"
                | "sử"
                | "dụng"
                | "ký"
                | "áp"
                | "triển"
                | "khai"
                | "đưa"
                | "ứng"
                | "gọi"
                | "thực"
                | "hiện"
                | "tham"
                | "gia"
                | "mở"
                | "xây"
                | "dựng"
                | "phát"
                | "hành"
        )
}

/// Start of the stretch before `end` that shares words with the long form of the dictionary.
fn sharing(r: &Reading, long: &str, lowest: usize, end: usize) -> Option<usize> {
    let long = fold(long);
    let shares = |i: usize| long.split(' ').any(|word| word == r.low(i));
    if !shares(end - 1) {
        return None;
    }
    let mut start = end - 1;
    for i in (lowest..end).rev() {
        if shares(i) {
            start = i;
        } else if start - i > 3 || r.kind(i) != Some(TokenKind::Word) && !matches!(r.raw(i), "-" | "–" | ",") {
            break;
        }
    }
    Some(start)
}

/// `GDP (tổng sản phẩm quốc nội)`: the long form in brackets after the short one.
fn in_brackets(r: &Reading, tokens: Range<usize>, sentence: &Sentence) -> Option<Definition> {
    if r.raw(tokens.end) != "(" {
        return None;
    }
    let open = tokens.end;
    let close = (open + 1..sentence.tokens.end.min(open + 16)).find(|&i| r.raw(i) == ")")?;
    let short = r.span(tokens.clone()).of(r.text);
    let inner = (open + 1..close).rev().find(|&i| r.kind(i) == Some(TokenKind::Word)).map_or(close, |i| i + 1);
    let exact = |long: &Range<usize>| long.start == open + 1;
    let long = by_initials(r, short, open + 1, inner)
        .filter(exact)
        .or_else(|| by_dictionary(r, short, open + 1, inner).filter(exact))?;
    Some(Definition { long: r.span(long), evidence: r.span(tokens.start..close + 1) })
}
