//! Phrases of an article that may be terms, weighed by C-value.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::extract::Reading;

use super::stopwords::{StopClass, Stopwords};
use super::units::{lower_into, units};

/// A phrase that may be a term.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Matching form.
    pub term: String,
    /// Weight by which terms are ranked.
    pub weight: f64,
}

/// Longest term, in words.
const MAX_WORDS: usize = 6;

struct Word {
    id: u32,
    class: Option<StopClass>,
    n_units: u32,
}

/// The words of all runs of the article: a run holds no mark, number or stopword.
struct Runs {
    forms: Vec<String>,
    words: Vec<Word>,
    // Ends of the runs, as indices into `words`.
    ends: Vec<usize>,
}

fn stopwords() -> &'static Stopwords {
    static TABLE: OnceLock<Stopwords> = OnceLock::new();
    TABLE.get_or_init(Stopwords::new)
}

fn runs(reading: &Reading) -> Runs {
    let mut out = Runs { forms: Vec::new(), words: Vec::new(), ends: Vec::new() };
    let mut ids: FxHashMap<String, u32> = FxHashMap::default();
    let mut form = String::new();
    for segment in &reading.article.segments {
        let range = reading.tokens_in(segment.span);
        let mut units = units(reading.text, &reading.tokens[range.clone()], range.start).peekable();
        while let Some(unit) = units.next() {
            if unit.broken {
                out.end_run();
            }
            form.clear();
            lower_into(unit.span.of(reading.text), &mut form);
            let mut n_units = 1;
            while let Some(next) = units.next_if(|u| !u.broken && reading.joins.get(u.token) == Some(&true)) {
                form.push(' ');
                lower_into(next.span.of(reading.text), &mut form);
                n_units += 1;
            }
            let class = stopwords().class(&form);
            let letters = form.chars().any(char::is_alphabetic);
            if class == Some(StopClass::Stop) || !letters {
                out.end_run();
                continue;
            }
            let id = *ids.entry(form.clone()).or_insert(out.forms.len() as u32);
            if id as usize == out.forms.len() {
                out.forms.push(form.clone());
            }
            out.words.push(Word { id, class, n_units });
        }
        out.end_run();
    }
    out
}

impl Runs {
    fn end_run(&mut self) {
        if self.ends.last().copied().unwrap_or(0) < self.words.len() {
            self.ends.push(self.words.len());
        }
    }
}

#[derive(Default)]
struct Phrase {
    words: Vec<u32>,
    n_units: u32,
    count: u32,
    // Occurrences inside longer candidates that repeat, and number of those candidates.
    nested: u32,
    holders: u32,
    weak: bool,
}

/// Phrases that may be terms.
pub(super) fn candidates(reading: &Reading) -> Vec<Candidate> {
    let runs = runs(reading);
    let mut index: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut start = 0;
    for &end in &runs.ends {
        for first in start..end {
            if runs.words[first].class == Some(StopClass::Link) {
                continue;
            }
            let mut node = u32::MAX;
            for last in first..end.min(first + MAX_WORDS) {
                let key = (node, runs.words[last].id);
                node = *index.entry(key).or_insert(phrases.len() as u32);
                if node as usize == phrases.len() {
                    let words = runs.words[first..=last].iter().map(|w| w.id).collect();
                    let n_units = runs.words[first..=last].iter().map(|w| w.n_units).sum();
                    let weak = runs.words[first].class.is_some();
                    let ends_badly = runs.words[last].class == Some(StopClass::Link);
                    let n_units = if ends_badly { 0 } else { n_units };
                    phrases.push(Phrase { words, n_units, weak, ..Phrase::default() });
                }
                phrases[node as usize].count += 1;
            }
        }
        start = end;
    }
    nest(&mut phrases, &index);
    phrases.iter().filter(|p| p.n_units > 1 && p.count > 1 && p.nested < p.count).map(|p| p.candidate(&runs)).collect()
}

/// Tells each phrase how often it stands inside longer phrases that repeat.
fn nest(phrases: &mut [Phrase], index: &FxHashMap<(u32, u32), u32>) {
    let find = |words: &[u32]| {
        words.iter().try_fold(u32::MAX, |node, &word| index.get(&(node, word)).copied()).map(|n| n as usize)
    };
    for i in 0..phrases.len() {
        let Phrase { count, ref words, n_units, .. } = phrases[i];
        if count < 2 || n_units == 0 || words.len() < 2 {
            continue;
        }
        for part in [find(&words[1..]), find(&words[..words.len() - 1])].into_iter().flatten() {
            phrases[part].nested = phrases[part].nested.max(count);
            phrases[part].holders += 1;
        }
    }
}

impl Phrase {
    fn candidate(&self, runs: &Runs) -> Candidate {
        let forms: Vec<&str> = self.words.iter().map(|&w| runs.forms[w as usize].as_str()).collect();
        let inside = if self.holders == 0 { 0.0 } else { f64::from(self.nested) / f64::from(self.holders) };
        let weight = libm::log2(f64::from(self.n_units)) * (f64::from(self.count) - inside);
        Candidate { term: forms.join(" "), weight: if self.weak { weight / 2.0 } else { weight } }
    }
}
