//! Requests in, replies out: what a host sees of the engine.
#![cfg(not(target_family = "wasm"))]

use std::collections::BTreeMap;

use langkinh::cli::nfc;
use langkinh::session::Session;
use langkinh::session::protocol::*;
use langkinh::view::{ArticleRow, Concordance, FactQuery, FactTable, Overview};

struct Host {
    session: Session,
    next: u32,
    progress: Vec<(u32, u32)>,
}

impl Host {
    fn new() -> Self {
        Self { session: Session::built_in(nfc), next: 0, progress: Vec::new() }
    }

    fn ask(&mut self, request: Request) -> Reply {
        self.next += 1;
        self.session.submit(self.next, request);
        self.finish(self.next)
    }

    fn finish(&mut self, id: u32) -> Reply {
        loop {
            match self.session.step().expect("the request is answered") {
                (_, Reply::Progress { done, total, .. }) => self.progress.push((done, total)),
                (answered, reply) => {
                    assert_eq!(answered, id);
                    return reply;
                }
            }
        }
    }

    fn add(&mut self, files: Vec<SourceFile>) -> (Vec<String>, Vec<Rejection>, Vec<StoreChange>) {
        match self.ask(Request::Add { files, keep_duplicates: false }) {
            Reply::Added { keys, rejected, store, .. } => (keys, rejected, store),
            other => panic!("{other:?}"),
        }
    }

    fn overview(&mut self) -> Overview {
        match self.ask(Request::Overview { clock: Clock::default() }) {
            Reply::Overview { overview } => *overview,
            other => panic!("{other:?}"),
        }
    }

    fn titles(&mut self) -> Vec<String> {
        self.overview().articles.into_iter().map(|a: ArticleRow| a.title).collect()
    }

    fn json(&mut self) -> Vec<u8> {
        match self.ask(Request::Export { format: ExportFormat::Json, clock: Clock::default() }) {
            Reply::Exported { bytes, .. } => bytes,
            other => panic!("{other:?}"),
        }
    }

    fn concordance(&mut self, term: &str) -> Concordance {
        match self.ask(Request::Concordance {
            term: term.into(),
            topic: String::new(),
            clock: Clock::default(),
            year: None,
        }) {
            Reply::Concordance { concordance } => concordance,
            other => panic!("{other:?}"),
        }
    }

    fn facts(&mut self, query: FactQuery) -> FactTable {
        match self.ask(Request::Facts { query }) {
            Reply::Facts { table } => table,
            other => panic!("{other:?}"),
        }
    }
}

fn file(name: &str, text: &str) -> SourceFile {
    SourceFile { name: name.to_owned(), bytes: text.as_bytes().to_vec(), ..SourceFile::default() }
}

const ONE: &str = "Mưa lớn kéo dài làm nhiều tuyến đường ở thành phố Huế ngập sâu.";
const TWO: &str = "Năm 2024, xuất khẩu gạo đạt hơn 9 triệu tấn, tăng 11,1% so với năm 2023.";
const THREE: &str = "Trường học mở cửa trở lại sau bão.";

#[test]
fn counting_an_article_whose_text_is_that_of_another_is_undone() {
    const TEXT: &str = "Năm 2023, huyện Ba Tri thu hoạch hơn 12.000 ha lúa hè thu, năng suất bình quân 5,8 tấn mỗi ha. \
        Nông dân bán lúa tươi tại ruộng với giá 6.800 đồng một ký, cao hơn vụ trước 500 đồng. Thương lái từ Tiền Giang \
        xuống tận nơi đặt cọc, ghe chở lúa đậu kín bến sông. Xã viên hợp tác xã Tân Hưng cùng nhau góp tiền mua máy sấy.";
    let mut host = Host::new();
    host.add(vec![file("1", TEXT), file("2", &format!("{TEXT} Ghe về đầy bến."))]);
    let counted = |host: &mut Host| {
        let overview = host.overview();
        let rate = overview.terms.first().map(|term| term.per_10k);
        (overview.cleaning.n_syllables, overview.articles.iter().filter(|row| row.same_as.is_some()).count(), rate)
    };
    let once = counted(&mut host);
    let overview = host.overview();
    let twin = overview.articles.iter().find(|row| row.same_as.is_some()).unwrap();
    assert_eq!(once.0 + twin.n_syllables, overview.articles.iter().map(|row| row.n_syllables).sum::<u32>());
    host.ask(Request::Edit { key: twin.key.clone(), edit: Edit { counted: Some(true), ..Edit::default() } });
    let twice = counted(&mut host);
    assert_eq!((twice.0, twice.1), (once.0 + twin.n_syllables, 0));
    host.ask(Request::Undo);
    assert_eq!(counted(&mut host), once);
}

