//! How often phrases stand in one article, and how their places lie in one another.

use crate::base::ascending;
use crate::corpus::Parts;
use crate::extract::{Lie, Occurrence, PhraseBook, lies};

use super::Kept;

/// What was counted in one article.
#[derive(Debug, Default)]
pub(in crate::compare) struct Counted {
    /// By phrase and part.
    pub counts: Box<[Count]>,
    /// By phrase: places where it lies in no longer one and across none.
    pub alone: Box<[(u32, u32)]>,
    /// Phrase and the longest one that it lies in, where it lies across none; each pair once.
    pub inside: Box<[(u32, u32)]>,
    // Places across the border of another phrase: the phrase; 1 + its holder, 0 for none; how many begin before it, how many
    // end behind it; these.
    crossing: Box<[u32]>,
}

/// A place across the border of another phrase, which may be the weightier one.
#[derive(Clone, Copy, Debug)]
pub(in crate::compare) struct Crossing<'a> {
    /// The phrase.
    pub phrase: u32,
    /// The longest one that it lies in.
    pub holder: Option<u32>,
    /// Phrases that begin before it and end within it.
    pub before: &'a [u32],
    /// Phrases that begin within it and end behind it.
    pub after: &'a [u32],
}

/// How often a phrase stands in one part of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::compare) struct Count {
    /// The phrase.
    pub phrase: u32,
    /// Index of the part.
    pub part: u32,
    /// Occurrences, at least 1.
    pub n: u32,
}

/// Counts article by article. Its lists serve for the next one again, so that memory is asked for only what is kept.
#[derive(Debug, Default)]
pub(super) struct Counter {
    found: Vec<Occurrence>,
    places: Vec<u64>,
    counts: Vec<Count>,
    alone: Vec<u64>,
    inside: Vec<u64>,
    crossing: Vec<u32>,
}

impl Counter {
    /// Counts the wanted phrases in the body of an article, as it was read.
    pub fn count(&mut self, book: &PhraseBook, kept: &Kept, parts: &Parts, wanted: impl Fn(u32) -> bool) -> Counted {
        let Self { found, places, counts, alone, inside, crossing } = self;
        found.clear();
        [&mut *places, alone, inside].into_iter().for_each(Vec::clear);
        counts.clear();
        crossing.clear();
        let mut begin = 0;
        for &(end, _) in &kept.segments {
            book.places(&kept.units[..end as usize], begin, &wanted, found);
            begin = end as usize;
        }
        let part = |first: usize| parts.of_sentence(kept.sentence_of(first) as usize) as u32;
        places.extend(found.iter().map(|f| pair(f.term, part(f.span.start()))));
        lies(found, |this, lie| match lie {
            Lie { holder: None, before, after } if before.is_empty() && after.is_empty() => {
                alone.push(u64::from(this.term));
            }
            Lie { holder: Some(holder), before, after } if before.is_empty() && after.is_empty() => {
                inside.push(pair(this.term, *holder));
            }
            lie => {
                let sizes = [lie.before.len() as u32, lie.after.len() as u32];
                crossing.extend([this.term, lie.holder.map_or(0, |holder| holder + 1)].into_iter().chain(sizes));
                crossing.extend(lie.before.iter().chain(&lie.after));
            }
        });
        for numbers in [&mut *places, alone, inside] {
            ascending(numbers);
        }
        let (same, n) = (u64::eq, |same: &[u64]| same.len() as u32);
        counts.extend(places.chunk_by(same).map(|of| Count { phrase: apart(of[0]).0, part: apart(of[0]).1, n: n(of) }));
        // A phrase and how often it lies alone; the lists of places are not needed any more.
        places.clear();
        places.extend(alone.chunk_by(same).map(|of| pair(of[0] as u32, n(of))));
        inside.dedup();
        let pairs = |of: &[u64]| of.iter().copied().map(apart).collect();
        Counted {
            counts: counts.as_slice().into(),
            alone: pairs(places),
            inside: pairs(inside),
            crossing: crossing.as_slice().into(),
        }
    }
}

impl Counted {
    /// Places across the border of another phrase.
    pub fn crossing(&self) -> impl Iterator<Item = Crossing<'_>> {
        let mut rest = &*self.crossing;
        std::iter::from_fn(move || {
            let (&[phrase, holder, n_before, n_after], others) = rest.split_first_chunk()?;
            let (before, others) = others.split_at_checked(n_before as usize)?;
            let (after, others) = others.split_at_checked(n_after as usize)?;
            rest = others;
            Some(Crossing { phrase, holder: holder.checked_sub(1), before, after })
        })
    }
}

/// Two numbers as one, in whose order the first goes before the second.
fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// The two numbers of a [`pair`].
fn apart(pair: u64) -> (u32, u32) {
    ((pair >> 32) as u32, pair as u32)
}
