//! Page metadata: date lines, counters, page controls; as a line of their own or glued to the head of a paragraph.

use crate::base::Span;
use crate::ingest::stamp::{PageDate, Stamp, clock_at, date_at, weekday_at, zone_at};
use crate::ingest::words::Words;
use crate::lexicon::{Label, PageWords};

use super::pieces::{ago, count, filler, is_counter, marks, name, rubric, sizes};

/// A run of tokens that state page metadata.
#[derive(Debug, Default)]
struct Run {
    /// Index after the last token that states something.
    end: usize,
    /// Index after the run with the marks that follow it.
    next: usize,
    stamps: Vec<Stamp>,
    has_label: bool,
    has_weekday: bool,
    has_clock: bool,
    has_zone: bool,
    has_count: bool,
    has_ago: bool,
}

/// How sure it is that a line is page metadata.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sure {
    /// At any place of the page.
    Anywhere,
    /// Before the text or after it; inside it may be a heading.
    AtEdge,
}

/// Whether the whole line is page metadata.
pub(super) fn whole(page: &PageWords, words: &Words) -> Option<Sure> {
    if sizes(words, 0) == words.n_tokens() || is_counter(words) {
        return Some(Sure::AtEdge);
    }
    let mut at = marks(words, 0);
    let mut all = Run::default();
    let mut names = 0;
    while at < words.n_tokens() {
        let run = run(page, words, at, true);
        if run.next > at {
            all.join(&run);
            at = run.next;
            continue;
        }
        let named = |n: Option<usize>, names: &mut u32| n.filter(|_| *names == 0).inspect(|_| *names += 1);
        let fill = named(rubric(words, at), &mut names)
            .or_else(|| filler(page, words, at))
            .or_else(|| named(name(words, at), &mut names))?;
        at = marks(words, fill);
    }
    all.verdict(names)
}

impl Run {
    fn join(&mut self, other: &Run) {
        self.stamps.extend(&other.stamps);
        self.has_label |= other.has_label;
        self.has_weekday |= other.has_weekday;
        self.has_clock |= other.has_clock;
        self.has_zone |= other.has_zone;
        self.has_count |= other.has_count;
        self.has_ago |= other.has_ago;
    }

    fn verdict(&self, names: u32) -> Option<Sure> {
        let full = self.stamps.iter().any(|s| s.date.day.is_some());
        if self.has_label && (!self.stamps.is_empty() || self.has_clock)
            || self.has_count
            || full && (self.has_zone || self.has_clock && self.has_weekday)
        {
            return Some(Sure::Anywhere);
        }
        let edge = full
            || self.has_clock && names == 0
            || self.has_label && names == 0
            || self.has_ago && (names == 0 || self.has_clock);
        edge.then_some(Sure::AtEdge)
    }
}

/// Page metadata glued to the head of a paragraph: the byte where the paragraph begins.
///
/// A bare date at the head of a sentence (`Ngày 10/10/2024, Thủ tướng …`) is not metadata.
pub(super) fn glued(page: &PageWords, words: &Words) -> Option<usize> {
    let run = run(page, words, 0, false);
    let stamped = !run.stamps.is_empty();
    let sure =
        run.has_label && stamped || run.has_count || stamped && (run.has_zone || run.has_weekday && run.has_clock);
    let goes_on = matches!(words.raw(run.end), "," | ";") || words.is_small(run.next);
    (sure && !goes_on && run.next < words.n_tokens()).then(|| words.start(run.next))
}

/// All dates that a stretch of page metadata states.
pub(super) fn stamps(page: &PageWords, text: &str, stretch: Span) -> Vec<Stamp> {
    let words = Words::head(text, stretch);
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.n_tokens() {
        let run = run(page, &words, at, true);
        out.extend(run.stamps);
        at = run.next.max(at + 1);
    }
    out
}

/// The author in a line of page metadata: `Minh Anh | 24/02/2023`. A name before a comma is that of a place.
pub(super) fn named(page: &PageWords, text: &str, stretch: Span) -> Option<Span> {
    let words = Words::head(text, stretch);
    let mut at = marks(&words, 0);
    while at < words.n_tokens() {
        let run = run(page, &words, at, true);
        if run.next > at {
            at = run.next;
            continue;
        }
        if let Some(next) = filler(page, &words, at) {
            at = marks(&words, next);
            continue;
        }
        let next = name(&words, at)?;
        let from = if words.low(at) == "tác" { marks(&words, at + 2) } else { at };
        let from = if matches!(words.low(from), "by" | "theo" | "bởi") { from + 1 } else { from };
        let place = words.raw(next) == "," && !matches!(words.low(at), "by" | "tác" | "theo");
        return (!place && next - from > 1).then(|| words.span(from..next));
    }
    None
}

