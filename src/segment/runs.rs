//! Runs of syllables: the words of the list, and the pairs and triples that have weights.

use super::pack::Sections;
use crate::base::PackError;

/// Two syllables side by side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    // Ids of the first and the second syllable.
    key: u32,
    /// Weight for the gap after the pair (as a b), inside it (b c) and before it (c d).
    pub(super) weights: [i8; 3],
    /// Whether the list has it as a word.
    pub(super) is_word: bool,
}

/// What a pair goes on to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Triple {
    key: u16,
    /// Weight for the gap before its last syllable (a b c) and after its first (b c d).
    pub(super) weights: [i8; 2],
    pub(super) is_word: bool,
}

/// A trie of runs, its first two levels in one hash table.
#[derive(Debug)]
pub(super) struct Runs {
    pairs: Vec<Pair>,
    // Open addressing: index into `pairs` and one, 0 for an empty place. The length is a power of two.
    places: Vec<u16>,
    // Where the children of each node begin; one longer than the list of nodes.
    triples_of: Vec<u32>,
    triples: Vec<Triple>,
    fours_of: Vec<u32>,
    fours: Vec<(u16, bool)>,
    fives_of: Vec<u32>,
    fives: Vec<u16>,
}

impl Runs {
    pub(super) fn read(sections: &mut Sections<'_>, n_ids: usize) -> Result<Self, PackError> {
        let (_, parents, keys) = children(sections, n_ids, n_ids)?;
        let words = sections.exactly(keys.len())?;
        let weights = columns::<3>(sections, keys.len())?;
        let pairs: Vec<Pair> = parents
            .iter()
            .zip(&keys)
            .enumerate()
            .map(|(i, (&a, &b))| Pair { key: join(a, b), weights: weights(i), is_word: words[i] != 0 })
            .collect();
        if pairs.len() >= usize::from(u16::MAX) {
            return Err(PackError::Damaged);
        }
        let (triples_of, _, keys) = children(sections, pairs.len(), n_ids)?;
        let words = sections.exactly(keys.len())?;
        let weights = columns::<2>(sections, keys.len())?;
        let triple = |(i, &key): (usize, &u16)| Triple { key, weights: weights(i), is_word: words[i] != 0 };
        let triples: Vec<Triple> = keys.iter().enumerate().map(triple).collect();
        let (fours_of, _, keys) = children(sections, triples.len(), n_ids)?;
        let words = sections.exactly(keys.len())?;
        let fours: Vec<(u16, bool)> = keys.iter().zip(words).map(|(&key, &word)| (key, word != 0)).collect();
        let (fives_of, _, fives) = children(sections, fours.len(), n_ids)?;

        let mut places = vec![0; (pairs.len() * 3).next_power_of_two()];
        for (i, pair) in pairs.iter().enumerate() {
            let mut at = place(pair.key, places.len());
            while places[at] != 0 {
                at = (at + 1) & (places.len() - 1);
            }
            places[at] = i as u16 + 1;
        }
        Ok(Self { pairs, places, triples_of, triples, fours_of, fours, fives_of, fives })
    }

    /// The pair of the two syllables, and its index.
    pub(super) fn pair(&self, a: u16, b: u16) -> Option<(usize, &Pair)> {
        let key = join(a, b);
        let mut at = place(key, self.places.len());
        loop {
            let i = usize::from(*self.places.get(at)?).checked_sub(1)?;
            let pair = &self.pairs[i];
            if pair.key == key {
                return Some((i, pair));
            }
            at = (at + 1) & (self.places.len() - 1);
        }
    }

    /// The triple of the pair and one more syllable, and its index.
    pub(super) fn triple(&self, pair: usize, c: u16) -> Option<(usize, &Triple)> {
        let (from, to) = bounds(&self.triples_of, pair);
        let i = from + self.triples[from..to].binary_search_by_key(&c, |t| t.key).ok()?;
        Some((i, &self.triples[i]))
    }

    /// Which words of four and five syllables go on from the triple with `d` and `e`.
    pub(super) fn longer(&self, triple: usize, d: u16, e: u16) -> (bool, bool) {
        let (from, to) = bounds(&self.fours_of, triple);
        let Ok(i) = self.fours[from..to].binary_search_by_key(&d, |f| f.0) else { return (false, false) };
        let (from_five, to_five) = bounds(&self.fives_of, from + i);
        (self.fours[from + i].1, self.fives[from_five..to_five].binary_search(&e).is_ok())
    }
}

fn join(a: u16, b: u16) -> u32 {
    u32::from(a) << 16 | u32::from(b)
}

fn place(key: u32, n_places: usize) -> usize {
    (key.wrapping_mul(0x9E37_79B1) >> 12) as usize & (n_places - 1)
}

fn bounds(of: &[u32], parent: usize) -> (usize, usize) {
    (of[parent] as usize, of[parent + 1] as usize)
}

/// Where the children of each parent begin, the parent of each child, the syllable of each child (ascending in a parent).
type Children = (Vec<u32>, Vec<u16>, Vec<u16>);

fn children(sections: &mut Sections<'_>, n_parents: usize, n_ids: usize) -> Result<Children, PackError> {
    let counts = sections.numbers()?;
    let mut keys = sections.numbers()?;
    let total: usize = counts.iter().map(|&n| usize::from(n)).sum();
    if counts.len() != n_parents || total != keys.len() {
        return Err(PackError::Damaged);
    }
    let mut from = Vec::with_capacity(n_parents + 1);
    let mut parents = Vec::with_capacity(keys.len());
    let mut at = 0;
    for (parent, &n) in counts.iter().enumerate() {
        from.push(at as u32);
        let siblings = &mut keys[at..at + usize::from(n)];
        let mut last = 0u16;
        for (i, key) in siblings.iter_mut().enumerate() {
            // Stored is the step from the sibling before.
            if i > 0 && *key == 0 {
                return Err(PackError::Damaged);
            }
            last = last.checked_add(*key).filter(|&k| usize::from(k) < n_ids).ok_or(PackError::Damaged)?;
            *key = last;
            parents.push(parent as u16);
        }
        at += usize::from(n);
    }
    from.push(at as u32);
    Ok((from, parents, keys))
}

/// `N` columns of signed bytes, each for `n` rows; gives a row.
fn columns<'a, const N: usize>(
    sections: &mut Sections<'a>,
    n: usize,
) -> Result<impl Fn(usize) -> [i8; N] + use<'a, N>, PackError> {
    let bytes = sections.exactly(n * N)?;
    Ok(move |row| std::array::from_fn(|column| bytes[column * n + row] as i8))
}
