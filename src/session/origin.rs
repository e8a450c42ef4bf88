//! Where the text of an article came from: the bytes of its file, and how they were read.

use crate::base::Span;
use crate::ingest::{Decoded, Decoding, Encoding, ReadError, decode_as};
use crate::view::EncodingNote;

/// How the text of an article came from its file.
#[derive(Clone, Debug, Default)]
pub(super) struct Origin {
    /// What the reader has to know of the encoding; `None` for plain UTF-8.
    pub(super) note: Option<EncodingNote>,
    /// The bytes, so that they can be read in another encoding; `None` where the text says as much.
    pub(super) bytes: Option<Vec<u8>>,
}

impl Origin {
    /// Of a file that was read so; `is_told`: by the reader.
    pub(super) fn new(decoding: Decoding, is_told: bool, bytes: Vec<u8>) -> Self {
        if !is_told && !decoding.is_notable() {
            return Self::default();
        }
        let Decoding { encoding, confidence, n_lost } = decoding;
        Self { note: Some(EncodingNote { encoding, confidence, n_lost, is_confirmed: is_told }), bytes: Some(bytes) }
    }

    /// Of the parts of the text, in order. Reading keeps the lines, so that the lines of a part are those of the file;
    /// text of two bytes a unit can be read in one way only.
    pub(super) fn parts(&self, text: &str, spans: &[Span]) -> Vec<Self> {
        let wide = self.note.is_some_and(|note| matches!(note.encoding, Encoding::Utf16Le | Encoding::Utf16Be));
        let Some(bytes) = self.bytes.as_ref().filter(|_| !wide) else {
            return spans.iter().map(|_| Self { note: self.note, bytes: None }).collect();
        };
        let lines: Vec<&[u8]> = bytes.split_inclusive(|&b| b == b'\n').collect();
        let (mut at, mut line) = (0, 0);
        let mut line_of = |to: usize| {
            line += text[at..to].bytes().filter(|&b| b == b'\n').count();
            at = to;
            line
        };
        let part = |span: &Span| {
            let (first, last) = (line_of(span.start()), line_of(span.end()));
            let own = lines.get(first..=last.min(lines.len().saturating_sub(1))).map(<[_]>::concat);
            Self { note: self.note, bytes: own }
        };
        spans.iter().map(part).collect()
    }

    /// The text read in an encoding that the reader names; `text` as it is now.
    pub(super) fn read_as(&mut self, text: &str, encoding: Encoding) -> Result<String, ReadError> {
        let bytes = self.bytes.take().unwrap_or_else(|| text.as_bytes().to_vec());
        let read = decode_as(&bytes, encoding);
        self.bytes = Some(bytes);
        let Decoded { text, decoding } = read?;
        let Decoding { encoding, confidence, n_lost } = decoding;
        self.note = Some(EncodingNote { encoding, confidence, n_lost, is_confirmed: true });
        Ok(text)
    }

    /// Takes it that the reader agrees.
    pub(super) fn confirm(&mut self) {
        if let Some(note) = &mut self.note {
            note.is_confirmed = true;
        }
    }

    /// Whether the text is read in this encoding already.
    pub(super) fn is(&self, encoding: Encoding) -> bool {
        self.note.is_some_and(|note| note.encoding == encoding)
    }
}
