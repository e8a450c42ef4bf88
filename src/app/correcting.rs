//! Forms in which the reader says what a fact is, or what was missed: from the reader's writing to values and back.

use crate::text::Utf16Index;
use crate::view::{Correction, Detail, FactKind, FactRow, Field, Fields, Verdict, editable};

use super::{Lang, Place, format};

/// The form that is open.
#[derive(Clone, Debug, PartialEq)]
pub enum Correcting {
    /// Other values for the fact whose card is open.
    Change,
    /// A fact that was missed.
    Add {
        /// Its type.
        kind: FactKind,
        /// Its words.
        words: String,
        /// Where they were selected.
        place: Option<Place>,
    },
}

/// What is wrong with a form.
#[derive(Clone, Debug, PartialEq)]
pub enum FormError {
    /// The article does not have the words.
    Words,
    /// The attribute cannot have that value.
    Value(Field),
}

/// What can be entered for an attribute.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Input {
    /// Any words.
    Text,
    /// Several, separated.
    List,
    /// A number as the reader's language writes it.
    Number,
    /// A whole number without groups.
    Whole,
    /// A day, month, quarter, year, or two of them.
    Time,
    /// One of these codes.
    Choice(&'static [&'static str]),
}

const BOUNDS: &[&str] = &["exact", "lower", "upper", "estimate", "magnitude"];
const FIGURE_KINDS: &[&str] = &["count", "money", "percent", "rank", "ratio", "rate", "change", "ordinal", "duration"];
const THEME_KINDS: &[&str] = &["official_theme", "year_designation", "spirit", "message", "orientation"];

/// What can be entered for an attribute of a fact.
pub fn input(kind: FactKind, field: Field) -> Input {
    match field {
        Field::Value if kind == FactKind::Date => Input::Time,
        Field::Value | Field::ValueMax => Input::Number,
        Field::Year | Field::Declared => Input::Whole,
        Field::Period | Field::By | Field::Date => Input::Time,
        Field::Bound => Input::Choice(BOUNDS),
        Field::Kind if kind == FactKind::Theme => Input::Choice(THEME_KINDS),
        Field::Kind => Input::Choice(FIGURE_KINDS),
        Field::Roles => Input::List,
        _ => Input::Text,
    }
}

/// A value as the reader's language writes it.
pub fn shown(lang: Lang, kind: FactKind, field: Field, value: &str) -> String {
    let number = || value.parse().ok().map(|number| format::number(lang, number).replace('\u{2212}', "-"));
    match input(kind, field) {
        Input::Number => number().unwrap_or_else(|| value.to_owned()),
        _ => value.to_owned(),
    }
}

/// What the reader entered as a value; `None` where it cannot be read.
pub fn read(lang: Lang, kind: FactKind, field: Field, text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return Some(String::new());
    }
    match input(kind, field) {
        Input::Number => format::plain(lang, text).map(|number| number.to_string()),
        Input::Whole => text.parse::<u32>().ok().map(|number| number.to_string()),
        Input::Time => Some(iso(text)),
        _ => Some(text.to_owned()),
    }
}

/// `10/10/2024` and `10/2024` in ISO form; other texts stay.
fn iso(text: &str) -> String {
    let parts: Vec<Option<u32>> = text.split('/').map(|part| part.trim().parse().ok()).collect();
    match parts.as_slice() {
        [Some(day @ 1..=31), Some(month @ 1..=12), Some(year @ 1000..=9999)] => format!("{year}-{month:02}-{day:02}"),
        [Some(month @ 1..=12), Some(year @ 1000..=9999)] => format!("{year}-{month:02}"),
        _ => text.to_owned(),
    }
}

/// The values to show in a form: what was entered, where something was, else what is there.
pub fn entered(values: Vec<(Field, String)>, typed: &[(Field, String)]) -> Vec<(Field, String)> {
    let now = |field: Field| typed.iter().find(|(f, _)| *f == field).map(|(_, text)| text.clone());
    values.into_iter().map(|(field, value)| (field, now(field).unwrap_or(value))).collect()
}

/// The attributes to ask for when a fact was missed, with what the words say already.
pub fn empty(lang: Lang, kind: FactKind, words: &str) -> Vec<(Field, String)> {
    let value = |field: Field| match (field, input(kind, field)) {
        (Field::Value, Input::Number) => number_in(lang, words),
        (Field::Unit, _) => words.rsplit(|c: char| c.is_ascii_digit()).next().unwrap_or_default().trim().to_owned(),
        (Field::Name, _) => words.to_owned(),
        (_, Input::Choice(codes)) => codes.first().copied().unwrap_or_default().to_owned(),
        _ => String::new(),
    };
    editable(kind).iter().map(|field| (*field, value(*field))).collect()
}

