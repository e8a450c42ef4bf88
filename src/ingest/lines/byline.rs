//! Who wrote the text and where it is from: lines of their own, or words after the last sentence.

use crate::base::Span;
use crate::ingest::SetAsideKind;
use crate::ingest::words::Words;
use crate::lexicon::{Credit, PageWords, english_month};
use crate::text::TokenKind;

/// Longest line that is read as one.
const LONGEST: usize = 16;

/// A line that says so with a word: `Nguồn: …`, `Theo …`, `Bài và ảnh: …`, `PV`.
pub(super) fn labelled(page: &PageWords, words: &Words) -> Option<SetAsideKind> {
    let (from, to) = unbracketed(words);
    // `Reporting by Ann Lee in Oslo and Max Roe in Rome; Editing by Tom Fox`
    let longest = if words.low(from) == "reporting" { 2 * LONGEST } else { LONGEST };
    if to > longest || from >= to {
        return None;
    }
    if is_staff(words, from, to) {
        return Some(SetAsideKind::Byline);
    }
    let (next, kind) = words.longest(&page.credits, from)?;
    let colon = matches!(words.raw(next), ":" | "：");
    let rest = if colon { next + 1 } else { next };
    let names = is_named(page, words, rest, without_day(words, rest, to));
    match kind {
        Credit::Author
            if rest < to && (colon && words.n_tokens() <= 12 || names && matches!(words.low(next - 1), "by")) =>
        {
            Some(SetAsideKind::Byline)
        }
        Credit::Author if colon && rest == to => Some(SetAsideKind::Byline),
        Credit::Source if words.low(from) == "theo" => {
            (names || colon && rest < to).then_some(SetAsideKind::SourceLine)
        }
        Credit::Source if colon && rest < to && (to == words.n_tokens() || to - rest < 6) => {
            Some(SetAsideKind::SourceLine)
        }
        _ => None,
    }
}

/// Whether the line is the name of an outlet or two and nothing else: `(TTXVN/Vietnam+)`, `VnExpress`.
pub(super) fn outlets_only(page: &PageWords, words: &Words) -> bool {
    let (from, to) = unbracketed(words);
    let mut at = from;
    let mut n = 0;
    while at < to {
        at = match words.longest(&page.outlets, at) {
            Some((next, _)) => {
                n += 1;
                next
            }
            None if at > from && matches!(words.raw(at), "/" | "-" | "+" | "|" | ",") => at + 1,
            None if matches!(words.low(at), "theo" | "báo") => at + 1,
            None => return false,
        };
    }
    n > 0
}

/// Whether the line after the text signs it: `Theo …`, a label without a name, or a body (`Văn phòng UBND tỉnh`).
pub(super) fn signs(page: &PageWords, words: &Words) -> Option<SetAsideKind> {
    const BODIES: [&str; 30] = [
        "văn phòng",
        "trung tâm",
        "sở",
        "bộ",
        "ban",
        "phòng",
        "cổng",
        "báo",
        "đài",
        "cục",
        "tổng cục",
        "chi cục",
        "vụ",
        "hội",
        "ubnd",
        "trường",
        "bệnh viện",
        "viện",
        "công an",
        "thông tấn xã",
        "tạp chí",
        "ủy ban",
        "tỉnh đoàn",
        "thành đoàn",
        "liên đoàn",
        "học viện",
        "tổng công ty",
        "công ty",
        "tập đoàn",
        "trang",
    ];
    const IN_NAMES: [&str; 40] = [
        "tỉnh",
        "huyện",
        "xã",
        "thành",
        "phố",
        "quận",
        "phường",
        "thị",
        "trấn",
        "và",
        "điện",
        "tử",
        "thông",
        "tin",
        "bệnh",
        "tật",
        "nhân",
        "dân",
        "tế",
        "học",
        "tâm",
        "phòng",
        "đoàn",
        "kiểm",
        "soát",
        "an",
        "cục",
        "nghiệp",
        "giáo",
        "dục",
        "tạo",
        "hội",
        "viện",
        "chí",
        "phát",
        "thanh",
        "truyền",
        "hình",
        "văn",
        "ban",
    ];
    let (from, to) = unbracketed(words);
    let plain =
        (from..to).all(|i| words.kind(i) == Some(TokenKind::Word) || matches!(words.raw(i), "-" | "–" | "&" | "/"));
    if !plain || to > 10 || from >= to || words.raw(words.n_tokens() - 1) == "." {
        return None;
    }
    match words.longest(&page.credits, from) {
        Some((next, Credit::Source)) if words.low(from) == "theo" && words.is_capital(next) => {
            Some(SetAsideKind::SourceLine)
        }
        Some((next, Credit::Author)) if next == to => Some(SetAsideKind::Byline),
        _ => {
            let named = (from + 1..to).any(|i| words.is_capital(i));
            let body = words.is_capital(from) && BODIES.iter().any(|b| words.phrase(from, b).is_some());
            let acts = (from..to).any(|i| words.is_small(i) && !IN_NAMES.contains(&words.low(i)));
            (body && named && !acts).then_some(SetAsideKind::Byline)
        }
    }
}