/// Reads metadata from token `i` on. With `many`, a second date may follow the first without a label.
fn run(page: &PageWords, words: &Words, i: usize, many: bool) -> Run {
    let mut run = Run { end: i, next: i, ..Run::default() };
    let mut label: Option<(Label, usize)> = None;
    let mut clock = None;
    let mut at = i;
    loop {
        if let Some((next, date)) = date_at(words, at) {
            if !many && !run.stamps.is_empty() && label.is_none() {
                break;
            }
            run.date(words, at..next, date, label.take(), clock.take());
            at = next;
        } else if let Some(next) = ago(words, at) {
            run.has_ago = true;
            at = next;
        } else if let Some((next, time)) = clock_at(words, at) {
            match run.stamps.last_mut().filter(|s| s.clock.is_none()) {
                Some(stamp) => {
                    stamp.clock = Some(time);
                    stamp.span = stamp.span.to(words.span(at..next));
                }
                None => clock = Some((time, at)),
            }
            run.has_clock = true;
            at = next;
        } else if let Some(next) = weekday_at(words, at).filter(|&n| dated(words, n)) {
            run.has_weekday = true;
            at = next;
        } else if let Some(next) = zone_at(words, at) {
            run.has_zone = true;
            at = next;
        } else if let Some(next) = count(page, words, at) {
            run.has_count = true;
            at = next;
        } else if let Some((next, kind)) = words.longest(&page.labels, at) {
            match kind {
                Label::Published | Label::Updated if labels_time(words, next) => {
                    label = Some((kind, at));
                    run.has_label = true;
                }
                Label::Setting => run.has_label = true,
                Label::Glue if dated(words, next) => {}
                _ => break,
            }
            at = if kind == Label::Setting { sizes(words, next) } else { next };
        } else {
            break;
        }
        run.end = at;
        at = marks(words, at);
        run.next = at;
    }
    run
}

impl Run {
    fn date(
        &mut self,
        words: &Words,
        tokens: std::ops::Range<usize>,
        date: PageDate,
        label: Option<(Label, usize)>,
        clock: Option<((u32, u32), usize)>,
    ) {
        let first = [label.map(|l| l.1), clock.map(|c| c.1)].into_iter().flatten().fold(tokens.start, usize::min);
        let is = |kind| label.is_some_and(|(k, _)| k == kind);
        self.stamps.push(Stamp {
            span: words.span(first..tokens.end),
            date,
            clock: clock.map(|c| c.0),
            is_update: is(Label::Updated),
            is_labelled: is(Label::Published),
        });
    }
}

/// Whether a date or time stands at token `i`, or after marks and words that join.
fn dated(words: &Words, i: usize) -> bool {
    let mut at = marks(words, i);
    for _ in 0..4 {
        if date_at(words, at).is_some() || clock_at(words, at).is_some() || zone_at(words, at).is_some() {
            return true;
        }
        at = match weekday_at(words, at) {
            Some(next) => marks(words, next),
            None if matches!(words.low(at), "ngày" | "lúc" | "vào" | "on" | "at") => at + 1,
            None => return false,
        };
    }
    false
}

/// Whether a label of a date ends before token `i`: a date follows, or nothing.
fn labels_time(words: &Words, i: usize) -> bool {
    marks(words, i) >= words.n_tokens() || dated(words, i)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[track_caller]
    fn check(text: &str, expected: Option<Sure>) {
        let page = Lexicon::default().page;
        assert_eq!(whole(&page, &Words::new(text, Span::new(0, text.len()))), expected, "{text}");
    }

    #[test]
    fn knows_date_lines() {
        for line in [
            "Thứ năm, 10/10/2024, 14:14 (GMT+7)",
            "Thời sự Thứ sáu, 3/5/2019, 07:05 (GMT+7)",
            "Publish date 10/01/2022 | 14:14  | View count: 4030",
            "Ngày đăng: 16/03/2021 - Lượt xem: 1.204",
            "Cập nhật lúc: 08:30, 12/03/2020",
            "Đăng lúc 10h15 ngày 4 tháng 6 năm 2018",
            "4.512 lượt xem",
            "Updated: October 3, 2023 2:14 PM",
            "24/02/2023 16:30 GMT+7",
            "Minh Anh | Ngày đăng 24/02/2023 16:30",
            "Cỡ chữ: A- A+ | Lượt đọc: 55",
        ] {
            check(line, Some(Sure::Anywhere));
        }
        for line in
            ["00:00 / 03:21", "Nghe bài viết 0:00 / 5:32", "T.Hai, 20/11/2017", "(Cập nhật: 20/11/2017)", "A-", "0"]
        {
            assert!(whole(&Lexicon::default().page, &Words::new(line, Span::new(0, line.len()))).is_some(), "{line}");
        }
        for line in ["10/10/2019", "Hà Nội, ngày 3 tháng 4 năm 2017", "Cỡ chữ", "16:30 24/02/2023", "2 giờ trước"]
        {
            check(line, Some(Sure::AtEdge));
        }
    }

    #[test]
    fn leaves_text() {
        for line in [
            "Thứ hai, chuyển đổi số quốc gia",
            "Ngày 10/10/2024, Bộ Y tế công bố",
            "Năm 2023",
            "Tháng 12/2021",
            "Cập nhật kiến thức",
            "Giai đoạn 2021-2025",
            "Bộ Y tế",
        ] {
            check(line, None);
        }
    }

    #[test]
    fn cuts_what_is_glued() {
        let page = Lexicon::default().page;
        let rest =
            |text: &'static str| glued(&page, &Words::head(text, Span::new(0, text.len()))).map(|at| &text[at..]);
        assert_eq!(rest("date 2018-06 Ngày 5-6, tỉnh Bến Tre"), Some("Ngày 5-6, tỉnh Bến Tre"));
        assert_eq!(rest("Thứ ba, 4/6/2019, 10:00 (GMT+7) Giá gạo tăng"), Some("Giá gạo tăng"));
        assert_eq!(rest("Ngày đăng: 04/06/2019 | Giá gạo tăng"), Some("Giá gạo tăng"));
        assert_eq!(rest("Ngày 5-6-2018, tỉnh Bến Tre khánh thành cầu"), None);
        assert_eq!(rest("Sáng 5/6/2018, tại Bến Tre"), None);
        assert_eq!(rest("Cập nhật đến 10h ngày 5/6/2018, cả nước có 12 ca"), None);
    }
}
