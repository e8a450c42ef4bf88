//! People with their titles: `Deputy Minister Phung Duc Tien`, `Ann Lee, head of Acme`, and later `Tien`, `Lee`.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::base::Arrange;
use crate::extract::place::known_place;
use crate::extract::{Mention, MentionType, Person, Reading};
use crate::lexicon::{EnglishWord, SpeechVerb};
use crate::text::{TokenKind, fold};

use super::body::body_at;
use super::run::{closing_name, is, is_name_word, is_opener, run_at, word_at};

struct Sighting {
    name: Range<usize>,
    whole: Range<usize>,
    roles: Vec<Range<usize>>,
}

/// People, with every place where they are named.
pub(in crate::extract) fn people(r: &Reading) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    let mut by_name: FxHashMap<String, usize> = FxHashMap::default();
    // Last word of a name: the person who was named last with it.
    let mut by_last: FxHashMap<String, usize> = FxHashMap::default();
    for sentence in &r.sentences {
        let end = sentence.tokens.end;
        let mut i = sentence.tokens.start;
        let mut before = None;
        while i < end {
            if let Some(body) = body_at(r, i, end) {
                i = body.end;
                before = Some(body);
                continue;
            }
            let body = before.take().filter(|body| body.end == i);
            let Some(seen) = person_at(r, i, end) else {
                if let Some(&at) = given_name(r, i).and_then(|last| by_last.get(&last)) {
                    let span = r.span(i..i + 1);
                    people[at].mentions.push(Mention { span, kind: MentionType::GivenName, zone: sentence.zone });
                }
                // `ABC Vice Chairman Tran Van Hai`: the title begins inside the run.
                let run = run_at(r, i, end).unwrap_or(i..i + 1);
                let title = |k: usize| word_at(r, k, run.end).is_some_and(|(_, word)| word == EnglishWord::Title);
                i = (i + 1..run.end).find(|&k| title(k)).unwrap_or(run.end);
                continue;
            };
            i = seen.whole.end;
            let span = r.span(seen.name.clone());
            let name = span.of(r.text).to_owned();
            let alone = seen.name.len() == 1;
            let known = by_name.get(&fold(&name)).or_else(|| by_last.get(&fold(&name)).filter(|_| alone)).copied();
            let at = known.unwrap_or_else(|| {
                people.push(Person {
                    name: name.clone(),
                    roles: Vec::new(),
                    category: "person",
                    names: Vec::new(),
                    mentions: Vec::new(),
                    rule: "english_name",
                });
                people.len() - 1
            });
            by_name.insert(fold(&name), at);
            // `Ann Lee` after `Ann Marie Lee`
            if seen.name.len() > 2 && !r.lexicon.family_names.is_english(r.low(seen.name.start)) {
                let short = format!("{} {}", r.low(seen.name.start), r.low(seen.name.end - 1));
                by_name.entry(short).or_insert(at);
            }
            by_last.insert(r.low(seen.name.end - 1).to_owned(), at);
            let kind = if alone && known.is_some() { MentionType::GivenName } else { MentionType::Name };
            let whole = r.span(seen.whole.start..seen.name.end);
            people[at].mentions.push(Mention { span: whole, kind, zone: sentence.zone });
            if kind == MentionType::Name {
                people[at].names.push(span);
            }
            for role in seen.roles {
                // `National Assembly Chairman Ann Lee`: the body belongs to the office.
                let held = body.as_ref().filter(|body| body.end == role.start);
                let role = held.map_or(role.start, |body| body.start)..role.end;
                let role = r.span(role).of(r.text).to_owned();
                if !people[at].roles.contains(&role) && people[at].roles.len() < 8 {
                    people[at].roles.push(role);
                }
            }
        }
    }
    for person in &mut people {
        person.mentions.arrange_by_key(|m| m.span);
    }
    people
}

/// A word that may be the last of a name seen before.
fn given_name(r: &Reading, i: usize) -> Option<String> {
    let alone = !r.is_capital(i + 1) && (i == 0 || !r.is_capital(i - 1) || is_stop(r, i - 1));
    (r.kind(i) == Some(TokenKind::Word) && r.is_capital(i) && alone && !is(r, i, EnglishWord::Opener))
        .then(|| r.low(i).to_owned())
}

fn is_stop(r: &Reading, i: usize) -> bool {
    is(r, i, EnglishWord::Opener) || is(r, i, EnglishWord::Title)
}