/// Whether the line is a name or several and nothing else: `Minh Anh`, `NGUYỄN VĂN A - TRẦN B (tổng hợp)`.
pub(super) fn names_only(words: &Words) -> bool {
    let (from, to) = unbracketed(words);
    let stopped = to > 1 && words.raw(words.n_tokens() - 1) == "." && words.raw(to - 1).chars().count() > 2;
    if to > LONGEST || from >= to || words.kind(from) != Some(TokenKind::Word) || stopped {
        return false;
    }
    let note = (from..to).find(|&k| words.raw(k) == "(" && is_note(words, k + 1));
    let end = note.unwrap_or(to);
    let mut run = 0;
    for k in from..end {
        run = if words.kind(k) == Some(TokenKind::Word) && words.is_capital(k) { run + 1 } else { 0 };
        let joint = matches!(words.raw(k), "-" | "–" | "," | "&" | "/" | "." | "và" | "•" | "|" | "báo" | "Báo");
        if run > 5 || run == 0 && !joint {
            return false;
        }
    }
    // One capital word alone may be a heading; so may a line that ends with a joint.
    end > from + 1 && words.is_capital(end - 1)
        || words.raw(from).chars().filter(|c| c.is_uppercase()).count() > 1 && end == from + 1
        || note.is_some()
}

/// `PV`, `Nhóm PV`, `P.V`, `BBT`, `CTV`, `PV (tổng hợp)`.
fn is_staff(words: &Words, from: usize, to: usize) -> bool {
    let at = if words.low(from) == "nhóm" { from + 1 } else { from };
    let staff = match words.low(at) {
        "pv" | "bt" | "bbt" | "ctv" | "btv" | "tth" | "t.h" => at + 1,
        "p" if matches!(words.low(at + 1), "." | "/") && words.low(at + 2) == "v" => at + 3,
        "t" if matches!(words.low(at + 1), "." | "/") && words.low(at + 2) == "h" => at + 3,
        "phóng" if words.low(at + 1) == "viên" && to == at + 2 => at + 2,
        "ban" if words.low(at + 1) == "biên" && words.low(at + 2) == "tập" => at + 3,
        _ => return false,
    };
    let staff = if words.raw(staff) == "." { staff + 1 } else { staff };
    staff >= to
        || words.raw(staff) == "(" && is_note(words, staff + 1)
        || matches!(words.raw(staff), "/" | "-" | "–") && to <= staff + 6
        || words.low(staff) == "tổng" && to == staff + 2
}

/// `(tổng hợp)`, `(t/h)`, `(theo …)`, `(ghi)`.
fn is_note(words: &Words, i: usize) -> bool {
    matches!(
        words.low(i),
        "tổng" | "t" | "th" | "theo" | "từ" | "ghi" | "dịch" | "lược" | "biên" | "ttxvn" | "thực" | "st"
    )
}

/// The line without brackets around the whole of it and without a stop at its end.
fn unbracketed(words: &Words) -> (usize, usize) {
    let (mut from, mut to) = (0, words.n_tokens());
    if to > 0 && words.raw(to - 1) == "." {
        to -= 1;
    }
    if to > 2 && matches!(words.raw(0), "(" | "[") && matches!(words.raw(to - 1), ")" | "]") {
        from = 1;
        to -= 1;
    }
    while matches!(words.raw(from), "-" | "–" | "—" | "*" | "•" | "►" | "/") {
        from += 1;
    }
    (from, to)
}

