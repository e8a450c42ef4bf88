//! What a phrase weighs by itself.

use crate::lexicon::TermLimit;

use super::candidates::forms;
use super::phrases::Phrase;
use super::runs::{Form, Runs};

/// The least weight of any term is about 0.5; this puts the log odds there.
const BIAS: f64 = -5.2 + 6.0;

/// What the words of a phrase show.
struct Shape<'a> {
    first: &'a Form,
    last: &'a Form,
    n_units: u32,
    links: f64,
    // Of the words that are no links: the mean and the least of the logarithm of their counts.
    topic: f64,
    least_topic: f64,
}

/// `None` if the phrase begins or ends with a link or begins with a place.
fn shape<'a>(runs: &'a Runs, phrase: &Phrase) -> Option<Shape<'a>> {
    let (first, last) = (forms(runs, phrase).next()?, forms(runs, phrase).next_back()?);
    let (mut n_units, mut links, mut topic, mut least_topic) = (0, 0.0, 0.0, f64::INFINITY);
    for form in forms(runs, phrase) {
        n_units += form.n_units;
        if form.limit == Some(TermLimit::Link) {
            links += 1.0;
            continue;
        }
        let log = libm::log(1.0 + 10.0 * f64::from(form.count));
        topic += log;
        least_topic = log.min(least_topic);
    }
    if is(first, TermLimit::Link) || is(last, TermLimit::Link) || runs.words[phrase.first].place {
        return None;
    }
    Some(Shape { first, last, n_units, links, topic: topic / (phrase.n_words as f64 - links), least_topic })
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
/// A logistic regression over annotated articles of several subjects.
pub(super) fn weight(runs: &Runs, phrase: &Phrase) -> Option<f64> {
    let Shape { first, last, n_units, links, topic, least_topic } = shape(runs, phrase)?;
    let repeated = phrase.count > 1;
    let is_part = repeated && phrase.held == phrase.count || first.is_stop || last.is_stop;
    if n_units < 2 || is_part && !phrase.known {
        return None;
    }
    let count = f64::from(phrase.count);
    let share = |n: u32| f64::from(n) / count;
    let single = phrase.n_words == 1;
    // A word that any article may use is no term by itself: `tinh thần`, `hội nghị`.
    if single && first.limit.is_some() && !phrase.known {
        return None;
    }
    let inner = || forms(runs, phrase).skip(1).take(phrase.n_words.saturating_sub(2));
    let sum = |holds: fn(&Form) -> f64, skip: usize, n: usize| -> f64 {
        forms(runs, phrase).skip(skip).take(n).map(holds).sum()
    };
    let places = runs.words[phrase.first..phrase.first + phrase.n_words].iter().any(|w| w.place);

    let mut weight = BIAS;
    weight += match phrase.n_words {
        1 => -0.7 - 1.05 * one(n_units == 2),
        2 => 0.26,
        _ => 0.0,
    };
    weight += match n_units {
        3 => 0.44,
        4 => 0.17,
        7.. => -1.2,
        _ => 0.0,
    };
    weight += 1.32 * one(repeated) + 0.64 * libm::log2(1.0 + f64::from(phrase.whole)) + 0.09 * share(phrase.whole);
    weight += 0.28 * share(phrase.opens) + 0.77 * share(phrase.closes) - 0.38 * share(phrase.capital);
    weight += 0.12 * topic - 0.04 * least_topic;
    weight -= (0.39 + 1.35 * one(single)) * first.verb_share + 0.16 * last.verb_share;
    weight -= 0.39 * inner().map(|form| form.verb_share).sum::<f64>();
    weight -= 0.74 * links + 1.53 * one(places);
    weight -= one(begins_weakly(first)) * if single { 1.31 } else { 0.68 };
    weight -= 0.41 * sum(|form| one(begins_weakly(form)), 1, usize::MAX);
    weight -= 0.55 * one(ends_weakly(last)) + 0.43 * sum(|form| one(ends_weakly(form)), 0, phrase.n_words - 1);
    weight -= 0.85 * one(is(first, TermLimit::Soft)) + 0.86 * one(!single && is(last, TermLimit::Soft));
    weight -= 1.11 * inner().map(|form| one(is(form, TermLimit::Soft))).sum::<f64>();
    weight += 0.15 * one(!single && last.n_units == 1);
    weight += if phrase.known {
        2.98 + 0.45 * one(single)
    } else {
        0.82 * one(phrase.begins_known) + 0.36 * one(phrase.ends_known) - 1.32 * share(phrase.cuts)
    };
    Some(weight)
}

/// Weight of an English phrase; `None` if it is no term.
pub(super) fn english_weight(runs: &Runs, phrase: &Phrase) -> Option<f64> {
    let Shape { first, n_units, links, topic, .. } = shape(runs, phrase)?;
    let repeated = phrase.count > 1;
    let word = || repeated && first.text.chars().count() > 3;
    let part = phrase.held == phrase.count || phrase.whole * 4 < phrase.count;
    let places = runs.words[phrase.first..phrase.first + phrase.n_words].iter().any(|w| w.place);
    if n_units < 2 && !word() || repeated && part || !repeated && (links > 0.0 || places) {
        return None;
    }
    let count = f64::from(phrase.count);
    let mut weight = 1.1 * libm::log2(0.5 + f64::from(phrase.whole)) + 0.8 * topic;
    weight += (f64::from(phrase.opens) + f64::from(phrase.closes) - 4.0 * f64::from(phrase.capital)) / count;
    weight -= 1.2 * links + 2.2 * forms(runs, phrase).map(|form| one(ends_weakly(form))).sum::<f64>();
    weight -= 2.5 * one(begins_weakly(first)) + 4.5 * one(n_units < 2) + 0.6 * f64::from(n_units.saturating_sub(5));
    if n_units == 2 {
        weight -= if repeated { 0.7 } else { 1.5 };
    }
    Some(weight - 0.6 * one(phrase.whole == 0))
}
