//! What a number measures: the subject before its verb, or the noun phrase after it.

use std::ops::Range;

use crate::base::Span;
use crate::lexicon::{MeasureWord, UnitKind};
use crate::text::TokenKind;

use super::super::{Facts, Reading};
use super::change::is_comparative;
use super::period::inside;
use super::unit::words;

/// Words that open a phrase of time or matter, which a comma ends.
const BEFORE_TIME: [&str; 14] =
    ["về", "theo", "trong", "sau", "trước", "từ", "đến", "tới", "vào", "hết", "qua", "tính", "kể", "after"];

/// Words that say something of what was measured before them: `đóng góp 5,37%`.
const OF_BEFORE: [&str; 10] = [
    "đóng góp",
    "chiếm",
    "tương ứng",
    "tương đương",
    "hoàn thành",
    "kim ngạch",
    "trị giá",
    "tổng trị giá",
    "đạt tỷ lệ",
    "bằng",
];

/// Where the subject of a number may stand and where its noun phrase goes on.
pub(super) struct Around {
    /// Tokens from the last border to the number's first word.
    pub left: Range<usize>,
    /// Whether another number stands at the left border: the words up to the first comma belong to it.
    pub after_number: bool,
    /// Whether the number's own first word is a verb of level: `ước đạt`.
    pub verbal: bool,
    /// What the number before it in the clause measures.
    pub before: Option<String>,
    /// What stands before the colon that the number follows: `Thủy sản: 9 tỷ USD`.
    pub label: Range<usize>,
    /// Tokens from the number's last word to the end of the sentence.
    pub right: Range<usize>,
}

/// What the number measures; `unit` is its unit.
pub(super) fn indicator(
    reading: &Reading,
    facts: &Facts,
    around: &Around,
    unit: Option<(&str, UnitKind)>,
) -> Option<String> {
    // `tăng nhẹ so với mức 90 tỷ đồng`: the level before, of the same measure.
    let more = matches!(reading.low(around.left.end), "hơn") && ends_with(reading, &around.left, &["cao", "thấp"]);
    if more || ends_with(reading, &around.left, &["so với", "so với mức", "so với con số"]) {
        return around.before.clone();
    }
    // `đặt mục tiêu tăng trưởng 8%`: the change is what is measured.
    if reading.phrase(around.left.end, "tăng trưởng").is_some()
        && ends_with(reading, &around.left, &["mục tiêu", "chỉ tiêu", "kịch bản"])
    {
        return Some("tăng trưởng".to_owned());
    }
    let mut left = around.left.clone();
    // `khu vực dịch vụ (+3,6%)`
    left.end -= usize::from(left.len() > 1 && reading.raw(left.end - 1) == "(");
    // `(1) doanh thu đạt …`
    left.start += usize::from(reading.raw(left.start) == "(");
    if reading.raw(left.start + 1) == ")" && left.len() > 2 && reading.kind(left.start) == Some(TokenKind::Number) {
        left.start += 2;
    }
    let comma = left.clone().find(|&k| matches!(reading.low(k), "," | ")"));
    if let Some(comma) = comma.filter(|_| around.after_number) {
        left.start = comma + 1;
    }
    // `giảm (cơ cấu dân số năm 2006 là 10%)`: what a bracket begins that is still open.
    let bracket = left.clone().rev().find(|&k| matches!(reading.raw(k), "(" | ")"));
    left.start = bracket.filter(|&k| reading.raw(k) == "(").map_or(left.start, |open| open + 1);
    // `đạt 20% GDP và tăng lên 30%`: what stands there belongs to the number before.
    let of_number = around.after_number && reading.low(before_verb(reading, left.clone()).saturating_sub(1)) == "và";
    let mut subject = subject(reading, facts, left).filter(|_| !of_number);
    if let Some(measure) = in_terms_of(reading, facts, around) {
        return Some(subject.map_or_else(|| measure.clone(), |subject| format!("{measure} {subject}")));
    }
    // `đóng góp 5,37%`: a verb alone says something of what was measured before.
    if let (Some(verb), Some(before)) = (&subject, &around.before)
        && around.after_number
        && OF_BEFORE.contains(&verb.as_str())
        && !OF_BEFORE.iter().any(|v| before.starts_with(v))
    {
        subject = Some(format!("{verb} {before}"));
    }
    // `70% là rừng tự nhiên`: the part that the share is of.
    let part = around.right.start + 1..around.right.end;
    let is_part = unit.is_some_and(|(_, kind)| kind == UnitKind::Percent) && reading.low(around.right.start) == "là";
    let phrase = phrase_after(reading, facts, if is_part { part } else { around.right.clone() });
    let counts = unit.is_some_and(|(_, kind)| matches!(kind, UnitKind::Noun | UnitKind::Group | UnitKind::Classifier));
    let verbal = around.verbal || around.left.end > around.left.start && is_level_verb(reading, around.left.end - 1);
    match (unit, phrase) {
        (Some((unit, _)), Some(phrase)) if counts && (!verbal || subject.is_none()) => Some(format!("{unit} {phrase}")),
        (Some((unit, _)), None) if counts && !verbal => {
            let named = hurt(reading, around.left.end, unit);
            named.or_else(|| named_before(reading, around.left.clone(), unit)).or_else(|| Some(unit.to_owned()))
        }
        (Some((_, UnitKind::Percent)), Some(phrase)) if !verbal || of_plan(&phrase) => Some(phrase),
        (_, phrase) => subject
            .or_else(|| label(reading, around.label.clone()))
            .or(phrase)
            .or_else(|| carried(reading, facts, around))
            .or_else(|| {
                around
                    .before
                    .clone()
                    .filter(|before| unit.is_none_or(|(unit, _)| before.to_lowercase().contains(&unit.to_lowercase())))
            })
            .or_else(|| unit.filter(|_| counts).map(|(unit, _)| unit.to_owned()))
            .or_else(|| around.before.clone()),
    }
}

