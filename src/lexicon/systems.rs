//! Words that the names of digital systems begin and end with.

use super::{Phrases, Tables};

/// What may follow a word that names of systems begin with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Follows {
    /// Within a few words a name in foreign letters: `ứng dụng di động ZuSmart`.
    pub name: bool,
    /// Such a name right after the head: `sàn Postmart`.
    pub brand: bool,
    /// Such a name, of a form that only digital names have: `dịch vụ SmartCA`.
    pub code: bool,
    /// A name of Vietnamese words in capitals: `ứng dụng Công dân số`.
    pub title: bool,
    /// What it does: `Hệ thống phản ánh hiện trường`.
    pub function: bool,
    /// What it does has to hold a word for digital things: `Kho học bạ số`.
    pub digital: bool,
    /// The place or body that it belongs to: `Cổng dịch vụ công tỉnh Lào Cai`.
    pub holder: bool,
    /// Words that end with `quốc gia`.
    pub nation: bool,
}

/// A word that the names of digital systems begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SystemHead {
    /// `platform`, `app`, `database` …
    pub category: &'static str,
    /// How the name goes on.
    pub follows: Follows,
}

/// The heads, longest match first.
pub(super) fn system_heads(tables: &Tables) -> Phrases<SystemHead> {
    let table = tables.rows("system_heads");
    Phrases::new(table.filter_map(|row| {
        let [head, category, what] = row[..] else { return None };
        let has = |word: &str| what.split(' ').any(|w| w == word);
        let follows = Follows {
            name: has("name"),
            brand: has("brand"),
            code: has("code"),
            title: has("title"),
            function: has("function"),
            digital: has("digital"),
            holder: has("holder"),
            nation: has("nation"),
        };
        Some((head, SystemHead { category, follows }))
    }))
}

/// What a word is in the name of a plan or movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanWord {
    /// A plan: `đề án`.
    Head(PlanHead),
    /// A movement or an award, named in quotation marks; its category: `phong trào thi đua`.
    Movement(&'static str),
    /// What is to be done, as the name goes on in small letters: `phát triển`.
    Activity,
}

/// A word that the names of plans begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanHead {
    /// `strategy` or `programme`.
    pub category: &'static str,
    /// A name in capitals may follow.
    pub title: bool,
    /// It may also follow the head in small letters.
    pub small: bool,
    /// What the plan does may follow.
    pub content: bool,
    /// The head is of the nation; any words that follow name it.
    pub nation: bool,
    /// A number of things may follow: `Đề án 1 triệu ha lúa`.
    pub counted: bool,
}

/// The words, longest match first.
pub(super) fn plan_words(tables: &Tables) -> Phrases<PlanWord> {
    Phrases::new(tables.rows("plan_words").filter_map(|row| {
        let what = *row.get(1)?;
        let category = row.get(2).copied();
        let has = |word: &str| what.split(' ').any(|w| w == word);
        let head = |category| PlanHead {
            category,
            title: has("title"),
            small: has("small"),
            content: has("content"),
            nation: has("nation"),
            counted: has("counted"),
        };
        let word = match what {
            "activity" => PlanWord::Activity,
            "movement" => PlanWord::Movement(category?),
            _ => PlanWord::Head(head(category?)),
        };
        Some((row[0], word))
    }))
}

/// Words that end the names of digital products in foreign letters.
#[derive(Debug)]
pub struct ProductWords {
    last: Vec<(&'static str, &'static str)>,
    ends: Vec<(&'static str, &'static str)>,
}

impl ProductWords {
    pub(super) fn new(tables: &Tables) -> Self {
        let of = |place: &str| {
            let rows = tables.rows("product_words");
            rows.filter(|row| row.get(1) == Some(&place))
                .filter_map(|row| Some((*row.first()?, *row.get(2)?)))
                .collect()
        };
        Self { last: of("last"), ends: of("end") }
    }

    /// The category of a product whose name of several words ends with this one: `Pay`.
    pub fn last(&self, word: &str) -> Option<&'static str> {
        self.last.iter().find(|(last, _)| *last == word).map(|(_, category)| *category)
    }

    /// The category of a product whose name of one word, with capitals inside, is this: `AgriBot`.
    pub fn named(&self, word: &str) -> Option<&'static str> {
        let ending = |end: &str| {
            let rest = word.strip_suffix(end).unwrap_or_default();
            rest.is_ascii() && rest.len() > 1 && rest.ends_with(|c: char| c.is_ascii_lowercase())
        };
        self.ends.iter().find(|(end, _)| ending(end)).map(|(_, category)| *category)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_by_their_last_word() {
        let words = ProductWords::new(&Tables::built_in());
        assert_eq!(words.named("ZuBot"), Some("app"));
        assert_eq!(words.named("ROBOT"), None);
        assert_eq!(words.named("Bot"), None);
        assert_eq!(words.last("Pay"), Some("platform"));
        assert_eq!(words.last("pay"), None);
    }
}
