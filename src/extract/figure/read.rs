//! Reads the figures of an article, sentence by sentence.

use std::ops::Range;

use crate::base::Span;
use crate::lexicon::{Limit, UnitKind};

use super::super::number::{Form, Language};
use super::super::{Confidence, Facts, Reading, Sentence};
use super::candidate::{Candidate, Numbers};
use super::indicator::{Around, after_speed, indicator, label_before, of_plan, phrase_after};
use super::name::is_name;
use super::planned::says_planned;
use super::rank::{self, Place};
use super::time_frame::{TimeFrame, stretch_of};
use super::unit::{self, CurrencyBefore, Unit};
use super::{Change, Figure, FigureKind, Per, Period, Rank, bound, change, period};

/// Numeric statements of the body, in order.
pub fn figures(reading: &Reading, facts: &Facts) -> Vec<Figure> {
    let language = if facts.meta.language == "en" { Language::English } else { Language::Vietnamese };
    let numbers = Numbers { reading, language };
    let mut out = Vec::new();
    let mut frame: Option<TimeFrame> = None;
    let mut group = 0;
    for sentence in reading.body() {
        let held = frame.take().and_then(|frame| frame.held_by(reading, facts, sentence));
        let mut reader = Sentences { numbers, facts, sentence, found: Vec::new(), frame: held };
        reader.read();
        reader.link(&mut group);
        frame = TimeFrame::left_by(reading, facts, sentence, &reader.found, reader.frame.take());
        out.append(&mut reader.found);
    }
    out
}

struct Sentences<'r, 'a> {
    numbers: Numbers<'r, 'a>,
    facts: &'r Facts,
    sentence: &'r Sentence,
    found: Vec<Figure>,
    frame: Option<Period>,
}

impl Sentences<'_, '_> {
    fn read(&mut self) {
        let (reading, Range { start, end }) = (self.numbers.reading, self.sentence.tokens.clone());
        let mut dates =
            period::inside(self.facts, self.sentence.span).iter().map(|d| reading.tokens_in(d.span)).peekable();
        let mut i = start;
        while i < end {
            while dates.next_if(|d| d.end <= i).is_some() {}
            let limit = match dates.peek() {
                Some(date) if date.start <= i => {
                    i = date.end.max(i + 1);
                    continue;
                }
                Some(date) => date.start,
                None => end,
            };
            if let Some(next) = self.english_place(i, start, limit) {
                i = next;
                continue;
            }
            i = match self.numbers.candidate(i, limit) {
                Some(candidate) => self.take(candidate, start, limit).max(i + 1),
                None => i + 1,
            };
            // `9 tháng thu 300 tỷ đồng; chi 200 tỷ đồng`
            if let Some(stretch) = stretch_of(&self.found) {
                self.frame = Some(stretch);
            }
        }
    }

    /// Makes a figure of the place in an order that an English ordinal at `i` names; the index at which to go on.
    fn english_place(&mut self, i: usize, start: usize, end: usize) -> Option<usize> {
        let (c, from, rank) = self.numbers.place(i, start, end)?;
        Some(self.rank(&c, from, rank, Limit::Exact))
    }

    /// Makes a figure of the candidate unless it is a name; the index at which to go on.
    fn take(&mut self, mut c: Candidate, start: usize, end: usize) -> usize {
        let reading = self.numbers.reading;
        let next = c.tokens.end;
        let place = if c.form == Form::Magnitude || c.scaled { None } else { rank::place(reading, &c, start, end) };
        let prefix = self.currency_before(&c);
        if place.is_none() && prefix.is_none() && is_name(reading, &c, start, end) {
            return next;
        }
        if let Some(currency) = &prefix {
            c.unit = Some(Unit {
                text: currency.code.to_owned(),
                kind: UnitKind::Currency,
                end: next,
                end_byte: c.number.end(),
                per: None,
            });
        }
        match place {
            Some(Place::Nothing) => next,
            Some(Place::Rank { start: from, rank, bound }) => self.rank(&c, from, rank, bound),
            Some(Place::Ordinal { start: from, noun }) => self.ordinal(&c, from, noun),
            None => self.quantity(c, prefix.map(|currency| currency.start), start, end),
        }
    }

    /// The currency before the number, where no other unit follows it: `$5 million`, `USD 5 million`.
    fn currency_before(&self, c: &Candidate) -> Option<CurrencyBefore> {
        let currency = unit::currency_before(self.numbers.reading, c.tokens.start)?;
        let free = match &c.unit {
            Some(unit) => currency.is_sign && !matches!(unit.kind, UnitKind::Currency | UnitKind::Percent),
            None => true,
        };
        (free && currency.start >= self.sentence.tokens.start).then_some(currency)
    }

