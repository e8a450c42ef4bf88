use super::super::testing::read_facts;

/// Checks each target as `by|text`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    read_facts(text, |reading, facts| {
        let got: Vec<String> = facts
            .targets
            .iter()
            .map(|t| format!("{}|{}", t.by.as_deref().unwrap_or("-"), t.span.of(reading.text)))
            .collect();
        assert_eq!(got, expected, "{text}");
    });
}

#[test]
fn deadlines_make_targets() {
    check(
        "Ngày 5/3/2024, tỉnh họp về y tế. Đến năm 2030, tỉnh phấn đấu 100% trạm y tế có bác sĩ.",
        &["2030-12-31|Đến năm 2030, tỉnh phấn đấu 100% trạm y tế có bác sĩ"],
    );
    check(
        "Ngày 5/3/2024, chủ đầu tư báo cáo. Dự án sẽ hoàn thành trong quý III/2025, góp phần giảm kẹt xe.",
        &["2025-09-30|Dự án sẽ hoàn thành trong quý III/2025"],
    );
    check(
        "Ngày 5/3/2024, Chủ tịch tỉnh Lê Văn Bắc yêu cầu Sở Giao thông sửa xong cầu trước ngày 30/4/2024.",
        &["2024-04-30|Sở Giao thông sửa xong cầu trước ngày 30/4/2024"],
    );
}

#[test]
fn a_goal_goes_on_in_the_clauses_after_it() {
    check(
        "Ngày 5/3/2024, huyện phấn đấu đến cuối năm 2024, độ che phủ đạt 41%; đến năm 2030 đạt 45%.",
        &[
            "2024-12-31|Ngày 5/3/2024, huyện phấn đấu đến cuối năm 2024, độ che phủ đạt 41%",
            "2030-12-31|đến năm 2030 đạt 45%",
        ],
    );
    check(
        "Ngày 5/3/2024, tỉnh họp. Sở Xây dựng được giao hoàn thành đề án trong quý III/2024.",
        &["2024-09-30|Sở Xây dựng được giao hoàn thành đề án trong quý III/2024"],
    );
}

#[test]
fn what_comes_late_is_none() {
    check("Ngày 5/3/2024, đội tuyển tập trung. Phải đến ngày 10/6/2024 thủ môn mới xuất hiện.", &[]);
    check("Phát hiện sớm, đưa vào bệnh viện thì người bệnh khỏe lại.", &[]);
    check("Mục tiêu của hai người là sống vui.", &[]);
}

#[test]
fn numbers_and_deliverables_make_targets() {
    check("Đội tuyển đặt mục tiêu giành 5 huy chương vàng.", &["-|Đội tuyển đặt mục tiêu giành 5 huy chương vàng"]);
    check(
        "Thứ trưởng Đỗ Minh Sơn yêu cầu sớm đưa nhà máy nước vào vận hành, nhằm cấp nước cho dân.",
        &["-|sớm đưa nhà máy nước vào vận hành"],
    );
}

#[test]
fn wishes_results_and_notices_are_none() {
    check("Ngày 5/3/2024, bà nói. Tôi mong năm 2025 sẽ được mùa.", &[]);
    check("Năm 2023, tỉnh đã hoàn thành 50 km đường.", &[]);
    check("Ngày 5/3/2024, ban tổ chức họp. Giải đấu sẽ diễn ra ngày 20/6/2024.", &[]);
    check("Ngày 5/3/2024, các nhà kinh tế họp. Giá gạo được dự báo sẽ tăng trong năm 2025.", &[]);
}
