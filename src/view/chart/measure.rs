//! How wide a text is, estimated from classes of letters: wide enough for the usual sans-serif fonts, the same everywhere.

use crate::text::search_key;

/// Estimated width of a text over its font size, in a usual sans-serif font.
pub fn em_width(text: &str) -> f64 {
    let letter = |c: char| match c {
        'i' | 'j' | 'l' | '.' | ',' | '\'' | '|' => 0.28,
        'f' | 'r' | 't' | ' ' | '-' | '(' | ')' | '/' => 0.37,
        'm' | 'w' | '%' | '&' => 0.86,
        c if c.is_uppercase() => 0.72,
        _ => 0.59,
    };
    let folded: f64 = search_key(text).chars().map(letter).sum();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count() as f64 * 0.13;
    (folded + capitals).max(0.3)
}

/// The text, or its beginning with `…`, so that it fits into a width.
pub(super) fn fit(text: &str, size: f64, width: f64) -> String {
    cut(text, size, width, beginning)
}

/// The first `n` letters of a text and `…`; a word that they cut apart is left out, unless it is the first.
fn beginning(text: &str, n: usize) -> String {
    let at = text.char_indices().nth(n).map_or(text.len(), |(at, _)| at);
    let (shown, left_out) = text.split_at(at);
    let is_word_cut = left_out.starts_with(|c: char| !c.is_whitespace());
    let end = shown.rfind(char::is_whitespace).filter(|_| is_word_cut).unwrap_or(at);
    shown[..end].trim_end().to_owned() + "…"
}

/// The text, or its end after `…`, so that it fits into a width.
pub(super) fn fit_end(text: &str, size: f64, width: f64) -> String {
    let end = |text: &str, n: usize| {
        let skip = text.chars().count() - n;
        "…".to_owned() + text.chars().skip(skip).collect::<String>().trim_start()
    };
    cut(text, size, width, end)
}

/// The longest shortened form that fits.
fn cut(text: &str, size: f64, width: f64, shortened: impl Fn(&str, usize) -> String) -> String {
    let fits = |text: &str| em_width(text) * size <= width;
    if fits(text) {
        return text.to_owned();
    }
    let (mut low, mut high) = (0, text.chars().count());
    while low < high {
        let middle = (low + high).div_ceil(2);
        if fits(&shortened(text, middle)) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    shortened(text, low)
}

/// The text in lines that fit into a width, cut between words; a word wider than that has a line of its own.
pub(super) fn lines(text: &str, size: f64, width: f64) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match out.last_mut() {
            Some(line) if em_width(&format!("{line} {word}")) * size <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => out.push(word.to_owned()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_to_their_room() {
        let text = "phát triển kinh tế số và xã hội số";
        assert_eq!(fit(text, 12.0, 1000.0), text);
        for width in [0.0, 20.0, 60.0, 120.0] {
            let short = fit(text, 12.0, width);
            assert!(short.ends_with('…') && (width < 20.0 || em_width(&short) * 12.0 <= width), "{short}");
            assert!(fit_end(text, 12.0, width).starts_with('…'));
        }
        assert_eq!(fit(text, 10.0, 85.0), "phát triển kinh…", "no word is cut apart");
        assert_eq!(fit("Nguyễn", 10.0, 30.0), "Ngu…", "but the only one");
        assert_eq!(lines(text, 10.0, 110.0).join(" "), text);
        assert!(lines(text, 10.0, 110.0).iter().all(|line| em_width(line) * 10.0 <= 110.0));
        assert!(lines("", 10.0, 110.0).is_empty());
    }

    #[test]
    fn wide_letters_are_wider() {
        assert!(em_width("mmm") > em_width("nnn") && em_width("nnn") > em_width("iii"));
        assert!((em_width("kinh tế số") - em_width("kinh te so")).abs() < 1e-9);
    }
}