    fn rank(&mut self, c: &Candidate, from: usize, rank: Rank, bound: Limit) -> usize {
        let reading = self.numbers.reading;
        let grouped = rank.position_max.is_some();
        let unit = if grouped { c.unit.as_ref().map(|u| u.text.clone()) } else { None };
        let end = c.unit.as_ref().filter(|_| grouped).map_or(c.number.end(), |u| u.end_byte);
        let span = Span::new(reading.tokens[from].span.start(), end);
        let next = c.unit.as_ref().filter(|_| grouped).map_or(c.tokens.end, |u| u.end);
        let mut figure = self.figure(c, span, FigureKind::Rank, bound);
        figure.unit = unit.or_else(|| Some("hạng".to_owned()));
        figure.rank = Some(rank);
        self.describe(&mut figure, from, next, None);
        self.found.push(figure);
        next
    }

    fn ordinal(&mut self, c: &Candidate, from: usize, noun: String) -> usize {
        let reading = self.numbers.reading;
        let span = reading.tokens[from].span.to(c.number);
        let mut figure = self.figure(c, span, FigureKind::Ordinal, Limit::Exact);
        figure.role = "ordinal";
        figure.indicator = Some(noun.clone());
        figure.unit = Some(noun);
        self.found.push(figure);
        c.tokens.end
    }

    fn quantity(&mut self, mut c: Candidate, prefix: Option<usize>, start: usize, end: usize) -> usize {
        let reading = self.numbers.reading;
        let first = prefix.unwrap_or(c.tokens.start);
        let magnitude = c.form == Form::Magnitude;
        // `gấp ba cùng kỳ`, `gấp 5 mức cũ`: the word for times is left out.
        if first > start && reading.low(first - 1) == "gấp" && c.unit.as_ref().is_none_or(|u| u.kind == UnitKind::Noun)
        {
            let (end, end_byte) = (c.tokens.end, c.number.end());
            c.unit = Some(Unit { text: "lần".to_owned(), kind: UnitKind::Times, end, end_byte, per: None });
        }
        let surpasses = change::surpasses(reading, &c);
        let differs = change::is_comparative(reading, first) && change::compares(reading, &c);
        let found_bound = if differs || surpasses { None } else { bound::before(reading, start, first) };
        let qualified = found_bound.as_ref().map_or(first, |(tokens, _)| tokens.start);
        let mut unit_end = c.unit.as_ref().map_or(c.tokens.end, |u| u.end);
        let per = self.denominator(&mut c, &mut unit_end);
        if c.unit.is_none() && !self.stands_alone(&c, qualified, start) {
            return c.tokens.end;
        }
        let double = (c.rule == "double").then_some(change::Verb { start: qualified, up: true });
        let verb = if per_is_denominator(&per) {
            None
        } else {
            change::verb(reading, &Candidate { tokens: qualified..c.tokens.end, ..c.clone() }, start)
        };
        let double = double.or_else(|| surpasses.then(|| change::Verb { start: first - 1, up: true }));
        let verb = verb.or(double).or_else(|| change::signed(reading, &c, start));
        let limit = match &found_bound {
            _ if magnitude => Limit::Magnitude,
            Some((_, limit)) => *limit,
            None if c.rule == "two_digits" => Limit::Lower,
            // `ước tăng 7%`
            None if verb.as_ref().is_some_and(|v| bound::is_estimated(reading, start, v.start)) => Limit::Estimate,
            None => bound::after(reading, unit_end).unwrap_or(Limit::Exact),
        };
        let kind = kind(&c, &per, verb.is_some());
        let from = verb.as_ref().map_or(qualified, |v| v.start);
        let span = Span::new(reading.tokens[from].span.start(), c.unit.as_ref().map_or(c.number.end(), |u| u.end_byte));
        let mut figure = self.figure(&c, span, kind, limit);
        figure.qualifier = found_bound.map(|(tokens, _)| reading.span(tokens));
        figure.unit = c.unit.as_ref().map(|u| u.text.clone());
        figure.per = per;
        figure.ratio = c.of.map(|of| (c.value, of));
        figure.is_vague = magnitude;
        if let Some(verb) = verb {
            let baseline = change::baseline(reading, unit_end, end.max(self.sentence.tokens.end));
            figure.change = Some(self.change(&c, verb.up, baseline));
        }
        if figure.unit.is_none() {
            figure.unit = self.unit_of_whole(&c).or_else(|| self.unit_before(from, start));
        }
        figure.role = role(&c);
        let unit = c.unit.as_ref().map(|u| (u.text.clone(), u.kind));
        self.describe(&mut figure, from, unit_end, unit.as_ref().map(|(text, kind)| (text.as_str(), *kind)));
        self.found.push(figure);
        unit_end
    }

