//! What is compared of a figure: what it is of, its unit, its sentence, its time.

use std::cell::OnceCell;
use std::sync::Arc;

use crate::base::{Arrange, Day, Span};
use crate::corpus::Analysis;
use crate::extract::{Figure, FigureKind, Organisation, Place};
use crate::ingest::{SegmentRole, Zone};
use crate::lexicon::{TermLimit, TermWords};
use crate::text::{fold, sentences, tokens};

use super::outcome::is_goal;
use super::period;
use super::share::share;
use super::teller::without_teller;

/// What is compared of a figure.
#[derive(Clone, Debug)]
pub(super) struct Measure {
    /// Index of the article; set anew for every comparison.
    pub article: usize,
    /// Index of the figure in the article's `facts.figures`.
    pub figure: usize,
    /// Figures of different kinds are never joined.
    pub kind: FigureKind,
    /// Unit as written; empty if there is none.
    pub unit: String,
    /// What is measured, in the words of the text; may be empty.
    pub label: String,
    /// The same with short forms in full: what names are compared by.
    pub in_full: String,
    /// The sentence it stands in, which tells its scope.
    pub sentence: String,
    /// Provinces and the like that the sentence names; where it names none, [`COUNTRY`] where it speaks of the whole country,
    /// else the one that its article is about, or [`A_REGION`] where it speaks of one that is not named.
    pub places: Vec<String>,
    /// The companies of its article.
    pub companies: Arc<Companies>,
    /// The value.
    pub value: f64,
    /// The time it holds for, ISO 8601.
    pub as_of: String,
    /// The last day of that time, by which values come in order.
    pub until: Option<Day>,
    /// Whether it adds up over a time, as income does ([`period::adds_up`]).
    pub adds_up: bool,
    /// The days of its period, where the text says it ([`period::length`]).
    pub n_days: Option<u16>,
    /// Whether the text says of this number for when it holds.
    pub dated: bool,
    /// Whether the article says that the measure rises or falls.
    pub rises: Option<bool>,
}

/// One article, ready to tell of each figure the sentence and the places it belongs to.
pub(super) struct Scopes<'a> {
    /// What was read from it.
    pub analysis: &'a Analysis,
    // By segment of the body: its sentences, once one is asked for.
    sentences: Vec<OnceCell<Vec<Span>>>,
    // Start of each mention of a place smaller than a country, and its index.
    places: Vec<(usize, usize)>,
    companies: Arc<Companies>,
    home: Option<&'a Place>,
}

/// Bytes before and after a figure that are looked at, in a sentence without end.
const REACH: usize = 800;

impl<'a> Scopes<'a> {
    /// Finds the article's places.
    pub(super) fn new(analysis: &'a Analysis) -> Self {
        let places = analysis.facts.places.iter().enumerate().filter(|(_, p)| p.category != "country");
        let mut places: Vec<_> =
            places.flat_map(|(i, p)| p.mentions.iter().map(move |m| (m.span.start(), i))).collect();
        places.arrange();
        let sentences = analysis.article.segments.iter().map(|_| OnceCell::new()).collect();
        Self { analysis, sentences, places, companies: Arc::new(Companies::of(analysis)), home: home(analysis) }
    }

    /// What is compared of a figure; `None` for one that is no statistic of the article, or is yet to come.
    pub(super) fn measure(&self, words: &TermWords, index: usize, figure: &Figure) -> Option<Measure> {
        let counts = !matches!(figure.kind, FigureKind::Duration | FigureKind::Change)
            && figure.value_max.is_none()
            && !figure.is_target;
        let measure = counts.then(|| self.read(words, index, figure)).flatten()?;
        let told = self.analysis.facts.meta.reference_date.as_deref();
        let is_to_come = told.is_some_and(|told| measure.as_of.get(..4) > told.get(..4));
        (!is_to_come).then_some(measure)
    }

    /// What is compared of a figure that is to be reached.
    pub(super) fn aim(&self, words: &TermWords, index: usize, figure: &Figure) -> Option<Measure> {
        is_goal(figure).then(|| self.read(words, index, figure))?
    }

