//! What the page draws: views hold together with the text they speak of.
#![cfg(not(target_family = "wasm"))]

use langkinh::cli::nfc;
use langkinh::session::Session;
use langkinh::session::protocol::*;
use langkinh::view::{ArticleView, BlockKind, FactQuery, Overview};

const FIRST: &str = "Xuất khẩu gạo lập kỷ lục mới\n\
Sáng 20/12/2022, Bộ Công Thương tổ chức hội nghị tổng kết. Theo báo cáo, xuất khẩu gạo đạt hơn 7 triệu tấn, tăng 13,8%.\n\
Công nhân bốc gạo tại cảng. Ảnh: Minh Anh\n\
“Xuất khẩu gạo là điểm sáng của năm”, Thứ trưởng Đỗ Thắng Hải nói.\n\
Năm 2023, ngành đặt 3 mục tiêu: giữ thị trường, nâng chất lượng, xây dựng thương hiệu.";
const SECOND: &str = "Xuất khẩu gạo tiếp tục tăng\n\
Ngày 15/12/2023, Bộ Công Thương cho biết xuất khẩu gạo năm 2023 đạt trên 8 triệu tấn. Xuất khẩu gạo sang châu Phi tăng mạnh.\n\
Xuất khẩu gạo năm 2024 được dự báo thuận lợi.";

fn session() -> (Session, Vec<String>) {
    let mut session = Session::built_in(nfc);
    let file = |name: &str, text: &str| SourceFile { name: name.into(), bytes: text.into(), ..SourceFile::default() };
    let files = vec![file("2022.txt", FIRST), file("2023.txt", SECOND)];
    let Reply::Added { keys, .. } = ask(&mut session, Request::Add { files, keep_duplicates: false }) else { panic!() };
    (session, keys)
}

fn ask(session: &mut Session, request: Request) -> Reply {
    session.submit(1, request);
    loop {
        match session.step() {
            Some((_, Reply::Progress { .. })) => {}
            Some((_, reply)) => return reply,
            None => panic!("no answer"),
        }
    }
}

fn overview(session: &mut Session) -> Overview {
    match ask(session, Request::Overview { clock: Clock::default() }) {
        Reply::Overview { overview } => *overview,
        other => panic!("{other:?}"),
    }
}

fn article(session: &mut Session, key: &str) -> ArticleView {
    match ask(session, Request::Article { key: key.to_owned() }) {
        Reply::Article { article } => *article,
        other => panic!("{other:?}"),
    }
}

fn utf16(text: &str, start: u32, end: u32) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16(&units[start as usize..end as usize]).expect("offsets on characters")
}

#[test]
fn the_reader_shows_every_visible_character_once() {
    let (mut session, keys) = session();
    let view = article(&mut session, &keys[0]);
    let shown: String = view.blocks.iter().flat_map(|b| &b.runs).map(|r| r.text.as_str()).collect();
    let visible = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    assert_eq!(visible(&shown), visible(FIRST));
    let aside: Vec<&BlockKind> =
        view.blocks.iter().map(|b| &b.kind).filter(|k| matches!(k, BlockKind::SetAside { .. })).collect();
    assert_eq!(aside, [&BlockKind::SetAside { reason: "caption".into() }]);
}

#[test]
fn runs_and_facts_point_at_each_other() {
    let (mut session, keys) = session();
    let view = article(&mut session, &keys[0]);
    for run in view.blocks.iter().flat_map(|b| &b.runs) {
        let end = run.start + run.text.encode_utf16().count() as u32;
        assert_eq!(utf16(&view.text, run.start, end), run.text);
        assert!(run.facts.iter().all(|&id| (id as usize) < view.facts.len()));
    }
    for fact in &view.facts {
        let evidence = &fact.evidence;
        assert_eq!(utf16(&view.text, evidence.start, evidence.end), evidence.text, "{fact:?}");
        let covered = view.blocks.iter().flat_map(|b| &b.runs).any(|r| r.facts.contains(&fact.id));
        assert!(covered, "{fact:?} is marked nowhere");
        let (before, hit, after) = &fact.sentence;
        assert!(view.text.contains(&format!("{before}{hit}{after}")), "{fact:?}");
    }
}

