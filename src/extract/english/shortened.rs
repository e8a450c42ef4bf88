//! Bodies that an article names in full and without their place or field: `Hai Phong People's Committee`, `the People's
//! Committee`; `Steering Committee for Clean Rivers`, `the Steering Committee`.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::base::Arrange;
use crate::extract::place::known_place;
use crate::extract::{Mention, MentionType, Organisation, Reading};
use crate::text::fold;

/// The name of a body, taken apart.
struct Parts {
    /// The name without its place, folded.
    core: String,
    has_place: bool,
}

/// Joins the mentions of a body without a place or field to the only one of that name in the article that has it.
pub(super) fn with_short_names(r: &Reading, bodies: Vec<Organisation>) -> Vec<Organisation> {
    let parts: Vec<Parts> = bodies.iter().map(|body| parts(r, body)).collect();
    // By short name the bodies that are it in full: the first, and whether there are others.
    let mut full: FxHashMap<&str, (usize, bool)> = FxHashMap::default();
    for (k, parts) in parts.iter().enumerate() {
        for short in parts.shorter() {
            full.entry(short).and_modify(|owner| owner.1 = true).or_insert((k, false));
        }
    }
    let owner =
        |parts: &Parts| full.get(&*parts.core).filter(|owner| !parts.has_place && !owner.1).map(|owner| owner.0);
    let owners: Vec<Option<usize>> = parts.iter().map(owner).collect();
    let mut out: Vec<Option<Organisation>> = bodies.into_iter().map(Some).collect();
    for (n, owner) in owners.into_iter().enumerate() {
        let Some(owner) = owner else { continue };
        let Some(bare) = out[n].take() else { continue };
        if let Some(body) = &mut out[owner] {
            body.mentions.extend(bare.mentions.into_iter().map(|m| Mention { kind: MentionType::Alias, ..m }));
            body.mentions.arrange_by_key(|m| m.span);
        }
    }
    out.into_iter().flatten().collect()
}

impl Parts {
    /// The names that are this one without its place, or without its field where several words are left.
    fn shorter(&self) -> impl Iterator<Item = &str> {
        let before_field = [" for ", " of ", " on "].into_iter().flat_map(|link| self.core.match_indices(link));
        let without_field = before_field.map(|(at, _)| &self.core[..at]).filter(|short| short.contains(' '));
        self.has_place.then_some(&*self.core).into_iter().chain(without_field)
    }
}

fn parts(r: &Reading, body: &Organisation) -> Parts {
    let whole = body.mentions.first().map_or(0..0, |m| r.tokens_in(m.span));
    let core = without_place(r, whole.clone());
    let general = matches!(r.low(core.start), "municipal" | "provincial" | "city");
    let core = core.start + usize::from(general)..core.end;
    // One word alone names a kind: `Bank of Japan`.
    let kept = if core.len() > 1 { core } else { whole.clone() };
    let has_place = kept.len() + usize::from(general) < whole.len();
    Parts { core: fold(r.span(kept).of(r.text)).replace('’', "'"), has_place }
}

/// The name without the place that opens it, or closes it after `of`: `Hai Phong City People's Committee`.
fn without_place(r: &Reading, name: Range<usize>) -> Range<usize> {
    if let Some(to) = known_place(r, name.start, name.end).filter(|&to| to < name.end) {
        let city = matches!(r.low(to), "city" | "province" | "provincial" | "municipal");
        return to + usize::from(city && to + 1 < name.end)..name.end;
    }
    let of = (name.start + 1..name.end).rev().find(|&k| r.low(k) == "of");
    let place = of.filter(|&k| known_place(r, k + 1, name.end) == Some(name.end));
    name.start..place.unwrap_or(name.end)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::check_each_organisation as check;

    #[test]
    fn bodies_of_one_place() {
        check(
            "The Hai Phong People's Committee met on Monday. The municipal People’s Committee told the Provincial People's Committee of it.",
            &["Hai Phong People's Committee ×3"],
        );
        check(
            "The Department of Roads and Harbours of Hai Phong met them. The Department of Roads and Harbours was glad of it.",
            &["Department of Roads and Harbours of Hai Phong ×2"],
        );
        check(
            "The Steering Committee for Clean Rivers met on Monday. The Steering Committee was glad of it.",
            &["Steering Committee for Clean Rivers ×2"],
        );
    }

    #[test]
    fn others_stay_apart() {
        check(
            "The Hai Phong People's Committee met the Can Tho People's Committee. The People's Committee was glad of it.",
            &["Hai Phong People's Committee ×1", "Can Tho People's Committee ×1", "People's Committee ×1"],
        );
        check(
            "The Bank of Japan met the Development Bank, and the Office of the People's Committee told the People's Committee.",
            &[
                "Bank of Japan ×1",
                "Development Bank ×1",
                "Office of the People's Committee ×1",
                "People's Committee ×1",
            ],
        );
    }
}
