//! Other names given right after a name: `Đề án … đến năm 2030 (gọi tắt là Đề án 06)`, `Chương trình … (Chương trình 135)`.

use rustc_hash::FxHashMap;

use crate::extract::Reading;

use super::hit::Hit;

/// Words that bring in another name.
const CALLED: [&str; 6] =
    ["gọi tắt là", "sau đây gọi tắt là", "sau đây gọi là", "sau đây viết tắt là", "viết tắt là", "gọi là"];

/// The keys of names that the text gives as other names, with the key of the full name; `key` gives the key of a name.
pub(super) fn other_names(r: &Reading, hits: &[Hit], key: impl Fn(&Hit) -> String) -> FxHashMap<String, String> {
    let pairs = hits.windows(2).filter_map(|pair| Some((pair.first()?, pair.last()?)));
    pairs.filter(|(full, other)| is_called(r, full, other)).map(|(full, other)| (key(other), key(full))).collect()
}

/// Whether the second name stands after the first as another name of the same: alone in brackets, or brought in by words.
fn is_called(r: &Reading, full: &Hit, other: &Hit) -> bool {
    let from = full.tokens.end + 1;
    let called = r.any(from, &CALLED);
    let brackets = r.raw(full.tokens.end) == "(" && r.raw(other.tokens.end) == ")";
    let brought_in = called.is_some() && matches!(r.raw(full.tokens.end), "(" | ",");
    called.unwrap_or(from) == other.tokens.start
        && (brought_in || brackets && other.tokens.len() < full.tokens.len())
        && (full.category == other.category || is_digital(full) && is_digital(other))
}

/// Whether the name is of something that runs on computers, whichever kind its words say.
fn is_digital(hit: &Hit) -> bool {
    matches!(hit.category, "app" | "database" | "digital_service" | "information_system" | "platform")
}