/// What is named after its change: `tăng 9% về số lượng và tăng 12% về giá trị`. Not a level: `giảm 3% về mức 80 điểm`.
fn in_terms_of(reading: &Reading, facts: &Facts, around: &Around) -> Option<String> {
    let changes = matches!(reading.low(around.left.end), "tăng" | "giảm");
    let after = reading.phrase(around.right.start, "về").filter(|_| changes)?;
    let is_level = matches!(reading.low(after), "mức" | "còn" | "dưới" | "trên" | "gần" | "quanh" | "trước" | "đích");
    (!is_level).then(|| phrase_after(reading, facts, after..around.right.end))?
}

/// Whom something was done to, where the verb stands before the number: `làm chết 3 người, bị thương 5 người`.
fn hurt(reading: &Reading, number: usize, unit: &str) -> Option<String> {
    const DEEDS: [&str; 6] = ["chết", "tử vong", "thiệt mạng", "bị thương", "mất tích", "bị lây nhiễm"];
    let deed = DEEDS.iter().find(|deed| reading.phrase_before(number, deed).is_some())?;
    Some(format!("{unit} {deed}"))
}

/// Whether a share of it says how far a plan is reached: `đạt 97% kế hoạch năm`.
pub(super) fn of_plan(phrase: &str) -> bool {
    ["kế hoạch", "mục tiêu", "chỉ tiêu", "dự toán"].iter().any(|plan| phrase.starts_with(plan))
}

/// The noun phrase that the unit alone takes up again: `các Tổ hợp tác nuôi ong, với hơn 80 tổ`.
fn named_before(reading: &Reading, left: Range<usize>, unit: &str) -> Option<String> {
    let unit = unit.to_lowercase();
    let sentence = reading.sentence_at(reading.tokens[left.end.min(reading.tokens.len() - 1)].span.start())?;
    let from = left.end.saturating_sub(40).max(sentence.tokens.start);
    let start = (from..left.end).rev().find(|&k| reading.phrase(k, &unit).is_some())?;
    let after = reading.phrase(start, &unit)?;
    let end = (after..left.end.min(after + 8)).find(|&k| reading.kind(k) != Some(TokenKind::Word)).unwrap_or(after);
    (end >= after + 2).then(|| joined(reading, start..end))?
}

/// The tokens before the colon that ends at `border`, from `floor` or the last semicolon on; none where there is no colon.
pub(super) fn label_before(reading: &Reading, floor: usize, border: usize) -> Range<usize> {
    let Some(colon) = border.checked_sub(1).filter(|&k| reading.low(k) == ":") else { return border..border };
    let semicolon = (floor..colon).rev().find(|&k| reading.low(k) == ";");
    semicolon.map_or(floor, |k| k + 1)..colon
}

/// Where the number at token `number` begins, of which `first` is the first word so far: a change may be part of the measure,
/// as in `tốc độ tăng trưởng GRDP đạt 8%` and `mục tiêu tăng trưởng tổng sản phẩm đạt 8%`.
pub(super) fn after_speed(reading: &Reading, first: usize, number: usize) -> usize {
    let level = || (first..number).find(|&k| matches!(reading.low(k), "đạt" | "là"));
    let named = |&level: &usize| reading.phrase(first, "tăng trưởng").is_some_and(|after| after < level);
    let speed = reading.phrase_before(first, "tốc độ").is_some();
    level().filter(|level| speed || named(level)).unwrap_or(first)
}

