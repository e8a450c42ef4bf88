//! Values that many parts of the page hold, compared by where they lie.

use std::ops::Deref;
use std::rc::Rc;

/// A value that many hold: equal to another one only where both are one and the same, so that a part of the page that is given
/// it again is not drawn again, however large it is.
#[derive(Debug, Default)]
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// Of a value.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T: Clone> Shared<T> {
    /// The value, to be changed.
    pub fn into_inner(self) -> T {
        Rc::unwrap_or_clone(self.0)
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_and_the_same_is_equal() {
        let one = Shared::new("x".to_owned());
        let again = one.clone();
        assert!(one == again && one != Shared::new("x".to_owned()));
        assert_eq!((again.len(), again.into_inner()), (1, "x".to_owned()));
    }
}
