//! Countries, provinces, districts, communes, villages.

mod again;
mod english;

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::lexicon::Office;
use crate::text::{TokenKind, fold};

use super::name::{Gathered, Taken, begins_sentence, capital_run, is_short_form};
use super::person::is_syllable;
use super::{Facts, Mention, MentionType, Reading, Sentence};

/// One place.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// Name without the type word, except for numbered wards: `Hà Giang`, `phường 1`.
    pub name: String,
    /// Administrative level: `country`, `province`, `municipality`, `district`, `commune`, `village` …
    #[serde(deserialize_with = "crate::base::code")]
    pub category: crate::base::Code,
    /// The places around it, smallest first, as far as the text or the tables say.
    pub within: Vec<String>,
    /// Every place where it is named, in text order.
    pub mentions: Vec<Mention>,
    /// Name of the rule that found it.
    #[serde(deserialize_with = "crate::base::code")]
    pub rule: crate::base::Code,
}

/// One reading of a place: its tokens, and what it is.
struct Hit {
    tokens: Range<usize>,
    name: String,
    level: &'static str,
    within: Option<&'static str>,
    rule: &'static str,
}

/// Countries, provinces, districts, communes, villages.
pub fn places(r: &Reading, facts: &Facts) -> Vec<Place> {
    let mentions = || facts.people.iter().flat_map(|p| &p.mentions);
    let given = mentions().filter(|m| is_given_name(r, m)).map(|m| m.span);
    let people = Taken::new(facts.people.iter().flat_map(|p| p.names.iter().copied()).chain(given));
    let bodies = Taken::new(facts.organisations.iter().flat_map(|o| o.mentions.iter().map(|m| m.span)));
    let mut found: Gathered<Place> = Gathered::default();
    for sentence in &r.sentences {
        let hits = hits(r, sentence, &people);
        let mut last: Option<(usize, usize)> = None; // end token of the place before, its index
        for hit in &hits {
            let span = r.span(hit.tokens.clone());
            let nested = bodies.holds(span.start());
            // `Học viện Chính trị quốc gia Hồ Chí Minh` bears the name of a person.
            if nested && matches!(span.of(r.text), "Việt" | "Nhật" | "Hàn" | "Thái" | "Hồ Chí Minh") {
                continue;
            }
            let kind = if nested { MentionType::Nested } else { MentionType::Name };
            let at = found.add(&key(hit), Mention { span, kind, zone: sentence.zone }, || Place {
                name: hit.name.clone(),
                category: hit.level,
                within: hit.within.map(str::to_owned).into_iter().collect(),
                mentions: Vec::new(),
                rule: hit.rule,
            });
            let chained = last.filter(|&(end, inner)| inner != at && is_link(r, end, hit.tokens.start));
            if let Some((_, inner)) = chained {
                let place = hit.name.clone();
                if let Some(inner) =
                    found.get_mut(inner).filter(|p| p.within.is_empty() && size(p.category) < size(hit.level))
                {
                    inner.within.push(place);
                }
            }
            last = Some((hit.tokens.end, at));
        }
    }
    again::again(r, &people, &bodies, &mut found);
    let mut out: Vec<Place> = found.into_items().map(|(place, mentions)| Place { mentions, ..place }).collect();
    complete_chains(&mut out);
    out
}

/// Whether an English article names a person by the given name alone, that may be the name of a place, too: `Hue said`, but
/// not `in Hue`.
fn is_given_name(r: &Reading, mention: &Mention) -> bool {
    let before = || r.token_at(mention.span.start()).checked_sub(1).map_or("", |k| r.low(k));
    r.language == "en" && mention.kind == MentionType::GivenName && before() != "in"
}

/// Two places of one name but of different kinds are two: the city and the province Bắc Ninh.
fn key(hit: &Hit) -> String {
    let class = match hit.level {
        "province" | "municipality" | "country" | "city" => "",
        level => level,
    };
    format!("{} {class}", fold(&hit.name))
}

/// Rank of a level by size.
fn size(level: &str) -> u8 {
    match level {
        "village" | "neighbourhood" => 0,
        "ward" | "commune" | "township" | "special_zone" => 1,
        "district" | "urban_district" | "town" | "provincial_city" | "municipal_city" | "island" => 2,
        "province" | "municipality" | "state" | "city" => 3,
        "region" => 4,
        "country" => 5,
        _ => 6,
    }
}

