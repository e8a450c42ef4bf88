//! Parts of a page that have lost the line break between them: a heading before its paragraph, a caption inside the text.

use std::rc::Rc;

use crate::base::Span;
use crate::ingest::words::Words;
use crate::lexicon::{Opener, PageWords};
use crate::text::{TokenKind, Tokenised};

use super::{credit, dateline};

/// Most tokens of a heading.
const LONGEST: usize = 24;

/// The heading glued to the head of a paragraph: the byte where the paragraph begins.
///
/// `Giữ rừng từ gốc Theo Sở Nông nghiệp, cả tỉnh có …`: no stop before words that open a sentence.
pub(super) fn heading(page: &PageWords, source: &Rc<Tokenised>, paragraph: Span) -> Option<usize> {
    let words = &Words::of(source, paragraph);
    if !words.is_capital(0) && words.kind(0) != Some(TokenKind::Number) && !matches!(words.raw(0), "“" | "\"") {
        return None;
    }
    for i in 0..words.n_tokens().min(LONGEST + 1) {
        if matches!(words.raw(i), "." | "!" | "?" | "…" | ":" | ";" | "(") {
            return None;
        }
        if i > 2 && opens_sentence(page, words, i) && follows_heading(words, i) {
            return (i + 7 < words.n_tokens()).then(|| words.start(i));
        }
    }
    None
}

/// Whether words that open a sentence stand at token `i`.
fn opens_sentence(page: &PageWords, words: &Words, i: usize) -> bool {
    if !words.is_capital(i) || !words.is_spaced(i) || words.raw(i).chars().filter(|c| c.is_uppercase()).count() > 1 {
        return false;
    }
    let Some((next, kind)) = words.longest(&page.openers, i) else { return false };
    let small =
        (i + 1..next).all(|k| !words.is_capital(k) || k == i + 1 && kind == Opener::Any && words.low(i) == "theo");
    let number = words.kind(next) == Some(TokenKind::Number);
    small
        && match kind {
            Opener::Small => words.is_small(next) || number,
            Opener::Number | Opener::Day => number,
            Opener::Any => words.kind(next) != Some(TokenKind::Mark) || words.raw(next) == ",",
        }
}

/// Whether the word before token `i` may end a heading: not a mark, not a noun that a title follows (`phim Sau bình minh`).
fn follows_heading(words: &Words, i: usize) -> bool {
    const NAMING: [&str; 26] = [
        "phim", "bài", "khúc", "sách", "cuốn", "trình", "dịch", "vở", "tên", "tựa", "quỹ", "báo", "tạp", "trang",
        "mục", "nhóm", "tập", "đề", "giải", "của", "và", "là", "hát", "truyện", "kịch", "thơ",
    ];
    let word = matches!(words.kind(i - 1), Some(TokenKind::Word | TokenKind::Number));
    (word || matches!(words.raw(i - 1), "”" | "\"" | ")"))
        && !NAMING.contains(&words.low(i - 1))
        && !words.is_capital(i - 1)
        || matches!(words.raw(i - 1), "”" | "\"" | ")")
}

/// A picture's caption inside a line, with its credit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Inside {
    /// The caption.
    pub(super) caption: Span,
    /// The credit.
    pub(super) credit: Span,
}

/// The first caption inside the line after which the text goes on.
pub(super) fn caption(page: &PageWords, source: &Rc<Tokenised>, line: Span) -> Option<Inside> {
    let words = line.of(source.text());
    let found = words.match_indices("nh").filter_map(|(at, _)| {
        let head = &words[..at];
        let start = head.len() - ["Ả", "ả"].iter().find(|c| head.ends_with(**c))?.len();
        Some(line.start() + start)
    });
    let english = || {
        let mut photos = words.match_indices("Photo").map(|(at, _)| line.start() + at).take(MOST_PHOTOS);
        photos.find_map(|at| {
            let opened = source.text()[line.start()..at].ends_with('(');
            if opened { credit_at(page, source, line, at) } else { agency_photo(source, line, at) }
        })
    };
    found.take(2000).find_map(|at| credit_at(page, source, line, at)).or_else(english)
}

/// Most credits in English that are looked at in a line.
const MOST_PHOTOS: usize = 200;

/// Most words of the photographer's name.
const PHOTOGRAPHER: usize = 5;

/// A caption with the credit of an agency whose `Photo` begins at the byte, before a dateline: `… at the pier. — VNA/VNS Photo
/// Minh Anh HẢI PHÒNG — The pier …`.
fn agency_photo(source: &Rc<Tokenised>, line: Span, at: usize) -> Option<Inside> {
    let text = source.text();
    let before = text[line.start()..at].trim_end();
    let agency = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let named = agency.len() > 2 && agency.chars().all(|c| c.is_ascii_uppercase() || c == '/');
    let words = Words::of(source, Span::new(at, text.floor_char_boundary(line.end().min(at + 160))));
    let place = (1..=PHOTOGRAPHER + 1).find(|&k| dateline::one(&words, k).is_some())?;
    let spaced = (1..=place).all(|k| words.is_capital(k) && words.is_spaced(k));
    if !named || !spaced {
        return None;
    }
    let start = line.start() + before.len() - agency.len();
    let credit = Span::new(start, words.span(0..place).end());
    let from = sentence_start(text, line.start(), start)?;
    Some(Inside { caption: Span::new(from, credit.end()), credit })
}

