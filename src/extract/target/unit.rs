//! The parts of a sentence that can be a target each: `mua 1.000 MW vào năm 2020, nâng lên 3.000 MW vào năm 2025`.

use std::ops::Range;

use crate::lexicon::AimWord;

use super::Source;
use super::deadline::{Deadline, within};
use super::signal::{has_number, is_goal, word_at};

/// How a part is joined to the one before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Join {
    /// It opens the sentence, or follows a semicolon or colon.
    Clause,
    /// It follows a comma or `và`.
    Coordinate,
}

/// A part of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub(super) tokens: Range<usize>,
    pub(super) join: Join,
}

/// The parts of a sentence, in order: between semicolons, and coordinate parts that stand for themselves; outside brackets.
pub(super) fn units(source: Source, tokens: Range<usize>, deadlines: &[Deadline]) -> Vec<Unit> {
    let r = source.reading;
    let mut out: Vec<Unit> = Vec::new();
    let mut depth = 0i32;
    let (mut start, mut join, mut aims, mut acted) = (tokens.start, Join::Clause, false, false);
    let ends = separators(source, tokens.clone());
    let mut next_end = 0;
    for i in tokens.clone() {
        let word = word_at(source, i);
        aims |= word == Some(AimWord::Aim) || is_goal(source, i, tokens.clone());
        acted |= i > start && matches!(word, Some(AimWord::Act | AimWord::Deliver));
        match r.raw(i) {
            "(" => depth += 1,
            ")" => depth = (depth - 1).max(0),
            _ if depth == 0 && parts(source, i) => {
                out.push(Unit { tokens: start..i, join });
                (start, acted) = (i + 1, false);
                join = Join::Clause;
            }
            "“" | "\"" if depth == 0 && i > start + 2 && opens_quote(source, i, tokens.end) => {
                out.push(Unit { tokens: start..i, join });
                (start, acted) = (i + 1, false);
                join = Join::Clause;
            }
            // `Bộ đã có chỉ thị, trong đó yêu cầu …`
            "," if depth == 0 && i > start && names_demand(source, i + 1) => {
                out.push(Unit { tokens: start..i, join });
                (start, acted) = (i + 1, false);
                join = Join::Clause;
            }
            // `tạo tiền đề để đến năm 2030 có …`
            "để" if depth == 0 && i > start && dated_goal(source, i + 1..tokens.end, deadlines) => {
                out.push(Unit { tokens: start..i, join });
                (start, acted) = (i + 1, false);
                join = Join::Coordinate;
            }
            "," | "và" if depth == 0 && i > start && !in_name(source, i) => {
                while next_end < ends.len() && ends[next_end] <= i + 1 {
                    next_end += 1;
                }
                let after = measure_end(source, i + 1, &ends[next_end..], tokens.end)
                    .or_else(|| end_after_day(source, i, &ends[next_end..], deadlines));
                let end = after.or(ends.get(next_end).copied()).unwrap_or(tokens.end);
                if stands_alone(source, start..i, i + 1..end, deadlines, Goal { aims, acted }) {
                    out.push(Unit { tokens: start..i, join });
                    (start, acted) = (i + 1, false);
                    join = Join::Coordinate;
                }
            }
            _ => {}
        }
    }
    out.push(Unit { tokens: start..tokens.end, join });
    out.retain(|u| u.tokens.len() > 2);
    out
}

/// Whether a part ends at the token: at a semicolon, or at the last of dots within the sentence: `có 5 cầu... đến năm 2030, …`.
fn parts(source: Source, i: usize) -> bool {
    let r = source.reading;
    let dots = r.raw(i) == "." && i > 0 && r.raw(i - 1) == "." && r.raw(i + 1) != ".";
    dots || matches!(r.raw(i), ";" | "…")
}

/// Whether somebody's words of some length begin with the mark.
fn opens_quote(source: Source, mark: usize, end: usize) -> bool {
    let r = source.reading;
    let closes = (mark + 1..end.min(mark + 9)).any(|i| matches!(r.raw(i), "”" | "\""));
    let spaced = !r.is_glued(mark) || r.raw(mark) == "“";
    spaced && !closes && !matches!(r.raw(mark + 1), "," | ".")
}

