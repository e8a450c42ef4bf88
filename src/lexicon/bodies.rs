//! Known bodies: portfolios of ministries and departments, organs of state and party, international bodies, companies.

use rustc_hash::FxHashMap;

use crate::text::{Mark, Row, fold_words};

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

/// What became of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Renaming {
    /// Last day it held, ISO 8601.
    #[serde(deserialize_with = "crate::base::code")]
    pub until: crate::base::Code,
    /// The body that took over its work.
    #[serde(deserialize_with = "crate::base::code")]
    pub successor: crate::base::Code,
}

/// All known bodies, by their written forms.
#[derive(Debug)]
pub struct Bodies {
    known: Vec<KnownBody>,
    names: Phrases<u32>,
    portfolios: Phrases<u32>,
    renamed: FxHashMap<String, Renaming>,
}

impl Bodies {
    pub(super) fn new(tables: &Tables) -> Self {
        let mut known = Vec::new();
        for row in tables.rows("ministries") {
            let [name, category, others] = row[..] else { continue };
            known.push(KnownBody { form: name, name, category });
            let others = others.split(';').filter(|form| !form.is_empty());
            known.extend(others.map(|form| KnownBody { form, name, category }));
        }
        let forms = |portfolio: bool| {
            let entries = known.iter().enumerate().filter(move |(_, b)| (b.category == "portfolio") == portfolio);
            let whole = entries.clone().map(|(i, b)| (b.form.to_owned(), i as u32));
            let other = entries
                .filter(|_| portfolio)
                .flat_map(|(i, b)| respelt(b.form).into_iter().map(move |form| (form, i as u32)));
            Phrases::new(whole.chain(other))
        };
        let renamed = tables.rows("renamings").filter_map(|row| match row[..] {
            [name, until, successor] => Some((fold_words(name), Renaming { until, successor })),
            _ => None,
        });
        Self { names: forms(false), portfolios: forms(true), renamed: renamed.collect(), known }
    }

    /// What became of a body that was merged or renamed.
    pub fn renaming(&self, name: &str) -> Option<Renaming> {
        self.renamed.get(&fold_words(name)).copied()
    }

    /// Whether the name of a body may begin with a token of this mark: a quick look, never wrong where one does.
    pub fn may_begin_name(&self, first: Mark) -> bool {
        self.names.may_begin(first)
    }

    /// The body whose form stands at the head of the row: how many tokens it takes, and what is known of it.
    pub fn name(&self, row: &(impl Row + ?Sized)) -> Option<(usize, &KnownBody)> {
        let (n, at) = self.names.longest(row)?;
        Some((n, self.known.get(at as usize)?))
    }

    /// The portfolio whose form stands at the head of the row.
    pub fn portfolio(&self, row: &(impl Row + ?Sized)) -> Option<(usize, &KnownBody)> {
        let (n, at) = self.portfolios.longest(row)?;
        Some((n, self.known.get(at as usize)?))
    }
}

/// The other ways in which news joins the parts of a portfolio: `Văn hóa - Thể thao & Du lịch`, `Kế hoạch Đầu tư`.
fn respelt(form: &str) -> Vec<String> {
    let parts: Vec<&str> = form.split(", ").flat_map(|p| p.split(" - ")).flat_map(|p| p.split(" và ")).collect();
    let Some((last, rest)) = parts.split_last().filter(|(_, rest)| !rest.is_empty()) else { return Vec::new() };
    let joined = |between: &str, before_last: &str| format!("{}{before_last}{last}", rest.join(between));
    [
        (" - ", " và "),
        (" - ", " & "),
        (" – ", " và "),
        (", ", " và "),
        (", ", " & "),
        (" ", " và "),
        (" - ", " - "),
        (" – ", " – "),
        (" ", " "),
    ]
    .map(|(between, before_last)| joined(between, before_last))
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_became_of_a_body() {
        let tables = Tables::built_in();
        assert!(tables.rows("ministries").chain(tables.rows("renamings")).all(|row| row.len() == 3));
        let bodies = Bodies::new(&tables);
        let successor = |name| bodies.renaming(name).map(|r| (r.until, r.successor));
        assert_eq!(successor("Bộ Thông tin và Truyền thông"), Some(("2025-02-28", "Bộ Khoa học và Công nghệ")));
        assert_eq!(successor("Bộ Thuỷ sản"), Some(("2007-07-30", "Bộ Nông nghiệp và Phát triển nông thôn")));
        assert_eq!(successor("Bộ Y tế"), None);
    }

    #[test]
    fn parts_of_a_portfolio_are_joined_in_many_ways() {
        let bodies = Bodies::new(&Tables::built_in());
        for form in ["văn hóa - thể thao & du lịch", "lao động – thương binh và xã hội", "kế hoạch đầu tư"]
        {
            let tokens: Vec<&str> = form.split(' ').collect();
            let (n, body) = bodies.portfolio(tokens.as_slice()).unwrap();
            assert_eq!((n, body.form == body.name), (tokens.len(), true), "{form}");
        }
    }
}
