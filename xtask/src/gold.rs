//! Scores against the hand annotations that lie beside the project, where they do.

use std::fs;
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
    let scores = scores(&shared)?;
    let file = root().join(SNAPSHOT);
    if update {
        fs::write(&file, &scores).map_err(|e| format!("{SNAPSHOT}: {e}"))?;
        println!("{scores}");
        return Ok(Count::one(true));
    }
    let had = fs::read_to_string(&file).unwrap_or_default();
    difference(&had, &scores).into_iter().for_each(|line| println!("{line}"));
    let is_same = had == scores;
    if !is_same {
        println!(
            "the scores differ from {SNAPSHOT}; if they are better, or worse for a reason: cargo xtask test --update gold"
        );
    }
    Ok(Count::one(is_same))
}

fn scores(shared: &std::path::Path) -> Result<String, String> {
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
    let document = root().join("target/xtask/gold.json");
    let program = root().join("target/debug/langkinh");
    let printed = Command::new(program).args(["analyze", "--format", "json"]).args(articles).output();
    let printed = printed.map_err(|e| format!("langkinh: {e}"))?;
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

/// Lines that are only in one of two texts.
fn difference(old: &str, new: &str) -> Vec<String> {
    let gone = old.lines().filter(|line| !new.lines().any(|l| l == *line)).map(|line| format!("- {line}"));
    let come = new.lines().filter(|line| !old.lines().any(|l| l == *line)).map(|line| format!("+ {line}"));
    gone.chain(come).collect()
}
