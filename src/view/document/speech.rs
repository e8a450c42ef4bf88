//! Quotes and attributions.

use serde::Serialize;

use crate::extract::{Attribution, Quote};

use super::Locator;

/// One record of `quotes`.
#[derive(Debug, Serialize)]
pub struct QuoteRecord<'a> {
    text: &'a str,
    start: u32,
    end: u32,
    line: u32,
    zone: &'static str,
}

impl<'a> QuoteRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, quote: &'a Quote) -> Self {
        let span = quote.span;
        Self { text: at.text(span), start: at.start(span), end: at.end(span), line: at.line(span), zone: at.zone(span) }
    }
}

/// One record of `attributions`.
#[derive(Debug, Serialize)]
pub struct AttributionRecord<'a> {
    text: &'a str,
    start: u32,
    end: u32,
    line: u32,
    zone: &'static str,
}

impl<'a> AttributionRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, attribution: &'a Attribution) -> Self {
        let span = attribution.span;
        Self { text: at.text(span), start: at.start(span), end: at.end(span), line: at.line(span), zone: at.zone(span) }
    }
}
