//! Years and reference dates of short pages.

use super::super::{Given, facts};
use super::*;
use crate::ingest::article;
use crate::lexicon::Lexicon;
use crate::segment::Segmenter;

/// Compares year and reference date of a page.
#[track_caller]
fn check(text: &str, year: Option<i32>, reference: Option<&str>) {
    let lexicon = Lexicon::default();
    let article = article(&lexicon, text.to_owned());
    let segmenter = Segmenter::built_in();
    let meta = facts(&Reading::new(&lexicon, &segmenter, &article), &Given::default()).meta;
    assert_eq!((meta.year, meta.reference_date.as_deref()), (year, reference), "{text}");
}

#[test]
fn a_document_that_was_just_signed_is_the_news() {
    check(
        "Bộ trưởng vừa ký Quyết định số 768/QĐ-BXD ngày 15/4/2021 về nhà ở. Năm 2030 xây 5.000 căn.",
        Some(2021),
        Some("2021-04-15"),
    );
    check("Sáng 6/10/2024, sở họp về Quyết định số 768/QĐ-BXD ngày 15/4/2021.", Some(2024), Some("2024-10-06"));
}

#[test]
fn an_event_takes_its_year_from_the_context() {
    check("Sáng 6/10, cơ quan thống kê công bố số liệu 9 tháng năm 2024.", Some(2024), Some("2024-10-06"));
    check(
        "Chiều 20/12, bộ tổ chức hội nghị tổng kết năm 2023, triển khai nhiệm vụ năm 2024. Năm 2024, ngành sẽ mở rộng.",
        Some(2023),
        Some("2023-12-20"),
    );
    check("Ngày 10/1, tỉnh tổng kết công tác năm 2023.", Some(2024), Some("2024-01-10"));
    check("Ngày 15-11, sở cho biết từ đầu năm 2024 đến nay có 1.982 ca.", Some(2024), Some("2024-11-15"));
    check(
        "Sáng 6/2, tỉnh họp. Năm 2022, sản lượng đạt 900 tấn, tăng 6% so với năm 2021.",
        Some(2023),
        Some("2023-02-06"),
    );
    check("Ngày 9/9, số vụ cháy giảm 5% so với cùng kỳ năm 2021.", Some(2022), Some("2022-09-09"));
    // In December of what is to be done next.
    check(
        "Chiều 21/12, tỉnh họp. Chủ đề của năm 2024 là nước sạch. Sở làm xong đập trong tháng 1/2024, mở chợ trong quý I/2024.",
        Some(2023),
        Some("2023-12-21"),
    );
    check(
        "Chiều 21/12, tỉnh họp. Đập xong trong tháng 1/2024, chợ mở trong tháng 5/2024.",
        Some(2024),
        Some("2024-12-21"),
    );
}

#[test]
fn plans_and_births_date_nothing() {
    check("Tối 12/9, tỉnh khởi công cầu, hoàn thành trước năm 2027, tầm nhìn đến năm 2030.", None, Some("XXXX-09-12"));
    check("Ngày 3/6, công an bắt Nguyễn Văn A (SN 1995) và Trần Văn B, sinh năm 1990.", None, Some("XXXX-06-03"));
    check("Chuyển đổi số là xu thế tất yếu.", None, None);
    check("Sáng 5-2, xã họp nhân Tết Nguyên đán 2024. Trong năm 2023, xã làm tốt.", Some(2024), Some("2024-02-05"));
    check("Từ nay đến năm 2030, hội sẽ xây 50 trường.", None, None);
    check("Năm 2028 kinh tế biển sẽ chiếm 20% sản lượng. Ngày 3/6, hội họp.", None, Some("XXXX-06-03"));
    check("Năm 2028 kinh tế biển chiếm 20% sản lượng. Ngày 3/6, hội họp.", Some(2028), Some("2028-06-03"));
    check("Hội có Chiến lược nghề biển đến năm 2025, định hướng 2030.", None, None);
    check("Năm 2021, hợp tác xã lỗ. Tính đến cuối tháng 3/2022, nợ còn 2 tỷ đồng.", Some(2022), None);
    check("Năm 2021, hợp tác xã lỗ, phải trả nợ từ tháng 7/2024.", Some(2021), None);
}

