//! Figures in sentences of several subjects.

use crate::extract::testing::check_facts;
use crate::extract::{Given, facts};
use crate::ingest::article;
use crate::lexicon::Lexicon;
use crate::segment::Segmenter;

use super::super::Reading;

mod going_on;

/// Compares `numeral value unit kind bound` of all figures of a text.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let lexicon = Lexicon::default();
    let article = article(&lexicon, text.to_owned());
    let segmenter = Segmenter::built_in();
    let reading = Reading::new(&lexicon, &segmenter, &article);
    let facts = facts(&reading, &Given { published: crate::base::Day::new(2024, 10, 15), ..Given::default() });
    let lower = |x: &dyn std::fmt::Debug| format!("{x:?}").to_lowercase();
    let got: Vec<String> = facts
        .figures
        .iter()
        .map(|f| {
            let value = f.value_max.map_or(format!("{}", f.value), |max| format!("{}..{max}", f.value));
            let unit = f.unit.as_deref().unwrap_or("–");
            format!("{} | {value} | {unit} | {} | {}", f.number.of(text), lower(&f.kind), lower(&f.bound))
        })
        .collect();
    assert_eq!(got, expected, "{text}");
}

#[test]
fn english_shares_and_places() {
    check(
        "Two-thirds of the schools in the town have a library, and seven in 10 residents use it.",
        &["Two-thirds | 2 | schools | ratio | exact", "seven in 10 | 7 | residents | ratio | exact"],
    );
    check(
        "Now 62/63 towns have ferries, and each cost 3 million U.S. dollars.",
        &["62/63 | 62 | towns | ratio | exact", "3 million | 3000000 | U.S. dollars | money | exact"],
    );
    check("After the 9/11 attacks they bought 6/45 of it.", &[]);
    check("The town has 20,758 5G stations of its own, and 5G is new.", &["20,758 | 20758 | stations | count | exact"]);
    check(
        "The town ranks 46 among 132 towns, with trade of $7.25 bln and 2 quadrillion dong.",
        &[
            "46 among 132 | 46 | hạng | rank | exact",
            "7.25 bln | 7250000000 | USD | money | exact",
            "2 quadrillion | 2000000000000000 | dong | money | exact",
        ],
    );
    check(
        "The town ranked 71st out of 193 in the list, and 433 of the 435 members were there.",
        &["71st out of 193 | 71 | hạng | rank | exact", "433 of the 435 | 433 | members | ratio | exact"],
    );
    check(
        "It costs between VND15 and 40 million, and only 14 of the town's 41 farms, or more than a fifth, can pay it.",
        &[
            "15 and 40 million | 15000000..40000000 | VND | money | exact",
            "14 | 14 | – | count | exact",
            "41 | 41 | farms | count | exact",
            "a fifth | 1 | – | ratio | lower",
        ],
    );
    check(
        "The town has 300 new bank accounts, a 500-kilovolt line and 1,500 boats, up from 627, and climbed two places to 44th.",
        &[
            "300 | 300 | bank accounts | count | exact",
            "500 | 500 | kilovolt | count | exact",
            "1,500 | 1500 | boats | count | exact",
            "627 | 627 | – | count | exact",
            "two | 2 | places | change | exact",
            "44th | 44 | hạng | rank | exact",
        ],
    );
    check(
        "He went from 14th Street to 15th Street, and it was the Decision 2024 that they feared; he sat on the 9th bench.",
        &[],
    );
    check(
        "The port is the second-largest of the north and one of the five leading ports, and the two sides met there.",
        &["second | 2 | hạng | rank | exact", "five | 5 | ports | rank | exact"],
    );
    check(
        "The port saw a 10-percent rise over what it had, with 300 hospital beds and 12 cable cars that the town bought.",
        &[
            "10 | 10 | % | change | exact",
            "300 | 300 | hospital beds | count | exact",
            "12 | 12 | cable cars | count | exact",
        ],
    );
    check(
        "It was the second forest and the third protest of the town, and one of the five old men sat in the third seat of the hall.",
        &["one of the five | 1 | old | ratio | exact"],
    );
    check("The third country to join the first quarter of the race was the fifth in the list of them.", &[]);
}

