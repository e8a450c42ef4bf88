//! What stands in brackets after the name of a body, and what goes on behind them: `National Assembly (NA) Standing
//! Committee`.

use std::ops::Range;

use crate::extract::Reading;
use crate::extract::place::known_place;
use crate::lexicon::EnglishWord;
use crate::text::fold;

use super::run::{bracketed_short_form, is, is_name_word, run_at};

/// Most short forms that are tried at the head of a body.
const MOST_SHORT_FORMS: usize = 64;

/// Where the name of a body goes on behind its short form, which comes first: `(NA) Standing Committee`.
pub(super) fn beyond_brackets<'a>(r: &Reading<'a>, body: &Range<usize>, end: usize) -> Option<(&'a str, Range<usize>)> {
    let short = bracketed_short_form(r, body.end, end)?;
    let rest = run_at(r, body.end + 3, end)?;
    let head = (rest.start + 1..rest.end).rev().find(|&k| is(r, k, EnglishWord::Body))?;
    let office = (rest.start..head).any(|k| is(r, k, EnglishWord::Title));
    (!office).then_some((short, rest.start..head + 1))
}

/// The key of a body whose name opens with a short form of another: `NA Standing Committee`, where `NA` is the National
/// Assembly.
pub(super) fn long_key(short_forms: &[(&str, String)], r: &Reading, body: &Range<usize>) -> Option<String> {
    let first = r.raw(body.start);
    let (_, long) = short_forms.iter().take(MOST_SHORT_FORMS).find(|(short, _)| body.len() > 1 && *short == first)?;
    let rest = r.span(body.start + 1..body.end).of(r.text);
    Some(format!("{long} {}", fold(rest).replace('’', "'")))
}

/// Whether the short form behind the run begins with another letter, so that it stands for more than the run: `Information and
/// Communication Technology (ICT)`.
pub(super) fn is_part_of_long_form(r: &Reading, run: &Range<usize>, end: usize) -> bool {
    let first = |word: &str| word.chars().next();
    bracketed_short_form(r, run.end, end).is_some_and(|short| first(short) != first(r.raw(run.start)))
}

/// Letters that a clipped name shares with a word of the long one.
const CLIPPED: usize = 3;

/// The short name in brackets that is clipped from a word of the long one: `Bank for Seeds and Fields (Seedbank)`.
pub(super) fn clipped<'a>(r: &Reading<'a>, body: &Range<usize>, end: usize) -> Option<&'a str> {
    let i = body.end;
    let alone = i + 2 < end && r.raw(i) == "(" && is_name_word(r, i + 1) && r.raw(i + 2) == ")";
    let short = r.low(i + 1);
    let prefix = short.get(..CLIPPED).filter(|_| alone && short.is_ascii() && short.len() > CLIPPED)?;
    let shares = body.clone().any(|k| r.low(k).starts_with(prefix) && r.low(k) != short);
    (shares && known_place(r, i + 1, end).is_none()).then(|| r.raw(i + 1))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::check_each_organisation as check;

    #[test]
    fn a_name_goes_on_behind_its_short_form() {
        check(
            "The National Assembly (NA) Standing Committee met on Monday. The NA Standing Committee asked them to wait, as did NA deputies of the town.",
            &["National Assembly Standing Committee ×2", "NA ×1"],
        );
        // An office, a person, plain words behind the brackets.
        check(
            "The National Assembly (NA) Chairman Tran Van Hai met them, and the National Assembly (NA) deputies were glad.",
            &["National Assembly ×4"],
        );
    }

    #[test]
    fn a_short_form_stands_behind_what_the_body_has() {
        check(
            "The Blue Sea Bank’s (BSB) men met on Monday in Vientiane Capital. The BSB was glad of it.",
            &["Blue Sea Bank ×3"],
        );
    }

    #[test]
    fn short_forms_begin_as_names_do() {
        check("They read about Information and Harbour Technology (IHT) in the town, and it was good.", &[]);
    }
}
