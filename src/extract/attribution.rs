//! Reported speech without quotation marks.

use crate::base::Span;

use super::speech::{Cue, Mode, Speech};
use super::{Confidence, Reading};

/// One reported clause.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Attribution {
    /// Where it stands: the reported clause, to the end of the sentence.
    pub span: Span,
    /// Canonical name of the speaker.
    pub speaker: Option<String>,
    /// The words that name or describe the speaker.
    pub speaker_text: Option<Span>,
    /// The words that bring in the speech.
    pub cue: Span,
    /// How it is brought in.
    pub mode: Mode,
    /// Index of the attribution whose clause holds this one.
    pub nested_in: Option<usize>,
    /// Name of the rule that found it.
    #[serde(deserialize_with = "crate::base::code")]
    pub rule: crate::base::Code,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// Reported speech without quotation marks, in text order.
pub(crate) fn attributions(reading: &Reading, speech: &Speech) -> Vec<Attribution> {
    let mut out: Vec<Attribution> = Vec::new();
    for cue in speech.cues.iter().filter(|c| c.clause.len() > 2 && !is_quoted(speech, c)) {
        let span = reading.span(cue.clause.clone());
        let nested_in = out.iter().rposition(|a| a.span.covers(span) && a.span != span).filter(|&i| out.len() - i < 4);
        out.push(Attribution {
            span,
            speaker: cue.who.clone(),
            speaker_text: cue.speaker.clone().map(|t| reading.span(t)),
            cue: reading.span(cue.verb.clone()),
            mode: cue.mode,
            nested_in,
            rule: "verb_of_saying",
            confidence: if cue.speaker.is_some() { Confidence::High } else { Confidence::Medium },
        });
    }
    out
}