/// Whether what a document asks for begins there: `trong đó yêu cầu …`, `trong đó đặt mục tiêu …`.
fn names_demand(source: Source, i: usize) -> bool {
    let r = source.reading;
    let Some(at) = r.any(i, &["trong đó", "theo đó"]) else { return false };
    word_at(source, at) == Some(AimWord::Aim) || r.any(at, &["yêu cầu", "giao", "chỉ đạo", "đề nghị"]).is_some()
}

/// `đến năm 2030 cả nước có 5.000 km`.
fn dated_goal(source: Source, range: Range<usize>, deadlines: &[Deadline]) -> bool {
    let end = range.end.min(range.start + 24);
    let dated = within(deadlines, range.start..range.end.min(range.start + 2)).first();
    dated.is_some_and(|d| has_number(source, d.tokens.end..end.max(d.tokens.end)))
}

/// Commas, semicolons and `và`, as token indices.
fn separators(source: Source, tokens: Range<usize>) -> Vec<usize> {
    tokens.filter(|&i| parts(source, i) || matches!(source.reading.raw(i), "," | "và") && !in_name(source, i)).collect()
}

/// Where the part ends that begins after the `và` at `i` with its day and a comma: `… và đến năm 2030, 90% hộ có nước sạch, …`.
fn end_after_day(source: Source, i: usize, ends: &[usize], deadlines: &[Deadline]) -> Option<usize> {
    let day = within(deadlines, i + 1..i + 3).first().filter(|_| source.reading.low(i) == "và")?;
    let comma = Some(day.tokens.end).filter(|&comma| source.reading.raw(comma) == ",")?;
    ends.iter().copied().find(|&end| end > comma)
}

/// The index after the noun of the measure that opens a part: `trong đó tỷ lệ …`.
fn opens_measure(source: Source, from: usize) -> Option<usize> {
    let r = source.reading;
    let from = r.phrase(from, "trong đó").unwrap_or(from);
    r.any(from, &["tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng", "tổng", "mức độ"])
}

/// Where the part ends that begins at `from` with a measure, whose name goes on after a comma to its number: `tỷ lệ hài lòng
/// của người dân, doanh nghiệp đạt 95%`.
fn measure_end(source: Source, from: usize, ends: &[usize], last: usize) -> Option<usize> {
    opens_measure(source, from)?;
    let near = ends.iter().take_while(|&&end| !parts(source, end)).take(3).copied().chain([last]);
    near.into_iter().find(|&end| has_number(source, from..end))
}

/// Whether the token stands in the name of a body or an instrument.
pub(super) fn in_name(source: Source, i: usize) -> bool {
    source.reading.tokens.get(i).is_some_and(|t| source.names.holds(t.span.start()))
}

/// What stands before a comma: a word that sets a goal, in the sentence; an action, in the part.
#[derive(Clone, Copy)]
struct Goal {
    aims: bool,
    acted: bool,
}

