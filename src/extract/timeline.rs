//! The article in time: days of its events, the anchor of its relative dates, the year it belongs to, each with its reason.
//!
//! Most pages state no date of publication. Then the day of the event stands in the lead, and its year must come from the
//! context: never from a target or a baseline, and not from the year that is named most often.

mod context;
mod weekday;

use crate::base::{Arrange, Day, days_in_month};
use crate::ingest::{SegmentRole, Zone};
use crate::text::TokenKind;

use super::date::{Anchor, Bound, Expression, Sense, Unit, When, YearOf};
use super::number::whole;
use super::{EventDate, Given, Meta, Reading, reason_of, year_from_outside};
use context::{Context, Naming, naming};

/// Segments at the head of the article in which the event of the news is dated.
const N_HEAD: usize = 3;

/// Fills the dates of `meta` from the expressions of time, given when the article was published, if that is known.
pub(super) fn timeline(reading: &Reading, given: &Given, found: &[Expression], meta: &mut Meta) {
    meta.year_mentions = year_mentions(reading);
    let published = match (given.published, &meta.published.iso) {
        (Some(day), _) => Some(Anchor { year: Some(day.year()), month: Some(day.month()), day: Some(day) }),
        (None, Some(iso)) => Some(Anchor::parse(iso)),
        (None, None) => None,
    };
    match published.filter(|p| p.year.is_some()) {
        Some(published) => {
            from_publication(reading, found, published, meta);
            meta.year_reason = reason_of(meta.published.basis);
        }
        None => from_events(reading, found, meta),
    }
    year_from_outside(reading, given, meta);
    if meta.reference_date.is_none() {
        meta.reference_basis = "not_stated";
    }
    if meta.year.is_none() {
        (meta.year_basis, meta.year_reason) = ("not_stated", "not_stated");
    }
}

/// Four-digit years in the body with their counts, ascending.
fn year_mentions(reading: &Reading) -> Vec<(i32, u32)> {
    let mut out: Vec<(i32, u32)> = Vec::new();
    for sentence in reading.body() {
        for i in sentence.tokens.clone().filter(|&i| reading.kind(i) == Some(TokenKind::Number)) {
            let raw = reading.raw(i);
            let raw = if raw.len() == 10 && raw.as_bytes()[2] == b'.' { &raw[6..] } else { raw };
            let Some(year) = whole(raw).filter(|y| raw.len() == 4 && (1900..=2100).contains(y)) else { continue };
            match out.iter_mut().find(|(y, _)| *y == year as i32) {
                Some((_, n)) => *n += 1,
                None => out.push((year as i32, 1)),
            }
        }
    }
    out.arrange();
    out
}

/// The date of publication is known: it anchors everything.
fn from_publication(reading: &Reading, found: &[Expression], published: Anchor, meta: &mut Meta) {
    meta.year = published.year;
    meta.year_basis = "published";
    meta.year_evidence = meta.published.evidence;
    let last = published.day.or_else(|| {
        let (year, month) = (published.year?, published.month?);
        Day::new(year, month, days_in_month(year, month))
    });
    let anchor = Anchor { day: last, ..published };
    let near = |day: Day| last.is_none_or(|last| (-7..=62).contains(&(last.number() - day.number())));
    for (expression, days) in event_days(reading, found, anchor) {
        let basis = if expression.when.known_year().is_some() { "explicit" } else { "year_from_context" };
        for day in days.into_iter().filter(|&day| near(day)) {
            push(meta, day.to_string(), basis, reading, expression);
        }
    }
    meta.event_dates.arrange_by(|a, b| a.iso.cmp(&b.iso));
    if let Some(day) = published.day {
        (meta.reference_date, meta.reference_basis) = (Some(day.to_string()), "published");
        return;
    }
    let stem = meta.published.iso.clone().unwrap_or_default();
    let inside = meta.event_dates.iter().rev().find(|e| e.iso.starts_with(&stem)).map(|e| e.iso.clone());
    meta.reference_basis = if inside.is_some() { "event" } else { "published" };
    meta.reference_date = inside.or(Some(stem));
}

/// More event days than an article reports on.
const MOST_EVENT_DAYS: usize = 64;

fn push(meta: &mut Meta, iso: String, basis: &'static str, reading: &Reading, expression: &Expression) {
    if meta.event_dates.len() < MOST_EVENT_DAYS && !meta.event_dates.iter().any(|e| e.iso == iso) {
        meta.event_dates.push(EventDate { iso, basis, evidence: reading.span(expression.tokens.clone()) });
    }
}

