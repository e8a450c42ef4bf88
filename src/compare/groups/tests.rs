use super::*;
use crate::corpus::{Analysis, Engine};
use crate::extract::Given;

/// The themes of texts, each as the terms with the counts of sentences by year.
fn read(texts: &[(i32, &str)], clock: Clock) -> Vec<(Vec<String>, Vec<u32>)> {
    let engine = Engine::built_in(str::to_owned);
    let read = |t: &(i32, &str)| engine.analyse(t.1, &Given { year: Some(t.0), ..Given::default() });
    let read: Vec<Analysis> = texts.iter().map(read).collect();
    let names: Vec<String> = (0..read.len()).map(|i| format!("{i}")).collect();
    let sources: Vec<Source> = names.iter().map(String::as_str).zip(&read).collect();
    let comparison = crate::compare::compare(&engine.lexicon().term_words, &sources, clock);
    let terms =
        |g: &ThemeGroup| g.terms.iter().map(|&t| comparison.terms.term(&comparison.terms.rows[t]).to_owned()).collect();
    comparison.groups.iter().map(|g| (terms(g), g.by_year.clone())).collect()
}

const SEA: &str = "Tỉnh đón tàu biển ở cảng nước sâu. Cảng nước sâu có thêm bến.\n
Tàu biển vào cảng nước sâu nhiều hơn.\n
Trường mầm non thiếu giáo viên. Giáo viên trường mầm non lương thấp.\n
Giáo viên bỏ trường mầm non.";

#[test]
fn terms_of_one_matter_are_one_theme() {
    let later = "Tàu biển rời cảng nước sâu trước bão. Cảng nước sâu đóng cửa.\n\nTrường mầm non có giáo viên mới.";
    let got = read(&[(2021, SEA), (2022, later)], Clock::Published);
    let themes: Vec<(Vec<&str>, &[u32])> =
        got.iter().map(|g| (g.0.iter().map(String::as_str).collect(), g.1.as_slice())).collect();
    assert_eq!(themes.len(), 2, "{themes:?}");
    assert!(themes.iter().any(|t| t.0.contains(&"cảng nước sâu") && t.0.contains(&"tàu biển") && t.1 == [3, 2]));
    assert!(themes.iter().any(|t| t.0.contains(&"trường mầm non") && t.0.contains(&"giáo viên") && t.1 == [3, 1]));
}

#[test]
fn the_order_of_the_articles_makes_no_difference() {
    let later = "Tàu biển rời cảng nước sâu trước bão. Cảng nước sâu đóng cửa.";
    let one = read(&[(2021, SEA), (2022, later)], Clock::Discussed);
    let other = read(&[(2022, later), (2021, SEA)], Clock::Discussed);
    assert_eq!(one, other);
    assert!(read(&[], Clock::Published).is_empty());
}

#[test]
fn a_domain_term_names_a_theme_and_general_words_make_none() {
    let text = "Trạm sạc xe điện được đầu tư, người dân sử dụng nhiều. Doanh nghiệp cung cấp xe điện cho người dân.\n
Người dân sử dụng xe điện nếu có trạm sạc xe điện. Doanh nghiệp đầu tư cho người dân sử dụng.\n
Doanh nghiệp đầu tư thêm trạm sạc xe điện, người dân sử dụng xe điện.\n
Nhà trẻ mở thêm lớp, cô nuôi dạy trẻ đủ người.";
    let got = read(&[(2023, text)], Clock::Published);
    let heads: Vec<&str> = got.iter().map(|g| g.0[0].as_str()).collect();
    assert_eq!(heads, ["trạm sạc xe điện"], "{got:?}");
    for general in ["người dân", "sử dụng", "đầu tư", "doanh nghiệp"] {
        assert!(got.iter().all(|g| g.0.iter().all(|t| t != general)), "{general} in {got:?}");
    }
}
