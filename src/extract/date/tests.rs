//! Expressions and their values, in sentences that say when they were written.

use crate::extract::testing::check_facts;
use crate::extract::{Given, facts};
use crate::ingest::article;
use crate::lexicon::Lexicon;
use crate::segment::Segmenter;

use super::super::Reading;

/// Reads `text` as published on the day and compares `words = value` of all dates, one a line.
#[track_caller]
fn check(published: &str, text: &str, expected: &[&str]) {
    let given = Given { published: crate::base::Day::parse(published), ..Given::default() };
    let lexicon = Lexicon::default();
    let article = article(&lexicon, text.to_owned());
    let segmenter = Segmenter::built_in();
    let reading = Reading::new(&lexicon, &segmenter, &article);
    let facts = facts(&reading, &given);
    let got: Vec<String> = facts.dates.iter().map(|d| format!("{} = {}", d.span.of(text), d.value)).collect();
    assert_eq!(got, expected, "{text}");
}

#[test]
fn reads_months_joined_to_their_years() {
    let on = "2024-10-15";
    check(
        on,
        "Từ tháng 7-2022 đến tháng 2-2023, cầu được sửa.",
        &["Từ tháng 7-2022 đến tháng 2-2023 = 2022-07/2023-02"],
    );
    check(on, "Dư nợ đến 30/9 tăng 5%.", &["30/9 = 2024-09-30"]);
    check(on, "Tỷ lệ đến 3/9 tăng.", &[]);
    check(on, "Ba tháng sau lũ, chợ mở lại.", &[]);
    check(on, "Từ tháng 5-2024, chợ đóng cửa.", &["tháng 5-2024 = 2024-05"]);
    check(on, "Sản lượng cả năm đạt 20 tấn.", &["cả năm = 2024"]);
}

#[test]
fn reads_english_weekdays() {
    let on = "2024-10-15";
    check(on, "The mayor of the town said on Friday that the bridge was safe.", &["Friday = 2024-10-11"]);
    check(on, "The bank plans to open the branch by the end of December.", &["end of December = 2024-12"]);
    check(on, "Power had been restored to the town by Sunday, the mayor said.", &["Sunday = 2024-10-13"]);
    check(on, "The Friday Club of the town and the Sunday Times were there for the Black Friday sale.", &[]);
}

#[test]
fn reads_days() {
    let on = "2024-10-15";
    check(on, "Ngày 10/10/2024, tỉnh khởi công.", &["Ngày 10/10/2024 = 2024-10-10"]);
    check(on, "Sáng 10-10, lễ khai giảng diễn ra.", &["Sáng 10-10 = 2024-10-10"]);
    check(on, "Chiều ngày 9.10.2024, đoàn về tới Vinh.", &["Chiều ngày 9.10.2024 = 2024-10-09"]);
    check(on, "Ông sinh ngày 3 tháng 12 năm 1960.", &["ngày 3 tháng 12 năm 1960 = 1960-12-03"]);
    check(on, "Vụ việc xảy ra ngày 20/12.", &["ngày 20/12 = 2023-12-20"]);
    check(on, "Giải sẽ khai mạc ngày 20/12.", &["ngày 20/12 = 2024-12-20"]);
    check(on, "Hộ dân phải di dời trước ngày 31/12.", &["ngày 31/12 = 2024-12-31"]);
    check(on, "Tối qua, mưa lớn trút xuống thành phố.", &["Tối qua = 2024-10-14"]);
    check(on, "Hội thảo mở hôm 12.9 ở Vinh.", &["hôm 12.9 = 2024-09-12"]);
    check(on, "Điểm số hôm nay là 12.9.", &["hôm nay = 2024-10-15"]);
    check(on, "Trận đấu diễn ra thứ Bảy tuần trước.", &["thứ Bảy tuần trước = 2024-10-12"]);
    check(on, "Trong hai ngày 5 và 6/10, đoàn làm việc tại Huế.", &["hai ngày 5 và 6/10 = 2024-10-05/2024-10-06"]);
    check(on, "Việt Nam lấy ngày 10/10 hằng năm làm mốc.", &["ngày 10/10 = XXXX-10-10", "hằng năm = P1Y"]);
}

