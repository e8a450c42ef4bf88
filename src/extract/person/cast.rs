//! The people of one article: names brought together, offices without a name resolved.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{Arrange, Span};
use crate::extract::place::known_place;
use crate::extract::{Mention, MentionType, Reading};
use crate::ingest::Zone;
use crate::text::fold;

use super::Person;
use super::name::{Cue, is_foreign, is_syllable};
use super::recall::{Recall, office_key};
use super::scan::Sighting;

/// More offices than any person holds: what comes after them is no office of the same person.
const MOST_ROLES: usize = 40;

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
            Some(_) => self.meet(r, &sighting, zone),
        }
    }

    /// The names in full so far.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.people.iter().map(|p| p.name.as_str())
    }

    /// Forgets people whose name the text also gives to a street or school, and whom nothing else shows to be people.
    pub(crate) fn forget(&mut self, names: &FxHashSet<String>) {
        for person in self.people.iter_mut().filter(|p| p.rule == "name" && names.contains(&fold(&p.name))) {
            person.mentions.clear();
            person.names.clear();
        }
    }

    /// Everything that mentions of people take so far.
    pub(crate) fn spans(&self, r: &Reading) -> Vec<Span> {
        let waiting = self.titles.iter().chain(&self.shorts).map(|(sighting, _)| r.span(sighting.tokens.clone()));
        self.people.iter().flat_map(|p| p.mentions.iter().map(|m| m.span)).chain(waiting).collect()
    }

    /// A mention by name, of a person met before or of a new one.
    fn meet(&mut self, r: &Reading, sighting: &Sighting, zone: Zone) {
        let Some(name) = sighting.name.clone() else { return };
        let written = r.span(name).of(r.text);
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
        self.attach(r, at, sighting, zone, MentionType::Name);
    }

    fn attach(&mut self, r: &Reading, at: usize, sighting: &Sighting, zone: Zone, kind: MentionType) {
        let person = &mut self.people[at];
        if let Some(name) = &sighting.name {
            person.names.push(r.span(name.clone()));
        }
        person.mentions.push(Mention { span: r.span(sighting.tokens.clone()), kind, zone });
        for role in &sighting.roles {
            let role = r.span(role.clone()).of(r.text).split_whitespace().collect::<Vec<_>>().join(" ");
            if person.roles.len() < MOST_ROLES && !person.roles.iter().any(|known| fold(known) == fold(&role)) {
                person.roles.push(role);
            }
        }
    }

    /// All people, names of one word and offices alone resolved.
    pub(crate) fn people(mut self, r: &Reading) -> Vec<Person> {
        self.join_short_names();
        let by_word = Recall::new(self.people.iter().enumerate().flat_map(|(at, p)| {
            let words: Vec<String> = p.name.split(' ').map(fold).collect();
            let foreign = words.iter().any(|w| !is_syllable(w));
            let from = if foreign { 0 } else { words.len() - 1 };
            let starts: Vec<usize> = p.mentions.iter().map(|m| m.span.start()).collect();
            words.into_iter().skip(from).map(move |word| (word, starts.clone(), at))
        }));
        for (sighting, zone) in std::mem::take(&mut self.shorts) {
            self.resolve_short(r, &by_word, &sighting, zone);
        }
        let by_office = Recall::new(self.people.iter().enumerate().flat_map(|(at, p)| {
            let starts: Vec<usize> = p.mentions.iter().map(|m| m.span.start()).collect();
            p.roles.iter().map(move |role| (office_key(role), starts.clone(), at))
        }));
        for (sighting, zone) in std::mem::take(&mut self.titles) {
            self.resolve_title(r, &by_office, &sighting, zone);
        }
        for person in &mut self.people {
            person.mentions.arrange_by_key(|m| m.span);
            person.names.arrange();
        }
        let mut people: Vec<Person> = self.people.into_iter().filter(|p| !p.mentions.is_empty()).collect();
        people.arrange_by_key(|p| p.mentions.first().map(|m| m.span));
        people
    }

    /// Joins a name to the one longer name that ends with it: `Quang Hải` to `Nguyễn Quang Hải`.
    fn join_short_names(&mut self) {
        let mut longer: FxHashMap<String, Option<usize>> = FxHashMap::default();
        for (at, person) in self.people.iter().enumerate() {
            let name = fold(&person.name);
            for (cut, _) in name.match_indices(' ').take(5) {
                longer.entry(name[cut + 1..].to_owned()).and_modify(|known| *known = None).or_insert(Some(at));
            }
        }
        for short in 0..self.people.len() {
            let Some(&Some(long)) = longer.get(&fold(&self.people[short].name)) else { continue };
            let moved = std::mem::take(&mut self.people[short].mentions);
            let names = std::mem::take(&mut self.people[short].names);
            let roles = std::mem::take(&mut self.people[short].roles);
            let long = &mut self.people[long];
            long.mentions.extend(moved.into_iter().map(|m| Mention { kind: MentionType::GivenName, ..m }));
            long.names.extend(names);
            for role in roles {
                if long.roles.len() < MOST_ROLES && !long.roles.iter().any(|known| fold(known) == fold(&role)) {
                    long.roles.push(role);
                }
            }
        }
    }

    /// A name of one word: of a person named in full elsewhere, or of a person known by it alone. `Bác Hồ` is Hồ Chí Minh.
    fn resolve_short(&mut self, r: &Reading, by_word: &Recall, sighting: &Sighting, zone: Zone) {
        let Some(name) = sighting.name.clone() else { return };
        if r.low(name.start) == "hồ" && name.start > 0 && r.low(name.start - 1) == "bác" {
            if let Some(&at) = self.by_name.get("hồ chí minh") {
                self.attach(r, at, sighting, zone, MentionType::GivenName);
            }
            return;
        }
        let start = start_of(r, sighting.tokens.start);
        match by_word.latest(r.low(name.start), start, |at| !self.people[at].mentions.is_empty()) {
            Some(at) => self.attach(r, at, sighting, zone, MentionType::GivenName),
            None if is_foreign(r, name.start, name.end) && !follows_plural(r, sighting.tokens.start) => {
                self.meet(r, sighting, zone)
            }
            None if sighting.cue == Cue::Address && !is_country(r, name.start) => self.meet(r, sighting, zone),
            None => {}
        }
    }

    /// An office alone: of the person who was last given it.
    fn resolve_title(&mut self, r: &Reading, by_office: &Recall, sighting: &Sighting, zone: Zone) {
        let Some(role) = sighting.roles.first() else { return };
        let title = fold(r.span(role.clone()).of(r.text));
        let several = matches!(r.low(role.end), "các" | "những");
        if several || is_institution(r, role.start) || !r.is_capital(role.start) && !title.starts_with("tổng thống")
        {
            return;
        }
        let start = start_of(r, role.start);
        let holds = |at: usize| self.people[at].roles.iter().any(|known| same_office(&fold(known), &title));
        let mut best = by_office.latest(&office_key(&title), start, holds);
        if best.is_none() && title.starts_with("người đứng đầu") {
            best = chiefs(&title).iter().find_map(|chief| by_office.latest(chief, start, |_| true));
        }
        if let Some(at) = best {
            self.attach(r, at, sighting, zone, MentionType::Title);
        }
    }
}

