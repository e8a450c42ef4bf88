//! What the reader says about words, and the card of a word.

use crate::session::protocol::{BadLine, Request};
use crate::view::WordView;

use super::super::{Effect, Notice, Panel, Route};
use super::{Purpose, State};

impl State {
    pub(super) fn set_wordwise(&mut self, is_wordwise: bool, effects: &mut Vec<Effect>) {
        self.is_wordwise = is_wordwise;
        self.word = Panel::default();
        effects.push(Effect::Focus("lk-wordwise".to_owned()));
    }

    pub(super) fn ask_word(&mut self, key: String, at: u32, effects: &mut Vec<Effect>) {
        let id = self.send(Purpose::Word, Request::Word { key, at }, effects);
        self.word.ask(id);
    }

    /// Asks anew for the word whose card is open: it may be another one now.
    pub(super) fn ask_word_again(&mut self, effects: &mut Vec<Effect>) {
        let Some(word) = &self.word.view else { return };
        let (key, at) = (word.evidence.article.clone(), word.evidence.start);
        self.ask_word(key, at, effects);
    }

    pub(super) fn close_word(&mut self, effects: &mut Vec<Effect>) {
        if let Some(word) = self.word.view.take() {
            effects.push(Effect::Focus(word_id(word.evidence.start)));
        }
        self.word = Panel::default();
    }

    /// Opens the card; the focus goes to it, where the buttons are.
    pub(super) fn show_word(&mut self, id: u32, word: Option<WordView>, effects: &mut Vec<Effect>) {
        let Some(word) = word else {
            self.word = Panel::default();
            return;
        };
        if self.word.answer(id, word) {
            effects.push(Effect::Focus("lk-word".to_owned()));
        }
    }

    pub(super) fn ask_dictionary(&mut self, effects: &mut Vec<Effect>) {
        let id = self.send(Purpose::Dictionary, Request::Dictionary, effects);
        self.dictionary.ask(id);
    }

    pub(super) fn change_dictionary(&mut self, request: Request, effects: &mut Vec<Effect>) {
        let old =
            |notice: &Notice| matches!(notice, Notice::Dictionary { .. } | Notice::BadLines(_) | Notice::Failed(_));
        self.notices.retain(|notice| !old(notice));
        let is_undo = request == Request::UndoDictionary;
        self.send(Purpose::ChangeDictionary { is_undo }, request, effects);
    }

    pub(super) fn dictionary_changed(
        &mut self,
        purpose: &Purpose,
        n_articles: u32,
        n_changed: u32,
        bad: Vec<BadLine>,
        effects: &mut Vec<Effect>,
    ) {
        let m = self.messages().dictionary;
        let is_undo = *purpose == Purpose::ChangeDictionary { is_undo: true };
        self.announcement = match n_changed {
            0 => m.unchanged.to_owned(),
            _ if is_undo => m.undone.to_owned(),
            n => (m.changed)(n, n_articles),
        };
        if !is_undo && n_changed > 0 {
            self.notice(Notice::Dictionary { n_changed, n_articles });
        }
        if !bad.is_empty() {
            self.announcement = format!("{} {}", self.announcement, (m.bad_lines)(n_bad(&bad)));
            self.notice(Notice::BadLines(bad));
        }
        if n_changed > 0 {
            self.refresh(effects);
        } else if self.route == Route::Dictionary {
            self.ask_dictionary(effects);
        }
    }
}

/// Lines that were not taken, those counted together too.
pub fn n_bad(bad: &[BadLine]) -> u32 {
    let n = |bad: &BadLine| match bad.trouble {
        crate::lexicon::Trouble::More { n } => n,
        _ => 1,
    };
    bad.iter().map(n).sum()
}

/// Id of the element of the word that begins at a UTF-16 unit.
pub fn word_id(at: u32) -> String {
    format!("lk-w{at}")
}
