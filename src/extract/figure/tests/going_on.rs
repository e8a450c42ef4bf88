//! What numbers measure, and when they hold, where a sentence goes on about what it named before.

use super::{check, check_indicators, check_measures};

#[test]
fn numbers_that_go_on_about_a_measure() {
    // What was measured before goes on for shares and changes without a subject of their own, not for a plan.
    check_indicators(
        "Lượng khách đạt 900 lượt, bằng 45% kế hoạch và bằng 72% so với cùng kỳ năm 2019.",
        &["900|Lượng khách", "45|kế hoạch", "72|Lượng khách"],
    );
    check_indicators(
        "Xã đón 3 triệu lượt khách du lịch, tăng 13% so với năm 2022.",
        &["3 triệu|lượt khách du lịch", "13|lượt khách du lịch"],
    );
    check_indicators(
        "Toàn huyện còn 48 hộ nghèo, chiếm tỷ lệ 1,5%; hộ cận nghèo là 60 hộ, chiếm 1,9%.",
        &["48|hộ nghèo", "1,5|hộ nghèo", "60|hộ cận nghèo", "1,9|hộ cận nghèo"],
    );
    check_indicators(
        "Xã thu hút 9 dự án, tổng vốn hơn 3 tỷ đồng, chiếm 11% tổng thu, tăng 47% so với cùng kỳ.",
        &["9|dự án", "3 tỷ|tổng vốn", "11|thu", "47|tổng vốn"],
    );
    check_indicators(
        "Sản lượng cá đạt 90 tấn, đạt 101% kế hoạch, tăng 11%. Tỷ lệ bán lẻ so với tổng mức bán lẻ khoảng 8%.",
        &["90|Sản lượng cá", "101|kế hoạch", "11|Sản lượng cá", "8|Tỷ lệ bán lẻ so với tổng mức bán lẻ"],
    );
    check_indicators("Nghề cá tăng 13%, làm tăng 6,2 điểm phần trăm.", &["13|Nghề cá", "6,2|Nghề cá"]);
    check_indicators(
        "Tỷ lệ phụ thuộc năm 2018 là 0,6%, cao hơn năm 2016 là 0,5%.",
        &["0,6|Tỷ lệ phụ thuộc", "0,5|Tỷ lệ phụ thuộc"],
    );
    check_indicators(
        "Sản lượng cá đạt 90 tấn, xếp thứ 4 cả nước. Xã đứng thứ 2 cả nước về nuôi cá.",
        &["90|Sản lượng cá", "4|Sản lượng cá", "2|nuôi cá"],
    );
    // A new subject is what is measured.
    check_indicators("Lượng khách đạt 900 lượt, nghề cá tăng 13%.", &["900|Lượng khách", "13|nghề cá"]);
}

