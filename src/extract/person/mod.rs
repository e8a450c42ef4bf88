//! People and the offices they are given.

mod again;
mod cast;
mod context;
mod name;
mod recall;
mod role;
mod scan;

use crate::base::Span;

use super::{Facts, Mention, Reading};
use cast::Cast;
use context::Context;
pub(crate) use name::is_syllable;

/// One person.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Person {
    /// Bare name, in its longest form.
    pub name: String,
    /// Offices and functions, each as the text gives it.
    pub roles: Vec<String>,
    /// `person`, `photographer` or `unnamed_office_holder`.
    #[serde(deserialize_with = "crate::base::code")]
    pub category: crate::base::Code,
    /// The bare name, wherever it stands: the mentions without their titles.
    pub names: Vec<Span>,
    /// Every place where it is named, in text order.
    pub mentions: Vec<Mention>,
    /// Name of the rule that found it.
    #[serde(deserialize_with = "crate::base::code")]
    pub rule: crate::base::Code,
}

/// People and the offices they are given.
pub fn people(r: &Reading, facts: &Facts) -> Vec<Person> {
    let context = Context::new(r, facts);
    let mut cast = Cast::default();
    for sentence in &r.sentences {
        for sighting in scan::sightings(r, &context, sentence) {
            cast.add(r, sighting, sentence.zone);
        }
    }
    again::again(r, &context, &mut cast);
    cast.people(r)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::facts_of;
    use crate::extract::{MentionType, Person};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let count = |p: &Person, kind: MentionType| p.mentions.iter().filter(|m| m.kind == kind).count();
        let show = |p: &Person| {
            let counts = [MentionType::Name, MentionType::Title, MentionType::GivenName]
                .map(|k| count(p, k).to_string())
                .join("+");
            format!("{} ({}) {counts}", p.name, p.roles.join("; "))
        };
        let got: Vec<String> = facts_of(text).people.iter().map(show).collect();
        assert_eq!(got.join(" | "), expected, "{text}");
    }

    #[test]
    fn a_family_name_that_is_also_a_body() {
        check("Chủ tịch UBND tỉnh Đoàn Thanh Hải dự họp.", "Đoàn Thanh Hải (Chủ tịch UBND tỉnh) 1+0+0");
        check("Bí thư Đoàn Nguyễn Văn Hải dự họp.", "Nguyễn Văn Hải (Bí thư Đoàn) 1+0+0");
    }

    #[test]
    fn offices_before_and_after_the_name() {
        check("Phó Chủ tịch UBND tỉnh Trần Văn Minh dự họp.", "Trần Văn Minh (Phó Chủ tịch UBND tỉnh) 1+0+0");
        check(
            "Giám đốc Sở Y tế Lào Cai Hoàng Quốc Hương báo cáo.",
            "Hoàng Quốc Hương (Giám đốc Sở Y tế Lào Cai) 1+0+0",
        );
        check(
            "Ông Lê Văn Sơn - Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy phát biểu.",
            "Lê Văn Sơn (Ủy viên Trung ương Đảng; Bí thư Tỉnh ủy) 1+0+0",
        );
        check(
            "Theo bà Đỗ Thị Hoa, Giám đốc Công ty TNHH Nông sản Xanh, giá giảm.",
            "Đỗ Thị Hoa (Giám đốc Công ty TNHH Nông sản Xanh) 1+0+0",
        );
    }

    #[test]
    fn an_office_belongs_to_the_name_after_it() {
        check(
            "Thủ tướng Lê Văn Ba tiếp Chủ tịch kiêm Giám đốc Tập đoàn Orlen của Ba Lan Piotr Nowak.",
            "Lê Văn Ba (Thủ tướng) 1+0+0 | Piotr Nowak (Chủ tịch; Giám đốc Tập đoàn Orlen của Ba Lan) 1+0+0",
        );
        check("Giám đốc Sở Y tế TP Nguyễn Văn An dự.", "Nguyễn Văn An (Giám đốc Sở Y tế TP) 1+0+0");
        check("Tiếp Giám đốc Công ty Orlen, Thủ tướng Lê Văn Ba nói rõ.", "Lê Văn Ba (Thủ tướng) 1+0+0");
        check("Tuyến Nguyễn Hữu Cảnh và ga Lê Thị Riêng đông khách.", "");
    }

    #[test]
    fn offices_reach_as_far_as_the_apposition() {
        check(
            "Ông Lê Văn Sơn, Giám đốc Trung tâm Nghiên cứu phát triển cây trồng, cho biết giống mới tốt.",
            "Lê Văn Sơn (Giám đốc Trung tâm Nghiên cứu phát triển cây trồng) 1+0+0",
        );
        check(
            "Ông Lê Văn Sơn, Phó Chủ tịch UBND xã An Lạc chủ trì cuộc họp.",
            "Lê Văn Sơn (Phó Chủ tịch UBND xã An Lạc) 1+0+0",
        );
        check(
            "Dự có TS. Lê Văn Sơn, Trưởng khoa Toán - CNTT; bà Vũ Thị Hoa, Chủ tịch Hội đồng trường.",
            "Lê Văn Sơn (Trưởng khoa Toán - CNTT) 1+0+0 | Vũ Thị Hoa (Chủ tịch Hội đồng trường) 1+0+0",
        );
        check("Theo ông Lê Văn Sơn, đối tượng bỏ chạy trong đêm.", "Lê Văn Sơn () 1+0+0");
        check(
            "Nhà nghiên cứu văn hóa dân gian Trần Văn Hòa cho biết tục này có từ lâu.",
            "Trần Văn Hòa (Nhà nghiên cứu văn hóa dân gian) 1+0+0",
        );
        check(
            "Chủ nhiệm Ủy ban Đối ngoại của Quốc hội Nguyễn Văn Hòa dự.",
            "Nguyễn Văn Hòa (Chủ nhiệm Ủy ban Đối ngoại của Quốc hội) 1+0+0",
        );
        check(
            "Trao đổi nhanh, Giám đốc Sở Y tế Lào Cai, ông Hoàng Văn Dũng cho biết dịch đã lùi.",
            "Hoàng Văn Dũng (Giám đốc Sở Y tế Lào Cai) 1+0+0",
        );
    }

    #[test]
    fn known_names_stand_alone_elsewhere() {
        check(
            "Bị can Đỗ Quang Sáng khai nhận. Hôm qua, bạn của Đỗ Quang Sáng ra đầu thú.",
            "Đỗ Quang Sáng (Bị can) 2+0+0",
        );
        check("Bộ trưởng Lê Văn Được dự. Đường Lê Văn Được mở rộng.", "Lê Văn Được (Bộ trưởng) 1+0+0");
    }

    #[test]
    fn one_office_for_several_names() {
        check(
            "Dự họp có các Phó Thủ tướng: Nguyễn Văn An, Lê Thị Bình; lãnh đạo các bộ.",
            "Nguyễn Văn An (Phó Thủ tướng) 1+0+0 | Lê Thị Bình (Phó Thủ tướng) 1+0+0",
        );
    }

    #[test]
    fn offices_shared_beside_those_of_each() {
        check(
            "Dự có các đồng chí Ủy viên BTV Tỉnh ủy: Lê Văn Tám - Giám đốc Sở Y tế; Vũ Thị Sáu - Giám đốc Sở Nội vụ; \
             đồng chí Đỗ Văn Bảy, TUV, Phó Chủ tịch UBND tỉnh.",
            "Lê Văn Tám (Ủy viên BTV Tỉnh ủy; Giám đốc Sở Y tế) 1+0+0 | \
             Vũ Thị Sáu (Ủy viên BTV Tỉnh ủy; Giám đốc Sở Nội vụ) 1+0+0 | \
             Đỗ Văn Bảy (TUV; Phó Chủ tịch UBND tỉnh) 1+0+0",
        );
    }

    #[test]
    fn offices_after_a_colon() {
        check(
            "Cùng dự có các đồng chí: Ủy viên Trung ương Đảng, Phó Bí thư Thành ủy Lê Văn Tám; Thứ trưởng Bộ Y tế Vũ Thị Sáu.",
            "Lê Văn Tám (Ủy viên Trung ương Đảng; Phó Bí thư Thành ủy) 1+0+0 | Vũ Thị Sáu (Thứ trưởng Bộ Y tế) 1+0+0",
        );
    }

    #[test]
    fn offices_alone_and_given_names() {
        check(
            "Bộ trưởng Bộ Y tế Trần Thị Mai nói rõ. Bộ trưởng yêu cầu khẩn trương. Bà Mai đồng ý.",
            "Trần Thị Mai (Bộ trưởng Bộ Y tế; Bộ trưởng) 1+1+1",
        );
        check("Thủ tướng Phạm Văn Đồng đến. Phó Thủ tướng cùng dự. Thủ tướng nói.", "Phạm Văn Đồng (Thủ tướng) 1+1+0");
        check("Đáp lời của Thủ tướng, Bộ trưởng Lê Văn Ba hứa.", "Lê Văn Ba (Bộ trưởng) 1+0+0");
    }

    #[test]
    fn ministers_in_a_row() {
        check(
            "Cùng đi có Bộ trưởng Bộ Công Thương Trần Văn Tư, Bộ trưởng Bộ Nông nghiệp và Phát triển nông thôn Nguyễn Văn Sáu.",
            "Trần Văn Tư (Bộ trưởng Bộ Công Thương) 1+0+0 | \
             Nguyễn Văn Sáu (Bộ trưởng Bộ Nông nghiệp và Phát triển nông thôn) 1+0+0",
        );
    }

    #[test]
    fn chiefs_of_what_they_lead() {
        check(
            "Thủ tướng Lê Văn Ba và Bộ trưởng Trần Văn Tư dự. Người đứng đầu Chính phủ yêu cầu làm sớm.",
            "Lê Văn Ba (Thủ tướng; Người đứng đầu Chính phủ) 1+1+0 | Trần Văn Tư (Bộ trưởng) 1+0+0",
        );
        check(
            "Chủ tịch UBND tỉnh Trần Văn Tư dự. Có cả Chủ tịch UBND các tỉnh bạn.",
            "Trần Văn Tư (Chủ tịch UBND tỉnh) 1+0+0",
        );
    }

    #[test]
    fn an_office_behind_a_hyphen_is_no_part_of_a_name() {
        check(
            "Ông Trần Quốc Nam-Giám đốc Sở Y tế chủ trì; bà Lê Thị Lan-Phó Giám đốc dự.",
            "Trần Quốc Nam (Giám đốc Sở Y tế) 1+0+0 | Lê Thị Lan (Phó Giám đốc) 1+0+0",
        );
        // A word that goes on in small letters ends no name.
        check("Giao Tổ trưởng Tổ Giúp việc Ban Chỉ đạo lập danh sách.", "");
    }

    #[test]
    fn holders_behind_a_dash() {
        check(
            "Tổng giám đốc Tập đoàn Dệt may Việt Nam - Lê Văn An đã đến.",
            "Lê Văn An (Tổng giám đốc Tập đoàn Dệt may Việt Nam) 1+0+0",
        );
        check("HLV trưởng U22 Việt Nam - ông Lê Văn An nói rõ.", "Lê Văn An (HLV trưởng U22 Việt Nam) 1+0+0");
        check(
            "Bà Vũ Thị Hoa - Trưởng phòng Đào tạo, Trường Đại học Hoa Lư dự.",
            "Vũ Thị Hoa (Trưởng phòng Đào tạo, Trường Đại học Hoa Lư) 1+0+0",
        );
        // Whom a meeting is for holds no office of the one named next.
        check(
            "Trong buổi lễ cho tân sinh viên, TS Lê Văn An, Hiệu trưởng nhà trường, dặn dò.",
            "Lê Văn An (Hiệu trưởng nhà trường) 1+0+0",
        );
    }

    #[test]
    fn offices_at_the_centre_written_short() {
        check(
            "Anh Lê Văn An, Ủy viên dự khuyết T.Ư Đảng, Bí thư thứ nhất T.Ư Đoàn, phát biểu.",
            "Lê Văn An (Ủy viên dự khuyết T.Ư Đảng; Bí thư thứ nhất T.Ư Đoàn) 1+0+0",
        );
    }

    #[test]
    fn names_with_an_apostrophe() {
        check(
            "Bà Rơ Chăm H’Lan-Chủ tịch Hội LHPN tỉnh, chị H'Mai Niê và Trung tá Ksor H'Bơ cho biết như vậy.",
            "Rơ Chăm H’Lan (Chủ tịch Hội LHPN tỉnh) 1+0+0 | H'Mai Niê () 1+0+0 | Ksor H'Bơ (Trung tá) 1+0+0",
        );
    }

    #[test]
    fn holders_after_a_body_known_by_a_short_form_or_from_the_tables() {
        check(
            "Chủ tịch Hội đồng thành viên Tập đoàn VNPT Tô Văn An dự.",
            "Tô Văn An (Chủ tịch Hội đồng thành viên Tập đoàn VNPT) 1+0+0",
        );
        check("Phó Chủ nhiệm Văn phòng Chính phủ Cao Huy dự.", "Cao Huy (Phó Chủ nhiệm Văn phòng Chính phủ) 1+0+0");
        // The names of schools and of firms are no people, nor is the first half of a verb a place.
        check("Hiệu trưởng Trường THPT Tô Hiến Thành họp với Giám đốc Công ty Cao Phong.", "");
        check(
            "Bà Lê Thị Hoa, Phó Tổng giám đốc Viettel Telecom cho biết.",
            "Lê Thị Hoa (Phó Tổng giám đốc Viettel) 1+0+0",
        );
        check("Ông Lê Văn An, Phó Chủ tịch UBND tỉnh Chủ trì điểm cầu.", "Lê Văn An (Phó Chủ tịch UBND tỉnh) 1+0+0");
        check(
            "Ông Lê Văn An, Cục trưởng Cục Viễn thông tại Hội nghị, cho biết. Cục trưởng  Cục Viễn thông Lê Văn An nói thêm.",
            "Lê Văn An (Cục trưởng Cục Viễn thông) 2+0+0",
        );
    }

    #[test]
    fn monks() {
        check(
            "Chứng minh có HT. Thích Minh Quang – Ủy viên HĐTS; TT.Thích Thiện Bảo dự. Ông thích Huế Mộng Mơ.",
            "Thích Minh Quang (Ủy viên HĐTS) 1+0+0 | Thích Thiện Bảo () 1+0+0",
        );
    }

    #[test]
    fn uncle_ho() {
        check("Bác Hồ với ngành y; các em hát về Bác Hồ.", "");
        check("Chủ tịch Hồ Chí Minh đến; Bác Hồ khen.", "Hồ Chí Minh (Chủ tịch) 1+0+1");
    }

    #[test]
    fn names_from_elsewhere() {
        check(
            "Tổng thống Mỹ Donald Trump gặp ông Kim Jong-un.",
            "Donald Trump (Tổng thống Mỹ) 1+0+0 | Kim Jong-un () 1+0+0",
        );
        check(
            "Dự có Phó tổng thống Mike Pence, Ngoại trưởng Rex Tillerson, Bộ trưởng Thương mại Wilbur Ross.",
            "Mike Pence (Phó tổng thống) 1+0+0 | Rex Tillerson (Ngoại trưởng) 1+0+0 | \
             Wilbur Ross (Bộ trưởng Thương mại) 1+0+0",
        );
        check("Tiền vệ Quang Hải ghi bàn.", "Quang Hải (Tiền vệ) 1+0+0");
    }

    #[test]
    fn places_and_bodies_are_no_people() {
        check("Đường Lê Lợi, phường Trần Phú, Trường THPT Nguyễn Trãi, Hồ Hoàn Kiếm, TP Hồ Chí Minh.", "");
        check("Hai Bà Trưng và Bà Rịa - Vũng Tàu.", "");
        check("Tỉnh đoàn gặp mặt cán bộ Đoàn Hải Hưng-Hải Dương.", "");
        check("Các tỉnh Bắc Giang, Bà Rịa - Vũng Tàu dự họp.", "");
        check("Bà Trần Thị Rịa dự họp.", "Trần Thị Rịa () 1+0+0");
        check("Tuyến đi dọc đại lộ Lê Văn Ba. Nút Lê Văn Ba (quận 1) hay kẹt xe.", "");
    }
}
