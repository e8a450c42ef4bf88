//! Directions of the layers: a module names only what stands before it, and the engine names nothing of the outside.
#![cfg(not(target_family = "wasm"))]

use std::path::{Path, PathBuf};

/// Layers in their order; members of one line do not name each other.
const LAYERS: [&[&str]; 13] = [
    &["base"],
    &["text"],
    &["lexicon"],
    &["ingest", "segment"],
    &["extract", "formats"],
    &["corpus"],
    &["compare"],
    &["view"],
    &["session"],
    &["app"],
    &["ui", "web", "cli"],
    &["bin"],
    &["lib"],
];

/// What modules up to `app` never name: the outside, order by chance, and the web.
const OUTSIDE: [&str; 18] = [
    "std::fs",
    "std::time",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "std::io",
    "std::os",
    "SystemTime",
    "Instant::now",
    "thread_local!",
    "static mut",
    "wasm_bindgen",
    "js_sys",
    "web_sys",
    "gloo",
    "yew",
    "rand::",
];

/// What the page may know of the engine.
const UI_KNOWS: [&str; 4] = ["app", "view", "session", "ui"];

#[test]
fn modules_name_only_what_stands_before_them() {
    let mut wrong = Vec::new();
    each_line(|file, module, number, line| {
        for named in named_modules(line) {
            if level(named) > level(module) || (level(named) == level(module) && named != module) {
                wrong.push(format!("{file}:{number}: {module} names {named}, which does not stand before it"));
            }
        }
    });
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_engine_names_nothing_of_the_outside() {
    let mut wrong = Vec::new();
    each_line(|file, module, number, line| {
        if level(module) > level("app") {
            return;
        }
        // Crates for archives read by the traits of `std::io`; files and streams of the system stay outside.
        let is_allowed = |name: &str| module == "formats" && name == "std::io";
        let named = OUTSIDE.iter().filter(|name| line.contains(**name) && !is_allowed(name));
        named.for_each(|name| wrong.push(format!("{file}:{number}: {module} names {name}")));
    });
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_page_asks_the_session_and_computes_nothing() {
    let mut wrong = Vec::new();
    each_line(|file, module, number, line| {
        if module != "ui" {
            return;
        }
        let named = named_modules(line).filter(|named| !UI_KNOWS.contains(named));
        named.for_each(|named| wrong.push(format!("{file}:{number}: ui names {named}")));
    });
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn reads_grouped_imports() {
    let named: Vec<&str> = named_modules("use crate::text::{Token, fold}; crate::base::Span").collect();
    assert_eq!(named, ["text", "base"]);
}

/// Every module named as `crate::module` on a line.
fn named_modules(line: &str) -> impl Iterator<Item = &str> {
    line.split("crate::").skip(1).filter_map(|rest| {
        let name = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()?;
        LAYERS.iter().any(|layer| layer.contains(&name)).then_some(name)
    })
}

fn level(module: &str) -> usize {
    let at = LAYERS.iter().position(|layer| layer.contains(&module));
    at.unwrap_or_else(|| panic!("src/{module} is in no layer; give it its place in tests/layers.rs"))
}

/// Calls `check(file, module, line number, code)` for every line of `src/`, without comments and tests.
fn each_line(mut check: impl FnMut(&str, &str, usize, &str)) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("src"), &mut files);
    assert!(files.len() > 20, "src/ was not read");
    for path in files {
        let file = path.strip_prefix(root).expect("it lies in the project").to_string_lossy().into_owned();
        let module = file["src/".len()..].split(['/', '.']).next().expect("a path has a first part").to_owned();
        if file.ends_with("/tests.rs") {
            continue;
        }
        let source = std::fs::read_to_string(&path).expect("the file can be read");
        let code = source
            .lines()
            .enumerate()
            .take_while(|(_, line)| !line.starts_with("#[cfg(test)]") && !line.starts_with("#[cfg(all(test"));
        for (number, line) in code {
            if !line.trim_start().starts_with("//") {
                check(&file, &module, number + 1, line);
            }
        }
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the folder is there").flatten().map(|e| e.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
}
