//! Bundles: what is put in comes out, what was changed is named, what is no bundle is refused.
#![cfg(not(target_family = "wasm"))]

use langkinh::cli::nfc;
use langkinh::session::Session;
use langkinh::session::protocol::*;
use langkinh::view::{Clock, FactKind};
use serde_json::{Value, json};

const WATER: &str = "Giá nước sạch\n\nSáng 12/3/2023, tỉnh Lào Cai cho biết 152 xã có nước sạch. Nước sạch là ưu tiên.";
const ROADS: &str = "Đường mới\n\nNgày 3/4/2024, tỉnh Lào Cai mở 40 km đường. Xã nào cũng có nước sạch và đường mới.";

const LATER: &str = "Cầu mới\n\nNgày 5/6/2024, tỉnh Lào Cai mở 3 cầu. Năm 2023, tỉnh mở 2 cầu. Năm 2022, tỉnh mở 1 cầu và 12 km đường mới.";

fn ask(session: &mut Session, request: Request) -> Reply {
    session.submit(1, request);
    loop {
        match session.step().expect("the request is answered") {
            (_, Reply::Progress { .. }) => {}
            (_, reply) => return reply,
        }
    }
}

fn file(name: &str, text: &str) -> SourceFile {
    SourceFile { name: name.to_owned(), bytes: text.as_bytes().to_vec(), split: false, ..SourceFile::default() }
}

fn with(files: &[(&str, &str)]) -> Session {
    let mut session = Session::built_in(nfc);
    let files = files.iter().map(|(name, text)| file(name, text)).collect();
    ask(&mut session, Request::Add { files, keep_duplicates: true });
    session
}

fn bundle(session: &mut Session, texts: bool) -> Vec<u8> {
    let settings = [("route".to_owned(), "#/years".to_owned())].into();
    match ask(session, Request::Bundle { texts, view: true, clock: Clock::Discussed, settings }) {
        Reply::Exported { bytes, .. } => bytes,
        other => panic!("{other:?}"),
    }
}

fn open(bytes: &[u8]) -> (Session, Reply) {
    let mut session = Session::built_in(nfc);
    let reply = ask(&mut session, Request::Open { bytes: bytes.to_vec(), replace: true });
    (session, reply)
}

fn verdict(session: &mut Session) -> Verdict {
    match ask(session, Request::Verify) {
        Reply::Verified { verdict } => verdict,
        other => panic!("{other:?}"),
    }
}

/// The bundle with its JSON changed.
fn changed(bytes: &[u8], change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut value: Value = serde_json::from_slice(bytes).expect("a bundle is JSON");
    change(&mut value);
    serde_json::to_vec(&value).expect("values are JSON")
}

/// A session with two articles, of which everything was changed that a reader can change.
fn worked_on() -> Session {
    let mut session = with(&[("nuoc.txt", WATER), ("duong.txt", ROADS)]);
    let Reply::Overview { overview } = ask(&mut session, Request::Overview { clock: Clock::Published }) else {
        panic!("an overview")
    };
    let key = |name: &str| overview.articles.iter().find(|a| a.name == name).expect("it is there").key.clone();
    let edit = Edit { title: Some("Nước cho mọi nhà".to_owned()), year: Some(2022), ..Edit::default() };
    ask(&mut session, Request::Edit { key: key("nuoc.txt"), edit });
    ask(&mut session, Request::Mark { phrase: "nước sạch".to_owned(), mark: Some(Mark::Keep) });
    let Reply::Article { article } = ask(&mut session, Request::Article { key: key("duong.txt") }) else {
        panic!("an article");
    };
    let figure =
        article.facts.iter().find(|f| f.kind == FactKind::Figure).unwrap_or_else(|| panic!("{:?}", article.facts));
    let correction = serde_json::from_value(json!({
        "type": "figure", "start": figure.evidence.start, "end": figure.evidence.end, "action": "change", "fields": {"value": "41"}
    }))
    .expect("a correction");
    let reply = ask(&mut session, Request::Correct { key: key("duong.txt"), correction });
    assert!(matches!(reply, Reply::Changed { .. }), "{reply:?}");
    session
}

