//! Several articles in one paste: where each begins and ends.

use crate::base::Span;

/// The stretches of the articles in a pasted text; one stretch when no border is found.
///
/// Borders are lines of at least three `-`, `=`, `*`, `_` or `#` and nothing else.
pub fn split(text: &str) -> Vec<Span> {
    let is_border = |line: &str| {
        let line = line.trim();
        let mark = line.chars().next();
        line.chars().count() >= 3
            && matches!(mark, Some('-' | '=' | '*' | '_' | '#'))
            && line.chars().all(|c| Some(c) == mark)
    };
    let mut out = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        if is_border(line) {
            out.push(Span::new(start, at).trimmed(text));
            start = at + line.len();
        }
        at += line.len();
    }
    out.push(Span::new(start, text.len()).trimmed(text));
    out.retain(|span| !span.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_at_rules() {
        let text = "Một\n---\nHai\n\n=====\nBa";
        let parts: Vec<&str> = split(text).iter().map(|s| s.of(text)).collect();
        assert_eq!(parts, ["Một", "Hai", "Ba"]);
        assert_eq!(split("a - b\n- c").len(), 1);
    }
}
