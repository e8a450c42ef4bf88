//! Years and articles side by side. Returns types of its own; the views give them their printed form.

mod cast;
mod collocation;
mod comparing;
mod comparison;
mod discovery;
mod dispersion;
mod groups;
mod indicators;
mod keyness;
mod ledger;
mod own_terms;
mod priorities;
mod rate;
mod similarity;
mod strength;
mod term_table;
mod themes;
mod twins;

pub use crate::corpus::Clock;
pub use cast::{Cast, Named, Office, Role};
pub use collocation::{Companion, Company, company, log_dice, meeting_g2, pmi};
pub use comparing::{Comparing, Stage, compare, compare_again};
pub use comparison::{
    Comparability, Comparison, Doubt, Indicator, IndicatorValue, Place, PriorityComparison, PriorityList, Source,
    StatedTheme, Statement, Year,
};
pub use discovery::benjamini_hochberg;
pub use dispersion::dp;
pub use groups::{ThemeGroup, is_general_term};
pub use indicators::{LaterValue, TargetOutcome, Verdict};
pub use keyness::Counts;
pub use ledger::Ledger;
pub use own_terms::c_tf_idf;
pub use rate::{per_10k, per_10k_interval, tenths};
pub use similarity::{Bag, align};
pub use strength::{BayesBand, ENOUGH_OCCURRENCES, ENOUGH_SYLLABLES, Strength, bayes_band, strength};
pub use term_table::{ComparedTerm, Fate, Keyness, Merged, PartCount, TermTable, by_article, other_forms};
