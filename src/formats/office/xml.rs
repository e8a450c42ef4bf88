//! XML as a run of openings, texts and closings.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::Reason;
use super::super::reference::reference;

/// A piece of a part.
pub(super) enum Node<'a> {
    /// An element begins.
    Open(&'a BytesStart<'a>),
    /// An element ends.
    Close,
    /// Text.
    Text(&'a str),
}

/// Deeper XML is no document.
const DEEPEST: usize = 512;

/// Calls `visit` for each piece, in order.
///
/// # Errors
/// When the XML is damaged; what stands before the damage was visited.
pub(super) fn walk(xml: &str, mut visit: impl FnMut(Node)) -> Result<(), Reason> {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Reason::Damaged { detail: "XML nested too deep".to_owned() });
                }
                visit(Node::Open(&tag));
            }
            Ok(Event::End(_)) => {
                depth -= 1;
                visit(Node::Close);
            }
            Ok(Event::Empty(tag)) => {
                visit(Node::Open(&tag));
                visit(Node::Close);
            }
            Ok(Event::Text(text)) => visit(Node::Text(&text)),
            Ok(Event::CData(text)) => visit(Node::Text(&text)),
            Ok(Event::GeneralRef(name)) => visit(Node::Text(&reference(&name).unwrap_or_default())),
            Ok(Event::Eof) if depth > 0 => return Err(Reason::Truncated),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(Reason::Damaged { detail: error.to_string() }),
        }
    }
}

/// The text of the first element of that name, without its prefix.
pub(super) fn element(xml: &str, name: &str) -> Option<String> {
    let (mut open, mut found) = (0, None::<String>);
    // The element may stand before the damage.
    let _ = walk(xml, |node| match node {
        Node::Open(tag) if open > 0 || found.is_none() && tag.local_name().into_inner() == name => {
            open += 1;
            found.get_or_insert_default();
        }
        Node::Close if open > 0 => open -= 1,
        Node::Text(text) if open > 0 => found.get_or_insert_default().push_str(text),
        _ => {}
    });
    found
}

/// An attribute by its name without prefix.
pub(super) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|a| a.key.local_name().into_inner() == name);
    found.map(|a| a.value.into_owned())
}