/// The person named at `i`, with title before and office after.
fn person_at(r: &Reading, i: usize, end: usize) -> Option<Sighting> {
    let (title, start) = title_at(r, i, end);
    let mut run = run_at(r, start, end)?;
    let mut title = title;
    // `Deputy Minister of Trade and Industry Tran Van An`: the office reaches to the family name.
    let families = &r.lexicon.family_names;
    let split = closing_name(r, run.start + 1, run.end).filter(|_| !families.is_english(r.low(run.start)));
    let split = split.or_else(|| after_field(r, &run));
    if let Some((at, office)) = split.and_then(|at| Some((at, office_before(r, i, run.start)?))) {
        title = Some(office..at);
        run = at..run.end;
    }
    // `Director of the Green Office Tran Van An`: the body stands between.
    if title.is_none() && start == i {
        let links = matches!(r.low(i.wrapping_sub(1)), "of" | "for" | "the");
        title = office_before(r, i, i).filter(|&from| i - from > 2 && !links).map(|from| from..i);
        // `Minister of Public Order said`: what the office is for.
        if links && title.is_none() && i > 1 && is(r, i - 2, EnglishWord::Title) && r.low(i - 1) == "of" {
            return None;
        }
    }
    // `Tran Van An`: an article begins no name, but may end one, or stand in it: `Giang A Pao`.
    let given = |k: usize| {
        let inside = k > run.start && (r.low(k) == "an" && k + 1 == run.end || r.low(k) == "a" && k + 1 < run.end);
        families.is_english(r.low(k)) || inside || k == run.start && is(r, k, EnglishWord::Opener) && !is_opener(r, k)
    };
    let plain = run.clone().all(|k| word_at(r, k, k + 1).is_none() || given(k));
    let capitals = |k: usize| r.raw(k).chars().all(|c| c.is_uppercase() || c == '-');
    let short = r.raw(run.start).len() > 3 && capitals(run.start) || run.clone().all(capitals);
    if !plain || run.len() > 5 || short {
        return None;
    }
    let courtesy = title
        .as_ref()
        .is_some_and(|t| matches!(r.low(t.start), "mr" | "ms" | "mrs" | "dr" | "prof" | "professor") || run.len() > 1);
    let family = families.is_english(&fold(r.raw(run.start))) || families.is_common(r.low(run.start));
    let offices = offices_after(r, run.end, end);
    let says = r.longest(&r.lexicon.speech.verbs, run.end, end).is_some_and(|(_, v)| v == SpeechVerb::English);
    // `said Ann Lee of the Green Union`
    let said = run.start > 0
        && r.longest_before(&r.lexicon.speech.verbs, run.start, run.start.saturating_sub(2))
            .is_some_and(|(_, v)| v == SpeechVerb::English)
        && matches!(r.raw(run.end), "of" | "from" | "at" | "." | "," | "in")
        && r.low(run.start - 1) != "told"
        && known_place(r, run.start, end).is_none();
    let before = office_before_comma(r, run.start, run.end);
    // `Ann Lee, who grows tea`
    let who = r.raw(run.end) == "," && r.low(run.end + 1) == "who" && known_place(r, run.start, end).is_none();
    // `noodle seller Khamla Sisavath`
    let works =
        run.len() > 1 && run.start > 0 && is_worker(r, run.start - 1) && known_place(r, run.start, end).is_none();
    let accented = families.holds(r.low(run.start)) && run.clone().any(|k| !r.raw(k).is_ascii());
    let named = courtesy
        || (family || accented) && run.len() > 2
        || run.len() > 1 && (!offices.is_empty() || before.is_some() || says || who || said || works);
    if !named || names_street(r, run.end, end) {
        return None;
    }
    let offices = if offices.is_empty() { before.into_iter().collect() } else { offices };
    let shown = title.filter(|t| !matches!(r.low(t.start), "mr" | "ms" | "mrs" | "comrade"));
    let qualified = |k: usize| {
        r.low(k) == "former" || r.is_capital(k) && matches!(r.low(k), "coordinating" | "acting" | "outgoing")
    };
    let shown = shown.map(|t| t.start - usize::from(t.start > 0 && qualified(t.start - 1))..t.end);
    let whole = shown.as_ref().map_or(run.start, |t| t.start).min(i)..run.end;
    let shown = shown.into_iter().flat_map(|office| without_grade(r, office));
    let roles = shown.chain(offices).collect();
    Some(Sighting { name: run, whole, roles })
}