/// What the number before it measures, where only time and links stand between: `đạt 15% năm 2023 và 17% năm 2024`,
/// `cao hơn năm 2016 là 12%`.
fn carried(reading: &Reading, facts: &Facts, around: &Around) -> Option<String> {
    let dates = inside(facts, reading.span(around.left.clone()));
    let in_date = |k: usize| dates.iter().any(|d| d.span.overlaps(reading.tokens[k].span));
    let links = |k: usize| {
        matches!(
            reading.low(k),
            "," | "("
                | "và"
                | "rồi"
                | "lên"
                | "xuống"
                | "còn"
                | "vào"
                | "trong"
                | "là"
                | "đạt"
                | "cao"
                | "thấp"
                | "hơn"
        )
    };
    let joined = around.after_number && around.left.clone().all(|k| links(k) || in_date(k));
    around.before.clone().filter(|_| joined)
}

/// The name of a measure before a colon.
fn label(reading: &Reading, tokens: Range<usize>) -> Option<String> {
    let bare = tokens.clone().all(|k| reading.kind(k) != Some(TokenKind::Number));
    (bare && tokens.len() <= LONGEST_LABEL).then(|| joined(reading, tokens))?
}

/// Most tokens of the name of a measure before a colon.
const LONGEST_LABEL: usize = 12;

/// The index after the longest phrase at `i` of the words around a measure, where it is such a one.
fn measure_word(reading: &Reading, i: usize, is: fn(MeasureWord) -> bool) -> Option<usize> {
    let found = reading.longest(&reading.lexicon.measure_words, i, reading.tokens.len());
    found.filter(|&(_, word)| is(word)).map(|(after, _)| after)
}

/// Whether the tokens end with one of the phrases.
fn ends_with(reading: &Reading, tokens: &Range<usize>, phrases: &[&str]) -> bool {
    phrases.iter().any(|p| reading.phrase_before(tokens.end, p).is_some_and(|start| start >= tokens.start))
}

/// Where the measure begins that a verb in the stretch leads to.
fn after_lead(reading: &Reading, left: Range<usize>) -> Option<usize> {
    let named = |k: usize| {
        let after = measure_word(reading, k, |w| w.lead).or_else(|| {
            let level = matches!(reading.low(k), "đạt" | "có" | "khi" | "với" | "thu")
                && reading.phrase_before(k + 1, "so với").is_none();
            (level && measure_word(reading, k + 1, |w| w.measure).is_some()).then_some(k + 1)
        });
        let told = |after: usize| {
            matches!(
                reading.low(after),
                "đã" | "được" | "đề" | "đặt" | "của" | "do" | "này" | "thực" | "năm" | "vào" | "ra" | "là"
            )
        };
        after.filter(|&after| after + 2 <= left.end && !told(after))
    };
    left.clone().rev().find_map(named)
}

fn is_level_verb(reading: &Reading, i: usize) -> bool {
    matches!(
        reading.low(i),
        "đạt" | "là" | "chiếm" | "bằng" | "còn" | "lên" | "xuống" | "mức" | "tới" | "đến" | "tăng" | "giảm"
    )
}

/// Most tokens of a subject, and of one in which a comma may stand.
const LONGEST_SUBJECT: usize = 24;
const LONGEST_WITH_COMMA: usize = 16;