#[test]
fn measures_among_times_and_brackets() {
    check_indicators("Tỷ lệ phụ thuộc (từ 15 đến 55 tuổi đối với nữ) của năm 2018 là 0,6%.", &["0,6|Tỷ lệ phụ thuộc"]);
    check_indicators("Tổng sản phẩm (GRDP) đạt 90 tỷ đồng.", &["90 tỷ|Tổng sản phẩm (GRDP)"]);
    check_indicators("Dù xã còn khó khăn, đến hết năm 2024, sản lượng cá đạt 90 tấn.", &["90|sản lượng cá"]);
    check_indicators("Về dịch vụ lưu trú, năm 2024 tăng 17%.", &["17|dịch vụ lưu trú"]);
    check_indicators("Số chuyến bay dự kiến đạt 900 chuyến.", &["900|Số chuyến bay"]);
    check_indicators(
        "Diện tích rừng là 90 ha, trong đó 70% là rừng tự nhiên.",
        &["90|Diện tích rừng", "70|rừng tự nhiên"],
    );
    check_indicators("Xã đặt mục tiêu tăng trưởng 8%.", &["8|tăng trưởng"]);
    check_indicators("Ước tính tăng trưởng tổng sản phẩm của xã đạt 8%.", &["8|tăng trưởng tổng sản phẩm của xã"]);
    check_indicators(
        "Giá cá đạt 9 USD, tăng 18% so với tháng trước, nhưng giảm 11% so với năm ngoái, tức giảm 1 USD.",
        &["9|Giá cá", "18|Giá cá", "11|Giá cá", "1|Giá cá"],
    );
    check_indicators(
        "Xã có 9 vụ vi phạm về thuế, (tăng 2 vụ so với tháng trước). Hạt điều 53 USD/tấn.",
        &["9|vụ vi phạm về thuế", "2|vụ vi phạm về thuế", "53|Hạt điều"],
    );
    check_indicators("Nghề cá tăng 3%, cao hơn mức tăng 1% của nghề muối.", &["3|Nghề cá", "1|nghề muối"]);
    check_indicators("Có 3 xã có tỷ lệ giải ngân dưới 20%.", &["3|xã có tỷ lệ giải ngân", "20|tỷ lệ giải ngân"]);
    check_indicators(
        "Xã cấp phép cho 23 dự án với tổng vốn đăng ký 90 tỷ đồng.",
        &["23|dự án", "90 tỷ|tổng vốn đăng ký"],
    );
    check_indicators("Thu nhập bình quân 1 hộ đạt 90 triệu đồng.", &["90 triệu|Thu nhập bình quân 1 hộ"]);
}

#[test]
fn shares_with_a_sign() {
    check(
        "Công nghiệp giảm (-1,27%), dịch vụ (+6,7%) và nghề cá -2%.",
        &["1,27 | 1.27 | % | change | exact", "6,7 | 6.7 | % | change | exact", "2 | 2 | % | change | exact"],
    );
    // A dash within a range or a list is no sign.
    check("- 5% số hộ nuôi cá.", &["5 | 5 | % | percent | exact"]);
    check("Lãi suất từ 5% - 7%.", &["5% - 7 | 5..7 | % | percent | exact"]);
    check("Xã thu vượt 4,7% so với dự toán.", &["4,7 | 4.7 | % | change | exact"]);
    check("Tỷ lệ hộ có nước vượt 40%.", &["40 | 40 | % | percent | lower"]);
    check("Sau gần 5 năm triển khai, xã xây được 9 cầu.", &["9 | 9 | cầu | count | exact"]);
    check(
        "Lượng khách tăng 2% so với tháng trước và 7% so với năm ngoái.",
        &["2 | 2 | % | change | exact", "7 | 7 | % | change | exact"],
    );
    check("Tỷ lệ giải ngân thấp hơn tới 4%.", &["4 | 4 | % | change | exact"]);
    check("So với năm ngoái, số vụ án ít hơn 6 vụ.", &["6 | 6 | vụ | change | exact"]);
    check("Xã có ít hơn 6 vụ.", &["6 | 6 | vụ | count | lower"]);
    check("Sản xuất ước tăng 7,5%.", &["7,5 | 7.5 | % | change | estimate"]);
    check("Vốn đăng ký tăng thêm đạt 10 tỷ USD.", &["10 tỷ | 10000000000 | USD | money | exact"]);
    check("Vốn đăng ký tăng thêm 10 tỷ USD.", &["10 tỷ | 10000000000 | USD | change | exact"]);
}

#[test]
fn years_that_hold_for_no_number() {
    check_measures("Năm 2023, sản lượng theo giá so sánh năm 2010 tăng 2%.", &["2|sản lượng theo giá so sánh|2023"]);
    check_measures(
        "Năm 2023, xã thu 90 tỷ đồng, tăng 7% với cùng kỳ năm trước, gấp 2 lần cùng kỳ năm kia.",
        &["90 tỷ|xã thu|2023", "7|xã thu|2023", "2|xã thu|2023"],
    );
    check_measures("Năm 2023, số bác sĩ đạt 15 bác sĩ/10.000 dân; thu tăng 5%/năm.", &["15|số bác sĩ|2023", "5|thu|-"]);
}
