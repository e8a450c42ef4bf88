//! `--from` names the format of files for every command that reads articles.
#![cfg(all(not(target_family = "wasm"), feature = "cli"))]

use std::fs;
use std::path::PathBuf;
use std::process::Command;

const PAGE: &str = "Lúa <b>tăng giá</b> 12% trong năm 2023.<p>Nông dân Bến Tre bán lúa với giá 9.000 đồng mỗi kg.";

/// A file of that name in a folder of its own.
fn file(test: &str, name: &str, text: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("from").join(test);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join(name), text).expect("a file");
    folder.join(name)
}

/// What a command prints, and whether it went well.
fn run(args: &[&str]) -> (String, bool) {
    let done = Command::new(env!("CARGO_BIN_EXE_langkinh")).args(args).output().expect("the command runs");
    (String::from_utf8_lossy(&done.stdout).into_owned(), done.status.success())
}

#[test]
fn every_command_takes_it() {
    let page = file("page", "a.dat", PAGE);
    let page = page.to_str().expect("a path");
    let commands: [&[&str]; 6] =
        [&["analyze"], &["segment"], &["map"], &["compare"], &["bundle"], &["render", "--view", "report"]];
    for command in commands {
        let (as_text, _) = run(&[command, &["--from", "text", page]].concat());
        let (as_page, went_well) = run(&[command, &["--from", "html", page]].concat());
        assert!(went_well && !as_page.is_empty(), "{command:?}");
        if matches!(command[0], "analyze" | "segment" | "map" | "bundle") {
            assert_ne!(as_text, as_page, "{command:?}");
        }
        let (_, went_well) = run(&[command, &["--from", "wav", page]].concat());
        assert!(!went_well, "{command:?}");
    }
    assert!(!run(&["segment", "--from", "html", page]).0.contains("<b>"));
    let (bundle, _) = run(&["bundle", "--hashes", "--from", "html", page]);
    let bundle = file("page", "a.langkinh", &bundle);
    let bundle = bundle.to_str().expect("a path");
    assert!(run(&["verify", "--from", "html", bundle, page]).1);
    assert!(!run(&["verify", "--from", "text", bundle, page]).1);
}
