//! Sentences of the finding in Vietnamese.

use super::finding::{CountedWords, FigureWords, FindingWording, PriorityWords, TargetWords, ThemeWords};
use super::{Language, capital};

pub(super) const VI: FindingWording = FindingWording {
    language: Language::Vi,
    stated: |themes, is_apart| {
        let parts: Vec<String> = themes.iter().map(theme).collect();
        let apart =
            if is_apart { "; các chủ đề này thuộc phạm vi khác nhau, không thay cho nhau" } else { "" };
        format!("Theo các bài, {}{apart}.", parts.join("; "))
    },
    priorities,
    figure,
    doubtful: |label, values, days| {
        format!(
            "Chưa so sánh được “{label}”: {} ({}) và {} ({}); cách định nghĩa hoặc cách đếm có thể khác nhau.",
            values[0], days[0], values[1], days[1]
        )
    },
    counted,
    nothing_counted: |from, to| {
        format!(
            "Từ {from} đến {to}, chưa có từ ngữ nào tăng hay giảm quá mức ngẫu nhiên: nên dựa vào điều các bài nêu hơn là số đếm."
        )
    },
    too_little: |year, counted| format!("Năm {year} chỉ có {counted}, quá ít để đếm và so sánh."),
    themes: |year, terms| match year {
        Some(year) => format!("Các chủ điểm nổi bật của năm {year}: {}.", terms.join("; ")),
        None => format!("Các chủ điểm chính: {}.", terms.join("; ")),
    },
    terms: |year, terms| match year {
        Some(year) => format!("Các từ ngữ nổi bật của năm {year}: {}.", quoted(terms)),
        None => format!("Các từ ngữ chính: {}.", quoted(terms)),
    },
    one_year: |year, n, counted| match year {
        Some(year) => {
            format!("Có {n} bài, {counted}, đều thuộc năm {year}: chưa có năm nào khác để so sánh.")
        }
        None => format!("Có {n} bài, {counted}, chưa rõ năm: hãy cho biết năm để so sánh."),
    },
    coverage: |years| {
        let parts: Vec<String> = years.iter().map(|(year, n)| format!("{n} bài năm {year}")).collect();
        format!("So sánh dựa trên {}.", listed(&parts))
    },
    target,
    bounded: |value, bound| match bound {
        "lower" => format!("hơn {value}"),
        "upper" => format!("gần {value}"),
        "estimate" => format!("khoảng {value}"),
        _ => value.to_owned(),
    },
};

fn of(kind: &str) -> &'static str {
    match kind {
        "official_theme" => "chủ đề năm",
        "year_designation" => "năm",
        "orientation" => "định hướng năm",
        "message" => "thông điệp năm",
        _ => "tinh thần năm",
    }
}

fn theme(t: &ThemeWords) -> String {
    let (year, words) = (t.year, &t.words);
    let noun = of(&t.kind);
    match &t.of {
        None => format!("{noun} {year} là “{words}”"),
        Some(of) if t.kind == "official_theme" || t.kind == "message" => {
            let noun = noun.trim_end_matches(" năm");
            let year = if of.contains(&year.to_string()) { String::new() } else { format!(" năm {year}") };
            format!("{noun} của {of}{year} là “{words}”")
        }
        Some(of) => format!("{noun} {year} của {of} là “{words}”"),
    }
}

fn quoted(items: &[String]) -> String {
    items.iter().map(|item| format!("“{item}”")).collect::<Vec<_>>().join(", ")
}

fn items((named, more): &(Vec<String>, u32)) -> String {
    let named = quoted(named);
    if *more == 0 { named } else { format!("{named} và {more} mục khác") }
}

fn priorities(p: &PriorityWords) -> String {
    let mut parts = Vec::new();
    if !p.kept.0.is_empty() {
        parts.push(format!("giữ {}", items(&p.kept)));
    }
    if !p.new.0.is_empty() {
        parts.push(format!("thêm {}", items(&p.new)));
    }
    if !p.gone.0.is_empty() {
        parts.push(format!("không còn nêu {}", items(&p.gone)));
    }
    let by = |name: &Option<String>| name.as_ref().map_or(String::new(), |name| format!(" ({name})"));
    let (earlier, later) = (by(&p.said_by_earlier), by(&p.said_by));
    format!("So với năm {}{earlier}, danh sách “{}” năm {}{later} {}.", p.from, p.label, p.to, parts.join("; "))
}

fn figure(f: &FigureWords) -> String {
    let (how, to) = match f.direction {
        "up" => ("tăng", "lên"),
        "down" => ("giảm", "xuống"),
        _ => ("không đổi", "đến"),
    };
    let change = f.change.as_ref().map_or(String::new(), |change| format!(" {change}"));
    let label = capital(&f.label);
    format!("{label} {how}{change}, từ {} ({}) {to} {} ({}).", f.before, f.before_day, f.after, f.after_day)
}

fn counted(c: &CountedWords) -> String {
    let mut rate = format!(" lần {}", c.unit.rate(Language::Vi));
    let mut list = |terms: &[(String, String, String)], to: &str| {
        let rates = |(term, a, b): &(String, String, String)| {
            format!("“{term}” (từ {a} {to} {b}{})", std::mem::take(&mut rate))
        };
        listed(&terms.iter().map(rates).collect::<Vec<_>>())
    };
    let mut parts = Vec::new();
    if !c.more.is_empty() {
        parts.push(format!("nhiều hơn đến {}", list(&c.more, "lên")));
    }
    if !c.less.is_empty() {
        parts.push(format!("ít hơn đến {}", list(&c.less, "xuống")));
    }
    format!("So với năm {}, các bài năm {} nhắc {}.", c.from, c.to, parts.join("; "))
}

fn target(t: &TargetWords) -> String {
    let outcome = if t.outcome == "reached" { "đã đạt" } else { "chưa đạt" };
    format!("Mục tiêu “{}” {outcome}: bài sau nêu {} ({}).", t.what, t.value, t.day)
}

/// `a, b và c`.
fn listed(items: &[String]) -> String {
    match items {
        [rest @ .., last] if !rest.is_empty() => format!("{} và {last}", rest.join(", ")),
        _ => items.join(", "),
    }
}
