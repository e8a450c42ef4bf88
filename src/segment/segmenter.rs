//! The word segmenter.

use std::ops::Range;

use super::glue::{is_glued_word, is_spaced_figure};
use super::model::{Line, Model};
use super::pack::Sections;
use crate::base::PackError;
use crate::lexicon::Dictionary;
use crate::text::{Token, TokenKind, fold};

/// Joins syllables to words.
///
/// Without a pack (`Segmenter::default()`) it joins no syllables, only tokens that touch.
#[derive(Debug, Default)]
pub struct Segmenter {
    pub(super) model: Option<Model>,
}

impl Segmenter {
    /// Takes a word pack as bytes.
    ///
    /// # Errors
    /// If the bytes are no pack, a pack of another version, or damaged.
    pub fn new(pack: &[u8]) -> Result<Self, PackError> {
        Ok(Self { model: Some(Model::read(Sections::open(pack)?)?) })
    }

    /// The segmenter of this build.
    #[cfg(any(test, feature = "built-in"))]
    #[expect(clippy::missing_panics_doc, reason = "the pack is built together with the program")]
    pub fn built_in() -> Self {
        Self::new(Self::BUILT_IN).expect("the pack is built together with the program")
    }

    /// The word pack of this build.
    #[cfg(any(test, feature = "built-in"))]
    pub const BUILT_IN: &[u8] = include_bytes!("../../data/words.pack");

    /// For each token, whether it belongs to the word that the token before it began.
    ///
    /// `tokens` are those of `text`. Where blanks stand between two tokens only syllables are joined; tokens that touch
    /// are joined where they are one thing to a reader: `TP.HCM`, `COVID-19`, `10/10/2024`, `95%`.
    pub fn joins(&self, text: &str, tokens: &[Token]) -> Vec<bool> {
        let mut joins = vec![false; tokens.len()];
        self.join(text, tokens, &mut Line::default(), &mut joins);
        joins
    }

    /// Sets those of `joins`, which are all false.
    fn join(&self, text: &str, tokens: &[Token], line: &mut Line, joins: &mut [bool]) {
        for range in lines(text, tokens) {
            let tokens = &tokens[range.clone()];
            let joins = &mut joins[range];
            let scores = self.model.as_ref().and_then(|model| line.score(model, text, tokens));
            for i in 1..tokens.len() {
                let (before, this) = (&tokens[i - 1], &tokens[i]);
                joins[i] = if before.span.end() == this.span.start() {
                    is_glued_word(text, tokens, i)
                } else if before.kind == TokenKind::Word && this.kind == TokenKind::Word {
                    scores.is_some_and(|scores| scores[i] > 0)
                } else {
                    is_spaced_figure(text, tokens, i)
                };
            }
        }
    }

    /// The text with blanks between words and `_` between the syllables of a word, line by line: the form that
    /// segmenters are scored in.
    ///
    /// ```
    /// let segmenter = langkinh::segment::Segmenter::built_in();
    /// assert_eq!(segmenter.segmented("Tỉnh đẩy mạnh cải cách."), "Tỉnh đẩy_mạnh cải_cách .");
    /// ```
    pub fn segmented(&self, text: &str) -> String {
        in_letters(self.segmented_bytes(text))
    }

    /// As [`Segmenter::segmented`], as UTF-8.
    pub fn segmented_bytes(&self, text: &str) -> Vec<u8> {
        let mut out = Vec::with_capacity(text.len() + text.len() / 8);
        let mut line = Line::default();
        let (mut tokens, mut joins) = (Vec::new(), Vec::new());
        for part in parts(text) {
            tokens.clear();
            crate::text::tokens_into(part, &mut tokens);
            joins.clear();
            joins.resize(tokens.len(), false);
            self.join(part, &tokens, &mut line, &mut joins);
            write(part, &tokens, &joins, &mut out);
        }
        out
    }

