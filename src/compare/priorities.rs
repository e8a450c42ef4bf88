//! The same list in two years, item by item.

use rustc_hash::FxHashMap;

use super::similarity::{Bag, align};
use super::{PriorityComparison, PriorityList};

/// What is compared of a list.
#[derive(Clone, Debug, Default)]
pub(super) struct ListWords {
    /// Its label.
    pub label: String,
    /// What the list is of (`ưu tiên`, `nhiệm vụ`), as a code.
    pub kind: &'static str,
    /// What it is about, as the label goes on; empty if it does not say.
    pub topic: String,
    /// Short forms of its items.
    pub items: Vec<String>,
}

/// Likeness from which two items are the same.
const SAME_ITEM: f64 = 0.65;
/// Likeness from which two topics are the same.
const SAME_TOPIC: f64 = 0.6;

/// Compares lists of one kind of two successive years that have it. `lists` and `words` run in parallel, by year.
///
/// Two lists are the same list when they are of the same kind and keep an item; if both name a topic, the topics must be
/// alike or the kept items the larger part. Lists that have only the word in common (pillars of the economy, pillars of
/// a ministry's plan) are not compared.
pub(super) fn priority_comparisons(lists: &[PriorityList], words: &[ListWords]) -> Vec<PriorityComparison> {
    let mut by_kind: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    let given = (0..lists.len()).filter(|&i| words[i].items.len() > 1);
    given.for_each(|i| by_kind.entry(words[i].kind).or_default().push(i));
    let mut out = Vec::new();
    for of_kind in by_kind.values() {
        for (n, &later) in of_kind.iter().enumerate() {
            // The nearest earlier year that has the same list; within a year the list that keeps most.
            let earlier = of_kind[..n].iter().filter(|&&i| lists[i].year < lists[later].year);
            let matched =
                earlier.filter_map(|&i| same_list(words, i, later).map(|kept| (lists[i].year, kept.len(), i, kept)));
            if let Some((_, _, earlier, kept)) = matched.max_by_key(|m| (m.0, m.1, std::cmp::Reverse(m.2))) {
                out.push(comparison(words, earlier, later, kept));
            }
        }
    }
    out.sort_by_key(|c| (c.earlier, c.later));
    once_a_year(lists, out)
}

/// The items kept, if the two are the same list.
fn same_list(words: &[ListWords], earlier: usize, later: usize) -> Option<Vec<(usize, usize)>> {
    let (a, b) = (&words[earlier], &words[later]);
    let bags = |list: &ListWords| list.items.iter().map(|i| Bag::new(i)).collect::<Vec<_>>();
    let kept = align(&bags(a), &bags(b), SAME_ITEM);
    let shorter = a.items.len().min(b.items.len());
    let other_topic =
        !a.topic.is_empty() && !b.topic.is_empty() && Bag::new(&a.topic).likeness(&Bag::new(&b.topic)) < SAME_TOPIC;
    let enough = if other_topic { kept.len() * 2 > shorter } else { kept.len() * 4 >= shorter };
    (!kept.is_empty() && enough).then_some(kept)
}

fn comparison(words: &[ListWords], earlier: usize, later: usize, kept: Vec<(usize, usize)>) -> PriorityComparison {
    let dropped = (0..words[earlier].items.len()).filter(|i| kept.iter().all(|k| k.0 != *i)).collect();
    let added = (0..words[later].items.len()).filter(|i| kept.iter().all(|k| k.1 != *i)).collect();
    PriorityComparison { label: words[earlier].label.clone(), earlier, later, kept, dropped, added }
}

/// A list that an article (or two) gives twice in a year is compared once: of two comparisons of one earlier list with
/// the same year the one that keeps more stays, then the first.
fn once_a_year(lists: &[PriorityList], comparisons: Vec<PriorityComparison>) -> Vec<PriorityComparison> {
    let mut out: Vec<PriorityComparison> = Vec::new();
    for new in comparisons {
        let same = |c: &PriorityComparison| c.earlier == new.earlier && lists[c.later].year == lists[new.later].year;
        match out.iter_mut().find(|c| same(c)) {
            Some(old) if old.kept.len() < new.kept.len() => *old = new,
            Some(_) => {}
            None => out.push(new),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(year: i32, kind: &'static str, topic: &str, items: &[&str]) -> (PriorityList, ListWords) {
        let items = items.iter().map(|i| (*i).to_owned()).collect();
        let words = ListWords { label: format!("{kind} {year}"), kind, topic: topic.to_owned(), items };
        (PriorityList { year, article: 0, enumeration: 0 }, words)
    }

    #[track_caller]
    fn check(lists: Vec<(PriorityList, ListWords)>, expected: &str) {
        let (lists, words): (Vec<_>, Vec<_>) = lists.into_iter().unzip();
        let got = priority_comparisons(&lists, &words);
        let shown: Vec<String> = got
            .iter()
            .map(|c| {
                let short = |list: usize, i: usize| words[list].items[i].as_str();
                let kept: Vec<_> = c.kept.iter().map(|k| short(c.earlier, k.0)).collect();
                let dropped: Vec<_> = c.dropped.iter().map(|&i| short(c.earlier, i)).collect();
                let added: Vec<_> = c.added.iter().map(|&i| short(c.later, i)).collect();
                format!("{}: ={} -{} +{}", c.label, kept.join("|"), dropped.join("|"), added.join("|"))
            })
            .collect();
        assert_eq!(shown.join("\n"), expected);
    }

    #[test]
    fn tells_kept_from_dropped_and_added() {
        check(
            vec![
                list(2021, "tasks", "", &["phủ sóng vùng cao", "dạy nghề nông thôn", "sửa đường"]),
                list(2022, "tasks", "", &["Phủ sóng vùng cao.", "xây chợ", "sửa đường"]),
            ],
            "tasks 2021: =phủ sóng vùng cao|sửa đường -dạy nghề nông thôn +xây chợ",
        );
    }

    #[test]
    fn lists_that_share_only_the_word_are_left_out() {
        check(
            vec![
                list(2021, "pillars", "kinh tế biển", &["cảng", "du lịch biển", "nuôi trồng"]),
                list(2022, "pillars", "giáo dục", &["giáo viên", "học liệu"]),
            ],
            "",
        );
    }

    #[test]
    fn skips_a_year_without_the_list_and_counts_a_repeated_list_once() {
        check(
            vec![
                list(2020, "tasks", "", &["trồng rừng", "đắp đê"]),
                list(2022, "tasks", "", &["trồng rừng", "đào kênh"]),
                list(2022, "tasks", "", &["trồng rừng", "đào kênh"]),
            ],
            "tasks 2020: =trồng rừng -đắp đê +đào kênh",
        );
    }
}
