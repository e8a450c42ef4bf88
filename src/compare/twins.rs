//! Articles with nearly the same text: a press release in two papers, an article and its reprint. One of them counts.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::base::{Arrange, ascending};
use crate::corpus::Analysis;

use super::Source;

/// Least share of common runs of two texts that are taken for one. Broder (1997) groups pages from 0.5 on, Lee and others
/// (Deduplicating training data, 2022) drop texts from 0.8 on; a reprint with another head and a paragraph less lies between.
const LEAST: f64 = 0.7;

/// Bins that must agree for two texts to be looked at: of two with 0.7 in common, 32 such bands miss one pair in 6,000.
const BAND: usize = 4;

/// For each article the one that is counted in its place; `None` for those that count. Which one counts does not depend on
/// the order of the articles: the earliest day, then the longest text, then the first name and text.
pub fn twins(sources: &[Source]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..sources.len()).collect();
    order.arrange_by(|&a, &b| rank(&sources[a]).cmp(&rank(&sources[b])));
    let mut out = vec![None; sources.len()];
    // First articles by band: the last link of its chain, and how long that is. Only articles that count are in it, so that
    // each is compared with few.
    let mut by_band: FxHashMap<(usize, [u32; BAND]), (usize, usize)> = FxHashMap::default();
    // An article, and the link before it.
    let mut links: Vec<(usize, usize)> = Vec::new();
    let mut near: Vec<u64> = Vec::new();
    for i in order {
        let sketch = &sources[i].1.sketch;
        let bands =
            || sketch.bins().chunks_exact(BAND).enumerate().filter_map(|(at, band)| Some((at, band.try_into().ok()?)));
        near.clear();
        for key in bands() {
            let (mut link, n) = by_band.get(&key).copied().unwrap_or_default();
            for _ in 0..n {
                let (article, before) = links[link];
                near.push(article as u64);
                link = before;
            }
        }
        ascending(&mut near);
        near.dedup();
        let likeness = |&k: &usize| sketch.likeness(&sources[k].1.sketch);
        let twin = near.iter().map(|&article| article as usize).find(|k| likeness(k) >= LEAST);
        match twin {
            Some(first) => out[i] = Some(first).filter(|_| sources[i].1.given.counted != Some(true)),
            None => {
                for key in bands() {
                    let (last, n) = by_band.entry(key).or_default();
                    if *n < MOST_IN_BAND {
                        links.push((i, *last));
                        (*last, *n) = (links.len() - 1, *n + 1);
                    }
                }
            }
        }
    }
    out
}

/// Articles of one band that are looked at; unlike texts with a band in common are few.
const MOST_IN_BAND: usize = 16;

type Rank<'a> = (&'a str, Reverse<u32>, &'a str, &'a str);

fn rank<'a>(source: &Source<'a>) -> Rank<'a> {
    let (name, analysis): (&str, &Analysis) = *source;
    // Articles without a day come last.
    let day = analysis.facts.meta.published.iso.as_deref().unwrap_or("~");
    (day, Reverse(analysis.n_syllables), name, analysis.article.text.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::compare;
    use crate::corpus::{Clock, Engine};
    use crate::extract::Given;
    use std::sync::LazyLock;

    static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::built_in(str::to_owned));

    const TEXT: &str = "Nông dân huyện Ba Tri bắt đầu thu hoạch lúa đông xuân, năng suất ước bảy tấn mỗi hecta, cao hơn năm trước. \
        Theo hợp tác xã, giá lúa tươi tại ruộng đang ở mức tám nghìn đồng một cân, nhiều hộ có lãi khá nên ai cũng vui. \
        Ông Ba cho biết sau vụ này gia đình sẽ sửa lại nhà kho, mua thêm máy gặt và thuê người làm cỏ sớm hơn mọi năm. \
        Huyện dự kiến mở rộng vùng trồng giống mới thêm ba trăm hecta, hỗ trợ một nửa tiền giống cho các hộ nghèo.";

    fn read(head: &str, text: &str, year: i32, counted: Option<bool>) -> Analysis {
        ENGINE.analyse(&format!("{head}\n{text}"), &Given { year: Some(year), counted, ..Given::default() })
    }

    #[test]
    fn the_same_text_of_two_outlets_counts_once_unless_the_reader_says_otherwise() {
        let first = read("Ba Tri được mùa lúa", TEXT, 2023, None);
        let again = read("Được mùa lúa ở Ba Tri", &format!("(NLĐO) - {TEXT}"), 2023, None);
        let other = read("Cầu mới", &TEXT.split(' ').rev().collect::<Vec<_>>().join(" "), 2023, None);
        let sources = [("a", &first), ("b", &again), ("c", &other)];
        let n_counted = |sources: &[Source]| twins(sources).iter().filter(|twin| twin.is_none()).count();
        assert_eq!(n_counted(&sources), 2);
        let comparison = compare(&ENGINE.lexicon().term_words, &sources, Clock::Published);
        assert_eq!(comparison.years[0].articles.len(), 2);
        let both = read("Được mùa lúa ở Ba Tri", &format!("(NLĐO) - {TEXT}"), 2023, Some(true));
        let kept = twins(&[("a", &first), ("b", &both)]);
        let taken = twins(&[("a", &first), ("b", &again)]);
        assert_eq!(taken.iter().flatten().count(), 1);
        assert!(kept.iter().flatten().count() <= 1 && (kept[1].is_none()));
    }

    #[test]
    fn which_one_counts_does_not_depend_on_the_order() {
        let (a, b) = (read("A", TEXT, 2022, None), read("B", TEXT, 2023, None));
        let (one, two) = (twins(&[("x", &a), ("y", &b)]), twins(&[("y", &b), ("x", &a)]));
        assert_eq!(one, [two[1].map(|i| 1 - i), two[0].map(|i| 1 - i)]);
    }
}
