//! Captions of pictures, with and without a credit, and what stands in for a picture.

use crate::ingest::words::Words;
use crate::text::TokenKind;

/// Whether the line stands in for a picture: `Anh-tin-bai`, `IMG_0412.jpg`, `[image]`.
pub(super) fn is_placeholder(line: &str) -> bool {
    if line.starts_with("<image>") || line.starts_with("![](") || line.contains("data:image/") {
        return true;
    }
    let bare = line.trim_matches(['[', ']', '(', ')', '!', '<', '>']);
    if bare.is_empty() || bare.contains(char::is_whitespace) || bare.len() > 120 {
        return false;
    }
    let low = bare.to_ascii_lowercase();
    let file = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".bmp"].iter().any(|e| low.ends_with(e));
    let slug = low.is_ascii() && (low.contains('-') || low.contains('_'));
    let pictured = low.split(['-', '_']).any(|part| {
        let name = part.trim_end_matches(|c: char| c.is_ascii_digit());
        matches!(
            name,
            "anh" | "image" | "img" | "photo" | "picture" | "hinh" | "thumbnail" | "avatar" | "logo" | "banner" | "dsc"
        )
    });
    let alone = bare.len() < line.len() && matches!(low.as_str(), "image" | "photo" | "ảnh" | "video" | "hình");
    file || slug && pictured || alone
}

/// Whether the line reads as the caption of a picture though no credit closes it.
pub(super) fn is_caption(words: &Words) -> bool {
    let n = words.n_tokens();
    if !(3..=45).contains(&n) || ends_inside(words) {
        return false;
    }
    if OPENINGS.iter().any(|o| words.phrase(0, o).is_some()) {
        return n <= 30 && !(0..n).any(|i| says(words, i));
    }
    shows_an_event(words) || shows_help(words)
}

/// Whether the line is the last cell of a table that holds a picture: `Người dân nộp hồ sơ ở bộ phận một cửa. |`. Heads of
/// documents stand in such cells, too, but in capitals or with a number.
pub(super) fn is_cell(words: &Words) -> bool {
    let n = words.n_tokens();
    let from = usize::from(words.raw(0) == "|");
    let bars = (from..n).filter(|&i| words.raw(i) == "|").count();
    let small = (0..n).filter(|&i| words.is_small(i)).count();
    bars == 1 && n > 3 && words.raw(n - 1) == "|" && small * 4 > n && words.is_capital(from) && may_be_caption(words)
}

/// Whether the line opens as captions that name nobody do: right under the lead they stand in place of a sentence, too.
pub(super) fn names_nobody(words: &Words) -> bool {
    OPENINGS.iter().chain(&["đại biểu", "các đại biểu"]).any(|o| words.phrase(0, o).is_some()) && !words.is_capital(2)
}

/// Whether the line may be the caption above a credit: one sentence that is not long and reports nothing.
pub(super) fn may_be_caption(words: &Words) -> bool {
    words.n_tokens() <= 45 && !ends_inside(words) && !(0..words.n_tokens()).any(|i| reports(words, i))
}

/// Words that report speech.
fn reports(words: &Words, i: usize) -> bool {
    const WORDS: [&str; 10] = [
        "cho biết",
        "cho rằng",
        "nhấn mạnh",
        "khẳng định",
        "yêu cầu",
        "đề nghị",
        "nêu rõ",
        "cho hay",
        "chia sẻ",
        "nói",
    ];
    words.is_small(i) && WORDS.iter().any(|w| words.phrase(i, w).is_some())
}

/// Words that open the caption of a picture and hardly a sentence.
const OPENINGS: [&str; 15] = [
    "quang cảnh",
    "toàn cảnh hội",
    "toàn cảnh buổi",
    "toàn cảnh phiên",
    "toàn cảnh lễ",
    "toàn cảnh cuộc",
    "trong ảnh",
    "một góc",
    "ảnh trên",
    "ảnh dưới",
    "ảnh trái",
    "ảnh phải",
    "từ trái sang",
    "từ trái qua",
    "khung cảnh",
];

/// Who is shown.
const SHOWN: [&str; 36] = [
    "các đại biểu",
    "đại biểu",
    "lãnh đạo",
    "đồng chí",
    "các đồng chí",
    "ông",
    "bà",
    "thủ tướng",
    "phó thủ tướng",
    "chủ tịch",
    "phó chủ tịch",
    "bộ trưởng",
    "thứ trưởng",
    "thống đốc",
    "phó thống đốc",
    "bí thư",
    "phó bí thư",
    "tổng bí thư",
    "giám đốc",
    "phó giám đốc",
    "tổng giám đốc",
    "đoàn",
    "ban tổ chức",
    "các chuyên gia",
    "các diễn giả",
    "trưởng ban",
    "phó trưởng ban",
    "đại tướng",
    "thượng tướng",
    "trung tướng",
    "thiếu tướng",
    "đại tá",
    "tiến sĩ",
    "các nghệ sĩ",
    "toàn thể",
    "đại diện",
];

