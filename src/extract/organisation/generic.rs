//! Bodies known by the word their name begins with.

use std::ops::Range;

use crate::extract::abbreviation::by_initials;
use crate::extract::name::{capital_run, is_short_form};
use crate::extract::person::is_syllable;
use crate::extract::place::{is_level, known_place, place_phrase};
use crate::extract::system::is_stop;
use crate::extract::{MentionType, Reading};
use crate::lexicon::{After, Head, SpeechVerb, Subject};
use crate::text::TokenKind;

use super::extent::{extent, follows_school_level};
use super::hit::Hit;

/// A body whose name begins at `i` with a known head.
pub(crate) fn generic(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let (n, head) = r.lexicon.heads.longest(&r.run(i..end))?;
    let from = i + n;
    if from >= end || !(r.is_capital(i) || head.lower || is_led(r, i, head) || is_after_chief(r, i)) {
        return None;
    }
    // `hội trường UBND tỉnh`, `hội nghị giao ban quản lý nhà nước`
    const WORDS: [&str; 3] = ["hội trường", "thị trường", "giao ban"];
    if WORDS.iter().any(|word| r.phrase_before(i + 1, word).is_some()) {
        return None;
    }
    // The organs that every company has: `Hội đồng quản trị`.
    const ORGANS: [&str; 4] = ["quản trị", "thành viên", "cổ đông", "trường"];
    if head.name == "Hội đồng" && r.any(from, &ORGANS).is_some() {
        return None;
    }
    // `các Ban xây dựng Đảng Tỉnh ủy`
    if head.name == "Đảng"
        && r.lexicon.heads.longest(&r.run(from..end)).is_some_and(|(_, next)| next.category == "party")
    {
        return None;
    }
    // `Phó Trưởng Ban Thường trực`: the standing deputy, no body.
    if head.name == "Ban Thường trực" && i > 0 && r.low(i - 1) == "trưởng" {
        return None;
    }
    // `một công ty khai thác cát`, `các công ty Tư vấn trực thuộc`: not one of them by name.
    let counted = i > 0 && matches!(r.low(i - 1), "một" | "các" | "những" | "nhiều" | "số" | "mọi" | "mỗi");
    let described = !r.is_capital(from) || r.longest(&r.lexicon.subjects, from, end).is_some();
    if counted && !r.is_capital(i) && head.after == After::Company && described {
        return None;
    }
    match head.after {
        After::Local => local(r, i, from, end, head),
        _ => named(r, i, from, end, head),
    }
}

/// Whether a committee of the party, in small letters, stands after the office of who leads it: `Bí thư tỉnh ủy Lào Cai`.
fn is_led(r: &Reading, i: usize, head: &Head) -> bool {
    let committee = matches!(head.name, "Tỉnh ủy" | "Thành ủy" | "Huyện ủy" | "Quận ủy" | "Thị ủy" | "Đảng ủy");
    committee && follows_office(r, i)
}

/// Whether the head goes on with the title of its chief: `Trưởng ban Tuyên giáo`.
fn is_after_chief(r: &Reading, i: usize) -> bool {
    i > 0 && matches!(r.low(i), "ban" | "phòng" | "vụ" | "cục" | "văn") && matches!(r.low(i - 1), "trưởng" | "chánh")
        || i > 1 && r.low(i) == "ban" && r.low(i - 1) == "phó"
}

