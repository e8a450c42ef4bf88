//! Every place where some words stand (key word in context).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::{Arrange, Span};
use crate::compare::{Clock, Source, other_forms};
use crate::ingest::{Article, Zone};
use crate::text::{Token, fold, search_key, sentences, tokens};

use super::document::Locator;
use super::groups::terms_of_theme;
use super::search::Search;
use super::{Entry, Evidence, Overview, article_title};

/// One place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConcordanceLine {
    /// Title of the article.
    pub article_title: String,
    /// Year of the article, or the one that the sentence speaks of.
    pub year: Option<i32>,
    /// The sentence before the words.
    pub before: String,
    /// The words as they stand.
    pub hit: String,
    /// The sentence after the words.
    pub after: String,
    /// The place.
    pub evidence: Evidence,
}

/// In what order the places stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ConcordanceOrder {
    /// By year, then as the articles came.
    #[default]
    Year,
    /// By the words before, the nearest first.
    Before,
    /// By the words after.
    After,
}

impl ConcordanceOrder {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Year, Self::Before, Self::After];

    /// Its name on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Before => "before",
            Self::After => "after",
        }
    }

    /// The order of a name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.code() == code)
    }
}

/// An article that holds what is looked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ArticlePlaces {
    /// Its key.
    pub article: String,
    /// In how many places, those beyond the first 500 in all too; in how many sentences, where a year is looked for alone.
    pub n_places: u32,
    /// The first of them; `None` where a year is looked for alone.
    pub first: Option<Evidence>,
}

/// Every place where some words stand in a body.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Concordance {
    /// The words asked for.
    pub term: String,
    /// Other forms of the term that were looked for too, as they count together with it.
    pub forms: Vec<String>,
    /// Whether accents were left out of the comparison because nothing was found with them.
    pub without_accents: bool,
    /// Number of places that fit with their accents; they come first.
    pub n_exact: u32,
    /// The places, by year (articles without one last), then order of the articles; at most 500.
    pub lines: Vec<ConcordanceLine>,
    /// Number of all places.
    pub n_lines: u32,
    /// The articles that hold them, by key.
    #[serde(default)]
    pub articles: Vec<ArticlePlaces>,
}

const MOST_LINES: usize = 500;

impl Concordance {
    /// One entry for each article, by key.
    fn gather(&mut self) {
        self.articles.arrange_by(|a, b| a.article.cmp(&b.article));
        self.articles.dedup_by(|later, first| {
            let is_same = later.article == first.article;
            if is_same {
                first.n_places += later.n_places;
            }
            is_same
        });
    }

    /// The lines in an order; those that fit with their accents stay in front. Words are compared without accents first,
    /// then with them.
    pub fn ordered(&self, order: ConcordanceOrder) -> Vec<&ConcordanceLine> {
        let mut lines: Vec<(bool, [String; 2], &ConcordanceLine)> = Vec::with_capacity(self.lines.len());
        for (i, line) in self.lines.iter().enumerate() {
            let words = match order {
                ConcordanceOrder::Year => String::new(),
                ConcordanceOrder::Before => line.before.split_whitespace().rev().collect::<Vec<_>>().join(" "),
                ConcordanceOrder::After => line.after.trim_start().to_owned(),
            };
            let words = words.trim_start_matches(|c: char| !c.is_alphanumeric());
            lines.push((i as u32 >= self.n_exact, [search_key(words), words.to_lowercase()], line));
        }
        lines.arrange_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
        lines.into_iter().map(|(_, _, line)| line).collect()
    }
}

/// Finds the words in the bodies of the articles, whatever the case and the place of tone marks. Words typed without any
/// accent, and words that stand nowhere as they are typed, are found whatever the accents, behind those that fit. In a
/// word `*` stands for any letters and `?` for one; a lone `*` for any word.
/// With a year its places alone.
pub fn concordance(entries: &[Entry], term: &str, clock: Clock, year: Option<i32>) -> Concordance {
    concordance_of(entries, &[term], (clock, year))
}

/// The same of several terms at once.
pub(super) fn concordance_of(entries: &[Entry], terms: &[&str], when: (Clock, Option<i32>)) -> Concordance {
    let [term] = terms else { return of_many(entries, terms, when) };
    let sources: Vec<Source> = entries.iter().map(|e| (e.name, e.analysis)).collect();
    let forms = other_forms(&sources, term);
    let others: Vec<(&str, Search)> = forms.iter().map(|form| (form.as_str(), Search::new(form, false))).collect();
    let mut ordered: Vec<&Entry> = entries.iter().collect();
    ordered.arrange_by_key(|e| e.analysis.facts.meta.year.unwrap_or(i32::MAX));
    let mut found = Concordance { term: (*term).to_owned(), ..Concordance::default() };
    let search = Search::new(term, false);
    let exact: Vec<Vec<Span>> = ordered.iter().map(|entry| exact_places(entry, &search, &others)).collect();
    ordered.iter().zip(&exact).for_each(|(entry, places)| lines(entry, places, when, &mut found));
    found.n_exact = found.n_lines;
    if found.n_exact == 0 || search_key(term) == fold(term) {
        let search = Search::new(term, true);
        for (entry, exact) in ordered.iter().zip(&exact) {
            lines(entry, &apart(hits(&entry.analysis.article.text, &search), exact), when, &mut found);
        }
    }
    let n_exact = (found.n_exact as usize).min(found.lines.len());
    let (exact, others) = found.lines.split_at_mut(n_exact);
    for lines in [exact, others] {
        lines.arrange_by_key(|line| line.year.unwrap_or(i32::MAX));
    }
    found.gather();
    found.forms = if found.n_exact > 0 { forms } else { Vec::new() };
    found.without_accents = found.n_exact == 0 && found.n_lines > 0;
    found
}

