//! What was counted before changes no byte: articles come, go and change in any order, and every overview is the one that
//! is made from scratch.
#![cfg(not(target_family = "wasm"))]

use std::sync::LazyLock;

use langkinh::corpus::{Analysis, Engine};
use langkinh::extract::Given;
use langkinh::session::Session;
use langkinh::session::protocol::{Clock, Reply, Request, SourceFile};
use langkinh::view::{ChartQuery, Entry, Ledger, Overviewing, Stage, overview};
use proptest::collection::vec;
use proptest::prelude::*;

/// A text long enough to be known when it comes again.
const LONG: &str = "Nông dân huyện Ba Tri bắt đầu thu hoạch lúa đông xuân, năng suất ước bảy tấn mỗi hecta, cao hơn năm trước. \
    Theo hợp tác xã, giá lúa tươi tại ruộng đang ở mức tám nghìn đồng một cân, nhiều hộ có lãi khá nên ai cũng vui. \
    Ông Ba cho biết sau vụ này gia đình sẽ sửa lại nhà kho, mua thêm máy gặt và thuê người làm cỏ sớm hơn mọi năm.";

/// Short and long forms, one explained in two ways; two spellings; terms in and across others; figures, targets, lists,
/// themes, people; two texts that are nearly the same.
static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let texts = [
        "Các hợp tác xã (HTX) tuyển người. Hợp tác xã là nơi hút người. HTX trồng rừng ven biển.",
        "HTX thiếu người, nhân lực HTX càng thiếu. Bảo vệ rừng ven biển, bảo vệ rừng. Hợp tác xã trồng rừng.",
        "Hội Thể thao Xã (HTX) tập chạy. Hội Thể thao Xã chạy ven biển, HTX chạy nhanh.",
        "Hợp tác xã trồng rừng (HTXTR) thuê người. Hợp tác xã trồng rừng ven biển, HTXTR và HTX trồng rừng ven biển.",
        "Số hóa trường học ở xã. Trường học số hóa sổ điểm; số hóa là ưu tiên. Nước ngọt thiếu.",
        "Số hoá trường học xong. Số hoá, số hoá sổ điểm. Chương trình bảo vệ rừng ven biển, rừng ven biển.",
        "Ngày 5/3/2022, tỉnh họp. Đến hết năm 2023, tỉnh phấn đấu xây 1.200 phòng học kiên cố. Năm 2022 là năm nước ngọt.",
        "Ngày 6/1/2024, tỉnh họp. Đến hết năm 2023, tỉnh đã có 1.250 phòng học kiên cố. Nước ngọt về xã.",
        "Bộ trưởng Bộ Y tế Nguyễn Văn Long thăm bệnh viện. Năm 2023 có ba nhiệm vụ: trồng rừng; nạo vét kênh; xây chợ.",
        "Bộ trưởng Bộ Y tế Trần Thị Lan khám bệnh. Năm 2024 có ba nhiệm vụ: trồng rừng; xây chợ; dạy nghề.",
        "The province opened 12 schools in 2024. The schools teach rice farming; rice farming pays.",
    ];
    let long = [LONG.to_owned(), format!("(NLĐO) - {LONG} Huyện dự kiến mở rộng vùng trồng.")];
    texts.iter().map(|text| (*text).to_owned()).chain(long).collect()
});

const YEARS: [Option<i32>; 4] = [Some(2022), Some(2023), Some(2024), None];

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::built_in(str::to_owned));

/// Every text as read for every year.
static READ: LazyLock<Vec<[Analysis; 4]>> = LazyLock::new(|| {
    let of_year = |text: &str, year| ENGINE.analyse(text, &Given { year, ..Given::default() });
    TEXTS.iter().map(|text| YEARS.map(|year| of_year(text, year))).collect()
});

#[derive(Clone, Debug)]
enum Change {
    /// An article comes; some are read ahead.
    Add {
        text: usize,
        year: usize,
        is_ahead: bool,
    },
    /// An article is read ahead that goes before the next overview.
    Pass {
        text: usize,
        year: usize,
    },
    Remove(usize),
    Edit {
        at: usize,
        text: usize,
        year: usize,
    },
    /// Begins an overview and gives it up after so many steps.
    GiveUp(usize),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let (text, year) = (0..TEXTS.len(), 0..YEARS.len());
    let change = prop_oneof![
        4 => (text.clone(), year.clone(), any::<bool>())
            .prop_map(|(text, year, is_ahead)| Change::Add { text, year, is_ahead }),
        1 => (text.clone(), year.clone()).prop_map(|(text, year)| Change::Pass { text, year }),
        2 => (0..20usize).prop_map(Change::Remove),
        2 => (0..20usize, text, year).prop_map(|(at, text, year)| Change::Edit { at, text, year }),
        1 => (0..25usize).prop_map(Change::GiveUp),
    ];
    vec(change, 1..12)
}

/// An article: what names it, and which text is read for which year.
type Held = (u64, String, usize, usize);

