//! Named bodies: state, party, associations, media, companies.

mod alias;
mod committee;
mod extent;
mod generic;
mod hit;
mod known;
mod listed;

use crate::base::Arrange;
use crate::lexicon::Renaming;
use crate::text::{Openers, PhraseList, TokenKind, fold};

use super::name::{Gathered, is_shouted};
use super::place::known_place;
use super::{Facts, Mention, Reading};
pub(crate) use alias::may_mean;
pub(crate) use extent::extent;
use hit::Hit;

/// One named body.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Organisation {
    /// Canonical long name.
    pub name: String,
    /// `ministry`, `state_body`, `party`, `local_government`, `association`, `company`, `media` …
    #[serde(deserialize_with = "crate::base::code")]
    pub category: crate::base::Code,
    /// Background that the text does not state: what became of it, and when.
    pub renaming: Option<Renaming>,
    /// Every place where it is named, in text order.
    pub mentions: Vec<Mention>,
    /// Name of the rule that found it.
    #[serde(deserialize_with = "crate::base::code")]
    pub rule: crate::base::Code,
}

/// Named bodies: state, party, associations, media, companies.
pub fn organisations(r: &Reading, facts: &Facts) -> Vec<Organisation> {
    let mut hits = first_pass(r);
    alias::short_forms(r, facts, &mut hits);
    alias::bracketed(r, facts, &mut hits);
    alias::short_names(r, &mut hits);
    listed::companies(r, &mut hits);
    known::by_chief(r, &mut hits);
    hits.arrange_by_key(|hit| hit.tokens.start);
    alias::left_out_places(&mut hits);
    hits.retain(|hit| !(begins_product(r, hit) || in_number(r, hit)));
    let mut found: Gathered<Organisation> = Gathered::default();
    for hit in hits {
        let span = r.span(hit.tokens.clone());
        let Some(sentence) = r.sentence_at(span.start()) else { continue };
        let mention = Mention { span, kind: hit.kind, zone: sentence.zone };
        found.add(&key(&hit.name), mention, || Organisation {
            renaming: r.lexicon.bodies.renaming(&hit.name),
            name: hit.name,
            category: hit.category,
            mentions: Vec::new(),
            rule: hit.rule,
        });
    }
    found.into_items().map(|(body, mentions)| Organisation { mentions, ..body }).collect()
}

/// Whether the name only begins that of what the company makes: `Zuma Pay`.
fn begins_product(r: &Reading, hit: &Hit) -> bool {
    let (i, to) = (hit.tokens.start, hit.tokens.end);
    let product = to == i + 1 && r.is_capital(to) && r.lexicon.product_words.last(r.raw(to)).is_some();
    let runs = to == i + 1 && follows_system_head(r, i);
    let known = r.lexicon.instruments.longest(&r.run(i..r.tokens.len()));
    product || runs || known.is_some_and(|(n, known)| i + n > to && r.span(i..i + n).of(r.text) == known.form)
}

/// Whether a word for a digital system that names follow stands right before: `sàn thương mại điện tử Zuma` is what the shop of
/// that name runs.
fn follows_system_head(r: &Reading, i: usize) -> bool {
    const LONGEST_HEAD: usize = 5;
    let head = |start: usize| r.longest(&r.lexicon.system_heads, start, i);
    (i.saturating_sub(LONGEST_HEAD)..i).any(|k| head(k).is_some_and(|(after, head)| after == i && head.follows.name))
}

/// Whether the body only signs the number of a document: `253/KH-UBND`, `253/UBND-VX`, `253/KHPH-BCA-UBND`.
fn in_number(r: &Reading, hit: &Hit) -> bool {
    let mut i = hit.tokens.start;
    while i > 2 && r.raw(i - 1) == "-" && r.is_glued(i) && r.is_glued(i - 1) {
        i -= 2;
    }
    i > 1 && r.raw(i - 1) == "/" && r.is_glued(i) && r.kind(i - 2) == Some(TokenKind::Number)
}

/// Bodies that the words themselves show, in text order.
fn first_pass(r: &Reading) -> Vec<Hit> {
    let mut hits = Vec::new();
    for sentence in &r.sentences {
        let end = sentence.tokens.end;
        let shouted = is_shouted(r, sentence.tokens.clone());
        let mut i = sentence.tokens.start;
        while i < end {
            let Some(hit) = hit_at(r, i, end).filter(|hit| !shouted || hit.rule != "head and name") else {
                i += 1;
                continue;
            };
            i = hit.tokens.end;
            hits.push(hit);
            while let Some(hit) = listed::left_out_head(r, hits.last(), i, end) {
                i = hit.tokens.end;
                hits.push(hit);
            }
        }
    }
    hits
}

