//! From the bytes of a file, by its reader and a session, to what is known of the article.
#![cfg(all(feature = "formats", not(target_family = "wasm")))]

use langkinh::cli::nfc;
use langkinh::ingest::{About, Hint, HintKind, Said, Stated};
use langkinh::session::Session;
use langkinh::session::protocol::{Edit, Reply, Request, SourceFile};

const TEXT: &str =
    "Du lịch Huế đón khách\nLượng khách đến tăng 12% so với năm trước, theo Sở Du lịch.\nMột góc phố đêm hội";

fn ask(session: &mut Session, request: Request) -> Reply {
    session.submit(1, request);
    loop {
        match session.step() {
            Some((_, Reply::Progress { .. })) => {}
            Some((_, reply)) => return reply,
            None => panic!("the session does not answer"),
        }
    }
}

fn about() -> About {
    let said = |value| Said::new(value, "test");
    let stated = Stated {
        outlet: said("Báo Mẫu"),
        author: said("Lê Minh"),
        published: said("2021-03-04T08:30:00+07:00"),
        ..Stated::default()
    };
    let hint = |lines, kind, rule: &str| Hint { lines, kind, rule: rule.to_owned() };
    let hints = vec![hint(0..1, HintKind::Title, "html:headline"), hint(2..3, HintKind::Caption, "html:figcaption")];
    About { stated, hints }
}

/// What the session says of the only article: year, why, published, outlet, stretches set aside.
fn row(session: &mut Session) -> (Option<i32>, String, Option<String>, Option<String>, u32) {
    let Reply::Overview { overview } = ask(session, Request::Overview { clock: Default::default() }) else {
        panic!("no overview")
    };
    let row = overview.articles[0].clone();
    (row.year, row.year_reason, row.published, row.outlet, row.n_set_aside)
}

fn add(session: &mut Session, about: About) -> (String, Vec<langkinh::session::protocol::StoreChange>) {
    let file = SourceFile { name: "bai.html".into(), bytes: TEXT.into(), about, ..SourceFile::default() };
    let Reply::Added { keys, store, .. } = ask(session, Request::Add { files: vec![file], keep_duplicates: true })
    else {
        panic!("not added")
    };
    (keys[0].clone(), store)
}

#[test]
fn what_a_file_states_is_known_of_the_article() {
    let mut session = Session::built_in(nfc);
    add(&mut session, about());
    let stated = (Some(2021), "file_date".to_owned(), Some("2021-03-04".to_owned()), Some("Báo Mẫu".to_owned()), 1);
    assert_eq!(row(&mut session), stated);
}

#[test]
fn a_folder_dates_what_lies_in_it_and_the_reader_has_the_last_word() {
    let mut session = Session::built_in(nfc);
    let mut folder = about();
    folder.stated.folder_year = Some(2022);
    let (key, _) = add(&mut session, folder);
    let (year, why, published, ..) = row(&mut session);
    assert_eq!((year, &*why, published.as_deref()), (Some(2022), "folder", Some("2021-03-04")));
    let edit = Edit { year: Some(2020), ..Edit::default() };
    ask(&mut session, Request::Edit { key, edit });
    let (year, why, ..) = row(&mut session);
    assert_eq!((year, &*why), (Some(2020), "given_by_reader"));
}

#[test]
fn the_day_a_file_was_made_is_the_last_resort() {
    let made = |text: &str| {
        let stated = Stated { made: Said::new("2019-05-06T00:00:00Z", "test"), ..Stated::default() };
        let mut session = Session::built_in(nfc);
        let about = About { stated, hints: Vec::new() };
        let file = SourceFile { name: "a.docx".into(), bytes: text.into(), about, ..SourceFile::default() };
        ask(&mut session, Request::Add { files: vec![file], keep_duplicates: true });
        let (year, why, ..) = row(&mut session);
        (year, why)
    };
    assert_eq!(made(TEXT), (Some(2019), "file_made".to_owned()));
    assert_eq!(made("Ngày 3/5/2022, Sở Du lịch khai mạc hội chợ tại Huế.").0, Some(2022));
}

#[test]
fn what_a_file_stated_is_there_on_the_next_visit() {
    use langkinh::session::protocol::{StoreChange, StoredRecord};
    let mut first = Session::built_in(nfc);
    let (_, store) = add(&mut first, about());
    let records = store.into_iter().filter_map(|change| match change {
        StoreChange::Put { key, bytes } => Some(StoredRecord { key, bytes }),
        StoreChange::Delete { .. } => None,
    });
    let mut second = Session::built_in(nfc);
    ask(&mut second, Request::Restore { records: records.collect() });
    assert_eq!(row(&mut second), row(&mut first));
}

/// A folder of its own for a test.
fn folder(name: &str) -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

/// The command: exit code, standard output, standard error.
fn command(folder: &std::path::Path, args: &[&str], lang: &str) -> (Option<i32>, String, String) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_langkinh"));
    let done = command.args(args).current_dir(folder).env("LC_ALL", lang).output().expect("the command runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (done.status.code(), text(&done.stdout), text(&done.stderr))
}

#[test]
fn the_command_reads_folders_and_says_what_it_does_not_read() {
    let at = folder("folders");
    std::fs::create_dir_all(at.join("bao/2021")).unwrap();
    std::fs::write(at.join("bao/2021/bai.txt"), TEXT).unwrap();
    std::fs::write(at.join("bao/anh.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    std::fs::write(at.join("bao/cu.doc"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on").unwrap();
    std::fs::write(at.join("bao/tin.html"), format!("<html><body><article><p>{TEXT}</p></article>")).unwrap();
    let (code, out, err) = command(&at, &["analyze", "bao"], "vi_VN.UTF-8");
    assert_eq!(code, Some(1), "{err}");
    assert!(
        out.contains("\"source\":\"bao/2021/bai.txt\"") || out.contains("\"source\": \"bao/2021/bai.txt\""),
        "{out}"
    );
    assert!(out.contains("folder") && out.contains("bao/tin.html"), "{out}");
    assert!(err.contains("bao/anh.png: Không phải tệp có chữ"), "{err}");
    assert!(err.contains("bao/cu.doc: Định dạng Word, Excel cũ chưa đọc được. Mở bằng"), "{err}");
    let (_, _, err) = command(&at, &["analyze", "bao/cu.doc"], "C");
    assert!(err.contains("bao/cu.doc: The format of old Word or Excel is not read yet."), "{err}");
}

#[test]
fn the_command_reads_a_format_that_is_named() {
    let at = folder("named");
    std::fs::write(at.join("a.txt"), "tiêu đề,nội dung\nDu lịch Huế,Lượng khách đến Huế tăng 12% so với năm trước.\n")
        .unwrap();
    let (code, out, err) = command(&at, &["analyze", "--from", "csv", "a.txt"], "C");
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("a.txt#"), "{out}");
    let (code, _, err) = command(&at, &["analyze", "--from", "wav", "a.txt"], "C");
    assert_eq!(code, Some(2));
    assert!(err.contains("`wav` is not a format that is read"), "{err}");
}
