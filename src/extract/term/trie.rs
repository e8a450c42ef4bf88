//! Sequences of numbers, told apart by where they lead.

use rustc_hash::FxHashMap;

/// A trie over numbers of words. Node 0 is the root; a new node has the next number.
#[derive(Clone, Debug, Default)]
pub(super) struct Trie {
    // By word: where it leads from the root; most sequences end there, and a list is faster than a map.
    firsts: Vec<u32>,
    nodes: FxHashMap<(u32, u32), u32>,
    n_nodes: u32,
}

impl Trie {
    /// Where `word` leads from `node`, a new node if need be.
    pub(super) fn grow(&mut self, node: u32, word: u32) -> u32 {
        let next = if node == 0 {
            let place = word as usize;
            if self.firsts.len() <= place {
                self.firsts.resize(place + 1, 0);
            }
            &mut self.firsts[place]
        } else {
            // Where the table is half empty, a look for what is not there ends at once; else it goes on to far memory.
            if 2 * self.nodes.len() >= self.nodes.capacity() {
                self.nodes.reserve(self.nodes.capacity());
            }
            self.nodes.entry((node, word)).or_default()
        };
        if *next == 0 {
            self.n_nodes += 1;
            *next = self.n_nodes;
        }
        *next
    }

    /// Where `word` leads from `node`.
    pub(super) fn next(&self, node: u32, word: u32) -> Option<u32> {
        let next = if node == 0 { self.firsts.get(word as usize) } else { self.nodes.get(&(node, word)) };
        next.copied().filter(|&next| next != 0)
    }
}

/// The place of a node in a list by node, which is made long enough.
pub(super) fn at_node<T: Clone + Default>(list: &mut Vec<T>, node: u32) -> &mut T {
    let place = node as usize;
    if list.len() <= place {
        list.resize(place + 1, T::default());
    }
    &mut list[place]
}