fn entries(held: &[Held]) -> Vec<Entry<'_>> {
    held.iter()
        .map(|(stamp, name, text, year)| Entry {
            key: name,
            name,
            sha256: "",
            edited: false,
            encoding: None,
            analysis: &READ[*text][*year],
            stamp: *stamp,
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_was_counted_before_changes_no_byte(changes in changes()) {
        let words = &ENGINE.lexicon().term_words;
        let (mut held, mut ledger, mut stamp): (Vec<Held>, Ledger, u64) = (Vec::new(), Ledger::default(), 0);
        for change in changes {
            stamp += 1;
            match change {
                // Names out of the order in which the articles come.
                Change::Add { text, year, is_ahead } => {
                    let name = format!("{}-{stamp}", stamp * 7 % 10);
                    if is_ahead {
                        ledger.read_ahead(words, (&name, &READ[text][year]), stamp);
                    }
                    held.push((stamp, name, text, year));
                }
                Change::Pass { text, year } => {
                    ledger.read_ahead(words, ("", &READ[text][year]), stamp);
                    continue;
                }
                Change::Remove(at) if !held.is_empty() => drop(held.remove(at % held.len())),
                Change::Edit { at, text, year } if !held.is_empty() => {
                    let at = at % held.len();
                    (held[at].0, held[at].2, held[at].3) = (stamp, text, year);
                }
                Change::GiveUp(steps) => {
                    let mut begun = Overviewing::new(Clock::Published);
                    for _ in 0..steps {
                        if begun.step(&mut ledger, words, &entries(&held)).is_some() {
                            break;
                        }
                    }
                    continue;
                }
                _ => continue,
            }
            let entries = entries(&held);
            for clock in [Clock::Published, Clock::Discussed] {
                let mut going = Overviewing::new(clock);
                let kept = loop {
                    if let Some(made) = going.step(&mut ledger, words, &entries) {
                        break made;
                    }
                };
                let anew = overview(words, &entries, clock);
                let bytes = |overview| serde_json::to_string(overview).expect("records hold strings and numbers only");
                prop_assert_eq!(bytes(&kept), bytes(&anew));
            }
        }
    }
}

fn file(i: usize, text: &str) -> SourceFile {
    SourceFile { name: format!("{i}.txt"), bytes: text.as_bytes().to_vec(), ..SourceFile::default() }
}

fn session_of(texts: &[&str]) -> Session {
    let mut session = Session::built_in(str::to_owned);
    for (i, text) in texts.iter().enumerate() {
        session.submit(1, Request::Add { files: vec![file(i, text)], keep_duplicates: false });
        while session.step().is_some() {}
    }
    session
}

#[test]
fn what_is_read_ahead_of_articles_that_another_session_read_changes_no_byte() {
    let texts: Vec<&str> = TEXTS.iter().map(String::as_str).collect();
    let overview = |session: &mut Session| {
        session.submit(7, Request::Overview { clock: Clock::Published });
        loop {
            if let Some((_, Reply::Overview { overview })) = session.step() {
                return serde_json::to_string(&overview).expect("records hold strings and numbers only");
            }
        }
    };
    let files = texts.iter().enumerate().map(|(i, text)| file(i, text)).collect();
    let mut other = Session::built_in(str::to_owned);
    other.submit(1, Request::Map { files, dictionary: String::new() });
    let mapped = std::iter::from_fn(|| other.step()).find_map(|(_, reply)| match reply {
        Reply::Mapped { bytes, .. } => Some(bytes),
        _ => None,
    });
    let mut session = Session::built_in(str::to_owned);
    // Only where an overview was asked for once is anything read ahead.
    let _ = overview(&mut session);
    session.submit(2, Request::AddMapped { bytes: mapped.expect("they are read"), keep_duplicates: false });
    while session.step().is_some() {}
    assert_eq!(overview(&mut session), overview(&mut session_of(&texts)));
}

#[test]
fn an_overview_tells_its_parts_and_can_be_given_up() {
    let texts: Vec<&str> = TEXTS.iter().map(String::as_str).collect();
    let mut session = session_of(&texts);
    let parts = |session: &mut Session| {
        let mut parts = Vec::new();
        loop {
            match session.step() {
                Some((7, Reply::Progress { part, done, total, .. })) => {
                    assert!(done <= total);
                    parts.push(part);
                }
                other => return (parts, other),
            }
        }
    };
    session.submit(7, Request::Overview { clock: Clock::Published });
    let (told, reply) = parts(&mut session);
    assert!(matches!(reply, Some((7, Reply::Overview { .. }))));
    for stage in Stage::ALL {
        assert!(told.iter().any(|part| part == stage.code()), "{told:?} {}", stage.code());
    }
    // A picture of the same articles needs no second one.
    session.submit(7, Request::Charts { queries: vec![ChartQuery::default()] });
    assert!(matches!(parts(&mut session), (told, Some((7, Reply::Charts { .. }))) if told.is_empty()));
    for steps in 0..Stage::ALL.len() {
        session.submit(7, Request::Overview { clock: Clock::Discussed });
        (0..=steps).for_each(|_| drop(session.step()));
        session.cancel(7);
        let (_, reply) = parts(&mut session);
        assert!(matches!(reply, Some((7, Reply::Failed { .. }))), "{steps} {reply:?}");
        assert!(session.step().is_none());
    }
}
