//! The recipe for Apache Spark (`docs/spark.md`) in local mode: the same bytes as a single run.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::shell::{command, find, root, step};
use crate::test::Count;

const PYSPARK: &str = "3.5.6";

/// Runs the recipe over the sample, in several partitions.
pub fn check(_update: bool) -> Result<Count, String> {
    if find("java").is_none() {
        println!("Java is not on this machine, which Apache Spark needs (8, 11 or 17); nothing to compare");
        return Ok(Count::default());
    }
    let python = match pyspark() {
        Ok(python) => python,
        Err(message) => {
            println!("PySpark cannot be had here ({message}); nothing to compare");
            return Ok(Count::default());
        }
    };
    step("the command", &mut command("cargo build --bin langkinh"))?;
    let langkinh = target().join("debug/langkinh");
    let folder = target().join("xtask/spark");
    fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
    let sample = root().join("www/sample");
    let mut names: Vec<String> = fs::read_dir(&sample)
        .map_err(|e| e.to_string())?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".txt"))
        .collect();
    names.sort();
    let mut whole = Command::new(&langkinh);
    let whole = whole.current_dir(&sample).arg("bundle").args(&names).output().map_err(|e| e.to_string())?;
    let mut lines: Vec<String> = Vec::new();
    for name in &names {
        let text = fs::read_to_string(sample.join(name)).map_err(|e| e.to_string())?;
        lines.push(format!("{{\"id\":{},\"text\":{}}}\n", quoted(name), quoted(&text)));
    }
    // Once more at the end, in another partition.
    lines.push(lines[0].clone());
    let (archive, bundle) = (folder.join("archive.jsonl"), folder.join("bundle.json"));
    fs::write(&archive, lines.concat()).map_err(|e| e.to_string())?;
    let mut spark = Command::new(&python);
    spark.current_dir(root()).arg("tools/spark.py").arg(&archive).arg(&bundle).args(["--partitions", "3"]);
    spark.arg("--langkinh").arg(&langkinh).env("PYSPARK_PYTHON", &python).env("SPARK_LOCAL_IP", "127.0.0.1");
    step("PySpark in local mode (about half a minute)", &mut spark)?;
    let made = fs::read(&bundle).map_err(|e| e.to_string())?;
    let is_same = made == whole.stdout;
    if !is_same {
        println!("{} bytes from Spark, {} from one run", made.len(), whole.stdout.len());
    }
    let verified = Command::new(&langkinh).arg("verify").arg(&bundle).status().map_err(|e| e.to_string())?;
    Ok(Count::one(is_same) + Count::one(verified.success()))
}

/// Python with PySpark, in the reader's cache, where it outlives the checkout.
fn pyspark() -> Result<PathBuf, String> {
    let home = std::env::var_os("HOME").ok_or("there is no home folder")?;
    let folder = PathBuf::from(home).join(format!(".cache/langkinh/pyspark-{PYSPARK}"));
    let (python, mark) = (folder.join("bin/python"), folder.join("langkinh-ready"));
    if mark.is_file() {
        return Ok(python);
    }
    if !python.is_file() {
        step("a Python environment for PySpark", Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    }
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", &format!("pyspark=={PYSPARK}")]);
    step(&format!("PySpark {PYSPARK} from PyPI (300 MB, some minutes)"), &mut pip)?;
    fs::write(&mark, "").map_err(|e| e.to_string())?;
    Ok(python)
}

pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A string of JSON.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if u32::from(c) < 32 => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn quotes_what_json_wants_quoted() {
        assert_eq!(super::quoted("a\"b\\c\nđ"), "\"a\\\"b\\\\c\\u000ađ\"");
    }
}
