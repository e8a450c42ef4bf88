//! Terms of all articles, counted by year.

mod keyness;
mod short_forms;

pub use keyness::{Fate, Keyness};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Arrange;
use crate::extract::TermCounter;
use crate::text::fold_words;

use self::keyness::{Calendar, pairs};
use self::short_forms::{ShortForms, count_short};
use super::comparison::{Source, Statement, Year};
use super::dp;

/// The terms, best first, and the pairs of years they are compared in.
#[derive(Clone, Debug, Default)]
pub struct TermTable {
    /// The terms; every one is counted in every article, also in those that did not list it.
    pub rows: Vec<ComparedTerm>,
    /// Pairs of indices of years: each year with the next, then the first with the last if there are three or more.
    pub pairs: Vec<(usize, usize)>,
}

/// One term over the years.
#[derive(Clone, Debug, Default)]
pub struct ComparedTerm {
    /// In matching form: lower case, single blanks.
    pub term: String,
    /// Syllables it is long.
    pub n_syllables: u32,
    /// Occurrences in all bodies, also in those of no year.
    pub total: u32,
    /// Occurrences by year, in the order of the years; zeros written out.
    pub by_year: Vec<u32>,
    /// Occurrences by article: index of the article and count, no zeros.
    pub by_article: Vec<(usize, u32)>,
    /// Gries' DP over all articles: 0 even, 1 all in one place.
    pub dp: f64,
    /// One for each of [`TermTable::pairs`].
    pub keyness: Vec<Keyness>,
    /// Weight by which the terms are ranked: the sum of its weights in the articles that list it.
    pub weight: f64,
    /// Years for which an article states it, in a theme or an item of a list; ascending.
    pub stated: Vec<i32>,
    /// The counts with short and long forms, and spellings, taken as one, where that changes them.
    pub merged: Option<Merged>,
    /// Whether the reader wants it, so that no list leaves it out.
    pub kept: bool,
}

/// Counts of a term with its other forms: short for long, long for short, the tone mark elsewhere. The counts above stay
/// those of the exact string, so leaving this out undoes it.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    /// The other forms that are counted in.
    pub forms: Vec<String>,
    /// How often each of them stands in all bodies.
    pub form_counts: Vec<u32>,
    /// Occurrences by year.
    pub by_year: Vec<u32>,
    /// Occurrences by article: index of the article and count, no zeros.
    pub by_article: Vec<(usize, u32)>,
    /// One for each of [`TermTable::pairs`].
    pub keyness: Vec<Keyness>,
}

impl ComparedTerm {
    /// Counts by year and by article with all forms taken as one.
    pub fn whole(&self) -> (&[u32], &[(usize, u32)]) {
        match &self.merged {
            Some(merged) => (&merged.by_year, &merged.by_article),
            None => (&self.by_year, &self.by_article),
        }
    }

    /// What became of it in each pair of years, all forms taken as one.
    pub fn whole_keyness(&self) -> &[Keyness] {
        self.merged.as_ref().map_or(&self.keyness, |merged| &merged.keyness)
    }

    /// The other forms counted in, with their counts.
    pub fn forms(&self) -> impl Iterator<Item = (&str, u32)> {
        let merged = self.merged.iter();
        merged.flat_map(|m| m.forms.iter().map(String::as_str).zip(m.form_counts.iter().copied()))
    }
}

/// The other forms under which a term is counted too; none for a bare short form.
pub fn other_forms(sources: &[Source], term: &str) -> Vec<String> {
    let order: Vec<usize> = (0..sources.len()).collect();
    let forms = ShortForms::new(sources, &order);
    let term = short_forms::matching(term);
    if forms.is_short(&term) || forms.is_apart(&term) {
        return Vec::new();
    }
    let written_out = forms.written_out(&term);
    let mut out = forms.shortened(&written_out);
    out.push(written_out);
    out.retain(|form| *form != term && !forms.is_apart(form));
    out
}