#[test]
fn reads_economy() {
    check(
        "Kim ngạch đạt 1.250,5 triệu USD, tăng 12,3% so với cùng kỳ.",
        &["1.250,5 triệu | 1250500000 | USD | money | exact", "12,3 | 12.3 | % | change | exact"],
    );
    check("Giá dầu dao động từ 70 đến 75 USD/thùng.", &["70 đến 75 | 70..75 | USD/thùng | money | exact"]);
    check("Gian hàng đạt doanh số 12,4 tỷ đồng; bài số 12 dài.", &["12,4 tỷ | 12400000000 | đồng | money | exact"]);
    check("Lãi suất giảm 0,5-1 điểm phần trăm.", &["0,5-1 | 0.5..1 | điểm phần trăm | change | exact"]);
    check(
        "Vốn đăng ký hơn 2 nghìn tỷ đồng, gấp 3 lần năm ngoái.",
        &["2 nghìn tỷ | 2000000000000 | đồng | money | lower", "3 | 3 | lần | change | exact"],
    );
    check("Tổng mức đầu tư 1 tỷ 200 triệu đồng.", &["1 tỷ 200 triệu | 1200000000 | đồng | money | exact"]);
}

#[test]
fn reads_health_and_farming() {
    check(
        "Toàn tỉnh ghi nhận 125 ca mắc, 3 người chết.",
        &["125 | 125 | ca mắc | count | exact", "3 | 3 | người | count | exact"],
    );
    check(
        "Nông dân gieo cấy khoảng 12.500 ha lúa, năng suất 65 tạ/ha.",
        &["12.500 | 12500 | ha | count | estimate", "65 | 65 | tạ/ha | rate | exact"],
    );
    check(
        "Có 34/63 tỉnh, thành phố và hai mươi lăm bệnh viện tham gia.",
        &["34/63 | 34 | tỉnh, thành phố | ratio | exact", "hai mươi lăm | 25 | bệnh viện | count | exact"],
    );
    check(
        "Có 6 tỉnh/thành phố và 9 xã/phường tham gia, 5 người/xã.",
        &[
            "6 | 6 | tỉnh/thành phố | count | exact",
            "9 | 9 | xã/phường | count | exact",
            "5 | 5 | người/xã | rate | exact",
        ],
    );
    check(
        "Hàng nghìn hộ dân và vài chục trường học mất điện.",
        &["nghìn | 1000 | hộ dân | count | magnitude", "chục | 10 | trường học | count | magnitude"],
    );
}

#[test]
fn leaves_names_and_markers() {
    check("Người dân phường 1, quận 10 theo Nghị quyết 57-NQ/TW và Quyết định 749/QĐ-TTg về mạng 5G.", &[]);
    check("Một là, đẩy mạnh cải cách. Thứ hai, chống lãng phí.", &[]);
    check("Đội thắng 3-0 và hòa 1-1, cầu thủ áo số 10 (25 tuổi) ghi bàn.", &[]);
    check("Quốc lộ 1A, COVID-19, SEA Games 33 và Đề án 06.", &[]);
    check("Lãnh đạo hai nước, hai bên trao đổi; ba mẹ em ở lớp 12.", &[]);
    check("Tỷ lệ hộ nghèo giảm; tỷ giá ổn định.", &[]);
}

#[test]
fn ranks_in_brackets_and_ranked_things() {
    check(
        "Trường Hoa Mai (hạng 212) và Trường Hoa Đào (hạng 305) có tên.",
        &["212 | 212 | hạng | rank | exact", "305 | 305 | hạng | rank | exact"],
    );
    check("Bệnh viện hạng 2 nhận huân chương hạng Ba.", &[]);
    check("Tạp chí xếp hạng 640 bệnh viện.", &["640 | 640 | bệnh viện | count | exact"]);
}

#[test]
fn numbers_beside_names() {
    check("Công ty phủ sóng 4G 100% thôn.", &["100 | 100 | % | percent | exact"]);
    check("Nhà máy Hoa Mai 3 và 4 phát điện.", &[]);
    check("Bếp ăn 0 đồng mở cửa.", &[]);
    check(
        "Số hộ nghèo từ 70 xuống còn 40.",
        &["70 | 70 | hộ nghèo | count | exact", "40 | 40 | hộ nghèo | count | exact"],
    );
}

