//! Files that reopen the work: made, opened, held against what is there.

use std::collections::BTreeMap;

use crate::session::protocol::{Rejection, Request, SourceFile, Verdict};

use super::super::{Effect, Notice, Route};
use super::{Job, Purpose, State};

/// How every bundle begins.
const HEAD: &[u8] = b"{\"schema\":\"langkinh-bundle/";
/// The setting that holds what was on show.
const ROUTE: &str = "route";

/// Whether a file is a bundle.
pub(super) fn is_bundle(file: &SourceFile) -> bool {
    is_bundle_head(&file.bytes)
}

/// Whether a file that begins so is a bundle.
pub fn is_bundle_head(head: &[u8]) -> bool {
    head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).starts_with(HEAD)
}

impl State {
    pub(super) fn make_bundle(&mut self, purpose: Purpose, texts: bool, view: bool, effects: &mut Vec<Effect>) {
        let settings = BTreeMap::from([(ROUTE.to_owned(), self.route.to_hash())]);
        let id = self.send(purpose, Request::Bundle { texts, view, clock: self.clock, settings }, effects);
        self.job = Some(Job { id: Some(id), ..Job::default() });
    }

    pub(super) fn open_bundles(&mut self, files: Vec<SourceFile>, effects: &mut Vec<Effect>) {
        Self::check_signatures(&files, effects);
        for SourceFile { bytes, .. } in files {
            let id = self.send(Purpose::Open, Request::Open { bytes, replace: false }, effects);
            self.job = Some(Job { id: Some(id), ..Job::default() });
        }
    }

    pub(super) fn opened(
        &mut self,
        keys: Vec<String>,
        rejected: Vec<Rejection>,
        awaited: Vec<String>,
        settings: &BTreeMap<String, String>,
        effects: &mut Vec<Effect>,
    ) {
        if !rejected.is_empty() {
            self.reject(rejected);
        }
        self.is_new = true;
        self.has_bundle = true;
        self.refresh(effects);
        self.go(settings.get(ROUTE).map(|hash| Route::from_hash(hash)).unwrap_or_default(), effects);
        self.announcement = (self.messages().announce_added)(keys.len() as u32);
        self.notices.retain(|notice| !matches!(notice, Notice::Awaited(_) | Notice::Verified(_)));
        if awaited.is_empty() {
            self.verify(effects);
        } else {
            self.notices.push(Notice::Awaited(awaited));
        }
    }

    /// Holds the articles against the bundle that was opened, if one was.
    pub(super) fn verify(&mut self, effects: &mut Vec<Effect>) {
        if self.has_bundle {
            self.send(Purpose::Verify, Request::Verify, effects);
        }
    }

    pub(super) fn verified(&mut self, verdict: Verdict) {
        self.announcement = (self.messages().bundle.verified)(&verdict).join(" ");
        self.notices.retain(|notice| !matches!(notice, Notice::Awaited(_) | Notice::Verified(_)));
        self.notices.push(Notice::Verified(verdict));
    }
}