#[test]
fn a_dateline_is_of_the_year_before_what_lies_ahead() {
    check(
        "A law on boats is passed\n\nHANOI, June 26 (Reuters) - The house of the town passed the law on Thursday. It will take effect on Jan. 1, 2026, the mayor said.\n\nHe was glad of it.",
        Some(2025),
        Some("2025-06-26"),
    );
    check(
        "A law on boats is passed\n\nHANOI, June 26 (Reuters) - The house of the town passed the law on Thursday. The boats had been sold in November 2024, the mayor said.\n\nHe was glad of it.",
        Some(2025),
        Some("2025-06-26"),
    );
    check(
        "A law on boats is passed\n\nHANOI, June 26 (Reuters) - The house of the town passed the law on Wednesday. The boats had been sold in March 2024, the mayor said.\n\nHe was glad of it.",
        Some(2024),
        Some("2024-06-26"),
    );
}

#[test]
fn an_agency_calls_its_own_year_this_year() {
    let page = |dateline: &str, said: &str| {
        format!(
            "Boat makers hire again\n\n{dateline} The yards of the coast hired 400 people this year. {said}\n\nThe mayor was glad of it."
        )
    };
    let wire = "HAI PHONG, Nov 3 (Reuters) -";
    check(&page(wire, "The first yard had opened in 2022, the mayor said."), None, Some("XXXX-11-03"));
    check(&page(wire, "Wages rose 8 percent from 2019."), None, Some("XXXX-11-03"));
    check(&page(wire, "A third one opens by 2030."), None, Some("XXXX-11-03"));
    // A month with its year still says which years there are.
    check(&page(wire, "A ferry will come on Jan. 1, 2026, the mayor said."), Some(2025), Some("2025-11-03"));
    let two = "A ferry will come by December 2026, and two more in 2026 and 2027, the mayor said.";
    check(&page(wire, two), Some(2025), Some("2025-11-03"));
    check(
        &page("HAI PHONG, Nov 3, 2023 (Reuters) -", "The first yard had opened in 2022."),
        Some(2023),
        Some("2023-11-03"),
    );
}

#[test]
fn what_is_due_to_something_lies_behind() {
    let said = |due: &str| {
        format!(
            "On June 6 the mayor met the makers of boats in the old hall of the town. {due}, the mayor said to them."
        )
    };
    check(&said("Exports of boats fell due to storms in 2023"), Some(2023), Some("2023-06-06"));
    check(&said("The new hall is due to open in 2031"), None, Some("XXXX-06-06"));
}

#[test]
fn a_weekday_tells_the_year_between_past_and_plans() {
    let page = |dateline: &str, said: &str| {
        format!(
            "Boat makers meet\n\n{dateline} The makers of boats met in the hall of the town {said}\n\nThe mayor was glad of it."
        )
    };
    // 14 March fell on a Thursday in 2024, 17 January on a Friday in 2025.
    let thursday = "on Thursday. They had sold 40 boats in 2023, and a pier is to be built by 2026, the mayor said.";
    check(&page("HAI PHONG, March 14 (Reuters) -", thursday), Some(2024), Some("2024-03-14"));
    let friday = "on Friday. They had sold 40 boats in 2024, and meet again in a hall to be opened in January 2026.";
    check(&page("HAI PHONG, Jan 17 (VNA) –", friday), Some(2025), Some("2025-01-17"));
    // No such year lies between, or none is named.
    let saturday = "on Saturday. They had sold 40 boats in 2023, and a pier is to be built by 2025, the mayor said.";
    check(&page("HAI PHONG, March 14 (Reuters) -", saturday), None, Some("XXXX-03-14"));
    // Told on the day after: 21 May was a Wednesday in 2025, when 2024 was not `this year`.
    let day_after =
        "on Tuesday. They had sold 40 boats in 2024 and sell more this year. A pier is to be built by 2027.";
    check(&page("HAI PHONG, May 21 (VNA) -", day_after), Some(2025), Some("2025-05-21"));
    check(&page("HAI PHONG, March 14 (Reuters) -", "on Thursday."), None, Some("XXXX-03-14"));
}

