//! Where the reader is, as the part of the address after `#`.

use super::queries::{articles_choice, articles_hash, facts_hash, facts_query, numbers_hash, numbers_query};
use crate::view::{Evidence, FactKind, FactQuery, FigureQuery, Outline, Pick};

/// Part of the overview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What each year was about.
    Years,
    /// What changed between years.
    Changes,
    /// Figures that moved.
    Figures,
    /// Ranked terms and their picture.
    Terms,
    /// Pictures of two years, and of terms over the years.
    Explore,
    /// Themes and their share of each year.
    Themes,
    /// Targets and what became of them.
    Targets,
    /// People, bodies and offices.
    People,
    /// The line of time.
    Timeline,
    /// What was set aside.
    Cleaning,
}

impl Section {
    /// All, in the order of the page.
    pub const ALL: [Self; 10] = [
        Self::Years,
        Self::Changes,
        Self::Figures,
        Self::Themes,
        Self::Terms,
        Self::Explore,
        Self::Targets,
        Self::People,
        Self::Timeline,
        Self::Cleaning,
    ];

    /// Name in the address, also the id of the heading.
    pub fn code(self) -> &'static str {
        match self {
            Self::Years => "years",
            Self::Changes => "changes",
            Self::Figures => "figures",
            Self::Terms => "terms",
            Self::Explore => "explore",
            Self::Themes => "themes",
            Self::Targets => "targets",
            Self::People => "people",
            Self::Timeline => "timeline",
            Self::Cleaning => "cleaning",
        }
    }

    /// Whether there is anything in it.
    pub fn is_shown(self, overview: &Outline) -> bool {
        match self {
            Self::Themes => !overview.themes.is_empty(),
            Self::Explore => !overview.changes.is_empty(),
            Self::Targets => overview.has_targets,
            Self::People => overview.has_cast,
            Self::Timeline => overview.has_timeline,
            Self::Years | Self::Changes | Self::Figures | Self::Terms | Self::Cleaning => true,
        }
    }
}

/// A stretch of an article that is pointed at, in UTF-16 units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// First unit.
    pub start: u32,
    /// Unit after the last.
    pub end: u32,
}

/// What the reader chose on the overview.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// A term, or any words; empty = none.
    pub term: String,
    /// A theme, by the term that names it; empty = none. A term and a theme are not chosen together.
    pub topic: String,
    /// A year.
    pub year: Option<i32>,
}

impl Choice {
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.term.is_empty() && self.topic.is_empty() && self.year.is_none()
    }
}

/// Where the reader is.
#[derive(Clone, Debug, PartialEq)]
pub enum Route {
    /// The overview, or the start where there is no article.
    Overview(Option<Section>),
    /// The overview with what the reader chose: everything on it follows.
    Chosen(Choice),
    /// The list of articles; those that hold what is chosen, if anything is.
    Articles(Choice),
    /// The table of facts.
    Facts(FactQuery),
    /// The table of figures.
    Numbers(FigureQuery),
    /// One article to read.
    Article {
        /// Its key.
        key: String,
        /// What is pointed at.
        place: Option<Place>,
        /// The fact whose card is open.
        fact: Option<u32>,
    },
    /// What the reader said about words.
    Dictionary,
    /// Adding articles.
    Add,
}

impl Default for Route {
    fn default() -> Self {
        Self::Overview(None)
    }
}

impl Route {
    /// The sentence that a claim rests on.
    pub fn evidence(evidence: &Evidence) -> Self {
        let place = Place { start: evidence.start, end: evidence.end };
        Self::Article { key: evidence.article.clone(), place: Some(place), fact: None }
    }

    /// An article from its beginning.
    pub fn article(key: &str) -> Self {
        Self::Article { key: key.to_owned(), place: None, fact: None }
    }

    /// The overview with a term chosen.
    pub fn term(term: &str) -> Self {
        Self::Chosen(Choice { term: term.to_owned(), ..Choice::default() })
    }

    /// The overview with a theme chosen.
    pub fn topic(topic: &str) -> Self {
        Self::Chosen(Choice { topic: topic.to_owned(), ..Choice::default() })
    }

    /// Where a click in a picture or a table leads.
    pub fn of(pick: &Pick) -> Self {
        match pick {
            Pick::Term { term } => Self::term(term),
            Pick::Theme { topic } => Self::topic(topic),
            Pick::Year { year } => Self::Chosen(Choice { year: Some(*year), ..Choice::default() }),
            Pick::Place { evidence } => Self::evidence(evidence),
            Pick::Article { key } => Self::article(key),
        }
    }

    /// The overview with what is chosen, if anything is.
    pub fn chosen(choice: Choice) -> Self {
        if choice.is_empty() { Self::Overview(None) } else { Self::Chosen(choice) }
    }

