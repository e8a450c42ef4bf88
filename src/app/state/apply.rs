//! What follows from what happens.

use crate::session::protocol::{Edit, ExportFormat, Rejection, Request};
use crate::view::FactKind;

use super::super::listing::Listing;
use super::super::{Action, Choice, Config, Effect, Mode, Notice, Panel, Route};
use super::{Job, Purpose, State};

/// Rows of one page of facts, figures or articles.
pub const ROWS_PER_PAGE: u32 = 50;

impl State {
    /// The state after `action`, and what has to happen outside of it.
    pub fn apply(&self, action: Action) -> (Self, Vec<Effect>) {
        let mut next = self.clone();
        let mut effects = Vec::new();
        next.take(action, &mut effects);
        (next, effects)
    }

    fn take(&mut self, action: Action, effects: &mut Vec<Effect>) {
        match action {
            Action::Started => self.start(effects),
            Action::Configure(config) => {
                let is_other = config.lang != self.config.lang;
                self.config = config;
                if is_other {
                    self.ask_charts(effects);
                }
            }
            Action::Limit(scope) => self.set_scope(scope, effects),
            Action::Routed(route) => self.enter(route, effects),
            Action::Replied(id, reply) => self.answer(id, *reply, effects),
            Action::Broke(id, said) => self.broke(id, said, effects),
            Action::Restarted => {
                self.notices.retain(|notice| *notice != Notice::Restarted);
                self.announcement = self.messages().restarted.to_owned();
                self.notice(Notice::Restarted);
            }
            Action::StoreFailed(why) => {
                self.is_unstored = true;
                self.notices.retain(|notice| !matches!(notice, Notice::NotStored(_)));
                self.announcement = (self.messages().not_stored)(why).to_owned();
                self.notice(Notice::NotStored(why));
            }
            Action::OfflineReady => self.is_offline_ready = true,
            Action::UpdateReady => self.notice(Notice::Update),
            Action::Update => effects.push(Effect::Update),
            Action::CorpusChanged => self.refresh(effects),
            Action::Go(route) => self.go(route, effects),
            Action::Query(query) => self.replace(Route::Facts(query), effects),
            Action::Pick(pick) => self.pick(pick, effects),
            Action::Choose(choice) => self.choose(choice, effects),
            Action::Unchoose => self.unchoose(effects),
            Action::Sort { key, text, is_body } => self.place(key, text, is_body, effects),
            Action::OpenLedger(is_open) => self.is_ledger_open = is_open,
            Action::NoPixels => self.notice(Notice::NoPixels),
            Action::SetClock(clock) => self.set_clock(clock, effects),
            Action::Measured(width) => self.measured(width, effects),
            Action::Order(order) => self.order = order,
            Action::List(listing) => self.list(listing, effects),
            Action::SaveChart(kind, file, is_dark) => self.save_chart(kind, file, is_dark, effects),
            Action::SaveReport(kind) => {
                let request = Request::ExportReport { kind, language: self.config.lang, clock: self.clock };
                self.send(Purpose::Export, request, effects);
            }
            Action::MakeLink { has_texts } => self.make_link(has_texts, effects),
            Action::Linked(made, has_texts) => self.linked(made, has_texts),
            Action::Copy(text) => effects.push(Effect::Copy(text)),
            Action::Copied(is_done) => self.copied(is_done),
            Action::SignForm => effects.push(Effect::AskKey),
            Action::KeyFound { key, by } => self.key_found(key, by, effects),
            Action::CannotSign => self.cannot_sign(),
            Action::Sign(by) => self.sign(by, effects),
            Action::Signed(name) => self.signed(&name),
            Action::SignatureRead(signature) => self.signature_read(signature),
            Action::Print => self.print(effects),
            Action::Printing => self.open_all(effects),
            Action::Open(section) => self.open(section, effects),
            Action::Speak(lang) => {
                self.configure(Config { lang, ..self.config }, effects);
                self.ask_charts(effects);
            }
            Action::Dress(theme) => self.configure(Config { theme, ..self.config }, effects),
            Action::Reading => self.job = Some(Job::default()),
            Action::Taking(done, total) => self.job = Some(Job { done, total, ..Job::default() }),
            Action::Read(files, refused) => self.read(files, refused, effects),
            Action::Picked { files, bundles, refused } => self.picked(files, bundles, refused, effects),
            Action::Paste(text, html) => self.paste(text, html, effects),
            Action::SplitAt(starts) => self.split_at(starts, effects),
            Action::SetColumns(name, columns) => self.set_columns(&name, columns, effects),
            Action::AgreeColumns(name) => self.agree(&name, effects),
            Action::OpenSample => self.open_sample(effects),
            Action::SampleFailed => {
                self.job = None;
                self.notice(Notice::NoSample);
            }
            Action::Cancel => self.cancel(effects),
            Action::Edit(key, edit) => self.edit(key, edit, effects),
            Action::EditForm(key) => self.edit_form(key, effects),
            Action::Remove(key) => self.remove(key, effects),
            Action::Clear => {
                self.send(Purpose::Clear, Request::Remove { keys: Vec::new() }, effects);
            }
            Action::Undo => {
                self.notices.retain(|notice| !notice.can_be_undone());
                self.correcting = None;
                let is_card = matches!(self.route, Route::Article { fact: Some(_), .. });
                effects.push(Effect::Focus(if is_card { "lk-card" } else { "lk-heading" }.to_owned()));
                self.send(Purpose::Undo, Request::Undo, effects);
            }
            Action::Dismiss(at) => {
                if at < self.notices.len() {
                    self.notices.remove(at);
                }
            }
            Action::CorrectForm(form) => self.correct_form(form, effects),
            Action::Wrong(id) => self.wrong(id, effects),
            Action::Change(id, typed) => self.change(id, &typed, effects),
            Action::Missed { kind, words, place, typed } => self.missed(kind, &words, place, &typed, effects),
            Action::TakeBack(id) => self.take_back(id, effects),
            Action::TakeBackFrom(key, correction) => {
                let is_last = self.article_on_show().is_none_or(|article| article.corrections.len() < 2);
                effects.push(Effect::Focus(if is_last { "lk-heading" } else { "lk-mine" }.to_owned()));
                self.take_back_from(key, &correction, effects);
            }
            Action::ReadCorrections(bytes) => {
                self.send(Purpose::Corrections, Request::Corrections { bytes }, effects);
            }
            Action::FigureQuery(query) => self.replace(Route::Numbers(query), effects),
            Action::ExportFigures(query, format) => {
                self.send(Purpose::Export, Request::ExportFigures { query: *query, format }, effects);
            }
            Action::Toggle(kind) => self.toggle(kind),
            Action::ToggleAll => self.toggle_all(),
            Action::Wordwise(is_wordwise) => self.set_wordwise(is_wordwise, effects),
            Action::AskWord(key, at) => self.ask_word(key, at, effects),
            Action::CloseWord => self.close_word(effects),
            Action::Mark(phrase, mark) => {
                self.change_dictionary(Request::Mark { phrase, mark }, effects);
            }
            Action::ReadDictionary(Ok(bytes)) => {
                self.change_dictionary(Request::ReadDictionary { bytes, replace: false }, effects);
            }
            Action::ReadDictionary(Err(failure)) => self.notice(Notice::Failed(failure)),
            Action::UndoDictionary => self.change_dictionary(Request::UndoDictionary, effects),
            Action::Export(ExportFormat::Bundle) => self.make_bundle(Purpose::Export, true, true, effects),
            Action::Export(ExportFormat::BundleHashes) => self.make_bundle(Purpose::Export, false, true, effects),
            Action::Export(format) => {
                self.send(Purpose::Export, Request::Export { format, clock: self.clock }, effects);
            }
        }
    }

