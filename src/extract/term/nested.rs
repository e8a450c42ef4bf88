//! How the places of terms lie in one another.

use super::Occurrence;

/// How one place of a term lies among those of the other terms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// By itself.
    Alone,
    /// Inside a longer term: the number of the longest.
    Inside(u32),
    /// Partly inside a weightier term, partly outside: `số quốc gia` in `chuyển đổi số quốc gia`, where `chuyển đổi số`
    /// is weightier.
    Across,
}

/// How one place of a term lies among those of the others, whatever they weigh.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lie {
    /// The longest term it lies inside of.
    pub holder: Option<u32>,
    /// Terms that begin before it and end within it.
    pub before: Vec<u32>,
    /// Terms that begin within it and end behind it.
    pub after: Vec<u32>,
}

/// How a place stands that lies in `holder` and across the borders of `before` and `after` (see [`Lie`]), when its term weighs
/// `own` and the others `weight`.
pub fn standing(holder: Option<u32>, before: &[u32], after: &[u32], own: f64, weight: impl Fn(u32) -> f64) -> Standing {
    if before.iter().any(|&term| weight(term) >= own) || after.iter().any(|&term| weight(term) > own) {
        return Standing::Across;
    }
    holder.map_or(Standing::Alone, Standing::Inside)
}

/// For each occurrence of one stretch, as [`super::TermCounter::occurrences`] gives them, how it lies;
/// [`standing`] says how it stands once the weights are known.
pub fn lies(found: &[Occurrence], mut each: impl FnMut(&Occurrence, &Lie)) {
    let mut reached = 0;
    let mut lie = Lie::default();
    // By occurrence: how far it and those before it reach.
    let reach: Vec<usize> = found
        .iter()
        .map(|o| {
            reached = o.span.end().max(reached);
            reached
        })
        .collect();
    for (i, this) in found.iter().enumerate() {
        lie.before.clear();
        lie.after.clear();
        let mut holder: Option<&Occurrence> = None;
        let span = this.span;
        for other in found[..i].iter().enumerate().rev().take_while(|(j, _)| reach[*j] > span.start()).map(|o| o.1) {
            if other.span.end() >= span.end() {
                let longer = holder.is_none_or(|h| other.span.len() > h.span.len());
                holder = if longer { Some(other) } else { holder };
            } else if other.span.start() < span.start() && other.span.end() > span.start() {
                lie.before.push(other.term);
            }
        }
        for other in found[i + 1..].iter().take_while(|other| other.span.start() < span.end()) {
            if other.span.start() > span.start() && other.span.end() > span.end() {
                lie.after.push(other.term);
            }
        }
        lie.holder = holder.map(|holder| holder.term);
        each(this, &lie);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;
    use crate::extract::TermCounter;

    /// `terms` with their weights; expected: each occurrence as `term:standing`.
    fn check(terms: &[(&str, f64)], text: &str, expected: &str) {
        let found = TermCounter::new(terms.iter().map(|t| t.0)).occurrences(text, Span::new(0, text.len()));
        let weight = |term: u32| terms[term as usize].1;
        let mut standings = Vec::new();
        lies(&found, |o, lie| standings.push(standing(lie.holder, &lie.before, &lie.after, weight(o.term), weight)));
        let shown: Vec<String> = found
            .iter()
            .zip(standings)
            .map(|(o, standing)| {
                let how = match standing {
                    Standing::Alone => "alone".to_owned(),
                    Standing::Inside(holder) => format!("in {}", terms[holder as usize].0),
                    Standing::Across => "across".to_owned(),
                };
                format!("{}: {how}", terms[o.term as usize].0)
            })
            .collect();
        assert_eq!(shown.join("; "), expected);
    }

    #[test]
    fn tells_a_term_in_a_longer_one_from_a_piece_across_two() {
        let terms = [("bảo vệ rừng", 5.0), ("rừng ven biển", 1.0), ("bảo vệ rừng ven biển", 2.0)];
        check(
            &terms,
            "bảo vệ rừng ven biển; rừng ven biển",
            "bảo vệ rừng ven biển: alone; bảo vệ rừng: in bảo vệ rừng ven biển; rừng ven biển: across; rừng ven biển: alone",
        );
        // The weightier one stays, also where it stands last.
        let terms = [("bảo vệ rừng", 1.0), ("rừng ven biển", 5.0)];
        check(&terms, "bảo vệ rừng ven biển", "bảo vệ rừng: across; rừng ven biển: alone");
        // What merely touches lies across nothing; of two of one weight the first goes before.
        let terms = [("a b", 1.0), ("c d", 9.0), ("b c", 1.0)];
        check(&terms, "a b c d", "a b: alone; b c: across; c d: alone");
    }
}
