//! `langkinh verify`: computes the results of a bundle anew and says what differs.

use std::fs;
use std::process::ExitCode;

use crate::session::Session;
use crate::session::protocol::{Match, Reply, Request, Verdict};

use super::files::{self, How};
use super::signature::{self, Signed};
use super::{Usage, analyze, dictionary, link, nfc, print, say};

/// Runs `verify` with the arguments behind it: the bundle, then the files of its articles.
pub(super) fn run(args: &[&str]) -> Result<ExitCode, Usage> {
    let (mut known, mut how, mut paths, mut args) = (None, How::default(), Vec::new(), args.iter().copied());
    while let Some(arg) = args.next() {
        if let Some(key) = dictionary::value("--key", arg, &mut args)? {
            known = Some(key);
        } else if let Some(name) = dictionary::value("--from", arg, &mut args)? {
            how.format = Some(files::format_named(name)?);
        } else if arg.starts_with("--") {
            return Err(Usage(format!("`{arg}` is not an option of verify")));
        } else {
            paths.push(arg);
        }
    }
    let [bundle, files @ ..] = paths.as_slice() else { return Err(Usage("verify wants a bundle".to_owned())) };
    let read = match link::from_link(bundle) {
        Some(read) => read.map_err(|what| format!("the link: {what}")),
        None => fs::read(bundle).map_err(|error| format!("{bundle}: {error}")),
    };
    let bytes = match read {
        Ok(bytes) => bytes,
        Err(what) => {
            say(&what);
            return Ok(ExitCode::FAILURE);
        }
    };
    let signed = signature::of(&bytes);
    let is_trusted = match (&signed, known) {
        (None, None) => true,
        (None, Some(_)) => false,
        (Some(signed), known) => signed.is_valid && known.is_none_or(|key| key == signed.key),
    };
    let mut session = Session::built_in(nfc);
    match analyze::ask(&mut session, Request::Open { bytes, replace: true }) {
        Reply::Opened { rejected, .. } => {
            rejected.iter().for_each(|r| say(&format!("{}: {}", r.name, analyze::wording(&r.failure))));
        }
        Reply::Failed { failure } => {
            say(&format!("{bundle}: {}", analyze::wording(&failure)));
            return Ok(ExitCode::FAILURE);
        }
        _ => return Ok(ExitCode::FAILURE),
    }
    if !files.is_empty() {
        let (files, _) = files::read_all(files, how);
        if let Reply::Added { rejected, .. } = analyze::ask(&mut session, Request::Add { files, keep_duplicates: true })
        {
            rejected.iter().for_each(|r| say(&format!("{}: {}", r.name, analyze::wording(&r.failure))));
        }
    }
    let Reply::Verified { verdict } = analyze::ask(&mut session, Request::Verify) else {
        return Ok(ExitCode::FAILURE);
    };
    let said = text(&verdict) + &of_signature(signed.as_ref(), known);
    let printed = print(said.as_bytes())?;
    Ok(if verdict.is_same && is_trusted { printed } else { ExitCode::FAILURE })
}

/// What the signature is worth, in a line; nothing where there is none and none was asked for.
fn of_signature(signed: Option<&Signed>, known: Option<&str>) -> String {
    match signed {
        None if known.is_some() => "not signed\n".to_owned(),
        None => String::new(),
        Some(Signed { is_valid: false, .. }) => "the signature does not fit the bundle\n".to_owned(),
        Some(Signed { key, .. }) if known.is_some_and(|known| known != key) => {
            format!("signed with another key: {key}\n")
        }
        Some(Signed { by, key, .. }) if known.is_some() => format!("signed by {by:?} with the key {key}\n"),
        Some(Signed { by, key, .. }) => {
            format!("signed by {by:?} with the key {key}; check that this key is theirs (--key)\n")
        }
    }
}

/// What came of it, a line each.
fn text(verdict: &Verdict) -> String {
    let mut out = String::new();
    let mut line = |text: String| out.extend([text.as_str(), "\n"]);
    if verdict.is_same {
        line(format!("verified: {} articles, the same byte for byte", verdict.n_articles));
    } else {
        line("not verified".to_owned());
    }
    verdict.missing.iter().for_each(|name| line(format!("missing, or another text: {name}")));
    verdict.differing.iter().for_each(|name| line(format!("another result: {name}")));
    if verdict.comparison == Match::Differs {
        line("another result: the comparison of the years".to_owned());
    }
    if !verdict.is_whole {
        line("the digests of the bundle do not fit together".to_owned());
    }
    if let Some([theirs, ours]) = &verdict.other_engine {
        line(format!("made by {theirs}; this is {ours}"));
    }
    if verdict.n_others > 0 {
        line(format!("{} files are no articles of the bundle", verdict.n_others));
    }
    out
}
