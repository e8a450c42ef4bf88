//! Which facts and figures are on show, as addresses have it.

use crate::view::{FactQuery, FigureOrder, FigureQuery};

use super::Choice;
use super::route::{escape, kind_code, kind_of, unescape};

impl Choice {
    /// The facts that what is chosen is about.
    pub fn facts(&self) -> FactQuery {
        let Self { term, topic, year } = self.clone();
        FactQuery { words: term, topic, year, ..FactQuery::default() }
    }

    /// The figures that what is chosen is about.
    pub fn figures(&self) -> FigureQuery {
        let Self { term, topic, year } = self.clone();
        FigureQuery { words: term, topic, year, ..FigureQuery::default() }
    }
}

pub(super) fn articles_hash(choice: &Choice) -> String {
    let named = |name: &str, value: &str| (!value.is_empty()).then(|| format!("{name}={}", escape(value)));
    let year = choice.year.map(|year| format!("year={year}"));
    let pairs = [named("words", &choice.term), named("theme", &choice.topic), year];
    let pairs: Vec<String> = pairs.into_iter().flatten().collect();
    if pairs.is_empty() { "#/articles".to_owned() } else { format!("#/articles?{}", pairs.join("&")) }
}

pub(super) fn articles_choice(query: &str) -> Choice {
    let mut found = Choice::default();
    for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        match name {
            "words" => found.term = unescape(value),
            "theme" => found.topic = unescape(value),
            "year" => found.year = value.parse().ok(),
            _ => {}
        }
    }
    found
}

pub(super) fn facts_hash(query: &FactQuery) -> String {
    let mut pairs = Vec::new();
    if !query.kinds.is_empty() {
        let codes: Vec<&str> = query.kinds.iter().map(|kind| kind_code(*kind)).collect();
        pairs.push(format!("type={}", codes.join(",")));
    }
    if let Some(year) = query.year {
        pairs.push(format!("year={year}"));
    }
    if let Some(article) = &query.article {
        pairs.push(format!("article={}", escape(article)));
    }
    if !query.words.is_empty() {
        pairs.push(format!("words={}", escape(&query.words)));
    }
    if !query.topic.is_empty() {
        pairs.push(format!("theme={}", escape(&query.topic)));
    }
    if query.corrected {
        pairs.push("corrected=1".to_owned());
    }
    if query.from > 0 {
        pairs.push(format!("from={}", query.from));
    }
    if pairs.is_empty() { "#/facts".to_owned() } else { format!("#/facts?{}", pairs.join("&")) }
}

pub(super) fn facts_query(query: &str) -> FactQuery {
    let mut found = FactQuery::default();
    for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        match name {
            "type" => found.kinds = value.split(',').filter_map(kind_of).collect(),
            "year" => found.year = value.parse().ok(),
            "article" => found.article = Some(unescape(value)),
            "words" => found.words = unescape(value),
            "theme" => found.topic = unescape(value),
            "corrected" => found.corrected = value == "1",
            "from" => found.from = value.parse().unwrap_or(0),
            _ => {}
        }
    }
    found
}

pub(super) fn numbers_hash(query: &FigureQuery) -> String {
    let mut pairs = Vec::new();
    let mut add = |name: &str, value: &str| {
        if !value.is_empty() {
            pairs.push(format!("{name}={}", escape(value)));
        }
    };
    add("kind", query.kind.as_deref().unwrap_or_default());
    add("unit", query.unit.as_deref().unwrap_or_default());
    add("year", &query.year.map(|year| year.to_string()).unwrap_or_default());
    add("article", query.article.as_deref().unwrap_or_default());
    add("measure", &query.indicator);
    add("words", &query.words);
    add("theme", &query.topic);
    add("order", if query.order == FigureOrder::Text { "" } else { figure_order_code(query.order) });
    add("down", if query.descending { "1" } else { "" });
    add("from", &if query.from > 0 { query.from.to_string() } else { String::new() });
    if pairs.is_empty() { "#/numbers".to_owned() } else { format!("#/numbers?{}", pairs.join("&")) }
}

pub(super) fn numbers_query(query: &str) -> FigureQuery {
    let mut found = FigureQuery::default();
    for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        let value = unescape(value);
        match name {
            "kind" => found.kind = Some(value),
            "unit" => found.unit = Some(value),
            "year" => found.year = value.parse().ok(),
            "article" => found.article = Some(value),
            "measure" => found.indicator = value,
            "words" => found.words = value,
            "theme" => found.topic = value,
            "order" => found.order = figure_order(&value),
            "down" => found.descending = value == "1",
            "from" => found.from = value.parse().unwrap_or(0),
            _ => {}
        }
    }
    found
}

const ORDERS: [(FigureOrder, &str); 7] = [
    (FigureOrder::Text, "text"),
    (FigureOrder::Indicator, "measure"),
    (FigureOrder::Value, "value"),
    (FigureOrder::Unit, "unit"),
    (FigureOrder::Kind, "kind"),
    (FigureOrder::Period, "period"),
    (FigureOrder::Year, "year"),
];

/// Code of an order in addresses.
pub fn figure_order_code(order: FigureOrder) -> &'static str {
    ORDERS.into_iter().find(|(o, _)| *o == order).map_or("text", |(_, code)| code)
}

/// The order of a code; the order of the text where it is unknown.
pub fn figure_order(code: &str) -> FigureOrder {
    ORDERS.into_iter().find(|(_, c)| *c == code).map_or(FigureOrder::Text, |(order, _)| order)
}
