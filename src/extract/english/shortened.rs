//! Bodies that an article names in full and without their place or field: `Hai Phong People's Committee`, `the People's
//! Committee`; `Steering Committee for Clean Rivers`, `the Steering Committee`.

use std::ops::Range;

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
    let owner = |n: usize| {
        let mut full = (0..parts.len()).filter(|&k| parts[k].completes(&parts[n]));
        full.next().filter(|_| !parts[n].has_place && full.next().is_none())
    };
    let owners: Vec<Option<usize>> = (0..bodies.len()).map(owner).collect();
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
    /// Whether this name is the other with its place or field.
    fn completes(&self, short: &Parts) -> bool {
        let rest = self.core.strip_prefix(&short.core);
        let field = |rest: &str| [" for ", " of ", " on "].iter().any(|link| rest.starts_with(link));
        rest.is_some_and(|rest| rest.is_empty() && self.has_place || field(rest) && short.core.contains(' '))
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
    use crate::extract::testing::facts_of;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = facts_of(text).organisations;
        let got: Vec<String> = found.iter().map(|o| format!("{} ×{}", o.name, o.mentions.len())).collect();
        assert_eq!(got, expected, "{text}");
    }

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
