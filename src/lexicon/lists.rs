//! Nouns that head a list in prose.

use super::{Phrases, Tables};

/// What a list is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names say it
pub enum ListKind {
    Pillars,
    Priorities,
    Viewpoints,
    Tasks,
    Breakthroughs,
    DualGoal,
    Changes,
    Factors,
    Principles,
    Ranking,
    Limitations,
    Results,
    Keywords,
    Motto,
    Levels,
    Topics,
    Examples,
    Entities,
}

/// Marks the nouns of English articles in the table.
const ENGLISH: &str = "english";

/// A noun that heads a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ListNoun {
    /// What kind of list it heads.
    pub kind: ListKind,
    /// Whether the noun with a number announces a list even where no items follow.
    pub announces: bool,
}

/// The table of Vietnamese nouns.
pub(super) fn list_nouns(tables: &Tables) -> Phrases<ListNoun> {
    let noun = |row: Vec<&'static str>| {
        let [phrase, kind, announces] = row[..] else { return None };
        (announces != ENGLISH).then(|| (phrase, ListNoun { kind: kind_of(kind), announces: announces == "yes" }))
    };
    Phrases::new(tables.rows("list_labels").filter_map(noun))
}

/// The nouns of English articles.
pub(super) fn english_lists(tables: &Tables) -> Phrases<ListKind> {
    let noun = |row: Vec<&'static str>| match row[..] {
        [phrase, kind, ENGLISH] => Some((phrase, kind_of(kind))),
        _ => None,
    };
    Phrases::new(tables.rows("list_labels").filter_map(noun))
}

fn kind_of(name: &str) -> ListKind {
    match name {
        "pillars" => ListKind::Pillars,
        "priorities" => ListKind::Priorities,
        "viewpoints" => ListKind::Viewpoints,
        "tasks" => ListKind::Tasks,
        "breakthroughs" => ListKind::Breakthroughs,
        "dual_goal" => ListKind::DualGoal,
        "changes" => ListKind::Changes,
        "factors" => ListKind::Factors,
        "principles" => ListKind::Principles,
        "limitations" => ListKind::Limitations,
        "results" => ListKind::Results,
        "keywords" => ListKind::Keywords,
        "levels" => ListKind::Levels,
        "topics" => ListKind::Topics,
        _ => ListKind::Entities,
    }
}
