//! OpenDocument text: `content.xml` with its styles.

use quick_xml::events::BytesStart;

use super::super::blocks::{Blocks, style_kind};
use super::super::{Format, HintKind, Reason};
use super::body::{Act, Styles, Walk, styles};
use super::xml::attribute;
use super::{Outcome, Parts, said};

/// Reads an opened document.
pub(super) fn read(parts: &mut Parts<'_>, name: &str) -> Outcome {
    if parts.text("META-INF/manifest.xml").is_ok_and(|manifest| manifest.contains("encryption-data")) {
        return Err(Reason::Encrypted);
    }
    let body = parts.text("content.xml")?;
    let mut kinds = Styles::default();
    for xml in [parts.text("styles.xml").unwrap_or_default(), body.clone()] {
        kinds = styles(kinds, &xml, "name", &|_| None, "parent-style-name");
    }
    let mut blocks = Blocks::default();
    let act = |tag: &BytesStart| act(tag, &kinds);
    let broken = Walk { act: &act, only_in_runs: false }.read(&body, &mut blocks).err();
    let mut document = blocks.document(name, Format::Odt);
    if let Ok(meta) = parts.text("meta.xml") {
        document.stated.title = said(&meta, "title", "meta.xml");
        document.stated.author =
            said(&meta, "initial-creator", "meta.xml").or_else(|| said(&meta, "creator", "meta.xml"));
        document.stated.made = said(&meta, "creation-date", "meta.xml");
    }
    Ok((document, broken))
}

fn act(tag: &BytesStart, styles: &Styles) -> Act {
    let styled = || {
        let id = attribute(tag, "style-name").unwrap_or_default();
        styles.get(&id).copied().or_else(|| style_kind(&id))
    };
    match tag.local_name().into_inner() {
        "p" => Act::Paragraph(styled()),
        "h" => Act::Paragraph(styled().or(Some((HintKind::Heading, "doc:heading")))),
        "list-item" => Act::Inside((HintKind::ListItem, "doc:list")),
        "note-body" => Act::Inside((HintKind::Footnote, "doc:footnote")),
        "table-row" => Act::Row,
        "table-cell" => Act::Cell,
        "s" => Act::Blank(attribute(tag, "c").and_then(|n| n.parse().ok()).unwrap_or(1)),
        "tab" => Act::Blank(1),
        "line-break" => Act::Line,
        // Deleted text, comments, the number of a note, what stands for a picture, settings.
        "tracked-changes" | "annotation" | "note-citation" | "title" | "desc" | "automatic-styles" | "forms" => {
            Act::Skip
        }
        _ => Act::Nothing,
    }
}
