//! One part of the page that shows an answer of the engine.

use super::Shared;
use crate::session::protocol::Failure;

/// What a part of the page shows, and what it waits for. The old answer stays until the new one is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel<T> {
    /// The answer on show.
    pub view: Option<Shared<T>>,
    /// Id of the request whose answer is awaited.
    pub waits_for: Option<u32>,
    /// Why the last request failed.
    pub failure: Option<Failure>,
}

impl<T> Default for Panel<T> {
    fn default() -> Self {
        Self { view: None, waits_for: None, failure: None }
    }
}

impl<T> Panel<T> {
    /// Waits for the answer to request `id`.
    pub fn ask(&mut self, id: u32) {
        self.waits_for = Some(id);
        self.failure = None;
    }

    /// Takes the answer to request `id`, unless another one is awaited by now.
    pub fn answer(&mut self, id: u32, view: T) -> bool {
        if self.waits_for != Some(id) {
            return false;
        }
        *self = Self { view: Some(Shared::new(view)), waits_for: None, failure: None };
        true
    }

    /// Takes the failure of request `id`, unless another one is awaited by now.
    pub fn fail(&mut self, id: u32, failure: Failure) -> bool {
        if self.waits_for != Some(id) {
            return false;
        }
        *self = Self { view: None, waits_for: None, failure: Some(failure) };
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_latest_answer_counts() {
        let mut panel = Panel::default();
        panel.ask(1);
        panel.ask(2);
        assert!(!panel.answer(1, "old"));
        assert!(panel.answer(2, "new"));
        assert_eq!(panel.view.as_deref(), Some(&"new"));
        assert!(!panel.fail(2, Failure::Cancelled));
    }
}
