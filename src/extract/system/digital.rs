//! Databases, platforms, apps, information systems, indices.

use crate::extract::Reading;
use crate::extract::name::is_short_form;
use crate::extract::person::is_syllable;
use crate::extract::place::known_place;
use crate::lexicon::Subject;
use crate::text::{PhraseList, TokenKind};

use super::hit::Hit;
use super::phrase::{is_stop, plain_phrase};

/// A digital system or an index whose name begins at `i`.
pub(crate) fn digital(r: &Reading, i: usize, start: usize, end: usize) -> Option<Hit> {
    let counted = |k: usize| {
        r.kind(k) == Some(TokenKind::Number) || matches!(r.low(k), "các" | "những" | "nhiều" | "mọi" | "một" | "số")
    };
    let hit =
        database(r, i, end).or_else(|| index(r, i, end)).or_else(|| centre(r, i, end)).or_else(|| platform(r, i, end));
    hit.filter(|_| i <= start || !counted(i - 1)).or_else(|| example(r, i, end))
}

/// The rule for names that follow `như`.
const EXAMPLE: &str = "example of its kind";

/// The first of the names that a plural is explained by: `các hệ thống quản lý như SMAX, VeloGo` gives `SMAX`.
fn example(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let (from, head) = r.longest(&r.lexicon.system_heads, i, end)?;
    let small = |&k: &usize| r.kind(k) == Some(TokenKind::Word) && !r.is_capital(k) && !is_stop(r, k);
    let like = from + (from..end.min(from + 8)).take_while(small).count();
    let at = like + 1;
    let named = r.low(like) == "như" && at < end && is_foreign(r, at) && r.is_capital(at) && !r.is_capital(at + 1);
    let listed = matches!(r.raw(at + 1), "," | "…" | "." | ";") || matches!(r.low(at + 1), "và" | "hay" | "hoặc");
    let known = r.lexicon.short_forms.get(r.raw(at)).is_some() || known_place(r, at, at + 1).is_some();
    (named && listed && !known).then(|| Hit::new(at..at + 1, head.category, EXAMPLE))
}

pub(super) static DATABASES: PhraseList = PhraseList::new(&["cơ sở dữ liệu", "csdl"]);

/// `Cơ sở dữ liệu quốc gia về dân cư`, `Cơ sở dữ liệu quốc gia bảo hiểm`, `CSDL đất đai`.
fn database(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let (_, head) = r.which(i, &DATABASES)?;
    let national = r.phrase(head, "quốc gia");
    let at = national.unwrap_or(head);
    let about = r.phrase(at, "về").filter(|_| national.is_some() || r.is_capital(i));
    let from = about.unwrap_or(at);
    let to = match about {
        Some(from) => listed_nouns(r, from, end),
        None => {
            let noun = r.longest(&r.lexicon.subjects, from, end).map(|(to, _)| to)?;
            (national.is_some() || r.is_capital(from)).then_some(noun)?
        }
    };
    (to > from).then(|| Hit::new(i..to, "database", "database"))
}

/// Index after one noun or several with commas between: `cán bộ, công chức, viên chức`.
fn listed_nouns(r: &Reading, from: usize, end: usize) -> usize {
    let noun = |i: usize| {
        let found = r.longest(&r.lexicon.subjects, i, end).filter(|(_, class)| *class == Subject::Noun);
        found.filter(|_| r.which(i, &DATABASES).is_none()).map(|(to, _)| to)
    };
    let Some(mut at) = noun(from) else { return plain_phrase(r, from, end.min(from + 4)) };
    // `dân cư và Dự án …`: a capital where the list has none begins another name.
    let listed = |at: usize| matches!(r.low(at), "," | "và") && (r.is_capital(from) || !r.is_capital(at + 1));
    while let Some(to) = noun(at).or_else(|| listed(at).then(|| noun(at + 1)).flatten()) {
        at = to;
    }
    at
}

