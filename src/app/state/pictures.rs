//! Which pictures are asked for: those on show, and of those in closed parts the words.

use crate::session::protocol::Request;
use crate::view::{Chart, ChartKind, ChartQuery};

use super::super::{Choice, Effect, Panel, Section};
use super::{Purpose, State};

/// How much of a picture the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// All of it.
    Whole,
    /// What it says, beside the heading of the closed part that it stands in.
    Words,
}

impl State {
    /// A picture of the overview, as far as it is there.
    pub fn picture(&self, kind: ChartKind) -> Panel<Chart> {
        self.pictures.iter().find(|(known, _)| *known == kind).map(|(_, panel)| panel.clone()).unwrap_or_default()
    }

    /// Whether what is in a part that begins closed is drawn.
    pub fn is_opened(&self, section: Section) -> bool {
        self.opened.contains(&section)
    }

    /// Asks for the pictures on show, if their width is known. Those that wait from before are given up.
    pub(super) fn ask_charts(&mut self, effects: &mut Vec<Effect>) {
        if !self.has_pictures() {
            return;
        }
        let wanted = self.wanted();
        let gone: Vec<ChartKind> = self.pictures.iter().map(|(kind, _)| *kind).collect();
        for kind in gone.into_iter().filter(|kind| wanted.iter().all(|(wanted, _)| wanted != kind)) {
            self.give_up(kind, effects);
        }
        for (kind, extent) in wanted {
            self.ask_picture(kind, extent, effects);
        }
    }

    /// The parts of the overview with a picture that is asked for and not there, which paper would lack.
    pub fn undrawn(&self) -> Vec<Section> {
        let is_awaited = |kind: ChartKind| {
            let Panel { view, waits_for, .. } = self.picture(kind);
            waits_for.is_some() && view.is_none_or(|chart| chart.height == 0.0)
        };
        let has_awaited = |section: &Section| match section {
            Section::Figures => is_awaited(ChartKind::Figures),
            Section::Themes => is_awaited(ChartKind::Themes),
            Section::Terms => is_awaited(ChartKind::Cloud),
            _ => self.folded_in(*section).into_iter().any(is_awaited),
        };
        Section::ALL.into_iter().filter(has_awaited).collect()
    }

    /// Draws what is in a part that begins closed.
    pub(super) fn open(&mut self, section: Section, effects: &mut Vec<Effect>) {
        if self.is_opened(section) {
            return;
        }
        self.opened.push(section);
        if self.has_pictures() {
            for kind in self.folded_in(section) {
                self.ask_picture(kind, Extent::Whole, effects);
            }
        }
    }

    /// Draws what is in every part, for paper.
    pub(super) fn open_all(&mut self, effects: &mut Vec<Effect>) {
        if self.has_pictures() {
            Section::ALL.into_iter().for_each(|section| self.open(section, effects));
        }
    }

    /// Prints the page when all its pictures are there.
    pub(super) fn print(&mut self, effects: &mut Vec<Effect>) {
        self.open_all(effects);
        self.is_printing = true;
        self.print_if_drawn(effects);
    }

    /// Prints the page, if that was wished and no picture is awaited any more.
    pub(super) fn print_if_drawn(&mut self, effects: &mut Vec<Effect>) {
        let is_drawing = self.pending.iter().any(|(_, purpose)| matches!(purpose, Purpose::Picture(_)));
        if !is_drawing && std::mem::take(&mut self.is_printing) {
            effects.push(Effect::Print);
        }
    }

    /// Whether there are pictures on show, and it is known how wide they are.
    fn has_pictures(&self) -> bool {
        self.route.is_overview() && self.width > 0 && self.has_articles() == Some(true)
    }

    /// The pictures of the overview, those that are seen first before the others.
    fn wanted(&self) -> Vec<(ChartKind, Extent)> {
        let Choice { term, topic, .. } = self.choice();
        let of_subject: &[ChartKind] = match (term.is_empty(), topic.is_empty()) {
            (false, _) => &[ChartKind::Years, ChartKind::Spread, ChartKind::Company],
            (true, false) => &[ChartKind::Years, ChartKind::Spread],
            (true, true) => &[],
        };
        let Some(overview) = &self.overview.view else { return Vec::new() };
        let standing = [
            (ChartKind::Cloud, !overview.terms.is_empty()),
            (ChartKind::Figures, overview.has_figures),
            (ChartKind::Themes, Section::Themes.is_shown(overview)),
        ];
        let standing = standing.into_iter().filter(|(_, is_there)| *is_there).map(|(kind, _)| kind);
        let mut wanted: Vec<(ChartKind, Extent)> =
            of_subject.iter().copied().chain(standing).map(|kind| (kind, Extent::Whole)).collect();
        for section in Section::ALL {
            // What is to be explored is led by a sentence of its own.
            let extent = match section {
                _ if self.is_opened(section) => Extent::Whole,
                Section::Explore => continue,
                _ => Extent::Words,
            };
            wanted.extend(self.folded_in(section).into_iter().map(|kind| (kind, extent)));
        }
        wanted
    }

