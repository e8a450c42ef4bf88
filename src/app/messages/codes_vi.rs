//! Codes of the engine in Vietnamese.

use super::{dictionary, unread};
use crate::app::{Lang, format};
use crate::ingest::Encoding;
use crate::session::protocol::Failure;

pub(super) fn year_basis(code: &str) -> &str {
    match code {
        "published" => "theo ngày đăng",
        "event" => "theo ngày của sự kiện",
        "given" => "do bạn nhập",
        "not_stated" => "bài không nêu",
        "inferred" => "suy ra",
        _ => code,
    }
}

pub(super) fn year_reason(code: &str) -> &str {
    match code {
        "publication_date" => "trang ghi ngày đăng",
        "event_with_year" => "sự kiện trong bài có ghi ngày và năm",
        "event_year_from_context" => "sự kiện trong bài chỉ ghi ngày, tháng; năm lấy từ phần còn lại của bài",
        "context" => "bài nói về năm đó như năm của mình",
        "dated_results" => "kết quả mới nhất có ghi ngày là của năm đó",
        "picture_date" => "chỉ có ảnh hoặc ngày kỷ niệm ghi năm, phần lời không ghi",
        "file_date" => "ngày đăng ghi trong tệp",
        "file_made" => "chỉ có ngày tạo tệp; bài không nêu năm",
        "folder" => "thư mục chứa bài mang tên năm đó",
        "given_by_reader" => "do bạn nhập",
        "not_stated" => "bài không nêu",
        _ => code,
    }
}

pub(super) fn field(code: &str) -> &str {
    match code {
        "value" => "Giá trị",
        "name" => "Tên",
        "unit" => "Đơn vị",
        "bound" => "Giới hạn",
        "kind" => "Dạng",
        "type" => "Dạng",
        "period" => "Thời kỳ",
        "indicator" => "Chỉ tiêu",
        "entity" => "Đối tượng",
        "qualifier" => "Từ hạn định",
        "rank" => "Thứ hạng",
        "ratio" => "Tỷ lệ",
        "change" => "Thay đổi",
        "per" => "Tính trên",
        "role" | "roles" => "Vai trò",
        "speaker" => "Người nói",
        "cue" => "Từ dẫn",
        "year" => "Năm",
        "by" => "Hạn",
        "actor" => "Thực hiện",
        "status" => "Tính chất",
        "declared" => "Số mục nêu ra",
        "listed" => "Số mục liệt kê",
        "items" | "item" => "Mục",
        "aliases" | "alias" => "Tên khác",
        "category" => "Hạng mục",
        "within" => "Thuộc",
        "renaming" => "Có đến ngày, sau đó là (kiến thức nền, bài không nêu)",
        "long" => "Viết đầy đủ",
        "defined" => "Giải nghĩa",
        "basis" => "Căn cứ",
        "interval" => "Khoảng",
        "date" => "Ngày",
        "organiser" => "Tổ chức",
        "count_title" | "count_title_body" => "Nhắc bằng chức danh",
        "modality" => "Tình thái",
        "value_max" => "Đến",
        "scope" => "Phạm vi",
        "mode" => "Cách thuật",
        "marker" => "Dấu đầu mục",
        "metric" => "Thước đo",
        "number" => "Số",
        "direction" => "Chiều",
        "baseline" => "So với",
        "relayed_by" => "Người dẫn lại",
        _ => code,
    }
}

