//! `langkinh render`: one picture of the articles, or its table.

use std::process::ExitCode;

use crate::session::Session;
use crate::session::protocol::{ChartFormat, Reply, ReportKind, Request};
use crate::view::wording::Language;
use crate::view::{ChartKind, ChartQuery, ConcordanceOrder, chart::Theme};

use super::files::{self, How};
use super::{Usage, analyze, dictionary, nfc, print};

/// Runs `render` with the arguments behind it.
pub(super) fn run(args: &[&str]) -> Result<ExitCode, Usage> {
    let Options { query, format, report, words, how, paths } = options(args)?;
    let (files, mut failed) = files::read_all(&paths, how);
    let mut session = Session::built_in(nfc);
    if let Some(path) = words {
        failed |= !analyze::take_words(&mut session, path);
    }
    failed |= !analyze::add(&mut session, files);
    let request = match report {
        Some(kind) => Request::ExportReport { kind, language: query.language, clock: query.clock },
        None => Request::ExportChart { query, format },
    };
    let printed = match analyze::ask(&mut session, request) {
        Reply::Exported { bytes, .. } => print(&bytes)?,
        _ => ExitCode::FAILURE,
    };
    Ok(if failed { ExitCode::FAILURE } else { printed })
}

struct Options<'a> {
    query: ChartQuery,
    format: ChartFormat,
    report: Option<ReportKind>,
    words: Option<&'a str>,
    how: How,
    paths: Vec<&'a str>,
}

fn options<'a>(args: &[&'a str]) -> Result<Options<'a>, Usage> {
    let mut args = args.iter().copied();
    let mut o = Options {
        query: ChartQuery::default(),
        format: ChartFormat::Svg,
        report: None,
        words: None,
        how: How::default(),
        paths: Vec::new(),
    };
    let mut has_view = false;
    while let Some(arg) = args.next() {
        let format = FORMATS.iter().find(|(name, _)| arg.strip_prefix("--") == Some(name));
        if arg == "--" {
            o.paths.extend(args.by_ref());
        } else if let Some((_, format)) = format {
            o.format = *format;
        } else if let Some(name) = dictionary::value("--view", arg, &mut args)? {
            has_view = true;
            o.report = REPORTS.iter().find(|(code, _)| *code == name).map(|(_, kind)| *kind);
            if o.report.is_some() {
                continue;
            }
            let known = || ChartKind::ALL.map(ChartKind::code).join(", ");
            let unknown = || Usage(format!("`{name}` is not a view; one of {}, report, citation", known()));
            o.query.kind = ChartKind::from_code(name).ok_or_else(unknown)?;
        } else if let Some(code) = dictionary::value("--lang", arg, &mut args)? {
            let unknown = || Usage(format!("`{code}` is not a language; vi or en"));
            o.query.language = Language::from_code(code).ok_or_else(unknown)?;
        } else if let Some(code) = dictionary::value("--theme", arg, &mut args)? {
            let unknown = || Usage(format!("`{code}` is not a theme; auto, light or dark"));
            o.query.theme = Theme::from_code(code).ok_or_else(unknown)?;
        } else if let Some(name) = dictionary::value("--clock", arg, &mut args)? {
            o.query.clock = analyze::clock_named(name)?;
        } else if let Some(name) = dictionary::value("--sort", arg, &mut args)? {
            let unknown = || Usage(format!("`{name}` is not an order; year, before or after"));
            o.query.order = ConcordanceOrder::from_code(name).ok_or_else(unknown)?;
        } else if let Some(number) = dictionary::value("--width", arg, &mut args)? {
            o.query.width = whole(number, "--width")?;
        } else if let Some(number) = dictionary::value("--limit", arg, &mut args)? {
            o.query.limit = whole(number, "--limit")?;
        } else if let Some(years) = dictionary::value("--years", arg, &mut args)? {
            let years: Result<Vec<i32>, Usage> = years.split(',').map(|year| whole(year.trim(), "--years")).collect();
            o.query.years = years?;
        } else if let Some(term) = dictionary::value("--term", arg, &mut args)? {
            o.query.term = nfc(term.trim()).to_lowercase();
        } else if let Some(topic) = dictionary::value("--topic", arg, &mut args)? {
            o.query.topic = nfc(topic.trim()).to_lowercase();
        } else if let Some(list) = dictionary::value("--words", arg, &mut args)? {
            o.words = Some(list);
        } else if let Some(name) = dictionary::value("--from", arg, &mut args)? {
            o.how.format = Some(files::format_named(name)?);
        } else if arg.starts_with("--") {
            return Err(Usage(format!("`{arg}` is not an option of render")));
        } else {
            o.paths.push(arg);
        }
    }
    match (has_view, o.paths.is_empty()) {
        (false, _) => Err(Usage("render wants --view NAME".to_owned())),
        (_, true) => Err(Usage("render wants at least one file".to_owned())),
        _ => Ok(o),
    }
}

const FORMATS: [(&str, ChartFormat); 6] = [
    ("svg", ChartFormat::Svg),
    ("csv", ChartFormat::Csv),
    ("tsv", ChartFormat::Tsv),
    ("json", ChartFormat::Json),
    ("md", ChartFormat::Markdown),
    ("html", ChartFormat::Html),
];

const REPORTS: [(&str, ReportKind); 2] = [("report", ReportKind::Markdown), ("citation", ReportKind::Citation)];

fn whole<T: std::str::FromStr>(text: &str, option: &str) -> Result<T, Usage> {
    text.parse().map_err(|_| Usage(format!("{option} wants whole numbers, not `{text}`")))
}