/// The subject: the last stretch before the verb without opening words and dates.
fn subject(reading: &Reading, facts: &Facts, left: Range<usize>) -> Option<String> {
    let mut left = left.start..before_verb(reading, left);
    if let Some(after) = after_lead(reading, left.clone()) {
        left.start = after;
    }
    // `Về lĩnh vực bưu chính, tổng doanh thu đạt …`
    let measure = |&k: &usize| reading.low(k - 1) == "," && measure_word(reading, k, |w| w.measure).is_some();
    if let Some(start) = (left.start + 1..left.end).rev().find(measure) {
        left.start = start;
    }
    left.end = before_gloss(reading, facts, left.clone());
    if left.len() > LONGEST_WITH_COMMA {
        // Not within a name: `Tập đoàn Công nghiệp - Viễn thông Quân đội`.
        let parts = |k: usize| match reading.low(k) {
            "–" | "-" => !reading.is_capital(k + 1) && !reading.is_glued(k),
            mark => mark == ",",
        };
        let comma = left.clone().rev().find(|&k| parts(k));
        left.start = comma.map_or(left.start, |k| k + 1);
    }
    if left.len() > LONGEST_SUBJECT {
        return None;
    }
    let dates = inside(facts, reading.span(left.clone()));
    let in_date = |k: usize| dates.iter().any(|d| d.span.overlaps(reading.tokens[k].span));
    // `Về kết quả năm 2025, lợi nhuận đạt …`, `Dù khó khăn, sau 9 tháng, lợi nhuận đạt …`
    let comma = (left.start + 2..left.end).rev().find(|&k| reading.low(k) == "," && in_date(k - 1));
    left.start = comma.filter(|comma| comma + 1 < left.end).map_or(left.start, |comma| comma + 1);
    // `Về dịch vụ lưu trú, 6 tháng tăng 17%`: nothing else is named.
    let timed = |&comma: &usize| reading.low(comma) == "," && (comma + 1..left.end).all(in_date);
    if let Some(from) = reading.any(left.start, &["về", "đối với"])
        && let Some(comma) = (from + 1..left.end).find(timed)
    {
        left = from..comma;
    }
    loop {
        let before = left.start;
        left.start = after_adjunct(reading, left.clone());
        while left.start < left.end && (in_date(left.start) || reading.kind(left.start) == Some(TokenKind::Mark)) {
            left.start += 1;
        }
        if let Some(next) = measure_word(reading, left.start, |w| w.opener).filter(|next| *next <= left.end) {
            left.start = next;
        }
        if left.start == before || left.start >= left.end {
            break;
        }
    }
    // `doanh thu trong năm 2025 đạt …`, `số lao động tính đến tháng 6 là …`
    let leads_to_date = |k: usize| {
        let is_named = reading.phrase_before(k + 1, "ước tính").is_some();
        let leads = BEFORE_TIME.contains(&reading.low(k)) && !is_named;
        leads || matches!(reading.low(k), "của" | "tại" | "cả" | "chỉ" | "nhưng")
    };
    while left.end > left.start && (in_date(left.end - 1) || leads_to_date(left.end - 1)) {
        left.end -= 1;
    }
    joined(reading, (left.start..left.end).filter(|&k| !in_date(k)))
}

/// Where a long gloss in brackets begins that ends the subject, whatever dates follow it:
/// `tỷ lệ phụ thuộc (từ 15 đến 55 tuổi) của năm 2018`. A short one is part of the name: `tổng sản phẩm (GRDP)`.
fn before_gloss(reading: &Reading, facts: &Facts, left: Range<usize>) -> usize {
    const SHORT: usize = 3;
    let dates = inside(facts, reading.span(left.clone()));
    let of_date = |k: usize| reading.low(k) == "của" || dates.iter().any(|d| d.span.overlaps(reading.tokens[k].span));
    let close = left.clone().rev().find(|&k| !of_date(k)).filter(|&k| reading.raw(k) == ")");
    let open = close.and_then(|close| left.clone().rev().find(|&k| k < close && reading.raw(k) == "("));
    let long = |open: usize| close.is_some_and(|close| close > open + 1 + SHORT);
    open.filter(|&open| open > left.start && long(open)).unwrap_or(left.end)
}

/// Where the subject begins after what only says of what or where it is told: `Về giá trị, …`, `Trong khu vực, …`.
fn after_adjunct(reading: &Reading, left: Range<usize>) -> usize {
    const LONGEST: usize = 12;
    let adjunct = reading.any(left.start, &["về", "đối với", "trong", "tại", "theo"]);
    let adjunct = adjunct.filter(|&from| reading.low(from) != "đó");
    let comma = adjunct.and_then(|from| (from + 1..left.end.min(from + LONGEST)).find(|&k| reading.low(k) == ","));
    comma.filter(|comma| comma + 2 < left.end).map_or(left.start, |comma| comma + 1)
}

