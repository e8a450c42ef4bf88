//! Values joined to measures, from one comparison to the next.
//!
//! The values are taken in the order of time; each joins the first measure, of those that share a word with it, whose values
//! it fits, or begins one. So what becomes of a value depends on the measures that it looked at alone: when articles come and
//! go, only values that looked at a measure which changed are joined anew. The result is that of a start from nothing.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Arrange;
use crate::compare::Indicator;

use super::join::{Ascending, Gate, Key, Read, indicator};

/// Measures looked at for one value; if more share its words, they share very common ones.
const LOOKED_AT: usize = 64;
/// Numbers of values that went beyond which everything is joined anew.
const STALE: usize = 20_000;

const NONE: u32 = u32::MAX;

/// The values of the articles, each with a number that stays, and how they are joined.
#[derive(Debug, Default)]
struct Joins {
    // The articles by source: stamp, number of the first value, how many.
    articles: Vec<(u64, u32, u32)>,
    // The numbers in the order in which values are joined.
    order: Vec<u32>,
    // By number: the first value of its measure; `NONE` for one not joined yet.
    first: Vec<u32>,
    // By number: the last measure it looked at; itself if it looked at all; `NONE` if it is to look anew.
    last: Vec<u32>,
    gates: Vec<Gate>,
    // By first value: the others of its measure, in order.
    more: FxHashMap<u32, Vec<u32>>,
    // The first values of measures by their words, in order.
    by_word: FxHashMap<Key, Vec<u32>>,
}

/// The values of an article, by its stamp.
pub(super) type Values<'a> = (u64, &'a [Read]);

/// Joins, made in bounded steps; what is joined stays for the next articles, be all joined or not.
#[derive(Debug, Default)]
pub(in crate::compare) struct Joining {
    joins: Joins,
    // By number: its place in the order.
    places: Vec<u32>,
    next: usize,
    // Whether nothing was joined before.
    is_first: bool,
    // The first place from which measures with a word may be others than before.
    changed: FxHashMap<Key, u32>,
}

/// The values by number.
struct Numbered<'a>(Vec<Option<&'a Read>>);

impl<'a> Numbered<'a> {
    fn new(joins: &Joins, articles: &[Values<'a>]) -> Self {
        let mut all = vec![None; joins.first.len()];
        for (&(_, from, _), (_, values)) in joins.articles.iter().zip(articles) {
            for (value, slot) in values.iter().zip(all.iter_mut().skip(from as usize)) {
                *slot = Some(value);
            }
        }
        Self(all)
    }

    fn of(&self, number: u32) -> Option<&'a Read> {
        self.0.get(number as usize).copied().flatten()
    }

    fn same(&self, one: &Read, other: u32) -> bool {
        self.of(other).is_some_and(|other| one.same(other))
    }
}

impl Joining {
    /// Begins with what was joined before; the articles by source.
    pub(super) fn new(before: Self, articles: &[Values]) -> Self {
        let mut joins = before.left(articles);
        let n_values: usize = articles.iter().map(|article| article.1.len()).sum();
        if joins.first.len() > 2 * n_values + STALE || !joins.has_order_of(articles) {
            joins = Joins::default();
        }
        let stamps: FxHashSet<u64> = articles.iter().map(|article| article.0).collect();
        let known: FxHashMap<u64, (u32, u32)> = joins.articles.iter().map(|a| (a.0, (a.1, a.2))).collect();
        let gone = joins.articles.iter().filter(|article| !stamps.contains(&article.0));
        let gone: Vec<u32> = gone.flat_map(|&(_, from, n)| from..from + n).collect();
        let mut new: Vec<u32> = Vec::new();
        let mut next = joins.first.len() as u32;
        let number = |&(stamp, values): &Values| {
            let (from, n) = known.get(&stamp).copied().unwrap_or_else(|| {
                let n = values.len() as u32;
                new.extend(next..next + n);
                joins.gates.extend(values.iter().map(Gate::of));
                next += n;
                (next - n, n)
            });
            (stamp, from, n)
        };
        joins.articles = articles.iter().map(number).collect();
        joins.first.resize(next as usize, NONE);
        joins.last.resize(next as usize, NONE);
        let (places, is_first) = (vec![NONE; next as usize], joins.order.is_empty());
        let mut out = Self { joins, places, next: 0, is_first, changed: FxHashMap::default() };
        let values = Numbered::new(&out.joins, articles);
        out.place(&values, new, &gone);
        out
    }