/// The caption glued to the end of a long paragraph: the byte where it begins.
pub(super) fn closing(page: &PageWords, source: &Rc<Tokenised>, line: Span) -> Option<usize> {
    let credit = credit::closing(page, &Words::tail_of(source, line))?;
    sentence_start(source.text(), line.start(), credit.start()).filter(|&at| at > line.start())
}

/// Reads a credit whose word `Ảnh` begins at the byte.
fn credit_at(page: &PageWords, source: &Rc<Tokenised>, line: Span, at: usize) -> Option<Inside> {
    let text = source.text();
    let before = text[line.start()..at].trim_end();
    let opened = before.ends_with(['(', '[']);
    let start = if opened { line.start() + before.len() - 1 } else { at };
    let words = Words::of(source, Span::new(at, text.floor_char_boundary(line.end().min(at + 160))));
    if !opened && !words.is_capital(0) || text[line.start()..at].ends_with(char::is_alphanumeric) {
        return None;
    }
    let (next, _) = words.longest(&page.credits, 0)?;
    let colon = words.low(next) == ":";
    let end = if opened { close(&words, next)? } else { name_end(page, &words, next, colon)? };
    let credit = Span::new(start, words.span(0..end).end());
    let rest = text[credit.end()..line.end()].trim_start_matches(['.', ' ', '\u{a0}', ')', ']']);
    let goes_on =
        rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '‘' | '-'));
    if !goes_on || rest.split_whitespace().take(5).count() < 5 {
        return None;
    }
    let stops = text[credit.end()..].chars().take_while(|c| *c == '.').count();
    let credit = Span::new(start, credit.end() + stops);
    // An illustration may stand under any sentence of the text.
    let illustrates = !opened && words.phrase(0, "ảnh minh họa").is_some();
    let from = if illustrates { start } else { sentence_start(text, line.start(), start)? };
    Some(Inside { caption: Span::new(from, credit.end()), credit })
}

/// Index after the bracket that closes the credit.
fn close(words: &Words, from: usize) -> Option<usize> {
    (from..words.n_tokens().min(from + 16)).find(|&i| matches!(words.raw(i), ")" | "]")).map(|i| i + 1)
}

/// Index after the name in a credit that has no brackets.
fn name_end(page: &PageWords, words: &Words, next: usize, colon: bool) -> Option<usize> {
    if !colon {
        // `Ảnh minh họa.`
        return (next > 1 && words.raw(next) == ".").then_some(next);
    }
    let first = next + 1;
    let mut at = first;
    while at < first + 10 {
        let stop = words.raw(at) == "." && words.is_spaced(at + 1);
        let ends =
            stop && words.raw(at - 1).chars().count() > 2 || is_no_name(words, at) || opens_sentence(page, words, at);
        if at > first && ends {
            return Some(at);
        }
        let joint = matches!(words.raw(at), "/" | "-" | "–" | "." | "&" | ",");
        let name = words.is_capital(at) || words.kind(at) == Some(TokenKind::Address);
        let turns = at > first
            && words.is_spaced(at)
            && (words.is_small(at + 1) || words.kind(at + 1) == Some(TokenKind::Number));
        if !joint && (turns || !name) {
            return name.then_some(at).filter(|_| at > first);
        }
        at += 1;
    }
    None
}

/// Whether token `i` is a word that no personal name holds.
fn is_no_name(words: &Words, i: usize) -> bool {
    const WORDS: [&str; 28] = [
        "ông", "bà", "bộ", "sở", "ubnd", "tại", "trong", "thủ", "các", "những", "một", "nhiều", "khi", "sau", "trước",
        "từ", "đây", "đến", "để", "cả", "mỗi", "theo", "với", "tuy", "ngoài", "chủ", "phó", "cũng",
    ];
    words.is_spaced(i) && WORDS.contains(&words.low(i))
}

/// Where the sentence begins that ends before `at`, or holds it; `None` if it is far away.
fn sentence_start(text: &str, line: usize, at: usize) -> Option<usize> {
    const FAR: usize = 420;
    let from = text.ceil_char_boundary(line.max(at.saturating_sub(FAR)));
    let before = text[from..at]
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '-' | '–' | '—' | '!' | '?' | '…' | '('));
    let mut chars = before.char_indices().rev().peekable();
    let mut opening = None;
    while let Some((i, c)) = chars.next() {
        let groups = c == '.'
            && before[i + 1..].starts_with(|c: char| c.is_ascii_digit())
            && chars.peek().is_some_and(|p| p.1.is_ascii_digit());
        let stop = matches!(c, '.' | '!' | '?' | '…') && !groups
            || matches!(c, '”' | '"' | ')') && chars.peek().is_some_and(|p| p.1 == '.');
        let initial = c == '.' && is_short_form(&before[..i]);
        if let Some(open) = opening
            && stop
            && !initial
        {
            return Some(from + open);
        }
        opening = match c {
            c if c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '(' | '‘') => Some(i),
            c if c.is_whitespace() => opening.filter(|&o| before[i + c.len_utf8()..o].trim().is_empty()),
            _ => None,
        };
    }
    (from == line).then_some(line)
}

