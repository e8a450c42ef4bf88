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
