//! What follows from what the engine says.

use crate::session::protocol::{Failure, Reply};

use super::super::{Effect, Notice, Route};
use super::{Job, Purpose, State};

impl State {
    pub(super) fn answer(&mut self, id: u32, reply: Reply, effects: &mut Vec<Effect>) {
        if let Reply::Progress { done, total, name, in_kilobytes, .. } = reply {
            return self.progress(id, Job { id: Some(id), done, total, in_kilobytes, name });
        }
        let Some(purpose) = self.close(id) else { return };
        match reply {
            Reply::Progress { .. } | Reply::Mapped { .. } | Reply::Overview { .. } => {}
            added @ Reply::Added { .. } => self.added(id, &purpose, added, effects),
            Reply::Changed { .. } => self.changed(purpose, effects),
            Reply::Outline { outline } => {
                if self.overview.answer(id, *outline) {
                    self.ask_charts(effects);
                    if std::mem::take(&mut self.is_new) {
                        effects.push(Effect::Focus("lk-heading".to_owned()));
                    }
                }
            }
            Reply::Corrected { taken, unmatched, refused, .. } => {
                let notice = Notice::CorrectionsRead { taken, unmatched, refused };
                self.announcement = notice.said(self.messages());
                self.notices.retain(|notice| !matches!(notice, Notice::CorrectionsRead { .. }));
                self.notices.push(notice);
                self.refresh(effects);
            }
            Reply::Figures { table } => {
                self.announcement = (self.messages().announce_facts)(table.n_rows);
                self.figures.answer(id, table);
            }
            Reply::Facts { table } => {
                self.announcement = (self.messages().announce_facts)(table.n_rows);
                self.facts.answer(id, table);
            }
            Reply::Charts { charts } => {
                if let (Purpose::Picture(kind), Some(chart)) = (purpose, charts.into_iter().next()) {
                    self.panel(kind).answer(id, chart);
                    self.print_if_drawn(effects);
                }
            }
            Reply::Article { article } => {
                self.article.answer(id, *article);
                if self.opening.is_some() {
                    self.open_added(effects);
                } else if purpose == Purpose::Article {
                    self.tell_fact();
                }
            }
            Reply::Concordance { concordance } => {
                let n_articles = concordance.articles.len() as u32;
                self.announcement = match self.route {
                    Route::Articles(_) => (self.messages().charts.announce_articles)(n_articles),
                    _ => (self.messages().announce_places)(concordance.n_lines),
                };
                self.concordance.answer(id, concordance);
            }
            Reply::Word { word } => self.show_word(id, word.map(|word| *word), effects),
            Reply::Dictionary { dictionary } => {
                self.dictionary.answer(id, dictionary);
            }
            Reply::DictionaryChanged { keys, n_changed, bad, .. } => {
                self.dictionary_changed(&purpose, keys.len() as u32, n_changed, bad, effects);
            }
            Reply::Opened { keys, rejected, awaited, settings, clock, .. } => {
                self.clock = clock;
                self.opened(keys, rejected, awaited, &settings, effects);
            }
            Reply::Verified { verdict } => self.verified(verdict),
            Reply::Exported { name, mime, bytes } => {
                if !matches!(purpose, Purpose::Link { .. } | Purpose::Sign { .. }) {
                    self.announcement = (self.messages().announce_saved)(&name);
                }
                effects.push(match purpose {
                    Purpose::Link { has_texts } => Effect::MakeLink { bytes, has_texts },
                    Purpose::Sign { by } => Effect::Sign { name, mime, bytes, by },
                    Purpose::Pixels => Effect::SavePixels { name: name.replace(".svg", ".png"), svg: bytes },
                    _ => Effect::Download { name, mime, bytes },
                });
            }
            Reply::Failed { failure } => self.failed(id, &purpose, failure, effects),
        }
    }

