//! The word segmenter.

use crate::text::Token;

/// Why a pack of words was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PackError {
    /// It does not begin as a pack does.
    #[error("not a word pack")]
    Magic,
    /// It was made for another version of the program.
    #[error("word pack of version {found}, this build reads {expected}")]
    Version {
        /// Version in the pack.
        found: u16,
        /// Version this build reads.
        expected: u16,
    },
    /// Its checksum does not fit its content.
    #[error("the word pack is damaged")]
    Damaged,
}

/// Joins syllables to words.
#[derive(Debug, Default)]
pub struct Segmenter {}

impl Segmenter {
    /// Takes a word pack as bytes.
    pub fn new(_pack: &[u8]) -> Result<Self, PackError> {
        Ok(Self {})
    }

    /// For each token, whether it belongs to the word that the token before it began.
    pub fn joins(&self, _text: &str, tokens: &[Token]) -> Vec<bool> {
        vec![false; tokens.len()]
    }
}
