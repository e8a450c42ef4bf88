//! Names that stand alone where the text gives them no office, of people who are known from another place.

use rustc_hash::FxHashSet;

use crate::extract::Reading;
use crate::extract::name::{Taken, is_shouted};
use crate::lexicon::Phrases;
use crate::text::fold;

use super::cast::Cast;
use super::context::Context;
use super::name::follows_site;
use super::scan::named_again;

/// Adds every further place where somebody is named in full.
pub(super) fn again(r: &Reading, context: &Context, cast: &mut Cast) {
    let names: Vec<String> = cast.names().filter(|name| is_whole(name)).map(str::to_owned).collect();
    if names.is_empty() {
        return;
    }
    let phrases = Phrases::new(names.iter().map(|name| (name.as_str(), ())));
    let taken = Taken::new(cast.spans(r));
    let mut sites = FxHashSet::default();
    for sentence in r.sentences.iter().filter(|s| !is_shouted(r, s.tokens.clone())) {
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let found = r.longest(&phrases, i, sentence.tokens.end).map(|(to, ())| to);
            let Some(to) = found.filter(|&to| {
                (i..to).all(|k| r.is_capital(k) || r.raw(k) == "-" || r.is_glued(k))
                    && !context.in_body(r, i)
                    && !taken.holds(r.tokens[i].span.start())
                    && !r.is_capital(to)
            }) else {
                i += 1;
                continue;
            };
            if follows_site(r, i) {
                sites.insert(fold(r.span(i..to).of(r.text)));
                i = to;
                continue;
            }
            cast.add(r, named_again(r, context, i..to, sentence.tokens.end), sentence.zone);
            i = to;
        }
    }
    cast.forget(&sites);
}

/// Whether the name has two words or more.
fn is_whole(name: &str) -> bool {
    name.contains(' ') && name.split(' ').all(|word| !word.is_empty())
}
