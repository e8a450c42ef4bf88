//! Policy instruments and digital systems: `Law on Data`, `Decision 1018/QD-TTg`, `World Water Day`.

use std::ops::Range;

use crate::extract::Reading;
use crate::extract::place::known_place;
use crate::extract::system::Hit;
use crate::lexicon::{EnglishInstrument, EnglishWord, InstrumentPlace};
use crate::text::TokenKind;

use super::run::{in_title_case, is, is_name_word, is_opener, listed, numero, run_at};

/// Most words of a national programme after the first.
const LONGEST_PROGRAMME: usize = 8;

/// `the national seed strategy until 2030`: a plan of the country with the years that it is for, in small letters.
fn national(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    if r.low(i) != "national" || i == 0 || r.low(i - 1) != "the" {
        return None;
    }
    let part = |k: &usize| {
        (r.kind(*k) == Some(TokenKind::Word) || r.raw(*k) == "-")
            && !matches!(r.low(*k), "and" | "of" | "is" | "to" | "for" | "in")
    };
    let head = (i + 2..end.min(i + LONGEST_PROGRAMME))
        .take_while(part)
        .find_map(|k| word(r, k, end).filter(|(_, found)| matches!(found.category, "strategy" | "programme")));
    let (to, found) = head?;
    let dated = matches!(r.low(to), "until" | "by" | "for" | "to" | "through" | "towards")
        && (to + 1..end.min(to + 4)).any(|k| r.raw(k).len() == 4 && r.raw(k).starts_with("20"));
    dated.then(|| Hit::new(i..to, found.category, "english_national"))
}

/// Most digits of a number that a document bears alone.
const LONGEST_NUMBER: usize = 4;

/// The instrument named at `i`; `sentence` is where it stands.
pub(in crate::extract) fn instrument_at(r: &Reading, i: usize, sentence: &Range<usize>) -> Option<Hit> {
    if !is_name_word(r, i) {
        return national(r, i, sentence.end);
    }
    numbered(r, i, sentence.end).or_else(|| named(r, i, sentence))
}

/// The word for an instrument at `i`.
fn word(r: &Reading, i: usize, end: usize) -> Option<(usize, EnglishInstrument)> {
    r.longest(&r.lexicon.english_instruments, i, end)
}

/// `Resolution No. 68-NQ/TW`, `Decree 13/2023/ND-CP`, `Metro Line 2`.
fn numbered(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let (after, found) = word(r, i, end)?;
    let counted = numero(r, after, end);
    let at = counted.unwrap_or(after);
    if at >= end || !r.raw(at).starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut to = at + 1;
    while to + 1 < end && matches!(r.raw(to), "-" | "/") && r.is_glued(to) && r.is_glued(to + 1) {
        to += 2;
    }
    let digits = r.raw(at).bytes().all(|b| b.is_ascii_digit());
    let year = r.raw(at).parse().is_ok_and(|n: u32| (1900..=2100).contains(&n));
    let short = digits && r.raw(at).len() <= LONGEST_NUMBER && (counted.is_some() || !year);
    // `Plan No. 31/KH-UBND`: other words than those that bear a number need the code.
    let coded = (at + 1..to).any(|k| r.raw(k) == "/");
    let fits = if found.place == InstrumentPlace::Number { short || to > at + 1 } else { coded };
    fits.then(|| Hit::new(i..to, found.category, "english_number"))
}

/// A name in capitals that ends with the word for it or goes on after it, or has it in small letters behind.
fn named(r: &Reading, i: usize, sentence: &Range<usize>) -> Option<Hit> {
    let end = sentence.end;
    // `National Road 13 Improvement Plan`
    let numbered = i > sentence.start + 1
        && r.kind(i - 1) == Some(TokenKind::Number)
        && is_name_word(r, i - 2)
        && !is_opener(r, i - 2);
    let opens = i == sentence.start || !numbered && (!is_name_word(r, i - 1) || is_opener(r, i - 1));
    let run = run_at(r, i, end).filter(|_| opens)?;
    // `Japan's Basic Energy Plan`
    let owner = run.clone().rev().find(|&k| r.low(k) == "s" && matches!(r.raw(k - 1), "'" | "’"));
    let run = owner.map_or(run.start, |k| k + 1)..run.end;
    if let Some((_, found)) = word(r, run.end, end).filter(|(_, found)| found.place == InstrumentPlace::After) {
        return is_bare_name(r, &run, end).then(|| Hit::new(run, found.category, "english_name"));
    }
    // `the Green Ledger framework`: a name after `the`, with the word for it in small letters.
    let the = run.start > sentence.start && r.low(run.start - 1) == "the" && !r.is_capital(run.end);
    let behind = word(r, run.end, end).filter(|(_, found)| the && found.place == InstrumentPlace::Behind);
    if let Some((_, found)) = behind.filter(|_| is_bare_name(r, &run, end)) {
        return Some(Hit::new(run, found.category, "english_name"));
    }
    let numeral = |k: usize| r.raw(k).bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let last = if run.len() > 2 && numeral(run.end - 1) { run.end - 1 } else { run.end };
    let (head, found) =
        run.clone().find_map(|k| word(r, k, last).filter(|(to, _)| *to == last).map(|(_, f)| (k, f)))?;
    let fits = match found.place {
        InstrumentPlace::Name | InstrumentPlace::Behind => true,
        InstrumentPlace::Day => last - run.start > 2,
        // A resolution or decision that is named by what it is about.
        InstrumentPlace::Number => r.low(run.end) == "on",
        InstrumentPlace::After => false,
    };
    let to = no(r, complement(r, run.end, end), end);
    let plain = head == run.start && to == run.end;
    let place = head > run.start && known_place(r, run.start, end) == Some(head) && found.place != InstrumentPlace::Day;
    if !fits || plain || place || in_title_case(r, sentence.clone()) {
        return None;
    }
    Some(Hit::new(run.start..to, found.category, "english_name"))
}

