//! How strongly two terms keep company, and which ones do.

use rustc_hash::FxHashSet;

use crate::base::{Arrange, Span};
use crate::corpus::{Analysis, Clock};
use crate::extract::TermCounter;
use crate::ingest::Zone;

/// logDice: 14 + log₂(2·together / (one + other)), at most 14; a step of 1 is a factor of 2, and the size of the corpus
/// does not matter. P. Rychlý (2008), "A lexicographer-friendly association score". `None` where they never meet.
pub fn log_dice(together: u32, one: u32, other: u32) -> Option<f64> {
    (together > 0).then(|| 14.0 + libm::log2(2.0 * f64::from(together) / (f64::from(one) + f64::from(other))))
}

/// Pointwise mutual information in bits: log₂(together·n / (one·other)) over `n` places where they could meet.
/// K. Church and P. Hanks (1990), "Word association norms". `None` where they never meet.
pub fn pmi(together: u32, one: u32, other: u32, n: u32) -> Option<f64> {
    let product = f64::from(one) * f64::from(other);
    (together > 0 && product > 0.0).then(|| libm::log2(f64::from(together) * f64::from(n) / product))
}

/// Log-likelihood of two things meeting as often as they do, 0 or more: 2·Σ seen·ln(seen/expected) over the four cells of
/// the table (both, one alone, the other alone, neither) of `n` places. T. Dunning (1993), "Accurate methods for the
/// statistics of surprise and coincidence". Does not say whether they meet more or less often than chance would have it.
pub fn meeting_g2(together: u32, one: u32, other: u32, n: u32) -> f64 {
    let [x, a, b, n] = [together, one, other, n].map(f64::from);
    let part = |seen: f64, expected: f64| {
        if seen <= 0.0 || expected <= 0.0 { 0.0 } else { seen * libm::log(seen / expected) }
    };
    if n <= 0.0 {
        return 0.0;
    }
    let cells = part(x, a * b / n)
        + part(a - x, a * (n - b) / n)
        + part(b - x, (n - a) * b / n)
        + part(n - a - b + x, (n - a) * (n - b) / n);
    (2.0 * cells).max(0.0)
}

/// A term that stands in sentences with another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Companion {
    /// Index of the candidate.
    pub candidate: usize,
    /// Sentences that hold both.
    pub together: u32,
    /// Sentences that hold it.
    pub other: u32,
    /// Articles that hold both in one sentence.
    pub n_articles: u32,
    /// The first sentence that holds both: article, and where it stands there.
    pub first: (usize, Span),
}

/// The company that a term keeps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Company {
    /// Sentences of all bodies.
    pub n_sentences: u32,
    /// Sentences that hold the term.
    pub n_term: u32,
    /// What stands in two of them or more, the highest logDice first; of equals the candidate that comes first.
    pub companions: Vec<Companion>,
}

/// Sentences below which two things do not keep company: one may be chance.
const FEW: u32 = 2;

