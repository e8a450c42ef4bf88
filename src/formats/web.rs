//! Web pages as files: a saved page, or one with its pictures in one file (MHTML).

use super::html::{self, Article, Page, Scope};
use super::read::{File, Found, one};
use super::{Document, Event, Format, Reason, Settings, Unread};

/// Reads a saved page.
pub(super) fn html(file: File, settings: &Settings) -> Found {
    match html::decoded(&file.bytes, settings, None) {
        Ok(decoded) => page(file, &decoded.text, Format::Html),
        Err(reason) => one(Unread::new(file.name, Some(Format::Html), reason)),
    }
}

/// The articles of a page.
pub(super) fn page(file: File, text: &str, format: Format) -> Found {
    let articles = match html::read(text, Scope::Page) {
        Page::Articles(articles) => articles,
        Page::List(n) => return one(Unread::new(file.name, Some(format), Reason::ListOfArticles { n })),
        Page::Empty => return one(Unread::new(file.name, Some(format), Reason::Empty)),
    };
    let (name, year, is_single) = (file.name, file.folder_year, articles.len() == 1);
    Box::new(articles.into_iter().enumerate().flat_map(move |(i, article)| {
        let name = if is_single { name.clone() } else { format!("{name}#{}", i + 1) };
        events(name, format, article, year)
    }))
}

/// The document of an article, and what is to be told of it.
pub(super) fn events(name: String, format: Format, article: Article, folder_year: Option<i32>) -> Vec<Event> {
    let Article { text, hints, stated, is_cut } = article;
    if text.trim().is_empty() {
        return vec![Unread::new(name, Some(format), Reason::Empty).into()];
    }
    let cut = is_cut.then(|| Unread::new(name.clone(), Some(format), Reason::Truncated).partly().into());
    let mut document = Document::of_blocks(name, format, text, hints);
    document.stated = stated;
    document.stated.folder_year = folder_year;
    std::iter::once(document.into()).chain(cut).collect()
}
