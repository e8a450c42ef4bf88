//! Themes, enumerations, targets, terms.

use serde::Serialize;

use crate::extract::{Enumeration, Target, Theme};

use super::Locator;

/// One record of `themes`.
#[derive(Debug, Serialize)]
pub struct ThemeRecord<'a> {
    text: &'a str,
    start: u32,
    end: u32,
    line: u32,
    zone: &'static str,
}

impl<'a> ThemeRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, theme: &'a Theme) -> Self {
        let span = theme.span;
        Self { text: at.text(span), start: at.start(span), end: at.end(span), line: at.line(span), zone: at.zone(span) }
    }
}

/// One record of `enumerations`.
#[derive(Debug, Serialize)]
pub struct EnumerationRecord<'a> {
    text: &'a str,
    start: u32,
    end: u32,
    line: u32,
    zone: &'static str,
}

impl<'a> EnumerationRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, enumeration: &'a Enumeration) -> Self {
        let span = enumeration.span;
        Self { text: at.text(span), start: at.start(span), end: at.end(span), line: at.line(span), zone: at.zone(span) }
    }
}

/// One record of `targets`.
#[derive(Debug, Serialize)]
pub struct TargetRecord<'a> {
    text: &'a str,
    start: u32,
    end: u32,
    line: u32,
    zone: &'static str,
}

impl<'a> TargetRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, target: &'a Target) -> Self {
        let span = target.span;
        Self { text: at.text(span), start: at.start(span), end: at.end(span), line: at.line(span), zone: at.zone(span) }
    }
}
