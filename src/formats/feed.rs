//! RSS, Atom and RDF: each entry is an article.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event as Xml};

use super::dates::{self, Order};
use super::html::{self, Article, Page, Scope};
use super::read::{File, Found, one};
use super::reference::reference;
use super::web::events;
use super::{Event, Format, Hint, HintKind, Reason, Said, Settings, Stated, Unread};

/// Elements inside an entry that are looked into.
const DEEPEST: usize = 60;

/// Reads a feed.
pub(super) fn read(file: File, settings: &Settings) -> Found {
    let decoded = match html::decoded(&file.bytes, settings, None) {
        Ok(decoded) => decoded,
        Err(reason) => return one(Unread::new(file.name, Some(Format::Feed), reason)),
    };
    let Feed { entries, outlet, broken } = feed(&decoded.text);
    if entries.is_empty() {
        let reason = broken.map_or(Reason::Empty, |detail| Reason::Damaged { detail });
        return one(Unread::new(file.name, Some(Format::Feed), reason));
    }
    let broken = broken
        .map(|detail| Unread::new(file.name.clone(), Some(Format::Feed), Reason::Damaged { detail }).partly().into());
    let (name, year) = (file.name, file.folder_year);
    let documents = entries.into_iter().enumerate().flat_map(move |(i, entry)| {
        let article = entry.article(outlet.as_ref());
        events(format!("{name}#{}", i + 1), Format::Feed, article, year)
    });
    Box::new(documents.chain::<Option<Event>>(broken))
}

/// A feed as it is written.
#[derive(Debug, Default)]
struct Feed {
    entries: Vec<Entry>,
    outlet: Option<Said>,
    /// What is wrong with it; the entries before are read.
    broken: Option<String>,
}

/// The fields of an entry: name (`content:encoded`, `author/name`) and content, HTML as HTML.
#[derive(Debug, Default)]
struct Entry {
    fields: Vec<(String, String)>,
}

fn feed(text: &str) -> Feed {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    (config.check_end_names, config.allow_unmatched_ends, config.allow_dangling_amp) = (false, true, true);
    let mut feed = Feed::default();
    // Names of the open elements, from the entry (or the feed) on.
    let mut open: Vec<String> = Vec::new();
    let mut entry: Option<Entry> = None;
    let mut channel = Entry::default();
    loop {
        let event = match reader.read_event() {
            Ok(Xml::Eof) => break,
            Ok(event) => event,
            Err(error) => {
                feed.broken = Some(error.to_string());
                break;
            }
        };
        match event {
            Xml::Start(tag) => {
                let name = name_of(&tag);
                if entry.is_none() && matches!(name.as_str(), "item" | "entry") {
                    (entry, open) = (Some(Entry::default()), Vec::new());
                } else if entry.is_some() || !matches!(name.as_str(), "rss" | "feed" | "channel" | "rdf:rdf") {
                    let fields = entry.as_mut().unwrap_or(&mut channel);
                    fields.open(&open, &name, &tag);
                    open.push(name);
                }
            }
            Xml::Empty(tag) => entry.as_mut().unwrap_or(&mut channel).open(&open, &name_of(&tag), &tag),
            Xml::End(_) if entry.is_some() && open.is_empty() => feed.entries.extend(entry.take()),
            Xml::End(_) => {
                let closed = open.pop();
                if let (Some(name), false) = (closed, open.is_empty()) {
                    entry.as_mut().unwrap_or(&mut channel).add(&open, &format!("</{name}>"));
                }
            }
            Xml::Text(text) => entry.as_mut().unwrap_or(&mut channel).add(&open, &text),
            Xml::CData(text) => entry.as_mut().unwrap_or(&mut channel).add(&open, &text),
            Xml::GeneralRef(name) => entry.as_mut().unwrap_or(&mut channel).add(&open, &referred(&name)),
            _ => {}
        }
    }
    feed.entries.extend(entry.filter(|entry| !entry.fields.is_empty()));
    let title = channel.fields.iter().find(|(name, text)| name == "title" && !text.trim().is_empty());
    feed.outlet = title.and_then(|(_, text)| Said::new(&plain(text), "channel title"));
    feed
}

