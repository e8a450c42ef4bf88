//! Who is named over the years, and who holds which office.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::base::Arrange;
use crate::corpus::Analysis;
use crate::extract::{Mention, is_short_form};
use crate::ingest::Zone;
use crate::text::fold;

use super::Place;
use super::ledger::{Kept, Ledger, Set};
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
    /// The office as the text gives it, with the name of the body where the text has its short form.
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
pub(super) fn cast(ledger: &Ledger, set: &Set, calendar: &Calendar) -> Cast {
    let people = named(
        ledger,
        set,
        calendar,
        |kept| &kept.named.people,
        |analysis, at| {
            let person = &analysis.facts.people[at];
            (person.name.as_str(), person.mentions.as_slice(), person.roles.as_slice())
        },
    );
    let organisations = named(
        ledger,
        set,
        calendar,
        |kept| &kept.named.organisations,
        |analysis, at| {
            let body = &analysis.facts.organisations[at];
            (body.name.as_str(), body.mentions.as_slice(), &[])
        },
    );
    let offices = offices(&people);
    Cast { people, organisations, offices }
}

/// Who and what is named in the body of one article.
#[derive(Debug, Default)]
pub(super) struct NamedIn {
    people: Vec<NamedOne>,
    organisations: Vec<NamedOne>,
}

/// An entity of an article: its index, the number of its folded name, how often the body names it.
type NamedOne = (u32, u32, u32);

impl NamedIn {
    /// Of an article; `number` gives the number of a folded name.
    pub(super) fn new(analysis: &Analysis, mut number: impl FnMut(String) -> u32) -> Self {
        let n = |mentions: &[Mention]| mentions.iter().filter(|m| m.zone == Zone::Body).count() as u32;
        let mut one = |(at, name, mentions): (usize, &str, &[Mention])| {
            Some((at as u32, number(fold(name)), Some(n(mentions)).filter(|n| *n > 0)?))
        };
        let people = analysis.facts.people.iter().enumerate().filter(|(_, p)| p.category == "person");
        let people = people.map(|(at, p)| (at, p.name.as_str(), p.mentions.as_slice()));
        let bodies = analysis.facts.organisations.iter().enumerate();
        let bodies = bodies.map(|(at, o)| (at, o.name.as_str(), o.mentions.as_slice()));
        Self { people: people.filter_map(&mut one).collect(), organisations: bodies.filter_map(&mut one).collect() }
    }
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

/// Those named most of one kind; `of` gives them of an article, `entity` the one with an index.
fn named<'a>(
    ledger: &Ledger,
    set: &Set<'a>,
    calendar: &Calendar,
    of: impl Fn(&Kept) -> &[NamedOne],
    entity: impl Fn(&'a Analysis, usize) -> Entity<'a>,
) -> Vec<Named> {
    let chosen = most_named(ledger.of(set).map(|(_, kept)| of(kept)));
    let mut all: BTreeMap<u32, Gathered> = BTreeMap::new();
    let mut order: Vec<(usize, &Kept)> = ledger.of(set).collect();
    order.arrange_by_key(|&(i, _)| (set.sources[i].1.facts.meta.year, set.sources[i].0));
    for (article, kept) in order {
        let analysis = set.sources[article].1;
        for &(at, number, _) in of(kept).iter().filter(|one| chosen.contains(&one.1)) {
            let (name, mentions, roles) = entity(analysis, at as usize);
            let one = all.entry(number).or_default();
            match one.names.get_mut(name) {
                Some(n) => *n += 1,
                None => drop(one.names.insert(name.to_owned(), 1)),
            }
            for span in mentions.iter().filter(|m| m.zone == Zone::Body).map(|m| m.span) {
                add(&mut one.by_part, article as u32, analysis.parts.at(span.start()) as u32);
                if let Some(year) = analysis.year_at(span.start(), calendar.clock()) {
                    one.first.entry(year).or_insert(Place { article, span });
                }
            }
            roles.iter().for_each(|role| one.give(&written_out(analysis, role), analysis.facts.meta.year));
        }
    }
    let mut out: Vec<Named> = all.into_values().map(|one| one.done(calendar)).collect();
    out.arrange_by(|a, b| (b.total, b.n_articles).cmp(&(a.total, a.n_articles)).then_with(|| a.name.cmp(&b.name)));
    out.truncate(MOST);
    out
}

/// An office with the body in it called by its name, where the article calls it by a short form: `Thứ trưởng Bộ TT&TT`.
fn written_out(analysis: &Analysis, role: &str) -> String {
    let bodies = analysis.facts.organisations.iter();
    let forms =
        bodies.flat_map(|body| body.mentions.iter().map(move |m| (m.span.of(&analysis.article.text), &body.name)));
    let is_short = |form: &str| form.split(' ').any(is_short_form);
    let found = forms.filter_map(|(form, name)| Some((role.strip_suffix(form)?, form, name)));
    let mut found =
        found.filter(|(office, form, name)| office.ends_with(' ') && is_short(form) && *form != name.as_str());
    found.next().map_or_else(|| role.to_owned(), |(office, _, name)| format!("{office}{name}"))
}

/// The numbers of those named most, by mentions, then by articles: [`MOST`], and all that are named as much as the last.
fn most_named<'a>(articles: impl Iterator<Item = &'a [NamedOne]>) -> FxHashSet<u32> {
    // By number: mentions, articles, 1 + the last article.
    let mut sums: Vec<(u32, u32, usize)> = Vec::new();
    for (article, named) in articles.enumerate() {
        for &(_, number, n) in named {
            if sums.len() <= number as usize {
                sums.resize(number as usize + 1, (0, 0, 0));
            }
            let sum = &mut sums[number as usize];
            sum.0 += n;
            sum.1 += u32::from(sum.2 <= article);
            sum.2 = article + 1;
        }
    }
    let mut sizes: Vec<(u32, u32)> = sums.iter().map(|sum| (sum.0, sum.1)).collect();
    let least = match sizes.len() > MOST {
        true => *sizes.select_nth_unstable_by(MOST - 1, |a, b| b.cmp(a)).1,
        false => (0, 0),
    };
    let least = least.max((1, 0));
    let is_chosen = |(number, sum): (u32, &(u32, u32, usize))| ((sum.0, sum.1) >= least).then_some(number);
    (0..).zip(&sums).filter_map(is_chosen).collect()
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
    fn an_office_is_one_whatever_its_body_is_called() {
        let engine = Engine::built_in(str::to_owned);
        let read = |year, text| engine.analyse(text, &Given { year: Some(year), ..Given::default() });
        let a = read(2021, "Thứ trưởng Bộ Y tế Nguyễn Văn Long và Thứ trưởng Bộ GD&ĐT Lê Văn Hùng họp.");
        let b = read(2022, "Thứ trưởng Bộ Giáo dục và Đào tạo Lê Văn Hùng thăm trường.");
        let cast =
            crate::compare::compare(&engine.lexicon().term_words, &[("a", &a), ("b", &b)], Clock::Published).cast;
        let roles = |name: &str| {
            let person = cast.people.iter().find(|p| p.name == name);
            person.map(|p| p.roles.iter().map(|r| (r.role.as_str(), r.years.clone())).collect::<Vec<_>>())
        };
        assert_eq!(roles("Lê Văn Hùng"), Some(vec![("Thứ trưởng Bộ Giáo dục và Đào tạo", vec![2021, 2022])]));
        assert_eq!(roles("Nguyễn Văn Long"), Some(vec![("Thứ trưởng Bộ Y tế", vec![2021])]));
    }

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
