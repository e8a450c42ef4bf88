//! Choosing terms from the list.

use crate::text::search_key;
use crate::view::TermOutline;

/// Terms shown before the reader asks for all.
pub const FIRST: usize = 12;

/// Indexes of the terms that hold `words`, with or without accents; all, if there are no words.
pub fn matching(terms: &[TermOutline], words: &str) -> Vec<usize> {
    let exact = words.trim().to_lowercase();
    let bare = search_key(&exact);
    let is_bare = exact == bare;
    let fits = |term: &TermOutline| term.term.contains(&exact) || (is_bare && search_key(&term.term).contains(&bare));
    (0..terms.len()).filter(|at| terms.get(*at).is_some_and(fits)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_count_only_where_typed() {
        let terms = ["dữ liệu", "du lịch", "du khách", "kinh tế số"]
            .map(|term| TermOutline { term: term.to_owned(), ..TermOutline::default() });
        assert_eq!(matching(&terms, ""), [0, 1, 2, 3]);
        assert_eq!(matching(&terms, "du l"), [0, 1]);
        assert_eq!(matching(&terms, "Dữ "), [0]);
        assert_eq!(matching(&terms, "số"), [3]);
        assert_eq!(matching(&terms, "xyz"), [0usize; 0]);
    }
}
