//! One row for each term.

use rustc_hash::FxHashSet;

use super::TermTable;

impl TermTable {
    /// Indices of the rows, best first, one for each term: of the forms of a term the heaviest. Mere pieces of longer terms
    /// are left out.
    pub fn foremost(&self) -> Vec<usize> {
        let mut taken: FxHashSet<&str> = FxHashSet::default();
        let mut out = Vec::new();
        for (i, term) in self.rows.iter().enumerate().filter(|(_, term)| !term.is_piece) {
            if !taken.contains(term.term.as_str()) {
                taken.extend(term.forms().map(|form| form.0));
                out.push(i);
            }
        }
        out
    }
}