#[test]
fn reopens_everything_and_comes_out_the_same() {
    let mut session = worked_on();
    let made = bundle(&mut session, true);
    let (mut again, reply) = open(&made);
    let Reply::Opened { keys, rejected, awaited, settings, .. } = reply else { panic!("{reply:?}") };
    assert_eq!((keys.len(), rejected.len(), awaited.len()), (2, 0, 0));
    assert_eq!(settings["route"], "#/years");
    let verdict = verdict(&mut again);
    assert!(verdict.is_same && verdict.is_whole && verdict.other_engine.is_none(), "{verdict:?}");
    assert_eq!(bundle(&mut again, true), made);
    let value: Value = serde_json::from_slice(&made).expect("a bundle is JSON");
    assert_eq!(value["articles"][1]["title"], "Nước cho mọi nhà");
    assert_eq!(value["articles"][0]["corrections"][0]["fields"]["value"], 41);
    assert!(value["dictionary"].as_str().is_some_and(|list| list.contains("* nước sạch")), "{}", value["dictionary"]);
    assert_eq!(value["view"]["overview"]["articles"].as_array().map(Vec::len), Some(2));
    let charts = value["view"]["charts"].as_array().expect("pictures");
    let kinds: Vec<&str> = charts.iter().filter_map(|c| c["kind"].as_str()).collect();
    assert_eq!(kinds, ["cloud", "years", "keyness", "themes", "figures", "timeline", "cleaning"]);
    assert!(charts[0]["title"]["vi"].is_string() && charts[0]["title"]["en"].is_string(), "{}", charts[0]);
    assert!(charts[0]["nodes"].as_array().is_some_and(|nodes| !nodes.is_empty()), "{}", charts[0]);
}

#[test]
fn the_clock_of_a_bundle_decides_what_is_counted_and_verified() {
    let made = |clock| {
        let mut session = with(&[("nuoc.txt", WATER), ("duong.txt", ROADS), ("sau.txt", LATER)]);
        match ask(&mut session, Request::Bundle { texts: true, view: true, clock, settings: [].into() }) {
            Reply::Exported { bytes, .. } => bytes,
            other => panic!("{other:?}"),
        }
    };
    let (published, discussed) = (made(Clock::Published), made(Clock::Discussed));
    let value = |bytes: &[u8]| -> Value { serde_json::from_slice(bytes).expect("a bundle is JSON") };
    for (bytes, clock) in [(&published, "published"), (&discussed, "discussed")] {
        assert_eq!(value(bytes)["clock"], clock);
        assert_eq!(value(bytes)["view"]["overview"]["clock"], clock);
        let (mut session, _) = open(bytes);
        assert!(verdict(&mut session).is_same, "{clock}");
    }
    let digest = |bytes: &[u8]| value(bytes)["result"]["comparison_sha256"].clone();
    assert_ne!(digest(&published), digest(&discussed));
    // The comparison is verified by the clock that stands in the bundle.
    let (mut session, _) = open(&changed(&published, |value| value["clock"] = json!("discussed")));
    let verdict = verdict(&mut session);
    assert_eq!((verdict.is_same, verdict.comparison), (false, Match::Differs));
    let (_, reply) = open(&changed(&published, |value| value["clock"] = json!("lunar")));
    assert!(matches!(reply, Reply::Failed { failure: Failure::NoBundle { .. } }), "{reply:?}");
}

#[test]
fn the_order_of_the_articles_does_not_matter() {
    let one = bundle(&mut with(&[("a", WATER), ("b", ROADS)]), true);
    assert_eq!(bundle(&mut with(&[("b", ROADS), ("a", WATER)]), true), one);
    assert_eq!(bundle(&mut with(&[("b", ROADS), ("a", WATER), ("a", WATER)]), true), one, "twice is once");
}

#[test]
fn texts_that_are_not_inside_are_recognised() {
    let mut session = worked_on();
    let hashes = bundle(&mut session, false);
    let value: Value = serde_json::from_slice(&hashes).expect("a bundle is JSON");
    let articles = value["articles"].as_array().expect("a bundle has articles");
    assert!(articles.iter().all(|article| article.get("text").is_none_or(Value::is_null)), "the text is inside");
    let (mut again, reply) = open(&hashes);
    let Reply::Opened { keys, awaited, .. } = reply else { panic!("{reply:?}") };
    assert_eq!((keys.len(), awaited), (0, vec!["duong.txt".to_owned(), "nuoc.txt".to_owned()]));
    let half = verdict(&mut again);
    assert_eq!((half.missing.len(), half.comparison), (2, Match::Unknown));
    // The file has another name, and marks apart from their letters.
    let apart = WATER.replace('à', "a\u{300}");
    let files = vec![file("khac.txt", &apart), file("duong.txt", ROADS)];
    ask(&mut again, Request::Add { files, keep_duplicates: false });
    assert!(verdict(&mut again).is_same);
    let other = vec![file("them.txt", "Một bài nữa.")];
    ask(&mut again, Request::Add { files: other, keep_duplicates: false });
    let verdict = verdict(&mut again);
    assert!(verdict.is_same && verdict.n_others == 1, "{verdict:?}");
}

