//! Verbs of saying with their speaker and the clause they report.

use std::ops::Range;

use crate::ingest::SegmentRole;
use crate::lexicon::SpeechVerb;

use super::super::{Facts, Reading, Sentence};
use super::clause::{before_adverbs, before_document, is_break, is_nominal, part_start, without_end_marks};
use super::speaker::Speakers;

/// How speech is brought in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// By a verb and a clause: `khẳng định …`.
    Indirect,
    /// By a colon.
    Colon,
    /// By a heading that names the speaker: `Thủ tướng: …`.
    Heading,
    /// By giving somebody a task.
    Assignment,
    /// By `quan điểm của X là …`.
    Viewpoint,
}

/// A place where the text says that somebody says something.
#[derive(Clone, Debug)]
pub(crate) struct Cue {
    /// Index of its sentence.
    pub(crate) sentence: usize,
    /// The verb or other words that bring in the speech.
    pub(crate) verb: Range<usize>,
    /// What kind of verb it is.
    pub(crate) class: SpeechVerb,
    /// The words that name or describe the speaker.
    pub(crate) speaker: Option<Range<usize>>,
    /// Canonical name of the speaker.
    pub(crate) who: Option<String>,
    /// What is said; empty where only a quotation follows or goes before.
    pub(crate) clause: Range<usize>,
    /// How it is brought in.
    pub(crate) mode: Mode,
}

/// All cues of the body, in text order. `quoted` tells whether a token stands in somebody's own words.
pub(crate) fn cues(reading: &Reading, facts: &Facts, quoted: impl Fn(usize) -> bool) -> Vec<Cue> {
    let mut finder = Finder { reading, speakers: Speakers::new(reading, facts), out: Vec::new() };
    for (n, sentence) in reading.sentences.iter().enumerate() {
        if sentence.zone == crate::ingest::Zone::Body {
            finder.sentence(n, sentence, &quoted);
        }
    }
    finder.out
}

struct Finder<'a, 'r> {
    reading: &'a Reading<'r>,
    speakers: Speakers<'a, 'r>,
    out: Vec<Cue>,
}

/// Whether the words that begin at `start` are the agent of a passive: `được Thủ tướng giao`.
fn is_agent(r: &Reading, start: usize, floor: usize) -> bool {
    start > floor && matches!(r.low(start - 1), "được" | "bị" | "do")
}

/// What follows a verb of saying: where the clause begins and how.
struct After {
    start: usize,
    mode: Mode,
}

