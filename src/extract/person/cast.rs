//! The people of one article: names brought together, offices without a name resolved.

use rustc_hash::FxHashMap;

use crate::extract::place::known_place;
use crate::extract::{Mention, MentionType, Reading};
use crate::ingest::Zone;
use crate::text::fold;

use super::Person;
use super::name::{Cue, is_foreign, is_syllable};
use super::scan::Sighting;

/// People in the order of their first mention.
#[derive(Default)]
pub(crate) struct Cast {
    people: Vec<Person>,
    by_name: FxHashMap<String, usize>,
    titles: Vec<(Sighting, Zone)>,
    shorts: Vec<(Sighting, Zone)>,
}

impl Cast {
    /// Adds what a sentence says. Names of one word, and offices alone, wait until all names are known.
    pub(crate) fn add(&mut self, r: &Reading, sighting: Sighting, zone: Zone) {
        match &sighting.name {
            None => self.titles.push((sighting, zone)),
            Some(name) if name.len() == 1 => self.shorts.push((sighting, zone)),
            Some(_) => self.meet(r, sighting, zone, MentionType::Name),
        }
    }

    fn meet(&mut self, r: &Reading, sighting: Sighting, zone: Zone, kind: MentionType) {
        let Some(name) = sighting.name.clone() else { return };
        let written = r.span(name.clone()).of(r.text);
        let at = *self.by_name.entry(fold(written)).or_insert_with(|| {
            self.people.push(Person {
                name: written.replace('\u{a0}', " "),
                roles: Vec::new(),
                category: "person",
                names: Vec::new(),
                mentions: Vec::new(),
                rule: if sighting.cue == Cue::None { "name" } else { "title and name" },
            });
            self.people.len() - 1
        });
        self.attach(r, at, &sighting, zone, kind);
    }

    fn attach(&mut self, r: &Reading, at: usize, sighting: &Sighting, zone: Zone, kind: MentionType) {
        let person = &mut self.people[at];
        if let Some(name) = &sighting.name {
            person.names.push(r.span(name.clone()));
        }
        person.mentions.push(Mention { span: r.span(sighting.tokens.clone()), kind, zone });
        for role in &sighting.roles {
            let role = r.span(role.clone()).of(r.text);
            if !person.roles.iter().any(|known| fold(known) == fold(role)) {
                person.roles.push(role.to_owned());
            }
        }
    }

    /// All people, names of one word and offices alone resolved.
    pub(crate) fn people(mut self, r: &Reading) -> Vec<Person> {
        self.join_short_names();
        for (sighting, zone) in std::mem::take(&mut self.shorts) {
            self.resolve_short(r, sighting, zone);
        }
        for (sighting, zone) in std::mem::take(&mut self.titles) {
            self.resolve_title(r, &sighting, zone);
        }
        for person in &mut self.people {
            person.mentions.sort_by_key(|m| m.span);
            person.names.sort();
        }
        let mut people: Vec<Person> = self.people.into_iter().filter(|p| !p.mentions.is_empty()).collect();
        people.sort_by_key(|p| p.mentions.first().map(|m| m.span));
        people
    }

    /// Joins a name to the one longer name that ends with it: `Quang Hải` to `Nguyễn Quang Hải`.
    fn join_short_names(&mut self) {
        for short in 0..self.people.len() {
            let tail = format!(" {}", fold(&self.people[short].name));
            let mut longer = (0..self.people.len()).filter(|&l| fold(&self.people[l].name).ends_with(&tail));
            let (Some(long), None) = (longer.next(), longer.next()) else { continue };
            let moved = std::mem::take(&mut self.people[short].mentions);
            let names = std::mem::take(&mut self.people[short].names);
            let roles = std::mem::take(&mut self.people[short].roles);
            let long = &mut self.people[long];
            long.mentions.extend(moved.into_iter().map(|m| Mention { kind: MentionType::GivenName, ..m }));
            long.names.extend(names);
            for role in roles {
                if !long.roles.iter().any(|known| fold(known) == fold(&role)) {
                    long.roles.push(role);
                }
            }
        }
    }