/// `chỉ số đổi mới sáng tạo toàn cầu`: with its range, or with capitals in it.
fn index(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    const RANGES: [&str; 6] = ["toàn cầu", "cấp tỉnh", "quốc gia", "quốc tế", "thế giới", "cấp bộ"];
    let head = r.phrase(i, "chỉ số")?;
    let mut at = head;
    let mut last = None;
    let mut capital = false;
    while at < end.min(head + 14) {
        if let Some(to) = r.any(at, &RANGES) {
            at = to;
            last = Some(to);
            continue;
        }
        let comma = r.raw(at) == ","
            && at > head
            && (at + 1..end.min(at + 8))
                .take_while(|&k| !is_stop(r, k) && r.kind(k) == Some(TokenKind::Word))
                .any(|k| r.any(k, &RANGES).is_some() || r.phrase(k, "tỉnh").is_some() && last == Some(at));
        if !comma
            && (r.kind(at) != Some(TokenKind::Word)
                || is_stop(r, at) && r.low(at) != "hiện" && r.phrase(at, "tiếp cận").is_none()
                || matches!(r.low(at), "của" | "và" | "nước" | "ngành"))
        {
            break;
        }
        if r.phrase(at, "tỉnh").is_some() && last == Some(at - 1) {
            last = Some(at + 1);
        }
        // `chỉ số DTI đứng đầu`, `chỉ số EGDI trung bình`: how it stands, no part of the name.
        if r.any(at, &["đứng", "trung bình", "bình quân", "cao", "thấp"]).is_some() {
            break;
        }
        if at > head + 2 && r.any(at, &["tăng", "giảm"]).is_some() {
            break;
        }
        capital |= r.is_capital(at);
        at += 1;
    }
    // In small letters and without a range: where a level or a holder follows.
    let measured = at > head + 2
        && (r.low(at) == "của" && (known_place(r, at + 1, end).is_some() || r.is_capital(at + 1))
            || matches!(r.low(at), "đạt" | "xếp" | "đứng")
            || r.is_capital(i) && matches!(r.low(at), "tăng" | "giảm"));
    let to = match last {
        Some(to) if to > head + 2 => to,
        _ if (capital || measured) && at > head + 2 => at,
        _ => return None,
    };
    Some(Hit::new(i..to, "index", "index"))
}

/// `Trung tâm Dữ liệu quốc gia số 1`, `Trung tâm Dữ liệu quốc gia về dân cư`.
fn centre(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let at = r.phrase(i, "trung tâm dữ liệu")?;
    let mut to = r.phrase(at, "quốc gia").filter(|_| r.is_capital(i))?;
    if r.low(to) == "số" && to + 1 < end && r.kind(to + 1) == Some(TokenKind::Number) {
        to += 2;
    }
    if let Some(from) = r.phrase(to, "về") {
        to = listed_nouns(r, from, end);
    }
    Some(Hit::new(i..to, "facility", "data centre"))
}

/// A platform, app or system: by its own name in foreign letters, or by what it is for.
fn platform(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let (from, head) = r.longest(&r.lexicon.system_heads, i, end)?;
    let follows = head.follows;
    if let Some(hit) = follows.name.then(|| foreign_name(r, from, end, head.category)).flatten() {
        return Some(hit);
    }
    // `công cụ như ZuGen hay …`
    let named = from + usize::from(r.low(from) == "như");
    if named > from && (follows.name || follows.code || follows.brand) && is_code(r, i, named) && named < end {
        return Some(Hit::new(named..named + 1, head.category, FOREIGN));
    }
    let own = follows.brand && is_brand(r, from) || follows.code && is_code(r, i, from);
    if own && from < end {
        // The name goes on in capitals or with a number: `hệ thống Zuma Cloud`.
        let to = if is_foreign(r, from + 1) && r.is_capital(from + 1) && from + 1 < end { from + 2 } else { from + 1 };
        return Some(Hit::new(from..to, head.category, FOREIGN));
    }
    let plain_platform = r.phrase(i, "nền tảng") == Some(from);
    if plain_platform && matches!(r.low(from), "số" | "cho" | "của") {
        return None;
    }
    if r.phrase(i, "hệ thống thông tin") == Some(from) && r.low(from) == "của" {
        let to = holders(r, from + 1, end);
        return (to > from + 1 && r.is_capital(i)).then(|| Hit::new(i..to, head.category, "system of a body"));
    }
    let national = national(r, from, end).filter(|_| follows.nation)?;
    Some(Hit::new(i..national, head.category, "national platform"))
}

/// The rule for names in foreign letters.
pub(super) const FOREIGN: &str = "foreign name";

/// Whether the word is written in foreign letters.
fn is_foreign(r: &Reading, k: usize) -> bool {
    r.kind(k) == Some(TokenKind::Word) && !is_syllable(r.low(k))
}