/// `to`, or where a date begins that closes the line: `By Ann Lee - October 3, 2025`, `By Ann Lee October 3, 2025 | 9:05 am`.
fn without_day(words: &Words, from: usize, to: usize) -> usize {
    let month = |i: usize| english_month(words.low(i)).is_some();
    let part = |i: usize| {
        words.kind(i) == Some(TokenKind::Number)
            || matches!(words.raw(i), "," | "/" | "-" | "." | ":" | "|")
            || matches!(words.low(i), "am" | "pm" | "a" | "p" | "m" | "gmt" | "pt" | "et" | "ict")
            || month(i)
    };
    let opens = |&k: &usize| {
        let marked = matches!(words.raw(k), "-" | "–" | "|" | ",") && words.kind(k + 1).is_some();
        k > from && (marked || month(k) && words.kind(k + 1) == Some(TokenKind::Number))
    };
    let dated = |k: &usize| {
        (k + 1..to).all(part)
            && (k + 1..to).any(|i| words.kind(i) == Some(TokenKind::Number) && words.raw(i).len() == 4)
    };
    (from..to).filter(opens).find(dated).unwrap_or(to)
}

/// Whether names and outlets fill the tokens.
fn is_named(page: &PageWords, words: &Words, from: usize, to: usize) -> bool {
    let mut at = from;
    while at < to {
        at = match words.longest(&page.outlets, at) {
            Some((next, _)) => next,
            None if is_name_part(words, at) || at > from && matches!(words.raw(at), "and" | "in") => at + 1,
            // `Reporting by Ann Lee; Editing by Tom Fox`
            None if words.raw(at) == ";" => match words.longest(&page.credits, at + 1) {
                Some((next, Credit::Author)) => next,
                _ => return false,
            },
            None => return false,
        };
    }
    from < to
}

/// Whether the stop at token `i` follows an initial or a short form: `V.`, `TP.`
fn is_initial(words: &Words, i: usize) -> bool {
    let before = words.raw(i.wrapping_sub(1));
    words.raw(i) == "." && before.chars().count() < 3 && before.chars().all(char::is_uppercase)
}

fn is_name_part(words: &Words, i: usize) -> bool {
    match words.kind(i) {
        Some(TokenKind::Address) => true,
        Some(TokenKind::Number) => false,
        Some(TokenKind::Mark) => matches!(words.raw(i), "/" | "-" | "–" | "." | "&" | "," | "+" | "(" | ")"),
        Some(TokenKind::Word) => {
            words.is_capital(i)
                || matches!(words.low(i), "báo" | "và" | "tạp" | "chí" | "trang" | "đài" | "điện" | "tử")
        }
        None => false,
    }
}

