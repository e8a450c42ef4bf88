//! Wording of charts, their tables and the report: one field per text, one constant per language.

use super::{Language, charts_en::EN, charts_vi::VI};

/// Wording of one language. Numbers come written out; functions put them into a sentence.
#[allow(missing_docs, reason = "a text is its own description")]
#[derive(Debug)]
pub struct ChartWording {
    pub language: Language,
    pub name: &'static str,
    // Titles
    pub terms: &'static str,
    pub terms_of: fn(i32) -> String,
    pub cloud: &'static str,
    pub cloud_of: fn(i32) -> String,
    pub clouds: &'static str,
    pub slope: fn(i32, i32) -> String,
    pub slope_of: fn(&str) -> String,
    pub trends: &'static str,
    pub ranks: &'static str,
    pub keyness: fn(i32, i32) -> String,
    pub figures: &'static str,
    pub timeline: &'static str,
    pub spread: fn(&str) -> String,
    pub concordance: fn(&str) -> String,
    pub cleaning: &'static str,
    // How to read
    pub terms_help: &'static str,
    pub cloud_help: &'static str,
    pub cloud_smallest: fn(&str) -> String,
    pub clouds_help: &'static str,
    pub slope_help: &'static str,
    pub slopes_help: &'static str,
    pub trends_help: &'static str,
    pub ranks_help: &'static str,
    pub keyness_help: &'static str,
    pub figures_help: &'static str,
    pub timeline_help: &'static str,
    pub spread_help: &'static str,
    pub concordance_help: &'static str,
    pub cleaning_help: &'static str,
    pub gap: &'static str,
    pub nothing: &'static str,
    pub one_year: &'static str,
    pub choose_term: &'static str,
    pub first_of: fn(&str, &str) -> String,
    // Sentences
    pub first_terms: fn(&str) -> String,
    pub keyness_found: fn(&str, i32, i32) -> String,
    pub keyness_none: fn(i32, i32) -> String,
    pub figures_found: fn(&str) -> String,
    pub spread_found: fn(&str, &str, &str) -> String,
    pub cleaning_found: fn(&str, &str) -> String,
    // Columns
    pub rank: &'static str,
    pub term: &'static str,
    pub count: &'static str,
    pub rate: &'static str,
    pub per_10k: &'static str,
    pub articles: &'static str,
    pub article: &'static str,
    pub year: &'static str,
    pub count_in: fn(i32) -> String,
    pub rate_in: fn(i32) -> String,
    pub rank_in: fn(i32) -> String,
    pub low_in: fn(i32) -> String,
    pub high_in: fn(i32) -> String,
    pub change: &'static str,
    pub log_ratio: &'static str,
    pub low: &'static str,
    pub high: &'static str,
    pub g2: &'static str,
    pub evidence: &'static str,
    pub more_later: fn(i32) -> String,
    pub measure: &'static str,
    pub unit: &'static str,
    pub as_of: &'static str,
    pub value: &'static str,
    pub bound: &'static str,
    pub sentence: &'static str,
    pub before: &'static str,
    pub hit: &'static str,
    pub after: &'static str,
    pub reason: &'static str,
    pub rule: &'static str,
    pub text: &'static str,
    pub places: &'static str,
    pub position: &'static str,
    pub kind: &'static str,
    pub no_year: &'static str,
    pub most_in: fn(i32) -> String,
    pub even: &'static str,
    pub new: &'static str,
    pub gone: &'static str,
    pub low_comparability: &'static str,
    // Source, counts, settings
    pub source: fn(&str, &str) -> String,
    pub counts: fn(&str) -> String,
    pub made_with: fn(&str) -> String,
    pub setting_term: fn(&str) -> String,
    pub setting_years: fn(&str) -> String,
    pub untitled: &'static str,
    // Codes
    pub reason_name: for<'a> fn(&'a str) -> &'a str,
    pub stated_kind: for<'a> fn(&'a str) -> &'a str,
    pub strength: for<'a> fn(&'a str) -> &'a str,
    pub strength_long: for<'a> fn(&'a str) -> &'a str,
    pub bound_name: for<'a> fn(&'a str) -> &'a str,
}

impl ChartWording {
    /// The wording of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Vi => &VI,
            Language::En => &EN,
        }
    }
}