/// The offices that lead what the title names: `người đứng đầu Chính phủ` is the Prime Minister.
fn chiefs(title: &str) -> &'static [&'static str] {
    let of = title.trim_start_matches("người đứng đầu").trim_start();
    match () {
        () if of.starts_with("chính phủ") => &["thủ tướng", "thủ tướng chính"],
        () if of.starts_with("ngành") || of.starts_with("bộ") => {
            &["bộ trưởng", "bộ trưởng bộ", "thống đốc", "giám đốc sở"]
        }
        () if of.starts_with("nhà nước") => &["chủ tịch nước", "tổng thống"],
        () if of.contains("ủy") || of.contains("đảng") => &["bí thư", "tổng bí", "bí thư tỉnh", "bí thư thành"],
        () => &["chủ tịch", "chủ tịch ubnd", "giám đốc", "tổng giám", "bộ trưởng", "bí thư", "thống đốc", "thủ tướng"],
    }
}

/// First byte of token `i`.
fn start_of(r: &Reading, i: usize) -> usize {
    r.tokens.get(i).map_or(0, |t| t.span.start())
}

/// Whether several are spoken of: `các nhà sản xuất Zelvora, …` names no person.
fn follows_plural(r: &Reading, at: usize) -> bool {
    at > 0 && matches!(r.low(at - 1), "các" | "những" | "nhiều")
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
    let several = |before: &str| {
        matches!(before, "cử" | "chức" | "danh" | "viên" | "nhiệm" | "dinh" | "phủ" | "ghế" | "đua")
            || matches!(before, "các" | "những" | "phó" | "nguyên" | "cựu" | "mọi" | "từng" | "một" | "hai" | "ba")
    };
    listed || at > 0 && several(r.low(at - 1))
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
