//! Words that names of bodies and instruments are built of.

use super::{Phrases, Tables};

/// What a word of a name asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A noun, which may end a name: `Y tế`.
    Noun,
    /// An activity, which takes a noun after it: `Quản lý`.
    Activity,
}

/// The words, longest match first.
pub fn subjects(tables: &Tables) -> Phrases<Subject> {
    let table = tables.rows("subjects");
    Phrases::new(table.filter_map(|row| match row[..] {
        [word, "t"] => Some((word, Subject::Activity)),
        [word, _] => Some((word, Subject::Noun)),
        _ => None,
    }))
}
