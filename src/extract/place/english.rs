//! Places that English articles name with their kind: `Green Hill district`, `the island of Batam`.

use crate::extract::Reading;
use crate::text::TokenKind;

use super::Hit;

/// Most words of such a name.
const LONGEST: usize = 3;

/// The place named at `i` by the word for its kind before or after it.
pub(super) fn typed(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let name = |k: usize| k < end && r.kind(k) == Some(TokenKind::Word) && r.is_capital(k);
    if r.language != "en" || !name(i) || i > 0 && name(i - 1) {
        return None;
    }
    let to = (i..end).find(|&k| !name(k)).unwrap_or(end);
    let opener = r.longest(&r.lexicon.english_words, i, i + 1).is_some();
    if to - i > LONGEST || opener {
        return None;
    }
    // `in Green Hill district`
    let after =
        level(r.low(to)).filter(|_| to < end && i > 0 && matches!(r.low(i - 1), "in" | "of" | "from" | "at" | "near"));
    // `the island of Batam`, not `the city of his birth`
    let of = i > 1 && r.low(i - 1) == "of" && !r.is_capital(i - 2);
    let before = || of.then(|| level(r.low(i - 2))).flatten();
    let level = after.or_else(before)?;
    let name = r.span(i..to).of(r.text).to_owned();
    Some(Hit { tokens: i..to, name, level, within: None, rule: "typed" })
}

/// What the word calls a place.
fn level(word: &str) -> Option<&'static str> {
    Some(match word {
        "province" => "province",
        "district" => "district",
        "commune" => "commune",
        "ward" => "ward",
        "town" => "town",
        "township" => "township",
        "city" => "city",
        "island" => "island",
        "village" => "village",
        "state" => "state",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::check_facts;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        check_facts(
            text,
            |facts| facts.places.iter().map(|p| format!("{}/{}", p.name, p.category)).collect(),
            expected,
        );
    }

    #[test]
    fn the_kind_stands_before_or_after() {
        check(
            "They have farms in Green Hill district and on the island of Marrow, it was said on the day of the fair.",
            &["Green Hill/district", "Marrow/island"],
        );
        // A body, a title, a plain noun.
        check("They met in the District of his birth, and in a Green Bank district office of the old town.", &[]);
    }
}