/// The body named at `i`: of the tables, or known by its head; the longer of the two.
fn hit_at(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    if may_open(r, i) {
        return any(r, i, end);
    }
    debug_assert!(any(r, i, end).is_none(), "{} is no opener", r.low(i));
    None
}

/// Whether the name of a body may begin at `i`: a quick look that says no of most tokens.
fn may_open(r: &Reading, i: usize) -> bool {
    static OPENERS: Openers = Openers::of(&[&committee::HEADS, &PhraseList::new(&["bộ"])]);
    let lexicon = r.lexicon;
    r.mark(i).is_some_and(|first| {
        OPENERS.hold(first) || lexicon.heads.may_begin(first) || lexicon.bodies.may_begin_name(first)
    })
}

/// What the rules find at `i`; the longest of it.
fn any(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    if let Some(ministry) = known::ministry(r, i, end) {
        return Some(ministry);
    }
    let body = known::body(r, i, end);
    if known_place(r, i, end).is_some_and(|to| body.as_ref().is_none_or(|body| body.tokens.end <= to)) {
        return None;
    }
    let generic = generic::generic(r, i, end);
    let longer = |a: Option<Hit>, b: Option<Hit>| match (&a, &b) {
        (Some(x), Some(y)) if x.tokens.end > y.tokens.end => a,
        (_, Some(_)) => b,
        _ => a,
    };
    match (body, longer(committee::committee(r, i, end), generic)) {
        (Some(known), Some(generic))
            if generic.tokens.end > known.tokens.end
                && !matches!(r.low(known.tokens.end), "và" | ",")
                && !is_holder(r, &known, generic.tokens.end) =>
        {
            Some(generic)
        }
        (Some(known), _) => Some(known),
        (None, generic) => generic,
    }
}

/// Whether a name of two syllables after the body is that of the one who holds an office in it: `Thường trực Ban Bí thư Lê Ba`.
fn is_holder(r: &Reading, known: &Hit, to: usize) -> bool {
    let from = known.tokens.end;
    let may_follow = known.category == "party" || generic::follows_office(r, known.tokens.start);
    to == from + 2 && may_follow && r.lexicon.family_names.holds(r.low(from))
}

/// Index after the body named at `i`.
pub(crate) fn body_end(r: &Reading, i: usize, end: usize) -> Option<usize> {
    hit_at(r, i, end).map(|hit| hit.tokens.end)
}

