//! What the reader of the page is doing: state, actions, effects, routes, wording. No DOM.

mod action;
pub mod chosen;
mod config;
pub mod context;
pub mod correcting;
pub mod earlier;
mod effect;
pub mod files;
pub mod format;
pub mod intake;
pub mod listing;
pub mod marks;
pub mod messages;
mod notice;
mod panel;
mod queries;
mod route;
mod share;
mod shared;
mod state;
pub mod stated;
pub mod terms;
pub mod words;

pub use crate::base::Room;
pub use crate::ingest::Encoding;
pub use action::Action;
pub use config::{Config, Lang, Mode, Scope, Theme};
pub use effect::Effect;
pub use messages::Messages;
pub use notice::{Notice, Unstored};
pub use panel::Panel;
pub use queries::{figure_order, figure_order_code};
pub use route::{Choice, KINDS, Place, Route, Section, kind_code};
pub use share::{Signature, Unlinked};
pub use shared::Shared;
pub use state::{ChartFile, Job, ROWS_PER_PAGE, State, n_bad, word_id};
