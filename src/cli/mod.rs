//! The command `langkinh`: files in, documents out.

mod analyze;
mod bundle;
mod compare;
mod dictionary;
mod encoding;
mod files;
mod link;
mod map;
mod merge;
mod render;
mod report;
mod segment;
mod signature;
mod verify;

use std::io::{self, Write};
use std::process::ExitCode;

use unicode_normalization::UnicodeNormalization;

/// Brings text to NFC.
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

const HELP: &str = "\
langkinh: facts, terms and year-over-year comparison from news articles

  langkinh analyze [OPTION...] FILE...   reads articles (- is standard input)
  langkinh render --view NAME [OPTION...] FILE...
                                         draws one view of the articles, or gives its table
  langkinh bundle [OPTION...] FILE...    reads articles, prints one file that reopens the work (docs/bundle.md)
  langkinh verify [--key KEY] BUNDLE [FILE...]
                                         computes a bundle's results anew and compares them byte for byte; the files are
                                         the articles of a bundle without texts; BUNDLE may be a link
  langkinh map [--words FILE] [--from FORMAT] [FILE...]
                                         reads articles from JSON Lines, or from files of that format, each by itself;
                                         one partial result a line
  langkinh merge [OPTION...] [FILE...]   joins partial results, in any order, to the bundle of one run (docs/spark.md)
  langkinh compare [OPTION...] FILE...   the years side by side: finding, what is stated, lists, figures, counts
  langkinh segment [OPTION...] [FILE...] prints words, syllables joined by _, line by line
  langkinh --help | --version

  --format json|text  (analyze) json, the document langkinh/1 (default); text, a summary to read;
                      (compare) text (default); json, the document langkinh-compare/1 (docs/compare.md)
  --clock NAME        (analyze, compare, render) by which year things count: published, the year of the article (default); discussed, the
                      year that the sentence speaks of
  --view NAME         (render) terms, cloud, clouds, themes, timeline, years, ranks, keyness, spread, concordance,
                      company, figures, targets, people, cleaning;
                      report (Markdown), citation
  --svg --csv --tsv --json --md --html
                      (render) the picture, stand-alone (default); its table; its table with title and notes
  --term WORDS        (render) the chosen term
  --topic WORDS       (render) the chosen theme, by the term that names it
  --years Y[,Y]       (render) the chosen year, or two years to set against each other
  --sort NAME         (render) order of the places of a term: year, before or after
  --lang vi|en, --theme auto|light|dark, --width N, --limit N
                      (render; --lang also compare) wording, colours, CSS pixels (720), rows or words at most

  FILE is a file of any format that is told from its content, an archive or a folder; a folder named by a year dates
  what lies in it. What is not read is said on standard error, and the rest goes on.

  --from FORMAT       (all but merge) read FILE, or the files in an archive, as text, markdown, html, mhtml, feed, csv, tsv,
                      json, jsonl, docx, odt, rtf, epub, pdf, zip, tar or gzip, whatever it looks like
  --encoding NAME     utf-8, tcvn3, vni, viscii, windows-1258, windows-1252, utf-8-misread, utf-16le or utf-16be;
                      without it told from the text, and said on standard error where it is not plain UTF-8
  --words FILE        what you say about words: a line each, `+ one word`, `- never one word`,
                      `* always a term`, `! never a term`, `~ counted apart`; # begins a comment
  --corrections FILE  (analyze) what a reader said of facts, a JSON list as the page exports it; each for the article of
                      its text; may be given several times
  --partial           (merge) prints the partial results, each once, instead of a bundle
  --hashes            (bundle, merge) without the texts, their SHA-256 only
  --link PAGE         (bundle, merge) prints a link to the page with the bundle in it, texts included unless --hashes
  --key KEY           (verify) the public key that must have signed the bundle
  --no-view           (bundle, merge) without the overview that a page shows before the engine is there
  --setting KEY=VALUE (bundle, merge) something for the page to keep; may be given several times

Exit status: 0; 1 when a bundle is not verified, or when a file or a line of a word list could not be read (the others are); 2 when the command line is not understood.
";

/// Runs the command with its arguments (without the program's name).
pub fn run(args: &[String]) -> ExitCode {
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["--help" | "-h" | "help"] => print(HELP.as_bytes()),
        ["--version" | "-V"] => print(concat!("langkinh ", env!("CARGO_PKG_VERSION"), "\n").as_bytes()),
        ["analyze", rest @ ..] => analyze::run(rest),
        ["render", rest @ ..] => render::run(rest),
        ["bundle", rest @ ..] => bundle::run(rest),
        ["map", rest @ ..] => map::run(rest),
        ["merge", rest @ ..] => merge::run(rest),
        ["verify", rest @ ..] => verify::run(rest),
        ["compare", rest @ ..] => compare::run(rest),
        ["segment", rest @ ..] => segment::run(rest),
        [] => Err(Usage("say what to do".to_owned())),
        [other, ..] => Err(Usage(format!("`{other}` is not a command"))),
    };
    match outcome {
        Ok(code) => code,
        Err(Usage(what)) => {
            say(&format!("{what}; see `langkinh --help`"));
            ExitCode::from(2)
        }
    }
}

/// The command line was not understood; says what.
#[derive(Debug)]
struct Usage(String);

/// Writes to standard output. A reader who has closed it (`| head`) is no error.
fn print(bytes: &[u8]) -> Result<ExitCode, Usage> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            say(&format!("standard output: {error}"));
            Ok(ExitCode::FAILURE)
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// Says something on standard error, one line.
fn say(what: &str) {
    // Nothing is left to be done where standard error cannot be written.
    let _ = writeln!(io::stderr(), "langkinh: {what}");
}
