//! Named bodies: `Ministry of Health`, `Vietnam Coffee and Cocoa Association (VICOFA)`.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::extract::name::Gathered;
use crate::extract::place::known_place;
use crate::extract::{Mention, MentionType, Organisation, Reading};
use crate::lexicon::{EnglishWord, InstrumentPlace};
use crate::text::fold;

use super::brackets::{beyond_brackets, clipped, is_part_of_long_form, long_key};
use super::firm::{first_words, is_firm, is_seat, key_of};
use super::person::{after_field, office_before};
use super::run::{
    bracketed_short_form, closing_name, in_title_case, is, is_name_word, is_opener, is_tie, listed, numero, run_at,
    word_at,
};
use super::shortened::with_short_names;

/// Most short forms that an article defines for its bodies.
const MOST_SHORT_FORMS: usize = 64;

/// Named bodies with the short forms that stand in brackets after them.
pub(in crate::extract) fn organisations(r: &Reading) -> Vec<Organisation> {
    let mut found: Gathered<Organisation> = Gathered::default();
    // Short form, key of the body.
    let mut short_forms: Vec<(&str, String)> = Vec::new();
    let mut taken: Vec<Range<usize>> = Vec::new();
    // Names without a head, which only the words before them show to be bodies.
    let mut companies: FxHashSet<String> = FxHashSet::default();
    for sentence in &r.sentences {
        let end = sentence.tokens.end;
        let mut i = sentence.tokens.start;
        while i < end {
            let Some(tokens) = body_at(r, i, end) else {
                // No part of a run without a head is a body.
                i = run_at(r, i, end).map_or(i + 1, |run| run.end);
                continue;
            };
            let mut key = long_key(&short_forms, r, &tokens).unwrap_or_else(|| key_of(r, &tokens));
            let mut name = r.span(tokens.clone()).of(r.text).to_owned();
            let mut tokens = tokens;
            if let Some((short, rest)) = beyond_brackets(r, &tokens, end) {
                let part = r.span(rest.clone()).of(r.text);
                let whole = format!("{name} {part}");
                short_forms.push((short, std::mem::replace(&mut key, fold(&whole))));
                name = whole;
                tokens.end = rest.end;
            }
            let span = r.span(tokens.clone());
            let mention = Mention { span, kind: MentionType::Name, zone: sentence.zone };
            match short_forms.iter().take(MOST_SHORT_FORMS).find(|(short, _)| *short == name) {
                Some((_, long)) => add(&mut found, long, &name, Mention { kind: MentionType::Abbr, ..mention }),
                None => add(&mut found, &key, &name, mention),
            }
            i = tokens.end;
            if headed(r, tokens.start, end).is_none() || tokens.len() == 2 && is_firm(r, tokens.end - 1) {
                companies.insert(span.of(r.text).to_owned());
            }
            if let Some(short) = bracketed_short_form(r, i, end).or_else(|| clipped(r, &tokens, end)) {
                short_forms.push((short, key));
            }
            taken.push(tokens);
        }
    }
    let first_words = first_words(r, &companies);
    for sentence in &r.sentences {
        for i in sentence.tokens.clone() {
            let raw = r.raw(i);
            let inside = taken.partition_point(|t| t.end <= i);
            if taken.get(inside).is_some_and(|t| t.contains(&i)) {
                continue;
            }
            let begins = i == sentence.tokens.start || !is_name_word(r, i - 1) || is_opener(r, i - 1);
            let again = (begins && r.is_capital(i)).then(|| run_at(r, i, sentence.tokens.end)).flatten();
            if let Some(run) = again {
                let span = r.span(run);
                let name = span.of(r.text);
                // `VietBoat` after `VietBoat Shipping`
                if let Some(long) = first_words.get(name).filter(|_| !companies.contains(name)) {
                    add(&mut found, long, name, Mention { span, kind: MentionType::Name, zone: sentence.zone });
                    continue;
                }
                if companies.contains(name) {
                    add(&mut found, &fold(name), name, Mention { span, kind: MentionType::Name, zone: sentence.zone });
                    continue;
                }
            }
            if let Some((short, key)) = short_forms.iter().take(MOST_SHORT_FORMS).find(|(short, _)| *short == raw) {
                let span = r.span(i..i + 1);
                add(&mut found, key, short, Mention { span, kind: MentionType::Abbr, zone: sentence.zone });
            }
        }
    }
    with_short_names(r, found.into_items().map(|(body, mentions)| Organisation { mentions, ..body }).collect())
}

