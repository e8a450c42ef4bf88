//! Names met again: short forms given right after a name (`Chỉ số xanh cấp tỉnh (PGI)`), and apps without the word for what they are.

use rustc_hash::FxHashMap;

use crate::extract::Reading;
use crate::extract::name::is_short_form;
use crate::text::fold;

use super::hit::Hit;

/// Short forms with the name that each stands for.
#[derive(Debug, Default)]
pub(crate) struct ShortForms {
    long: FxHashMap<String, (String, &'static str)>,
}

impl ShortForms {
    /// The short forms in brackets after these hits; `key` gives the key of a name.
    pub(crate) fn new(r: &Reading, hits: &[Hit], key: impl Fn(&Hit) -> String) -> Self {
        let mut long = FxHashMap::default();
        for hit in hits {
            let at = hit.tokens.end;
            if r.raw(at) != "(" || r.raw(at + 2) != ")" || !is_short_form(r.raw(at + 1)) || hit.tokens.len() < 3 {
                continue;
            }
            // Of an app only the name is taken; what stands in brackets may be its maker.
            if hit.category != "app" {
                long.entry(r.raw(at + 1).to_owned()).or_insert_with(|| (key(hit), hit.category));
            }
        }
        Self { long }
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.long.is_empty()
    }

    /// The key of the name that the words are short for: the short form, or the word that the name begins with and the short
    /// form, as `chương trình OCOP`.
    pub(crate) fn long(&self, written: &str) -> Option<&str> {
        let (head, word) = written.rsplit_once(' ').unwrap_or(("", written));
        let (key, _) = self.long.get(word)?;
        let begins = key.strip_prefix(&fold(head)).is_some_and(|rest| head.is_empty() || rest.starts_with(' '));
        begins.then_some(key)
    }

    /// A short form that stands at `i`.
    pub(crate) fn hit(&self, r: &Reading, i: usize) -> Option<Hit> {
        let (_, category) = self.long.get(r.raw(i))?;
        Some(Hit::new(i..i + 1, category, "short form given after the name"))
    }
}

/// Names of digital systems that stood after a word for what they are, by their first word.
#[derive(Debug, Default)]
pub(crate) struct OwnNames {
    by_first: FxHashMap<String, Vec<(Vec<String>, &'static str)>>,
}

impl OwnNames {
    /// The names among these hits.
    pub(crate) fn new(r: &Reading, hits: &[Hit]) -> Self {
        let mut by_first: FxHashMap<String, Vec<(Vec<String>, &'static str)>> = FxHashMap::default();
        for hit in hits.iter().filter(|h| matches!(h.rule, super::digital::FOREIGN | "app by name")) {
            let words: Vec<String> = hit.tokens.clone().map(|k| r.raw(k).to_owned()).collect();
            let names = by_first.entry(r.raw(hit.tokens.start).to_owned()).or_default();
            if !names.iter().any(|(known, _)| *known == words) {
                names.push((words, hit.category));
            }
        }
        Self { by_first }
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.by_first.is_empty()
    }

    /// The longest of them that stands at `i`; one of a single word only where `free`.
    pub(crate) fn hit(&self, r: &Reading, i: usize, free: bool) -> Option<Hit> {
        let names = self.by_first.get(r.raw(i))?;
        let stands = |words: &[String]| words.iter().enumerate().all(|(k, word)| r.raw(i + k) == word);
        let (words, category) = names
            .iter()
            .filter(|(words, _)| (free || words.len() > 1) && stands(words))
            .max_by_key(|(words, _)| words.len())?;
        Some(Hit::new(i..i + words.len(), category, "named before"))
    }
}