/// What they are shown doing.
const DOES: [&str; 34] = [
    "phát biểu",
    "chủ trì",
    "theo dõi",
    "tham dự",
    "dự",
    "trao",
    "tặng",
    "thăm",
    "kiểm tra",
    "khảo sát",
    "tham quan",
    "chụp ảnh",
    "bắt tay",
    "tiếp",
    "cắt băng",
    "bấm nút",
    "nhấn nút",
    "khai mạc",
    "bế mạc",
    "điều hành",
    "trình bày",
    "chứng kiến",
    "thảo luận",
    "biểu diễn",
    "thắp hương",
    "dâng hương",
    "ký kết",
    "báo cáo",
    "tham luận",
    "tham gia",
    "tặng hoa",
    "trao đổi",
    "chia sẻ",
    "giới thiệu",
];

/// At what.
const OCCASIONS: [&str; 38] = [
    "hội nghị",
    "phiên họp",
    "chương trình",
    "buổi lễ",
    "buổi làm việc",
    "cuộc họp",
    "điểm cầu",
    "diễn đàn",
    "hội thảo",
    "đại hội",
    "kỳ họp",
    "họp báo",
    "tọa đàm",
    "lễ",
    "sự kiện",
    "hội đàm",
    "buổi họp",
    "buổi tiếp",
    "phiên thảo luận",
    "phiên khai mạc",
    "phiên bế mạc",
    "ngày hội",
    "hội thi",
    "cuộc thi",
    "buổi gặp mặt",
    "buổi tọa đàm",
    "cuộc gặp",
    "phiên chất vấn",
    "lễ khai mạc",
    "lễ ký kết",
    "lễ trao giải",
    "triển lãm",
    "gian hàng",
    "lễ ra mắt",
    "khóa học",
    "lớp tập huấn",
    "buổi sinh hoạt",
    "phiên giải trình",
];

/// `Đại biểu theo dõi hội nghị.`: who, does what, at which occasion, and nothing more.
fn shows_an_event(words: &Words) -> bool {
    let n = words.n_tokens();
    let shown = SHOWN.iter().any(|s| words.phrase(0, s).is_some());
    let list = (0..n).any(|i| words.raw(i) == ";");
    if !shown || n > 36 || list || (0..n).any(|i| says(words, i)) {
        return false;
    }
    let Some(verb) = (1..n).find(|&i| words.is_small(i) && DOES.iter().any(|d| words.phrase(i, d).is_some())) else {
        return false;
    };
    let occasion = (verb + 1..n).any(|i| OCCASIONS.iter().any(|o| words.phrase(i, o).is_some()));
    (occasion || ends_with_remarks(words, verb)) && !(verb..n).any(|i| matches!(words.raw(i), "," | ";" | ":"))
}

/// What kind of speech it was.
const REMARKS: [&str; 7] = ["chỉ đạo", "khai mạc", "bế mạc", "kết luận", "chào mừng", "đề dẫn", "định hướng"];

/// Whether nothing but `phát biểu chỉ đạo` stands from `verb` on.
fn ends_with_remarks(words: &Words, verb: usize) -> bool {
    let spoken = words.phrase(verb, "phát biểu");
    let to = spoken.and_then(|from| REMARKS.iter().find_map(|kind| words.phrase(from, kind)));
    to.is_some_and(|to| to == words.n_tokens() || to + 1 == words.n_tokens() && words.raw(to) == ".")
}

/// `Đoàn viên xã An Bình hướng dẫn người dân cài ứng dụng.`: who helps whom, and nothing more.
fn shows_help(words: &Words) -> bool {
    const HELPERS: [&str; 8] =
        ["đoàn viên", "cán bộ", "công an", "nhân viên", "công chức", "thành viên tổ", "tổ công nghệ", "lực lượng"];
    const HELPS: [&str; 3] = ["hướng dẫn", "hỗ trợ", "giúp"];
    const HELPED: [&str; 6] = ["người dân", "bà con", "khách hàng", "nhân dân", "học sinh", "người cao tuổi"];
    let n = words.n_tokens();
    let plain = |i: usize| !(says(words, i) || matches!(words.raw(i), "," | ";" | ":"));
    let helps = |i: usize| {
        let after = HELPS.iter().find_map(|h| words.phrase(i, h));
        after.is_some_and(|after| HELPED.iter().any(|who| words.phrase(after, who).is_some()))
    };
    n <= 30
        && HELPERS.iter().any(|h| words.phrase(0, h).is_some())
        && (1..n).any(|i| words.is_small(i) && helps(i))
        && (0..n).all(plain)
}

