//! The parts of an article: its sentences by the year they speak of.
//!
//! An article of December that plans the next year belongs to the one year and speaks mostly of the other. So every sentence
//! of the body gets the year that it speaks of, by the first of these rules that holds:
//!
//! 1. *named*: the sentence names the year. Whole years, quarters and months weigh 2, days 1, a year that opens the sentence
//!    or is what it is about (`năm 2023 sẽ là …`) 3 more; the heaviest year holds, and where two are as heavy the one that
//!    the context has. Limits (`đến năm 2030`, `trước năm 2026`), horizons and what is compared with (`so với năm 2021`)
//!    do not count: a plan for 2030 that is made in 2024 belongs to 2024. Years two or more away from the article's (the
//!    founding of a firm, the number of a law) count only where they open the sentence.
//! 2. *paragraph*: the last year named before it in its paragraph; or the one year that the sentences behind it name, if
//!    that is not past (a look back at last year begins where last year is named).
//! 3. *heading*: the heading above names a year.
//! 4. *continued*: the paragraph goes on with what the one before it said (`Đồng thời, …`, `Bộ cũng sẽ …`).
//! 5. *planned*: the article speaks of its next year in two sentences or more, and this sentence of what is to be done.
//! 6. *article*: the year that at least three sentences and two thirds of all that name one agree on, else the article's own.

mod cues;
mod named;
#[cfg(test)]
mod tests;

use crate::base::{Arrange, Span};
use crate::extract::{Facts, Reading, Sentence};
use crate::ingest::SegmentRole;
use crate::text::words;

use self::named::Named;

/// Why a stretch speaks of its year; see the rules of this module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum YearReason {
    /// It names the year.
    Named,
    /// Its paragraph does.
    Paragraph,
    /// The heading above does.
    Heading,
    /// Its paragraph goes on with the one before.
    Continued,
    /// It speaks of what is to be done, in an article that plans the next year.
    Planned,
    /// Nothing nearer says it: the year of the article, or the one most of it speaks of.
    Article,
}

impl YearReason {
    /// As it is printed.
    pub fn code(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Paragraph => "paragraph",
            Self::Heading => "heading",
            Self::Continued => "continued",
            Self::Planned => "planned",
            Self::Article => "article",
        }
    }
}

/// Sentences that follow each other and speak of one year for one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Stretch {
    /// Where they stand; inside one segment.
    pub span: Span,
    /// Why they speak of that year.
    pub reason: YearReason,
}

/// The sentences of one article that speak of one year.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Part {
    /// The year; `None` where neither they nor the article have one.
    pub year: Option<i32>,
    /// Syllables; those of all parts add up to those of the body.
    pub n_syllables: u32,
    /// How many they are.
    pub n_sentences: u32,
    /// Where they stand, in order.
    pub stretches: Vec<Stretch>,
}

/// The parts of an article, by year; together they cover its body.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Parts {
    list: Vec<Part>,
    // First byte of each sentence of the body, ascending, and the index of its part.
    sentences: Vec<(u32, u32)>,
}

impl Parts {
    /// The parts, by year; that of no year first.
    pub fn list(&self) -> &[Part] {
        &self.list
    }

    /// Index of the part that a place of the body belongs to; the first part for a place before the body.
    pub fn at(&self, byte: usize) -> usize {
        self.sentences.get(self.sentence_at(byte)).map_or(0, |s| s.1 as usize)
    }

    /// Number, from 0, of the sentence of the body that a place belongs to.
    pub fn sentence_at(&self, byte: usize) -> usize {
        self.sentences.partition_point(|s| s.0 as usize <= byte).saturating_sub(1)
    }

    /// Index of the part that a sentence of the body belongs to.
    pub fn of_sentence(&self, number: usize) -> usize {
        self.sentences.get(number).map_or(0, |s| s.1 as usize)
    }

    /// The year that the sentence at a place of the body speaks of.
    pub fn year_at(&self, byte: usize) -> Option<i32> {
        self.list.get(self.at(byte))?.year
    }
}

/// One sentence and what is known of its year.
struct Told<'a> {
    sentence: &'a Sentence,
    named: Named,
    year: Option<(i32, YearReason)>,
}

/// Finds the parts of an article.
pub(super) fn parts(reading: &Reading, facts: &Facts) -> Parts {
    let own = facts.meta.year;
    let mut told: Vec<Told> = reading
        .body()
        .zip(named::named(reading, facts))
        .map(|(sentence, named)| Told { sentence, named, year: None })
        .collect();
    from_paragraphs(own, &mut told);
    from_context(reading, &mut told);
    let usual = usual(&told).or(own);
    let plans = own.filter(|own| told.iter().filter(|t| t.named.best == Some(own + 1)).count() >= 2);
    for sentence in told.iter_mut().filter(|t| t.year.is_none()) {
        let planned = plans.filter(|_| cues::is_to_come(reading, sentence.sentence.tokens.clone()));
        sentence.year = match planned {
            Some(own) => Some((own + 1, YearReason::Planned)),
            None => usual.map(|year| (year, YearReason::Article)),
        };
    }
    gathered(reading, &told)
}

