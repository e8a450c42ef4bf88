//! Sentences of the finding: one field per sentence, one constant per language.

use super::finding_en::EN;
use super::finding_vi::VI;
use super::{Language, Unit};

/// Wording of one language. All names, numbers and days come written out.
#[allow(missing_docs, reason = "a text is its own description")]
#[derive(Debug)]
pub struct FindingWording {
    pub language: Language,
    /// What is stated of years, later ones first; and whether they are themes of different things.
    pub stated: fn(&[ThemeWords], bool) -> String,
    pub priorities: fn(&PriorityWords) -> String,
    pub figure: fn(&FigureWords) -> String,
    /// A measure whose values may not be set against each other: measure, values with their days, earlier and later.
    pub doubtful: fn(&str, &[String; 2], &[String; 2]) -> String,
    pub counted: fn(&CountedWords) -> String,
    /// No difference between the two years is beyond chance.
    pub nothing_counted: fn(i32, i32) -> String,
    /// A year that is too short to be counted: year, its length.
    pub too_little: fn(i32, &str) -> String,
    /// The themes of a year, or of all articles: year, terms that name the themes.
    pub themes: fn(Option<i32>, &[String]) -> String,
    /// The terms of a year, or of all articles, where there are no themes.
    pub terms: fn(Option<i32>, &[String]) -> String,
    /// Articles of the only year there is, or of no year, and their length.
    pub one_year: fn(Option<i32>, u32, &str) -> String,
    /// Articles by year: (year, articles).
    pub coverage: fn(&[(i32, u32)]) -> String,
    pub target: fn(&TargetWords) -> String,
    /// A value with its bound by code: `more than 80,000`.
    pub bounded: fn(&str, &str) -> String,
}

/// A stated theme.
#[allow(missing_docs, reason = "as the sentence has them")]
#[derive(Debug, Default)]
pub struct ThemeWords {
    pub year: i32,
    /// In what way, by code.
    pub kind: String,
    pub words: String,
    /// What it is the theme of; none: the year as a whole.
    pub of: Option<String>,
}

/// What became of a list.
#[allow(missing_docs, reason = "as the sentence has them")]
#[derive(Debug, Default)]
pub struct PriorityWords {
    pub label: String,
    pub from: i32,
    pub to: i32,
    /// The items that are named, and how many more there are.
    pub kept: (Vec<String>, u32),
    pub new: (Vec<String>, u32),
    pub gone: (Vec<String>, u32),
    /// Who gives the later list, and the earlier one, if that is somebody else.
    pub said_by: Option<String>,
    pub said_by_earlier: Option<String>,
}

/// How a measure moved.
#[allow(missing_docs, reason = "as the sentence has them")]
#[derive(Debug, Default)]
pub struct FigureWords {
    pub label: String,
    pub before: String,
    pub after: String,
    pub before_day: String,
    pub after_day: String,
    /// `up`, `down` or `same`.
    pub direction: &'static str,
    /// By how much, with its bound: `ít nhất 4,2 điểm phần trăm`. None where it stayed.
    pub change: Option<String>,
}

/// What became of a term.
#[allow(missing_docs, reason = "as the sentence has them")]
#[derive(Debug, Default)]
pub struct CountedWords {
    /// What rates are of.
    pub unit: Unit,
    pub from: i32,
    pub to: i32,
    /// More frequent later: term, rate before, rate after.
    pub more: Vec<(String, String, String)>,
    /// Less frequent later.
    pub less: Vec<(String, String, String)>,
}

/// What became of a target.
#[allow(missing_docs, reason = "as the sentence has them")]
#[derive(Debug, Default)]
pub struct TargetWords {
    pub what: String,
    pub value: String,
    pub day: String,
    /// `reached` or `missed`.
    pub outcome: String,
}

impl FindingWording {
    /// The wording of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Vi => &VI,
            Language::En => &EN,
        }
    }
}