    /// The denominator of a rate in words: `trên 1.000 dân`, `mỗi ngày`, `hàng tháng`.
    fn denominator(&self, c: &mut Candidate, unit_end: &mut usize) -> Option<Per> {
        let reading = self.numbers.reading;
        let unit = c.unit.as_ref()?;
        if let Some(per) = &unit.per {
            return Some(per.clone());
        }
        if matches!(reading.low(*unit_end), "trên" | "per" | "/")
            && matches!(unit.kind, UnitKind::Noun | UnitKind::Group | UnitKind::Classifier)
        {
            let end = self.sentence.tokens.end;
            let other = self.numbers.candidate(*unit_end + 1, end)?;
            let base = other
                .unit
                .as_ref()
                .filter(|_| matches!(other.value as u64, 1 | 100 | 1_000 | 10_000 | 100_000 | 1_000_000))?;
            let per = Per { value: other.value, unit: base.text.clone() };
            *unit_end = base.end;
            return Some(per);
        }
        const TIMES: [(&str, &str); 20] = [
            ("mỗi ngày", "ngày"),
            ("mỗi tuần", "tuần"),
            ("mỗi tháng", "tháng"),
            ("mỗi năm", "năm"),
            ("mỗi giờ", "giờ"),
            ("một ngày", "ngày"),
            ("một tháng", "tháng"),
            ("một năm", "năm"),
            ("hằng ngày", "ngày"),
            ("hàng ngày", "ngày"),
            ("hằng tháng", "tháng"),
            ("hàng tháng", "tháng"),
            ("hằng năm", "năm"),
            ("hàng năm", "năm"),
            ("per year", "year"),
            ("per day", "day"),
            ("per month", "month"),
            ("a year", "year"),
            ("a month", "month"),
            ("a day", "day"),
        ];
        if !matches!(
            unit.kind,
            UnitKind::Noun | UnitKind::Group | UnitKind::Classifier | UnitKind::Times | UnitKind::Measure
        ) {
            return None;
        }
        TIMES
            .iter()
            .find(|(phrase, _)| reading.phrase(*unit_end, phrase).is_some())
            .map(|(_, unit)| Per { value: 1.0, unit: (*unit).to_owned() })
    }

    /// Whether a number without unit says something: after a verb or qualifier, or with a multiplier.
    fn stands_alone(&self, c: &Candidate, qualified: usize, start: usize) -> bool {
        let reading = self.numbers.reading;
        if c.form != Form::Digits {
            return c.form == Form::Words && (c.of.is_some() || c.scaled);
        }
        let before = if qualified > start { reading.low(qualified - 1) } else { "" };
        let verb = matches!(
            before,
            "đạt"
                | "tới"
                | "đến"
                | "ngưỡng"
                | "mốc"
                | "là"
                | "tăng"
                | "giảm"
                | "còn"
                | "lên"
                | "xuống"
                | "mức"
                | "bằng"
                | "có"
                | "chiếm"
                | "thêm"
                | "được"
                | "at"
                | "to"
        );
        // `với giá trị 0,6321`
        let score = before == "trị" && c.value.fract() != 0.0;
        let turn = before == "từ" && matches!(reading.low(c.tokens.end), "xuống" | "lên" | "còn");
        let of_all = reading.any(c.tokens.end, &["trong tổng số", "trong số", "trên tổng số"]).is_some();
        // `only 567 had done so`
        let acts = self.numbers.language == Language::English
            && c.value.fract() == 0.0
            && matches!(reading.low(c.tokens.end), "had" | "have" | "has" | "were" | "are" | "did")
            && !reading.is_capital(c.tokens.start.saturating_sub(1));
        acts || self.numbers.says(qualified, c.tokens.end)
            || c.scaled
            || c.of.is_some()
            || qualified < c.tokens.start
            || verb
            || score
            || of_all
            || turn
    }

    /// `7 trong tổng số 18 bệnh nhân`: the unit of the whole.
    fn unit_of_whole(&self, c: &Candidate) -> Option<String> {
        let at = self.numbers.reading.any(c.tokens.end, &["trong tổng số", "trong số", "trên tổng số"])?;
        self.numbers.candidate(at, self.sentence.tokens.end)?.unit.map(|u| u.text)
    }