    fn start(&mut self, effects: &mut Vec<Effect>) {
        self.refresh(effects);
        if let Some(focus) = target(&self.route) {
            effects.push(Effect::Show(focus));
        }
    }

    fn configure(&mut self, config: Config, effects: &mut Vec<Effect>) {
        self.config = config;
        effects.push(Effect::Remember(config));
    }

    pub(super) fn go(&mut self, route: Route, effects: &mut Vec<Effect>) {
        if self.config.mode == Mode::Page && route != self.route {
            effects.push(Effect::PushHash(route.to_hash()));
        }
        let focus = target(&route).unwrap_or_else(|| "lk-heading".to_owned());
        self.enter(route, effects);
        effects.push(Effect::Focus(focus));
    }

    /// Shows `route`, asks for what it needs, and brings what it points at into sight.
    fn enter(&mut self, route: Route, effects: &mut Vec<Effect>) {
        if route == self.route {
            return;
        }
        // On another screen nothing has the focus any more.
        let is_other = !route.same_screen(&self.route);
        self.enter_quietly(route, effects);
        match target(&self.route) {
            Some(target) if is_other => effects.push(Effect::Focus(target)),
            Some(target) => effects.push(Effect::Show(target)),
            // The browser puts the page where it stood; a heading would draw it to the top.
            None if is_other => effects.push(Effect::Focus("lk-main".to_owned())),
            None => {}
        }
    }