    pub(super) fn broke(&mut self, id: u32, said: String, effects: &mut Vec<Effect>) {
        self.close(id);
        self.print_if_drawn(effects);
        // That the engine starts anew by itself is told once, by an event of its own.
        if !said.is_empty() {
            self.notice(Notice::Broken(said));
        }
    }

    /// Takes the request off the list of those that wait.
    fn close(&mut self, id: u32) -> Option<Purpose> {
        if self.job.as_ref().is_some_and(|job| job.id == Some(id)) {
            self.job = None;
        }
        let at = self.pending.iter().position(|(pending, _)| *pending == id)?;
        Some(self.pending.remove(at).1)
    }

    fn progress(&mut self, id: u32, progress: Job) {
        if self.job.as_ref().is_some_and(|job| job.id == Some(id)) {
            self.job = Some(progress);
        }
    }

    fn changed(&mut self, purpose: Purpose, effects: &mut Vec<Effect>) {
        match purpose {
            Purpose::Remove { title } => {
                let is_old = |notice: &Notice| notice.can_be_undone() || matches!(notice, Notice::Added { .. });
                self.notices.retain(|notice| !is_old(notice));
                self.announcement = (self.messages().announce_removed)(&title);
                self.notices.push(Notice::Removed { title });
            }
            Purpose::Clear => {
                self.go(Route::default(), effects);
                self.announcement = self.messages().cleared.to_owned();
                self.intake = None;
                self.notices = vec![Notice::Cleared];
                self.has_bundle = false;
                effects.push(Effect::ForgetKeys);
            }
            Purpose::Correct { action, label } => self.corrected(action, label),
            Purpose::Sort { text, is_body } => {
                let notice = Notice::Sorted { text, is_body };
                self.announcement = format!("{} {}", notice.said(self.messages()), self.messages().can_be_undone);
                self.notices.retain(|notice| !notice.can_be_undone());
                self.notices.push(notice);
            }
            Purpose::Count { title, length, is_counted } => {
                let notice = Notice::Counted { title, length, is_counted };
                self.announcement = format!("{} {}", notice.said(self.messages()), self.messages().can_be_undone);
                self.notices.retain(|notice| !notice.can_be_undone());
                self.notices.push(notice);
            }
            Purpose::TakeBack => {
                self.notices.retain(|notice| !notice.can_be_undone());
                self.announcement = self.messages().announce_taken_back.to_owned();
            }
            Purpose::Undo => self.announcement = self.messages().announce_undone.to_owned(),
            Purpose::Edit { .. } => self.announcement = self.messages().announce_edited.to_owned(),
            _ => {}
        }
        self.refresh(effects);
    }

    fn failed(&mut self, id: u32, purpose: &Purpose, failure: Failure, effects: &mut Vec<Effect>) {
        match purpose {
            Purpose::Overview => {
                self.overview.fail(id, failure);
            }
            Purpose::Article | Purpose::ArticleAgain => {
                self.article.fail(id, failure);
            }
            Purpose::Facts => {
                self.facts.fail(id, failure);
            }
            Purpose::Figures => {
                self.figures.fail(id, failure);
            }
            Purpose::Correct { action, .. } => self.not_corrected(*action, failure, effects),
            Purpose::Picture(kind) => {
                self.panel(*kind).fail(id, failure);
                self.print_if_drawn(effects);
            }
            Purpose::Concordance => {
                self.concordance.fail(id, failure);
            }
            Purpose::Word => {
                self.word.fail(id, failure);
            }
            Purpose::Dictionary => {
                self.dictionary.fail(id, failure);
            }
            _ if failure == Failure::Cancelled => {
                self.announcement = self.messages().cancelled.to_owned();
                self.refresh(effects);
            }
            Purpose::Edit { key } => {
                self.editing = Some(key.clone());
                self.notice(Notice::Failed(failure));
            }
            _ => self.notice(Notice::Failed(failure)),
        }
    }
}
