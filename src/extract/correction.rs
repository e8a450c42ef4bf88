//! What the reader says of single facts: not a fact, another value, a fact that was missed.
//!
//! The same record stands in requests, in the store, in the document and in the list that can be exported and read back.
//! It is tied to the text (its hash), to the place in it and to the type of the fact, not to a rule or to an order.

use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::FactKind;

/// What the reader says of one fact of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Name of the article's file; for those who read the list.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// SHA-256 of the article's text in composed form, in hexadecimal; empty: of the article at hand.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text_sha256: String,
    /// Type of the fact.
    #[serde(rename = "type", serialize_with = "write_kind", deserialize_with = "read_kind")]
    pub kind: FactKind,
    /// First UTF-16 unit of the fact in the article's text; of an entity, of its first mention.
    pub start: u32,
    /// UTF-16 unit after its last.
    pub end: u32,
    /// The words there.
    #[serde(default)]
    pub text: String,
    /// What is said of it.
    pub action: Verdict,
    /// What its attributes are; of a fact that was missed, what is known of it.
    #[serde(default, skip_serializing_if = "Fields::is_empty")]
    pub fields: Fields,
}

/// What the reader says of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is none.
    Wrong,
    /// Attributes are others.
    Change,
    /// It was missed.
    Add,
}

/// An attribute that the reader can set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Of a figure, a number; of a date, its ISO form.
    Value,
    /// Upper end of a range.
    ValueMax,
    /// Unit of a figure.
    Unit,
    /// How a figure is bounded, by code.
    Bound,
    /// Kind of a figure or theme, by code.
    Kind,
    /// When a figure holds, ISO.
    Period,
    /// What a figure measures.
    Indicator,
    /// Name of an entity.
    Name,
    /// Offices of a person, separated by semicolons.
    Roles,
    /// Places around a place, separated by commas.
    Within,
    /// What a short form stands for.
    Long,
    /// Who speaks.
    Speaker,
    /// The year of a theme or list.
    Year,
    /// The number of items that a list announces.
    Declared,
    /// Last day of a target, ISO.
    By,
    /// Who is to reach a target.
    Actor,
    /// Day of an event, ISO.
    Date,
}

impl Field {
    const ALL: [Self; 17] = [
        Self::Value,
        Self::ValueMax,
        Self::Unit,
        Self::Bound,
        Self::Kind,
        Self::Period,
        Self::Indicator,
        Self::Name,
        Self::Roles,
        Self::Within,
        Self::Long,
        Self::Speaker,
        Self::Year,
        Self::Declared,
        Self::By,
        Self::Actor,
        Self::Date,
    ];

    /// Its name in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::ValueMax => "value_max",
            Self::Unit => "unit",
            Self::Bound => "bound",
            Self::Kind => "kind",
            Self::Period => "period",
            Self::Indicator => "indicator",
            Self::Name => "name",
            Self::Roles => "roles",
            Self::Within => "within",
            Self::Long => "long",
            Self::Speaker => "speaker",
            Self::Year => "year",
            Self::Declared => "declared",
            Self::By => "by",
            Self::Actor => "actor",
            Self::Date => "date",
        }
    }

    /// The attribute of a name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.code() == code)
    }
}

/// Attributes with their values as text, in the order given. Numbers have a decimal point and no grouping; an empty text
/// says that there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(pub Vec<(Field, String)>);

impl Fields {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text given for an attribute.
    pub fn get(&self, field: Field) -> Option<&str> {
        self.0.iter().find(|(f, _)| *f == field).map(|(_, text)| text.as_str())
    }
}

fn write_kind<S: Serializer>(kind: &FactKind, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(kind.code())
}

/// Reads the name of the list (`figures`) and the name of the type (`figure`).
fn read_kind<'de, D: Deserializer<'de>>(from: D) -> Result<FactKind, D::Error> {
    let code = String::deserialize(from)?;
    let of_type = || FactKind::ALL.into_iter().find(|k| format!("{k:?}").eq_ignore_ascii_case(&code));
    FactKind::from_code(&code).or_else(of_type).ok_or_else(|| D::Error::custom(format!("no type of fact: {code}")))
}

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        for (field, text) in &self.0 {
            let is_number = matches!(field, Field::Value | Field::ValueMax | Field::Year | Field::Declared);
            let number = text.parse::<f64>().ok().filter(|n| is_number && n.is_finite());
            match number {
                // A number that is whole is written without a point, as the document does.
                Some(n) if n.fract() == 0.0 && n.abs() < 1e15 => map.serialize_entry(field.code(), &(n as i64))?,
                Some(n) => map.serialize_entry(field.code(), &n)?,
                None => map.serialize_entry(field.code(), text)?,
            }
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

/// A value of a field: text, a number, or nothing.
#[derive(Deserialize)]
#[serde(untagged)]
enum Scalar {
    Text(String),
    Number(f64),
    Nothing(()),
}

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("attributes of a fact")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Fields, M::Error> {
        let mut out = Vec::new();
        while let Some((code, value)) = map.next_entry::<String, Scalar>()? {
            let field = Field::from_code(&code).ok_or_else(|| M::Error::custom(format!("no attribute: {code}")))?;
            let text = match value {
                Scalar::Text(text) => text.trim().to_owned(),
                Scalar::Number(number) => number.to_string(),
                Scalar::Nothing(()) => String::new(),
            };
            out.push((field, text));
        }
        Ok(Fields(out))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_written_as_it_is_read() {
        let json = r#"{"source":"a.txt","text_sha256":"00","type":"figures","start":3,"end":9,"text":"67.300","action":"change","fields":{"value":67300,"unit":"hộ","value_max":1.5}}"#;
        let read: Correction = serde_json::from_str(json).expect("a correction");
        assert_eq!((read.kind, read.action), (FactKind::Figure, Verdict::Change));
        assert_eq!(read.fields.get(Field::Value), Some("67300"));
        assert_eq!(serde_json::to_string(&read).expect("plain data"), json);
        let short = r#"{"type":"person","start":0,"end":1,"action":"wrong"}"#;
        assert_eq!(serde_json::from_str::<Correction>(short).expect("short form").kind, FactKind::Person);
        for bad in [r#"{"type":"x","start":0,"end":1,"action":"wrong"}"#, r#"{"type":"figures","start":-1}"#] {
            assert!(serde_json::from_str::<Correction>(bad).is_err(), "{bad}");
        }
    }
}
