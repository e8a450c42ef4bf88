//! What a phrase weighs by itself.

use crate::lexicon::{TermLimit, TermWords};

use super::candidates::forms;
use super::phrases::Phrase;
use super::runs::{Form, Runs};

/// The least weight of any term is about 0.5; this puts the log odds there.
const BIAS: f64 = -7.61 + 5.7;

/// What a phrase weighs less that is made of words that any article may use alone.
const GENERAL: f64 = 2.0;

/// What the words of a phrase show.
struct Shape<'a> {
    first: &'a Form,
    last: &'a Form,
    n_units: u32,
    links: f64,
    // Of the words that are no links, how rare they are in news: the mean.
    rarity: f64,
}

/// `None` if the phrase begins or ends with a link (but `cho vay tín chấp` begins with a known term) or begins with a place.
fn shape<'a>(runs: &'a Runs, phrase: &Phrase) -> Option<Shape<'a>> {
    let (first, last) = (forms(runs, phrase).next()?, forms(runs, phrase).next_back()?);
    let (mut n_units, mut links, mut rarity) = (0, 0.0, 0.0);
    for form in forms(runs, phrase) {
        n_units += form.n_units;
        match form.limit {
            Some(TermLimit::Link) => links += 1.0,
            _ => rarity += f64::from(form.rarity),
        }
    }
    let begins_known = phrase.known || phrase.begins_known;
    if is(first, TermLimit::Link) && !begins_known || is(last, TermLimit::Link) || runs.words[phrase.first].place {
        return None;
    }
    let n_words = phrase.n_words as f64 - links;
    Some(Shape { first, last, n_units, links, rarity: rarity / n_words })
}

/// How often the article returns to the words of a phrase that are no links: the mean of the logarithm of their counts.
fn topic(runs: &Runs, phrase: &Phrase) -> f64 {
    let (mut n_words, mut sum) = (0.0, 0.0);
    for form in forms(runs, phrase).filter(|form| form.limit != Some(TermLimit::Link)) {
        n_words += 1.0;
        sum += libm::log(1.0 + 10.0 * f64::from(form.count));
    }
    sum / n_words
}

fn is(form: &Form, limit: TermLimit) -> bool {
    form.limit == Some(limit)
}

/// Whether a term that begins with the form weighs less.
fn begins_weakly(form: &Form) -> bool {
    is(form, TermLimit::Weak) || is(form, TermLimit::Edge)
}

/// Whether a term that ends with the form weighs less.
fn ends_weakly(form: &Form) -> bool {
    is(form, TermLimit::Tail) || is(form, TermLimit::Edge)
}

fn one(holds: bool) -> f64 {
    f64::from(u8::from(holds))
}

