use crate::extract::testing::check_facts;

/// Checks each list as `label|declared|item; item`.
#[track_caller]
pub(super) fn check(text: &str, expected: &[&str]) {
    let items = |e: &super::Enumeration| e.items.iter().map(|i| i.span.of(text)).collect::<Vec<_>>().join(" + ");
    let number = |e: &super::Enumeration| e.declared.map_or("-".to_owned(), |n| n.to_string());
    let line = |e: &super::Enumeration| format!("{}|{}|{}", e.span.of(text), number(e), items(e));
    check_facts(text, |facts| facts.enumerations.iter().map(line).collect(), expected);
}

#[test]
fn ends_with_the_declared_number() {
    check(
        "Tỉnh chọn 3 trụ cột: du lịch biển, nông nghiệp sạch, cảng nước sâu, tạo đà cho tăng trưởng.",
        &["3 trụ cột|3|du lịch biển + nông nghiệp sạch + cảng nước sâu"],
    );
    check(
        "Có ba yếu tố đất, nước và giống quyết định năng suất, theo các nhà nông.",
        &["ba yếu tố|3|đất + nước + giống quyết định năng suất"],
    );
    check(
        "4 ưu tiên lớn của ngành y tế là tiêm chủng, phòng dịch, y tế cơ sở và đào tạo bác sĩ.",
        &["4 ưu tiên lớn|4|tiêm chủng + phòng dịch + y tế cơ sở + đào tạo bác sĩ"],
    );
}

#[test]
fn semicolons_go_before_commas() {
    check(
        "Hai giải pháp gồm: xây hồ chứa, nạo vét kênh; trồng rừng, giữ đất.",
        &["Hai giải pháp|2|xây hồ chứa, nạo vét kênh + trồng rừng, giữ đất"],
    );
    check(
        "Còn những hạn chế như: trường lớp xuống cấp; thiếu giáo viên; thiết bị cũ.",
        &["những hạn chế|-|trường lớp xuống cấp + thiếu giáo viên + thiết bị cũ"],
    );
}

#[test]
fn markers_run_over_paragraphs() {
    check(
        "Giám đốc sở nêu 3 nhiệm vụ của năm học mới.\nMột là, sửa trường trước mùa mưa.\nHai là, tuyển đủ giáo viên.\nBa là, miễn học phí.",
        &["3 nhiệm vụ|3|sửa trường trước mùa mưa + tuyển đủ giáo viên + miễn học phí"],
    );
    check(
        "Đội bóng có 2 nguyên nhân thất bại: (i) hàng thủ yếu (mất hai trụ cột), (ii) thể lực kém.",
        &["2 nguyên nhân thất bại|2|hàng thủ yếu (mất hai trụ cột) + thể lực kém"],
    );
    check("Thứ hai, ngày 5/6, trường mở cửa. Năm là năm khó.", &[]);
}

#[test]
fn invents_nothing() {
    check("Thủ tướng giao 5 nhiệm vụ trọng tâm cho ngành.", &["5 nhiệm vụ trọng tâm|5|"]);
    check("Giá tăng 3 lần, trong khi lương giảm.", &[]);
    check("Công ty có 12 kỹ sư, 5 thợ và 3 xe.", &[]);
}

#[test]
fn a_dual_goal_has_two_items() {
    check(
        "Thành phố theo đuổi “mục tiêu kép”: vừa chống dịch, vừa giữ việc làm.",
        &["mục tiêu kép|2|chống dịch + giữ việc làm"],
    );
}

#[test]
fn numbers_before_markers_without_a_noun_of_lists() {
    check(
        "Xưởng dựa vào ba nguồn. Thứ nhất, gỗ keo. Thứ hai, gỗ tràm. Thứ ba, gỗ xoan.",
        &["ba nguồn|3|gỗ keo + gỗ tràm + gỗ xoan"],
    );
    // Another number counts something else.
    check(
        "Xưởng có năm thợ. Thứ nhất, gỗ keo. Thứ hai, gỗ tràm. Thứ ba, gỗ xoan.",
        &["Xưởng có năm thợ|-|gỗ keo + gỗ tràm + gỗ xoan"],
    );
}

#[test]
fn a_heading_parts_a_label_from_markers() {
    let lines = [
        "Hôm qua, tỉnh họp bàn về nước sạch ở các xã vùng cao.",
        "Đề án đặt ra 2 mục tiêu cụ thể:",
        "Mọi xã có nước sạch.",
        "Mọi hộ có điện.",
        "Tổ chức thực hiện",
        "1. Đào giếng",
        "Sở Xây dựng đào giếng ở các xã.",
        "2. Kéo điện",
        "Sở Công Thương kéo điện về các bản.",
    ];
    let found = crate::extract::testing::facts_of_page(&lines.join("\n")).enumerations;
    let got: Vec<_> =
        found.iter().map(|e| (e.declared, e.items.iter().map(|i| &*i.short).collect::<Vec<_>>())).collect();
    let expected = [(Some(2), vec!["Mọi xã có nước sạch", "Mọi hộ có điện"]), (None, vec!["Đào giếng", "Kéo điện"])];
    assert_eq!(got, expected);
}

#[test]
fn what_is_said_of_all_items_is_no_item() {
    check("Ba nguồn thu gồm: gỗ, cá và muối đều tăng.", &["Ba nguồn thu|3|gỗ + cá + muối"]);
    // Said within one item.
    check("Ba nguồn thu gồm: gỗ đều thớ, cá và muối.", &["Ba nguồn thu|3|gỗ đều thớ + cá + muối"]);
}
