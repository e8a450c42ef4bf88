//! Files and pastes on their way in, and reading them anew as the reader says.

use crate::session::protocol::{Rejection, Reply, Request, SourceFile, TableField};

use super::super::intake::{Asked, Intake, Origin, Picked, has_text};
use super::super::{Effect, Notice, Route, Shared};
use super::{Job, Purpose, State};

impl State {
    /// Files that were picked or dropped; bundles among them are read already.
    pub(super) fn picked(
        &mut self,
        files: Vec<Picked>,
        bundles: Vec<SourceFile>,
        refused: Vec<Rejection>,
        effects: &mut Vec<Effect>,
    ) {
        self.job = None;
        self.open_bundles(bundles, effects);
        if files.is_empty() {
            if !refused.is_empty() {
                self.reject(refused);
            }
            return;
        }
        self.begin_intake(Origin::Files(files.clone()), refused);
        let files = files.into_iter().map(|file| Asked { file, ..Asked::default() }).collect();
        self.ask_files(Purpose::Add { pasted: false }, files, Vec::new(), effects);
    }

    pub(super) fn read(&mut self, files: Vec<SourceFile>, refused: Vec<Rejection>, effects: &mut Vec<Effect>) {
        self.job = None;
        let (bundles, files): (Vec<_>, Vec<_>) = files.into_iter().partition(super::bundle::is_bundle);
        self.open_bundles(bundles, effects);
        if !files.is_empty() {
            self.begin_intake(Origin::Elsewhere, refused);
            self.add(files, false, effects);
        } else if !refused.is_empty() {
            self.reject(refused);
        }
    }

    /// `html`: the same with its tags, as another program put it on the clipboard.
    pub(super) fn paste(&mut self, text: String, html: Option<String>, effects: &mut Vec<Effect>) {
        let name = self.messages().paste_name.to_owned();
        let whole = |html: String| format!("<!doctype html><html><body>{html}</body></html>");
        let bytes = html.map_or(text, whole).into_bytes();
        let file = SourceFile { name, bytes, split: true, ..SourceFile::default() };
        self.begin_intake(Origin::Paste(Box::new(file.clone())), Vec::new());
        self.add(vec![file], true, effects);
    }

    fn begin_intake(&mut self, origin: Origin, rejected: Vec<Rejection>) {
        self.notices.retain(|n| !matches!(n, Notice::Added { .. } | Notice::Rejected(_) | Notice::Cleared));
        self.intake = Some(Shared::new(Intake { origin, rejected, ..Intake::default() }));
    }

    fn add(&mut self, files: Vec<SourceFile>, pasted: bool, effects: &mut Vec<Effect>) {
        let request = Request::Add { files, keep_duplicates: false };
        let id = self.send(Purpose::Add { pasted }, request, effects);
        self.begin_job(id);
    }

    fn begin_job(&mut self, id: u32) {
        self.job = Some(Job { id: Some(id), ..Job::default() });
    }

    fn ask_files(&mut self, purpose: Purpose, files: Vec<Asked>, keys: Vec<String>, effects: &mut Vec<Effect>) {
        self.last_id += 1;
        self.pending.push((self.last_id, purpose));
        effects.push(Effect::Open { id: self.last_id, files, keys });
        self.begin_job(self.last_id);
    }

    /// Reads the paste anew with borders on these lines.
    pub(super) fn split_at(&mut self, starts: Vec<u32>, effects: &mut Vec<Effect>) {
        let Some(intake) = self.intake.as_ref().filter(|_| self.job.is_none()) else { return };
        let Some(file) = intake.paste_at(starts) else { return };
        let request = Request::Replace { keys: intake.keys.to_vec(), files: vec![file] };
        let id = self.send(Purpose::Split, request, effects);
        self.begin_job(id);
    }

    /// Reads a table anew, whose columns hold what the reader says.
    pub(super) fn set_columns(
        &mut self,
        name: &str,
        columns: Vec<(String, Option<TableField>)>,
        effects: &mut Vec<Effect>,
    ) {
        if !has_text(&columns) {
            self.announcement = self.messages().intake.no_text_column.to_owned();
            return;
        }
        let Some(intake) = self.intake.as_ref().filter(|_| self.job.is_none()) else { return };
        let Some(table) = intake.tables.iter().find(|table| table.name == name) else { return };
        let Some(asked) = intake.table_with(table, columns) else { return };
        let (name, keys) = (table.name.clone(), table.keys.clone());
        self.ask_files(Purpose::Table { name }, vec![asked], keys, effects);
    }

    /// The reader agrees with what the columns of a table were taken for.
    pub(super) fn agree(&mut self, name: &str, effects: &mut Vec<Effect>) {
        if let Some(mut intake) = self.intake.take().map(Shared::into_inner) {
            intake.tables.retain(|table| table.name != name);
            self.intake = Some(Shared::new(intake));
        }
        effects.push(Effect::Focus("lk-heading".to_owned()));
    }

    /// What came of reading.
    pub(super) fn added(&mut self, id: u32, purpose: &Purpose, reply: Reply, effects: &mut Vec<Effect>) {
        let Reply::Added { keys, rejected, splits, tables, .. } = reply else { return };
        let n = keys.len() as u32;
        let mut intake = self.intake.take().map(Shared::into_inner).unwrap_or_default();
        let stopped = self.stopping == Some(id);
        let m = self.messages();
        match purpose {
            Purpose::Add { pasted } => {
                intake.rejected.extend(rejected);
                (intake.keys, intake.splits, intake.tables) = (keys.into(), splits, tables);
                self.show_added(intake, *pasted, stopped, effects);
            }
            Purpose::Split => {
                (intake.keys, intake.rejected, intake.splits) = (keys.into(), rejected, splits);
                self.announcement = (m.added_from_paste)(n);
                self.show_again(intake, effects);
            }
            Purpose::Table { name } => {
                intake.put_table(name, keys, rejected, tables);
                self.announcement = (m.announce_added)(n);
                self.show_again(intake, effects);
            }
            _ => self.refresh(effects),
        }
    }

    fn show_added(&mut self, intake: Intake, pasted: bool, stopped: bool, effects: &mut Vec<Effect>) {
        let n_missed = intake.missed().count() as u32;
        let keys = intake.keys.clone();
        if keys.is_empty() && intake.tables.is_empty() {
            let rejected = intake.rejected.clone();
            self.intake = Some(Shared::new(intake));
            if !rejected.is_empty() {
                self.reject(rejected);
            }
            return;
        }
        self.intake = Some(Shared::new(intake));
        let m = self.messages();
        self.announcement = if stopped { m.cancelled.to_owned() } else { (m.announce_added)(keys.len() as u32) };
        if n_missed > 0 {
            self.announcement = format!("{} {}", self.announcement, (m.announce_rejected)(n_missed));
        }
        if !keys.is_empty() {
            self.is_new = true;
            self.refresh(effects);
            if !matches!(self.route, Route::Overview(_)) {
                self.go(Route::default(), effects);
            }
        }
        self.notices.push(Notice::Added { keys, pasted, stopped });
        self.verify(effects);
    }

    /// The articles of the last reading are others now.
    fn show_again(&mut self, intake: Intake, effects: &mut Vec<Effect>) {
        for notice in &mut self.notices {
            if let Notice::Added { keys, .. } = notice {
                keys.clone_from(&intake.keys);
            }
        }
        self.intake = Some(Shared::new(intake));
        self.refresh(effects);
    }
}
