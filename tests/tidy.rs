//! Tidiness: files stay small and begin by saying what they are; nothing names a machine or a registry.
#![cfg(not(target_family = "wasm"))]

use std::path::Path;
use std::process::Command;

/// Longest file of code, in lines; a table of tests may be longer.
const MAX_LINES: usize = 500;

#[test]
fn files_stay_small() {
    let long = code().filter(|(name, _)| !name.ends_with("tests.rs") && !name.starts_with("tests/"));
    let long = long.filter(|(_, text)| text.lines().count() > MAX_LINES);
    fail(long.map(|(name, text)| format!("{name}: {} lines; split it (at most {MAX_LINES})", text.lines().count())));
}

#[test]
fn every_file_begins_by_saying_what_it_is() {
    let starts = |text: &str| ["//! ", "/**", "// "].iter().any(|start| text.starts_with(start));
    fail(
        code()
            .filter(|(name, text)| !starts(text) && !name.ends_with("/tests.rs"))
            .map(|(name, _)| format!("{name}: no comment at its head")),
    );
}

#[test]
fn nothing_names_a_machine_or_a_registry() {
    // Put together here, so that this file does not name them.
    let words = [
        ["/ho", "me/"],
        ["/ro", "ot/"],
        ["/wo", "rk/"],
        ["registry.np", "mjs"],
        ["\"reso", "lved\":"],
        ["localhost:48", "73"],
    ];
    let words = words.map(|halves| halves.concat());
    let named = files().filter_map(|(name, text)| {
        let line = text.lines().position(|line| words.iter().any(|word| line.contains(word.as_str())))?;
        Some(format!("{name}:{}: names a path of one machine or a registry's address", line + 1))
    });
    fail(named.collect::<Vec<_>>().into_iter());
}

#[test]
fn no_test_is_switched_off() {
    let off = ["#[ig", "nore"].concat();
    fail(code().filter(|(_, text)| text.contains(&off)).map(|(name, _)| format!("{name}: a test is switched off")));
}

/// Each use of the standard sort is kilobytes in the browser; `base::Arrange` is one for all.
#[test]
fn the_browser_gets_one_sort() {
    let shipped = |name: &str| {
        name.starts_with("src/") && !["src/cli/", "src/base/sort.rs"].iter().any(|not| name.starts_with(not))
    };
    let sorts =
        |line: &str| [".sort(", ".sort_by(", ".sort_by_", ".sort_unstable"].iter().any(|call| line.contains(call));
    let found = code().filter(|(name, _)| shipped(name) && !name.ends_with("tests.rs")).filter_map(|(name, text)| {
        let product = text.split("#[cfg(test)]").next().unwrap_or_default();
        let line = product.lines().position(sorts)?;
        Some(format!("{name}:{}: use base::Arrange", line + 1))
    });
    fail(found.collect::<Vec<_>>().into_iter());
}

#[track_caller]
fn fail(wrong: impl Iterator<Item = String>) {
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn code() -> impl Iterator<Item = (String, String)> {
    files().filter(|(name, _)| [".rs", ".js", ".mjs"].iter().any(|end| name.ends_with(end)))
}

/// Every text file that git knows, with its content; the whole tree where there is no git.
fn files() -> impl Iterator<Item = (String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let listed = Command::new("git").args(["ls-files"]).current_dir(root).output().expect("git lists the files");
    let names = String::from_utf8(listed.stdout).expect("names are UTF-8");
    assert!(names.lines().count() > 20, "git lists no files");
    let names: Vec<String> = names.lines().filter(|name| !name.ends_with("Cargo.lock")).map(str::to_owned).collect();
    names.into_iter().filter_map(move |name| {
        let text = std::fs::read_to_string(root.join(&name)).ok()?;
        Some((name, text))
    })
}
