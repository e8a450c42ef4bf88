//! Word: `word/document.xml` with its styles and notes.

use quick_xml::events::BytesStart;

use super::super::blocks::{Blocks, style_kind};
use super::super::{Format, HintKind};
use super::body::{Act, Styles, Walk, styles};
use super::xml::attribute;
use super::{Outcome, Parts, said};

/// Reads an opened document.
pub(super) fn read(parts: &mut Parts<'_>, name: &str) -> Outcome {
    let body = parts.text("word/document.xml")?;
    let name_of = |tag: &BytesStart| (tag.local_name().into_inner() == "name").then(|| attribute(tag, "val")).flatten();
    let styles = parts
        .text("word/styles.xml")
        .map(|xml| styles(Styles::default(), &xml, "styleId", &name_of, "basedOn"))
        .unwrap_or_default();
    let mut blocks = Blocks::default();
    let in_body = |tag: &BytesStart| act(tag, &styles);
    let broken = Walk { act: &in_body, only_in_runs: true }.read(&body, &mut blocks).err();
    let in_note = |tag: &BytesStart| match act(tag, &styles) {
        Act::Paragraph(_) => Act::Paragraph(Some((HintKind::Footnote, "doc:footnote"))),
        act => act,
    };
    for part in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Ok(notes) = parts.text(part) {
            // A note that is damaged takes nothing from the text.
            let _ = Walk { act: &in_note, only_in_runs: true }.read(&notes, &mut blocks);
        }
    }
    let mut document = blocks.document(name, Format::Docx);
    if let Ok(core) = parts.text("docProps/core.xml") {
        document.stated.title = said(&core, "title", "docProps/core.xml");
        document.stated.author = said(&core, "creator", "docProps/core.xml");
        document.stated.made = said(&core, "created", "docProps/core.xml");
    }
    Ok((document, broken))
}

fn act(tag: &BytesStart, styles: &Styles) -> Act {
    match tag.local_name().into_inner() {
        "p" => Act::Paragraph(None),
        "pStyle" => {
            let id = attribute(tag, "val").unwrap_or_default();
            styles.get(&id).copied().or_else(|| style_kind(&id)).map_or(Act::Nothing, Act::Is)
        }
        "numPr" => Act::Is((HintKind::ListItem, "doc:list")),
        "t" => Act::Run,
        "tr" => Act::Row,
        "tc" => Act::Cell,
        "tab" | "ptab" => Act::Blank(1),
        "br" | "cr" => Act::Line,
        "noBreakHyphen" => Act::Mark("-"),
        // Deleted or moved away; codes of fields; what old programs show in place of a drawing; marks of tab stops.
        "del" | "moveFrom" | "delText" | "instrText" | "Fallback" | "tabs" => Act::Skip,
        _ => Act::Nothing,
    }
}