/// Every place of the terms of a theme, which is named by its first term.
pub fn theme_places(overview: &Overview, entries: &[Entry], topic: &str, year: Option<i32>) -> Concordance {
    let terms = terms_of_theme(overview, topic);
    let terms: Vec<&str> = terms.iter().map(String::as_str).collect();
    Concordance { term: topic.to_owned(), ..of_many(entries, &terms, (overview.clock, year)) }
}

/// Every place of any of the terms; of two that overlap, the first.
fn of_many(entries: &[Entry], terms: &[&str], when: (Clock, Option<i32>)) -> Concordance {
    let mut places: Vec<Vec<Span>> = vec![Vec::new(); entries.len()];
    for term in terms {
        places.iter_mut().zip(all_places(entries, term)).for_each(|(all, of_term)| all.extend(of_term));
    }
    let mut found = Concordance::default();
    for (entry, places) in entries.iter().zip(&mut places) {
        places.arrange_by_key(|place| (place.start(), std::cmp::Reverse(place.end())));
        places.dedup_by(|later, first| later.overlaps(*first));
        lines(entry, places, when, &mut found);
    }
    found.n_exact = found.n_lines;
    found.lines.arrange_by_key(|line| line.year.unwrap_or(i32::MAX));
    found.gather();
    found
}

/// The articles of a year, or that speak of it, with how many sentences of each are of that year.
pub fn of_year(entries: &[Entry], clock: Clock, year: i32) -> Concordance {
    let mut found = Concordance::default();
    for entry in entries {
        let (parts, own) = (entry.analysis.parts.list(), entry.analysis.facts.meta.year);
        let of = |part: Option<i32>| if clock == Clock::Published { own } else { part };
        let n_places = parts.iter().filter(|part| of(part.year) == Some(year)).map(|part| part.n_sentences).sum();
        if n_places > 0 {
            found.articles.push(ArticlePlaces { article: entry.key.to_owned(), n_places, first: None });
        }
    }
    found.gather();
    found
}

/// Where the words stand in each article, in all their forms; whatever the accents where they stand nowhere with them.
pub(super) fn all_places(entries: &[Entry], term: &str) -> Vec<Vec<Span>> {
    let sources: Vec<Source> = entries.iter().map(|e| (e.name, e.analysis)).collect();
    let forms = other_forms(&sources, term);
    let others: Vec<(&str, Search)> = forms.iter().map(|form| (form.as_str(), Search::new(form, false))).collect();
    let search = Search::new(term, false);
    let exact: Vec<Vec<Span>> = entries.iter().map(|entry| exact_places(entry, &search, &others)).collect();
    if exact.iter().any(|places| !places.is_empty()) {
        return exact;
    }
    let search = Search::new(term, true);
    entries.iter().map(|entry| hits(&entry.analysis.article.text, &search)).collect()
}

/// Where the words or their other forms stand, accents and all.
fn exact_places(entry: &Entry, search: &Search, others: &[(&str, Search)]) -> Vec<Span> {
    let mut places = hits(&entry.analysis.article.text, search);
    for (form, search) in others {
        places.extend(places_of(entry, form, search));
    }
    places.arrange();
    places.dedup_by(|later, first| later.overlaps(*first));
    places
}

/// Where another form of a term stands; a bare short form only where it was read as one (`AI` is not `ai`).
fn places_of(entry: &Entry, form: &str, search: &Search) -> Vec<Span> {
    let short_forms = &entry.analysis.facts.abbreviations;
    match short_forms.iter().find(|short| short.short.to_lowercase() == form) {
        Some(short) => short.mentions.iter().filter(|m| m.1 == Zone::Body).map(|m| m.0).collect(),
        None if form.contains(' ') => hits(&entry.analysis.article.text, search),
        None => Vec::new(),
    }
}

/// The stretches that overlap none of `others`; both are in order.
fn apart(mut stretches: Vec<Span>, others: &[Span]) -> Vec<Span> {
    stretches.retain(|stretch| {
        let after = others.partition_point(|other| other.end() <= stretch.start());
        others.get(after).is_none_or(|other| !other.overlaps(*stretch))
    });
    stretches
}

/// The stretches of a text whose tokens fit the search.
fn hits(text: &str, search: &Search) -> Vec<Span> {
    if search.len() == 0 { Vec::new() } else { hits_among(&tokens(text), text, search) }
}

