//! One article of the document.

use serde::Serialize;

use crate::compare::{per_10k, tenths};
use crate::corpus::{Analysis, Part, Stretch};
use crate::extract::{FactKind, Meta, Term};
use crate::ingest::{Segment, SegmentRole, SetAside, SetAsideKind};

use super::super::{EncodingNote, Entry};
use super::Locator;
use super::corrections::{Checked, CorrectionRecord, checked, corrections};
use super::entities::{AbbreviationRecord, OrganisationRecord, PersonRecord, PlaceRecord, SystemRecord};
use super::figures::FigureRecord;
use super::lists::{EnumerationRecord, TargetRecord, ThemeRecord};
use super::speech::{AttributionRecord, QuoteRecord};
use super::times::{DateRecord, EventRecord};

/// Everything that was read from one file.
#[derive(Debug, Serialize)]
pub struct ArticleRecord<'a> {
    source: &'a str,
    sha256: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<EncodingRecord>,
    meta: MetaRecord<'a>,
    stats: StatsRecord,
    segments: Vec<SegmentRecord>,
    boilerplate: Vec<SetAsideRecord<'a>>,
    figures: Vec<Checked<FigureRecord<'a>>>,
    dates: Vec<Checked<DateRecord<'a>>>,
    people: Vec<Checked<PersonRecord<'a>>>,
    organisations: Vec<Checked<OrganisationRecord<'a>>>,
    places: Vec<Checked<PlaceRecord<'a>>>,
    systems: Vec<Checked<SystemRecord<'a>>>,
    events: Vec<Checked<EventRecord<'a>>>,
    abbreviations: Vec<Checked<AbbreviationRecord<'a>>>,
    quotes: Vec<Checked<QuoteRecord<'a>>>,
    attributions: Vec<Checked<AttributionRecord<'a>>>,
    themes: Vec<Checked<ThemeRecord<'a>>>,
    enumerations: Vec<Checked<EnumerationRecord<'a>>>,
    targets: Vec<Checked<TargetRecord<'a>>>,
    terms: Vec<TermRecord<'a>>,
    parts: Vec<PartRecord>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    corrections: Vec<CorrectionRecord<'a>>,
}

impl<'a> ArticleRecord<'a> {
    /// The record of an analysed file.
    pub fn new(entry: &Entry<'a>) -> Self {
        let analysis = entry.analysis;
        let at = &Locator::new(&analysis.article);
        let facts = &analysis.facts;
        Self {
            source: entry.name,
            sha256: entry.sha256,
            encoding: entry.encoding.map(EncodingRecord::new),
            meta: MetaRecord::new(at, &facts.meta),
            stats: StatsRecord::new(analysis),
            segments: analysis.article.segments.iter().map(|s| SegmentRecord::new(at, s)).collect(),
            boilerplate: analysis.article.set_aside.iter().map(|s| SetAsideRecord::new(at, s)).collect(),
            figures: checked(analysis, FactKind::Figure, facts.figures.iter().map(|f| FigureRecord::new(at, f))),
            dates: checked(analysis, FactKind::Date, facts.dates.iter().map(|d| DateRecord::new(at, d))),
            people: checked(analysis, FactKind::Person, facts.people.iter().map(|p| PersonRecord::new(at, p))),
            organisations: checked(
                analysis,
                FactKind::Organisation,
                facts.organisations.iter().map(|o| OrganisationRecord::new(at, o)),
            ),
            places: checked(analysis, FactKind::Place, facts.places.iter().map(|p| PlaceRecord::new(at, p))),
            systems: checked(analysis, FactKind::System, facts.systems.iter().map(|s| SystemRecord::new(at, s))),
            events: checked(analysis, FactKind::Event, facts.events.iter().map(|e| EventRecord::new(at, e))),
            abbreviations: checked(
                analysis,
                FactKind::Abbreviation,
                facts.abbreviations.iter().map(|a| AbbreviationRecord::new(at, a)),
            ),
            quotes: checked(analysis, FactKind::Quote, facts.quotes.iter().map(|q| QuoteRecord::new(at, q))),
            attributions: checked(
                analysis,
                FactKind::Attribution,
                facts.attributions.iter().map(|a| AttributionRecord::new(at, a)),
            ),
            themes: checked(
                analysis,
                FactKind::Theme,
                facts.themes.iter().map(|t| ThemeRecord::new(at, t, &facts.themes)),
            ),
            enumerations: checked(
                analysis,
                FactKind::Enumeration,
                facts.enumerations.iter().enumerate().map(|(i, e)| EnumerationRecord::new(at, i, e)),
            ),
            targets: checked(
                analysis,
                FactKind::Target,
                facts.targets.iter().map(|t| TargetRecord::new(at, t, &facts.figures)),
            ),
            terms: analysis.terms.iter().map(|t| TermRecord::new(analysis, t)).collect(),
            parts: analysis.parts.list().iter().map(|p| PartRecord::new(at, p)).collect(),
            corrections: corrections(analysis),
        }
    }
}

