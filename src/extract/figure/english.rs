//! Shares and places of English articles: `two-thirds of`, `seven in 10`, `433 of the 435`, `ranked 71st out of 193`.

use crate::lexicon::UnitKind;
use crate::text::TokenKind;

use super::super::number::{Form, Language, Numeral, numeral};
use super::Rank;
use super::candidate::{Candidate, Numbers};
use super::unit;

/// Words for the parts of a whole: how many of them make it.
const PARTS: [(&str, f64); 16] = [
    ("half", 2.0),
    ("halves", 2.0),
    ("third", 3.0),
    ("thirds", 3.0),
    ("quarter", 4.0),
    ("quarters", 4.0),
    ("fourth", 4.0),
    ("fourths", 4.0),
    ("fifth", 5.0),
    ("fifths", 5.0),
    ("sixth", 6.0),
    ("sixths", 6.0),
    ("eighth", 8.0),
    ("eighths", 8.0),
    ("tenth", 10.0),
    ("tenths", 10.0),
];

const DOZEN: f64 = 12.0;

/// Most numbers of a row after its first that share a unit.
const LONGEST_ROW: usize = 6;

/// Places of an order in words.
#[rustfmt::skip]
const PLACES: [&str; 20] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
];

/// Words that end as superlatives do and are none.
#[rustfmt::skip]
const NO_SUPERLATIVES: [&str; 24] = [
    "interest", "forest", "request", "harvest", "invest", "guest", "protest", "contest", "arrest", "conquest", "quest",
    "inquest", "northwest", "southwest", "midwest", "digest", "manifest", "unrest", "chest", "honest", "modest",
    "suggest", "rainforest", "latest",
];

