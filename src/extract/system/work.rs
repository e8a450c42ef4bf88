//! Articles and books that are named by their title.

use crate::extract::Reading;
use crate::text::TokenKind;

use super::hit::Hit;
use super::phrase::quoted;

/// A quoted title that begins at `i`, after a word that says what it is: `bài viết của … “…”`.
pub(crate) fn work(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let to = quoted(r, i, end)?;
    if to - i < 5 || !r.is_capital(i + 1) {
        return None;
    }
    let announced = (i.saturating_sub(16)..i)
        .rev()
        .take_while(|&k| r.kind(k) == Some(TokenKind::Word) || matches!(r.raw(k), "," | ":"))
        .any(|k| r.any(k, &["bài viết", "cuốn sách", "bài báo", "tác phẩm"]).is_some_and(|after| after <= i));
    announced.then(|| Hit::new(i..to, "article_work", "quoted title"))
}
