//! Short forms that the text gives right after the name of an instrument: `Chỉ số xanh cấp tỉnh (PGI)`.

use rustc_hash::FxHashMap;

use crate::extract::Reading;
use crate::extract::name::is_short_form;

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

    /// The key of the name that the word is short for.
    pub(crate) fn long(&self, word: &str) -> Option<&str> {
        self.long.get(word).map(|(key, _)| key.as_str())
    }

    /// A short form that stands at `i`.
    pub(crate) fn hit(&self, r: &Reading, i: usize) -> Option<Hit> {
        let (_, category) = self.long.get(r.raw(i))?;
        Some(Hit::new(i..i + 1, category, "short form given after the name"))
    }
}
