//! What every component has at hand: the wording and a way to say what happened.

use yew::prelude::*;

use crate::app::{Action, Lang, Messages};

/// What every component has at hand.
#[derive(Clone, PartialEq)]
pub(super) struct Desk {
    /// The wording.
    pub m: &'static Messages,
    /// Whether the page belongs to somebody else.
    pub is_widget: bool,
    /// Whether links and signatures can be made.
    pub can_share: bool,
    /// Says what happened.
    pub act: Callback<Action>,
}

impl Desk {
    /// Language of the wording.
    pub(super) fn lang(&self) -> Lang {
        self.m.lang
    }

    /// A listener that says that `action` happened.
    pub(super) fn on<E>(&self, action: Action) -> Callback<E> {
        self.act.reform(move |_| action.clone())
    }
}

/// The desk that the root provides.
#[hook]
pub(super) fn use_desk() -> Desk {
    use_context::<Desk>().expect("the root provides the desk")
}
