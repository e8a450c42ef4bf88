//! One numeral at a place of the text: digits or words, with the multiplier words after them.

use std::ops::Range;

use crate::base::Span;
use crate::text::TokenKind;

use super::super::Reading;
use super::digits::decimal;
use super::words::{multiplier, small_number};

/// Whose notation of numbers an article follows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::extract) enum Language {
    /// `1.234,5`
    Vietnamese,
    /// `1,234.5`
    English,
}

/// How a numeral is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::extract) enum Form {
    /// `67.300`, `1,5 triệu`
    Digits,
    /// `hai mươi`, `ba triệu`
    Words,
    /// A multiplier alone, as in `hàng tỷ`, `vài chục nghìn`.
    Magnitude,
}

/// A numeral and its value.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::extract) struct Numeral {
    /// Tokens that it takes, the last perhaps only in part.
    pub tokens: Range<usize>,
    /// From its first digit to the end of its last multiplier.
    pub span: Span,
    /// Its value.
    pub value: f64,
    /// Power of ten of its multiplier words; 0 if it has none.
    pub power: i32,
    /// How it is written.
    pub form: Form,
    /// Letters glued to the digits, the unit: `km` in `12km`.
    pub tail: Option<Span>,
    // The digits before the multipliers, so that a range can share them.
    mantissa: String,
}

impl Numeral {
    /// The value it would have with multipliers of this power.
    pub(in crate::extract) fn scaled(&self, power: i32) -> f64 {
        value(&self.mantissa, power)
    }
}

fn value(mantissa: &str, power: i32) -> f64 {
    format!("{mantissa}e{power}").parse().unwrap_or(0.0)
}

/// The numeral at token `i`, not reaching past `end`.
pub(in crate::extract) fn numeral(reading: &Reading, language: Language, i: usize, end: usize) -> Option<Numeral> {
    numeral_below(reading, language, i, end, i32::MAX)
}

/// The numeral at `i` if its multipliers stay below this power of ten; the limit keeps the recursion short.
fn numeral_below(reading: &Reading, language: Language, i: usize, end: usize, limit: i32) -> Option<Numeral> {
    if i >= end {
        return None;
    }
    let (next, mantissa, form, tail) = head(reading, language, i, end)?;
    let mut out = Numeral { tokens: i..next, span: reading.span(i..next), value: 0.0, power: 0, form, tail, mantissa };
    if let Some(tail) = tail {
        out.span = Span::new(out.span.start(), tail.start());
        out.power = tail_power(tail.of(reading.text)).unwrap_or(0);
        if out.power > 0 {
            out.span = Span::new(out.span.start(), tail.end());
            out.tail = None;
        }
    } else {
        multiply(reading, &mut out, end);
    }
    out.value = value(&out.mantissa, out.power);
    if out.power >= limit {
        return None;
    }
    if out.tail.is_none() {
        add_lower_part(reading, language, &mut out, end);
        add_half(reading, &mut out, end);
    }
    Some(out)
}

/// Takes the multiplier words after the digits: `nghìn tỷ` is 10¹².
fn multiply(reading: &Reading, out: &mut Numeral, end: usize) {
    while let Some(power) = multiplier(reading, out.tokens.end, end) {
        if out.power + power > 18 || (out.power > 0 && power < 2) {
            break;
        }
        out.power += power;
        out.tokens.end += 1;
    }
    out.span = reading.span(out.tokens.clone());
}

/// `1 tỷ 200 triệu`: the lower part after a multiplied one.
fn add_lower_part(reading: &Reading, language: Language, out: &mut Numeral, end: usize) {
    if out.power < 3 || out.form == Form::Magnitude {
        return;
    }
    let Some(lower) = numeral_below(reading, language, out.tokens.end, end, out.power) else { return };
    if lower.power == 0 || lower.form != out.form || lower.tail.is_some() {
        return;
    }
    out.value += lower.value;
    out.tokens.end = lower.tokens.end;
    out.span = reading.span(out.tokens.clone());
}

/// `2 triệu rưỡi`: half of the multiplier more.
fn add_half(reading: &Reading, out: &mut Numeral, end: usize) {
    if out.power > 0 && out.tokens.end < end && reading.low(out.tokens.end) == "rưỡi" {
        out.value += value("0.5", out.power);
        out.tokens.end += 1;
        out.span = reading.span(out.tokens.clone());
    }
}

type Head = (usize, String, Form, Option<Span>);

fn head(reading: &Reading, language: Language, i: usize, end: usize) -> Option<Head> {
    let raw = reading.raw(i);
    match reading.kind(i)? {
        TokenKind::Number => Some((i + 1, decimal(raw, language)?, Form::Digits, None)),
        TokenKind::Word if raw.starts_with(|c: char| c.is_ascii_digit()) => {
            let at = raw.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))?;
            let span = reading.tokens[i].span;
            Some((i + 1, decimal(&raw[..at], language)?, Form::Digits, Some(Span::new(span.start() + at, span.end()))))
        }
        TokenKind::Word => {
            if let Some((next, n)) = small_number(reading, i, end) {
                return Some((next, n.to_string(), Form::Words, None));
            }
            multiplier(reading, i, end)?;
            Some((i, "1".to_owned(), Form::Magnitude, None))
        }
        _ => None,
    }
}

/// `5tr`, `2tỷ`, `50k`, `500mil`: multipliers glued to digits.
fn tail_power(tail: &str) -> Option<i32> {
    match tail {
        "tr" | "triệu" | "mil" | "mln" | "million" => Some(6),
        "tỷ" | "tỉ" | "billion" => Some(9),
        "k" | "nghìn" | "ngàn" => Some(3),
        _ => None,
    }
}