    /// As [`Segmenter::segmented`], with what the reader said about words, which goes first.
    pub fn segmented_with(&self, dictionary: &Dictionary, text: &str) -> String {
        let tokens = crate::text::tokens(text);
        let mut joins = self.joins(text, &tokens);
        let low: Vec<String> = tokens.iter().map(|t| fold(t.span.of(text))).collect();
        dictionary.apply(text, &tokens, |i| &low[i], &mut joins);
        let mut out = Vec::with_capacity(text.len() + text.len() / 8);
        write(text, &tokens, &joins, &mut out);
        in_letters(out)
    }
}

/// Whole lines of the text, so few that what is known of them stays near the processor. No word crosses a line.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    const ENOUGH: usize = 16 << 10;
    let mut rest = text;
    std::iter::from_fn(move || {
        let from = rest.as_bytes().get(ENOUGH..);
        let end = from.and_then(|tail| tail.iter().position(|&b| b == b'\n')).map_or(rest.len(), |n| ENOUGH + n + 1);
        let (part, after) = rest.split_at(end);
        rest = after;
        (!part.is_empty()).then_some(part)
    })
}

fn in_letters(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("whole tokens of a text between blanks and underscores")
}

/// Appends the text with blanks between words and `_` between the syllables of a word.
fn write(text: &str, tokens: &[Token], joins: &[bool], out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    // What stands in the text as it will in the output, but for the blanks inside words, is copied at once.
    let mut copied = 0;
    let mut end = 0;
    for (token, &join) in tokens.iter().zip(joins) {
        let start = token.span.start();
        match &bytes[end..start] {
            [b' '] if end > 0 => {
                if join {
                    out.extend_from_slice(&bytes[copied..end]);
                    out.push(b'_');
                    copied = start;
                }
            }
            [] if join || end == 0 => {}
            gap => {
                out.extend_from_slice(&bytes[copied..end]);
                copied = start;
                let breaks = gap.iter().filter(|&&b| b == b'\n').count();
                match (breaks, end, join) {
                    (1.., ..) => out.extend(std::iter::repeat_n(b'\n', breaks)),
                    (_, 0, _) => {}
                    (_, _, true) => out.push(b'_'),
                    (_, _, false) => out.push(b' '),
                }
            }
        }
        end = token.span.end();
    }
    out.extend_from_slice(&bytes[copied..end]);
    out.extend(bytes[end..].iter().filter(|&&b| b == b'\n'));
}

/// The tokens of the line that holds token `at`.
pub(super) fn line_around(text: &str, tokens: &[Token], at: usize) -> Range<usize> {
    let breaks = |i: usize| text[tokens[i - 1].span.end()..tokens[i].span.start()].contains('\n');
    let start = (1..=at).rev().find(|&i| breaks(i)).unwrap_or(0);
    let end = (at + 1..tokens.len()).find(|&i| breaks(i)).unwrap_or(tokens.len());
    start..end
}

