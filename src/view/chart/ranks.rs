//! Ranks of themes and terms over the years: a line for each that stands among the first ones of a year.

use super::measure::{em_width, fit};
use super::scale::Scale;
use super::scene::Scene;
use super::{Chart, Node, Pick, Table};
use crate::base::Arrange;

const SIZE: f64 = 12.0;
const LANE: f64 = 24.0;
/// Height of the heading of a block and of its years.
const HEAD: f64 = 54.0;

/// Years that the sentence tells of at most.
const MOST_TOLD: usize = 6;

/// The first themes and the first terms of each year, and how they stand in the others.
pub(super) fn ranks(scene: &Scene) -> Chart {
    let w = scene.w;
    let years = scene.years();
    if years.len() < 2 {
        return Chart { title: w.ranks.to_owned(), summary: w.one_year.to_owned(), ..Chart::default() };
    }
    let blocks = [(w.themes_word, themes(scene, &years)), (w.terms_word, terms(scene, &years))];
    let mut nodes = Vec::new();
    let mut y = 0.0;
    for (name, lines) in blocks.iter().filter(|(_, lines)| lines.len() > 1) {
        let block = Block { scene, years: &years, y, last: lowest(lines, scene.limit(8)) };
        nodes.extend(block.draw(name, &block.shown(lines)));
        y += HEAD + (block.last as f64 + 1.0) * LANE + 14.0;
    }
    let first = |(year, at): (&i32, usize)| {
        let (_, lines) = &blocks[1];
        lines.iter().find(|line| line.ranks[at] == Some(1)).map(|line| format!("{} ({year})", line.name))
    };
    let mut first: Vec<String> = years.iter().zip(0..).filter_map(first).collect();
    if first.len() > MOST_TOLD {
        // The latest are told.
        first.splice(..first.len() - MOST_TOLD, ["…".to_owned()]);
    }
    Chart {
        title: w.ranks.to_owned(),
        summary: if first.is_empty() { w.nothing.to_owned() } else { (w.ranks_found)(&first.join(", ")) },
        notes: vec![(w.ranks_help)(&scene.per_10k())],
        height: y,
        nodes,
        table: table(scene, &years, &blocks),
        ..Chart::default()
    }
}

/// One theme or term.
struct Line {
    name: String,
    pick: Option<Pick>,
    /// By year: its rank, from 1; `None` where it is not said.
    ranks: Vec<Option<usize>>,
    /// By year: what it is ranked by.
    values: Vec<f64>,
    is_chosen: bool,
}

impl Line {
    fn best(&self) -> usize {
        self.ranks.iter().flatten().copied().min().unwrap_or(usize::MAX)
    }
}

/// The terms by their occurrences in each year; of as many the one that is said more in all years stands first.
fn terms(scene: &Scene, years: &[i32]) -> Vec<Line> {
    let line = |row: &crate::view::TermRow| Line {
        name: row.term.clone(),
        pick: Scene::term(&row.term),
        ranks: Vec::new(),
        values: row.by_year.iter().map(|c| c.per_10k).collect(),
        is_chosen: scene.is_chosen(&row.term) || scene.topic().is_some() && scene.is_of_topic(&row.term),
    };
    let mut rows: Vec<&crate::view::TermRow> = scene.overview.terms.iter().collect();
    rows.arrange_by_key(|row| std::cmp::Reverse(row.count));
    ranked(rows.into_iter().map(line).collect(), years.len())
}

/// The themes by their share of the sentences of each year.
fn themes(scene: &Scene, years: &[i32]) -> Vec<Line> {
    let share = |group: &crate::view::ThemeGroup, year: i32| {
        let share = group.by_year.iter().find(|share| share.year == year);
        share.map_or(0.0, |share| f64::from(share.n_sentences) / f64::from(share.of.max(1)) * 100.0)
    };
    let line = |group: &crate::view::ThemeGroup| Line {
        name: group.head.clone(),
        pick: Scene::theme(&group.head),
        ranks: Vec::new(),
        values: years.iter().map(|&year| share(group, year)).collect(),
        is_chosen: scene.query.topic == group.head,
    };
    ranked(scene.overview.theme_groups.iter().map(line).collect(), years.len())
}