    /// What is joined, for these articles to go on from: what was given up looks anew.
    fn left(self, articles: &[Values]) -> Joins {
        let by_stamp: FxHashMap<u64, &[Read]> = articles.iter().copied().collect();
        let known = |&(stamp, ..): &(u64, u32, u32)| (stamp, by_stamp.get(&stamp).copied().unwrap_or_default());
        let known: Vec<Values> = self.joins.articles.iter().map(known).collect();
        let values = Numbered::new(&self.joins, &known);
        let stays = |number: u32| values.of(number).is_some_and(|value| self.stays(&values, number, value));
        let anew: Vec<u32> = self.joins.order[self.next..].iter().copied().filter(|&number| !stays(number)).collect();
        let mut joins = self.joins;
        anew.into_iter().for_each(|number| joins.last[number as usize] = NONE);
        joins
    }

    /// Brings the new values in their places, and takes out those that went.
    fn place(&mut self, values: &Numbered, mut new: Vec<u32>, gone: &[u32]) {
        let joins = &mut self.joins;
        // By number: the place of its article by source, and its place there, as one number.
        let mut by_source = vec![NONE; joins.first.len()];
        let numbers = joins.articles.iter().flat_map(|&(_, from, n)| from..from + n);
        for (number, at) in numbers.zip(0..) {
            by_source[number as usize] = at;
        }
        let key = |number: u32| {
            let time = values.of(number).map(|value| (value.measure.until, value.measure.as_of.as_str()));
            (time, by_source[number as usize])
        };
        new.arrange_by(|&a, &b| key(a).cmp(&key(b)));
        let old = std::mem::take(&mut joins.order);
        let mut stayed: Vec<u32> = Vec::with_capacity(old.len());
        // Those that went, each with the one behind it that stayed.
        let mut left: Vec<(u32, usize)> = Vec::new();
        for number in old {
            match values.of(number) {
                Some(_) => stayed.push(number),
                None => left.push((number, stayed.len())),
            }
        }
        joins.order.reserve(stayed.len() + new.len());
        let mut from = 0;
        for number in new {
            let n = stayed[from..].partition_point(|&other| key(other) < key(number));
            joins.order.extend_from_slice(&stayed[from..from + n]);
            joins.order.push(number);
            from += n;
        }
        joins.order.extend_from_slice(&stayed[from..]);
        for (&number, place) in joins.order.iter().zip(0..) {
            self.places[number as usize] = place;
        }
        if gone.is_empty() {
            return;
        }
        let place_of = |behind: usize| stayed.get(behind).map_or(NONE, |&other| self.places[other as usize]);
        let left: FxHashMap<u32, u32> = left.into_iter().map(|(number, behind)| (number, place_of(behind))).collect();
        // Measures that one of them began are no more.
        joins.by_word.retain(|&key, list| {
            list.retain(|number| {
                let stays = self.places[*number as usize] != NONE;
                if let Some(&place) = left.get(number).filter(|_| !stays) {
                    let least = self.changed.entry(key).or_insert(place);
                    *least = place.min(*least);
                }
                stays
            });
            !list.is_empty()
        });
        for &number in gone {
            self.joins.more.remove(&number);
            let first = std::mem::replace(&mut self.joins.first[number as usize], NONE);
            if first != number && first != NONE && values.of(first).is_some() {
                self.leave(values, number, first);
            }
        }
    }

    /// Looks at so many measures; whether all is joined. The articles are those that it began with.
    pub(super) fn step(&mut self, articles: &[Values], at_once: usize) -> bool {
        let values = Numbered::new(&self.joins, articles);
        let mut n_looked = 0;
        while let Some(&number) = self.joins.order.get(self.next) {
            if n_looked >= at_once {
                return false;
            }
            self.next += 1;
            n_looked += 1;
            if let Some(value) = values.of(number).filter(|value| !self.stays(&values, number, value)) {
                n_looked += self.join(&values, number, value);
            }
        }
        true
    }

    /// Whether all that a value looked at is as it was.
    fn stays(&self, values: &Numbered, number: u32, value: &Read) -> bool {
        let (first, last) = (self.joins.first[number as usize], self.joins.last[number as usize]);
        if first == NONE || values.of(first).is_none() || values.of(last).is_none() {
            return false;
        }
        let last = self.places[last as usize];
        self.changed.is_empty() || value.keys().all(|key| self.changed.get(&key).is_none_or(|&place| place > last))
    }