/// Counts the terms that any article lists in all articles; `statements` are what articles state for years.
pub fn term_table(sources: &[Source], years: &[Year], statements: &[Statement]) -> TermTable {
    let mut order: Vec<usize> = (0..sources.len()).collect();
    order.arrange_by_key(|&i| sources[i].0);
    let mut calendar = Calendar { years, year_of: vec![None; sources.len()] };
    for (n, year) in years.iter().enumerate() {
        year.articles.iter().for_each(|&article| calendar.year_of[article] = Some(n));
    }
    let forms = ShortForms::new(sources, &order);
    let mut rows = listed(sources, &order);
    let n_listed = rows.len();
    add_spellings(sources, &order, &mut rows);
    let groups = add_other_forms(&forms, &mut rows);
    count(sources, &order, statements, &mut rows);
    merge(&groups, &count_short(sources, &order), &mut rows);
    rows.truncate(n_listed);
    let n_syllables = sources.iter().map(|s| s.1.n_syllables).sum();
    for row in &mut rows {
        row.total = row.by_article.iter().map(|c| c.1).sum();
        row.by_year = calendar.by_year(&row.by_article);
        row.dp = spread(sources, &row.by_article, n_syllables);
        if let Some(merged) = &mut row.merged {
            merged.by_year = calendar.by_year(&merged.by_article);
        }
    }
    rows.arrange_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.term.cmp(&b.term)));
    let pairs = pairs(years.len());
    for &pair in &pairs {
        calendar.add_keyness(&mut rows, pair);
    }
    TermTable { rows, pairs }
}

/// The terms that any article lists, each once.
fn listed(sources: &[Source], order: &[usize]) -> Vec<ComparedTerm> {
    let mut index: FxHashMap<&str, usize> = FxHashMap::default();
    let mut rows: Vec<ComparedTerm> = Vec::new();
    for &article in order {
        for term in &sources[article].1.terms {
            let row = *index.entry(&term.term).or_insert(rows.len());
            if row == rows.len() {
                let n_syllables = term.syllables;
                rows.push(ComparedTerm { term: term.term.clone(), n_syllables, ..ComparedTerm::default() });
            }
            rows[row].weight += term.weight;
            rows[row].kept |= term.kept;
        }
    }
    rows
}

/// Adds the other spellings of listed terms, so that they are counted in every article.
fn add_spellings(sources: &[Source], order: &[usize], rows: &mut Vec<ComparedTerm>) {
    let spellings = order.iter().flat_map(|&article| &sources[article].1.terms).flat_map(|term| &term.variants);
    let mut spellings: Vec<&str> = spellings.map(|(form, _)| form.as_str()).collect();
    spellings.arrange();
    spellings.dedup();
    let known: FxHashSet<&str> = rows.iter().map(|row| row.term.as_str()).collect();
    let new: Vec<&str> = spellings.into_iter().filter(|form| !known.contains(form)).collect();
    rows.extend(new.into_iter().map(|form| ComparedTerm { term: form.to_owned(), ..ComparedTerm::default() }));
}

/// Rows that are one term in several forms, as indices; forms that no article lists are added at the end of the rows.
/// A bare short form has no row: it is counted as written.
struct Group {
    rows: Vec<usize>,
    shorts: Vec<String>,
}

fn add_other_forms(forms: &ShortForms, rows: &mut Vec<ComparedTerm>) -> Vec<Group> {
    let mut by_key: FxHashMap<String, usize> = FxHashMap::default();
    let mut keys: Vec<(String, Vec<usize>)> = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        if forms.is_short(&row.term) || forms.is_apart(&row.term) {
            continue;
        }
        let key = forms.written_out(&row.term);
        let at = *by_key.entry(fold_words(&key)).or_insert(keys.len());
        if at == keys.len() {
            keys.push((key, Vec::new()));
        }
        keys[at].1.push(i);
    }
    let mut groups = Vec::new();
    for (key, mut members) in keys {
        let mut other = forms.shortened(&key);
        other.push(key);
        other.retain(|form| !forms.is_apart(form));
        let (shorts, longer): (Vec<String>, Vec<String>) = other.into_iter().partition(|form| forms.is_short(form));
        for term in longer {
            if members.iter().all(|&i| rows[i].term != term) {
                members.push(rows.len());
                rows.push(ComparedTerm { term, ..ComparedTerm::default() });
            }
        }
        if members.len() + shorts.len() > 1 {
            groups.push(Group { rows: members, shorts });
        }
    }
    groups
}