#[test]
fn reads_periods() {
    let on = "2024-10-15";
    check(on, "Tính chung 9 tháng đầu năm, thu ngân sách tăng.", &["9 tháng đầu năm = 2024-01-01/2024-09-30"]);
    check(on, "Trong 8 tháng, số hồ sơ nộp qua mạng là 500.", &["8 tháng = 2024-01-01/2024-08-31"]);
    check(on, "Trong 2 tháng, đội xây xong cầu.", &[]);
    check(on, "Quý III/2024, GDP tăng mạnh.", &["Quý III/2024 = 2024-Q3"]);
    check(on, "Quý 2 năm ngoái, sản lượng giảm.", &["Quý 2 năm ngoái = 2023-Q2"]);
    check("2024-01-15", "Ngành y tế tiêm xong trong quý II.", &["quý II = 2024-Q2"]);
    check("2024-01-15", "Lượng khách quý IV giảm nhẹ.", &["quý IV = 2023-Q4"]);
    check(on, "Đề án giai đoạn 2021-2025 đã xong.", &["giai đoạn 2021-2025 = 2021/2025"]);
    check(on, "Nửa đầu năm 2024, xuất khẩu gạo đạt đỉnh.", &["Nửa đầu năm 2024 = 2024-01-01/2024-06-30"]);
    check(on, "Từ nay đến cuối năm 2024, tỉnh làm thêm đường.", &["Từ nay đến cuối năm 2024 = 2024-10-15/2024-12-31"]);
    check(on, "So với cùng kỳ năm trước, giá giảm.", &["cùng kỳ năm trước = 2023"]);
    check(on, "Hồi tháng 12, nhà máy đóng cửa.", &["tháng 12 = 2023-12"]);
    check(on, "Từ tháng 1 đến tháng 9/2024, số vụ cháy giảm.", &["Từ tháng 1 đến tháng 9/2024 = 2024-01/2024-09"]);
    check(on, "Trong 10 năm tới, dân số già đi.", &["10 năm tới = P10Y"]);
    check(on, "Những năm 1990, làng còn nghèo.", &["Những năm 1990 = 199"]);
}

#[test]
fn leaves_what_is_no_date() {
    let on = "2024-10-15";
    check(on, "Thứ hai, chất lượng giáo viên còn thấp. Năm là, thiếu vốn.", &[]);
    check(on, "Đoàn có 7/22 bộ và 34/63 tỉnh tham gia, xếp hạng 71/193.", &[]);
    check(on, "Cách mạng tháng Tám là mốc son; người dân ngày càng khá giả.", &[]);
    check(on, "Tỷ số là 2-1 và nước dâng 3/4 mái nhà.", &[]);
    check(on, "Lễ hội mở ngày 15 tháng 8 âm lịch.", &["ngày 15 tháng 8 âm lịch = 2024-09-17"]);
    check(on, "Báo cáo Doing Business 2020 xếp hạng các nước.", &[]);
    check(on, "Nhà trường có năm học sinh giỏi, giá 2.024 đồng.", &[]);
}