#[test]
fn keeps_every_file_in_order_and_counts_them_off() {
    let mut host = Host::new();
    let (keys, rejected, _) = host.add(vec![file("1", ONE), file("2", TWO), file("3", THREE)]);
    assert_eq!((keys.len(), rejected.len()), (3, 0));
    assert_eq!(host.progress, [(1, 3), (2, 3), (3, 3)]);
    assert_eq!(host.titles(), [ONE, TWO, THREE]);
}

#[test]
fn refuses_bad_files_by_name_and_reads_the_others() {
    let mut host = Host::new();
    let binary = SourceFile { name: "anh.png".into(), bytes: vec![0x89, b'P', 0, 0, 0, 1], ..SourceFile::default() };
    let latin = SourceFile { name: "cu.txt".into(), bytes: b"d\x81 \x8d\x90".to_vec(), ..SourceFile::default() };
    let files = vec![binary, file("trong.txt", " \n"), file("tot.txt", ONE), latin, file("tot-2.txt", ONE)];
    let (keys, rejected, _) = host.add(files);
    assert_eq!(keys.len(), 1);
    let found: Vec<_> = rejected.into_iter().map(|r| (r.name, r.failure)).collect();
    let expected = [
        ("anh.png".to_owned(), Failure::Binary),
        ("trong.txt".to_owned(), Failure::Empty),
        ("cu.txt".to_owned(), Failure::UnknownEncoding { at: 1 }),
        ("tot-2.txt".to_owned(), Failure::Duplicate { key: keys[0].clone() }),
    ];
    assert_eq!(found, expected);
}

#[test]
fn splits_a_paste_and_gives_each_part_a_key() {
    let mut host = Host::new();
    let text = format!("{ONE}\n\n-----\n\n{TWO}");
    let paste = SourceFile { name: "dán".into(), bytes: text.into_bytes(), split: true, ..SourceFile::default() };
    let (keys, _, _) = host.add(vec![paste.clone()]);
    assert_eq!(host.titles(), [ONE, TWO]);
    assert_ne!(keys[0], keys[1]);
    assert!(matches!(host.add(vec![paste]).1[0].failure, Failure::Duplicate { .. }));
    let border = SourceFile { name: "vạch".into(), bytes: b"-----".to_vec(), split: true, ..SourceFile::default() };
    assert_eq!(host.add(vec![border]).1[0].failure, Failure::Empty);
}

#[test]
fn removes_and_brings_back() {
    let mut host = Host::new();
    let (keys, _, _) = host.add(vec![file("1", ONE), file("2", TWO), file("3", THREE)]);
    let before = host.json();
    host.ask(Request::Remove { keys: vec![keys[1].clone()] });
    assert_eq!(host.titles(), [ONE, THREE]);
    host.ask(Request::Undo);
    assert_eq!(host.json(), before);
    host.ask(Request::Remove { keys: Vec::new() });
    assert!(host.titles().is_empty());
}

