//! Codes of the engine in Vietnamese.

use crate::extract::FactKind;

pub(crate) fn reason(code: &str) -> &str {
    match code {
        "caption" => "chú thích ảnh",
        "photo_credit" => "nguồn ảnh",
        "placeholder" => "chữ thay ảnh",
        "page_metadata" => "thông tin trang",
        "glued_header" => "đầu trang dính liền",
        "outlet_tag" => "tên báo",
        "byline" => "tên tác giả",
        "source_line" => "dòng nguồn",
        "reader" => "bạn để riêng",
        "restored" => "bạn đưa lại vào bài",
        "nav" => "liên kết của trang",
        "duplicate" => "lặp lại",
        _ => code,
    }
}

pub(crate) fn stated_kind(code: &str) -> &str {
    match code {
        "official_theme" => "Chủ đề chính thức",
        "year_designation" => "Tên gọi của năm",
        "spirit" => "Tinh thần của năm",
        "message" => "Thông điệp",
        "orientation" => "Định hướng",
        "pillars" => "Trụ cột",
        "priorities" => "Ưu tiên",
        "viewpoints" => "Quan điểm",
        "tasks" => "Nhiệm vụ",
        "breakthroughs" => "Đột phá",
        "dual_goal" => "Mục tiêu kép",
        "changes" => "Chuyển biến",
        "factors" => "Yếu tố",
        "principles" => "Nguyên tắc",
        "ranking" => "Xếp hạng",
        "limitations" => "Hạn chế",
        "results" => "Kết quả",
        "keywords" => "Từ khóa",
        "motto" => "Phương châm",
        "levels" => "Cấp độ",
        "topics" => "Nội dung",
        "examples" => "Ví dụ",
        "entities" => "Danh sách",
        _ => code,
    }
}

pub(crate) fn strength(code: &str) -> &str {
    match code {
        "strong" => "chắc",
        "some" => "khá",
        "weak" => "yếu",
        "one_source" => "một nguồn",
        "too_little_text" => "quá ít chữ",
        _ => code,
    }
}

pub(crate) fn bound(code: &str) -> &str {
    match code {
        "exact" => "",
        "lower" | "at_least" => "ít nhất",
        "upper" | "at_most" => "nhiều nhất",
        "estimate" | "about" => "khoảng",
        "magnitude" => "cỡ",
        _ => code,
    }
}

pub(crate) fn kind_name(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Theme => "Chủ đề năm",
        FactKind::Enumeration => "Danh mục",
        FactKind::Target => "Mục tiêu",
        FactKind::Figure => "Con số",
        FactKind::Date => "Thời gian",
        FactKind::Person => "Người",
        FactKind::Organisation => "Tổ chức",
        FactKind::Place => "Địa danh",
        FactKind::System => "Chính sách, hệ thống",
        FactKind::Event => "Sự kiện",
        FactKind::Quote => "Trích dẫn",
        FactKind::Attribution => "Lời thuật",
        FactKind::Abbreviation => "Viết tắt",
    }
}