    /// Shows `route` and asks for what it needs.
    pub(super) fn enter_quietly(&mut self, route: Route, effects: &mut Vec<Effect>) {
        let is_article = |route: &Route| matches!(route, Route::Article { .. });
        let old = std::mem::replace(&mut self.route, route);
        (self.correcting, self.form_error) = (None, None);
        if is_article(&self.route) && !is_article(&old) {
            self.came_from = old.clone();
        }
        if !self.route.same_screen(&old) {
            self.editing = None;
            self.notices.retain(|notice| {
                !matches!(notice, Notice::Corrected { .. } | Notice::Sorted { .. } | Notice::Counted { .. })
            });
            self.notices.retain(|notice| !matches!(notice, Notice::Added { .. } | Notice::Cleared));
        }
        self.ask_for_route(effects);
        self.ask_charts(effects);
        self.tell_fact();
    }

    /// Tells which fact's card is open.
    pub(super) fn tell_fact(&mut self) {
        let Route::Article { fact: Some(id), .. } = self.route else { return };
        let fact = self.article_on_show().and_then(|article| article.facts.get(id as usize));
        if let Some(fact) = fact {
            self.announcement = format!("{}: {}. {}", (self.messages().kind_name)(fact.kind), fact.label, fact.value);
        }
    }

    /// Puts a route in place of the one on show, without a step in the history.
    pub(super) fn replace(&mut self, route: Route, effects: &mut Vec<Effect>) {
        if self.config.mode == Mode::Page {
            effects.push(Effect::ReplaceHash(route.to_hash()));
        }
        self.route = route;
        self.ask_for_route(effects);
    }

    /// Asks for what the route shows beside the overview.
    fn ask_for_route(&mut self, effects: &mut Vec<Effect>) {
        let is_listed = matches!(self.route, Route::Articles(_));
        match self.route.clone() {
            // The overview asks for the places of a term or theme, the list of articles for those that hold the choice.
            Route::Chosen(Choice { term, topic, year }) | Route::Articles(Choice { term, topic, year })
                if !term.is_empty() || !topic.is_empty() || is_listed && year.is_some() =>
            {
                let request = Request::Concordance { term, topic, clock: self.clock, year };
                let id = self.send(Purpose::Concordance, request, effects);
                self.concordance.ask(id);
            }
            Route::Facts(mut query) => {
                query.limit = ROWS_PER_PAGE;
                query.clock = self.clock;
                let id = self.send(Purpose::Facts, Request::Facts { query }, effects);
                self.facts.ask(id);
            }
            Route::Numbers(mut query) => {
                query.limit = ROWS_PER_PAGE;
                query.clock = self.clock;
                let id = self.send(Purpose::Figures, Request::Figures { query }, effects);
                self.figures.ask(id);
            }
            Route::Article { key, .. } if self.article_on_show().is_none() => {
                self.word = Panel::default();
                self.ask_article(Purpose::Article, key, effects);
            }
            Route::Dictionary => self.ask_dictionary(effects),
            _ => {}
        }
    }

    /// Shows another page of the list of articles, or other articles of it.
    fn list(&mut self, listing: Listing, effects: &mut Vec<Effect>) {
        // While words are typed the focus stays in their field.
        if listing.words == self.listing.words {
            effects.push(Effect::Focus("lk-heading".to_owned()));
        }
        self.listing = listing;
    }

    fn ask_article(&mut self, purpose: Purpose, key: String, effects: &mut Vec<Effect>) {
        let id = self.send(purpose, Request::Article { key }, effects);
        self.article.ask(id);
    }

    /// Asks anew for everything on show.
    pub(super) fn refresh(&mut self, effects: &mut Vec<Effect>) {
        let id = self.send(Purpose::Overview, Request::Outline { clock: self.clock }, effects);
        self.overview.ask(id);
        match self.route.clone() {
            Route::Article { key, .. } => {
                let is_shown = self.article_on_show().is_some();
                let purpose = if is_shown { Purpose::ArticleAgain } else { Purpose::Article };
                self.ask_article(purpose, key, effects);
                self.ask_word_again(effects);
            }
            _ => self.ask_for_route(effects),
        }
    }