#[test]
fn a_stretch_put_back_into_the_body_is_undone() {
    let mut host = Host::new();
    let text = "Thu hoạch cà phê\n\nNông dân hái cà phê.\n\nẢnh: Vườn cà phê ở Lâm Đồng";
    let (keys, ..) = host.add(vec![file("1", text)]);
    let before = host.json();
    let n = |host: &mut Host| host.overview().cleaning.set_aside.iter().map(|(_, n)| n).sum::<u32>();
    assert_eq!(n(&mut host), 1);
    let edit = Edit { keep: Some("Ảnh: Vườn cà phê ở Lâm Đồng".to_owned()), ..Edit::default() };
    host.ask(Request::Edit { key: keys[0].clone(), edit });
    assert_eq!(n(&mut host), 0);
    let Reply::Changed { keys: undone, store } = host.ask(Request::Undo) else { panic!() };
    assert_eq!((undone, store.is_empty()), (keys.clone(), false));
    assert!(host.json() == before, "as it was");
    // Another change of the article is no step of it.
    host.ask(Request::Edit { key: keys[0].clone(), edit: Edit { year: Some(2020), ..Edit::default() } });
    let Reply::Changed { keys: undone, .. } = host.ask(Request::Undo) else { panic!() };
    assert!(undone.is_empty());
}

#[test]
fn facts_and_figures_of_a_theme_are_those_of_all_its_terms() {
    use langkinh::view::FigureQuery;
    const PORT: &str = "Tỉnh đón 20 tàu biển ở cảng nước sâu. Cảng nước sâu có thêm 2 bến.\n\n\
        Có 30 tàu biển vào cảng nước sâu.\n\nTrường mầm non thiếu 40 giáo viên. Giáo viên trường mầm non lương 5 triệu đồng.\n\n\
        Hội nghị 60 giáo viên trường mầm non.";
    let mut host = Host::new();
    host.add(vec![file("1", PORT)]);
    let groups = host.overview().theme_groups;
    let group = groups.iter().find(|g| g.terms.iter().any(|t| t.term.contains("giáo viên"))).expect("a theme");
    let terms: Vec<&str> = group.terms.iter().map(|term| term.term.as_str()).collect();
    assert!(terms.len() > 1, "{terms:?}");
    let figures = |host: &mut Host, topic: &str| {
        let query = FigureQuery { topic: topic.to_owned(), ..FigureQuery::default() };
        let Reply::Figures { table } = host.ask(Request::Figures { query }) else { panic!() };
        table.rows.iter().filter_map(|row| row.value).collect::<Vec<_>>()
    };
    assert_eq!(figures(&mut host, &group.head), [40.0, 5e6, 60.0]);
    assert_eq!(figures(&mut host, "bến"), [2.0], "a theme that is not there stands for its words");
    assert_eq!(figures(&mut host, "").len(), 6);
    let facts = host.facts(FactQuery { topic: group.head.clone(), ..FactQuery::default() });
    let is_about = |(before, hit, after): &(String, String, String)| {
        let sentence = format!("{before}{hit}{after}").to_lowercase();
        terms.iter().any(|term| sentence.contains(term))
    };
    assert!(!facts.rows.is_empty() && facts.rows.iter().all(|row| is_about(&row.sentence)));
}

#[test]
fn the_readers_word_goes_before_the_texts() {
    let mut host = Host::new();
    let (keys, _, _) = host.add(vec![file("1", ONE)]);
    let edit = Edit { year: Some(2020), title: Some("Mưa lớn".into()), ..Edit::default() };
    host.ask(Request::Edit { key: keys[0].clone(), edit });
    let row = host.overview().articles.remove(0);
    assert_eq!((row.year, row.title.as_str(), row.edited), (Some(2020), "Mưa lớn", true));
    let edit = Edit { text: Some(TWO.into()), year: Some(0), title: Some(String::new()), ..Edit::default() };
    host.ask(Request::Edit { key: keys[0].clone(), edit });
    assert_eq!(host.titles(), [TWO]);
    let edit = Edit { published: Some("2023-02-30".into()), ..Edit::default() };
    let reply = host.ask(Request::Edit { key: keys[0].clone(), edit });
    assert_eq!(reply, Reply::Failed { failure: Failure::NoSuchDay { text: "2023-02-30".into() } });
}

fn keep(store: &mut BTreeMap<String, Vec<u8>>, changes: Vec<StoreChange>) {
    for change in changes {
        match change {
            StoreChange::Put { key, bytes } => store.insert(key, bytes),
            StoreChange::Delete { key } => store.remove(&key),
        };
    }
}

