//! What people, bodies, places and instruments share: runs of capitals, stretches already spoken for, gathered mentions.

mod gather;
mod run;
mod taken;

pub(crate) use gather::Gathered;
pub(crate) use run::{begins_sentence, capital_run, is_short_form, is_shouted};
pub(crate) use taken::Taken;
