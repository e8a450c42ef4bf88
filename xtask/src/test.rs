//! Every check, in groups, with a line per group and a last line for all.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::shell::{Done, command, find};
use crate::{build, fuzz, gold, setup, sizes, spark};

/// How many checks of a group went well and how many did not.
#[derive(Clone, Copy, Default)]
pub struct Count {
    pub passed: u32,
    pub failed: u32,
}

impl Count {
    /// The count of a group that is one check.
    pub fn one(is_well: bool) -> Self {
        Self { passed: u32::from(is_well), failed: u32::from(!is_well) }
    }
}

impl std::ops::Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

type Check = fn(bool) -> Result<Count, String>;

/// Name, what it is, the check.
const GROUPS: [(&str, &str, Check); 14] = [
    ("fmt", "formatting", |_| cargo("cargo fmt --all -- --check")),
    ("clippy", "lints, all features", |_| {
        cargo("cargo clippy --workspace --all-targets --all-features -- -D warnings")
    }),
    ("clippy-engine", "lints of the engine for WebAssembly", |_| {
        cargo("cargo clippy --lib --target wasm32-unknown-unknown --no-default-features --features web -- -D warnings")
    }),
    ("clippy-widget", "lints of the page for WebAssembly", |_| {
        cargo(
            "cargo clippy --lib --bins --target wasm32-unknown-unknown --no-default-features --features ui -- -D warnings",
        )
    }),
    ("native", "tests on this machine", |_| native()),
    ("fuzz", "arbitrary bytes, some seconds a target", |_| fuzz::check()),
    ("web", "tests of the WebAssembly build in Chromium", |_| {
        let driver = find("chromedriver").ok_or("chromedriver is missing")?;
        let mut pack = command("wasm-pack test --headless --chrome --mode no-install --chromedriver");
        counted(pack.arg(driver).arg("wasm/engine").env("WASM_BINDGEN_TEST_TIMEOUT", "120"))
    }),
    ("node", "tests of the WebAssembly build in Node", |_| {
        counted(&mut command("wasm-pack test --node --mode no-install wasm/engine"))
    }),
    ("js", "the package in Node", |_| js()),
    ("formats", "one article in the files of other programs, read by the command", |_| formats()),
    ("e2e", "the built page in Chromium", |_| node("tests/e2e")),
    ("spark", "the recipe for Apache Spark, in local mode", spark::check),
    ("sizes", "sizes against pkg/size.snap", sizes::check),
    ("gold", "scores against tests/accuracy.snap", gold::check),
];

/// Runs the groups named (all if none is named). `update` rewrites the snapshots.
pub fn run(names: Vec<String>, update: bool) -> Done {
    if let Some(name) = names.iter().find(|name| GROUPS.iter().all(|(group, ..)| group != name)) {
        let known: Vec<&str> = GROUPS.iter().map(|(group, ..)| *group).collect();
        return Err(format!("there is no group {name}; groups are {}", known.join(", ")));
    }
    let groups: Vec<_> =
        GROUPS.iter().filter(|(name, ..)| names.is_empty() || names.iter().any(|n| n == name)).collect();
    let needs = |names: &[&str]| groups.iter().any(|(name, ..)| names.contains(name));
    if needs(&["web", "e2e"]) {
        setup::for_test()?;
    } else if needs(&["clippy-engine", "clippy-widget", "node", "js", "sizes"]) {
        setup::for_build()?;
    }
    let built = if needs(&["js", "e2e", "sizes"]) { build::package().and_then(|()| build::page()) } else { Ok(()) };
    let mut total = Count::default();
    let mut lines = Vec::new();
    if let Err(message) = built {
        total.failed += 1;
        lines.push(format!("build          FAILED: {message}"));
    }
    for (name, what, check) in groups {
        eprintln!("\n== {name}: {what}");
        let start = Instant::now();
        let (count, note) = match check(update) {
            Ok(count) => (count, String::new()),
            Err(message) => (Count::one(false), format!(": {message}")),
        };
        total.passed += count.passed;
        total.failed += count.failed;
        let word = if count.failed == 0 { "ok    " } else { "FAILED" };
        let seconds = start.elapsed().as_secs();
        lines.push(format!("{name:14} {word} {} passed, {} failed, {seconds} s{note}", count.passed, count.failed));
    }
    println!("\n{}\n\n{} passed, {} failed", lines.join("\n"), total.passed, total.failed);
    if total.failed == 0 { Ok(()) } else { Err("Not every check passed; the groups above say which.".to_owned()) }
}

