//! What a bundle holds to be shown without the engine: the overview, and pictures in both languages.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::lexicon::TermWords;
use crate::view::wording::Language;
use crate::view::{self, ChartKind, ChartQuery, Clock, Overview};

/// What can be shown without the engine.
#[derive(Debug, Serialize)]
pub(super) struct Ready {
    overview: Overview,
    // At their usual width, with nothing chosen, each once for both languages.
    charts: Vec<Value>,
}

/// The pictures that a bundle holds; one with nothing to see says so.
const READY: [ChartKind; 7] = [
    ChartKind::Cloud,
    ChartKind::Years,
    ChartKind::Keyness,
    ChartKind::Themes,
    ChartKind::Figures,
    ChartKind::Timeline,
    ChartKind::Cleaning,
];

impl Ready {
    pub(super) fn new(words: &TermWords, entries: &[view::Entry], clock: Clock) -> Self {
        let overview = view::overview(words, entries, clock);
        let draw = |kind: ChartKind, language: Language| {
            let query = ChartQuery { kind, language, clock, ..ChartQuery::default() };
            serde_json::to_value(view::chart(&overview, entries, &query)).unwrap_or_default()
        };
        let charts = READY.into_iter().map(|kind| both(draw(kind, Language::Vi), draw(kind, Language::En))).collect();
        Self { overview, charts }
    }
}

/// Two values as one: what they share stands once, what differs as `{"vi": …, "en": …}`.
fn both(vi: Value, en: Value) -> Value {
    match (vi, en) {
        (vi, en) if vi == en => vi,
        (Value::Array(vi), Value::Array(en)) if vi.len() == en.len() => {
            vi.into_iter().zip(en).map(|(vi, en)| both(vi, en)).collect()
        }
        (Value::Object(vi), Value::Object(en)) if vi.keys().eq(en.keys()) => {
            let keys: Vec<String> = vi.keys().cloned().collect();
            let values = vi.into_iter().zip(en).map(|((_, vi), (_, en))| both(vi, en));
            Value::Object(keys.into_iter().zip(values).collect())
        }
        (vi, en) => Value::Object(Map::from_iter([("vi".to_owned(), vi), ("en".to_owned(), en)])),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_both_languages_share_stands_once() {
        let cases = [
            (json!(1), json!(1), json!(1)),
            (json!("Bài"), json!("Article"), json!({"vi": "Bài", "en": "Article"})),
            (json!({"x": 1, "t": "a"}), json!({"x": 1, "t": "b"}), json!({"x": 1, "t": {"vi": "a", "en": "b"}})),
            (json!([1, "a"]), json!([1, "b"]), json!([1, {"vi": "a", "en": "b"}])),
            // Of another shape.
            (json!([1]), json!([1, 2]), json!({"vi": [1], "en": [1, 2]})),
            (json!({"x": 1}), json!({"y": 1}), json!({"vi": {"x": 1}, "en": {"y": 1}})),
        ];
        for (vi, en, one) in cases {
            assert_eq!(both(vi, en), one);
        }
    }
}
