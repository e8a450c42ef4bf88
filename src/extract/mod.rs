//! Typed statements found in one article, each with its span and the rule that found it. One type, one file or folder.

mod abbreviation;
mod attribution;
mod date;
mod enumeration;
mod event;
mod facts;
mod figure;
mod meta;
mod name;
mod organisation;
mod person;
mod place;
mod quote;
mod reading;
mod system;
mod target;
mod term;
mod theme;

pub use abbreviation::{Abbreviation, abbreviations};
pub use attribution::{Attribution, attributions};
pub use date::{DateExpression, dates};
pub use enumeration::{Enumeration, Item, enumerations};
pub use event::{Event, events};
pub use facts::{Confidence, Facts, Mention, MentionType, facts};
pub use figure::{Figure, figures};
pub use meta::{EventDate, Given, Meta, Published, meta};
pub use organisation::{Organisation, organisations};
pub use person::{Person, people};
pub use place::{Place, places};
pub use quote::{Quote, quotes};
pub use reading::{Reading, Sentence};
pub use system::{System, systems};
pub use target::{Target, targets};
pub use term::{Occurrence, StopClass, Stopwords, Term, TermCounter, Unit, lower_into, terms, units};
pub use theme::{Theme, themes};
