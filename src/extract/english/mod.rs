//! People, bodies, instruments and reported speech of English articles.

mod body;
mod brackets;
mod firm;
mod instrument;
mod person;
mod run;
mod shortened;
mod speech;

#[cfg(test)]
mod tests;

pub(super) use body::{body_at, organisations};
pub(super) use instrument::instrument_at;
pub(super) use person::people;
pub(super) use speech::attributions;
