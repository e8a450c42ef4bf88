//! What a reader says of facts: taken, shown, stored, undone, exported, read back.
#![cfg(not(target_family = "wasm"))]

use langkinh::cli::nfc;
use langkinh::session::Session;
use langkinh::session::protocol::*;
use langkinh::view::{
    ArticleView, Correction, FactKind, FactQuery, FactRow, FigureOrder, FigureQuery, Overview, Verdict,
};
use serde_json::Value;

const EARLY: &str = "Ngày 3/4/2021, Sở Nông nghiệp cho biết toàn tỉnh có 420 hợp tác xã nông nghiệp. Ông Lê Văn Sơn, Giám đốc Sở, \
    nói: “Chúng tôi sẽ giữ giá thu mua”.";
const LATE: &str =
    "Ngày 5/6/2023, Sở Nông nghiệp cho biết toàn tỉnh có hơn 510 hợp tác xã nông nghiệp, sản lượng tăng 6,4%.";

struct Host {
    session: Session,
    keys: Vec<String>,
}

impl Host {
    fn new() -> Self {
        let mut host = Self { session: Session::built_in(nfc), keys: Vec::new() };
        let file =
            |name: &str, text: &str| SourceFile { name: name.into(), bytes: text.into(), ..SourceFile::default() };
        let files = vec![file("a/2021.txt", EARLY), file("a/2023.txt", LATE)];
        let Reply::Added { keys, .. } = host.ask(Request::Add { files, keep_duplicates: false }) else { panic!() };
        host.keys = keys;
        host
    }

    fn ask(&mut self, request: Request) -> Reply {
        self.session.submit(1, request);
        loop {
            match self.session.step().expect("the request is answered") {
                (_, Reply::Progress { .. }) => {}
                (_, reply) => return reply,
            }
        }
    }

    fn article(&mut self, at: usize) -> ArticleView {
        match self.ask(Request::Article { key: self.keys[at].clone() }) {
            Reply::Article { article } => *article,
            other => panic!("{other:?}"),
        }
    }

    fn facts(&mut self, query: FactQuery) -> Vec<FactRow> {
        match self.ask(Request::Facts { query }) {
            Reply::Facts { table } => table.rows,
            other => panic!("{other:?}"),
        }
    }

    fn figures(&mut self, query: FigureQuery) -> Vec<(String, Option<f64>)> {
        match self.ask(Request::Figures { query }) {
            Reply::Figures { table } => table.rows.into_iter().map(|r| (r.unit, r.value)).collect(),
            other => panic!("{other:?}"),
        }
    }

    fn overview(&mut self) -> Overview {
        match self.ask(Request::Overview { clock: Clock::default() }) {
            Reply::Overview { overview } => *overview,
            other => panic!("{other:?}"),
        }
    }

    fn export(&mut self, format: ExportFormat) -> String {
        match self.ask(Request::Export { format, clock: Clock::default() }) {
            Reply::Exported { bytes, .. } => String::from_utf8(bytes).expect("text"),
            other => panic!("{other:?}"),
        }
    }

    /// Says something of the fact whose words begin so.
    fn say(&mut self, at: usize, label: &str, action: Verdict, fields: &str) -> Reply {
        let row = self.article(at).facts.into_iter().find(|f| f.label.starts_with(label)).expect("the fact is there");
        let correction = correction(row.kind, row.evidence.start, row.evidence.end, action, fields);
        self.ask(Request::Correct { key: self.keys[at].clone(), correction })
    }
}

fn correction(kind: FactKind, start: u32, end: u32, action: Verdict, fields: &str) -> Correction {
    Correction {
        source: String::new(),
        text_sha256: String::new(),
        kind,
        start,
        end,
        text: String::new(),
        action,
        fields: serde_json::from_str(fields).expect("attributes"),
    }
}