#[test]
fn times_without_their_word_and_sayings() {
    check("Vốn tăng gấp ba nguồn cũ.", &["ba | 3 | lần | change | exact"]);
    check("Thợ làm việc ba ca bốn kíp, mỗi đội ba ca.", &["ba | 3 | ca | count | exact"]);
    check("Tòa phạt bị cáo từ 3 năm đến 5 năm tù.", &["3 năm đến 5 | 3..5 | năm | duration | exact"]);
}

#[test]
fn reads_ranks() {
    check(
        "Việt Nam xếp hạng 71/193, đứng thứ 5 Đông Nam Á.",
        &["71/193 | 71 | hạng | rank | exact", "5 | 5 | hạng | rank | exact"],
    );
}

#[test]
fn places_in_words() {
    check(
        "Lào Cai đứng thứ nhất vùng, vươn lên thứ hai cả nước.",
        &["nhất | 1 | hạng | rank | exact", "hai | 2 | hạng | rank | exact"],
    );
    check("Thứ nhất, xã làm đường. Họp lần thứ nhất, đẹp nhất vùng.", &[]);
    check("Tỉnh nhảy vọt 12 bậc.", &["12 | 12 | bậc | change | exact"]);
    check("Khởi công giai đoạn 2 Bệnh viện Mắt.", &[]);
}

#[test]
fn bounds_before_verbs_of_level() {
    check("Tỷ lệ đó tối thiểu đạt 70%.", &["70 | 70 | % | percent | lower"]);
    check("Tỷ lệ đó đạt 70%.", &["70 | 70 | % | percent | exact"]);
}

#[test]
fn a_share_of_a_plan_is_a_result() {
    let check = |text: &str, expected: &[&str]| {
        let line = |f: &super::Figure| format!("{}|{}", f.number.of(text), f.is_target);
        check_facts(text, |facts| facts.figures.iter().map(line).collect(), expected);
    };
    check("Sản lượng đạt 101% kế hoạch, tăng 11%.", &["101|false", "11|false"]);
    check("Theo kế hoạch, sản lượng đạt 90 tấn.", &["90|true"]);
}

/// Checks each figure as `number|indicator`.
#[track_caller]
fn check_indicators(text: &str, expected: &[&str]) {
    let line = |f: &super::Figure| format!("{}|{}", f.number.of(text), f.indicator.as_deref().unwrap_or("-"));
    check_facts(text, |facts| facts.figures.iter().map(line).collect(), expected);
}

