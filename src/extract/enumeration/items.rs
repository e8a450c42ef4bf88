//! The items that follow a label in running text.

use std::ops::Range;

use crate::base::{Arrange, Span};
use crate::lexicon::ListKind;
use crate::text::TokenKind;

use super::super::{Facts, Reading};
use super::Given;
use super::label::Label;

/// Splits running text into items; knows which spans are names, inside which nothing separates.
#[derive(Debug)]
pub(super) struct Splitter<'a, 'r> {
    pub(super) reading: &'a Reading<'r>,
    // Sorted by start.
    names: Vec<Span>,
}

/// Words with which a clause goes on that is no item of the list before it.
const NO_ITEM: [&str; 44] = [
    "với", "tạo", "góp", "nhằm", "trong", "qua", "từ", "đây", "để", "được", "đã", "sẽ", "là", "do", "khi", "đồng",
    "theo", "nên", "vì", "mà", "nhưng", "song", "tuy", "đặc", "hướng", "đảm", "bảo", "giúp", "càng", "cũng", "thì",
    "ngoài", "bên", "cùng", "nếu", "sau", "trước", "tại", "như", "còn", "chiếm", "tăng", "giảm", "đạt",
];

/// What stands between a label and its items.
struct Opening {
    start: usize,
    marker: Range<usize>,
    // Whether a colon or `gồm` announces items, and not only `là` or nothing.
    firm: bool,
    ordered: bool,
}

impl<'a, 'r> Splitter<'a, 'r> {
    pub(super) fn new(reading: &'a Reading<'r>, facts: &Facts) -> Self {
        let bodies = facts.organisations.iter().flat_map(|o| &o.mentions);
        let systems = facts.systems.iter().flat_map(|o| &o.mentions);
        let places = facts.places.iter().flat_map(|o| &o.mentions);
        let mut names: Vec<Span> = bodies.chain(systems).chain(places).map(|m| m.span).collect();
        names.arrange();
        Self { reading, names }
    }

    fn in_name(&self, token: usize) -> bool {
        let at = self.reading.tokens[token].span;
        let after = self.names.partition_point(|s| s.start() <= at.start());
        self.names[after.saturating_sub(4)..after]
            .iter()
            .any(|s| s.covers(at) && s.end() > at.end() && s.start() < at.start())
    }

    /// Tokens at which a mark or `và` may separate items: outside brackets, quotes and names.
    fn separators(&self, range: Range<usize>, is: impl Fn(&str) -> bool) -> Vec<usize> {
        let r = self.reading;
        let (mut depth, mut quoted) = (0i32, false);
        let mut out = Vec::new();
        for i in range {
            match r.raw(i) {
                "(" | "[" => depth += 1,
                ")" | "]" => depth = (depth - 1).max(0),
                "“" => quoted = true,
                "”" => quoted = false,
                _ if depth == 0 && !quoted && is(r.low(i)) && !self.in_name(i) => out.push(i),
                _ => {}
            }
        }
        out
    }

    /// `end`, or the closing mark of a quote that was open before `start`.
    fn quote_end(&self, start: usize, end: usize) -> usize {
        let mut open = 0;
        for i in start..end {
            match self.reading.raw(i) {
                "“" => open += 1,
                "”" if open == 0 => return i,
                "”" => open -= 1,
                _ => {}
            }
        }
        end
    }

