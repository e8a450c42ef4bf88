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
fn a_break_is_no_growth() {
    check(
        "Toàn tỉnh có 320 hợp tác xã nông nghiệp.",
        "Toàn tỉnh có 4.100 hợp tác xã nông nghiệp.",
        &["hợp tác xã nông nghiệp: 320 4100 ?"],
    );
}
