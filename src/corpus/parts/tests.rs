use super::*;
use crate::corpus::{Analysis, Clock, Engine};
use crate::extract::Given;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::built_in(str::to_owned));

fn read(text: &str) -> Analysis {
    ENGINE.analyse(text, &Given::default())
}

/// Checks the stretches of a text in order, each as `year reason`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let analysis = read(text);
    let mut stretches: Vec<(usize, String)> = Vec::new();
    for part in analysis.parts.list() {
        let year = part.year.map_or("-".to_owned(), |y| y.to_string());
        let shown = |s: &Stretch| (s.span.start(), format!("{year} {}", s.reason.code()));
        stretches.extend(part.stretches.iter().map(shown));
    }
    stretches.sort();
    let got: Vec<&str> = stretches.iter().map(|s| s.1.as_str()).collect();
    assert_eq!(
        got,
        expected,
        "{text}\n{:?}",
        analysis.facts.dates.iter().map(|d| (&d.value, d.role)).collect::<Vec<_>>()
    );
    let all: u32 = analysis.parts.list().iter().map(|p| p.n_syllables).sum();
    assert_eq!(all, analysis.n_syllables);
}

const REVIEW: &str = "Sở Nông nghiệp tỉnh tổng kết công tác năm 2022, triển khai nhiệm vụ năm 2023

Ngày 20/12/2022, Sở Nông nghiệp tỉnh tổ chức hội nghị tổng kết công tác năm 2022, triển khai nhiệm vụ năm 2023.

Năm 2022, sản lượng lúa của tỉnh đạt 1,2 triệu tấn. Giá phân bón tăng mạnh làm nông dân giảm lãi.

Năm 2023 sẽ là năm cơ giới hóa, Giám đốc Sở cho biết. Sở sẽ hỗ trợ hợp tác xã mua máy gặt. Máy gặt phải về đến từng xã.

Sở cũng sẽ mở lớp lái máy cấy cho thanh niên. Máy cấy giúp nông dân đỡ công.

Trong năm tới, ngành phấn đấu đưa máy sấy về mọi hợp tác xã, hướng tới năm 2030 không còn phơi lúa trên đường.

Giám đốc Sở yêu cầu các huyện phải rà soát diện tích lúa, cần có bản đồ ruộng.

Thương lái cho rằng giá lúa khó giảm.";

#[test]
fn an_article_of_december_speaks_of_the_next_year() {
    check(
        REVIEW,
        &[
            "2022 named",
            "2022 named",
            "2022 named",
            "2022 paragraph",
            "2023 named",
            "2023 paragraph",
            "2023 continued",
            "2023 named",
            "2023 planned",
            "2022 article",
        ],
    );
    let analysis = read(REVIEW);
    assert_eq!(analysis.facts.meta.year, Some(2022));
    let n = |year| analysis.parts.list().iter().find(|p| p.year == Some(year)).map_or(0, |p| p.n_syllables);
    assert!(n(2023) > n(2022), "{} {}", n(2022), n(2023));
    let at = REVIEW.find("máy gặt").unwrap();
    assert_eq!([Clock::Published, Clock::Discussed].map(|clock| analysis.year_at(at, clock)), [Some(2022), Some(2023)]);
}

#[test]
fn limits_horizons_and_what_is_compared_with_are_not_spoken_of() {
    let day = "Sáng 9/5/2024, tỉnh họp về cảng biển.";
    check(&format!("{day} Cảng xong trước năm 2026, đến năm 2030 đón tàu lớn."), &["2024 named", "2024 paragraph"]);
    check(&format!("{day}\nHàng qua cảng tăng 12% so với năm 2023."), &["2024 named", "2024 article"]);
    check(
        &format!("{day}\nChiến lược biển đến năm 2030, tầm nhìn 2045 nêu rõ việc này."),
        &["2024 named", "2024 article"],
    );
    check(&format!("{day}\nCông ty lập năm 1995 ở Hải Phòng. Thuyền đã cũ."), &["2024 named", "2024 article"]);
    check(&format!("{day}\nLuật Biển năm 2025 nêu việc này."), &["2024 named", "2024 article"]);
}

#[test]
fn a_year_that_opens_its_sentence_counts_also_far_away_but_for_it_alone() {
    let day = "Sáng 9/5/2024, tỉnh họp về cảng biển.";
    check(
        &format!("{day}\nNăm 2010, cảng chỉ đón tàu nhỏ. Nay tàu lớn vào tận bến."),
        &["2024 named", "2010 named", "2024 article"],
    );
    check(
        &format!("{day}\nTheo thống kê, đến cuối năm 2023, cảng có 12 cầu. Cầu nào cũng kín tàu."),
        &["2024 named", "2023 named", "2023 paragraph"],
    );
}

#[test]
fn headings_hold_until_the_next() {
    check(
        "Tỉnh họp bàn về nghề cá

Sáng 9/12/2024, tỉnh họp bàn về nghề cá ven biển của tỉnh.

Nhiệm vụ của năm 2025

Tàu cá gắn máy định vị, không đi vào vùng nước lạ. Ngư dân học luật biển mỗi tháng một buổi tại xã.",
        &["2024 article", "2024 named", "2025 named", "2025 heading"],
    );
}

#[test]
fn english_sentences_follow_the_same_rules() {
    check(
        "On 12 December 2023, the council met in Hue. In 2024, the council will plant trees. Trees cool the streets.",
        &["2023 named", "2024 named", "2024 paragraph"],
    );
}

#[test]
fn a_text_without_years_is_one_part() {
    check("Nước lên nhanh. Người dân chạy lũ.", &["- article"]);
    assert_eq!(read("").parts.list().len(), 1);
}
