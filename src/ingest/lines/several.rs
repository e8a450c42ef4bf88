//! Several articles in one text: where a page begins anew. One article too few is better than an article cut in two.

use crate::ingest::words::Words;
use crate::lexicon::{Opener, PageWords};
use crate::text::TokenKind;

use super::block::{Block, End, blocks};
use super::metadata::Sure;
use super::navigation::Menu;
use super::roles::reads_as_title;
use super::{byline, metadata, navigation, outlet};

/// Paragraphs that each of the articles must have.
const N_TEXTS: usize = 2;

/// Paragraphs that an article must have before a wide gap tells that it ends.
const N_TEXTS_OF_GAP: usize = 4;

/// Longest line, in bytes, that may be part of a page's head or foot.
const LONGEST: usize = 400;

/// What a line may be to the border of two articles.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    /// A headline.
    Title,
    /// A date line with its day.
    Date,
    /// A rubric.
    Rubric,
    /// Several rubrics in one line.
    Menu,
    /// A paragraph that begins with the name of an outlet.
    Tagged,
    /// A paragraph that tells of a day of its own year, as the lead of news does.
    Lead,
    /// A paragraph.
    Text,
    /// A byline, a source line, tags: an article ends with it.
    Foot,
    /// Anything else.
    Other,
}

impl Part {
    fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Tagged | Self::Lead)
    }
}

/// Where further articles begin: after a foot, at a headline with a date line or an outlet's name under or above it.
pub(super) fn starts(page: &PageWords, text: &str) -> Vec<usize> {
    let lines = blocks(text);
    let parts: Vec<Part> = lines.iter().map(|line| part(page, text, line)).collect();
    let mut left = parts.iter().filter(|part| part.is_text()).count();
    let mut seen = 0;
    let mut out = Vec::new();
    for k in 0..parts.len() {
        let begins = seen >= N_TEXTS && left >= N_TEXTS && parts[k - 1] == Part::Foot && is_head(&parts[k..]);
        if begins {
            out.push(lines[k].span.start());
            seen = 0;
        }
        if parts[k].is_text() {
            seen += 1;
            left -= 1;
        }
    }
    out
}

/// Where further articles may begin: more places than [`starts`] gives, to be offered to the reader and not to be relied on.
///
/// Between two paragraphs, one of these is enough: the head of a page, as above; a headline over a lead; a foot or a menu; a
/// gap wider than every gap of the article so far.
pub(super) fn likely_starts(page: &PageWords, text: &str) -> Vec<usize> {
    let lines = blocks(text);
    let parts: Vec<Part> = lines.iter().map(|line| part(page, text, line)).collect();
    let texts: Vec<usize> = (0..parts.len()).filter(|&k| parts[k].is_text()).collect();
    let gap = |k: usize| text[lines[k - 1].span.end()..lines[k].span.start()].matches('\n').count().saturating_sub(1);
    let mut out = Vec::new();
    // Paragraphs of the article so far, and the widest gap in it.
    let (mut seen, mut widest) = (1, 0);
    for (left, pair) in (1..texts.len()).rev().zip(texts.windows(2)) {
        let between = pair[0] + 1..=pair[1];
        let is_news = |k: usize| matches!(parts[k..], [Part::Title, Part::Lead, ..]);
        let head = || between.clone().find(|&k| is_head(&parts[k..]) || is_news(k));
        let behind_foot = || between.clone().rev().find(|&k| matches!(parts[k - 1], Part::Foot | Part::Menu));
        let wide = between.clone().max_by_key(|&k| (gap(k), std::cmp::Reverse(k)));
        let behind_gap = || wide.filter(|&k| gap(k) > widest && seen >= N_TEXTS_OF_GAP);
        let begins = (seen >= N_TEXTS && left >= N_TEXTS).then(|| head().or_else(behind_foot).or_else(behind_gap));
        if let Some(k) = begins.flatten() {
            out.push(lines[k].span.start());
            (seen, widest) = (1, 0);
        } else {
            seen += 1;
            widest = widest.max(wide.map_or(0, gap));
        }
    }
    out
}

/// Whether a page begins: rubrics, a headline, a date line or a tagged paragraph, in a usual order, then text.
fn is_head(parts: &[Part]) -> bool {
    let (mut titles, mut dates) = (0, 0);
    for part in parts.iter().take(6) {
        match part {
            Part::Title => titles += 1,
            Part::Date => dates += 1,
            Part::Rubric | Part::Menu => {}
            Part::Foot if titles > 0 => {}
            Part::Tagged => return titles == 1,
            Part::Text | Part::Lead => return titles == 1 && dates == 1,
            Part::Foot | Part::Other => return false,
        }
    }
    false
}

fn part(page: &PageWords, text: &str, line: &Block) -> Part {
    let is_text = line.end == End::Stop && line.n_words > 11 || line.n_words > 32;
    if is_text {
        let words = Words::head(text, line.span);
        return match outlet::tag(page, &words) {
            Some(_) => Part::Tagged,
            None if is_lead(page, &words) => Part::Lead,
            None => Part::Text,
        };
    }
    if line.span.len() > LONGEST {
        return Part::Other;
    }
    let words = Words::new(text, line.span);
    let dated = metadata::stamps(page, text, line.span).iter().any(|s| s.date.day.is_some());
    if dated && metadata::whole(page, &words) == Some(Sure::Anywhere) {
        return Part::Date;
    }
    let menu = navigation::menu(page, &words);
    if byline::labelled(page, &words).is_some()
        || byline::outlets_only(page, &words)
        || byline::names_only(&words)
        || matches!(menu, Some(Menu::Tags | Menu::Comments | Menu::Footer))
    {
        return Part::Foot;
    }
    match menu {
        Some(Menu::Entries) => Part::Menu,
        Some(Menu::Sections | Menu::Entry) => Part::Rubric,
        _ if line.n_words > 3 && reads_as_title(text, line) => Part::Title,
        _ => Part::Other,
    }
}

/// Tokens of a paragraph within which news names its day.
const N_TOKENS_OF_LEAD: usize = 30;

/// Whether a paragraph names near its beginning a day without its year, as the lead of news does: `Sáng 5/3, …`, `Chiều nay
/// (5/3) …`. The first paragraph under a heading inside an article hardly does; a day with its year tells of what was before.
fn is_lead(page: &PageWords, words: &Words) -> bool {
    let is_number = |k: usize| words.kind(k) == Some(TokenKind::Number) && words.raw(k).len() <= 2;
    let is_stroke = |k: usize| matches!(words.raw(k), "/" | "-");
    (0..words.n_tokens().min(N_TOKENS_OF_LEAD)).any(|i| {
        let Some((next, opener)) = words.longest(&page.openers, i) else { return false };
        let bracket = next + usize::from(words.low(next) == "ngày");
        let day = bracket + usize::from(words.raw(bracket) == "(");
        let is_day = is_number(day) && is_stroke(day + 1) && is_number(day + 2) && !is_stroke(day + 3);
        let is_closed = day > bracket && words.raw(day + 3) == ")";
        is_day && (opener == Opener::Day || is_closed)
    })
}
