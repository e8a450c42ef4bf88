use super::*;
use crate::corpus::{Analysis, Clock, Engine};
use crate::extract::Given;
use crate::view::{Entry, overview};
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::built_in(str::to_owned));

fn read(texts: &[(Option<i32>, &str)]) -> Finding {
    let read = |t: &(Option<i32>, &str)| ENGINE.analyse(t.1, &Given { year: t.0, ..Given::default() });
    let read: Vec<Analysis> = texts.iter().map(read).collect();
    let names: Vec<String> = (0..read.len()).map(|i| format!("{i}.txt")).collect();
    let entry =
        |(name, analysis)| Entry { key: name, name, sha256: "", edited: false, encoding: None, analysis, stamp: 0 };
    let entries: Vec<Entry> = names.iter().map(String::as_str).zip(&read).map(entry).collect();
    let finding = overview(&ENGINE.lexicon().term_words, &entries, Clock::Published).finding;
    for sentence in &finding.sentences {
        assert!(!sentence.evidence.is_empty(), "nothing to open: {sentence:?}");
        for evidence in &sentence.evidence {
            let (_, text) = texts[evidence.article.trim_end_matches(".txt").parse::<usize>().unwrap()];
            assert!(text.contains(&evidence.text), "{evidence:?}");
        }
    }
    finding
}

fn kinds(finding: &Finding) -> Vec<&str> {
    finding.sentences.iter().map(|s| s.kind.as_str()).collect()
}

const EARLIER: &str = "Năm 2021 là năm nước sạch.

Sáng 31/12/2021, tỉnh họp về nước sạch. Ba ưu tiên chính của năm 2021 gồm: xây trạm cấp nước; thay đường ống; dạy trẻ bơi.

Đến cuối năm 2021, tỉnh có 120 trạm cấp nước nông thôn.";

const LATER: &str = "Năm 2023 là năm rừng ngập mặn.

Sáng 5/5/2023, tỉnh họp về rừng. Ba ưu tiên chính của năm 2023 gồm: xây trạm cấp nước; trồng rừng; nuôi cua.

Đến cuối năm 2022, tỉnh có hơn 180 trạm cấp nước nông thôn.";

#[test]
fn two_years_are_told_with_their_places() {
    let finding = read(&[(Some(2021), EARLIER), (Some(2023), LATER)]);
    assert_eq!(kinds(&finding), ["stated", "priorities", "figure", "too_little"], "{finding:#?}");
    let vi: Vec<&str> = finding.sentences.iter().map(|s| s.vi.as_str()).collect();
    assert_eq!(vi[0], "Theo các bài, năm 2023 là “năm rừng ngập mặn”; năm 2021 là “năm nước sạch”.");
    assert_eq!(
        vi[1],
        "So với năm 2021, danh sách “ưu tiên chính” năm 2023 giữ “xây trạm cấp nước”; thêm “trồng rừng”, “nuôi cua”; không còn \
         nêu “thay đường ống”, “dạy trẻ bơi”."
    );
    assert_eq!(vi[2], "Trạm cấp nước nông thôn tăng ít nhất 50 %, từ 120 (31/12/2021) lên hơn 180 (31/12/2022).");
    let en: Vec<&str> = finding.sentences.iter().map(|s| s.en.as_str()).collect();
    assert_eq!(
        en[2],
        "“trạm cấp nước nông thôn” rose by at least 50 %, from 120 (31 Dec 2021) to more than 180 (31 Dec 2022)."
    );
    assert!(finding.sentences.iter().all(|s| !s.evidence.is_empty()), "{finding:#?}");
}

#[test]
fn a_share_moves_by_points() {
    let told = |before: &str, after: &str| {
        let text = |year, share| format!("Tỷ lệ hộ dân dùng nước sạch đạt {share}% trong năm {year}.");
        let (before, after) = (text(2021, before), text(2023, after));
        let finding = read(&[(Some(2021), &before), (Some(2023), &after)]);
        let figure = finding.sentences.into_iter().find(|sentence| sentence.kind == "figure").unwrap();
        (figure.vi, figure.en)
    };
    let check = |(vi, en): (String, String), said: [&str; 2]| {
        assert!(vi.contains(said[0]) && en.contains(said[1]), "{vi}\n{en}");
    };
    check(
        told("55,3", "59,5"),
        ["tăng 4,2 điểm phần trăm, từ 55,3 % (2021) lên 59,5 %", "rose by 4.2 percentage points,"],
    );
    check(told("55", "hơn 60"), ["tăng ít nhất 5 điểm phần trăm, ", "rose by at least 5 percentage points,"]);
    check(told("60", "hơn 55"), ["giảm nhiều nhất 5 điểm phần trăm, ", "fell by at most 5 percentage points,"]);
}

