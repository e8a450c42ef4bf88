//! Markdown: front matter, headings, lists; links and emphasis without their marks.

use super::dates::{self, Order};
use super::html::Article;
use super::read::{File, Found, one};
use super::{Format, Hint, HintKind, Said, Settings, Stated, Unread, web};

/// A line without its marks, and what they say it is.
type Line = (String, Option<(HintKind, &'static str)>);

/// Reads Markdown.
pub(super) fn read(file: File, settings: &Settings) -> Found {
    match file.text(settings) {
        Ok(decoded) => {
            Box::new(web::events(file.name, Format::Markdown, article(&decoded.text), file.folder_year).into_iter())
        }
        Err(reason) => one(Unread::new(file.name, Some(Format::Markdown), reason)),
    }
}

fn article(text: &str) -> Article {
    let text = text.trim_start_matches('\u{feff}');
    let (front, body) = front_matter(text);
    let mut lines: Vec<Line> = Vec::new();
    let mut stated = front.map(stated).unwrap_or_default();
    let (mut in_code, mut goes_on) = (false, false);
    for raw in body.lines() {
        let line = raw.trim();
        if line.starts_with("```") || line.starts_with("~~~") {
            (in_code, goes_on) = (!in_code, false);
            continue;
        }
        if line.is_empty() || is_rule(line) && !in_code {
            // `Title` over `===`.
            if let (true, Some((_, hint))) = (goes_on && line.starts_with(['=', '-']), lines.last_mut()) {
                *hint = Some((HintKind::Heading, "markdown:heading"));
            }
            goes_on = false;
            continue;
        }
        let (line, hint) = if in_code { (line.to_owned(), None) } else { classed(line) };
        let is_plain = hint.is_none() && !in_code;
        match lines.last_mut().filter(|_| goes_on && is_plain) {
            // Lines of a paragraph are one line, unless two blanks part them.
            Some((last, _)) => {
                last.push(' ');
                last.push_str(&line);
            }
            None => lines.push((line, hint)),
        }
        let may_go_on = is_plain || hint.is_some_and(|(kind, _)| kind == HintKind::ListItem);
        goes_on = may_go_on && !raw.ends_with("  ") && !raw.ends_with('\\');
    }
    lines.retain(|(line, _)| !line.is_empty());
    if let Some((line, hint)) = lines.first_mut().filter(|(_, hint)| hint.is_some_and(|h| h.0 == HintKind::Heading)) {
        *hint = Some((HintKind::Title, "markdown:heading"));
        stated.title = stated.title.or_else(|| Said::new(line, "heading"));
    } else if let Some(title) = &stated.title {
        lines.insert(0, (title.value.clone(), Some((HintKind::Title, "markdown:front matter"))));
    }
    let hint = |(at, (_, hint)): (usize, &Line)| {
        hint.map(|(kind, rule)| Hint { lines: at as u32..at as u32 + 1, kind, rule: rule.to_owned() })
    };
    let hints = lines.iter().enumerate().filter_map(hint).collect();
    let text = lines.iter().map(|(line, _)| line.as_str()).collect::<Vec<_>>().join("\n");
    Article { text, hints, stated, is_cut: false }
}

/// The lines between `---` and `---` at the head, and what comes after.
fn front_matter(text: &str) -> (Option<&str>, &str) {
    let Some(rest) = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n")) else { return (None, text) };
    let mut at = 0;
    for line in rest.split_inclusive('\n').take(200) {
        if matches!(line.trim_end(), "---" | "...") {
            return (Some(&rest[..at]), &rest[at + line.len()..]);
        }
        if !line.trim().is_empty() && !line.contains(':') && !line.trim_start().starts_with(['-', '#']) {
            break;
        }
        at += line.len();
    }
    (None, text)
}

/// What `name: value` lines state.
fn stated(front: &str) -> Stated {
    let value = |names: &[&str]| {
        names.iter().find_map(|wanted| {
            let lines = front.lines().filter_map(|line| line.split_once(':'));
            let (name, value) = { lines }.find(|(name, _)| name.trim().eq_ignore_ascii_case(wanted))?;
            let value = value.trim().trim_matches(['"', '\'', '[', ']']);
            Said::new(value, format!("front matter {}", name.trim()))
        })
    };
    let published = value(&["date", "published", "publishdate", "ngày", "ngày đăng"]);
    Stated {
        title: value(&["title", "tiêu đề"]),
        outlet: value(&["source", "outlet", "publication", "nguồn"]),
        author: value(&["author", "authors", "tác giả"]),
        published: published
            .and_then(|said| Some(Said { value: dates::iso(&said.value, Order::DayFirst, true)?, ..said })),
        url: value(&["url", "link", "canonical"]),
        ..Stated::default()
    }
}

fn is_rule(line: &str) -> bool {
    let mark = line.chars().next().unwrap_or(' ');
    matches!(mark, '-' | '=' | '*' | '_')
        && line.chars().filter(|c| !c.is_whitespace()).all(|c| c == mark)
        && line.len() > 2
}

/// A line without its marks, and what they say it is.
fn classed(line: &str) -> Line {
    let line = line.trim_start_matches("> ").trim_start_matches('>').trim();
    let hashes = line.bytes().take_while(|&b| b == b'#').count();
    if (1..=6).contains(&hashes) && line[hashes..].starts_with(' ') {
        return (
            unmarked(line[hashes..].trim().trim_end_matches('#').trim()),
            Some((HintKind::Heading, "markdown:heading")),
        );
    }
    if line.starts_with('|') && line.ends_with('|') && line.len() > 1 {
        let cells: Vec<String> = line.trim_matches('|').split('|').map(|cell| unmarked(cell.trim())).collect();
        let is_ruler = cells.iter().all(|cell| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':')));
        return (if is_ruler { String::new() } else { cells.join("\t") }, Some((HintKind::TableRow, "markdown:table")));
    }
    if let Some(rest) = ["- ", "* ", "+ "].iter().find_map(|mark| line.strip_prefix(mark)) {
        return (format!("- {}", unmarked(rest.trim())), Some((HintKind::ListItem, "markdown:list")));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if (1..4).contains(&digits) && line[digits..].starts_with(". ") {
        return (unmarked(line), Some((HintKind::ListItem, "markdown:list")));
    }
    (unmarked(line), None)
}

/// Text without the marks of links, pictures, emphasis and code: `[lúa](http://…)`, `**lúa**`.
fn unmarked(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        if let Some((words, after)) = link(rest) {
            out.push_str(&unmarked(words));
            rest = after;
        } else if let Some(escaped) =
            rest.strip_prefix('\\').and_then(|r| r.chars().next()).filter(char::is_ascii_punctuation)
        {
            out.push(escaped);
            rest = &rest[2..];
        } else if rest.starts_with("**") || rest.starts_with("__") || rest.starts_with("~~") {
            rest = &rest[2..];
        } else if c == '`' || matches!(c, '*' | '_') && is_emphasis(line, line.len() - rest.len()) {
            rest = &rest[1..];
        } else if let Some((address, after)) =
            rest.strip_prefix('<').and_then(|r| r.split_once('>')).filter(|(a, _)| a.contains("://"))
        {
            out.push_str(address);
            rest = after;
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// The words of a link or picture at the head of a text, and what comes after it. A picture has none.
fn link(text: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 2000;
    let is_picture = text.starts_with('!');
    let inner = text.strip_prefix("![").or_else(|| text.strip_prefix('['))?;
    let reach = (0..=inner.len().min(LONGEST)).rev().find(|&at| inner.is_char_boundary(at))?;
    let close = inner[..reach].find(']')?;
    let (words, rest) = (&inner[..close], &inner[close + 1..]);
    let open = rest.strip_prefix('(')?;
    let reach = (0..=open.len().min(LONGEST)).rev().find(|&at| open.is_char_boundary(at))?;
    let end = open[..reach].find(')')?;
    let words = if is_picture || words.contains('[') { "" } else { words };
    Some((words, &open[end + 1..]))
}

/// Whether the mark at a byte stands at the edge of a word.
fn is_emphasis(line: &str, at: usize) -> bool {
    let before = line[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    let after = line[at + 1..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    (before || after) && !(blank(line[..at].chars().next_back()) && blank(line[at + 1..].chars().next()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_and_taken_away() {
        let cases = [
            ("Xem [giá lúa](https://b.vn/1 \"x\") **hôm nay**, *tăng* `5%`.", "Xem giá lúa hôm nay, tăng 5%."),
            ("![ảnh](a.png) Một", " Một"),
            ("ten_bien và 2 * 3 * 4", "ten_bien và 2 * 3 * 4"),
            ("\\*không\\* [sao]", "*không* [sao]"),
        ];
        for (line, expected) in cases {
            assert_eq!(unmarked(line), expected);
        }
    }

    #[test]
    fn front_matter_and_headings() {
        let text = "---\ntitle: \"Lúa được mùa\"\nauthor: Minh Anh\ndate: 2023-10-10\nsource: Báo Bến Tre\n---\n\nMột dòng\nđi tiếp.\n\n## Giá cả\n\n- tám nghìn\n- chín\n\n| Năm | Giá |\n|---|---|\n| 2022 | 7 |\n";
        let article = article(text);
        assert_eq!(article.text, "Lúa được mùa\nMột dòng đi tiếp.\nGiá cả\n- tám nghìn\n- chín\nNăm\tGiá\n2022\t7");
        let kinds: Vec<_> = article.hints.iter().map(|h| (h.lines.start, h.kind)).collect();
        use HintKind::{Heading, ListItem, TableRow, Title};
        assert_eq!(kinds, [(0, Title), (2, Heading), (3, ListItem), (4, ListItem), (5, TableRow), (6, TableRow)]);
        let said = article.stated;
        assert_eq!(
            said.published.map(|s| (s.value, s.evidence)),
            Some(("2023-10-10".into(), "front matter date".into()))
        );
        assert_eq!(
            (said.author.map(|s| s.value), said.outlet.map(|s| s.value)),
            (Some("Minh Anh".into()), Some("Báo Bến Tre".into()))
        );
    }

    #[test]
    fn a_first_heading_is_the_title() {
        let article = article("# Lúa\n\nMột.\n\nHai\n===\n");
        assert_eq!(article.stated.title.map(|s| s.value).as_deref(), Some("Lúa"));
        assert_eq!(article.hints.iter().map(|h| h.kind).collect::<Vec<_>>(), [HintKind::Title, HintKind::Heading]);
        assert_eq!(super::article("---\nkhông phải\nMột.").text, "không phải Một.");
    }
}