/// The sentences that speak of one year.
#[derive(Debug, Serialize)]
struct PartRecord {
    year: Option<i32>,
    syllables: u32,
    stretches: Vec<StretchRecord>,
}

#[derive(Debug, Serialize)]
struct StretchRecord {
    start: u32,
    end: u32,
    reason: &'static str,
}

impl PartRecord {
    fn new(at: &Locator, part: &Part) -> Self {
        let stretch =
            |s: &Stretch| StretchRecord { start: at.start(s.span), end: at.end(s.span), reason: s.reason.code() };
        Self { year: part.year, syllables: part.n_syllables, stretches: part.stretches.iter().map(stretch).collect() }
    }
}

/// How the bytes were read, where that is not plain UTF-8.
#[derive(Debug, Serialize)]
struct EncodingRecord {
    name: &'static str,
    confidence: &'static str,
    characters_lost: u32,
    confirmed: bool,
}

impl EncodingRecord {
    fn new(note: EncodingNote) -> Self {
        Self {
            name: note.encoding.name(),
            confidence: note.confidence.name(),
            characters_lost: note.n_lost,
            confirmed: note.is_confirmed,
        }
    }
}

#[derive(Debug, Serialize)]
struct MetaRecord<'a> {
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    source: Option<&'a str>,
    source_basis: &'static str,
    published: PublishedRecord<'a>,
    event_dates: Vec<EventDateRecord<'a>>,
    reference_date: ReferenceRecord<'a>,
    year: Option<i32>,
    year_basis: &'static str,
    year_reason: &'static str,
    #[serde(serialize_with = "as_map")]
    year_mentions: &'a [(i32, u32)],
    author: Option<&'a str>,
    credit: Option<&'a str>,
    credit_kind: Option<&'static str>,
    photo_credits: &'a [String],
    language: &'static str,
}

#[derive(Debug, Serialize)]
struct PublishedRecord<'a> {
    iso: Option<&'a str>,
    precision: Option<&'static str>,
    basis: &'static str,
    evidence: Option<&'a str>,
    time: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct EventDateRecord<'a> {
    iso: &'a str,
    precision: Option<&'static str>,
    basis: &'static str,
    evidence: &'a str,
}

#[derive(Debug, Serialize)]
struct ReferenceRecord<'a> {
    iso: Option<&'a str>,
    basis: &'static str,
}

fn as_map<S: serde::Serializer>(pairs: &[(i32, u32)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(pairs.iter().map(|(year, n)| (year.to_string(), n)))
}

/// How precise an ISO date is, by its length.
fn precision(iso: &str) -> Option<&'static str> {
    match iso.len() {
        4 => Some("year"),
        7 => Some("month"),
        10 => Some("day"),
        _ => None,
    }
}