    /// Finds the measure of a value anew; how many it looked at.
    fn join(&mut self, values: &Numbered, number: u32, value: &Read) -> usize {
        let Joins { first, last, gates, more, by_word, .. } = &mut self.joins;
        let places = &self.places;
        let place = |other: u32| places[other as usize];
        let own = place(number);
        let lists = value.keys().filter_map(|key| by_word.get(&key)).map(Vec::as_slice);
        let (mut n, mut looked, mut found) = (0, number, None);
        for measure in Ascending::of(lists, place).take_while(|&other| place(other) < own).take(LOOKED_AT) {
            (n, looked) = (n + 1, measure);
            let others = || more.get(&measure).into_iter().flatten().take_while(|&&other| place(other) < own);
            // A value joins a measure only if it fits every value of it: no chains from one meaning to another.
            if gates[number as usize].admits(&gates[measure as usize])
                && values.same(value, measure)
                && others().all(|&other| values.same(value, other))
            {
                found = Some(measure);
                break;
            }
        }
        last[number as usize] = if found.is_some() || n == LOOKED_AT { looked } else { number };
        let (now, before) = (found.unwrap_or(number), std::mem::replace(&mut first[number as usize], NONE));
        first[number as usize] = now;
        if now == before {
            return n;
        }
        if before == number {
            self.end(number, value);
        } else if before != NONE && values.of(before).is_some() {
            self.leave(values, number, before);
        }
        match now == number {
            true => self.begin(number, value),
            false => self.enter(values, number, now),
        }
        n
    }

    /// A value begins a measure.
    fn begin(&mut self, number: u32, value: &Read) {
        let place = self.places[number as usize];
        for key in value.keys() {
            let list = self.joins.by_word.entry(key).or_default();
            let at = list.partition_point(|&other| self.places[other as usize] < place);
            if list.get(at) != Some(&number) {
                list.insert(at, number);
            }
        }
        self.change(value, place);
    }

    /// A value that began a measure does so no longer.
    fn end(&mut self, number: u32, value: &Read) {
        for key in value.keys() {
            if let Some(list) = self.joins.by_word.get_mut(&key) {
                list.retain(|&other| other != number);
            }
        }
        self.joins.more.remove(&number);
        self.change(value, self.places[number as usize]);
    }

    /// A value joins the measure that another began.
    fn enter(&mut self, values: &Numbered, number: u32, first: u32) {
        let place = self.places[number as usize];
        let more = self.joins.more.entry(first).or_default();
        let at = more.partition_point(|&other| self.places[other as usize] < place);
        more.insert(at, number);
        if let Some(value) = values.of(first) {
            self.change(value, self.places[first as usize]);
        }
    }

    /// A value is of the measure that another began no longer.
    fn leave(&mut self, values: &Numbered, number: u32, first: u32) {
        if let Some(more) = self.joins.more.get_mut(&first) {
            more.retain(|&other| other != number);
        }
        if let Some(value) = values.of(first) {
            self.change(value, self.places[first as usize]);
        }
    }

    /// The measure that a value at a place begins, or began, is another one now.
    fn change(&mut self, value: &Read, place: u32) {
        if self.is_first {
            return;
        }
        for key in value.keys() {
            let least = self.changed.entry(key).or_insert(place);
            *least = place.min(*least);
        }
    }

    /// The measures that values of several articles have, in the order of time, when all is joined.
    pub(super) fn indicators(&self, articles: &[Values]) -> Vec<Indicator> {
        let values = Numbered::new(&self.joins, articles);
        let joins = &self.joins;
        let mut by_source = vec![0; joins.first.len()];
        for (number, at) in joins.articles.iter().flat_map(|&(_, from, n)| from..from + n).zip(0..) {
            by_source[number as usize] = at;
        }
        let mut out = Vec::new();
        for &first in &joins.order {
            let Some(more) = joins.more.get(&first).filter(|more| !more.is_empty()) else { continue };
            let numbers = std::iter::once(&first).chain(more);
            let cluster: Vec<(&Read, u32)> =
                numbers.filter_map(|&number| Some((values.of(number)?, by_source[number as usize]))).collect();
            out.extend(indicator(&cluster));
        }
        out
    }

