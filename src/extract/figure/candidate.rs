//! Numerals that may be figures: single ones, ranges and `m/n`.

use std::ops::Range;

use crate::base::Span;
use crate::text::{PhraseList, TokenKind};

use super::super::Reading;
use super::super::number::{Form, Language, Numeral, numeral};
use super::unit::{self, Unit};
use crate::lexicon::UnitKind;

/// A numeral with what its spelling alone says.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its span.
    pub number: Span,
    /// Value, or lower end.
    pub value: f64,
    /// Upper end of a range.
    pub max: Option<f64>,
    /// The second number of `m/n`.
    pub of: Option<f64>,
    /// How it is written.
    pub form: Form,
    /// Whether it has a multiplier word.
    pub scaled: bool,
    /// Its unit, if one follows.
    pub unit: Option<Unit>,
    /// Name of the rule.
    pub rule: &'static str,
}

/// The article and the notation of its numbers.
#[derive(Clone, Copy)]
pub(super) struct Numbers<'r, 'a> {
    /// The article.
    pub reading: &'r Reading<'a>,
    /// Its notation.
    pub language: Language,
}

impl Numbers<'_, '_> {
    /// The candidate at token `i`, not reaching past `end`.
    pub(super) fn candidate(self, i: usize, end: usize) -> Option<Candidate> {
        if let Some(found) = self.idiom(i, end) {
            return Some(found);
        }
        let is_english = self.language == Language::English;
        let english = || is_english.then(|| self.fraction(i, end)).flatten();
        if let Some(found) = self.first(i, end).or_else(english) {
            return Some(found);
        }
        let first = numeral(self.reading, self.language, i, end)?;
        if first.tail.is_some() && self.unit(&first, end).is_none() {
            return Some(Candidate { rule: "letters", ..self.single(&first, end) });
        }
        self.half(i, end)
            .or_else(|| self.fraction_in_words(&first, end))
            .or_else(|| is_english.then(|| self.of_whole(&first, end)).flatten())
            .or_else(|| self.ratio(&first, end))
            .or_else(|| self.range(&first, end))
            .or_else(|| Some(self.single(&first, end)))
    }

    fn low(&self, i: usize, end: usize) -> &str {
        if i < end { self.reading.low(i) } else { "" }
    }

    fn single(self, n: &Numeral, end: usize) -> Candidate {
        Candidate {
            tokens: n.tokens.clone(),
            number: n.span,
            value: n.value,
            max: None,
            of: None,
            form: n.form,
            scaled: n.power > 0,
            unit: self.unit(n, end).or_else(|| self.unit_of_row(n, end)),
            rule: if n.form == Form::Words { "words" } else { "digits" },
        }
    }

    fn unit(self, n: &Numeral, end: usize) -> Option<Unit> {
        match n.tail {
            Some(tail) => unit::glued(self.reading, n.tokens.end - 1, tail, end),
            None => unit::after(self.reading, self.after_gloss(n, end), end),
        }
    }

    /// Index after the number and its spelling in brackets: `02 (hai) bộ hồ sơ`.
    fn after_gloss(self, n: &Numeral, end: usize) -> usize {
        let at = n.tokens.end;
        if n.form != Form::Digits || self.low(at, end) != "(" {
            return at;
        }
        let spelt = numeral(self.reading, self.language, at + 1, end);
        let same = spelt.filter(|s| s.form == Form::Words && s.value == n.value && self.low(s.tokens.end, end) == ")");
        same.map_or(at, |s| s.tokens.end + 1)
    }

    /// `gấp đôi`: two times; `hai con số`: ten or more percent.
    fn idiom(self, i: usize, end: usize) -> Option<Candidate> {
        static TWOFOLD: PhraseList = PhraseList::new(&["gấp đôi", "nhân đôi"]);
        static TWO_DIGITS: PhraseList = PhraseList::new(&["hai con số", "2 con số"]);
        let (next, value, unit, kind) = match (self.reading.which(i, &TWOFOLD), self.reading.which(i, &TWO_DIGITS)) {
            (Some((_, next)), _) => (next, 2.0, "lần", UnitKind::Times),
            (_, Some((_, next))) => (next, 10.0, "%", UnitKind::Percent),
            _ => return None,
        };
        let tokens = i..next;
        let number = self.reading.span(tokens.clone());
        let unit = Some(Unit { text: unit.to_owned(), kind, end: next, end_byte: number.end(), per: None });
        let rule = if kind == UnitKind::Times { "double" } else { "two_digits" };
        (next <= end).then_some(Candidate {
            tokens,
            number,
            value,
            max: None,
            of: None,
            form: Form::Words,
            scaled: false,
            unit,
            rule,
        })
    }

    /// `thứ nhất`, `thứ nhì`: only a place in an order is a figure.
    fn first(self, i: usize, end: usize) -> Option<Candidate> {
        let value = match self.low(i, end) {
            "nhất" => 1.0,
            "nhì" => 2.0,
            _ => return None,
        };
        let second = i > 0 && self.reading.low(i - 1) == "thứ";
        second.then(|| Candidate {
            tokens: i..i + 1,
            number: self.reading.span(i..i + 1),
            value,
            max: None,
            of: None,
            form: Form::Words,
            scaled: false,
            unit: None,
            rule: "first",
        })
    }

