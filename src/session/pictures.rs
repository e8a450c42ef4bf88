//! Pictures: one in a step, so that a request that comes meanwhile is answered before the next of them.

use crate::view::{self, Chart, ChartQuery};

use super::Session;
use super::protocol::{Reply, Request};

/// The pictures of one request in the making.
#[derive(Debug)]
pub(super) struct Pictures {
    /// Id of the request.
    pub(super) id: u32,
    queries: Vec<ChartQuery>,
    // Those of the first queries.
    drawn: Vec<Chart>,
}

impl Pictures {
    /// Begins with none.
    pub(super) fn new(id: u32, queries: Vec<ChartQuery>) -> Self {
        Self { id, queries, drawn: Vec::new() }
    }

    /// The articles are other ones now: all are drawn anew.
    pub(super) fn outdate(&mut self) {
        self.drawn.clear();
    }
}

/// The part of the work, as progress says, in which pictures are drawn.
const PART: &str = "pictures";

impl Session {
    /// Draws the next picture of a request; the answer, when it was the last.
    pub(super) fn draw(&mut self, mut pictures: Pictures) -> (u32, Reply) {
        let id = pictures.id;
        if let Some(query) = pictures.queries.get(pictures.drawn.len()) {
            if !self.has_overview(query.clock) {
                return self.prepare(id, query.clock, Request::Charts { queries: pictures.queries });
            }
            pictures.drawn.push(view::chart(&self.overview(query.clock), &self.collection.views(), query));
        }
        let (done, total) = (pictures.drawn.len() as u32, pictures.queries.len() as u32);
        if done == total {
            return (id, Reply::Charts { charts: pictures.drawn });
        }
        self.pictures.push_front(pictures);
        (id, Reply::Progress { done, total, name: String::new(), in_kilobytes: false, part: PART.to_owned() })
    }
}
