//! All facts of one article, found in an order in which later rules may use what earlier ones found.

use crate::base::Span;
use crate::ingest::Zone;

use super::*;

/// How sure a rule is of what it found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Reads one way only.
    High,
    /// Reads this way in most texts.
    Medium,
    /// One of several readings.
    Low,
}

/// How a mention names its entity.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MentionType {
    /// By its full name.
    Name,
    /// By an abbreviation.
    Abbr,
    /// In other letters (case, tone mark placement).
    Variant,
    /// By a short or other name.
    Alias,
    /// Misspelt.
    Misspelling,
    /// By a word that only stands for it: `Bộ`, `Ủy ban`.
    Anaphor,
    /// A person by the office only: `Thủ tướng`.
    Title,
    /// Inside the name of something else.
    Nested,
    /// A person by form of address and given name: `ông Bình`.
    GivenName,
}

/// One place where an entity is named.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// How it names the entity.
    pub kind: MentionType,
    /// Body or not.
    pub zone: Zone,
}

/// Everything that one article states.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Facts {
    /// Title, outlet, dates, year.
    pub meta: Meta,
    /// Short forms and what they stand for.
    pub abbreviations: Vec<Abbreviation>,
    /// Expressions of time.
    pub dates: Vec<DateExpression>,
    /// Numbers that say something.
    pub figures: Vec<Figure>,
    /// People with their offices.
    pub people: Vec<Person>,
    /// Named bodies.
    pub organisations: Vec<Organisation>,
    /// Named places.
    pub places: Vec<Place>,
    /// Policy instruments and digital systems.
    pub systems: Vec<System>,
    /// Conferences and sessions reported on.
    pub events: Vec<Event>,
    /// Spans in quotation marks.
    pub quotes: Vec<Quote>,
    /// Reported speech without marks.
    pub attributions: Vec<Attribution>,
    /// Stated themes of years.
    pub themes: Vec<Theme>,
    /// Lists in prose.
    pub enumerations: Vec<Enumeration>,
    /// Commitments for the future.
    pub targets: Vec<Target>,
}

impl Facts {
    /// Number of facts of all types, `meta` not counted.
    pub fn count(&self) -> u32 {
        let statements = self.figures.len() + self.dates.len() + self.quotes.len() + self.attributions.len();
        let lists = self.themes.len() + self.enumerations.len() + self.targets.len() + self.events.len();
        let entities = self.people.len() + self.organisations.len() + self.places.len() + self.systems.len();
        (statements + lists + entities + self.abbreviations.len()) as u32
    }

    /// Gives back the room that lists keep to grow: thousands of articles are held at a time.
    fn shrink(&mut self) {
        self.abbreviations.shrink_to_fit();
        self.dates.shrink_to_fit();
        self.figures.shrink_to_fit();
        self.people.shrink_to_fit();
        self.organisations.shrink_to_fit();
        self.places.shrink_to_fit();
        self.systems.shrink_to_fit();
        self.quotes.shrink_to_fit();
        self.attributions.shrink_to_fit();
        self.themes.shrink_to_fit();
        self.enumerations.shrink_to_fit();
        self.targets.shrink_to_fit();
        self.events.shrink_to_fit();
    }
}

/// Reads all facts. `given` holds what the reader said about the article, which goes before what the text says.
pub fn facts(reading: &Reading, given: &Given) -> Facts {
    let mut facts = Facts { abbreviations: abbreviations(reading), ..Facts::default() };
    facts.meta = meta(reading, given);
    let times = date::expressions(reading);
    timeline::timeline(reading, given, &times, &mut facts.meta);
    facts.dates = date::dates(reading, &times, &facts.meta);
    facts.figures = figures(reading, &facts);
    let is_english = facts.meta.language == "en";
    facts.organisations = if is_english { english::organisations(reading) } else { organisations(reading, &facts) };
    facts.people = if is_english { english::people(reading) } else { people(reading, &facts) };
    facts.places = places(reading, &facts);
    facts.systems = systems(reading, &facts);
    facts.events = events(reading, &facts);
    let speech = Speech::new(reading, &facts);
    facts.quotes = quotes(reading, &facts, &speech);
    facts.attributions =
        if is_english { english::attributions(reading, &facts, &speech) } else { attributions(reading, &speech) };
    facts.themes = themes(reading, &facts, &speech);
    facts.enumerations = enumerations(reading, &facts);
    facts.targets = targets(reading, &facts, &speech);
    figure::plan(&mut facts.figures, &facts.targets);
    facts.shrink();
    facts
}
