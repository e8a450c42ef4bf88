use crate::compare::TermTable;
use crate::corpus::{Analysis, Clock, Engine};
use crate::extract::Given;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::built_in(str::to_owned));

fn compare(sources: &[(&str, &Analysis)]) -> TermTable {
    crate::compare::compare(&ENGINE.lexicon().term_words, sources, Clock::Published).terms
}

fn read(year: Option<i32>, text: &str) -> Analysis {
    ENGINE.analyse(text, &Given { year, ..Given::default() })
}

#[test]
fn counts_every_term_in_every_article_whatever_the_order() {
    let a = read(Some(2021), "Nước mặn dâng cao. Người dân chở nước ngọt về xã; thiếu nước ngọt, nước ngọt.");
    let b = read(Some(2023), "Một công trình nước ngọt đã xong.");
    let c = read(None, "Nước ngọt!");
    let table = compare(&[("a", &a), ("b", &b), ("c", &c)]);
    let row = table.rows.iter().find(|r| table.term(r) == "nước ngọt").unwrap();
    assert_eq!((table.by_year(table.by_part(row)), row.total), (vec![3, 1], 5));
    assert_eq!(super::by_article(table.by_part(row)).collect::<Vec<_>>(), [(0, 3), (1, 1), (2, 1)]);
    let turned = compare(&[("c", &c), ("b", &b), ("a", &a)]);
    let again = turned.rows.iter().find(|r| turned.term(r) == "nước ngọt").unwrap();
    let of = |table: &TermTable, row| (table.keyness(row, 0), table.dispersion(row), row.weight);
    assert_eq!(of(&turned, again), of(&table, row));
}

#[test]
fn short_forms_count_as_what_they_stand_for() {
    let a = read(Some(2021), "Các hợp tác xã (HTX) tuyển người. Hợp tác xã là nơi hút người.");
    let b = read(Some(2023), "HTX thiếu người, nhân lực HTX càng thiếu. Nhân lực HTX cần thêm.");
    let table = compare(&[("a", &a), ("b", &b)]);
    let row = table.rows.iter().find(|r| table.term(r) == "hợp tác xã").unwrap();
    assert_eq!(table.by_year(table.by_part(row)), [2, 0]);
    let merged = row.merged.as_ref().unwrap();
    assert_eq!((merged.forms.as_slice(), table.by_year(&merged.by_part)), (["htx".to_owned()].as_slice(), vec![3, 3]));
    assert_eq!((table.keyness(row, 0).counts.b, table.whole_keyness(row, 0).counts.b), (0, 3));
}

#[test]
fn spellings_count_as_one_and_the_reader_parts_them() {
    let a = "Bỏ hóa đơn giấy. Cửa hàng phát hóa đơn giấy cho khách.";
    let b = "Cửa hàng bỏ hoá đơn giấy, không còn hoá đơn giấy.";
    let row = |list: &str| {
        let mut dictionary = crate::lexicon::Dictionary::default();
        assert_eq!(dictionary.read(list), []);
        let mut engine = Engine::built_in(str::to_owned);
        engine.set_dictionary(dictionary);
        let read = |year, text| engine.analyse(text, &Given { year: Some(year), ..Given::default() });
        let (a, b) = (read(2021, a), read(2023, b));
        let table = compare(&[("a", &a), ("b", &b)]);
        let row = table.rows.iter().find(|r| table.term(r) == "hóa đơn giấy").unwrap();
        (row.clone(), [table.by_part(row), table.whole(row)].map(|by_part| table.by_year(by_part)))
    };
    let (one, by_year) = row("");
    assert_eq!(by_year, [[2, 0], [2, 2]]);
    assert_eq!(one.forms().collect::<Vec<_>>(), [("hoá đơn giấy", 2)]);
    assert!(row("~ hóa đơn giấy").0.merged.is_none());
}

#[test]
fn the_reader_parts_a_short_form_from_its_long_one() {
    let text = "Các hợp tác xã (HTX) tuyển người. Hợp tác xã là nơi hút người. HTX thiếu người.";
    let mut engine = Engine::built_in(str::to_owned);
    let merged = |engine: &Engine| {
        let a = engine.analyse(text, &Given { year: Some(2021), ..Given::default() });
        let sources = [("a", &a)];
        let table = compare(&sources);
        let row = table.rows.iter().find(|r| table.term(r) == "hợp tác xã").unwrap();
        (row.forms().map(|f| f.0.to_owned()).collect::<Vec<_>>(), super::other_forms(&sources, "Hợp tác xã"))
    };
    assert_eq!(merged(&engine), (vec!["htx".to_owned()], vec!["htx".to_owned()]));
    let mut dictionary = crate::lexicon::Dictionary::default();
    dictionary.read("~ HTX");
    engine.set_dictionary(dictionary);
    assert_eq!(merged(&engine), (Vec::new(), Vec::new()));
}