impl Finder<'_, '_> {
    fn sentence(&mut self, n: usize, sentence: &Sentence, quoted: &impl Fn(usize) -> bool) {
        if self.heading(n, sentence) || self.viewpoint(n, sentence) {
            return;
        }
        let first = self.out.len();
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            if quoted(i) {
                i += 1;
                continue;
            }
            if let Some(next) = self.theo(n, sentence, i).or_else(|| self.verb(n, sentence, i, first)) {
                i = next;
            } else {
                i += 1;
            }
        }
    }

    fn push(&mut self, cue: Cue) {
        if let (Some(range), Some(who)) = (cue.speaker.clone(), cue.who.as_deref()) {
            self.speakers.spoke(range, who);
        }
        self.out.push(cue);
    }

    /// A verb of saying at token `i`; the index after it.
    fn verb(&mut self, n: usize, sentence: &Sentence, i: usize, first: usize) -> Option<usize> {
        let r = self.reading;
        let (end, class) = r.longest(&r.lexicon.speech.verbs, i, sentence.tokens.end)?;
        if class == SpeechVerb::No || class == SpeechVerb::English {
            return Some(end);
        }
        if self.speakers.in_body(i) || i > 0 && r.low(i - 1) == "ban" && r.low(i) == "chỉ" {
            return Some(end);
        }
        // `nút giao Cát Lái` is a place; who is given something has a name or stands after `cho`.
        if r.low(i) == "giao" && !(r.is_capital(end) || matches!(r.low(end), "cho" | "các" | "nhiệm")) {
            return Some(end);
        }
        let (end, class) = self.second_verb(end, class, sentence.tokens.end);
        let floor = sentence.tokens.start;
        if r.joins.get(i).copied().unwrap_or(false) || r.is_capital(i) && i > floor && !is_break(r, i - 1) {
            return Some(end);
        }
        let subject_end = before_adverbs(r, i, floor);
        let orders = class == SpeechVerb::Order;
        let subject_end = if orders { before_document(r, subject_end, floor) } else { subject_end };
        let subject = self.speakers.subject(subject_end, floor);
        let subject = subject.or_else(|| self.shared(subject_end, floor, first));
        let bare = subject.is_none() && self.goes_on(i, floor);
        if subject.is_none() && !bare {
            return Some(end);
        }
        let bare_plural = |s: &Range<usize>| s.len() == 1 && matches!(r.low(s.start), "các" | "những" | "nhiều");
        if subject.as_ref().is_some_and(|s| bare_plural(s) || is_agent(r, s.start, floor)) {
            return Some(end);
        }
        let loose = class == SpeechVerb::Weak && r.raw(end) == ",";
        if loose && subject.as_ref().is_some_and(|s| !self.speakers.is_person(s.clone())) {
            return Some(end);
        }
        let who = match &subject {
            Some(range) => self.speakers.name(range.clone()),
            None => self.speakers.last(),
        };
        if bare && who.is_none() {
            return Some(end);
        }
        let told = class == SpeechVerb::Weak
            && subject.as_ref().is_some_and(|s| self.speakers.is_person(s.clone()))
            && tells(r, i, end, sentence.tokens.end);
        let class = if told { SpeechVerb::Say } else { class };
        let (clause, mode) = match self.after(end, class, sentence.tokens.end) {
            Some(after) => (without_end_marks(r, after.start..sentence.tokens.end), after.mode),
            None => (self.before(subject.as_ref()?, end, sentence)?, Mode::Indirect),
        };
        let mode = if r.low(i) == "giao" { Mode::Assignment } else { mode };
        let next = end.max(clause.start.min(end + 1));
        // `… giao Bộ A làm việc này; yêu cầu Bộ B làm việc kia`: each order ends where the next begins.
        if i > floor
            && r.raw(i - 1) == ";"
            && let Some(before) = self.out[first..].last_mut().filter(|cue| cue.clause.end > i)
        {
            before.clause.end = (i - 1).max(before.clause.start);
        }
        self.push(Cue { sentence: n, verb: i..end, class, speaker: subject, who, clause, mode });
        Some(next)
    }

    /// `phân tích, chỉ ra`: two verbs in a row are one cue.
    fn second_verb(&self, end: usize, class: SpeechVerb, limit: usize) -> (usize, SpeechVerb) {
        let r = self.reading;
        if class != SpeechVerb::Order
            && let Some((after, second)) = r.longest(&r.lexicon.speech.verbs, end, limit)
            && matches!(second, SpeechVerb::Say | SpeechVerb::Weak)
            && matches!(r.low(after), ":" | "," | "rằng" | "“" | "\"")
        {
            return (after, SpeechVerb::Say);
        }
        if !matches!(r.low(end), "," | "và") {
            return (end, class);
        }
        match r.longest(&r.lexicon.speech.verbs, end + 1, limit) {
            Some((after, second)) if matches!(second, SpeechVerb::Say | SpeechVerb::Order) => (after, second),
            _ => (end, class),
        }
    }

    /// The subject of an earlier verb of the sentence, for `… và lưu ý …`.
    fn shared(&self, end: usize, floor: usize, first: usize) -> Option<Range<usize>> {
        let r = self.reading;
        let end = r.phrase_before(end, "đồng thời").filter(|&at| at > floor).unwrap_or(end);
        if end <= floor || !matches!(r.low(end - 1), "và" | "rồi" | ";") {
            return None;
        }
        if let Some(cue) = self.out[first..].last() {
            let listed = cue.mode == Mode::Colon && r.raw(end - 1) != ";";
            return cue.speaker.clone().filter(|_| !listed);
        }
        let start = part_start(r, end, floor);
        self.speakers.leading(start, end - 1)
    }

    /// Whether the verb at `i` goes on with the speech of the sentence before: `Đồng thời, chỉ ra …`.
    fn goes_on(&self, i: usize, floor: usize) -> bool {
        let r = self.reading;
        let lead = r.any(floor, &["đồng thời", "bên cạnh đó", "cùng với đó", "ngoài ra", "qua đó", "từ đó"]);
        lead.is_some_and(|at| at == i || (r.raw(at) == "," && at + 1 == i))
    }

    /// Where the reported clause begins that follows a verb ending at `end`.
    fn after(&self, end: usize, class: SpeechVerb, limit: usize) -> Option<After> {
        let r = self.reading;
        let mut i = end;
        let mut marked = false;
        while matches!(r.low(i), "thêm" | "rằng" | "rõ" | "luôn") && i < limit {
            marked |= r.low(i) == "rằng";
            i += 1;
        }
        if i >= limit || matches!(r.low(i), "của" | "này" | "đó" | "trên" | "." | "”" | ")" | ";") {
            return None;
        }
        match r.raw(i) {
            ":" => return Some(After { start: i + 1, mode: Mode::Colon }),
            "," => return (i + 3 < limit).then_some(After { start: i + 1, mode: Mode::Indirect }),
            "“" | "\"" | "«" => return Some(After { start: i, mode: Mode::Indirect }),
            _ if marked => return Some(After { start: i, mode: Mode::Indirect }),
            _ => {}
        }
        let near = (i..limit.min(i + 14)).take_while(|&j| !matches!(r.raw(j), ";" | "." | "“" | "\""));
        let sign = near.clone().find(|&j| r.raw(j) == ":" || r.low(j) == "rằng");
        let aside = matches!(r.low(i), "với" | "trước" | "tại" | "trong" | "khi" | "như" | "cùng");
        let mode = if sign.is_some_and(|j| r.raw(j) == ":") { Mode::Colon } else { Mode::Indirect };
        match (sign, class) {
            // `báo cáo về đề án, cho rằng …`: the clause is that of the verb between.
            (Some(j), SpeechVerb::Weak) if self.says_between(i, j) => None,
            (Some(j), SpeechVerb::Weak) => Some(After { start: j + 1, mode }),
            (Some(j), _) if aside || r.low(j) == "rằng" => Some(After { start: j + 1, mode }),
            (None, SpeechVerb::Weak) => None,
            _ => (i + 2 < limit).then_some(After { start: i + usize::from(leads_in(r, i)), mode }),
        }
    }

    /// Whether a verb of saying stands between `from` and the word `rằng` at `to`, or ends with it.
    fn says_between(&self, from: usize, to: usize) -> bool {
        let r = self.reading;
        let says = |k| r.longest(&r.lexicon.speech.verbs, k, to + 1).is_some_and(|(_, verb)| verb == SpeechVerb::Say);
        r.low(to) == "rằng" && (from..to).any(says)
    }

    /// The clause before its speaker: `Giá gạo sẽ tăng, ông Nam nói.`
    fn before(&self, subject: &Range<usize>, end: usize, sentence: &Sentence) -> Option<Range<usize>> {
        let r = self.reading;
        let last = (end..sentence.tokens.end).all(|i| matches!(r.low(i), "." | "thêm" | "tiếp" | "”" | "\"" | "…"));
        let floor = sentence.tokens.start;
        let joined = subject.start > floor && matches!(r.raw(subject.start - 1), "," | "-" | "–" | "—" | "”" | "\"");
        let closes = |i: usize| matches!(r.raw(i), "”" | "\"" | "»");
        let after_quote =
            joined && (closes(subject.start - 1) || (subject.start > floor + 1 && closes(subject.start - 2)));
        if after_quote {
            return Some(end..end);
        }
        (last && joined).then(|| without_end_marks(r, floor..subject.start))
    }

    /// `Theo ông Nam, …`, `Theo báo cáo của Bộ Y tế, …`, `…, theo ông Nam.`; the index after it.
    fn theo(&mut self, n: usize, sentence: &Sentence, i: usize) -> Option<usize> {
        let r = self.reading;
        let tokens = &sentence.tokens;
        if r.low(i) != "theo"
            || (i > tokens.start
                && !(i == tokens.start + 1 && matches!(r.low(tokens.start), "cũng" | "còn" | "vẫn"))
                && !matches!(r.raw(i - 1), "," | "“" | "\"" | "”" | "-" | "–"))
        {
            return None;
        }
        let stop = (i + 1..tokens.end.min(i + 32))
            .find(|&j| matches!(r.raw(j), "," | ":" | "." | ";") && !self.in_number(j))?;
        let mut at = i + 1;
        let report = r.longest(&r.lexicon.speech.reports, at, stop).map(|(after, ())| after);
        if let Some(after) = report {
            let of = || (after..stop.min(after + 7)).find(|&j| r.low(j) == "của").map(|j| j + 1);
            at = r.any(after, &["của", "từ", "do"]).or_else(of).unwrap_or(after);
        }
        // The offices of a person hold commas: `Theo ông Nam, Chủ tịch Hiệp hội Gạo, giá tăng`.
        let reach = self.speakers.person_at(at).map(|(to, _)| to).filter(|&to| to > stop && to < tokens.end);
        let stop = match reach {
            Some(to) if matches!(r.raw(to), "," | ":" | "." | ";") => to,
            Some(to) if matches!(r.raw(to), "“" | "\"") => to - 1,
            Some(to) => self.after_brackets(to, tokens.end).filter(|&i| r.raw(i) == ",").unwrap_or(stop),
            None => stop,
        };
        let described = at < stop && (self.speakers.begins(at, stop) || r.low(at) == "các");
        if !described && report.is_none() {
            return None;
        }
        let name_end = (at..stop).find(|&j| is_break(r, j)).unwrap_or(stop);
        let speaker = (described && is_nominal(r, at..name_end)).then_some(at..name_end);
        if speaker.is_none() && report.is_none() {
            return None;
        }
        let who = speaker.clone().and_then(|s| self.speakers.name(s));
        let trails = i > tokens.start && r.raw(i - 1) == ",";
        let clause = if r.raw(stop) == "." && trails { tokens.start..i } else { stop + 1..tokens.end };
        let clause = without_end_marks(r, clause);
        let mode = if r.raw(stop) == ":" { Mode::Colon } else { Mode::Indirect };
        self.push(Cue { sentence: n, verb: i..at, class: SpeechVerb::Say, speaker, who, clause, mode });
        Some(stop)
    }

    /// The index after the short form in brackets that opens at `i`: `Hiệp hội Gạo (HHG), …`.
    fn after_brackets(&self, i: usize, end: usize) -> Option<usize> {
        const LONGEST: usize = 8;
        let r = self.reading;
        let close = (i + 1..end.min(i + LONGEST)).find(|&k| r.raw(k) == ")").filter(|_| r.raw(i) == "(")?;
        Some(close + 1)
    }

    fn in_number(&self, i: usize) -> bool {
        self.reading.is_glued(i) && self.reading.is_glued(i + 1)
    }

    /// `Thủ tướng: Không để ai bị bỏ lại` as a heading.
    fn heading(&mut self, n: usize, sentence: &Sentence) -> bool {
        let r = self.reading;
        let role = r.article.segments.get(sentence.segment).map(|s| s.role);
        if !matches!(role, Some(SegmentRole::Heading | SegmentRole::Title)) {
            return false;
        }
        let tokens = &sentence.tokens;
        let Some(colon) = (tokens.start..tokens.end.min(tokens.start + 14)).find(|&i| is_break(r, i)) else {
            return false;
        };
        let range = tokens.start..colon;
        // `Ngành thuế nhìn lại năm 2023: …` names no speaker.
        let dated = range
            .clone()
            .any(|i| r.low(i) == "năm" || r.raw(i).len() == 4 && r.raw(i).bytes().all(|b| b.is_ascii_digit()));
        if dated || r.raw(colon) != ":" || !self.speakers.begins(range.start, colon) || !is_nominal(r, range.clone()) {
            return false;
        }
        let clause = without_end_marks(r, colon + 1..tokens.end);
        let who = self.speakers.name(range.clone());
        self.push(Cue {
            sentence: n,
            verb: range.start..colon + 1,
            class: SpeechVerb::Say,
            speaker: Some(range),
            who,
            clause,
            mode: Mode::Heading,
        });
        true
    }

    /// `Quan điểm của Chính phủ là …`
    fn viewpoint(&mut self, n: usize, sentence: &Sentence) -> bool {
        let r = self.reading;
        let tokens = &sentence.tokens;
        let Some(at) = r.any(tokens.start, &["quan điểm", "chủ trương", "lập trường"]) else {
            return false;
        };
        let Some(of) = (at..tokens.end.min(at + 6)).find(|&i| r.low(i) == "của") else { return false };
        let Some(is) = (of + 1..tokens.end.min(of + 12)).find(|&i| r.low(i) == "là") else { return false };
        let range = of + 1..is;
        if !self.speakers.begins(range.start, is) || !is_nominal(r, range.clone()) {
            return false;
        }
        let who = self.speakers.name(range.clone());
        let clause = without_end_marks(r, is + 1..tokens.end);
        self.push(Cue {
            sentence: n,
            verb: tokens.start..of + 1,
            class: SpeechVerb::Say,
            speaker: Some(range),
            who,
            clause,
            mode: Mode::Viewpoint,
        });
        true
    }
}

