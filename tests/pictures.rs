//! Pictures stand back: a request that comes while they are drawn is answered before the next of them.
#![cfg(not(target_family = "wasm"))]

use langkinh::cli::nfc;
use langkinh::session::Session;
use langkinh::session::protocol::*;
use langkinh::view::{Chart, ChartKind, ChartQuery, FactQuery};

const KINDS: [ChartKind; 3] = [ChartKind::Cloud, ChartKind::Timeline, ChartKind::Cleaning];

/// A session with two articles of different years.
fn session() -> Session {
    let mut session = Session::built_in(nfc);
    let text = |year: u32, words: &str| {
        format!("Xã trồng {words}\n\nNgày 4/3/{year}. {}\n", format!("{words} được giá. ").repeat(9))
    };
    let file =
        |name: &str, text: String| SourceFile { name: name.to_owned(), bytes: text.into(), ..SourceFile::default() };
    let files = vec![file("a.txt", text(2021, "Mía đường")), file("b.txt", text(2023, "Điều nhuộm"))];
    session.submit(100, Request::Add { files, keep_duplicates: false });
    let added = replies(&mut session);
    assert!(matches!(&added[..], [(100, Reply::Added { keys, .. })] if keys.len() == 2), "{added:?}");
    session
}

fn pictures(kinds: &[ChartKind]) -> Request {
    let query = |kind: &ChartKind| ChartQuery { kind: *kind, ..ChartQuery::default() };
    Request::Charts { queries: kinds.iter().map(query).collect() }
}

/// What is answered until nothing is left to do, without progress.
fn replies(session: &mut Session) -> Vec<(u32, Reply)> {
    let steps = std::iter::from_fn(|| session.step());
    steps.filter(|(_, reply)| !matches!(reply, Reply::Progress { .. })).collect()
}

fn ids(replies: &[(u32, Reply)]) -> Vec<u32> {
    replies.iter().map(|(id, _)| *id).collect()
}

#[track_caller]
fn charts(reply: &Reply) -> &[Chart] {
    let Reply::Charts { charts } = reply else { panic!("{reply:?}") };
    charts
}

/// Steps until the first picture of a request is drawn.
fn begin(session: &mut Session) {
    let is_drawn =
        |reply: &Reply| matches!(reply, Reply::Progress { part, done: 1, total: 3, .. } if part == "pictures");
    assert!(std::iter::from_fn(|| session.step()).any(|(_, reply)| is_drawn(&reply)));
}

#[test]
fn a_click_overtakes_a_row_of_pictures_and_changes_none_of_them() {
    let mut session = session();
    session.submit(1, pictures(&KINDS));
    let alone = replies(&mut session);
    session.submit(2, pictures(&KINDS));
    begin(&mut session);
    session.submit(3, Request::Facts { query: FactQuery::default() });
    let overtaken = replies(&mut session);
    assert_eq!(ids(&overtaken), [3, 2]);
    assert!(charts(&overtaken[1].1) == charts(&alone[0].1));
    for (kind, chart) in KINDS.iter().zip(charts(&alone[0].1)) {
        session.submit(4, pictures(&[*kind]));
        assert!(charts(&replies(&mut session)[0].1) == std::slice::from_ref(chart), "{kind:?}");
    }
}

#[test]
fn pictures_of_several_requests_come_in_their_order() {
    let mut session = session();
    session.submit(1, pictures(&KINDS));
    session.submit(2, pictures(&KINDS[..1]));
    session.submit(3, pictures(&[]));
    assert_eq!(ids(&replies(&mut session)), [1, 2, 3]);
}

#[test]
fn pictures_that_are_given_up_are_not_drawn_on() {
    let mut session = session();
    session.submit(1, pictures(&KINDS));
    begin(&mut session);
    session.submit(2, pictures(&KINDS[1..]));
    session.cancel(1);
    session.cancel(9);
    let answered = replies(&mut session);
    assert_eq!(ids(&answered), [1, 2]);
    assert!(matches!(answered[0].1, Reply::Failed { failure: Failure::Cancelled }));
    assert_eq!(charts(&answered[1].1).len(), 2);
}

#[test]
fn pictures_are_of_the_articles_that_are_there_when_the_last_is_drawn() {
    let mut session = session();
    session.submit(1, pictures(&KINDS));
    begin(&mut session);
    session.submit(2, Request::Remove { keys: Vec::new() });
    let answered = replies(&mut session);
    assert_eq!(ids(&answered), [2, 1]);
    assert!(charts(&answered[1].1).iter().all(|chart| chart.nodes.is_empty()), "the first is drawn anew, too");
}
