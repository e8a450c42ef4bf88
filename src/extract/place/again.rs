//! Countries of one syllable that are also given names, where the article names them beyond doubt elsewhere.

use rustc_hash::FxHashMap;

use crate::extract::name::{Gathered, Taken, is_shouted};
use crate::extract::{Mention, MentionType, Reading};
use crate::text::TokenKind;

use super::{Place, known_at};

/// Adds `Nga` in `tin tặc Nga` or `là Nga` to an article that speaks of `nước Nga`.
pub(super) fn again(r: &Reading, people: &Taken, bodies: &Taken, found: &mut Gathered<Place>) {
    let mut sure: FxHashMap<String, String> = FxHashMap::default();
    let mut taken = Vec::new();
    for (key, place, mentions) in found.iter() {
        taken.extend(mentions.iter().map(|m| m.span));
        if place.category == "country" {
            let single = mentions.iter().map(|m| m.span.of(r.text)).find(|text| !text.contains([' ', '-', '\u{a0}']));
            sure.extend(single.map(|text| (text.to_owned(), key.to_owned())));
        }
    }
    if sure.is_empty() {
        return;
    }
    let taken = Taken::new(taken);
    for sentence in r.sentences.iter().filter(|s| !is_shouted(r, s.tokens.clone())) {
        for i in sentence.tokens.clone() {
            let Some(key) = r.is_capital(i).then(|| sure.get(r.raw(i))).flatten() else { continue };
            let span = r.tokens[i].span;
            let free = !taken.holds(span.start()) && !people.holds(span.start()) && !bodies.holds(span.start());
            if !free || !stands_free(r, i, sentence.tokens.start, sentence.tokens.end, people) {
                continue;
            }
            let Some((1, known)) = known_at(r, i, sentence.tokens.end) else { continue };
            found.add(key, Mention { span, kind: MentionType::Name, zone: sentence.zone }, || Place {
                name: known.name.to_owned(),
                category: known.level,
                within: Vec::new(),
                mentions: Vec::new(),
                rule: "known",
            });
        }
    }
}

/// Whether no form of address stands before the word, and no name goes on around it.
fn stands_free(r: &Reading, i: usize, start: usize, end: usize, people: &Taken) -> bool {
    let capital = |k: usize| r.kind(k) == Some(TokenKind::Word) && r.is_capital(k);
    let goes_on = i + 1 < end && capital(i + 1) && !people.holds(r.tokens[i + 1].span.start());
    let Some(before) = i.checked_sub(1).filter(|_| i > start) else { return !goes_on };
    let addressed = matches!(
        r.low(before),
        "ông"
            | "bà"
            | "anh"
            | "chị"
            | "em"
            | "cô"
            | "chú"
            | "cụ"
            | "bé"
            | "thầy"
            | "bác"
            | "cháu"
            | "bạn"
            | "nàng"
            | "thị"
    );
    let named = capital(before) && (before > start || r.lexicon.family_names.holds(r.low(before)));
    !goes_on && !addressed && !named
}
