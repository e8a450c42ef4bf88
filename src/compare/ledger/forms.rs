//! Short forms and long forms by number, and those of an article.

use rustc_hash::FxHashMap;

use crate::corpus::Analysis;
use crate::ingest::Zone;

/// Short and long forms in matching form, each with a number.
#[derive(Debug, Default)]
pub(in crate::compare) struct Forms {
    texts: Vec<Box<str>>,
    numbers: FxHashMap<Box<str>, u32>,
}

/// Short forms that an article explains, each with its long one.
type Explained = Box<[(u32, u32)]>;
/// How often short forms stand in parts of its body: form, part, occurrences.
type Shortened = Box<[(u32, u32, u32)]>;

impl Forms {
    /// The form with a number.
    pub(in crate::compare) fn text(&self, number: u32) -> &str {
        &self.texts[number as usize]
    }

    /// The number of a form that an article has.
    pub(in crate::compare) fn known(&self, form: &str) -> Option<u32> {
        self.numbers.get(form).copied()
    }

    fn number(&mut self, form: &str) -> u32 {
        let form = matching(form);
        if let Some(known) = self.known(&form) {
            return known;
        }
        let number = self.texts.len() as u32;
        self.texts.push(form.as_str().into());
        self.numbers.insert(form.into_boxed_str(), number);
        number
    }

    /// Those of an article.
    pub(super) fn read(&mut self, analysis: &Analysis) -> (Explained, Shortened) {
        let (mut explained, mut shortened) = (Vec::new(), Vec::<(u32, u32, u32)>::new());
        for form in &analysis.facts.abbreviations {
            let short = self.number(&form.short);
            explained.extend(form.long.as_deref().map(|long| (short, self.number(long))));
            for (span, _) in form.mentions.iter().filter(|mention| mention.1 == Zone::Body) {
                let part = analysis.parts.at(span.start()) as u32;
                match shortened.last_mut() {
                    Some(last) if (last.0, last.1) == (short, part) => last.2 += 1,
                    _ => shortened.push((short, part, 1)),
                }
            }
        }
        (explained.into_boxed_slice(), shortened.into_boxed_slice())
    }
}

/// Lower case, single blanks.
pub(in crate::compare) fn matching(phrase: &str) -> String {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