#[test]
fn a_vision_and_the_day_of_a_document_are_of_other_years() {
    check(
        "The mayor asked the makers of boats on October 27 to mend the pier before December 31, 2023, under Decision 7 dated June 3, 2020, with a vision to 2030.\n\n2023 has been good for them.",
        Some(2023),
        Some("2023-10-27"),
    );
}

#[test]
fn this_year_lies_between_the_years_called_by_their_number() {
    check(
        "The mayor met the makers of boats on May 21 in the hall. They had sold 40 boats in 2024 and hope for more this year.\n\nThe pier will be built by 2025.",
        Some(2025),
        Some("2025-05-21"),
    );
    check(
        "The mayor met the makers of boats on May 21 in the hall. They had sold 40 boats in 2024, hope for more this year and call for a second pier, to 2040.\n\nHe called on them to mend the first in 2025.",
        Some(2025),
        Some("2025-05-21"),
    );
    check(
        "The mayor told makers of boats to mend the pier by October 15.\n\nThe gate had been given away in 2021. A law on boats takes effect on January 1, 2026, and more is said of it this year.",
        Some(2025),
        Some("2025-10-15"),
    );
}

#[test]
fn an_old_law_does_not_date_what_is_passed() {
    check(
        "The house met on December 10 in the hall. It read a law that is built on the 2018 Boats Law. It will take effect on July 1, 2026, the mayor said.",
        Some(2025),
        Some("2025-12-10"),
    );
}

#[test]
fn years_that_goals_are_for_date_nothing() {
    check(
        "The mayor spoke on September 6 of the boats that were built in March 2022. The town has a programme to 2025 with orientation to 2030. Among the objectives for 2031 is a pier.",
        Some(2022),
        Some("2022-09-06"),
    );
}

#[test]
fn what_is_compared_with_what_is_to_come_is_past() {
    check(
        "HAI PHONG, Sept. 26 (XNT) -- The town is expected to sell 6 million boats in 2024, up from 5 million in 2023, the mayor said on Thursday. It sold 3 million boats in the first seven months of this year.",
        Some(2024),
        Some("2024-09-26"),
    );
    check(
        "Trade will help the town, since the port had 40 boats in 2022. It is estimated to reach 60 boats in 2025.",
        Some(2022),
        None,
    );
}

#[test]
fn goals_far_ahead_and_history_date_nothing() {
    check(
        "HAI PHONG, Feb 15 (XNT) -- The town on Tuesday began to build boats, to have 30 of them by 2030.",
        None,
        Some("XXXX-02-15"),
    );
    check("The town will have 30 boats by 2025. The first was built in 1992.", None, None);
    check("The mayor met them on September 27. He has previously sold boats in 2020.", None, Some("XXXX-09-27"));
}

#[test]
fn the_day_of_an_old_plan_dates_nothing() {
    check("Tỉnh giao sở làm theo Quyết định số 768 ngày 15/4/2021. Năm 2020, tỉnh có 40 chợ.", Some(2020), None);
    check("Tỉnh mở 40 chợ ngày 15/4/2021. Năm 2020, tỉnh có 30 chợ.", Some(2021), Some("2021-04-15"));
}

#[test]
fn the_day_of_a_bulletin_is_no_event() {
    check("Bản tin 7/10/2024\n\nSáng 6/10, tỉnh họp về nước sạch. Chợ đã đóng cửa.", Some(2024), Some("2024-10-06"));
}
