//! The body as runs of words: a run holds no mark, number, stopword, person, body or country, so terms lie inside runs.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::base::{Arrange, Span};
use crate::extract::{Facts, Mention, Reading};
use crate::ingest::Zone;
use crate::lexicon::{Phrases, SpeakerHead, SpeechVerb, TermLimit, TermLimits, UnitKind};
use crate::text::{PhraseList, fold_words, has_letter};

use super::units::{Unit, units};

/// One word of a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Index in [`Runs::forms`].
    pub form: u32,
    /// Whether every syllable of it begins with a capital.
    pub capital: bool,
    /// Whether it belongs to the name of a place, which may end a term (`sân bay Nội Bài`) but begins none.
    pub place: bool,
    /// Number of the known term it belongs to, counted in its segment from 1; 0 outside of them.
    pub known: u32,
}

/// A word form of the article.
#[derive(Clone, Debug)]
pub(super) struct Form {
    /// Matching form.
    pub text: String,
    /// The key under which lists have it, where that is another spelling: `hóa đơn` of `hoá đơn`.
    pub key: Option<String>,
    /// Syllables it is long.
    pub n_units: u32,
    /// How it limits terms.
    pub limit: Option<TermLimit>,
    /// Whether it is a stopword, which stands in a run inside a known term only.
    pub is_stop: bool,
    /// How much of a verb it is.
    pub verb_share: f64,
    /// How rare it is in news, see [`TermWords::rarity`](crate::lexicon::TermWords::rarity).
    pub rarity: u8,
    /// Terms by which articles are indexed that begin with it and go on.
    pub begins_subjects: u16,
    /// Terms by which articles are indexed that end with it, after other words.
    pub ends_subjects: u16,
    /// Occurrences in runs.
    pub count: u32,
}

/// The runs of one article.
#[derive(Clone, Debug, Default)]
pub(super) struct Runs {
    /// The words of all runs.
    pub words: Vec<Word>,
    /// The runs, as ranges of `words`.
    pub ranges: Vec<Range<usize>>,
    /// All word forms.
    pub forms: Vec<Form>,
}

impl Runs {
    /// Puts the matching form of some words into `out`, in place of what it holds.
    pub(super) fn write(&self, words: Range<usize>, out: &mut String) {
        self.join(words, out, |form| &form.text);
    }

    /// Puts the key under which lists have some words into `out`, in place of what it holds.
    pub(super) fn write_key(&self, words: Range<usize>, out: &mut String) {
        self.join(words, out, |form| form.key.as_ref().unwrap_or(&form.text));
    }

    fn join(&self, words: Range<usize>, out: &mut String, write: impl Fn(&Form) -> &String) {
        out.clear();
        for word in &self.words[words] {
            out.push_str(if out.is_empty() { "" } else { " " });
            out.push_str(write(&self.forms[word.form as usize]));
        }
    }
}

struct Builder<'a> {
    reading: &'a Reading<'a>,
    limits: &'a TermLimits,
    // The units of the current segment in matching form, each with a blank behind it, and where each begins.
    low: String,
    starts: Vec<usize>,
    index: FxHashMap<String, u32>,
    runs: Runs,
    start: usize,
}

/// Longest stopword phrase, in words.
const MAX_STOP: usize = 3;
/// Share of verbs from which a word behind somebody is taken for what they do.
const ACTS: f64 = 0.6;
/// Words that multiply the number before them.
static MULTIPLIERS: PhraseList = PhraseList::new(&["chục", "nghìn", "ngàn", "triệu", "trăm", "tỉ", "tỷ", "vạn"]);

/// What a list says of the words that a stretch begins with.
#[derive(Clone, Copy)]
enum Limited {
    No,
    /// So many of them are in no term: a stopword, a phrase that is one, a number.
    Stop(usize),
    /// So many of them are one word, as the list has them, however they were cut: `người | dân`.
    Word(usize),
}

/// Before the number of a document: `nghị quyết | số 57`.
const NUMBER: &str = "số";

