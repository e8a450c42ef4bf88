//! References in XML: `&lt;`, `&#273;`.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::BytesRef;

/// What a reference stands for; `None` for names that XML itself does not know.
pub(super) fn reference(name: &BytesRef) -> Option<String> {
    match name.resolve_char_ref() {
        Ok(Some(c)) => Some(c.to_string()),
        _ => resolve_predefined_entity(name).map(str::to_owned),
    }
}