fn add(found: &mut Gathered<Organisation>, key: &str, name: &str, mention: Mention) {
    found.add(key, mention, || Organisation {
        name: name.to_owned(),
        category: "organisation",
        renaming: None,
        mentions: Vec::new(),
        rule: "english_name",
    });
}

/// Where an office begins inside a run, with a name after it.
fn office_in(r: &Reading, run: &Range<usize>) -> Option<usize> {
    let title = |k: usize| word_at(r, k, run.end).is_some_and(|(to, w)| w == EnglishWord::Title && to < run.end);
    // `Green Bank Country Director for Japan`
    let closes = |k: usize| word_at(r, k, run.end) == Some((run.end, EnglishWord::Title)) && r.low(run.end) == "for";
    let title = |k: usize| title(k) || closes(k);
    (run.start + 1..run.end).find(|&k| title(k))
}

/// The run without the name of a person that closes it: `People's Committee Pham Van Hai`.
fn without_name(r: &Reading, run: Range<usize>) -> Range<usize> {
    let head = run.clone().find(|&k| is(r, k, EnglishWord::Body));
    let name = head.and_then(|head| closing_name(r, head + 1, run.end));
    run.start..name.unwrap_or(run.end)
}

/// The run up to a body that has something, where no other body closes it: `Harbour Institute’s Level II`.
fn without_possession(r: &Reading, run: Range<usize>) -> Range<usize> {
    let body = |k: usize| is(r, k, EnglishWord::Body);
    let owns = |k: usize| body(k) && matches!(r.raw(k + 1), "'" | "’") && r.low(k + 2) == "s";
    let owner = run.clone().rev().find(|&k| body(k)).filter(|&k| owns(k));
    run.start..owner.map_or(run.end, |k| k + 1)
}

/// The run of a body without a document of it, and without the office in it and whoever holds that: `National Assembly
/// Chairman Ann Lee`.
fn without_office(r: &Reading, run: Range<usize>) -> Range<usize> {
    // `National Assembly Resolution 12/2025`: a document of the body.
    let numbered = |k: usize| r.raw(k).starts_with(|c: char| c.is_ascii_digit()) || numero(r, k, k + 3).is_some();
    let document = (run.start + 1..run.end).find(|&k| {
        let named = r.longest(&r.lexicon.english_instruments, k, run.end);
        named.is_some_and(|(to, found)| to == run.end && found.place == InstrumentPlace::Number) && numbered(run.end)
    });
    let run = run.start..document.unwrap_or(run.end);
    let office = office_in(r, &run).filter(|&k| (run.start..k).any(|n| is(r, n, EnglishWord::Body)));
    let held = |k: usize| !(k..run.end).any(|n| is(r, n, EnglishWord::Body));
    run.start..office.filter(|&k| held(k)).unwrap_or(run.end)
}

/// The tokens of the body named at `i`.
pub(in crate::extract) fn body_at(r: &Reading, i: usize, end: usize) -> Option<Range<usize>> {
    // `Minister of Economy and Society Ann Lee`: the field of an office before the name of its holder.
    let field = || run_at(r, i, end).and_then(|run| after_field(r, &run)).and_then(|_| office_before(r, i, i));
    if is(r, i, EnglishWord::Body) && field().is_some() {
        return None;
    }
    headed(r, i, end).or_else(|| company(r, i, end))
}

/// Longest short form of a body.
const LONGEST_SHORT_FORM: usize = 8;

