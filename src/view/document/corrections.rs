//! The reader's word in the document: on the facts it changed, and as a list of its own.

use serde::Serialize;

use crate::corpus::Analysis;
use crate::extract::{Correction, FactKind, Fields, Verdict};

/// A record with the reader's word on it, if there is one.
#[derive(Debug, Serialize)]
pub(super) struct Checked<R> {
    #[serde(flatten)]
    record: R,
    #[serde(skip_serializing_if = "Option::is_none")]
    corrected: Option<CorrectedRecord>,
}

/// What the reader said of a fact.
#[derive(Debug, Serialize)]
struct CorrectedRecord {
    action: Verdict,
    /// The attributes that were changed, as they were read.
    was: Fields,
}

/// The records of the facts of one type, in the order of their list.
pub(super) fn checked<R>(analysis: &Analysis, kind: FactKind, records: impl Iterator<Item = R>) -> Vec<Checked<R>> {
    let word = |index: usize| {
        let mark = analysis.corrected.mark(kind, index)?;
        Some(CorrectedRecord { action: mark.verdict, was: mark.was.clone() })
    };
    records.enumerate().map(|(i, record)| Checked { record, corrected: word(i) }).collect()
}

/// One correction and what became of it.
#[derive(Debug, Serialize)]
pub(super) struct CorrectionRecord<'a> {
    #[serde(flatten)]
    correction: &'a Correction,
    /// `applied`, `text_changed` or `no_fact`.
    status: &'static str,
}

/// Everything that the reader said of the facts of an article.
pub(super) fn corrections(analysis: &Analysis) -> Vec<CorrectionRecord<'_>> {
    let all = analysis.given.corrections.iter().enumerate();
    all.map(|(i, correction)| CorrectionRecord { correction, status: analysis.corrected.status(i) }).collect()
}
