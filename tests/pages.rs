//! Pages with the structures of real sites (`tests/pages`, all words our own) against what a reader sees on them: text,
//! captions, title, outlet, author, day. `tools/compare_pages.py` puts the same pages before other programs.
#![cfg(all(not(target_family = "wasm"), feature = "cli"))]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use langkinh::formats::{Content, Document, Event, HintKind, Memory, Reader, Settings, Step};
use serde::{Deserialize, Serialize};

/// What stands on a page.
#[derive(Debug, Deserialize, Serialize)]
struct Page {
    title: String,
    outlet: String,
    author: String,
    date: String,
    body: Vec<String>,
    captions: Vec<String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

fn pages() -> Vec<(String, Vec<u8>, Page)> {
    let mut names: Vec<PathBuf> = fs::read_dir(folder())
        .expect("the pages of the test are there")
        .map(|entry| entry.expect("the pages of the test are there").path())
        .collect();
    names.retain(|path| path.extension().is_some_and(|end| end == "html"));
    names.sort();
    let page = |path: &PathBuf| {
        let expected =
            serde_json::from_slice(&fs::read(path.with_extension("json")).expect("the pages of the test are there"))
                .expect("the pages of the test are there");
        (
            path.file_stem().expect("the pages of the test are there").to_string_lossy().into_owned(),
            fs::read(path).expect("the pages of the test are there"),
            expected,
        )
    };
    names.iter().map(page).collect()
}

fn documents(name: &str, bytes: Vec<u8>) -> Vec<Document> {
    let mut reader = Reader::new(Box::new(Memory(bytes)), &format!("{name}.html"), Settings::default());
    let mut out = Vec::new();
    loop {
        match reader.step() {
            Step::Found(Event::Document(document)) => out.push(*document),
            Step::Found(other) => panic!("{name}: {other:?}"),
            Step::Working => {}
            Step::Done => return out,
        }
    }
}

fn page_of(document: Document) -> Page {
    let Content::Blocks { text, hints } = document.content else { panic!("a page gives blocks") };
    let kind = |at: usize| hints.iter().find(|hint| hint.lines.contains(&(at as u32))).map(|hint| hint.kind);
    let lines = |wanted: &dyn Fn(Option<HintKind>) -> bool| -> Vec<String> {
        text.lines().enumerate().filter(|(at, _)| wanted(kind(*at))).map(|(_, line)| line.to_owned()).collect()
    };
    use HintKind::{Body, Caption, Heading, Lead, ListItem, TableRow};
    let is_body = |kind| matches!(kind, None | Some(Body | Heading | Lead | ListItem | TableRow));
    let said = |said: Option<langkinh::formats::Said>| said.map(|said| said.value).unwrap_or_default();
    Page {
        title: said(document.stated.title),
        outlet: said(document.stated.outlet),
        author: said(document.stated.author),
        date: said(document.stated.published).chars().take(10).collect(),
        body: lines(&is_body),
        captions: lines(&|kind| kind == Some(Caption)),
    }
}

/// F1 of the words of two texts, as bags: twice those in common by those of both.
fn f1(a: &[String], b: &[String]) -> f64 {
    let bag = |lines: &[String]| {
        let mut bag: BTreeMap<String, i32> = BTreeMap::new();
        let joined = lines.join(" ").to_lowercase();
        let words = joined.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.for_each(|word| *bag.entry(word.to_owned()).or_default() += 1);
        bag
    };
    let (a, b) = (bag(a), bag(b));
    let both: i32 = a.iter().map(|(word, n)| (*n).min(b.get(word).copied().unwrap_or(0))).sum();
    let all = a.values().sum::<i32>() + b.values().sum::<i32>();
    if all == 0 { 1.0 } else { f64::from(2 * both) / f64::from(all) }
}

#[test]
fn pages_are_read_as_a_reader_sees_them() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    fs::create_dir_all(&out).expect("the pages of the test are there");
    let mut wrong = Vec::new();
    for (name, bytes, expected) in pages() {
        let mut found = documents(&name, bytes);
        assert_eq!(found.len(), 1, "{name}");
        let page = page_of(found.remove(0));
        fs::write(
            out.join(format!("{name}.json")),
            serde_json::to_vec(&page).expect("the pages of the test are there"),
        )
        .expect("the pages of the test are there");
        let (body, captions) = (f1(&page.body, &expected.body), f1(&page.captions, &expected.captions));
        if body < 0.98 || captions < 0.98 {
            wrong.push(format!(
                "{name}: text {body:.3}, captions {captions:.3}\n{:#?}\n{:#?}",
                page.body, page.captions
            ));
        }
        let fields = [
            ("title", page.title, expected.title),
            ("outlet", page.outlet, expected.outlet),
            ("author", page.author, expected.author),
            ("date", page.date, expected.date),
        ];
        for (field, got, wanted) in fields {
            if got != wanted {
                wrong.push(format!("{name}: {field} is {got:?}, not {wanted:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
