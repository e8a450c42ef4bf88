//! Web and mail addresses inside running text.

/// Longest name of a host or mailbox that is looked at, in bytes: keeps the scan linear on text without blanks.
const LONGEST: usize = 320;

/// Length of the web or mail address that begins at `start`, where a word or number that ends at `end` begins.
pub(super) fn address_len(text: &str, start: usize, end: usize) -> Option<usize> {
    if !goes_on(text.as_bytes(), end) {
        return None;
    }
    let rest = &text[start..];
    let scheme = rest.starts_with("http://") || rest.starts_with("https://");
    let limit = if scheme { rest.len() } else { rest.floor_char_boundary(LONGEST) };
    let stop = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '"' | '“' | '”' | '<' | '>' | ',' | ';');
    let length = rest[..limit].find(stop).unwrap_or(limit);
    let run = rest[..length].trim_end_matches(['.', ':', '!', '?', '…', '\'', '’', '_', '*', '~', '|']);
    let mail = || run.split_once('@').is_some_and(|(name, host)| is_mailbox(name) && is_host(host));
    let host = || is_host(run.split('/').next().unwrap_or(run));
    (scheme && run.len() > 8 || mail() || host()).then_some(run.len())
}

/// Whether it can stand before the `@` of a mail address; `Email:toa-soan` cannot.
fn is_mailbox(s: &str) -> bool {
    !s.is_empty() && s.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'%'))
}

/// Whether an address may go on after its first word: a mark follows, and no blank after a stop.
fn goes_on(bytes: &[u8], end: usize) -> bool {
    match bytes.get(end) {
        None => false,
        Some(b'.' | b':') => bytes.get(end + 1).is_some_and(|b| !b.is_ascii_whitespace()),
        Some(b) => b.is_ascii_graphic() && !matches!(b, b'(' | b')' | b'"' | b'<' | b'>' | b',' | b';' | b'!' | b'?'),
    }
}

/// Whether it is a host name under a usual top-level domain: `baohatinh.vn`, `www.example.com`.
fn is_host(s: &str) -> bool {
    const DOMAINS: [&str; 9] = ["vn", "com", "net", "org", "gov", "edu", "info", "asia", "io"];
    let label = |l: &str| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let Some((before, top)) = s.rsplit_once('.') else { return false };
    let first = before.split('.').next().unwrap_or(before);
    DOMAINS.contains(&top) && first.len() > 1 && before.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use crate::text::scan::tests::check;
    use crate::text::tokens;

    #[test]
    fn finds_addresses() {
        check("(Baohatinh.vn) - Xem https://a.vn/b?c=1.", "(|Baohatinh.vn|)|-|Xem|https://a.vn/b?c=1|.");
        check("gửi về toa-soan@bao.com.vn, hoặc a.b@bao.vn.", "gửi|về|toa-soan@bao.com.vn|,|hoặc|a.b@bao.vn|.");
        check("www.chinhphu.vn/tin: mới", "www.chinhphu.vn/tin|:|mới");
    }

    #[test]
    fn marks_around_an_address_stay_outside() {
        check("Email:a_b@bao.vn_, _c@bao.vn_", "Email|:|a_b@bao.vn|_|,|_|c@bao.vn|_");
        check("*bao.vn* (x@bao.vn)|y", "*|bao.vn|*|(|x@bao.vn|)|\u{7c}|y");
    }

    #[test]
    fn a_missing_blank_is_no_address() {
        check("TP.HCM, ngày 5.Ông", "TP|.|HCM|,|ngày|5|.|Ông");
        check("hết.com nhé x.vn a.b", "hết|.|com|nhé|x|.|vn|a|.|b");
    }

    #[test]
    fn stays_linear_without_blanks() {
        assert_eq!(tokens(&"a-".repeat(200_000)).len(), 400_000);
    }
}
