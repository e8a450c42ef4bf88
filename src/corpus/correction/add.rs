//! Facts that the reader found and the rules did not.

use crate::base::Span;
use crate::extract::{
    Abbreviation, Attribution, Confidence, Correction, DateExpression, Event, FactKind, Facts, Field, Fields, Figure,
    Mention, MentionType, Mode, Organisation, Person, Place, Quote, System, Target, TargetStatus, Theme, ThemeKind,
    Verdict,
};
use crate::ingest::Article;
use crate::lexicon::QuoteType;

use super::arrange::{follow, follow_marks, insert};
use super::{BY_READER, Corrected, Mark, fields};

/// Adds the fact. Lists are not added this way: they would need their items.
pub(super) fn add(article: &Article, facts: &mut Facts, correction: &Correction, span: Span, out: &mut Corrected) {
    let kind = correction.kind;
    let words = span.of(&article.text);
    let (index, moves) = match kind {
        FactKind::Figure => insert(&mut facts.figures, figure(&article.text, span), |f| f.span.start()),
        FactKind::Date => insert(&mut facts.dates, date(span), |d| d.span.start()),
        FactKind::Theme => insert(&mut facts.themes, theme(span, words), |t| t.span.start()),
        FactKind::Target => insert(&mut facts.targets, target(span), |t| t.span.start()),
        FactKind::Event => insert(&mut facts.events, event(span), |e| e.span.start()),
        FactKind::Quote => insert(&mut facts.quotes, quote(span), |q| q.span.start()),
        FactKind::Attribution => insert(&mut facts.attributions, attribution(span), |a| a.span.start()),
        FactKind::Person => {
            let (name, roles, category) = (words.to_owned(), Vec::new(), "person");
            let mentions = mentions(article, span);
            let names = mentions.iter().map(|m| m.span).collect();
            push(&mut facts.people, Person { name, roles, category, names, mentions, rule: BY_READER })
        }
        FactKind::Organisation => {
            let (name, mentions) = (words.to_owned(), mentions(article, span));
            push(
                &mut facts.organisations,
                Organisation { name, category: "organisation", mentions, renaming: None, rule: BY_READER },
            )
        }
        FactKind::Place => {
            let (name, within, mentions) = (words.to_owned(), Vec::new(), mentions(article, span));
            push(&mut facts.places, Place { name, category: "place", within, mentions, rule: BY_READER })
        }
        FactKind::System => {
            let (name, mentions) = (words.to_owned(), mentions(article, span));
            push(&mut facts.systems, System { name, category: "system", mentions, rule: BY_READER })
        }
        FactKind::Abbreviation => {
            let mentions = mentions(article, span).iter().map(|m| (m.span, m.zone)).collect();
            let (short, long, evidence) = (words.to_owned(), None, None);
            push(
                &mut facts.abbreviations,
                Abbreviation { short, long, defined: "given", evidence, kind: None, mentions },
            )
        }
        FactKind::Enumeration => return,
    };
    follow(facts, kind, &moves);
    follow_marks(&mut out.marks, kind, &moves);
    for (field, text) in &correction.fields.0 {
        fields::set(facts, kind, index, *field, text);
    }
    out.marks.push(Mark { kind, index, verdict: Verdict::Add, was: Fields::default() });
}

/// Entities stand in no order of the text.
fn push<T>(list: &mut Vec<T>, fact: T) -> (usize, Vec<Option<usize>>) {
    let moves = (0..list.len()).map(Some).collect();
    list.push(fact);
    (list.len() - 1, moves)
}

/// Every place where the same words stand as whole words, the marked one among them.
fn mentions(article: &Article, span: Span) -> Vec<Mention> {
    let (text, words) = (&article.text, span.of(&article.text));
    let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_whole =
        |at: usize| !is_part(text[..at].chars().next_back()) && !is_part(text[at + words.len()..].chars().next());
    let found = text.match_indices(words).map(|(at, _)| at).filter(|at| *at == span.start() || is_whole(*at));
    let mut spans: Vec<Span> = found.map(|at| Span::new(at, at + words.len())).collect();
    if !spans.contains(&span) {
        spans.push(span);
    }
    let mention = |span: Span| Mention { span, kind: MentionType::Name, zone: article.zone(span.start()) };
    spans.into_iter().map(mention).collect()
}

/// A figure whose numeral is the stretch of digits in the words.
fn figure(text: &str, span: Span) -> Figure {
    let words = span.of(text);
    let is_digit = |c: char| c.is_ascii_digit();
    let number = match (words.find(is_digit), words.rfind(is_digit)) {
        (Some(first), Some(last)) => Span::new(span.start() + first, span.start() + last + 1),
        _ => span,
    };
    Figure { is_vague: true, ..Figure::bare(span, number, BY_READER) }
}

fn date(span: Span) -> DateExpression {
    DateExpression {
        span,
        value: String::new(),
        interval: None,
        timex: "DATE",
        modifier: None,
        basis: "given",
        role: None,
        rule: BY_READER,
        confidence: Confidence::High,
    }
}

fn theme(span: Span, words: &str) -> Theme {
    Theme {
        span,
        year: 0,
        kind: ThemeKind::OfficialTheme,
        canonical: words.to_owned(),
        same_as: None,
        scope: None,
        sentence: span,
        rule: BY_READER,
        confidence: Confidence::High,
    }
}

fn target(span: Span) -> Target {
    Target {
        span,
        what: span,
        actor: None,
        by: None,
        by_text: None,
        horizon: None,
        metric: None,
        status: TargetStatus::Commitment,
        sentence: span,
        rule: BY_READER,
        confidence: Confidence::High,
    }
}

fn event(span: Span) -> Event {
    Event {
        span,
        date: String::new(),
        basis: "given",
        number: None,
        organiser: None,
        format: None,
        venues: None,
        chair: None,
        rule: BY_READER,
        confidence: Confidence::High,
    }
}

fn quote(span: Span) -> Quote {
    Quote {
        span,
        kind: QuoteType::Direct,
        marks: ('“', Some('”')),
        speaker: None,
        speaker_text: None,
        cue: None,
        cue_position: None,
        relayed_by: None,
        nested_in: None,
        rule: BY_READER,
        confidence: Confidence::High,
    }
}

fn attribution(span: Span) -> Attribution {
    Attribution {
        span,
        speaker: None,
        speaker_text: None,
        cue: Span::new(span.start(), span.start()),
        mode: Mode::Indirect,
        nested_in: None,
        rule: BY_READER,
        confidence: Confidence::High,
    }
}

/// What a missed fact must say to be added.
pub fn required(kind: FactKind) -> &'static [Field] {
    match kind {
        FactKind::Figure | FactKind::Date => &[Field::Value],
        FactKind::Theme => &[Field::Year],
        _ => &[],
    }
}