/// What a reference stands for; what XML does not know, HTML will.
fn referred(name: &BytesRef) -> String {
    reference(name).unwrap_or_else(|| format!("&{};", &**name))
}

fn name_of(tag: &BytesStart) -> String {
    let name = tag.name();
    AsRef::<str>::as_ref(&name).to_ascii_lowercase()
}

fn attribute(tag: &BytesStart, wanted: &str) -> Option<String> {
    let found = tag
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|a| AsRef::<str>::as_ref(&a.key).eq_ignore_ascii_case(wanted))?;
    Some(found.value.replace("&amp;", "&"))
}

impl Entry {
    /// Begins a field, or an element inside one.
    fn open(&mut self, open: &[String], name: &str, tag: &BytesStart) {
        if open.is_empty() {
            self.fields.push((name.to_owned(), String::new()));
            let is_other = attribute(tag, "rel").is_some_and(|rel| rel != "alternate");
            if let Some(href) = attribute(tag, "href").filter(|_| name == "link" && !is_other) {
                self.add(&[name.to_owned()], &href);
            }
        } else if open.len() < DEEPEST {
            let href =
                attribute(tag, "href").map(|href| format!(" href=\"{}\"", href.replace('"', ""))).unwrap_or_default();
            let class = attribute(tag, "class")
                .map(|class| format!(" class=\"{}\"", class.replace('"', "")))
                .unwrap_or_default();
            self.add(open, &format!("<{name}{href}{class}>"));
        }
    }

    fn add(&mut self, open: &[String], text: &str) {
        if let (false, Some((_, content))) = (open.is_empty(), self.fields.last_mut()) {
            content.push_str(text);
        }
    }

    fn field(&self, names: &[&str]) -> Option<(&str, &str)> {
        names.iter().find_map(|wanted| {
            let found = self.fields.iter().find(|(name, text)| name == wanted && !text.trim().is_empty())?;
            Some((found.0.as_str(), found.1.as_str()))
        })
    }

    fn article(&self, outlet: Option<&Said>) -> Article {
        let said = |names: &[&str]| self.field(names).and_then(|(name, text)| Said::new(&plain(text), name));
        let title = said(&["title", "dc:title"]);
        let body =
            self.field(&["content:encoded", "content", "atom:content", "description", "summary", "atom:summary"]);
        let mut article = match body.map(|(_, html)| html::read(html, Scope::Whole)) {
            Some(Page::Articles(mut articles)) if !articles.is_empty() => articles.swap_remove(0),
            _ => Article::default(),
        };
        if let Some(title) = title.as_ref().filter(|title| article.text.lines().next() != Some(title.value.as_str())) {
            head(&mut article, &title.value);
        }
        let dates = ["pubdate", "published", "dc:date", "issued", "updated", "date"];
        let published =
            self.field(&dates).and_then(|(name, text)| Said::new(&dates::iso(text, Order::DayFirst, true)?, name));
        let address = self.field(&["link", "guid", "id"]).filter(|(_, text)| text.trim().starts_with("http"));
        article.stated = Stated {
            title,
            outlet: said(&["source", "dc:publisher"]).or_else(|| outlet.cloned()),
            author: said(&["dc:creator", "author", "itunes:author"]).map(person),
            published,
            url: address.and_then(|(name, text)| Said::new(text, name)),
            ..Stated::default()
        };
        article
    }
}

/// Puts the title before the lines of an entry.
fn head(article: &mut Article, title: &str) {
    article.text = format!("{title}\n{}", article.text);
    article.hints.iter_mut().for_each(|hint| hint.lines = hint.lines.start + 1..hint.lines.end + 1);
    article.hints.insert(0, Hint { lines: 0..1, kind: HintKind::Title, rule: "feed:title".to_owned() });
}

