//! Overviews: made once for all pictures of the articles as they are, in bounded steps, from what was counted before.

use std::rc::Rc;

use crate::lexicon::TermWords;
use crate::view::{Clock, Ledger, Overview, Overviewing, Stage};

use super::Session;
use super::collection::Entry;
use super::job::{Job, Work};
use super::protocol::{Reply, Request};

/// The overviews that were asked for since something changed, and what was counted.
#[derive(Debug, Default)]
pub(super) struct Overviews {
    made: Vec<Rc<Overview>>,
    ledger: Ledger,
    // Whether one was ever asked for: then another will be.
    is_wanted: bool,
}

impl Overviews {
    /// The articles are other ones now; what was counted of those that stay the same is kept.
    pub(super) fn outdate(&mut self) {
        self.made.clear();
    }

    /// Reads of an article what an overview asks for, where there will be one.
    pub(super) fn read_ahead(&mut self, words: &TermWords, entry: &Entry) {
        if self.is_wanted {
            self.ledger.read_ahead(words, (&entry.name, &entry.analysis), entry.stamp);
        }
    }

    fn of(&self, clock: Clock) -> Option<&Rc<Overview>> {
        self.made.iter().find(|overview| overview.clock == clock)
    }
}

impl Session {
    /// The overview by a clock. A request that needs one begins when it is made; an empty one stands for what nobody asks.
    pub(super) fn overview(&self, clock: Clock) -> Rc<Overview> {
        self.overviews.of(clock).cloned().unwrap_or_default()
    }

    /// Whether the overview by a clock is made.
    pub(super) fn has_overview(&self, clock: Clock) -> bool {
        self.overviews.of(clock).is_some()
    }

    /// The first clock by which a request needs an overview that is not made.
    pub(super) fn missing(&self, request: &Request) -> Option<Clock> {
        let clocks: Vec<Clock> = match request {
            Request::Overview { clock } | Request::Outline { clock } | Request::ExportReport { clock, .. } => {
                vec![*clock]
            }
            Request::Charts { queries } => queries.iter().map(|query| query.clock).collect(),
            Request::ExportChart { query, .. } => vec![query.clock],
            // Themes are made with the overview.
            Request::Facts { query } if !query.topic.is_empty() => vec![query.clock],
            Request::Figures { query } | Request::ExportFigures { query, .. } if !query.topic.is_empty() => {
                vec![query.clock]
            }
            Request::Concordance { topic, clock, .. } if !topic.is_empty() => vec![*clock],
            _ => Vec::new(),
        };
        clocks.into_iter().find(|clock| !self.has_overview(*clock))
    }

    /// Makes the overview by a clock, then does the request.
    pub(super) fn prepare(&mut self, id: u32, clock: Clock, request: Request) -> (u32, Reply) {
        self.overviews.is_wanted = true;
        let total = Stage::ALL.len() as u32;
        let work = Work::Overview { overviewing: Box::new(Overviewing::new(clock)), then: Box::new(request) };
        self.draw_on(Job::new(id, work, total))
    }

    /// One step of an overview.
    pub(super) fn draw_on(&mut self, mut job: Job) -> (u32, Reply) {
        let Work::Overview { overviewing, .. } = &mut job.work else { return self.go_on(job) };
        let words = &self.engine.lexicon().term_words;
        let part = overviewing.stage().code().to_owned();
        let done = overviewing.step(&mut self.overviews.ledger, words, &self.collection.views());
        if let Some(overview) = done {
            self.overviews.made.push(Rc::new(overview));
            let Work::Overview { then, .. } = job.work else { return self.go_on(job) };
            return self.begin(job.id, *then);
        }
        job.done = Stage::ALL.iter().position(|stage| *stage == overviewing.stage()).unwrap_or_default() as u32;
        let (done, total, name) = (job.done, job.total, String::new());
        let progress = Reply::Progress { done, total, name, in_kilobytes: false, part };
        let id = job.id;
        self.job = Some(job);
        (id, progress)
    }
}
