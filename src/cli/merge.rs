//! `langkinh merge`: partial results to one bundle, in whatever order they come.

use std::collections::BTreeSet;
use std::process::ExitCode;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::session::protocol::{Reply, Request};
use crate::session::{Session, framed};

use super::bundle::{Made, print_made};
use super::map::{Line, Partial, SCHEMA, lines};
use super::{Usage, analyze, dictionary, nfc, print, say};

/// Runs `merge` with the arguments behind it: files of partial results, or standard input where none is named.
pub(super) fn run(args: &[&str]) -> Result<ExitCode, Usage> {
    let made = Made::of(args)?;
    let (mut paths, mut is_partial, mut clock) = (Vec::new(), false, Default::default());
    let mut rest = made.rest.iter().copied();
    while let Some(arg) = rest.next() {
        if arg == "--partial" {
            is_partial = true;
        } else if let Some(name) = dictionary::value("--clock", arg, &mut rest)? {
            clock = analyze::clock_named(name)?;
        } else if arg.starts_with("--") && arg != "--" {
            return Err(Usage(format!("`{arg}` is not an option of merge")));
        } else if arg != "--" {
            paths.push(arg);
        }
    }
    if paths.is_empty() {
        paths.push("-");
    }
    let (partials, mut is_well) = read(&paths);
    if is_partial {
        let mut out = String::new();
        for partial in &partials {
            out.push_str(&serde_json::to_string(partial).unwrap_or_default());
            out.push('\n');
        }
        let printed = print(out.as_bytes())?;
        return Ok(if is_well { printed } else { ExitCode::FAILURE });
    }
    let mut session = Session::built_in(nfc);
    let dictionaries: BTreeSet<&str> = partials.iter().map(|partial| partial.dictionary.as_str()).collect();
    if dictionaries.len() > 1 {
        say("the parts were read with different word lists (--words); read them with one");
        return Ok(ExitCode::FAILURE);
    }
    if let Some(list) = dictionaries.first().filter(|list| !list.is_empty()) {
        let bytes = list.as_bytes().to_vec();
        analyze::ask(&mut session, Request::ReadDictionary { bytes, replace: true });
    }
    let mut parts = Vec::new();
    for partial in partials {
        match STANDARD.decode(&partial.part) {
            Ok(part) => parts.push(part),
            Err(error) => {
                say(&format!("{}: `part` is not base64: {error}", partial.source));
                is_well = false;
            }
        }
    }
    if let Reply::Added { rejected, .. } =
        analyze::ask(&mut session, Request::AddMapped { bytes: framed(parts), keep_duplicates: true })
    {
        is_well &= rejected.is_empty();
        rejected.iter().for_each(|r| say(&format!("{}: {}", r.name, analyze::wording(&r.failure))));
    }
    let request = Request::Bundle { texts: made.texts, view: made.view, clock, settings: made.settings };
    let Reply::Exported { bytes, .. } = analyze::ask(&mut session, request) else { return Ok(ExitCode::FAILURE) };
    let printed = print_made(&bytes, made.link)?;
    Ok(if is_well { printed } else { ExitCode::FAILURE })
}

/// The partial results of the files, each once, in an order of their own; and whether all could be read.
fn read(paths: &[&str]) -> (BTreeSet<Partial>, bool) {
    let (mut out, mut is_well) = (BTreeSet::new(), true);
    for Line { at, bytes } in lines(paths) {
        let parsed = |line: Vec<u8>| {
            serde_json::from_slice::<Partial>(&line).map_err(|error| format!("not a partial result: {error}"))
        };
        match bytes.and_then(parsed) {
            Ok(partial) if partial.schema == SCHEMA => {
                out.insert(partial);
            }
            Ok(partial) => {
                say(&format!("{at}: schema `{}` is not {SCHEMA}", partial.schema));
                is_well = false;
            }
            Err(what) => {
                say(&format!("{at}: {what}"));
                is_well = false;
            }
        }
    }
    (out, is_well)
}
