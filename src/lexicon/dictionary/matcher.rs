//! Finds the phrases of the dictionary among tokens, in time linear in the tokens.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Mark;
use super::phrase::MAX_TOKENS;
use crate::text::{Token, tokens};

/// One place where a phrase stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What was said of it.
    pub mark: Mark,
    /// Index of its entry, in the order of [`super::Dictionary::entries`].
    pub entry: usize,
}

/// A trie over folded tokens; a token that touches the one before it is another step than one behind a blank.
#[derive(Clone, Debug, Default)]
pub(super) struct Matcher {
    words: FxHashMap<Box<str>, u32>,
    // (node, word, touches) → node; node 0 is the root.
    nodes: FxHashMap<(u32, u32, bool), u32>,
    // By node: index of the entry that ends there, and what was said of it.
    ends: Vec<Option<(u32, Mark)>>,
}

impl Matcher {
    /// Takes folded phrases.
    pub(super) fn new<'e>(entries: impl Iterator<Item = (&'e str, Mark)>) -> Self {
        let mut out = Self { ends: vec![None], ..Self::default() };
        for (entry, (key, mark)) in (0..).zip(entries) {
            let (mut node, mut end) = (0, usize::MAX);
            for token in tokens(key) {
                let n_words = out.words.len() as u32;
                let word = *out.words.entry(token.span.of(key).into()).or_insert(n_words);
                let n_nodes = out.ends.len() as u32;
                node = *out.nodes.entry((node, word, token.span.start() == end)).or_insert(n_nodes);
                if node == n_nodes {
                    out.ends.push(None);
                }
                end = token.span.end();
            }
            out.ends[node as usize] = Some((entry, mark));
        }
        out
    }

    /// Every place where a phrase stands, by start, longer ones first.
    pub(super) fn all<'a>(&self, text: &str, tokens: &[Token], low: impl Fn(usize) -> &'a str) -> Vec<Found> {
        let mut out = Vec::new();
        if self.words.is_empty() {
            return out;
        }
        let words: Vec<Option<u32>> = (0..tokens.len()).map(|i| self.words.get(low(i)).copied()).collect();
        for first in 0..tokens.len() {
            let from = out.len();
            let mut node = 0;
            for i in first..tokens.len().min(first + MAX_TOKENS) {
                let Some(word) = words[i] else { break };
                let touches = i > first && tokens[i - 1].span.end() == tokens[i].span.start();
                if i > first && text[tokens[i - 1].span.end()..tokens[i].span.start()].contains('\n') {
                    break;
                }
                let Some(&next) = self.nodes.get(&(node, word, touches)) else { break };
                node = next;
                if let Some((entry, mark)) = self.ends[node as usize] {
                    out.push(Found { tokens: first..i + 1, mark, entry: entry as usize });
                }
            }
            out[from..].reverse();
        }
        out
    }
}
