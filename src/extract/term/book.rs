//! Phrases and words by number, kept while texts come and go.

use crate::base::Span;
use crate::text::tokens;

use super::counter::{Occurrence, Words};
use super::trie::{Trie, at_node};
use super::units::{Unit, lower_into, units};

/// Words and phrases in matching form, each with a number that stays. A text is read once, as the numbers of its units;
/// whether a phrase stands in it is then found without looking at the text.
#[derive(Clone, Debug, Default)]
pub struct PhraseBook {
    words: Words,
    n_words: u32,
    trie: Trie,
    // By node: the phrase that ends there, +1; 0 for none.
    ends: Vec<u32>,
    n_phrases: u32,
}

/// Set in the number of a unit that something other than white space stands before.
const BROKEN: u32 = 1 << 31;

impl PhraseBook {
    /// Number of a phrase, a new one if need be; they go up from 0.
    pub fn phrase(&mut self, phrase: &str) -> u32 {
        let mut node = 0;
        for word in phrase.split(' ') {
            let word = self.word(word);
            node = self.trie.grow(node, word);
        }
        let end = at_node(&mut self.ends, node);
        if *end == 0 {
            self.n_phrases += 1;
            *end = self.n_phrases;
        }
        *end - 1
    }

    /// Number of a phrase that has one.
    pub fn known(&self, phrase: &str) -> Option<u32> {
        let next = |node, word: &str| self.trie.next(node, self.words.get(word)?);
        let node = phrase.split(' ').try_fold(0, next)?;
        self.ends.get(node as usize)?.checked_sub(1)
    }

    /// Number of a word that has one.
    pub fn word_number(&self, word: &str) -> Option<u32> {
        self.words.get(word)
    }

    /// How many words have a number; they go up from 0.
    pub fn n_words(&self) -> usize {
        self.n_words as usize
    }

    /// How many phrases have a number.
    pub fn n_phrases(&self) -> usize {
        self.n_phrases as usize
    }

    fn word(&mut self, word: &str) -> u32 {
        if let Some(known) = self.words.get(word) {
            return known;
        }
        let number = self.n_words;
        self.words.insert(word, number);
        self.n_words += 1;
        number
    }

    /// Appends the units of a stretch to `out`, as numbers; `at` is told where each begins, in bytes.
    pub fn read(&mut self, text: &str, stretch: Span, out: &mut Vec<u32>, mut at: impl FnMut(usize)) {
        let inside = stretch.of(text);
        let tokens = tokens(inside);
        let mut low = String::new();
        for unit in units(inside, &tokens, 0) {
            low.clear();
            lower_into(unit.span.of(inside), &mut low);
            out.push(self.word(&low) | if unit.broken { BROKEN } else { 0 });
            at(stretch.start() + unit.span.start());
        }
    }

    /// Every place of the stretch where one of the wanted phrases stands, by start, longer ones first.
    pub fn occurrences(&self, text: &str, stretch: Span, wanted: impl Fn(u32) -> bool) -> Vec<Occurrence> {
        let inside = stretch.of(text);
        let tokens = tokens(inside);
        let in_text = |unit: Unit| {
            let span = Span::new(stretch.start() + unit.span.start(), stretch.start() + unit.span.end());
            Unit { span, ..unit }
        };
        let units = units(inside, &tokens, 0).map(in_text);
        self.among(units, |unit, low| lower_into(unit.span.of(text), low), wanted)
    }

    /// The same among units, which `lower` appends to a text in matching form.
    pub fn among(
        &self,
        units: impl Iterator<Item = Unit>,
        lower: impl Fn(&Unit, &mut String),
        wanted: impl Fn(u32) -> bool,
    ) -> Vec<Occurrence> {
        let mut low = String::new();
        let (mut spans, mut numbers): (Vec<Span>, Vec<u32>) = (Vec::new(), Vec::new());
        for unit in units {
            low.clear();
            lower(&unit, &mut low);
            numbers.push(self.words.get(&low).map_or(BROKEN - 1, |word| word) | if unit.broken { BROKEN } else { 0 });
            spans.push(unit.span);
        }
        let mut out = Vec::new();
        self.places(&numbers, 0, wanted, &mut out);
        for occurrence in &mut out {
            let (first, last) = (occurrence.span.start(), occurrence.span.end() - 1);
            occurrence.span = spans[first].to(spans[last]);
        }
        out
    }

