//! Which terms get a row, and which rows are one term in several forms.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Arrange;
use crate::compare::ledger::{Ledger, Set};

use super::short_forms::{ShortForms, ShortNumbers};
use super::ways::{Concern, Way};
use super::{Merged, PartCount, settle};

/// The rows, as numbers of phrases, and what articles that list a phrase say of it.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub phrases: Vec<u32>,
    /// The first of them are listed.
    pub n_listed: usize,
    of: Vec<OfPhrase>,
}

/// What is known of a phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct OfPhrase {
    /// The sum of its weights; 0 where no article lists it.
    pub weight: f64,
    /// Its first row.
    row: u32,
    /// Syllables it is long.
    pub n_syllables: u16,
    /// Whether the reader wants it.
    pub kept: bool,
}

const NONE: u32 = u32::MAX;

impl Default for OfPhrase {
    fn default() -> Self {
        Self { weight: 0.0, row: NONE, n_syllables: 0, kept: false }
    }
}

impl Rows {
    /// The terms that any article lists, each once, in the order of the articles.
    pub fn listed(ledger: &Ledger, set: &Set, order: &[usize]) -> Self {
        let mut out = Self { of: vec![OfPhrase::default(); ledger.n_phrases()], ..Self::default() };
        for kept in order.iter().filter_map(|&article| ledger.article(set.stamps[article])) {
            for listed in &kept.listed {
                let of = &mut out.of[listed.phrase as usize];
                if of.row == NONE {
                    (of.row, of.n_syllables) = (out.phrases.len() as u32, listed.n_syllables);
                    out.phrases.push(listed.phrase);
                }
                of.weight += listed.weight;
                of.kept |= listed.kept;
            }
        }
        out.n_listed = out.phrases.len();
        out
    }

    /// What is known of every phrase, in the order of their numbers.
    pub fn by_phrase(&self) -> &[OfPhrase] {
        &self.of
    }

    /// The weight of every phrase; `None` where no article lists it.
    pub fn weights(&self) -> Vec<Option<f64>> {
        let is_listed = |of: &OfPhrase| (of.row as usize) < self.n_listed;
        self.of.iter().map(|of| is_listed(of).then_some(of.weight)).collect()
    }

    /// Whether a phrase has a row.
    pub fn has(&self, phrase: u32) -> bool {
        self.of.get(phrase as usize).is_some_and(|of| of.row != NONE)
    }

    fn push(&mut self, phrase: u32) -> usize {
        let at = self.phrases.len();
        if self.of.len() <= phrase as usize {
            self.of.resize(phrase as usize + 1, OfPhrase::default());
        }
        // Of two rows of one phrase the first has the counts.
        let of = &mut self.of[phrase as usize];
        if of.row == NONE {
            of.row = at as u32;
        }
        self.phrases.push(phrase);
        at
    }

    /// The phrase of a row that has the counts of its phrase.
    pub fn counted(&self, row: usize) -> Option<u32> {
        Some(self.phrases[row]).filter(|&phrase| self.of[phrase as usize].row == row as u32)
    }

    /// Adds the other spellings of listed terms, so that they are counted in every article.
    pub fn add_spellings(&mut self, ledger: &Ledger, set: &Set) {
        let mut known: FxHashSet<u32> = FxHashSet::default();
        let spellings = set.stamps.iter().filter_map(|&stamp| ledger.article(stamp)).flat_map(|kept| &kept.spellings);
        let mut new: Vec<u32> =
            spellings.copied().filter(|&phrase| !self.has(phrase) && known.insert(phrase)).collect();
        new.arrange_by(|&a, &b| ledger.text(a).cmp(ledger.text(b)));
        for phrase in new {
            self.push(phrase);
        }
    }

    /// Begins to find the rows that are one term.
    pub fn alike(&self, ledger: &mut Ledger, forms: ShortForms) -> Alike {
        let mut ways = std::mem::take(&mut ledger.ways);
        ways.renew(forms, |phrase| ledger.text(phrase));
        let numbers = ShortNumbers::new(&ways.forms, ledger);
        // By folded form: the first row. By first row: the others. The first rows, and how short forms concern them.
        let mut first_of: Vec<u32> = vec![NONE; ledger.n_phrases()];
        let mut firsts: Vec<(u32, Concern)> = Vec::new();
        let mut more: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for (&phrase, i) in self.phrases.iter().zip(0..) {
            let concern = ways.concern(phrase, |forms| numbers.concern(forms, ledger, phrase));
            if concern == Concern::Apart {
                continue;
            }
            let has_short = concern == Concern::HasShort;
            let folded = if has_short {
                let forms = &ways.forms;
                let write_out = || {
                    let written_out = forms.written_out(ledger.text(phrase));
                    let phrase = ledger.phrase(&written_out);
                    let folded = ledger.folded_of(phrase);
                    (written_out.into_boxed_str(), folded)
                };
                ways.written.entry(phrase).or_insert_with(write_out).1
            } else {
                ledger.folded_of(phrase)
            } as usize;
            if first_of.len() <= folded {
                first_of.resize(folded + 1, NONE);
            }
            match first_of[folded] {
                NONE => {
                    first_of[folded] = i;
                    firsts.push((i, concern));
                }
                first => more.entry(first).or_default().push(i),
            }
        }
        ledger.ways = ways;
        Alike { firsts, more, next: 0, groups: Vec::new() }
    }

