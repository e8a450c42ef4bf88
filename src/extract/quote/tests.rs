use crate::extract::testing::check_facts;

/// Checks each quote as `type|speaker|text`, `-` for no speaker.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let kind = |q: &super::Quote| serde_json::to_string(&q.kind).unwrap().replace('"', "");
    let line = |q: &super::Quote| format!("{}|{}|{}", kind(q), q.speaker.as_deref().unwrap_or("-"), q.span.of(text));
    check_facts(text, |facts| facts.quotes.iter().map(line).collect(), expected);
}

#[test]
fn finds_the_speaker_before_and_after() {
    check(
        "Ông Trần Văn Lúa cho biết: “Vụ này bà con được mùa lớn”.",
        &["direct|Trần Văn Lúa|Vụ này bà con được mùa lớn"],
    );
    check(
        "“Chúng tôi sẽ trồng thêm rừng ngập mặn”, Giám đốc Lê Thị Biển nói với phóng viên.",
        &["direct|Lê Thị Biển|Chúng tôi sẽ trồng thêm rừng ngập mặn"],
    );
    check(
        "Bác sĩ Phạm Thị Sen khuyến cáo người dân đi tiêm sớm. “Đừng đợi đến khi có dịch mới lo”.",
        &["direct|Phạm Thị Sen|Đừng đợi đến khi có dịch mới lo"],
    );
    check(
        "Bà Đỗ Thị Mây, Phó Giám đốc Sở Y tế, cho biết: \"Thuốc đã về đủ các trạm\".",
        &["direct|Đỗ Thị Mây|Thuốc đã về đủ các trạm"],
    );
}

#[test]
fn feelings_of_the_speaker_before_a_colon() {
    check(
        "Nghệ sĩ Đỗ Thu Sen rất tự tin về vở mới: “Khách nào đến xem rồi cũng sẽ nhớ mãi”.",
        &["direct|Đỗ Thu Sen|Khách nào đến xem rồi cũng sẽ nhớ mãi"],
    );
    check(
        "Ông Trần Văn Lúa tỏ ra thận trọng: “Vụ này giá có thể còn giảm nữa”.",
        &["direct|Trần Văn Lúa|Vụ này giá có thể còn giảm nữa"],
    );
}

#[test]
fn whose_the_speaker_is_did_not_speak() {
    check(
        "Ông Trần Văn Lúa cho biết mùa này tốt. Cô Đỗ Thị Thu Sen dự. “Em ấy rất chăm học và ngoan”, thầy của Thu Sen nhận xét.",
        &["direct|thầy của Thu Sen|Em ấy rất chăm học và ngoan"],
    );
    check(
        "Cô Đỗ Thị Thu Sen dự. “Em nào cũng rất chăm học và ngoan”, cô Thu Sen nhận xét.",
        &["direct|Đỗ Thị Thu Sen|Em nào cũng rất chăm học và ngoan"],
    );
}

#[test]
fn finds_speakers_without_a_verb_of_saying_and_those_only_pointed_at() {
    check(
        "“Nước lên nhanh quá, chúng tôi không kịp chạy”, bà Đỗ Thị Mây, tiểu thương chợ Sen, ngậm ngùi.",
        &["direct|Đỗ Thị Mây|Nước lên nhanh quá, chúng tôi không kịp chạy"],
    );
    check(
        "Giáo sư Trần Văn Lúa, khoa Nông học, cho rằng giống này tốt. “Năng suất tăng rõ rệt qua hai vụ”, vị này cho hay.",
        &["direct|Trần Văn Lúa|Năng suất tăng rõ rệt qua hai vụ"],
    );
    check("Thủ tướng Lê Văn Ba yêu cầu các tỉnh giữ tinh thần “5 nhất”.", &["slogan|Lê Văn Ba|5 nhất"]);
}

#[test]
fn says_what_nobody_speaks() {
    check("Hội thi với chủ đề “Nông dân sáng tạo” khai mạc sáng nay.", &["theme|-|Nông dân sáng tạo"]);
    check("Anh được gọi là “vua tôm” của vùng.", &["term|-|vua tôm"]);
    check("Cuốn sách “Đường về nhà mẹ” vừa ra mắt.", &["title_of_work|-|Đường về nhà mẹ"]);
    check("Xã làm đường theo phương châm “dân biết, dân bàn, dân làm”.", &["slogan|-|dân biết, dân bàn, dân làm"]);
}

#[test]
fn reads_nested_quotes() {
    check(
        "“Chúng ta làm với tinh thần “nói ít, làm nhiều”, không chờ ai”, Chủ tịch Vũ Đình Sông nói.",
        &[
            "direct|Vũ Đình Sông|Chúng ta làm với tinh thần “nói ít, làm nhiều”, không chờ ai",
            "slogan|Vũ Đình Sông|nói ít, làm nhiều",
        ],
    );
}

#[test]
fn titles_of_numbered_documents_are_nobodys_words() {
    check(
        "Sở ban hành Thông tư số 10/2024/TT-BZZ về việc “Ngưng hiệu lực thi hành quy định tại điểm a khoản 2 về nghề cá ven bờ”.",
        &["title_of_work|-|Ngưng hiệu lực thi hành quy định tại điểm a khoản 2 về nghề cá ven bờ"],
    );
    check(
        "Thực hiện Nghị quyết số 17 của Tỉnh ủy \"Về phát triển nghề cá xa bờ và nghề muối của các xã ven biển\", huyện mở lớp.",
        &["title_of_work|-|Về phát triển nghề cá xa bờ và nghề muối của các xã ven biển"],
    );
    // Words of a speaker about a document.
    check(
        "Nói về Nghị quyết số 17, ông Lê Văn Ba cho biết: “Về lâu dài, nghề cá xa bờ phải có tàu lớn”.",
        &["direct|Lê Văn Ba|Về lâu dài, nghề cá xa bờ phải có tàu lớn"],
    );
}

#[test]
fn names_of_plans_are_nobodys_words() {
    check(
        "Sáng nay tỉnh họp. “Chiến lược phát triển nông nghiệp sạch”. Ông Lê Văn Ba dự.",
        &["title_of_work|-|Chiến lược phát triển nông nghiệp sạch"],
    );
    // A clause about a plan; words of a speaker.
    check(
        "Ông Lê Văn Ba nói về nước. “Chiến lược này đã giúp xã có nước”.",
        &["direct|-|Chiến lược này đã giúp xã có nước"],
    );
    check("Ông Lê Văn Ba nói: “Đề án nước sạch cho mọi nhà”.", &["direct|Lê Văn Ba|Đề án nước sạch cho mọi nhà"]);
}

#[test]
fn an_english_owner_closes_no_quote() {
    check(
        "The boats of the town are old. 'They can help the town's men and the port of ours.' said Ann Lee, the mayor of the town.",
        &["direct|Ann Lee|They can help the town's men and the port of ours."],
    );
}