/// Reads the body of an article.
pub(super) fn runs(reading: &Reading, facts: &Facts) -> Runs {
    let (named, places) = (named(reading, facts), places(reading, facts));
    let mut named = named.iter().peekable();
    let mut places = places.iter().peekable();
    let limits = reading.lexicon.term_words.of(facts.meta.language);
    let mut builder = Builder {
        reading,
        limits,
        low: String::new(),
        starts: Vec::new(),
        index: FxHashMap::default(),
        runs: Runs::default(),
        start: 0,
    };
    let mut cuts = Cuts::default();
    for segment in &reading.article.segments {
        let range = reading.tokens_in(segment.span);
        let units: Vec<Unit> = units(reading.text, &reading.tokens[range.clone()], range.start).collect();
        let english = facts.meta.language == "en";
        let known = known(reading, reading.lexicon.term_words.subjects(facts.meta.language), &units);
        let words = words(reading, &units, &known, english, &mut cuts);
        builder.lower(&units);
        let mut i = 0;
        while i < words.len() {
            if units[words[i].start].broken {
                builder.end_run();
            }
            let span = units[words[i].start].span;
            while named.next_if(|n| n.end() <= span.start()).is_some() {}
            while places.next_if(|p| p.end() <= span.start()).is_some() {}
            let place = places.peek().is_some_and(|p| p.start() <= span.start());
            let begin = words[i].start;
            let here = known[begin];
            let limited = match () {
                () if place || here > 0 => Limited::No,
                () if !english && builder.changes(&units, &words[i..]) => Limited::Stop(1),
                () => builder.limited(&units, &words[i..]),
            };
            let name = named.peek().filter(|n| n.start() <= span.start());
            // A known term may be made with a name (`đại biểu Quốc hội`), or say what a body is for.
            let is_named = name.is_some_and(|name| {
                here == 0 || !goes_beyond(&units, &known, begin, name) && !is_matter(reading, &units, &known, begin)
            });
            if here == 0 && i > 0 && !english && builder.is_predicate(&units, &words[i - 1], &words[i]) {
                builder.end_run();
            }
            match limited {
                Limited::Stop(n) => {
                    builder.end_run();
                    i += n;
                }
                _ if is_named => {
                    builder.end_run();
                    i += 1;
                }
                Limited::Word(n) if !words[i + 1..i + n].iter().any(|word| known[word.start] > 0) => {
                    builder.push(&units, words[i].start..words[i + n - 1].end, place, here);
                    i += n;
                }
                _ => {
                    builder.push(&units, words[i].clone(), place, here);
                    i += 1;
                }
            }
        }
        builder.end_run();
    }
    builder.runs
}

/// Stretches that name a person, body or country, a smaller place with what it is (`tỉnh Nam Định`) or a document by its number
/// (`Đề án 12`), by start; none inside another.
fn named(reading: &Reading, facts: &Facts) -> Vec<Span> {
    let people = facts.people.iter().flat_map(|p| &p.mentions);
    let bodies = facts.organisations.iter().flat_map(|o| &o.mentions);
    let (whole, _) = place_mentions(reading, facts);
    let is_numbered = |name: &str| name.split(' ').nth(2).is_some_and(|last| !has_letter(last) && name.ends_with(last));
    // But one by which articles are indexed is a term.
    let is_index = |name: &str| reading.lexicon.term_words.is_subject(&name.to_lowercase());
    let numbered =
        facts.systems.iter().filter(|s| is_numbered(&s.name) && !is_index(&s.name)).flat_map(|s| &s.mentions);
    outermost(people.chain(bodies).chain(whole).chain(numbered))
}

/// Stretches that name a smaller place by its mere name, which may end a term.
fn places(reading: &Reading, facts: &Facts) -> Vec<Span> {
    outermost(place_mentions(reading, facts).1.into_iter())
}