pub(super) fn code(code: &str) -> &str {
    match code {
        "exact" => "đúng bằng",
        "lower" => "ít nhất",
        "upper" => "nhiều nhất",
        "estimate" => "ước tính",
        "magnitude" => "chỉ cỡ lớn",
        "count" => "số đếm",
        "money" => "số tiền",
        "percent" => "phần trăm",
        "rank" => "thứ hạng",
        "ratio" => "tỷ lệ",
        "rate" => "mức trên đơn vị",
        "change" => "mức tăng giảm",
        "ordinal" => "thứ tự",
        "duration" => "thời lượng",
        "up" => "tăng",
        "down" => "giảm",
        "direct" => "lời nói",
        "citation" => "dẫn lời người khác",
        "theme" => "chủ đề",
        "slogan" => "khẩu hiệu",
        "term" => "thuật ngữ",
        "title_of_work" => "tên tác phẩm",
        "heading_quote" => "trích trong tít",
        "indirect" => "thuật lại",
        "colon" => "sau dấu hai chấm",
        "heading" => "trong tít",
        "assignment" => "giao việc",
        "viewpoint" => "quan điểm",
        "explicit" => "nêu rõ",
        "year_from_context" => "năm theo ngữ cảnh",
        "relative" => "tính từ ngày bài",
        "recurring" => "hằng năm",
        "anaphoric" => "nhắc lại",
        "vague" => "không cụ thể",
        "frequency" => "tần suất",
        "from_context" => "theo ngữ cảnh",
        "inferred" => "suy ra",
        "given" => "do bạn nhập",
        "event" => "sự kiện",
        "published" => "ngày đăng",
        "horizon" => "tầm nhìn",
        "deadline" => "thời hạn",
        "baseline" => "mốc so sánh",
        "as_of" => "tính đến",
        "commitment" => "cam kết",
        "directive" => "chỉ đạo",
        "vision" => "tầm nhìn",
        "orientation" => "định hướng",
        "in_text" => "trong bài",
        "long_form_elsewhere" => "dạng đầy đủ ở chỗ khác",
        "background" => "kiến thức chung",
        "DATE" => "thời điểm",
        "TIME" => "giờ trong ngày",
        "DURATION" => "khoảng thời gian",
        "SET" => "lặp lại",
        "target" => "mục tiêu",
        "before" => "trước mốc",
        "after" => "sau mốc",
        _ => category(code),
    }
}

fn category(code: &str) -> &str {
    match code {
        "state_body" => "cơ quan nhà nước",
        "ministry" => "bộ, ngành",
        "local_government" => "chính quyền địa phương",
        "steering_committee" => "ủy ban, ban chỉ đạo",
        "party" => "tổ chức đảng",
        "media" => "báo chí",
        "news_agency" => "hãng thông tấn",
        "company" => "doanh nghiệp",
        "association" => "hội, đoàn thể",
        "international" => "tổ chức quốc tế",
        "university" | "school" => "trường học",
        "person" => "người",
        "photographer" => "người chụp ảnh",
        "unnamed_office_holder" => "người giữ chức vụ, không nêu tên",
        "country" => "quốc gia",
        "province" => "tỉnh",
        "municipality" => "thành phố trực thuộc trung ương",
        "city" | "provincial_city" => "thành phố",
        "district" => "huyện",
        "urban_district" => "quận",
        "town" => "thị xã",
        "ward" => "phường",
        "commune" => "xã",
        "township" => "thị trấn",
        "village" => "thôn, bản",
        "world_region" => "khu vực",
        "region" => "vùng",
        "strategy" => "chiến lược",
        "programme" => "chương trình",
        "document" => "văn bản",
        "index" => "chỉ số",
        "database" => "cơ sở dữ liệu",
        "platform" => "nền tảng",
        "app" => "ứng dụng",
        "information_system" => "hệ thống thông tin",
        "facility" => "cơ sở",
        "infrastructure" => "hạ tầng",
        "digital_service" => "dịch vụ số",
        "identifier" => "định danh",
        "observance" => "ngày, năm kỷ niệm",
        "award" => "giải thưởng",
        "technology" => "công nghệ",
        _ => crate::view::wording::codes_vi::stated_kind(code),
    }
}

/// The name of an encoding.
pub(super) fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "Unicode (UTF-8)",
        Encoding::Utf16Le => "Unicode (UTF-16 LE)",
        Encoding::Utf16Be => "Unicode (UTF-16 BE)",
        Encoding::Utf8Misread => "UTF-8 bị đọc nhầm",
        Encoding::Windows1258 => "Windows-1258",
        Encoding::Tcvn3 => "TCVN3 (ABC)",
        Encoding::Vni => "VNI Windows",
        Encoding::Viscii => "VISCII",
        Encoding::Windows1252 => "Tây Âu (Windows-1252)",
    }
}

pub(super) fn confidence(code: &str) -> &str {
    match code {
        "high" => "cao: chỉ đọc được một cách",
        "medium" => "vừa: thường đọc như vậy",
        "low" => "thấp: một trong vài cách đọc",
        _ => code,
    }
}

pub(super) fn correction_status(code: &str) -> &str {
    match code {
        "text_changed" => "Không còn áp dụng: văn bản đã được sửa.",
        "no_fact" => "Không còn áp dụng: chỗ này không còn đọc ra dữ kiện ấy.",
        _ => code,
    }
}

