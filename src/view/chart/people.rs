//! People, bodies and offices over the years: a circle for each year that names them, as large as often it does.

use super::measure::{em_width, lines};
use super::named::named;
use super::scale::Scale;
use super::scene::Scene;
use super::{Chart, Node, Pick, Table};
use crate::view::{NamedView, OfficeView};

const SIZE: f64 = 13.0;
const SMALL: f64 = 11.0;
/// From one line of a name to the next, and of what is small.
const LINE: f64 = 16.0;
const SMALL_LINE: f64 = 14.0;
/// Radius of the largest circle.
const LARGEST: f64 = 13.0;

/// Who is named in which year and in which office; with a chosen year those who are named in it, with a chosen term or
/// theme those named where it is spoken of.
pub(super) fn people(scene: &Scene) -> Chart {
    let w = scene.w;
    let cast = named(scene);
    let is_named = |named: &&NamedView| {
        scene.year().is_none_or(|year| named.by_year.iter().any(|count| count.year == year && count.count > 0))
    };
    let of_year = |office: &&OfficeView| {
        scene.year().is_none_or(|year| office.holders.iter().any(|holder| holder.years.contains(&year)))
    };
    let people: Vec<&NamedView> = cast.people.iter().filter(is_named).collect();
    let bodies: Vec<&NamedView> = cast.organisations.iter().filter(is_named).collect();
    let offices: Vec<&OfficeView> = cast.offices.iter().filter(of_year).collect();
    let shown = [&people[..people.len().min(scene.limit(12))], &bodies[..bodies.len().min(scene.limit(8))]];
    let mut grid = Grid::new(scene, &shown);
    grid.block(w.people_word, shown[0]);
    grid.block(w.bodies_word, shown[1]);
    grid.offices(&offices[..offices.len().min(scene.limit(8))]);
    let mut notes = vec![w.people_help.to_owned()];
    let (n_shown, n_all) = (shown[0].len() + shown[1].len(), people.len() + bodies.len());
    if n_shown < n_all {
        notes.push((w.first_of)(&scene.integer(n_shown as u32), &scene.integer(n_all as u32)));
    }
    let names: Vec<&str> = people.iter().take(3).map(|named| named.name.as_str()).collect();
    Chart {
        title: w.people.to_owned(),
        summary: match (names.is_empty(), n_all) {
            (false, _) => (w.people_found)(&names.join(", ")),
            (true, 0) => w.nothing.to_owned(),
            (true, _) => (w.people_found)(&bodies[0].name),
        },
        notes,
        height: grid.y + 8.0,
        nodes: grid.nodes,
        table: table(scene, &people, &bodies, &offices),
        ..Chart::default()
    }
}

/// What is drawn so far.
struct Grid<'a> {
    scene: &'a Scene<'a>,
    years: Vec<i32>,
    /// Room of the names.
    side: f64,
    x: Scale,
    most: u32,
    y: f64,
    nodes: Vec<Node>,
}

impl<'a> Grid<'a> {
    fn new(scene: &'a Scene<'a>, shown: &[&[&NamedView]]) -> Self {
        let all = || shown.iter().flat_map(|block| block.iter());
        let longest = all().map(|named| em_width(&named.name) * SIZE).fold(0.0, f64::max);
        let side = (longest + 12.0).clamp(110.0, scene.width * if scene.is_narrow() { 0.48 } else { 0.42 });
        let years = scene.years();
        let most = all().flat_map(|named| &named.by_year).map(|count| count.count).max().unwrap_or(1).max(1);
        let ends = (side + LARGEST + 8.0, scene.width - LARGEST - 22.0);
        // A single year stands in the middle of its room.
        let from = if years.len() == 1 { -1.0 } else { 0.0 };
        let x = Scale::new((from, (years.len() as f64 - 1.0).max(1.0)), ends);
        Self { scene, years, side, x, most, y: 0.0, nodes: Vec::new() }
    }

    /// A block of people or bodies.
    fn block(&mut self, name: &str, shown: &[&NamedView]) {
        if shown.is_empty() {
            return;
        }
        self.y += 20.0;
        self.nodes.push(Node::text("bold", (0.0, self.y), SIZE + 1.0, "start", name));
        for (i, year) in self.years.iter().enumerate() {
            let head = Node::text("soft", (self.x.at(i as f64), self.y), SMALL, "middle", &year.to_string());
            let pick = Some(Pick::Year { year: *year });
            self.nodes.push(Node::group("pick", vec![head]).titled(year.to_string()).picking(pick));
        }
        self.y += 8.0;
        for named in shown {
            self.row(named);
        }
        self.y += 10.0;
    }