#[test]
fn reads_english() {
    let on = "2024-10-15";
    check(on, "On October 10, 2024, the ministry met.", &["October 10, 2024 = 2024-10-10"]);
    check(on, "Exports rose in the first nine months of 2024.", &["first nine months of 2024 = 2024-01-01/2024-09-30"]);
    check(on, "The plan runs to 2030.", &["2030 = 2030"]);
    check(on, "Growth in the third quarter beat last year.", &["third quarter = 2024-Q3", "last year = 2023"]);
    check(on, "Boats were built from June through September.", &["from June through September = 2024-06/2024-09"]);
    check(on, "From January to June in 2023 trade grew.", &["From January to June in 2023 = 2023-01/2023-06"]);
    check(on, "It met on 2 April, 2018 in town.", &["2 April, 2018 = 2018-04-02"]);
    check(on, "It ran on June 28-29 in town.", &["June 28-29 = 2024-06-28/2024-06-29"]);
    check(on, "It ran on 25-26 September in town.", &["25-26 September = 2024-09-25/2024-09-26"]);
    check(on, "It ran from September 25 to 26, they say.", &["from September 25 to 26 = 2024-09-25/2024-09-26"]);
    check(on, "Trade grew in the January-September period.", &["January-September = 2024-01-01/2024-09-30"]);
    check(on, "Trade grew in fiscal year 2019-20, they say.", &["fiscal year 2019-20 = 2019/2020"]);
    // A newspaper, what somebody did sooner than others.
    check(on, "It stood in the local daily Harbour Times.", &[]);
    check(on, "The port was built one year earlier than the pier.", &[]);
}

#[test]
fn lunar_days_and_feasts_fall_on_days_of_the_solar_year() {
    let on = "2024-03-15";
    check(on, "Lễ hội mở từ mùng 6 tháng Giêng.", &["mùng 6 tháng Giêng = 2024-02-15"]);
    check(on, "Sáng mồng 2 Tết, chợ đã họp.", &["Sáng mồng 2 Tết = 2024-02-11"]);
    check(on, "Ngày 10/3 âm lịch, tỉnh làm lễ.", &["Ngày 10/3 âm lịch = 2024-04-18"]);
    check(on, "Dịp Tết Nguyên đán Giáp Thìn 2024, khách tăng.", &["Tết Nguyên đán Giáp Thìn 2024 = 2024-02-10"]);
    check(on, "Đêm rằm tháng Tám năm 2023 có mưa.", &["Đêm rằm tháng Tám năm 2023 = 2023-09-29"]);
    check(on, "Chợ hoa mở đến 30 Tết.", &["30 Tết = 2024-02-09"]);
    check(on, "Bánh trung thu bán chạy; Tết Trung thu là tết của trẻ em.", &[]);
}

#[test]
fn months_that_are_over_are_those_of_the_year() {
    check("2019-12-19", "Trong 11 tháng qua, xã trồng 5 ha.", &["11 tháng qua = 2019-01-01/2019-11-30"]);
    check("2019-12-19", "Trong 3 tháng qua, xã trồng 5 ha.", &["3 tháng qua = P3M"]);
}

#[test]
fn days_by_which_somebody_is_told_to_do_something() {
    let on = "2024-03-10";
    check(on, "Chủ tịch tỉnh giao Sở Y tế cấp xong thẻ trong tháng 7.", &["tháng 7 = 2024-07"]);
    check(on, "Bộ yêu cầu các trường sửa mái đến cuối tháng 8.", &["cuối tháng 8 = 2024-08"]);
    check(on, "Tháng 11, bộ sẽ trình đề án.", &["Tháng 11 = 2024-11"]);
    // What has been done, roads, and what somebody says about the past.
    check(on, "Xã được giao đất và đã xây trường trong tháng 7.", &["tháng 7 = 2023-07"]);
    check(on, "Tai nạn giao thông giảm mạnh trong tháng 7.", &["tháng 7 = 2023-07"]);
}

#[test]
fn the_year_before_a_written_year() {
    let on = "2024-03-10";
    check(on, "Năm 2021, lúa tăng 5% so với năm trước.", &["Năm 2021 = 2021", "năm trước = 2020"]);
    check(on, "Lúa tăng 5% so với năm trước.", &["năm trước = 2023"]);
    check(on, "So với năm 2019, lúa tăng 5%; ngô tăng 2% so với năm trước.", &["năm 2019 = 2019", "năm trước = 2023"]);
}

