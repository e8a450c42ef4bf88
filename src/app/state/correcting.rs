//! What the reader says of facts, and what follows.

use crate::session::protocol::{Failure, Request};
use crate::view::{Correction, FactKind, FactRow, Field, Fields, Verdict};

use super::super::correcting::{self, Correcting, FormError};
use super::super::{Effect, Notice, Place, Route};
use super::{Purpose, State};

impl State {
    pub(super) fn correct_form(&mut self, form: Option<Correcting>, effects: &mut Vec<Effect>) {
        (self.form_error, self.typed) = (None, Vec::new());
        let focus = match (&form, &self.correcting) {
            // Another type: the form is there already.
            (Some(Correcting::Add { .. }), Some(Correcting::Add { .. })) => None,
            (Some(_), _) => Some("lk-correct"),
            (None, Some(Correcting::Change)) => Some("lk-different"),
            (None, Some(Correcting::Add { .. })) => Some("lk-missed"),
            (None, None) => None,
        };
        effects.extend(focus.map(|id| Effect::Focus(id.to_owned())));
        self.correcting = form;
    }

    /// The fact is none.
    pub(super) fn wrong(&mut self, id: u32, effects: &mut Vec<Effect>) {
        let Some(fact) = self.fact(id) else { return };
        let correction = correcting::correction(&fact, Verdict::Wrong, Fields::default());
        self.say(correction, fact.label, effects);
    }

    /// The fact has other values.
    pub(super) fn change(&mut self, id: u32, typed: &[(Field, String)], effects: &mut Vec<Effect>) {
        let Some(fact) = self.fact(id) else { return };
        self.typed = typed.to_vec();
        match correcting::changed(self.lang(), &fact, typed) {
            Ok(fields) if fields.is_empty() => self.correct_form(None, effects),
            Ok(fields) => {
                let correction = correcting::correction(&fact, Verdict::Change, fields);
                self.say(correction, fact.label, effects);
            }
            Err(error) => self.mistaken(error, effects),
        }
    }

    /// A fact was missed.
    pub(super) fn missed(
        &mut self,
        kind: FactKind,
        words: &str,
        place: Option<Place>,
        typed: &[(Field, String)],
        effects: &mut Vec<Effect>,
    ) {
        let Some(article) = self.article_on_show().cloned() else { return };
        self.correcting = Some(Correcting::Add { kind, words: words.to_owned(), place });
        self.typed = typed.to_vec();
        match correcting::missed(self.lang(), &article.text, kind, (words, place), typed) {
            Ok(correction) => {
                self.opening = Some((kind, correction.start, correction.end));
                self.say(correction, words.trim().to_owned(), effects);
            }
            Err(error) => self.mistaken(error, effects),
        }
    }

    /// Takes back what was said of the fact whose card is open.
    pub(super) fn take_back(&mut self, id: u32, effects: &mut Vec<Effect>) {
        let Some(fact) = self.fact(id) else { return };
        let Some(article) = self.article_on_show().cloned() else { return };
        let (start, end) = (fact.evidence.start, fact.evidence.end);
        let is_added = fact.corrected.is_some_and(|c| c.action == Verdict::Add);
        let said = || article.corrections.iter().map(|row| &row.correction).filter(|c| c.kind == fact.kind);
        let here = said().find(|c| (c.start, c.end) == (start, end));
        let Some(correction) = here.or_else(|| said().find(|c| c.start < end && start < c.end)).cloned() else {
            return;
        };
        if is_added {
            let place = Some(Place { start, end });
            self.go(Route::Article { key: article.row.key.clone(), place, fact: None }, effects);
        } else {
            effects.push(Effect::Focus("lk-card".to_owned()));
        }
        self.take_back_from(article.row.key.clone(), &correction, effects);
    }

    /// Takes back one correction of an article.
    pub(super) fn take_back_from(&mut self, key: String, correction: &Correction, effects: &mut Vec<Effect>) {
        self.correcting = None;
        let (kind, start, end) = (correction.kind, correction.start, correction.end);
        self.send(Purpose::TakeBack, Request::TakeBack { key, kind, start, end }, effects);
    }

    /// Shows the fact that was just added.
    pub(super) fn open_added(&mut self, effects: &mut Vec<Effect>) {
        let Some((kind, start, end)) = self.opening.take() else { return };
        let Some(article) = self.article_on_show().cloned() else { return };
        let is_it = |fact: &&FactRow| fact.kind == kind && (fact.evidence.start, fact.evidence.end) == (start, end);
        let added =
            |fact: &&FactRow| fact.kind == kind && fact.corrected.as_ref().is_some_and(|c| c.action == Verdict::Add);
        let Some(fact) = article.facts.iter().find(is_it).or_else(|| article.facts.iter().rev().find(added)) else {
            return;
        };
        let (place, key) = (Some(Place { start, end }), article.row.key.clone());
        self.go(Route::Article { key, place, fact: Some(fact.id) }, effects);
    }

    fn say(&mut self, correction: Correction, label: String, effects: &mut Vec<Effect>) {
        let Some(article) = self.article_on_show() else { return };
        let key = article.row.key.clone();
        if correction.action != Verdict::Add {
            self.correcting = None;
            effects.push(Effect::Focus("lk-card".to_owned()));
        }
        self.form_error = None;
        let purpose = Purpose::Correct { action: correction.action, label };
        self.send(purpose, Request::Correct { key, correction }, effects);
    }

    /// The engine does not take what was said: the form says so, or a message.
    pub(super) fn not_corrected(&mut self, action: Verdict, failure: Failure, effects: &mut Vec<Effect>) {
        self.opening = None;
        let field = match &failure {
            Failure::NoSuchValue { field, .. } => Field::from_code(field),
            _ => None,
        };
        match field {
            Some(field) => {
                if action == Verdict::Change {
                    self.correcting = Some(Correcting::Change);
                }
                self.mistaken(FormError::Value(field), effects);
            }
            None => self.notice(Notice::Failed(failure)),
        }
    }

    fn mistaken(&mut self, error: FormError, effects: &mut Vec<Effect>) {
        let m = self.messages();
        let (said, id) = match &error {
            FormError::Words => (m.words_not_there.to_owned(), "lk-missed-words".to_owned()),
            FormError::Value(field) => {
                let said = format!("{}: {}", (m.field)(field.code()), m.not_a_value);
                (said, format!("lk-field-{}", field.code()))
            }
        };
        self.announcement = said;
        self.form_error = Some(error);
        effects.push(Effect::Focus(id));
    }

    /// Tells what was said, and that it can be undone.
    pub(super) fn corrected(&mut self, action: Verdict, label: String) {
        let m = self.messages();
        let notice = Notice::Corrected { action, label };
        self.notices.retain(|notice| !notice.can_be_undone());
        self.announcement = format!("{} {}", notice.said(m), m.can_be_undone);
        if action == Verdict::Add {
            self.correcting = None;
        }
        self.notices.push(notice);
    }

    fn fact(&self, id: u32) -> Option<FactRow> {
        self.article_on_show()?.facts.get(id as usize).cloned()
    }
}
