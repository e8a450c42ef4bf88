//! Where the terms to be grouped stand.

use crate::base::Arrange;
use crate::compare::comparison::Source;
use crate::compare::term_table::TermTable;
use crate::extract::TermCounter;
use crate::ingest::SegmentRole;

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
    pub(super) fn new(sources: &[Source], table: &TermTable, rows: &[usize]) -> Self {
        let mut forms: Vec<(&str, usize)> = Vec::new();
        for (term, &row) in rows.iter().enumerate() {
            let row = &table.rows[row];
            forms.push((&row.term, term));
            // A bare short form reads like any other word.
            forms.extend(row.forms().filter(|form| form.0.contains(' ')).map(|form| (form.0, term)));
        }
        let counter = TermCounter::new(forms.iter().map(|form| form.0));
        let (paragraphs, sentences) = (vec![Vec::new(); rows.len()], vec![Vec::new(); rows.len()]);
        let is_piece = vec![true; rows.len()];
        let mut out = Self { paragraphs, sentences, is_piece, n_paragraphs: 0 };
        let mut order: Vec<usize> = (0..sources.len()).collect();
        order.arrange_by_key(|&i| sources[i].0);
        for article in order {
            let analysis = sources[article].1;
            for segment in analysis.article.segments.iter().filter(|s| s.role != SegmentRole::Heading) {
                // The farthest end of what begins before a place; that place, and the farthest end of what begins there.
                let (mut before, mut here) = (0, (0, 0));
                for found in counter.occurrences(&analysis.article.text, segment.span) {
                    let term = forms[found.term as usize].1;
                    let (start, end) = (found.span.start(), found.span.end());
                    if here.0 < start {
                        before = here.1.max(before);
                        here = (start, 0);
                    }
                    here.1 = here.1.max(end);
                    out.is_piece[term] &= end <= before;
                    let sentence = (article as u32, analysis.parts.sentence_at(found.span.start()) as u32);
                    push_new(&mut out.paragraphs[term], out.n_paragraphs);
                    push_new(&mut out.sentences[term], sentence);
                }
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
