//! JSON to records: a list of objects, an object that holds one, or an object to a line.

use serde_json::{Deserializer, Value};

/// A record: its fields by name, those of objects inside it as `source.name`; and the line it begins on (its number in
/// the list for JSON that is not by lines).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) at: u64,
    pub(super) fields: Vec<(String, String)>,
}

/// What was read, and what was not: its line or number and what is wrong there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Records {
    pub(super) records: Vec<Record>,
    pub(super) wrong: Vec<(u64, String)>,
    /// Whether the file ends inside a record.
    pub(super) is_torn: bool,
}

/// Objects inside objects that are looked into.
const DEEPEST: u32 = 4;

/// Records of one JSON value.
pub(super) fn whole(text: &str) -> Records {
    let text = text.trim_start_matches('\u{feff}');
    match serde_json::from_str::<Value>(text) {
        Ok(value) => {
            let list = list(&value, 0).unwrap_or_else(|| std::slice::from_ref(&value));
            let mut out = Records::default();
            list.iter().enumerate().for_each(|(i, value)| out.take(i as u64 + 1, value));
            out
        }
        Err(_) if is_by_lines(text) => lines(text),
        Err(error) => salvaged(text, &error),
    }
}

/// Whether an object fills the first line, and another begins on the next one that is not empty.
fn is_by_lines(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().is_some_and(|line| matches!(serde_json::from_str(line), Ok(Value::Object(_))));
    first && lines.next().is_some_and(|line| line.starts_with('{'))
}

/// Records by lines.
pub(super) fn lines(text: &str) -> Records {
    let mut out = Records::default();
    for (i, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let (at, line) = (i as u64 + 1, line.trim().trim_end_matches(','));
        if line.is_empty() || matches!(line, "[" | "]") {
            continue;
        }
        match serde_json::from_str::<Value>(line) {
            Ok(value) => out.take(at, &value),
            Err(error) => out.wrong.push((at, error.to_string())),
        }
    }
    out
}

/// The objects before the place where JSON is damaged.
fn salvaged(text: &str, error: &serde_json::Error) -> Records {
    let mut out = Records { is_torn: error.is_eof(), ..Records::default() };
    let begins = text.find('[').filter(|&at| text[at + 1..].trim_start().starts_with('{'));
    let mut rest = begins.map_or("", |at| &text[at + 1..]);
    let mut n = 0;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        if !rest.starts_with('{') {
            break;
        }
        let mut values = Deserializer::from_str(rest).into_iter::<Value>();
        let Some(Ok(value)) = values.next() else { break };
        let end = values.byte_offset();
        n += 1;
        out.take(n, &value);
        rest = &rest[end..];
    }
    out.wrong.push((error.line() as u64, error.to_string()));
    out
}

/// The longest list of objects in a value; the value itself, if it is one.
fn list(value: &Value, depth: u32) -> Option<&[Value]> {
    match value {
        Value::Array(list) if list.iter().any(|v| v.is_object() || v.is_string()) => Some(list),
        Value::Object(fields) if depth < DEEPEST => {
            let lists =
                fields.values().filter_map(|v| list(v, depth + 1)).filter(|list| list.iter().any(Value::is_object));
            lists.max_by_key(|list| list.len()).filter(|_| !holds_text(fields))
        }
        _ => None,
    }
}

/// Whether an object is an article itself: a field of many words stands in it.
fn holds_text(fields: &serde_json::Map<String, Value>) -> bool {
    fields.values().any(|value| value.as_str().is_some_and(|text| text.split_whitespace().nth(40).is_some()))
}

impl Records {
    fn take(&mut self, at: u64, value: &Value) {
        let mut record = Record { at, ..Record::default() };
        match value {
            Value::Object(_) => flatten("", value, &mut record.fields, 0),
            Value::String(text) => record.fields.push(("text".to_owned(), text.clone())),
            _ => return self.wrong.push((at, "no object".to_owned())),
        }
        self.records.push(record);
    }
}

fn flatten(name: &str, value: &Value, out: &mut Vec<(String, String)>, depth: u32) {
    let mut push = |text: String| out.push((name.to_owned(), text));
    match value {
        Value::String(text) => push(text.clone()),
        Value::Number(number) => push(number.to_string()),
        Value::Bool(truth) => push(truth.to_string()),
        Value::Null => push(String::new()),
        Value::Array(list) => {
            let words = |value: &Value| match value {
                Value::String(text) => Some(text.clone()),
                Value::Number(number) => Some(number.to_string()),
                Value::Object(fields) => ["name", "title", "text", "value"]
                    .iter()
                    .find_map(|key| fields.get(*key)?.as_str().map(str::to_owned)),
                _ => None,
            };
            let parts: Vec<String> = list.iter().filter_map(words).collect();
            let is_text = parts.iter().any(|part| part.split_whitespace().nth(12).is_some());
            push(parts.join(if is_text { "\n" } else { ", " }));
        }
        Value::Object(fields) if depth < DEEPEST => {
            for (key, value) in fields {
                let name = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
                flatten(&name, value, out, depth + 1);
            }
        }
        Value::Object(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(records: &Records) -> Vec<String> {
        let line = |r: &Record| {
            format!("{}:{}", r.at, r.fields.iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join(";"))
        };
        records.records.iter().map(line).collect()
    }

    #[test]
    fn lists_are_found_where_they_are() {
        assert_eq!(shown(&whole(r#"[{"a":"1","b":{"name":"x"}},{"a":2}]"#)), ["1:a=1;b.name=x", "2:a=2"]);
        assert_eq!(shown(&whole(r#"{"status":"ok","data":{"items":[{"a":"1"},{"a":"2"}]}}"#)), ["1:a=1", "2:a=2"]);
        assert_eq!(shown(&whole(r#"{"a":"1","tags":["x","y"]}"#)), ["1:a=1;tags=x, y"]);
        assert_eq!(shown(&whole(r#"["Một bài.","Hai bài."]"#)), ["1:text=Một bài.", "2:text=Hai bài."]);
    }

    #[test]
    fn objects_by_lines_are_read_whatever_the_file_is_called() {
        assert_eq!(shown(&whole("\u{feff}{\"a\":1}\r\n\n{\"a\":2}\n{\"a\":\n")), ["1:a=1", "3:a=2"]);
        assert_eq!(whole("{\"a\":1}\nnothing").wrong.len(), 1);
    }

    #[test]
    fn what_stands_before_damage_is_kept() {
        let torn = whole(r#"{"n":2,"items":[{"a":"1"},{"a":"2"},{"a":"#);
        assert_eq!(shown(&torn), ["1:a=1", "2:a=2"]);
        assert!(torn.is_torn && torn.wrong.len() == 1);
        let damaged = whole("[{\"a\":\"1\"},\n{\"a\" 2}]");
        assert_eq!((shown(&damaged).len(), damaged.is_torn, damaged.wrong[0].0), (1, false, 2));
        let lines = lines("{\"a\":1}\nnothing\n\n{\"a\":2}\n");
        assert_eq!(
            (shown(&lines), lines.wrong.len(), lines.wrong[0].0),
            (vec!["1:a=1".to_owned(), "4:a=2".to_owned()], 1, 2)
        );
    }
}