/// Whether what follows a comma or `và` is a target beside the one to the left.
fn stands_alone(source: Source, left: Range<usize>, right: Range<usize>, deadlines: &[Deadline], goal: Goal) -> bool {
    let r = source.reading;
    let links = ["và", "đồng thời", "song song đó", "cũng như", "tiếp đó", "sau đó", "riêng"];
    let mut at = right.start;
    while let Some(after) = r.any(at, &links) {
        at = after;
    }
    if at >= right.end {
        return false;
    }
    // `hoàn thiện đề án, xong trước ngày 31/7`: only the day of what stands to the left.
    let only_day = r.any(at, &["xong", "hoàn thành trước", "hoàn thành trong", "hoàn thành chậm nhất"]).is_some();
    if only_day && right.end <= at + 12 && within(deadlines, left.clone()).is_empty() && goal.acted {
        return false;
    }
    let (left_due, left_number) = (!within(deadlines, left.clone()).is_empty(), has_number(source, left.clone()));
    let due = within(deadlines, at..right.end);
    let dated_first = due.first().is_some_and(|d| d.tokens.start <= at + 1);
    let forced =
        || (at..right.end.min(at + 14)).any(|i| matches!(word_at(source, i), Some(AimWord::Will | AimWord::Aim)));
    if dated_first && forced() || word_at(source, at) == Some(AimWord::Will) && !due.is_empty() {
        return true;
    }
    let number = has_number(source, at..right.end);
    let part = r.any(at, &["trong đó", "theo đó"]).unwrap_or(at);
    if number && !due.is_empty() && raises(source, part) {
        return true;
    }
    if !left_due && !left_number {
        return false;
    }
    if dated_first && (number || right.len() > 5) || left_due && left_number && number && !due.is_empty() {
        return true;
    }
    // `đến năm 2030 phủ sóng mọi xã, 90% hộ có …`, `…, trong đó 90% hộ có …`, not `đến năm 2030, 90% hộ có …`
    let states = left_number || within(deadlines, left.clone()).last().is_some_and(|d| d.tokens.end + 3 < left.end);
    if goal.aims && states && r.raw(right.start - 1) == "," && shares(source, part..right.end) {
        return true;
    }
    match word_at(source, at) {
        Some(AimWord::Aim) => return true,
        Some(AimWord::Deliver) if number || !due.is_empty() => return true,
        Some(AimWord::Act) if goal.aims && number && (left_number || goal.acted) && !is_gloss(source, at) => {
            return true;
        }
        _ => {}
    }
    // `thu 900 tỷ đồng, trong đó thuế đạt 700 tỷ đồng`, not `trong đó có 700 tỷ đồng tiền thuế`
    let reaches = |part: usize| (part + 1..right.end.min(part + 16)).any(|i| r.low(i) == "đạt");
    let named = r.phrase(right.start, "trong đó");
    let named = named.is_some_and(|part| opens_measure(source, right.start).is_some() || reaches(part));
    goal.aims && left_number && number && (named || !is_gloss(source, at)) && levels(source, at..right.end)
}

/// Whether a share of something and what is to become of it stand there: `100% trạm y tế có bác sĩ`.
pub(super) fn shares(source: Source, range: Range<usize>) -> bool {
    let r = source.reading;
    let bounds = ["ít nhất", "tối thiểu", "trên", "hơn", "khoảng"];
    let at = r.any(range.start, &bounds).unwrap_or(range.start);
    let share = r.raw(at).starts_with(|c: char| c.is_ascii_digit()) && r.raw(at + 1) == "%";
    let of = ["so với", "kế hoạch", "gdp", "grdp", "tổng", "dự toán", "chỉ tiêu", "cùng kỳ", "vốn"];
    let noun = at + 2;
    share && r.kind(noun) == Some(crate::text::TokenKind::Word) && r.any(noun, &of).is_none() && range.end > noun + 3
}

/// Whether a verb that brings a measure to a level begins at the token: `nâng công suất …`.
pub(super) fn raises(source: Source, at: usize) -> bool {
    const VERBS: [&str; 7] = ["nâng", "cắt giảm", "rút ngắn", "tăng tỷ lệ", "giảm tỷ lệ", "đưa tỷ lệ", "nâng tỷ lệ"];
    source.reading.any(at, &VERBS).is_some()
}