/// Whether the tokens between two places say that the first lies in the second: a comma or an opening bracket.
fn is_link(r: &Reading, from: usize, to: usize) -> bool {
    to == from + 1 && matches!(r.raw(from), "," | "(") || to == from && r.is_capital(to)
}

/// Goes on from each place to the places around the one it lies in.
fn complete_chains(places: &mut [Place]) {
    let mut around: FxHashMap<String, String> = FxHashMap::default();
    for place in places.iter() {
        if let Some(first) = place.within.first() {
            around.entry(place.name.clone()).or_insert_with(|| first.clone());
        }
    }
    for place in places {
        while let Some(last) = place.within.last() {
            let Some(next) = around.get(last) else { break };
            if place.within.contains(next) || *next == place.name || place.within.len() > 4 {
                break;
            }
            place.within.push(next.clone());
        }
    }
}

fn hits(r: &Reading, sentence: &Sentence, people: &Taken) -> Vec<Hit> {
    let end = sentence.tokens.end;
    let mut out = Vec::new();
    let mut i = sentence.tokens.start;
    while i < end {
        if people.holds(r.tokens[i].span.start()) {
            i += 1;
            continue;
        }
        match typed(r, i, end, people)
            .or_else(|| known(r, i, sentence, people))
            .or_else(|| english::typed(r, i, end))
            .or_else(|| in_chain(r, i, end, out.last()))
            .or_else(|| listed(r, i, end, out.last(), people))
        {
            Some(hit) => {
                i = hit.tokens.end;
                out.push(hit);
            }
            None => i += 1,
        }
    }
    out
}

/// A place with its type word before it: `huyện Đồng Văn`, `phường 1`.
fn typed(r: &Reading, i: usize, end: usize, people: &Taken) -> Option<Hit> {
    let types = &r.lexicon.place_types;
    let (from, level) = r.longest(&types.levels, i, end)?;
    // `Hợp tác xã Dịch vụ …`
    if r.low(i) == "xã" && r.phrase_before(i, "hợp tác").is_some() {
        return None;
    }
    // `Tỉnh Đoàn Lào Cai`: the youth union of the province.
    if r.low(i) == "tỉnh" && r.low(from) == "đoàn" {
        return None;
    }
    // `xã vùng cao Tà Mung`: what kind of commune it is stands before its name.
    let from = r.longest(&types.descriptions, from, end).filter(|_| size(level) < 3).map_or(from, |(to, ())| to);
    if from >= end || people.holds(r.tokens[from].span.start()) {
        return None;
    }
    if r.kind(from) == Some(TokenKind::Number) {
        return numbered(r, i, from, level);
    }
    if !r.is_capital(from) || begins_sentence(r, from) || is_office(r, from, end) {
        return None;
    }
    if let Some((n, known)) = known_at(r, from, end) {
        if level == "city" && known.level == "province" {
            return Some(Hit {
                tokens: i..from + n,
                name: known.name.to_owned(),
                level: "provincial_city",
                within: None,
                rule: "typed known",
            });
        }
        if fits(level, known.level) {
            let (name, within) = (known.name.to_owned(), known.within);
            return Some(Hit { tokens: i..from + n, name, level: known.level, within, rule: "typed known" });
        }
        if matches!(known.level, "country" | "province" | "municipality" | "region" | "world_region") && n > 1 {
            return None;
        }
    }
    let to = run_end(r, from, end, people);
    let initial = r.raw(i).len() == 1 && r.raw(i + 1) == "." && (from..to).any(|k| !is_syllable(r.low(k)));
    if to == from || initial || r.low(i) == "bản" && !is_chained(r, i, to) || matches!(level, "state") {
        return None;
    }
    let level = match level {
        "city" => "provincial_city",
        level => level,
    };
    // `thành phố Cảng xanh`: one word that no table knows, and the words it describes after it.
    let small = to == from + 1 && r.kind(to) == Some(TokenKind::Word) && !r.is_capital(to);
    // `UBND tỉnh Chủ trì`: the first half of a word.
    if small && r.joins.get(to) == Some(&true) && r.lexicon.places.province_of(r.raw(from), level).is_none() {
        return None;
    }
    if level == "provincial_city"
        && small
        && r.lexicon.places.province_of(r.raw(from), level).is_none()
        && r.lexicon.subjects.longest(&[r.low(from)]).is_some()
    {
        return None;
    }
    let name = r.span(from..to).of(r.text).to_owned();
    let within = r.lexicon.places.province_of(&name, level);
    Some(Hit { tokens: i..to, name, level, within, rule: "typed" })
}

