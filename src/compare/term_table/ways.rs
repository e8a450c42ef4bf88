//! The ways to write each phrase, kept from one comparison to the next.

use rustc_hash::FxHashMap;

use super::short_forms::ShortForms;

/// What was found of phrases with the short forms as they are.
#[derive(Debug, Default)]
pub(in crate::compare) struct Ways {
    /// The short forms that all of it rests on.
    pub(super) forms: ShortForms,
    /// Of phrases with a short form in them: written out, and the number of its folded form.
    pub(super) written: FxHashMap<u32, (Box<str>, u32)>,
    /// The other ways to write a phrase.
    pub(super) of: FxHashMap<u32, Way>,
    // By phrase: how the short forms concern it, as far as that was asked.
    concerns: Vec<Option<Concern>>,
}

/// How the short forms concern a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Concern {
    /// It is counted by itself: a mere short form, or what the reader wants apart.
    Apart,
    /// A word of it is a short form.
    HasShort,
    /// A long form stands in it.
    HasLong,
    /// Not at all.
    None,
}

/// The other ways to write a phrase.
#[derive(Debug)]
pub(super) struct Way {
    /// Phrases, by number.
    pub longer: Box<[u32]>,
    /// Bare short forms.
    pub shorts: Vec<String>,
    // Letters and digits of the phrase as it is written out.
    letters: Box<str>,
}

/// Changes of short forms beyond which everything is found anew.
const MOST_CHANGES: usize = 64;

impl Ways {
    /// Takes the short forms as they are now, and drops what another one may change: phrases with a short form that stands
    /// for something else, or with a long form of such a one.
    pub(super) fn renew<'a>(&mut self, forms: ShortForms, text: impl Fn(u32) -> &'a str) {
        let changed = forms.changed(&self.forms).filter(|(shorts, longs)| {
            shorts.len() + longs.len() <= MOST_CHANGES && !shorts.iter().any(|short| short.contains(' '))
        });
        if !changed.as_ref().is_some_and(|(shorts, _)| shorts.is_empty()) {
            self.concerns.clear();
        }
        match changed {
            None => {
                self.written.clear();
                self.of.clear();
            }
            Some((shorts, _)) if shorts.is_empty() => {}
            Some((shorts, longs)) => {
                let longs: Vec<String> = longs.into_iter().map(letters).collect();
                let has_short = |phrase: u32| text(phrase).split(' ').any(|word| shorts.contains(word));
                let has_long = |way: &Way| longs.iter().any(|long| way.letters.contains(long.as_str()));
                self.written.retain(|&phrase, _| !has_short(phrase));
                self.of.retain(|&phrase, way| !has_long(way) && !has_short(phrase));
            }
        }
        self.forms = forms;
    }

    /// How the short forms as they are concern a phrase; `find` finds it where that was not asked before.
    pub(super) fn concern(&mut self, phrase: u32, find: impl FnOnce(&ShortForms) -> Concern) -> Concern {
        let at = phrase as usize;
        if self.concerns.len() <= at {
            self.concerns.resize(at + 1, None);
        }
        *self.concerns[at].get_or_insert_with(|| find(&self.forms))
    }
}

impl Way {
    /// The other ways to write a phrase that is written out as `key`; `number` gives the number of a phrase.
    pub(super) fn new(forms: &ShortForms, key: &str, number: impl FnMut(&String) -> u32) -> Self {
        let mut other = forms.shortened(key);
        other.push(key.to_owned());
        other.retain(|form| !forms.is_apart(form));
        let (shorts, longer): (Vec<String>, Vec<String>) = other.into_iter().partition(|form| forms.is_short(form));
        Self { longer: longer.iter().map(number).collect(), shorts, letters: letters(key).into_boxed_str() }
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