#[test]
fn knows_what_is_stated_for_a_year() {
    let a = read(Some(2021), "Trồng rừng ngập mặn còn chậm. Tỉnh cho trồng rừng ngập mặn ở ven sông.");
    let b = read(Some(2022), "Năm 2022 là năm trồng rừng ngập mặn. Xã nào cũng có rừng ngập mặn.");
    let table = compare(&[("a", &a), ("b", &b)]);
    let row = table.rows.iter().find(|r| table.term(r).ends_with("rừng ngập mặn")).unwrap();
    assert_eq!(row.stated, [2022]);
}

#[test]
fn an_article_of_december_counts_for_the_year_it_speaks_of() {
    let review = "Sở tổng kết công tác năm 2022, triển khai nhiệm vụ năm 2023

Ngày 20/12/2022, Sở tổ chức hội nghị tổng kết công tác năm 2022. Năm 2022, giá phân bón tăng, nông dân bỏ ruộng.

Năm 2023 sẽ là năm cơ giới hóa. Sở sẽ hỗ trợ mua máy gặt, máy gặt phải về từng xã. Hợp tác xã lái máy gặt.";
    let review = read(None, review);
    let next = read(Some(2023), "Máy gặt đã về xã, máy gặt chạy đêm. Năm 2022, chưa xã nào có máy gặt.");
    let sources = [("a", &review), ("b", &next)];
    let by_year = |clock| {
        let comparison = crate::compare::compare(&ENGINE.lexicon().term_words, &sources, clock);
        let row = comparison.terms.rows.iter().find(|r| comparison.terms.term(r) == "máy gặt").unwrap();
        let years: Vec<i32> = comparison.years.iter().map(|y| y.year).collect();
        let all: u32 = comparison.years.iter().map(|y| y.n_syllables).sum();
        assert_eq!(all, review.n_syllables + next.n_syllables);
        (years, comparison.terms.by_year(comparison.terms.by_part(row)), row.total)
    };
    assert_eq!(by_year(Clock::Published), (vec![2022, 2023], vec![3, 3], 6));
    assert_eq!(by_year(Clock::Discussed), (vec![2022, 2023], vec![1, 5], 6));
}

#[test]
fn years_spoken_of_in_passing_are_not_compared() {
    let a = read(Some(2021), &"Tỉnh trồng rừng ven biển để giữ đất. ".repeat(40));
    let b =
        read(Some(2023), &("Năm 2022, bão lớn.\n".to_owned() + &"Tỉnh trồng rừng ven biển để giữ đất. ".repeat(40)));
    let sources = [("a", &a), ("b", &b)];
    let comparison = crate::compare::compare(&ENGINE.lexicon().term_words, &sources, Clock::Discussed);
    let pairs = comparison.terms.pairs.iter().map(|p| (comparison.years[p.0].year, comparison.years[p.1].year));
    assert_eq!(comparison.years.len(), 3);
    assert_eq!(pairs.collect::<Vec<_>>(), [(2021, 2023)]);
}

#[test]
fn pieces_of_longer_terms_are_told_by_all_their_places() {
    let a = read(Some(2021), "Bảo vệ rừng ven biển. Tỉnh bảo vệ rừng ven biển, xã bảo vệ rừng ven biển. Bảo vệ rừng.");
    let b = read(Some(2023), "Chương trình bảo vệ rừng ven biển. Có chương trình bảo vệ rừng ven biển, rừng ven biển.");
    let table = compare(&[("a", &a), ("b", &b)]);
    let listed = |term: &str| table.rows.iter().find(|r| table.term(r) == term).map(|r| r.is_piece);
    assert_eq!(listed("bảo vệ rừng ven biển"), Some(false), "{:?}", table.rows);
    assert_ne!(listed("rừng ven"), Some(false));
    assert_ne!(listed("rừng ven biển"), Some(false));
}

#[test]
fn a_part_that_goes_on_alike_in_all_longer_terms_is_a_piece() {
    let text = "Xã lo dạy nghề dệt lụa. Tổ dạy nghề dệt lụa họp. Lớp dạy nghề dệt lụa đông. Ban dạy nghề dệt lụa mới. Dạy nghề \
        dệt lụa tốt, quỹ dạy nghề dệt lụa to.";
    let (a, b) = (
        read(Some(2021), text),
        read(Some(2023), "Nghề dệt là nghề cũ, nghề dệt đã tàn, nghề dệt còn nuôi người, nghề dệt có hội."),
    );
    let is_piece = |sources: &[(&str, &Analysis)], term: &str| {
        let table = compare(sources);
        table.rows.iter().find(|row| table.term(row) == term).map(|row| row.is_piece)
    };
    // `dệt lụa` stands in longer terms that all go on from it by `nghề`.
    assert_ne!(is_piece(&[("a", &a)], "dệt lụa"), Some(false));
    assert_eq!(is_piece(&[("a", &a), ("b", &b)], "nghề dệt"), Some(false));
}