/// With their ranks; of equal values the one that stands first in the list goes first.
fn ranked(mut lines: Vec<Line>, n_years: usize) -> Vec<Line> {
    for year in 0..n_years {
        let value = |line: &Line| line.values.get(year).copied().unwrap_or(0.0);
        let mut order: Vec<usize> = (0..lines.len()).collect();
        order.arrange_by(|&a, &b| value(&lines[b]).total_cmp(&value(&lines[a])).then(a.cmp(&b)));
        let mut rank = vec![None; lines.len()];
        for (at, &line) in order.iter().enumerate().filter(|(_, line)| value(&lines[**line]) > 0.0) {
            rank[line] = Some(at + 1);
        }
        lines.iter_mut().zip(rank).for_each(|(line, rank)| line.ranks.push(rank));
    }
    lines
}

/// The last rank that has a lane of its own.
fn lowest(lines: &[Line], most: usize) -> usize {
    let ranks = lines.iter().flat_map(|line| &line.ranks).flatten();
    ranks.copied().max().unwrap_or(1).min(most.max(1))
}

/// The room of one kind of lines.
struct Block<'a> {
    scene: &'a Scene<'a>,
    years: &'a [i32],
    y: f64,
    /// The last rank with a lane; what stands lower is on one lane below.
    last: usize,
}

impl Block<'_> {
    /// The lines that reach a lane, and the chosen one.
    fn shown<'l>(&self, lines: &'l [Line]) -> Vec<(usize, &'l Line)> {
        let reach = lines.iter().filter(|line| line.best() <= self.last || line.is_chosen);
        reach.enumerate().map(|(i, line)| (i % 8 + 1, line)).collect()
    }

    fn draw(&self, name: &str, lines: &[(usize, &Line)]) -> Vec<Node> {
        let scene = self.scene;
        let longest = lines.iter().map(|(_, line)| em_width(&line.name) * SIZE).fold(40.0, f64::max);
        let side = (longest + 34.0).min(scene.width * 0.34);
        let x = Scale::new((0.0, (self.years.len() - 1) as f64), (side, scene.width - side));
        let top = self.y + HEAD;
        let lane = |rank: usize| top + (rank.min(self.last + 1) - 1) as f64 * LANE;
        let mut nodes = vec![Node::text("bold", (0.0, self.y + 18.0), SIZE + 2.0, "start", name)];
        for (i, year) in self.years.iter().enumerate() {
            let at = x.at(i as f64);
            nodes.push(Node::line("grid", (at, top - 8.0), (at, lane(self.last + 1))));
            let head = Node::text("bold", (at, self.y + 38.0), SIZE, "middle", &year.to_string());
            let pick = Some(Pick::Year { year: *year });
            nodes.push(Node::group("pick", vec![head]).titled(year.to_string()).picking(pick));
        }
        let beyond = (scene.w.below_rank)(self.last);
        nodes.push(Node::text("soft", (scene.width / 2.0, lane(self.last + 1) + 18.0), SIZE - 1.0, "middle", &beyond));
        let any_chosen = lines.iter().any(|(_, line)| line.is_chosen);
        for (series, line) in lines {
            let weak = any_chosen && !line.is_chosen;
            nodes.push(self.line(*series, line, weak, &|i| x.at(i as f64), &lane, side));
        }
        // Names between the first and the last year stand above all lines.
        nodes.extend(lines.iter().filter_map(|(_, line)| self.name_between(line, &|i| x.at(i as f64), &lane)));
        nodes
    }

    fn line(
        &self,
        series: usize,
        line: &Line,
        is_weak: bool,
        x: &dyn Fn(usize) -> f64,
        lane: &dyn Fn(usize) -> f64,
        side: f64,
    ) -> Node {
        let scene = self.scene;
        let mut parts = Vec::new();
        let spans = line.ranks.windows(2).zip(self.years.windows(2)).enumerate();
        for (i, (pair, years)) in spans {
            let (&[Some(from), Some(to)], &[earlier, later]) = (pair, years) else { continue };
            if from > self.last && to > self.last {
                continue;
            }
            // Between the two years there is none with articles, or one of the ends has no lane of its own.
            let is_sure = later - earlier == 1 && from <= self.last && to <= self.last;
            let class = format!("curve l{series}{}", if is_sure { " solid" } else { " weak" });
            parts.push(Node::line(&class, (x(i), lane(from)), (x(i + 1), lane(to))));
        }
        let last_year = self.years.len() - 1;
        for (i, rank) in line.ranks.iter().enumerate() {
            let Some(rank) = rank.filter(|rank| *rank <= self.last || line.is_chosen) else { continue };
            let at = (x(i), lane(rank));
            parts.push(Node::sign(&format!("s{series}"), series - 1, at, 5.0));
            let class = if line.is_chosen { "bold" } else { "" };
            let room = side - 34.0;
            let number = scene.integer(rank as u32);
            if i == 0 {
                let label = format!("{}  {number}", fit(&line.name, SIZE, room));
                parts.push(Node::text(class, (at.0 - 10.0, at.1 + 4.0), SIZE, "end", &label));
            } else if i == last_year {
                let label = format!("{number}  {}", fit(&line.name, SIZE, room));
                parts.push(Node::text(class, (at.0 + 10.0, at.1 + 4.0), SIZE, "start", &label));
            }
        }
        let ranks = line.ranks.iter().zip(self.years);
        let ranks: Vec<String> =
            ranks.map(|(rank, year)| format!("{year}: {}", rank.map_or("–".to_owned(), |r| r.to_string()))).collect();
        let class = if is_weak { "pick weak" } else { "pick" };
        Node::group(class, parts).titled(format!("{}; {}", line.name, ranks.join(", "))).picking(line.pick.clone())
    }

    /// The name of a line that has no sign in the first or the last year, where such signs are named.
    fn name_between(&self, line: &Line, x: &dyn Fn(usize) -> f64, lane: &dyn Fn(usize) -> f64) -> Option<Node> {
        let is_shown = |rank: &Option<usize>| rank.is_some_and(|rank| rank <= self.last || line.is_chosen);
        if [line.ranks.first(), line.ranks.last()].into_iter().flatten().any(is_shown) {
            return None;
        }
        let (i, rank) =
            line.ranks.iter().enumerate().find_map(|(i, rank)| Some((i, rank.filter(|r| *r <= self.last)?)))?;
        let label = fit(&line.name, SIZE - 1.0, (x(1) - x(0)).max(20.0));
        let name = Node::text("soft over", (x(i), lane(rank) - 8.0), SIZE - 1.0, "middle", &label);
        Some(Node::group("pick", vec![name]).titled(line.name.clone()).picking(line.pick.clone()))
    }
}