/// Which candidates, each in its forms, stand in sentences with a term whose places are given by article. What overlaps a
/// place of the term is a part of it, or holds it, and does not count. With a year only its sentences count.
pub fn company(
    articles: &[&Analysis],
    places: &[Vec<Span>],
    candidates: &[Vec<&str>],
    (clock, year): (Clock, Option<i32>),
) -> Company {
    let forms: Vec<(&str, usize)> =
        candidates.iter().enumerate().flat_map(|(i, forms)| forms.iter().map(move |form| (*form, i))).collect();
    let counter = TermCounter::new(forms.iter().map(|form| form.0));
    let mut out = Company::default();
    let mut others = vec![0_u32; candidates.len()];
    let mut met: Vec<Option<Companion>> = vec![None; candidates.len()];
    for (at, (analysis, places)) in articles.iter().zip(places).enumerate() {
        let counts = |span: Span| {
            analysis.article.zone(span.start()) == Zone::Body
                && (year.is_none() || analysis.year_at(span.start(), clock) == year)
        };
        out.n_sentences += n_sentences(analysis, clock, year);
        let places: Vec<Span> = places.iter().copied().filter(|place| counts(*place)).collect();
        let of_term: FxHashSet<usize> = places.iter().map(|p| analysis.parts.sentence_at(p.start())).collect();
        out.n_term += of_term.len() as u32;
        let mut seen: FxHashSet<(usize, usize)> = FxHashSet::default();
        let mut met_here: FxHashSet<usize> = FxHashSet::default();
        for segment in &analysis.article.segments {
            for found in counter.occurrences(&analysis.article.text, segment.span) {
                let after = places.partition_point(|place| place.end() <= found.span.start());
                let is_apart = places.get(after).is_none_or(|place| !place.overlaps(found.span));
                if !is_apart || !counts(found.span) {
                    continue;
                }
                let candidate = forms[found.term as usize].1;
                let sentence = analysis.parts.sentence_at(found.span.start());
                if !seen.insert((candidate, sentence)) {
                    continue;
                }
                others[candidate] += 1;
                if of_term.contains(&sentence) {
                    let first = Companion { candidate, together: 0, other: 0, n_articles: 0, first: (at, found.span) };
                    let companion = met[candidate].get_or_insert(first);
                    companion.together += 1;
                    companion.n_articles += u32::from(met_here.insert(candidate));
                }
            }
        }
    }
    let enough = met.into_iter().flatten().filter(|companion| companion.together >= FEW);
    out.companions = enough.map(|c| Companion { other: others[c.candidate], ..c }).collect();
    let n_term = out.n_term;
    let dice = |c: &Companion| log_dice(c.together, n_term, c.other).unwrap_or(f64::NEG_INFINITY);
    out.companions.arrange_by(|a, b| dice(b).total_cmp(&dice(a)).then(a.candidate.cmp(&b.candidate)));
    out
}

/// Sentences of the body, or those of a year.
fn n_sentences(analysis: &Analysis, clock: Clock, year: Option<i32>) -> u32 {
    let counts = |part: &&crate::corpus::Part| match clock {
        _ if year.is_none() => true,
        Clock::Published => analysis.facts.meta.year == year,
        Clock::Discussed => part.year == year,
    };
    analysis.parts.list().iter().filter(counts).map(|part| part.n_sentences).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log_dice_tops_at_fourteen() {
        assert_eq!(log_dice(7, 7, 7), Some(14.0));
        assert_eq!(log_dice(10, 30, 50), Some(12.0));
        assert_eq!(log_dice(0, 30, 50), None);
    }

    #[test]
    fn pmi_is_zero_for_chance() {
        assert_eq!(pmi(5, 50, 100, 1000), Some(0.0));
        assert_eq!(pmi(20, 50, 100, 1000), Some(2.0));
    }

    #[test]
    fn g2_of_a_meeting_agrees_with_dunning() {
        // "the swiss" in table 2 of Dunning 1993: 110 together, 2442 and 111 alone, 29114 neither; 270.72.
        assert!((meeting_g2(110, 2552, 221, 31777) - 270.72).abs() < 0.01);
        assert!(meeting_g2(5, 50, 100, 1000).abs() < 1e-9);
        assert_eq!(meeting_g2(0, 0, 0, 0), 0.0);
    }

    #[test]
    fn company_is_counted_in_sentences_and_not_inside_the_term() {
        let engine = crate::corpus::Engine::built_in(str::to_owned);
        let text = "Cảng biển đón tàu khách. Cảng biển và tàu khách cần bến. Tàu khách về muộn. Cảng biển đông. Trường học mở.";
        let given = crate::extract::Given { year: Some(2021), ..crate::extract::Given::default() };
        let analysis = engine.analyse(text, &given);
        let places: Vec<Span> = text
            .char_indices()
            .filter(|(at, _)| text[*at..].to_lowercase().starts_with("cảng biển"))
            .map(|(at, _)| Span::new(at, at + "Cảng biển".len()))
            .collect();
        let candidates = vec![vec!["trường học"], vec!["tàu khách"], vec!["biển"]];
        let at = |year| company(&[&analysis], std::slice::from_ref(&places), &candidates, (Clock::Published, year));
        let found = at(None);
        assert_eq!((found.n_sentences, found.n_term, found.companions.len()), (5, 3, 1), "{found:?}");
        let tau = found.companions[0];
        assert_eq!((tau.candidate, tau.together, tau.other, tau.n_articles), (1, 2, 3, 1));
        assert_eq!(at(Some(2021)), found);
        assert_eq!(at(Some(2020)), Company::default());
    }
}