    /// The parts of the range between the separators, trimmed.
    fn parts(&self, range: Range<usize>, at: &[usize]) -> Vec<Range<usize>> {
        let mut out = Vec::with_capacity(at.len() + 1);
        let mut start = range.start;
        for &i in at.iter().chain([&range.end]) {
            out.push(self.trimmed(start..i));
            start = i + 1;
        }
        out.retain(|p| !p.is_empty());
        out
    }

    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let r = self.reading;
        let (mut start, mut end) = (range.start, range.end);
        let numbered = r.kind(start) == Some(TokenKind::Number)
            && r.raw(start).len() <= 2
            && matches!(r.raw(start + 1), "-" | "." | ")" | "/");
        if numbered && r.is_glued(start + 1) && start + 2 < end && !r.is_glued(start + 2) {
            start += 2;
        }
        while start < end
            && (matches!(r.low(start), "và" | "hay" | "hoặc" | "cùng" | "cùng với" | "là" | "vừa")
                || is_edge(r.raw(start)))
        {
            start += 1;
        }
        while end > start && (is_edge(r.raw(end - 1)) || matches!(r.low(end - 1), "và")) {
            end -= 1;
        }
        start..end
    }

    /// Items of the range: by semicolons, else by commas and `và`; `n` of them if a number is declared.
    pub(super) fn split(&self, range: Range<usize>, n: Option<usize>) -> Option<Vec<Range<usize>>> {
        let semicolons = self.separators(range.clone(), |low| low == ";");
        let parts = self.parts(range.clone(), &semicolons);
        let Some(n) = n else { return (parts.len() > 1).then_some(parts) };
        let first = range.start..semicolons.first().copied().unwrap_or(range.end);
        let pair = (n == 2).then(|| self.with_last_two(&[self.trimmed(first.clone())], 2)).flatten();
        if let Some(pair) = pair.filter(|_| self.separators(first.clone(), |low| low == ",").is_empty()) {
            return Some(pair);
        }
        if parts.len() >= n && !semicolons.is_empty() {
            return Some(parts[..n].to_vec());
        }
        if let Some(items) = self.before_all(first.clone(), n).or_else(|| self.by_commas(first, n)) {
            return Some(items);
        }
        if semicolons.is_empty() {
            return None;
        }
        if parts.len() + 1 == n {
            return Some(self.last_in_two(parts));
        }
        (parts.len() > 2).then_some(parts)
    }

    /// `a; b, và c` with three declared.
    fn last_in_two(&self, mut parts: Vec<Range<usize>>) -> Vec<Range<usize>> {
        let Some(last) = parts.pop() else { return parts };
        match self.separators(last.clone(), |low| low == "và").last() {
            Some(&at) => parts.extend(self.parts(last, &[at])),
            None => parts.push(last),
        }
        parts
    }

    /// `n` items before what is said of them all: `gồm: thu, chi và nợ đều tăng`.
    fn before_all(&self, range: Range<usize>, n: usize) -> Option<Vec<Range<usize>>> {
        let all = *self.separators(range.clone(), |low| low == "đều").first()?;
        self.by_commas(range.start..all, n)
    }

    /// Exactly `n` items by commas and `và`.
    fn by_commas(&self, range: Range<usize>, n: usize) -> Option<Vec<Range<usize>>> {
        let commas = self.separators(range.clone(), |low| low == ",");
        let ends = self.separators(range.clone(), |low| low == "…");
        let range = range.start..ends.first().copied().unwrap_or(range.end);
        let commas: Vec<usize> = commas.into_iter().filter(|&i| i < range.end).collect();
        let parts = self.parts(range, &commas);
        let items = self
            .with_last_two(&parts, n)
            .or_else(|| self.plain(&parts, n))
            .or_else(|| self.all_conjoined(&parts, n))?;
        let fits = items.iter().all(|i| i.len() <= 40) && items.iter().skip(1).all(|i| !self.goes_on(&items[0], i));
        fits.then_some(items)
    }

    /// Whether the part goes on with the sentence and is no item beside `first`.
    fn goes_on(&self, first: &Range<usize>, part: &Range<usize>) -> bool {
        let starts =
            |p: &Range<usize>| !self.reading.is_capital(p.start) && NO_ITEM.contains(&self.reading.low(p.start));
        starts(part) && !starts(first)
    }

    /// `a, b và c`: the last two items stand in the part before the `n`th.
    fn with_last_two(&self, parts: &[Range<usize>], n: usize) -> Option<Vec<Range<usize>>> {
        let holder = parts.get(n.checked_sub(2)?)?.clone();
        let conjunctions = self.separators(holder.clone(), |low| matches!(low, "và" | "hoặc" | "hay" | "cùng"));
        let &at = conjunctions.last()?;
        let next = parts.get(n - 1);
        // exactly n parts by commas are the items, unless the last of them cannot be one
        if next.is_some_and(|p| n > 2 && parts.len() == n && !self.goes_on(&parts[0], p)) {
            return None;
        }
        let mut items = parts[..n - 2].to_vec();
        items.extend(self.parts(holder, &[at]));
        (items.len() == n).then_some(items)
    }

    /// `a, b, c`, perhaps with a clause after them.
    fn plain(&self, parts: &[Range<usize>], n: usize) -> Option<Vec<Range<usize>>> {
        (parts.len() >= n).then(|| parts[..n].to_vec())
    }

    /// `a và b, c và d`: every `và` separates, if that gives the number.
    fn all_conjoined(&self, parts: &[Range<usize>], n: usize) -> Option<Vec<Range<usize>>> {
        let mut items = Vec::new();
        for part in parts {
            let at = self.separators(part.clone(), |low| low == "và");
            items.extend(self.parts(part.clone(), &at));
        }
        (items.len() == n).then_some(items)
    }

    /// Whether the items are names: each begins with a capital, and all but the last hold little else.
    fn are_names(&self, items: &[Range<usize>]) -> bool {
        let r = self.reading;
        let plain = |i: &Range<usize>| {
            let other = |&t: &usize| r.kind(t) == Some(TokenKind::Word) && !r.is_capital(t) && !self.is_named(t);
            i.clone().take_while(|&t| r.raw(t) != "(").filter(other).count() <= 2
        };
        items.iter().all(|i| r.is_capital(i.start)) && items[..items.len() - 1].iter().all(plain)
    }

    /// Whether a token stands in a name, also at its edge.
    fn is_named(&self, token: usize) -> bool {
        let at = self.reading.tokens[token].span;
        let after = self.names.partition_point(|s| s.start() <= at.start());
        self.names[after.saturating_sub(4)..after].iter().any(|s| s.covers(at))
    }

    /// The name at the head of the last item, without the clause that goes on after it.
    fn name_at(&self, item: Range<usize>, strict: bool) -> Range<usize> {
        const ENDS: [&str; 22] = [
            "đã", "có", "được", "cũng", "vẫn", "sẽ", "để", "bị", "là", "đang", "khi", "vào", "từ", "tại", "với",
            "nhằm", "đến", "ký", "cùng", "do", "trong", "theo",
        ];
        let r = self.reading;
        let stop = |&t: &usize| {
            let small = r.kind(t) == Some(TokenKind::Word) && !r.is_capital(t) && !self.is_named(t);
            r.raw(t) == "(" || (small && (strict || ENDS.contains(&r.low(t))))
        };
        let end = (item.start + 1..item.end).find(stop).unwrap_or(item.end);
        item.start..end
    }

    /// `vừa a, vừa b`.
    fn both(&self, range: Range<usize>) -> Option<Vec<Range<usize>>> {
        let r = self.reading;
        if r.low(range.start) != "vừa" {
            return None;
        }
        let at: Vec<usize> = range.clone().filter(|&i| r.low(i) == "vừa").collect();
        let mut items = self.parts(range.start + 1..range.end, &at[1..]);
        items.retain(|i| !i.is_empty());
        (items.len() > 1).then_some(items)
    }
}