/// A company or another body whose name has no head: `Google`, `Acme Solutions`, `law firm Green & Lee`,
/// `Blue Rivers Fishing (BRF)`.
fn company(r: &Reading, i: usize, end: usize) -> Option<Range<usize>> {
    let run = run_at(r, i, end)?;
    let last = run.end - 1;
    let classes = |k: usize| word_at(r, k, k + 1).map(|(_, class)| class);
    let ends = matches!(classes(last), Some(EnglishWord::CompanyEnd));
    // `ASEAN Fishing Pact`: what is named after it; `Politburo Resolution No. 3` is a document of the body.
    let instrument =
        |k: usize| r.longest(&r.lexicon.english_instruments, k, run.end).is_some_and(|(to, _)| to == run.end);
    let numbered = || numero(r, run.end, end).is_some() || r.raw(run.end).starts_with(|c: char| c.is_ascii_digit());
    if is(r, run.start, EnglishWord::Company) && run.clone().skip(1).any(instrument) && !numbered() {
        return None;
    }
    // A newspaper or agency.
    if run.len() > 1 && r.longest(&r.lexicon.page.outlets, run.start, run.end).is_some_and(|(to, _)| to == run.end) {
        return Some(run);
    }
    if is(r, run.start, EnglishWord::Company) {
        return Some(if ends { run } else { run.start..run.start + 1 });
    }
    let personal = run.clone().any(|k| matches!(classes(k), Some(EnglishWord::Title | EnglishWord::Role)))
        || r.lexicon.family_names.is_english(r.low(run.start));
    if personal || known_place(r, run.start, end).is_some_and(|to| to >= run.end) {
        return None;
    }
    // `an analyst at Green Lee`, `director of Seas and Shores Alive`: whoever works there.
    if let Some(body) = employer(r, i, &run, end) {
        return Some(body);
    }
    // `Law on High Technology`: what an instrument is about.
    let about = i > 1 && matches!(r.low(i - 1), "on" | "for") && r.is_capital(i - 2);
    if about && r.longest(&r.lexicon.english_instruments, i - 2, i - 1).is_some() {
        return None;
    }
    let heading = || r.sentence_at(r.tokens[i].span.start()).is_some_and(|s| in_title_case(r, s.tokens.clone()));
    // `Green & Lee`
    let partner = run_at(r, run.end + 1, end).filter(|_| r.raw(run.end) == "&" && !r.is_glued(run.end));
    if let Some(partner) = partner.filter(|_| !heading()) {
        return Some(run.start..partner.end);
    }
    let noun = |k: usize| r.longest(&r.lexicon.english_words, k, i) == Some((i, EnglishWord::CompanyNoun));
    if (i.saturating_sub(3)..i).any(|k| !r.is_capital(k) && noun(k)) || is_dealt_with(r, &run, end) && !heading() {
        return Some(run);
    }
    if run.len() < 2 {
        return None;
    }
    if ends {
        // `Vientiane Capital`
        let city = r.low(last) == "capital" && known_place(r, run.start, end) == Some(last);
        let named = !city && (r.low(i.wrapping_sub(1)) != "and" || !is_part_of_long_form(r, &run, end));
        return (!heading() && named).then_some(run);
    }
    let other = is_held(r, last)
        || matches!(classes(last), Some(EnglishWord::Concept | EnglishWord::Place))
        || run.clone().any(|k| r.longest(&r.lexicon.english_instruments, k, run.end).is_some());
    let short = bracketed_short_form(r, run.end, end).filter(|short| {
        short.len() <= LONGEST_SHORT_FORM
            && short.bytes().all(|b| b.is_ascii_uppercase())
            && r.lexicon.short_forms.get(short).is_none_or(|known| known.kind.is_none())
    });
    (short.is_some() && !other && !is_part_of_long_form(r, &run, end) && !heading()).then_some(run)
}

