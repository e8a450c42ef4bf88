//! The wording: one field per message, one constant per language. A missing translation does not compile.

mod bundle;
mod charts;
mod codes_en;
mod codes_vi;
mod dictionary;
mod en;
mod intake;
mod rules;
mod share;
mod unread;
mod vi;

use crate::ingest::Encoding;
use crate::session::protocol::Failure;
use crate::view::FactKind;

use super::{Lang, Unstored};
pub use bundle::BundleWords;
pub use charts::ChartMessages;
pub use dictionary::DictionaryMessages;
pub use intake::IntakeWords;
pub use share::ShareWords;

/// Wording of one language.
///
/// Fields that take counts are functions; codes of the engine are put into words by the functions at the end, which give
/// back a code that they do not know.
#[allow(missing_docs, reason = "a message is its own description")]
#[derive(Debug)]
pub struct Messages {
    pub lang: Lang,
    pub charts: &'static ChartMessages,
    // Frame
    pub name: &'static str,
    pub tagline: &'static str,
    pub skip: &'static str,
    pub navigation: &'static str,
    pub overview: &'static str,
    pub articles: &'static str,
    pub facts: &'static str,
    pub add: &'static str,
    pub language: &'static str,
    pub colours: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub private: &'static str,
    pub kept_here: &'static str,
    pub not_kept: &'static str,
    pub offline_ready: &'static str,
    pub update_ready: &'static str,
    pub update_go: &'static str,
    pub update_later: &'static str,
    pub close: &'static str,
    pub cancel: &'static str,
    pub back_to: &'static str,
    pub loading: &'static str,
    pub starting: &'static str,
    // Start
    pub lead: &'static str,
    pub add_lead: &'static str,
    pub paste_title: &'static str,
    pub paste_help: &'static str,
    pub paste_label: &'static str,
    pub paste_placeholder: &'static str,
    pub paste_go: &'static str,
    pub paste_name: &'static str,
    pub files_title: &'static str,
    pub files_help: &'static str,
    pub files_go: &'static str,
    pub files_drop: &'static str,
    pub sample_title: &'static str,
    pub sample_help: &'static str,
    pub sample_go: &'static str,
    pub what_you_get: &'static str,
    pub gets: [(&'static str, &'static str); 4],
    // Work
    pub working: &'static str,
    pub reading_files: &'static str,
    pub progress: fn(&str, &str) -> String,
    pub cancelled: &'static str,
    // Messages
    pub added: fn(u32) -> String,
    pub added_from_paste: fn(u32) -> String,
    pub check_articles: &'static str,
    pub rejected: fn(u32) -> String,
    pub removed: fn(&str) -> String,
    pub undo: &'static str,
    pub cleared: &'static str,
    pub broken: &'static str,
    pub restarted: &'static str,
    pub reload: &'static str,
    pub no_sample: &'static str,
    pub not_stored: fn(Unstored) -> &'static str,
    pub announce_added: fn(u32) -> String,
    pub announce_rejected: fn(u32) -> String,
    pub announce_removed: fn(&str) -> String,
    pub announce_undone: &'static str,
    pub announce_taken_back: &'static str,
    pub announce_edited: &'static str,
    pub announce_facts: fn(u32) -> String,
    pub announce_places: fn(u32) -> String,
    pub announce_saved: fn(&str) -> String,
    // Articles
    pub n_articles: fn(u32) -> String,
    pub n_facts: fn(&str) -> String,
    pub n_set_aside: fn(&str) -> String,
    pub n_corrections: fn(&str) -> String,
    pub n_stale: fn(&str) -> String,
    /// Before the title of the article with the same text.
    pub same_as: &'static str,
    pub counted_once: &'static str,
    pub counted_again: &'static str,
    pub count_again: &'static str,
    pub count_once: &'static str,
    pub n_terms: fn(&str) -> String,
    pub n_years: fn(u32) -> String,
    pub published: &'static str,
    pub year: &'static str,
    pub no_year: &'static str,
    pub ask_year: &'static str,
    pub ask_year_of: fn(&str) -> String,
    pub save: &'static str,
    pub year_because: &'static str,
    pub encoding: &'static str,
    pub encoding_read: fn(&str) -> String,
    pub encoding_read_so: fn(&str, &str) -> String,
    pub encoding_lost: fn(&str) -> String,
    pub encoding_right: &'static str,
    pub encoding_other: &'static str,
    pub edited: &'static str,
    pub read_article: &'static str,
    pub edit: &'static str,
    pub edit_of: fn(&str) -> String,
    pub remove: &'static str,
    pub remove_of: fn(&str) -> String,
    pub clear: &'static str,
    pub clear_question: &'static str,
    pub clear_warning: &'static str,
    pub clear_go: &'static str,
    pub keep: &'static str,
    pub title: &'static str,
    pub title_help: &'static str,
    pub year_help: &'static str,
    pub published_help: &'static str,
    pub text: &'static str,
    pub text_help: &'static str,
    pub without_title: &'static str,
    // Years
    pub years_title: &'static str,
    pub years_lead: &'static str,
    /// How many years are folded, the first and the last of them.
    pub earlier_years: fn(usize, (i32, i32)) -> String,
    pub only_spoken_of: &'static str,
    pub stated: &'static str,
    pub nothing_stated: &'static str,
    pub priorities: &'static str,
    pub own_terms: &'static str,
    pub own_terms_help: &'static str,
    pub open_source: &'static str,
    pub also_in: &'static str,
    pub more_items: fn(u32) -> String,
    // Changes
    pub changes_title: &'static str,
    pub changes_lead: fn(&str) -> String,
    pub changes_of: fn(i32, i32) -> String,
    pub choose_years: &'static str,
    pub risen: &'static str,
    pub fallen: &'static str,
    pub stayed: &'static str,
    pub none: &'static str,
    pub stated_changes: &'static str,
    pub kept: &'static str,
    pub dropped: &'static str,
    pub added_items: &'static str,
    pub term: &'static str,
    pub count: &'static str,
    pub rate: &'static str,
    pub in_articles: &'static str,
    pub evidence_strength: &'static str,
    pub times: fn(&str) -> String,
    pub how_counted: &'static str,
    /// By the name of what the length of texts is counted in.
    pub how_counted_text: fn(&str) -> String,
    pub one_year_only: &'static str,
    // Figures
    pub figures_title: &'static str,
    pub no_figures: &'static str,
    pub measure: &'static str,
    pub values: &'static str,
    pub change: &'static str,
    pub low_comparability: &'static str,
    // Terms
    pub terms_title: &'static str,
    pub terms_lead: &'static str,
    pub terms_table: &'static str,
    pub cloud_label: fn(u32) -> String,
    pub cloud_note: &'static str,
    pub filter_terms: &'static str,
    pub filter_placeholder: &'static str,
    pub shown_of: fn(&str, &str) -> String,
    pub show_all: fn(&str) -> String,
    pub show_fewer: &'static str,
    pub no_terms: &'static str,
    pub no_match: &'static str,
    pub read_words: fn(&str) -> String,
    pub rank: &'static str,
    pub term_count: fn(&str, &str) -> String,
    // Concordance
    pub concordance_of: fn(&str) -> String,
    pub n_places: fn(&str) -> String,
    pub first_places: fn(&str, &str) -> String,
    pub without_accents: &'static str,
    pub exact_first: fn(&str) -> String,
    pub no_places: &'static str,
    pub before: &'static str,
    pub hit: &'static str,
    pub after: &'static str,
    pub article: &'static str,
    pub close_concordance: &'static str,
    // Facts
    pub numbers: &'static str,
    pub numbers_title: &'static str,
    pub numbers_lead: &'static str,
    pub numbers_table: &'static str,
    pub save_csv: &'static str,
    pub save_tsv: &'static str,
    pub facts_title: &'static str,
    pub facts_lead: &'static str,
    pub facts_table: &'static str,
    pub kind: &'static str,
    pub all_kinds: &'static str,
    pub all_years: &'static str,
    pub words: &'static str,
    pub words_placeholder: &'static str,
    pub sort_by: &'static str,
    pub order_of_text: &'static str,
    pub words_of_sentence: &'static str,
    pub only_article: &'static str,
    pub all_articles: &'static str,
    pub find_articles: &'static str,
    pub no_article_found: &'static str,
    pub what: &'static str,
    pub value: &'static str,
    pub sentence: &'static str,
    pub no_facts: &'static str,
    pub reset_filter: &'static str,
    pub rows: fn(&str, &str, &str) -> String,
    pub previous: &'static str,
    pub next: &'static str,
    pub pages: &'static str,
    pub pages_of_articles: &'static str,
    pub mentions: fn(&str) -> String,
    pub set_aside_mark: &'static str,
    // Reader
    pub marks: &'static str,
    pub marks_help: &'static str,
    pub show_none: &'static str,
    pub show_every: &'static str,
    pub set_aside: &'static str,
    pub card: &'static str,
    pub card_hint: &'static str,
    pub rule: &'static str,
    pub confidence: &'static str,
    pub to_text: &'static str,
    pub also_here: &'static str,
    pub correct: &'static str,
    pub correct_of: fn(&str) -> String,
    pub wrong: &'static str,
    pub different: &'static str,
    pub take_back: &'static str,
    pub mine: &'static str,
    pub mine_mark: &'static str,
    pub only_mine: &'static str,
    pub said_wrong: &'static str,
    pub said_change: &'static str,
    pub said_add: &'static str,
    pub as_read: &'static str,
    pub action_wrong: &'static str,
    pub action_change: &'static str,
    pub action_add: &'static str,
    pub corrected_wrong: fn(&str) -> String,
    pub corrected_change: fn(&str) -> String,
    pub corrected_add: fn(&str) -> String,
    pub can_be_undone: &'static str,
    pub corrections_read: fn(u32, u32, u32) -> String,
    pub import_corrections: &'static str,
    pub missed: &'static str,
    pub missed_title: &'static str,
    pub missed_help: &'static str,
    pub missed_words: &'static str,
    pub missed_words_help: &'static str,
    pub words_not_there: &'static str,
    pub not_a_value: &'static str,
    pub hint_number: &'static str,
    pub hint_time: &'static str,
    pub hint_list: &'static str,
    pub facts_of_article: &'static str,
    pub set_aside_list: &'static str,
    pub no_article: &'static str,
    // Export
    pub export: &'static str,
    pub export_json: &'static str,
    pub export_json_help: &'static str,
    pub export_terms: &'static str,
    pub export_facts: &'static str,
    pub export_facts_tsv: &'static str,
    pub export_corrections: &'static str,
    pub export_corrections_help: &'static str,
    pub export_csv_help: &'static str,
    // Codes
    pub kind_name: fn(FactKind) -> &'static str,
    pub kind_names: fn(FactKind) -> &'static str,
    pub reason: for<'a> fn(&'a str) -> &'a str,
    pub year_basis: for<'a> fn(&'a str) -> &'a str,
    pub year_reason: for<'a> fn(&'a str) -> &'a str,
    pub stated_kind: for<'a> fn(&'a str) -> &'a str,
    pub strength: for<'a> fn(&'a str) -> &'a str,
    pub bound: for<'a> fn(&'a str) -> &'a str,
    pub field: for<'a> fn(&'a str) -> &'a str,
    pub code: for<'a> fn(&'a str) -> &'a str,
    pub encoding_name: fn(Encoding) -> &'static str,
    pub confidence_name: for<'a> fn(&'a str) -> &'a str,
    pub language_name: for<'a> fn(&'a str) -> &'a str,
    pub rule_name: for<'a> fn(&'a str) -> &'a str,
    pub correction_status: for<'a> fn(&'a str) -> &'a str,
    pub failure: fn(&Failure) -> String,
    pub failure_advice: fn(&Failure) -> &'static str,
    pub dictionary: &'static DictionaryMessages,
    /// Around bundles.
    pub bundle: &'static BundleWords,
    /// Around links and signatures.
    pub share: &'static ShareWords,
    /// Around reading files.
    pub intake: &'static IntakeWords,
}

impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        self.lang == other.lang
    }
}

impl Messages {
    /// The wording of a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Vi => &vi::MESSAGES,
            Lang::En => &en::MESSAGES,
        }
    }
}

/// `1 article`, `2 articles`.
fn counted(n: u32, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_put_into_words_and_unknown_ones_stay() {
        for lang in [Lang::Vi, Lang::En] {
            let messages = Messages::of(lang);
            for code in ["photo_credit", "source_line", "page_metadata", "outlet_tag"] {
                assert_ne!((messages.reason)(code), code, "{code}");
            }
            for code in ["strong", "some", "weak", "one_source", "too_little_text"] {
                assert_ne!((messages.strength)(code), code, "{code}");
            }
            assert_eq!((messages.reason)("something_new"), "something_new");
            assert_eq!(messages.lang, lang);
        }
    }

    #[test]
    fn every_failure_says_what_to_do() {
        let failures = [
            Failure::Empty,
            Failure::TooLarge { limit: 64 << 20 },
            Failure::Binary,
            Failure::UnknownEncoding { at: 12 },
            Failure::Duplicate { key: "a".to_owned() },
            Failure::NoArticle { key: "a".to_owned() },
            Failure::NoSuchDay { text: "2024-02-31".to_owned() },
            Failure::DamagedRecord { key: "a".to_owned() },
            Failure::NoPhrase { text: ",".to_owned(), error: crate::lexicon::PhraseError::Sign },
            Failure::NoBundle { reason: "EOF".to_owned() },
            Failure::BundleVersion { found: "langkinh-bundle/9".to_owned() },
            Failure::NoPart { reason: "damaged".to_owned() },
            Failure::Altered,
            Failure::NothingToVerify,
            Failure::Cancelled,
        ];
        for failure in failures {
            for lang in [Lang::Vi, Lang::En] {
                assert!((Messages::of(lang).failure)(&failure).len() > 8);
                assert!((Messages::of(lang).failure_advice)(&failure).len() > 8);
            }
        }
    }
}
