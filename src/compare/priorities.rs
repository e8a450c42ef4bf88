//! The same list in two years, item by item.

use rustc_hash::FxHashMap;

use crate::base::Arrange;
use crate::extract::Enumeration;
use crate::ingest::Zone;
use crate::lexicon::ListKind;
use crate::text::{TokenKind, fold, tokens};

use super::comparison::Source;
use super::similarity::{Bag, align};
use super::{PriorityComparison, PriorityList};

/// What is compared of a list.
#[derive(Clone, Debug)]
struct ListWords<'a> {
    /// Its label without the number of items.
    label: &'a str,
    /// What the list is of.
    kind: ListKind,
    /// What it is about, as the label goes on; empty if it does not say.
    topic: &'a str,
    /// Short forms of its items.
    items: Vec<&'a str>,
}

/// Lists that say what somebody wants to do or holds to be so; lists of examples, places or ranks do not.
const STATED: [ListKind; 10] = [
    ListKind::Pillars,
    ListKind::Priorities,
    ListKind::Viewpoints,
    ListKind::Tasks,
    ListKind::Breakthroughs,
    ListKind::DualGoal,
    ListKind::Principles,
    ListKind::Limitations,
    ListKind::Motto,
    ListKind::Changes,
];

/// The lists that articles give for years, by year, source and place.
pub(super) fn priorities(sources: &[Source]) -> Vec<PriorityList> {
    let mut out: Vec<PriorityList> = Vec::new();
    for (article, (_, analysis)) in sources.iter().enumerate() {
        for (enumeration, list) in analysis.facts.enumerations.iter().enumerate() {
            let Some(year) = list.year.filter(|_| STATED.contains(&list.kind)) else { continue };
            if analysis.article.zone(list.span.start()) == Zone::Body {
                out.push(PriorityList { year, article, enumeration });
            }
        }
    }
    out.arrange_by_key(|list| (list.year, sources[list.article].0, list.enumeration));
    out
}

/// The lists of `priorities` that are the same list in two years.
pub(super) fn priority_comparisons(sources: &[Source], priorities: &[PriorityList]) -> Vec<PriorityComparison> {
    let words = |list: &PriorityList| {
        let analysis = sources[list.article].1;
        words_of(&analysis.article.text, &analysis.facts.enumerations[list.enumeration])
    };
    let words: Vec<ListWords> = priorities.iter().map(words).collect();
    compared(priorities, &words)
}

fn words_of<'a>(text: &'a str, list: &'a Enumeration) -> ListWords<'a> {
    ListWords {
        label: without_number(list.span.of(text)),
        kind: list.kind,
        topic: list.topic.map_or("", |topic| topic.of(text)),
        items: list.items.iter().map(|item| item.short.as_str()).collect(),
    }
}

/// A label without the number of items and the article before it: `Cả 3 yếu tố` gives `yếu tố`.
fn without_number(label: &str) -> &str {
    const BEFORE: [&str; 19] = [
        "cả", "các", "những", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "số", "the",
        "two", "three", "four", "five",
    ];
    let tokens = tokens(label);
    let word =
        tokens.iter().find(|t| t.kind != TokenKind::Number && !BEFORE.contains(&fold(t.span.of(label)).as_str()));
    word.map_or(label, |t| &label[t.span.start()..])
}

/// Likeness from which two items are the same.
const SAME_ITEM: f64 = 0.65;
/// Share of common pairs of neighbouring syllables (Dice) from which they are.
const SAME_ORDER: f64 = 0.4;
/// Lists that may share a pair of syllables; a pair that more share tells nothing of a list.
const COMMON: usize = 200;
/// Likeness from which two topics are the same.
const SAME_TOPIC: f64 = 0.6;

