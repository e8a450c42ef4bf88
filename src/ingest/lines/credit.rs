//! Credits of pictures: `Ảnh: Minh Anh/TTXVN`, `(Ảnh minh họa)`, `Photo by …`, at the end of a caption or alone.

use crate::base::Span;
use crate::ingest::words::Words;
use crate::lexicon::{Credit, PageWords};
use crate::text::TokenKind;

/// Most tokens that a credit has after its opening words.
const LONGEST: usize = 14;

/// The credit that closes the stretch, with its brackets.
pub(super) fn closing(page: &PageWords, words: &Words) -> Option<Span> {
    let first = words.n_tokens().saturating_sub(LONGEST + 5);
    (first..words.n_tokens())
        .find_map(|i| credit_to_end(page, words, i))
        .map(|start| words.span(start..words.n_tokens()))
}

/// Whether a credit begins at token `i` and ends with the stretch; the index of its first token, a bracket perhaps.
fn credit_to_end(page: &PageWords, words: &Words, i: usize) -> Option<usize> {
    let opened = matches!(words.raw(i), "(" | "[");
    let at = if opened { i + 1 } else { i };
    let (next, kind) = words.longest(&page.credits, at)?;
    let pictured = matches!(kind, Credit::Photo | Credit::Media);
    let stands = opened || i == 0 || is_border(words, i);
    if !stands || !opened && !words.is_capital(at) || kind == Credit::Author {
        return None;
    }
    if kind == Credit::Source && (i < 5 || ends_inside(words, 0, i) || !opened && words.low(next) != ":") {
        return None;
    }
    // `Ảnh minh họa. Nguồn: Internet`
    let second = words.longest(&page.credits, next + 1).filter(|_| pictured && words.raw(next) == ".");
    let next = second.map_or(next, |(after, _)| after);
    let colon = matches!(words.raw(next), ":" | "：");
    let rest = if colon { next + 1 } else { next };
    let close = if words.raw(words.n_tokens() - 1) == "." { words.n_tokens() - 1 } else { words.n_tokens() };
    if opened && !matches!(words.raw(close.wrapping_sub(1)), ")" | "]") {
        return None;
    }
    let close = if opened { close - 1 } else { close };
    if rest > close || close - rest > LONGEST || ends_inside(words, rest, close) {
        return None;
    }
    let named = (rest..close).all(|k| is_name_part(words, k));
    let bare = rest == close && (opened || words.low(at) != "video" && words.low(at) != "clip");
    (pictured && (bare || colon || named || is_supplied(words, at, rest))
        || !pictured && (colon || named) && rest < close)
        .then_some(i)
}

/// Whether what stands before token `i` may end a caption.
fn is_border(words: &Words, i: usize) -> bool {
    let before = words.raw(i - 1);
    matches!(before, "." | "!" | "?" | "…" | "-" | "–" | "—" | "|" | "/" | ")" | "”" | "\"" | ";" | "*")
        || words.is_capital(i) && words.is_spaced(i) && matches!(words.raw(i + 1), ":" | "：")
}

/// Whether a sentence ends between the tokens and goes on with more than a name.
fn ends_inside(words: &Words, from: usize, to: usize) -> bool {
    (from + 1..to.saturating_sub(3)).any(|k| {
        let stop = matches!(words.raw(k), "." | "!" | "?" | "…") && words.is_spaced(k + 1);
        stop && words.raw(k - 1).chars().count() > 2 && !(k + 1..to).all(|m| is_name_part(words, m))
    })
}

/// Capitalised words, abbreviations and the marks between names.
fn is_name_part(words: &Words, i: usize) -> bool {
    match words.kind(i) {
        Some(TokenKind::Address | TokenKind::Number) => true,
        Some(TokenKind::Mark) => {
            matches!(words.raw(i), "/" | "-" | "–" | "." | "&" | "," | "@" | "(" | ")" | "+" | "|")
        }
        Some(TokenKind::Word) => {
            words.is_capital(i)
                || matches!(
                    words.low(i),
                    "và" | "internet" | "st" | "sưu" | "tầm" | "t" | "h" | "nvcc" | "của" | "báo" | "and" | "via"
                )
        }
        None => false,
    }
}

/// `Ảnh do nhân vật cung cấp`, `Ảnh tác giả cung cấp`, `Ảnh chụp lại từ …`: `at` is the first word, `rest` what follows it.
fn is_supplied(words: &Words, at: usize, rest: usize) -> bool {
    words.low(at) == "ảnh"
        && ((rest..words.n_tokens())
            .any(|k| matches!(words.low(k), "cấp" | "gửi" | "chụp") && k + 3 >= words.n_tokens())
            || matches!(words.low(rest), "cắt" | "chụp" | "trích" | "lấy" | "từ" | "sưu"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let page = Lexicon::default().page;
        let words = Words::new(text, Span::new(0, text.len()));
        assert_eq!(closing(&page, &words).map_or("", |s| s.of(text)), expected, "{text}");
    }

    #[test]
    fn closes_captions() {
        check("Nông dân Bến Tre thu hoạch dừa. Ảnh: Minh Anh", "Ảnh: Minh Anh");
        check("Nông dân thu hoạch dừa - Ảnh: VGP/Minh Anh", "Ảnh: VGP/Minh Anh");
        check("Nông dân thu hoạch dừa. Ảnh VOV.", "Ảnh VOV.");
        check("Nông dân thu hoạch dừa. (Ảnh: M.Anh/TTXVN)", "(Ảnh: M.Anh/TTXVN)");
        check("Nông dân thu hoạch dừa (ảnh minh họa).", "(ảnh minh họa).");
        check("Ảnh minh họa. Nguồn: Internet", "Ảnh minh họa. Nguồn: Internet");
        check("Ảnh minh họa. Nguồn nước đã cạn", "");
        check("Nông dân thu hoạch dừa. Ảnh minh họa: TTXVN phát", "Ảnh minh họa: TTXVN phát");
        check("Ảnh do nhân vật cung cấp", "Ảnh do nhân vật cung cấp");
        check("Bệnh nhân đã xuất viện. Ảnh: Bệnh viện cung cấp", "Ảnh: Bệnh viện cung cấp");
        check("Farmers pick coconuts in Ben Tre. Photo by Minh Anh", "Photo by Minh Anh");
        check("Tăng trưởng GDP qua các năm. Nguồn: Tổng cục Thống kê", "Nguồn: Tổng cục Thống kê");
        check("Ảnh: Nguyễn Văn A.", "Ảnh: Nguyễn Văn A.");
    }

    #[test]
    fn leaves_text() {
        check("Ảnh hưởng của dịch bệnh", "");
        check("Triển lãm giới thiệu 120 tác phẩm. Ảnh chân dung chiếm một nửa.", "");
        check("Ông nói: Ảnh là của tôi. Sau đó ông gửi đơn đến tòa án và chờ kết quả.", "");
        check("Theo Bộ Y tế", "");
    }
}
