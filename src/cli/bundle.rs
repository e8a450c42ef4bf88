//! `langkinh bundle`: one file that reopens the work.

use std::collections::BTreeMap;
use std::process::ExitCode;

use crate::session::protocol::{Reply, Request};

use super::{Usage, analyze, dictionary, link, print, say};

/// Runs `bundle` with the arguments behind it.
pub(super) fn run(args: &[&str]) -> Result<ExitCode, Usage> {
    let made = Made::of(args)?;
    let (_, options) = analyze::options("bundle", &made.rest)?;
    let (mut session, failed) = analyze::prepare(&options);
    let clock = options.clock;
    let request = Request::Bundle { texts: made.texts, view: made.view, clock, settings: made.settings };
    let Reply::Exported { bytes, .. } = analyze::ask(&mut session, request) else { return Ok(ExitCode::FAILURE) };
    let printed = print_made(&bytes, made.link)?;
    Ok(if failed { ExitCode::FAILURE } else { printed })
}

/// Prints a bundle, or a link to a page with the bundle in it.
pub(super) fn print_made(bundle: &[u8], page: Option<&str>) -> Result<ExitCode, Usage> {
    let Some(page) = page else { return print(bundle) };
    match link::to_link(bundle, page) {
        Ok(link) => print(format!("{link}\n").as_bytes()),
        Err(what) => {
            say(&what);
            Ok(ExitCode::FAILURE)
        }
    }
}

/// What goes into a bundle, by the command line.
pub(super) struct Made<'a> {
    pub texts: bool,
    pub view: bool,
    pub settings: BTreeMap<String, String>,
    /// The page that a link leads to.
    pub link: Option<&'a str>,
    /// The other arguments.
    pub rest: Vec<&'a str>,
}

impl<'a> Made<'a> {
    pub(super) fn of(args: &[&'a str]) -> Result<Self, Usage> {
        let mut made = Self { texts: true, view: true, settings: BTreeMap::new(), link: None, rest: Vec::new() };
        let mut args = args.iter().copied();
        while let Some(arg) = args.next() {
            if arg == "--" {
                made.rest.push(arg);
                made.rest.extend(args.by_ref());
            } else if arg == "--hashes" {
                made.texts = false;
            } else if arg == "--no-view" {
                made.view = false;
            } else if let Some(page) = dictionary::value("--link", arg, &mut args)? {
                made.link = Some(page);
                made.view = false;
            } else if let Some(setting) = dictionary::value("--setting", arg, &mut args)? {
                let (key, value) =
                    setting.split_once('=').ok_or_else(|| Usage("--setting wants KEY=VALUE".to_owned()))?;
                made.settings.insert(key.to_owned(), value.to_owned());
            } else {
                made.rest.push(arg);
            }
        }
        Ok(made)
    }
}