    /// What is chosen there. Words that are looked for among facts and figures go before a theme.
    pub fn choice(&self) -> Choice {
        let of = |words: &str, topic: &str, year| {
            let term = words.trim().to_owned();
            let topic = if term.is_empty() { topic.to_owned() } else { String::new() };
            Choice { term, topic, year }
        };
        match self {
            Self::Chosen(choice) | Self::Articles(choice) => choice.clone(),
            Self::Facts(query) => of(&query.words, &query.topic, query.year),
            Self::Numbers(query) => of(&query.words, &query.topic, query.year),
            _ => Choice::default(),
        }
    }

    /// The same place with nothing chosen or filtered.
    pub fn unchosen(&self) -> Self {
        match self {
            Self::Chosen(_) => Self::Overview(None),
            Self::Articles(_) => Self::Articles(Choice::default()),
            Self::Facts(_) => Self::Facts(FactQuery::default()),
            Self::Numbers(_) => Self::Numbers(FigureQuery::default()),
            other => other.clone(),
        }
    }

    /// Whether it is the overview.
    pub fn is_overview(&self) -> bool {
        matches!(self, Self::Overview(_) | Self::Chosen(_))
    }

    /// The facts of one type.
    pub fn facts_of(kind: FactKind) -> Self {
        Self::Facts(FactQuery { kinds: vec![kind], ..FactQuery::default() })
    }

    /// Whether both stand on the same screen, so that going there scrolls but changes no heading.
    pub fn same_screen(&self, other: &Self) -> bool {
        match (self, other) {
            (a, b) if a.is_overview() => b.is_overview(),
            (Self::Article { key: a, .. }, Self::Article { key: b, .. }) => a == b,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }

    /// The address, with its `#`.
    pub fn to_hash(&self) -> String {
        match self {
            Self::Overview(None) => "#/".to_owned(),
            Self::Overview(Some(section)) => format!("#/{}", section.code()),
            Self::Chosen(Choice { term, topic, year }) => {
                let year = year.map(|year| format!("/year/{year}")).unwrap_or_default();
                match (term.as_str(), topic.as_str()) {
                    ("", "") => format!("#{year}"),
                    ("", topic) => format!("#/theme/{}{year}", escape(topic)),
                    (term, _) => format!("#/term/{}{year}", escape(term)),
                }
            }
            Self::Articles(choice) => articles_hash(choice),
            Self::Facts(query) => facts_hash(query),
            Self::Numbers(query) => numbers_hash(query),
            Self::Article { key, place, fact } => article_hash(key, *place, *fact),
            Self::Dictionary => "#/dictionary".to_owned(),
            Self::Add => "#/add".to_owned(),
        }
    }

    /// Reads an address; one that is not understood is the overview.
    pub fn from_hash(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let parts: Vec<String> = path.split('/').map(unescape).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        match parts.as_slice() {
            ["term", term] if !term.is_empty() => Self::term(term),
            ["term", term, "year", year] if !term.is_empty() => {
                Self::chosen(Choice { term: (*term).to_owned(), year: year.parse().ok(), ..Choice::default() })
            }
            ["theme", topic] if !topic.is_empty() => Self::topic(topic),
            ["theme", topic, "year", year] if !topic.is_empty() => {
                Self::chosen(Choice { topic: (*topic).to_owned(), year: year.parse().ok(), ..Choice::default() })
            }
            ["year", year] => Self::chosen(Choice { year: year.parse().ok(), ..Choice::default() }),
            ["articles"] => Self::Articles(articles_choice(query)),
            ["facts"] => Self::Facts(facts_query(query)),
            ["numbers"] => Self::Numbers(numbers_query(query)),
            ["article", key, rest @ ..] if !key.is_empty() => article_route(key, rest),
            ["dictionary"] => Self::Dictionary,
            ["add"] => Self::Add,
            [one] => Self::Overview(Section::ALL.into_iter().find(|section| section.code() == *one)),
            _ => Self::default(),
        }
    }
}

fn article_hash(key: &str, place: Option<Place>, fact: Option<u32>) -> String {
    let mut hash = format!("#/article/{}", escape(key));
    if let Some(place) = place {
        hash.push_str(&format!("/{}-{}", place.start, place.end));
    }
    if let Some(fact) = fact {
        hash.push_str(&format!("/fact-{fact}"));
    }
    hash
}

fn article_route(key: &str, rest: &[&str]) -> Route {
    let mut place = None;
    let mut fact = None;
    for part in rest {
        if let Some(id) = part.strip_prefix("fact-") {
            fact = id.parse().ok();
            continue;
        }
        let (start, end) = part.split_once('-').unwrap_or((part, ""));
        let Ok(start) = start.parse() else { continue };
        place = Some(Place { start, end: end.parse().unwrap_or(start).max(start) });
    }
    Route::Article { key: key.to_owned(), place, fact }
}

/// All types of facts, in the order in which they are offered.
pub const KINDS: [FactKind; 13] = [
    FactKind::Figure,
    FactKind::Theme,
    FactKind::Enumeration,
    FactKind::Target,
    FactKind::Date,
    FactKind::Person,
    FactKind::Organisation,
    FactKind::Place,
    FactKind::System,
    FactKind::Event,
    FactKind::Quote,
    FactKind::Attribution,
    FactKind::Abbreviation,
];

/// Code of a type in addresses and class names.
pub fn kind_code(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Theme => "theme",
        FactKind::Enumeration => "enumeration",
        FactKind::Target => "target",
        FactKind::Figure => "figure",
        FactKind::Date => "date",
        FactKind::Person => "person",
        FactKind::Organisation => "organisation",
        FactKind::Place => "place",
        FactKind::System => "system",
        FactKind::Event => "event",
        FactKind::Quote => "quote",
        FactKind::Attribution => "attribution",
        FactKind::Abbreviation => "abbreviation",
    }
}

