//! Facts taken out of their lists and put into them, with every reference by index kept right.

use crate::extract::{FactKind, Facts};

use super::{Corrected, Mark};

/// Where each fact of a list goes: its new index, or nowhere.
type Moves = Vec<Option<usize>>;

/// Takes the facts that the reader calls wrong out of their lists.
pub(super) fn take_out(facts: &mut Facts, wrong: &[(FactKind, usize)], out: &mut Corrected) {
    for kind in FactKind::ALL {
        let gone: Vec<usize> = wrong.iter().filter(|(k, _)| *k == kind).map(|(_, index)| *index).collect();
        if gone.is_empty() {
            continue;
        }
        let to = &mut out.rejected;
        let moves = match kind {
            FactKind::Theme => part(&mut facts.themes, &mut to.themes, &gone),
            FactKind::Enumeration => part(&mut facts.enumerations, &mut to.enumerations, &gone),
            FactKind::Target => part(&mut facts.targets, &mut to.targets, &gone),
            FactKind::Figure => part(&mut facts.figures, &mut to.figures, &gone),
            FactKind::Date => part(&mut facts.dates, &mut to.dates, &gone),
            FactKind::Person => part(&mut facts.people, &mut to.people, &gone),
            FactKind::Organisation => part(&mut facts.organisations, &mut to.organisations, &gone),
            FactKind::Place => part(&mut facts.places, &mut to.places, &gone),
            FactKind::System => part(&mut facts.systems, &mut to.systems, &gone),
            FactKind::Event => part(&mut facts.events, &mut to.events, &gone),
            FactKind::Quote => part(&mut facts.quotes, &mut to.quotes, &gone),
            FactKind::Attribution => part(&mut facts.attributions, &mut to.attributions, &gone),
            FactKind::Abbreviation => part(&mut facts.abbreviations, &mut to.abbreviations, &gone),
        };
        follow(facts, kind, &moves);
        follow_marks(&mut out.marks, kind, &moves);
    }
}

/// Moves the facts of these indices to another list; gives where each of the others is now.
fn part<T>(list: &mut Vec<T>, to: &mut Vec<T>, gone: &[usize]) -> Moves {
    let mut moves = Vec::with_capacity(list.len());
    let mut kept = Vec::with_capacity(list.len());
    for (index, fact) in std::mem::take(list).into_iter().enumerate() {
        if gone.contains(&index) {
            moves.push(None);
            to.push(fact);
        } else {
            moves.push(Some(kept.len()));
            kept.push(fact);
        }
    }
    *list = kept;
    moves
}

/// Puts a fact where it belongs in the order of the text; gives its index.
pub(super) fn insert<T>(list: &mut Vec<T>, fact: T, start: impl Fn(&T) -> usize) -> (usize, Moves) {
    let at = list.iter().position(|other| start(other) > start(&fact)).unwrap_or(list.len());
    let moves = (0..list.len()).map(|index| Some(index + usize::from(index >= at))).collect();
    list.insert(at, fact);
    (at, moves)
}

/// Lets the references to facts of a type follow them. The lists themselves have moved already.
pub(super) fn follow(facts: &mut Facts, kind: FactKind, moves: &Moves) {
    let step = |index: &mut Option<usize>| *index = index.and_then(|i| moves.get(i).copied().flatten());
    match kind {
        FactKind::Figure => facts.targets.iter_mut().for_each(|t| step(&mut t.metric)),
        FactKind::Quote => facts.quotes.iter_mut().for_each(|q| step(&mut q.nested_in)),
        FactKind::Attribution => facts.attributions.iter_mut().for_each(|a| step(&mut a.nested_in)),
        FactKind::Theme => facts.themes.iter_mut().for_each(|t| step(&mut t.same_as)),
        FactKind::Enumeration => facts.enumerations.iter_mut().for_each(|e| step(&mut e.parent)),
        _ => {}
    }
}

pub(super) fn follow_marks(marks: &mut Vec<Mark>, kind: FactKind, moves: &Moves) {
    marks.retain_mut(|mark| {
        if mark.kind != kind {
            return true;
        }
        let to = moves.get(mark.index).copied().flatten();
        mark.index = to.unwrap_or_default();
        to.is_some()
    });
}