#[test]
fn the_overview_counts_what_the_articles_hold() {
    let (mut session, _) = session();
    let view = overview(&mut session);
    let years: Vec<i32> = view.years.iter().filter(|y| y.n_articles > 0).map(|y| y.year).collect();
    assert_eq!(years, [2022, 2023]);
    let rice = view.terms.iter().find(|t| t.term == "xuất khẩu gạo").expect("the term of both articles");
    assert_eq!((rice.count, rice.n_articles), (7, 2));
    let by_year: Vec<(i32, u32)> = rice.by_year.iter().map(|y| (y.year, y.count)).collect();
    assert_eq!(by_year, [(2022, 3), (2023, 4)]);
    assert_eq!(view.cleaning.set_aside, [("caption".to_owned(), 1)]);
    assert!(
        view.years.iter().any(|y| y.year == 2023 && y.priorities.iter().any(|p| p.items.len() == 3)),
        "{:?}",
        view.years
    );
}

#[test]
fn every_fact_of_the_table_opens_its_sentence() {
    let (mut session, keys) = session();
    let Reply::Facts { table } = ask(&mut session, Request::Facts { query: FactQuery::default() }) else { panic!() };
    for row in table.rows {
        let text = if row.evidence.article == keys[0] { FIRST } else { SECOND };
        assert_eq!(utf16(text, row.evidence.start, row.evidence.end), row.evidence.text);
        assert_eq!(row.sentence.1, row.evidence.text);
    }
}

#[test]
fn fragments_of_one_longer_term_are_no_terms() {
    const TEXT: &str = "Tổ công nghệ số cộng đồng đến từng nhà. Xã có 3 tổ công nghệ số cộng đồng. Mỗi tổ công nghệ số cộng đồng có \
        năm người. Công nghệ số đổi nếp sống. Bà con quen dần công nghệ số.";
    let mut session = Session::built_in(nfc);
    let file = SourceFile { name: "a.txt".into(), bytes: TEXT.into(), ..SourceFile::default() };
    ask(&mut session, Request::Add { files: vec![file], keep_duplicates: false });
    let view = overview(&mut session);
    let terms: Vec<(&str, u32)> = view.terms.iter().map(|t| (t.term.as_str(), t.count)).collect();
    assert!(terms.contains(&("tổ công nghệ số cộng đồng", 3)) && terms.contains(&("công nghệ số", 5)), "{terms:?}");
    assert!(terms.iter().all(|t| !["số cộng đồng", "công nghệ số cộng đồng"].contains(&t.0)), "{terms:?}");
}

#[test]
fn what_is_kept_of_the_overview_follows_every_change() {
    let (mut session, keys) = session();
    let first = overview(&mut session);
    assert_eq!(overview(&mut session), first);
    let year = Edit { year: Some(2030), ..Edit::default() };
    let changes = [
        Request::Edit { key: keys[0].clone(), edit: year },
        Request::Mark { phrase: "xuất khẩu gạo".into(), mark: Some(Mark::Stop) },
        Request::Remove { keys: keys[1..].to_vec() },
        Request::Undo,
    ];
    let mut before = first;
    for change in changes {
        ask(&mut session, change.clone());
        let after = overview(&mut session);
        assert_ne!(after, before, "{change:?}");
        before = after;
    }
    let clock = Clock::Discussed;
    let Reply::Overview { overview: discussed } = ask(&mut session, Request::Overview { clock }) else { panic!() };
    assert_eq!((discussed.clock, overview(&mut session).clock), (Clock::Discussed, Clock::Published));
}
