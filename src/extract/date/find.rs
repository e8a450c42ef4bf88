//! Finds expressions of time in the sentences of an article, not yet resolved.

use std::ops::Range;

use crate::ingest::Zone;
use crate::lexicon::TimePhrase;
use crate::text::{PhraseList, TokenKind};

use super::super::number::{small_number, whole};
use super::super::{Confidence, Reading};
use super::when::{Part, Sense, Unit, When, YearOf};
use super::{day, english, lunar, period, range};

/// On which side of a date the words place something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::extract) enum Bound {
    /// `trước ngày`
    Before,
    /// `sau ngày`
    After,
}

impl Bound {
    pub(super) fn name(self) -> &'static str {
        match self {
            Bound::Before => "BEFORE",
            Bound::After => "AFTER",
        }
    }
}

/// An expression of time as the words give it.
#[derive(Clone, Debug)]
pub(in crate::extract) struct Expression {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it says.
    pub when: When,
    /// Which part of that is meant.
    pub part: Option<Part>,
    /// Whether it is to come.
    pub sense: Sense,
    /// `trước`, `sau` before it.
    pub bound: Option<Bound>,
    /// Part that it plays in its sentence.
    pub role: Option<&'static str>,
    /// Body or not.
    pub zone: Zone,
    /// Name of the rule.
    pub rule: &'static str,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// What a rule found at a token: the index after it, and its meaning.
pub(super) struct Hit {
    /// First token, where the rule reaches back.
    pub start: usize,
    /// Index after the last token.
    pub next: usize,
    /// What it says.
    pub when: When,
    /// Which part of that is meant.
    pub part: Option<Part>,
    /// Name of the rule.
    pub rule: &'static str,
}

impl Hit {
    pub(super) fn new(start: usize, next: usize, when: When, rule: &'static str) -> Self {
        Self { start, next, when, part: None, rule }
    }
}

/// Reads one sentence.
pub(super) struct Finder<'r, 'a> {
    /// The article.
    pub reading: &'r Reading<'a>,
    /// First token of the sentence.
    pub start: usize,
    /// Index after its last token.
    pub end: usize,
}

/// All expressions of time of the article, in order.
pub(in crate::extract) fn expressions(reading: &Reading) -> Vec<Expression> {
    let mut out = Vec::new();
    for sentence in &reading.sentences {
        let finder = Finder { reading, start: sentence.tokens.start, end: sentence.tokens.end };
        let mut i = finder.start;
        let mut free = i; // tokens before it belong to an expression already
        while i < finder.end {
            let hit = finder.at(i).filter(|hit| hit.next > i);
            let Some(hit) = hit else {
                i += 1;
                continue;
            };
            i = hit.next;
            let hit = Hit { when: english::anaphoric(&finder, &hit, out.last()).unwrap_or(hit.when), ..hit };
            let first = out.partition_point(|e: &Expression| e.tokens.start < finder.start);
            let found = finder.expression(hit, free, sentence.zone);
            out.push(finder.year_before(found, &out[first..]));
            free = i;
        }
    }
    out
}

impl Finder<'_, '_> {
    /// `so với năm trước` after a year that is written out: the year before that one.
    fn year_before(&self, mut found: Expression, earlier: &[Expression]) -> Expression {
        let last = found.tokens.end - 1;
        let says = self.low(last) == "trước" && self.low(last - 1) == "năm";
        if found.role != Some("baseline") || !says || found.when != When::Year(YearOf::Shift(-1)) {
            return found;
        }
        let year = earlier.iter().rev().find(|e| e.role != Some("baseline")).and_then(|e| e.when.known_year());
        if let Some(year) = year {
            found.when = When::Year(YearOf::Known(year - 1));
        }
        found
    }

    /// The expression that begins at token `i`.
    fn at(&self, i: usize) -> Option<Hit> {
        if self.may_open(i) {
            return self.any(i);
        }
        debug_assert!(self.any(i).is_none(), "{} is no opener", self.low(i));
        None
    }

    /// What the first rule that finds something at token `i` makes of it.
    fn any(&self, i: usize) -> Option<Hit> {
        range::range(self, i)
            .or_else(|| self.single(i))
            .or_else(|| period::bare_year(self, i))
            .or_else(|| day::clock(self, i))
    }

    /// The expression at `i` that is no range between two others.
    pub(super) fn single(&self, i: usize) -> Option<Hit> {
        lunar::lunar(self, i)
            .or_else(|| period::period(self, i))
            .or_else(|| day::day(self, i))
            .or_else(|| self.phrase(i))
            .or_else(|| english::english(self, i))
    }