    /// The pictures of a part that begins closed.
    fn folded_in(&self, section: Section) -> Vec<ChartKind> {
        let Some(overview) = self.overview.view.as_ref().filter(|overview| section.is_shown(overview)) else {
            return Vec::new();
        };
        match section {
            Section::Explore => {
                let Choice { term, topic, .. } = self.choice();
                let kinds = [
                    // With a subject it stands above.
                    (ChartKind::Years, term.is_empty() && topic.is_empty()),
                    (ChartKind::Keyness, true),
                    (ChartKind::Ranks, overview.changes.len() > 1),
                    (ChartKind::Clouds, true),
                ];
                kinds.into_iter().filter(|(_, is_shown)| *is_shown).map(|(kind, _)| kind).collect()
            }
            Section::Targets => vec![ChartKind::Targets],
            Section::People => vec![ChartKind::People],
            Section::Timeline => vec![ChartKind::Timeline],
            Section::Cleaning => vec![ChartKind::Cleaning],
            Section::Years | Section::Changes | Section::Figures | Section::Themes | Section::Terms => Vec::new(),
        }
    }

    fn ask_picture(&mut self, kind: ChartKind, extent: Extent, effects: &mut Vec<Effect>) {
        self.give_up(kind, effects);
        let query = ChartQuery { words_only: extent == Extent::Words, ..self.chart_query(kind) };
        let id = self.send(Purpose::Picture(kind), Request::Charts { queries: vec![query] }, effects);
        self.panel(kind).ask(id);
    }

    /// Gives up the request for a picture that is not there yet.
    fn give_up(&mut self, kind: ChartKind, effects: &mut Vec<Effect>) {
        if let Some(id) = self.panel(kind).waits_for.take() {
            self.pending.retain(|(pending, _)| *pending != id);
            effects.push(Effect::Cancel { id });
        }
    }

    pub(super) fn panel(&mut self, kind: ChartKind) -> &mut Panel<Chart> {
        let at = match self.pictures.iter().position(|(known, _)| *known == kind) {
            Some(at) => at,
            None => {
                self.pictures.push((kind, Panel::default()));
                self.pictures.len() - 1
            }
        };
        &mut self.pictures[at].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Action, Route};
    use crate::session::protocol::{Failure, Reply};
    use crate::view::{ArticleRow, ChangesOutline, Outline, TermOutline};

    fn act(state: &mut State, action: Action) -> Vec<Effect> {
        let (next, effects) = state.apply(action);
        *state = next;
        effects
    }

    /// The pictures that are asked for, a request each: id, what is shown, whether its words alone.
    fn asked(effects: &[Effect]) -> Vec<(u32, ChartKind, bool)> {
        let one = |effect: &Effect| {
            let Effect::Send { id, request } = effect else { return None };
            let Request::Charts { queries } = &**request else { return None };
            assert_eq!(queries.len(), 1);
            Some((*id, queries[0].kind, queries[0].words_only))
        };
        effects.iter().filter_map(one).collect()
    }

    fn kinds(effects: &[Effect], words_only: bool) -> Vec<ChartKind> {
        asked(effects).into_iter().filter(|one| one.2 == words_only).map(|one| one.1).collect()
    }

    fn cancelled(effects: &[Effect]) -> Vec<u32> {
        effects.iter().filter_map(|effect| if let Effect::Cancel { id } = effect { Some(*id) } else { None }).collect()
    }

    fn answer(state: &mut State, (id, kind, _): (u32, ChartKind, bool)) -> Vec<Effect> {
        let chart = Chart { kind, summary: "x".to_owned(), ..Chart::default() };
        act(state, Action::Replied(id, Box::new(Reply::Charts { charts: vec![chart] })))
    }

