//! Conferences and sessions that the article reports on.

use std::ops::Range;

use crate::base::{Arrange, Span};
use crate::text::PhraseList;

use super::{Confidence, EventDate, Facts, Reading};

/// One event.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Event {
    /// Where it is named.
    pub span: Span,
    /// Its day, ISO 8601; `XXXX-08-08` where no year is known.
    pub date: String,
    /// How the day is known: `explicit`, `year_from_context` or `inferred`.
    #[serde(deserialize_with = "crate::base::code")]
    pub basis: crate::base::Code,
    /// Its number in a series: 3 of `phiên họp thứ 3`.
    pub number: Option<u32>,
    /// The body that holds it.
    pub organiser: Option<String>,
    /// `trực tuyến` or `trực tiếp`.
    pub format: Option<Span>,
    /// Number of places joined by video.
    pub venues: Option<u32>,
    /// Who chairs it.
    pub chair: Option<String>,
    /// Name of the rule that found it.
    #[serde(deserialize_with = "crate::base::code")]
    pub rule: crate::base::Code,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// Nouns that head the name of an event; longer ones first.
static HEADS: PhraseList = PhraseList::new(&[
    "hội nghị",
    "phiên họp",
    "kỳ họp",
    "cuộc họp",
    "buổi họp",
    "họp báo",
    "hội thảo",
    "diễn đàn",
    "tọa đàm",
    "đại hội",
    "hội đàm",
    "buổi làm việc",
    "buổi gặp",
    "lễ khai mạc",
    "lễ công bố",
    "lễ kỷ niệm",
    "lễ ký kết",
    "lễ trao",
    "lễ phát động",
    "lễ khởi công",
    "lễ khánh thành",
    "lễ ra mắt",
    "lễ hội",
    "chương trình",
    "triển lãm",
    "liên hoan",
    "cuộc thi",
    "hội chợ",
    "hội thi",
    "phiên tòa",
    "phiên làm việc",
    "phiên thảo luận",
    "phiên chất vấn",
    "lễ mít tinh",
    "lễ khai giảng",
    "lễ bế mạc",
    "lễ tổng kết",
    "lễ tuyên dương",
]);

/// Words at which the name of an event ends.
const STOPS: [&str; 24] = [
    "được", "do", "diễn", "vừa", "đã", "sẽ", "nhằm", "với", "tại", "để", "theo", "vào", "ngày", "sáng", "chiều", "tối",
    "qua", "có", "thu", "là", "ở", "trong", "đang", "bằng",
];

/// One event for each event day of the article, where a name for it stands beside the day.
pub fn events(reading: &Reading, facts: &Facts) -> Vec<Event> {
    let mut out: Vec<Event> = Vec::new();
    for date in &facts.meta.event_dates {
        let Some(name) = named(reading, facts, date) else { continue };
        let sentence = reading.sentences.partition_point(|s| s.tokens.end <= name.start);
        out.push(Event {
            span: reading.span(name.clone()),
            date: date.iso.clone(),
            basis: date.basis,
            number: number(reading, name.clone()),
            organiser: organiser(reading, facts, sentence),
            format: format(reading, sentence),
            venues: venues(reading, sentence),
            chair: chair(reading, facts, sentence),
            rule: "beside_event_day",
            confidence: if date.basis == "inferred" { Confidence::Low } else { Confidence::High },
        });
    }
    out.arrange_by_key(|e| e.span);
    out
}

/// The name of the event beside its day: in the sentence of the day, else in the two after it.
fn named(reading: &Reading, facts: &Facts, date: &EventDate) -> Option<Range<usize>> {
    let day = reading.token_at(date.evidence.start());
    let first = reading.sentences.partition_point(|s| s.tokens.end <= day);
    for sentence in reading.sentences.iter().skip(first).take(3) {
        let named = heads(reading, facts, sentence.tokens.clone());
        if let Some(name) = named.min_by_key(|name| name.start.abs_diff(day)) {
            return Some(name);
        }
    }
    let sentence = reading.sentences.get(first)?.span;
    let days = facts.systems.iter().filter(|s| s.category == "observance");
    let observed = days.flat_map(|s| &s.mentions).map(|m| m.span).find(|s| sentence.covers(*s));
    observed.map(|span| reading.tokens_in(span)).or_else(|| {
        let later = reading.body().filter(|s| s.tokens.start > day && facts.meta.event_dates.len() == 1);
        later.take(LATER).find_map(|s| heads(reading, facts, s.tokens.clone()).find(|name| name.len() > 3))
    })
}