/// Whether capitals stand inside the word among small letters: `SmartCA`.
fn is_mixed(word: &str) -> bool {
    word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

/// Whether a shop or market by its own name stands at `k`; stock exchanges aside.
fn is_brand(r: &Reading, k: usize) -> bool {
    if r.kind(k) == Some(TokenKind::Address) && !r.raw(k).contains('@') {
        return true;
    }
    let word = r.raw(k);
    let exchange = matches!(r.low(k), "upcom" | "nasdaq" | "binance" | "euronext");
    is_foreign(r, k) && r.is_capital(k) && !is_short_form(word) && !exchange && known_place(r, k, k + 1).is_none()
}

/// Whether a name of a form that only digital things have stands at `k`, after the head at `head`: `SmartCA`, `Hệ thống SIMO`.
fn is_code(r: &Reading, head: usize, k: usize) -> bool {
    let word = r.raw(k);
    if !is_foreign(r, k) || known_place(r, k, k + 1).is_some() {
        return false;
    }
    let begins = head == 0 || r.raw(head - 1) == "." || r.raw(head - 1) == ":";
    let short = is_short_form(word)
        && word.is_ascii()
        && word.len() > 3
        && r.is_capital(k)
        && r.is_capital(head)
        && !begins
        && r.lexicon.short_forms.get(word).is_none();
    short || is_mixed(word) && word.is_ascii()
}

/// A name in foreign letters that goes on a list of such names: `ứng dụng ZuSmart, VeloGo và …`.
pub(super) fn coordinate(r: &Reading, i: usize, last: &Hit) -> Option<Hit> {
    let joined = i == last.tokens.end + 1 && matches!(r.low(i - 1), "," | "và" | "hay" | "hoặc");
    let short = is_short_form(r.raw(i)) && last.rule != EXAMPLE;
    if !matches!(last.rule, FOREIGN | EXAMPLE) || !joined || !is_foreign(r, i) || !r.is_capital(i) || short {
        return None;
    }
    let lone = !r.is_capital(i + 1) && known_place(r, i, i + 1).is_none();
    lone.then(|| Hit::new(i..i + 1, last.category, last.rule))
}

/// A product by the last word of its name: `Zuma Pay`, `AgriBot`.
pub(super) fn product(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let words = &r.lexicon.product_words;
    if !r.is_capital(i) || r.language == "en" {
        return None;
    }
    if let Some(category) = words.named(r.raw(i)) {
        return Some(Hit::new(i..i + 1, category, FOREIGN));
    }
    let run = crate::extract::name::capital_run(r, i, end.min(i + 5));
    let run = (i..run).find(|&k| !is_foreign(r, k) && words.last(r.raw(k)).is_none()).unwrap_or(run);
    let category = (i + 1..run).rev().find_map(|k| words.last(r.raw(k)))?;
    known_place(r, i, end).is_none().then(|| Hit::new(i..run, category, FOREIGN))
}

/// A name in foreign letters a few words after the head: `ứng dụng di động Sao Mai Pay` gives the last.
fn foreign_name(r: &Reading, from: usize, end: usize, category: &'static str) -> Option<Hit> {
    let first = (from..end.min(from + 5))
        .take_while(|&k| r.kind(k) == Some(TokenKind::Word) && !is_stop(r, k) && r.low(k) != "của")
        .find(|&k| r.is_capital(k) || is_mixed(r.raw(k)))?;
    let mut to = first;
    while to < end && r.kind(to) == Some(TokenKind::Word) && (r.is_capital(to) || is_mixed(r.raw(to))) && to < first + 5
    {
        to += 1;
        // `C-LangSon`: a letter and a name with a hyphen between.
        let hyphened = r.raw(to) == "-" && r.is_glued(to) && r.is_glued(to + 1) && r.is_capital(to + 1);
        to += usize::from(hyphened && r.raw(to - 1).len() < 3);
    }
    let foreign = (first..to).any(|k| !is_syllable(r.low(k)) && !is_short_form(r.raw(k)) || is_mixed(r.raw(k)));
    // `ZuMind-7B`: the size of a model.
    let sized = r.raw(to) == "-"
        && r.is_glued(to)
        && r.is_glued(to + 1)
        && is_mixed(r.raw(to - 1))
        && r.raw(to + 1).starts_with(|c: char| c.is_ascii_digit());
    if sized && foreign {
        let letter =
            r.is_glued(to + 2) && r.kind(to + 1) == Some(TokenKind::Number) && r.kind(to + 2) == Some(TokenKind::Word);
        return Some(Hit::new(first..to + 2 + usize::from(letter), category, FOREIGN));
    }
    // `Covid-19`: the number of another thing.
    let numbered =
        r.raw(to) == "-" && r.is_glued(to) && r.kind(to + 1) == Some(TokenKind::Number) && r.is_glued(to + 1);
    // `Hà Nội Today`: the place begins the name.
    let place = known_place(r, first, end).is_some_and(|after| !(after < to && (after..to).all(|k| is_foreign(r, k))));
    (foreign && !place && !numbered).then(|| Hit::new(first..to, category, FOREIGN))
}

/// Index after the bodies a system belongs to: `Chính phủ, Thủ tướng`.
pub(super) fn holders(r: &Reading, from: usize, end: usize) -> usize {
    const HOLDERS: [&str; 5] = ["chính phủ", "thủ tướng chính phủ", "thủ tướng", "quốc hội", "nhà nước"];
    let Some(mut at) = r.any(from, &HOLDERS) else { return from };
    while matches!(r.low(at), "," | "và") && at + 1 < end {
        let Some(to) = r.any(at + 1, &HOLDERS) else { break };
        at = to;
    }
    at
}

/// Index after the next `quốc gia`, one comma allowed before it: `tích hợp, chia sẻ dữ liệu quốc gia`.
fn national(r: &Reading, from: usize, end: usize) -> Option<usize> {
    let mut commas = 0;
    for at in from..end.min(from + 12) {
        if let Some(to) = r.phrase(at, "quốc gia") {
            return (at > from).then_some(to);
        }
        if r.low(at) == "và" {
            return None;
        }
        if r.raw(at) == "," && commas == 0 {
            commas += 1;
        } else if r.kind(at) != Some(TokenKind::Word) || is_stop(r, at) || r.low(at) == "của" {
            return None;
        }
    }
    None
}
