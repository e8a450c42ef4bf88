//! Typed statements found in one article, each with its span and the rule that found it. One type, one file or folder.

mod abbreviation;
mod attribution;
mod correction;
mod date;
mod english;
mod enumeration;
mod event;
mod facts;
mod figure;
mod kind;
mod language;
mod meta;
mod name;
mod number;
mod organisation;
mod person;
mod place;
mod quote;
mod reading;
mod speech;
mod system;
mod target;
mod term;
#[cfg(test)]
pub(crate) mod testing;
mod theme;
mod timeline;

pub use abbreviation::{Abbreviation, abbreviations};
pub use attribution::Attribution;
pub(crate) use attribution::attributions;
pub use correction::{Correction, Field, Fields, Verdict};
pub use date::DateExpression;
pub use enumeration::{Enumeration, Item, enumerations};
pub use event::{Event, events};
pub use facts::{Confidence, Facts, Mention, MentionType, facts};
pub use figure::{Change, Figure, FigureKind, Per, Period, Rank, figures};
pub use kind::FactKind;
pub use meta::{EventDate, Given, Meta, Published, meta};
use meta::{reason_of, year_from_outside};
pub(crate) use name::is_short_form;
pub use organisation::{Organisation, organisations};
pub use person::{Person, people};
pub use place::{Place, places};
pub use quote::Quote;
pub(crate) use quote::quotes;
pub use reading::{Reading, Sentence};
pub use speech::Mode;
pub(crate) use speech::Speech;
pub use system::{System, systems};
pub(crate) use target::targets;
pub use target::{Target, TargetStatus};
pub use term::{
    Lie, Occurrence, PhraseBook, PhraseFinder, Standing, Term, TermCounter, Unit, lies, lower_into, standing, terms,
    units,
};
pub(crate) use theme::themes;
pub use theme::{Theme, ThemeKind};
