//! One file that reopens the work and can be verified: `langkinh-bundle/1` (`docs/bundle.md`).
//!
//! The articles stand in an order of their own (by source, then by text), so that the same articles make the same bytes
//! whoever puts them together.

mod expected;
mod make;
mod open;
mod ready;
mod record;
mod verdict;

pub(super) use expected::{Arrived, Checking, Expected};
pub(super) use make::{Making, Options};
pub(super) use open::{Opened, open};
pub(super) use record::ArticleRecord;
pub use verdict::{Match, Verdict};