    /// Appends the same of units that were read, from the unit `from` on: the span of a place is that of its units, by their
    /// index.
    pub fn places(&self, units: &[u32], from: usize, wanted: impl Fn(u32) -> bool, out: &mut Vec<Occurrence>) {
        let mut reached = from;
        for first in from..units.len() {
            let n_before = out.len();
            self.begin_at(units, first, |n, term| {
                if wanted(term) {
                    out.push(Occurrence { term, span: Span::new(first, first + n), maximal: false });
                }
            });
            out[n_before..].reverse();
            for occurrence in &mut out[n_before..] {
                occurrence.maximal = occurrence.span.end() > reached;
                reached = reached.max(occurrence.span.end());
            }
        }
    }

    /// Tells of every phrase that begins at a unit: units it is long, and its number; shorter ones first.
    pub fn begin_at(&self, units: &[u32], first: usize, mut found: impl FnMut(usize, u32)) {
        let mut node = 0;
        for (i, &unit) in units[first..].iter().enumerate() {
            if unit & BROKEN != 0 && i > 0 {
                return;
            }
            let Some(next) = self.trie.next(node, unit & !BROKEN) else { return };
            node = next;
            if let Some(phrase) = self.ends.get(node as usize).and_then(|end| end.checked_sub(1)) {
                found(i + 1, phrase);
            }
        }
    }

    /// Prepares to look for these phrases alone.
    pub fn finder<'a>(&self, phrases: impl IntoIterator<Item = &'a str>) -> PhraseFinder {
        let mut out = PhraseFinder::default();
        for (at, phrase) in phrases.into_iter().enumerate() {
            // A word without a number stands in no text that was read.
            let Some(words) = phrase.split(' ').map(|word| self.words.get(word)).collect::<Option<Vec<u32>>>() else {
                continue;
            };
            let node = words.into_iter().fold(0, |node, word| out.trie.grow(node, word));
            at_node(&mut out.ends, node).get_or_insert(at as u32);
        }
        out
    }
}

/// A few phrases of a [`PhraseBook`], to be found in what was read with it.
#[derive(Clone, Debug, Default)]
pub struct PhraseFinder {
    trie: Trie,
    // By node: the phrase that ends there.
    ends: Vec<Option<u32>>,
}

impl PhraseFinder {
    /// Tells of every place of a phrase in what was read: its first unit, how many they are, and its place in the list of
    /// phrases (of a phrase given twice the first); by first unit, shorter ones first.
    pub fn find(&self, units: &[u32], mut found: impl FnMut(usize, usize, u32)) {
        self.look(units, |first, n_units, at| {
            found(first, n_units, at);
            true
        });
    }

    /// Tells of every place as long as `found` wants more.
    fn look(&self, units: &[u32], mut found: impl FnMut(usize, usize, u32) -> bool) {
        for (first, unit) in units.iter().enumerate() {
            let mut at = self.trie.next(0, unit & !BROKEN);
            let mut next = first + 1;
            while let Some(node) = at {
                let end = self.ends.get(node as usize).copied().flatten();
                if end.is_some_and(|phrase| !found(first, next - first, phrase)) {
                    return;
                }
                let Some(unit) = units.get(next).filter(|&unit| unit & BROKEN == 0) else { break };
                at = self.trie.next(node, *unit);
                next += 1;
            }
        }
    }