/// Compares lists of one kind of two successive years that have it. `lists` and `words` run in parallel, by year.
///
/// Two lists are the same list when they are of the same kind and keep an item; if both name a topic, the topics must be
/// alike or the kept items the larger part. Lists that have only the word in common (pillars of the economy, pillars of
/// a ministry's plan) are not compared.
fn compared(lists: &[PriorityList], words: &[ListWords]) -> Vec<PriorityComparison> {
    let mut out = Vec::new();
    for kind in STATED {
        let mut by_pair: FxHashMap<[String; 2], Vec<usize>> = FxHashMap::default();
        for later in (0..lists.len()).filter(|&i| words[i].kind == kind && words[i].items.len() > 1) {
            let pairs = pairs(&words[later]);
            let mut near: Vec<usize> =
                pairs.iter().filter_map(|p| by_pair.get(p)).filter(|l| l.len() <= COMMON).flatten().copied().collect();
            near.arrange();
            near.dedup();
            // The nearest earlier year that has the same list; within a year the list that keeps most.
            let earlier = near.iter().filter(|&&i| lists[i].year < lists[later].year);
            let matched = earlier
                .filter_map(|&i| same_list(words, i, later).map(|kept| (lists[i].year, kept.len(), i, kept)))
                .filter(|(_, _, i, kept)| !is_repeated(lists, words, [*i, later], kept.len()));
            if let Some((_, _, earlier, kept)) = matched.max_by_key(|m| (m.0, m.1, std::cmp::Reverse(m.2))) {
                out.push(comparison(words, earlier, later, kept));
            }
            pairs.into_iter().for_each(|pair| by_pair.entry(pair).or_default().push(later));
        }
    }
    out.arrange_by_key(|c| (c.earlier, c.later));
    once_a_year(lists, out)
}

/// Whether the second list is the first told again: an article that has the same items twice says nothing of two years.
fn is_repeated(lists: &[PriorityList], words: &[ListWords], [one, again]: [usize; 2], n_kept: usize) -> bool {
    lists[one].article == lists[again].article && [one, again].iter().all(|&list| words[list].items.len() == n_kept)
}

/// Every two syllables that follow each other in an item, by which lists that may be the same are found.
fn pairs(list: &ListWords) -> Vec<[String; 2]> {
    let mut out: Vec<[String; 2]> = Vec::new();
    for item in &list.items {
        let low: Vec<String> = tokens(item).iter().map(|t| fold(t.span.of(item))).collect();
        out.extend(low.windows(2).map(|pair| [pair[0].clone(), pair[1].clone()]));
    }
    out.arrange();
    out.dedup();
    out
}

/// The items kept, if the two are the same list.
fn same_list(words: &[ListWords], earlier: usize, later: usize) -> Option<Vec<(usize, usize)>> {
    let (a, b) = (&words[earlier], &words[later]);
    let bags = |list: &ListWords| list.items.iter().map(|i| Bag::new(i)).collect::<Vec<_>>();
    let mut kept = align(&bags(a), &bags(b), SAME_ITEM);
    kept.retain(|&(i, j)| in_one_order(a.items[i], b.items[j]));
    let shorter = a.items.len().min(b.items.len());
    let other_topic =
        !a.topic.is_empty() && !b.topic.is_empty() && Bag::new(a.topic).likeness(&Bag::new(b.topic)) < SAME_TOPIC;
    let enough = if other_topic { kept.len() * 2 > shorter } else { kept.len() * 4 >= shorter };
    (!kept.is_empty() && enough).then_some(kept)
}

/// Whether two items that hold the same syllables hold them side by side, too: `kinh tế số` is not `số hóa các ngành kinh tế`.
fn in_one_order(one: &str, other: &str) -> bool {
    let bag = |item: &str| -> Bag {
        let low = low(item);
        low.windows(2).map(|pair| pair.join(" ").into_boxed_str()).collect()
    };
    let (one, other) = (bag(one), bag(other));
    one.is_empty() || other.is_empty() || one.likeness(&other) >= SAME_ORDER
}

/// The syllables of an item, folded, in order.
fn low(item: &str) -> Vec<String> {
    tokens(item).iter().filter(|t| t.kind != TokenKind::Mark).map(|t| fold(t.span.of(item))).collect()
}

fn comparison(words: &[ListWords], earlier: usize, later: usize, kept: Vec<(usize, usize)>) -> PriorityComparison {
    let dropped = (0..words[earlier].items.len()).filter(|i| kept.iter().all(|k| k.0 != *i)).collect();
    let added = (0..words[later].items.len()).filter(|i| kept.iter().all(|k| k.1 != *i)).collect();
    PriorityComparison { label: words[earlier].label.to_owned(), earlier, later, kept, dropped, added }
}

