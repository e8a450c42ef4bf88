//! Several articles in one text: where a page begins anew. One article too few is better than an article cut in two.

use crate::ingest::words::Words;
use crate::lexicon::PageWords;

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
    /// A paragraph.
    Text,
    /// A byline, a source line, tags: an article ends with it.
    Foot,
    /// Anything else.
    Other,
}

/// Where further articles begin: after a foot, at a headline with a date line or an outlet's name under or above it.
pub(super) fn starts(page: &PageWords, text: &str) -> Vec<usize> {
    let lines = blocks(text);
    let parts: Vec<Part> = lines.iter().map(|line| part(page, text, line)).collect();
    let is_text = |p: &&Part| matches!(p, Part::Text | Part::Tagged);
    let mut left = parts.iter().filter(is_text).count();
    let mut seen = 0;
    let mut out = Vec::new();
    for k in 0..parts.len() {
        let begins = seen >= N_TEXTS && left >= N_TEXTS && parts[k - 1] == Part::Foot && is_head(&parts[k..]);
        if begins {
            out.push(lines[k].span.start());
            seen = 0;
        }
        if is_text(&&parts[k]) {
            seen += 1;
            left -= 1;
        }
    }
    out
}

/// Where further articles may begin: more places than [`starts`] gives, to be offered to the reader and not to be relied on.
///
/// Between two paragraphs, one of these is enough: the head of a page, as above; a foot or a menu; a gap wider than every
/// gap of the article so far.
pub(super) fn likely_starts(page: &PageWords, text: &str) -> Vec<usize> {
    let lines = blocks(text);
    let parts: Vec<Part> = lines.iter().map(|line| part(page, text, line)).collect();
    let texts: Vec<usize> = (0..parts.len()).filter(|&k| matches!(parts[k], Part::Text | Part::Tagged)).collect();
    let gap = |k: usize| text[lines[k - 1].span.end()..lines[k].span.start()].matches('\n').count().saturating_sub(1);
    let mut out = Vec::new();
    // Paragraphs of the article so far, and the widest gap in it.
    let (mut seen, mut widest) = (1, 0);
    for (left, pair) in (1..texts.len()).rev().zip(texts.windows(2)) {
        let between = pair[0] + 1..=pair[1];
        let head = || between.clone().find(|&k| is_head(&parts[k..]));
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
            Part::Text => return titles == 1 && dates == 1,
            Part::Foot | Part::Other => return false,
        }
    }
    false
}

fn part(page: &PageWords, text: &str, line: &Block) -> Part {
    let is_text = line.end == End::Stop && line.n_words > 11 || line.n_words > 32;
    if is_text {
        let tagged = outlet::tag(page, &Words::head(text, line.span)).is_some();
        return if tagged { Part::Tagged } else { Part::Text };
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
