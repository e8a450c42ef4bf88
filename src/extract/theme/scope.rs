//! What a theme is the theme of: `chủ đề Năm Du lịch quốc gia 2024`, `ngành y tế chọn năm 2024 là năm …`.
//!
//! None where the year as a whole is meant, or where the text does not say.

use std::ops::Range;

use crate::base::{Arrange, Span};
use crate::lexicon::Phrases;
use crate::text::TokenKind;

use super::super::Reading;
use super::{Found, Source, ThemeKind, english, year_at};

/// Syllables of an owner with its name before its theme, at most.
const LONGEST_OWNER: usize = 8;

/// Where the names of bodies and places end, to find them by what follows.
pub(super) struct NameEnds(Vec<Span>);

impl NameEnds {
    /// Of all bodies and places of the article.
    pub(super) fn new(source: Source) -> Self {
        let bodies = source.facts.organisations.iter().flat_map(|o| o.mentions.iter().map(|m| m.span));
        let places = source.facts.places.iter().flat_map(|p| p.mentions.iter().map(|m| m.span));
        let mut all: Vec<Span> = bodies.chain(places).collect();
        // Of names that end at one place the longest.
        all.arrange_by_key(|span| (span.end(), span.start()));
        all.dedup_by_key(|span| span.end());
        Self(all)
    }

    pub(super) fn at(&self, end: usize) -> Option<Span> {
        self.0.binary_search_by_key(&end, |span| span.end()).ok().map(|at| self.0[at])
    }
}

/// What the theme is the theme of.
pub(super) fn scope(source: Source, ends: &NameEnds, found: &Found) -> Option<Span> {
    let r = source.reading;
    let sentence = r.sentences[found.sentence].tokens.clone();
    let of = |tokens: Range<usize>| r.span(tokens);
    if found.kind == ThemeKind::YearDesignation {
        return called_by(r, found.cue.end..found.core.start)
            .or_else(|| of_whom(r, found.core.clone()))
            .map(of)
            .or_else(|| chooser(source, ends, sentence.start, found.cue.start))
            .or_else(|| english::chooser(source, ends, found))
            .or_else(|| topic(r, sentence.start, found.cue.start).map(of));
    }
    let named = after_noun(source, found.cue.end, sentence.end)
        .or_else(|| occasion_before(source, sentence.start, found.cue.start))
        .or_else(|| owner_before(source, sentence.start, found.cue.start))
        .map(of)
        .or_else(|| chooser(source, ends, sentence.start, found.cue.start))
        .or_else(|| topic(r, sentence.start, found.cue.start).map(of));
    let is_of_occasion = matches!(found.kind, ThemeKind::OfficialTheme | ThemeKind::Message);
    named.or_else(|| is_of_occasion.then(|| observance(source, found)).flatten())
}

/// `chủ đề [của] Năm Du lịch quốc gia 2024`, `phương châm hành động năm 2025 của ngành y tế`.
fn after_noun(source: Source, from: usize, end: usize) -> Option<Range<usize>> {
    let r = source.reading;
    let mut i = from;
    while i < end.min(from + 10) {
        if ends_name(source, i) && year_at(source, i).is_none() {
            return None;
        }
        let is_of = matches!(r.low(i), "của" | "cho" | "of" | "for");
        let at = i + usize::from(is_of);
        let at = at + usize::from(r.low(at) == "the");
        let is_name = is_of && r.is_capital(at) && !ends_name(source, at);
        if is_name || occasion_at(r, at) || (is_of && is_owner(r, at)) {
            return Some(at..name_end(source, at, end));
        }
        i = year_at(source, i).map_or(i + 1, |(next, _)| next);
    }
    None
}

/// `Tháng Thanh niên năm 2024 có chủ đề`, `Hội nghị … diễn ra tại Huế với chủ đề`.
fn occasion_before(source: Source, floor: usize, noun: usize) -> Option<Range<usize>> {
    let r = source.reading;
    let mut end = before_links(source, floor, noun);
    let last = end;
    for i in (floor.max(end.saturating_sub(24))..end).rev() {
        if matches!(r.raw(i), ";" | ":" | "." | "”" | "“" | "\"" | ")" | "(") || (r.raw(i) == "," && end == last) {
            break;
        }
        if occasion_at(r, i) {
            return Some(i..name_end(source, i, end));
        }
        if after(r, &r.lexicon.theme_words.stops, i).is_some() {
            end = i;
        }
    }
    // A name without such a word: `SEA Games 31 mang chủ đề`.
    let name = (floor..last).rev().take_while(|&i| r.is_capital(i)).last()?;
    (last - name >= 2).then_some(name..last)
}

