//! The one boundary of the engine: requests in, replies out, work in small steps.
//!
//! The caller owns the loop: a worker steps and yields to its messages (so that `cancel` works), a page without workers
//! steps a few milliseconds at a time, the command line and tests step to the end.

mod bundle;
mod collection;
mod corrections;
mod dictionary;
mod export;
mod failure;
mod intake;
mod job;
mod mapped;
mod origin;
mod overviews;
mod pictures;
pub mod protocol;
mod records;
mod reply;
mod run;
mod stored;
mod tagged;
mod taken;

pub use mapped::{Mapped, framed};
pub use run::Session;
pub use tagged::Tagged;