#[test]
fn reads_english_fiscal_years_and_records() {
    check(
        "2025-03-04",
        "The firm sold more in the fiscal year ended June 30, 2024 than in fiscal 2021, the most boats it sold in the north and the highest number in six years.",
        &["fiscal year ended June 30, 2024 = 2023-07-01/2024-06-30", "fiscal 2021 = 2021", "six years = P6Y"],
    );
    check(
        "2025-03-04",
        "It opened ten years ago and must be mended by year-end; at present it is shut, as it was in May.",
        &["ten years ago = 2015", "year-end = 2025", "May = 2024-05"],
    );
    check(
        "2025-03-04",
        "The firm sold more in the fiscal year ended February 29, 2024, on the shore where the sea was 5000 years ago.",
        &["fiscal year ended February 29, 2024 = 2023-03-01/2024-02-29"],
    );
    check(
        "2025-03-04",
        "They sat in the hall for six years at present prices, and may be there ahead of the year of it.",
        &[],
    );
}

#[test]
fn reads_english_stretches_and_parts() {
    let on = "2025-10-15";
    check(
        on,
        "The town sold 50 boats in the five months to May, and a new one will come in early 2026, they said.",
        &["five months to May = 2025-01-01/2025-05-31", "early 2026 = 2026"],
    );
    check(
        on,
        "The share of the town rose to 18% in 2021, up from 16% in the previous year, and fell at the end of last year.",
        &["2021 = 2021", "the previous year = 2020", "end of last year = 2024"],
    );
    check(on, "They sang for five months to forget the late king and the end of the war.", &[]);
}

#[test]
fn months_that_an_order_or_a_meeting_puts_ahead() {
    let on = "2024-07-09";
    check(on, "Sở bảo đảm đến hết tháng 11 cả 9 huyện có cổng mới.", &["hết tháng 11 = 2024-11"]);
    check(on, "Sở được giao xây dựng đề án, trình tại phiên họp tháng 10.", &["tháng 10 = 2024-10"]);
    check(on, "Các xã không để việc kéo dài sang quý IV.", &["quý IV = 2024-Q4"]);
    check(on, "Sở đã bảo đảm đủ nước đến hết tháng 11.", &["hết tháng 11 = 2023-11"]);
    check(on, "Tại phiên họp tháng 10, sở báo cáo kết quả.", &["tháng 10 = 2023-10"]);
}

#[test]
fn reads_english_years_told_in_other_words() {
    let on = "2024-10-10";
    check(
        on,
        "The law was passed in May last year, and it was read again in July next year and on June 30 this year.",
        &["May last year = 2023-05", "July next year = 2025-07", "June 30 this year = 2024-06-30"],
    );
    check(
        on,
        "They met in the first quarter of 2023, and had to sell the boats before June 30 that year.",
        &["first quarter of 2023 = 2023-Q1", "June 30 that year = 2023-06-30"],
    );
    check(on, "2023 was a good year for the towns that missed the 2022 deadline.", &["2023 = 2023", "2022 = 2022"]);
    check(
        on,
        "In the 2021-25 period and the 2006-10 term the town built boats, as it did in 1998–99.",
        &["2021-25 = 2021/2025", "2006-10 = 2006/2010", "1998–99 = 1998/1999"],
    );
    // Months, years that go back, another number.
    check(on, "They read 2021-10 of it, saw 2021-19 in the hall, and called 2021-555 for the 2021-12-30 period.", &[]);
    check(on, "The gate will be mended in the last quarter of this year.", &["last quarter of this year = 2024-Q4"]);
    check("2024-12-09", "It is to be sold before the end of June.", &["end of June = 2025-06"]);
    check(on, "They will meet again before the Lunar New Year.", &["Lunar New Year = 2025-01-29"]);
    check(on, "Its 2023 revenue topped the 2022 figure of the town.", &["2023 = 2023", "2022 = 2022"]);
    check(
        on,
        "Trade rose in H1 2024 at the meeting for September, and in the first six month of 2023 over the past three quarters.",
        &[
            "H1 2024 = 2024-01-01/2024-06-30",
            "September = 2024-09",
            "first six month of 2023 = 2023-01-01/2023-06-30",
            "past three quarters = P9M",
        ],
    );
    check(on, "It is to be mended by the end of the month.", &["end of the month = 2024-10"]);
    // A number of boats; a year of something else.
    check(on, "2023 boats were sold by the fair of the town.", &[]);
}

