//! Why words begin and end where they do, for a reader who asks.

use std::ops::Range;

use super::model::Line;
use super::segmenter::{Segmenter, line_around};
use crate::text::{Token, TokenKind};

/// Why the gap before a token lies inside a word or between two.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// A line begins or ends here.
    Line,
    /// The tokens touch: a rule says what is one thing to a reader (`TP.HCM`, `95%`).
    Touching,
    /// A mark or a number stands at one side, behind a blank.
    Mark,
    /// The line is not Vietnamese, or there is no pack.
    Unread,
    /// What was learned from texts in which people marked the words: the score, above zero inside a word.
    Learned(i32),
}

/// What the segmenter knows of some tokens that follow one another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explained {
    /// Of the gap before each token, and of the gap behind the last.
    pub reasons: Vec<Reason>,
    /// Whether they are a word of the word list.
    pub is_listed: bool,
}

impl Segmenter {
    /// Why the borders of some tokens, which stand on one line, are where they are. `tokens` are those of `text`.
    pub fn explain(&self, text: &str, tokens: &[Token], range: Range<usize>) -> Explained {
        let whole = line_around(text, tokens, range.start);
        let on_line = &tokens[whole.clone()];
        let mut line = Line::default();
        let scores = self.model.as_ref().and_then(|model| line.score(model, text, on_line)).map(<[i32]>::to_vec);
        let reason = |at: usize| {
            if !(whole.start + 1..whole.end).contains(&at) {
                return Reason::Line;
            }
            let (before, this) = (&tokens[at - 1], &tokens[at]);
            if before.span.end() == this.span.start() {
                return Reason::Touching;
            }
            if before.kind != TokenKind::Word || this.kind != TokenKind::Word {
                return Reason::Mark;
            }
            scores.as_ref().map_or(Reason::Unread, |scores| Reason::Learned(scores[at - whole.start]))
        };
        let reasons = (range.start..=range.end).map(reason).collect();
        let is_listed = scores.is_some() && line.is_listed(range.start - whole.start, range.len());
        Explained { reasons, is_listed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn explain(text: &str, range: Range<usize>) -> Explained {
        let segmenter = Segmenter::built_in();
        segmenter.explain(text, &tokens(text), range)
    }

    #[test]
    fn names_what_decided() {
        let of = explain("Dòng đầu\nGiáo viên dạy 30 học sinh, ở TP.HCM", 2..4);
        assert!(
            matches!(of.reasons[..], [Reason::Line, Reason::Learned(join), Reason::Learned(cut)] if join > 0 && cut <= 0)
        );
        assert!(of.is_listed);
        let of = explain("Giáo viên dạy 30 học sinh, ở TP.HCM", 4..6);
        assert_eq!((of.reasons[0], of.reasons[2]), (Reason::Mark, Reason::Touching));
        let of = explain("ở TP.HCM", 1..4);
        assert_eq!(of.reasons[1..], [Reason::Touching, Reason::Touching, Reason::Line]);
        assert!(!explain("the price of rice rose again", 0..2).is_listed);
        assert_eq!(explain("the price of rice rose again", 0..2).reasons[1], Reason::Unread);
    }
}