#[test]
fn a_wrong_fact_leaves_tables_and_comparison_and_comes_back() {
    let mut host = Host::new();
    let before = host.export(ExportFormat::Json);
    assert_eq!(host.overview().figures.len(), 1);
    let Reply::Changed { store, .. } = host.say(1, "hơn 510", Verdict::Wrong, "{}") else { panic!() };
    assert!(matches!(&store[..], [StoreChange::Put { key, .. }] if key.starts_with("given/")));
    assert!(host.overview().figures.is_empty());
    assert!(host.facts(FactQuery::default()).iter().all(|f| !f.label.starts_with("hơn 510")));
    let mine = host.facts(FactQuery { corrected: true, ..FactQuery::default() });
    assert_eq!(mine.len(), 1);
    assert_eq!(mine[0].corrected.as_ref().map(|c| c.action), Some(Verdict::Wrong));
    assert_eq!(host.figures(FigureQuery::default()).len(), 2);
    host.ask(Request::Undo);
    assert_eq!(host.export(ExportFormat::Json), before);
}

#[test]
fn another_value_is_shown_compared_and_marked() {
    let mut host = Host::new();
    host.say(1, "hơn 510", Verdict::Change, r#"{"value": 504, "bound": "exact"}"#);
    host.say(1, "hơn 510", Verdict::Change, r#"{"unit": "hợp tác xã nông nghiệp"}"#);
    let figure = &host.overview().figures[0];
    let point = figure.points.last().expect("two values");
    assert_eq!((point.value, point.bound.as_str(), point.corrected), (504.0, "exact", true));
    assert_eq!(figure.change.as_ref().map(|change| change.by), Some(20.0));
    let document: Value = serde_json::from_str(&host.export(ExportFormat::Json)).expect("JSON");
    let record = &document["articles"][1]["figures"][0];
    assert_eq!(record["value"], 504);
    assert_eq!(record["corrected"]["action"], "change");
    assert_eq!(record["corrected"]["was"]["value"], 510);
    assert_eq!(document["articles"][1]["corrections"][0]["status"], "applied");
    assert!(document["articles"][0].get("corrections").is_none());
    for format in [ExportFormat::FactsCsv, ExportFormat::FactsTsv] {
        let text = host.export(format);
        assert!(text.contains("change") && text.contains("value: 510"), "{text}");
    }
    let row = host.article(1).facts.into_iter().find(|f| f.corrected.is_some()).expect("it is marked");
    let (start, end) = (row.evidence.start, row.evidence.end);
    let key = host.keys[1].clone();
    host.ask(Request::TakeBack { key, kind: FactKind::Figure, start, end });
    assert!(host.article(1).corrections.is_empty());
}

#[test]
fn a_missed_fact_is_added_and_taken_away() {
    let mut host = Host::new();
    let start = LATE[..LATE.find("toàn tỉnh").expect("there")].encode_utf16().count() as u32;
    let missed = correction(FactKind::Place, start, start + 9, Verdict::Add, r#"{"name": "tỉnh Hà Nam"}"#);
    let key = host.keys[1].clone();
    host.ask(Request::Correct { key: key.clone(), correction: missed.clone() });
    let place = host.article(1).facts.into_iter().find(|f| f.kind == FactKind::Place).expect("it is added");
    assert_eq!((place.label.as_str(), place.rule.as_str()), ("tỉnh Hà Nam", "given_by_reader"));
    host.ask(Request::Correct { key, correction: Correction { action: Verdict::Wrong, ..missed } });
    assert!(host.article(1).corrections.is_empty());
}

#[test]
fn what_is_said_survives_a_visit_and_says_when_it_applies_no_longer() {
    let mut host = Host::new();
    let Reply::Changed { store, .. } = host.say(0, "Lê Văn Sơn", Verdict::Change, r#"{"name": "Lê Văn Sơn A"}"#)
    else {
        panic!()
    };
    let [StoreChange::Put { key, bytes }] = &store[..] else { panic!("{store:?}") };
    let said = StoredRecord { key: key.clone(), bytes: bytes.clone() };
    let quote = |view: &ArticleView| view.facts.iter().find(|f| f.kind == FactKind::Quote).map(|f| f.value.clone());
    assert_eq!(quote(&host.article(0)).as_deref(), Some("Lê Văn Sơn A"));
    let text = serde_json::json!({"version": 1, "order": 1, "name": "x", "sha256": "0".repeat(64), "rewritten": false, "text": EARLY});
    let article = StoredRecord { key: key.replace("given/", "article/"), bytes: text.to_string().into_bytes() };
    let mut next = Host { session: Session::built_in(nfc), keys: host.keys.clone() };
    next.ask(Request::Restore { records: vec![said, article] });
    assert_eq!(quote(&next.article(0)).as_deref(), Some("Lê Văn Sơn A"));
    let edit = Edit { text: Some(EARLY.replace("420", "421")), ..Edit::default() };
    next.ask(Request::Edit { key: next.keys[0].clone(), edit });
    let view = next.article(0);
    assert_eq!(quote(&view).as_deref(), Some("Lê Văn Sơn"));
    assert_eq!((view.corrections[0].status.as_str(), view.row.n_stale), ("text_changed", 1));
}

#[test]
fn the_list_is_read_back_by_text_and_by_name() {
    let mut host = Host::new();
    host.say(1, "hơn 510", Verdict::Change, r#"{"value": 504}"#);
    host.say(0, "420", Verdict::Wrong, "{}");
    let (list, document) = (host.export(ExportFormat::Corrections), host.export(ExportFormat::Json));
    let mut other = Host::new();
    let reply = other.ask(Request::Corrections { bytes: list.clone().into_bytes() });
    assert!(matches!(reply, Reply::Corrected { taken: 2, unmatched: 0, refused: 0, .. }), "{reply:?}");
    assert_eq!(other.export(ExportFormat::Json), document);
    let mut records: Vec<Value> = serde_json::from_str(&list).expect("a list");
    for record in &mut records {
        record.as_object_mut().expect("a record").remove("text_sha256");
        record["source"] = "2023.txt".into();
    }
    let reply = Host::new().ask(Request::Corrections { bytes: Value::from(records).to_string().into_bytes() });
    assert!(matches!(reply, Reply::Corrected { taken: 1, refused: 1, .. }), "{reply:?}");
    let alien = list.replace("text_sha256\":\"", "text_sha256\":\"ff");
    let reply = Host::new().ask(Request::Corrections { bytes: alien.into_bytes() });
    assert!(matches!(reply, Reply::Corrected { taken: 0, unmatched: 2, .. }), "{reply:?}");
    for bad in ["", "{}", "[1]", r#"[{"type":"figures","start":0,"end":1,"action":"sing"}]"#] {
        let reply = host.ask(Request::Corrections { bytes: bad.into() });
        assert!(matches!(reply, Reply::Failed { failure: Failure::NoCorrections { .. } }), "{bad}");
    }
}

#[test]
fn what_cannot_be_is_refused() {
    let mut host = Host::new();
    let reply = host.say(1, "hơn 510", Verdict::Change, r#"{"value": "nhiều"}"#);
    let failure = Failure::NoSuchValue { field: "value".into(), text: "nhiều".into() };
    assert_eq!(reply, Reply::Failed { failure });
    let key = host.keys[0].clone();
    let outside = correction(FactKind::Figure, 9000, 9004, Verdict::Wrong, "{}");
    assert_eq!(
        host.ask(Request::Correct { key, correction: outside }),
        Reply::Failed { failure: Failure::NoSuchPlace }
    );
}

#[test]
fn figures_are_sorted_filtered_and_saved() {
    let mut host = Host::new();
    let by_value = FigureQuery { order: FigureOrder::Value, descending: true, ..FigureQuery::default() };
    let values: Vec<_> = host.figures(by_value.clone()).into_iter().map(|(_, value)| value).collect();
    assert_eq!(values, [Some(510.0), Some(420.0), Some(6.4)]);
    assert_eq!(host.figures(FigureQuery { unit: Some("%".into()), ..FigureQuery::default() }).len(), 1);
    assert_eq!(host.figures(FigureQuery { year: Some(2021), ..FigureQuery::default() }).len(), 1);
    assert_eq!(host.figures(FigureQuery { words: "san luong".into(), ..FigureQuery::default() }).len(), 2);
    assert_eq!(host.figures(FigureQuery { kind: Some("change".into()), ..FigureQuery::default() }).len(), 1);
    let Reply::Exported { name, bytes, .. } =
        host.ask(Request::ExportFigures { query: by_value, format: ExportFormat::FactsCsv })
    else {
        panic!()
    };
    let text = String::from_utf8(bytes).expect("text");
    assert_eq!((name.as_str(), text.lines().count()), ("langkinh-figures.csv", 4));
    assert!(text.lines().nth(1).is_some_and(|line| line.starts_with("a/2023.txt,2023,")));
}
