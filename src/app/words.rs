//! The reader's page word by word.

use crate::view::Block;

/// A word of a block, or what stands between two.
#[derive(Clone, Debug, PartialEq)]
pub struct WordPiece {
    /// First UTF-16 unit in the article's text.
    pub start: u32,
    /// The characters.
    pub text: String,
    /// Whether they are a word.
    pub is_word: bool,
}

/// Cuts a block into its words (`words` are those of the article, ascending) and what stands between.
pub fn pieces(block: &Block, words: &[(u32, u32)]) -> Vec<WordPiece> {
    let mut out: Vec<WordPiece> = Vec::new();
    let Some(first) = block.runs.first() else { return out };
    let from = words.partition_point(|&(_, end)| end <= first.start);
    let mut words = words[from..].iter().copied().peekable();
    let mut unit = first.start;
    for c in block.runs.iter().flat_map(|run| run.text.chars()) {
        while words.next_if(|&(_, end)| end <= unit).is_some() {}
        let word = words.peek().filter(|&&(start, _)| start <= unit);
        let is_first = word.is_some_and(|&(start, _)| start == unit);
        match out.last_mut().filter(|piece| piece.is_word == word.is_some() && !is_first) {
            Some(piece) => piece.text.push(c),
            None => out.push(WordPiece { start: unit, text: c.to_string(), is_word: word.is_some() }),
        }
        unit += c.len_utf16() as u32;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{BlockKind, Run};

    fn check(words: &[(u32, u32)], expected: &[(u32, &str, bool)]) {
        let run = |start, text: &str| Run { start, text: text.to_owned(), facts: Vec::new() };
        let block = Block { kind: BlockKind::Paragraph, runs: vec![run(10, "Nuôi bi"), run(17, "ển 🐟, tôm")] };
        let found = pieces(&block, words);
        let found: Vec<_> = found.iter().map(|p| (p.start, p.text.as_str(), p.is_word)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_and_gaps_make_up_the_block() {
        check(&[(0, 5), (10, 19), (24, 27)], &[(10, "Nuôi biển", true), (19, " 🐟, ", false), (24, "tôm", true)]);
        check(&[(10, 14), (14, 19)], &[(10, "Nuôi", true), (14, " biển", true), (19, " 🐟, tôm", false)]);
        check(&[], &[(10, "Nuôi biển 🐟, tôm", false)]);
    }
}
