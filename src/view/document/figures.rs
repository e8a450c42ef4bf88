//! Figures.

use serde::Serialize;

use crate::extract::Figure;

use super::Locator;

/// One record of `figures`.
#[derive(Debug, Serialize)]
pub struct FigureRecord<'a> {
    text: &'a str,
    start: u32,
    end: u32,
    line: u32,
    zone: &'static str,
}

impl<'a> FigureRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, figure: &'a Figure) -> Self {
        let span = figure.span;
        Self { text: at.text(span), start: at.start(span), end: at.end(span), line: at.line(span), zone: at.zone(span) }
    }
}
