//! Which of its terms names a theme, and which words belong to none.

use rustc_hash::FxHashMap;

use super::occurrences::Occurrences;
use crate::base::Arrange;
use crate::compare::term_table::TermTable;
use crate::lexicon::{TermLimit, TermWords, is_syllable};

/// Rarity down to which a word is one that any article uses: it stands in one paragraph of some forty or more of news.
const COMMON: u8 = 5;
/// Rarity down to which a verb is.
const COMMON_VERB: u8 = 6;
/// Share of verbs from which a word is taken for one.
const VERB: f64 = 0.4;

/// How well a term names a theme, from worst to best.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Fit {
    /// A verb alone: `lạm dụng`. No theme is named by one.
    Verb,
    /// One word of another language, of which no more is known: `businesses`.
    Single,
    /// A noun of two syllables, or a phrase that begins or ends with a verb: `dữ liệu`, `chia sẻ tài nguyên`.
    Word,
    /// A term of three syllables or more, or of two words of another language: `cơ sở dữ liệu`, `shrimp farms`.
    Term,
}

/// What is asked of a term.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    term: &'a str,
    n_syllables: u32,
    kept: bool,
}

/// Whether the term of a row is a word that any article may use, or made of such words, and the reader does not want it.
pub fn is_general_term(words: &TermWords, table: &TermTable, row: usize) -> bool {
    is_general(words, &Asked::new(table, row))
}

impl<'a> Asked<'a> {
    /// Of a row of the table.
    pub(super) fn new(table: &'a TermTable, row: usize) -> Self {
        let row = &table.rows[row];
        Self { term: table.term(row), n_syllables: row.n_syllables, kept: row.kept }
    }
}

/// Whether the term is a word that any article may use, or is made up of such words (`người dân sử dụng`), and so tells
/// nothing of what a theme is about.
pub(super) fn is_general(words: &TermWords, term: &Asked) -> bool {
    if term.kept {
        return false;
    }
    let whole = term.term;
    let is_foreign = is_foreign(whole);
    let limits = words.of(if is_foreign { "en" } else { "vi" });
    if words.is_subject(whole) && term.n_syllables > 2 {
        return false;
    }
    let begins: Vec<usize> = std::iter::once(0).chain(whole.match_indices(' ').map(|(gap, _)| gap + 1)).collect();
    let end = |i: usize| begins.get(i).map_or(whole.len(), |next| next - 1);
    let is_empty = |from: usize, to: usize| {
        let word = &whole[begins[from]..end(to)];
        let rarity = words.rarity(word);
        let is_used_by_all = rarity <= COMMON || rarity <= COMMON_VERB && words.verb_share(word) >= VERB;
        let may_stand_alone = to - from == 2 || begins.len() == 1;
        match limits.get(word) {
            Some(TermLimit::Stop | TermLimit::General | TermLimit::Link) => true,
            // English words that weigh less at the beginning may be telling by themselves: `exports`.
            Some(TermLimit::Weak) if from == 0 => !(is_foreign && to == begins.len()),
            Some(TermLimit::Tail) if to == begins.len() => true,
            Some(TermLimit::Soft) => true,
            Some(TermLimit::Edge) if from == 0 || to == begins.len() => true,
            _ => (is_used_by_all || words.is_general_word(word)) && may_stand_alone,
        }
    };
    // By syllable: whether what stands before it is made of such words, of one syllable or two.
    let mut reached = vec![true];
    for to in 1..=begins.len() {
        reached.push((to.saturating_sub(2)..to).any(|from| reached[from] && is_empty(from, to)));
    }
    reached[begins.len()]
}

/// Whether a word of the term is none of Vietnamese.
fn is_foreign(term: &str) -> bool {
    term.split([' ', '-']).any(|word| !is_syllable(word))
}

