//! One row for each term.

use rustc_hash::FxHashSet;

use super::ComparedTerm;

/// Indices of the rows, best first, one for each term: of the forms of a term the heaviest. Mere pieces of longer terms are
/// left out.
pub(super) fn foremost(rows: &[ComparedTerm]) -> Vec<usize> {
    let mut taken: FxHashSet<u32> = FxHashSet::default();
    let mut out = Vec::with_capacity(rows.len());
    for (i, row) in rows.iter().enumerate().filter(|(_, row)| !row.is_piece) {
        if !taken.contains(&row.phrase) {
            taken.extend(row.merged.iter().flat_map(|merged| &merged.phrases));
            out.push(i);
        }
    }
    out
}