/// Rules 1 and 2: what a sentence names, and what its paragraph names.
fn from_paragraphs(own: Option<i32>, told: &mut [Told]) {
    for paragraph in told.chunk_by_mut(|a, b| a.sentence.segment == b.sentence.segment) {
        let mut last = None;
        for sentence in paragraph.iter_mut() {
            let year = sentence.named.year(last);
            sentence.year = year.map(|y| (y, YearReason::Named));
            // A year far away is that of its sentence alone.
            last = year.filter(|_| sentence.named.carries).or(last);
            sentence.year = sentence.year.or(last.map(|y| (y, YearReason::Paragraph)));
        }
        let mut years = paragraph.iter().filter(|t| t.named.carries).filter_map(|t| t.year.map(|y| y.0));
        let Some(first) = years.next() else { continue };
        if years.all(|year| year == first) && own.is_none_or(|own| first >= own) {
            paragraph
                .iter_mut()
                .filter(|t| t.year.is_none())
                .for_each(|t| t.year = Some((first, YearReason::Paragraph)));
        }
    }
}

/// Rules 3 and 4: the heading above, the paragraph before.
fn from_context(reading: &Reading, told: &mut [Told]) {
    let (mut heading, mut before) = (None, None);
    for paragraph in told.chunk_by_mut(|a, b| a.sentence.segment == b.sentence.segment) {
        let Some(first) = paragraph.first() else { continue };
        let role = reading.article.segments.get(first.sentence.segment).map(|s| s.role);
        if role == Some(SegmentRole::Heading) {
            heading = first.named.best.filter(|_| first.named.carries);
            before = None;
        }
        let goes_on = before.filter(|_| cues::goes_on(reading, first.sentence.tokens.clone()));
        let year = goes_on.map(|y| (y, YearReason::Continued)).or(heading.map(|y| (y, YearReason::Heading)));
        paragraph.iter_mut().filter(|t| t.year.is_none()).for_each(|t| t.year = year);
        before = paragraph.last().and_then(|t| t.year.filter(|_| role != Some(SegmentRole::Heading))).map(|y| y.0);
    }
}

/// The year that most sentences which name one speak of, if that is clear.
fn usual(told: &[Told]) -> Option<i32> {
    let mut years: Vec<i32> = told.iter().filter(|t| t.named.carries).filter_map(|t| t.named.best).collect();
    years.arrange();
    let n = years.len();
    let most = years.chunk_by(|a, b| a == b).max_by_key(|same| same.len())?;
    (most.len() >= 3 && most.len() * 3 >= n * 2).then(|| most[0])
}

/// Sentences to parts: those of one year in one part, those that follow each other for one reason in one stretch.
fn gathered(reading: &Reading, told: &[Told]) -> Parts {
    let mut years: Vec<Option<i32>> = told.iter().map(|t| t.year.map(|y| y.0)).collect();
    years.arrange();
    years.dedup();
    let mut list: Vec<Part> = years.iter().map(|&year| Part { year, ..Part::default() }).collect();
    let mut sentences: Vec<(u32, u32)> = Vec::new();
    let mut last: Option<(usize, YearReason, usize)> = None;
    for t in told {
        let reason = t.year.map_or(YearReason::Article, |y| y.1);
        let Ok(part) = years.binary_search(&t.year.map(|y| y.0)) else { continue };
        let here = (part, reason, t.sentence.segment);
        let stretches = &mut list[part].stretches;
        match stretches.last_mut().filter(|_| last == Some(here)) {
            Some(stretch) => stretch.span = stretch.span.to(t.sentence.span),
            None => stretches.push(Stretch { span: t.sentence.span, reason }),
        }
        list[part].n_sentences += 1;
        sentences.push((t.sentence.span.start() as u32, part as u32));
        last = Some(here);
    }
    if list.is_empty() {
        list.push(Part::default());
    }
    let mut out = Parts { list, sentences };
    for segment in &reading.article.segments {
        let text = segment.span.of(reading.text);
        for word in words(text).filter(|word| word.chars().any(char::is_alphanumeric)) {
            let at = segment.span.start() + (word.as_ptr() as usize - text.as_ptr() as usize);
            let part = out.at(at);
            out.list[part].n_syllables += 1;
        }
    }
    out
}