    /// A page as wide as a desk, with one article and something in each part, and what it asks for.
    fn page() -> (State, Vec<Effect>) {
        let mut state = State::default();
        act(&mut state, Action::Started);
        act(&mut state, Action::Measured(1000));
        let outline = Outline {
            articles: vec![ArticleRow::default()],
            terms: vec![TermOutline::default()],
            changes: vec![ChangesOutline::default(); 2],
            has_figures: true,
            has_targets: true,
            has_cast: true,
            ..Outline::default()
        };
        let reply = Reply::Outline { outline: Box::new(outline) };
        let effects = act(&mut state, Action::Replied(1, Box::new(reply)));
        (state, effects)
    }

    #[test]
    fn what_is_closed_is_asked_for_by_its_words_and_opened_whole() {
        let (mut state, effects) = page();
        assert_eq!(kinds(&effects, false), [ChartKind::Cloud, ChartKind::Figures]);
        assert_eq!(kinds(&effects, true), [ChartKind::Targets, ChartKind::People, ChartKind::Cleaning]);
        let effects = act(&mut state, Action::Open(Section::Explore));
        let explore = [ChartKind::Years, ChartKind::Keyness, ChartKind::Ranks, ChartKind::Clouds];
        assert_eq!(kinds(&effects, false), explore);
        assert!(cancelled(&effects).is_empty() && state.is_opened(Section::Explore));
        assert!(act(&mut state, Action::Open(Section::Explore)).is_empty(), "it was opened before");
        assert!(act(&mut state, Action::Open(Section::Years)).is_empty(), "there is no picture in it");
        let effects = act(&mut state, Action::Go(Route::term("lúa")));
        let first = [ChartKind::Years, ChartKind::Spread, ChartKind::Company, ChartKind::Cloud, ChartKind::Figures];
        assert_eq!(kinds(&effects, false), [&first[..], &explore[1..]].concat(), "opened parts follow what is chosen");
    }

    #[test]
    fn a_picture_that_is_replaced_is_given_up() {
        let (mut state, effects) = page();
        let before = asked(&effects);
        answer(&mut state, before[0]);
        let effects = act(&mut state, Action::Go(Route::term("lúa")));
        let waited: Vec<u32> = before[1..].iter().map(|one| one.0).collect();
        assert_eq!(cancelled(&effects), waited);
        // What a request that was given up still says is nobody's.
        answer(&mut state, before[1]);
        assert!(state.picture(ChartKind::Figures).view.is_none());
        assert!(state.picture(ChartKind::Cloud).view.is_some(), "the old picture stays until the new one is there");
        let of_term = asked(&effects)[0];
        let effects = act(&mut state, Action::Unchoose);
        assert!(cancelled(&effects).contains(&of_term.0), "nor is one drawn that is no longer on show");
    }

    #[test]
    fn what_paper_lacks_is_known() {
        let (mut state, effects) = page();
        let standing: Vec<_> = asked(&effects).into_iter().filter(|one| !one.2).collect();
        standing.into_iter().for_each(|one| drop(answer(&mut state, one)));
        let effects = act(&mut state, Action::Printing);
        let folded = [Section::Explore, Section::Targets, Section::People, Section::Cleaning];
        assert_eq!(state.undrawn(), folded);
        for one in asked(&effects) {
            let chart = Chart { kind: one.1, height: 10.0, ..Chart::default() };
            act(&mut state, Action::Replied(one.0, Box::new(Reply::Charts { charts: vec![chart] })));
        }
        assert_eq!(state.undrawn(), []);
    }

    #[test]
    fn paper_waits_for_every_picture() {
        let (mut state, effects) = page();
        let mut waiting = asked(&effects);
        let effects = act(&mut state, Action::Print);
        waiting.retain(|(id, ..)| !cancelled(&effects).contains(id));
        waiting.extend(asked(&effects));
        assert!(kinds(&effects, false).contains(&ChartKind::Clouds) && !effects.contains(&Effect::Print));
        let last = waiting.pop().unwrap();
        for one in waiting {
            assert!(answer(&mut state, one).is_empty());
        }
        let failed = Reply::Failed { failure: Failure::Cancelled };
        assert_eq!(act(&mut state, Action::Replied(last.0, Box::new(failed))), [Effect::Print]);
        assert_eq!(act(&mut state, Action::Print), [Effect::Print], "all is there");
        act(&mut state, Action::Go(Route::Add));
        assert_eq!(act(&mut state, Action::Print), [Effect::Print]);
    }
}
