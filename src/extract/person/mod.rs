//! People and the offices they are given.

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
#[derive(Clone, Debug)]
pub struct Person {
    /// Bare name, in its longest form.
    pub name: String,
    /// Offices and functions, each as the text gives it.
    pub roles: Vec<String>,
    /// `person`, `photographer` or `unnamed_office_holder`.
    pub category: &'static str,
    /// The bare name, wherever it stands: the mentions without their titles.
    pub names: Vec<Span>,
    /// Every place where it is named, in text order.
    pub mentions: Vec<Mention>,
    /// Name of the rule that found it.
    pub rule: &'static str,
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
    cast.people(r)
}

#[cfg(test)]
mod tests {
    use crate::extract::name::facts_of;
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
    fn one_office_for_several_names() {
        check(
            "Dự họp có các Phó Thủ tướng: Nguyễn Văn An, Lê Thị Bình; lãnh đạo các bộ.",
            "Nguyễn Văn An (Phó Thủ tướng) 1+0+0 | Lê Thị Bình (Phó Thủ tướng) 1+0+0",
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
    fn names_from_elsewhere() {
        check(
            "Tổng thống Mỹ Donald Trump gặp ông Kim Jong-un.",
            "Donald Trump (Tổng thống Mỹ) 1+0+0 | Kim Jong-un () 1+0+0",
        );
        check("Tiền vệ Quang Hải ghi bàn.", "Quang Hải (Tiền vệ) 1+0+0");
    }

    #[test]
    fn places_and_bodies_are_no_people() {
        check("Đường Lê Lợi, phường Trần Phú, Trường THPT Nguyễn Trãi, Hồ Hoàn Kiếm, TP Hồ Chí Minh.", "");
        check("Hai Bà Trưng và Bà Rịa - Vũng Tàu.", "");
    }
}
