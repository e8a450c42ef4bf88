//! How often phrases stand in one article, and how their places lie in one another.

use crate::base::ascending;
use crate::corpus::Parts;
use crate::extract::{Lie, PhraseBook, lies};

use super::Kept;

/// What was counted in one article.
#[derive(Debug, Default)]
pub(in crate::compare) struct Counted {
    /// By phrase and part.
    pub counts: Vec<Count>,
    /// By phrase: places where it lies in no longer one and across none.
    pub alone: Vec<(u32, u32)>,
    /// Phrase and the longest one that it lies in, where it lies across none; each pair once.
    pub inside: Vec<(u32, u32)>,
    // Places across the border of another phrase: the phrase; 1 + its holder, 0 for none; how many begin before it, how many
    // end behind it; these.
    crossing: Vec<u32>,
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

impl Counted {
    /// Counts the wanted phrases in the body of an article, as it was read.
    pub fn new(book: &PhraseBook, kept: &Kept, parts: &Parts, wanted: impl Fn(u32) -> bool) -> Self {
        let mut out = Self::default();
        let (mut places, mut alone, mut inside): (Vec<u64>, Vec<u64>, Vec<u64>) = Default::default();
        let mut begin = 0;
        for &(end, _) in &kept.segments {
            let found = book.places(&kept.units[begin..end as usize], &wanted);
            let part = |first: usize| parts.of_sentence(kept.sentence_of(begin + first) as usize) as u32;
            places.extend(found.iter().map(|f| pair(f.term, part(f.span.start()))));
            begin = end as usize;
            lies(&found, |this, lie| match lie {
                Lie { holder: None, before, after } if before.is_empty() && after.is_empty() => {
                    alone.push(u64::from(this.term));
                }
                Lie { holder: Some(holder), before, after } if before.is_empty() && after.is_empty() => {
                    inside.push(pair(this.term, *holder));
                }
                lie => {
                    let sizes = [lie.before.len() as u32, lie.after.len() as u32];
                    out.crossing
                        .extend([this.term, lie.holder.map_or(0, |holder| holder + 1)].into_iter().chain(sizes));
                    out.crossing.extend(lie.before.iter().chain(&lie.after));
                }
            });
        }
        for numbers in [&mut places, &mut alone, &mut inside] {
            ascending(numbers);
        }
        let (same, n) = (u64::eq, |same: &[u64]| same.len() as u32);
        let count = |of: &[u64]| Count { phrase: apart(of[0]).0, part: apart(of[0]).1, n: n(of) };
        out.counts = places.chunk_by(same).map(count).collect();
        out.alone = alone.chunk_by(same).map(|of| (of[0] as u32, n(of))).collect();
        inside.dedup();
        out.inside = inside.into_iter().map(apart).collect();
        out.counts.shrink_to_fit();
        out.alone.shrink_to_fit();
        out.crossing.shrink_to_fit();
        out
    }

    /// Places across the border of another phrase.
    pub fn crossing(&self) -> impl Iterator<Item = Crossing<'_>> {
        let mut rest = self.crossing.as_slice();
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