#[test]
fn what_was_stored_comes_back_whole() {
    let mut host = Host::new();
    let mut store = BTreeMap::new();
    let (keys, _, changes) = host.add(vec![file("1", ONE), file("2", TWO), file("3", THREE)]);
    keep(&mut store, changes);
    let edit = Edit { year: Some(2019), ..Edit::default() };
    for request in [Request::Edit { key: keys[0].clone(), edit }, Request::Remove { keys: vec![keys[2].clone()] }] {
        let Reply::Changed { store: changes, .. } = host.ask(request) else { panic!("changed") };
        keep(&mut store, changes);
    }
    let mut records: Vec<_> = store.into_iter().map(|(key, bytes)| StoredRecord { key, bytes }).collect();
    records.reverse();
    records.push(StoredRecord { key: "article/hỏng".into(), bytes: b"{".to_vec() });
    let mut next = Host::new();
    let Reply::Added { keys: back, rejected, .. } = next.ask(Request::Restore { records }) else { panic!("added") };
    assert_eq!(back, keys[..2]);
    assert_eq!(rejected.len(), 1);
    assert_eq!(next.json(), host.json());
    let fresh = next.add(vec![file("4", THREE)]).0;
    assert_eq!(next.overview().articles[2].key, fresh[0]);
}

#[test]
fn records_of_an_earlier_visit_are_taken_over_and_those_of_a_later_build_are_left() {
    let record = |key: &str, value: serde_json::Value| StoredRecord {
        key: key.to_owned(),
        bytes: value.to_string().into_bytes(),
    };
    let article = |version: u32, order: u32| {
        serde_json::json!({
            "version": version, "order": order, "name": format!("{order}.txt"), "sha256": "a".repeat(64), "rewritten": false,
            "text": "Năm 2024, xã Tân Lập có 15 lớp học.",
        })
    };
    let records = vec![
        // As the first build wrote them: what came later is missing.
        record("article/one", article(1, 1)),
        record("given/one", serde_json::json!({ "title": "Lớp học", "year": 2019, "corrections": [] })),
        record("article/two", article(2, 2)),
        StoredRecord { key: "article/three".to_owned(), bytes: b"{".to_vec() },
    ];
    let mut host = Host::new();
    let Reply::Added { keys, rejected, store, .. } = host.ask(Request::Restore { records }) else { panic!("added") };
    assert_eq!(keys, ["one"]);
    assert_eq!(rejected.iter().map(|r| r.name.as_str()).collect::<Vec<_>>(), ["article/three", "article/two"]);
    assert!(!store.iter().any(|change| matches!(change, StoreChange::Delete { .. })), "{store:?}");
    let overview = host.overview();
    assert_eq!((overview.articles[0].title.as_str(), overview.articles[0].year), ("Lớp học", Some(2019)));
}

#[test]
fn cancelling_keeps_what_is_read() {
    let mut host = Host::new();
    let files = vec![file("1", ONE), file("2", TWO), file("3", THREE)];
    host.session.submit(1, Request::Add { files, keep_duplicates: false });
    host.session.submit(2, Request::Overview { clock: Clock::default() });
    host.session.step();
    host.session.cancel(1);
    host.session.cancel(2);
    assert!(matches!(host.finish(1), Reply::Added { keys, .. } if keys.len() == 1));
    assert_eq!(host.finish(2), Reply::Failed { failure: Failure::Cancelled });
}