/// `chuyển đổi số ngành Y tế Thủ đô năm 2025 với chủ đề`: an owner and its name, which holds no two words in a row that are
/// not capital.
fn owner_before(source: Source, floor: usize, noun: usize) -> Option<Range<usize>> {
    let r = source.reading;
    let end = before_links(source, floor, noun);
    let no_mark = |i: &usize| r.kind(*i) != Some(TokenKind::Mark);
    let is_named = |&head: &usize| {
        let name = after(r, &r.lexicon.theme_words.owners, head).unwrap_or(end);
        name < end && (name..end).all(|i| r.is_capital(i) || (i > name && r.is_capital(i - 1)))
    };
    let head = (floor..end).rev().take(LONGEST_OWNER).take_while(no_mark).find(is_named)?;
    (end < noun).then_some(head..end)
}

/// The body or place that chooses: `Tỉnh chọn năm 2025 là năm …`.
fn chooser(source: Source, ends: &NameEnds, floor: usize, at: usize) -> Option<Span> {
    let r = source.reading;
    let mut end = at;
    let mut chooses = false;
    for _ in 0..4 {
        let verb = chooses_before(r, end);
        let link = (end > floor && matches!(r.low(end - 1), "đã" | "sẽ" | "rằng" | "cũng")).then(|| end - 1);
        chooses |= verb.is_some();
        match verb.or(link) {
            Some(start) if start >= floor => end = start,
            _ => break,
        }
    }
    if !chooses || end <= floor {
        return None;
    }
    if let Some(name) = ends.at(r.span(end - 1..end).end()) {
        return Some(name);
    }
    let no_mark = |i: &usize| !matches!(r.raw(*i), "," | ";" | ":" | "." | "“" | "”" | "\"" | "(" | ")" | "");
    let heads = (floor.max(end.saturating_sub(8))..end).rev().take_while(no_mark);
    let head = heads.filter(|&i| is_owner(r, i)).last()?;
    Some(r.span(head..end))
}

/// `Đối với ngành ngân hàng, năm 2024 là năm …`.
fn topic(r: &Reading, floor: usize, at: usize) -> Option<Range<usize>> {
    let comma = at.checked_sub(1).filter(|&i| i > floor && r.raw(i) == ",")?;
    let begins =
        (floor.max(comma.saturating_sub(12))..comma).rev().find_map(|i| r.any(i, &["đối với", "với", "riêng"]))?;
    let is_owner = r.is_capital(begins) || is_owner(r, begins);
    (is_owner && begins < comma).then_some(begins..comma)
}

/// `Năm 2024 được ngành thuế xác định là năm …`.
fn called_by(r: &Reading, between: Range<usize>) -> Option<Range<usize>> {
    let from = between.clone().find(|&i| r.low(i) == "được")? + 1;
    let to = (from..between.end)
        .find(|&i| after(r, &r.lexicon.theme_words.chooses, i).is_some() || matches!(r.low(i), "gọi" | "xem"))?;
    (from < to).then_some(from..to)
}

/// The tail of what the year is called: `năm chuyển đổi số của ngành ngân hàng`.
fn of_whom(r: &Reading, core: Range<usize>) -> Option<Range<usize>> {
    let of = core.clone().find(|&i| r.low(i) == "của" && (r.is_capital(i + 1) || is_owner(r, i + 1)))?;
    let end = (of + 1..core.end).find(|&i| matches!(r.raw(i), "," | ";" | ":" | "(" | "”" | "\"")).unwrap_or(core.end);
    (of + 1 < end).then_some(of + 1..end)
}

/// The day, week or month named in the sentence, or in the one before where the theme opens its own: `Chủ đề năm 2022 là …`.
fn observance(source: Source, found: &Found) -> Option<Span> {
    let r = source.reading;
    let opens = found.cue.start == r.sentences[found.sentence].tokens.start;
    let before = opens.then(|| found.sentence.checked_sub(1)).flatten();
    [Some(found.sentence), before].into_iter().flatten().find_map(|n| {
        let sentence = r.sentences[n].span;
        let observances = source.facts.systems.iter().filter(|s| s.category == "observance");
        observances.flat_map(|s| &s.mentions).map(|m| m.span).rfind(|s| sentence.covers(*s))
    })
}

