//! What is done with arbitrary bytes, and what must hold whatever they are. One function per target; each panics where a
//! law is broken.

mod formats;
mod requests;

use std::sync::LazyLock;

use langkinh::base::Span;
use langkinh::corpus::Engine;
use langkinh::extract::Given;
use langkinh::ingest::{self, Encoding};
use langkinh::lexicon::Dictionary;
use langkinh::segment::Segmenter;
use langkinh::text::{self, Utf16Index};
use langkinh::view::{Entry, document};
use unicode_normalization::UnicodeNormalization;

pub use formats::{archive, feed, html, json, markdown, mhtml, office, pdf, rtf, table};
pub use requests::session;

/// A target by name.
pub const TARGETS: [(&str, fn(&[u8])); 16] = [
    ("decode", decode),
    ("tokens", tokens),
    ("segment", segment),
    ("analyse", analyse),
    ("session", session),
    ("dictionary", dictionary),
    ("html", html),
    ("mhtml", mhtml),
    ("feed", feed),
    ("table", table),
    ("json", json),
    ("markdown", markdown),
    ("archive", archive),
    ("office", office),
    ("rtf", rtf),
    ("pdf", pdf),
];

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::built_in(nfc));
static SEGMENTER: LazyLock<Segmenter> = LazyLock::new(Segmenter::built_in);

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// The bytes as text, wrong ones replaced.
fn text_of(data: &[u8]) -> String {
    String::from_utf8_lossy(data).into_owned()
}

/// Bytes to text in every encoding, to classed lines, to the articles of a paste.
pub fn decode(data: &[u8]) {
    for encoding in Encoding::ALL {
        if let Ok(decoded) = ingest::decode_as(data, encoding) {
            assert_eq!(decoded.decoding.encoding, encoding);
        }
    }
    let Ok(decoded) = ingest::decode(data) else { return };
    let line_ends = |bytes: &[u8]| bytes.iter().filter(|&&b| b == b'\n').count();
    let is_wide = matches!(decoded.decoding.encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    assert!(is_wide || line_ends(data) == line_ends(decoded.text.as_bytes()), "reading keeps the lines");
    let mut end = 0;
    for part in ingest::split(&ENGINE.lexicon().page, &decoded.text) {
        assert!(part.start() >= end && !part.of(&decoded.text).trim().is_empty());
        end = part.end();
    }
    let article = ingest::article(ENGINE.lexicon(), ENGINE.composed(&decoded.text));
    let mut covered = vec![0u8; article.text.len()];
    let aside = article.set_aside.iter().filter(|aside| !aside.sub).map(|aside| aside.span);
    for span in article.segments.iter().map(|segment| segment.span).chain(aside) {
        covered[span.start()..span.end()].iter_mut().for_each(|n| *n += 1);
    }
    for (at, c) in article.text.char_indices() {
        let is_covered = covered[at] == 1 || covered[at] == 0 && !c.is_alphanumeric();
        assert!(is_covered, "{c:?} at {at} is covered {} times", covered[at]);
    }
}

/// Tokens and gaps rebuild the text, sentences lie in order, offsets are those of UTF-16.
pub fn tokens(data: &[u8]) {
    let text = text_of(data);
    let index = Utf16Index::new(&text);
    let mut rebuilt = String::new();
    let mut end = 0;
    for token in text::tokens(&text) {
        let gap = &text[end..token.span.start()];
        assert!(gap.chars().all(char::is_whitespace) && !token.span.is_empty());
        rebuilt.push_str(gap);
        rebuilt.push_str(token.span.of(&text));
        let units = token.span.of(&text).encode_utf16().count() as u32;
        assert_eq!(index.offset(&text, token.span.start()) + units, index.offset(&text, token.span.end()));
        end = token.span.end();
    }
    rebuilt.push_str(&text[end..]);
    assert_eq!(rebuilt, text);
    let mut end = 0;
    for sentence in text::sentences(&text, Span::new(0, text.len())) {
        assert!(sentence.start() >= end && text[end..sentence.start()].trim().is_empty());
        end = sentence.end();
    }
    assert!(text[end..].trim().is_empty(), "no letter is outside a sentence");
    assert_eq!(text::fold(&text::fold(&text)), text::fold(&text));
}

/// Words are joined without a change of letters.
pub fn segment(data: &[u8]) {
    let text = text_of(data);
    let solid = |s: &str| s.chars().filter(|c| !c.is_whitespace() && *c != '_').collect::<String>();
    assert_eq!(solid(&SEGMENTER.segmented(&text)), solid(&text));
}

/// Everything that is read from an article, printed and read back: each text stands where it says.
pub fn analyse(data: &[u8]) {
    let analysis = ENGINE.analyse(&text_of(data), &Given::default());
    let entries =
        [Entry { key: "a", name: "a", sha256: "", edited: false, encoding: None, analysis: &analysis, stamp: 0 }];
    let printed = document::json(&ENGINE.lexicon().term_words, &entries, Default::default());
    let document: serde_json::Value = serde_json::from_str(&printed).expect("the document is JSON");
    let units: Vec<u16> = analysis.article.text.encode_utf16().collect();
    check_places(&document["articles"], &units);
}

/// In every object that has `text`, `start` and `end`, the text stands there.
fn check_places(value: &serde_json::Value, units: &[u16]) {
    if let Some(items) = value.as_array() {
        return items.iter().for_each(|item| check_places(item, units));
    }
    let Some(fields) = value.as_object() else { return };
    let number = |name: &str| fields.get(name).and_then(serde_json::Value::as_u64).map(|n| n as usize);
    let text = fields.get("text").and_then(|text| text.as_str());
    if let (Some(text), Some(start), Some(end)) = (text, number("start"), number("end")) {
        assert_eq!(units.get(start..end).map(String::from_utf16_lossy).as_deref(), Some(text));
    }
    fields.values().for_each(|field| check_places(field, units));
}

/// A word list of the reader: what was taken in is written and read back the same.
pub fn dictionary(data: &[u8]) {
    let mut read = Dictionary::default();
    read.read(&text_of(data));
    let list = read.list();
    let mut again = Dictionary::default();
    let bad = again.read(&list);
    assert!(bad.is_empty(), "{bad:?} in {list:?}");
    assert_eq!(again.list(), list);
}