#[test]
fn measures_without_what_only_stands_beside_them() {
    // What opens the sentence, what a comma parts off, what is said of the course.
    check_indicators("Đáng chú ý, sản lượng cá đạt 90 tấn.", &["90|sản lượng cá"]);
    check_indicators("Về lĩnh vực nông nghiệp, thủy sản, doanh thu đạt 90 tỷ đồng.", &["90 tỷ|doanh thu"]);
    check_indicators(
        "Chỉ số SIPAS đạt 86%, xếp thứ 38/63 tỉnh, thành phố, tăng 5 bậc.",
        &["86|Chỉ số SIPAS", "38/63|Chỉ số SIPAS", "5|Chỉ số SIPAS"],
    );
    check_indicators("Có 34/63 tỉnh, thành phố tham gia.", &["34/63|tỉnh, thành phố tham gia"]);
    check_indicators("Lợi nhuận giảm mạnh chỉ còn 30 tỷ đồng.", &["30 tỷ|Lợi nhuận"]);
    check_indicators("Sản lượng cá đạt tỷ lệ 30%.", &["30|Sản lượng cá"]);
    // The level before is of the same measure.
    check_indicators(
        "Ngành cá có doanh thu 90 tỷ đồng, tăng nhẹ so với mức 80 tỷ đồng năm 2020.",
        &["90 tỷ|doanh thu", "80 tỷ|doanh thu"],
    );
    // What the verb is about, and what belongs to the number before.
    check_indicators("Mục tiêu là đưa nghề cá chiếm 20% GRDP.", &["20|nghề cá"]);
    check_indicators("Nghề cá chiếm 20% GRDP và tăng lên 30% vào năm 2030.", &["20|Nghề cá", "30|Nghề cá"]);
    // Of what or where it is told; `trong đó` only adds.
    check_indicators("Về giá trị, sản lượng cá đạt 90 tỷ đồng.", &["90 tỷ|sản lượng cá"]);
    check_indicators("Trong khu vực phía bắc, sản lượng cá đạt 90 tấn.", &["90|sản lượng cá"]);
    check_indicators(
        "Thu 9 tỷ đồng, trong đó tỷ trọng của từng nghề, lĩnh vực đạt 5%.",
        &["9 tỷ|Thu", "5|tỷ trọng của từng nghề, lĩnh vực"],
    );
    check_indicators("Doanh thu của nghề cá trong năm 2025 đạt 90 tỷ đồng.", &["90 tỷ|Doanh thu của nghề cá"]);
    // How far a plan is reached, and a level that is higher than the one before.
    check_indicators("Hợp tác xã vẫn đạt 97% mục tiêu lợi nhuận.", &["97|mục tiêu lợi nhuận"]);
    check_indicators(
        "Nghề cá chiếm khoảng 10% sản lượng, cao hơn mức 8,5% của năm 2022.",
        &["10|Nghề cá", "8,5|Nghề cá"],
    );
    check_indicators(
        "Xuất khẩu cá tăng 9% về số lượng và tăng 12% về giá trị so với cùng kỳ.",
        &["9|số lượng Xuất khẩu cá", "12|giá trị"],
    );
    check_indicators("Giá cá giảm 3% về mức 80 nghìn đồng.", &["3|Giá cá", "80 nghìn|Giá cá"]);
    check_indicators(
        "Lũ làm chết 3 người, bị thương 5 người, mất tích 2 người; tàu cứu được 7 người.",
        &["3|người chết", "5|người bị thương", "2|người mất tích", "7|người"],
    );
    check_indicators("Chỉ trong 9 tháng, sản lượng cá đạt 90 tấn.", &["9|-", "90|sản lượng cá"]);
    check_indicators(
        "Xã thu 20 tấn, trong khi sản lượng ước tính của cả năm là 90 tấn.",
        &["20|Xã thu", "90|sản lượng ước tính"],
    );
    check_indicators("Từ năm 2014 - 2020, từ vị trí 99 lên vị trí 86.", &["99|-", "86|-"]);
    // A long measure whole, or none.
    check_indicators(
        "Tỷ lệ hộ dân vùng cao được dùng nước sạch hoặc nước hợp vệ sinh của các nhà máy đạt 90%.",
        &["90|Tỷ lệ hộ dân vùng cao được dùng nước sạch hoặc nước hợp vệ sinh của các nhà máy"],
    );
}

/// Checks each figure as `number|indicator|period`.
#[track_caller]
fn check_measures(text: &str, expected: &[&str]) {
    let line = |f: &super::Figure| {
        let period = f.period.as_ref().map_or("-", |p| p.value.as_str());
        format!("{}|{}|{period}", f.number.of(text), f.indicator.as_deref().unwrap_or("-"))
    };
    check_facts(text, |facts| facts.figures.iter().map(line).collect(), expected);
}

#[test]
fn what_is_measured_follows_the_verb_that_leads_to_it() {
    check_measures(
        "Năm 2023, Công ty Hoa Mai đạt doanh thu thuần 900 tỷ đồng và ghi nhận lợi nhuận trước thuế 60 tỷ đồng.",
        &["900 tỷ|doanh thu thuần|2023", "60 tỷ|lợi nhuận trước thuế|2023"],
    );
    check_measures("Năm 2023, số xã đạt chuẩn là 40 xã.", &["40|số xã đạt chuẩn|2023"]);
    check_measures("Năm 2023, tốc độ tăng trưởng của tỉnh đạt 8%.", &["8|tốc độ tăng trưởng của tỉnh|2023"]);
    check_measures("Tổng số thợ lặn tính đến tháng 6/2023 là 40 thợ.", &["40|Tổng số thợ lặn|2023-06"]);
    check_measures("Năm 2023, giá gạo tăng 8%.", &["8|giá gạo|2023"]);
}

