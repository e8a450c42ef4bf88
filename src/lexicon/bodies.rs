//! Known bodies: portfolios of ministries and departments, organs of state and party, international bodies, companies.

use super::{Phrases, Tables};

/// What is known of one body, or of one portfolio.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownBody {
    /// As it is written.
    pub form: &'static str,
    /// The name it goes by.
    pub name: &'static str,
    /// `state_body`, `party`, `association`, `international`, `media`, `company` …; `portfolio` for the part of a name
    /// after `Bộ` or `Sở`.
    pub category: &'static str,
}

/// All known bodies, by their written forms.
#[derive(Debug)]
pub struct Bodies {
    known: Vec<KnownBody>,
    names: Phrases<u32>,
    portfolios: Phrases<u32>,
}

impl Bodies {
    pub(super) fn new(tables: &Tables) -> Self {
        let mut known = Vec::new();
        for row in tables.rows("ministries") {
            let [name, category, others, _until] = row[..] else { continue };
            known.push(KnownBody { form: name, name, category });
            let others = others.split(';').filter(|form| !form.is_empty());
            known.extend(others.map(|form| KnownBody { form, name, category }));
        }
        let forms = |portfolio: bool| {
            let entries = known.iter().enumerate().filter(|(_, b)| (b.category == "portfolio") == portfolio);
            Phrases::new(entries.map(|(i, b)| (b.form, i as u32)))
        };
        Self { names: forms(false), portfolios: forms(true), known }
    }

    /// The body whose form stands at the head of `low`: how many tokens it takes, and what is known of it.
    pub fn name<'a>(&self, low: impl FnMut(usize) -> Option<&'a str>) -> Option<(usize, &KnownBody)> {
        let (n, at) = self.names.longest(low)?;
        Some((n, self.known.get(at as usize)?))
    }

    /// The portfolio whose form stands at the head of `low`.
    pub fn portfolio<'a>(&self, low: impl FnMut(usize) -> Option<&'a str>) -> Option<(usize, &KnownBody)> {
        let (n, at) = self.portfolios.longest(low)?;
        Some((n, self.known.get(at as usize)?))
    }
}