/// No date of publication: the event dates the article, and the context gives the year.
fn from_events(reading: &Reading, found: &[Expression], meta: &mut Meta) {
    let context = Context::new(reading, found);
    let (event, basis) = match event(reading, found) {
        Some(event) => event,
        None => {
            let dated = last_day(reading, found);
            let stated = context.year(None, false).filter(|c| dated.is_none_or(|d| d.0 <= c.0));
            let stated = stated.filter(|c| !is_history(reading, found, c.0));
            meta.year_reason = if stated.is_some() { "context" } else { "dated_results" };
            let year = stated.or(dated);
            if let Some((year, evidence)) = year {
                meta.year = Some(year);
                meta.year_basis = "context";
                meta.year_evidence = Some(reading.span(found[evidence].tokens.clone()));
            }
            return;
        }
    };
    let Some((month, day)) = month_day(&event.when) else { return };
    let known = known_year(&event.when, month, day, found);
    let is_wire = is_dateline(reading, event);
    let is_this_year = is_wire || weekday::says_this_year(reading, found);
    let next = before_next(reading, found, (month, day), is_wire);
    // A law takes effect in the year after it was passed at the latest; an older year is that of something else.
    let is_near = |year: i32| next.is_none_or(|(next, _)| year + 1 >= next);
    let year = known
        .map(|y| (y, None))
        .or_else(|| weekday::year(reading, found, event, (month, day), is_this_year).map(|(y, at)| (y, Some(at))))
        .or_else(|| {
            let stated = context.year(Some(month), is_this_year).filter(|&(y, _)| is_near(y));
            stated.map(|(y, at)| (later(reading, found, y, (month, day)), Some(at)))
        })
        .or_else(|| next.map(|(y, at)| (y, Some(at))));
    let anchor =
        Anchor { year: year.map(|(y, _)| y), month: Some(month), day: year.and_then(|(y, _)| Day::new(y, month, day)) };
    for (month, day) in ends(&event.when) {
        let iso = match year {
            Some((year, _)) => format!("{year:04}-{month:02}-{day:02}"),
            None => format!("XXXX-{month:02}-{day:02}"),
        };
        let basis = match basis {
            "inferred" => "inferred",
            _ if event.when.known_year().is_some() => "explicit",
            _ => "year_from_context",
        };
        push(meta, iso, basis, reading, event);
    }
    meta.reference_date = meta.event_dates.last().map(|e| e.iso.clone());
    meta.reference_basis = if basis == "inferred" { "inferred" } else { "event" };
    meta.year = anchor.year;
    meta.year_basis = "event";
    meta.year_reason = match basis {
        "inferred" => "picture_date",
        _ if known.is_some() => "event_with_year",
        _ => "event_year_from_context",
    };
    let evidence = year.and_then(|(_, at)| at).map_or(event.tokens.clone(), |at| found[at].tokens.clone());
    meta.year_evidence = year.map(|_| reading.span(evidence));
}

/// Years before the first goal of an English article in which it cannot have been written.
const LONGEST_PLAN: i32 = 15;

/// Whether the year lies long before the first that the English article looks ahead to.
fn is_history(reading: &Reading, found: &[Expression], year: i32) -> bool {
    let ahead = found.iter().filter(|e| e.zone == Zone::Body && e.sense == Sense::Future);
    let first = ahead.filter_map(|e| e.when.known_year()).min();
    reading.language == "en" && first.is_some_and(|first| first - year > LONGEST_PLAN)
}

/// The latest year of a day or month that has passed or up to which something is counted, with the expression.
fn last_day(reading: &Reading, found: &[Expression]) -> Option<(i32, usize)> {
    let passed = found.iter().enumerate().filter_map(|(at, e)| {
        let year = e.when.known_year().filter(|_| matches!(e.when, When::Day { .. } | When::Month { .. }))?;
        let start = e.tokens.start;
        let before = |words: &[&str]| words.iter().any(|w| reading.phrase_before(start, w).is_some());
        let counted = e.role == Some("as_of");
        let open = e.role.is_none()
            && e.sense != Sense::Future
            && e.bound.is_none()
            && !before(&["từ", "kể từ", "đến", "tới", "hết", "đến hết", "trước"])
            && !is_document(reading, start);
        (e.zone == Zone::Body && (counted || open)).then_some((year, at))
    });
    passed.max_by_key(|&(year, at)| (year, usize::MAX - at))
}

