//! A quick look that tells of most tokens that the name of no instrument begins at them.

use crate::extract::Reading;
use crate::text::{Openers, PhraseList};

use super::digital::DATABASES;
use super::document::{NUMBERED, TITLED};
use super::named::{AWARDS, PLANTS, ROUTES, WORKS};

/// What else a name in small letters, or in quotation marks, begins with.
static OTHERS: PhraseList = PhraseList::new(&["“", "\"", "«", "chỉ số", "trung tâm dữ liệu", "tổng đài"]);

static OPENERS: Openers = Openers::of(&[&NUMBERED, &TITLED, &DATABASES, &AWARDS, &PLANTS, &ROUTES, &WORKS, &OTHERS]);

/// Whether the name of an instrument may begin at `i`. A rule that begins with other words adds them to a list: tests fail
/// where they are missing.
pub(super) fn may_open(r: &Reading, i: usize) -> bool {
    let lexicon = r.lexicon;
    let begins = |mark| {
        OPENERS.hold(mark)
            || lexicon.plan_words.may_begin(mark)
            || lexicon.system_heads.may_begin(mark)
            || lexicon.instruments.may_begin(mark)
    };
    // `iHaiPhong`, `e-LamDong`
    let is_coded = matches!(r.raw(i).as_bytes(), [b'i' | b'e'] | [b'i' | b'e', b'A'..=b'Z', ..]);
    r.is_capital(i) || r.language == "en" || is_coded || r.mark(i).is_some_and(begins)
}
