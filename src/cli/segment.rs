//! `langkinh segment`: words of running text, line by line.

use std::io::Read;
use std::process::ExitCode;
use std::{fs, io};

use super::files::{self, How};
use super::{Usage, dictionary, encoding, print, say};
use crate::formats::{Format, tell};
use crate::ingest::{Encoding, decode, decode_as};
use crate::lexicon::Dictionary;
use crate::segment::Segmenter;
use crate::session::protocol::SourceFile;

/// Runs `segment` with the arguments behind it: files, or standard input where none is named.
pub(super) fn run(args: &[&str]) -> Result<ExitCode, Usage> {
    let (mut paths, mut words, mut how, mut args) = (Vec::new(), None, How::default(), args.iter().copied());
    while let Some(arg) = args.next() {
        if let Some(list) = dictionary::value("--words", arg, &mut args)? {
            words = Some(list);
        } else if let Some(name) = dictionary::value("--encoding", arg, &mut args)? {
            how.encoding = Some(encoding::named(name)?);
        } else if let Some(name) = dictionary::value("--from", arg, &mut args)? {
            how.format = Some(files::format_named(name)?);
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
        let text = match text(path, how) {
            Ok((text, is_whole)) => {
                if !is_whole {
                    code = ExitCode::FAILURE;
                }
                text
            }
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

/// The text of a file, and whether all of it was read. Of formats other than text, what their documents hold.
fn text(path: &str, how: How) -> Result<(String, bool), String> {
    let is_text = how.format.map_or_else(|| is_text(path), |format| format == Format::Text);
    if is_text {
        return read(path, how.encoding).map(|text| (text, true));
    }
    let (files, failed) = files::read_all(&[path], how);
    let decoded = |file: SourceFile| {
        let decoded = file.encoding.map_or_else(|| decode(&file.bytes), |encoding| decode_as(&file.bytes, encoding));
        decoded.map(|decoded| decoded.text).map_err(|error| format!("{}: {error}", file.name))
    };
    let texts: Result<Vec<String>, String> = files.into_iter().map(decoded).collect();
    Ok((texts?.join("\n"), !failed))
}

/// Whether a file is plain text by its first bytes; of standard input that is supposed.
fn is_text(path: &str) -> bool {
    let head = || {
        let mut head = Vec::new();
        fs::File::open(path).ok()?.take(8192).read_to_end(&mut head).ok()?;
        Some(head)
    };
    if path == "-" {
        return true;
    }
    if fs::metadata(path).is_ok_and(|about| about.is_dir()) {
        return false;
    }
    head().is_none_or(|head| matches!(tell(&head, path), Ok(Format::Text) | Err(_)))
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