/// Whether the words around the run are those of business: `Singapore-based Green Lee`, `shares of Green Lee`, `backed by
/// Green Lee`, `Green Lee, which raised $5 million`.
fn is_dealt_with(r: &Reading, run: &Range<usize>, end: usize) -> bool {
    let i = run.start;
    let word = |n: usize| i.checked_sub(n).map_or("", |k| r.low(k));
    let tie = i > 1 && r.raw(i - 2) == "-" && is_tie(r, i - 1);
    let tied = tie && (word(1) == "based" && is_seat(r, i - 2) || matches!(word(1), "listed" | "headquartered"));
    let shares = matches!((word(2), word(1)), ("shares" | "stake" | "stakes" | "shareholder", "of" | "in"));
    let deal = word(1) == "by" && (matches!(word(2), "backed" | "acquired") || word(2) == "led" && word(3) == "round");
    let clause = r.raw(run.end) == "," && r.low(run.end + 1) == "which";
    let mut verb = run.end + if clause { 2 } else { 0 };
    verb += usize::from(matches!(r.low(verb), "has" | "had" | "have" | "also"));
    let gets = matches!(r.low(verb), "raised" | "secured" | "got" | "posted" | "earned" | "booked");
    let money = |k: usize| matches!(r.raw(k), "$" | "US$" | "VND" | "€" | "S$");
    let opens = r.sentence_at(r.tokens[i].span.start()).is_some_and(|s| s.tokens.start == i);
    let paid = gets && (clause || run.len() > 1 || !opens) && (verb + 1..end.min(verb + 4)).any(money);
    (tied || shares || deal || paid) && !is(r, run.end - 1, EnglishWord::Place)
}

/// Most tokens between the office and `at` or `with`.
const OFFICE: usize = 4;

/// The body that a holder of an office in small letters works for; `run` are its first capitals.
fn employer(r: &Reading, i: usize, run: &Range<usize>, end: usize) -> Option<Range<usize>> {
    let link = i.checked_sub(1)?;
    if run.len() < 2 || run.clone().any(|k| is(r, k, EnglishWord::Opener) || is(r, k, EnglishWord::Concept)) {
        return None;
    }
    let held = |k: usize| {
        let heads = matches!(
            r.low(k),
            "director"
                | "founder"
                | "co-founder"
                | "analyst"
                | "economist"
                | "strategist"
                | "ceo"
                | "executive"
                | "partner"
        );
        let works = matches!(r.low(k), "researcher" | "lecturer" | "consultant" | "adviser" | "advisor" | "expert");
        !r.is_capital(k) && (heads || works && r.low(link) != "of") || r.raw(k) == "CEO"
    };
    let near = match r.low(link) {
        "of" => link.checked_sub(1).is_some_and(held),
        "at" | "with" => (link.saturating_sub(OFFICE)..link).any(held),
        _ => return None,
    };
    let more =
        run_at(r, run.end + 1, end).filter(|more| r.low(run.end) == "and" && more.len() > 1 && !r.is_capital(more.end));
    let stops = |k: usize| k >= end || matches!(r.raw(k), "," | "." | ";");
    let more = more.filter(|more| stops(more.end) && !more.clone().any(|k| is(r, k, EnglishWord::Body)));
    let last = more.map_or(run.end, |more| more.end);
    let place = is(r, last - 1, EnglishWord::Place);
    (near && !place).then_some(i..last)
}

/// Whether the word at `i` names what a body holds: `ASEAN Ministerial Council Meeting`.
fn is_held(r: &Reading, i: usize) -> bool {
    matches!(r.low(i), "meeting" | "conference" | "summit" | "session" | "dialogue")
}