pub(super) fn language(code: &str) -> &str {
    match code {
        "vi" => "tiếng Việt",
        "en" => "tiếng Anh",
        _ => code,
    }
}

pub(super) fn failure(failure: &Failure) -> String {
    match failure {
        Failure::Empty => "Tệp trống.".to_owned(),
        Failure::TooLarge { limit } => format!("Tệp lớn hơn {}.", format::megabytes(Lang::Vi, *limit)),
        Failure::Binary => "Đây không phải tệp văn bản (có thể là ảnh, tệp nén, Word hoặc PDF).".to_owned(),
        Failure::UnknownEncoding { at } => {
            format!("Không nhận ra bảng mã; chữ lạ đầu tiên ở byte {}.", format::integer(Lang::Vi, *at))
        }
        Failure::Duplicate { .. } => "Tệp này đã có trong danh sách.".to_owned(),
        Failure::NoArticle { .. } => "Không còn bài này.".to_owned(),
        Failure::NoSuchDay { text } => format!("Không có ngày “{text}”."),
        Failure::NoPhrase { text, error } => {
            format!("“{text}” không phải từ hay cụm từ: {}", dictionary::phrase_vi(error))
        }
        Failure::NoSuchPlace => "Ở chỗ đó bài không có những chữ này.".to_owned(),
        Failure::NoSuchValue { field: name, text } => format!("{}: không đọc được “{text}”.", field(name)),
        Failure::NoCorrections { .. } => "Tệp này không phải danh sách sửa đổi.".to_owned(),
        Failure::NoBundle { reason } => format!("Tệp này không phải gói của Lăng Kính, hoặc đã hỏng: {reason}."),
        Failure::NoPart { reason } => format!("Không nhận được kết quả đọc: {reason}."),
        Failure::BundleVersion { found } => format!("Gói thuộc phiên bản khác ({found})."),
        Failure::Altered => "Văn bản trong gói không phải văn bản lúc tạo gói.".to_owned(),
        Failure::NothingToVerify => "Chưa mở gói nào.".to_owned(),
        Failure::DamagedRecord { .. } => "Một bài đã lưu bị hỏng.".to_owned(),
        Failure::Unread { reason, partly } => unread::vi(reason, *partly),
        Failure::Cancelled => "Đã dừng theo yêu cầu.".to_owned(),
    }
}

pub(super) fn advice(failure: &Failure) -> &'static str {
    match failure {
        Failure::Empty => "Kiểm tra lại tệp rồi mở lần nữa.",
        Failure::TooLarge { .. } => "Chia tệp thành nhiều phần nhỏ hơn.",
        Failure::Binary => "Mở bằng chương trình của nó, chép phần chữ rồi dán vào đây.",
        Failure::UnknownEncoding { .. } => "Lưu lại tệp với bảng mã UTF-8 rồi mở lần nữa.",
        Failure::Duplicate { .. } => "Không cần làm gì: bài chỉ được tính một lần.",
        Failure::NoArticle { .. } => "Chọn bài khác trong danh sách.",
        Failure::NoSuchDay { .. } => "Nhập ngày có thật, hoặc để trống.",
        Failure::NoPhrase { .. } => "Nhập các từ cách nhau bằng dấu cách, không có dấu phẩy.",
        Failure::NoSuchPlace => "Hãy chọn lại những chữ ấy trong bài.",
        Failure::NoSuchValue { .. } => "Hãy nhập theo dạng trong lời nhắc.",
        Failure::NoCorrections { .. } => "Chọn tệp do mục “Sửa đổi của bạn (JSON)” tạo ra.",
        Failure::NoBundle { .. } => "Hãy lấy lại tệp từ người đã tạo ra nó.",
        Failure::NoPart { .. } => "Hãy tải lại trang rồi thêm lại tệp.",
        Failure::BundleVersion { .. } => "Mở bằng phiên bản đã tạo ra gói, hoặc cập nhật trang này.",
        Failure::Altered => "Ai đó đã sửa văn bản; hãy xin bản gốc.",
        Failure::NothingToVerify => "Hãy mở một gói trước.",
        Failure::DamagedRecord { .. } => "Hãy thêm lại bài đó.",
        Failure::Unread { reason, .. } => unread::advice_vi(reason),
        Failure::Cancelled => "Những bài đọc xong vẫn được giữ.",
    }
}