    /// Whether one of the phrases stands in what was read.
    pub fn is_in(&self, units: &[u32]) -> bool {
        let mut is_found = false;
        self.look(units, |_, _, _| {
            is_found = true;
            false
        });
        is_found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Arrange;

    const TERMS: [&str; 6] =
        ["nước sạch", "nước sạch nông thôn", "nông thôn", "covid-19", "kinh tế - xã hội", "sạch nông"];
    const TEXTS: [&str; 5] = [
        "Nước sạch nông thôn, nước\u{a0}sạch; NÔNG THÔN",
        "Nước, sạch. COVID-19 và kinh tế - xã hội nông thôn mới",
        "kinh tế -xã hội; covid -19; (nước sạch)",
        "",
        "nước sạch nước sạch nông",
    ];

    /// Every term that some units make up, by trying all stretches of units: where it begins and which it is.
    fn tried(text: &str) -> Vec<(usize, u32)> {
        let tokens = tokens(text);
        let units: Vec<_> = units(text, &tokens, 0).collect();
        let mut out = Vec::new();
        for first in 0..units.len() {
            for end in first + 1..=units.len() {
                let is_broken = units[first + 1..end].iter().any(|unit| unit.broken);
                let words: Vec<String> = units[first..end].iter().map(|u| u.span.of(text).to_lowercase()).collect();
                let term = TERMS.iter().position(|term| !is_broken && *term == words.join(" "));
                out.extend(term.map(|term| (units[first].span.start(), term as u32)));
            }
        }
        out.arrange();
        out
    }

    #[test]
    fn finds_what_trying_every_stretch_finds() {
        let mut book = PhraseBook::default();
        let numbers = TERMS.map(|term| book.phrase(term));
        assert_eq!(TERMS.map(|term| book.phrase(term)), numbers);
        assert_eq!(TERMS.map(|term| book.known(term)), numbers.map(Some));
        assert_eq!(["nước", "sạch", "từ lạ", ""].map(|none| book.known(none)), [None; 4]);
        let mut n = 0;
        for text in TEXTS {
            let whole = Span::new(0, text.len());
            let expected = tried(text);
            n += expected.len();
            let mut found: Vec<_> =
                book.occurrences(text, whole, |_| true).iter().map(|o| (o.span.start(), o.term)).collect();
            found.arrange();
            assert_eq!(found, expected, "{text}");
            let (mut units, mut starts) = (Vec::new(), Vec::new());
            book.read(text, whole, &mut units, |at| starts.push(at));
            let mut places = Vec::new();
            book.places(&units, 0, |_| true, &mut places);
            let mut found: Vec<_> = places.iter().map(|o| (starts[o.span.start()], o.term)).collect();
            found.arrange();
            assert_eq!(found, expected, "{text}");
            let finder = book.finder(TERMS);
            let mut found = Vec::new();
            finder.find(&units, |first, _, term| found.push((starts[first], term)));
            found.arrange();
            assert_eq!(found, expected, "{text}");
            assert_eq!(finder.is_in(&units), !expected.is_empty());
        }
        assert!(n > 10, "{n}");
    }

    #[test]
    fn finds_only_what_is_wanted_and_knows_no_word_twice() {
        let mut book = PhraseBook::default();
        let (long, short) = (book.phrase("nước sạch nông thôn"), book.phrase("nước sạch"));
        let text = "nước sạch nông thôn";
        let found = book.occurrences(text, Span::new(0, text.len()), |phrase| phrase == short);
        assert_eq!(found.iter().map(|o| o.term).collect::<Vec<_>>(), [short]);
        assert_eq!((long, short, book.n_phrases()), (0, 1, 2));
        let finder = book.finder(["từ lạ", "nước sạch", "nước sạch"]);
        let mut units = Vec::new();
        book.read(text, Span::new(0, text.len()), &mut units, |_| {});
        let mut found = Vec::new();
        finder.find(&units, |first, n_units, at| found.push((first, n_units, at)));
        assert_eq!(found, [(0, 2, 1)]);
    }
}
