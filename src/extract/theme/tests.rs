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
fn designates_a_bare_year_behind_a_colon() {
    check("Chủ tịch xã: 2026 là năm trồng rừng.", &["2026|year_designation|2026 là năm trồng rừng"]);
    check("Sản lượng: 2026 là 5 triệu tấn.", &[]);
    // The name of a year ends before what a headline goes on with.
    check("Năm 2026 sẽ là Năm Biển sạch, làng chài ra quân", &["2026|year_designation|Năm 2026 sẽ là Năm Biển sạch"]);
}

#[test]
fn what_is_quoted_is_the_theme() {
    let canonical = |facts: &crate::extract::Facts| facts.themes.iter().map(|t| t.canonical.clone()).collect();
    for (text, theme) in [
        ("Năm 2024 là năm “Biển sạch – Làng xanh”.", "Biển sạch – Làng xanh"),
        ("Năm 2024 là năm \"Biển sạch\".", "Biển sạch"),
        ("Năm 2024 là năm biển sạch.", "năm biển sạch"),
    ] {
        check_facts(text, canonical, &[theme]);
    }
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

/// Checks what each theme is the theme of, `-` for the year as a whole.
#[track_caller]
fn check_scope(text: &str, expected: &[&str]) {
    let line = |t: &super::Theme| t.scope.map_or("-", |scope| scope.of(text)).to_owned();
    check_facts(text, |facts| facts.themes.iter().map(line).collect(), expected);
}

#[test]
fn tells_what_a_theme_is_the_theme_of() {
    // Occasions, before and after the noun.
    check_scope("Tháng Thanh niên năm 2024 có chủ đề “Tuổi trẻ tình nguyện”.", &["Tháng Thanh niên"]);
    check_scope("Chủ đề của Năm Du lịch quốc gia 2026 là “Biển gọi”.", &["Năm Du lịch quốc gia"]);
    check_scope("Chủ đề Tuần lễ Áo dài năm 2026 là “Sắc lụa”.", &["Tuần lễ Áo dài"]);
    check_scope("Diễn đàn nước sạch 2026 diễn ra tại Huế với chủ đề “Giữ nguồn”.", &["Diễn đàn nước sạch"]);
    check_scope("Ngày Sách Việt Nam (21/4) năm 2025 mang chủ đề “Đọc để lớn”.", &["Ngày Sách Việt Nam"]);
    check_scope("Lễ hội Cà phê năm 2025, với chủ đề “Hương đất”, mở cửa hôm nay.", &["Lễ hội Cà phê"]);
    check_scope("Hội Hoa toàn quốc năm nay với chủ đề “Sắc xuân” mở cửa hôm nay (5/1/2025).", &["Hội Hoa toàn quốc"]);
    check_scope("Giờ Trái đất năm 2025 mang chủ đề “Tắt đèn”.", &["Giờ Trái đất"]);
    // Whose year it is.
    check_scope("Sở vừa đánh giá việc số hóa ngành Y tế Thủ đô năm 2025 với chủ đề “Gần dân”.", &["ngành Y tế Thủ đô"]);
    check_scope("Phương châm hành động năm 2025 của ngành y tế là “Gần dân”.", &["ngành y tế"]);
    check_scope("Năm 2025, ngành giáo dục chọn chủ đề “Trường vui”.", &["ngành giáo dục"]);
    check_scope("Tỉnh Hà Giang xác định năm 2025 là năm làm đường.", &["Tỉnh Hà Giang"]);
    check_scope("Năm 2025 được ngành thuế xác định là năm hóa đơn điện tử.", &["ngành thuế"]);
    check_scope("Đối với ngành ngân hàng, năm 2025 là năm tiền số.", &["ngành ngân hàng"]);
    check_scope("Năm 2025 là năm chuyển đổi số của ngành đường sắt.", &["ngành đường sắt"]);
    check_scope("The theme of World Water Day 2026 is “Springs”.", &["World Water Day"]);
}

#[test]
fn the_year_as_a_whole_has_no_such_scope() {
    check_scope("Năm 2025 là năm trồng rừng.", &["-"]);
    check_scope("Chủ đề năm 2025 là “Trồng rừng”.", &["-"]);
    check_scope("Tinh thần của năm 2026 là dám nghĩ, dám làm.", &["-"]);
    // An owner that does something, and hours of the day.
    check_scope("Tỉnh Hà Giang đẩy mạnh trồng rừng năm 2025 với chủ đề “Rừng xanh”.", &["-"]);
    check_scope("Từ giờ đến hết năm 2025, chủ đề của năm 2025 là “Rừng xanh”.", &["-"]);
    // A day and a place that only stand near it.
    check_scope("Ngày 5/1, tại thành phố Huế, Thủ tướng nói năm 2025 là năm trồng rừng.", &["-"]);
    check_scope("Hưởng ứng Ngày Môi trường, Thủ tướng nói năm 2025 là năm trồng rừng.", &["-"]);
}

#[test]
fn reads_english_designations_and_themes() {
    check(
        "2023 has been chosen as the Year of Clean Rivers, and the theme of Boat Day 2023 (10 May) was “Boats for all”.",
        &["2023|year_designation|Year of Clean Rivers", "2023|official_theme|Boats for all"],
    );
    check(
        "The mayor said on 3 March 2024 that next year will be the year of mending the old piers, as they wish.",
        &["2025|year_designation|year of mending the old piers"],
    );
    check_scope(
        "The Ministry of Health has declared 2024 the Year of Clean Wells for Schools.",
        &["Ministry of Health"],
    );
    check_scope("Boat Day’s theme for 2024 is “Boats for all”.", &["Boat Day"]);
    check_scope("The theme of Clean Wells Day 2025, marked on May 10, was “Wells for all”.", &["Clean Wells Day"]);
    check(
        "The third year, 2022, was the year of Clean Lamps, and the fourth year, 2023, spoke of the lamps of the year of rain.",
        &["2022|year_designation|year of Clean Lamps"],
    );
    // What a year was like; a year of something else.
    check("2030 boats and lamps were sold by the town in the year of rain, and nobody was ill.", &[]);
    check(
        "2020 was the year of the flood, and 2021 was a year of rain for them. In 2022 it was the Year of the Tiger.",
        &[],
    );
}

#[test]
fn the_statement_ends_with_its_mark_or_before_what_is_done() {
    check(
        "Năm Giáp Thìn 2024 là năm “trồng rừng” nhằm giữ nước. Năm 2025 là Năm Nước sạch, tập trung vào giếng làng.",
        &[
            "2024|year_designation|Năm Giáp Thìn 2024 là năm “trồng rừng",
            "2025|year_designation|Năm 2025 là Năm Nước sạch",
        ],
    );
}

#[test]
fn years_named_in_a_row() {
    check(
        "Năm 2020 là năm trồng rừng; 2021 là năm giữ rừng, 2022 là năm mở rừng.",
        &[
            "2020|year_designation|Năm 2020 là năm trồng rừng",
            "2021|year_designation|2021 là năm giữ rừng",
            "2022|year_designation|2022 là năm mở rừng",
        ],
    );
    check("Xã xác định năm 2020 là cột mốc đầu tiên, là năm trồng rừng.", &["2020|year_designation|năm trồng rừng"]);
    // Only what the year was like; a sum.
    check("Năm 2020 là cột mốc đầu tiên, là niềm vui của xã.", &[]);
    check("Xã có 40 hộ; 2021 là số cây của họ.", &[]);
}
