//! `langkinh compare`: the years side by side, to read or as JSON.

mod text;

use std::process::ExitCode;

use crate::session::Session;
use crate::session::protocol::{Clock, Reply, Request};
use crate::view::comparison_json;
use crate::view::wording::Language;

use super::files::{self, How};
use super::{Usage, analyze, dictionary, nfc, print};

/// Runs `compare` with the arguments behind it.
pub(super) fn run(args: &[&str]) -> Result<ExitCode, Usage> {
    let Options { clock, language, is_json, words, how, paths } = options(args)?;
    let (files, mut failed) = files::read_all(&paths, how);
    let mut session = Session::built_in(nfc);
    if let Some(path) = words {
        failed |= !analyze::take_words(&mut session, path);
    }
    failed |= !analyze::add(&mut session, files);
    let printed = match analyze::ask(&mut session, Request::Overview { clock }) {
        Reply::Overview { overview } if is_json => print(comparison_json(&overview).as_bytes())?,
        Reply::Overview { overview } => print(text::text(&overview, language).as_bytes())?,
        _ => ExitCode::FAILURE,
    };
    Ok(if failed { ExitCode::FAILURE } else { printed })
}

struct Options<'a> {
    clock: Clock,
    language: Language,
    is_json: bool,
    words: Option<&'a str>,
    how: How,
    paths: Vec<&'a str>,
}

fn options<'a>(args: &[&'a str]) -> Result<Options<'a>, Usage> {
    let mut args = args.iter().copied();
    let (clock, language) = (Clock::Published, Language::Vi);
    let mut options = Options { clock, language, is_json: false, words: None, how: How::default(), paths: Vec::new() };
    while let Some(arg) = args.next() {
        if arg == "--" {
            options.paths.extend(args.by_ref());
        } else if let Some(name) = dictionary::value("--clock", arg, &mut args)? {
            options.clock = analyze::clock_named(name)?;
        } else if let Some(code) = dictionary::value("--lang", arg, &mut args)? {
            let unknown = || Usage(format!("`{code}` is not a language; vi or en"));
            options.language = Language::from_code(code).ok_or_else(unknown)?;
        } else if let Some(name) = dictionary::value("--format", arg, &mut args)? {
            options.is_json = match name {
                "json" => true,
                "text" => false,
                other => return Err(Usage(format!("`{other}` is not a format; json or text"))),
            };
        } else if let Some(list) = dictionary::value("--words", arg, &mut args)? {
            options.words = Some(list);
        } else if let Some(name) = dictionary::value("--from", arg, &mut args)? {
            options.how.format = Some(files::format_named(name)?);
        } else if arg.starts_with("--") {
            return Err(Usage(format!("`{arg}` is not an option of compare")));
        } else {
            options.paths.push(arg);
        }
    }
    if options.paths.is_empty() { Err(Usage("compare wants at least one file".to_owned())) } else { Ok(options) }
}