// How many sentences of the body after the day may name its event.
const LATER: usize = 40;

/// Events named among the tokens: a noun that heads them, with what they are about.
fn heads<'r>(reading: &'r Reading, facts: &'r Facts, tokens: Range<usize>) -> impl Iterator<Item = Range<usize>> + 'r {
    let end = tokens.end;
    tokens.filter_map(move |i| {
        let (_, after) = reading.which(i, &HEADS)?;
        let name = i..whole_body(reading, facts, name_end(reading, i, after, end), end);
        let pointed = matches!(reading.low(after), "này" | "đó" | "trên" | "nói") && name.end < after + 3;
        (name.end > after && !pointed && !is_site(reading, i) && !is_programme(reading, name.clone())).then_some(name)
    })
}

/// Whether the noun is part of what a house is called: `Trung tâm Hội nghị Quốc gia`, `phòng họp báo`.
fn is_site(reading: &Reading, i: usize) -> bool {
    ["trung tâm", "nhà", "phòng", "cung", "khu"].iter().any(|site| reading.phrase_before(i, site).is_some())
}

/// Whether a programme of years is meant, which is no event: `chương trình trồng rừng đến năm 2030`.
fn is_programme(reading: &Reading, name: Range<usize>) -> bool {
    let is_term = |i: usize| reading.any(i, &["đến năm", "giai đoạn", "tầm nhìn", "mục tiêu quốc gia"]).is_some();
    reading.phrase(name.start, "chương trình").is_some() && name.into_iter().any(is_term)
}

/// The end of a name that was cut inside a body's name, as that body ends (`của Ban Chỉ đạo về nước, rừng và biển`), before
/// words that lead on to something.
fn whole_body(reading: &Reading, facts: &Facts, to: usize, end: usize) -> usize {
    let Some(last) = to.checked_sub(1).and_then(|i| reading.tokens.get(i)) else { return to };
    let mentions = facts.organisations.iter().flat_map(|body| &body.mentions);
    let cut = mentions.map(|mention| mention.span).find(|span| span.covers(last.span) && span.end() > last.span.end());
    let mut to = cut.map_or(to, |span| reading.tokens_in(span).end.min(end));
    while to > 0 && matches!(reading.low(to - 1), "về" | "của" | "và" | "cho" | "từ" | "đến" | ",") {
        to -= 1;
    }
    to
}

/// Index after the name of an event that begins at `head`, of which the noun ends at `after`.
fn name_end(reading: &Reading, head: usize, after: usize, end: usize) -> usize {
    let limit = end.min(head + 40);
    let mut depth = 0;
    let mut i = after;
    while i < limit {
        match reading.raw(i) {
            "(" => depth += 1,
            ")" => depth -= 1,
            "." | ";" | ":" | "“" | "”" | "\"" if depth == 0 => break,
            "-" | "–" if depth == 0 && !(reading.is_glued(i) && reading.is_glued(i + 1)) => break,
            "," if depth == 0 && !goes_on(reading, i + 1) => break,
            // `Chương trình chào mừng Ngày Sách Việt Nam`
            "Ngày" if depth == 0 && reading.is_capital(i + 1) => {}
            _ if depth == 0 && STOPS.contains(&reading.low(i)) => break,
            _ => {}
        }
        i += 1;
    }
    i.min(end)
}

/// Whether the name goes on after a comma: `tổng kết năm 2022, triển khai nhiệm vụ năm 2023`.
fn goes_on(reading: &Reading, i: usize) -> bool {
    reading.any(i, &["triển khai", "phương hướng", "sơ kết", "tổng kết", "bàn", "quán triệt", "nhiệm vụ"]).is_some()
}

/// `phiên họp thứ 3`, `kỳ họp lần thứ ba`.
fn number(reading: &Reading, name: Range<usize>) -> Option<u32> {
    const WORDS: [&str; 10] = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    let at = name.clone().find(|&i| reading.low(i) == "thứ")? + 1;
    let word = || WORDS.iter().position(|w| *w == reading.low(at)).map(|n| n as u32 + 1);
    reading.raw(at).parse().ok().or_else(word)
}