    /// A name of one word: of a person named in full elsewhere, or of a person known by it alone.
    fn resolve_short(&mut self, r: &Reading, sighting: Sighting, zone: Zone) {
        let Some(name) = sighting.name.clone() else { return };
        let low = r.low(name.start);
        let foreign = is_foreign(r, name.start, name.end);
        let at = sighting.tokens.start;
        let start = r.tokens.get(at).map_or(0, |t| t.span.start());
        let fits = |p: &Person| {
            let words: Vec<String> = p.name.split(' ').map(fold).collect();
            words.last().is_some_and(|w| w == low)
                || (foreign || words.iter().any(|w| !is_syllable(w))) && words.iter().any(|w| w == low)
        };
        let before = |p: &Person| p.mentions.iter().filter(|m| m.span.start() < start).map(|m| m.span.start()).max();
        let best = (0..self.people.len()).filter(|&i| fits(&self.people[i])).max_by_key(|&i| before(&self.people[i]));
        match best {
            Some(at) => self.attach(r, at, &sighting, zone, MentionType::GivenName),
            None if foreign || sighting.cue == Cue::Address && !is_country(r, name.start) => {
                self.meet(r, sighting, zone, MentionType::Name)
            }
            None => {}
        }
    }

    /// An office alone: of the person who was last given it.
    fn resolve_title(&mut self, r: &Reading, sighting: &Sighting, zone: Zone) {
        let Some(role) = sighting.roles.first() else { return };
        let title = fold(r.span(role.clone()).of(r.text));
        if is_institution(r, role.start) || !r.is_capital(role.start) && !title.starts_with("tổng thống") {
            return;
        }
        let start = r.tokens.get(role.start).map_or(0, |t| t.span.start());
        let before = |p: &Person| {
            p.mentions
                .iter()
                .filter(|m| m.kind != MentionType::Title && m.span.start() < start)
                .map(|m| m.span.start())
                .max()
        };
        let holds = |p: &Person| p.roles.iter().any(|known| same_office(&fold(known), &title));
        let best = (0..self.people.len()).filter(|&i| holds(&self.people[i])).max_by_key(|&i| before(&self.people[i]));
        let chief = || title.starts_with("người đứng đầu").then(|| self.last_chief(start)).flatten();
        if let Some(at) = best.or_else(chief) {
            self.attach(r, at, sighting, zone, MentionType::Title);
        }
    }

    /// The head of a body who was named last before `start`.
    fn last_chief(&self, start: usize) -> Option<usize> {
        const CHIEFS: [&str; 7] =
            ["bộ trưởng", "chủ tịch", "giám đốc", "tổng giám đốc", "bí thư", "thủ tướng", "thống đốc"];
        let last = |p: &Person| p.mentions.iter().filter(|m| m.span.start() < start).map(|m| m.span.start()).max();
        let is_chief = |p: &Person| p.roles.iter().any(|role| CHIEFS.iter().any(|c| fold(role).starts_with(c)));
        (0..self.people.len())
            .filter(|&i| is_chief(&self.people[i]) && last(&self.people[i]).is_some())
            .max_by_key(|&i| last(&self.people[i]))
    }
}

/// Whether the word is also the name of a country: `Mỹ`, `Nga`.
fn is_country(r: &Reading, at: usize) -> bool {
    known_place(r, at, at + 1).is_some()
}

/// Whether the office stands for the institution: `của Chính phủ, Thủ tướng`, `các Bộ trưởng`.
fn is_institution(r: &Reading, at: usize) -> bool {
    let listed = at > 3
        && r.raw(at - 1) == ","
        && r.phrase_before(at - 1, "chính phủ")
            .is_some_and(|from| from > 0 && matches!(r.low(from - 1), "của" | "," | "với" | "quốc"));
    listed
        || at > 0
            && matches!(
                r.low(at - 1),
                "các" | "những" | "phó" | "nguyên" | "cựu" | "mọi" | "từng" | "một" | "hai" | "ba"
            )
}

/// Whether a title that stands alone is the office in `role`: `Thủ tướng` for `Thủ tướng Chính phủ`.
fn same_office(role: &str, title: &str) -> bool {
    const OPEN: [&str; 6] = ["thủ tướng", "bộ trưởng", "thứ trưởng", "phó thủ tướng", "chủ tịch nước", "tổng bí thư"];
    if role == title {
        return true;
    }
    let within = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    if within(role, title) {
        return true;
    }
    // A longer title than the one given with the name: only where the rest cannot name another holder.
    within(title, role)
        && OPEN.contains(&role)
        && (title.ends_with("chính phủ") || title[role.len()..].starts_with(" bộ "))
}
