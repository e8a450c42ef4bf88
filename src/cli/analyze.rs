//! `langkinh analyze --format json FILE…`

use std::io::Write;
use std::process::ExitCode;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::compare::{Source, compare};
use crate::corpus::Engine;
use crate::extract::Given;
use crate::ingest::decode;
use crate::view::document::{ArticleRecord, ComparisonRecord, Document, to_json};

/// Runs the command with its arguments (without the program's name).
pub fn run(args: &[String]) -> ExitCode {
    let engine = Engine::new(|s| s.nfc().collect(), include_bytes!("../../data/words.pack"))
        .expect("the pack is built with the program");
    let mut read = Vec::new();
    for path in args.iter().filter(|a| !a.starts_with("--") && *a != "analyze" && *a != "json") {
        let bytes = std::fs::read(path).unwrap_or_default();
        let Ok(decoded) = decode(&bytes) else { continue };
        let sha256: String = Sha256::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect();
        read.push((path, sha256, engine.analyse(&decoded.text, &Given::default())));
    }
    let articles = read.iter().map(|(path, sha256, analysis)| ArticleRecord::new(path, sha256, analysis)).collect();
    let sources: Vec<Source> = read.iter().map(|(path, _, analysis)| (path.as_str(), analysis)).collect();
    let comparison = (sources.len() > 1).then(|| compare(&sources));
    let comparison = comparison.as_ref().map(|c| ComparisonRecord::new(&sources, c));
    let document = Document { schema: "langkinh/1", articles, comparison };
    let written = std::io::stdout().write_all(to_json(&document).as_bytes());
    if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
