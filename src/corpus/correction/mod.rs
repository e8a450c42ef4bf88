//! What the reader says of single facts, put in place of what was read.
//!
//! Applied after extraction, so that every table, comparison and export follows; what was read is kept beside it.

mod add;
mod arrange;
mod fields;
mod place;
mod rename;
mod value;

use sha2::{Digest, Sha256};

use crate::base::Span;
use crate::extract::{Correction, FactKind, Facts, Field, Fields, Verdict};
use crate::ingest::Article;
use crate::text::Utf16Index;

pub use add::required;
pub use fields::{editable, fields};

/// The name of the rule of facts that the reader added.
pub const BY_READER: &str = "given_by_reader";

/// What became of the reader's corrections.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Corrected {
    /// What the reader calls wrong, as it was read.
    pub rejected: Facts,
    /// Facts of `Analysis::facts` that carry the reader's word, by type and index.
    #[serde(with = "crate::base::as_json")]
    pub marks: Vec<Mark>,
    /// Corrections that apply no longer, by their index in `Given::corrections`.
    pub stale: Vec<(usize, Stale)>,
}

/// A fact that carries the reader's word.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Mark {
    /// Its type.
    pub kind: FactKind,
    /// Its index in the list of its type.
    pub index: usize,
    /// Changed, or added.
    pub verdict: Verdict,
    /// The attributes that were changed, as they were read.
    pub was: Fields,
}

/// Why a correction does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Stale {
    /// The text is another one.
    TextChanged,
    /// No fact of the type is read at that place any more.
    NoFact,
}

impl Stale {
    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Self::TextChanged => "text_changed",
            Self::NoFact => "no_fact",
        }
    }
}

impl Corrected {
    /// The reader's word on a fact, by its type and index.
    pub fn mark(&self, kind: FactKind, index: usize) -> Option<&Mark> {
        self.marks.iter().find(|m| m.kind == kind && m.index == index)
    }

    /// What became of the correction with this index: `applied`, or why it applies no longer.
    pub fn status(&self, index: usize) -> &'static str {
        self.stale.iter().find(|(i, _)| *i == index).map_or("applied", |(_, why)| why.code())
    }
}

/// The hash that ties a correction to its text: SHA-256 in hexadecimal.
pub fn text_sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Puts the reader's word in place of what was read.
pub(super) fn correct(article: &Article, facts: &mut Facts, corrections: &[Correction]) -> Corrected {
    if corrections.is_empty() { Corrected::default() } else { apply(article, facts, corrections) }
}

// Apart from the article without corrections, which is the rule: in the browser this is fetched after a first result.
#[inline(never)]
fn apply(article: &Article, facts: &mut Facts, corrections: &[Correction]) -> Corrected {
    let mut out = Corrected::default();
    let (sha256, utf16) = (text_sha256(&article.text), Utf16Index::new(&article.text));
    let mut wrong: Vec<(FactKind, usize)> = Vec::new();
    let mut missed: Vec<(&Correction, Span)> = Vec::new();
    for (i, correction) in corrections.iter().enumerate() {
        let is_of_text = correction.text_sha256.is_empty() || correction.text_sha256 == sha256;
        let Some(span) = place::span(&utf16, &article.text, correction).filter(|_| is_of_text) else {
            out.stale.push((i, Stale::TextChanged));
            continue;
        };
        if correction.action == Verdict::Add {
            missed.push((correction, span));
            continue;
        }
        let Some(index) = place::find(facts, correction.kind, span) else {
            out.stale.push((i, Stale::NoFact));
            continue;
        };
        match correction.action {
            Verdict::Change => change(facts, correction, index, &mut out),
            _ => wrong.push((correction.kind, index)),
        }
    }
    arrange::take_out(facts, &wrong, &mut out);
    for (correction, span) in missed {
        add::add(article, facts, correction, span, &mut out);
    }
    out
}

/// Why a correction cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The text has no such words at that place.
    Place,
    /// An attribute cannot have that value, or the type has no such attribute.
    Value(Field, String),
}

/// Looks whether a correction can be taken for the text.
///
/// # Errors
/// Says what is wrong with it.
pub fn check(text: &str, correction: &Correction) -> Result<(), Refusal> {
    let kind = correction.kind;
    if place::span(&Utf16Index::new(text), text, correction).is_none() {
        return Err(Refusal::Place);
    }
    for (field, value) in &correction.fields.0 {
        if !editable(kind).contains(field) || !value::is_value(kind, *field, value) {
            return Err(Refusal::Value(*field, value.clone()));
        }
    }
    let is_added = correction.action == Verdict::Add;
    match required(kind).iter().find(|field| is_added && correction.fields.get(**field).is_none()) {
        Some(field) => Err(Refusal::Value(*field, String::new())),
        None if is_added && kind == FactKind::Enumeration => Err(Refusal::Place),
        None => Ok(()),
    }
}

/// Sets the attributes of one fact; those that refer to it by its name follow.
fn change(facts: &mut Facts, correction: &Correction, index: usize, out: &mut Corrected) {
    let kind = correction.kind;
    let before = fields(facts, kind, index);
    for (field, text) in &correction.fields.0 {
        fields::set(facts, kind, index, *field, text);
    }
    let after = fields(facts, kind, index);
    let was: Vec<(Field, String)> =
        before.0.iter().filter(|(field, text)| after.get(*field) != Some(text)).cloned().collect();
    if let (Some(old), Some(new)) = (before.get(Field::Name), after.get(Field::Name))
        && old != new
    {
        rename::rename(facts, old, new);
    }
    out.marks.retain(|m| (m.kind, m.index) != (kind, index));
    out.marks.push(Mark { kind, index, verdict: Verdict::Change, was: Fields(was) });
}

#[cfg(test)]
mod tests;