/// The tokens of each line.
fn lines<'a>(text: &'a str, tokens: &'a [Token]) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut start = 0;
    std::iter::from_fn(move || {
        if start == tokens.len() {
            return None;
        }
        let breaks = |pair: &[Token]| match &text.as_bytes()[pair[0].span.end()..pair[1].span.start()] {
            [] | [b' '] => false,
            gap => gap.contains(&b'\n'),
        };
        let end = tokens[start..].windows(2).position(breaks).map_or(tokens.len(), |n| start + n + 1);
        let line = start..end;
        start = end;
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    const PACK: &[u8] = Segmenter::BUILT_IN;
    static SEGMENTER: LazyLock<Segmenter> = LazyLock::new(Segmenter::built_in);

    fn check(expected: &str) {
        let text = expected.replace('_', " ");
        assert_eq!(SEGMENTER.segmented(&text), expected, "{text}");
    }

    #[test]
    fn joins_the_syllables_of_a_word() {
        check("Ngành giáo_dục đào_tạo giáo_viên cho học_sinh");
        check("Bác_sĩ khuyên bệnh_nhân đi kiểm_tra sức_khỏe");
        check("nông_dân thu_hoạch lúa từ tháng trước");
    }

    #[test]
    fn keeps_words_that_merely_meet_apart() {
        // hiện đại, đại hội: the syllable in the middle belongs to one side.
        check("đại_biểu dự đại_hội");
        check("nước đầu_tư nhiều");
        check("Công_ty mua hàng của họ");
    }

    #[test]
    fn reads_names_by_their_capitals() {
        check("Ông Nguyễn_Văn_Bình sống ở Hà_Nội");
        check("Đội_tuyển Việt_Nam gặp Thái_Lan");
    }

    #[test]
    fn no_word_crosses_a_mark_or_a_line() {
        let text = "giáo, dục\ngiáo\n\ndục";
        assert_eq!(SEGMENTER.segmented(text), "giáo , dục\ngiáo\n\ndục");
    }

    #[test]
    fn one_word_however_it_is_written() {
        for text in ["sức khoẻ", "sức khỏe", "su\u{31b}\u{301}c khoe\u{309}", "Sức khoẻ"] {
            assert_eq!(SEGMENTER.segmented(text), text.replace(' ', "_"));
        }
    }

    #[test]
    fn reads_a_line_in_capitals() {
        check("CHĂM_SÓC SỨC_KHỎE BỆNH_NHÂN");
    }

    /// `data/words/check.tsv` was written together with the pack.
    #[test]
    fn scores_are_those_of_the_training() {
        let rows = include_str!("../../data/words/check.tsv").lines().filter(|row| !row.starts_with('#'));
        let mut line = Line::default();
        for row in rows {
            let (sentence, expected) = row.split_once('\t').unwrap();
            let tokens = tokens(sentence);
            let scores = line.score(SEGMENTER.model.as_ref().unwrap(), sentence, &tokens).unwrap();
            let is_learned = |i: &usize| {
                let (before, this) = (tokens[i - 1], tokens[*i]);
                before.kind == TokenKind::Word && this.kind == TokenKind::Word && before.span.end() < this.span.start()
            };
            let got: Vec<String> = (1..tokens.len()).filter(is_learned).map(|i| scores[i].to_string()).collect();
            assert_eq!(got.join(" "), expected, "{sentence}");
        }
    }

    #[test]
    fn leaves_other_languages_alone() {
        check("the rice export price rose on Monday");
    }

    #[test]
    fn what_the_reader_said_goes_first() {
        let mut dictionary = Dictionary::default();
        assert_eq!(dictionary.read("+ nuôi biển\n- học sinh"), []);
        let got = SEGMENTER.segmented_with(&dictionary, "Nuôi biển\nhọc sinh giỏi");
        assert_eq!(got, "Nuôi_biển\nhọc sinh giỏi");
    }

    #[test]
    fn keeps_the_lines() {
        assert_eq!(SEGMENTER.segmented("\n  a b \r\n\nc\n"), "\na b\n\nc\n");
        assert_eq!(SEGMENTER.segmented(""), "");
    }

    proptest! {
        #[test]
        fn any_text_is_segmented_without_change_of_letters(text in "(giáo|dục|Hà|Nội|TP\\.|[0-9.,%#/ \n-]|\\PC){0,60}") {
            let found = tokens(&text);
            prop_assert_eq!(SEGMENTER.joins(&text, &found).len(), found.len());
            let solid = |s: &str| s.chars().filter(|c| !c.is_whitespace() && *c != '_').collect::<String>();
            prop_assert_eq!(solid(&SEGMENTER.segmented(&text)), solid(&text));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn a_damaged_pack_is_refused(at in 0..PACK.len(), change in 1u8.., cut in 0..PACK.len()) {
            let mut damaged = PACK.to_vec();
            damaged[at] ^= change;
            prop_assert!(Segmenter::new(&damaged).is_err());
            prop_assert!(Segmenter::new(&PACK[..cut]).is_err());
        }

        #[test]
        fn a_pack_that_lies_is_refused_or_read_but_never_panics(at in 12..PACK.len(), byte in any::<u8>()) {
            let mut forged = PACK.to_vec();
            forged[at] = byte;
            super::super::pack::sign(&mut forged);
            if let Ok(segmenter) = Segmenter::new(&forged) {
                segmenter.segmented("Ông Nguyễn Văn Bình sống ở Hà Nội, học sinh học sinh học.");
            }
        }
    }
}