    fn read(&self, words: &TermWords, index: usize, figure: &Figure) -> Option<Measure> {
        let body = self.analysis.article.zone(figure.span.start()) == Zone::Body;
        if figure.role != "statistic" || figure.is_vague || !body {
            return None;
        }
        let meta = &self.analysis.facts.meta;
        let period = figure.period.as_ref();
        // A day without its year (`XXXX-10-10`) is of the article's.
        let as_of = period.map(|p| p.value.rsplit('/').next().unwrap_or(&p.value).to_owned());
        let said = period.filter(|p| p.source == "sentence").map(|p| p.value.as_str());
        let is_full = |day: &String| !day.starts_with("XXXX");
        let as_of = as_of.filter(is_full).or_else(|| meta.reference_date.clone().filter(is_full));
        let as_of = as_of.or_else(|| meta.year.map(|year| year.to_string()))?;
        let sentence = self.sentence(figure.span)?;
        let text = &self.analysis.article.text;
        let words_around = sentence.of(text);
        let label = what_is_counted(words, figure);
        let share = (figure.kind == FigureKind::Percent).then(|| {
            let before = Span::new(sentence.start(), figure.span.start().max(sentence.start()));
            let after = Span::new(figure.span.end().min(sentence.end()), sentence.end());
            share(&label, before.of(text), after.of(text))
        });
        let (label, named) = share.flatten().map_or_else(|| (label.clone(), label), |share| (share.label, share.form));
        Some(Measure {
            article: 0,
            figure: index,
            kind: figure.kind,
            unit: figure.unit.clone().unwrap_or_default(),
            in_full: self.in_full(&named),
            label,
            sentence: words_around.to_owned(),
            places: self.places_in(sentence),
            companies: self.companies.clone(),
            value: figure.value,
            until: period::last_day(&as_of),
            as_of,
            adds_up: period::adds_up(figure.kind, figure.unit.as_deref().unwrap_or_default(), said),
            n_days: period.and_then(|p| period::length(&p.value, words_around)),
            dated: said.is_some(),
            rises: figure.change.as_ref().map(|c| c.up),
        })
    }

    /// A label with the short forms that its article explains, or that are known, in full.
    fn in_full(&self, label: &str) -> String {
        let short_forms = &self.analysis.facts.abbreviations;
        let long = |word: &str| short_forms.iter().find(|short| short.short == word)?.long.as_deref();
        label.split(' ').map(|word| long(word).unwrap_or(word)).collect::<Vec<_>>().join(" ")
    }

    /// The sentence of a figure, cut to what stands near it.
    fn sentence(&self, figure: Span) -> Option<Span> {
        let (text, segments) = (&self.analysis.article.text, &self.analysis.article.segments);
        let at = segments.partition_point(|s| s.span.start() <= figure.start()).checked_sub(1)?;
        let all = self.sentences[at].get_or_init(|| sentences(text, segments[at].span).collect());
        let after = all.partition_point(|s| s.start() <= figure.start());
        let sentence = all[..after].last().filter(|s| s.holds(figure.start()))?;
        let mut start = sentence.start().max(figure.start().saturating_sub(REACH));
        let mut end = sentence.end().min(figure.end() + REACH);
        while !text.is_char_boundary(start) {
            start += 1;
        }
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        Some(Span::new(start, end))
    }

    fn places_in(&self, sentence: Span) -> Vec<String> {
        let first = self.places.partition_point(|p| p.0 < sentence.start());
        let inside = self.places[first..].iter().take_while(|p| p.0 < sentence.end());
        let named: Vec<String> = inside.map(|p| self.analysis.facts.places[p.1].name.clone()).collect();
        if !named.is_empty() {
            return named;
        }
        let said = fold(sentence.of(&self.analysis.article.text));
        let speaks_of = |words: &[&str]| words.iter().any(|words| said.contains(words));
        let all = speaks_of(&OF_COUNTRY).then(|| COUNTRY.to_owned());
        let home = || Some(self.home?.name.clone());
        let unnamed = || speaks_of(&OF_REGION).then(|| self.only_region().unwrap_or(A_REGION).to_owned());
        all.or_else(home).or_else(unnamed).into_iter().collect()
    }

    /// The province or city that the article names, if it names one alone.
    fn only_region(&self) -> Option<&str> {
        let is_region = |place: &&Place| matches!(place.category, "province" | "municipality");
        let mut regions = self.analysis.facts.places.iter().filter(is_region).map(|place| place.name.as_str());
        regions.next().filter(|first| regions.all(|other| other == *first))
    }
}

/// Whether two numbers may be one, rounded and exact.
pub(super) fn rounds(a: f64, b: f64) -> bool {
    const ROUNDED: f64 = 1.02;
    a <= ROUNDED * b && b <= ROUNDED * a
}

/// The measures of an article without those that say again, without a time, what another one says with its time, exactly or
/// rounded, as headlines do.
pub(super) fn told_once(measures: Vec<Measure>) -> Vec<Measure> {
    let says_again = |one: &Measure| {
        let is_open = one.adds_up && one.n_days.is_none();
        let dated = |other: &&Measure| other.n_days.is_some() && other.kind == one.kind && other.unit == one.unit;
        let again = |other: &Measure| rounds(one.value, other.value) && is_named_alike(&one.in_full, &other.in_full);
        is_open && measures.iter().filter(dated).any(again)
    };
    let again: Vec<bool> = measures.iter().map(says_again).collect();
    measures.into_iter().zip(again).filter(|(_, again)| !again).map(|(measure, _)| measure).collect()
}

