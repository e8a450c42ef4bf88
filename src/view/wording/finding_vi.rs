//! Sentences of the finding in Vietnamese.

use super::Language;
use super::finding::{CountedWords, FigureWords, FindingWording, PriorityWords, TargetWords};

pub(super) const VI: FindingWording = FindingWording {
    language: Language::Vi,
    stated: |years| {
        let parts: Vec<String> =
            years.iter().map(|(year, kind, words)| format!("{} {year}: “{words}”", of(kind))).collect();
        format!("Các bài nêu {}.", parts.join("; "))
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
    too_little: |year, n| format!("Năm {year} chỉ có {n} âm tiết, quá ít để đếm và so sánh."),
    themes: |year, terms| match year {
        Some(year) => format!("Các chủ điểm nổi bật của năm {year}: {}.", terms.join("; ")),
        None => format!("Các chủ điểm chính: {}.", terms.join("; ")),
    },
    one_year: |year, n, syllables| match year {
        Some(year) => {
            format!("Có {n} bài, {syllables} âm tiết, đều thuộc năm {year}: chưa có năm nào khác để so sánh.")
        }
        None => format!("Có {n} bài, {syllables} âm tiết, chưa rõ năm: hãy cho biết năm để so sánh."),
    },
    coverage: |years| {
        let parts: Vec<String> = years.iter().map(|(year, n)| format!("{n} bài năm {year}")).collect();
        format!("So sánh dựa trên {}.", parts.join(", "))
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

fn quoted(items: &[String]) -> String {
    items.iter().map(|item| format!("“{item}”")).collect::<Vec<_>>().join(", ")
}

fn priorities(p: &PriorityWords) -> String {
    let mut parts = Vec::new();
    if !p.kept.is_empty() {
        parts.push(format!("giữ {}", quoted(&p.kept)));
    }
    if !p.new.is_empty() {
        parts.push(format!("thêm {}", quoted(&p.new)));
    }
    if !p.gone.is_empty() {
        parts.push(format!("không còn nêu {}", quoted(&p.gone)));
    }
    format!("Danh sách “{}” từ {} sang {}: {}.", p.label, p.from, p.to, parts.join("; "))
}

fn figure(f: &FigureWords) -> String {
    let how = match f.direction {
        "up" => "tăng",
        "down" => "giảm",
        _ => "không đổi",
    };
    let change = f.percent.as_ref().map_or(String::new(), |(percent, bound)| {
        let bound = match bound.as_str() {
            "at_least" => "ít nhất ",
            "at_most" => "nhiều nhất ",
            "about" => "khoảng ",
            _ => "",
        };
        format!(" {bound}{percent} %")
    });
    format!(
        "{}: từ {} ({}) đến {} ({}), {how}{change}.",
        capital(&f.label),
        f.before,
        f.before_day,
        f.after,
        f.after_day
    )
}

fn counted(c: &CountedWords) -> String {
    let list = |terms: &[(String, String, String)]| {
        terms.iter().map(|(term, a, b)| format!("“{term}” ({a} → {b})")).collect::<Vec<_>>().join(", ")
    };
    let mut parts = Vec::new();
    if !c.more.is_empty() {
        parts.push(format!("nói nhiều hơn {}", list(&c.more)));
    }
    if !c.less.is_empty() {
        parts.push(format!("nói ít hơn {}", list(&c.less)));
    }
    let strength = if c.strength == "strong" { "bằng chứng mạnh" } else { "có bằng chứng" };
    format!("Đếm theo 10.000 âm tiết, từ {} sang {}: {} ({strength}).", c.from, c.to, parts.join("; "))
}

fn target(t: &TargetWords) -> String {
    let outcome = if t.outcome == "reached" { "đã đạt" } else { "chưa đạt" };
    format!("Mục tiêu “{}”: {outcome}, bài sau nêu {} ({}).", t.what, t.value, t.day)
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
