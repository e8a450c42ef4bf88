//! What people, bodies, places and instruments share: runs of capitals, stretches already spoken for, gathered mentions.

mod gather;
mod run;
#[cfg(test)]
mod sample;
mod taken;

pub(crate) use gather::Gathered;
pub(crate) use run::{begins_sentence, capital_run, is_short_form, is_shouted};
#[cfg(test)]
pub(crate) use sample::facts_of;
pub(crate) use taken::Taken;