    /// The measures of articles, joined from nothing.
    #[cfg(test)]
    pub(super) fn all(articles: &[Values]) -> Vec<Indicator> {
        let mut joining = Self::new(Self::default(), articles);
        while !joining.step(articles, usize::MAX) {}
        joining.indicators(articles)
    }
}

impl Joins {
    /// Whether the articles that were there before come in the same order.
    fn has_order_of(&self, articles: &[Values]) -> bool {
        let now: FxHashSet<u64> = articles.iter().map(|article| article.0).collect();
        let before: FxHashSet<u64> = self.articles.iter().map(|article| article.0).collect();
        let stayed = self.articles.iter().map(|article| article.0).filter(|stamp| now.contains(stamp));
        stayed.eq(articles.iter().map(|article| article.0).filter(|stamp| before.contains(stamp)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::indicators::measure::Measure;
    use crate::compare::indicators::syllables::Syllables;
    use crate::extract::FigureKind;

    /// Numbers that look random, the same every time.
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, n: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % n
        }
    }

    /// Values of few words, so that more measures share each than are looked at.
    fn article(dice: &mut Dice, syllables: &mut Syllables) -> Vec<Read> {
        const WORDS: [&str; 9] = ["hộ", "dân", "nước", "sạch", "trạm", "biến", "áp", "đường", "xã"];
        let n = 1 + dice.below(7);
        let read = |_| {
            let n = 3 + dice.below(2);
            let label: Vec<&str> = (0..n).map(|_| WORDS[dice.below(9) as usize]).collect();
            let label = label.join(" ");
            let measure = Measure {
                article: 0,
                figure: 0,
                kind: if dice.below(4) == 0 { FigureKind::Percent } else { FigureKind::Count },
                unit: if dice.below(3) == 0 { "hộ".to_owned() } else { String::new() },
                in_full: label.clone(),
                label,
                sentence: String::new(),
                places: if dice.below(5) == 0 { vec![format!("tỉnh {}", dice.below(3))] } else { Vec::new() },
                companies: Default::default(),
                value: [1.0, 30.0, 1_000.0, 40_000.0][dice.below(4) as usize],
                as_of: format!("{}", 2018 + dice.below(6)),
                until: None,
                adds_up: false,
                n_days: None,
                dated: false,
                rises: None,
            };
            Read::new(syllables, measure)
        };
        (0..n).map(read).collect()
    }

    #[test]
    fn what_was_joined_before_changes_nothing() {
        let mut syllables = Syllables::default();
        let (mut n_most, mut n_given_up) = (0, 0);
        for seed in 0..3 {
            let mut dice = Dice(seed);
            let mut held: Vec<(u64, Vec<Read>)> = Vec::new();
            let mut joining = Joining::default();
            for stamp in 1..220 {
                match dice.below(3) {
                    0 if held.len() > 90 => drop(held.remove(dice.below(held.len() as u64) as usize)),
                    1 if stamp > 100 => {
                        let at = dice.below(held.len() as u64) as usize;
                        held[at] = (stamp, article(&mut dice, &mut syllables));
                    }
                    _ => {
                        let at = dice.below(held.len() as u64 + 1) as usize;
                        held.insert(at, (stamp, article(&mut dice, &mut syllables)));
                    }
                }
                // Sometimes the sources come in another order.
                if stamp % 50 == 0 {
                    held.reverse();
                }
                if stamp < 80 {
                    continue;
                }
                for (i, (_, values)) in held.iter_mut().enumerate() {
                    values.iter_mut().for_each(|value| value.measure.article = i);
                }
                let articles: Vec<Values> = held.iter().map(|(stamp, values)| (*stamp, values.as_slice())).collect();
                joining = Joining::new(joining, &articles);
                // Sometimes it is given up on the way.
                if dice.below(3) == 0 && !joining.step(&articles, dice.below(900) as usize) {
                    n_given_up += 1;
                    continue;
                }
                while !joining.step(&articles, 300) {}
                assert_eq!(joining.indicators(&articles), Joining::all(&articles), "seed {seed}, change {stamp}");
                n_most = joining.joins.by_word.values().map(Vec::len).max().unwrap_or_default().max(n_most);
            }
        }
        assert!(n_most > LOOKED_AT, "{n_most} measures share a word");
        assert!(n_given_up > 20, "{n_given_up} given up");
    }
}
