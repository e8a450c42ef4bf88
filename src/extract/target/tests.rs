use crate::extract::testing::{check_facts, facts_of_page};

/// Checks each target as `by|text`.
#[track_caller]
pub(super) fn check(text: &str, expected: &[&str]) {
    let line = |t: &super::Target| format!("{}|{}", t.by.as_deref().unwrap_or("-"), t.span.of(text));
    check_facts(text, |facts| facts.targets.iter().map(line).collect(), expected);
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
fn levels_that_a_plan_brings_a_measure_to() {
    check(
        "Ngày 5/3/2024, huyện nộp đề cương, trong đó nâng tỷ lệ che phủ rừng lên 45% vào năm 2030.",
        &["2030-12-31|nâng tỷ lệ che phủ rừng lên 45% vào năm 2030"],
    );
    check("Ngày 5/3/2024, huyện họp. Huyện đã nâng tỷ lệ che phủ lên 40% vào năm 2020.", &[]);
    check(
        "Ngày 5/3/2024, tỉnh họp. Nghị quyết yêu cầu đến năm 2030 có ít nhất 8 bệnh viện đạt chuẩn.",
        &["2030-12-31|đến năm 2030 có ít nhất 8 bệnh viện đạt chuẩn"],
    );
}

#[test]
fn levels_right_after_the_day() {
    check(
        "Ngày 5/3/2024, tỉnh công bố quy hoạch. Diện tích rừng đến năm 2030 đạt 50.000 ha.",
        &["2030-12-31|Diện tích rừng đến năm 2030 đạt 50.000 ha"],
    );
    check("Ngày 5/3/2024, sở họp. Nhu cầu điện đến năm 2030 đạt 500 MW. Có thể đến năm 2030 đạt 600 MW.", &[]);
    check(
        "Ngày 5/3/2024, ngân hàng họp. Định hướng tăng trưởng tín dụng đến cuối năm 2024 khoảng 15%.",
        &["2024-12-31|Định hướng tăng trưởng tín dụng đến cuối năm 2024 khoảng 15%"],
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

#[test]
fn each_goal_of_a_sentence_is_one() {
    check(
        "Ngày 5/3/2024, tỉnh họp. Huyện đặt mục tiêu trồng 500 ha cà phê vào năm 2025, nâng lên 800 ha vào năm 2027 và 1.200 ha năm 2030.",
        &[
            "2025-12-31|Huyện đặt mục tiêu trồng 500 ha cà phê vào năm 2025",
            "2027-12-31|nâng lên 800 ha vào năm 2027",
            "2030-12-31|1.200 ha năm 2030",
        ],
    );
    check(
        "Ngày 5/3/2024, tỉnh họp. Năm 2025, tỉnh phấn đấu thu ngân sách đạt 9.000 tỷ đồng, tăng 8% so với năm nay; tỷ lệ hộ nghèo còn 2%, kim ngạch xuất khẩu đạt 700 triệu USD.",
        &[
            "2025-12-31|tỉnh phấn đấu thu ngân sách đạt 9.000 tỷ đồng, tăng 8% so với năm nay",
            "2025-12-31|tỷ lệ hộ nghèo còn 2%",
            "2025-12-31|kim ngạch xuất khẩu đạt 700 triệu USD",
        ],
    );
}

#[test]
fn a_deliverable_with_its_day_needs_no_other_word() {
    check(
        "Ngày 5/3/2024, huyện họp. Thứ hai, Sở Giao thông khởi công cầu Bến Mới vào ngày 19/5/2024, tạo đà để đến năm 2026 huyện có 4 cầu qua sông.",
        &[
            "2024-05-19|Sở Giao thông khởi công cầu Bến Mới vào ngày 19/5/2024",
            "2026-12-31|đến năm 2026 huyện có 4 cầu qua sông",
        ],
    );
    check("Ngày 5/3/2024, huyện họp. Cầu Bến Mới khởi công ngày 19/5/2023.", &[]);
    check(
        "Chiều 5/3, huyện họp. Cầu Bến Mới dự kiến thông xe ngày 30/4.",
        &["XXXX-04-30|Cầu Bến Mới dự kiến thông xe ngày 30/4"],
    );
}

#[test]
fn what_is_shot_at_or_suffered_is_no_goal() {
    check("Ngày 5/3/2024, hải quân tập trận. Tên lửa có thể tiêu diệt 36 mục tiêu 60 km.", &[]);
    check("Ngày 5/3/2024, huyện họp. Do mưa cuối tháng 3, toàn huyện có 900 ha lúa bị ngập phải gieo lại.", &[]);
    check("Ngày 5/3/2024, huyện họp. Giải ngân đến cuối quý I mới chỉ đạt 19% kế hoạch.", &[]);
}

#[test]
fn lines_below_a_heading_of_goals_are_goals() {
    check(
        "Ngày 5/3/2024, huyện họp.\nMục tiêu cụ thể đến năm 2030:\n- Tỷ lệ lao động qua đào tạo đạt 75%;\n- Xây dựng 12 trường đạt chuẩn.\nBuổi họp kết thúc lúc trưa.",
        &["2030-12-31|Tỷ lệ lao động qua đào tạo đạt 75%", "2030-12-31|Xây dựng 12 trường đạt chuẩn"],
    );
}

#[test]
fn goals_go_on_after_semicolons() {
    check(
        "Toàn ngành phấn đấu tỷ lệ bao phủ bảo hiểm y tế đạt 92%; số giường trên một vạn dân là 28.",
        &["-|Toàn ngành phấn đấu tỷ lệ bao phủ bảo hiểm y tế đạt 92%", "-|số giường trên một vạn dân là 28"],
    );
    // What was reached stands after the semicolon.
    check("Xã phấn đấu trồng 50 ha rừng; năm 2019 xã đã trồng 30 ha.", &["-|Xã phấn đấu trồng 50 ha rừng"]);
}

#[test]
fn tasks_of_a_list_that_somebody_is_told_to_do() {
    check(
        "Giám đốc Sở Y tế Trần Văn Hậu yêu cầu thực hiện tốt 3 nhiệm vụ. Một là, tiêm vắc-xin cho trên 80% người già. \
         Hai là, giữ vệ sinh nơi làm việc. Ba là, mỗi huyện mở ít nhất 2 phòng khám.",
        &["-|Một là, tiêm vắc-xin cho trên 80% người già", "-|Ba là, mỗi huyện mở ít nhất 2 phòng khám"],
    );
    check(
        "Giám đốc Sở Y tế Trần Văn Hậu nêu 2 kết quả. Một là, tiêm vắc-xin cho trên 80% người già. Hai là, mỗi huyện \
         có 2 phòng khám.",
        &[],
    );
}

#[test]
fn what_is_asked_for_in_lines_counts_with_a_deadline() {
    check(
        "Các chuyên gia kiến nghị 3 việc:\n- Lập quỹ 300 tỉ đồng trước năm 2029;\n- Miễn phí cho trẻ em;\n- Mở rộng cảng \
         lên 5 triệu tấn vào năm 2035.",
        &["2029-12-31|Lập quỹ 300 tỉ đồng trước năm 2029", "2035-12-31|Mở rộng cảng lên 5 triệu tấn vào năm 2035"],
    );
}

#[test]
fn a_share_after_a_comma_is_a_goal_of_its_own() {
    check(
        "Ngày 5/3/2024, huyện họp. Huyện phấn đấu đến năm 2026 trồng 50 ha rừng, 90% hộ nghèo có nhà mới.",
        &["2026-12-31|Huyện phấn đấu đến năm 2026 trồng 50 ha rừng", "2026-12-31|90% hộ nghèo có nhà mới"],
    );
    // A share of a plan or a sum says how much the number before it is.
    check(
        "Ngày 5/3/2024, huyện họp. Huyện phấn đấu thu 90 tỷ đồng đến cuối năm 2024, 80% so với năm trước.",
        &["2024-12-31|Huyện phấn đấu thu 90 tỷ đồng đến cuối năm 2024, 80% so với năm trước"],
    );
}

#[test]
fn results_against_a_goal_are_none() {
    check("Ngày 5/3/2024, huyện họp. Thu ngân sách vượt 12% chỉ tiêu tỉnh giao 90 tỷ đồng.", &[]);
}

#[test]
fn lists_of_goals() {
    check(
        "Ngày 5/3/2024, sở họp.\nMục tiêu đến năm 2028:\n- Giữ gìn bản sắc.\n- 80% học sinh biết bơi;\n- Xây dựng 4 bể bơi.\nCuộc họp đã kết thúc.",
        &["2028-12-31|80% học sinh biết bơi", "2028-12-31|Xây dựng 4 bể bơi"],
    );
    check(
        "Ngày 5/3/2024, sở họp. Đề án có hai nhóm chỉ tiêu. Thứ nhất, ít nhất 60% xã có hồ bơi vào năm 2027. Thứ hai, \
         trên 40% trường dạy bơi. Trưa cùng ngày, 60% đại biểu ra về.",
        &["2027-12-31|ít nhất 60% xã có hồ bơi vào năm 2027", "-|trên 40% trường dạy bơi"],
    );
}

#[test]
fn what_a_plan_says_until_its_day() {
    check(
        "Ngày 5/3/2024, huyện họp. Theo đề án, đến năm 2027, 90% hộ có nước sạch; mỗi xã có ít nhất 2 giếng khoan.",
        &["2027-12-31|đến năm 2027, 90% hộ có nước sạch", "2027-12-31|mỗi xã có ít nhất 2 giếng khoan"],
    );
    check(
        "Ngày 5/3/2024, huyện họp. Huyện phấn đấu 60% dân số trưởng thành biết bơi.",
        &["-|Huyện phấn đấu 60% dân số trưởng thành biết bơi"],
    );
    check("Ngày 5/3/2024, huyện họp. Đến năm 2027, dân số huyện khoảng 90.000 người.", &[]);
    check("Ngày 5/3/2024, huyện họp. Tính đến cuối năm 2023, 90% hộ đã có nước sạch.", &[]);
    check("Ngày 5/3/2024, huyện họp. Đến tháng 3/2024, 8/8 trạm đã sửa xong; 9/9 xã nối mạng cáp quang.", &[]);
    check(
        "Ngày 5/3/2024, huyện họp. Phòng Văn hóa có trách nhiệm công bố bộ sách trước ngày 30/6.",
        &["2024-06-30|Phòng Văn hóa có trách nhiệm công bố bộ sách trước ngày 30/6"],
    );
}

#[test]
fn days_that_head_or_close_several_parts() {
    check(
        "Ngày 5/3/2024, huyện họp. Theo Kế hoạch số 15/KH-UBND, năm 2027, huyện phấn đấu 60% hộ có nước sạch; 90% xã có bác sĩ.",
        &["2027-12-31|năm 2027, huyện phấn đấu 60% hộ có nước sạch", "2027-12-31|90% xã có bác sĩ"],
    );
    check(
        "Ngày 5/3/2024, tỉnh họp. Quyết định giao Sở Tài chính bố trí vốn; UBND các huyện gửi danh sách hộ nghèo trước ngày \
         30/6/2024.",
        &["2024-06-30|UBND các huyện gửi danh sách hộ nghèo trước ngày 30/6/2024"],
    );
    check(
        "Ngày 5/3/2024, tỉnh họp. Các sở gửi báo cáo chậm nhất ngày 15/7/2024.",
        &["2024-07-15|Các sở gửi báo cáo chậm nhất ngày 15/7/2024"],
    );
    check(
        "Ngày 5/3/2024, sở họp.\nMục tiêu cụ thể:\n- Đến năm 2027: 80% học sinh biết bơi; xây 4 bể bơi.",
        &["2027-12-31|Đến năm 2027: 80% học sinh biết bơi", "2027-12-31|xây 4 bể bơi"],
    );
    check(
        "Ngày 5/3/2024, huyện họp. Chủ tịch huyện Lê Văn Bắc cho biết năm 2027 huyện phấn đấu 60% hộ có nước sạch; số hộ \
         nghèo còn 2%.",
        &["2027-12-31|năm 2027 huyện phấn đấu 60% hộ có nước sạch", "2027-12-31|số hộ nghèo còn 2%"],
    );
    // What has been sent, and what only somebody is told of.
    check("Ngày 5/3/2024, tỉnh họp. Các sở đã gửi báo cáo trước ngày 1/3/2024.", &[]);
}

#[test]
fn what_companies_expect_to_reach() {
    check(
        "Ngày 5/3/2024, Vinamilk họp. Vinamilk kỳ vọng đến năm 2027 đạt 500 tỷ đồng doanh thu.",
        &["2027-12-31|Vinamilk kỳ vọng đến năm 2027 đạt 500 tỷ đồng doanh thu"],
    );
    check("Ngày 5/3/2024, huyện họp. Cây cầu được kỳ vọng năm 2027 đón 500 xe.", &[]);
    check("Ngày 5/3/2024, huyện họp. Thu ngân sách thấp hơn mục tiêu đề ra 12%.", &[]);
}

#[test]
fn lines_under_a_colon_are_goals() {
    check(
        "Ngày 5/3/2024, tỉnh họp.\nĐề án đặt ra 2 mục tiêu cụ thể:\nĐến hết năm 2025, 90% hộ có thể nộp phí qua mạng.\nTỉnh tăng ít nhất 5 bậc trong bảng xếp hạng.\nTỉnh đã chi 3 tỷ đồng cho việc này.",
        &[
            "2025-12-31|Đến hết năm 2025, 90% hộ có thể nộp phí qua mạng",
            "-|Tỉnh tăng ít nhất 5 bậc trong bảng xếp hạng",
        ],
    );
    // A paragraph of several sentences is none.
    check("Ngày 5/3/2024, tỉnh họp.\nNgười dân nêu mục tiêu:\nNhà có 3 con bò. Họ vui lắm.", &[]);
}

#[test]
fn the_day_of_a_task_in_a_sentence_of_its_own() {
    check(
        "Ngày 5/3/2024, sở họp. Nâng cấp cổng thông tin phục vụ 2.000 người. Thời gian hoàn thành: quý III/2024.",
        &["2024-09-30|Nâng cấp cổng thông tin phục vụ 2.000 người"],
    );
    check("Ngày 5/3/2024, sở họp. Cầu đã xây xong. Thời gian hoàn thành: quý III/2024.", &[]);
    check("Ngày 5/3/2024, sở họp.\nSở xây cầu.\nThời gian hoàn thành: quý III/2024.", &[]);
}

#[test]
fn information_is_a_verb_or_a_noun() {
    check(
        "Ngày 5/3/2024, huyện họp. Ông Lê Văn Bắc thông tin huyện phấn đấu 60% hộ có nước sạch đến năm 2027.",
        &["2027-12-31|huyện phấn đấu 60% hộ có nước sạch đến năm 2027"],
    );
    check(
        "Ngày 5/3/2024, tỉnh họp. Sở Thông tin và Truyền thông phấn đấu 50% hộ có cửa hàng số đến năm 2027.",
        &["2027-12-31|Sở Thông tin và Truyền thông phấn đấu 50% hộ có cửa hàng số đến năm 2027"],
    );
    check(
        "Ngày 5/3/2024, tỉnh họp. Hạ tầng thông tin và truyền thông phấn đấu phủ 100% thôn đến năm 2027.",
        &["2027-12-31|Hạ tầng thông tin và truyền thông phấn đấu phủ 100% thôn đến năm 2027"],
    );
}

#[test]
fn what_a_document_asks_for_within_a_sentence() {
    check(
        "Ngày 5/3/2024, bộ họp. Bộ đã có văn bản, trong đó yêu cầu các bệnh viện bỏ phim nhựa, hoàn thành trong tháng 9/2024.",
        &["2024-09-30|yêu cầu các bệnh viện bỏ phim nhựa, hoàn thành trong tháng 9/2024"],
    );
    check("Ngày 5/3/2024, bộ họp. Bộ đã có 5 văn bản, trong đó có 2 văn bản của tháng 2/2024.", &[]);
    check(
        "Ngày 5/3/2024, huyện họp. Sở Y tế xóa 3 vùng trắng trong quý II/2024; Công an tỉnh cấp thẻ cho 80% dân trước ngày 30/6/2024.",
        &[
            "2024-06-30|Sở Y tế xóa 3 vùng trắng trong quý II/2024",
            "2024-06-30|Công an tỉnh cấp thẻ cho 80% dân trước ngày 30/6/2024",
        ],
    );
}

#[test]
fn a_duty_with_a_deliverable() {
    check(
        "Ngày 5/3/2024, hãng họp. Các chi nhánh phải hoàn thành việc đối chiếu sổ.",
        &["-|Các chi nhánh phải hoàn thành việc đối chiếu sổ"],
    );
    check("Ngày 5/3/2024, hãng họp. So với mục tiêu đề ra đến năm 2025, hãng còn nhiều việc phải làm.", &[]);
}

#[test]
fn a_year_after_the_goal_word_is_that_of_all_parts() {
    check(
        "Ngày 5/3/2024, bộ họp. Bộ phấn đấu năm 2026 hoàn thành kho hồ sơ; 95% dân số có sổ sức khỏe.",
        &["2026-12-31|Bộ phấn đấu năm 2026 hoàn thành kho hồ sơ", "2026-12-31|95% dân số có sổ sức khỏe"],
    );
}

#[test]
fn what_only_leads_to_a_target_is_left_out() {
    check(
        "Ngày 5/3/2024, hai bên họp. Về hợp tác, sau khi nối mạng với Lào, hai bên sẽ khai trương cổng chung trong quý III/2024.",
        &["2024-09-30|hai bên sẽ khai trương cổng chung trong quý III/2024"],
    );
    check(
        "Ngày 5/3/2024, các hãng họp. Thực hiện Nghị quyết 57, các hãng cam kết đầu tư 312 trạm.",
        &["-|các hãng cam kết đầu tư 312 trạm"],
    );
}

#[test]
fn a_stage_at_the_head_of_a_plan() {
    check(
        "Ngày 5/3/2024, sở họp. Giai đoạn 2025 - 2027, ít nhất 95% dịch vụ công được cung cấp qua mạng.",
        &["2027-12-31|Giai đoạn 2025 - 2027, ít nhất 95% dịch vụ công được cung cấp qua mạng"],
    );
    check("Ngày 5/3/2024, sở họp. Giai đoạn 2021 - 2023, ít nhất 95% dịch vụ công được cung cấp qua mạng.", &[]);
    check("Ngày 5/3/2024, sở họp. Giai đoạn 2023 - 2027, đã có 95% dịch vụ công được cung cấp qua mạng.", &[]);
}

#[test]
fn pledges_with_a_number() {
    check(
        "Ngày 5/3/2024, hãng họp. Các hãng cam kết đầu tư 312 trạm mới.",
        &["-|Các hãng cam kết đầu tư 312 trạm mới"],
    );
    check("Ngày 5/3/2024, hãng họp. Vốn cam kết là 300 tỷ đồng. Các hãng cam kết đầu tư đúng luật.", &[]);
}

#[test]
fn goals_go_on_after_the_sentence_that_sets_them() {
    check(
        "Ngày 5/3/2024, huyện họp. Nghị quyết đề ra mục tiêu đến năm 2030 thu nhập bình quân đạt 90 triệu đồng. Tỷ lệ che phủ rừng đạt 42%. Chú trọng bảo vệ nguồn nước. 95% hộ dân dùng nước sạch.\nTỷ lệ hộ nghèo giảm xuống dưới 2%.",
        &[
            "2030-12-31|Nghị quyết đề ra mục tiêu đến năm 2030 thu nhập bình quân đạt 90 triệu đồng",
            "2030-12-31|Tỷ lệ che phủ rừng đạt 42%",
            "2030-12-31|95% hộ dân dùng nước sạch",
            "2030-12-31|Tỷ lệ hộ nghèo giảm xuống dưới 2%",
        ],
    );
    // What is, what was, what somebody says and what may be end them; so does a paragraph, where no plan sets them.
    for after in [
        "Hiện tỷ lệ che phủ rừng đạt 42%.",
        "Quý I/2024, doanh thu đạt 20 tỷ đồng.",
        "Doanh thu đạt 20 tỷ đồng, tăng 5% so với cùng kỳ.",
        "Nếu mưa thuận, sản lượng đạt 20 tấn.",
        "Công ty có 40 cửa hàng.",
    ] {
        check(
            &format!("Ngày 5/3/2024, công ty họp. Năm 2025, công ty phấn đấu mở 9 cửa hàng. {after}"),
            &["2025-12-31|công ty phấn đấu mở 9 cửa hàng"],
        );
    }
    check(
        "Ngày 5/3/2024, công ty họp. Năm 2025, công ty phấn đấu mở 9 cửa hàng.\nDoanh thu đạt 20 tỷ đồng.",
        &["2025-12-31|công ty phấn đấu mở 9 cửa hàng"],
    );
}

#[test]
fn goals_of_a_business_plan() {
    check(
        "Ngày 5/3/2024, công ty họp. Cổ đông thông qua các chỉ tiêu kế hoạch năm 2024. Doanh thu dự kiến đạt 900 tỷ đồng, trong đó gạo đạt 500 tỷ đồng.",
        &["2024-12-31|Doanh thu dự kiến đạt 900 tỷ đồng, trong đó gạo đạt 500 tỷ đồng"],
    );
    check("Ngày 5/3/2024, công ty họp. Lợi nhuận năm 2023 đạt 60 tỷ đồng, vượt xa chỉ tiêu 40 tỷ đồng.", &[]);
    check("Ngày 5/3/2024, công ty họp. Lợi nhuận đạt 60 tỷ đồng, vượt mục tiêu của công ty.", &[]);
}

#[test]
fn the_day_of_a_goal_that_the_next_part_states() {
    check(
        "Ngày 5/3/2024, sở họp. Mục tiêu làm đường nông thôn đến năm 2028, phấn đấu huyện có 80% số xã có đường nhựa; số cầu tăng ít nhất 2 lần.",
        &["2028-12-31|phấn đấu huyện có 80% số xã có đường nhựa", "2028-12-31|số cầu tăng ít nhất 2 lần"],
    );
    check(
        "Ngày 5/3/2024, huyện họp. Huyện đã đề ra các chỉ tiêu chủ yếu đến năm 2027: giá trị sản xuất bình quân một ha đất trồng trọt và nuôi thủy sản đạt 150 triệu đồng.",
        &["2027-12-31|giá trị sản xuất bình quân một ha đất trồng trọt và nuôi thủy sản đạt 150 triệu đồng"],
    );
}

#[test]
fn headings_group_the_goals_after_them() {
    check(
        "Nghị quyết số 8/NQ-HĐND về kế hoạch năm 2025.\nCác chỉ tiêu chủ yếu:\n1. Về kinh tế:\n- Thu ngân sách đạt 700 tỷ đồng.\n2. Về xã hội:\n- Tỷ lệ hộ nghèo dưới 2%.",
        &["-|Thu ngân sách đạt 700 tỷ đồng", "-|Tỷ lệ hộ nghèo dưới 2%"],
    );
    check(
        "Ngày 5/3/2024, huyện họp.\nMục tiêu đến năm 2030:\nHuyện có ít nhất 50% số xã có chợ. Mỗi xã có ít nhất 2 nhà văn hóa.",
        &["2030-12-31|Huyện có ít nhất 50% số xã có chợ", "2030-12-31|Mỗi xã có ít nhất 2 nhà văn hóa"],
    );
}

#[test]
fn every_part_of_a_goal_counts() {
    check(
        "Ngày 5/3/2024, sở họp. Mục tiêu cụ thể, phấn đấu đến năm 2030: Đào tạo ít nhất 900 thợ; nhận thêm em nhỏ; có ít nhất 70 nghiên cứu sinh; mở ít nhất 3 xưởng.",
        &[
            "2030-12-31|Đào tạo ít nhất 900 thợ",
            "2030-12-31|có ít nhất 70 nghiên cứu sinh",
            "2030-12-31|mở ít nhất 3 xưởng",
        ],
    );
    check(
        "Ngày 5/3/2024, sở họp. Theo Quyết định, mục tiêu chung, đến năm 2030, tỉnh lập đội thợ giỏi; trong đó mở được ít nhất 3 xưởng.\nĐến năm 2050, tỉnh có đội thợ lành nghề.",
        &["2030-12-31|mở được ít nhất 3 xưởng", "2050-12-31|Đến năm 2050, tỉnh có đội thợ lành nghề"],
    );
}

#[test]
fn what_only_stands_beside_a_goal_gives_it_no_day() {
    check(
        "Ngày 5/3/2024, xã họp. Bên cạnh việc hoàn thành đường làng đến năm 2025, xã đặt mục tiêu 80% hộ có nước sạch.",
        &["-|xã đặt mục tiêu 80% hộ có nước sạch"],
    );
    check(
        "Ngày 5/3/2024, xã họp. Chỉ thị yêu cầu chăm lo đường làng ngõ xóm, phấn đấu đến năm 2026 cả xã có 9 cầu.",
        &["2026-12-31|phấn đấu đến năm 2026 cả xã có 9 cầu"],
    );
    check(
        "Ngày 5/3/2024, xã họp. Theo kế hoạch làm đường làng ngõ xóm của huyện, đến năm 2026, sẽ có 100% thôn có đường nhựa.\n80% hộ có nước sạch.",
        &["2026-12-31|đến năm 2026, sẽ có 100% thôn có đường nhựa", "2026-12-31|80% hộ có nước sạch"],
    );
    check("Ngày 5/3/2024, xã họp. Toàn xã thu 40 tấn, đạt 70% so với chỉ tiêu đề ra.\nThôn Bắc thu 9 tấn.", &[]);
}

#[test]
fn the_last_day_of_a_task_and_dates_of_the_month_before() {
    check(
        "Ngày 5/3/2024, Thủ tướng giao Bộ Y tế rà soát giường bệnh. Hạn chót là trong tháng 9.2024.",
        &["2024-09-30|Bộ Y tế rà soát giường bệnh"],
    );
}

#[test]
fn what_the_title_says_is_told_once() {
    let told = |text: &str| facts_of_page(text).targets.iter().map(|t| t.span.of(text).to_owned()).collect::<Vec<_>>();
    let title = "Tỉnh đặt mục tiêu 90% xã có nước sạch vào năm 2030\n\nNgày 5/3/2024, tỉnh họp về việc cấp nước cho vùng cao.\n\n";
    let same = "Tỉnh phấn đấu đến năm 2030, 90% xã có nước sạch";
    assert_eq!(told(&format!("{title}{same}.")), [same]);
    // Another number is another goal.
    let other = "Tỉnh phấn đấu đến năm 2030, 70% xã có chợ";
    assert_eq!(told(&format!("{title}{other}.")), ["Tỉnh đặt mục tiêu 90% xã có nước sạch vào năm 2030", other]);
}

#[test]
fn a_measure_whose_name_has_a_comma() {
    check(
        "Ngày 5/3/2024, tỉnh đặt mục tiêu đến năm 2030, thu ngân sách đạt 500 tỷ đồng, tỷ lệ hài lòng của dân, doanh nghiệp đạt 95%.",
        &[
            "2030-12-31|Ngày 5/3/2024, tỉnh đặt mục tiêu đến năm 2030, thu ngân sách đạt 500 tỷ đồng",
            "2030-12-31|tỷ lệ hài lòng của dân, doanh nghiệp đạt 95%",
        ],
    );
}