/// A body of a level of the state: `Sở Y tế tỉnh Lào Cai`, `UBND xã`, `Công an TP.HCM`.
fn local(r: &Reading, i: usize, from: usize, end: usize, head: &Head) -> Option<Hit> {
    let mut name = head.name.to_owned();
    let mut at = from;
    if matches!(head.name, "Sở" | "Thanh tra" | "Ban Tuyên giáo") || head.name.starts_with("Phòng") {
        // `Sở khoa học và công nghệ`
        let may_be_small = |n: usize| r.is_capital(at) || head.name == "Sở" && r.is_capital(i) && n > 1;
        if let Some((n, known)) = r.lexicon.bodies.portfolio(&r.run(at..end)).filter(|(n, _)| may_be_small(*n)) {
            at += n;
            name = format!("{name} {}", known.name);
        } else if head.name == "Sở" {
            return sole_department(r, i, from, end, head);
        }
    }
    let level = is_level(r, at);
    let several = level.is_some_and(|to| {
        matches!(r.raw(to), "," | "/") && is_level(r, to + 1).is_some() && place_phrase(r, at, end).is_none()
    });
    if r.low(at) == "các" || several || is_of_many(r, at) {
        return None;
    }
    let body_of = r.phrase(at, "bộ").filter(|_| r.is_capital(at) && head.category == "party");
    // `Ban Thường vụ Tỉnh ủy Lào Cai`
    let committees = ["tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy", "đảng ủy"];
    let committee = r.any(at, &committees).filter(|_| head.category == "party");
    let committee = committee.map(|to| place_phrase(r, to, end).unwrap_or(to));
    // `Ủy ban MTTQ Việt Nam tỉnh Lào Cai`
    let country = r.phrase(at, "việt nam").filter(|&to| head.category == "association" && is_level(r, to).is_some());
    let of_country = country.and_then(|to| place_phrase(r, to, end).or_else(|| is_level(r, to)));
    let place = of_country.or_else(|| place_phrase(r, at, end));
    let to = committee.or_else(|| holder(r, i, at, end)).or(place).or(level).or(body_of);
    if let Some(to) = to {
        name = format!("{name} {}", r.span(at..to).of(r.text));
        at = to;
    }
    let bare = at == from;
    let stands_bare = matches!(
        head.name,
        "Tỉnh ủy"
            | "Thành ủy"
            | "Huyện ủy"
            | "Quận ủy"
            | "Tỉnh đoàn"
            | "Thành đoàn"
            | "HĐND"
            | "UBND"
            | "Ban cán sự Đảng"
    );
    // `Tỉnh ủy viên`: a member of it.
    let member = bare && r.low(at) == "viên";
    if bare && !stands_bare || member || !(r.is_capital(i) || place.is_some() && is_led(r, i, head)) {
        return None;
    }
    Some(Hit { tokens: i..at, name, category: head.category, kind: MentionType::Name, rule: "local body" })
}

/// Index after the level where the name of its chief comes right after it: `Chủ tịch UBND tỉnh Võ Văn Minh`.
fn holder(r: &Reading, i: usize, at: usize, end: usize) -> Option<usize> {
    let to = is_level(r, at).filter(|_| follows_office(r, i))?;
    let run = capital_run(r, to, end.min(to + 6)) - to;
    let is_name = (2..=4).contains(&run) && r.lexicon.family_names.is_common(r.low(to))
        || run == 3 && r.lexicon.family_names.holds(r.low(to));
    (is_name && known_place(r, to, end).is_none()).then_some(to)
}

/// Whether an office stands right before `i`: then a person's name may come after the body.
pub(crate) fn follows_office(r: &Reading, i: usize) -> bool {
    i > 0
        && matches!(
            r.low(i - 1),
            "tịch"
                | "đốc"
                | "trưởng"
                | "phó"
                | "thư"
                | "nhiệm"
                | "viên"
                | "biên"
                | "trực"
                | "án"
                | "lệnh"
                | "ủy"
                | "thống"
                | "biểu"
                | "sự"
                | "nhất"
                | "sư"
                | "gia"
                | "sĩ"
                | "pct"
                | "thường"
        )
}

/// A department whose portfolio the tables do not have: `Sở Cảnh sát Phòng cháy chữa cháy`.
fn sole_department(r: &Reading, i: usize, from: usize, end: usize, head: &Head) -> Option<Hit> {
    if !r.is_capital(from) {
        return None;
    }
    named(r, i, from, end, head)
}

/// A body with a name of its own: `Cục Trồng trọt`, `Công ty cổ phần Sao Mai`, `Bệnh viện Bạch Mai`.
fn named(r: &Reading, i: usize, from: usize, end: usize, head: &Head) -> Option<Hit> {
    let closed = r.is_capital(i).then(|| {
        closed_by_short_form(r, from, end).or_else(|| spelled_out(r, i, end)).or_else(|| of_place(r, from, end, head))
    });
    let closed = closed.flatten();
    if !fits(r, from, end, head) && closed.is_none() {
        return None;
    }
    let to = extent(r, from, end, head.after).or(closed)?;
    let to = closed.filter(|&closed| closed > to).unwrap_or(to);
    let to = before_holder(r, i, from..to).unwrap_or(to);
    let place = place_phrase(r, from, end) == Some(to);
    // `các trường Việt Nam`, `ngân hàng Việt Nam`: all of a country.
    let common = place && r.phrase(from, "việt nam") == Some(to) && !r.is_capital(i);
    if common && !matches!(head.category, "embassy" | "association" | "media") {
        return None;
    }
    if place && head.after == After::Company || is_torn(r, from, to, end) || is_of_many(r, to) {
        return None;
    }
    let rest = r.span(from..to).of(r.text);
    if matches!(head.name, "Tờ" | "Hãng tin" | "Trang tin") {
        let to = to.max(capital_run(r, from, end.min(from + 5)));
        let name = r.span(from..to).of(r.text).to_owned();
        return Some(Hit { tokens: from..to, name, category: "media", kind: MentionType::Name, rule: "head and name" });
    }
    let own = (from..to).find(|&k| r.is_capital(k)).and_then(|k| Some((k, r.lexicon.bodies.name(&r.run(k..to))?)));
    if let Some((_, (_, known))) = own.filter(|(k, (n, known))| k + n == to && known.category == head.category) {
        let (name, category) = (known.name.to_owned(), known.category);
        return Some(Hit { tokens: i..to, name, category, kind: MentionType::Alias, rule: "head and known name" });
    }
    let name = if head.name == "báo" { format!("báo {rest}") } else { format!("{} {rest}", head.name) };
    Some(Hit { tokens: i..to, name, category: head.category, kind: MentionType::Name, rule: "head and name" })
}