/// Mentions of places: those that stand for themselves (countries, and names with what the place is), and mere names.
fn place_mentions<'f>(reading: &Reading, facts: &'f Facts) -> (Vec<&'f Mention>, Vec<&'f Mention>) {
    let mentions = facts.places.iter().flat_map(|place| place.mentions.iter().map(move |m| (place, m)));
    let is_whole = |mention: &Mention| mention.span.of(reading.text).starts_with(char::is_lowercase);
    let (whole, mere): (Vec<_>, Vec<_>) = mentions.partition(|(place, m)| place.category == "country" || is_whole(m));
    let only = |pairs: Vec<(_, &'f Mention)>| pairs.into_iter().map(|(_, mention)| mention).collect();
    (only(whole), only(mere))
}

fn outermost<'m>(mentions: impl Iterator<Item = &'m Mention>) -> Vec<Span> {
    let mut spans: Vec<Span> = mentions.filter(|m| m.zone == Zone::Body).map(|m| m.span).collect();
    spans.arrange_by_key(|s| (s.start(), std::cmp::Reverse(s.end())));
    let mut reached = 0;
    spans.retain(|s| {
        let outer = s.end() > reached;
        reached = reached.max(s.end());
        outer
    });
    spans
}

/// By unit the number of the known term it belongs to, counted from 1; 0 outside of them. Of two that share words the longer
/// one goes before (`ưu đãi | thuế thu nhập doanh nghiệp`), and in Vietnamese, where what is said of a noun follows it, one whose
/// last word goes on to another is none: `tăng trưởng | kinh tế số`.
fn known(reading: &Reading, subjects: &Phrases<()>, units: &[Unit]) -> Vec<u32> {
    let mut out = vec![0; units.len()];
    let (mut i, mut n) = (0, 0);
    while i < units.len() {
        let Some(after) = known_at(reading, subjects, units, i) else {
            i += 1;
            continue;
        };
        let begins_word = |j: usize| reading.language != "en" && reading.joins.get(units[j].token) != Some(&true);
        let goes_before = |j: usize| {
            known_at(reading, subjects, units, j)
                .is_some_and(|end| end > after && (end - j > after - i || begins_word(j)))
        };
        if (i + 1..after).any(goes_before) {
            i += 1;
            continue;
        }
        n += 1;
        out[i..after].fill(n);
        i = after;
    }
    out
}

/// The unit after the longest known term that begins with unit `i`.
fn known_at(reading: &Reading, subjects: &Phrases<()>, units: &[Unit], i: usize) -> Option<usize> {
    let end = |unit: &Unit| unit.token + unit.n_tokens;
    let (token, ()) = reading.longest(subjects, units[i].token, end(units.last()?))?;
    let after = i + units[i..].partition_point(|u| u.token < token);
    // A listed word of two syllables parts no others: no `thông tư` in `phổ thông tư vấn`.
    let joined = |i: usize| units.get(i).is_some_and(|u| !u.broken && reading.joins.get(u.token) == Some(&true));
    let parts_others = after == i + 2 && (joined(i) || joined(after));
    let is_whole = end(&units[after - 1]) == token && units[i + 1..after].iter().all(|u| !u.broken);
    (!parts_others && is_whole).then_some(after)
}

/// Whether the known term that the unit belongs to begins before the name or ends behind it.
fn goes_beyond(units: &[Unit], known: &[u32], unit: usize, name: &Span) -> bool {
    let own = of_term(known, unit);
    units[own.start].span.start() < name.start() || units[own.end - 1].span.end() > name.end()
}

/// Whether the known term that the unit belongs to is the matter of a body, as its small letters tell where it stands in the name
/// of one: `Ban Chỉ đạo về phát triển bền vững`, not `Bộ Khoa học và Công nghệ`.
fn is_matter(reading: &Reading, units: &[Unit], known: &[u32], unit: usize) -> bool {
    const LEAST: usize = 3;
    let own = of_term(known, unit);
    own.len() >= LEAST && units[own].iter().all(|unit| unit.span.of(reading.text).starts_with(char::is_lowercase))
}

/// The units of the known term that the unit belongs to.
fn of_term(known: &[u32], unit: usize) -> Range<usize> {
    let same = |term: &&u32| **term == known[unit];
    let before = known[..unit].iter().rev().take_while(same).count();
    unit - before..unit + known[unit..].iter().take_while(same).count()
}

/// By known term, folded: whether each of its units goes on with the word before it, as where it stands first.
type Cuts = FxHashMap<String, Vec<bool>>;