/// The index after the short number that a name bears: `No. 2`.
fn no(r: &Reading, i: usize, end: usize) -> usize {
    let short = |at: &usize| r.raw(*at).len() < 3 && r.raw(*at).bytes().all(|b| b.is_ascii_digit());
    numero(r, i, end).filter(short).map_or(i, |at| at + 1)
}

/// Whether the run before `app` or `platform` is the name of it, not of a place, a body or a person.
fn is_bare_name(r: &Reading, run: &Range<usize>, end: usize) -> bool {
    let other = [EnglishWord::Body, EnglishWord::Company, EnglishWord::CompanyEnd, EnglishWord::Title];
    run.len() > 1
        && known_place(r, run.start, end).is_none_or(|to| run.len() > 2 && to < run.end)
        && !r.lexicon.family_names.is_english(r.low(run.start))
        && !run.clone().any(|k| other.iter().any(|&class| is(r, k, class)))
}

/// Index after what the instrument is about: `on Science, Technology and Innovation`, `for New Rural Areas`.
fn complement(r: &Reading, from: usize, end: usize) -> usize {
    let mut at = from;
    let mut of = false;
    let mut in_list = false;
    loop {
        let mut next = match r.low(at) {
            "on" | "for" => at + 1,
            "of" if known_place(r, at + 1, end).is_none() => at + 1,
            "and" | "&" if of => at + 1,
            "," if of && listed(r, at, end) => at + 1,
            "," if of && r.low(at + 1) == "and" && in_list => at + 2,
            _ => return at,
        };
        let first = !of;
        of = true;
        in_list |= r.raw(at) == ",";
        if first && r.low(next) == "the" {
            next += 1;
        }
        match run_at(r, next, end).filter(|_| r.kind(next) == Some(TokenKind::Word)) {
            Some(run) => at = run.end,
            None => return at,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::check_facts;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let line = |s: &crate::extract::System| format!("{}/{}/{}", s.name, s.category, s.mentions.len());
        check_facts(text, |facts| facts.systems.iter().map(line).collect(), expected);
    }

    #[test]
    fn documents_with_a_number() {
        check(
            "The town was told of it by Resolution No. 12-NQ/TW and by Decree 7 of the council, in line with Decision 31/QD-UBND, Plan No.402/KH-UBND and Decision 3150.",
            &[
                "Resolution No. 12-NQ/TW/document/1",
                "Decree 7/document/1",
                "Decision 31/QD-UBND/document/1",
                "Plan No.402/KH-UBND/strategy/1",
                "Decision 3150/document/1",
            ],
        );
        check(
            "It is told by Notice No. 171 of the town, and the Notice was read by 12 people.",
            &["Notice No. 171/document/1"],
        );
        check(
            "Resolution No. 12-NQ/TW was read with Resolution No.12-NQ/TW, Resolution 12-NQ/TW and Resolution 12.",
            &["Resolution No. 12-NQ/TW/document/4"],
        );
        // A year, a number that counts, a word in small letters.
        check(
            "It was the Decision 2024 that they feared, the Plan 12 of theirs, and the decision 12 people made of it in the town.",
            &[],
        );
    }

    #[test]
    fn names_in_capitals() {
        check(
            "The house passed the Clean Rivers Law and the Law on Science, Technology and Innovation, in force with the National Fishing Programme for Small Islands.",
            &[
                "Clean Rivers Law/document/1",
                "Law on Science, Technology and Innovation/document/1",
                "National Fishing Programme for Small Islands/programme/1",
            ],
        );
        check(
            "The town rose in the Clean Rivers Index (CRI) of the year. The CRI has been read by many, and the Green Map Walks app shows it on World Water Day.",
            &["Clean Rivers Index/index/3", "Green Map Walks/app/1", "World Water Day/observance/1"],
        );
        check(
            "The town joined the Green Ledger framework, and the Clean Rivers Data Centre No. 3 was built in the Blue Town scheme of theirs.",
            &["Green Ledger/programme/1", "Clean Rivers Data Centre No. 3/facility/1", "Blue Town/programme/1"],
        );
        check(
            "The house passed the Law on Rivers, Lakes, Harbours, and Bridges for the An Phu Data Centre.",
            &["Law on Rivers, Lakes, Harbours, and Bridges/document/1", "An Phu Data Centre/facility/1"],
        );
        check(
            "They read the national sea-fishing master plan for 2021-2025 and the national seed strategy until 2030.",
            &["national sea-fishing master plan/strategy/1", "national seed strategy/strategy/1"],
        );
        check("They read the national plan of the town, and the national seed strategy is old.", &[]);
        check("They mended the Harbour Road 13 Improvement Plan of the town.", &[]);
        // A law of somewhere, a plan without a name, a heading in capitals, the app of a company.
        check("The Law of Japan says so, and the Plan was good for them in the town. They had the Google app.", &[]);
        check("New Towns Wait for Better Clean Rivers Law", &[]);
    }
}
