//! Terms of one article: the words and phrases worth counting, with exact counts.

mod book;
mod candidates;
mod counter;
mod nested;
mod phrases;
mod runs;
mod trie;
mod units;
mod variants;
mod wanted;
mod weight;

pub use book::{PhraseBook, PhraseFinder};
pub use counter::{Occurrence, TermCounter};
pub use nested::{Lie, Standing, lies, standing};
pub use units::{Unit, lower_into, units};

use crate::base::Arrange;

use super::{Facts, Reading};

/// One term of one article.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Term {
    /// Matching form: lower case, single blanks (SCHEMA §16 of the contract).
    pub term: Box<str>,
    /// Occurrences in the body, nested ones included.
    pub count: u32,
    /// Occurrences in the body that lie in no longer term of the article.
    pub count_maximal: u32,
    /// Occurrences in what was set aside.
    pub count_aside: u32,
    /// Number of syllables.
    pub syllables: u32,
    /// Weight by which the terms are ranked.
    pub weight: f64,
    /// Whether the reader wants it, so that no list leaves it out.
    pub kept: bool,
    /// Other spellings in the body (tone marks placed otherwise), counted apart.
    pub variants: Box<[(String, u32)]>,
}

/// Terms of the body, best first.
pub fn terms(reading: &Reading, facts: &Facts) -> Vec<Term> {
    let mut candidates = candidates::candidates(reading, facts);
    wanted::add_wanted(reading, &mut candidates);
    let counter = TermCounter::new(candidates.iter().map(|c| c.term.as_str()));
    let mut out: Vec<Term> = candidates
        .into_iter()
        .map(|c| Term {
            syllables: c.n_units,
            term: c.term.into_boxed_str(),
            count: 0,
            count_maximal: 0,
            count_aside: 0,
            weight: c.weight,
            kept: c.kept,
            variants: Box::default(),
        })
        .collect();
    for segment in &reading.article.segments {
        for found in counter.occurrences_in(reading, segment.span) {
            let term = &mut out[found.term as usize];
            term.count += 1;
            term.count_maximal += u32::from(found.maximal);
        }
    }
    for aside in reading.article.set_aside.iter().filter(|a| !a.sub) {
        for found in counter.occurrences_in(reading, aside.span) {
            out[found.term as usize].count_aside += 1;
        }
    }
    out.arrange_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.term.cmp(&b.term)));
    variants::add_variants(reading, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Engine;
    use crate::extract::Given;

    fn read(text: &str) -> Vec<Term> {
        let engine = Engine::built_in(str::to_owned);
        engine.analyse(text, &Given::default()).terms
    }

    #[track_caller]
    fn check(text: &str, listed: &[(&str, u32)], absent: &[&str]) {
        let terms = read(text);
        let found: Vec<_> = terms.iter().map(|t| (&*t.term, t.count, t.count_maximal)).collect();
        for (term, count) in listed {
            assert!(found.iter().any(|f| f.0 == *term && f.1 == *count), "{term} × {count} not in {found:?}");
        }
        for term in absent {
            assert!(!found.iter().any(|f| f.0 == *term), "{term} in {found:?}");
        }
    }

    #[test]
    fn parts_of_one_longer_term_are_no_terms() {
        check(
            "Giá bắp xuất khẩu tăng. Theo hiệp hội, giá bắp xuất khẩu còn cao; giá bắp xuất khẩu của vụ này là kỷ lục.",
            &[("giá bắp xuất khẩu", 3)],
            &["bắp xuất khẩu", "bắp xuất", "giá bắp", "giá bắp xuất"],
        );
    }

    #[test]
    fn a_part_that_also_stands_alone_is_a_term() {
        check(
            "Nước sạch nông thôn còn thiếu. Nước sạch đô thị đã đủ, nhưng nước sạch là quyền. Nước sạch nông thôn là ưu tiên.",
            &[("nước sạch nông thôn", 2), ("nước sạch", 4)],
            &["sạch nông thôn"],
        );
    }

    #[test]
    fn a_term_that_articles_are_indexed_by_is_listed_also_where_it_stands_once() {
        check(
            "Tỉnh đẩy nhanh giải phóng mặt bằng, không để dự án chậm tiến độ. Thuế giá trị gia tăng giảm 2%.",
            &[("giải phóng mặt bằng", 1), ("chậm tiến độ", 1), ("thuế giá trị gia tăng", 1)],
            &["mặt bằng", "giá trị", "phóng mặt bằng"],
        );
        check(
            "Phát triển kinh tế - xã hội là chính. Báo cáo kinh tế - xã hội, kinh tế, xã hội.",
            &[("kinh tế - xã hội", 2)],
            &["kinh tế xã hội"],
        );
    }

    #[test]
    fn a_listed_word_parts_no_other_words() {
        check(
            "Trường trung học phổ thông tư vấn hướng nghiệp cho học sinh từ lớp chín.",
            &[("trung học phổ thông", 1), ("tư vấn hướng nghiệp", 1)],
            &["thông tư", "vấn hướng nghiệp", "thông tư vấn"],
        );
        check("Bộ đã ban hành thông tư về dạy thêm. Thông tư quy định mức thu.", &[("thông tư", 2)], &[]);
    }

    #[track_caller]
    fn check_better(text: &str, better: &str, worse: &str) {
        let terms = read(text);
        let rank = |term: &str| terms.iter().position(|t| &*t.term == term);
        let (one, other) = (rank(better), rank(worse));
        assert!(
            one.is_some() && other.is_none_or(|at| one < Some(at)),
            "{better} {one:?}, {worse} {other:?} in {terms:?}"
        );
    }

    #[test]
    fn of_two_known_terms_that_share_words_the_longer_one_goes_before() {
        check_better("Xưởng hưởng ưu đãi thuế thu nhập doanh nghiệp.", "thuế thu nhập doanh nghiệp", "ưu đãi thuế");
        check("Xưởng hưởng ưu đãi thuế lâu dài.", &[("ưu đãi thuế", 1)], &[]);
        // One whose last word goes on to another goes behind both.
        check_better("Tốc độ tăng trưởng kinh tế số còn chậm.", "kinh tế số", "tăng trưởng kinh tế");
        check_better("Tốc độ tăng trưởng kinh tế số còn chậm.", "tăng trưởng kinh tế số", "tăng trưởng kinh tế");
    }

    #[test]
    fn the_last_syllable_of_a_known_term_begins_no_other() {
        check(
            "Cả xã làm chuyển đổi số quốc gia. Quốc gia khác đã chuyển đổi số.",
            &[("chuyển đổi số quốc gia", 1)],
            &["số quốc gia"],
        );
        check("Xã lo phát triển kinh tế vườn đồi.", &[("kinh tế vườn đồi", 1)], &[]);
    }

    #[test]
    fn what_a_body_is_for_is_a_term() {
        check("Ủy ban Quốc gia về chuyển đổi số họp sáng nay.", &[("chuyển đổi số", 1)], &["ủy ban quốc gia"]);
        check("Bộ Khoa học và Công nghệ họp sáng nay.", &[], &["khoa học và công nghệ", "công nghệ"]);
        check(
            "Chính phủ ưu tiên vườn quế; vườn quế của Chính phủ số.",
            &[("vườn quế", 2), ("chính phủ số", 1)],
            &["chính phủ ưu tiên", "chính phủ ưu tiên vườn quế", "vườn quế của chính phủ"],
        );
    }

    #[test]
    fn what_somebody_does_or_says_is_no_part_of_a_term() {
        check(
            "Ngư dân bán cá ngừ ở cảng. Hiệp hội đề nghị giãn nợ cho chủ tàu; chuyên gia khuyến cáo giữ đội tàu. Trung tâm đào tạo \
             thuyền viên mở lớp mới. Doanh nghiệp xuất khẩu cá ngừ lãi to.",
            &[("cá ngừ", 2), ("doanh nghiệp xuất khẩu", 1), ("trung tâm đào tạo thuyền viên", 1)],
            &["ngư dân bán", "ngư dân bán cá ngừ", "hiệp hội đề nghị", "chuyên gia khuyến cáo"],
        );
    }

    #[test]
    fn what_grew_or_shrank_is_a_term_and_the_change_none() {
        check(
            "Dịch vụ kho bãi tăng 8%. Nghề đan lưới giảm so với quý trước, nhưng tiền công vá lưới tăng. Xưởng tăng lương thợ cả.",
            &[("dịch vụ kho bãi", 1), ("nghề đan lưới", 1), ("tiền công vá lưới", 1), ("tăng lương thợ cả", 1)],
            &["kho bãi tăng", "dịch vụ kho bãi tăng", "đan lưới giảm", "công vá lưới tăng", "vá lưới tăng"],
        );
    }

    #[test]
    fn numbers_of_documents_and_stages_end_a_term() {
        check(
            "Kế hoạch trồng dừa giai đoạn 2021-2025 theo công điện số 15 về vườn dừa. Chợ bán số dừa non còn lại. Xã làm vườn \
             ươm và Đề án 12; huyện dự vườn ươm và Đề án 12.",
            &[("trồng dừa", 1), ("vườn dừa", 1), ("số dừa non", 1), ("vườn ươm", 2)],
            &["trồng dừa giai đoạn", "công điện số", "vườn ươm và đề án", "đề án"],
        );
    }

    #[test]
    fn general_words_make_no_term_together_and_names_are_none() {
        check(
            "Kết quả tích cực bước đầu ở làng gốm. Thợ xưởng Sao Mai Xanh thắng lớn; xưởng Sao Mai Xanh mở thêm lò nung.",
            &[("làng gốm", 1), ("lò nung", 1)],
            &["kết quả tích cực", "tích cực bước đầu", "sao mai xanh"],
        );
    }

    #[test]
    fn a_listed_phrase_counts_as_one_word_however_it_is_cut() {
        check(
            "Người dân trồng quế; người dân trồng hồi. Phiên họp bàn vườn quế. Con đường vườn quế còn xa, con đường vườn hồi dài. \
             Xã lo nâng cao thu hoạch quế, huyện lo nâng cao thu hoạch hồi.",
            &[("vườn quế", 2)],
            &["người dân", "phiên họp", "đường vườn quế", "cao thu hoạch", "cao thu hoạch quế"],
        );
        // Nor does it make a term with a place.
        check(
            "Hội thi nối tới điểm cầu Lai Châu; vườn lê Lai Châu đông, vườn lê Lai Châu vui.",
            &[("vườn lê lai châu", 2)],
            &["điểm cầu lai châu"],
        );
        // Not across a mark, nor where the words belong to a known term.
        check("Người, dân bản, vườn quế. Người dân tộc thiểu số trồng quế.", &[("người dân tộc thiểu số", 1)], &[]);
    }

    #[test]
    fn a_known_document_with_its_number_is_a_term() {
        check("Xã họp về vườn ươm và Đề án 06; huyện họp về Đề án 12.", &[("đề án 06", 1)], &["đề án", "đề án 12"]);
    }

    #[test]
    fn a_place_with_what_it_is_ends_a_term() {
        check(
            "Hội thi ở vườn ươm tỉnh Nam Định; vườn ươm tỉnh Nam Định đông nhất. Lụa Hà Đông đẹp, lụa Hà Đông đắt.",
            &[("vườn ươm", 2), ("lụa hà đông", 2)],
            &["ươm tỉnh nam định", "vườn ươm tỉnh nam định", "vườn ươm tỉnh"],
        );
    }

    #[test]
    fn a_known_term_may_hold_a_name_or_begin_with_a_link() {
        check(
            "Cử tri gặp đại biểu Quốc hội. Quốc hội họp. Ngân hàng siết cho vay tiêu dùng.",
            &[("đại biểu quốc hội", 1), ("cho vay tiêu dùng", 1)],
            &["quốc hội", "siết cho vay"],
        );
    }

    #[test]
    fn a_phrase_stands_in_the_list_once_however_its_words_are_cut() {
        let terms = read(
            "Bệnh viện khám chữa bệnh cho trẻ em. Nhu cầu khám chữa bệnh của người dân tăng; dịch vụ khám chữa bệnh từ xa \
             giúp bác sĩ. Khám chữa bệnh từ xa còn mới, khám chữa bệnh vẫn tốn kém.",
        );
        let found = |term: &str| terms.iter().filter(|t| &*t.term == term).map(|t| t.count).collect::<Vec<_>>();
        assert_eq!((found("khám chữa bệnh"), found("khám chữa bệnh từ xa")), (vec![5], vec![2]));
        assert!(found("khám chữa bệnh từ").is_empty());
    }

    #[test]
    fn numbers_take_their_units_out_of_terms() {
        check(
            "Cả vùng có 600 ha sầu riêng, 30 km cao tốc, 2 tỷ đồng tiền quỹ; quy hoạch VIII có sầu riêng.",
            &[("sầu riêng", 2)],
            &["ha sầu riêng", "km cao tốc", "đồng tiền quỹ", "quy hoạch viii"],
        );
    }

    #[test]
    fn an_adjunct_that_begins_with_a_stopword_goes_on_with_its_term() {
        check(
            "Trạm thú y tư vấn từ xa. Chủ tàu vay không kỳ hạn. Xã nuôi bò theo chuỗi, đàn bò theo mẹ về chuồng từ rừng xa.",
            &[("tư vấn từ xa", 1), ("nuôi bò theo chuỗi", 1)],
            &["từ xa", "theo chuỗi", "đàn bò theo mẹ", "chuồng từ rừng xa", "tư vấn từ"],
        );
        check(
            "Lãi ròng sau thuế của trại bò, lãi ròng sau vụ lúa.",
            &[("lãi ròng sau thuế", 1)],
            &["lãi ròng sau", "sau thuế"],
        );
    }

    #[test]
    fn marks_and_function_words_end_a_term() {
        check(
            "Lúa, gạo đã tăng giá; lúa, gạo sẽ giảm. Năm 2024 là năm của gạo thơm, năm 2024 có gạo thơm.",
            &[("gạo thơm", 2)],
            &["lúa gạo", "năm 2024", "của gạo thơm", "có gạo thơm", "là năm"],
        );
    }

    #[test]
    fn a_word_that_any_article_may_use_is_no_term_by_itself() {
        check(
            "Hội nghị nêu cao tinh thần. Hội nghị bàn xăng dầu, tinh thần là tiết kiệm xăng dầu. Tinh thần chiến binh!",
            &[("xăng dầu", 2), ("tinh thần chiến binh", 1)],
            &["hội nghị", "tinh thần"],
        );
    }

    #[test]
    fn english_terms_follow_the_same_rules() {
        check(
            "The rice export price rose. A higher rice export price of this kind is rare, and the rice export price may fall.",
            &[("rice export price", 3)],
            &["export price", "the rice", "rice export", "price of this"],
        );
    }

    #[test]
    fn english_verbs_and_days_are_no_terms() {
        check(
            "Vietnam ranks third in rice exports. The index puts Vietnam third; a new index ranks it fifth and puts rice exports \
             first. On Monday, Hanoi hosts a March summit; on Monday rice exports of March rose, and March exports rose.",
            &[("rice exports", 3)],
            &[
                "ranks",
                "puts",
                "puts rice exports",
                "puts rice",
                "march",
                "monday",
                "rose",
                "index ranks",
                "index puts",
            ],
        );
    }

    #[test]
    fn english_deeds_and_adverbs_are_no_part_of_a_term() {
        check(
            "The port drastically enhanced cargo handling. Dock workers attending night classes welcomed cargo handling rules; \
             firms providing ice boxes thoroughly checked the fish market.",
            &[("cargo handling", 2), ("dock workers", 1), ("ice boxes", 1), ("fish market", 1)],
            &["port drastically", "workers attending", "providing ice boxes", "dock workers attending night classes"],
        );
    }

    #[test]
    fn english_terms_that_articles_are_indexed_by_are_listed_also_where_they_stand_once_or_in_others() {
        check(
            "The harbour office speeds up digital transformation locally. Fishing towns want small and medium enterprises, \
             access to information and modern cold supply chains.",
            &[
                ("digital transformation", 1),
                ("small and medium enterprises", 1),
                ("access to information", 1),
                ("supply chains", 1),
                ("modern cold supply chains", 1),
            ],
            &["medium enterprises", "digital transformation locally", "transformation locally"],
        );
        // Not what only begins or ends like one, nor what somebody did.
        check(
            "The office sent digital boats, and the market supply shared boats. Dock towns praised the boat market shared there.",
            &[],
            &["digital transformation", "market supply shared", "supply shared boats", "boat market shared"],
        );
    }

    #[test]
    fn english_words_that_any_article_may_use_are_no_terms() {
        check(
            "Officials blame people smuggling gangs. Senior officials say people smuggling gangs cheat people; people and senior \
             officials want new laws against people smuggling gangs. Officials met people.",
            &[("people smuggling gangs", 3)],
            &["people", "officials", "senior officials"],
        );
    }

    #[test]
    fn spellings_of_one_term_are_counted_apart() {
        let terms = read("Có hóa đơn. Ngành thuế đã cấp hóa đơn, không có hoá đơn. Không có hóa đơn hay hoá đơn.");
        let found: Vec<_> = terms.iter().filter(|t| ["hóa đơn", "hoá đơn"].contains(&&*t.term)).collect();
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((&*found[0].term, found[0].count), ("hóa đơn", 3));
        assert_eq!(*found[0].variants, [("hoá đơn".to_owned(), 2)]);
    }

    #[test]
    fn a_known_term_is_known_in_each_spelling() {
        let terms =
            |text: &str| read(text).iter().map(|t| t.term.replace("oá", "óa").replace("oẻ", "ỏe")).collect::<Vec<_>>();
        let older =
            "Quầy bán gạo ở chợ quê lo hóa đơn điện tử, xã lo chăm sóc sức khỏe ban đầu cho thợ gặt thuê và thợ cấy.";
        assert_eq!(terms(older), terms(&older.replace("óa", "oá").replace("ỏe", "oẻ")));
        assert!(terms(older).contains(&"chăm sóc sức khỏe ban đầu".to_owned()));
    }

    #[track_caller]
    fn check_with(list: &str, text: &str, listed: &[(&str, u32)], absent: &[&str]) {
        let mut engine = Engine::built_in(str::to_owned);
        let mut dictionary = crate::lexicon::Dictionary::default();
        assert_eq!(dictionary.read(list), []);
        engine.set_dictionary(dictionary);
        let terms = engine.analyse(text, &Given::default()).terms;
        let found: Vec<_> = terms.iter().map(|t| (&*t.term, t.count)).collect();
        listed.iter().for_each(|term| assert!(found.contains(term), "{term:?} not in {found:?}"));
        absent.iter().for_each(|term| assert!(found.iter().all(|f| f.0 != *term), "{term} in {found:?}"));
    }

    #[test]
    fn what_the_reader_wants_is_a_term() {
        let text = "Nghề nuôi biển còn mới. Năm 2024, người nuôi biển có vốn; nuôi biển cần giống.";
        check_with("* năm 2024\n+ nuôi biển", text, &[("năm 2024", 1), ("nuôi biển", 3)], &[]);
        check_with("* NĂM 2024\n* xã đảo", text, &[("năm 2024", 1)], &["xã đảo"]);
        // Not even the reader's term goes across a mark.
        check_with("* mới năm", text, &[], &["mới năm"]);
    }

    #[test]
    fn what_the_reader_does_not_want_is_none() {
        let text = "Giá gạo tăng. Giá gạo của vụ này cao; hợp tác xã nuôi tôm giữ giá gạo. Hợp tác xã nuôi tôm lãi.";
        check_with("", text, &[("giá gạo", 3), ("hợp tác xã nuôi tôm", 2)], &[]);
        check_with("! Giá gạo\n- hợp tác xã nuôi tôm", text, &[], &["giá gạo", "hợp tác xã nuôi tôm"]);
    }

    #[test]
    fn spellings_of_a_wanted_term_are_found() {
        check_with("* hoá đơn giấy", "Bỏ hóa đơn giấy từ tháng 7.", &[("hóa đơn giấy", 1)], &[]);
    }
}
