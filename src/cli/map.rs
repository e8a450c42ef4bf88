//! `langkinh map`: reads articles from JSON Lines, each by itself; one partial result a line.

use std::io::{self, BufRead, BufReader, Write};
use std::process::ExitCode;
use std::{fs, iter, str};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use crate::base::Day;
use crate::corpus::Engine;
use crate::extract::Given;
use crate::ingest::{Encoding, MAX_BYTES, decode, decode_as};
use crate::session::protocol::{Reply, Request};
use crate::session::{Mapped, Session};

use super::files::{self, How};
use super::{Usage, analyze, dictionary, encoding, nfc, say};

/// One article of an archive. Other members are passed over.
#[derive(Deserialize)]
struct Sent {
    id: Option<String>,
    source: Option<String>,
    text: Option<String>,
    /// Base64.
    bytes: Option<String>,
    encoding: Option<String>,
    title: Option<String>,
    date: Option<String>,
    year: Option<i32>,
}

/// One partial result.
#[derive(PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Partial {
    pub schema: String,
    pub source: String,
    pub text_sha256: String,
    /// The word list it was read with.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dictionary: String,
    /// Base64 of what was read.
    pub part: String,
}

/// Name and version of the format.
pub(super) const SCHEMA: &str = "langkinh-part/1";