    /// Goes on with it; whether all are found. Forms that no article lists are added at the end.
    pub fn add_other_forms(&mut self, ledger: &mut Ledger, alike: &mut Alike) -> bool {
        let mut ways = std::mem::take(&mut ledger.ways);
        let Alike { firsts, more, next, groups } = alike;
        let mut n_new = 0;
        while let Some(&(first, concern)) = firsts.get(*next).filter(|_| n_new < WAYS_AT_ONCE) {
            *next += 1;
            let phrase = self.phrases[first as usize];
            if concern == Concern::None && !more.contains_key(&first) {
                continue;
            }
            let has_short = concern == Concern::HasShort;
            let way = ways.of.entry(phrase).or_insert_with(|| {
                n_new += 1;
                let written = ways.written.get(&phrase).filter(|_| has_short);
                let key = written.map_or_else(|| ledger.text(phrase).to_owned(), |written| written.0.to_string());
                Way::new(&ways.forms, &key, |term| ledger.phrase(term))
            });
            let more = more.remove(&first).unwrap_or_default();
            let mut rows: Vec<usize> = std::iter::once(first).chain(more).map(|i| i as usize).collect();
            for &phrase in &way.longer {
                if rows.iter().all(|&i| self.phrases[i] != phrase) {
                    rows.push(self.push(phrase));
                }
            }
            if rows.len() + way.shorts.len() > 1 {
                groups.push(Group { rows, shorts: way.shorts.clone() });
            }
        }
        ledger.ways = ways;
        let is_done = *next >= firsts.len();
        if is_done {
            self.of.resize(ledger.n_phrases(), OfPhrase::default());
        }
        is_done
    }
}

/// Phrases whose other ways to be written are found in one step, beside those that are known.
const WAYS_AT_ONCE: usize = 4_000;

/// The rows that are one term, as far as they are found.
#[derive(Debug, Default)]
pub(super) struct Alike {
    // The first rows, and how short forms concern them; by first row, the others with the same folded form.
    firsts: Vec<(u32, Concern)>,
    more: FxHashMap<u32, Vec<u32>>,
    next: usize,
    /// What was found.
    pub groups: Vec<Group>,
}

/// Rows that are one term in several forms, as indices; a bare short form has no row: it is counted as written.
#[derive(Debug)]
pub(super) struct Group {
    rows: Vec<usize>,
    shorts: Vec<String>,
}

/// The sum of all forms of each row of a group, if more than one of them occurs; by phrase. `by_part` gives the counts of a
/// phrase.
pub(super) fn merge<'a>(
    groups: &[Group],
    rows: &Rows,
    ledger: &Ledger,
    short_counts: &'a FxHashMap<u32, Vec<PartCount>>,
    by_part: impl Fn(u32) -> &'a [PartCount],
) -> FxHashMap<u32, Merged> {
    let mut out = FxHashMap::default();
    let of_short = |short: &str| short_counts.get(&ledger.forms.known(short)?).map(Vec::as_slice);
    for group in groups {
        let long = group.rows.iter().filter_map(|&row| Some(by_part(rows.counted(row)?)));
        let short = group.shorts.iter().filter_map(|short| of_short(short));
        if long.chain(short).filter(|counts| !counts.is_empty()).take(2).count() < 2 {
            continue;
        }
        let counted =
            |&row: &usize| rows.counted(row).map(|phrase| (ledger.text(phrase), by_part(phrase), Some(phrase)));
        let long = group.rows.iter().filter_map(counted);
        let short =
            group.shorts.iter().filter_map(|short| Some((short.as_str(), of_short(short)?, ledger.book.known(short))));
        let found: Vec<_> = long.chain(short).filter(|form| !form.1.is_empty()).collect();
        let forms: Vec<(String, u32)> =
            found.iter().map(|form| (form.0.to_owned(), form.1.iter().map(|c| c.n).sum())).collect();
        let mut by_part: Vec<PartCount> = found.iter().flat_map(|form| form.1).copied().collect();
        settle(&mut by_part);
        for phrase in group.rows.iter().filter_map(|&row| rows.counted(row)) {
            let (others, counts) = forms.iter().filter(|f| f.0 != ledger.text(phrase)).cloned().unzip();
            let phrases = found.iter().filter_map(|form| form.2).filter(|&other| other != phrase).collect();
            out.insert(phrase, Merged { forms: others, form_counts: counts, phrases, by_part: by_part.clone() });
        }
    }
    out
}
