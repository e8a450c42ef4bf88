//! Reading a bundle: nothing of it is used before all of it was checked.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::base::Day;
use crate::corpus::correction::text_sha256;
use crate::ingest::{MAX_BYTES, Sorting};
use crate::session::protocol::{Failure, Rejection};

use super::expected::Expected;
use super::record::{ArticleRecord, Bundle, FAMILY, SCHEMA};

/// Largest file that is read.
const MOST_BYTES: usize = 256 << 20;
/// Articles, at most.
const MOST_ARTICLES: usize = 100_000;
/// Characters of the name of an article, at most; of a title and of a setting likewise.
const MOST_CHARS: usize = 4_000;
/// Settings, at most.
const MOST_SETTINGS: usize = 100;
/// Corrections of one article, at most.
const MOST_CORRECTIONS: usize = 10_000;

/// A bundle that was checked.
#[derive(Debug)]
pub(in crate::session) struct Opened {
    /// Articles whose text is inside.
    pub articles: Vec<(ArticleRecord, String)>,
    /// Articles whose text is not what its digest says.
    pub rejected: Vec<Rejection>,
    /// What the host wanted kept.
    pub settings: BTreeMap<String, String>,
    /// What the reader said about words, as a word list.
    pub dictionary: String,
    /// What is expected of them.
    pub expected: Expected,
}

/// Reads the file. A second line, its signature, is the host's to check.
pub(in crate::session) fn open(bytes: &[u8]) -> Result<Opened, Failure> {
    if bytes.len() > MOST_BYTES {
        return Err(Failure::TooLarge { limit: MOST_BYTES as u32 });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let line = bytes.split(|&b| b == b'\n').next().unwrap_or_default();
    let bundle: Bundle<IgnoredAny> = match serde_json::from_slice(line) {
        Ok(bundle) => bundle,
        Err(error) => return Err(not_read(line, error.to_string())),
    };
    if bundle.schema != SCHEMA {
        return Err(not_read(line, format!("schema {}", shortened(&bundle.schema))));
    }
    check(&bundle).map_err(|reason| Failure::NoBundle { reason })?;
    let Bundle { engine, clock, settings, dictionary, articles, result, .. } = bundle;
    let expected = Expected::new((engine, clock), &dictionary, &articles, result);
    let (mut inside, mut rejected) = (Vec::new(), Vec::new());
    for mut record in articles {
        let Some(text) = record.text.take() else { continue };
        if text_sha256(&text) == record.text_sha256 {
            inside.push((record, text));
        } else {
            rejected.push(Rejection { name: record.source, failure: Failure::Altered });
        }
    }
    Ok(Opened { articles: inside, rejected, settings, dictionary, expected })
}

/// Why a file is not read: it is of another version, or no bundle.
fn not_read(line: &[u8], reason: String) -> Failure {
    #[derive(Deserialize)]
    struct Head {
        schema: String,
    }
    let head: Option<Head> = serde_json::from_slice(line).ok();
    match head.filter(|head| head.schema.starts_with(FAMILY) && head.schema != SCHEMA) {
        Some(head) => Failure::BundleVersion { found: shortened(&head.schema) },
        None => Failure::NoBundle { reason },
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(80).collect()
}

fn check(bundle: &Bundle<IgnoredAny>) -> Result<(), String> {
    let too_many = |what: &str, n: usize, most: usize| format!("{n} {what}, at most {most} are read");
    if bundle.articles.len() > MOST_ARTICLES {
        return Err(too_many("articles", bundle.articles.len(), MOST_ARTICLES));
    }
    if bundle.settings.len() > MOST_SETTINGS {
        return Err(too_many("settings", bundle.settings.len(), MOST_SETTINGS));
    }
    let is_long = |text: &str| text.len() > 4 * MOST_CHARS;
    if bundle.settings.iter().any(|(key, value)| is_long(key) || is_long(value)) {
        return Err(format!("a setting is longer than {MOST_CHARS} characters"));
    }
    for (i, article) in bundle.articles.iter().enumerate() {
        check_article(article).map_err(|what| format!("article {}: {what}", i + 1))?;
    }
    let digests = [Some(&bundle.result.sha256), bundle.result.comparison_sha256.as_ref()];
    if digests.into_iter().flatten().all(|digest| is_sha256(digest)) {
        Ok(())
    } else {
        Err("the result has no SHA-256".to_owned())
    }
}

fn check_article(article: &ArticleRecord) -> Result<(), String> {
    let digests = [&article.sha256, &article.text_sha256, &article.result_sha256];
    if !digests.into_iter().all(|digest| is_sha256(digest)) {
        return Err("a SHA-256 is not one".to_owned());
    }
    if article.source.len() > 4 * MOST_CHARS || article.title.as_ref().is_some_and(|t| t.len() > 4 * MOST_CHARS) {
        return Err(format!("its name or title is longer than {MOST_CHARS} characters"));
    }
    if article.text.as_ref().is_some_and(|text| text.len() > MAX_BYTES) {
        return Err(format!("its text is larger than {MAX_BYTES} bytes"));
    }
    let n_stretches = article.sorting.body.len().max(article.sorting.aside.len());
    if n_stretches > Sorting::MOST {
        return Err(format!("{n_stretches} stretches, at most {} are read", Sorting::MOST));
    }
    if article.corrections.len() > MOST_CORRECTIONS {
        return Err(format!("{} corrections, at most {MOST_CORRECTIONS} are read", article.corrections.len()));
    }
    if article.published.as_deref().is_some_and(|day| Day::parse(day).is_none()) {
        return Err("its day of publication does not exist".to_owned());
    }
    Ok(())
}

fn is_sha256(digest: &str) -> bool {
    digest.len() == 64 && digest.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}
