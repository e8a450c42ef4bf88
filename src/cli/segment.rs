//! `langkinh segment`: words of running text, line by line.

use std::io::Read;
use std::process::ExitCode;
use std::{fs, io};

use super::{Usage, print, say};
use crate::ingest::decode;
use crate::segment::Segmenter;

/// Runs `segment` with the arguments behind it: files, or standard input where none is named.
pub(super) fn run(args: &[&str]) -> Result<ExitCode, Usage> {
    if let Some(option) = args.iter().find(|a| a.starts_with('-') && **a != "-") {
        return Err(Usage(format!("`{option}` is not an option of segment")));
    }
    let segmenter = Segmenter::built_in();
    let mut code = ExitCode::SUCCESS;
    for path in if args.is_empty() { &["-"] } else { args } {
        let text = match read(path) {
            Ok(text) => text,
            Err(error) => {
                say(&format!("{path}: {error}"));
                code = ExitCode::FAILURE;
                continue;
            }
        };
        let mut words = segmenter.segmented(text.trim_start_matches('\u{feff}'));
        if !words.ends_with('\n') && !words.is_empty() {
            words.push('\n');
        }
        if print(words.as_bytes())? != ExitCode::SUCCESS {
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(code)
}

fn read(path: &str) -> Result<String, String> {
    let mut bytes = Vec::new();
    match path {
        "-" => io::stdin().lock().read_to_end(&mut bytes).map(drop),
        path => fs::read(path).map(|read| bytes = read),
    }
    .map_err(|error| error.to_string())?;
    decode(&bytes).map(|decoded| decoded.text).map_err(|error| error.to_string())
}