    fn phrase(&self, i: usize) -> Option<Hit> {
        let (next, phrase) = self.reading.longest(&self.reading.lexicon.time_phrases, i, self.end)?;
        let counted_year = matches!(self.low(next), "ngân" | "tài") && self.year(next + 2).is_some();
        if (matches!(self.low(next), "học" | "thứ") || counted_year) && self.low(next - 1) == "năm" {
            return None;
        }
        // `last quarter of this year`
        if self.low(next - 1) == "quarter" && self.low(next) == "of" {
            return None;
        }
        let counted = ["nhiều", "mấy", "vài", "chục", "trăm", "những", "bao", "từng", "hơn"];
        let of_many = matches!(self.low(i), "năm" | "tháng" | "tuần")
            && (counted.contains(&self.before(i))
                || i > self.start
                    && (self.digits(i - 1).is_some() || self.count(i - 1).is_some_and(|(next, _)| next == i)));
        let name = self.reading.is_capital(i)
            && i > self.start
            && self.reading.is_capital(i - 1)
            && self.reading.raw(i).is_ascii();
        // `local daily Harbour Times`: a newspaper.
        let paper = self.low(i) == "daily" && self.reading.is_capital(next) && i > self.start;
        if of_many || name || paper {
            return None;
        }
        let (when, part) = match phrase {
            TimePhrase::Day(n) => (When::Shift(Unit::Day, n), None),
            TimePhrase::Week(n) => (When::Shift(Unit::Week, n), None),
            TimePhrase::Month(n) => (When::Shift(Unit::Month, n), None),
            TimePhrase::Quarter(n) => (When::Shift(Unit::Quarter, n), None),
            TimePhrase::Year(n) => (When::Year(YearOf::Shift(n)), None),
            TimePhrase::PastYear => (When::PastYear, None),
            TimePhrase::YearStart(n) => (When::Year(YearOf::Shift(n)), Some(Part::Start)),
            TimePhrase::YearMiddle(n) => (When::Year(YearOf::Shift(n)), Some(Part::Middle)),
            TimePhrase::YearEnd(n) => (When::Year(YearOf::Shift(n)), Some(Part::End)),
            TimePhrase::SinceYear => (When::Since(Unit::Year), None),
            TimePhrase::SinceMonth => (When::Since(Unit::Month), None),
            TimePhrase::RestOfYear => (When::RestOfYear, None),
            TimePhrase::Vague(value) => (When::Vague(value), None),
            TimePhrase::Every(value) => (When::Every(value), None),
            TimePhrase::Lunar(..) | TimePhrase::Feast(..) => return None,
        };
        // `ngân hàng năm 2023`: no `hàng năm`.
        let numbered = self.digits(next).is_some_and(|year| (1900..=2100).contains(&year));
        if matches!(when, When::Every(_)) && self.low(next - 1) == "năm" && numbered {
            return None;
        }
        // `cùng kỳ năm 2023`, `từ đầu năm 2024`: a written year follows, the longer expression is read elsewhere.
        if self.year(next).is_some() && !matches!(when, When::Every(_) | When::Vague(_)) {
            return None;
        }
        if let Some(hit) = day::told_in_digits(self, i, next, &when) {
            return Some(hit);
        }
        Some(Hit { start: i, next, when, part, rule: "phrase" })
    }

    fn expression(&self, hit: Hit, free: usize, zone: Zone) -> Expression {
        let start = hit.start.max(free);
        let before = |words: &[&str]| words.iter().any(|w| self.phrase_before(start, w));
        let bound = if before(&["trước", "trước ngày", "before", "before the"]) {
            Some(Bound::Before)
        } else if before(&["sau", "after"]) {
            Some(Bound::After)
        } else {
            None
        };
        // `trong quý II` without a year is the one that comes; of one that is over a text says the year.
        let coming = matches!(hit.when, When::Quarter { year: YearOf::Open, .. }) && before(&["trong", "ngay trong"]);
        // `by the end of December`
        let by = before(&["by", "by the"]) && !matches!(hit.when, When::Weekday { .. });
        let months = matches!(hit.when, When::Month { .. } | When::Quarter { .. });
        let asked = self.is_asked_for(start) || months && self.is_to_come(hit.next);
        let goal = hit.rule == english::GOAL_YEAR;
        let future = bound == Some(Bound::Before) || coming || by || asked || goal || self.is_future(start, hit.next);
        let sense = if future { Sense::Future } else { Sense::Open };
        let role = self.role(start, sense);
        let every = self.is_every_year(hit.next);
        let when = match hit.when {
            When::Day { year: YearOf::Open, month, day } if every => When::Day { year: YearOf::Every, month, day },
            when => when,
        };
        let confidence = if hit.rule == "bare_year" { Confidence::Medium } else { Confidence::High };
        Expression {
            tokens: start..hit.next,
            when,
            part: hit.part,
            sense,
            bound,
            role,
            zone,
            rule: hit.rule,
            confidence,
        }
    }

