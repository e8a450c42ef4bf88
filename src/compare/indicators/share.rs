//! Shares told in other words: `kinh tế số chiếm 16,5% GDP` and `tỷ trọng kinh tế số trong GDP đạt 16,5%` are one measure.

use crate::text::{TokenKind, fold, tokens};

/// Verbs behind which a share stands, with the whole behind it.
const TAKES: [&str; 2] = ["chiếm", "đóng góp"];
/// What may stand between such a verb and the number.
const BETWEEN: [&str; 11] =
    ["tỷ trọng", "tỉ trọng", "tỷ lệ", "ước", "đạt", "khoảng", "hơn", "gần", "trên", "tới", "đến"];
/// Nouns that say that a share is measured: `tỷ trọng … trong …`.
const SHARES: [&str; 6] = ["tỷ trọng đóng góp", "tỷ lệ đóng góp", "mức đóng góp", "tỷ trọng", "tỉ trọng", "đóng góp"];
/// Words between a part and its whole.
const IN: [&str; 4] = ["trong", "vào", "cho", "trên"];
/// Words that end the name of a whole behind its share.
const ENDS: [&str; 14] =
    ["và", "năm", "so", "với", "theo", "tính", "cao", "thấp", "tăng", "giảm", "nhưng", "song", "tại", "ở"];
/// Most words of the name of a whole.
const LONGEST: usize = 8;
/// What says no more of a part than that it is the country's.
const OF_COUNTRY: [&str; 3] = [" của Việt Nam", " của cả nước", " Việt Nam"];

/// A share by its part and its whole.
#[derive(Debug, PartialEq)]
pub(super) struct Share {
    /// To compare it by: `tỷ trọng … trong …`, without the country.
    pub form: String,
    /// To show: its label, with the whole where the label lacks it.
    pub label: String,
}

/// What the share is of and in what: from its label, or from the verb before the share and the words behind it. `None` where
/// the text does not say it so.
pub(super) fn share(label: &str, before: &str, after: &str) -> Option<Share> {
    let is_named = named(label);
    let (part, whole) = is_named.or_else(|| taken(label, before, after))?;
    let label = if is_named.is_some() { label.to_owned() } else { format!("{label} (trong {whole})") };
    let part = OF_COUNTRY.iter().find_map(|country| part.strip_suffix(country)).unwrap_or(part);
    (!part.is_empty()).then(|| Share { form: format!("tỷ trọng {part} trong {whole}"), label })
}

/// `Tỷ trọng kinh tế số trong GDP`: the part and the whole.
fn named(label: &str) -> Option<(&str, &str)> {
    let low = fold(label);
    let share = SHARES.iter().find(|share| low.starts_with(**share))?;
    let tokens = tokens(label);
    let first = share.split(' ').count();
    let is = |k: usize, words: &[&str]| words.contains(&fold(tokens[k].span.of(label)).as_str());
    let first = first + usize::from(first < tokens.len() && is(first, &["của"]));
    let link = (first + 1..tokens.len()).find(|&k| is(k, &IN))?;
    let whole = tokens.get(link + 1)?;
    Some((&label[tokens[first].span.start()..tokens[link - 1].span.end()], &label[whole.span.start()..]))
}

/// `Kinh tế số chiếm 16,5% GDP`: the part, which is the label, and the whole.
fn taken<'t>(label: &'t str, before: &str, after: &'t str) -> Option<(&'t str, &'t str)> {
    let low = fold(before);
    let mut low = low.trim_end();
    while let Some(rest) = BETWEEN.iter().find_map(|word| low.strip_suffix(word)?.strip_suffix(' ')) {
        low = rest.trim_end();
    }
    let takes = TAKES.iter().any(|verb| low.strip_suffix(verb).is_some_and(|rest| rest.ends_with(' ')));
    let tokens = tokens(after);
    let word = |k: usize| fold(tokens[k].span.of(after));
    let is_name = |k: &usize| tokens[*k].kind == TokenKind::Word && !ENDS.contains(&word(*k).as_str());
    let first = (0..tokens.len().min(2)).find(|&k| !["trong", "của", "vào", "cho"].contains(&word(k).as_str()))?;
    let last = (first..tokens.len()).take(LONGEST).take_while(is_name).last().filter(|_| takes)?;
    Some((label, &after[tokens[first].span.start()..tokens[last].span.end()]))
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn shares_have_one_form() {
        for (label, before, after, shown) in [
            ("tỷ trọng thủy sản trong GRDP", "", "", "tỷ trọng thủy sản trong GRDP"),
            ("Đóng góp của thủy sản vào GRDP", "", "", "Đóng góp của thủy sản vào GRDP"),
            ("thủy sản", "Hiện thủy sản chiếm ", " GRDP và luôn tăng.", "thủy sản (trong GRDP)"),
            ("thủy sản", "Thủy sản đóng góp khoảng ", " vào GRDP, cao nhất vùng.", "thủy sản (trong GRDP)"),
            ("thủy sản của cả nước", "Thủy sản chiếm tỷ trọng hơn ", " GRDP.", "thủy sản của cả nước (trong GRDP)"),
        ] {
            let found = share(label, before, after).expect(label);
            assert_eq!((found.form.as_str(), found.label.as_str()), ("tỷ trọng thủy sản trong GRDP", shown));
        }
        for (label, before, after) in [
            ("tỷ lệ che phủ rừng", "Tỷ lệ che phủ rừng đạt ", "."),
            ("tỷ trọng", "Tỷ trọng đạt ", "."),
            ("thủy sản", "Thủy sản tăng ", " so với năm trước."),
            // Of what, is not said.
            ("thủy sản", "Thủy sản chiếm ", "."),
            ("thủy sản", "Thủy sản chiếm ", ", cao nhất vùng."),
            ("", "", ""),
        ] {
            assert_eq!(share(label, before, after), None, "{label} {before} {after}");
        }
    }
}