fn is_edge(raw: &str) -> bool {
    matches!(raw, "," | ";" | "." | ":" | "…" | "-" | "–" | "”" | "“" | "\"" | "!")
}

/// The items that follow the label in its sentence, in the sentences after it or in the paragraphs after it.
pub(super) fn after_label(splitter: &Splitter, label: &Label, next_label: usize) -> Option<Given> {
    let r = splitter.reading;
    let sentence = r.sentences.get(label.sentence)?.tokens.clone();
    let opening = opening(splitter, label, sentence.end)?;
    let n = label.declared.map(|n| n as usize);
    let rest = opening.start..splitter.quote_end(opening.start, sentence.end);
    let given = |items: Vec<Range<usize>>, rule| Given {
        items,
        marker: Some(opening.marker.clone()),
        ordered: opening.ordered,
        rule,
    };
    let lists = label.noun.is_some_and(|n| n.kind != ListKind::Entities);
    if rest.is_empty() {
        return (opening.firm && lists)
            .then(|| paragraphs(splitter, label, n))?
            .map(|items| given(items, "paragraphs_after"));
    }
    let dual = label.noun.is_some_and(|n| n.kind == ListKind::DualGoal);
    if let Some(items) = splitter.both(rest.clone()).filter(|_| opening.firm || dual) {
        return Some(given(items, "both_and"));
    }
    let Some(n) = n else {
        let wanted = next_label >= opening.start && is_undeclared_list(splitter, label, &opening, &rest);
        return wanted.then(|| splitter.split(rest, None))?.map(|items| given(items, "in_sentence"));
    };
    if let Some(mut items) = splitter.split(rest.clone(), Some(n)) {
        let exact = items.len() == n;
        return (allowed(splitter, label, &opening, &mut items, exact)).then(|| given(items, "in_sentence"));
    }
    let goes_on = lists && opening.firm && r.raw(opening.start - 1) == ":";
    goes_on.then(|| sentences(splitter, label, opening.start, n))?.map(|items| given(items, "sentences_after"))
}

