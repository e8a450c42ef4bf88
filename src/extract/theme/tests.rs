use crate::extract::testing::check_facts;

/// Checks each theme as `year|kind|text`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let kind = |t: &super::Theme| serde_json::to_string(&t.kind).unwrap().replace('"', "");
    let line = |t: &super::Theme| format!("{}|{}|{}", t.year, kind(t), t.span.of(text));
    check_facts(text, |facts| facts.themes.iter().map(line).collect(), expected);
}

#[test]
fn designates_years() {
    check(
        "Năm 2021 là năm chống hạn, năm 2022 là năm trồng rừng, còn năm 2023 sẽ là năm làm đường.",
        &[
            "2021|year_designation|Năm 2021 là năm chống hạn",
            "2022|year_designation|năm 2022 là năm trồng rừng",
            "2023|year_designation|năm 2023 sẽ là năm làm đường",
        ],
    );
    check(
        "Tỉnh chọn năm 2025 là năm chuyển đổi xanh, tạo đà cho nhiệm kỳ mới.",
        &["2025|year_designation|năm 2025 là năm chuyển đổi xanh"],
    );
}

#[test]
fn descriptions_are_no_themes() {
    check("Năm 2019 là năm thứ ba liên tiếp sông cạn.", &[]);
    check("Năm 2020 là một năm buồn với đội bóng.", &[]);
    check("Sản lượng năm 2022 là 5 triệu tấn.", &[]);
    check("Năm 2016 là năm đầu tiên trường mở lớp.", &[]);
}

#[test]
fn reads_official_themes_and_mottos() {
    check("Tháng Thanh niên năm 2024 có chủ đề “Tuổi trẻ tình nguyện”.", &["2024|official_theme|Tuổi trẻ tình nguyện"]);
    check("Phương châm hành động năm 2025 là “Kỷ cương, sáng tạo”.", &["2025|spirit|Kỷ cương, sáng tạo"]);
    check("Tinh thần của năm 2026 là dám nghĩ, dám làm.", &["2026|spirit|Tinh thần của năm 2026 là dám nghĩ, dám làm"]);
    check(
        "Trọng tâm của ngành giáo dục trong năm 2024 là sửa trường vùng lũ và tuyển giáo viên.",
        &["2024|orientation|sửa trường vùng lũ và tuyển giáo viên"],
    );
}