/// A body whose name has a head: `Ministry of Health`, `Rice Growers and Traders Association`.
fn headed(r: &Reading, i: usize, end: usize) -> Option<Range<usize>> {
    let run = without_name(r, without_office(r, without_possession(r, run_at(r, i, end)?)));
    // `$2 Billion Data Bank`
    if matches!(r.low(i), "million" | "billion" | "trillion") {
        return None;
    }
    let mut at = run.end;
    let mut headed = run.clone().any(|k| word_at(r, k, run.end).is_some_and(|(_, word)| word == EnglishWord::Body));
    // `Green Union Fishing Regulation`: the name of a document ends with the word for it.
    let document = |k: usize| {
        let named = r.longest(&r.lexicon.english_instruments, k, run.end);
        named.is_some_and(|(to, found)| to == run.end && found.place.ends_name())
    };
    let own = is(r, run.end - 1, EnglishWord::Body) && !document(run.end.saturating_sub(2).max(run.start));
    if !own && run.clone().any(document) || is_held(r, run.end - 1) {
        return None;
    }
    // `Vietnam Coffee and Cocoa Association`
    // `Trade and Industry Ministry`
    let field = known_place(r, i, end).is_none() && !is(r, i, EnglishWord::Company);
    if !headed && (r.low(at) == "and" && (run.len() > 1 || field) || r.raw(at) == "&") {
        let rest = without_name(r, run_at(r, at + 1, end)?);
        let department = matches!(r.low(rest.end - 1), "ministry" | "department");
        headed = (rest.len() > 1 || r.raw(at) == "&") && is(r, rest.end - 1, EnglishWord::Body);
        headed &= run.len() > 1 || department || r.raw(at) == "&";
        at = rest.end;
    }
    if !headed {
        return None;
    }
    // `of Agriculture and Rural Development`, `for Urban Railways`
    let mut of = false;
    let mut in_list = false;
    loop {
        let mut next = at;
        match r.low(at) {
            "of" | "for" | "on" => {
                of = true;
                next += 1;
            }
            "and" | "&" if of => next += 1,
            "," if of && listed(r, at, end) => {
                in_list = true;
                next += 1;
            }
            "," if in_list && r.low(at + 1) == "and" => next += 2,
            _ => break,
        }
        if r.low(next) == "the" {
            // `… and the Green Group`: another body.
            if matches!(r.low(at), "and" | "&" | ",") {
                break;
            }
            next += 1;
        }
        // `Green Group of Japan`: where a company is from is no part of its name.
        let company = is(r, at - 1, EnglishWord::Body) && is_firm(r, at - 1);
        if company && r.low(at) == "of" && known_place(r, next, end).is_some() {
            break;
        }
        match run_at(r, next, end) {
            // `Department of Trade Le Van An`: the name of a person ends the body.
            Some(run) if run.len() > 2 && closing_name(r, run.start + 1, run.end).is_some_and(|k| run.end - k > 1) => {
                at = closing_name(r, run.start + 1, run.end).unwrap_or(run.end);
                break;
            }
            // `… for Roads, Harbours, and Project 06`: another instrument.
            Some(run) if r.raw(run.end).starts_with(|c: char| c.is_ascii_digit()) && !r.is_glued(run.end) => break,
            // `Bank of the Isles Governor Ann Lee`: the office of the body.
            Some(run) if office_in(r, &run).is_some() => {
                at = office_in(r, &run).unwrap_or(run.end);
                break;
            }
            Some(run) if !(r.low(at) == "and" && run.clone().any(|k| is(r, k, EnglishWord::Body))) => at = run.end,
            _ => break,
        }
    }
    // One word alone names a kind: `the Ministry`.
    (at > i + 1 && is_name_word(r, i)).then_some(i..at)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::check_each_organisation as check;

    #[test]
    fn bodies_reach_over_of_and_and() {
        check(
            "The Ministry of Agriculture and Rural Development said on Monday that it agreed with the Rice Growers and Traders Association (RIGTA). RIGTA has many members.",
            &["Ministry of Agriculture and Rural Development ×1", "Rice Growers and Traders Association ×3"],
        );
        check("The Ministry has asked them to wait for the new school on Green Street.", &[]);
        check(
            "The loan was signed by the Ministry of Finance and the Blue Sea Bank on Monday.",
            &["Ministry of Finance ×1", "Blue Sea Bank ×1"],
        );
    }

    #[test]
    fn lists_in_names_and_firms() {
        check(
            "It was read by the Steering Committee for the Protection of Rivers, Lakes, Harbours and Fishing Grounds, the Ministry of Roads, Rails, and Bridges and the Green Bank.",
            &[
                "Steering Committee for the Protection of Rivers, Lakes, Harbours and Fishing Grounds ×1",
                "Ministry of Roads, Rails, and Bridges ×1",
                "Green Bank ×1",
            ],
        );
        check(
            "The Roads and Harbours Ministry told the National Assembly Chairman Tran Van Hai of it, and the Green Bank Governor Ann Lee.",
            &["Roads and Harbours Ministry ×1", "National Assembly ×1", "Green Bank ×1"],
        );
        check("The loan was read by Viettel and Roads Ministry, Ann Lee said.", &["Viettel ×1", "Roads Ministry ×1"]);
        check(
            "It was read at the Blue Union Council Meeting by the Steering Committee for Roads, Rails, Harbours, and Project 06, as the Roads and Harbours Department Tran Van Ba leads said.",
            &["Steering Committee for Roads, Rails, Harbours ×1", "Roads and Harbours Department ×1"],
        );
        check(
            "The Vietnam Boats and IT Services Association read the National Assembly Resolution 12/2025/QH15 and the Law on High Technology.",
            &["Vietnam Boats and IT Services Association ×1", "National Assembly ×1"],
        );
        // Others after the body, a list that no `and` closes.
        check(
            "It was told to the Ministry of Roads, Viettel and the Green Bank, then to the Office of Rivers, Ann Lee said.",
            &["Ministry of Roads ×1", "Viettel ×1", "Green Bank ×1", "Office of Rivers ×1"],
        );
        check(
            "The Viettel Group sold it to Harwell Group on Monday. Viettel was glad of it, and Harwell was too.",
            &["Viettel Group ×2", "Harwell Group ×2"],
        );
        check("The Politburo Resolution No. 12-NQ/TW says so, and the ASEAN Fishing Pact too.", &["Politburo ×1"]);
    }

    #[test]
    fn names_clipped_in_brackets_and_names_of_documents() {
        check(
            "The loan of the Green Bank for Seeds and Fields (Seedbank) was paid on Monday. Seedbank has many of them.",
            &["Green Bank for Seeds and Fields ×3"],
        );
        check(
            "The boats of start-up HarbourSky Robotics are red. HarbourSky sold them, as the Department of Trade Le Van An leads said.",
            &["HarbourSky Robotics ×2", "Department of Trade ×1"],
        );
        check(
            "The loan of the Green Bank for Seeds (Kenya) was paid, as the Green Union Fishing Regulation says it must.",
            &["Green Bank for Seeds ×1"],
        );
    }

    #[test]
    fn what_a_body_has() {
        check(
            "The boats met the Harbour Institute’s Level II rules, and the Green Bank's Harbour Office and the People's Committee were glad.",
            &["Harbour Institute ×1", "Green Bank's Harbour Office ×1", "People's Committee ×1"],
        );
    }

    #[test]
    fn whoever_works_for_it() {
        check(
            "It was said by the director of Seas and Shores Alive, and by an analyst at Green Lee, on the day of the fair.",
            &["Green Lee ×1"],
        );
        check(
            "It was said by the founder of Blue Seas and Green Shores, who met them as head of Green Lee in the town.",
            &["Blue Seas and Green Shores ×1"],
        );
    }

    #[test]
    fn companies_by_the_business_told_of_them() {
        check(
            "The boats of Singapore-based Harwell were sold by Green & Leeds on Monday, and shares of Wellbrook rose. Harwell was glad.",
            &["Harwell ×2", "Green & Leeds ×1", "Wellbrook ×1"],
        );
        check(
            "Harwell, which raised $5 million in May, is backed by Tall Oak, and Blue Fin Cloud sold them the nets.",
            &["Harwell ×1", "Tall Oak ×1", "Blue Fin Cloud ×1"],
        );
        check(
            "The boats of Ho Chi Minh City-based Harwell were old. They had AI-based Fish Maps, a chip-based ID and the 'Selling Chip-based Fish Cards' of the town.",
            &["Harwell ×1"],
        );
        // A country, an article at the head of a sentence, a place that is owned.
        check(
            "Fishermen raised $5 million in the town. The stake in Japan was sold, and a Hanoi-born man told them so.",
            &[],
        );
    }

    #[test]
    fn companies_without_a_head() {
        check(
            "The lawyer works for law firm Green Lee, which advises Google and Harbour Solutions on the new rules.",
            &["Green Lee ×1", "Google ×1", "Harbour Solutions ×1"],
        );
        check(
            "The plan was drawn up by Blue Rivers Fishing (BRF) last year. BRF owns the boats of the town.",
            &["Blue Rivers Fishing ×3"],
        );
        // A term of economics, a person after a noun for a company, a heading in capitals.
        check("They said that Gross Domestic Product (GDP) rose, and that the firm of Tran Van An was closed.", &[]);
        check("Old Towns Turn to New Energy", &[]);
    }
}
