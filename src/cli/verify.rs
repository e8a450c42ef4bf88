//! `langkinh verify`: computes the results of a bundle anew and says what differs.

use std::fs;
use std::process::ExitCode;

use crate::session::Session;
use crate::session::protocol::{Match, Reply, Request, Verdict};

use super::{Usage, analyze, nfc, print, say};

/// Runs `verify` with the arguments behind it: the bundle, then the files of its articles.
pub(super) fn run(args: &[&str]) -> Result<ExitCode, Usage> {
    let [bundle, files @ ..] = args else { return Err(Usage("verify wants a bundle".to_owned())) };
    if let Some(option) = args.iter().find(|arg| arg.starts_with("--")) {
        return Err(Usage(format!("`{option}` is not an option of verify")));
    }
    let bytes = match fs::read(bundle) {
        Ok(bytes) => bytes,
        Err(error) => {
            say(&format!("{bundle}: {error}"));
            return Ok(ExitCode::FAILURE);
        }
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
        let (files, _) = analyze::read_all(files, None);
        if let Reply::Added { rejected, .. } = analyze::ask(&mut session, Request::Add { files, keep_duplicates: true })
        {
            rejected.iter().for_each(|r| say(&format!("{}: {}", r.name, analyze::wording(&r.failure))));
        }
    }
    let Reply::Verified { verdict } = analyze::ask(&mut session, Request::Verify) else {
        return Ok(ExitCode::FAILURE);
    };
    let printed = print(text(&verdict).as_bytes())?;
    Ok(if verdict.is_same { printed } else { ExitCode::FAILURE })
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