/// Whether the one name has half the words of the other, shorter one.
fn is_named_alike(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one), fold(other));
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split_whitespace().collect(), other.split_whitespace().collect());
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    2 * short.iter().filter(|word| long.contains(word)).count() >= short.len()
}

/// Mentions from which the body or place that is named most is what an article is about.
const OFTEN: usize = 3;

/// The place that an article is about: the one that it names most, and often or in its title, if it is smaller than a country.
fn home(analysis: &Analysis) -> Option<&Place> {
    let is_country = |place: &Place| place.category == "country";
    let named = analysis.facts.places.iter().rev();
    let named = named.max_by_key(|place| (place.mentions.len(), is_country(place)))?;
    let title = analysis.article.segments.iter().find(|segment| segment.role == SegmentRole::Title);
    let in_title = || title.is_some_and(|title| named.mentions.iter().any(|m| title.span.covers(m.span)));
    (!is_country(named) && (named.mentions.len() >= OFTEN || in_title())).then_some(named)
}

/// Stands for the whole country among places.
const COUNTRY: &str = "cả nước";

/// Words by which a sentence speaks of the whole country. Of provinces there were 63 until July 2025, and are 34 since.
const OF_COUNTRY: [&str; 6] = [COUNTRY, "toàn quốc", "nationwide", "the country", "63 tỉnh", "34 tỉnh"];

/// Stands for a region that is not named: it may be any.
const A_REGION: &str = "toàn tỉnh";

/// Words by which a sentence speaks of a whole region.
const OF_REGION: [&str; 7] = [
    A_REGION,
    "toàn thành phố",
    "toàn huyện",
    "trên địa bàn tỉnh",
    "trên địa bàn thành phố",
    "the province",
    "the city",
];

/// The companies that an article names, in every form, folded.
#[derive(Debug, Default)]
pub(super) struct Companies {
    /// The forms of the company that it is about: the body that it names most, and often. Empty for none.
    main: Vec<String>,
    /// The forms of all of them.
    all: Vec<String>,
}

impl Companies {
    fn of(analysis: &Analysis) -> Self {
        let bodies = &analysis.facts.organisations;
        let is_company = |body: &&Organisation| matches!(body.category, "company" | "bank");
        let forms = |body: &Organisation| {
            let said = body.mentions.iter().map(|mention| fold(mention.span.of(&analysis.article.text)));
            let mut forms: Vec<String> = said.chain([fold(&body.name)]).collect();
            forms.arrange();
            forms.dedup();
            forms
        };
        let named = bodies.iter().rev().max_by_key(|body| body.mentions.len());
        let main = named.filter(|body| is_company(body) && body.mentions.len() >= OFTEN).map(forms);
        Self { main: main.unwrap_or_default(), all: bodies.iter().filter(is_company).flat_map(forms).collect() }
    }

    /// Whether figures of the two articles may be of one measure: the revenue of one company is not that of another, nor of
    /// a country.
    pub(super) fn agree(&self, other: &Self) -> bool {
        let is_of = |main: &[String], all: &[String]| main.is_empty() || main.iter().any(|form| all.contains(form));
        is_of(&self.main, &other.all) && is_of(&other.main, &self.all)
    }
}

/// What a figure is of; of a count without what those counted do or where they are: `thành viên tham gia giải` gives
/// `thành viên`. (What a share is of may well be what somebody does.)
fn what_is_counted(words: &TermWords, figure: &Figure) -> String {
    const CUTS: [&str; 14] =
        ["đến", "được", "đã", "đang", "có", "là", "để", "với", "cho", "tại", "ở", "trên", "trong", "of"];
    let label = without_teller(figure.indicator.as_deref().unwrap_or_default());
    if figure.kind != FigureKind::Count {
        return label.to_owned();
    }
    let tokens = tokens(label);
    let low: Vec<String> = tokens.iter().map(|t| fold(t.span.of(label))).collect();
    let stops = |i: usize| {
        let verb = (2..4).any(|n| {
            low.get(i..i + n)
                .is_some_and(|p| matches!(words.of("vi").get(&p.join(" ")), Some(TermLimit::Stop | TermLimit::Soft)))
        });
        verb || CUTS.contains(&low[i].as_str())
    };
    let cut = (1..tokens.len()).find(|&i| stops(i)).map_or(label.len(), |i| tokens[i].span.start());
    label[..cut].trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Engine;
    use crate::extract::Given;

    #[test]
    fn counts_lose_what_the_counted_do() {
        let engine = Engine::built_in(str::to_owned);
        let text = "Giải đấu có 1.200 vận động viên tham gia.";
        let analysis = engine.analyse(text, &Given::default());
        let figure = &analysis.facts.figures[0];
        assert_eq!(what_is_counted(&engine.lexicon().term_words, figure), "vận động viên");
    }
}
