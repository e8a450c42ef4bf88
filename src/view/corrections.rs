//! What the reader said of facts: as a list to look through, and as a file to keep and to read back.

use serde::{Deserialize, Serialize};

use crate::extract::Correction;

use super::Entry;

/// One correction in the list of an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CorrectionRow {
    /// What was said.
    pub correction: Correction,
    /// `applied`; `text_changed` or `no_fact` where it applies no longer.
    pub status: String,
}

/// What the reader said of the facts of an article, in the order in which it was said.
pub fn corrections(entry: &Entry) -> Vec<CorrectionRow> {
    let row = |(i, correction): (usize, &Correction)| CorrectionRow {
        correction: correction.clone(),
        status: entry.analysis.corrected.status(i).to_owned(),
    };
    entry.analysis.given.corrections.iter().enumerate().map(row).collect()
}

/// All corrections of all articles as one JSON list, one correction a line.
pub fn corrections_json(entries: &[Entry]) -> String {
    let of_entry = |entry: &Entry| {
        let source = entry.name.to_owned();
        let named = move |c: &Correction| Correction { source: source.clone(), ..c.clone() };
        entry.analysis.given.corrections.iter().map(named).collect::<Vec<_>>()
    };
    let lines: Vec<String> = entries
        .iter()
        .flat_map(of_entry)
        .map(|c| serde_json::to_string(&c).expect("corrections hold strings and numbers only"))
        .collect();
    if lines.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", lines.join(",\n")) }
}
