//! Archives as programs write them, cut, broken and hostile.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::testing::{events, lines};
use super::super::{Event, Format, Limits, Reason, Settings};
use super::{is_litter, tidy};

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn tar(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        tar.append_data(&mut header, name, *bytes).unwrap();
    }
    tar.into_inner().unwrap()
}

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut gz = GzEncoder::new(Vec::new(), Compression::best());
    gz.write_all(bytes).unwrap();
    gz.finish().unwrap()
}

const FILES: [(&str, &[u8]); 4] = [
    ("2022/du-lich.txt", "Khách đến tăng 10%.".as_bytes()),
    ("Năm 2023/số liệu/bai.txt", "Khách đến giảm 2%.".as_bytes()),
    ("__MACOSX/2022/._du-lich.txt", b"\0\x05\x16\x07"),
    ("anh.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
];

const SEEN: [&str; 3] = [
    "a/2022/du-lich.txt 2022 Khách đến tăng 10%.",
    "a/Năm 2023/số liệu/bai.txt 2023 Khách đến giảm 2%.",
    "a/anh.png: Binary",
];

#[test]
fn folders_are_kept_and_date_what_lies_in_them() {
    for bytes in [zip(&FILES), tar(&FILES), gz(&tar(&FILES))] {
        assert_eq!(lines("a", bytes, Settings::default()), SEEN);
    }
}

#[test]
fn a_long_path_in_a_tar_archive_is_whole() {
    let name = format!("{}/2021/bai.txt", "tài liệu".repeat(30));
    let seen = lines("a", tar(&[(&name, b"text")]), Settings::default());
    assert_eq!(seen, [format!("a/{name} 2021 text")]);
}

#[test]
fn a_single_file_packed_by_gzip_is_a_file() {
    assert_eq!(lines("2020/bai.txt.gz", gz(b"text"), Settings::default()), ["2020/bai.txt.gz/bai.txt 2020 text"]);
}

#[test]
fn archives_in_archives_are_read_to_a_depth() {
    let inner = zip(&[("bai.txt", b"text")]);
    let two = zip(&[("2021.zip", &inner)]);
    assert_eq!(lines("a", two.clone(), Settings::default()), ["a/2021.zip/bai.txt 2021 text"]);
    let mut deep = two;
    for _ in 0..4 {
        deep = zip(&[("b.zip", &deep)]);
    }
    assert_eq!(lines("a", deep, Settings::default()), ["a/b.zip/b.zip/b.zip: TooDeep { limit: 3 }"]);
}

#[test]
fn what_stands_before_a_cut_is_kept() {
    let long = "Một câu dài của bài báo. ".repeat(400);
    let whole = zip(&[("1.txt", b"first"), ("2.txt", long.as_bytes()), ("3.txt", b"third")]);
    let second = whole.windows(5).position(|w| w == b"2.txt").unwrap();
    let seen = lines("a", whole[..second + 60].to_vec(), Settings::default());
    assert_eq!(seen[0], "a/1.txt first");
    assert!(seen[1].starts_with("a/2.txt Một câu"), "{seen:?}");
    assert_eq!(seen[2], "a/2.txt: Truncated, partly read");
    assert!(seen[3].starts_with("a: "), "{seen:?}");
    let packed = gz(&tar(&[("1.txt", b"first"), ("2.txt", long.as_bytes())]));
    let seen = lines("a", packed[..packed.len() - 12].to_vec(), Settings::default());
    assert_eq!(seen[0], "a/1.txt first");
    assert!(seen.last().unwrap().contains("Truncated"), "{seen:?}");
}

#[test]
fn damage_in_the_middle_costs_one_file() {
    let mut bytes =
        zip(&[("1.txt", b"first"), ("2.txt", "Một câu của bài báo.".repeat(40).as_bytes()), ("3.txt", b"3rd")]);
    let second = bytes.windows(5).position(|w| w == b"2.txt").unwrap();
    bytes[second + 12] ^= 0xff;
    let seen = lines("a", bytes, Settings::default());
    assert!(seen.iter().any(|line| line.starts_with("a/2.txt: Damaged")), "{seen:?}");
    assert_eq!((&*seen[0], &**seen.last().unwrap()), ("a/1.txt first", "a/3.txt 3rd"));
}

#[test]
fn bombs_are_refused_and_the_rest_is_read() {
    let zeros = vec![b' '; 40 << 20];
    let bytes = zip(&[("bom.txt", &zeros), ("bai.txt", b"text")]);
    assert_eq!(lines("a", bytes, Settings::default()), ["a/bom.txt: Bomb { limit: 200 }", "a/bai.txt text"]);
    let limits = Limits { file: 1000, ..Limits::default() };
    let bytes = zip(&[("1.txt", &[b'a'; 1001]), ("2.txt", &[b'a'; 1000])]);
    let seen = events("a", bytes, Settings { limits, ..Settings::default() });
    assert!(matches!(&seen[0], Event::Unread(u) if u.reason == Reason::TooLarge { limit: 1000 }), "{seen:?}");
    assert!(matches!(&seen[1], Event::Document(d) if d.len() == 1000));
    let limits = Limits { total: 1500, ..Limits::default() };
    let bytes = zip(&[("1.txt", &[b'a'; 1000]), ("2.txt", &[b'a'; 1000]), ("3.txt", b"3")]);
    let seen = events("a", bytes, Settings { limits, ..Settings::default() });
    assert!(matches!(&seen[1], Event::Unread(u) if u.name == "a" && u.is_partly_read), "{seen:?}");
    assert_eq!(seen.len(), 2);
}

#[test]
fn many_entries_are_refused() {
    let limits = Limits { entries: 2, ..Limits::default() };
    let settings = Settings { limits, ..Settings::default() };
    let files = [("1.txt", &b"1"[..]), ("2.txt", b"2"), ("3.txt", b"3")];
    assert_eq!(lines("a", zip(&files), settings.clone()), ["a: TooManyEntries { limit: 2 }"]);
    let seen = ["a/1.txt 1", "a/2.txt 2", "a: TooManyEntries { limit: 2 }, partly read"];
    assert_eq!(lines("a", tar(&files), settings), seen);
}

#[test]
fn passwords_and_unknown_methods_are_told() {
    let mut bytes = zip(&[("1.txt", b"first"), ("2.txt", b"2nd")]);
    // The flag of encryption, in the header and in the directory.
    for mark in [&b"PK\x03\x04"[..], b"PK\x01\x02"] {
        let at = bytes.windows(4).position(|w| w == mark).unwrap();
        bytes[at + if mark[2] == 3 { 6 } else { 8 }] |= 1;
    }
    assert_eq!(lines("a", bytes, Settings::default()), ["a/1.txt: Encrypted", "a/2.txt 2nd"]);
    let mut bytes = zip(&[("1.txt", b"first")]);
    for (mark, by) in [(&b"PK\x03\x04"[..], 8), (b"PK\x01\x02", 10)] {
        let at = bytes.windows(4).position(|w| w == mark).unwrap();
        bytes[at + by] = 14;
    }
    assert_eq!(lines("a", bytes, Settings::default()), ["a/1.txt: Method { method: \"Lzma\" }"]);
}

#[test]
fn a_format_is_forced_on_the_files_of_an_archive() {
    let settings = Settings { format: Some(Format::Text), ..Settings::default() };
    assert_eq!(lines("a", zip(&[("1.html", b"<p>a</p>")]), settings), ["a/1.html <p>a</p>"]);
}

#[test]
fn what_a_browser_saved_beside_a_page_is_no_article() {
    let bytes = zip(&[("Tin_files/style.css", b"p {}"), ("Tin.txt", b"text")]);
    assert_eq!(lines("a", bytes, Settings::default()), ["a/Tin_files/style.css: PartOfPage", "a/Tin.txt text"]);
}

#[test]
fn empty_archives_are_told() {
    assert_eq!(lines("a", zip(&[]), Settings::default()), ["a: Empty"]);
    assert_eq!(lines("a", zip(&[("bai.txt", b"")]), Settings::default()), ["a/bai.txt: Empty"]);
}

#[test]
fn paths_do_not_lead_out() {
    for (path, shown) in [
        ("../../etc/bai.txt", "etc/bai.txt"),
        ("C:\\bao\\2023\\bai.txt", "C:/bao/2023/bai.txt"),
        ("/./a//b\u{7}.txt", "a/b.txt"),
    ] {
        assert_eq!(tidy(path), shown);
    }
}

#[test]
fn litter_is_known() {
    assert!(is_litter("__MACOSX/2023/._bai.txt") && is_litter("2023/.DS_Store"));
    assert!(!is_litter("2023/bai.txt"));
}