/// The stretches among the tokens of a text that fit the search.
fn hits_among(tokens: &[Token], text: &str, search: &Search) -> Vec<Span> {
    let n = search.len();
    let mut key = String::new();
    let mut fits = |token: &Token, at: usize| {
        search.key(token.span.of(text), &mut key);
        search.fits(at, &key)
    };
    let mut out = Vec::new();
    let mut at = 0;
    while at + n <= tokens.len() && n > 0 {
        let window = &tokens[at..at + n];
        if window.iter().enumerate().all(|(i, token)| fits(token, i)) {
            out.push(window[0].span.to(window[n - 1].span));
            at += n;
        } else {
            at += 1;
        }
    }
    out
}

/// Number of places where the words stand in the body of one article.
pub(super) fn n_places(entry: &Entry, search: &Search) -> u32 {
    let article = &entry.analysis.article;
    hits(&article.text, search).iter().filter(|hit| is_counted(article, **hit)).count() as u32
}

/// In how many places the words of each search stand in the bodies of the articles and count for a year; each article is
/// gone through once.
pub(super) fn n_places_by_year(entries: &[Entry], searches: &[Search], clock: Clock) -> Vec<BTreeMap<i32, u32>> {
    let mut found = vec![BTreeMap::new(); searches.len()];
    for entry in entries {
        let article = &entry.analysis.article;
        let tokens = tokens(&article.text);
        for (search, n_places) in searches.iter().zip(&mut found) {
            for hit in hits_among(&tokens, &article.text, search) {
                let year = entry.analysis.year_at(hit.start(), clock).filter(|_| is_counted(article, hit));
                if let Some(year) = year {
                    *n_places.entry(year).or_default() += 1;
                }
            }
        }
    }
    found
}

/// Whether the words lie in one body segment.
pub(super) fn is_counted(article: &Article, hit: Span) -> bool {
    holder(article, hit).is_some()
}

/// The body segment that holds the hit, with its number from 1.
fn holder(article: &Article, hit: Span) -> Option<(usize, Span)> {
    let after = article.segments.partition_point(|s| s.span.start() <= hit.start());
    let holder = article.segments[..after].last().filter(|s| s.span.covers(hit))?;
    (article.zone(hit.start()) == Zone::Body).then_some((after, holder.span))
}

/// Adds the hits that lie in one body segment and count for the year, if one is meant.
fn lines(entry: &Entry, hits: &[Span], (clock, wanted): (Clock, Option<i32>), found: &mut Concordance) {
    let article = &entry.analysis.article;
    if hits.is_empty() {
        return;
    }
    let at = Locator::new(article);
    let title = article_title(entry);
    let before = found.n_lines;
    let mut first = None;
    let mut within: Vec<Span> = Vec::new();
    let mut segment = None;
    for &hit in hits {
        let Some((number, holder)) = holder(article, hit) else { continue };
        let year = entry.analysis.year_at(hit.start(), clock);
        if wanted.is_some() && year != wanted {
            continue;
        }
        found.n_lines += 1;
        if first.is_none() {
            first = Some(Evidence::new(entry.key, &at, hit));
        }
        if found.lines.len() >= MOST_LINES {
            continue;
        }
        if segment != Some(number) {
            segment = Some(number);
            within = sentences(&article.text, holder).collect();
        }
        let sentence = within.iter().copied().find(|s| s.overlaps(hit)).unwrap_or(holder).to(hit);
        found.lines.push(ConcordanceLine {
            article_title: title.clone(),
            year,
            before: at.text(Span::new(sentence.start(), hit.start())).to_owned(),
            hit: at.text(hit).to_owned(),
            after: at.text(Span::new(hit.end(), sentence.end())).to_owned(),
            evidence: Evidence::new(entry.key, &at, hit),
        });
    }
    let n_places = found.n_lines - before;
    if n_places > 0 {
        found.articles.push(ArticlePlaces { article: entry.key.to_owned(), n_places, first });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_sort_by_their_neighbours() {
        let line = |before: &str, after: &str| ConcordanceLine {
            article_title: String::new(),
            year: None,
            before: before.to_owned(),
            hit: "số".to_owned(),
            after: after.to_owned(),
            evidence: Evidence::default(),
        };
        let lines = vec![line("nền kinh tế ", " và xã hội"), line("dữ liệu ", ", an toàn"), line("chính phủ ", " Bộ")];
        let found = Concordance { lines, n_exact: 3, n_lines: 3, ..Concordance::default() };
        let hits = |order| found.ordered(order).into_iter().map(|l| l.before.trim()).collect::<Vec<_>>();
        assert_eq!(hits(ConcordanceOrder::Year), ["nền kinh tế", "dữ liệu", "chính phủ"]);
        assert_eq!(hits(ConcordanceOrder::Before), ["dữ liệu", "chính phủ", "nền kinh tế"]);
        assert_eq!(hits(ConcordanceOrder::After), ["dữ liệu", "chính phủ", "nền kinh tế"]);
        let mixed = Concordance { n_exact: 1, ..found.clone() };
        assert_eq!(mixed.ordered(ConcordanceOrder::After)[0].before.trim(), "nền kinh tế");
    }
}
