//! Handing work on: links that carry a bundle, signed bundles.

use std::rc::Rc;

use crate::session::protocol::SourceFile;

use super::super::{Effect, Notice, Signature, Unlinked};
use super::{Purpose, State};

impl State {
    /// Has a link made: with the texts inside, or a recipe without them.
    pub(super) fn make_link(&mut self, has_texts: bool, effects: &mut Vec<Effect>) {
        self.notices.retain(|notice| !matches!(notice, Notice::Link { .. } | Notice::LinkTooLong { .. }));
        self.make_bundle(Purpose::Link { has_texts }, has_texts, false, effects);
    }

    pub(super) fn linked(&mut self, made: Result<String, Unlinked>, has_texts: bool) {
        let m = self.messages().share;
        let notice = match made {
            Ok(link) => {
                self.announcement = (m.link)(has_texts, link.chars().count() as u32);
                Notice::Link { link: Rc::from(link), has_texts }
            }
            Err(unlinked) => {
                self.announcement = (m.too_long)(&unlinked, has_texts);
                Notice::LinkTooLong { unlinked, has_texts }
            }
        };
        self.notices.push(notice);
    }

    pub(super) fn copied(&mut self, is_done: bool) {
        let m = self.messages().share;
        self.announcement = if is_done { m.copied } else { m.not_copied }.to_owned();
        self.notices.retain(|notice| !matches!(notice, Notice::Copied(_)));
        self.notices.push(Notice::Copied(is_done));
    }

    pub(super) fn key_found(&mut self, key: String, by: String, effects: &mut Vec<Effect>) {
        self.notices.retain(|notice| !notice.is_of_signing());
        self.notices.push(Notice::Signing { key, by });
        effects.push(Effect::Focus("lk-signer".to_owned()));
    }

    pub(super) fn cannot_sign(&mut self) {
        self.notices.retain(|notice| !notice.is_of_signing());
        self.announcement = self.messages().share.cannot_sign.to_owned();
        self.notices.push(Notice::CannotSign);
    }

    /// Saves a bundle that is signed by that name.
    pub(super) fn sign(&mut self, by: String, effects: &mut Vec<Effect>) {
        self.make_bundle(Purpose::Sign { by }, true, true, effects);
    }

    pub(super) fn signed(&mut self, name: &str) {
        self.announcement = (self.messages().announce_saved)(name);
    }

    /// Has the signatures of bundles looked at.
    pub(super) fn check_signatures(bundles: &[SourceFile], effects: &mut Vec<Effect>) {
        effects.extend(bundles.iter().map(|file| Effect::CheckSignature(file.bytes.clone())));
    }

    pub(super) fn signature_read(&mut self, signature: Signature) {
        self.announcement = (self.messages().share.signature)(&signature);
        self.notice(Notice::Signature(signature));
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Action;
    use super::*;
    use crate::session::protocol::{Reply, Request};

    fn request(effects: &[Effect]) -> (u32, Request) {
        let sent = effects.iter().find_map(|effect| match effect {
            Effect::Send { id, request } => Some((*id, (**request).clone())),
            _ => None,
        });
        sent.expect("a request is sent")
    }

    fn exported(id: u32) -> Action {
        let reply = Reply::Exported { name: "b.json".to_owned(), mime: "m".to_owned(), bytes: b"{}".to_vec() };
        Action::Replied(id, Box::new(reply))
    }

    #[test]
    fn a_link_is_made_of_a_bundle_and_offered_with_its_size() {
        for has_texts in [true, false] {
            let (state, effects) = State::default().apply(Action::MakeLink { has_texts });
            let (id, request) = request(&effects);
            assert!(matches!(request, Request::Bundle { texts, view: false, .. } if texts == has_texts));
            let (state, effects) = state.apply(exported(id));
            assert_eq!(effects, [Effect::MakeLink { bytes: b"{}".to_vec(), has_texts }]);
            let (state, _) = state.apply(Action::Linked(Ok("https://a.vn/#bundle=x".to_owned()), has_texts));
            assert!(state.announcement.contains("22"), "{}", state.announcement);
            assert!(matches!(&state.notices[..], [Notice::Link { has_texts: told, .. }] if *told == has_texts));
            let (state, _) = state.apply(Action::MakeLink { has_texts: false });
            assert_eq!(state.notices, []);
        }
    }

    #[test]
    fn a_link_that_is_too_long_is_refused_with_the_numbers() {
        let unlinked = Unlinked { n_chars: 3_000_000, most: 2_000_000 };
        let (state, _) = State::default().apply(Action::Linked(Err(unlinked), true));
        assert!(state.announcement.contains("3.000.000") && state.announcement.contains("2.000.000"));
        assert!(state.notices[0].is_bad());
    }

    #[test]
    fn a_signed_bundle_has_the_name_that_was_entered() {
        let found = Action::KeyFound { key: "k".to_owned(), by: "Tòa soạn".to_owned() };
        let (state, _) = State::default().apply(found);
        assert_eq!(state.notices, [Notice::Signing { key: "k".to_owned(), by: "Tòa soạn".to_owned() }]);
        let (state, effects) = state.apply(Action::Sign("Báo A".to_owned()));
        let (id, request) = request(&effects);
        assert!(matches!(request, Request::Bundle { texts: true, view: true, .. }));
        let (_, effects) = state.apply(exported(id));
        assert!(matches!(&effects[..], [Effect::Sign { by, .. }] if by == "Báo A"));
    }

    #[test]
    fn a_signature_that_does_not_fit_is_told_as_bad() {
        for (is_valid, is_bad) in [(true, false), (false, true)] {
            let read = Signature { by: "A".to_owned(), key: "k".to_owned(), is_valid, is_own: false };
            let (state, _) = State::default().apply(Action::SignatureRead(read));
            assert_eq!(state.notices[0].is_bad(), is_bad);
        }
    }
}