    /// `số lượng người dùng … đạt 10 triệu`: the unit before the number.
    fn unit_before(&self, from: usize, start: usize) -> Option<String> {
        let reading = self.numbers.reading;
        let low = from.saturating_sub(18).max(start);
        (low..from).rev().find_map(|k| {
            let at = reading.any(k, &["số lượng các", "số lượng", "tổng số", "lượng", "số"])?;
            let (next, kind) = reading.longest(&reading.lexicon.units, at, from)?;
            let noun = matches!(kind, UnitKind::Noun | UnitKind::Group | UnitKind::Classifier);
            noun.then(|| super::unit::words(reading.span(at..next).of(reading.text)))
        })
    }

    fn change(&self, c: &Candidate, up: bool, baseline: Option<Span>) -> Change {
        let iso = baseline.and_then(|b| period::inside(self.facts, b).first()).map(|d| d.value.clone());
        Change { up, amount: c.value, unit: c.unit.as_ref().map(|u| u.text.clone()), baseline, baseline_iso: iso }
    }

    fn figure(&self, c: &Candidate, span: Span, kind: FigureKind, bound: Limit) -> Figure {
        Figure {
            value: c.value,
            value_max: c.max,
            bound,
            kind,
            confidence: if c.form == Form::Digits { Confidence::High } else { Confidence::Medium },
            ..Figure::bare(span.to(c.number), c.number, c.rule)
        }
    }

    /// Fills indicator, period and modality of a figure that takes the tokens from `first` to `next`.
    fn describe(&self, figure: &mut Figure, first: usize, next: usize, unit: Option<(&str, UnitKind)>) {
        let reading = self.numbers.reading;
        let first = after_speed(reading, first, reading.token_at(figure.number.start()));
        let last_end = self.found.last().map_or(self.sentence.span.start(), |f| f.span.end());
        let floor = rank::after_field(reading, self.found.last(), reading.token_at(last_end)).min(first);
        let border = (floor..first).rev().find(|&k| matches!(reading.low(k), ";" | ":")).map_or(floor, |k| k + 1);
        let label = label_before(reading, floor, border);
        let after_number = border == floor && !self.found.is_empty();
        let before = if after_number { self.measured_before() } else { None };
        let verbal = figure.kind == FigureKind::Change
            || matches!(reading.low(first), "ước" | "đạt" | "dự" | "vượt" | "estimated");
        let around =
            Around { left: border..first, after_number, verbal, before, label, right: next..self.sentence.tokens.end };
        figure.indicator = indicator(reading, self.facts, &around, unit);
        if figure.rank.is_some_and(|r| r.position_max.is_some()) {
            let field = phrase_after(reading, self.facts, around.right.clone());
            figure.indicator = field.or(figure.indicator.take());
        } else if figure.rank.is_some() {
            // `xếp thứ 4 cả nước`: among whom says nothing of what is ranked.
            let named = figure.indicator.take().filter(|i| !rank::is_field_of_all(i));
            let matter = rank::matter(reading, self.facts, next);
            figure.indicator = matter.or(named).or_else(|| self.measured_before());
        }
        figure.is_target = says_planned(reading, self.sentence.tokens.start, first);
        let (place, kind, is_target) = (figure.span, figure.kind, figure.is_target);
        let held = period::Held { place, kind, is_target, frame: self.frame.as_ref() };
        figure.period = period::period(reading, self.facts, self.sentence, &held);
    }

    /// What the numbers before measure, not what their plan is or they are part of: `đạt 97% kế hoạch và bằng 85% so với
    /// cùng kỳ`, `chiếm 11% tổng vốn, tăng 5%`.
    fn measured_before(&self) -> Option<String> {
        const NEAR: usize = 3;
        let reading = self.numbers.reading;
        let share = |f: &Figure| {
            f.kind == FigureKind::Percent && reading.low(reading.token_at(f.span.start()).wrapping_sub(1)) == "chiếm"
        };
        let near = || self.found.iter().rev().take(NEAR).filter(|f| !f.indicator.as_deref().is_some_and(of_plan));
        near().find(|f| !share(f)).or_else(|| near().next())?.indicator.clone()
    }