/// Where the verb of level and the words about it begin that the tokens end with: `lợi nhuận giảm mạnh chỉ còn`.
fn before_verb(reading: &Reading, tokens: Range<usize>) -> usize {
    const COURSES: [&str; 10] = [
        "tăng mạnh",
        "tăng nhẹ",
        "tăng nhanh",
        "giảm mạnh",
        "giảm nhẹ",
        "giảm nhanh",
        "giảm sâu",
        "tiếp tục",
        "liên tục",
        "lần lượt",
    ];
    // What says only in what the level is given, where the measure stands before it: `đóng góp của ngành đạt tỷ trọng`.
    const SHARES: [&str; 6] =
        ["đạt tỷ trọng", "đạt tỉ trọng", "đạt tỷ lệ", "đạt tỉ lệ", "chiếm tỷ trọng", "chiếm tỷ lệ"];
    let mut end = tokens.end;
    while end > tokens.start {
        let course = COURSES.iter().find_map(|c| reading.phrase_before(end, c));
        let share = SHARES
            .iter()
            .find_map(|s| reading.phrase_before(end, s))
            .filter(|&start| start == tokens.start || start > tokens.start + 1);
        match course.or(share).filter(|&start| start >= tokens.start) {
            Some(start) => end = start,
            None if is_level_verb(reading, end - 1) => end -= 1,
            // Not `cao hơn`, which says that what follows is compared.
            None if is_filler(reading, end - 1) && !is_comparative(reading, end) => end -= 1,
            // `sản lượng cao gấp 3 lần`
            None if reading.low(end) == "gấp" && matches!(reading.low(end - 1), "cao" | "lớn" | "nhiều") => {
                end -= 1
            }
            None => break,
        }
    }
    end
}

fn is_filler(reading: &Reading, i: usize) -> bool {
    matches!(
        reading.low(i),
        "ước"
            | "tính"
            | "đã"
            | "sẽ"
            | "cũng"
            | "chỉ"
            | "khoảng"
            | "hơn"
            | "gần"
            | "trên"
            | "có"
            | "được"
            | ","
            | "với"
            | "tạo"
            | "thêm"
            | "từ"
            | "ở"
            | "vượt"
            | "dự"
            | "kiến"
            | "phải"
            | "đều"
            | "vẫn"
    )
}

/// The words that go on after the unit, to the next border.
pub(super) fn phrase_after(reading: &Reading, facts: &Facts, right: Range<usize>) -> Option<String> {
    let right = reading.any(right.start, &["trở lên", "trở xuống"]).unwrap_or(right.start)..right.end;
    const STOPS: [&str; 22] = [
        "để", "nhằm", "trong", "so", "theo", "với", "từ", "đến", "và", "tại", "của", "cho", "nhưng", "khi", "là",
        "tăng", "giảm", "mỗi", "trên", "qua", "vào", "hằng",
    ];
    let dates = inside(facts, reading.span(right.clone()));
    let mut end = right.start;
    while end < right.end && end < right.start + 14 {
        let low = reading.low(end);
        let group = low == ","
            && reading.longest(&reading.lexicon.units, end + 1, right.end).is_some_and(|(_, k)| k == UnitKind::Group);
        let first = end < right.start + 1;
        let stop = reading.kind(end) == Some(TokenKind::Mark) && !group
            || (STOPS.contains(&low) && !first)
            || reading.kind(end) == Some(TokenKind::Number)
            || dates.iter().any(|d| d.span.overlaps(reading.tokens[end].span));
        if stop {
            break;
        }
        end += 1;
    }
    // `tỷ lệ giải ngân đạt dưới 20%`: what leads to the next number.
    while end > right.start
        && reading.kind(end) == Some(TokenKind::Number)
        && (is_level_verb(reading, end - 1) || matches!(reading.low(end - 1), "dưới" | "gần" | "hơn" | "khoảng"))
    {
        end -= 1;
    }
    let is_number_of = || reading.phrase(right.start, "số lượng").is_some();
    let start = if matches!(reading.low(right.start), "các" | "số" | "những" | "tổng" | "của") && !is_number_of()
    {
        right.start + 1
    } else {
        right.start
    };
    let start = if matches!(
        reading.low(start),
        "so" | "trong" | "và" | "với" | "cho" | "là" | "vào" | "tại" | "đến" | "lên" | "xuống" | "còn"
    ) {
        end
    } else {
        start
    };
    joined(reading, start..end)
}

fn joined(reading: &Reading, tokens: impl Iterator<Item = usize>) -> Option<String> {
    let mut out = String::new();
    let mut last: Option<Span> = None;
    for k in tokens {
        let span = reading.tokens[k].span;
        if last.is_some_and(|l| l.end() < span.start()) {
            out.push(' ');
        }
        out.push_str(span.of(reading.text));
        last = Some(span);
    }
    let open = out.matches('(').count() > out[..out.len() - usize::from(out.ends_with(')'))].matches(')').count();
    let out = words(out.trim_matches(|c: char| !(c.is_alphanumeric() || c == ')' && open)));
    out.contains(char::is_alphabetic).then_some(out)
}
