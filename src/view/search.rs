//! Words to look for: whole words, or patterns in which `*` stands for any letters and `?` for one.

use regex::Regex;

use crate::text::{fold, search_key, tokens};

/// What one token has to be.
#[derive(Debug)]
enum Part {
    Word(String),
    Pattern(Regex),
}

/// A sequence of tokens to look for, whatever the case and the place of tone marks, perhaps whatever the accents.
#[derive(Debug)]
pub(super) struct Search {
    parts: Vec<Part>,
    without_accents: bool,
}

impl Search {
    /// Reads what the reader typed. Punctuation counts: `kinh tế - xã hội` is five tokens.
    pub(super) fn new(words: &str, without_accents: bool) -> Self {
        let key = |word: &str| if without_accents { search_key(word) } else { fold(word) };
        let mut parts = Vec::new();
        for piece in words.split_whitespace() {
            match pattern(&key(piece)) {
                Some(pattern) => parts.push(Part::Pattern(pattern)),
                None => parts.extend(tokens(piece).iter().map(|t| Part::Word(key(t.span.of(piece))))),
            }
        }
        Self { parts, without_accents }
    }

    /// Number of tokens of a hit; 0 when there is nothing to look for.
    pub(super) fn len(&self) -> usize {
        self.parts.len()
    }

    /// Whether the words of any of the searches stand in a text; accents count.
    pub(super) fn is_any_in(searches: &[Self], text: &str) -> bool {
        if searches.is_empty() {
            return false;
        }
        let mut keys: Vec<String> = Vec::new();
        for token in tokens(text) {
            let mut key = String::new();
            crate::text::fold_into(token.span.of(text), &mut key);
            keys.push(key);
        }
        let is_at = |search: &Self, window: &[String]| window.iter().enumerate().all(|(at, key)| search.fits(at, key));
        searches.iter().any(|search| search.len() > 0 && keys.windows(search.len()).any(|window| is_at(search, window)))
    }

    /// The key of a token of the text, by which it is compared.
    pub(super) fn key(&self, word: &str, out: &mut String) {
        out.clear();
        if self.without_accents {
            out.push_str(&search_key(word));
        } else {
            crate::text::fold_into(word, out);
        }
    }

    /// Whether a token of that key can be the `at`-th of a hit.
    pub(super) fn fits(&self, at: usize, key: &str) -> bool {
        match &self.parts[at] {
            Part::Word(word) => word == key,
            Part::Pattern(pattern) => pattern.is_match(key),
        }
    }
}

/// The pattern of a piece that holds a wildcard. A piece too long to be a word is none.
fn pattern(piece: &str) -> Option<Regex> {
    const MOST_BYTES: usize = 200;
    if !piece.contains(['*', '?']) || !piece.contains(char::is_alphanumeric) && piece != "*" || piece.len() > MOST_BYTES
    {
        return None;
    }
    let source = regex::escape(piece).replace(r"\*", ".*").replace(r"\?", ".");
    Regex::new(&format!("^{source}$")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, token: &str, expected: bool) {
        let search = Search::new(words, false);
        let mut key = String::new();
        search.key(token, &mut key);
        assert_eq!(search.fits(0, &key), expected, "{words} {token}");
    }

    #[test]
    fn wildcards_stand_for_letters() {
        check("chuy*", "Chuyển", true);
        check("chuy*", "chạy", false);
        check("t?nh", "tỉnh", true);
        check("t?nh", "thành", false);
        check("*", "gì", true);
        check("5.*", "5x", false);
    }

    #[test]
    fn whole_words_stand_in_a_text() {
        let is_in = |words: &str, text: &str| Search::is_any_in(&[Search::new(words, false)], text);
        assert!(is_in("dữ liệu", "Kho DỮ LIỆU quốc gia."));
        assert!(!is_in("dữ liệu", "dữ kiện, tài liệu"));
        assert!(!is_in("", "dữ liệu") && !is_in("dữ liệu số", "dữ liệu"));
        let searches = ["hạ tầng", "dữ liệu"].map(|words| Search::new(words, false));
        assert!(Search::is_any_in(&searches, "kho dữ liệu") && !Search::is_any_in(&searches, "kho tàng"));
        assert!(!Search::is_any_in(&[], "kho dữ liệu"));
    }

    #[test]
    fn other_signs_stand_for_themselves() {
        check("(a|b)*", "b", false);
        assert_eq!(Search::new("gì?? * ?", false).len(), 3);
        assert_eq!(Search::new("  ", false).len(), 0);
        check("TT&TT", "tt&tt", true);
    }
}
