//! The words that stand around an article on a page: labels of dates and counters, menus, credits, outlets.

use super::{Phrases, Tables};

/// What a label of page metadata is followed by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Label {
    /// Day of publication: `Ngày đăng`.
    Published,
    /// Day of the last change: `Cập nhật`.
    Updated,
    /// A number, after or before it: `Lượt xem`.
    Count,
    /// Nothing: `Cỡ chữ`.
    Setting,
    /// Goes on with a date line: `lúc`.
    Glue,
}

/// What an entry of a menu is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Navigation {
    /// A control; never a line of an article.
    Item,
    /// A rubric; may also be a heading.
    Section,
    /// Heading over links to other articles.
    Related,
    /// Heading over what readers wrote.
    Comments,
    /// Opens a line of tags.
    Tags,
    /// Opens the imprint.
    Footer,
}

/// Whom a credit names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Credit {
    /// Who took or supplied a picture.
    Photo,
    /// Who made a video or chart.
    Media,
    /// Who wrote the text.
    Author,
    /// Where the text is from.
    Source,
}

/// A newspaper, broadcaster or agency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outlet {
    /// `Tuổi Trẻ`.
    pub name: &'static str,
    /// `tuoitre.vn`.
    pub domain: Option<&'static str>,
}

/// What follows the words that open a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Opener {
    /// A word in small letters or a number: `Trong năm …`.
    Small,
    /// A number: `Khoảng 5 …`.
    Number,
    /// The number of a day: `Ngày 5 …`.
    Day,
    /// Any word: `Tuy nhiên …`.
    Any,
}

/// All words of the page.
#[derive(Debug)]
pub struct PageWords {
    /// Labels of page metadata.
    pub labels: Phrases<Label>,
    /// Menu entries.
    pub navigation: Phrases<Navigation>,
    /// Openings of credits.
    pub credits: Phrases<Credit>,
    /// Outlets by name, domain and tag.
    pub outlets: Phrases<Outlet>,
    /// Words that open a sentence and hardly stand with a capital inside one.
    pub openers: Phrases<Opener>,
}

impl PageWords {
    /// Reads the tables.
    pub fn new(tables: &Tables) -> Self {
        Self {
            labels: table(tables, "page-labels", |kind| match kind {
                "published" => Some(Label::Published),
                "updated" => Some(Label::Updated),
                "count" => Some(Label::Count),
                "setting" => Some(Label::Setting),
                "glue" => Some(Label::Glue),
                _ => None,
            }),
            navigation: table(tables, "navigation", |kind| match kind {
                "item" => Some(Navigation::Item),
                "section" => Some(Navigation::Section),
                "related" => Some(Navigation::Related),
                "comments" => Some(Navigation::Comments),
                "tags" => Some(Navigation::Tags),
                "footer" => Some(Navigation::Footer),
                _ => None,
            }),
            credits: table(tables, "credits", |kind| match kind {
                "photo" => Some(Credit::Photo),
                "media" => Some(Credit::Media),
                "author" => Some(Credit::Author),
                "source" => Some(Credit::Source),
                _ => None,
            }),
            outlets: outlets(tables),
            openers: table(tables, "sentence-openers", |kind| match kind {
                "small" => Some(Opener::Small),
                "number" => Some(Opener::Number),
                "day" => Some(Opener::Day),
                "any" => Some(Opener::Any),
                _ => None,
            }),
        }
    }
}

fn table<T: Copy>(tables: &Tables, name: &str, kind: impl Fn(&str) -> Option<T>) -> Phrases<T> {
    Phrases::new(tables.rows(name).filter_map(|row| Some((*row.first()?, kind(row.get(1)?)?))))
}

fn outlets(tables: &Tables) -> Phrases<Outlet> {
    let mut entries = Vec::new();
    for row in tables.rows("outlets") {
        let [name, domain, others] = row[..] else { continue };
        let domain = (domain != "-").then_some(domain);
        let outlet = Outlet { name, domain };
        let others = others.split('|').filter(|o| *o != "-");
        entries.extend([name].into_iter().chain(domain).chain(others).map(|n| (n, outlet)));
    }
    Phrases::new(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let tables = Tables::built_in();
        let words = PageWords::new(&tables);
        assert_eq!(words.labels.longest(&["ngày", "đăng"]), Some((2, Label::Published)));
        assert_eq!(words.navigation.longest(&["tin", "liên", "quan"]), Some((3, Navigation::Related)));
        assert_eq!(words.credits.longest(&["ảnh"]), Some((1, Credit::Photo)));
        assert_eq!(words.outlets.longest(&["nlđo"]).map(|(_, o)| o.name), Some("Người Lao Động"));
        for (text, n) in
            [("page-labels", 2), ("navigation", 2), ("credits", 2), ("sentence-openers", 2), ("outlets", 3)]
        {
            assert!(tables.rows(text).all(|row| row.len() == n));
        }
    }
}