fn count(sources: &[Source], order: &[usize], statements: &[Statement], rows: &mut [ComparedTerm]) {
    let counter = TermCounter::new(rows.iter().map(|r| r.term.as_str()));
    for &i in order {
        let article = &sources[i].1.article;
        for segment in &article.segments {
            for found in counter.occurrences(&article.text, segment.span) {
                let by_article = &mut rows[found.term as usize].by_article;
                match by_article.last_mut() {
                    Some(last) if last.0 == i => last.1 += 1,
                    _ => by_article.push((i, 1)),
                }
            }
        }
    }
    for statement in statements {
        let article = &sources[statement.place.article].1.article;
        for found in counter.occurrences(&article.text, statement.place.span) {
            rows[found.term as usize].stated.push(statement.year);
        }
    }
    for row in rows {
        row.stated.arrange();
        row.stated.dedup();
    }
}

/// Gives each row of a group the sum of all its forms, if more than one of them occurs.
fn merge(groups: &[Group], short_counts: &FxHashMap<String, Vec<(usize, u32)>>, rows: &mut [ComparedTerm]) {
    for group in groups {
        let long = group.rows.iter().map(|&i| (rows[i].term.as_str(), rows[i].by_article.as_slice()));
        let short = group.shorts.iter().filter_map(|s| Some((s.as_str(), short_counts.get(s)?.as_slice())));
        let found: Vec<_> = long.chain(short).filter(|form| !form.1.is_empty()).collect();
        if found.len() < 2 {
            continue;
        }
        let forms: Vec<(String, u32)> =
            found.iter().map(|form| (form.0.to_owned(), form.1.iter().map(|c| c.1).sum())).collect();
        let mut by_article: FxHashMap<usize, u32> = FxHashMap::default();
        found.iter().flat_map(|form| form.1).for_each(|&(article, n)| *by_article.entry(article).or_default() += n);
        let mut by_article: Vec<(usize, u32)> = by_article.into_iter().collect();
        by_article.arrange();
        for &i in &group.rows {
            let (others, counts) = forms.iter().filter(|f| f.0 != rows[i].term).cloned().unzip();
            let by_article = by_article.clone();
            rows[i].merged = Some(Merged { forms: others, form_counts: counts, by_article, ..Merged::default() });
        }
    }
}

