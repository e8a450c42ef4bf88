//! Where the terms to be grouped stand.

use crate::base::Arrange;
use crate::compare::ledger::{Kept, Ledger, Set};
use crate::compare::term_table::TermTable;

/// Where some terms stand in the bodies of all articles.
pub(super) struct Occurrences {
    /// By term: the paragraphs that hold it, numbered over all articles, ascending.
    pub paragraphs: Vec<Vec<u32>>,
    /// By term: the sentences that hold it, each as index of the article and number in it.
    pub sentences: Vec<Vec<(u32, u32)>>,
    /// By term: whether it only ever stands inside a longer one, and not at its beginning: `dân số` in `công dân số`. (In
    /// Vietnamese the beginning is the head, and a term of its own: `hạ tầng` in `hạ tầng số`.)
    pub is_piece: Vec<bool>,
    /// Paragraphs of all bodies; headings are none.
    pub n_paragraphs: u32,
}

impl Occurrences {
    /// Looks for the terms of these rows, in all their forms.
    pub(super) fn new(ledger: &Ledger, set: &Set, table: &TermTable, rows: &[usize]) -> Self {
        let mut forms: Vec<(&str, usize)> = Vec::new();
        for (term, &row) in rows.iter().enumerate() {
            let row = &table.rows[row];
            forms.push((table.term(row), term));
            // A bare short form reads like any other word.
            forms.extend(row.forms().filter(|form| form.0.contains(' ')).map(|form| (form.0, term)));
        }
        let finder = ledger.book.finder(forms.iter().map(|form| form.0));
        let (paragraphs, sentences) = (vec![Vec::new(); rows.len()], vec![Vec::new(); rows.len()]);
        let is_piece = vec![true; rows.len()];
        let mut out = Self { paragraphs, sentences, is_piece, n_paragraphs: 0 };
        let mut order: Vec<(usize, &Kept)> = ledger.of(set).collect();
        order.arrange_by_key(|&(i, _)| set.sources[i].0);
        for (article, kept) in order {
            let mut from = 0;
            for &(end, is_heading) in &kept.segments {
                let units = &kept.units[from..end as usize];
                let begin = std::mem::replace(&mut from, end as usize);
                if is_heading {
                    continue;
                }
                // The farthest end of what begins before a place; that place, and the farthest end of what begins there.
                let (mut before, mut here) = (0, (0, 0));
                finder.find(units, |first, n_units, form| {
                    let term = forms[form as usize].1;
                    if here.0 < first {
                        before = here.1.max(before);
                        here = (first, 0);
                    }
                    here.1 = here.1.max(first + n_units);
                    out.is_piece[term] &= first + n_units <= before;
                    push_new(&mut out.paragraphs[term], out.n_paragraphs);
                    push_new(&mut out.sentences[term], (article as u32, kept.sentence_of(begin + first)));
                });
                out.n_paragraphs += 1;
            }
        }
        out
    }
}

fn push_new<T: PartialEq>(list: &mut Vec<T>, new: T) {
    if list.last() != Some(&new) {
        list.push(new);
    }
}