fn fit(words: &TermWords, term: &Asked) -> Fit {
    let is_subject = words.is_subject(term.term);
    let is_verb = |word: &str| words.verb_share(word) >= VERB;
    let mut begins = term.term.match_indices(' ').take(2).map(|(at, _)| &term.term[..at]);
    // Of two syllables that are a word the first says nothing: `thành phố` is no `thành`.
    let (one, two) = (begins.next(), begins.next());
    let is_word = |word: &&str| words.verb_share(word) > 0.0 || words.rarity(word) < TermWords::RARE;
    let begins_as_verb = two.filter(is_word).or(one).is_some_and(is_verb);
    let ends_as_verb = term.term.rmatch_indices(' ').nth(1).is_some_and(|(at, _)| is_verb(&term.term[at + 1..]));
    match term.n_syllables {
        // Words of another language are whole words, not syllables: two of them are a term (`shrimp farms`).
        2.. if is_foreign(term.term) && !begins_as_verb => Fit::Term,
        3.. if is_subject || !begins_as_verb && !ends_as_verb => Fit::Term,
        3.. => Fit::Word,
        _ if is_verb(term.term) => Fit::Verb,
        0 | 1 => Fit::Single,
        _ => Fit::Word,
    }
}

/// The members of a group, the one that names it first, the others as they come in the table; none if all are verbs.
///
/// The name is the term that fits best; of those the one with the highest product of its sentences (what it covers) and of
/// the paragraphs in which it meets other members (its degree in the graph of what stands together: L. Freeman, 1978,
/// "Centrality in social networks"); of equals the weightiest.
pub(super) fn headed(
    words: &TermWords,
    table: &TermTable,
    found: &Occurrences,
    members: &[usize],
    rows: &[usize],
) -> Option<Vec<usize>> {
    let mut held: FxHashMap<u32, u32> = FxHashMap::default();
    for paragraph in members.iter().flat_map(|&term| &found.paragraphs[term]) {
        *held.entry(*paragraph).or_default() += 1;
    }
    let key = |&term: &usize| {
        let meetings =
            found.paragraphs[term].iter().filter(|paragraph| held.get(paragraph).is_some_and(|n| *n > 1)).count();
        let fit = fit(words, &Asked::new(table, rows[term]));
        (fit, meetings * found.sentences[term].len(), std::cmp::Reverse(rows[term]))
    };
    let head = members.iter().copied().max_by_key(key)?;
    if fit(words, &Asked::new(table, rows[head])) == Fit::Verb {
        return None;
    }
    let mut others: Vec<usize> = members.iter().copied().filter(|&term| term != head).collect();
    others.arrange_by_key(|&term| rows[term]);
    others.insert(0, head);
    Some(others)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Tables;

    fn term(term: &str) -> Asked<'_> {
        Asked { term, n_syllables: term.split(' ').count() as u32, kept: false }
    }

    #[test]
    fn what_any_article_uses_is_told_from_what_few_use() {
        let words = TermWords::new(&Tables::built_in());
        for general in [
            "người dân",
            "sử dụng",
            "đầu tư",
            "khai thác",
            "người dân sử dụng",
            "người dân và doanh nghiệp",
            "nhiệm vụ trọng tâm",
            "kết quả bước đầu",
            "người tham gia",
            "dự án chậm",
            "phiên họp",
            "people",
            "senior officials",
            "year",
            "local people",
        ] {
            assert!(is_general(&words, &term(general)), "{general}");
        }
        // A verb of few articles, a noun, a longer term, English words, also behind or before a general one.
        for telling in [
            "lạm dụng",
            "dữ liệu",
            "phát triển kinh tế số",
            "người dân tộc thiểu số",
            "công tác xã hội hóa rừng",
            "nhà đầu tư",
            "semiconductors",
            "exports",
            "people smuggling",
            "growing cashews",
        ] {
            assert!(!is_general(&words, &term(telling)), "{telling}");
        }
        let mut wanted = term("người dân");
        wanted.kept = true;
        assert!(!is_general(&words, &wanted));
    }

    #[test]
    fn a_long_term_fits_better_than_a_word_and_that_better_than_a_verb() {
        let words = TermWords::new(&Tables::built_in());
        let rows = [
            ("lạm dụng", Fit::Verb),
            ("businesses", Fit::Single),
            ("household businesses", Fit::Term),
            ("dữ liệu", Fit::Word),
            ("chia sẻ tài nguyên", Fit::Word),
            ("hộ dân sử dụng", Fit::Word),
            ("cơ sở dữ liệu", Fit::Term),
            ("thành phố trực thuộc trung ương", Fit::Term),
            // Begins with a verb, but is what articles are indexed by.
            ("chuyển đổi số", Fit::Term),
        ];
        for (phrase, expected) in rows {
            assert_eq!((phrase, fit(&words, &term(phrase))), (phrase, expected));
        }
    }
}