#[test]
fn a_year_of_birth_dates_nothing_else() {
    check_measures(
        "Ngày 5/3/2024, xã khen ông Lê Văn Bảy (sinh năm 1962), lợi nhuận trước thuế đạt 300 triệu đồng.",
        &["300 triệu|lợi nhuận trước thuế|2024-03-05"],
    );
    check_measures("Năm 2023, số trẻ sinh ra đạt 40 trẻ.", &["40|số trẻ sinh ra|2023"]);
}

#[test]
fn what_is_measured_stands_before_a_colon() {
    check_measures(
        "Năm 2023:\n- Hạt điều: Gần 3 tỷ USD; tiêu đen: 1 tỷ USD.",
        &["3 tỷ|Hạt điều|2023", "1 tỷ|tiêu đen|2023"],
    );
    check_measures("Năm 2023, tỷ lệ đi học đạt từ 98% trở lên.", &["98|tỷ lệ đi học|2023"]);
}

#[test]
fn what_is_to_be_reached_holds_when_it_is_due() {
    check_measures(
        "Ngày 5/3/2024, huyện đề ra mục tiêu đến năm 2030 thu nhập bình quân đạt 90 triệu đồng. Tỷ lệ che phủ rừng đạt 42%.",
        &["90 triệu|thu nhập bình quân|2030", "42|Tỷ lệ che phủ rừng|2030"],
    );
    check_measures("Ngày 5/3/2024, huyện họp.\nMục tiêu:\n- Tỷ lệ che phủ rừng đạt 42%.", &["42|Tỷ lệ che phủ rừng|-"]);
    check_measures(
        "Ngày 5/3/2024, huyện họp.\nNăm 2023, thu ngân sách đạt 900 tỷ đồng.\nTrong đó, thuế đạt 700 tỷ đồng.\nDân số đạt 90 nghìn người.",
        &["900 tỷ|thu ngân sách|2023", "700 tỷ|thuế|2023", "90 nghìn|Dân số|2024-03-05"],
    );
}

#[test]
fn the_year_of_a_plan_is_not_that_of_what_was_reached() {
    check_measures(
        "Trong 6 tháng đầu năm 2023, thu phí cảng đạt 90 tỷ đồng, bằng 43% kế hoạch năm 2023. Thuế đất đạt 40 tỷ đồng.",
        &[
            "90 tỷ|thu phí cảng|2023-01-01/2023-06-30",
            "43|kế hoạch|2023-01-01/2023-06-30",
            "40 tỷ|Thuế đất|2023-01-01/2023-06-30",
        ],
    );
    check_measures("Thu phí cảng theo kế hoạch năm 2023 là 90 tỷ đồng.", &["90 tỷ|Thu phí cảng theo kế hoạch|2023"]);
}

#[test]
fn shares_are_no_days() {
    check("Tỷ lệ đó đạt từ 3-4% tổng số.", &["3-4 | 3..4 | % | percent | exact"]);
}

#[test]
fn parts_after_a_semicolon_hold_for_the_time_of_those_before() {
    check_measures(
        "Ngày 5/9/2024, tỉnh họp. Theo báo cáo, chỉ số sản xuất 8 tháng đầu năm 2024 tăng 9%; giá trị sản xuất đạt 300 tỷ đồng.",
        &["9|chỉ số sản xuất|2024-01-01/2024-08-31", "300 tỷ|giá trị sản xuất|2024-01-01/2024-08-31"],
    );
    check_measures(
        "Năm 2023, doanh thu đạt 60 tỷ đồng, bằng 104% năm 2022, lợi nhuận đạt 5 tỷ đồng.",
        &["60 tỷ|doanh thu|2023", "104|doanh thu|2023", "5 tỷ|lợi nhuận|2023"],
    );
    check_measures(
        "Tỷ lệ nước sạch đạt 15% năm 2021 và 17% vào năm 2022.",
        &["15|Tỷ lệ nước sạch|2021", "17|Tỷ lệ nước sạch|2022"],
    );
    check_measures("Năm 2023, tổng kinh phí dự kiến là 60 tỷ đồng.", &["60 tỷ|tổng kinh phí|2023"]);
}