/// The office, and the grade that stands behind it: `Minister of Public Order | Lieutenant General`.
fn without_grade(r: &Reading, office: Range<usize>) -> impl Iterator<Item = Range<usize>> + use<> {
    let of = office.clone().find(|&k| r.low(k) == "of");
    let closes = |k: &usize| word_at(r, *k, office.end) == Some((office.end, EnglishWord::Title));
    let grade = of.and_then(|of| (of + 2..office.end).find(closes)).unwrap_or(office.end);
    [office.start..grade, grade..office.end].into_iter().filter(|part| !part.is_empty())
}

/// Whether the word at `i` says in small letters what a person does whose name follows: `farmer Ann Lee`.
fn is_worker(r: &Reading, i: usize) -> bool {
    const OTHERS: [&str; 8] =
        ["owner", "partner", "member", "customer", "investor", "representative", "leader", "editor"];
    let role = word_at(r, i, i + 1).is_some_and(|(_, word)| word == EnglishWord::Role);
    !r.is_capital(i) && role && !OTHERS.contains(&r.low(i))
}

/// Longest name after an office whose words reach into its run of capitals.
const LONGEST_HOLDER: usize = 4;

/// Where the name begins in a run of capitals that an office reaches into, with its field or with whom it is sent to:
/// `… of Economy and Society Ann Lee`, `… to ASEAN Ann Lee`.
pub(super) fn after_field(r: &Reading, run: &Range<usize>) -> Option<usize> {
    let mut at = run.start;
    while at < run.end {
        let field = r.longest(&r.lexicon.english_fields, at, run.end).map(|(to, ())| to);
        let short = r.raw(at).len() > 1 && r.raw(at).bytes().all(|b| b.is_ascii_uppercase());
        let place = || known_place(r, at, run.end).filter(|_| at == run.start && r.low(at.wrapping_sub(1)) == "to");
        match field.or_else(|| short.then_some(at + 1)).or_else(place) {
            Some(to) => at = to,
            None => break,
        }
    }
    (at > run.start && (2..=LONGEST_HOLDER).contains(&(run.end - at))).then_some(at)
}

/// Most tokens of a list of streets after the first of them.
const STREETS: usize = 16;

/// Whether the run that ends at `i` names a street, perhaps the first of several: `Hai Ba Trung and Le Loi streets`.
fn names_street(r: &Reading, i: usize, end: usize) -> bool {
    let listed = |k: usize| r.is_capital(k) || matches!(r.raw(k), "," | "and" | "or" | "-");
    (i..end.min(i + STREETS))
        .find(|&k| !listed(k) || is(r, k, EnglishWord::Place))
        .is_some_and(|k| is(r, k, EnglishWord::Place) && (k == i || !r.is_capital(k)))
}

/// Most words of an office before its holder.
const LONGEST_OFFICE: usize = 12;

/// The office before a comma: `Its deputy head, Ann Lee, said`.
fn office_before_comma(r: &Reading, start: usize, end: usize) -> Option<Range<usize>> {
    let comma = start.checked_sub(1).filter(|&k| r.raw(k) == "," && matches!(r.raw(end), "," | "."))?;
    let owner = |k: usize| r.low(k) == "s" && k > 0 && matches!(r.raw(k - 1), "'" | "’");
    let opens = |k: usize| matches!(r.low(k), "its" | "the" | "his" | "her" | "their" | "whose") || owner(k);
    let from = (comma.saturating_sub(LONGEST_OFFICE)..comma).rev().take_while(|&k| r.kind(k) == Some(TokenKind::Word));
    // `Laos’ deputy head, Ann Lee`
    let has = |k: usize| matches!(r.raw(k), "'" | "’") && k > 0 && r.low(k - 1).ends_with('s') && r.is_glued(k);
    let whose = || (comma.saturating_sub(LONGEST_OFFICE)..comma).rev().find(|&k| has(k));
    let from = from.into_iter().find(|&k| opens(k)).or_else(whose)? + 1;
    let office =
        |k: usize| word_at(r, k, comma).is_some_and(|(_, word)| matches!(word, EnglishWord::Title | EnglishWord::Role));
    (from..comma.min(from + 3)).any(office).then_some(from..comma)
}

/// Where the office begins whose words reach into the run of capitals at `start`: `Minister of Trade and Industry …`.
pub(super) fn office_before(r: &Reading, i: usize, start: usize) -> Option<usize> {
    if word_at(r, i, start.max(i + 1)).is_some_and(|(_, w)| w == EnglishWord::Title) && i < start {
        return Some(i);
    }
    let from = start.saturating_sub(10);
    (from..start).find(|&k| {
        word_at(r, k, start).is_some_and(|(to, w)| w == EnglishWord::Title && matches!(r.low(to), "of" | "for" | "to"))
            && r.is_capital(k)
            && (k..start).all(|m| r.kind(m) == Some(TokenKind::Word) || matches!(r.raw(m), "'" | "’"))
    })
}

