//! Who gives a figure is no part of what it measures: `Cục Thống kê ước tính số khách` is about `số khách`.

use crate::text::{fold, tokens};

/// Verbs by which somebody gives a figure, before what is measured.
const TELLS: [&str; 16] = [
    "ước tính",
    "cho biết",
    "cho hay",
    "cho thấy",
    "cho rằng",
    "dự báo",
    "dự tính",
    "công bố",
    "ghi nhận",
    "nhận định",
    "estimates",
    "estimated",
    "reports",
    "reported",
    "says",
    "forecasts",
];
/// Words that may stand between the verb and what is measured.
const LINKS: [&str; 4] = ["rằng", "là", "that", "về"];
/// Words with which a measure begins: what stands before the verb is measured itself (`tỷ lệ người dân cho biết hài lòng`).
const MEASURES: [&str; 31] = [
    "tỷ lệ",
    "tỉ lệ",
    "tỷ trọng",
    "tỉ trọng",
    "tỷ suất",
    "số",
    "tổng số",
    "tổng thu",
    "tổng vốn",
    "tổng giá trị",
    "doanh thu",
    "doanh số",
    "quy mô",
    "giá",
    "giá trị",
    "kim ngạch",
    "gdp",
    "chỉ số",
    "thu nhập",
    "sản lượng",
    "mức",
    "lượng",
    "lượt",
    "diện tích",
    "vốn",
    "the share",
    "the number",
    "share",
    "number",
    "rate",
    "total",
];

/// What is measured, without who says so.
pub(super) fn without_teller(label: &str) -> &str {
    let tokens = tokens(label);
    let low: Vec<String> = tokens.iter().map(|t| fold(t.span.of(label))).collect();
    let stands = |at: usize, phrases: &[&str]| {
        let fits = |phrase: &str| {
            let n = phrase.split(' ').count();
            (low.get(at..at + n)?.join(" ") == phrase).then_some(n)
        };
        phrases.iter().find_map(|phrase| fits(phrase))
    };
    let Some((at, n)) = (1..low.len()).find_map(|at| Some((at, stands(at, &TELLS)?))) else { return label };
    if (0..at).any(|i| stands(i, &MEASURES).is_some()) {
        return label;
    }
    let mut first = at + n;
    while stands(first, &LINKS).is_some() {
        first += 1;
    }
    tokens.get(first).map_or(label, |token| &label[token.span.start()..])
}

#[cfg(test)]
mod tests {
    use super::without_teller;

    #[test]
    fn who_says_so_is_no_part_of_the_measure() {
        for (label, measure) in [
            ("Cục Thống kê ước tính số khách", "số khách"),
            ("Tổng cục Thống kê ước tính kim ngạch", "kim ngạch"),
            ("Ngân hàng Thế giới dự báo tăng trưởng", "tăng trưởng"),
            ("Báo cáo của sở cho biết tỷ lệ tiêm chủng", "tỷ lệ tiêm chủng"),
            ("The World Bank estimates that exports", "exports"),
            // Nothing is measured behind the verb.
            ("Sở Du lịch ước tính", "Sở Du lịch ước tính"),
            ("doanh thu ước tính", "doanh thu ước tính"),
            ("số ca ghi nhận trong ngày", "số ca ghi nhận trong ngày"),
            // What stands before the verb is measured.
            ("Tỷ lệ người dân cho biết hài lòng", "Tỷ lệ người dân cho biết hài lòng"),
            ("ghi nhận ca mắc", "ghi nhận ca mắc"),
            ("", ""),
        ] {
            assert_eq!(without_teller(label), measure, "{label}");
        }
    }
}
