//! Several articles in one paste: where each begins and ends.

use crate::base::{Arrange, Span};

use super::lines::{likely_starts, starts};
use crate::lexicon::PageWords;

/// The stretches of the articles in a pasted text; one stretch when no border is found.
///
/// A border is a line of at least three `-`, `=`, `_` or `#` and nothing else; `***` too, but only above a headline, for it
/// also parts the sections of an essay. Where no such line stands, an article ends with its byline, source or tags, and the
/// next begins with a headline that has a date line or the name of an outlet beside it.
pub fn split(page: &PageWords, text: &str) -> Vec<Span> {
    let parts = at_rulers(text);
    let [only] = parts[..] else { return parts };
    let mut out = Vec::new();
    let mut from = only.start();
    for at in starts(page, only.of(text)).into_iter().chain([only.len()]) {
        let to = only.start() + at;
        out.push(Span::new(from, to).trimmed(text));
        from = to;
    }
    out
}

/// Where further articles may begin inside the stretches that [`split`] gives (bytes, ascending), for the reader to decide: it
/// parts a text only where it is sure.
pub fn likely_borders(page: &PageWords, text: &str, parts: &[Span]) -> Vec<usize> {
    let inside = |part: &Span| {
        let from = part.start();
        likely_starts(page, part.of(text)).into_iter().map(move |at| from + at)
    };
    parts.iter().flat_map(inside).collect()
}

/// The stretches of the articles that begin on these lines (counted from 0), as the reader says. What stands before the
/// first belongs to it; lines that only part articles belong to none.
pub fn split_at(text: &str, starts: &[u32]) -> Vec<Span> {
    let mut borders = starts.get(1..).unwrap_or_default().to_vec();
    borders.arrange();
    let mut parts = vec![Span::new(0, text.len())];
    let mut at = 0;
    for (line, n) in text.split_inclusive('\n').zip(0..) {
        if at > 0 && borders.binary_search(&n).is_ok() {
            let last = parts.pop().map_or(0, Span::start);
            parts.extend([Span::new(last, at), Span::new(at, text.len())]);
        }
        at += line.len();
    }
    let mut parts: Vec<Span> = parts.into_iter().map(|part| without_rulers(text, part)).collect();
    parts.retain(|part| !part.is_empty());
    parts
}

/// The span without blank lines and rulers at both ends.
fn without_rulers(text: &str, span: Span) -> Span {
    let mut span = span.trimmed(text);
    while let Some(line) = span.of(text).split_inclusive('\n').next().filter(|line| is_ruler(line)) {
        span = Span::new(span.start() + line.len(), span.end()).trimmed(text);
    }
    while let Some(line) = span.of(text).split('\n').next_back().filter(|line| is_ruler(line)) {
        span = Span::new(span.start(), span.end() - line.len()).trimmed(text);
    }
    span
}

fn at_rulers(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        let next = at + line.len();
        if is_ruler(line) && (!line.contains('*') || is_headline(&text[next..])) {
            out.push(Span::new(start, at).trimmed(text));
            start = next;
        }
        at = next;
    }
    out.push(Span::new(start, text.len()).trimmed(text));
    out.retain(|span| !span.is_empty());
    out
}

fn is_ruler(line: &str) -> bool {
    let line = line.trim();
    let mark = line.chars().next();
    line.chars().count() >= 3
        && matches!(mark, Some('-' | '=' | '*' | '_' | '#'))
        && line.chars().all(|c| Some(c) == mark)
}

