//! The place and day at the head of English news: `HÀ NỘI — `, `BANGKOK, Jan 16 — `, `VIETNAM, June 14 - HẢI PHÒNG — `.

use crate::ingest::words::Words;
use crate::lexicon::english_month;
use crate::text::TokenKind;

/// Most datelines in a row: of the wire, and of the paper that it took the text from.
const MOST: usize = 2;
/// Most words of a place.
const LONGEST_PLACE: usize = 4;
/// Fewest letters of a place without a day; fewer are a short form.
const SHORTEST_PLACE: usize = 5;

/// The index of the token after the datelines that open the paragraph.
pub(super) fn dateline(words: &Words) -> Option<usize> {
    let next = |at: &usize| one(words, *at);
    std::iter::successors(one(words, 0), next).take(MOST).last()
}

/// The index of the token after one dateline at `from`: a place in capitals and a long dash or an agency, or a place with a
/// day.
pub(super) fn one(words: &Words, from: usize) -> Option<usize> {
    let place = (from..=from + LONGEST_PLACE).find(|&k| words.kind(k) != Some(TokenKind::Word) || !words.is_capital(k));
    let place = place.filter(|&end| end > from)?;
    let comma = place + usize::from(words.raw(place) == ",");
    if let Some(end) = day(words, comma).or_else(|| day(words, place - 1).filter(|_| place > from + 1)) {
        return closed(words, agency(words, end).unwrap_or(end));
    }
    let letters: usize = (from..place).map(|k| words.raw(k).chars().count()).sum();
    let shouted = (from..place).all(|k| words.raw(k).chars().all(char::is_uppercase));
    let city = place == from + 1 && SHORT_CITIES.contains(&words.raw(from));
    if !shouted || letters < SHORTEST_PLACE && !city {
        return None;
    }
    if let Some(end) = agency(words, comma) {
        return closed(words, end);
    }
    let long = words.raw(place) == "—" || words.raw(place) == "-" && words.raw(place + 1) == "-";
    if long || (from > 0 || city) && words.is_spaced(place) { after_dash(words, place) } else { None }
}

/// Cities whose names are so often shortened that they open news as they are.
const SHORT_CITIES: [&str; 2] = ["HCMC", "HCM"];

/// Most tokens of what stands in the brackets after a place.
const LONGEST_AGENCY: usize = 14;

/// The index after the brackets at `i` that name an agency, perhaps with the day: `(NNT)`, `(Vietnam News/ANN)`.
fn agency(words: &Words, i: usize) -> Option<usize> {
    let close = (i + 2..i + LONGEST_AGENCY).find(|&k| words.raw(k) == ")").filter(|_| words.raw(i) == "(")?;
    let part = |k: usize| {
        let date = words.raw(k).starts_with(|c: char| c.is_ascii_digit());
        words.is_capital(k) || date || matches!(words.raw(k), "/" | "-" | "–" | "," | "." | "&")
    };
    (words.is_capital(i + 1) && (i + 1..close).all(part)).then_some(close + 1)
}

/// The index after the dash or colon at `i` that closes a dateline.
fn closed(words: &Words, i: usize) -> Option<usize> {
    if words.raw(i) == ":" { Some(i + 1) } else { after_dash(words, i) }
}

/// The index after a day of the year at `i`: `Jan 16`, `16 January`, `June 14, 2024`.
fn day(words: &Words, i: usize) -> Option<usize> {
    let month = |k: usize| english_month(words.low(k).trim_end_matches('.')).is_some();
    let number = |k: usize, digits: usize| words.kind(k) == Some(TokenKind::Number) && words.raw(k).len() <= digits;
    let stop = |k: usize| usize::from(words.raw(k) == "." && !words.is_spaced(k));
    let end = if month(i) && number(i + 1 + stop(i + 1), 2) {
        i + 2 + stop(i + 1)
    } else if number(i, 2) && month(i + 1) {
        i + 2
    } else {
        return None;
    };
    let year = end + usize::from(words.raw(end) == ",");
    Some(if number(year, 4) && words.raw(year).len() == 4 { year + 1 } else { end })
}

/// The index after the dash at `i`, which may be typed as two: `-- `.
pub(super) fn after_dash(words: &Words, i: usize) -> Option<usize> {
    let is_dash = |k: usize| matches!(words.raw(k), "-" | "–" | "—" | "_");
    let typed = words.raw(i) == "-" && words.raw(i + 1) == "-";
    is_dash(i).then_some(i + 1 + usize::from(typed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let words = Words::head(text, Span::new(0, text.len()));
        assert_eq!(dateline(&words).map_or("", |at| &text[..words.start(at)]), expected, "{text}");
    }

    #[test]
    fn knows_datelines() {
        check("HẢI PHÒNG — The port opened a pier.", "HẢI PHÒNG — ");
        check("JAKARTA (XNT) – The port opened a pier.", "JAKARTA (XNT) – ");
        check("VIETNAM, March 3 - HẢI PHÒNG - The port opened a pier.", "VIETNAM, March 3 - HẢI PHÒNG - ");
        check("JAKARTA -- The port opened a pier.", "JAKARTA -- ");
        check("JAKARTA, March 3 - The port opened a pier.", "JAKARTA, March 3 - ");
        check("JAKARTA, Mar. 3: The port opened a pier.", "JAKARTA, Mar. 3: ");
        check("Can Tho, 3 March 2024 -- The port opened a pier.", "Can Tho, 3 March 2024 -- ");
        check("VIETNAM, March 3 - HẢI PHÒNG — The port opened a pier.", "VIETNAM, March 3 - HẢI PHÒNG — ");
        check("JAKARTA (Harbour News/XNT): The port opened a pier.", "JAKARTA (Harbour News/XNT): ");
        check("JAKARTA, Mar. 3 (Harbour) -- The port opened a pier.", "JAKARTA, Mar. 3 (Harbour) -- ");
        check(
            "JAKARTA, (Blue / Green News - 3rd Mar, 2024 ) :The port opened a pier.",
            "JAKARTA, (Blue / Green News - 3rd Mar, 2024 ) :",
        );
        check("HCMC – The port opened a pier.", "HCMC – ");
    }

    #[test]
    fn leaves_text() {
        // A word for something, a name with a dash, a heading with a colon, a day that the sentence goes on with.
        check("AI — the word of the year — is on all lips.", "");
        check("Ann Lee — the mayor of the town — opened a pier.", "");
        check("JAKARTA (the capital) – a port – opened a pier.", "");
        check("HẢI PHÒNG: The port opened a pier.", "");
        check("HẢI PHÒNG – The port of the north.", "");
        check("JAKARTA (Tran Van An) told them of the pier.", "");
        check("Hải Phòng - a port of the north - opened a pier.", "");
        check("On March 3 the port opened a pier.", "");
        check("The Port, March 3", "");
    }
}