/// Words of a sentence that reports, plans or argues; no picture shows that.
fn says(words: &Words, i: usize) -> bool {
    const WORDS: [&str; 30] = [
        "cho biết",
        "cho rằng",
        "rằng",
        "nhấn mạnh",
        "khẳng định",
        "yêu cầu",
        "đề nghị",
        "đã",
        "sẽ",
        "nêu rõ",
        "chỉ đạo",
        "nhằm",
        "để",
        "cần",
        "phải",
        "là",
        "có",
        "không",
        "nói",
        "cũng",
        "như",
        "nếu",
        "vì",
        "do",
        "khi",
        "sau khi",
        "trước khi",
        "về việc",
        "ghi nhận",
        "đánh giá",
    ];
    let remarks = i > 1 && words.phrase(i - 2, "phát biểu").is_some_and(|to| to == i);
    words.is_small(i) && !remarks && WORDS.iter().any(|w| words.phrase(i, w).is_some())
}

/// Whether a sentence ends inside the line.
fn ends_inside(words: &Words) -> bool {
    (1..words.n_tokens().saturating_sub(1)).any(|i| {
        let stop = words.kind(i) == Some(TokenKind::Mark) && matches!(words.raw(i), "." | "!" | "?" | "…");
        stop && words.is_spaced(i + 1)
            && words.is_capital(i + 1)
            && !(words.is_capital(i - 1) && words.raw(i - 1).len() < 5)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;

    fn caption(text: &str) -> bool {
        is_caption(&Words::new(text, Span::new(0, text.len())))
    }

    #[test]
    fn knows_placeholders() {
        for line in ["Anh-tin-bai", "IMG_0412.jpg", "[image]", "photo-1612", "anh1.png", "hinh-2", "<image>a b</image>"]
        {
            assert!(is_placeholder(line), "{line}");
        }
        for line in ["Ảnh", "COVID-19", "Anh", "Kinh-tế", "Hà Nội", "An-pha"] {
            assert!(!is_placeholder(line), "{line}");
        }
    }

    #[test]
    fn knows_captions_without_credit() {
        for line in [
            "Đại biểu dự hội nghị tại điểm cầu Bến Tre.",
            "Quang cảnh buổi lễ",
            "Chủ tịch UBND tỉnh Trần Văn A và Giám đốc Sở Y tế Lê B chủ trì cuộc họp.",
            "Bộ trưởng Nguyễn C phát biểu tại diễn đàn",
            "Bí thư Tỉnh ủy Lê D phát biểu chỉ đạo",
            "Phó Thống đốc Lê D phát biểu chỉ đạo hội nghị",
            "Cán bộ xã Hòa An (huyện Chợ Mới) hướng dẫn người dân nộp hồ sơ.",
        ] {
            assert!(caption(line), "{line}");
        }
    }

    #[test]
    fn knows_cells_under_pictures() {
        let cell = |text: &str| is_cell(&Words::new(text, Span::new(0, text.len())));
        assert!(cell("Bà con xã An Bình nộp hồ sơ ở bộ phận một cửa. |"));
        assert!(cell("| Bà con xã An Bình nộp hồ sơ. |"));
        assert!(cell("Minister Tran Van Ba chairs the yearly meeting. |"));
        for line in [
            "BỘ Y TẾ |",
            "Số: 12/2024/TT-BYT |",
            "| Số hiệu | 12/QĐ-BYT |",
            "Ông Ba cho biết giá còn tăng. |",
            "Bà con xã An Bình nộp hồ sơ.",
        ] {
            assert!(!cell(line), "{line}");
        }
    }

    #[test]
    fn leaves_text() {
        for line in [
            "Tinh thần của năm là tiết kiệm.",
            "Chương trình do Sở Y tế phối hợp với Hội Chữ thập đỏ tổ chức.",
            "Dự hội nghị có các đồng chí lãnh đạo tỉnh.",
            "Phát biểu tại hội nghị, ông Trần A đề nghị các huyện vào cuộc.",
            "Đại biểu Trần A cho rằng kỳ họp cần bàn thêm về giá điện.",
            "Ông Ba dự lễ. Bà Tư ở nhà.",
            "Bí thư Tỉnh ủy Lê D phát biểu chỉ đạo các sở vào cuộc",
            "Cán bộ xã sẽ hướng dẫn người dân nộp hồ sơ.",
            "Công an xã hướng dẫn người dân cài ứng dụng, làm thẻ.",
            "Phó Thủ tướng Trần A; Bộ trưởng Lê B dự lễ khởi công.",
        ] {
            assert!(!caption(line), "{line}");
        }
    }
}