/// The expression that dates the event of an article without date of publication, and how it was found.
fn event<'f>(reading: &Reading, found: &'f [Expression]) -> Option<(&'f Expression, &'static str)> {
    let head_end = head_end(reading);
    let is_day = |e: &&Expression| month_day(&e.when).is_some() && !is_background(reading, e);
    let body = || found.iter().filter(|e| e.zone == Zone::Body).filter(is_day);
    let in_head = body().find(|e| e.tokens.start < head_end && e.sense == Sense::Open);
    let reported = || body().find(|e| e.sense == Sense::Open && names_event(reading, e));
    let ahead = || body().find(|e| e.tokens.start < head_end);
    let dateline = found.iter().filter(is_day).find(|e| e.tokens.start < head_end && is_dateline(reading, e));
    if let Some(expression) = dateline.or(in_head).or_else(reported).or_else(ahead) {
        return Some((expression, "event"));
    }
    // A caption that dates the picture, or the day that is celebrated.
    let aside = found.iter().filter(|e| e.zone == Zone::Boilerplate).find(is_day);
    aside.map(|e| (e, "inferred"))
}

/// Whether the day stands before the text of an English article: `HANOI, June 26 (Reuters) -`, `By Ann Lee - 3 May 2025`.
fn is_dateline(reading: &Reading, e: &Expression) -> bool {
    let agency = reading.raw(e.tokens.end) == "(";
    reading.language == "en" && e.zone == Zone::Boilerplate && (agency || e.when.known_year().is_some())
}

/// Days of events where the date of publication is known, each expression with its days.
fn event_days<'f>(reading: &Reading, found: &'f [Expression], anchor: Anchor) -> Vec<(&'f Expression, Vec<Day>)> {
    let head_end = head_end(reading);
    let days = |e: &Expression| -> Vec<Day> {
        let interval = e.when.resolve(anchor, e.sense).interval;
        match (&e.when, interval) {
            (
                When::Day { .. } | When::Shift(Unit::Day, _) | When::Weekday { .. } | When::DayOfMonth(_),
                Some((day, _)),
            ) => vec![day],
            (When::Between(a, b), Some((first, last)))
                if matches!((&**a, &**b), (When::Day { .. }, When::Day { .. }))
                    && last.number() - first.number() <= 3 =>
            {
                vec![first, last]
            }
            _ => Vec::new(),
        }
    };
    let usable: Vec<_> = found
        .iter()
        .filter(|e| e.zone == Zone::Body && e.sense == Sense::Open && !is_background(reading, e))
        .map(|e| (e, days(e)))
        .filter(|(_, days)| !days.is_empty())
        .collect();
    let Some(first) = usable.iter().find(|(e, _)| e.tokens.start < head_end).cloned() else {
        return usable.into_iter().filter(|(e, _)| names_event(reading, e)).collect();
    };
    // Another meeting of the same days, reported further down.
    let near = |days: &[Day]| days.iter().zip(&first.1).all(|(a, b)| (0..=3).contains(&(a.number() - b.number())));
    let beside = |e: &Expression| {
        reading
            .sentence_at(reading.tokens[e.tokens.start].span.start())
            .is_none_or(|s| reading.any(s.tokens.start, &["trước đó", "sau đó", "theo đó"]).is_none())
    };
    let also = usable.iter().filter(|(e, days)| {
        e.tokens.start > first.0.tokens.start && near(days) && follows_meeting(reading, e) && beside(e)
    });
    let also: Vec<_> = also.cloned().collect();
    std::iter::once(first).chain(also).collect()
}

/// Index after the last token of the head: title, lead and the paragraph after them.
fn head_end(reading: &Reading) -> usize {
    let segments = reading.article.segments.iter().filter(|s| s.role != SegmentRole::Heading);
    segments.take(N_HEAD).last().map_or(0, |s| reading.tokens_in(s.span).end)
}

/// Whether the day is a limit, a baseline, an anniversary or comes every year: not the day of the news.
fn is_background(reading: &Reading, e: &Expression) -> bool {
    let start = e.tokens.start;
    let before = |words: &[&str]| words.iter().any(|w| reading.phrase_before(start, w).is_some());
    matches!(e.role, Some("baseline" | "horizon" | "deadline" | "as_of"))
        || e.bound == Some(Bound::Before)
        || e.rule == "observance"
        || matches!(e.when, When::Day { year: YearOf::Every, .. })
        || before(&["từ", "kể từ", "đến", "tính đến", "đến hết", "hết", "tới", "bản tin", "dated"])
        || is_document(reading, start)
}

/// `Nghị quyết số 57 ngày 22/12`: the day of a document.
fn is_document(reading: &Reading, start: usize) -> bool {
    // `vừa ký Quyết định … ngày 15/4`: that is the news.
    let news = ["vừa ký", "vừa ban hành", "vừa công bố", "ký ban hành", "vừa có"];
    let is_news = (start.saturating_sub(14)..start).any(|k| reading.any(k, &news).is_some());
    let from = start.saturating_sub(8);
    const DOCUMENTS: [&str; 8] =
        ["nghị quyết", "quyết định", "chỉ thị", "nghị định", "thông tư", "công điện", "công văn", "kế hoạch số"];
    !is_news
        && (from..start).any(|k| reading.any(k, &DOCUMENTS).is_some())
        && (from..start).any(|k| reading.kind(k) == Some(TokenKind::Number))
}

