//! `langkinh analyze`: reads files through a session, prints the document or a summary.

use std::process::ExitCode;

use crate::session::Session;
use crate::session::protocol::{Clock, ExportFormat, Failure, Reply, Request, SourceFile};

use super::files::{self, How};
use super::{Usage, dictionary, encoding, nfc, print, report, say};

#[derive(Clone, Copy)]
pub(super) enum Format {
    Json,
    Text,
}

/// Runs `analyze` with the arguments behind it.
pub(super) fn run(args: &[&str]) -> Result<ExitCode, Usage> {
    let (format, options) = options("analyze", args)?;
    let (mut session, failed) = prepare(&options);
    let printed = match format {
        Format::Json => match ask(&mut session, Request::Export { format: ExportFormat::Json, clock: options.clock }) {
            Reply::Exported { bytes, .. } => print(&bytes)?,
            _ => ExitCode::FAILURE,
        },
        Format::Text => match ask(&mut session, Request::Overview { clock: options.clock }) {
            Reply::Overview { overview } => print(report::text(&overview).as_bytes())?,
            _ => ExitCode::FAILURE,
        },
    };
    Ok(if failed { ExitCode::FAILURE } else { printed })
}

/// A session with the articles of the command line, and whether anything went wrong.
pub(super) fn prepare(options: &Options) -> (Session, bool) {
    let Options { words, how, corrections, paths, .. } = options;
    let (files, mut failed) = files::read_all(paths, *how);
    let mut session = Session::built_in(nfc);
    if let Some(path) = words {
        failed |= !take_words(&mut session, path);
    }
    failed |= !add(&mut session, files);
    for path in corrections {
        failed |= !correct(&mut session, path);
    }
    (session, failed)
}

/// What is read and how.
#[derive(Default)]
pub(super) struct Options<'a> {
    pub clock: Clock,
    words: Option<&'a str>,
    how: How,
    corrections: Vec<&'a str>,
    paths: Vec<&'a str>,
}

/// The options of a command that reads articles.
pub(super) fn options<'a>(command: &str, args: &[&'a str]) -> Result<(Format, Options<'a>), Usage> {
    let mut args = args.iter().copied();
    let (mut format, mut options) = (Format::Json, Options::default());
    while let Some(arg) = args.next() {
        if arg == "--" {
            options.paths.extend(args.by_ref());
        } else if let Some(name) = dictionary::value("--format", arg, &mut args)? {
            format = format_named(name)?;
        } else if let Some(name) = dictionary::value("--clock", arg, &mut args)? {
            options.clock = clock_named(name)?;
        } else if let Some(list) = dictionary::value("--words", arg, &mut args)? {
            options.words = Some(list);
        } else if let Some(name) = dictionary::value("--encoding", arg, &mut args)? {
            options.how.encoding = Some(encoding::named(name)?);
        } else if let Some(name) = dictionary::value("--from", arg, &mut args)? {
            options.how.format = Some(files::format_named(name)?);
        } else if let Some(list) = dictionary::value("--corrections", arg, &mut args)? {
            options.corrections.push(list);
        } else if arg.starts_with("--") {
            return Err(Usage(format!("`{arg}` is not an option of {command}")));
        } else {
            options.paths.push(arg);
        }
    }
    if options.paths.is_empty() {
        return Err(Usage(format!("{command} wants at least one file")));
    }
    Ok((format, options))
}

/// Takes the corrections of a file; says those that fit no article. Gives whether all was well.
fn correct(session: &mut Session, path: &str) -> bool {
    let Some(bytes) = dictionary::bytes(path) else { return false };
    match ask(session, Request::Corrections { bytes }) {
        Reply::Corrected { unmatched, refused, .. } => {
            if unmatched > 0 {
                say(&format!("{path}: {unmatched} corrections are of other texts"));
            }
            if refused > 0 {
                say(&format!("{path}: {refused} corrections do not fit their text"));
            }
            refused == 0
        }
        Reply::Failed { failure: Failure::NoCorrections { reason } } => {
            say(&format!("{path}: not a list of corrections: {reason}"));
            false
        }
        _ => false,
    }
}

/// Hands files to the session and says which were not read; whether all were.
pub(super) fn add(session: &mut Session, files: Vec<SourceFile>) -> bool {
    let Reply::Added { rejected, .. } = ask(session, Request::Add { files, keep_duplicates: true }) else {
        return false;
    };
    rejected.iter().for_each(|r| say(&format!("{}: {}", r.name, wording(&r.failure))));
    rejected.is_empty()
}

/// Hands a word list to the session; whether all of it was taken.
pub(super) fn take_words(session: &mut Session, path: &str) -> bool {
    let Some(bytes) = dictionary::bytes(path) else { return false };
    match ask(session, Request::ReadDictionary { bytes, replace: true }) {
        Reply::DictionaryChanged { bad, .. } => {
            dictionary::tell(path, &bad);
            bad.is_empty()
        }
        Reply::Failed { failure } => {
            say(&format!("{path}: {}", wording(&failure)));
            false
        }
        _ => false,
    }
}

fn format_named(name: &str) -> Result<Format, Usage> {
    match name {
        "json" => Ok(Format::Json),
        "text" => Ok(Format::Text),
        other => Err(Usage(format!("`{other}` is not a format; json or text"))),
    }
}

/// The clock of a name.
pub(super) fn clock_named(name: &str) -> Result<Clock, Usage> {
    Clock::named(name).ok_or_else(|| Usage(format!("`{name}` is not a clock; published or discussed")))
}

/// Drives the session until the request is answered.
pub(super) fn ask(session: &mut Session, request: Request) -> Reply {
    session.submit(0, request);
    loop {
        match session.step() {
            Some((_, Reply::Progress { .. })) => {}
            Some((_, reply)) => return reply,
            None => return Reply::Failed { failure: Failure::Cancelled },
        }
    }
}

pub(super) fn wording(failure: &Failure) -> String {
    match failure {
        Failure::Empty => "the file is empty".to_owned(),
        Failure::TooLarge { limit } => format!("larger than {} MiB; split it and try again", limit >> 20),
        Failure::Binary => "not a text file; save its text as UTF-8 and try again".to_owned(),
        Failure::UnknownEncoding { at } => format!("not UTF-8 from byte {at} on; save it as UTF-8 and try again"),
        Failure::NoBundle { reason } => format!("not a bundle, or damaged: {reason}"),
        Failure::BundleVersion { found } => format!("a bundle of another version: {found}"),
        Failure::NoPart { reason } => format!("cannot be taken over: {reason}"),
        Failure::Altered => "its text is not the one that its SHA-256 was made of".to_owned(),
        other => format!("{other:?}"),
    }
}
