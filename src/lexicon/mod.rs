//! What we know about words: tables, read from one file, and look-ups on them. Decides nothing.

mod aims;
mod bodies;
mod calendar;
mod dictionary;
mod english;
mod family_names;
mod gazetteer;
mod heads;
mod instruments;
mod lists;
mod lunar;
mod measures;
mod offices;
mod page;
mod phrases;
mod place_types;
mod short_forms;
mod speech;
mod subjects;
mod syllable;
mod systems;
mod tables;
mod term_words;
mod themes;
mod units;
mod word_map;

pub use aims::{AimWord, EnglishAim, GoalWord};
pub use bodies::{Bodies, KnownBody, Renaming};
pub use calendar::{TimePhrase, english_month, english_weekday};
pub use dictionary::{BadLine, Dictionary, Entry, Found, Mark, PhraseError, Trouble};
pub use english::{EnglishInstrument, EnglishWord, InstrumentPlace};
pub use family_names::FamilyNames;
pub use gazetteer::{Gazetteer, KnownPlace};
pub use heads::{After, CommitteeWord, Head, Heads};
pub use instruments::{Instrument, Instruments};
pub use lists::{ListKind, ListNoun};
pub use lunar::LunarYears;
pub use measures::MeasureWord;
pub use offices::{Office, Offices};
pub use page::{Credit, Label, Navigation, Opener, Outlet, PageWords};
pub use phrases::Phrases;
pub use place_types::PlaceTypes;
pub use short_forms::{LongForms, ShortForm, ShortForms};
pub use speech::{QuoteType, SpeakerHead, SpeechVerb, SpeechWords};
pub use subjects::Subject;
pub use syllable::is_syllable;
pub use systems::{Follows, PlanHead, PlanWord, ProductWords, SystemHead};
pub use tables::Tables;
pub use term_words::{TermLimit, TermLimits, TermWords};
pub use themes::ThemeWords;
pub use units::{Direction, Limit, Numbering, UnitKind};

/// All tables the engine reads by.
#[derive(Debug)]
pub struct Lexicon {
    /// Known places.
    pub places: Gazetteer,
    /// Known bodies.
    pub bodies: Bodies,
    /// Words that the names of bodies begin with.
    pub heads: Heads,
    /// Words in and after the names of steering committees: whether one closes the name, or tells what they do.
    pub committee_words: Phrases<CommitteeWord>,
    /// Words that names of bodies and instruments are built of.
    pub subjects: Phrases<Subject>,
    /// Vietnamese family names.
    pub family_names: FamilyNames,
    /// Offices, titles, forms of address.
    pub offices: Offices,
    /// Named policy instruments and digital systems.
    pub instruments: Instruments,
    /// Words that the names of digital systems begin with.
    pub system_heads: Phrases<SystemHead>,
    /// Words in the names of plans.
    pub plan_words: Phrases<PlanWord>,
    /// Words that the names of digital products end with.
    pub product_words: ProductWords,
    /// Known short forms.
    pub short_forms: ShortForms,
    /// Words that long forms begin with.
    pub long_forms: LongForms,
    /// Fixed expressions of time.
    pub time_phrases: Phrases<TimePhrase>,
    /// Words around English names.
    pub english_words: Phrases<EnglishWord>,
    /// Words in English names of instruments.
    pub english_instruments: Phrases<EnglishInstrument>,
    /// Words for what offices are about.
    pub english_fields: Phrases<()>,
    /// The lunar calendar.
    pub lunar_years: LunarYears,
    /// Verbs of saying, speakers, words before quotation marks.
    pub speech: SpeechWords,
    /// What stands around an article on a page.
    pub page: PageWords,
    /// Words that limit terms.
    pub term_words: TermWords,
    /// Words around the theme of a year or an occasion.
    pub theme_words: ThemeWords,
    /// Words of commitments for the future.
    pub aim_words: Phrases<AimWord>,
    /// The same of English articles.
    pub english_aims: Phrases<EnglishAim>,
    /// Words of sentences that set goals and go on with them.
    pub goal_words: Phrases<GoalWord>,
    /// Words around the name of what a number measures.
    pub measure_words: Phrases<MeasureWord>,
    /// Nouns that head a list.
    pub list_nouns: Phrases<ListNoun>,
    /// The same of English articles.
    pub english_lists: Phrases<ListKind>,
    /// Words that say what a place is.
    pub place_types: PlaceTypes,
    /// Sayings whose numbers count nothing.
    pub sayings: Phrases<()>,
    /// Units, currencies and counted nouns.
    pub units: Phrases<UnitKind>,
    /// Words before a number that bound it, reversed.
    pub qualifiers: Phrases<Limit>,
    /// Verbs of a change before its amount, reversed.
    pub change_verbs: Phrases<Direction>,
    /// Words that make a name of the number after them, reversed.
    pub numbered_names: Phrases<Numbering>,
}

impl Lexicon {
    /// Reads the tables.
    pub fn new(tables: &Tables) -> Self {
        Self {
            places: Gazetteer::new(tables),
            bodies: Bodies::new(tables),
            instruments: Instruments::new(tables),
            system_heads: systems::system_heads(tables),
            plan_words: systems::plan_words(tables),
            product_words: ProductWords::new(tables),
            short_forms: ShortForms::new(tables),
            long_forms: LongForms::new(tables),
            time_phrases: calendar::time_phrases(tables),
            english_words: english::english_words(tables),
            english_instruments: english::english_instruments(tables),
            english_fields: english::english_fields(tables),
            lunar_years: LunarYears::new(tables),
            speech: SpeechWords::new(tables),
            page: PageWords::new(tables),
            term_words: TermWords::new(tables),
            theme_words: ThemeWords::new(tables),
            aim_words: aims::aim_words(tables),
            english_aims: aims::english_aims(tables),
            goal_words: aims::goal_words(tables),
            measure_words: measures::measure_words(tables),
            list_nouns: lists::list_nouns(tables),
            english_lists: lists::english_lists(tables),
            place_types: PlaceTypes::new(tables),
            sayings: Phrases::new(tables.rows("sayings").filter_map(|row| Some((*row.first()?, ())))),
            units: units::units(tables),
            qualifiers: units::qualifiers(tables),
            change_verbs: units::change_verbs(tables),
            numbered_names: units::numbered_names(tables),
            heads: Heads::new(tables),
            committee_words: heads::committee_words(tables),
            subjects: subjects::subjects(tables),
            family_names: FamilyNames::new(tables),
            offices: Offices::new(tables),
        }
    }
}

/// From the tables of this build.
#[cfg(any(test, feature = "built-in"))]
impl Default for Lexicon {
    fn default() -> Self {
        Self::new(&Tables::built_in())
    }
}