/// Whether the words at `i` are an office, not a place: `UBND tỉnh Chủ tịch Hội Nông dân …`.
fn is_office(r: &Reading, i: usize, end: usize) -> bool {
    r.longest(&r.lexicon.offices.words, i, end).is_some_and(|(to, word)| to > i + 1 && word == Office::Office)
}

/// A district without its type word between a smaller place and its province: `thị trấn Mađaguôi, Đạ Huoai, Lâm Đồng`.
fn in_chain(r: &Reading, i: usize, end: usize, before: Option<&Hit>) -> Option<Hit> {
    let before = before.filter(|hit| hit.tokens.end + 1 == i && size(hit.level) < 3)?;
    if !matches!(r.raw(before.tokens.end), "," | "(") && r.low(before.tokens.end) != "và" || !r.is_capital(i) {
        return None;
    }
    let to = capital_run(r, i, end.min(i + 4));
    let name = r.span(i..to).of(r.text);
    let after = || known_at(r, to + 1, end).filter(|_| r.raw(to) == ",").map(|(_, place)| place.name);
    // Districts side by side lie in one province: `thị xã Nghĩa Lộ, Văn Chấn`.
    let province = if size(before.level) == 2 { before.within } else { after() };
    // `xã Tà Xùa (Bắc Yên)`: the brackets say where a commune lies.
    let alone = r.raw(before.tokens.end) == "(" && r.raw(to) == ")" && size(before.level) < 2;
    let levels = ["district", "urban_district", "town", "provincial_city"];
    let held = |level: &'static str| r.lexicon.places.province_of(name, level);
    let level = levels.into_iter().find(|&level| held(level).is_some_and(|held| alone || province == Some(held)))?;
    Some(Hit { tokens: i..to, name: name.to_owned(), level, within: held(level), rule: "chain" })
}

/// A small place after one whose type word speaks of several: `các xã Nà Lan, Nà Lún và Nà Nưa`.
fn listed(r: &Reading, i: usize, end: usize, before: Option<&Hit>, people: &Taken) -> Option<Hit> {
    let before = before.filter(|hit| hit.tokens.end + 1 == i && size(hit.level) < 3)?;
    let goes_on = before.rule == "listed" || before.rule != "numbered" && is_plural(r, before.tokens.start);
    let other =
        r.lexicon.offices.words.longest(&r.run(i..end)).is_some() || r.lexicon.heads.longest(&r.run(i..end)).is_some();
    if !goes_on || other || !matches!(r.low(i - 1), "," | "và") || is_short_form(r.raw(i)) {
        return None;
    }
    let to = run_end(r, i, end, people);
    // One capital word before small ones may begin anything: `các xã Nà Lan, Nà Lún và Nhân dân`.
    let whole = to > i + 1 || to == i + 1 && matches!(r.raw(to), "," | "." | ";" | ")" | "");
    let name = r.span(i..to).of(r.text).to_owned();
    let within = r.lexicon.places.province_of(&name, before.level);
    whole.then_some(Hit { tokens: i..to, name, level: before.level, within, rule: "listed" })
}

