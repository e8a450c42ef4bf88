//! Observances, awards, works of infrastructure: a head and a name in capitals.

use crate::extract::Reading;
use crate::extract::name::capital_run;
use crate::extract::place::{is_level, known_place, place_phrase};
use crate::text::{PhraseList, TokenKind};

use super::hit::Hit;
use super::phrase::capital_phrase;

/// An observance, award or work of infrastructure whose name begins at `i`.
pub(crate) fn named(r: &Reading, i: usize, start: usize, end: usize) -> Option<Hit> {
    observance(r, i, start, end)
        .or_else(|| award(r, i, end))
        .or_else(|| route(r, i, end))
        .or_else(|| works(r, i, end))
        .or_else(|| plant(r, i, end))
}

/// `Ngày Chuyển đổi số quốc gia`, `Năm Dữ liệu số quốc gia`, `Tháng hành động vì trẻ em`.
fn observance(r: &Reading, i: usize, start: usize, end: usize) -> Option<Hit> {
    if !r.is_capital(i) || !matches!(r.low(i), "ngày" | "năm" | "tháng" | "tuần") || i + 1 >= end {
        return None;
    }
    let from = i + 1 + usize::from(r.low(i) == "tuần" && r.low(i + 1) == "lễ");
    if r.kind(from) != Some(TokenKind::Word)
        || matches!(r.low(from), "hội" | "nay" | "nào" | "càng" | "học")
        || is_numeral(r, from)
    {
        return None;
    }
    if r.is_capital(from) {
        let to = capital_phrase(r, from, end)?;
        let weekday = known_place(r, from, end) == Some(to);
        return (!weekday).then(|| Hit::new(i..to, "observance", "observance"));
    }
    // In small letters only inside a sentence and only up to its range.
    if i == start {
        return None;
    }
    let to = (from + 1..end.min(from + 8))
        .find_map(|k| r.any(k, &["quốc gia", "thế giới", "quốc tế", "việt nam", "toàn quốc"]))?;
    let plain = (from..to).all(|k| r.kind(k) == Some(TokenKind::Word) && !super::phrase::is_stop(r, k));
    plain.then(|| Hit::new(i..to, "observance", "observance"))
}

fn is_numeral(r: &Reading, i: usize) -> bool {
    matches!(r.low(i), "một" | "hai" | "ba" | "bốn" | "tư" | "năm" | "sáu" | "bảy" | "tám" | "chín" | "mười" | "là")
}

pub(super) static AWARDS: PhraseList = PhraseList::new(&["huân chương", "huy chương", "giải thưởng", "kỷ niệm chương"]);

/// `Huân chương Lao động hạng Nhất`, `Giải thưởng Hồ Chí Minh`.
fn award(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let (_, from) = r.which(i, &AWARDS)?;
    if from >= end || !r.is_capital(from) || !r.is_capital(i) && r.low(i) == "huy" {
        return None;
    }
    let mut to = capital_phrase(r, from, end)?;
    if is_level(r, from) == Some(to) {
        return None;
    }
    if r.low(to) == "hạng" && matches!(r.low(to + 1), "nhất" | "nhì" | "ba") && to + 1 < end {
        to += 2;
    }
    Some(Hit::new(i..to, "award", "award"))
}

pub(super) static ROUTES: PhraseList = PhraseList::new(&[
    "đường sắt cao tốc",
    "đường sắt tốc độ cao",
    "đường sắt đô thị",
    "đường sắt",
    "metro",
    "đường dây",
    "hành lang kinh tế",
]);

/// A line between places: `đường sắt Lào Cai - Hà Nội - Hải Phòng`, `đường dây 500 kV mạch 3 Vũng Áng - Dốc Sỏi`.
fn route(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    const BETWEEN: [&str; 12] =
        ["kv", "mạch", "số", "tuyến", "cao", "tốc", "độ", "trên", "liên", "vùng", "kép", "đoạn"];
    let (_, head) = r.which(i, &ROUTES)?;
    let between = |&k: &usize| r.kind(k) == Some(TokenKind::Number) || BETWEEN.contains(&r.low(k));
    let from = head + (head..end.min(head + 6)).take_while(between).count();
    let station = |k: usize| {
        let run = capital_run(r, k, end.min(k + 4));
        let to = if r.kind(run) == Some(TokenKind::Number) && r.raw(run).len() < 3 { run + 1 } else { run };
        (run > k).then_some(to)
    };
    let mut to = station(from)?;
    let mut stations = 1;
    while matches!(r.raw(to), "-" | "–") && to + 1 < end {
        let Some(next) = station(to + 1) else { break };
        (to, stations) = (next, stations + 1);
    }
    (stations > 1).then(|| Hit::new(i..to, "infrastructure", "route"))
}

pub(super) static PLANTS: PhraseList = PhraseList::new(&[
    "nhà máy nhiệt điện",
    "nhà máy thủy điện",
    "nhà máy điện gió",
    "nhà máy điện mặt trời",
    "nhà máy lọc hóa dầu",
    "nhà máy lọc dầu",
    "nhà máy điện",
    "thủy điện",
    "nhiệt điện",
]);

/// A plant with a name of its own: `Nhà máy Nhiệt điện Vĩnh Tân 4`, `thủy điện Hòa Bình`.
fn plant(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let (_, from) = r.which(i, &PLANTS)?;
    if from >= end || !r.is_capital(from) || super::phrase::is_stop(r, from) {
        return None;
    }
    let run = capital_run(r, from, end.min(from + 4));
    let number = run < end && r.kind(run) == Some(TokenKind::Number) && r.raw(run).len() < 3;
    let country = known_place(r, from, end).is_some() && r.phrase(from, "việt nam").is_some();
    (run > from + 1 && !country).then(|| Hit::new(i..run + usize::from(number), "facility", "plant"))
}

pub(super) static WORKS: PhraseList = PhraseList::new(&[
    "cảng hàng không quốc tế",
    "cảng hàng không",
    "sân bay quốc tế",
    "sân bay",
    "cao tốc",
    "vành đai",
    "khu công nghệ cao",
    "metro số",
]);

/// `sân bay Long Thành`, `cao tốc Bắc - Nam`, `đường Vành đai 3`.
fn works(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let (_, from) = r.which(i, &WORKS)?;
    if r.phrase(i, "vành đai").is_some() || r.phrase(i, "metro số").is_some() {
        let numbered = r.kind(from) == Some(TokenKind::Number)
            && r.raw(from).len() == 1
            && (r.is_capital(i) || r.low(i) == "metro");
        return numbered.then(|| Hit::new(i..from + 1, "infrastructure", "numbered road"));
    }
    if known_place(r, from, end) == Some(from + 1) {
        return None;
    }
    let road = r.phrase(i, "cao tốc").is_some();
    if i > 0 && r.low(i - 1) == "tàu" {
        return None;
    }
    let run = capital_run(r, from, end.min(from + 3));
    let mut to = place_phrase(r, from, end)
        .or_else(|| r.any(from, &["bắc", "đông"]).filter(|_| r.is_capital(from)))
        .or_else(|| (run > from + 1 && !road).then_some(run))?;
    while matches!(r.raw(to), "-" | "–") && to + 1 < end && r.is_capital(to + 1) {
        let run = capital_run(r, to + 1, end.min(to + 4));
        to = place_phrase(r, to + 1, end).unwrap_or(run);
    }
    let category = if road { "infrastructure" } else { "facility" };
    Some(Hit::new(i..to, category, "works"))
}
