//! The reader's page: which facts show, and which words are pointed at.

use crate::view::{Block, FactKind, FactRow, Run, Verdict};

use super::Place;

/// Words of the page that look the same all over.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// First UTF-16 unit in the article's text.
    pub start: u32,
    /// The words.
    pub text: String,
    /// Widest fact on show around them, if it is a statement.
    pub ground: Option<FactKind>,
    /// Narrowest fact on show around them, if it is a name or number.
    pub line: Option<FactKind>,
    /// Ids of the facts on show that cover them, widest first.
    pub facts: Vec<u32>,
    /// Whether they are pointed at.
    pub is_target: bool,
    /// Whether the reader calls the narrowest fact wrong.
    pub is_wrong: bool,
    /// Whether the reader changed or added it.
    pub is_mine: bool,
}

/// Whether facts of a type are whole statements rather than names or numbers.
pub fn is_statement(kind: FactKind) -> bool {
    use FactKind::{Attribution, Enumeration, Quote, Target, Theme};
    matches!(kind, Theme | Enumeration | Target | Quote | Attribution)
}

/// Cuts a block where the look changes. `hidden` are the types not on show.
pub fn pieces(block: &Block, facts: &[FactRow], hidden: &[FactKind], place: Option<Place>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for run in &block.runs {
        let shown = shown_facts(run, facts, hidden);
        let kinds = || shown.iter().filter_map(|id| kind_of(facts, *id));
        let word = shown.last().and_then(|id| facts.get(*id as usize)).and_then(|fact| fact.corrected.as_ref());
        let is_wrong = word.is_some_and(|word| word.action == Verdict::Wrong);
        let look = Piece {
            start: run.start,
            text: String::new(),
            ground: kinds().find(|kind| is_statement(*kind)),
            line: kinds().rev().find(|kind| !is_statement(*kind)),
            facts: shown.clone(),
            is_target: false,
            is_wrong,
            is_mine: word.is_some() && !is_wrong,
        };
        for (start, text, is_target) in cut(run, place) {
            pieces.push(Piece { start, text: text.to_owned(), is_target, ..look.clone() });
        }
    }
    pieces
}

/// Number of facts per type, in the order in which types are offered; types without facts are left out.
pub fn legend(facts: &[FactRow]) -> Vec<(FactKind, u32)> {
    let is_wrong = |fact: &FactRow| fact.corrected.as_ref().is_some_and(|c| c.action == Verdict::Wrong);
    let count = |kind| facts.iter().filter(|fact| fact.kind == kind && !is_wrong(fact)).count() as u32;
    super::route::KINDS.into_iter().map(|kind| (kind, count(kind))).filter(|(_, n)| *n > 0).collect()
}

fn kind_of(facts: &[FactRow], id: u32) -> Option<FactKind> {
    facts.get(id as usize).map(|fact| fact.kind)
}

fn shown_facts(run: &Run, facts: &[FactRow], hidden: &[FactKind]) -> Vec<u32> {
    let is_shown = |id: &u32| kind_of(facts, *id).is_some_and(|kind| !hidden.contains(&kind));
    run.facts.iter().copied().filter(is_shown).collect()
}

/// Cuts a run at the ends of the place that is pointed at.
fn cut(run: &Run, place: Option<Place>) -> Vec<(u32, &str, bool)> {
    let Some(place) = place.filter(|place| place.start < place.end) else {
        return vec![(run.start, &run.text, false)];
    };
    let from = byte_at(&run.text, place.start.saturating_sub(run.start));
    let to = byte_at(&run.text, place.end.saturating_sub(run.start));
    let parts = [(0, from, false), (from, to, true), (to, run.text.len(), false)];
    let mut found = Vec::new();
    for (from, to, is_target) in parts {
        if from < to {
            let units = run.text[..from].encode_utf16().count() as u32;
            found.push((run.start + units, &run.text[from..to], is_target));
        }
    }
    found
}

/// Byte offset of a UTF-16 offset; the end of the text where it lies behind.
fn byte_at(text: &str, units: u32) -> usize {
    let mut left = i64::from(units);
    for (at, c) in text.char_indices() {
        if left <= 0 {
            return at;
        }
        left -= c.len_utf16() as i64;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{BlockKind, Evidence};

    fn fact(id: u32, kind: FactKind) -> FactRow {
        FactRow {
            id,
            kind,
            label: String::new(),
            value: String::new(),
            details: Vec::new(),
            article_title: String::new(),
            year: None,
            evidence: Evidence::default(),
            sentence: Default::default(),
            zone: "body".to_owned(),
            count: 1,
            rule: String::new(),
            confidence: "high".to_owned(),
            fields: Vec::new(),
            corrected: None,
        }
    }

    fn block() -> Block {
        let run = |start, text: &str, facts: &[u32]| Run { start, text: text.to_owned(), facts: facts.to_vec() };
        let runs = vec![run(10, "Đạt 😀 ", &[0]), run(17, "118 tỷ", &[0, 1]), run(23, " đồng", &[])];
        Block { kind: BlockKind::Paragraph, runs }
    }

    #[test]
    fn statements_lie_below_names_and_numbers() {
        let facts = [fact(0, FactKind::Target), fact(1, FactKind::Figure)];
        let all = pieces(&block(), &facts, &[], None);
        assert_eq!(all[1].ground, Some(FactKind::Target));
        assert_eq!(all[1].line, Some(FactKind::Figure));
        assert_eq!(all[2].facts, Vec::<u32>::new());
        let fewer = pieces(&block(), &facts, &[FactKind::Target], None);
        assert_eq!((fewer[0].ground, fewer[1].facts.as_slice()), (None, [1].as_slice()));
    }

    #[test]
    fn the_place_pointed_at_is_cut_out() {
        let marked = |start, end| -> String {
            let place = Some(Place { start, end });
            pieces(&block(), &[], &[], place).into_iter().filter(|p| p.is_target).map(|p| p.text).collect()
        };
        assert_eq!(marked(17, 20), "118");
        assert_eq!(marked(14, 20), "😀 118");
        assert_eq!(marked(15, 18), " 1", "a place inside a character begins after it");
        assert_eq!(marked(0, 99), "Đạt 😀 118 tỷ đồng");
        assert_eq!(marked(17, 17), "");
        let all: String =
            pieces(&block(), &[], &[], Some(Place { start: 12, end: 19 })).into_iter().map(|p| p.text).collect();
        assert_eq!(all, "Đạt 😀 118 tỷ đồng");
    }
}