fn cargo(line: &str) -> Result<Count, String> {
    let status = command(line).status().map_err(|e| format!("{line}: {e}"))?;
    Ok(Count::one(status.success()))
}

/// The product, then what builds it. Not the whole workspace at once: that would switch on every feature.
fn native() -> Result<Count, String> {
    let product = counted(&mut command("cargo test --no-fail-fast"))?;
    let xtask = counted(&mut command("cargo test --no-fail-fast --package xtask"))?;
    Ok(Count { passed: product.passed + xtask.passed, failed: product.failed + xtask.failed })
}

/// The package, compared with the command.
fn js() -> Result<Count, String> {
    cargo("cargo build --bin langkinh")?;
    node("tests/js")
}

/// Files made by what is on this machine (Python, zip, LibreOffice, Chromium): the same words, day and figures in each.
fn formats() -> Result<Count, String> {
    cargo("cargo build --bin langkinh")?;
    let langkinh = crate::spark::target().join("debug/langkinh");
    let mut python = command("python3 tools/round_trip.py");
    let status = python.arg(langkinh).status().map_err(|e| format!("python3: {e}"))?;
    Ok(Count::one(status.success()))
}

/// Node's own test runner over a folder.
fn node(folder: &str) -> Result<Count, String> {
    let root = crate::shell::root();
    let mut files: Vec<String> = std::fs::read_dir(root.join(folder))
        .map_err(|e| format!("{folder}: {e}"))?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| format!("{folder}/{name}"))
        .collect();
    files.sort();
    let mut node = command("node --test --test-concurrency=1 --test-reporter=spec");
    if let Ok(program) = std::env::current_exe() {
        node.env("XTASK", program);
    }
    counted(node.args(files))
}

/// Runs a test program, shows what it prints, and counts by its summary lines.
fn counted(command: &mut Command) -> Result<Count, String> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|e| format!("{command:?}: {e}"))?;
    let mut count = Count::default();
    let out = child.stdout.take().ok_or("no output to read")?;
    for line in BufReader::new(out).lines().map_while(Result::ok) {
        println!("{line}");
        count.passed += number(&line, "passed;").or_else(|| node_number(&line, "pass")).unwrap_or(0);
        count.failed += number(&line, "failed;").or_else(|| node_number(&line, "fail")).unwrap_or(0);
    }
    let _ = std::io::stdout().flush();
    let status = child.wait().map_err(|e| e.to_string())?;
    if !status.success() && count.failed == 0 {
        count.failed = 1;
    }
    if status.success() && count.passed == 0 {
        return Err("no test ran".to_owned());
    }
    Ok(count)
}

/// `12` of `test result: ok. 12 passed; 0 failed; …`.
fn number(line: &str, word: &str) -> Option<u32> {
    let words: Vec<&str> = line.strip_prefix("test result:")?.split_whitespace().collect();
    let at = words.iter().position(|w| *w == word)?;
    words.get(at.checked_sub(1)?)?.parse().ok()
}

/// `5` of `ℹ pass 5`.
fn node_number(line: &str, word: &str) -> Option<u32> {
    let mut words = line.split_whitespace();
    let fits = words.next() == Some("ℹ") && words.next() == Some(word);
    words.next().filter(|_| fits)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{node_number, number};

    #[test]
    fn reads_summaries() {
        let cargo = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!((number(cargo, "passed;"), number(cargo, "failed;")), (Some(12), Some(3)));
        assert_eq!((node_number("ℹ pass 5", "pass"), node_number("ℹ fail 1", "pass")), (Some(5), None));
        assert_eq!(number("12 passed; said a test", "passed;"), None);
    }
}