/// Index after the body where the name of who holds an office in it follows a short form or a known name: `Chủ tịch Hội đồng
/// thành viên Tập đoàn VNPT Tô Văn An`. The words after the head are `rest`.
fn before_holder(r: &Reading, i: usize, rest: Range<usize>) -> Option<usize> {
    let is_name = |k: usize| {
        (2..=4).contains(&(rest.end - k))
            && capital_run(r, k, rest.end + 1) == rest.end
            && r.lexicon.family_names.holds(r.low(k))
            && known_place(r, k, rest.end).is_none()
    };
    let is_whole = |k: usize| {
        let known =
            || (rest.start..k).any(|from| r.lexicon.bodies.name(&r.run(from..k)).is_some_and(|(n, _)| from + n == k));
        is_short_form(r.raw(k - 1)) && !follows_school_level(r, k) || known()
    };
    (rest.start + 1..rest.end).find(|&k| follows_office(r, i) && is_name(k) && is_whole(k))
}

/// Whether every unit of a kind has such a body: `Ban Chỉ đạo Chuyển đổi số các địa phương`, `UBND cấp tỉnh`.
fn is_of_many(r: &Reading, i: usize) -> bool {
    const UNITS: [&str; 9] = ["địa phương", "cấp", "tỉnh", "thành phố", "huyện", "quận", "xã", "phường", "bộ"];
    let level = r.low(i) == "cấp" && is_level(r, i + 1).is_some();
    level || r.low(i) == "các" && r.any(i + 1, &UNITS).is_some()
}

/// Index of the bracket with a short form that closes the name: `Ủy ban Bảo tồn Cá và Động vật Hoang dã Florida (FWC)`.
fn closed_by_short_form(r: &Reading, from: usize, end: usize) -> Option<usize> {
    let plain = |&k: &usize| {
        (r.kind(k) == Some(TokenKind::Word) || r.kind(k) == Some(TokenKind::Number) && r.raw(k).len() < 3)
            && (!is_stop(r, k) || matches!(r.low(k), "các" | "trên" | "về" | "bằng" | "vì" | "mới"))
            && r.longest(&r.lexicon.speech.verbs, k, end).is_none_or(|(_, verb)| verb != SpeechVerb::Say)
    };
    let open = from + (from..end.min(from + 16)).take_while(plain).count();
    let short = r.raw(open + 1);
    let fits = r.raw(open) == "("
        && r.raw(open + 2) == ")"
        && open > from + 1
        && is_short_form(short)
        && (3..=8).contains(&short.chars().count())
        && !short.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let capital = (from..open).any(|k| r.is_capital(k));
    let initials =
        r.lexicon.short_forms.get(short).is_none_or(|known| known.long.chars().next().is_some_and(char::is_uppercase));
    (fits && capital && initials && !(from + 1..open).any(|k| is_another(r, k))).then_some(open)
}

/// Index of the bracket with a short form that the name from `i` on spells out, commas in it and all: `Cục Quản lý Đê điều,
/// Hồ đập (CQLĐĐHĐ)`.
fn spelled_out(r: &Reading, i: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 20;
    let open = (i + 2..end.min(i + LONGEST)).find(|&k| r.raw(k) == "(")?;
    let short = r.raw(open + 1);
    let closed = is_short_form(short) && r.raw(open + 2) == ")";
    (closed && by_initials(r, short, i, open) == Some(i..open)).then_some(open)
}

/// Index after the place of an association whose subject stands in small letters: `Hiệp hội du lịch Đà Nẵng`.
fn of_place(r: &Reading, from: usize, end: usize, head: &Head) -> Option<usize> {
    if head.category != "association" || r.is_capital(from) {
        return None;
    }
    let (to, _) = r.longest(&r.lexicon.subjects, from, end)?;
    place_phrase(r, to, end)
}

/// Whether another body begins at `i`.
fn is_another(r: &Reading, i: usize) -> bool {
    r.is_capital(i)
        && r.lexicon.heads.longest(&r.run(i..r.tokens.len())).is_some_and(|(_, head)| head.after != After::About)
}