/// Whether label, opening and items make a list. The less the label says of a list, the more the rest must say.
fn allowed(splitter: &Splitter, label: &Label, opening: &Opening, items: &mut [Range<usize>], exact: bool) -> bool {
    let direct = opening.marker.is_empty();
    let distance = opening.marker.start.saturating_sub(label.head);
    let names = splitter.are_names(items);
    if names && let Some(last) = items.last_mut() {
        *last = splitter.name_at(last.clone(), direct);
    }
    let short = |most: usize| items.iter().all(|i| i.len() <= most);
    match label.noun.map(|n| n.kind) {
        Some(ListKind::Entities) | None if !exact => false,
        Some(ListKind::Entities) if opening.firm => distance <= 14 && (names || items.len() > 2 || distance <= 4),
        Some(ListKind::Entities) => names || (!direct && items.len() > 2 && short(8)),
        None if opening.firm => distance <= 5 && (names || items.len() > 2),
        None => names && !direct && items.len() > 2,
        Some(_) if opening.firm => true,
        Some(_) if direct => exact && (names || (label.noun.is_some_and(|n| n.announces) && short(10))),
        Some(_) => exact,
    }
}

/// `một số hạn chế như: a; b; c`: no number, but a colon or `gồm` and semicolons.
fn is_undeclared_list(splitter: &Splitter, label: &Label, opening: &Opening, rest: &Range<usize>) -> bool {
    let principles = label.noun.is_some_and(|n| n.kind == ListKind::Principles);
    let enough = splitter.separators(rest.clone(), |low| low == ";").len() >= 2;
    let explains =
        splitter.reading.low(label.tokens.start) == "nhiều" && splitter.reading.raw(opening.marker.start) == ":";
    enough && (principles || (opening.firm && !explains))
}

/// Finds what opens the list after its label: a colon, `là`, `gồm`, `như`, or nothing at all.
fn opening(splitter: &Splitter, label: &Label, end: usize) -> Option<Opening> {
    let r = splitter.reading;
    let limit = end.min(label.tokens.end + 26);
    let mut i = label.head;
    while i < limit {
        if let Some(opening) = opener(r, i, end) {
            return Some(opening);
        }
        match r.raw(i) {
            ";" | "." | "(" | ")" => break,
            "“" if i > label.head => break,
            "," if opener(r, i + 1, end).is_some_and(|o| o.firm) => {}
            "," => break,
            _ => {}
        }
        i += 1;
    }
    direct(r, label, end)
}