/// Whether the text ends with an initial or a short form: `M`, `TP`, `Tp`, `TS`.
fn is_short_form(before: &str) -> bool {
    let mut back = before.chars().rev().take_while(|c| c.is_alphanumeric());
    let word: String = back.by_ref().take(4).collect();
    let n = word.chars().count();
    n > 0 && n < 3 && word.chars().last().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn whole(text: &str) -> Span {
        Span::new(0, text.len())
    }

    #[track_caller]
    fn check_heading(text: &str, expected: Option<&str>) {
        let page = Lexicon::default().page;
        let at = heading(&page, &Rc::new(Tokenised::new(text)), whole(text));
        assert_eq!(at.map(|at| text[..at].trim_end()), expected, "{text}");
    }

    #[test]
    fn parts_headings_from_paragraphs() {
        check_heading("Giữ rừng từ gốc Theo Sở Nông nghiệp, cả tỉnh trồng mới 500 ha rừng.", Some("Giữ rừng từ gốc"));
        check_heading(
            "Đã cấp điện cho 12 xã, 3 phường Thực hiện kế hoạch năm nay, ngành điện kéo thêm 40 km dây.",
            Some("Đã cấp điện cho 12 xã, 3 phường"),
        );
        check_heading(
            "Lo thiếu giáo viên Ngày 5/9, nhiều trường ở Gia Lai khai giảng muộn.",
            Some("Lo thiếu giáo viên"),
        );
        check_heading("Nhà báo xem phim Trong lòng đất ở rạp nhỏ giữa phố cổ Hà Nội.", None);
        check_heading("Sáng 5/9, Theo dõi buổi lễ qua màn hình có ba nghìn người dân huyện.", None);
        check_heading("Bộ Y tế cho biết cả nước có 12 ca mắc. Theo Bộ Y tế, các ca đều nhẹ.", None);
        check_heading("Chương trình do Ngày Nay tổ chức từ năm 2010 đến nay đã có mười kỳ.", None);
    }

    #[track_caller]
    fn check_caption(text: &str, caption_text: &str, credit: &str) {
        let page = Lexicon::default().page;
        let found = caption(&page, &Rc::new(Tokenised::new(text)), whole(text));
        let got = found.map_or(("", ""), |f| (f.caption.of(text), f.credit.of(text)));
        assert_eq!(got, (caption_text, credit), "{text}");
    }

    #[test]
    fn finds_captions_inside_lines() {
        check_caption(
            "Lúa đã chín. Nông dân gặt lúa ở Ba Tri. Ảnh: Minh Anh. Giá lúa năm nay cao hơn năm ngoái.",
            "Nông dân gặt lúa ở Ba Tri. Ảnh: Minh Anh.",
            "Ảnh: Minh Anh.",
        );
        check_caption(
            "Nông dân gặt lúa. (Ảnh: M. Anh/TTXVN) Giá lúa năm nay cao hơn năm ngoái.",
            "Nông dân gặt lúa. (Ảnh: M. Anh/TTXVN)",
            "(Ảnh: M. Anh/TTXVN)",
        );
        check_caption(
            "Lúa đã chín. Nông dân gặt lúa - Ảnh: Hoàng Nam/TTXVN Theo ông Ba, giá lúa năm nay cao.",
            "Nông dân gặt lúa - Ảnh: Hoàng Nam/TTXVN",
            "Ảnh: Hoàng Nam/TTXVN",
        );
        check_caption(
            "Lúa đã chín. Tàu dài 90 m, chở 3.100 tấn gạo. Ảnh: Minh Anh. Giá lúa năm nay cao hơn năm ngoái.",
            "Tàu dài 90 m, chở 3.100 tấn gạo. Ảnh: Minh Anh.",
            "Ảnh: Minh Anh.",
        );
        check_caption(
            "Farmers at the pier of Ba Tri. (Photo: XNT)Ba Tri (XNT) – The price of rice was up in May.",
            "Farmers at the pier of Ba Tri. (Photo: XNT)",
            "(Photo: XNT)",
        );
        check_caption(
            "Farmers at the pier of Ba Tri. — XNA/XNS Photo Minh Anh HẢI PHÒNG — The price of rice was up in May.",
            "Farmers at the pier of Ba Tri. — XNA/XNS Photo Minh Anh",
            "XNA/XNS Photo Minh Anh",
        );
        check_caption("Farmers read the XNA Photo Book of Ba Tri — it was good for them, and so on.", "", "");
        check_caption("Lúa đã chín. Ảnh hưởng của mưa không lớn. Giá lúa năm nay cao hơn.", "", "");
        check_caption("Nông dân gặt lúa. Ảnh: Minh Anh", "", "");
        check_caption("Ông nói: Ảnh của tôi. Sau đó ông gửi đơn lên tòa án.", "", "");
    }
}