/// Whether one syllable alone stands for the name and a small word after it may belong to it: then its end is not known.
fn is_torn(r: &Reading, from: usize, to: usize, end: usize) -> bool {
    let next = to < end && r.kind(to) == Some(TokenKind::Word) && !r.is_capital(to);
    let one = to == from + 1 && is_syllable(r.low(from)) && !is_short_form(r.raw(from));
    one && next && !is_stop(r, to) && r.longest(&r.lexicon.subjects, from, end).is_none_or(|(to, _)| to > from + 1)
}

/// Whether the head is the end of another word: `Hạ viện`, `trình báo`, `học viện`.
fn is_part_of_word(r: &Reading, from: usize, head: &Head) -> bool {
    let Some(before) = from.checked_sub(2) else { return false };
    match head.name {
        "Viện" => matches!(
            r.low(before),
            "hạ" | "thượng"
                | "bệnh"
                | "học"
                | "nghị"
                | "điện"
                | "thư"
                | "tu"
                | "y"
                | "kịch"
                | "pháp"
                | "nhập"
                | "xuất"
                | "phim"
        ),
        "Báo" => matches!(
            r.low(before),
            "trình"
                | "thông"
                | "cảnh"
                | "dự"
                | "khai"
                | "tin"
                | "cáo"
                | "tình"
                | "điện"
                | "đăng"
                | "gửi"
                | "quảng"
                | "nhà"
                | "người"
        ),
        "Đại học" => before > 0 && r.low(before - 1) == "dục",
        "Hãng" | "Trường" | "Quỹ" => matches!(
            r.low(before),
            "thị" | "môi" | "công" | "quảng" | "lập" | "thủ" | "chiến" | "nông" | "lâm" | "thao" | "đấu" | "hiện"
        ),
        _ => false,
    }
}

/// Whether a capital word after the head begins a name: for schools a level, a short form, a word of two syllables.
fn is_known_school(r: &Reading, from: usize, head: &Head) -> bool {
    head.name != "Trường" || r.joins.get(from + 1) == Some(&true) || is_short_form(r.raw(from))
}

/// Whether what follows the head can begin a name after it: heads that are also common words ask for more.
fn fits(r: &Reading, from: usize, end: usize, head: &Head) -> bool {
    let country = place_phrase(r, from, end).is_some_and(|to| r.kind(to) != Some(TokenKind::Word) || !r.is_capital(to));
    if head.category == "media" && country || is_part_of_word(r, from, head) {
        return false;
    }
    let subject = r.longest(&r.lexicon.subjects, from, end);
    let capital = r.is_capital(from) && r.kind(from) == Some(TokenKind::Word);
    let about = head.after == After::About
        && (subject.is_some_and(|(to, _)| r.low(to) == "về")
            || r.low(from) == "các"
                && r.is_capital(from + 1)
                && r.longest(&r.lexicon.subjects, from + 1, end).is_some());
    match head.name {
        _ if about => true,
        // `Cơ quan Thường trực Ban Chỉ đạo`: what a body is to another.
        "Cơ quan" if r.any(from, &["thường trực", "chủ trì", "chủ quản", "ngang bộ"]).is_some() => false,
        "Vụ" | "Phòng" | "Đài" | "Ban" | "Cơ quan" | "Viện" | "Văn phòng" | "Công đoàn" | "Hội" | "Ủy ban" | "Cục" => {
            capital
                && (subject.is_some()
                    || r.joins.get(from + 1) == Some(&true)
                    || is_short_form(r.raw(from))
                    || matches!(head.name, "Hội" | "Cục" | "Ủy ban" | "Viện"))
        }
        "Cục Quản lý" | "Ban Quản lý" => capital || subject.is_some(),
        // `Trung tâm Giám sát, điều hành`, `Trung tâm Dữ liệu`: a system; `Trung tâm Giám sát bệnh tật`: a body.
        "Trung tâm" => {
            let system = r.longest(&r.lexicon.system_heads, from - 2, end);
            let runs = system.is_some_and(|(to, _)| matches!(r.low(to - 1), "hành" | "liệu"));
            capital && r.low(from) != "data" && !runs
        }
        "Quân khu" | "Sư đoàn" | "Lữ đoàn" | "Trung đoàn" | "Binh đoàn" | "Quân đoàn" => true,
        "Trường" | "Bệnh viện" | "BV" if head.after == After::Institution => {
            let placed = !capital && is_level(r, from).is_some() && place_phrase(r, from, end).is_some();
            subject.is_some() && (capital || r.low(from) != "chuyên")
                || placed
                || capital && is_known_school(r, from, head)
        }
        _ if head.after == After::Institution => capital || subject.is_some(),
        _ if head.after == After::Company => capital || subject.is_some() || matches!(r.low(from), "cp" | "tnhh"),
        _ => capital || matches!(subject, Some((_, Subject::Noun))) && head.after == After::About,
    }
}