/// Whether the part only explains the number before it: `tăng 8% so với …`, `tương đương …`, `trong đó …`.
fn is_gloss(source: Source, at: usize) -> bool {
    const GLOSSES: [&str; 16] = [
        "tăng",
        "giảm",
        "bằng",
        "tương đương",
        "chiếm",
        "cao",
        "thấp",
        "gấp",
        "so với",
        "trong đó",
        "trong",
        "gồm",
        "hơn",
        "tức",
        "bình quân",
        "với",
    ];
    source.reading.any(at, &GLOSSES).is_some() || source.reading.raw(at).starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a measure is given its level: `tỷ lệ hộ nghèo còn 2%`, `thu ngân sách đạt 500 tỷ đồng`.
fn levels(source: Source, range: Range<usize>) -> bool {
    let r = source.reading;
    let verbs = ["đạt", "còn", "là", "chiếm", "xuống", "lên", "từ", "trên", "dưới", "có", "giảm", "tăng", "khoảng"];
    (range.start + 1..range.end.min(range.start + 16)).any(|i| verbs.contains(&r.low(i)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn parts_after_dots_and_of_a_whole() {
        check(
            "Ngày 5/3/2024, tỉnh phấn đấu đến năm 2025, 90% xã có nước sạch; tỷ lệ che phủ rừng đạt 42%... đến năm 2030, 95% xã có \
             nước sạch; tỷ lệ che phủ rừng đạt 45%.",
            &[
                "2025-12-31|Ngày 5/3/2024, tỉnh phấn đấu đến năm 2025, 90% xã có nước sạch",
                "2025-12-31|tỷ lệ che phủ rừng đạt 42%",
                "2030-12-31|đến năm 2030, 95% xã có nước sạch",
                "2030-12-31|tỷ lệ che phủ rừng đạt 45%",
            ],
        );
        check(
            "Ngày 5/3/2024, sở họp. Mục tiêu là kinh tế biển chiếm 20% sản lượng vào năm 2030, trong đó tỷ trọng của từng ngành, \
             lĩnh vực phải đạt 5%.",
            &[
                "2030-12-31|Mục tiêu là kinh tế biển chiếm 20% sản lượng vào năm 2030",
                "2030-12-31|tỷ trọng của từng ngành, lĩnh vực phải đạt 5%",
            ],
        );
        check(
            "Ngày 5/3/2024, sở họp. Xã đặt mục tiêu thu 90 tỷ đồng (tăng 5%), trong đó thuế cá đạt 70 tỷ đồng.",
            &["-|Xã đặt mục tiêu thu 90 tỷ đồng (tăng 5%)", "-|thuế cá đạt 70 tỷ đồng"],
        );
        check(
            "Ngày 5/3/2024, sở họp. Xã đặt mục tiêu thu 90 tỷ đồng, trong đó có 70 tỷ đồng thuế cá.",
            &["-|Xã đặt mục tiêu thu 90 tỷ đồng, trong đó có 70 tỷ đồng thuế cá"],
        );
        check(
            "Ngày 5/3/2024, sở họp. Mục tiêu đến năm 2030 là xây 9 chợ, trong đó 80% chợ có máy lọc nước.",
            &["2030-12-31|Mục tiêu đến năm 2030 là xây 9 chợ", "2030-12-31|80% chợ có máy lọc nước"],
        );
    }

    #[test]
    fn parts_that_open_with_their_day() {
        check(
            "Ngày 5/3/2024, sở họp. Mục tiêu là đến năm 2027, nghề cá phải đạt 20% sản lượng và đến năm 2030, nghề cá phải đạt 30% \
             sản lượng của tỉnh, là một trong những chỉ tiêu lớn.",
            &[
                "2027-12-31|Mục tiêu là đến năm 2027, nghề cá phải đạt 20% sản lượng",
                "2030-12-31|đến năm 2030, nghề cá phải đạt 30% sản lượng của tỉnh",
            ],
        );
    }

    #[test]
    fn parts_without_a_number() {
        check(
            "Ngày 5/3/2024, tỉnh phấn đấu đến năm 2030, 90% xã có nước sạch; đường bê tông đến mọi thôn; hiện nay chợ còn xa.",
            &[
                "2030-12-31|Ngày 5/3/2024, tỉnh phấn đấu đến năm 2030, 90% xã có nước sạch",
                "2030-12-31|đường bê tông đến mọi thôn",
            ],
        );
        check(
            "Ngày 5/3/2024, tỉnh phấn đấu đến năm 2030, 90% xã có nước sạch; sổ sách của dân được số hóa.",
            &[
                "2030-12-31|Ngày 5/3/2024, tỉnh phấn đấu đến năm 2030, 90% xã có nước sạch",
                "2030-12-31|sổ sách của dân được số hóa",
            ],
        );
    }
}