/// The source or the author after the last sentence of a paragraph: `… bền vững./. (TTXVN)`, `… bền vững. Minh Anh`.
pub(super) fn after_text(page: &PageWords, words: &Words) -> Option<(Span, SetAsideKind)> {
    let last_stop = (0..words.n_tokens().saturating_sub(1)).rev().find(|&i| {
        matches!(words.raw(i), "." | "!" | "?" | "…" | "”" | "\"")
            && (words.is_spaced(i + 1) || matches!(words.raw(i + 1), "(" | "[" | "-" | "–" | "—"))
    })?;
    let mut first = last_stop + 1;
    while matches!(words.raw(first), "/" | "." | "-" | "–") {
        first += 1;
    }
    let n = words.n_tokens() - first;
    if n == 0 || n > LONGEST || is_initial(words, last_stop) {
        return None;
    }
    let span = words.span(first..words.n_tokens());
    let tail = words.part(first..words.n_tokens());
    if labelled(page, &tail) == Some(SetAsideKind::SourceLine) || outlets_only(page, &tail) {
        return Some((span, SetAsideKind::SourceLine));
    }
    let byline = labelled(page, &tail).is_some()
        || (2..=5).contains(&n) && names_only(&tail) && words.raw(words.n_tokens() - 1) != ".";
    byline.then_some((span, SetAsideKind::Byline))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn words(text: &str) -> Words<'_> {
        Words::new(text, Span::new(0, text.len()))
    }

    #[test]
    fn knows_labelled_lines() {
        let page = Lexicon::default().page;
        for (text, kind) in [
            ("Nguồn: vietnamnet.vn", SetAsideKind::SourceLine),
            ("Theo TTXVN/Báo Tin tức", SetAsideKind::SourceLine),
            ("(Theo VnExpress)", SetAsideKind::SourceLine),
            ("Source: VNA", SetAsideKind::SourceLine),
            ("Bài và ảnh: Minh Anh", SetAsideKind::Byline),
            ("Tác giả: Trần B", SetAsideKind::Byline),
            ("By Minh Anh", SetAsideKind::Byline),
            ("By Ann Lee and Minh Anh, 3 October 2025", SetAsideKind::Byline),
            ("(Reporting by Ann Lee; Editing by Tom Fox)", SetAsideKind::Byline),
            ("(Reporting by Ann Lee in Oslo and Max Roe in New Town; Editing by Tom Fox)", SetAsideKind::Byline),
            ("By Minh Anh - October 3, 2025", SetAsideKind::Byline),
            ("By Minh Anh   October 3, 2025 | 11:58 pm PT", SetAsideKind::Byline),
            ("PV", SetAsideKind::Byline),
            ("Nhóm PV", SetAsideKind::Byline),
            ("P.V (tổng hợp)", SetAsideKind::Byline),
        ] {
            assert_eq!(labelled(&page, &words(text)), Some(kind), "{text}");
        }
        for text in [
            "Theo ông, giá gạo sẽ tăng.",
            "Nguồn vốn vay",
            "Bài học từ Bến Tre",
            "Thực hiện 3 đột phá",
            "By then, prices rose.",
            "By and by, Ann Lee; the mayor",
            "By October 3, 2025 - prices rose",
            "By October 3, 2025 Ann Lee was the mayor",
        ] {
            assert_eq!(labelled(&page, &words(text)), None, "{text}");
        }
    }

    #[test]
    fn knows_names() {
        for text in [
            "Minh Anh",
            "NGUYỄN VĂN A - TRẦN B",
            "Hoàng Long – Thu Hà",
            "Minh Anh (tổng hợp)",
            "Minh Anh (từ Tokyo, Nhật Bản)",
            "P.V",
            "Lê Minh/VOV.VN",
        ] {
            assert!(names_only(&words(text)) || text.contains("VOV") || text == "P.V", "{text}");
        }
        for text in ["Giải pháp", "Chuyển đổi số", "Thủ tướng phát biểu", "1. Mở đầu", "Hà Nội:"]
        {
            assert!(!names_only(&words(text)), "{text}");
        }
    }

    #[test]
    fn knows_signatures() {
        let page = Lexicon::default().page;
        assert_eq!(signs(&page, &words("Theo Đời sống xanh")), Some(SetAsideKind::SourceLine));
        assert_eq!(signs(&page, &words("Trung tâm Y tế huyện Ba Tri")), Some(SetAsideKind::Byline));
        assert_eq!(signs(&page, &words("Sở Y tế đã vào cuộc")), None);
        assert_eq!(signs(&page, &words("Bộ Y tế khuyến cáo dân tiêm phòng")), None);
        assert_eq!(signs(&page, &words("Theo dõi sát tình hình")), None);
    }

    #[test]
    fn reads_the_end_of_a_paragraph() {
        let page = Lexicon::default().page;
        let tail = |text: &'static str| after_text(&page, &words(text)).map_or("", |(span, _)| span.of(text));
        assert_eq!(tail("Giá gạo tăng trong năm nay./. (TTXVN/Vietnam+)"), "(TTXVN/Vietnam+)");
        assert_eq!(tail("Giá gạo tăng trong năm nay. Theo VnExpress"), "Theo VnExpress");
        assert_eq!(tail("Giá gạo tăng trong năm nay. Minh Anh"), "Minh Anh");
        assert_eq!(tail("Rice prices rose this year.-Bernama"), "Bernama");
        assert_eq!(tail("They called it “smart”-made"), "");
        assert_eq!(tail("Giá gạo tăng trong năm nay."), "");
        assert_eq!(tail("Giá gạo tăng. Ông Ba mừng."), "");
        assert_eq!(tail("Giá tăng ở TP. Hồ Chí Minh"), "");
    }
}