    /// `một nửa`, `hơn nửa`: a half.
    fn half(self, i: usize, end: usize) -> Option<Candidate> {
        if self.low(i, end) != "một" || self.low(i + 1, end) != "nửa" {
            return None;
        }
        let tokens = i..i + 2;
        let number = self.reading.span(tokens.clone());
        let unit = unit::after(self.reading, i + 2, end);
        Some(Candidate {
            tokens,
            number,
            value: 0.5,
            max: None,
            of: None,
            form: Form::Words,
            scaled: false,
            unit,
            rule: "half",
        })
    }

    /// `một phần ba`: a third.
    fn fraction_in_words(self, n: &Numeral, end: usize) -> Option<Candidate> {
        if n.form != Form::Words || self.low(n.tokens.end, end) != "phần" {
            return None;
        }
        let whole = numeral(self.reading, self.language, n.tokens.end + 1, end)
            .filter(|w| w.form == Form::Words && w.value > n.value && w.power == 0)?;
        let tokens = n.tokens.start..whole.tokens.end;
        let number = self.reading.span(tokens.clone());
        let unit = unit::after(self.reading, tokens.end, end);
        Some(Candidate {
            tokens,
            number,
            value: n.value,
            max: None,
            of: Some(whole.value),
            form: Form::Words,
            scaled: false,
            unit,
            rule: "fraction",
        })
    }

    /// `7/22`
    fn ratio(self, n: &Numeral, end: usize) -> Option<Candidate> {
        let slash = n.tokens.end;
        let glued = |i: usize| self.reading.is_glued(i);
        if n.form != Form::Digits || n.power > 0 || self.low(slash, end) != "/" || !glued(slash) || !glued(slash + 1) {
            return None;
        }
        let whole = numeral(self.reading, self.language, slash + 1, end)
            .filter(|w| w.form == Form::Digits && w.tail.is_none())?;
        if self.reading.kind(slash + 1) != Some(TokenKind::Number) || whole.value == 0.0 {
            return None;
        }
        let tokens = n.tokens.start..whole.tokens.end;
        let number = self.reading.span(tokens.clone());
        Some(Candidate {
            number,
            value: n.value,
            max: None,
            of: Some(whole.value),
            form: Form::Digits,
            scaled: false,
            unit: self.unit(&whole, end),
            rule: "ratio",
            tokens,
        })
    }

    /// `3-5%`, `từ 3 đến 5 triệu`, `800 nghìn đồng đến 1 triệu đồng`.
    fn range(self, low: &Numeral, end: usize) -> Option<Candidate> {
        if low.form == Form::Magnitude {
            return None;
        }
        let unit = self.unit(low, end);
        let after = unit.as_ref().map_or(low.tokens.end, |u| u.end);
        let opens = self.start_with_currency(low.tokens.start);
        let from = opens > 0 && matches!(self.reading.low(opens - 1), "từ" | "from" | "between");
        let mark = self.low(low.tokens.end, end);
        let dash = matches!(mark, "-" | "–" | "—" | "‑");
        let at = if dash || matches!(mark, "đến" | "tới" | "to" | "hoặc") {
            low.tokens.end + 1
        } else if matches!(self.low(after, end), "-" | "–" | "đến" | "tới" | "to" | "and")
            && (from || after == low.tokens.end + 1)
        {
            after + 1
        } else {
            return None;
        };
        let at = if matches!(self.low(at, end), "gần" | "hơn" | "trên" | "khoảng") { at + 1 } else { at };
        let at = self.after_currency(at);
        // `from three to 12 years`
        let mixed = from && self.language == Language::English;
        let high = numeral(self.reading, self.language, at, end)
            .filter(|h| h.form == low.form || mixed && h.form != Form::Magnitude)?;
        let value =
            if low.power == 0 && high.power > 0 && low.value < high.scaled(0).max(1.0) * 1000.0 && unit.is_none() {
                low.scaled(high.power)
            } else {
                low.value
            };
        let high_unit = self.unit(&high, end);
        let same = match (&unit, &high_unit) {
            // `từ 15 năm đến 20 năm tù`
            (Some(a), Some(b)) => a.text == b.text || b.text.strip_prefix(&*a.text).is_some_and(|t| t.starts_with(' ')),
            (Some(_), None) => false,
            (None, _) => true,
        };
        // `$260-285`
        let priced = self.language == Language::English && opens < low.tokens.start;
        let spoken = high_unit.is_some() || high.power > 0 || from || priced && dash;
        let next = high.tokens.end;
        let chained = dash && matches!(self.low(next, end), "-" | "/") && self.reading.is_glued(next);
        if high.value <= value || !same || !spoken || chained {
            return None;
        }
        let tokens = low.tokens.start..next;
        Some(Candidate {
            number: low.span.to(high.span),
            value,
            max: Some(high.value),
            of: None,
            form: low.form,
            scaled: high.power > 0,
            unit: high_unit,
            rule: "range",
            tokens,
        })
    }
}
