//! Figures of several subjects, followed through articles.

use crate::compare::{Comparability, compare};
use crate::corpus::{Analysis, Clock, Engine};
use crate::extract::Given;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::built_in(str::to_owned));

/// Checks what the two articles have in common, each as `label: values comparability`.
#[track_caller]
fn check(earlier: &str, later: &str, expected: &[&str]) {
    let texts = [format!("Ngày 15/6/2021, tỉnh họp. {earlier}"), format!("Ngày 15/6/2023, tỉnh họp. {later}")];
    let read: Vec<Analysis> = texts.iter().map(|t| ENGINE.analyse(t, &Given::default())).collect();
    let sources = [("a", &read[0]), ("b", &read[1])];
    let found = compare(&ENGINE.lexicon().term_words, &sources, Clock::Published).indicators;
    let shown: Vec<String> = found
        .iter()
        .map(|i| {
            let values: Vec<String> = i.values.iter().map(|v| v.value.to_string()).collect();
            let mark = if i.comparability == Comparability::High { "" } else { " ?" };
            format!("{}: {}{mark}", i.label, values.join(" "))
        })
        .collect();
    let of = |i: usize| read[i].facts.figures.iter().map(|f| (&f.indicator, &f.unit)).collect::<Vec<_>>();
    assert_eq!(shown, expected, "{earlier}\n{later}\n{:?}\n{:?}", of(0), of(1));
}

#[test]
fn measures_of_many_subjects_are_followed() {
    check(
        "Toàn tỉnh có 3.200 giường bệnh công lập.",
        "Đến nay, tỉnh có hơn 3.900 giường bệnh công lập.",
        &["giường bệnh công lập: 3200 3900"],
    );
    check(
        "Cả nước có 1.163 km đường cao tốc.",
        "Cả nước hiện có 1.892 km đường cao tốc.",
        &["đường cao tốc: 1163 1892"],
    );
    check(
        "Năm học này, tỉnh có 412.000 học sinh tiểu học.",
        "Năm học mới, toàn tỉnh có 430.500 học sinh tiểu học.",
        &["học sinh tiểu học: 412000 430500"],
    );
}

#[test]
fn false_friends_are_not_joined() {
    check("Tỉnh có 3.200 giường bệnh công lập.", "Tỉnh có 3.900 giường khách sạn ven biển.", &[]);
    check("Tỉnh có 120 km đường cao tốc.", "Tỉnh nạo vét 95 km kênh mương nội đồng.", &[]);
    check("Có 412.000 học sinh tiểu học.", "Có 35.000 sinh viên đại học.", &[]);
}

#[test]
fn what_is_to_come_is_no_value() {
    check(
        "Toàn tỉnh có 3.200 giường bệnh công lập.",
        "Kế hoạch nêu rõ: phấn đấu đến năm 2030, toàn tỉnh có 3.900 giường bệnh công lập.",
        &[],
    );
    check("Tỉnh có 120 km đường cao tốc.", "Năm 2035, tỉnh có 150 km đường cao tốc.", &[]);
}

#[test]
fn companies_have_figures_of_their_own() {
    let of = |name: &str, profit: &str| {
        format!(
            "Công ty cổ phần {name} họp cổ đông. Công ty cổ phần {name} bán gạo. \
             Lợi nhuận sau thuế của Công ty cổ phần {name} đạt {profit} tỷ đồng."
        )
    };
    let joined = ["Lợi nhuận sau thuế của Công ty cổ phần Sông Tiền: 120000000000 150000000000"];
    check(&of("Sông Tiền", "120"), &of("Sông Tiền", "150"), &joined);
    check(&of("Sông Tiền", "120"), &of("Núi Sam", "150"), &[]);
    // An article that names the company once.
    check(&of("Sông Tiền", "120"), "Lợi nhuận sau thuế của Công ty cổ phần Sông Tiền đạt 150 tỷ đồng.", &joined);
    check(&of("Sông Tiền", "120"), "Lợi nhuận sau thuế của các hợp tác xã đạt 150 tỷ đồng.", &[]);
}

#[test]
fn opposites_and_general_words_tell_counts_apart() {
    check("Lợi nhuận trước thuế của quỹ đạt 12 tỷ đồng.", "Lợi nhuận sau thuế của quỹ đạt 15 tỷ đồng.", &[]);
    check("Có 17 tỉnh, thành phố xong việc tách thửa.", "Đã có 63 tỉnh, thành phố gửi báo cáo thuế.", &[]);
}