/// A row for each theme and term, with its rank in each year and what it is ranked by.
fn table(scene: &Scene, years: &[i32], blocks: &[(&'static str, Vec<Line>)]) -> Table {
    let w = scene.w;
    let mut table = Table::new([("name", w.term, None), ("kind", w.kind, None), ("unit", w.unit, None)]);
    for year in years {
        table.add_column(&format!("rank_{year}"), &(w.rank_in)(*year), Some(0));
        table.add_column(&format!("rate_{year}"), &(w.rate_in)(*year), Some(1));
    }
    for ((kind, lines), unit) in blocks.iter().zip([w.percent_of_sentences, &scene.per_10k()]) {
        for line in lines {
            let mut cells = vec![line.name.as_str().into(), (*kind).into(), unit.into()];
            for (rank, value) in line.ranks.iter().zip(&line.values) {
                cells.extend([rank.map(|rank| rank as u32).into(), super::node::tenth(*value).into()]);
            }
            table.add(line.pick.clone(), cells);
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &str, values: &[f64]) -> Line {
        let (name, values) = (name.to_owned(), values.to_vec());
        Line { name, pick: None, ranks: Vec::new(), values, is_chosen: false }
    }

    #[test]
    fn ranks_are_of_their_year_and_what_is_not_said_has_none() {
        let lines = ranked(vec![line("a", &[5.0, 0.0]), line("b", &[5.0, 2.0]), line("c", &[9.0, 3.0])], 2);
        let ranks: Vec<&[Option<usize>]> = lines.iter().map(|line| line.ranks.as_slice()).collect();
        assert_eq!(ranks, [&[Some(2), None], &[Some(3), Some(2)], &[Some(1), Some(1)]]);
        assert_eq!((lowest(&lines, 8), lowest(&lines, 2), lowest(&[], 8)), (3, 2, 1));
    }
}