/// Whether the type word at `i` speaks of several places: `các xã`, `2 huyện`, `ba phường`.
fn is_plural(r: &Reading, i: usize) -> bool {
    const NUMBERS: [&str; 11] = ["các", "những", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    i > 0 && (NUMBERS.contains(&r.low(i - 1)) || r.kind(i - 1) == Some(TokenKind::Number))
}

/// Whether a type word of one level may stand before a known place of another.
fn fits(level: &str, known: &str) -> bool {
    match level {
        "city" => matches!(known, "municipality" | "city" | "provincial_city" | "municipal_city"),
        "province" => matches!(known, "province" | "municipality" | "city"),
        "island" => matches!(known, "island" | "district" | "provincial_city" | "city"),
        "district" => matches!(known, "district" | "town" | "urban_district"),
        "town" => matches!(known, "town" | "district"),
        level => level == known,
    }
}

/// `phường 1`, `quận 10`: the type word belongs to the name.
fn numbered(r: &Reading, i: usize, from: usize, level: &'static str) -> Option<Hit> {
    let fits = matches!(level, "ward" | "urban_district" | "neighbourhood" | "village")
        && r.raw(from).len() <= 2
        && !matches!(r.raw(i), "bản" | "Bản" | "làng" | "Làng" | "p" | "h");
    let name = fold(r.span(i..from + 1).of(r.text));
    fits.then_some(Hit { tokens: i..from + 1, name, level, within: None, rule: "numbered" })
}

/// The end of a run of capitals that is the name of a small place: four words at most, before any person's name, with the number
/// that tells it from others: `xã Nà Lan 2,`.
fn run_end(r: &Reading, from: usize, end: usize, people: &Taken) -> usize {
    let to = capital_run(r, from, end.min(from + 4));
    let cut = (from..to).find(|&i| people.holds(r.tokens[i].span.start()) || is_short_form(r.raw(i)));
    let numbered = to > from
        && r.kind(to) == Some(TokenKind::Number)
        && r.raw(to).len() == 1
        && matches!(r.raw(to + 1), "," | "." | ";" | ")" | "");
    cut.unwrap_or(if numbered { to + 1 } else { to })
}

/// Whether a village stands in a chain of places (`bản Nà Lụng, xã …`) or after a word for being somewhere.
fn is_chained(r: &Reading, i: usize, to: usize) -> bool {
    let after = r.raw(to) == "," && r.longest(&r.lexicon.place_types.levels, to + 1, r.tokens.len()).is_some();
    after || i > 0 && matches!(r.low(i - 1), "ở" | "tại" | "về")
}

/// The known place at `i`, in the letters of the table (capitals where the table has them).
fn known_at<'a>(r: &Reading<'a>, i: usize, end: usize) -> Option<(usize, &'a crate::lexicon::KnownPlace)> {
    let places = &r.lexicon.places;
    let (n, known) = match r.language {
        "en" => places.longest_english(&r.run(i..end))?,
        _ => {
            let (next, number) = r.longest(places.forms(), i, end)?;
            (next - i, places.place(number)?)
        }
    };
    let span = r.span(i..i + n);
    let words = span.of(r.text).split([' ', '\u{a0}']).zip(known.form.split(' '));
    let is_upper = |s: &str, at: usize| s.chars().nth(at).is_some_and(char::is_uppercase);
    // `US`, but not `Us` and not `US$5`.
    let letters = if r.language == "en" { 2 } else { 1 };
    let is_written = |(here, there): (&str, &str)| (0..letters).all(|at| is_upper(here, at) || !is_upper(there, at));
    // `3 million U.S. dollars`
    let currency = r.raw(i + n) == "$" || matches!(r.low(i + n), "dollar" | "dollars");
    (words.into_iter().all(is_written) && !currency).then_some((n, known))
}

/// Index after the known place at `i`, type word aside.
pub(crate) fn known_place(r: &Reading, i: usize, end: usize) -> Option<usize> {
    known_at(r, i, end).map(|(n, _)| i + n)
}

/// Index after the place at `i`, with or without its type word: `tỉnh Lào Cai`, `Lào Cai`, `quận 3`.
pub(crate) fn place_phrase(r: &Reading, i: usize, end: usize) -> Option<usize> {
    let none = Taken::default();
    typed(r, i, end, &none)
        .filter(|hit| hit.rule != "typed" || hit.tokens.end - i < 5 && !is_person_after_level(r, hit))
        .map(|hit| hit.tokens.end)
        .or_else(|| {
            let (n, known) = known_at(r, i, end)?;
            let short = n == 1 && known.form.chars().count() < 5 && !is_short_form(known.form);
            (!short || known.level == "country").then_some(i + n)
        })
}

/// Whether a person follows a level whose place is not named: `Giám đốc Sở Y tế TP Nguyễn Văn An`. Provinces and districts with
/// a name are in the tables; communes bear names of people.
fn is_person_after_level(r: &Reading, hit: &Hit) -> bool {
    let first = hit.tokens.end - hit.name.split(' ').count().min(hit.tokens.len());
    matches!(hit.level, "provincial_city" | "province" | "district")
        && hit.within.is_none()
        && hit.name.split(' ').count() > 2
        && r.lexicon.family_names.is_common(r.low(first))
}

/// Index after a level of the state that stands without a place: `tỉnh`, `thành phố`, `xã`.
pub(crate) fn is_level(r: &Reading, i: usize) -> Option<usize> {
    let to = r.any(i, &["thành phố", "tp", "tỉnh", "quận", "huyện", "thị xã", "thị trấn", "phường", "xã"])?;
    (r.low(to) != "hội").then_some(to)
}