#[test]
fn the_day_of_a_nation_comes_every_year() {
    let on = "2024-09-20";
    check(
        on,
        "Xã hưởng ứng Ngày trồng rừng quốc gia 10/10 và Ngày sách thế giới 23.4.",
        &["10/10 = XXXX-10-10", "23.4 = XXXX-04-23"],
    );
    // Its day in one year; no day of a nation; a share of the sum.
    check(on, "Xã họp nhân Ngày trồng rừng quốc gia 10/10/2023.", &["10/10/2023 = 2023-10-10"]);
    check(on, "Đội tuyển quốc gia 10/10 người khỏe, thắng cả 3.4 trận.", &[]);
}

#[test]
fn banks_are_no_frequency() {
    check("2024-06-14", "Mười việc lớn của ngành ngân hàng năm 2021.", &["năm 2021 = 2021"]);
    check("2024-06-14", "Hội họp hàng năm.", &["hàng năm = P1Y"]);
}

#[test]
fn plates_are_no_clock() {
    check("2024-06-14", "Xe biển số 12H-6258 đâm vào cột.", &[]);
    check("2024-06-14", "Lúc 12h-13h cùng ngày, xe dừng.", &["12h = 2024-06-14T12:00", "13h = 2024-06-14T13:00"]);
}

#[test]
fn digits_tell_the_day() {
    check("2024-06-14", "Sáng nay 11/6, xã mở chợ.", &["Sáng nay 11/6 = 2024-06-11"]);
    // A share of those counted.
    check("2024-06-14", "Hôm qua 3/10 em nghỉ.", &["Hôm qua = 2024-06-13"]);
    check("2024-06-14", "Chiều nay (11/6), xã mở chợ.", &["Chiều nay (11/6 = 2024-06-11"]);
    check("2024-06-14", "Hôm qua (ngày 11-6-2023), xã mở chợ.", &["Hôm qua (ngày 11-6-2023 = 2023-06-11"]);
    // A share in brackets, another month.
    check("2024-06-14", "Hôm qua (11/6 xã), chợ mở.", &["Hôm qua = 2024-06-13"]);
    check("2024-06-14", "Hôm qua (11/26), chợ mở.", &["Hôm qua = 2024-06-13"]);
}

/// Checks which dates only serve to compare.
#[track_caller]
fn check_baselines(text: &str, expected: &[&str]) {
    let base = |e: &&super::DateExpression| e.role == Some("baseline");
    check_facts(text, |facts| facts.dates.iter().filter(base).map(|e| e.span.of(text).to_owned()).collect(), expected);
}

#[test]
fn what_a_year_is_compared_with() {
    check_baselines("Điểm tăng so với kết quả năm 2022 và so với chỉ số nước sạch 2021.", &["năm 2022"]);
    check_baselines("Sản lượng tăng so với năm 2022.", &["năm 2022"]);
    // The plan is of the time itself; what else happened then.
    check_baselines("Sản lượng tăng so với kế hoạch năm 2022.", &[]);
    check_baselines("So với nhiều nơi, xã đã làm tốt trong năm 2022.", &[]);
}

#[test]
fn months_of_results_and_days_of_bulletins() {
    let on = "2024-10-09";
    check(on, "Với kết quả tích cực trong 9 tháng, xã thu đủ.", &["9 tháng = 2024-01-01/2024-09-30"]);
    check(on, "Bản tin 7/10: mưa lớn ở vùng cao.", &["7/10 = 2024-10-07"]);
    // A length of time; a share.
    check(on, "Xã sửa cầu trong 9 tháng, kết quả tốt.", &[]);
    check(on, "Bản đồ 7/10 xã đã xong.", &[]);
}
