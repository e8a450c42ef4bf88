//! Books: the chapters in the order of the spine, each read as a web page of which everything is text, as one document.

use quick_xml::events::BytesStart;
use rustc_hash::{FxHashMap, FxHashSet};

use super::super::dates::{self, Order};
use super::super::html::{self, Page, Scope};
use super::super::{Document, Format, Hint, HintKind, Reason, Said, Settings, Stated};
use super::xml::{Node, attribute, walk};
use super::{Outcome, Parts};

/// Reads an opened book.
pub(super) fn read(parts: &mut Parts<'_>, name: &str, settings: &Settings) -> Outcome {
    let container = parts.text("META-INF/container.xml")?;
    let path = root(&container).ok_or_else(|| Reason::Damaged { detail: "no package is named".to_owned() })?;
    let book = package(&parts.text(&path)?, &path);
    let locked = parts.text("META-INF/encryption.xml").map(|xml| locked(&xml)).unwrap_or_default();
    let (mut text, mut broken) = (Text::default(), None);
    let mut left = settings.limits.file;
    for chapter in &book.chapters {
        if locked.contains(chapter) {
            broken = Some(Reason::Encrypted);
            continue;
        }
        match parts.bytes(chapter) {
            Ok(bytes) => {
                let Some(rest) = left.checked_sub(bytes.len() as u64) else {
                    broken = Some(Reason::TooLarge { limit: settings.limits.file });
                    break;
                };
                left = rest;
                text.add(&html::decoded(&bytes, settings, None)?.text);
            }
            Err(reason) => broken = broken.or(Some(reason)),
        }
    }
    let mut document = Document::of_blocks(name.to_owned(), Format::Epub, text.text, text.hints);
    document.stated = book.stated;
    Ok((document, broken))
}

/// The chapters that are read so far.
#[derive(Default)]
struct Text {
    text: String,
    hints: Vec<Hint>,
    n_lines: u32,
}

impl Text {
    /// Adds a chapter. Its headline is a heading of the book, but for the first.
    fn add(&mut self, chapter: &str) {
        let Page::Articles(articles) = html::read(&closed(chapter), Scope::Whole) else { return };
        for article in articles.into_iter().filter(|article| !article.text.trim().is_empty()) {
            let (above, is_first) = (self.n_lines, self.n_lines == 0);
            if !is_first {
                self.text.push('\n');
            }
            self.n_lines += article.text.matches('\n').count() as u32 + 1;
            self.text.push_str(&article.text);
            self.hints.extend(article.hints.into_iter().map(|hint| {
                let is_title = hint.kind == HintKind::Title && !is_first;
                let kind = if is_title { HintKind::Heading } else { hint.kind };
                Hint { lines: hint.lines.start + above..hint.lines.end + above, kind, ..hint }
            }));
        }
    }
}

/// XHTML as HTML: an element that is closed where it opens (`<title/>`, `<a id="n"/>`) would hold all that comes after it.
fn closed(xhtml: &str) -> String {
    const VOID: [&str; 14] =
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
    let mut out = String::with_capacity(xhtml.len());
    let mut rest = xhtml;
    while let Some(end) = rest.find("/>") {
        let (before, after) = (&rest[..end], &rest[end + 2..]);
        rest = after;
        let tag = before.rfind('<').map_or("", |at| &before[at + 1..]);
        let name: &str = tag.split(|c: char| c.is_whitespace()).next().unwrap_or("");
        let is_element = name.starts_with(|c: char| c.is_ascii_alphabetic()) && !tag.contains('>');
        out.push_str(before);
        if is_element && !VOID.contains(&name.to_ascii_lowercase().as_str()) {
            out.push_str("></");
            out.push_str(name);
            out.push('>');
        } else {
            out.push_str("/>");
        }
    }
    out.push_str(rest);
    out
}

/// What the package of a book says.
#[derive(Default)]
struct Book {
    // Paths in the archive, each once, in the order of reading.
    chapters: Vec<String>,
    stated: Stated,
}

/// The path of the package.
fn root(container: &str) -> Option<String> {
    let mut found = None;
    let _ = walk(container, |node| match node {
        Node::Open(tag) if tag.local_name().into_inner() == "rootfile" && found.is_none() => {
            found = attribute(tag, "full-path");
        }
        _ => {}
    });
    found
}

