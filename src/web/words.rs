//! The word segmenter alone for JavaScript, in a small module of its own.

use wasm_bindgen::prelude::*;

use crate::segment::Segmenter;

/// The word segmenter alone, without articles. Text goes in and out as UTF-8 bytes: strings would cost more than the work.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Words {
    segmenter: Segmenter,
}

#[wasm_bindgen]
impl Words {
    /// `pack` is the content of `data/words.pack`.
    ///
    /// # Errors
    /// When it is damaged or made for another build.
    #[wasm_bindgen(constructor)]
    pub fn new(pack: &[u8]) -> Result<Words, JsError> {
        Ok(Self { segmenter: Segmenter::new(pack)? })
    }

    /// The text with blanks between words and `_` between the syllables of a word, line by line. What is not UTF-8 is
    /// replaced.
    pub fn segment(&self, text: &[u8]) -> Vec<u8> {
        match str::from_utf8(text) {
            Ok(text) => self.segmenter.segmented_bytes(text),
            Err(_) => self.segmenter.segmented_bytes(&String::from_utf8_lossy(text)),
        }
    }
}