/// Runs `map` with the arguments behind it: files, or standard input where none is named.
pub(super) fn run(args: &[&str]) -> Result<ExitCode, Usage> {
    let (mut paths, mut words, mut how, mut args) = (Vec::new(), None, None, args.iter().copied());
    while let Some(arg) = args.next() {
        if let Some(list) = dictionary::value("--words", arg, &mut args)? {
            words = Some(list);
        } else if let Some(name) = dictionary::value("--from", arg, &mut args)? {
            how = Some(How { format: Some(files::format_named(name)?), ..How::default() });
        } else if arg.starts_with('-') && arg != "-" {
            return Err(Usage(format!("`{arg}` is not an option of map")));
        } else {
            paths.push(arg);
        }
    }
    if paths.is_empty() {
        paths.push("-");
    }
    let mut engine = Engine::built_in(nfc);
    let mut is_well = true;
    if let Some((list, is_whole)) = words.map(dictionary::read) {
        is_well &= is_whole;
        engine.set_dictionary(list);
    }
    let said = engine.dictionary().list();
    let said = if engine.dictionary().is_empty() { String::new() } else { said };
    if let Some(how) = how {
        is_well &= of_files(&engine, &said, &paths, how);
        return Ok(if is_well { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    for Line { at, bytes } in lines(&paths) {
        match bytes.and_then(|line| map(&engine, &said, &line)) {
            Ok(partial) => match writeln!(out, "{partial}") {
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
                Err(error) => {
                    say(&format!("standard output: {error}"));
                    return Ok(ExitCode::FAILURE);
                }
                Ok(()) => {}
            },
            Err(what) => {
                say(&format!("{at}: {what}"));
                is_well = false;
            }
        }
    }
    is_well &= out.flush().is_ok();
    Ok(if is_well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Reads articles from files of any format, one partial result a line; whether all was read.
fn of_files(engine: &Engine, said: &str, paths: &[&str], how: How) -> bool {
    let (files, failed) = files::read_all(paths, how);
    let mut is_well = !failed;
    let mut session = Session::built_in(nfc);
    let mut out = io::BufWriter::new(io::stdout().lock());
    for file in files {
        let request = Request::Map { files: vec![file], dictionary: said.to_owned() };
        let Reply::Mapped { bytes, rejected } = analyze::ask(&mut session, request) else {
            say("the session does not answer");
            return false;
        };
        rejected.iter().for_each(|r| say(&format!("{}: {}", r.name, analyze::wording(&r.failure))));
        is_well &= rejected.is_empty();
        for part in unframed(&bytes) {
            match Mapped::unpack(engine, part).and_then(|mapped| partial(engine, said, &mapped)) {
                Ok(line) => is_well &= writeln!(out, "{line}").is_ok(),
                Err(what) => {
                    say(&what);
                    is_well = false;
                }
            }
        }
    }
    out.flush().is_ok() && is_well
}

/// Parts that stand one behind the other, each with its length before it.
fn unframed(bytes: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let (part, after) = after.split_at((u32::from_le_bytes(*length) as usize).min(after.len()));
        parts.push(part);
        rest = after;
    }
    parts
}

/// A line of a file.
pub(super) struct Line {
    /// Where it stands, as file and number; the file alone, if that cannot be opened.
    pub(super) at: String,
    /// It, without its end; or why it cannot be read.
    pub(super) bytes: Result<Vec<u8>, String>,
}

/// The lines of the files (`-`: what comes in) that are not empty.
pub(super) fn lines<'a>(paths: &'a [&'a str]) -> impl Iterator<Item = Line> + 'a {
    paths.iter().copied().flat_map(lines_of).filter(|line| line.bytes.as_ref().map_or(true, |bytes| !bytes.is_empty()))
}

fn lines_of(path: &str) -> Box<dyn Iterator<Item = Line> + '_> {
    let source: Box<dyn io::Read> = match path {
        "-" => Box::new(io::stdin()),
        _ => match fs::File::open(path) {
            Ok(file) => Box::new(file),
            Err(error) => return Box::new(iter::once(Line { at: path.to_owned(), bytes: Err(error.to_string()) })),
        },
    };
    Box::new(BufReader::new(source).split(b'\n').enumerate().map(move |(i, line)| Line {
        at: format!("{path}:{}", i + 1),
        bytes: line.map(|line| line.trim_ascii().to_vec()).map_err(|error| error.to_string()),
    }))
}

/// Reads one article.
fn map(engine: &Engine, said: &str, line: &[u8]) -> Result<String, String> {
    let line: Sent = serde_json::from_slice(line).map_err(|error| format!("not an article: {error}"))?;
    let name = line.source.or(line.id).ok_or("it has neither `id` nor `source`")?;
    let told = |name: String| encoding::named(&name).map_err(|Usage(what)| what);
    let encoding: Option<Encoding> = line.encoding.map(told).transpose()?;
    let bytes = match (line.text, line.bytes) {
        (Some(text), _) => text.into_bytes(),
        (None, Some(bytes)) => STANDARD.decode(bytes).map_err(|error| format!("`bytes` is not base64: {error}"))?,
        (None, None) => return Err("it has neither `text` nor `bytes`".to_owned()),
    };
    if bytes.len() > MAX_BYTES {
        return Err(format!("larger than {} MiB", MAX_BYTES >> 20));
    }
    let decoded = match encoding {
        Some(encoding) => decode_as(&bytes, encoding),
        None => decode(&bytes),
    };
    let text = decoded.map_err(|error| error.to_string())?.text;
    let published = match &line.date {
        Some(date) => Some(day(date).ok_or_else(|| format!("`{date}` is no day; 2024-01-31 is one"))?),
        None => None,
    };
    let given = Given { title: line.title, published, year: line.year, ..Given::default() };
    let mapped = Mapped::read(engine, &name, &sha256(&bytes), &text, &given);
    partial(engine, said, &mapped)
}

/// What was read of an article, as a line.
fn partial(engine: &Engine, said: &str, mapped: &Mapped) -> Result<String, String> {
    let partial = Partial {
        schema: SCHEMA.to_owned(),
        source: mapped.name.clone(),
        text_sha256: mapped.text_sha256(),
        dictionary: said.to_owned(),
        part: STANDARD.encode(mapped.pack(engine)),
    };
    serde_json::to_string(&partial).map_err(|error| error.to_string())
}

/// The day of a date or of a time of a day.
fn day(date: &str) -> Option<Day> {
    Day::parse(date.trim().get(..10)?)
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}