    /// Whether the words before it in the clause, or right after it, speak of what is to come.
    fn is_future(&self, start: usize, next: usize) -> bool {
        static AHEAD: PhraseList = PhraseList::new(&[
            "sẽ",
            "dự kiến",
            "phấn đấu",
            "chậm nhất",
            "thời hạn",
            "hạn chót",
            "hạn cuối",
            "sắp",
            "will",
            "plans",
            "aims",
            "forecast",
            "forecasts",
            "expected",
            "projected",
            "wants",
            "takes effect",
            "take effect",
            "comes into force",
            "is due to",
            "are due to",
            "scheduled",
            "intends",
            "expects",
            "hopes",
            "planned",
            "aim to",
            "plan to",
            "targets",
            "set to",
            "pledged to",
            "slated",
            "committed to",
            "required to",
            "agreed to",
            "proposed that",
            "would",
            "must",
            "to be",
            "is to",
            "are to",
            "called on",
            "calls on",
            "urged",
            "urges",
            "takes over",
            "take over",
            "come into force",
            "with a vision",
            "objectives for",
            "goals for",
            "programme to",
            "program to",
            "strategy to",
            "with orientation",
            "with orientations",
            "with an orientation",
            "looking ahead",
            "envisions",
            "estimated to reach",
            "estimated to hit",
        ]);
        if matches!(self.low(next), "tới" | "sắp") {
            return true;
        }
        // `committed to completing it by 2026 and extending it to all towns in 2028`
        let reach = if self.reading.language == "en" { 30 } else { 14 };
        let from = start.saturating_sub(reach).max(self.start);
        (from..start)
            .rev()
            .take_while(|&k| !matches!(self.low(k), ";" | "." | ":") && !self.tells_what_was(k))
            .any(|k| self.reading.which(k, &AHEAD).is_some_and(|(_, after)| after <= start))
    }

    /// Whether an English clause with the verb at `k` tells what was, or what is to come is compared with it: `since it had
    /// 20 boats`, `up from 30 boats in 2023`.
    fn tells_what_was(&self, k: usize) -> bool {
        let compared = || matches!(self.before(k), "up" | "down" | "increase" | "rise") && self.low(k) == "from";
        let was = matches!(self.low(k), "has" | "had" | "was" | "were" | "reached" | "stood" | "compared" | "than");
        let duty = matches!(self.low(k + 1), "to" | "until");
        self.reading.language == "en" && (was && !duty || compared())
    }

    /// Whether somebody is told to do by then what stands before it in the clause: `giao Sở Y tế … trong tháng 6`.
    fn is_asked_for(&self, start: usize) -> bool {
        static ORDERS: PhraseList = PhraseList::new(&[
            "giao",
            "yêu cầu",
            "đề nghị",
            "cam kết",
            "chỉ đạo",
            "phải",
            "đặt mục tiêu",
            "kiến nghị",
            "đặt chỉ tiêu",
            "bảo đảm",
            "đảm bảo",
            "không để",
        ]);
        let limits = matches!(self.before(start), "trong" | "đến" | "vào" | "hết" | "tới" | "ngay" | "cuối" | "sang");
        // `trình tại phiên họp tháng 10`
        let meets = ["phiên họp", "kỳ họp"].iter().any(|w| self.phrase_before(start, w));
        if !(limits || meets) {
            return false;
        }
        let from = start.saturating_sub(30).max(self.start);
        for k in (from..start).rev() {
            let assigned = self.low(k) == "được" && self.low(k + 1) == "giao";
            if assigned {
                return true;
            }
            if matches!(self.low(k), ";" | "." | ":" | "đã" | "được" | "vừa") {
                return false;
            }
            let told = self.reading.which(k, &ORDERS).is_some();
            // `giao thông`, `giao dịch`; `theo yêu cầu`
            let assigns = self.low(k) != "giao" || self.reading.is_capital(k + 1) || self.low(k + 1) == "cho";
            if told && assigns && !matches!(self.before(k), "theo" | "bàn" | "các" | "những" | "đã") {
                return true;
            }
        }
        false
    }

