//! The words that name a measure to a reader.

use crate::extract::Term;
use crate::text::{fold, fold_words, holds_words, n_words};

use super::FigurePoint;

/// Words from which a label says by itself what is counted.
const TELLING: usize = 3;

/// The label of a measure. Behind one that is too short to say of what it is (`thành viên`) stands, in brackets, the longest
/// term that the sentences of all its values share: `thành viên (tổ hợp tác trồng chè)`.
///
/// `terms` are those of the article of one of the values, best first; of two of one length the better one is taken.
pub(super) fn measure_name(label: &str, points: &[FigurePoint], terms: &[Term]) -> String {
    if n_words(label) >= TELLING {
        return label.to_owned();
    }
    let sentences: Vec<String> = points.iter().map(|point| fold_words(&point.sentence.text)).collect();
    let label_words = fold(label);
    let is_shared = |term: &&Term| {
        let term = &*term.term;
        !label_words.split(' ').any(|word| term.split(' ').any(|other| other == word))
            && sentences.iter().all(|sentence| holds_words(sentence, term))
    };
    let long = terms.iter().rev().filter(|term| term.syllables as usize >= TELLING);
    match long.filter(is_shared).max_by_key(|term| term.syllables) {
        Some(of) => format!("{label} ({})", of.term),
        None => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Engine;
    use crate::extract::Given;
    use crate::view::Evidence;

    #[test]
    fn a_short_label_takes_the_term_its_sentences_share() {
        let engine = Engine::built_in(str::to_owned);
        let name = |label: &str, sentences: &[&str]| {
            let evidence = |text: &&str| Evidence { text: (*text).to_owned(), ..Evidence::default() };
            let point = |text| FigurePoint { sentence: evidence(text), ..FigurePoint::default() };
            let points: Vec<FigurePoint> = sentences.iter().map(point).collect();
            measure_name(label, &points, &engine.analyse(sentences[0], &Given::default()).terms)
        };
        let one = "Cả huyện có 12 đội phòng cháy chữa cháy với 340 đội viên.";
        for (label, sentences, named) in [
            ("đội viên", [one, "Đội phòng cháy chữa cháy nay có 400 đội viên."], "đội viên (phòng cháy chữa cháy)"),
            // Another body; the term is part of other words; a label that tells enough.
            ("đội viên", [one, "Câu lạc bộ cờ vua có 400 đội viên."], "đội viên"),
            ("đội viên", [one, "Phòng cháy chữa cháyy có 400 đội viên."], "đội viên"),
            ("người dùng nước", [one, one], "người dùng nước"),
        ] {
            assert_eq!(name(label, &sentences), named, "{label} {sentences:?}");
        }
    }
}