#[test]
fn provinces_have_figures_of_their_own() {
    let of = |place: &str, n: &str| {
        format!("Tỉnh {place} tổng kết năm học. Tỉnh {place} khen giáo viên. {n} Tỉnh {place} xây trường.")
    };
    let [one, other] = ["Có 412.000 học sinh tiểu học.", "Có 430.500 học sinh tiểu học."];
    check(&of("Bến Tre", one), &of("Bến Tre", other), &["học sinh tiểu học: 412000 430500"]);
    check(&of("Bến Tre", one), &of("Hà Giang", other), &[]);
    check(&of("Bến Tre", one), other, &["học sinh tiểu học: 412000 430500"]);
    // A province that is not named may be any other, unless the article names one alone.
    let unnamed = "Toàn tỉnh có 430.500 học sinh tiểu học.";
    check(&of("Bến Tre", one), unnamed, &[]);
    let named_once = format!("Trại giống ở Bến Tre. {unnamed}");
    check(&of("Bến Tre", one), &named_once, &["học sinh tiểu học: 412000 430500"]);
    check(&of("Bến Tre", one), &format!("Xe từ Hà Giang đến. {named_once}"), &[]);
    let earlier = "Toàn tỉnh có 412.000 học sinh tiểu học.";
    check(earlier, unnamed, &["học sinh tiểu học: 412000 430500"]);
    let all = "Cả nước có 430.500 học sinh tiểu học.";
    check(one, &of("Hà Giang", all), &["học sinh tiểu học: 412000 430500"]);
    check(&of("Bến Tre", one), all, &[]);
}

#[test]
fn a_break_is_no_growth() {
    check(
        "Toàn tỉnh có 320 hợp tác xã nông nghiệp.",
        "Toàn tỉnh có 4.100 hợp tác xã nông nghiệp.",
        &["hợp tác xã nông nghiệp: 320 4100 ?"],
    );
}

#[test]
fn sums_of_other_periods_are_other_measures() {
    let year = |n: &str| format!("Năm {n}, nộp ngân sách toàn ngành giống cây trồng đạt 900 tỷ đồng.");
    let joined = ["nộp ngân sách toàn ngành giống cây trồng: 900000000000 850000000000"];
    let told = |when: &str, n: &str| format!("{when}, nộp ngân sách toàn ngành giống cây trồng đạt {n} tỷ đồng.");
    check(&year("2020"), &told("Năm 2022", "850"), &joined);
    check(&year("2020"), &told("Trong tháng 3/2023", "70"), &[]);
    check(&year("2020"), &told("Trong 6 tháng đầu năm 2023", "480"), &[]);
    // Without a period it may be of a year, where it is not far from it.
    check(&year("2020"), &told("Đến nay", "850"), &joined);
    check(&year("2020"), &told("Đến nay", "300"), &[]);
    // So is what is counted over a time, whatever it is.
    let hurt = |when: &str, n: &str| format!("{when}, cả nước có {n} thợ mỏ bị thương.");
    check(&hurt("Trong 6 tháng đầu năm 2021", "80"), &hurt("Trong quý I/2023", "50"), &[]);
    let both = hurt("Trong 6 tháng đầu năm 2023", "95");
    check(&hurt("Trong 6 tháng đầu năm 2021", "80"), &both, &["thợ mỏ bị thương: 80 95"]);
    // What there is holds at a time, however long the time is that is named.
    let there = |when: &str, n: &str| format!("{when}, toàn ngành giống cây trồng có {n} trạm lai tạo giống cây.");
    check(&there("Năm 2020", "80"), &there("Đến tháng 3/2023", "95"), &["trạm lai tạo giống cây: 80 95"]);
}

#[test]
fn short_forms_are_compared_in_full() {
    check(
        "Ngành Nông nghiệp và Môi trường (NN&MT) họp. Năm 2020, doanh thu toàn ngành NN&MT đạt 800 tỷ đồng.",
        "Năm 2022, doanh thu toàn ngành Nông nghiệp và Môi trường đạt 900 tỷ đồng.",
        &["doanh thu toàn ngành Nông nghiệp và Môi trường: 800000000000 900000000000"],
    );
}

#[test]
fn what_is_said_again_is_one_value() {
    // Rounded in a heading, without a time.
    check(
        "Nộp ngân sách ngành giống cây gần 910 tỷ đồng. Năm 2020, nộp ngân sách ngành giống cây đạt 909,4 tỷ đồng.",
        "Năm 2022, nộp ngân sách ngành giống cây đạt 950 tỷ đồng.",
        &["nộp ngân sách ngành giống cây: 909400000000 950000000000"],
    );
    // Another measure that happens to be as large.
    check(
        "Chi cho giống cây là 910 tỷ đồng. Năm 2020, nộp phí môi trường biển đạt 909,4 tỷ đồng.",
        "Chi cho giống cây là 950 tỷ đồng.",
        &["Chi cho giống cây: 910000000000 950000000000"],
    );
    // Of one time by two articles.
    check(
        "Năm 2020, nộp ngân sách ngành giống cây đạt 950 tỷ đồng.",
        "Năm 2020, nộp ngân sách ngành giống cây đạt 950 tỷ đồng.",
        &[],
    );
}

#[test]
fn shares_told_in_other_words_are_one_measure() {
    check(
        "Năm 2020, tỷ trọng kinh tế biển trong GRDP đạt 12,5%.",
        "Kinh tế biển chiếm 14,5% GRDP và tăng nhanh.",
        &["tỷ trọng kinh tế biển trong GRDP: 12.5 14.5"],
    );
    check("Năm 2020, kinh tế biển chiếm 12,5% GRDP.", "Kinh tế biển chiếm 60% số việc làm mới.", &[]);
}