fn package(xml: &str, path: &str) -> Book {
    let mut book = Book::default();
    let mut items: FxHashMap<String, String> = FxHashMap::default();
    let mut read: FxHashSet<String> = FxHashSet::default();
    let mut said: Option<(&'static str, String)> = None;
    // What stands before the damage counts.
    let _ = walk(xml, |node| match node {
        Node::Open(tag) => match tag.local_name().into_inner() {
            "item" if is_chapter(tag) => items.extend(attribute(tag, "id").zip(attribute(tag, "href"))),
            "itemref" => {
                let href = attribute(tag, "idref").and_then(|id| items.get(&id));
                let chapter = href.and_then(|href| resolved(path, href));
                book.chapters.extend(chapter.filter(|chapter| read.insert(chapter.clone())));
            }
            _ => said = place(tag).map(|place| (place, String::new())).or(said.take()),
        },
        Node::Text(text) => said.iter_mut().for_each(|(_, value)| value.push_str(text)),
        Node::Close => {
            if let Some((place, value)) = said.take() {
                state(&mut book.stated, place, &value);
            }
        }
    });
    book
}

/// What an element of the package states.
fn place(tag: &BytesStart) -> Option<&'static str> {
    Some(match tag.name().into_inner() {
        "dc:title" => "OPF title",
        "dc:creator" => "OPF creator",
        "dc:publisher" => "OPF publisher",
        "dc:date" => match attribute(tag, "event").as_deref() {
            None | Some("publication") => "OPF date",
            Some(_) => "OPF date of the file",
        },
        "meta" if attribute(tag, "property").is_some_and(|property| property == "dcterms:modified") => {
            "OPF dcterms:modified"
        }
        _ => return None,
    })
}

/// Takes down what the package states; of several the first.
fn state(stated: &mut Stated, place: &'static str, value: &str) {
    let into = match place {
        "OPF title" => &mut stated.title,
        "OPF creator" => &mut stated.author,
        "OPF publisher" => &mut stated.outlet,
        "OPF date" => &mut stated.published,
        _ => &mut stated.made,
    };
    let is_day = !matches!(place, "OPF title" | "OPF creator" | "OPF publisher");
    let value = if is_day { dates::iso(value, Order::DayFirst, true) } else { Some(value.to_owned()) };
    *into = into.take().or_else(|| Said::new(&value?, place));
}

/// Pages of text; the table of contents for machines is none.
fn is_chapter(tag: &BytesStart) -> bool {
    let is_text = attribute(tag, "media-type").is_some_and(|kind| kind.contains("html"));
    let is_contents = attribute(tag, "properties").is_some_and(|words| words.split(' ').any(|word| word == "nav"));
    is_text && !is_contents
}

/// Parts that are encrypted; a font that is only disguised is no part to read.
fn locked(xml: &str) -> FxHashSet<String> {
    let mut found = FxHashSet::default();
    let _ = walk(xml, |node| match node {
        Node::Open(tag) if tag.local_name().into_inner() == "CipherReference" => {
            found.extend(attribute(tag, "URI").and_then(|path| resolved("", &path)));
        }
        _ => {}
    });
    found
}

/// A path beside another one, in the archive.
fn resolved(base: &str, href: &str) -> Option<String> {
    let href = unescaped(href.split('#').next()?);
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in href.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// `%20` and the like as what they stand for.
fn unescaped(href: &str) -> String {
    let mut bytes = Vec::with_capacity(href.len());
    let mut rest = href.as_bytes();
    while let Some((&b, after)) = rest.split_first() {
        let digits = after.get(..2).filter(|_| b == b'%').and_then(|digits| str::from_utf8(digits).ok());
        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(b));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_without_content_are_closed() {
        let cases = [
            ("<title/><p>A</p>", "<title></title><p>A</p>"),
            ("<a id=\"n\" />B<br/>C", "<a id=\"n\" ></a>B<br/>C"),
            ("1 /> 2 <b>x/></b>", "1 /> 2 <b>x/></b>"),
        ];
        for (xhtml, html) in cases {
            assert_eq!(closed(xhtml), html);
        }
    }

    #[test]
    fn paths_are_resolved() {
        let cases = [
            ("OEBPS/content.opf", "Text/a%20b.xhtml#c", Some("OEBPS/Text/a b.xhtml")),
            ("content.opf", "../a.xhtml", Some("a.xhtml")),
            ("a/b/c.opf", "../d.xhtml", Some("a/d.xhtml")),
            ("c.opf", "100%.html", Some("100%.html")),
            ("c.opf", "#a", None),
        ];
        for (base, href, path) in cases {
            assert_eq!(resolved(base, href).as_deref(), path, "{base} {href}");
        }
    }
}
