//! Instruments of the table.

use crate::extract::Reading;

use super::hit::Hit;

/// An instrument whose form stands at `i`, in capitals where the table has them.
pub(crate) fn known(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let (n, known) = r.lexicon.instruments.longest(&r.run(i..end))?;
    let is_upper = |s: &str| s.chars().next().is_some_and(char::is_uppercase);
    let written = r.span(i..i + n).of(r.text);
    let fits = if n == 1 { written == known.form } else { !is_upper(known.form) || is_upper(written) };
    if !fits || known.form.starts_with("Luật ") && !is_law(r, i, i + n) {
        return None;
    }
    Some(Hit { tokens: i..i + n, known: Some(known.name), category: known.category, rule: "known instrument" })
}

/// Whether the words are a law, not what somebody does: `Luật Đất đai`, not `Luật xây dựng`.
fn is_law(r: &Reading, i: usize, to: usize) -> bool {
    r.is_capital(i + 1) || matches!(r.low(to), "năm" | "số" | "(" | "sửa")
}