/// The numeral in the words, as written.
fn number_in(lang: Lang, words: &str) -> String {
    let mut numerals = words.split_whitespace().map(|w| w.trim_end_matches(|c: char| !c.is_ascii_digit()));
    numerals.rfind(|w| format::plain(lang, w).is_some()).unwrap_or_default().to_owned()
}

/// What changes about a fact; an empty list where nothing does.
///
/// # Errors
/// The first attribute whose value cannot be read.
pub fn changed(lang: Lang, fact: &FactRow, typed: &[(Field, String)]) -> Result<Fields, FormError> {
    let mut out = Vec::new();
    for (field, text) in typed {
        let value = read(lang, fact.kind, *field, text).ok_or(FormError::Value(*field))?;
        let old = |d: &&Detail| d.field == field.code();
        if fact.fields.iter().find(old).is_none_or(|d| d.value != value) {
            out.push((*field, value));
        }
    }
    Ok(Fields(out))
}

/// What is known of a fact that was missed.
///
/// # Errors
/// The words do not stand in the text, or a value cannot be read.
pub fn missed(
    lang: Lang,
    text: &str,
    kind: FactKind,
    (words, place): (&str, Option<Place>),
    typed: &[(Field, String)],
) -> Result<Correction, FormError> {
    let place = find(text, words.trim(), place).ok_or(FormError::Words)?;
    let mut fields = Vec::new();
    for (field, text) in typed {
        let value = read(lang, kind, *field, text).ok_or(FormError::Value(*field))?;
        if !value.is_empty() {
            fields.push((*field, value));
        }
    }
    Ok(Correction {
        source: String::new(),
        text_sha256: String::new(),
        kind,
        start: place.start,
        end: place.end,
        text: String::new(),
        action: Verdict::Add,
        fields: Fields(fields),
    })
}

/// Where words stand in a text: next to where they were selected, else at their first place.
fn find(text: &str, words: &str, near: Option<Place>) -> Option<Place> {
    if words.is_empty() {
        return None;
    }
    let utf16 = Utf16Index::new(text);
    let from = near.and_then(|place| utf16.boundary(text, place.start)).unwrap_or(0);
    let at = text.get(from..)?.find(words).map(|at| from + at).or_else(|| text.find(words))?;
    Some(Place { start: utf16.offset(text, at), end: utf16.offset(text, at + words.len()) })
}

/// What the reader says of a fact, without its text and words: the engine knows them.
pub fn correction(fact: &FactRow, action: Verdict, fields: Fields) -> Correction {
    Correction {
        source: String::new(),
        text_sha256: String::new(),
        kind: fact.kind,
        start: fact.evidence.start,
        end: fact.evidence.end,
        text: String::new(),
        action,
        fields,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Lang::{En, Vi};

    #[test]
    fn values_are_read_as_the_language_writes_them() {
        let number = |lang, text| read(lang, FactKind::Figure, Field::Value, text);
        assert_eq!(number(Vi, "1.250,5").as_deref(), Some("1250.5"));
        assert_eq!(number(En, "1,250.5").as_deref(), Some("1250.5"));
        assert_eq!(number(Vi, "1,5 triệu").as_deref(), Some("1500000"));
        assert_eq!(number(Vi, "nhiều"), None);
        let time = |text| read(Vi, FactKind::Date, Field::Value, text);
        assert_eq!(time("5/3/2024").as_deref(), Some("2024-03-05"));
        assert_eq!(time("10/2024").as_deref(), Some("2024-10"));
        assert_eq!(time("2021/2025").as_deref(), Some("2021/2025"));
        assert_eq!(shown(Vi, FactKind::Figure, Field::Value, "-1250.5"), "-1.250,5");
    }

    #[test]
    fn missed_words_are_found_where_they_were_selected() {
        let text = "Có 5 xã 😀, rồi 5 xã nữa.";
        assert_eq!(find(text, "5 xã", None), Some(Place { start: 3, end: 7 }));
        assert_eq!(find(text, "5 xã", Some(Place { start: 11, end: 20 })), Some(Place { start: 16, end: 20 }));
        assert_eq!(find(text, "6 xã", None), None);
        assert_eq!(find(text, "", None), None);
        let found = missed(Vi, text, FactKind::Figure, (" 5 xã ", None), &[(Field::Value, "5".to_owned())]);
        assert_eq!(found.map(|c| (c.start, c.fields.0.len())), Ok((3, 1)));
        assert_eq!(missed(Vi, text, FactKind::Figure, ("7", None), &[]), Err(FormError::Words));
    }

    #[test]
    fn the_form_says_what_the_words_say() {
        let asked = empty(Vi, FactKind::Figure, "hơn 1.250 bác sĩ");
        assert_eq!(asked[0], (Field::Value, "1.250".to_owned()));
        assert_eq!(asked[2], (Field::Unit, "bác sĩ".to_owned()));
        assert_eq!(empty(Vi, FactKind::Person, "An")[0], (Field::Name, "An".to_owned()));
    }
}