/// Whether the first line that is not blank reads as a headline: short, without a stop.
fn is_headline(rest: &str) -> bool {
    let line = rest.lines().map(str::trim).find(|l| !l.is_empty()).unwrap_or("");
    let n = line.split_whitespace().take(31).count();
    (1..=30).contains(&n) && !line.ends_with(['.', ':', ';', ',', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use std::sync::LazyLock;

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

    fn split(text: &str) -> Vec<Span> {
        super::split(&LEXICON.page, text)
    }

    #[track_caller]
    fn check(text: &str, starts: &[&str]) {
        let parts = split(text);
        assert_eq!(parts.len(), starts.len(), "{text}");
        for (part, start) in parts.iter().zip(starts) {
            assert!(part.of(text).starts_with(start), "{}", part.of(text));
        }
    }

    #[test]
    fn splits_at_rules() {
        check("Một\n---\nHai\n\n=====\nBa", &["Một", "Hai", "Ba"]);
        check("Một\n***\nHai", &["Một", "Hai"]);
        check("a - b\n- c", &["a"]);
        check("-----", &[]);
        check("-----\nMột", &["Một"]);
        check("Ông kể chuyện cũ.\n***\nChiều xuống, ông ra vườn.", &["Ông"]);
    }

    #[test]
    fn splits_where_the_reader_says() {
        let parts = |text: &str, starts: &[u32]| {
            split_at(text, starts).into_iter().map(|part| part.of(text).to_owned()).collect::<Vec<_>>()
        };
        let text = "Một\nhai\n---\nBa\nbốn\n";
        assert_eq!(parts(text, &[0, 3]), ["Một\nhai", "Ba\nbốn"]);
        assert_eq!(parts(text, &[0]), ["Một\nhai\n---\nBa\nbốn"]);
        assert_eq!(parts(text, &[0, 1, 3, 4]), ["Một", "hai", "Ba", "bốn"]);
        assert_eq!(parts(text, &[3]), ["Một\nhai\n---\nBa\nbốn"]);
        assert_eq!(parts(text, &[0, 2, 3, 99]), ["Một\nhai", "Ba\nbốn"]);
        assert!(parts("---\n\n---", &[0]).is_empty());
    }

    const FIRST: &str = "Bến Tre vào mùa dừa khô\nNông dân Bến Tre bán dừa khô được giá cao nhất từ đầu năm 2019 đến nay.\n\
        Ông Ba ở Mỏ Cày nói mỗi chục dừa bán được một trăm nghìn đồng.\n";
    const SECOND: &str = "Cầu Rạch Miễu 2 đã khởi công ở Tiền Giang, dự kiến xong sau bốn năm thi công.\n\
        Cầu dài hai cây số, nối Tiền Giang với Bến Tre, bớt tải cho cầu cũ.\n";

    #[test]
    fn splits_at_a_new_head() {
        let head = "Khởi công cầu Rạch Miễu 2\n";
        check(&format!("{FIRST}Nguồn: Báo Bến Tre\n\n{head}(NLĐO) - {SECOND}"), &["Bến Tre", "Khởi công"]);
        check(&format!("{FIRST}Minh Anh\n{head}Thứ tư, 30/3/2022, 09:00 (GMT+7)\n{SECOND}"), &["Bến Tre", "Khởi công"]);
        check(
            &format!("{FIRST}PV\nThời sự\nThứ tư, 30/3/2022, 09:00 (GMT+7)\n{head}{SECOND}PV"),
            &["Bến Tre", "Thời sự"],
        );
    }

    #[test]
    fn does_not_split_when_in_doubt() {
        let head = "Khởi công cầu Rạch Miễu 2\n";
        // No foot, no date or outlet beside the headline, or links at the end of the page.
        check(&format!("{FIRST}{head}{SECOND}"), &["Bến Tre"]);
        check(&format!("{FIRST}Minh Anh\n{head}{SECOND}"), &["Bến Tre"]);
        check(&format!("{FIRST}{head}(NLĐO) - {SECOND}"), &["Bến Tre"]);
        check(&format!("{FIRST}{SECOND}PV\nTin liên quan\n{head}30/3/2022 09:00\n"), &["Bến Tre"]);
    }

    #[test]
    fn tells_where_articles_may_begin() {
        let likely = |text: &str| {
            let parts = super::split(&LEXICON.page, text);
            let borders = likely_borders(&LEXICON.page, text, &parts);
            borders.iter().map(|&at| text[at..].split(' ').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
        };
        let head = "Khởi công cầu Rạch Miễu 2\n";
        let four = format!(
            "{FIRST}Vườn dừa nào cũng đông người mua, xe tải đậu kín hai bên đường vào xã.\n\
            Mỗi ngày có chừng bốn mươi xe chở dừa đi các nhà máy ở ngoài tỉnh.\n"
        );
        for (text, expected) in [
            // A foot, a head with the name of an outlet, a menu, a gap where there was none before.
            (format!("{FIRST}Minh Anh\n{head}{SECOND}"), vec!["Khởi"]),
            (format!("{FIRST}{head}(NLĐO) - {SECOND}"), vec!["Khởi"]),
            (format!("{FIRST}Đọc thêm\nTin mới Emagazine Truyền hình Báo nói\n{SECOND}"), vec!["Cầu"]),
            (format!("{four}\n{head}{SECOND}"), vec!["Khởi"]),
            (format!("{}\n\n{head}\n{SECOND}", four.replace('\n', "\n\n")), vec!["Khởi"]),
            // A headline over a lead with its day.
            (format!("{FIRST}{head}Sáng 5/3, tại Mỹ Tho, {SECOND}"), vec!["Khởi"]),
            (format!("{FIRST}{head}Nhiều người dự lễ chiều ngày 05-3. {SECOND}"), vec!["Khởi"]),
            (format!("{FIRST}\n{head}\nTối nay (5/3), {SECOND}"), vec!["Khởi"]),
            // A day with its year, a share, a lead without a headline, under a heading too short, with a stop.
            (format!("{FIRST}{head}Ngày 5/3/2018, {SECOND}"), vec![]),
            (format!("{FIRST}{head}Khoảng 3/4 người dân mong, {SECOND}"), vec![]),
            (format!("{FIRST}Sáng 5/3, tại Mỹ Tho, {SECOND}"), vec![]),
            (format!("{FIRST}Cầu mới\nSáng 5/3, tại Mỹ Tho, {SECOND}"), vec![]),
            (format!("{FIRST}Khởi công cầu Rạch Miễu 2:\nSáng 5/3, tại Mỹ Tho, {SECOND}"), vec![]),
            // What is sure is no guess.
            (format!("{FIRST}Nguồn: Báo Bến Tre\n\n{head}(NLĐO) - {SECOND}"), vec![]),
            (format!("{FIRST}---\n{SECOND}"), vec![]),
            // A heading, a gap like those before it or after too little, a byline at the end, one paragraph more.
            (format!("{four}{head}{SECOND}"), vec![]),
            (format!("{four}{head}{SECOND}").replace('\n', "\n\n"), vec![]),
            (format!("{FIRST}\n{head}{SECOND}"), vec![]),
            (format!("{FIRST}Minh Anh\n"), vec![]),
            (format!("{FIRST}Minh Anh\n{}", SECOND.lines().next().unwrap_or_default()), vec![]),
        ] {
            assert_eq!(likely(&text), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn parts_are_in_order(text in "\\PC{0,120}(\n(---|\\*\\*\\*|PV|[a-zđ ]{0,30}\\.?)){0,20}") {
            let parts = split(&text);
            assert!(parts.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
            assert!(parts.iter().all(|part| !part.of(&text).trim().is_empty()));
        }
    }
}
