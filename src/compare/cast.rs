//! Who is named over the years, and who holds which office.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::base::{Arrange, Span};
use crate::corpus::Analysis;
use crate::extract::Mention;
use crate::ingest::Zone;
use crate::text::fold;

use super::Place;
use super::comparison::Source;
use super::term_table::{Calendar, PartCount, add, by_article, settle};

/// A person or a body over the years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Its name in the form that most articles use.
    pub name: String,
    /// By year, in the order of the years: how often it is named.
    pub by_year: Vec<u32>,
    /// How often it is named in all bodies.
    pub total: u32,
    /// Articles that name it.
    pub n_articles: u32,
    /// Offices and functions of a person, by first mention; as the texts give them.
    pub roles: Vec<Role>,
    /// Where it is named first in each year that names it, by year.
    pub first: Vec<(i32, Place)>,
}

/// An office that a person is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Role {
    /// The office as the text gives it.
    pub role: String,
    /// Years of the articles that give it, ascending; empty where they have none.
    pub years: Vec<i32>,
}

/// An office and who holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Office {
    /// The office as the texts give it.
    pub office: String,
    /// Its holders by the years in which articles give it to them: index in [`Cast::people`], years.
    pub holders: Vec<(usize, Vec<i32>)>,
}

/// People, bodies and offices over the years, those of most mentions first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cast {
    /// People.
    pub people: Vec<Named>,
    /// Bodies.
    pub organisations: Vec<Named>,
    /// Offices that two people or more are given, or that one is given in two years or more.
    pub offices: Vec<Office>,
}

/// People of one kind, at most.
const MOST: usize = 60;
/// Offices, at most.
const MOST_OFFICES: usize = 40;

/// Who and what is named in the articles.
pub(super) fn cast(sources: &[Source], calendar: &Calendar) -> Cast {
    let people = named(sources, calendar, |analysis| {
        let people = analysis.facts.people.iter().filter(|p| p.category == "person");
        people.map(|p| (p.name.as_str(), p.mentions.as_slice(), p.roles.as_slice())).collect()
    });
    let organisations = named(sources, calendar, |analysis| {
        let bodies = analysis.facts.organisations.iter();
        bodies.map(|o| (o.name.as_str(), o.mentions.as_slice(), [].as_slice())).collect()
    });
    let offices = offices(&people);
    Cast { people, organisations, offices }
}

/// One entity of one article: name, mentions, roles.
type Entity<'a> = (&'a str, &'a [Mention], &'a [String]);

/// An entity while it is gathered from the articles.
#[derive(Default)]
struct Gathered {
    names: BTreeMap<String, u32>,
    by_part: Vec<PartCount>,
    roles: Vec<Role>,
    first: BTreeMap<i32, Place>,
}

fn named(sources: &[Source], calendar: &Calendar, entities: impl Fn(&Analysis) -> Vec<Entity<'_>>) -> Vec<Named> {
    let mut index: FxHashMap<String, usize> = FxHashMap::default();
    let mut all: Vec<Gathered> = Vec::new();
    let mut order: Vec<usize> = (0..sources.len()).collect();
    order.arrange_by_key(|&i| (sources[i].1.facts.meta.year, sources[i].0));
    for article in order {
        let analysis = sources[article].1;
        for (name, mentions, roles) in entities(analysis) {
            let body: Vec<Span> = mentions.iter().filter(|m| m.zone == Zone::Body).map(|m| m.span).collect();
            if body.is_empty() {
                continue;
            }
            let at = *index.entry(fold(name)).or_insert(all.len());
            if at == all.len() {
                all.push(Gathered::default());
            }
            let one = &mut all[at];
            match one.names.get_mut(name) {
                Some(n) => *n += 1,
                None => drop(one.names.insert(name.to_owned(), 1)),
            }
            for &span in &body {
                add(&mut one.by_part, article as u32, analysis.parts.at(span.start()) as u32);
                if let Some(year) = analysis.year_at(span.start(), calendar.clock()) {
                    one.first.entry(year).or_insert(Place { article, span });
                }
            }
            roles.iter().for_each(|role| one.give(role, analysis.facts.meta.year));
        }
    }
    let mut out: Vec<Named> = all.into_iter().map(|one| one.done(calendar)).collect();
    out.arrange_by(|a, b| (b.total, b.n_articles).cmp(&(a.total, a.n_articles)).then_with(|| a.name.cmp(&b.name)));
    out.truncate(MOST);
    out
}

