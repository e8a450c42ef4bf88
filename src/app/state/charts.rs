//! Pictures on the page, and what the reader chooses in them.

use crate::session::protocol::{ChartFormat, Request};
use crate::view::chart::Theme;
use crate::view::{ArticlePlaces, ChartKind, ChartQuery, Clock, Pick};

use super::super::{Choice, Effect, Mode, Route, Scope};
use super::{Purpose, State};

/// Files that can be made of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartFile {
    /// The bytes that the engine makes.
    Made(ChartFormat),
    /// The picture as pixels, drawn by the browser.
    Png,
}

impl State {
    /// What is chosen; in an article, what was chosen where it was opened.
    pub fn choice(&self) -> Choice {
        if let Route::Article { .. } = self.route { self.came_from.choice() } else { self.route.choice() }
    }

    /// The articles that hold what is chosen, by key; `None` while they are asked for.
    pub fn holders(&self) -> Option<&[ArticlePlaces]> {
        let Choice { term, topic, .. } = self.choice();
        let subject = if term.is_empty() { topic } else { term };
        let view = self.concordance.view.as_ref().filter(|view| view.term == subject);
        view.filter(|_| self.concordance.waits_for.is_none()).map(|view| view.articles.as_slice())
    }

    /// The query of a picture, with all that is chosen.
    pub fn chart_query(&self, kind: ChartKind) -> ChartQuery {
        let Choice { term, topic, year } = self.choice();
        ChartQuery {
            kind,
            language: self.config.lang,
            // The cloud stands beside the list of terms, where there is room for both.
            width: if kind == ChartKind::Cloud && self.width >= 800 { self.width * 7 / 13 } else { self.width },
            term,
            topic,
            years: self.years_of(kind, year),
            clock: self.clock,
            limit: if matches!(kind, ChartKind::Terms | ChartKind::Cloud) { self.scope.limit } else { 0 },
            ..ChartQuery::default()
        }
    }

    /// The year that the reader chose goes before those of the host.
    fn years_of(&self, kind: ChartKind, year: Option<i32>) -> Vec<i32> {
        let is_pair = matches!(kind, ChartKind::Keyness | ChartKind::Years);
        match year {
            Some(year) => vec![year],
            None if is_pair && self.scope.pair().is_some() => self.scope.compare.clone(),
            None => self.scope.years.clone(),
        }
    }

    /// Shows what the host wants shown.
    pub(super) fn set_scope(&mut self, scope: Scope, effects: &mut Vec<Effect>) {
        if self.scope != scope {
            let clock = scope.clock.filter(|_| scope.clock != self.scope.clock);
            self.scope = scope;
            self.ask_charts(effects);
            if let Some(clock) = clock {
                self.set_clock(clock, effects);
            }
        }
    }

    /// Takes in how wide the pictures may be, in steps, so that a small change draws nothing anew.
    pub(super) fn measured(&mut self, width: u32, effects: &mut Vec<Effect>) {
        let width = (width / 40 * 40).clamp(240, 1160);
        if width != self.width {
            self.width = width;
            self.ask_charts(effects);
        }
    }

    /// Follows what was clicked in a picture or a table.
    pub(super) fn pick(&mut self, pick: Pick, effects: &mut Vec<Effect>) {
        let choice = self.choice();
        let route = match pick {
            Pick::Term { term } => Route::Chosen(Choice { term, topic: String::new(), ..choice }),
            Pick::Theme { topic } => {
                // The chosen theme, clicked again, is chosen no more.
                let topic = Some(topic).filter(|topic| choice.topic != *topic).unwrap_or_default();
                return self.choose(Choice { topic, term: String::new(), ..choice }, effects);
            }
            Pick::Year { year } => {
                let year = Some(year).filter(|year| choice.year != Some(*year));
                return self.choose(Choice { year, ..choice }, effects);
            }
            Pick::Place { evidence } => Route::evidence(&evidence),
            Pick::Article { key } => Route::article(&key),
        };
        self.go(route, effects);
    }

    /// Chooses without leaving the place on the page.
    pub(super) fn choose(&mut self, choice: Choice, effects: &mut Vec<Effect>) {
        let m = self.messages().charts;
        let named = |name: &str| Some(name.to_owned()).filter(|name| !name.is_empty());
        let names = [choice.year.map(|year| year.to_string()), named(&choice.term), named(&choice.topic)];
        let names: Vec<String> = names.into_iter().flatten().collect();
        self.announcement =
            if names.is_empty() { m.announce_no_choice.to_owned() } else { (m.announce_choice)(&names.join(", ")) };
        let route = Route::chosen(choice);
        if route != self.route && self.config.mode == Mode::Page {
            effects.push(Effect::PushHash(route.to_hash()));
        }
        self.enter_quietly(route, effects);
        effects.push(Effect::Focus("lk-choice".to_owned()));
    }

    /// Chooses nothing any more, wherever the reader is.
    pub(super) fn unchoose(&mut self, effects: &mut Vec<Effect>) {
        let route = self.route.unchosen();
        match route {
            _ if route == self.route => {}
            Route::Facts(_) | Route::Numbers(_) | Route::Articles(_) => {
                self.announcement = self.messages().charts.announce_no_choice.to_owned();
                self.replace(route, effects);
            }
            _ if self.choice().is_empty() => {}
            _ => self.choose(Choice::default(), effects),
        }
    }

    pub(super) fn set_clock(&mut self, clock: Clock, effects: &mut Vec<Effect>) {
        if self.clock != clock {
            self.clock = clock;
            let m = self.messages().charts;
            let name = if clock == Clock::Published { m.published } else { m.discussed };
            self.announcement = (m.announce_clock)(name);
            self.refresh(effects);
        }
    }

    pub(super) fn save_chart(&mut self, kind: ChartKind, file: ChartFile, is_dark: bool, effects: &mut Vec<Effect>) {
        let mut query = self.chart_query(kind);
        let (purpose, format) = match file {
            ChartFile::Made(format) => (Purpose::Export, format),
            ChartFile::Png => {
                query.theme = if is_dark { Theme::Dark } else { Theme::Light };
                (Purpose::Pixels, ChartFormat::Svg)
            }
        };
        self.send(purpose, Request::ExportChart { query, format }, effects);
    }
}
