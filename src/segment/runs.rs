//! Runs of syllables: the words of the list, and the pairs and triples that have weights.

use super::pack::Sections;
use crate::base::PackError;

/// A trie of runs: the children of each node follow one another, in the order of their ids.
#[derive(Debug)]
pub(super) struct Runs {
    pairs: Children,
    // Weights for the gap after the pair (as a b), inside it (b c) and before it (c d); whether the list has it as a word.
    of_pairs: Vec<[u8; 4]>,
    triples: Children,
    // Weights for the gap before its last syllable (a b c) and after its first (b c d); whether it is a word.
    of_triples: Vec<[u8; 3]>,
    fours: Children,
    of_fours: Vec<[u8; 1]>,
    fives: Children,
}

/// Two syllables side by side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    at: usize,
    pub(super) weights: [i8; 3],
    pub(super) is_word: bool,
}

/// What a pair goes on to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Triple {
    at: usize,
    pub(super) weights: [i8; 2],
    pub(super) is_word: bool,
}

impl Runs {
    pub(super) fn read(sections: &mut Sections<'_>, n_ids: usize) -> Result<Self, PackError> {
        let pairs = Children::read(sections, n_ids)?;
        let of_pairs = sections.exactly(pairs.ids.len())?.to_vec();
        let triples = Children::read(sections, pairs.ids.len())?;
        let of_triples = sections.exactly(triples.ids.len())?.to_vec();
        let fours = Children::read(sections, triples.ids.len())?;
        let of_fours = sections.exactly(fours.ids.len())?.to_vec();
        let fives = Children::read(sections, fours.ids.len())?;
        Ok(Self { pairs, of_pairs, triples, of_triples, fours, of_fours, fives })
    }

    /// The pair of the two syllables.
    pub(super) fn pair(&self, a: u16, b: u16) -> Option<Pair> {
        let at = self.pairs.find(usize::from(a), b)?;
        let [ab, bc, cd, word] = self.of_pairs[at];
        Some(Pair { at, weights: [ab as i8, bc as i8, cd as i8], is_word: word != 0 })
    }

    /// The triple of the pair and one more syllable.
    pub(super) fn triple(&self, pair: Pair, c: u16) -> Option<Triple> {
        let at = self.triples.find(pair.at, c)?;
        let [abc, bcd, word] = self.of_triples[at];
        Some(Triple { at, weights: [abc as i8, bcd as i8], is_word: word != 0 })
    }

    /// Which words of four and five syllables go on from the triple with `d` and `e`.
    pub(super) fn longer(&self, triple: Triple, d: u16, e: u16) -> (bool, bool) {
        let Some(at) = self.fours.find(triple.at, d) else { return (false, false) };
        (self.of_fours[at] != [0], self.fives.find(at, e).is_some())
    }
}

/// The children of one level of nodes.
#[derive(Debug)]
struct Children {
    // Where those of each node begin; one longer than the list of nodes.
    from: Vec<u32>,
    // The syllable of each, ascending in a node.
    ids: Vec<u16>,
}

impl Children {
    fn read(sections: &mut Sections<'_>, n_nodes: usize) -> Result<Self, PackError> {
        let counts = sections.exactly::<1>(n_nodes)?;
        let mut ids = sections.numbers()?;
        let mut from = vec![0; n_nodes + 1];
        let mut sum = 0;
        for (from, [n]) in from[1..].iter_mut().zip(counts) {
            sum += u32::from(*n);
            *from = sum;
        }
        if sum as usize != ids.len() {
            return Err(PackError::Damaged);
        }
        // Each but the first of a node is stored as how many ids lie between it and the one before.
        for node in from.windows(2) {
            let mut least = 0u16;
            for id in &mut ids[node[0] as usize..node[1] as usize] {
                *id = id.wrapping_add(least);
                least = id.wrapping_add(1);
            }
        }
        Ok(Self { from, ids })
    }

    /// The child of `node` that has the syllable.
    fn find(&self, node: usize, id: u16) -> Option<usize> {
        let (from, to) = (self.from[node] as usize, self.from[node + 1] as usize);
        let siblings = &self.ids[from..to];
        siblings.binary_search(&id).ok().map(|i| from + i)
    }
}