    /// Joins figures of one statement: a level with its change, a rank with its change; lists share the verb of the first.
    fn link(&mut self, group: &mut u32) {
        let reading = self.numbers.reading;
        for k in 1..self.found.len() {
            let (before, after) = self.found.split_at_mut(k);
            let (a, b) = (&mut before[k - 1], &mut after[0]);
            let gap = reading.tokens_in(Span::new(a.span.end(), b.span.start()));
            let words: Vec<&str> = gap.clone().map(|i| reading.low(i)).collect();
            // `7/22 bộ và 34/63 tỉnh đã ban hành kế hoạch`: the predicate holds for both.
            if words == ["và"] && a.indicator == a.unit && a.kind == b.kind {
                let rest = b.indicator.as_deref().zip(b.unit.as_deref()).and_then(|(i, u)| i.strip_prefix(u));
                let verb = |r: &&str| [" đã", " đang", " được", " chưa", " sẽ", " có"].iter().any(|v| r.starts_with(v));
                if let (Some(rest), Some(unit)) = (rest.filter(verb), &a.unit) {
                    a.indicator = Some(format!("{unit}{rest}"));
                }
            }
            let listed = matches!(
                words[..],
                ["," | ";" | "và"]
                    | [",", "và"]
                    | ["về", _, "và"]
                    | ["về", _, _, "và"]
                    | ["(", "tương", "đương"]
                    | [",", "tương", "đương"]
            );
            // `tăng 2% so với tháng trước và 7% so với năm ngoái`
            let compared = matches!(words[..], ["so", "với", .., "và"])
                && words.len() <= 10
                && reading.phrase(reading.token_at(b.span.end()), "so với").is_some();
            if (listed || compared)
                && a.kind == FigureKind::Change
                && b.kind == FigureKind::Percent
                && (a.unit == b.unit || words.contains(&"đương"))
            {
                b.kind = FigureKind::Change;
                b.change = a.change.clone().map(|c| Change { amount: b.value, unit: b.unit.clone(), ..c });
                continue;
            }
            // `3 triệu lượt khách du lịch, tăng 5%`: the noun goes on after its unit.
            let noun = |(mark, noun): (&&str, &[&str])| {
                *mark == "," && a.indicator.as_ref().is_some_and(|i| i.to_lowercase().ends_with(&noun.join(" ")))
            };
            let near = matches!(words[..], [] | ["," | "("] | [",", "và"]) || words.split_last().is_some_and(noun);
            const TO_LEVEL: [&str; 17] = [
                ",", "đạt", "lên", "xuống", "còn", "ước", "mức", "xếp", "hạng", "thứ", "đứng", "ở", "vị", "trí", "đưa",
                "thành", "về",
            ];
            let to_level = words.len() <= 5 && !words.is_empty() && words.iter().all(|w| TO_LEVEL.contains(w));
            let level = |f: &Figure| f.kind != FigureKind::Change && f.change.is_none();
            let linked = if near && b.kind == FigureKind::Change && level(a) {
                a.change.clone_from(&b.change);
                true
            } else if to_level && a.kind == FigureKind::Change && level(b) && b.kind != FigureKind::Rate {
                b.change.clone_from(&a.change);
                true
            } else {
                false
            };
            if linked || (near && a.group.is_some() && b.kind == FigureKind::Change) {
                if a.group.is_none() {
                    *group += 1;
                    a.group = Some(*group);
                }
                b.group = a.group;
                let told = a.indicator.as_deref().is_some_and(|i| !of_plan(i));
                if told && (b.kind == FigureKind::Change || b.indicator.is_none()) {
                    b.indicator.clone_from(&a.indicator);
                }
            }
        }
    }
}

fn per_is_denominator(per: &Option<Per>) -> bool {
    per.as_ref().is_some_and(|p| p.value > 1.0)
}

fn kind(c: &Candidate, per: &Option<Per>, changes: bool) -> FigureKind {
    let unit = c.unit.as_ref().map(|u| u.kind);
    if changes {
        return FigureKind::Change;
    }
    match unit {
        _ if c.of.is_some() || c.rule == "half" => FigureKind::Ratio,
        Some(UnitKind::Percent | UnitKind::Point) => FigureKind::Percent,
        Some(UnitKind::Currency) => FigureKind::Money,
        _ if per.is_some() => FigureKind::Rate,
        Some(UnitKind::Time) => FigureKind::Duration,
        _ => FigureKind::Count,
    }
}

/// Whether the number only announces a list.
fn role(c: &Candidate) -> &'static str {
    const HEADS: [&str; 20] = [
        "trụ cột",
        "đột phá",
        "nhiệm vụ",
        "ưu tiên",
        "quan điểm",
        "nhóm nhiệm vụ",
        "giải pháp",
        "nhóm giải pháp",
        "yếu tố",
        "nguyên tắc",
        "mục tiêu",
        "sự thay đổi",
        "nội dung",
        "bài học",
        "cấp hành chính",
        "nguyên nhân",
        "lý do",
        "khâu đột phá",
        "thách thức",
        "xu hướng",
    ];
    let head = c.unit.as_ref().is_some_and(|u| HEADS.contains(&u.text.to_lowercase().as_str()));
    if head && c.value <= 20.0 { "enumeration_head" } else { "statistic" }
}