/// A known place without its type word.
fn known(r: &Reading, i: usize, sentence: &Sentence, people: &Taken) -> Option<Hit> {
    let end = sentence.tokens.end;
    let (n, known) = known_at(r, i, end)?;
    let tokens = i..i + n;
    let named = people.holds(r.tokens.get(i + n).map_or(usize::MAX, |t| t.span.start()));
    // A country in a heading in capitals: `Laos To Sell More Rice`.
    let country = r.language == "en" && known.level == "country" && known.form.len() > 3;
    if tokens.clone().any(|k| people.holds(r.tokens[k].span.start()))
        || !country && !stands_alone(r, &tokens, known.form, sentence, named)
    {
        return None;
    }
    Some(Hit { tokens, name: known.name.to_owned(), level: known.level, within: known.within, rule: "known" })
}

/// Whether the form is not part of a longer name of something else.
/// `named` tells that a person's name follows: `Tổng thống Mỹ Donald Trump`.
fn stands_alone(r: &Reading, tokens: &Range<usize>, form: &str, sentence: &Sentence, named: bool) -> bool {
    let one = !form.contains([' ', '-']) && !is_short_form(form);
    if !one || form.is_ascii() && form.len() > 4 {
        return true;
    }
    let first = tokens.start == sentence.tokens.start;
    let before = tokens.start.checked_sub(1).filter(|_| !first);
    let after_capital = before.is_some_and(|b| r.kind(b) == Some(TokenKind::Word) && r.is_capital(b));
    let next = tokens.end;
    let before_capital = next < sentence.tokens.end && r.kind(next) == Some(TokenKind::Word) && r.is_capital(next);
    if before_capital && !named || after_capital && !is_country_head(r, before) {
        return false;
    }
    if r.language == "en" {
        return true;
    }
    match form {
        "Việt" | "Thái" | "Hàn" | "Nhật" | "Ý" | "Anh" | "Đức" | "Nga" | "Áo" | "Bỉ" | "Séc" | "Síp" | "Mali"
        | "Niger" => before.is_some_and(|b| is_country_cue(r, b) || is_known_beside(r, b, next, sentence)),
        "Vinh" => before.is_some_and(|b| matches!(r.low(b), "ở" | "tại" | "phố" | "tp" | "." | "bay")),
        _ => true,
    }
}

/// Whether the capital before a one-syllable country is that of a word that takes one: `Bộ Ngoại giao Nga`, `Đại sứ quán Anh`.
fn is_country_head(r: &Reading, before: Option<usize>) -> bool {
    before.is_some_and(|b| matches!(r.low(b), "thương" | "fed" | "nato"))
}

/// A word after which a one-syllable country may stand.
fn is_country_cue(r: &Reading, i: usize) -> bool {
    matches!(
        r.low(i),
        "nước"
            | "người"
            | "nghiệp"
            | "hàng"
            | "của"
            | "ở"
            | "tại"
            | "sang"
            | "từ"
            | "đến"
            | "về"
            | "với"
            | "tuyển"
            | "trường"
            | "giao"
            | "phòng"
            | "phủ"
            | "quán"
            | "sứ"
            | "vua"
            | "hoàng"
            | "quân"
            | "giữa"
            | "thống"
            | "tướng"
            | "đội"
            | "quốc"
            | "đa"
            | "yên"
            | "vốn"
            | "gia"
            | "miền"
            | "khách"
            | "sĩ"
            | "thủ"
            | "phẩm"
    )
}

/// Whether another country stands beside it: `Mỹ, Anh và Pháp`.
fn is_known_beside(r: &Reading, before: usize, next: usize, sentence: &Sentence) -> bool {
    let links = |i: usize| matches!(r.low(i), "," | "và" | "-" | "–" | "/");
    let is_country = |hit: Option<(usize, &crate::lexicon::KnownPlace)>| hit.is_some_and(|(_, p)| p.level == "country");
    // `Canada (20%) và Ý`
    let bracket = (before.saturating_sub(7)..before).rev().find(|&k| r.raw(k) == "(");
    let shut = bracket.filter(|_| r.raw(before.wrapping_sub(1)) == ")").unwrap_or(before);
    let left = links(before)
        && before > sentence.tokens.start
        && (1..=3).any(|n| {
            shut.checked_sub(n)
                .is_some_and(|s| known_at(r, s, shut).is_some_and(|(len, p)| s + len == shut && p.level == "country"))
        });
    left || next < sentence.tokens.end && links(next) && is_country(known_at(r, next + 1, sentence.tokens.end))
}

#[cfg(test)]
mod tests;
