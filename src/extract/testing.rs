//! Readings of short texts for tests.

use std::sync::LazyLock;

use crate::ingest::{Article, Segment, SegmentRole};
use crate::lexicon::Lexicon;
use crate::segment::Segmenter;

use super::{Facts, Given, Reading, facts};

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);
static SEGMENTER: LazyLock<Segmenter> = LazyLock::new(Segmenter::built_in);

/// Reads `text` with one body paragraph per line.
pub(crate) fn read(text: &str, check: impl FnOnce(&Reading)) {
    let mut segments = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = crate::base::Span::new(at, at + line.len()).trimmed(text);
        if !span.is_empty() {
            segments.push(Segment { role: SegmentRole::Paragraph, span });
        }
        at += line.len();
    }
    let article = Article { text: text.to_owned(), segments, ..Article::default() };
    check(&Reading::new(&LEXICON, &SEGMENTER, &article));
}

/// All facts of `text`.
pub(crate) fn facts_of(text: &str) -> Facts {
    let mut out = None;
    read(text, |reading| out = Some(facts(reading, &Given::default())));
    out.expect("every text is read")
}

/// All facts of `text`, its lines sorted as those of a page: headings among paragraphs.
pub(crate) fn facts_of_page(text: &str) -> Facts {
    let article = crate::ingest::article(&LEXICON, text.to_owned());
    facts(&Reading::new(&LEXICON, &SEGMENTER, &article), &Given::default())
}

/// Compares what `show` says of the facts of `text`, fact by fact.
#[track_caller]
pub(crate) fn check_facts(text: &str, show: impl FnOnce(&Facts) -> Vec<String>, expected: &[&str]) {
    assert_eq!(show(&facts_of(text)), expected, "{text}");
}

/// Compares the organisations of `text`, each with the number of its mentions.
#[track_caller]
pub(crate) fn check_organisations(text: &str, expected: &str) {
    assert_eq!(organisations_of(text).join("; "), expected, "{text}");
}

/// The same, organisation by organisation.
#[track_caller]
pub(crate) fn check_each_organisation(text: &str, expected: &[&str]) {
    assert_eq!(organisations_of(text), expected, "{text}");
}

/// The organisations of `text`, each with the number of its mentions.
fn organisations_of(text: &str) -> Vec<String> {
    let found = facts_of(text).organisations;
    found.iter().map(|o| format!("{} ×{}", o.name, o.mentions.len())).collect()
}
