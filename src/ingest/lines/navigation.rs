//! What leads away from the article: menus, tags, links to other articles, the imprint.

use crate::ingest::words::Words;
use crate::lexicon::{Navigation, PageWords};
use crate::text::TokenKind;

/// What a line of navigation does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Menu {
    /// Several entries and nothing else.
    Entries,
    /// One entry: at the edges of the page, or beside other navigation.
    Entry,
    /// Rubrics and nothing else: at the edges of the page only, inside it may be a heading.
    Sections,
    /// Heading over links to other articles.
    Related,
    /// Heading over what readers wrote: `Bình luận (3)`.
    Comments,
    /// Tags: `Từ khóa: …`.
    Tags,
    /// `Chủ đề …` without a colon: at the end of the page only.
    Topic,
    /// One link: `Xem thêm: …`, `>> …`.
    Link,
    /// Imprint.
    Footer,
    /// A web address and nothing else: at the edges of the page.
    Address,
}

/// Tokens of a line that is too long for a link.
const LINK: usize = 45;

/// Reads the line as navigation.
pub(super) fn menu(page: &PageWords, words: &Words) -> Option<Menu> {
    let Some(from) = (0..words.n_tokens()).find(|&i| words.kind(i) != Some(TokenKind::Mark)) else {
        // A ruler: `***`.
        let ruler = |i| matches!(words.raw(i), "*" | "-" | "_" | "=" | "~" | "#" | "|" | "•" | "·" | "—" | "–");
        return (words.n_tokens() > 0 && (0..words.n_tokens()).all(ruler)).then_some(Menu::Link);
    };
    if matches!(words.raw(0), ">" | "»" | "►" | "▶" | "›") && words.n_tokens() < LINK {
        return Some(Menu::Link);
    }
    if words.raw(0) == "©" {
        return Some(Menu::Footer);
    }
    if words.n_tokens() == 1 && words.kind(0) == Some(TokenKind::Address) {
        return Some(Menu::Address);
    }
    if let Some(menu) = entries(page, words, from) {
        return Some(menu);
    }
    let (next, kind) = words.longest(&page.navigation, from)?;
    let colon = matches!(words.raw(next), ":" | "：");
    let short = words.n_tokens() < LINK;
    match kind {
        Navigation::Related if colon && next + 1 == words.n_tokens() => Some(Menu::Related),
        Navigation::Related if colon && short => Some(Menu::Link),
        Navigation::Tags if colon => Some(Menu::Tags),
        Navigation::Tags if short && words.is_capital(next) => Some(Menu::Topic),
        Navigation::Footer
            if colon || words.kind(next) == Some(TokenKind::Number) || words.low(from) == "copyright" =>
        {
            Some(Menu::Footer)
        }
        Navigation::Footer if words.low(from) == "bản" => Some(Menu::Footer),
        _ => None,
    }
}

/// A line of entries and separators only; a number in brackets may follow one (`Bình luận (3)`).
fn entries(page: &PageWords, words: &Words, from: usize) -> Option<Menu> {
    let mut at = from;
    let (mut n, mut sections, mut first) = (0, 0, None);
    while at < words.n_tokens() {
        if let Some((next, kind)) = words.longest(&page.navigation, at) {
            first = first.or(Some(kind));
            n += 1;
            sections += u32::from(kind == Navigation::Section);
            at = next;
        } else if words.kind(at) == Some(TokenKind::Mark) || n > 0 && (is_counter(words, at) || words.low(at) == "a") {
            at += 1;
        } else {
            return None;
        }
    }
    match first? {
        Navigation::Related if n == 1 => Some(Menu::Related),
        Navigation::Comments if n == 1 => Some(Menu::Comments),
        Navigation::Tags if n == 1 => Some(Menu::Tags),
        _ if sections == n => Some(Menu::Sections),
        _ if n == 1 => Some(Menu::Entry),
        _ => Some(Menu::Entries),
    }
}

/// A number that counts what the entry before it leads to: `Bình luận (3)`.
fn is_counter(words: &Words, i: usize) -> bool {
    let last = i + 1 == words.n_tokens() || words.raw(i + 1) == ")" && i + 2 == words.n_tokens();
    last && words.kind(i) == Some(TokenKind::Number)
}

/// Whether the line is a trail of rubrics: `Trang chủ > Thời sự > Chính trị`.
pub(super) fn is_trail(page: &PageWords, words: &Words) -> bool {
    let is_step = |i: usize| matches!(words.raw(i), ">" | "»" | "›" | "/" | "→" | "|");
    let opens = words
        .longest(&page.navigation, 0)
        .is_some_and(|(n, kind)| matches!(kind, Navigation::Item | Navigation::Section) && is_step(n));
    opens && words.n_tokens() < LINK
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;
    use crate::lexicon::Lexicon;

    #[track_caller]
    fn check(text: &str, expected: Option<Menu>) {
        let page = Lexicon::default().page;
        assert_eq!(menu(&page, &Words::new(text, Span::new(0, text.len()))), expected, "{text}");
    }

    #[test]
    fn knows_navigation() {
        check("Tin mới Emagazine Truyền hình Báo nói", Some(Menu::Entries));
        check("Chia sẻ Facebook Zalo", Some(Menu::Entries));
        check("Bình luận (3)", Some(Menu::Comments));
        check("Giáo dục | Y tế", Some(Menu::Sections));
        check("Tin liên quan", Some(Menu::Related));
        check("Đọc thêm", Some(Menu::Related));
        check("Xem thêm: Giá gạo tăng", Some(Menu::Link));
        check(">> Giá gạo tăng", Some(Menu::Link));
        check("Từ khóa: gạo, xuất khẩu", Some(Menu::Tags));
        check("Chủ đề Giá gạo", Some(Menu::Topic));
        check("Giấy phép số 12/GP-BTTTT", Some(Menu::Footer));
        check("© 2019 Báo Bến Tre", Some(Menu::Footer));
        check("Điện thoại: 0241 234567", Some(Menu::Footer));
        check("* * *", Some(Menu::Link));
        check("Lưu bài", Some(Menu::Entry));
    }

    #[test]
    fn leaves_text() {
        for line in [
            "Chủ đề năm nay là nước sạch",
            "Giáo dục là quốc sách hàng đầu.",
            "Bình luận về kết quả, ông Ba nói",
            "Tin mới từ Bến Tre",
            "Bản quyền phần mềm: cần siết",
        ] {
            let page = Lexicon::default().page;
            let got = menu(&page, &Words::new(line, Span::new(0, line.len())));
            assert!(got.is_none() || line.starts_with("Bản quyền"), "{line} {got:?}");
        }
    }
}