/// The units of each word; a word lies inside a known term or outside. English words are one unit each. A known term is cut
/// into words in one way throughout the article, so that its words are counted as the same.
fn words(reading: &Reading, units: &[Unit], known: &[u32], english: bool, cuts: &mut Cuts) -> Vec<Range<usize>> {
    let dash = |i: usize| units[i].span.of(reading.text) == "-";
    let is_joined = |i: usize| {
        let join = reading.joins.get(units[i].token) == Some(&true) || known[i] > 0 && (dash(i) || dash(i - 1));
        join && !units[i].broken && known[i] == known[i - 1]
    };
    let mut joined: Vec<bool> = (0..units.len()).map(|i| i > 0 && !english && is_joined(i)).collect();
    let mut from = 0;
    for term in known.chunk_by(|a, b| a == b) {
        let range = from..from + term.len();
        from = range.end;
        if term[0] > 0 {
            let low = |unit: &Unit| (unit.token..unit.token + unit.n_tokens).map(|token| reading.low(token));
            let key = units[range.clone()].iter().flat_map(|unit| low(unit).chain([" "])).collect();
            let first = cuts.entry(key).or_insert_with(|| joined[range.clone()].to_vec());
            joined[range].copy_from_slice(first);
        }
    }
    let mut out: Vec<Range<usize>> = Vec::new();
    for (i, joined) in joined.into_iter().enumerate() {
        match out.last_mut() {
            Some(word) if joined => word.end = i + 1,
            _ => out.push(i..i + 1),
        }
    }
    out
}