impl Gathered {
    fn give(&mut self, role: &str, year: Option<i32>) {
        let key = fold(role);
        let at = self.roles.iter().position(|known| known.role == role || fold(&known.role) == key);
        let at = at.unwrap_or(self.roles.len());
        if at == self.roles.len() {
            self.roles.push(Role { role: role.to_owned(), years: Vec::new() });
        }
        let years = &mut self.roles[at].years;
        if let Some(year) = year.filter(|year| !years.contains(year)) {
            years.push(year);
            years.arrange();
        }
    }

    fn done(mut self, calendar: &Calendar) -> Named {
        settle(&mut self.by_part);
        let name = self.names.iter().max_by_key(|name| (name.1, std::cmp::Reverse(name.0)));
        Named {
            name: name.map_or(String::new(), |name| name.0.clone()),
            by_year: calendar.by_year(&self.by_part),
            total: self.by_part.iter().map(|p| p.n).sum(),
            n_articles: by_article(&self.by_part).count() as u32,
            roles: self.roles,
            first: self.first.into_iter().collect(),
        }
    }
}

/// Offices that say something of the years: of several people, or of one in several years.
fn offices(people: &[Named]) -> Vec<Office> {
    let mut by_office: BTreeMap<String, Office> = BTreeMap::new();
    for (person, named) in people.iter().enumerate() {
        for role in named.roles.iter().filter(|role| !role.years.is_empty()) {
            let office = by_office.entry(fold(&role.role)).or_default();
            if office.office.is_empty() {
                office.office.clone_from(&role.role);
            }
            office.holders.push((person, role.years.clone()));
        }
    }
    let mut out: Vec<Office> =
        by_office.into_values().filter(|o| o.holders.len() > 1 || o.holders.iter().any(|h| h.1.len() > 1)).collect();
    out.iter_mut().for_each(|office| office.holders.arrange_by_key(|h| h.1.first().copied()));
    // Offices in which somebody followed somebody else come first.
    out.arrange_by_key(|office| (std::cmp::Reverse(office.holders.len()), office.holders.first().map(|h| h.0)));
    out.truncate(MOST_OFFICES);
    out
}

#[cfg(test)]
mod tests {
    use crate::corpus::{Clock, Engine};
    use crate::extract::Given;

    #[test]
    fn people_and_offices_are_followed_through_the_years() {
        let engine = Engine::built_in(str::to_owned);
        let read = |year, text| engine.analyse(text, &Given { year: Some(year), ..Given::default() });
        let a = read(2021, "Bộ trưởng Bộ Y tế Nguyễn Văn Long thăm bệnh viện. Ông Long gặp bác sĩ.");
        let b = read(2023, "Bộ trưởng Bộ Y tế Trần Thị Lan khám bệnh. Năm 2021, ông Nguyễn Văn Long giữ chức này.");
        let sources = [("a", &a), ("b", &b)];
        let of = |clock| crate::compare::compare(&engine.lexicon().term_words, &sources, clock).cast;
        let cast = of(Clock::Published);
        let counts = |name: &str, cast: &super::Cast| {
            cast.people.iter().find(|p| p.name == name).map(|p| (p.by_year.clone(), p.n_articles))
        };
        assert_eq!(counts("Nguyễn Văn Long", &cast), Some((vec![2, 1], 2)));
        assert_eq!(counts("Nguyễn Văn Long", &of(Clock::Discussed)), Some((vec![3, 0], 2)));
        assert_eq!(counts("Trần Thị Lan", &cast), Some((vec![0, 1], 1)));
        let office = cast.offices.iter().find(|o| o.office == "Bộ trưởng Bộ Y tế").unwrap();
        let holders: Vec<(&str, &[i32])> =
            office.holders.iter().map(|h| (cast.people[h.0].name.as_str(), h.1.as_slice())).collect();
        assert_eq!(holders, [("Nguyễn Văn Long", [2021].as_slice()), ("Trần Thị Lan", [2023].as_slice())]);
    }
}
