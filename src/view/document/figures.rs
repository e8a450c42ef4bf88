//! Figures.

use serde::{Serialize, Serializer};

use crate::extract::{Confidence, Figure, FigureKind};
use crate::lexicon::Limit;

use super::Locator;

/// One record of `figures`.
#[derive(Debug, Serialize)]
pub struct FigureRecord<'a> {
    text: &'a str,
    start: u32,
    end: u32,
    line: u32,
    number_text: &'a str,
    number_start: u32,
    number_end: u32,
    value: Value,
    value_max: Option<Value>,
    unit: Option<&'a str>,
    qualifier: Option<&'a str>,
    bound: Limit,
    kind: FigureKind,
    role: &'static str,
    indicator: Option<&'a str>,
    period: Option<PeriodRecord<'a>>,
    change: Option<ChangeRecord<'a>>,
    rank: Option<RankRecord>,
    ratio: Option<RatioRecord>,
    per: Option<PerRecord<'a>>,
    modality: Option<&'static str>,
    vague: bool,
    group: Option<u32>,
    rule: &'static str,
    confidence: Confidence,
    zone: &'static str,
}

/// A number, printed without `.0` where it is whole.
#[derive(Clone, Copy, Debug)]
struct Value(f64);

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let whole = self.0.fract() == 0.0 && self.0.abs() < 1e15;
        if whole { to.serialize_i64(self.0 as i64) } else { to.serialize_f64(self.0) }
    }
}

#[derive(Debug, Serialize)]
struct PeriodRecord<'a> {
    text: Option<&'a str>,
    value: &'a str,
    source: &'static str,
}

#[derive(Debug, Serialize)]
struct ChangeRecord<'a> {
    direction: &'static str,
    amount: Value,
    unit: Option<&'a str>,
    baseline: Option<&'a str>,
    baseline_iso: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct RankRecord {
    position: Option<Value>,
    position_max: Option<Value>,
    out_of: Option<Value>,
}

#[derive(Debug, Serialize)]
struct RatioRecord {
    part: Value,
    whole: Value,
}

#[derive(Debug, Serialize)]
struct PerRecord<'a> {
    value: Value,
    unit: &'a str,
}

impl<'a> FigureRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, figure: &'a Figure) -> Self {
        let (span, number) = (figure.span, figure.number);
        Self {
            text: at.text(span),
            start: at.start(span),
            end: at.end(span),
            line: at.line(span),
            number_text: at.text(number),
            number_start: at.start(number),
            number_end: at.end(number),
            value: Value(figure.value),
            value_max: figure.value_max.map(Value),
            unit: figure.unit.as_deref(),
            qualifier: figure.qualifier.map(|span| at.text(span)),
            bound: figure.bound,
            kind: figure.kind,
            role: figure.role,
            indicator: figure.indicator.as_deref(),
            period: figure.period.as_ref().map(|p| PeriodRecord {
                text: p.span.map(|span| at.text(span)),
                value: &p.value,
                source: p.source,
            }),
            change: figure.change.as_ref().map(|c| ChangeRecord {
                direction: if c.up { "up" } else { "down" },
                amount: Value(c.amount),
                unit: c.unit.as_deref(),
                baseline: c.baseline.map(|span| at.text(span)),
                baseline_iso: c.baseline_iso.as_deref(),
            }),
            rank: figure.rank.map(|r| RankRecord {
                position: r.position.map(Value),
                position_max: r.position_max.map(Value),
                out_of: r.out_of.map(Value),
            }),
            ratio: figure.ratio.map(|(part, whole)| RatioRecord { part: Value(part), whole: Value(whole) }),
            per: figure.per.as_ref().map(|p| PerRecord { value: Value(p.value), unit: &p.unit }),
            modality: figure.is_target.then_some("target"),
            vague: figure.is_vague,
            group: figure.group,
            rule: figure.rule,
            confidence: figure.confidence,
            zone: at.zone(span),
        }
    }
}