#[test]
fn scores_after_their_noun() {
    check("Điểm của xã có giá trị 0,6321.", &["0,6321 | 0.6321 | – | count | exact"]);
    check("Xã ở Quảng Trị 6 lần mở chợ.", &["6 | 6 | lần | count | exact"]);
}

/// Checks the place of each rank and how many were ranked.
#[track_caller]
fn check_ranks(text: &str, expected: &[&str]) {
    let show = |r: &super::Rank| format!("{:?} of {:?}", r.position, r.out_of);
    check_facts(text, |facts| facts.figures.iter().filter_map(|f| f.rank.as_ref().map(show)).collect(), expected);
}

#[test]
fn stars_are_grades() {
    check("Xã có 20 sản phẩm 4 sao, khách sạn 3-5 sao.", &["20 | 20 | sản phẩm | count | exact"]);
    check("Họ thấy 12 sao trên trời, 3 sao băng.", &["12 | 12 | sao | count | exact", "3 | 3 | sao | count | exact"]);
}

#[test]
fn a_group_among_which_something_is_so_is_no_place() {
    check_ranks("Trong nhóm 63 tỉnh, xã dẫn đầu.", &[]);
    check_ranks("Xã nằm trong nhóm 3 tỉnh dẫn đầu.", &["None of None"]);
}

#[test]
fn how_many_were_ranked() {
    check_ranks("Xã đứng thứ 14 trong 63 tỉnh.", &["Some(14.0) of Some(63.0)"]);
    check_ranks("Xã xếp thứ 15 trên tổng số 63 tỉnh, thành phố.", &["Some(15.0) of Some(63.0)"]);
    // A span of time; fewer than the place.
    check_ranks("Xã đứng thứ 14 trong 6 tháng.", &["Some(14.0) of None"]);
    check_ranks("Xã đứng thứ 14 trong 9 tỉnh.", &["Some(14.0) of None"]);
}

#[test]
fn english_nouns_behind_short_forms_and_quotes_and_units_of_rows() {
    check(
        "The harbour now has 1,200 ICT firms and 10-12 IT zones, and 34 “clean pier” towns lie near it.",
        &[
            "1,200 | 1200 | ICT firms | count | exact",
            "10-12 | 10..12 | IT zones | count | exact",
            "34 | 34 | towns | count | exact",
        ],
    );
    check(
        "The two ports scored 10.6 and 10.2 points, respectively; nets, boats and lamps held 56, 25 and 12 percent of it.",
        &[
            "10.6 | 10.6 | points | count | exact",
            "10.2 | 10.2 | points | count | exact",
            "56 | 56 | % | percent | exact",
            "25 | 25 | % | percent | exact",
            "12 | 12 | % | percent | exact",
        ],
    );
    check(
        "The guests spend US$260-285 each at the harbour, and the town came ninth in the contest of ports.",
        &["260-285 | 260..285 | USD | money | exact", "ninth | 9 | hạng | rank | exact"],
    );
    check(
        "The town has 12 high-speed boats, two Green Hill routes and 11 trains, including five connected with the harbour.",
        &[
            "12 | 12 | boats | count | exact",
            "two | 2 | Green Hill routes | count | exact",
            "11 | 11 | trains | count | exact",
        ],
    );
    check(
        "The harbour had over half a million people and 4.9million guests.",
        &["half a million | 500000 | people | count | lower", "4.9million | 4900000 | guests | count | exact"],
    );
    check(
        "The guests spent US$500mil at the harbour, 8 pct more, and the nets were four years earlier still new.",
        &["500mil | 500000000 | USD | money | exact", "8 | 8 | % | change | exact"],
    );
    // A name before a capital, numbers of a level, who comes first, numbers in no row.
    check("The harbour won VND awards. Level 4 services were closed, and at level 3 the guests came first.", &[]);
    check("The boat of 2019 was sold, and 12 percent of the nets went with it.", &["12 | 12 | % | percent | exact"]);
}