impl Numbers<'_, '_> {
    fn word(self, i: usize, end: usize) -> &'static str {
        // Only words of the list are told apart.
        let low = if i < end { self.reading.low(i) } else { "" };
        ["the", "of", "out", "in", "a", "half", "every", "-"].into_iter().find(|word| *word == low).unwrap_or("")
    }

    fn share(self, tokens: std::ops::Range<usize>, value: f64, of: Option<f64>, end: usize) -> Candidate {
        let mut after = tokens.end;
        while matches!(self.word(after, end), "of" | "the") {
            after += 1;
        }
        Candidate {
            number: self.reading.span(tokens.clone()),
            unit: unit::after(self.reading, after, end),
            tokens,
            value,
            max: None,
            of,
            form: Form::Words,
            scaled: false,
            rule: if of.is_some() { "fraction" } else { "half" },
        }
    }

    /// Where the currency begins that stands right before the number at `i`: `VND15`, `US$15`.
    pub(super) fn start_with_currency(self, i: usize) -> usize {
        let before = (self.language == Language::English).then(|| unit::currency_before(self.reading, i)).flatten();
        before.map_or(i, |currency| currency.start)
    }

    /// The index after the currency at `i`, if one stands before a number there.
    pub(super) fn after_currency(self, i: usize) -> usize {
        let r = self.reading;
        if self.language != Language::English {
            return i;
        }
        let at = if r.low(i) == "us" && r.raw(i + 1) == "$" { i + 1 } else { i };
        if unit::currency(r.raw(at)).is_some() && r.is_glued(at + 1) { at + 1 } else { i }
    }

    /// The unit that the last number of a row has for all: `96, 85 and 72 percent`.
    pub(super) fn unit_of_row(self, n: &Numeral, end: usize) -> Option<unit::Unit> {
        let (mut at, mut closed) = (n.tokens.end, false);
        if self.language != Language::English || n.form != Form::Digits || n.power > 0 || n.tail.is_some() {
            return None;
        }
        for _ in 0..LONGEST_ROW {
            let comma = usize::from(at < end && self.reading.raw(at) == ",");
            closed = at + comma < end && self.reading.low(at + comma) == "and";
            let next = at + comma + usize::from(closed);
            let next =
                numeral(self.reading, self.language, next, end).filter(|m| next > at && m.form == Form::Digits)?;
            at = next.tokens.end;
            if next.power > 0 || next.tail.is_some() || closed {
                break;
            }
        }
        let unit = unit::after(self.reading, at, end).filter(|_| closed)?;
        let measure = matches!(unit.kind, UnitKind::Percent | UnitKind::Measure) || unit.text == "points";
        measure.then(|| unit::Unit { end: n.tokens.end, end_byte: n.span.end(), ..unit })
    }

    /// Whether a number without unit says something: part of a whole that follows (`148 of the town's 410 farms`), or a
    /// level that is compared (`up from 627`, `double the 630 of 2024`).
    pub(super) fn says(self, from: usize, after: usize) -> bool {
        let before = self.reading.low(from.wrapping_sub(1));
        let compared = match before {
            "another" => true,
            "from" => matches!(
                self.reading.low(from.wrapping_sub(2)),
                "up" | "down" | "increase" | "rise" | "drop" | "rising" | "falling"
            ),
            "the" => {
                matches!(self.reading.low(from.wrapping_sub(2)), "than" | "double" | "triple" | "to" | "with" | "from")
            }
            _ => false,
        };
        let part = self.reading.low(after) == "of"
            && matches!(
                self.reading.low(after + 1),
                "the" | "its" | "their" | "them" | "these" | "those" | "our" | "his" | "her"
            );
        self.language == Language::English && (compared || part)
    }

    /// `two-thirds`, `one-eighth`, `a quarter of`, `half of`.
    pub(super) fn fraction(self, i: usize, end: usize) -> Option<Candidate> {
        let before = if i > 0 { self.reading.low(i - 1) } else { "" };
        if self.word(i, end) == "a" && self.reading.low(i + 1) == "dozen" && i + 2 < end && before != "half" {
            return Some(self.share(i..i + 2, DOZEN, None, end));
        }
        // `half a million people`
        let large = match self.reading.low(i + 2) {
            "million" => 5e5,
            "billion" => 5e8,
            _ => 0.0,
        };
        if self.word(i, end) == "half" && self.word(i + 1, end) == "a" && i + 2 < end && large > 0.0 {
            return Some(Candidate { scaled: true, rule: "large", ..self.share(i..i + 3, large, None, end) });
        }
        if self.word(i, end) == "half" {
            let ordinal = matches!(before, "first" | "second" | "other" | "latter" | "last" | "-" | "and");
            let whole = matches!(self.word(i + 1, end), "of" | "the") && !ordinal;
            return whole.then(|| self.share(i..i + 1, 0.5, None, end));
        }
        let (at, n) = match self.word(i, end) {
            "a" => (i + 1, 1.0),
            _ => {
                let n =
                    numeral(self.reading, self.language, i, end).filter(|n| n.form == Form::Words && n.power == 0)?;
                (n.tokens.end, n.value)
            }
        };
        let hyphen = self.word(at, end) == "-";
        let part = at + usize::from(hyphen);
        let &(_, of) = PARTS.iter().find(|(word, _)| part < end && *word == self.reading.low(part))?;
        // `more than a fifth`
        let bounded =
            matches!(before, "than" | "about" | "around" | "nearly" | "almost" | "over" | "roughly" | "under" | "up");
        let alone = bounded && self.reading.kind(part + 1) != Some(TokenKind::Word);
        let whole = hyphen || alone || matches!(self.word(part + 1, end), "of") || n > 1.0 && of != 4.0;
        (whole && n < of).then(|| self.share(i..part + 1, n, Some(of), end))
    }

    /// `433 of the 435`, `12 out of 34`, `seven in 10`.
    pub(super) fn of_whole(self, n: &Numeral, end: usize) -> Option<Candidate> {
        if n.form == Form::Magnitude || n.power > 0 || n.tail.is_some() {
            return None;
        }
        let at = n.tokens.end;
        let (mut next, of) = match (self.word(at, end), self.word(at + 1, end)) {
            ("out", "of") => (at + 2, true),
            ("of", "the") | ("in", "every") => (at + 2, self.word(at, end) == "of"),
            ("in", _) => (at + 1, false),
            _ => return None,
        };
        next += usize::from(self.word(next, end) == "the" || self.word(next, end) == "every");
        let whole = numeral(self.reading, self.language, next, end)
            .filter(|w| w.form != Form::Magnitude && w.tail.is_none())
            .filter(|w| w.value > n.value || w.value == n.value && self.word(at, end) == "out")?;
        // `5 in 12 towns` counts what stands in the towns.
        let round = matches!(whole.value as u32, 10 | 100 | 1000) || n.form == Form::Words && whole.value < 100.0;
        let tokens = n.tokens.start..whole.tokens.end;
        (of || round).then(|| self.share(tokens, n.value, Some(whole.value), end))
    }

    /// `the second-largest exporter`, `one of the five leading ports`: the place in an order that a superlative names.
    fn superlative(self, i: usize, end: usize) -> Option<(Candidate, usize, Rank)> {
        let r = self.reading;
        let best = |k: usize| {
            let word = r.low(k);
            k < end
                && (word.len() > 4 && word.ends_with("est") && !NO_SUPERLATIVES.contains(&word)
                    || matches!(word, "leading" | "top" | "best" | "most" | "worst"))
        };
        let at = match (r.low(i), r.low(i + 1), r.low(i + 2)) {
            ("one", "of", "the") => Some(i + 3),
            ("among", "the", _) => Some(i + 2),
            _ => None,
        };
        let n = at.filter(|&at| at < end).and_then(|at| numeral(r, self.language, at, end));
        let n = n.filter(|n| n.form != Form::Magnitude && n.tail.is_none());
        let n = n.filter(|n| best(n.tokens.end) && n.value.fract() == 0.0 && n.power == 0);
        if let Some(n) = n {
            let rank = Rank { position: None, position_max: Some(n.value), out_of: None };
            let after = n.tokens.end + 1;
            let mut found = self.share(n.tokens, n.value, None, end);
            found.unit = unit::after(r, after, end);
            return Some((Candidate { rule: "english_rank", ..found }, i, rank));
        }
        let position = PLACES.iter().position(|word| *word == r.low(i)).filter(|&at| at > 0)? as f64 + 1.0;
        let hyphen = r.raw(i + 1) == "-";
        let named = best(i + 1 + usize::from(hyphen)) && r.low(i + 1 + usize::from(hyphen)).ends_with("est");
        let rank = Rank { position: Some(position), position_max: None, out_of: None };
        let found = Candidate { rule: "english_rank", ..self.share(i..i + 1, position, None, i + 1) };
        named.then_some((found, i, rank))
    }

    /// `ranked 71st out of 193`, `placed third`: the place in an order after a verb of standing, and where that begins.
    pub(super) fn place(self, i: usize, start: usize, end: usize) -> Option<(Candidate, usize, Rank)> {
        if self.language != Language::English {
            return None;
        }
        // `came second`, but `what comes first`
        let comes = |k: usize| matches!(self.reading.low(k), "comes" | "came") && self.reading.low(i) != "first";
        let stands = |k: usize| {
            comes(k)
                || matches!(
                    self.reading.low(k),
                    "ranked" | "ranks" | "ranking" | "rank" | "placed" | "finished" | "stood"
                )
        };
        let risen = |k: usize| {
            matches!(
                self.reading.low(k),
                "climbed"
                    | "climb"
                    | "rose"
                    | "rise"
                    | "moved"
                    | "jumped"
                    | "fell"
                    | "slipped"
                    | "dropped"
                    | "places"
                    | "spots"
                    | "notches"
            )
        };
        // `climbed two places to 44th`
        let lifted = self.reading.low(i.wrapping_sub(1)) == "to";
        if let Some(found) = self.superlative(i, end) {
            return Some(found);
        }
        let from = match (i.saturating_sub(3).max(start)..i).rev().find(|&k| stands(k)) {
            Some(from) => from,
            None if lifted => (i.saturating_sub(6).max(start)..i).rev().find(|&k| risen(k)).map(|_| i - 1)?,
            None => return None,
        };
        let between = |k: usize| {
            lifted && k + 1 == i || matches!(self.reading.low(k), "in" | "at" | "the" | "as" | "joint" | "only" | "it")
        };
        let apart = lifted
            && (self.reading.kind(i + 1) == Some(TokenKind::Word)
                && !matches!(
                    self.reading.low(i + 1),
                    "place"
                        | "in"
                        | "out"
                        | "of"
                        | "among"
                        | "this"
                        | "last"
                        | "from"
                        | "globally"
                        | "worldwide"
                        | "on"
                        | "and"
                ));
        if apart || !(from + 1..i).all(between) {
            return None;
        }
        let raw = self.reading.low(i);
        let position = match PLACES.iter().position(|word| *word == raw) {
            Some(at) => at as f64 + 1.0,
            // `ranks 46 among 132`
            None if matches!(self.reading.low(i + 1), "among" | "out") && raw.parse::<f64>().is_ok() => {
                raw.parse().ok()?
            }
            None => ["st", "nd", "rd", "th"].iter().find_map(|end| raw.strip_suffix(end))?.parse().ok()?,
        };
        let out = if self.word(i + 1, end) == "out" { i + 2 } else { i + 1 };
        let among = matches!(self.word(out, end), "of") || matches!(self.reading.low(out), "among");
        let next = out + 1 + usize::from(self.word(out + 1, end) == "the");
        let whole = if among { numeral(self.reading, self.language, next, end) } else { None };
        let whole = whole.filter(|w| w.form == Form::Digits && w.value >= position);
        let of = whole.as_ref().map(|w| w.value);
        let tokens = i..whole.map_or(i + 1, |w| w.tokens.end);
        let rank = Rank { position: Some(position), position_max: None, out_of: of };
        let form = if self.reading.kind(i) == Some(TokenKind::Number) { Form::Digits } else { Form::Words };
        let found = Candidate { form, rule: "english_rank", ..self.share(tokens, position, of, end) };
        Some((found, from, rank))
    }
}