/// Where what links an occasion to its theme begins: verbs, its year, its day in brackets.
fn before_links(source: Source, floor: usize, noun: usize) -> usize {
    let r = source.reading;
    let mut end = noun;
    while end > floor {
        if let Some(at) = chooses_before(r, end).filter(|&at| at >= floor) {
            end = at;
            continue;
        }
        let last = end - 1;
        end = match r.raw(last) {
            ")" => match (floor.max(last.saturating_sub(8))..last).rev().find(|&i| r.raw(i) == "(") {
                Some(open) => open,
                None => return end,
            },
            "," if end < noun => last,
            // `Boat Day’s theme`
            "s" if last > floor && matches!(r.raw(last - 1), "’" | "'") => last - 1,
            _ if is_between(r, last) => last,
            _ => match year_at(source, last) {
                Some(_) if last > floor && r.low(last - 1) == "năm" => last - 1,
                Some(_) => last,
                // `Hội Sách năm nay`, `Ngày hội Cà phê năm` where the number was lost
                None if r.low(last) == "năm" => last,
                None => match r.phrase_before(end, "năm nay") {
                    Some(at) => at,
                    None => return end,
                },
            },
        };
    }
    end
}

/// Whether the name of an occasion begins at `i`: `Ngày Chuyển đổi số`, not `ngày 5`, `năm qua` or `tháng này`.
fn occasion_at(r: &Reading, i: usize) -> bool {
    let occasions = &r.lexicon.theme_words.occasions;
    let Some(after_head) = after(r, occasions, i) else { return false };
    let is_number = r.kind(after_head) == Some(TokenKind::Number);
    // `hội` of `đại hội`
    let is_tail = i.checked_sub(1).and_then(|before| after(r, occasions, before)).is_some_and(|end| end > i);
    match r.low(i) {
        _ if is_number || is_tail || r.kind(after_head).is_none() => false,
        "năm" => r.is_capital(after_head) || r.low(after_head) == "học",
        "ngày" | "tuần" | "tháng" | "giờ" if after_head == i + 1 => r.is_capital(i) || r.is_capital(after_head),
        "hội" if after_head == i + 1 => r.is_capital(i) && r.is_capital(after_head),
        _ => r.kind(after_head) != Some(TokenKind::Mark),
    }
}

/// Whether a name cannot go on at `i`.
fn ends_name(source: Source, i: usize) -> bool {
    let r = source.reading;
    let is_mark = matches!(r.raw(i), "" | "," | ";" | ":" | "." | "“" | "”" | "\"" | "«" | "‘" | "'" | "(" | ")" | "–");
    is_mark
        || matches!(r.low(i), "là" | "trong" | "is" | "was" | "will")
        || is_between(r, i)
        || after(r, &r.lexicon.theme_words.chooses, i).is_some()
        || after(r, &r.lexicon.theme_words.stops, i).is_some()
        || year_at(source, i).is_some()
}

/// Index after the longest of the words that stands at `i`.
fn after(r: &Reading, words: &Phrases<()>, i: usize) -> Option<usize> {
    r.longest(words, i, r.tokens.len()).map(|(after, ())| after)
}

/// Whether a word stands at `i` that tells what a body or a place is.
fn is_owner(r: &Reading, i: usize) -> bool {
    after(r, &r.lexicon.theme_words.owners, i).is_some()
}

/// Whether a word stands at `i` that links an occasion to the noun that announces its theme.
fn is_between(r: &Reading, i: usize) -> bool {
    after(r, &r.lexicon.theme_words.between, i).is_some()
}

/// Where the verb begins that ends before `end` and by which somebody gives a year or an occasion its theme.
fn chooses_before(r: &Reading, end: usize) -> Option<usize> {
    r.longest_before(&r.lexicon.theme_words.chooses_reversed, end, 0).map(|(start, ())| start)
}

fn name_end(source: Source, start: usize, end: usize) -> usize {
    // The head itself may be a word like `năm`.
    (start + 1..end.min(start + 14)).find(|&i| ends_name(source, i)).unwrap_or(end.min(start + 14))
}
