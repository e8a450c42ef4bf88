//! `langkinh segment`: words of running text, line by line.

use std::io::Read;
use std::process::ExitCode;
use std::{fs, io};

use super::{Usage, dictionary, encoding, print, say};
use crate::ingest::{Encoding, decode, decode_as};
use crate::lexicon::Dictionary;
use crate::segment::Segmenter;

/// Runs `segment` with the arguments behind it: files, or standard input where none is named.
pub(super) fn run(args: &[&str]) -> Result<ExitCode, Usage> {
    let (mut paths, mut words, mut told, mut args) = (Vec::new(), None, None, args.iter().copied());
    while let Some(arg) = args.next() {
        if let Some(list) = dictionary::value("--words", arg, &mut args)? {
            words = Some(list);
        } else if let Some(name) = dictionary::value("--encoding", arg, &mut args)? {
            told = Some(encoding::named(name)?);
        } else if arg.starts_with('-') && arg != "-" {
            return Err(Usage(format!("`{arg}` is not an option of segment")));
        } else {
            paths.push(arg);
        }
    }
    let (dictionary, is_whole) = words.map_or((Dictionary::default(), true), dictionary::read);
    let segmenter = Segmenter::built_in();
    let mut code = if is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    if paths.is_empty() {
        paths.push("-");
    }
    for path in paths {
        let text = match read(path, told) {
            Ok(text) => text,
            Err(error) => {
                say(&format!("{path}: {error}"));
                code = ExitCode::FAILURE;
                continue;
            }
        };
        let mut words = dictionary::segmented(&segmenter, &dictionary, text.trim_start_matches('\u{feff}'));
        if words.last().is_some_and(|&end| end != b'\n') {
            words.push(b'\n');
        }
        if print(&words)? != ExitCode::SUCCESS {
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(code)
}

fn read(path: &str, told: Option<Encoding>) -> Result<String, String> {
    let mut bytes = Vec::new();
    match path {
        "-" => io::stdin().lock().read_to_end(&mut bytes).map(drop),
        path => fs::read(path).map(|read| bytes = read),
    }
    .map_err(|error| error.to_string())?;
    let decoded = match told {
        Some(encoding) => decode_as(&bytes, encoding),
        None => decode(&bytes),
    };
    if told.is_none() {
        encoding::tell(path, &decoded);
    }
    decoded.map(|decoded| decoded.text).map_err(|error| error.to_string())
}