impl<'a> MetaRecord<'a> {
    fn new(at: &Locator<'a>, meta: &'a Meta) -> Self {
        let published = &meta.published;
        Self {
            title: meta.title.map(|span| at.text(span)),
            outlet: meta.outlet.as_deref(),
            source: meta.source.as_deref(),
            source_basis: meta.source_basis,
            published: PublishedRecord {
                iso: published.iso.as_deref(),
                precision: published.iso.as_deref().and_then(precision),
                basis: published.basis,
                evidence: published.evidence.map(|span| at.text(span)),
                time: published.time.as_deref(),
            },
            event_dates: meta
                .event_dates
                .iter()
                .map(|d| EventDateRecord {
                    iso: &d.iso,
                    precision: precision(&d.iso),
                    basis: d.basis,
                    evidence: at.text(d.evidence),
                })
                .collect(),
            reference_date: ReferenceRecord { iso: meta.reference_date.as_deref(), basis: meta.reference_basis },
            year: meta.year,
            year_basis: meta.year_basis,
            year_reason: meta.year_reason,
            year_mentions: &meta.year_mentions,
            author: meta.author.as_deref(),
            credit: meta.credit.map(|span| at.text(span)),
            credit_kind: meta.credit_kind,
            photo_credits: &meta.photo_credits,
            language: meta.language,
        }
    }
}

#[derive(Debug, Serialize)]
struct StatsRecord {
    characters: u32,
    lines: u32,
    body_syllables: u32,
    boilerplate_syllables: u32,
    body_segments: u32,
    body_sentences: u32,
}

impl StatsRecord {
    fn new(analysis: &Analysis) -> Self {
        let text = &analysis.article.text;
        Self {
            characters: text.encode_utf16().count() as u32,
            lines: text.lines().count() as u32,
            body_syllables: analysis.n_syllables,
            boilerplate_syllables: analysis.n_syllables_aside,
            body_segments: analysis.article.segments.len() as u32,
            body_sentences: analysis.n_sentences,
        }
    }
}

#[derive(Debug, Serialize)]
struct SegmentRecord {
    role: &'static str,
    line: u32,
    start: u32,
    end: u32,
}

impl SegmentRecord {
    fn new(at: &Locator, segment: &Segment) -> Self {
        let role = match segment.role {
            SegmentRole::Title => "title",
            SegmentRole::Lead => "lead",
            SegmentRole::Heading => "heading",
            SegmentRole::Paragraph => "paragraph",
        };
        Self { role, line: at.line(segment.span), start: at.start(segment.span), end: at.end(segment.span) }
    }
}

#[derive(Debug, Serialize)]
struct SetAsideRecord<'a> {
    kind: &'static str,
    text: &'a str,
    start: u32,
    end: u32,
    line: u32,
    sub: bool,
    rule: &'static str,
}

impl<'a> SetAsideRecord<'a> {
    fn new(at: &Locator<'a>, aside: &SetAside) -> Self {
        let span = aside.span;
        Self {
            kind: set_aside_code(aside.kind),
            text: at.text(span),
            start: at.start(span),
            end: at.end(span),
            line: at.line(span),
            sub: aside.sub,
            rule: aside.rule,
        }
    }
}

#[derive(Debug, Serialize)]
struct TermRecord<'a> {
    term: &'a str,
    count: u32,
    syllables: u32,
    per_10k: f64,
    count_maximal: u32,
    count_boilerplate: u32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    variants: Vec<VariantRecord<'a>>,
}

/// Another spelling of a term.
#[derive(Debug, Serialize)]
struct VariantRecord<'a> {
    form: &'a str,
    count: u32,
}

impl<'a> TermRecord<'a> {
    fn new(analysis: &Analysis, term: &'a Term) -> Self {
        Self {
            term: &term.term,
            count: term.count,
            syllables: term.syllables,
            per_10k: tenths(per_10k(term.count, analysis.n_syllables)),
            count_maximal: term.count_maximal,
            count_boilerplate: term.count_aside,
            variants: term.variants.iter().map(|(form, count)| VariantRecord { form, count: *count }).collect(),
        }
    }
}

/// The code of a kind, as the contract names it.
pub fn set_aside_code(kind: SetAsideKind) -> &'static str {
    match kind {
        SetAsideKind::Caption => "caption",
        SetAsideKind::PhotoCredit => "photo_credit",
        SetAsideKind::Placeholder => "placeholder",
        SetAsideKind::PageMetadata => "page_metadata",
        SetAsideKind::GluedHeader => "glued_header",
        SetAsideKind::OutletTag => "outlet_tag",
        SetAsideKind::Byline => "byline",
        SetAsideKind::SourceLine => "source_line",
        SetAsideKind::Nav => "nav",
        SetAsideKind::Reader => "reader",
    }
}