    /// Whether the words after it speak of what is to come: `tháng 12, bộ sẽ trình …`.
    fn is_to_come(&self, next: usize) -> bool {
        let next = if self.low(next) == "," { next + 1 } else { next };
        (next..self.end.min(next + 8))
            .take_while(|&k| {
                self.reading.kind(k) == Some(TokenKind::Word)
                    && self.reading.longest(&self.reading.lexicon.speech.verbs, k, self.end).is_none()
            })
            .any(|k| self.reading.any(k, &["sẽ", "phấn đấu"]).is_some())
    }

    fn role(&self, start: usize, sense: Sense) -> Option<&'static str> {
        let before = |words: &[&str]| words.iter().any(|w| self.phrase_before(start, w));
        if before(&["so với", "so với cùng kỳ", "cùng kỳ", "so"]) || self.is_compared(start) {
            return Some("baseline");
        }
        if before(&["tầm nhìn đến", "tầm nhìn tới", "định hướng đến", "hướng tới", "hướng đến", "tầm nhìn"])
        {
            return Some("horizon");
        }
        if before(&["tính đến", "tính đến hết", "tính tới"]) {
            return Some("as_of");
        }
        let limit =
            before(&["trước", "chậm nhất", "chậm nhất là", "hạn", "đến", "vào", "đến hết", "hết", "trước ngày"]);
        (limit && sense == Sense::Future).then_some("deadline")
    }

    /// Whether a measure of that time is what something is compared with: `so với PAPI 2020`, `so với kết quả năm 2022`. A plan
    /// is of the time of what is held against it.
    fn is_compared(&self, start: usize) -> bool {
        const LONGEST_MEASURE: usize = 4;
        let plain = |&k: &usize| {
            self.reading.kind(k) == Some(TokenKind::Word)
                && !matches!(self.low(k), "trong" | "vào" | "tại" | "kế" | "mục" | "chỉ" | "dự" | "toán" | "với")
        };
        let words = (self.start..start).rev().take(LONGEST_MEASURE).take_while(plain).count();
        self.phrase_before(start - words, "so với")
    }

    /// `ngày 10/10 hằng năm`, `Ngày Nhà giáo Việt Nam 20/11`, `ngày 22/4 là Ngày Trái đất`.
    fn is_every_year(&self, next: usize) -> bool {
        let mut at = next;
        while matches!(self.low(at), ")" | ",") && at < self.end {
            at += 1;
        }
        if self.reading.any(at, &["hằng năm", "hàng năm", "mỗi năm", "every year"]).is_some() {
            return true;
        }
        if self.low(next) == "là" && self.reading.raw(next + 1) == "Ngày" {
            return true;
        }
        self.low(next) == "làm" && self.reading.raw(next + 1) == "Ngày"
    }

    /// Whether the words right before token `i` read so.
    pub(super) fn phrase_before(&self, i: usize, phrase: &str) -> bool {
        self.reading.phrase_before(i, phrase).is_some_and(|s| s >= self.start)
    }

    /// The folded token; empty outside the sentence.
    pub(super) fn low(&self, i: usize) -> &str {
        if i < self.end { self.reading.low(i) } else { "" }
    }

    /// The folded token before `i`; empty at the start of the sentence.
    pub(super) fn before(&self, i: usize) -> &str {
        if i > self.start { self.reading.low(i - 1) } else { "" }
    }

    /// Digits without marks.
    pub(super) fn digits(&self, i: usize) -> Option<u32> {
        (i < self.end && self.reading.kind(i) == Some(TokenKind::Number)).then(|| whole(self.reading.raw(i)))?
    }

    /// A small number in digits or words: the index after it, and its value.
    pub(super) fn count(&self, i: usize) -> Option<(usize, u32)> {
        self.digits(i).map(|n| (i + 1, n)).or_else(|| small_number(self.reading, i, self.end))
    }

    /// A year in four digits.
    pub(super) fn year(&self, i: usize) -> Option<i32> {
        let year = self.digits(i).filter(|_| self.reading.raw(i).len() == 4)?;
        (1000..=2150).contains(&year).then_some(year as i32)
    }

    /// Whether token `i` is one of these marks without a gap on either side.
    pub(super) fn joins(&self, i: usize, marks: &[&str]) -> bool {
        i + 1 < self.end && marks.contains(&self.low(i)) && self.reading.is_glued(i) && self.reading.is_glued(i + 1)
    }

    /// Whether token `i` is a dash between two numbers, glued or with blanks around it.
    pub(super) fn is_dash(&self, i: usize) -> bool {
        matches!(self.low(i), "-" | "–" | "—" | "‑") && i + 1 < self.end
    }
}