#[test]
fn finds_words_with_and_without_accents() {
    let mut host = Host::new();
    host.add(vec![file("1", ONE), file("2", TWO)]);
    let exact = host.concordance("Xuất khẩu gạo");
    assert_eq!((exact.n_lines, exact.without_accents), (1, false));
    assert_eq!(exact.lines[0].before, "Năm 2024, ");
    assert_eq!(exact.lines[0].hit, "xuất khẩu gạo");
    assert!(host.concordance("xuat khau").without_accents);
    // Typed without accents: what fits comes first, whatever its year.
    host.add(vec![file("hoa", "Năm 2025, chợ hoa đông. Người ta hòa giải, hoá đơn đủ; Đà Lạt trồng hoa.")]);
    let plain = host.concordance("hoa");
    let hits: Vec<&str> = plain.lines.iter().map(|line| line.hit.as_str()).collect();
    assert_eq!((hits.as_slice(), plain.n_exact), (["hoa", "hoa", "hòa", "hoá"].as_slice(), 2));
    // Each article that holds it is named once, with those that fit only without accents.
    let held: Vec<(u32, bool)> = plain.articles.iter().map(|a| (a.n_places, a.first.is_some())).collect();
    assert_eq!(held, [(4, true)]);
    let of_year = host.ask(Request::Concordance {
        term: String::new(),
        topic: String::new(),
        clock: Clock::Published,
        year: Some(2025),
    });
    let Reply::Concordance { concordance } = of_year else { panic!("{of_year:?}") };
    let held: Vec<(u32, bool)> = concordance.articles.iter().map(|a| (a.n_places, a.first.is_some())).collect();
    assert_eq!(held, [(2, false)]);
    assert_eq!(host.concordance("da lat").lines[0].hit, "Đà Lạt");
    let toned = host.concordance("hoà");
    assert_eq!((toned.n_lines, toned.n_exact), (1, 1));
    assert_eq!(host.concordance("khẩu gạ").n_lines, 0);
    assert_eq!(host.concordance("  ").n_lines, 0);
    let wild = host.concordance("xuất * gạo");
    assert_eq!(wild.lines[0].hit, "xuất khẩu gạo");
    assert_eq!(host.concordance("tri?u t*").lines[0].hit, "triệu tấn");
}

#[test]
fn a_page_of_facts_says_how_many_there_are() {
    let mut host = Host::new();
    host.add(vec![file("2", TWO), file("1", ONE)]);
    let all = host.facts(FactQuery::default());
    assert_eq!(all.n_rows as usize, all.rows.len());
    assert_eq!(all.by_kind.iter().map(|(_, n)| n).sum::<u32>(), all.n_rows);
    let second = host.facts(FactQuery { from: 1, limit: 1, ..FactQuery::default() });
    assert_eq!(second.n_rows, all.n_rows);
    assert_eq!(second.rows.as_slice(), all.rows.get(1..2).unwrap_or_default());
}

#[test]
fn an_unknown_key_is_said() {
    let mut host = Host::new();
    let failure = Failure::NoArticle { key: "x".into() };
    assert_eq!(host.ask(Request::Article { key: "x".into() }), Reply::Failed { failure });
}

const SEA: &str = "Nuôi biển là nghề mới\n\nNgười dân xã đảo nuôi biển từ năm 2020. Nghề nuôi biển cần giống tốt, nuôi biển cần vốn.\n";

impl Host {
    /// Changes the dictionary: keys of the articles read anew, number of changes, numbers of bad lines, what to store.
    fn dictionary(&mut self, request: Request) -> (Vec<String>, u32, Vec<u32>, Vec<StoreChange>) {
        match self.ask(request) {
            Reply::DictionaryChanged { keys, n_changed, bad, store } => {
                (keys, n_changed, bad.iter().map(|b| b.line).collect(), store)
            }
            other => panic!("{other:?}"),
        }
    }

    fn mark(&mut self, phrase: &str, mark: Option<Mark>) -> (Vec<String>, u32, Vec<u32>, Vec<StoreChange>) {
        self.dictionary(Request::Mark { phrase: phrase.to_owned(), mark })
    }

    fn terms(&mut self) -> Vec<(String, u32)> {
        self.overview().terms.into_iter().map(|t| (t.term, t.count)).collect()
    }
}