/// An opener at token `i`.
fn opener(r: &Reading, i: usize, end: usize) -> Option<Opening> {
    const FIRM: [&str; 17] = [
        "bao gồm có",
        "bao gồm",
        "gồm có",
        "gồm",
        "cụ thể là",
        "cụ thể như sau",
        "cụ thể",
        "đó là",
        "như sau",
        "lần lượt là",
        "lần lượt gồm",
        "là các",
        "như là",
        "như",
        "ấy là",
        "là việc",
        "chính là",
    ];
    if r.low(i) == "như" && i > 0 && matches!(r.low(i - 1), "cũng" | "hầu" | "dường" | "gần" | "giống") {
        return None;
    }
    if let Some(after) = r.any(i, &FIRM) {
        let colon = matches!(r.raw(after), ":" | ",") && after < end;
        let weak = matches!(r.low(i), "như") && r.low(i + 1) != "sau" && !(colon && r.raw(after) == ":");
        let is = r.any(i, &["là các", "là việc", "chính là"]).is_some();
        let start = if is { i + 1 + usize::from(r.low(i) == "chính") } else { after };
        let start = if colon { after + 1 } else { start };
        let ordered = r.low(i) == "lần";
        return Some(Opening { start, marker: i..after, firm: !weak && !is, ordered });
    }
    match r.low(i) {
        ":" => Some(Opening { start: i + 1, marker: i..i + 1, firm: true, ordered: false }),
        "là" => {
            let colon = r.raw(i + 1) == ":";
            Some(Opening { start: i + 1 + usize::from(colon), marker: i..i + 1, firm: colon, ordered: false })
        }
        _ => None,
    }
}

/// `3 yếu tố công nghệ, nhân tài và …`: the items follow the noun with nothing between.
fn direct(r: &Reading, label: &Label, end: usize) -> Option<Opening> {
    const MODIFIERS: [&str; 16] = [
        "chính",
        "lớn",
        "quan trọng",
        "trọng tâm",
        "chủ yếu",
        "cơ bản",
        "then chốt",
        "cốt lõi",
        "trọng điểm",
        "chiến lược",
        "đột phá",
        "mới",
        "chủ đạo",
        "nổi bật",
        "cụ thể",
        "tiêu biểu",
    ];
    label.noun.filter(|n| n.kind != ListKind::DualGoal)?;
    let mut at = label.head;
    while let Some(after) = r.any(at, &MODIFIERS) {
        at = after;
    }
    let starts = at + 1 < end && r.kind(at) == Some(TokenKind::Word) && !NO_ITEM.contains(&r.low(at));
    let refers = matches!(
        r.low(at),
        "này" | "đó" | "trên" | "nêu" | "của" | "về" | "cho" | "ở" | "có" | "cần" | "phải" | "mà" | "và" | "đều"
    );
    (starts && !refers).then_some(Opening { start: at, marker: label.head..label.head, firm: false, ordered: false })
}

/// `3 sự thay đổi: A. B và C.`: one item a sentence, the last sentence of the paragraph perhaps with two.
fn sentences(splitter: &Splitter, label: &Label, start: usize, n: usize) -> Option<Vec<Range<usize>>> {
    let r = splitter.reading;
    let segment = r.sentences[label.sentence].segment;
    let zone = r.sentences[label.sentence].zone;
    let mut parts = vec![splitter.trimmed(start..r.sentences[label.sentence].tokens.end)];
    let after = r.sentences[label.sentence + 1..].iter().take(n).take_while(|s| s.segment == segment && s.zone == zone);
    parts.extend(after.map(|s| splitter.trimmed(s.tokens.clone())));
    if parts.len() == n {
        return Some(parts);
    }
    if parts.len() + 1 != n {
        return None;
    }
    let items = splitter.last_in_two(parts);
    (items.len() == n).then_some(items)
}

/// A label that ends its paragraph with a colon: the `n` paragraphs after it.
fn paragraphs(splitter: &Splitter, label: &Label, n: Option<usize>) -> Option<Vec<Range<usize>>> {
    let r = splitter.reading;
    let segment = r.sentences.get(label.sentence)?.segment;
    let after = r.article.segments.get(segment + 1..segment + 1 + n?)?;
    let items: Vec<_> = after.iter().map(|s| splitter.trimmed(r.tokens_in(s.span))).collect();
    items.iter().all(|i| !i.is_empty() && i.len() <= 60).then_some(items)
}