/// The body named before `tổ chức` in the sentence of the event or the two after it.
fn organiser(reading: &Reading, facts: &Facts, sentence: usize) -> Option<String> {
    for s in reading.sentences.iter().skip(sentence).take(3) {
        let Some(verb) = s.tokens.clone().find(|&i| reading.phrase(i, "tổ chức").is_some()) else { continue };
        let before = reading.span(s.tokens.start..verb);
        let held = |o: &&super::Organisation| o.mentions.iter().any(|m| before.covers(m.span));
        let last =
            |o: &&super::Organisation| o.mentions.iter().filter(|m| before.covers(m.span)).map(|m| m.span.end()).max();
        if let Some(body) = facts.organisations.iter().filter(held).max_by_key(last) {
            return Some(body.name.clone());
        }
    }
    None
}

fn format(reading: &Reading, sentence: usize) -> Option<Span> {
    let tokens = reading.sentences.get(sentence)?.tokens.clone();
    let at = tokens.into_iter().find(|&i| reading.any(i, &["trực tuyến", "trực tiếp"]).is_some())?;
    Some(reading.span(at..at + 2))
}

fn venues(reading: &Reading, sentence: usize) -> Option<u32> {
    let tokens = reading.sentences.get(sentence)?.tokens.clone();
    let at = tokens.skip(1).find(|&i| reading.phrase(i, "điểm cầu").is_some())?;
    reading.raw(at - 1).parse().ok()
}

/// The person named last before `chủ trì` near the head of the article.
fn chair(reading: &Reading, facts: &Facts, sentence: usize) -> Option<String> {
    for s in reading.sentences.iter().skip(sentence).take(3) {
        let Some(verb) = s.tokens.clone().find(|&i| reading.phrase(i, "chủ trì").is_some()) else { continue };
        let before = reading.span(s.tokens.start..verb);
        let last = |p: &&super::Person| p.mentions.iter().filter(|m| before.covers(m.span)).map(|m| m.span.end()).max();
        return facts.people.iter().filter(|p| last(p).is_some()).max_by_key(last).map(|p| p.name.clone());
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::check_facts;

    /// Checks each event as `date|number|name`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let number = |e: &super::Event| e.number.map_or("-".to_owned(), |n| n.to_string());
        let line = |e: &super::Event| format!("{}|{}|{}", e.date, number(e), e.span.of(text));
        check_facts(text, |facts| facts.events.iter().map(line).collect(), expected);
    }

    #[test]
    fn names_the_event_of_the_day() {
        check(
            "Sáng 12/9/2024, Hội nghị tổng kết công tác năm 2023, triển khai nhiệm vụ năm 2024 diễn ra tại Huế.",
            &["2024-09-12|-|Hội nghị tổng kết công tác năm 2023, triển khai nhiệm vụ năm 2024"],
        );
        check(
            "Ngày 5/3/2024, Quốc hội họp phiên họp thứ ba về đất đai.",
            &["2024-03-05|3|phiên họp thứ ba về đất đai"],
        );
        check("Giá gạo tăng mạnh trong tuần qua.", &[]);
        check("Ngày 5/3/2024, tại hội nghị, các đại biểu góp ý cho Nghị quyết 32.", &[]);
        check(
            "Chiều 15/5/2024, mức vay được thông qua. Nợ đã giảm. Thu đã tăng. Chi đã chậm. Ông Nam dự phiên làm việc của Ủy ban.",
            &["2024-05-15|-|phiên làm việc của Ủy ban"],
        );
        check(
            "Sáng 12/9/2024, Hội nghị trực tuyến Ngày Nước sạch Việt Nam ngày càng đông.",
            &["2024-09-12|-|Hội nghị trực tuyến Ngày Nước sạch Việt Nam"],
        );
        check("Sáng 12/9/2024, hội nghị này diễn ra tại Huế.", &[]);
        // A body's name is whole, and nothing leads on to what is quoted.
        check(
            "Ngày 5/3/2024 có phiên họp thứ ba của Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ và đổi mới sáng tạo.",
            &[
                "2024-03-05|3|phiên họp thứ ba của Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ và đổi mới sáng tạo",
            ],
        );
        check("Ngày 5/3/2024, hội thảo khoa học về “Rừng và người” mở ra.", &["2024-03-05|-|hội thảo khoa học"]);
    }

    #[test]
    fn a_house_or_a_programme_is_no_event() {
        check("Ngày 5/3/2024, các đoàn gặp nhau ở Trung tâm Hội nghị Quốc gia Mỹ Đình.", &[]);
        check("Ngày 5/3/2024, xã họp bàn chương trình trồng rừng đến năm 2030.", &[]);
        check("Ngày 5/3/2024, xã mở chương trình ca nhạc Sắc biển.", &["2024-03-05|-|chương trình ca nhạc Sắc biển"]);
    }
}
