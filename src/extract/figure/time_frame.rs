//! The time that a sentence leaves to those after it: `Năm 2025, xã thu 9 tỷ đồng. Sản lượng cá đạt 80 tấn.`

use crate::ingest::SegmentRole;

use super::super::{Facts, Reading, Sentence};
use super::{Figure, Period, period};

/// The time of what came before, and the segment that said so.
pub(super) struct TimeFrame {
    segment: usize,
    period: Period,
}

impl TimeFrame {
    /// The time for the sentence: of its own paragraph, of what it goes on about, or the time just past that the article
    /// reports on.
    pub(super) fn held_by(self, reading: &Reading, facts: &Facts, sentence: &Sentence) -> Option<Period> {
        // `Trong đó, …` goes on about what the paragraph before it speaks of.
        let details = || reading.any(sentence.tokens.start, &["trong đó", "cụ thể", "theo đó"]).is_some();
        let holds = self.segment == sentence.segment || details() || is_reported(facts, &self.period);
        holds.then_some(self.period)
    }

    /// The time that the sentence leaves: the date that opens it, that of its last figure, or what it was left itself.
    pub(super) fn left_by(
        reading: &Reading,
        facts: &Facts,
        sentence: &Sentence,
        figures: &[Figure],
        held: Option<Period>,
    ) -> Option<Self> {
        let segment = sentence.segment;
        let opening = period::inside(facts, sentence.span).iter().find(|d| {
            reading.token_at(d.span.start()) < sentence.tokens.start + 4
                && d.interval.is_some()
                && d.role != Some("baseline")
        });
        let opening = opening.and_then(|d| period::value(reading, facts, d));
        let opening = opening.map(|value| Period { span: None, value, source: "context" });
        let role = reading.article.segments[segment].role;
        let told = opening
            .or_else(|| stretch_of(figures))
            .filter(|_| matches!(role, SegmentRole::Lead | SegmentRole::Paragraph));
        told.or(held).map(|period| Self { segment, period })
    }
}

/// The year, quarter or months that the last of the numbers holds for: the sentences after it go on about them.
pub(super) fn stretch_of(found: &[Figure]) -> Option<Period> {
    let last = found.last().filter(|f| !f.is_target)?.period.as_ref()?;
    (last.source == "sentence" && is_stretch(&last.value)).then(|| Period {
        span: None,
        value: last.value.clone(),
        source: "context",
    })
}

/// Whether it is a year, a month or an interval, not a day.
fn is_stretch(value: &str) -> bool {
    value.len() <= "2025-12".len() || value.contains('/')
}

/// Whether the article may report on the stretch as a whole: one of its own year, or, at the head of a year, of the one before.
fn is_reported(facts: &Facts, period: &Period) -> bool {
    let Some(published) = &facts.meta.published.iso else { return false };
    let last = period.value.rsplit('/').next().and_then(|day| day.get(..4)).and_then(|year| year.parse::<i32>().ok());
    let own = published.get(..4).and_then(|year| year.parse::<i32>().ok());
    let early = matches!(published.get(5..7), Some("01" | "02" | "03"));
    let reported = |(last, own): (i32, i32)| last == own || early && last + 1 == own;
    is_stretch(&period.value) && last.zip(own).is_some_and(reported)
}