/// Whether a clause follows a verb that may also take a noun: `ông Nam chia sẻ xã đã có đường`, not `chia sẻ kinh nghiệm`.
fn tells(r: &Reading, verb: usize, from: usize, end: usize) -> bool {
    const VERBS: [&str; 12] = [
        "chia sẻ",
        "thông tin",
        "đánh giá",
        "nhận xét",
        "nói",
        "kể",
        "xác nhận",
        "thừa nhận",
        "bổ sung",
        "phân tích",
        "cam kết",
        "nhìn nhận",
    ];
    const PREDICATES: [&str; 14] =
        ["đã", "đang", "sẽ", "là", "có", "còn", "không", "được", "cần", "phải", "chưa", "vẫn", "luôn", "mới"];
    const NOUNS: [&str; 16] = [
        "về",
        "với",
        "cùng",
        "kinh nghiệm",
        "thông tin",
        "khó khăn",
        "cảm xúc",
        "câu chuyện",
        "dữ liệu",
        "tại",
        "trên",
        "những",
        "các",
        "một số",
        "nhiều",
        "kết quả",
    ];
    let fits = r.any(verb, &VERBS).is_some() && r.kind(from) == Some(crate::text::TokenKind::Word);
    if !fits || r.any(from, &NOUNS).is_some() {
        return false;
    }
    (from..end.min(from + 14))
        .take_while(|&k| !is_break(r, k))
        .any(|k| PREDICATES.contains(&r.low(k)) && (k > from || matches!(r.low(k), "đã" | "đang" | "sẽ" | "không")))
}

/// Whether the word at `i` only joins the verb to its clause: `nhấn mạnh đến việc …`, not `yêu cầu đến năm 2030 …`.
fn leads_in(r: &Reading, i: usize) -> bool {
    let time = matches!(r.low(i + 1), "năm" | "ngày" | "tháng" | "quý" | "cuối" | "hết" | "đầu" | "nay");
    matches!(r.low(i), "đến" | "tới" | "về") && !time
}