/// Whether the clause begins with a quotation mark or goes before a quotation, so that it is a quote and not reported.
fn is_quoted(speech: &Speech, cue: &Cue) -> bool {
    let from = speech.marked.partition_point(|m| m.tokens.start <= cue.clause.start);
    let opens = speech.marked.get(from).is_some_and(|m| m.tokens.start == cue.clause.start + 1 && m.tokens.len() > 6);
    let within = speech.marked[..from].last().is_some_and(|m| cue.clause.start < m.tokens.end);
    opens || within
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::check_facts;

    /// Checks each clause as `speaker|cue|clause`, `-` for no speaker.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let line = |a: &super::Attribution| {
            format!("{}|{}|{}", a.speaker.as_deref().unwrap_or("-"), a.cue.of(text), a.span.of(text))
        };
        check_facts(text, |facts| facts.attributions.iter().map(line).collect(), expected);
    }

    #[test]
    fn each_order_has_a_clause_of_its_own() {
        check(
            "Thủ tướng Lê Văn Ba giao Bộ Y tế trình đề án trước tháng 9; yêu cầu Bộ Tài chính bố trí vốn.",
            &["Lê Văn Ba|giao|Bộ Y tế trình đề án trước tháng 9", "Lê Văn Ba|yêu cầu|Bộ Tài chính bố trí vốn"],
        );
        check("Số vốn được Thủ tướng giao là 800 tỷ đồng.", &[]);
        // By a document.
        check(
            "Ngày 5/3, UBND tỉnh Bến Tre đã có Công văn số 15/UBND-VX yêu cầu các huyện dọn kênh.",
            &["UBND tỉnh Bến Tre|yêu cầu|các huyện dọn kênh"],
        );
        check(
            "Sở Y tế vừa ban hành văn bản hỏa tốc đề nghị bệnh viện mua thuốc.",
            &["Sở Y tế|đề nghị|bệnh viện mua thuốc"],
        );
        check("Sở Y tế có thêm nhiều yêu cầu về thuốc.", &[]);
        check("Sở Y tế đã trình hồ sơ đề nghị xây dựng hai bệnh viện.", &[]);
    }

    #[test]
    fn bodies_groups_and_pointers_speak() {
        check(
            "Theo báo cáo Triển vọng 2020 của Ngân hàng Thế giới, giá gạo sẽ giảm.",
            &["Ngân hàng Thế giới|Theo báo cáo Triển vọng 2020 của|giá gạo sẽ giảm"],
        );
        check(
            "Theo ông Lê Văn Ba, Chủ tịch Hiệp hội Du lịch Đà Nẵng, khách sẽ tăng.",
            &["Lê Văn Ba|Theo|khách sẽ tăng"],
        );
        check(
            "Theo ông Lê Văn Ba, Chủ tịch Hiệp hội Du lịch Đà Nẵng (HDĐ), khách sẽ tăng.",
            &["Lê Văn Ba|Theo|khách sẽ tăng"],
        );
        check(
            "Công an huyện Hoa Lư, Ninh Bình cho biết đã bắt nghi phạm.",
            &["Công an huyện Hoa Lư|cho biết|đã bắt nghi phạm"],
        );
        check("Các đại biểu cho rằng giá còn cao.", &["Các đại biểu|cho rằng|giá còn cao"]);
        check(
            "Bộ Công Thương họp hôm qua. Bộ này cho biết giá điện không tăng.",
            &["Bộ Công Thương|cho biết|giá điện không tăng"],
        );
    }

    #[test]
    fn verbs_that_take_a_clause_or_a_noun() {
        check("Ông Lê Văn Ba chia sẻ xã đã có đường nhựa.", &["Lê Văn Ba|chia sẻ|xã đã có đường nhựa"]);
        check("Bà Trần Thị Tư bổ sung rằng giống mới đắt hơn.", &["Trần Thị Tư|bổ sung rằng|giống mới đắt hơn"]);
        check(
            "Ông Lê Văn Ba báo cáo về vụ lúa, cho rằng giống mới đắt hơn.",
            &["Lê Văn Ba|cho rằng|giống mới đắt hơn"],
        );
        check("Ông Lê Văn Ba chia sẻ kinh nghiệm đã có với dân làng.", &[]);
        check("Máy chủ chia sẻ tệp đã có.", &[]);
        check("Ngành thuế nhìn lại năm 2023: Thu vượt dự toán\n\nÔng Lê Văn Ba đến dự.", &[]);
    }

    #[test]
    fn words_that_only_look_like_speech() {
        check("Điểm cuối của tuyến là nút giao Cát Lái ở cửa ngõ phía đông.", &[]);
        check("Ông được mời trình bày các ý kiến kiến nghị liên quan đến quy hoạch.", &[]);
        check("Cuộc họp của Ban chỉ đạo Bộ Công Thương kéo dài.", &[]);
        check("Cơ quan này ban hành lệnh thu hồi sản phẩm đèn ngủ.", &[]);
        check("Ông Lê Văn Ba kiểm tra thông tin, tên tuổi từng người.", &[]);
        check(
            "Ông Lê Văn Ba thông tin, chợ đã mở cửa từ sáng nay.",
            &["Lê Văn Ba|thông tin|chợ đã mở cửa từ sáng nay"],
        );
        check("Bà Trần Thị Tư đã khẳng định mình trong việc dạy nghề.", &[]);
        check("Các hợp tác xã đã khẳng định được vị thế trên chợ.", &[]);
        check("Bà Trần Thị Tư khẳng định mình đã dạy nghề.", &["Trần Thị Tư|khẳng định|mình đã dạy nghề"]);
        check("Sở lập Trung tâm thông tin chỉ đạo, điều hành để phục vụ dân.", &[]);
        check("Ông Lê Văn Ba ký văn bản về hoạt động chỉ đạo, điều hành của sở.", &[]);
    }

    #[test]
    fn men_and_women_are_kept_apart() {
        check(
            "Thầy Lê Văn Ba cho biết trường thiếu sách. Cô Trần Thị Tư là giáo viên văn. Cô cho biết em nào cũng ham đọc.",
            &["Lê Văn Ba|cho biết|trường thiếu sách", "Trần Thị Tư|cho biết|em nào cũng ham đọc"],
        );
    }

    #[test]
    fn the_object_of_a_clause_is_no_speaker() {
        check(
            "Thứ trưởng Lê Văn Ba cảm ơn sự giúp đỡ của ông Trần Văn Tư và khẳng định đường sẽ xong sớm.",
            &["Lê Văn Ba|khẳng định|đường sẽ xong sớm"],
        );
    }
}
