//! The company a term keeps: terms that stand in its sentences more often than chance would have it.

use super::measure::{em_width, fit};
use super::scale::Scale;
use super::scene::Scene;
use super::{Chart, Node, Pick, Table};
use crate::base::Span;
use crate::compare::{Companion, Company, company as company_of, log_dice, meeting_g2, pmi};
use crate::corpus::Analysis;
use crate::view::concordance::all_places;
use crate::view::stated::Articles;

const SIZE: f64 = 13.0;
const SMALL: f64 = 11.0;
const ROW: f64 = 26.0;
/// logDice at which a bar begins; 14 is the most there can be, and what is shown seldom lies lower.
const LEAST: f64 = 5.0;

/// Terms in the sentences of the chosen term, the highest logDice first.
pub(super) fn company(scene: &Scene) -> Chart {
    let w = scene.w;
    let term = scene.query.term.as_str();
    if term.is_empty() {
        return Chart { title: (w.company)("…"), summary: w.choose_term.to_owned(), ..Chart::default() };
    }
    let found = found(scene);
    let rows = &scene.overview.terms;
    let all: Vec<(&str, Companion)> = found.companions.iter().map(|c| (rows[c.candidate].term.as_str(), *c)).collect();
    let is_near =
        |c: &Companion| pmi(c.together, found.n_term, c.other, found.n_sentences).is_some_and(|bits| bits > 0.0);
    let near: Vec<(&str, Companion)> = all.iter().filter(|(_, c)| is_near(c)).copied().collect();
    let shown = &near[..near.len().min(scene.limit(20))];
    let dice = |c: &Companion| log_dice(c.together, found.n_term, c.other).unwrap_or(0.0);
    let longest = shown.iter().map(|(name, _)| em_width(name) * SIZE).fold(0.0, f64::max);
    let label = (longest + 12.0).min(scene.width * 0.42);
    let x = Scale::new((LEAST, 14.0), (label, scene.width - 96.0));
    let bar = |(i, (name, c)): (usize, &(&str, Companion))| {
        let y = i as f64 * ROW;
        let value = dice(c);
        let end = x.at(value).max(label + 1.0);
        let class = if c.n_articles < 2 { "s8" } else { "s1" };
        let counts = format!("{}  ({})", scene.decimal(value, 1), scene.integer(c.together));
        let nodes = vec![
            Node::text("", (label - 8.0, y + 17.0), SIZE, "end", &fit(name, SIZE, label - 8.0)),
            Node::rect(class, [label, y + 5.0, end - label, 16.0]),
            Node::text("soft", (end + 6.0, y + 17.0), SMALL, "start", &counts),
        ];
        let title = format!("{name}: logDice {}, {}: {}", scene.decimal(value, 1), w.together, c.together);
        Node::group("pick", nodes).titled(title).picking(Scene::term(name))
    };
    let mut notes = vec![w.company_help.to_owned()];
    if shown.len() < near.len() {
        notes.push((w.first_of)(&scene.integer(shown.len() as u32), &scene.integer(near.len() as u32)));
    }
    let names: Vec<&str> = near.iter().take(3).map(|(name, _)| *name).collect();
    Chart {
        title: (w.company)(term),
        summary: if names.is_empty() {
            (w.company_none)(term)
        } else {
            (w.company_found)(term, &scene.integer(found.n_term), &names.join(", "))
        },
        notes,
        height: shown.len() as f64 * ROW + 4.0,
        nodes: shown.iter().enumerate().map(bar).collect(),
        table: table(scene, &found, &all),
        ..Chart::default()
    }
}

fn found(scene: &Scene) -> Company {
    let analyses: Vec<&Analysis> = scene.entries.iter().map(|entry| entry.analysis).collect();
    let places: Vec<Vec<Span>> = all_places(scene.entries, &scene.query.term);
    // A bare short form reads like any other word.
    let forms = |row: &'_ crate::view::TermRow| -> Vec<String> {
        let others = row.forms.iter().map(|form| form.form.clone()).filter(|form| form.contains(' '));
        std::iter::once(row.term.clone()).chain(others).collect()
    };
    let candidates: Vec<Vec<String>> = scene.overview.terms.iter().map(forms).collect();
    let candidates: Vec<Vec<&str>> = candidates.iter().map(|c| c.iter().map(String::as_str).collect()).collect();
    company_of(&analyses, &places, &candidates, (scene.query.clock, scene.year()))
}

/// A row for each term, with the counts and what follows from them.
fn table(scene: &Scene, found: &Company, all: &[(&str, Companion)]) -> Table {
    let w = scene.w;
    let mut table = Table::new([
        ("term", w.term, None),
        ("together", w.together, Some(0)),
        ("sentences", w.sentences_of_it, Some(0)),
        ("sentences_of_term", w.sentences_of_term, Some(0)),
        ("articles", w.articles, Some(0)),
        ("log_dice", "logDice", Some(2)),
        ("pmi", "PMI", Some(2)),
        ("g2", w.g2, Some(1)),
        ("sentence", w.sentence, None),
    ]);
    let articles = Articles::new(scene.entries);
    let hundredth = |x: f64| (x * 100.0).round() / 100.0;
    for (name, c) in all {
        let (n, term) = (found.n_sentences, found.n_term);
        let (article, span) = c.first;
        let evidence = articles.evidence(article, articles.sentence(article, span));
        let cells = vec![
            (*name).into(),
            c.together.into(),
            c.other.into(),
            term.into(),
            c.n_articles.into(),
            log_dice(c.together, term, c.other).map(hundredth).into(),
            pmi(c.together, term, c.other, n).map(hundredth).into(),
            super::node::tenth(meeting_g2(c.together, term, c.other, n)).into(),
            evidence.text.split_whitespace().collect::<Vec<_>>().join(" ").into(),
        ];
        table.add(Some(Pick::Place { evidence }), cells);
    }
    table
}
