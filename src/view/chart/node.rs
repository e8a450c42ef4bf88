//! A picture as plain data: what SVG elements there are, and what they lead to.

use serde::{Deserialize, Serialize};

use crate::view::Evidence;

/// What an element is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Tag {
    /// A group.
    #[default]
    G,
    /// A rectangle.
    Rect,
    /// A line.
    Line,
    /// A path.
    Path,
    /// A circle.
    Circle,
    /// One line of text.
    Text,
}

impl Tag {
    /// Its name in SVG.
    pub fn name(self) -> &'static str {
        match self {
            Self::G => "g",
            Self::Rect => "rect",
            Self::Line => "line",
            Self::Path => "path",
            Self::Circle => "circle",
            Self::Text => "text",
        }
    }
}

/// The value of an attribute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// A number, to one decimal.
    Number(f64),
    /// Words.
    Words(String),
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Words(words) => f.write_str(words),
        }
    }
}

/// What a click on a part of a picture, or on a row of a table, chooses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Pick {
    /// A term: everything on the page follows it.
    Term {
        /// The term.
        term: String,
    },
    /// A theme: everything on the page follows it.
    Theme {
        /// The term that names it.
        topic: String,
    },
    /// A year: everything on the page follows it.
    Year {
        /// The year.
        year: i32,
    },
    /// A place in an article, to be read.
    Place {
        /// The place.
        evidence: Evidence,
    },
    /// An article, to be read.
    Article {
        /// Its key.
        key: String,
    },
}

/// One element.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Node {
    /// What it is.
    pub tag: Tag,
    /// Its attributes, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<(String, Value)>,
    /// Its text, for a text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What it says to those who do not see it, and to a pointer that rests on it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// What a click on it chooses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pick: Option<Pick>,
    /// The elements inside.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<Node>,
}

/// To one decimal; never −0.
pub(super) fn tenth(x: f64) -> f64 {
    (x * 10.0).round() / 10.0 + 0.0
}

impl Node {
    fn new(tag: Tag, class: &str) -> Self {
        let node = Self { tag, ..Self::default() };
        if class.is_empty() { node } else { node.with("class", class) }
    }

    /// With an attribute more.
    pub(super) fn with(mut self, name: &str, words: &str) -> Self {
        self.attributes.push((name.to_owned(), Value::Words(words.to_owned())));
        self
    }

    fn at(mut self, numbers: &[(&str, f64)]) -> Self {
        self.attributes.extend(numbers.iter().map(|&(name, x)| (name.to_owned(), Value::Number(tenth(x)))));
        self
    }

    /// A group of elements.
    pub(super) fn group(class: &str, nodes: Vec<Node>) -> Self {
        Self { nodes, ..Self::new(Tag::G, class) }
    }

    /// A rectangle by its upper left corner, width and height.
    pub(super) fn rect(class: &str, [x, y, width, height]: [f64; 4]) -> Self {
        Self::new(Tag::Rect, class).at(&[("x", x), ("y", y), ("width", width.max(0.0)), ("height", height.max(0.0))])
    }

    /// A line from a point to another.
    pub(super) fn line(class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> Self {
        Self::new(Tag::Line, class).at(&[("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)])
    }

    /// A line through points.
    pub(super) fn path(class: &str, points: &[(f64, f64)]) -> Self {
        let step =
            |(i, &(x, y)): (usize, &(f64, f64))| format!("{}{} {}", if i == 0 { 'M' } else { 'L' }, tenth(x), tenth(y));
        let way: String = points.iter().enumerate().map(step).collect();
        Self::new(Tag::Path, class).with("d", &way)
    }

    /// A sign at a point; series are told apart by it as well as by their colour.
    pub(super) fn sign(class: &str, series: usize, (x, y): (f64, f64), r: f64) -> Self {
        let closed = |points: &[(f64, f64)]| {
            let mut node = Self::path(class, points);
            if let Some((_, Value::Words(way))) = node.attributes.last_mut() {
                way.push('Z');
            }
            node
        };
        match series % 4 {
            0 => Self::new(Tag::Circle, class).at(&[("cx", x), ("cy", y), ("r", r)]),
            1 => closed(&[(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]),
            2 => closed(&[(x, y - r * 1.3), (x + r * 1.2, y + r), (x - r * 1.2, y + r)]),
            _ => closed(&[(x, y - r * 1.4), (x + r * 1.4, y), (x, y + r * 1.4), (x - r * 1.4, y)]),
        }
    }

    /// A line of text; `anchor` is `start`, `middle` or `end`.
    pub(super) fn text(class: &str, (x, y): (f64, f64), size: f64, anchor: &str, text: &str) -> Self {
        let node = Self::new(Tag::Text, class).at(&[("x", x), ("y", y), ("font-size", size)]);
        let node = if anchor == "start" { node } else { node.with("text-anchor", anchor) };
        Self { text: text.to_owned(), ..node }
    }

    /// With what it says when a pointer rests on it.
    pub(super) fn titled(self, title: String) -> Self {
        Self { title, ..self }
    }

    /// With what a click on it chooses.
    pub(super) fn picking(self, pick: Option<Pick>) -> Self {
        Self { pick, ..self }
    }
}