#[test]
fn what_the_reader_says_about_words_counts_at_once() {
    let mut host = Host::new();
    let (keys, ..) =
        host.add(vec![file("bien.txt", SEA), file("khac.txt", "Giá lúa tăng\n\nGiá lúa ở tỉnh tăng từ tháng 3.\n")]);
    let before = host.json();
    let (read, n, bad, store) = host.mark("Năm 2020", Some(Mark::Keep));
    assert_eq!(
        (read.as_slice(), n, bad.len()),
        (&keys[..1], 1, 0),
        "only the article that holds the phrase is read anew"
    );
    assert!(matches!(&store[..], [StoreChange::Put { key, .. }] if key == "dictionary"));
    assert!(host.terms().contains(&("năm 2020".to_owned(), 1)));
    host.mark("nuôi biển", Some(Mark::Stop));
    assert!(host.terms().iter().all(|t| t.0 != "nuôi biển"));
    host.dictionary(Request::UndoDictionary);
    assert!(host.terms().contains(&("nuôi biển".to_owned(), 4)));
    let (_, _, _, store) = host.dictionary(Request::UndoDictionary);
    assert!(matches!(&store[..], [StoreChange::Delete { key }] if key == "dictionary"));
    assert!(before == host.json(), "everything taken back leaves everything as it was");
    assert_eq!(host.dictionary(Request::UndoDictionary).1, 0, "nothing is left to take back");
}

#[test]
fn the_dictionary_is_kept_and_taken_in_as_a_list() {
    let mut host = Host::new();
    let (_, _, mut store) = host.add(vec![file("bien.txt", SEA)]);
    let list = "# của tôi\n+ nuôi biển\n+ a, b\n! người dân\n* năm 2020\n";
    let (_, n, bad, changes) = host.dictionary(Request::ReadDictionary { bytes: list.into(), replace: false });
    assert_eq!((n, bad), (3, vec![3]));
    store.extend(changes);
    let Reply::Exported { name, bytes, .. } =
        host.ask(Request::Export { format: ExportFormat::Dictionary, clock: Clock::default() })
    else {
        panic!()
    };
    assert_eq!(name, "langkinh-dictionary.txt");
    let mut records = BTreeMap::new();
    keep(&mut records, store);
    let mut again = Host::new();
    let records = records.into_iter().map(|(key, bytes)| StoredRecord { key, bytes }).collect();
    assert!(matches!(again.ask(Request::Restore { records }), Reply::Added { rejected, .. } if rejected.is_empty()));
    assert_eq!(again.terms(), host.terms());
    let Reply::Dictionary { dictionary } = again.ask(Request::Dictionary) else { panic!() };
    let rows: Vec<_> = dictionary.rows.iter().map(|r| (r.phrase.as_str(), r.mark, r.count)).collect();
    assert_eq!(rows, [("người dân", Mark::Stop, 1), ("nuôi biển", Mark::Join, 4), ("năm 2020", Mark::Keep, 1)]);
    // The list that was written is the dictionary.
    let (_, n, bad, _) = again.dictionary(Request::ReadDictionary { bytes, replace: true });
    assert_eq!((n, bad.len()), (0, 0));
    // Everything deleted means the dictionary too.
    let Reply::Changed { store, .. } = again.ask(Request::Remove { keys: vec![] }) else { panic!() };
    assert!(store.contains(&StoreChange::Delete { key: "dictionary".to_owned() }));
    assert!(matches!(again.ask(Request::Dictionary), Reply::Dictionary { dictionary } if dictionary.rows.is_empty()));
}

#[test]
fn what_comes_back_is_read_with_the_dictionary_of_now() {
    let mut host = Host::new();
    let (keys, ..) = host.add(vec![file("bien.txt", SEA)]);
    host.ask(Request::Remove { keys: keys.clone() });
    host.mark("năm 2020", Some(Mark::Keep));
    host.ask(Request::Undo);
    assert!(host.terms().contains(&("năm 2020".to_owned(), 1)));
}

#[test]
fn a_bad_phrase_is_refused_and_changes_nothing() {
    let mut host = Host::new();
    for phrase in ["", "<b>a</b>", "a, b"] {
        let reply = host.ask(Request::Mark { phrase: phrase.to_owned(), mark: Some(Mark::Keep) });
        assert!(matches!(reply, Reply::Failed { failure: Failure::NoPhrase { .. } }), "{reply:?}");
    }
    let reply = host.ask(Request::ReadDictionary { bytes: vec![0, 1, 2, 0xff], replace: false });
    assert!(matches!(reply, Reply::Failed { failure: Failure::Binary | Failure::UnknownEncoding { .. } }), "{reply:?}");
    assert_eq!(host.dictionary(Request::UndoDictionary).1, 0);
}