/// Gries' DP over all articles; those that do not hold the term count as one part.
fn spread(sources: &[Source], by_article: &[(usize, u32)], n_syllables: u32) -> f64 {
    let held = by_article.iter().map(|&(article, n)| (n, sources[article].1.n_syllables));
    let rest = n_syllables.saturating_sub(held.clone().map(|part| part.1).sum::<u32>());
    dp(held.chain([(0, rest)])).unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use crate::compare::TermTable;
    use crate::corpus::{Analysis, Engine};
    use crate::extract::Given;
    use std::sync::LazyLock;

    static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::built_in(str::to_owned));

    fn compare(sources: &[(&str, &Analysis)]) -> TermTable {
        crate::compare::compare(&ENGINE.lexicon().term_words, sources).terms
    }

    fn read(year: Option<i32>, text: &str) -> Analysis {
        ENGINE.analyse(text, &Given { year, ..Given::default() })
    }

    #[test]
    fn counts_every_term_in_every_article_whatever_the_order() {
        let a = read(Some(2021), "Nước mặn dâng cao. Người dân chở nước ngọt về xã; thiếu nước ngọt, nước ngọt.");
        let b = read(Some(2023), "Một công trình nước ngọt đã xong.");
        let c = read(None, "Nước ngọt!");
        let table = compare(&[("a", &a), ("b", &b), ("c", &c)]);
        let row = table.rows.iter().find(|r| r.term == "nước ngọt").unwrap();
        assert_eq!((row.by_year.as_slice(), row.total), ([3, 1].as_slice(), 5));
        assert_eq!(row.by_article, [(0, 3), (1, 1), (2, 1)]);
        let turned = compare(&[("c", &c), ("b", &b), ("a", &a)]);
        let again = turned.rows.iter().find(|r| r.term == "nước ngọt").unwrap();
        assert_eq!((&again.keyness, again.dp, again.weight), (&row.keyness, row.dp, row.weight));
    }

    #[test]
    fn short_forms_count_as_what_they_stand_for() {
        let a = read(Some(2021), "Các hợp tác xã (HTX) tuyển người. Hợp tác xã là nơi hút người.");
        let b = read(Some(2023), "HTX thiếu người, nhân lực HTX càng thiếu. Nhân lực HTX cần thêm.");
        let table = compare(&[("a", &a), ("b", &b)]);
        let row = table.rows.iter().find(|r| r.term == "hợp tác xã").unwrap();
        assert_eq!(row.by_year, [2, 0]);
        let merged = row.merged.as_ref().unwrap();
        assert_eq!(
            (merged.forms.as_slice(), merged.by_year.as_slice()),
            (["htx".to_owned()].as_slice(), [3, 3].as_slice())
        );
        assert_eq!((row.keyness[0].counts.b, merged.keyness[0].counts.b), (0, 3));
    }

    #[test]
    fn spellings_count_as_one_and_the_reader_parts_them() {
        let a = "Bỏ hóa đơn giấy. Cửa hàng phát hóa đơn giấy cho khách.";
        let b = "Cửa hàng bỏ hoá đơn giấy, không còn hoá đơn giấy.";
        let row = |list: &str| {
            let mut dictionary = crate::lexicon::Dictionary::default();
            assert_eq!(dictionary.read(list), []);
            let mut engine = Engine::built_in(str::to_owned);
            engine.set_dictionary(dictionary);
            let read = |year, text| engine.analyse(text, &Given { year: Some(year), ..Given::default() });
            let (a, b) = (read(2021, a), read(2023, b));
            let table = compare(&[("a", &a), ("b", &b)]);
            table.rows.into_iter().find(|r| r.term == "hóa đơn giấy").unwrap()
        };
        let one = row("");
        assert_eq!((one.by_year.as_slice(), one.whole().0), ([2, 0].as_slice(), [2, 2].as_slice()));
        assert_eq!(one.forms().collect::<Vec<_>>(), [("hoá đơn giấy", 2)]);
        assert!(row("~ hóa đơn giấy").merged.is_none());
    }

    #[test]
    fn the_reader_parts_a_short_form_from_its_long_one() {
        let text = "Các hợp tác xã (HTX) tuyển người. Hợp tác xã là nơi hút người. HTX thiếu người.";
        let mut engine = Engine::built_in(str::to_owned);
        let merged = |engine: &Engine| {
            let a = engine.analyse(text, &Given { year: Some(2021), ..Given::default() });
            let sources = [("a", &a)];
            let table = compare(&sources);
            let row = table.rows.into_iter().find(|r| r.term == "hợp tác xã").unwrap();
            (row.forms().map(|f| f.0.to_owned()).collect::<Vec<_>>(), super::other_forms(&sources, "Hợp tác xã"))
        };
        assert_eq!(merged(&engine), (vec!["htx".to_owned()], vec!["htx".to_owned()]));
        let mut dictionary = crate::lexicon::Dictionary::default();
        dictionary.read("~ HTX");
        engine.set_dictionary(dictionary);
        assert_eq!(merged(&engine), (Vec::new(), Vec::new()));
    }

    #[test]
    fn knows_what_is_stated_for_a_year() {
        let a = read(Some(2021), "Trồng rừng ngập mặn còn chậm. Tỉnh cho trồng rừng ngập mặn ở ven sông.");
        let b = read(Some(2022), "Năm 2022 là năm trồng rừng ngập mặn. Xã nào cũng có rừng ngập mặn.");
        let table = compare(&[("a", &a), ("b", &b)]);
        let row = table.rows.iter().find(|r| r.term.ends_with("rừng ngập mặn")).unwrap();
        assert_eq!(row.stated, [2022]);
    }
}
