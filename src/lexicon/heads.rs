//! Words that the names of bodies begin with.

use crate::text::{Mark, Row};

use super::{Phrases, Tables};

/// How a name goes on after its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// A place, or the level alone: `UBND tỉnh Lào Cai`, `UBND xã`.
    Local,
    /// A name in capitals: `Cục Trồng trọt`.
    Name,
    /// A name, perhaps after what the company is and does: `Công ty cổ phần phần mềm Sao Mai`.
    Company,
    /// A name, perhaps after what the institution is: `Bệnh viện đa khoa huyện Hoa Lư`.
    Institution,
    /// A number, perhaps a name: `Quân khu 7`.
    Number,
    /// A name that may hold a phrase with `về`: `Ủy ban Quốc gia về chuyển đổi số`.
    About,
}

/// What is known of one head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// As names are given with it: `Bệnh viện` for `BV`.
    pub name: &'static str,
    /// What kind of body it begins.
    pub category: &'static str,
    /// How the name goes on.
    pub after: After,
    /// Whether it also stands in small letters.
    pub lower: bool,
}

/// The heads, by index.
#[derive(Debug)]
pub struct Heads {
    heads: Vec<Head>,
    forms: Phrases<u32>,
}

impl Heads {
    pub(super) fn new(tables: &Tables) -> Self {
        let mut heads = Vec::new();
        let mut forms = Vec::new();
        for row in tables.rows("heads") {
            let [form, category, how, name] = row[..] else { continue };
            let after = match how {
                "local" => After::Local,
                "company" => After::Company,
                "institution" => After::Institution,
                "number" => After::Number,
                "about" | "about_lower" => After::About,
                _ => After::Name,
            };
            let lower = matches!(how, "company" | "institution" | "lower" | "about_lower");
            forms.push((form, heads.len() as u32));
            heads.push(Head { name: if name.is_empty() { form } else { name }, category, after, lower });
        }
        Self { heads, forms: Phrases::new(forms) }
    }

    /// Whether a head may begin with a token of this mark: a quick look, never wrong where one does.
    pub fn may_begin(&self, first: Mark) -> bool {
        self.forms.may_begin(first)
    }

    /// The head at the start of the row: how many tokens it takes, and what is known of it.
    pub fn longest(&self, row: &(impl Row + ?Sized)) -> Option<(usize, &Head)> {
        let (n, at) = self.forms.longest(row)?;
        Some((n, self.heads.get(at as usize)?))
    }
}

/// What a word in or after the name of a steering committee is to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CommitteeWord {
    /// How far its power reaches, which closes the name: `quốc gia`.
    Range,
    /// What a committee does, never part of its name: `họp`.
    Act,
}

/// Words in and after the names of steering committees.
pub(super) fn committee_words(tables: &Tables) -> Phrases<CommitteeWord> {
    let class = |name: &str| match name {
        "range" => Some(CommitteeWord::Range),
        "act" => Some(CommitteeWord::Act),
        _ => None,
    };
    let table = tables.rows("committee_words");
    Phrases::new(table.filter_map(|row| Some((*row.first()?, class(row.get(1)?)?))))
}