#[test]
fn a_word_says_why_it_is_one() {
    let mut host = Host::new();
    let (keys, ..) = host.add(vec![file("bien.txt", SEA)]);
    host.mark("nuôi biển", Some(Mark::Join));
    let Reply::Article { article } = host.ask(Request::Article { key: keys[0].clone() }) else { panic!() };
    let units: Vec<u16> = article.text.encode_utf16().collect();
    let shown: Vec<String> =
        article.words.iter().map(|&(a, b)| String::from_utf16_lossy(&units[a as usize..b as usize])).collect();
    assert!(shown.starts_with(&["Nuôi biển".to_owned(), "là".to_owned()]), "{shown:?}");
    let at = article.words[0].0 + 5;
    let Reply::Word { word: Some(word) } = host.ask(Request::Word { key: keys[0].clone(), at }) else { panic!() };
    assert_eq!((word.parts.len(), word.mark, word.count, word.is_term), (2, Some(Mark::Join), 4, true));
    assert_eq!(word.borders[1].reason, "dictionary");
    assert_eq!(word.after.as_deref(), Some("là"));
    assert!(matches!(host.ask(Request::Word { key: keys[0].clone(), at: 4 }), Reply::Word { word: None }));
    assert!(matches!(host.ask(Request::Word { key: "x".into(), at: 0 }), Reply::Failed { .. }));
}

/// `Giá lúa tăng…` in TCVN3, two articles with a line between them.
const OLD: &[u8] = b"Gi\xb8 l\xf3a t\xa8ng, n\xabng d\xa9n \xae\xad\xeec m\xefa\n-----\n\
    Tr\xad\xeang h\xe4c m\xeb c\xf6a tr\xeb l\xb9i sau b\xb7o";

#[test]
fn an_article_is_read_in_another_encoding_and_keeps_its_bytes() {
    let mut host = Host::new();
    let old = SourceFile { name: "cu.txt".into(), bytes: OLD.to_vec(), split: true, ..SourceFile::default() };
    let (keys, _, changes) = host.add(vec![old]);
    let read = ["Giá lúa tăng, nông dân được mùa", "Trường học mở cửa trở lại sau bão"];
    assert_eq!(host.titles(), read);
    let notes = |host: &mut Host| {
        let name =
            |a: &ArticleRow| a.encoding.map(|note| (note.encoding.name(), note.confidence.name(), note.is_confirmed));
        host.overview().articles.iter().map(name).collect::<Vec<_>>()
    };
    assert_eq!(notes(&mut host), [Some(("tcvn3", "high", false)); 2]);
    // Another visit, then another encoding and back.
    let mut store = BTreeMap::new();
    keep(&mut store, changes);
    let mut host = Host::new();
    host.ask(Request::Restore {
        records: store.iter().map(|(key, bytes)| StoredRecord { key: key.clone(), bytes: bytes.clone() }).collect(),
    });
    assert_eq!(notes(&mut host), [Some(("tcvn3", "high", false)); 2]);
    let mut choose = |key: &String, name: &str| {
        let encoding = langkinh::ingest::Encoding::named(name);
        let reply = host.ask(Request::Edit { key: key.clone(), edit: Edit { encoding, ..Edit::default() } });
        assert!(matches!(&reply, Reply::Changed { store, .. } if store.len() == 2), "{reply:?}");
        (host.titles(), notes(&mut host))
    };
    let (titles, _) = choose(&keys[1], "windows-1252");
    assert_eq!(titles[1], "Tr\u{ad}êng häc më cöa trë l¹i sau b·o");
    let (titles, after) = choose(&keys[1], "tcvn3");
    assert_eq!((titles[0].as_str(), titles[1].as_str()), (read[0], read[1]));
    assert_eq!(after, [Some(("tcvn3", "high", false)), Some(("tcvn3", "high", true))]);
    let (_, after) = choose(&keys[0], "tcvn3");
    assert_eq!(after[0], Some(("tcvn3", "high", true)));
    let json = String::from_utf8(host.json()).unwrap();
    assert!(json.contains(r#""encoding":{"name":"tcvn3","confidence":"high","characters_lost":0,"confirmed":true}"#));
}
