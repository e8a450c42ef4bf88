//! The words around a hit, short enough for one line.

/// The end of `text`, at most about `limit` characters, cut between words.
pub fn tail(text: &str, limit: usize) -> String {
    let n = text.chars().count();
    if n <= limit {
        return text.to_owned();
    }
    let rest: String = text.chars().skip(n - limit).collect();
    let from = rest.find(' ').unwrap_or(0);
    format!("…{}", &rest[from..])
}

/// The beginning of `text`, at most about `limit` characters, cut between words.
pub fn head(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let rest: String = text.chars().take(limit).collect();
    let to = rest.rfind(' ').unwrap_or(rest.len());
    format!("{}…", &rest[..to])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_between_words() {
        assert_eq!(tail("phát triển kinh tế số ", 12), "… kinh tế số ");
        assert_eq!(tail("ngắn", 12), "ngắn");
        assert_eq!(head(" của quốc gia năm 2024", 12), " của quốc…");
        assert_eq!(head("đ", 1), "đ");
        assert_eq!(head("đđđ", 1), "đ…");
    }
}
