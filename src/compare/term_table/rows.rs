//! Which terms get a row, and which rows are one term in several forms.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Arrange;
use crate::compare::ledger::{Ledger, Set};

use super::pieces::Pieces;
use super::short_forms::ShortForms;
use super::{ComparedTerm, Merged, PartCount, settle};

/// Rows with the numbers of their phrases, and the row of each phrase.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub list: Vec<ComparedTerm>,
    pub phrases: Vec<u32>,
    by_phrase: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Rows {
    /// The terms that any article lists, each once, in the order of the articles.
    pub fn listed(ledger: &Ledger, set: &Set, order: &[usize]) -> Self {
        let mut out = Self { by_phrase: vec![NONE; ledger.book.n_phrases()], ..Self::default() };
        for &article in order {
            let Some(kept) = ledger.article(set.stamps[article]) else { continue };
            for (term, &phrase) in set.sources[article].1.terms.iter().zip(&kept.listed) {
                let row = out.row(phrase).unwrap_or_else(|| {
                    let n_syllables = term.syllables;
                    out.push(phrase, ComparedTerm { term: term.term.clone(), n_syllables, ..ComparedTerm::default() })
                });
                out.list[row].weight += term.weight;
                out.list[row].kept |= term.kept;
            }
        }
        out
    }

    /// The row of a phrase.
    pub fn row(&self, phrase: u32) -> Option<usize> {
        self.by_phrase.get(phrase as usize).filter(|&&row| row != NONE).map(|&row| row as usize)
    }

    fn push(&mut self, phrase: u32, row: ComparedTerm) -> usize {
        let at = self.list.len();
        if self.by_phrase.len() <= phrase as usize {
            self.by_phrase.resize(phrase as usize + 1, NONE);
        }
        // Of two rows of one phrase the first has the counts.
        let known = &mut self.by_phrase[phrase as usize];
        if *known == NONE {
            *known = at as u32;
        }
        self.phrases.push(phrase);
        self.list.push(row);
        at
    }

    /// Marks the rows that are mere pieces of others.
    pub fn mark(&mut self, pieces: &Pieces) {
        let Self { list, by_phrase, .. } = self;
        pieces.mark(list, |phrase| by_phrase.get(phrase as usize).map(|&row| row as usize));
    }

    /// Adds the other spellings of listed terms, so that they are counted in every article.
    pub fn add_spellings(&mut self, ledger: &Ledger, set: &Set) {
        let mut known: FxHashSet<u32> = FxHashSet::default();
        let mut new: Vec<(&str, u32)> = Vec::new();
        for (source, &stamp) in set.sources.iter().zip(set.stamps) {
            let Some(kept) = ledger.article(stamp).filter(|kept| !kept.spellings.is_empty()) else { continue };
            let forms = source.1.terms.iter().flat_map(|term| &term.variants).map(|(form, _)| form.as_str());
            new.extend(
                forms
                    .zip(&kept.spellings)
                    .filter(|(_, p)| self.row(**p).is_none() && known.insert(**p))
                    .map(|(form, &p)| (form, p)),
            );
        }
        new.arrange();
        for (form, phrase) in new {
            self.push(phrase, ComparedTerm { term: form.to_owned(), ..ComparedTerm::default() });
        }
    }

    /// Finds the rows that are one term; forms that no article lists are added at the end.
    pub fn add_other_forms(&mut self, ledger: &mut Ledger, forms: &ShortForms) -> Vec<Group> {
        // By folded form: the first row, the others, and the first with every short form written out, where it has any.
        let mut by_key: FxHashMap<u32, usize> = FxHashMap::default();
        let mut keys: Vec<(usize, Vec<usize>, Option<String>)> = Vec::new();
        for (i, row) in self.list.iter().enumerate() {
            if forms.is_short(&row.term) || forms.is_apart(&row.term) {
                continue;
            }
            let written_out = forms.has_short(&row.term).then(|| forms.written_out(&row.term));
            let folded = match &written_out {
                Some(key) => ledger.folded(key),
                None => ledger.folded_of(self.phrases[i]),
            };
            let at = *by_key.entry(folded).or_insert(keys.len());
            match keys.get_mut(at) {
                Some(known) => known.1.push(i),
                None => keys.push((i, Vec::new(), written_out)),
            }
        }
        let mut groups = Vec::new();
        for (first, more, written_out) in keys {
            let key = written_out.as_ref().unwrap_or(&self.list[first].term);
            if more.is_empty() && written_out.is_none() && !forms.may_shorten(key) {
                continue;
            }
            let mut other = forms.shortened(key);
            other.push(key.clone());
            other.retain(|form| !forms.is_apart(form));
            let (shorts, longer): (Vec<String>, Vec<String>) = other.into_iter().partition(|form| forms.is_short(form));
            let mut rows: Vec<usize> = std::iter::once(first).chain(more).collect();
            for term in longer {
                if rows.iter().all(|&i| self.list[i].term != term) {
                    let phrase = ledger.phrase(&term);
                    rows.push(self.push(phrase, ComparedTerm { term, ..ComparedTerm::default() }));
                }
            }
            if rows.len() + shorts.len() > 1 {
                groups.push(Group { rows, shorts });
            }
        }
        groups
    }
}

/// Rows that are one term in several forms, as indices; a bare short form has no row: it is counted as written.
#[derive(Debug)]
pub(super) struct Group {
    rows: Vec<usize>,
    shorts: Vec<String>,
}

/// Gives each row of a group the sum of all its forms, if more than one of them occurs.
pub(super) fn merge(groups: &[Group], short_counts: &FxHashMap<String, Vec<PartCount>>, rows: &mut [ComparedTerm]) {
    for group in groups {
        let long = group.rows.iter().map(|&i| (rows[i].term.as_str(), rows[i].by_part.as_slice()));
        let short = group.shorts.iter().filter_map(|s| Some((s.as_str(), short_counts.get(s)?.as_slice())));
        let found: Vec<_> = long.chain(short).filter(|form| !form.1.is_empty()).collect();
        if found.len() < 2 {
            continue;
        }
        let forms: Vec<(String, u32)> =
            found.iter().map(|form| (form.0.to_owned(), form.1.iter().map(|c| c.n).sum())).collect();
        let mut by_part: Vec<PartCount> = found.iter().flat_map(|form| form.1).copied().collect();
        settle(&mut by_part);
        for &i in &group.rows {
            let (others, counts) = forms.iter().filter(|f| f.0 != rows[i].term).cloned().unzip();
            let by_part = by_part.clone();
            rows[i].merged = Some(Merged { forms: others, form_counts: counts, by_part, ..Merged::default() });
        }
    }
}