    fn open_sample(&mut self, effects: &mut Vec<Effect>) {
        self.job = Some(Job::default());
        effects.push(Effect::FetchSample);
    }

    fn cancel(&mut self, effects: &mut Vec<Effect>) {
        if let Some(id) = self.job.as_ref().and_then(|job| job.id) {
            self.stopping = Some(id);
            effects.push(Effect::Cancel { id });
        }
    }

    fn edit(&mut self, key: String, edit: Edit, effects: &mut Vec<Effect>) {
        self.editing = None;
        let is_in_ledger = self.route.is_overview();
        effects.push(Effect::Focus(if is_in_ledger { "lk-cleaning".to_owned() } else { format!("lk-edit-{key}") }));
        let rows = self.overview.view.iter().flat_map(|overview| &overview.articles);
        if let (Some(is_counted), Some(row)) = (edit.counted, rows.into_iter().find(|row| row.key == key)) {
            let length = (row.n_syllables, row.unit());
            let purpose = Purpose::Count { title: row.title.clone(), length, is_counted };
            self.send(purpose, Request::Edit { key, edit }, effects);
            return;
        }
        let request = Request::Edit { key: key.clone(), edit };
        self.send(Purpose::Edit { key }, request, effects);
    }

    /// Puts a stretch into the body, or out of it; every count follows.
    fn place(&mut self, key: String, text: String, is_body: bool, effects: &mut Vec<Effect>) {
        let said = text.clone();
        let (keep, set_aside) = if is_body { (Some(text), None) } else { (None, Some(text)) };
        let edit = Edit { keep, set_aside, ..Edit::default() };
        effects.push(Effect::Focus(if self.route.is_overview() { "lk-cleaning" } else { "lk-heading" }.to_owned()));
        self.send(Purpose::Sort { text: said, is_body }, Request::Edit { key, edit }, effects);
    }

    fn edit_form(&mut self, key: Option<String>, effects: &mut Vec<Effect>) {
        let focus = match (&key, &self.editing) {
            (Some(key), _) => format!("lk-form-{key}"),
            (None, Some(key)) => format!("lk-edit-{key}"),
            (None, None) => return,
        };
        effects.push(Effect::Focus(focus));
        self.editing = key;
    }

    fn remove(&mut self, key: String, effects: &mut Vec<Effect>) {
        let title = self.title_of(&key);
        if matches!(&self.route, Route::Article { key: shown, .. } if *shown == key) {
            self.go(Route::Articles(Choice::default()), effects);
        }
        self.send(Purpose::Remove { title }, Request::Remove { keys: vec![key] }, effects);
    }

    fn toggle(&mut self, kind: FactKind) {
        match self.hidden.iter().position(|hidden| *hidden == kind) {
            Some(at) => {
                self.hidden.remove(at);
            }
            None => self.hidden.push(kind),
        }
    }

    fn toggle_all(&mut self) {
        let is_any_hidden = !self.hidden.is_empty();
        self.hidden = if is_any_hidden { Vec::new() } else { super::super::route::KINDS.to_vec() };
    }

    pub(super) fn reject(&mut self, rejected: Vec<Rejection>) {
        let n = rejected.len();
        self.announcement = (self.messages().announce_rejected)(n as u32);
        if let Some(Notice::Rejected(list)) = self.notices.iter_mut().find(|n| matches!(n, Notice::Rejected(_))) {
            list.extend(rejected);
        } else {
            self.notices.push(Notice::Rejected(rejected));
        }
    }

    /// Adds a message, unless it stands there already.
    pub(super) fn notice(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }
}

/// Id of the element that a route points at within its screen.
fn target(route: &Route) -> Option<String> {
    match route {
        Route::Overview(Some(section)) => Some(format!("lk-{}", section.code())),
        Route::Chosen(choice) if !choice.term.is_empty() => Some("lk-concordance".to_owned()),
        Route::Chosen(_) => Some("lk-choice".to_owned()),
        Route::Article { place: Some(_), .. } => Some("lk-target".to_owned()),
        Route::Article { fact: Some(_), .. } => Some("lk-card".to_owned()),
        _ => None,
    }
}
