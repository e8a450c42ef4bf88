//! Scores against the hand annotations that lie beside the project, where they do.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::shell::{command, root};
use crate::test::Count;

const SNAPSHOT: &str = "tests/accuracy.snap";

/// Compares the table of scores with the snapshot, or rewrites it.
pub fn check(update: bool) -> Result<Count, String> {
    let shared = root().join("../shared");
    let scorer = shared.join("gold/score.py");
    if !scorer.is_file() {
        println!("the annotations are not on this machine (../shared/gold); nothing to compare");
        return Ok(Count::default());
    }
    let (scores, behind) = scores(&shared)?;
    behind.iter().for_each(|line| println!("{line}"));
    let beats = Count::one(behind.is_empty());
    let file = root().join(SNAPSHOT);
    if update {
        fs::write(&file, &scores).map_err(|e| format!("{SNAPSHOT}: {e}"))?;
        println!("{scores}");
        return Ok(Count::one(true) + beats);
    }
    let had = fs::read_to_string(&file).unwrap_or_default();
    difference(&had, &scores).into_iter().for_each(|line| println!("{line}"));
    let is_same = had == scores;
    if !is_same {
        println!(
            "the scores differ from {SNAPSHOT}; if they are better, or worse for a reason: cargo xtask test --update gold"
        );
    }
    Ok(Count::one(is_same) + beats)
}

/// The table of our scores, and the types in which the naive system is not left behind.
fn scores(shared: &Path) -> Result<(String, Vec<String>), String> {
    let built = command("cargo build --quiet --bin langkinh").status().map_err(|e| e.to_string())?;
    if !built.success() {
        return Err("the command does not build".to_owned());
    }
    let mut articles: Vec<_> = fs::read_dir(shared.join("articles"))
        .map_err(|e| format!("../shared/articles: {e}"))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    articles.sort();
    let mut ours = Command::new(root().join("target/debug/langkinh"));
    let ours = table(shared, "ours", ours.args(["analyze", "--format", "json"]).args(&articles))?;
    let mut naive = Command::new("python3");
    let naive = table(shared, "baseline", naive.arg(shared.join("gold/baseline.py")).args(&articles))?;
    let naive = f1_by_type(&naive);
    let behind = f1_by_type(&ours).into_iter().filter_map(|(kind, f1)| {
        let other = naive.iter().find(|(k, _)| *k == kind)?.1;
        (f1 <= other && f1 < 1.0).then(|| format!("{kind}: {f1} is not above the {other} of baseline.py"))
    });
    let behind = behind.collect();
    Ok((ours, behind))
}

/// Scores the document that the program prints.
fn table(shared: &Path, name: &str, program: &mut Command) -> Result<String, String> {
    let printed = program.output().map_err(|e| format!("{name}: {e}"))?;
    let document = root().join(format!("target/xtask/gold-{name}.json"));
    let folder = document.parent().expect("the file lies in a folder");
    fs::create_dir_all(folder).and_then(|()| fs::write(&document, printed.stdout)).map_err(|e| e.to_string())?;
    let mut python = Command::new("python3");
    python.arg(shared.join("gold/score.py")).arg(shared.join("gold")).arg(&document);
    let table = python.output().map_err(|e| format!("python3: {e}"))?;
    if table.stdout.is_empty() {
        return Err(format!("score.py: {}", String::from_utf8_lossy(&table.stderr).trim()));
    }
    Ok(String::from_utf8_lossy(&table.stdout).into_owned())
}

/// Name and F1 (or recall, where the scorer gives no F1) of every line of the table that has one.
fn f1_by_type(table: &str) -> Vec<(&str, f64)> {
    table
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| {
            let (name, rest) = line.split_once("  ")?;
            Some((name, rest.split_whitespace().nth(2)?.parse().ok()?))
        })
        .collect()
}

/// Lines that are only in one of two texts.
fn difference(old: &str, new: &str) -> Vec<String> {
    let gone = old.lines().filter(|line| !new.lines().any(|l| l == *line)).map(|line| format!("- {line}"));
    let come = new.lines().filter(|line| !old.lines().any(|l| l == *line)).map(|line| format!("+ {line}"));
    gone.chain(come).collect()
}