impl Builder<'_> {
    /// Puts the units of a segment into matching form.
    fn lower(&mut self, units: &[Unit]) {
        self.low.clear();
        self.starts.clear();
        for unit in units {
            self.starts.push(self.low.len());
            for token in unit.token..unit.token + unit.n_tokens {
                self.reading.lower_into(token, &mut self.low);
            }
            self.low.push(' ');
        }
        self.starts.push(self.low.len());
    }

    /// The matching form of some units of the segment.
    fn form(&self, units: Range<usize>) -> &str {
        &self.low[self.starts[units.start]..self.starts[units.end] - 1]
    }

    /// Whether the unit goes on in the same stretch and holds no letter, as the year in `năm 2024`.
    fn is_number(&self, unit: &Unit) -> bool {
        !unit.broken && !has_letter(unit.span.of(self.reading.text))
    }

    /// Whether the unit is a Roman numeral in capitals: `VIII`.
    fn is_roman(&self, unit: &Unit) -> bool {
        unit.span.of(self.reading.text).chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
    }

    /// Whether the word is the unit of the number before it: `km`, `đồng`.
    fn measures(&self, units: &[Unit], word: &Range<usize>) -> bool {
        let Some(before) = word.start.checked_sub(1).filter(|_| !units[word.start].broken) else { return false };
        let token = units[word.start].token;
        let multiplier = || MULTIPLIERS.holds(self.form(before..before + 1));
        let unit = || self.reading.longest(&self.reading.lexicon.units, token, self.reading.tokens.len());
        let counts = |kind: UnitKind| !matches!(kind, UnitKind::Noun | UnitKind::Group | UnitKind::Classifier);
        (!has_letter(self.form(before..before + 1)) || multiplier()) && unit().is_some_and(|(_, kind)| counts(kind))
    }

    /// What the words begin with: the longest listed phrase goes before a shorter one, and an adjunct that begins with a stopword
    /// goes on with the term before it (`hội chẩn từ xa`).
    fn limited(&self, units: &[Unit], words: &[Range<usize>]) -> Limited {
        let Some(first) = words.first() else { return Limited::No };
        if !has_letter(self.form(first.clone())) || self.is_roman(&units[first.start]) || self.measures(units, first) {
            return Limited::Stop(1);
        }
        let mut longest = Limited::No;
        for (i, word) in words.iter().take(MAX_STOP).enumerate() {
            if i > 0 && units[word.start].broken {
                break;
            }
            let limit = self.limits.get(self.form(first.start..word.end));
            let numbered = || words.get(i + 1).is_some_and(|next| self.is_number(&units[next.start]));
            let numbers = || limit == Some(TermLimit::Edge) || i == 0 && self.form(first.clone()) == NUMBER;
            longest = match limit {
                Some(TermLimit::Stop) => Limited::Stop(i + 1),
                _ if numbers() && numbered() => Limited::Stop(i + 1),
                Some(TermLimit::Tail) if i > 0 => Limited::No,
                Some(TermLimit::General | TermLimit::Soft | TermLimit::Weak) if i > 0 => Limited::Word(i + 1),
                _ => longest,
            };
        }
        longest
    }

    /// Whether the first of the words says that what stands before it grew or shrank, as it does before an amount and where
    /// nothing goes on: `doanh thu tăng 5%`, but `tăng lương`.
    fn changes(&self, units: &[Unit], words: &[Range<usize>]) -> bool {
        let Some(first) = words.first().filter(|word| word.len() == 1) else { return false };
        let token = units[first.start].token;
        let verb = self.reading.longest(&self.reading.lexicon.change_verbs, token, token + 1);
        let goes_on = || {
            words.get(1).is_some_and(|next| {
                !units[next.start].broken && !matches!(self.limited(units, &words[1..]), Limited::Stop(_))
            })
        };
        verb.is_some() && !goes_on()
    }

    /// Whether a word goes on from somebody who can act, and says what they do: `nông dân | ghi sổ`, `hiệp hội | đề nghị`. A body
    /// also has its name from what it does (`trung tâm đào tạo`), so that only what it says parts the two.
    fn is_predicate(&self, units: &[Unit], before: &Range<usize>, word: &Range<usize>) -> bool {
        if before.len() < 2 || units[word.start].broken || self.start == self.runs.words.len() {
            return false;
        }
        let (lexicon, end) = (self.reading.lexicon, |range: &Range<usize>| {
            let last = &units[range.end - 1];
            last.token + last.n_tokens
        });
        let exactly = |found: usize, range: &Range<usize>| found == end(range);
        let speaker = self.reading.longest(&lexicon.speech.speakers, units[before.start].token, end(before));
        let Some((_, speaker)) = speaker.filter(|found| exactly(found.0, before)) else { return false };
        let verb = self.reading.longest(&lexicon.speech.verbs, units[word.start].token, end(word));
        let says = verb
            .is_some_and(|(found, verb)| exactly(found, word) && matches!(verb, SpeechVerb::Say | SpeechVerb::Order));
        let acts = || lexicon.term_words.verb_share(self.form(word.clone())) >= ACTS;
        says || matches!(speaker, SpeakerHead::Title | SpeakerHead::Group) && acts()
    }

    fn push(&mut self, units: &[Unit], word: Range<usize>, place: bool, known: u32) {
        let text = self.reading.text;
        let capital = units[word.clone()].iter().all(|u| u.span.of(text).starts_with(char::is_uppercase));
        let form = self.id(word, place);
        self.runs.forms[form as usize].count += 1;
        self.runs.words.push(Word { form, capital, place, known });
    }

    /// Index of the form of a word.
    fn id(&mut self, word: Range<usize>, place: bool) -> u32 {
        let form = self.form(word);
        let n_units = form.split(' ').filter(|unit| *unit != "-").count() as u32;
        if let Some(&id) = self.index.get(form) {
            return id;
        }
        let (limits, known) = (self.limits, &self.reading.lexicon.term_words);
        let key = fold_words(form);
        let (limit, verb_share) = if place { (None, 0.0) } else { (limits.get(&key), known.verb_share(&key)) };
        let is_stop = limit == Some(TermLimit::Stop);
        let limit = limit.filter(|_| !is_stop);
        let (id, text) = (self.runs.forms.len() as u32, form.to_owned());
        self.index.insert(text.clone(), id);
        let rarity = known.rarity(&key);
        let (begins_subjects, ends_subjects) = known.subjects_around(&key);
        let key = (key != text).then_some(key);
        let form =
            Form { text, key, n_units, limit, is_stop, verb_share, rarity, begins_subjects, ends_subjects, count: 0 };
        self.runs.forms.push(form);
        id
    }

    fn end_run(&mut self) {
        let end = self.runs.words.len();
        if self.start < end {
            self.runs.ranges.push(self.start..end);
            self.start = end;
        }
    }
}