#[test]
fn what_differs_is_named() {
    let made = bundle(&mut with(&[("a", WATER), ("b", ROADS)]), true);
    // The year of an article is another: its results are.
    let (mut session, _) = open(&changed(&made, |v| v["articles"][0]["year"] = json!(2019)));
    let said = verdict(&mut session);
    assert_eq!((said.is_same, said.differing, said.comparison), (false, vec!["a".to_owned()], Match::Differs));
    // The text is another than its digest says.
    let (mut session, reply) = open(&changed(&made, |v| v["articles"][1]["text"] = json!("Đường cũ.")));
    let Reply::Opened { rejected, .. } = reply else { panic!("{reply:?}") };
    assert_eq!((rejected[0].name.as_str(), &rejected[0].failure), ("b", &Failure::Altered));
    assert_eq!(verdict(&mut session).missing, ["b"]);
    // A digest is another: the digest of all digests tells.
    let zeros = "0".repeat(64);
    let (mut session, _) = open(&changed(&made, |v| v["articles"][0]["result_sha256"] = json!(zeros)));
    let said = verdict(&mut session);
    assert_eq!((said.is_whole, said.differing), (false, vec!["a".to_owned()]));
    // Another engine is told, and is no difference by itself.
    let (mut session, _) = open(&changed(&made, |v| v["engine"]["words"] = json!("00000000")));
    let said = verdict(&mut session);
    assert!(said.is_same && said.other_engine.is_some_and(|both| both[0].contains("00000000")));
}

#[test]
fn what_is_no_bundle_is_refused() {
    let made = bundle(&mut with(&[("a", WATER), ("b", ROADS)]), true);
    let refused = |bytes: &[u8]| match open(bytes).1 {
        Reply::Failed { failure } => failure,
        other => panic!("{other:?}"),
    };
    let is_none = |bytes: &[u8]| matches!(refused(bytes), Failure::NoBundle { .. });
    assert!(is_none(b"") && is_none(b"{}") && is_none(b"\xff\xfe") && is_none(&made[..made.len() / 2]));
    assert!(is_none(format!("{{\"schema\":{}", "[".repeat(200_000)).as_bytes()), "deep nesting");
    let found = "langkinh-bundle/2".to_owned();
    assert_eq!(refused(&changed(&made, |v| v["schema"] = json!(found))), Failure::BundleVersion { found });
    for (at, value) in [
        ("/schema", json!("langkinh/1")),
        ("/articles/0/sha256", json!("../../x")),
        ("/articles/0/text_sha256", json!("A".repeat(64))),
        ("/articles/0/source", json!("x".repeat(20_000))),
        ("/articles/0/published", json!("2024-02-31")),
        ("/articles/0/year", json!("year")),
        ("/articles", json!({})),
        ("/settings", json!((0..200).map(|i| (i.to_string(), json!("x"))).collect::<serde_json::Map<_, _>>())),
        ("/result/sha256", json!("")),
    ] {
        let bytes = changed(&made, |v| {
            let (parent, name) = at.rsplit_once('/').expect("a pointer");
            let parent = if parent.is_empty() { v } else { v.pointer_mut(parent).expect(at) };
            parent[name] = value;
        });
        assert!(is_none(&bytes), "{at}");
    }
    let mut session = with(&[("a", WATER)]);
    ask(&mut session, Request::Open { bytes: b"{}".to_vec(), replace: true });
    let Reply::Overview { overview } = ask(&mut session, Request::Overview { clock: Clock::Published }) else {
        panic!("an overview")
    };
    assert_eq!(overview.articles.len(), 1, "what was there stays");
    assert!(matches!(ask(&mut session, Request::Verify), Reply::Failed { failure: Failure::NothingToVerify }));
}
