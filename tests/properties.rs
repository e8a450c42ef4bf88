//! Laws of the session that hold for any bytes: it never panics, every request ends in one reply, offsets are true.
#![cfg(not(target_family = "wasm"))]

use langkinh::ingest::Encoding;
use langkinh::session::Session;
use langkinh::session::protocol::{Clock, Edit, ExportFormat, Reply, Request, SourceFile, StoreChange, StoredRecord};
use proptest::collection::vec;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

fn session() -> Session {
    Session::built_in(|s| s.nfc().collect())
}

/// Asks and steps to the end; the last reply.
fn ask(session: &mut Session, request: Request) -> Reply {
    session.submit(1, request);
    let mut last = None;
    for _ in 0..10_000 {
        match session.step() {
            Some((id, reply)) => {
                assert_eq!(id, 1);
                last = Some(reply);
            }
            None => break,
        }
    }
    last.expect("every request is answered")
}

/// Bytes as they come: noise, noise that is UTF-8, and pieces of news in any order.
fn files() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::sample::select(vec![
        "Ngày 31/2/2024",
        "12,5%",
        "1.234.567,89 tỷ đồng",
        "từ",
        "đến",
        "“",
        "”",
        "\"",
        "(",
        ")",
        ";",
        ":",
        "\n",
        "\n\n",
        ". ",
        "năm 2023",
        "ông Nguyễn Văn A",
        "Bộ Y tế",
        "(BYT)",
        "nói",
        "1. ",
        "- ",
        "a)",
        "thứ 86/193",
        "tăng",
        "hơn",
        "so với",
        "cùng kỳ",
        "\u{301}",
        "\u{feff}",
        "\u{a0}",
        "😀",
        "http://a.vn/b?c=1",
        "…",
        "quý I/2024",
        "Chủ đề",
        "gồm ba",
        "nhiệm vụ",
        "Ảnh:",
        "Theo",
        "million",
        "in March 2023",
        "9",
        "0",
        "e",
        "-",
        "–",
        "/",
        "%",
        "\r",
        "\t",
        "\u{0}",
    ]);
    prop_oneof![
        vec(any::<u8>(), 0..400),
        ".{0,300}".prop_map(String::into_bytes),
        vec((pieces, any::<bool>()), 0..120).prop_map(|pieces| {
            let joined = |(piece, space): (&str, bool)| format!("{piece}{}", if space { " " } else { "" });
            pieces.into_iter().map(joined).collect::<String>().into_bytes()
        }),
    ]
}

fn source(name: &str, bytes: Vec<u8>) -> SourceFile {
    SourceFile { name: name.to_owned(), bytes, ..SourceFile::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused_and_every_view_is_drawn(a in files(), b in files(), split in any::<bool>(), text in ".{0,80}") {
        let mut session = session();
        let both = vec![source("a", a), SourceFile { split, ..source("b", b) }];
        let Reply::Added { keys, rejected, store, .. } = ask(&mut session, Request::Add { files: both, keep_duplicates: true }) else {
            panic!("files are answered by added");
        };
        prop_assert!(!keys.is_empty() || !rejected.is_empty());
        let Reply::Overview { overview } = ask(&mut session, Request::Overview { clock: Clock::default() }) else { panic!("an overview") };
        prop_assert_eq!(overview.articles.len(), keys.len());
        ask(&mut session, Request::Facts { query: Default::default() });
        ask(&mut session, Request::Concordance { term: text.clone(), topic: String::new(), clock: Clock::default(), year: None });
        for format in [ExportFormat::Json, ExportFormat::TermsCsv, ExportFormat::FactsCsv] {
            ask(&mut session, Request::Export { format, clock: Clock::default() });
        }
        for key in &keys {
            ask(&mut session, Request::Article { key: key.clone() });
            let edit = Edit { title: Some(text.clone()), year: Some(2023), published: Some(text.clone()), text: Some(text.clone()), counted: None, keep: Some(text.clone()), set_aside: Some(text.clone()), encoding: None };
            ask(&mut session, Request::Edit { key: key.clone(), edit });
        }
        ask(&mut session, Request::Remove { keys: vec![] });
        ask(&mut session, Request::Undo);
        // What was stored can be brought back.
        let put = |change: StoreChange| match change {
            StoreChange::Put { key, bytes } => Some(StoredRecord { key, bytes }),
            StoreChange::Delete { .. } => None,
        };
        let records = store.into_iter().filter_map(put).collect();
        let Reply::Added { keys: back, rejected, .. } = ask(&mut self::session(), Request::Restore { records }) else {
            panic!("records are answered by added");
        };
        prop_assert_eq!(back, keys);
        prop_assert!(rejected.is_empty());
    }

    #[test]
    fn texts_stand_where_the_document_says(bytes in files()) {
        let mut session = session();
        // Told, so that no other encoding is concluded.
        let file = SourceFile { encoding: Some(Encoding::Utf8), ..source("a", bytes.clone()) };
        ask(&mut session, Request::Add { files: vec![file], keep_duplicates: true });
        let Reply::Exported { bytes: json, .. } = ask(&mut session, Request::Export { format: ExportFormat::Json, clock: Clock::default() }) else {
            panic!("a document");
        };
        let document: serde_json::Value = serde_json::from_slice(&json).expect("the document is JSON");
        // Only what is UTF-8 is known here; other encodings have tests of their own.
        let Ok(text) = std::str::from_utf8(&bytes) else { return Ok(()) };
        let units: Vec<u16> = text.nfc().collect::<String>().encode_utf16().collect();
        check_places(&document["articles"], &units)?;
    }

    #[test]
    fn damaged_records_are_named_and_the_rest_goes_on(records in vec((".{0,20}", vec(any::<u8>(), 0..60)), 0..6)) {
        let records = records.into_iter().map(|(key, bytes)| StoredRecord { key, bytes }).collect();
        let reply = ask(&mut session(), Request::Restore { records });
        prop_assert!(matches!(reply, Reply::Added { .. }), "records are answered by added");
    }
}

/// In every object that has `text`, `start` and `end`, the text stands there.
fn check_places(value: &serde_json::Value, units: &[u16]) -> Result<(), TestCaseError> {
    if let Some(items) = value.as_array() {
        return items.iter().try_for_each(|item| check_places(item, units));
    }
    let Some(fields) = value.as_object() else { return Ok(()) };
    let number = |name: &str| fields.get(name).and_then(serde_json::Value::as_u64).map(|n| n as usize);
    if let (Some(text), Some(start), Some(end)) =
        (fields.get("text").and_then(|t| t.as_str()), number("start"), number("end"))
    {
        let there = units.get(start..end).map(String::from_utf16_lossy);
        prop_assert_eq!(there.as_deref(), Some(text));
    }
    fields.values().try_for_each(|field| check_places(field, units))
}