/// A list that an article (or two) gives twice in a year is compared once: of two comparisons of one earlier list with
/// the same year the one that keeps more stays, then the first.
fn once_a_year(lists: &[PriorityList], comparisons: Vec<PriorityComparison>) -> Vec<PriorityComparison> {
    let mut out: Vec<PriorityComparison> = Vec::new();
    for new in comparisons {
        let same = |c: &PriorityComparison| c.earlier == new.earlier && lists[c.later].year == lists[new.later].year;
        match out.iter_mut().rev().take_while(|c| c.earlier == new.earlier).find(|c| same(c)) {
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

    fn list<'a>(year: i32, kind: ListKind, topic: &'a str, items: &[&'a str]) -> (PriorityList, ListWords<'a>) {
        let words = ListWords { label: "việc", kind, topic, items: items.to_vec() };
        (PriorityList { year, article: year as usize, enumeration: 0 }, words)
    }

    #[track_caller]
    fn check(lists: Vec<(PriorityList, ListWords)>, expected: &str) {
        let (lists, words): (Vec<_>, Vec<_>) = lists.into_iter().unzip();
        let got = compared(&lists, &words);
        let shown: Vec<String> = got
            .iter()
            .map(|c| {
                let short = |list: usize, i: usize| words[list].items[i];
                let kept: Vec<_> = c.kept.iter().map(|k| short(c.earlier, k.0)).collect();
                let dropped: Vec<_> = c.dropped.iter().map(|&i| short(c.earlier, i)).collect();
                let added: Vec<_> = c.added.iter().map(|&i| short(c.later, i)).collect();
                format!("{}: ={} -{} +{}", c.label, kept.join("|"), dropped.join("|"), added.join("|"))
            })
            .collect();
        assert_eq!(shown.join("\n"), expected);
    }

    #[test]
    fn labels_lose_their_number() {
        let labels = ["4 trụ cột", "Ba nhóm giải pháp", "những hạn chế lớn", "6", "the three goals"];
        assert_eq!(labels.map(without_number), ["trụ cột", "nhóm giải pháp", "hạn chế lớn", "6", "goals"]);
    }

    #[test]
    fn tells_kept_from_dropped_and_added() {
        check(
            vec![
                list(2021, ListKind::Tasks, "", &["phủ sóng vùng cao", "dạy nghề nông thôn", "sửa đường"]),
                list(2022, ListKind::Tasks, "", &["Phủ sóng vùng cao.", "xây chợ", "sửa đường"]),
            ],
            "việc: =phủ sóng vùng cao|sửa đường -dạy nghề nông thôn +xây chợ",
        );
    }

    #[test]
    fn what_one_article_tells_twice_is_no_list_of_two_years() {
        let in_one = |items: [&'static str; 2]| {
            let mut lists = vec![
                list(2023, ListKind::Pillars, "", &["chính quyền số", "kinh tế số"]),
                list(2025, ListKind::Pillars, "", &items),
            ];
            lists.iter_mut().for_each(|list| list.0.article = 0);
            lists
        };
        check(in_one(["Chính quyền số", "kinh tế số"]), "");
        check(in_one(["chính quyền số", "dữ liệu số"]), "việc: =chính quyền số -kinh tế số +dữ liệu số");
    }

    #[test]
    fn lists_that_share_only_the_word_are_left_out() {
        check(
            vec![
                list(2021, ListKind::Pillars, "kinh tế biển", &["cảng", "du lịch biển", "nuôi trồng"]),
                list(2022, ListKind::Pillars, "giáo dục", &["giáo viên", "học liệu"]),
            ],
            "",
        );
    }

    #[test]
    fn the_same_syllables_in_another_order_are_another_item() {
        check(
            vec![
                list(2021, ListKind::Pillars, "", &["du lịch biển", "cảng", "rừng"]),
                list(2022, ListKind::Pillars, "", &["biển hóa các khu du lịch", "trường học", "đường"]),
            ],
            "",
        );
        check(
            vec![
                list(2021, ListKind::Tasks, "", &["giữ đê biển, trồng rừng đước", "dạy nghề"]),
                list(2022, ListKind::Tasks, "", &["trồng rừng đước, giữ đê biển", "mở chợ"]),
            ],
            "việc: =giữ đê biển, trồng rừng đước -dạy nghề +mở chợ",
        );
    }

    #[test]
    fn skips_a_year_without_the_list_and_counts_a_repeated_list_once() {
        check(
            vec![
                list(2020, ListKind::Tasks, "", &["trồng rừng", "đắp đê"]),
                list(2022, ListKind::Tasks, "", &["trồng rừng", "đào kênh"]),
                list(2022, ListKind::Tasks, "", &["trồng rừng", "đào kênh"]),
            ],
            "việc: =trồng rừng -đắp đê +đào kênh",
        );
    }
}