/// Under which mentions come together: type words of places aside, `Sở Y tế tỉnh Lào Cai` with `Sở Y tế Lào Cai`.
fn key(name: &str) -> String {
    let mut key = fold(name);
    for word in [" tỉnh ", " thành phố ", " tp ", " tp. ", " tp.", " thành phố"] {
        if let Some(at) = key.find(word).filter(|at| at + word.len() < key.len()) {
            key.replace_range(at..at + word.len(), " ");
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::check_organisations as check;

    #[test]
    fn a_name_ends_before_verb_and_event() {
        check("Chi cục Kiểm ngư tổ chức Diễn đàn về biển.", "Chi cục Kiểm ngư ×1");
        check("Hiệp hội Dệt may châu Âu - ASEAN (ETAA) họp.", "Hiệp hội Dệt may châu Âu - ASEAN ×2");
    }

    #[test]
    fn ministries_and_departments() {
        check("Bộ NN&PTNT và Bộ Nông nghiệp và phát triển nông thôn.", "Bộ Nông nghiệp và Phát triển nông thôn ×2");
        check(
            "Bộ Văn hóa - Thể thao & Du lịch và Bộ Lao động – Thương binh và Xã hội.",
            "Bộ Văn hóa, Thể thao và Du lịch ×1; Bộ Lao động - Thương binh và Xã hội ×1",
        );
        check(
            "Ban Tổ chức lựa chọn 6 đội. Hiệp hội du lịch Đà Nẵng họp.",
            "Ban Tổ chức ×1; Hiệp hội du lịch Đà Nẵng ×1",
        );
        check("Thứ trưởng Công Thương Lê Văn Ba dự. Bộ Công Thương chủ trì.", "Bộ Công Thương ×2");
        check("Thứ trưởng Công Thương Lê Văn Ba dự.", "");
        check("Sở GD&ĐT Hà Nội, Sở Giáo dục và Đào tạo thành phố Hà Nội.", "Sở Giáo dục và Đào tạo Hà Nội ×2");
        check("Bộ Ngoại giao Nga trả lời Bộ Ngoại giao.", "Bộ Ngoại giao Nga ×1; Bộ Ngoại giao ×1");
        check("Đề nghị Bộ Tài chính, Công an và Y tế vào cuộc.", "Bộ Tài chính ×1; Bộ Công an ×1; Bộ Y tế ×1");
    }

    #[test]
    fn names_after_heads() {
        check(
            "Hiệp hội Chế biến và Xuất khẩu Thủy sản Việt Nam (VASEP) và Bệnh viện Bạch Mai.",
            "Hiệp hội Chế biến và Xuất khẩu Thủy sản Việt Nam ×2; Bệnh viện Bạch Mai ×1",
        );
        check("Ủy ban quốc gia về phòng, chống AIDS họp.", "Ủy ban quốc gia về phòng, chống AIDS ×1");
        check("Công ty cổ phần phần mềm Hoshi và Hoshi.", "Công ty cổ phần phần mềm Hoshi ×2");
        check("UBND tỉnh Lào Cai họp; Chủ tịch UBND tỉnh Trần Văn Nam dự.", "UBND tỉnh Lào Cai ×2");
        check("Trưởng ban Tuyên giáo Trung ương phát biểu.", "Ban Tuyên giáo Trung ương ×1");
        check(
            "Viễn thông Sơn La và Bưu điện tỉnh Sơn La ký kết; ngành Viễn thông lớn mạnh.",
            "Viễn thông Sơn La ×1; Bưu điện tỉnh Sơn La ×1",
        );
    }

    #[test]
    fn companies_and_institutions_with_small_words() {
        check(
            "Công ty CP sứ Hoa Mai và Công ty TNHH Hoa Mai họp.",
            "Công ty CP sứ Hoa Mai ×1; Công ty TNHH Hoa Mai ×1",
        );
        check("Công ty Cổ phần ôtô HOSIMA bị phạt; công ty đã nộp cho Nhà nước.", "Công ty Cổ phần ôtô HOSIMA ×1");
        check(
            "Bệnh viện đa khoa huyện Phú Bình và Bệnh viện huyện Hoa Lư quá tải.",
            "Bệnh viện đa khoa huyện Phú Bình ×1; Bệnh viện huyện Hoa Lư ×1",
        );
        check(
            "Hợp tác xã nông nghiệp Phú Thạnh và Quỹ đầu tư Zelvo Ventures ký kết; hợp tác xã nông nghiệp còn ít.",
            "Hợp tác xã nông nghiệp Phú Thạnh ×1; Quỹ đầu tư Zelvo Ventures ×1",
        );
        check("Học sinh Trường Tiểu học Lê Văn Tám ra về.", "Trường Tiểu học Lê Văn Tám ×1");
        check("Thời báo Tài chính Việt Nam mở tọa đàm.", "Thời báo Tài chính Việt Nam ×1");
        check("Theo tờ Zelvora Times, giá tăng.", "Zelvora Times ×1");
        check("Một công ty khai thác cát hành hung Phó Chủ tịch xã; các công ty công nghệ Mỹ im lặng.", "");
        check(
            "Cục Bảo tồn Cá và Chim trời Florida (FWC) ra thông báo. FWC còn điều tra.",
            "Cục Bảo tồn Cá và Chim trời Florida ×3",
        );
        check("Ngân hàng Zelvora (BIDV) mở cửa.", "Ngân hàng Zelvora ×2");
        check(
            "Trung tâm Điều độ hệ thống điện quốc gia và Trung tâm Nghiên cứu phát triển cây trồng đã ký.",
            "Trung tâm Điều độ hệ thống điện quốc gia ×1; Trung tâm Nghiên cứu phát triển cây trồng ×1",
        );
    }

    #[test]
    fn bodies_of_the_police_and_schools_of_a_country() {
        check(
            "Cục Cảnh sát điều tra tội phạm về ma túy (C04) phối hợp Bộ đội Biên phòng; C04 khởi tố.",
            "Cục Cảnh sát điều tra tội phạm về ma túy ×3; Bộ đội Biên phòng ×1",
        );
        check("Các trường Việt Nam và ngân hàng Việt Nam tham gia.", "");
        check("Vụ trưởng Vụ Giáo dục Đại học Lê Văn An dự.", "Vụ Giáo dục Đại học ×1");
        check("Đoàn Luật sư TP Huế cử người bào chữa.", "Đoàn Luật sư TP Huế ×1");
        check("Ban Thường vụ Tỉnh ủy Lào Cai họp.", "Ban Thường vụ Tỉnh ủy Lào Cai ×1");
    }

    #[test]
    fn short_forms_defined_in_the_text() {
        check("Hiệp hội Gạo Việt Nam (VRA) kiến nghị. VRA cho rằng giá tốt.", "Hiệp hội Gạo Việt Nam ×3");
    }

    #[test]
    fn what_a_body_is_before_its_short_form() {
        check(
            "Huyện lập Trung tâm Khuyến học Bến Tre (KHB, mở ngày 1/2/2024). Trung tâm KHB dạy 300 người.",
            "Trung tâm Khuyến học Bến Tre ×3",
        );
        check("Sinh viên dự Liên minh Thanh niên vì sự Đổi mới (TDM).", "Liên minh Thanh niên vì sự Đổi mới ×2");
        check("Thường trực Ban Bí thư Phan Hải dự; Ban Bí thư họp.", "Ban Bí thư ×2");
        check("Ban Bí thư Phan Hải dự và nói.", "Ban Bí thư ×1");
        check(
            "Dự có Viện Nghiên cứu quốc tế về Trí tuệ nhân tạo; đại diện Viện Toán học, Bí thư Đảng ủy phường vắng.",
            "Viện Nghiên cứu quốc tế về Trí tuệ nhân tạo ×1; Viện Toán học ×1; Đảng ủy phường ×1",
        );
        check("Họ họp về Giáo dục Đại học Việt Nam; Cơ quan Thường trực Chương trình MTQG dự.", "");
    }

    #[test]
    fn names_with_commas_that_a_short_form_spells_out() {
        check(
            "Việc này do Cơ quan Quan trắc, Cảnh báo Mặn (CQQTCBM) lo; CQQTCBM báo tỉnh.",
            "Cơ quan Quan trắc, Cảnh báo Mặn ×3",
        );
        check("Xã lập Trung tâm điều hành thông tin (IOC). IOC chạy ngày đêm.", "");
    }

    #[test]
    fn parts_joined_in_a_name() {
        check(
            "Trung tâm Khuyến nông, Giống cây trồng và vật nuôi tỉnh Lào Cai tập huấn cho dân.",
            "Trung tâm Khuyến nông, Giống cây trồng và vật nuôi tỉnh Lào Cai ×1",
        );
        check(
            "Giám đốc Trung tâm Huấn luyện và Thi đấu thể thao Lào Cai Lê Văn An dự.",
            "Trung tâm Huấn luyện và Thi đấu thể thao Lào Cai ×1",
        );
        check("Khách đến Bảo tàng Văn hóa các dân tộc Việt Nam.", "Bảo tàng Văn hóa các dân tộc Việt Nam ×1");
        check("Dự có Sở Văn hóa và Thể thao các tỉnh.", "");
    }

    #[test]
    fn a_person_after_the_level_of_a_body_is_no_place() {
        check(
            "Chủ tịch UBMTTQ Việt Nam tỉnh Lê Văn Ba dự cùng UBND tỉnh Chủ tịch Hội Nông dân tỉnh Vũ Văn Tư.",
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh ×1; UBND tỉnh ×1; Hội Nông dân tỉnh ×1",
        );
        check(
            "Hội Nông dân tỉnh Lào Cai và Hội Nông dân xã Lê Văn Ba họp.",
            "Hội Nông dân tỉnh Lào Cai ×1; Hội Nông dân xã Lê Văn Ba ×1",
        );
    }

    #[test]
    fn committees_of_the_party_in_small_letters() {
        check("Dự có Bí thư tỉnh ủy Lào Cai và Phó Bí thư Tỉnh ủy Sơn La.", "Tỉnh ủy Lào Cai ×1; Tỉnh ủy Sơn La ×1");
        check("Các tỉnh ủy Lào Cai, Sơn La báo cáo.", "");
    }

    #[test]
    fn organs_that_every_company_has() {
        check(
            "Hội đồng quản trị (HĐQT) họp; Thành viên Hội đồng thành viên Tập đoàn dự. Hội đồng Nghĩa vụ quân sự tỉnh Lào Cai họp.",
            "Hội đồng Nghĩa vụ quân sự tỉnh Lào Cai ×1",
        );
        check(
            "Đơn vị mới là Ban Chỉ huy Phòng thủ khu vực 3 - Lào Cai.",
            "Ban Chỉ huy Phòng thủ khu vực 3 - Lào Cai ×1",
        );
    }

    #[test]
    fn who_acts_beside_a_body_or_leads_it_is_no_part_of_its_name() {
        check("Cục trưởng Cục IV Lê Văn An chỉ đạo đoàn.", "Cục IV ×1");
        check("Các cấp Hội Phụ nữ và cộng đồng xã hội chăm lo.", "Hội Phụ nữ ×1");
        check(
            "Sở Nông nghiệp và phát triển nông thôn Lào Cai họp.",
            "Sở Nông nghiệp và Phát triển nông thôn Lào Cai ×1",
        );
    }

    #[test]
    fn departments_in_small_letters() {
        check("Giám đốc Sở khoa học và công nghệ tỉnh Lào Cai dự.", "Sở Khoa học và Công nghệ tỉnh Lào Cai ×1");
        check("Các sở khoa học và công nghệ họp; cơ sở y tế mở cửa; các Ban xây dựng Đảng Tỉnh ủy dự.", "Tỉnh ủy ×1");
        check("Phó chủ tịch Ủy ban T.Ư MTTQ VN dự.", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam ×1");
    }

    #[test]
    fn fields_of_battle_are_no_schools() {
        check(
            "Họ có con em ở chiến trường Lào Cai và nông trường Sơn La; Trường Đại học Sơn La mở cửa.",
            "Trường Đại học Sơn La ×1",
        );
    }

    #[test]
    fn companies_of_a_kind() {
        check("Các công ty Tư vấn trực thuộc ngành đã họp với các công ty Samsung và Intel.", "Samsung ×1; Intel ×1");
    }

    #[test]
    fn companies_beside_companies() {
        check("Dự án của Samsung, Zelvora và Intel.", "Samsung ×1; Zelvora ×1; Intel ×1");
    }

    #[test]
    fn what_only_begins_like_a_body() {
        check("Kế hoạch 15/KH-UBND giao UBND tỉnh Lào Cai làm.", "UBND tỉnh Lào Cai ×1");
        check("Công văn 15/UBND-VX giao UBND tỉnh Lào Cai làm.", "UBND tỉnh Lào Cai ×1");
        check("Kế hoạch 15/KHPH-BCA-UBND giao UBND tỉnh Lào Cai làm.", "UBND tỉnh Lào Cai ×1");
        check("Na bán trên sàn thương mại điện tử Shopee do Shopee lập.", "Shopee ×1");
        check("Khách dùng Viettel Money của Viettel và Samsung Pay của Samsung.", "Viettel ×1; Samsung ×1");
    }

    #[test]
    fn branches_of_companies() {
        check("Viettel Lào Cai và VNPT Huế ký với Viettel.", "Viettel Lào Cai ×1; VNPT Huế ×1; Viettel ×1");
        check("Viettel ở Lào Cai; Bộ Y tế Việt Nam.", "Viettel ×1; Bộ Y tế ×1");
    }

    #[test]
    fn subjects_with_a_small_syllable() {
        check("Cục Tin học hóa và Cục TMĐT và Kinh tế số ký.", "Cục Tin học hóa ×1; Cục TMĐT và Kinh tế số ×1");
        check("Cục Tin học dự họp.", "Cục Tin học ×1");
    }

    #[test]
    fn fronts_of_provinces() {
        check(
            "Ủy ban MTTQ Việt Nam tỉnh Lào Cai và Ủy ban Trung ương MTTQ Việt Nam họp.",
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lào Cai ×1; Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam ×1",
        );
        check("Ủy ban MTTQ Việt Nam ở Lào Cai họp.", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam ×1");
    }

    #[test]
    fn bodies_that_every_unit_has() {
        check("Ban Chỉ đạo Chuyển đổi số các địa phương báo cáo; UBND cấp huyện họp.", "");
        check("Dự có UBND các tỉnh; họ họp ở hội trường UBND tỉnh.", "UBND tỉnh ×1");
        check("Ban Chỉ đạo Chuyển đổi số tỉnh Lào Cai họp.", "Ban Chỉ đạo Chuyển đổi số tỉnh Lào Cai ×1");
    }

    #[test]
    fn words_that_are_no_bodies() {
        check("Hội nghị ban hành trường hợp, báo cáo Hạ tầng; các bộ, ngành, thị trường Mỹ.", "");
        check("Chính phủ số và Thủ tướng Chính phủ.", "");
    }
}