    fn row(&mut self, named: &NamedView) {
        let scene = self.scene;
        let role = named.roles.iter().max_by_key(|role| role.years.last().copied().unwrap_or(0));
        let room = self.side - 6.0;
        let (names, roles) = (lines(&named.name, SIZE, room), role.map(|role| lines(&role.role, SMALL, room)));
        let roles = roles.unwrap_or_default();
        let text_height = names.len() as f64 * LINE + roles.len() as f64 * SMALL_LINE;
        let height = (text_height + 8.0).max(2.0 * LARGEST + 4.0);
        let middle = self.y + height / 2.0;
        let class = if scene.is_chosen(&named.name) { "bold" } else { "" };
        let mut name = Vec::new();
        let mut top = middle - text_height / 2.0;
        for line in &names {
            name.push(Node::text(class, (0.0, top + 12.0), SIZE, "start", line));
            top += LINE;
        }
        for line in &roles {
            name.push(Node::text("soft", (0.0, top + 11.0), SMALL, "start", line));
            top += SMALL_LINE;
        }
        let title = std::iter::once(named.name.clone()).chain(named.roles.iter().map(|role| role.role.clone()));
        let title = title.collect::<Vec<_>>().join("; ");
        self.nodes.push(Node::line("grid", (0.0, self.y + height), (scene.width, self.y + height)));
        self.nodes.push(Node::group("pick", name).titled(title).picking(Scene::term(&named.name)));
        // The places stand in the order of the years that name it.
        let mut places = named.evidence.iter();
        let with_places = named.evidence.len() == named.by_year.iter().filter(|count| count.count > 0).count();
        for count in named.by_year.iter().filter(|count| count.count > 0) {
            let place = places.next().filter(|_| with_places);
            let Some(i) = self.years.iter().position(|year| *year == count.year) else { continue };
            let r = LARGEST * (f64::from(count.count) / f64::from(self.most)).sqrt();
            let x = self.x.at(i as f64);
            let number = scene.integer(count.count);
            let parts = vec![
                Node::sign("s1", 0, (x, middle), r.max(2.0)),
                Node::text("", (x + r.max(2.0) + 4.0, middle + 4.0), SMALL, "start", &number),
            ];
            let pick = place.map(|evidence| Pick::Place { evidence: evidence.clone() });
            let title = format!("{}, {}: {number}", named.name, count.year);
            let pick = pick.or_else(|| Scene::term(&named.name));
            self.nodes.push(Node::group("pick", parts).titled(title).picking(pick));
        }
        self.y += height;
    }

    /// Offices, each with those who are given it and the years.
    fn offices(&mut self, offices: &[&OfficeView]) {
        if offices.is_empty() {
            return;
        }
        let scene = self.scene;
        self.y += 20.0;
        self.nodes.push(Node::text("bold", (0.0, self.y), SIZE + 1.0, "start", scene.w.offices_word));
        self.y += 6.0;
        for office in offices {
            let names = lines(&office.office, SIZE, self.side - 6.0);
            let mut bottom = self.y;
            for line in &names {
                bottom += LINE;
                self.nodes.push(Node::text("", (0.0, bottom), SIZE, "start", line));
            }
            let mut y = self.y;
            for holder in &office.holders {
                let held = held(&holder.name, &holder.years);
                let mut text = Vec::new();
                for line in &lines(&held, SIZE - 1.0, scene.width - self.side - 8.0) {
                    y += LINE;
                    text.push(Node::text("", (self.side + 8.0, y), SIZE - 1.0, "start", line));
                }
                let title = format!("{}: {held}", office.office);
                self.nodes.push(Node::group("pick", text).titled(title).picking(Scene::term(&holder.name)));
            }
            self.y = bottom.max(y) + 8.0;
            self.nodes.push(Node::line("grid", (0.0, self.y), (scene.width, self.y)));
        }
    }
}

/// A name with years: `Lê Minh An (2021–2023)`.
fn held(name: &str, years: &[i32]) -> String {
    match years {
        [] => name.to_owned(),
        [year] => format!("{name} ({year})"),
        [first, .., last] if last - first + 1 == years.len() as i32 => format!("{name} ({first}–{last})"),
        _ => format!("{name} ({})", years.iter().map(i32::to_string).collect::<Vec<_>>().join(", ")),
    }
}

/// A row for each person, body and office.
fn table(scene: &Scene, people: &[&NamedView], bodies: &[&NamedView], offices: &[&OfficeView]) -> Table {
    let w = scene.w;
    let mut table = Table::new([
        ("name", w.name_word, None),
        ("kind", w.kind, None),
        ("offices", w.offices_word, None),
        ("count", w.count, Some(0)),
        ("articles", w.articles, Some(0)),
    ]);
    let years = scene.years();
    for year in &years {
        table.add_column(&format!("count_{year}"), &(w.count_in)(*year), Some(0));
    }
    let named = people.iter().map(|n| (n, w.person_word)).chain(bodies.iter().map(|n| (n, w.body_word)));
    for (named, kind) in named {
        let roles: Vec<String> = named.roles.iter().map(|role| held(&role.role, &role.years)).collect();
        let mut cells = vec![
            named.name.as_str().into(),
            kind.into(),
            roles.join("; ").into(),
            named.count.into(),
            named.n_articles.into(),
        ];
        cells.extend(
            years
                .iter()
                .map(|year| named.by_year.iter().find(|count| count.year == *year).map(|count| count.count).into()),
        );
        table.add(Scene::term(&named.name), cells);
    }
    for office in offices {
        let holders: Vec<String> = office.holders.iter().map(|holder| held(&holder.name, &holder.years)).collect();
        let mut cells = vec![office.office.as_str().into(), w.office_word.into(), holders.join("; ").into()];
        cells.resize(table.columns.len(), super::Cell::Empty);
        table.add(None, cells);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::held;

    #[test]
    fn years_of_an_office_stand_behind_the_name() {
        assert_eq!(held("Lê Minh An", &[]), "Lê Minh An");
        assert_eq!(held("Lê Minh An", &[2021]), "Lê Minh An (2021)");
        assert_eq!(held("Lê Minh An", &[2021, 2022, 2023]), "Lê Minh An (2021–2023)");
        assert_eq!(held("Lê Minh An", &[2021, 2023]), "Lê Minh An (2021, 2023)");
    }
}