pub(super) fn kind_of(code: &str) -> Option<FactKind> {
    KINDS.into_iter().find(|kind| kind_code(*kind) == code)
}

/// Percent-encodes what an address cannot hold.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// Undoes [`escape`]; what is not an escape stays.
pub(super) fn unescape(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = bytes.get(at + 1..at + 3).and_then(|two| std::str::from_utf8(two).ok());
        match escaped.filter(|_| byte == b'%').and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(value) => {
                out.push(value);
                at += 3;
            }
            None => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::FigureOrder;

    #[test]
    fn every_route_comes_back_from_its_address() {
        let query = FactQuery {
            kinds: vec![FactKind::Figure, FactKind::Quote],
            year: Some(2024),
            article: Some("a/1".to_owned()),
            words: "dữ liệu & 5%".to_owned(),
            topic: "hạ tầng".to_owned(),
            corrected: true,
            from: 50,
            ..FactQuery::default()
        };
        let routes = [
            Route::Overview(None),
            Route::Overview(Some(Section::Terms)),
            Route::term("kinh tế số"),
            Route::topic("hạ tầng / số"),
            Route::Chosen(Choice { topic: "y tế".to_owned(), year: Some(2023), ..Choice::default() }),
            Route::Chosen(Choice { term: "a/b?".to_owned(), year: Some(2024), ..Choice::default() }),
            Route::Chosen(Choice { year: Some(2022), ..Choice::default() }),
            Route::Articles(Choice::default()),
            Route::Articles(Choice { term: "y tế & số".to_owned(), year: Some(2024), ..Choice::default() }),
            Route::Add,
            Route::Facts(FactQuery::default()),
            Route::Facts(query),
            Route::Numbers(FigureQuery::default()),
            Route::Numbers(FigureQuery {
                kind: Some("percent".to_owned()),
                unit: Some("%".to_owned()),
                year: Some(2024),
                article: Some("a/1".to_owned()),
                indicator: "kinh tế & số".to_owned(),
                words: "tăng".to_owned(),
                topic: "y tế".to_owned(),
                order: FigureOrder::Value,
                descending: true,
                from: 50,
                ..FigureQuery::default()
            }),
            Route::article("k1"),
            Route::Article { key: "k1".to_owned(), place: Some(Place { start: 3, end: 9 }), fact: Some(4) },
        ];
        for route in routes {
            assert_eq!(Route::from_hash(&route.to_hash()), route, "{}", route.to_hash());
        }
    }

    #[test]
    fn a_choice_goes_along_to_facts_figures_and_articles_and_back() {
        let choice = Choice { topic: "y tế".to_owned(), year: Some(2023), ..Choice::default() };
        for route in [Route::Facts(choice.facts()), Route::Numbers(choice.figures()), Route::Articles(choice.clone())] {
            assert_eq!(route.choice(), choice);
            assert_eq!(route.unchosen().choice(), Choice::default());
        }
        assert_eq!(Route::Chosen(choice).unchosen(), Route::Overview(None));
        assert_eq!(Route::article("a").unchosen(), Route::article("a"));
        let both = FactQuery { words: " bão ".to_owned(), topic: "y tế".to_owned(), ..FactQuery::default() };
        assert_eq!(Route::Facts(both).choice(), Choice { term: "bão".to_owned(), ..Choice::default() });
    }

    #[test]
    fn broken_addresses_lead_to_the_overview() {
        for hash in ["", "#", "#/", "#/nothing", "#/article/", "#/term/", "#/year/x", "#/%E1%BB/x/y", "#/a/b/c"] {
            assert_eq!(Route::from_hash(hash), Route::Overview(None), "{hash}");
        }
        let place = Some(Place { start: 12, end: 12 });
        assert_eq!(Route::from_hash("#/article/k/12"), Route::Article { key: "k".to_owned(), place, fact: None });
        assert_eq!(Route::from_hash("#/article/k/x-y/fact-z"), Route::article("k"));
    }
}