/// Whether the sentence of the day speaks of a meeting, match, ceremony and the like.
fn names_event(reading: &Reading, e: &Expression) -> bool {
    const EVENTS: [&str; 20] = [
        "hội nghị",
        "phiên họp",
        "cuộc họp",
        "kỳ họp",
        "diễn đàn",
        "hội thảo",
        "tọa đàm",
        "lễ",
        "buổi",
        "chương trình",
        "đại hội",
        "họp báo",
        "trận",
        "giải",
        "triển lãm",
        "khai mạc",
        "tổ chức",
        "diễn ra",
        "vụ",
        "chuyến",
    ];
    let at = reading.tokens[e.tokens.start].span.start();
    reading.sentence_at(at).is_some_and(|s| {
        let near = e.tokens.start.saturating_sub(40).max(s.tokens.start)..(e.tokens.end + 40).min(s.tokens.end);
        near.into_iter().any(|k| reading.any(k, &EVENTS).is_some())
    })
}

/// Whether a meeting is named before the day in its sentence: `Hội nghị tổng kết … vào ngày 29/12`.
fn follows_meeting(reading: &Reading, e: &Expression) -> bool {
    const MEETINGS: [&str; 8] =
        ["hội nghị", "phiên họp", "kỳ họp", "diễn đàn", "hội thảo", "đại hội", "lễ công bố", "tọa đàm"];
    let at = reading.tokens[e.tokens.start].span.start();
    reading.sentence_at(at).is_some_and(|s| {
        let from = e.tokens.start.saturating_sub(40).max(s.tokens.start);
        (from..e.tokens.start).any(|k| reading.any(k, &MEETINGS).is_some())
    })
}

fn month_day(when: &When) -> Option<(u32, u32)> {
    ends(when).first().copied()
}

/// Month and day of a day, or of both ends of a few days.
fn ends(when: &When) -> Vec<(u32, u32)> {
    match when {
        When::Day { month, day, .. } => vec![(*month, *day)],
        When::Between(a, b) => match (&**a, &**b) {
            (When::Day { month: m, day: d, .. }, When::Day { month, day, .. }) if month == m && day - d <= 3 => {
                vec![(*m, *d), (*month, *day)]
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// The year of a day: its own, or that of the same day written out elsewhere.
fn known_year(when: &When, month: u32, day: u32, found: &[Expression]) -> Option<i32> {
    let own = match when {
        When::Between(_, b) => b.known_year(),
        when => when.known_year(),
    };
    own.or_else(|| {
        found.iter().find_map(|e| match e.when {
            When::Day { year: YearOf::Known(y), month: m, day: d } if (m, d) == (month, day) => Some(y),
            _ => None,
        })
    })
}

/// The year, or the next where an English article speaks of a later day or month of it as past: `July 1` beside `in
/// November 2024`.
fn later(reading: &Reading, found: &[Expression], year: i32, event: (u32, u32)) -> i32 {
    let past = found.iter().any(|e| {
        let start = match e.when {
            When::Day { year: YearOf::Known(y), month, day } if y == year => (month, day),
            When::Month { year: YearOf::Known(y), month } if y == year => (month, 1),
            _ => return false,
        };
        e.zone == Zone::Body && start > event && naming(reading, e) == Naming::Plain
    });
    if past && reading.language == "en" { year + 1 } else { year }
}

/// The year of the last such day before the first day or month ahead that an English article names with its year:
/// `June 26`, where a law takes effect `on January 1, 2026`, is of 2025. An agency calls its own year `this year`: a whole year
/// by its number is another one.
fn before_next(reading: &Reading, found: &[Expression], event: (u32, u32), is_wire: bool) -> Option<(i32, usize)> {
    let ahead = found.iter().enumerate().filter(|(_, e)| e.zone == Zone::Body && e.sense == Sense::Future);
    let days = ahead.filter_map(|(at, e)| match e.when {
        When::Day { year: YearOf::Known(year), month, day } => Some((year, (month, day), at)),
        When::Month { year: YearOf::Known(year), month } => Some((year, (month, 1), at)),
        _ => None,
    });
    let (year, day, at) = days.min().filter(|_| reading.language == "en")?;
    let is_named = |year: i32| found.iter().any(|e| e.zone == Zone::Body && e.when == When::Year(YearOf::Known(year)));
    let is_earlier = event >= day || is_wire && is_named(year);
    Some((if is_earlier { year - 1 } else { year }, at))
}

#[cfg(test)]
mod tests;
