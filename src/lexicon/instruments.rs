//! Named policy instruments and digital systems.

use crate::text::{Mark, Row};

use super::{Phrases, Tables};

/// What is known of one instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// As it is written.
    pub form: &'static str,
    /// The name it goes by.
    pub name: &'static str,
    /// `document`, `index`, `platform`, `technology` …
    pub category: &'static str,
}

/// Known instruments, by their written forms.
#[derive(Debug)]
pub struct Instruments {
    known: Vec<Instrument>,
    forms: Phrases<u32>,
}

impl Instruments {
    pub(super) fn new(tables: &Tables) -> Self {
        let mut known = Vec::new();
        for row in tables.rows("instruments") {
            let [name, category, others] = row[..] else { continue };
            known.push(Instrument { form: name, name, category });
            let others = others.split(';').filter(|form| !form.is_empty());
            known.extend(others.map(|form| Instrument { form, name, category }));
        }
        let forms = Phrases::new(known.iter().enumerate().map(|(i, k)| (k.form, i as u32)));
        Self { known, forms }
    }

    /// Whether a form may begin with a token of this mark: a quick look, never wrong where one does.
    pub fn may_begin(&self, first: Mark) -> bool {
        self.forms.may_begin(first)
    }

    /// The instrument whose form stands at the head of the row: how many tokens it takes, and what is known of it.
    pub fn longest(&self, row: &(impl Row + ?Sized)) -> Option<(usize, &Instrument)> {
        let (n, at) = self.forms.longest(row)?;
        Some((n, self.known.get(at as usize)?))
    }
}
