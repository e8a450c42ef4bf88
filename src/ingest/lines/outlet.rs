//! The name of the outlet at the head of a paragraph: `(NLĐO) - `, `TTO - `, `(Baohatinh.vn) - `.

use crate::ingest::words::Words;
use crate::lexicon::PageWords;
use crate::text::TokenKind;

use super::dateline::{after_dash, dateline};

/// The byte where the paragraph begins after the outlet's name.
pub(super) fn tag(page: &PageWords, words: &Words) -> Option<usize> {
    let at = place(words).unwrap_or(0);
    let named = || bracketed(page, words, at).or_else(|| bare(page, words).filter(|_| at == 0));
    let next = dateline(words).or_else(named)?;
    let opens = words.is_capital(next)
        || matches!(words.raw(next), "“" | "\"" | "‘" | "«")
        || words.kind(next) == Some(TokenKind::Number);
    (opens && next + 4 < words.n_tokens()).then(|| words.start(next))
}

/// `Hà Nội (TTXVN) - `, `Hà Nội, 3/5 (TTXVN)`: index of the bracket.
fn place(words: &Words) -> Option<usize> {
    let at = (1..8).find(|&i| words.raw(i) == "(")?;
    (0..at)
        .all(|i| {
            words.is_capital(i)
                || matches!(words.raw(i), "," | "/" | "-" | ".")
                || words.kind(i) == Some(TokenKind::Number)
        })
        .then_some(at)
}

/// `(X) - `, or `(X)` of a known outlet.
fn bracketed(page: &PageWords, words: &Words, i: usize) -> Option<usize> {
    if !matches!(words.raw(i), "(" | "[") {
        return None;
    }
    let close = (i + 2..i + 9).find(|&k| matches!(words.raw(k), ")" | "]"))?;
    let known = words.longest(&page.outlets, i + 1).is_some_and(|(n, _)| n <= close);
    let address = words.kind(i + 1) == Some(TokenKind::Address);
    let capitals = (i + 1..close).any(|k| words.is_capital(k));
    let dash = after_dash(words, close + 1);
    let tag = known && close < i + 7 || dash.is_some() && (address || capitals && close < i + 6);
    (tag && (i == 0 || known)).then(|| dash.unwrap_or(close + 1))
}

/// `TTO - `, `VOV.VN - `: a known outlet, an address, or capitals only.
fn bare(page: &PageWords, words: &Words) -> Option<usize> {
    let known = words.longest(&page.outlets, 0).map(|(n, _)| n).filter(|&n| after_dash(words, n).is_some());
    let address = words.kind(0) == Some(TokenKind::Address);
    let raw = words.raw(0);
    let capitals = (3..7).contains(&raw.chars().count())
        && raw.chars().all(|c| c.is_uppercase() || c == '&')
        && raw.ends_with('O');
    // `BDX.VN - `: an address in capitals.
    let domain =
        words.raw(1) == "." && matches!(words.raw(2), "VN" | "COM" | "NET" | "ORG") && after_dash(words, 3).is_some();
    let shouted = (domain && raw.chars().all(char::is_uppercase)).then_some(3);
    let alone = || ((address || capitals) && after_dash(words, 1).is_some()).then_some(1);
    let next = known.or(shouted).or_else(alone)?;
    // A hyphen between two words that stand close is part of a name: `VOV-Giao thông`.
    (words.is_spaced(next + 1) || words.is_spaced(next)).then_some(next + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;
    use crate::lexicon::Lexicon;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let page = Lexicon::default().page;
        let at = tag(&page, &Words::head(text, Span::new(0, text.len())));
        assert_eq!(at.map_or("", |at| &text[..at]), expected, "{text}");
    }

    #[test]
    fn knows_tags() {
        check("(Baohatinh.vn) - Nông dân Can Lộc vào vụ gặt.", "(Baohatinh.vn) - ");
        check("(NLĐO)- Nông dân Bến Tre vào vụ dừa.", "(NLĐO)- ");
        check("TTO - Nông dân Bến Tre vào vụ dừa.", "TTO - ");
        check("VOV.VN - Nông dân Bến Tre vào vụ dừa.", "VOV.VN - ");
        check("BXK.VN - Nông dân Bến Tre vào vụ dừa.", "BXK.VN - ");
        check("(Dân trí) – “Giá dừa đang tăng”, ông Ba nói.", "(Dân trí) – ");
        check("(ĐCSVN) Nông dân Bến Tre vào vụ dừa.", "(ĐCSVN) ");
        check("(XYZ Online) - Nông dân Bến Tre vào vụ dừa.", "(XYZ Online) - ");
        check("Penang (Bernama) -- The port opened a new pier.", "Penang (Bernama) -- ");
        check("PENANG, March 3 (Bernama) -- The port opened a new pier.", "PENANG, March 3 (Bernama) -- ");
        check("HẢI PHÒNG — The port opened a new pier.", "HẢI PHÒNG — ");
        check("Hà Nội (TTXVN 3/5) - Giá gạo xuất khẩu tăng.", "Hà Nội (TTXVN 3/5) - ");
    }

    #[test]
    fn leaves_text() {
        check("Hà Nội - trái tim của cả nước - đón xuân.", "");
        check("(i) Ưu tiên phát triển dữ liệu số trong năm.", "");
        check("Bến Tre (Việt Nam) - Nông dân vào vụ dừa.", "");
        check("TTXVN đưa tin giá gạo tăng.", "");
        check("A.VN đưa tin giá dừa tăng - nông dân vui.", "");
        check("VOV - một đài lớn của cả nước.", "");
    }
}