#[test]
fn a_figure_given_for_more_years_is_told_before_one_that_moved_more() {
    let of_year = |year: i32, trees: &str| format!("Năm {year}, cả tỉnh có {trees} cây dừa nước.");
    let rare = |year: i32, rate| format!(" Tỷ lệ hộ dân dùng nước sạch đạt {rate}% trong năm {year}.");
    let texts =
        [of_year(2021, "1.200") + &rare(2021, 10), of_year(2022, "1.250"), of_year(2023, "1.320") + &rare(2023, 90)];
    let texts: Vec<_> = (2021..).map(Some).zip(texts.iter().map(String::as_str)).collect();
    let told = |texts: &[(Option<i32>, &str)]| {
        read(texts).sentences.into_iter().find(|sentence| sentence.kind == "figure").unwrap().vi
    };
    let all = told(&texts);
    assert!(all.contains("dừa nước tăng 10 %, từ 1.200 (2021) lên 1.320 (2023)"), "{all}");
    let ends = told(&[texts[0], texts[2]]);
    assert!(ends.contains("80 điểm phần trăm"), "of as many years, what moved most: {ends}");
}

#[test]
fn one_year_and_no_year_say_that_nothing_can_be_compared() {
    let one = read(&[(Some(2021), EARLIER)]);
    assert_eq!(kinds(&one)[..2], ["one_year", "stated"]);
    let none = read(&[(None, "Nước lên nhanh. Người dân chạy lũ, người dân lên đồi.")]);
    assert_eq!(none.sentences[0].kind, "one_year");
    assert!(none.sentences[0].vi.contains("chưa rõ năm"), "{none:?}");
    assert!(read(&[]).sentences.is_empty());
}

#[test]
fn where_counting_shows_nothing_the_nearest_places_open() {
    let before = "Tỉnh trồng rừng ven biển để giữ đất. Dân vùng ấy đi bộ hằng đêm rồi mới về.\n".repeat(20);
    let after = "Hằng đêm dân vùng ấy đi bộ rồi mới về. Để giữ đất, tỉnh trồng rừng ven biển.\n".repeat(20);
    let finding = read(&[(Some(2021), before.as_str()), (Some(2022), after.as_str())]);
    assert!(kinds(&finding).contains(&"nothing_counted"), "{finding:#?}");
}

#[test]
fn a_term_that_rose_beyond_chance_is_told() {
    let before = "Tỉnh trồng rừng ven biển để giữ đất. Dân vùng ấy đi bộ hằng đêm rồi mới về.\n".repeat(40);
    let after = "Tỉnh trồng rừng ven biển để giữ đất. Cua biển được giá. Ai cũng nuôi cua biển.\n".repeat(40);
    let finding = read(&[
        (Some(2021), before.as_str()),
        (Some(2021), before.as_str()),
        (Some(2022), after.as_str()),
        (Some(2022), after.as_str()),
    ]);
    let counted = finding.sentences.iter().find(|s| s.kind == "counted").unwrap();
    assert!(
        counted.vi.contains("“cua biển” (từ 0,0 lên ")
            && counted.vi.contains(" lần trên 10.000 âm tiết)")
            && counted.strength == "strong",
        "{counted:?}"
    );
}

#[test]
fn a_year_without_themes_is_told_by_its_own_terms() {
    let before = "Nước sạch nông thôn còn thiếu. Trạm cấp nước cũ hỏng. Nước sạch nông thôn là quyền.\n".repeat(9);
    let after = "Cua biển được giá. Ai cũng nuôi cua biển.";
    let finding = read(&[(Some(2021), before.as_str()), (Some(2022), after)]);
    let last = finding.sentences.iter().find(|s| s.kind == "themes").unwrap();
    assert_eq!(last.vi, "Các từ ngữ nổi bật của năm 2022: “cua biển”.");
}

#[test]
fn what_is_cut_off_is_marked() {
    let rows = [
        ("Nước sạch cho mọi nhà", "Nước sạch cho mọi nhà"),
        ("Ba việc: trồng rừng, nuôi cua", "Ba việc: trồng rừng, nuôi cua"),
        (&format!("Ba việc: {}", ["trồng rừng"; 12].join(", ")), "Ba việc …"),
        (&["rừng"; 25].join(" "), &format!("{} …", ["rừng"; 24].join(" "))),
    ];
    for (text, expected) in rows {
        assert_eq!(clipped(text), expected);
    }
}

#[test]
fn themes_of_different_things_are_not_set_against_each_other() {
    let sector = "Năm 2022, ngành lâm nghiệp chọn chủ đề “Phủ xanh đồi trọc”. Người dân trồng rừng.";
    let tourism = "Chủ đề của Năm Du lịch quốc gia 2023 là “Biển gọi”. Khách đến đông.";
    let whole = "Năm 2022 là năm trồng rừng. Người dân trồng rừng.";
    let later = "Năm 2023 là năm đắp đê. Người dân đắp đê. Chủ đề của Năm Du lịch quốc gia 2023 là “Biển gọi”.";
    let check = |before: &str, after: &str, expected: &str| {
        let finding = read(&[(Some(2022), before), (Some(2023), after)]);
        let stated = finding.sentences.iter().find(|s| s.kind == "stated").unwrap();
        assert_eq!(stated.vi, expected);
    };
    check(
        sector,
        tourism,
        "Theo các bài, chủ đề của Năm Du lịch quốc gia năm 2023 là “Biển gọi”; chủ đề của ngành lâm nghiệp năm 2022 là “Phủ xanh \
         đồi trọc”; các chủ đề này thuộc phạm vi khác nhau, không thay cho nhau.",
    );
    // Both years have a theme of the year as a whole.
    check(whole, later, "Theo các bài, năm 2023 là “năm đắp đê”; năm 2022 là “năm trồng rừng”.");
}