/// The log odds that a phrase is one by which an expert would index the article, and a constant; `None` if it is no term.
///
/// A logistic regression (C = 0.1 on standardised features) over 21 annotated articles of several subjects; the reasons
/// are those of the literature: repetition and standing alone (C-value, K. Frantzi, S. Ananiadou, H. Mima 2000), rarity in
/// other texts (tf–idf, K. Spärck Jones 1972), a domain's own words at both ends (term extraction by heads and modifiers,
/// D. Bourigault 1992), and what grammar says of first and last words.
pub(super) fn weight(runs: &Runs, phrase: &Phrase) -> Option<f64> {
    let Shape { first, last, n_units, links, rarity, .. } = shape(runs, phrase)?;
    let repeated = phrase.count > 1;
    let is_part = repeated && phrase.held == phrase.count || first.is_stop && !phrase.begins_known || last.is_stop;
    // The last syllable of a known term begins no other: `số quốc gia` in `chuyển đổi số quốc gia`.
    let is_torn = phrase.torn == phrase.count && first.n_units == 1;
    // Where a known term goes on from its last words, it is itself none: `tăng trưởng kinh tế` in `tăng trưởng kinh tế số`.
    let is_split = phrase.split == phrase.count;
    if n_units < 2 || (is_part || is_torn || is_split) && !phrase.known {
        return None;
    }
    let known = phrase.known && !is_split;
    let count = f64::from(phrase.count);
    let share = |n: u32| f64::from(n) / count;
    let single = phrase.n_words == 1;
    let words = &runs.words[phrase.first..phrase.first + phrase.n_words];
    // A word that any article may use is no term by itself (`tinh thần`, `hội nghị`), nor with a place (`điểm cầu Lai Châu`); nor
    // is a mere name.
    let is_general = !known && words.iter().all(|w| w.place || runs.forms[w.form as usize].limit.is_some());
    if is_general && single || !known && phrase.capital == phrase.count {
        return None;
    }
    let inner = || forms(runs, phrase).skip(1).take(phrase.n_words.saturating_sub(2));
    let places = words.iter().any(|w| w.place);
    // A term of several words that is listed is one of those that begin and end so.
    let others = |n: u16| libm::log1p(f64::from(n.saturating_sub(u16::from(known))));

    let mut weight = BIAS;
    weight += match n_units {
        3 | 4 => 0.65,
        7.. => -1.58,
        _ => 0.0,
    };
    // It is what the article returns to, and stands by itself.
    weight += 0.83 * one(repeated) + 0.93 * libm::log2(1.0 + f64::from(phrase.whole));
    weight += 0.23 * share(phrase.opens) + 0.89 * share(phrase.closes) - 2.36 * share(phrase.capital);
    // Its words are rare elsewhere; terms of the domain begin and end with them.
    weight += 0.44 * rarity;
    if !single {
        weight += 0.31 * others(first.begins_subjects) + 0.33 * others(last.ends_subjects);
    }
    // It does not begin with a verb or a light noun, holds no link or word that weakens; with a place it is a name
    // only if it comes again: `dịch tả lợn châu Phi`.
    weight -= 1.96 * one(single) + (0.57 + 1.96 * one(single)) * first.verb_share;
    weight -= 0.79 * links + 2.50 * one(places && !repeated) + 0.38 * one(begins_weakly(first));
    let inside = forms(runs, phrase).take(phrase.n_words - 1).map(|form| one(ends_weakly(form))).sum::<f64>();
    weight -= 0.65 * (one(ends_weakly(last)) + inside);
    weight -= 1.07 * one(is(first, TermLimit::Soft)) + 0.32 * one(!single && is(last, TermLimit::Soft));
    weight -= 0.16 * inner().map(|form| one(is(form, TermLimit::Soft))).sum::<f64>();
    // Nor do such words often make one together: `kết quả tích cực`.
    weight -= GENERAL * one(is_general);
    // Listed words of two syllables are often those of everyday: `nguồn vốn`.
    if known {
        return Some(weight + 2.03 - 1.5 * one(n_units == 2) + 0.4 * one(n_units > 4));
    }
    weight += 0.57 * one(phrase.begins_known) - 1.17 * share(phrase.cuts);
    // A lone syllable or a word of all news at its end is mostly where a clause goes on: `nông dân ghi`.
    if !single {
        weight -= 0.45 * one(last.n_units == 1) + 0.09 * f64::from(TermWords::RARE - last.rarity.min(TermWords::RARE));
    }
    Some(weight)
}

/// Whether an English word says by its ending what was done: `shared`, not `speed` or `state-owned`.
fn is_participle(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") && !word.contains('-')
}

/// Weight of an English phrase; `None` if it is no term.
pub(super) fn english_weight(runs: &Runs, phrase: &Phrase) -> Option<f64> {
    let Shape { first, n_units, links, .. } = shape(runs, phrase)?;
    let repeated = phrase.count > 1;
    let word = || repeated && first.text.chars().count() > 3;
    let part = phrase.held == phrase.count || phrase.whole * 4 < phrase.count;
    let places = runs.words[phrase.first..phrase.first + phrase.n_words].iter().any(|w| w.place);
    // Words that any article may use make no term together either: `senior officials`.
    let general = || forms(runs, phrase).all(|form| is(form, TermLimit::General));
    // A participle says what somebody did (`port shared`), unless it stands at the head (`shared data`).
    let deed = || forms(runs, phrase).skip(1).any(|form| is_participle(&form.text));
    let fits = (n_units > 1 || word()) && !general() && !deed();
    if !phrase.known && (!fits || phrase.cuts > 0 || repeated && part || !repeated && (links > 0.0 || places)) {
        return None;
    }
    let count = f64::from(phrase.count);
    let mut weight = 1.1 * libm::log2(0.5 + f64::from(phrase.whole)) + 0.8 * topic(runs, phrase);
    weight += (f64::from(phrase.opens) + f64::from(phrase.closes) - 4.0 * f64::from(phrase.capital)) / count;
    weight -= 1.2 * links + 2.2 * forms(runs, phrase).map(|form| one(ends_weakly(form))).sum::<f64>();
    weight -= 2.5 * one(begins_weakly(first)) + 4.5 * one(n_units < 2) + 0.6 * f64::from(n_units.saturating_sub(5));
    if n_units == 2 {
        weight -= if repeated { 0.7 } else { 1.5 };
    }
    // A known term inside another one goes behind it: `public service` of `public service portal`.
    weight += one(phrase.known) * (2.0 - f64::from(phrase.cuts) / count);
    Some(weight - 0.6 * one(phrase.whole == 0))
}