/// Titles before a name, with the capital before `Minister` and `Ambassador`; the index after them.
fn title_at(r: &Reading, i: usize, end: usize) -> (Option<Range<usize>>, usize) {
    let qualified = r.is_capital(i)
        && matches!(r.low(i + 1), "minister" | "ambassador" | "secretary" | "president" | "governor")
        && word_at(r, i, end).is_none_or(|(_, w)| w == EnglishWord::Opener)
        && r.is_capital(i + 1);
    let mut at = if qualified { i + 1 } else { i };
    let mut from = None;
    while let Some((after, EnglishWord::Title)) = word_at(r, at, end) {
        from.get_or_insert(i);
        at = if r.raw(after) == "." { after + 1 } else { after };
    }
    match from {
        // Without a name after it, or in small letters after an article, it is no title.
        Some(from) if at < end && r.is_capital(at) => {
            let last = if r.raw(at - 1) == "." { at - 1 } else { at };
            (Some(from..last), at)
        }
        _ => (None, i),
    }
}

/// Most offices of one person.
const MOST_OFFICES: usize = 4;

/// The offices after a comma or dash: `, head of the statistics office`, ` - Secretary of the Party Committee, Chairman of …`.
fn offices_after(r: &Reading, i: usize, end: usize) -> Vec<Range<usize>> {
    let free = |k: usize| matches!(r.raw(k), "-" | "–" | "—") && !r.is_glued(k) && !r.is_glued(k + 1);
    let dash = free(i);
    let mut out: Vec<Range<usize>> = Vec::new();
    if r.raw(i) != "," && !(dash && is_office(r, i + 1, end)) {
        return out;
    }
    // `Ann Lee - head of the port - said`: the second dash closes the offices.
    let end = (i + 1..end).find(|&k| dash && free(k)).unwrap_or(end);
    let mut at = i;
    while let Some(office) = office_from(r, at + 1, end).filter(|_| out.len() < MOST_OFFICES) {
        at = office.end;
        out.push(office);
        let and = r.low(at + 1) == "and" && is_office(r, at + 2, end);
        if r.raw(at) != "," || !is_office(r, at + 1, end) && !and {
            break;
        }
        at += usize::from(and);
    }
    out
}

/// Whether the word at `i` names an office: `Secretary`, `Standing Deputy Director`.
fn is_office(r: &Reading, i: usize, end: usize) -> bool {
    let office =
        |k: usize| word_at(r, k, end).is_some_and(|(_, w)| matches!(w, EnglishWord::Title | EnglishWord::Role));
    office(i) || r.is_capital(i) && r.is_capital(i + 1) && office(i + 1)
}

/// The office at `start`, to the next comma, bracket or verb, or to the end.
fn office_from(r: &Reading, mut start: usize, end: usize) -> Option<Range<usize>> {
    while matches!(r.low(start), "the" | "a" | "an") {
        start += 1;
    }
    // `According to Ann Lee, following a year of work by directors, …`
    if r.low(start).ends_with("ing") && !matches!(r.low(start), "acting" | "managing" | "standing" | "founding") {
        return None;
    }
    // `…, President Roe said`: the office of the next person.
    if word_at(r, start, end).is_some_and(|(to, word)| word == EnglishWord::Title && r.is_capital(to)) {
        return None;
    }
    let limit = end.min(start + 18);
    let head = (start..limit.min(start + 6))
        .any(|k| word_at(r, k, limit).is_some_and(|(_, w)| matches!(w, EnglishWord::Title | EnglishWord::Role)));
    // `… of Green Lee expressed`: what somebody did.
    let follows_name = |k: usize| r.low(k).ends_with("ed") && !r.is_capital(k) && is_name_word(r, k - 1);
    let stops = |k: usize| {
        matches!(r.raw(k), "," | "(" | ";" | "." | "”" | "\"" | "who" | "which" | "that" | "whose")
            || r.longest(&r.lexicon.speech.verbs, k, end).is_some_and(|(_, v)| v == SpeechVerb::English)
            || k > start && follows_name(k)
    };
    let stop = (start..limit).find(|&k| stops(k)).or_else(|| (limit == end).then_some(end))?;
    (head && stop > start).then_some(start..stop)
}