/// The name in `bao@example.vn (Minh Anh)`.
fn person(said: Said) -> Said {
    let name = said
        .value
        .split_once('(')
        .and_then(|(mail, rest)| mail.contains('@').then(|| rest.trim_end_matches(')').to_owned()));
    Said { value: name.unwrap_or(said.value), ..said }
}

/// HTML as words.
fn plain(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.to_owned();
    }
    match html::read(text, Scope::Whole) {
        Page::Articles(articles) => articles.iter().map(|article| article.text.as_str()).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{Content, Document};

    fn documents(text: &str) -> (Vec<Document>, Vec<Reason>) {
        let file = File { name: "tin.xml".to_owned(), bytes: text.as_bytes().to_vec(), folder_year: None };
        let (mut documents, mut unread) = (Vec::new(), Vec::new());
        for event in read(file, &Settings::default()) {
            match event {
                Event::Document(document) => documents.push(*document),
                Event::Unread(event) => unread.push(event.reason),
                Event::Columns(_) | Event::Elsewhere { .. } => {}
            }
        }
        (documents, unread)
    }

    #[track_caller]
    fn check(text: &str, lines: &str, stated: [&str; 5]) {
        let (documents, _) = documents(text);
        let Content::Blocks { text, .. } = &documents[0].content else { panic!("{documents:?}") };
        assert_eq!(text, lines);
        let said = documents[0].stated.clone();
        let all = [said.title, said.outlet, said.author, said.published, said.url];
        assert_eq!(all.map(|s| s.map(|s| s.value).unwrap_or_default()), stated);
    }

    #[test]
    fn rss_content_goes_before_its_summary() {
        check(
            "<?xml version='1.0'?><rss><channel><title>Báo Bến Tre</title><link>https://b.vn</link><item>
            <title><![CDATA[Giá dừa &amp; lúa tăng]]></title><link>https://b.vn/1.html</link>
            <pubDate>Tue, 10 Oct 2023 01:00:00 GMT</pubDate><dc:creator>Minh Anh</dc:creator>
            <description>Tóm tắt</description><content:encoded><![CDATA[<p>Một.</p><script>x</script><p>Hai&nbsp;ba.</p>]]></content:encoded>
            </item></channel></rss>",
            "Giá dừa & lúa tăng\nMột.\nHai ba.",
            ["Giá dừa & lúa tăng", "Báo Bến Tre", "Minh Anh", "2023-10-10T08:00", "https://b.vn/1.html"],
        );
    }

    #[test]
    fn atom_and_rdf_are_read() {
        check(
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>Tin</title><link rel='self' href='https://b.vn/feed'/><entry><title type='html'>Lúa &amp;lt;mới&amp;gt;</title>
            <link rel='edit' href='https://b.vn/e'/><link href='https://b.vn/2'/><author><name>Lê Hoa</name></author><published>2023-10-10T08:00:00+07:00</published>
            <content type='xhtml'><div xmlns='x'><p>Một <b>hai</b>.</p><br/><p>Ba.</p></div></content></entry></feed>",
            "Lúa <mới>\nMột hai.\nBa.",
            ["Lúa <mới>", "Tin", "Lê Hoa", "2023-10-10T08:00", "https://b.vn/2"],
        );
        check(
            "<rdf:RDF><channel><title>Tin</title></channel><item><title>A</title><link>http://b.vn/3</link><dc:date>2021-02-03</dc:date><description>&lt;p&gt;Một.&lt;/p&gt;</description></item></rdf:RDF>",
            "A\nMột.",
            ["A", "Tin", "", "2021-02-03", "http://b.vn/3"],
        );
    }

    #[test]
    fn what_is_whole_of_a_torn_feed_is_kept() {
        let (documents, unread) = documents(
            "<rss><channel><item><title>A</title><description>Một.</description></item><item><title>B</title><description>Hai <",
        );
        assert_eq!(documents.len(), 2);
        assert!(matches!(unread[..], [Reason::Damaged { .. }]), "{unread:?}");
        assert_eq!(self::documents("<rss><channel></channel></rss>").1, [Reason::Empty]);
    }
}
