//! The state of the page.

mod answers;
mod apply;
mod bundle;
mod charts;
mod correcting;
mod dictionary;
mod intake;
mod pictures;
mod share;
#[cfg(test)]
mod tests;

pub use apply::ROWS_PER_PAGE;
pub use bundle::is_bundle_head;
pub use charts::ChartFile;
pub use dictionary::{n_bad, word_id};

use crate::session::protocol::Request;
use crate::view::wording::Unit;
use crate::view::{
    ArticleView, Chart, ChartKind, Clock, Concordance, ConcordanceOrder, DictionaryView, FactKind, FactTable, Field,
    FigureTable, Outline, Verdict, WordView,
};

use super::correcting::{Correcting, FormError};
use super::intake::Intake;
use super::listing::Listing;
use super::{Config, Effect, Lang, Messages, Notice, Panel, Route, Scope, Section, Shared};

/// Long work that is going on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Job {
    /// Id of its request; `None` while files are read from the disk.
    pub id: Option<u32>,
    /// Articles done.
    pub done: u32,
    /// Articles in all, 0 = not known.
    pub total: u32,
    /// Whether both are kilobytes of the files.
    pub in_kilobytes: bool,
    /// Name of the file at hand.
    pub name: String,
}

/// What a request was made for.
#[derive(Clone, Debug, PartialEq)]
enum Purpose {
    Overview,
    Article,
    ArticleAgain,
    Facts,
    Figures,
    Picture(ChartKind),
    /// A picture that the browser turns into pixels.
    Pixels,
    Concordance,
    Word,
    Dictionary,
    ChangeDictionary {
        is_undo: bool,
    },
    Add {
        pasted: bool,
    },
    /// The paste with other borders.
    Split,
    /// A table with other columns.
    Table {
        name: String,
    },
    Edit {
        key: String,
    },
    /// An article with the text of another counted too, or no longer.
    Count {
        title: String,
        length: (u32, Unit),
        is_counted: bool,
    },
    /// A stretch put into the body, or out of it.
    Sort {
        text: String,
        is_body: bool,
    },
    Remove {
        title: String,
    },
    Clear,
    Correct {
        action: Verdict,
        label: String,
    },
    TakeBack,
    Corrections,
    Undo,
    Export,
    /// A bundle to be put into a link.
    Link {
        has_texts: bool,
    },
    /// A bundle to be signed.
    Sign {
        by: String,
    },
    Open,
    Verify,
}

/// The state of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What the host, then the reader, decided.
    pub config: Config,
    /// What of the collection the host wants shown.
    pub scope: Scope,
    /// Where the reader is.
    pub route: Route,
    /// Where the reader was before an article was opened.
    pub came_from: Route,
    /// The corpus on one screen.
    pub overview: Panel<Outline>,
    /// What of the list of articles is on show.
    pub listing: Listing,
    /// The article to read.
    pub article: Panel<ArticleView>,
    /// The table of facts.
    pub facts: Panel<FactTable>,
    /// The table of figures.
    pub figures: Panel<FigureTable>,
    /// By which year things count.
    pub clock: Clock,
    /// Width of the pictures in CSS pixels; 0 = not known yet.
    pub width: u32,
    /// The pictures of the overview that were asked for.
    pictures: Vec<(ChartKind, Panel<Chart>)>,
    /// Parts of the overview that begin closed and were opened once: what is in them is drawn.
    opened: Vec<Section>,
    /// Whether the page is printed as soon as all its pictures are there.
    is_printing: bool,
    /// Whether the cleaning ledger is open.
    pub is_ledger_open: bool,
    /// In what order the places of a term stand.
    pub order: ConcordanceOrder,
    /// The places of a term.
    pub concordance: Panel<Concordance>,
    /// The word whose card is open.
    pub word: Panel<WordView>,
    /// What the reader said about words.
    pub dictionary: Panel<DictionaryView>,
    /// Whether articles show word by word rather than with their facts.
    pub is_wordwise: bool,
    /// Long work that is going on.
    pub job: Option<Job>,
    /// What was read last.
    pub intake: Option<Shared<Intake>>,
    /// Messages, oldest first.
    pub notices: Vec<Notice>,
    /// Types of facts that the reader's page hides.
    pub hidden: Vec<FactKind>,
    /// Key of the article whose form is open.
    pub editing: Option<String>,
    /// Whether the browser does not keep the articles, though it should.
    pub is_unstored: bool,
    /// Whether everything is kept for use without a network.
    pub is_offline_ready: bool,
    /// The form in which something is said of a fact.
    pub correcting: Option<Correcting>,
    /// What is wrong with it.
    pub form_error: Option<FormError>,
    /// What was entered in it when it was found wrong.
    pub typed: Vec<(Field, String)>,
    /// What a screen reader is told.
    pub announcement: String,
    /// Whether the next overview holds new articles, to which the reader is led.
    is_new: bool,
    /// Whether a bundle was opened that articles are held against.
    has_bundle: bool,
    /// The request that the reader has given up.
    stopping: Option<u32>,
    /// The fact that was added and is shown once it is there.
    opening: Option<(FactKind, u32, u32)>,
    last_id: u32,
    pending: Vec<(u32, Purpose)>,
}

impl State {
    /// The state at the beginning.
    pub fn new(config: Config, route: Route) -> Self {
        Self { config, route, ..Self::default() }
    }

    /// The state with what the host wants shown.
    pub fn within(self, scope: Scope) -> Self {
        Self { clock: scope.clock.unwrap_or(self.clock), scope, ..self }
    }

    /// Language of the wording.
    pub fn lang(&self) -> Lang {
        self.config.lang
    }

    /// The wording.
    pub fn messages(&self) -> &'static Messages {
        Messages::of(self.config.lang)
    }

    /// Whether there is any article; `None` as long as that is not known.
    pub fn has_articles(&self) -> Option<bool> {
        self.overview.view.as_ref().map(|overview| !overview.articles.is_empty())
    }

    /// Whether the page is as narrow as that of a phone, as far as its width is known.
    pub fn is_narrow(&self) -> bool {
        (1..600).contains(&self.width)
    }

    /// The article on show, once it is there.
    pub fn article_on_show(&self) -> Option<&Shared<ArticleView>> {
        let Route::Article { key, .. } = &self.route else { return None };
        self.article.view.as_ref().filter(|article| article.row.key == *key)
    }

    fn send(&mut self, purpose: Purpose, request: Request, effects: &mut Vec<Effect>) -> u32 {
        self.last_id += 1;
        self.pending.push((self.last_id, purpose));
        effects.push(Effect::Send { id: self.last_id, request: Box::new(request) });
        self.last_id
    }

    fn title_of(&self, key: &str) -> String {
        let rows = self.overview.view.as_ref().map_or(&[][..], |overview| &overview.articles);
        rows.iter().find(|row| row.key == key).map(|row| row.title.clone()).unwrap_or_default()
    }
}
