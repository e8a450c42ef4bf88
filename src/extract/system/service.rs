//! Systems named by what they do, and apps by a name in Vietnamese: `Hệ thống phản ánh hiện trường`, `Tổng đài 1022`.

use crate::extract::Reading;
use crate::extract::name::is_short_form;
use crate::extract::organisation::body_end;
use crate::extract::person::is_syllable;
use crate::extract::place::{known_place, place_phrase};
use crate::text::TokenKind;

use super::digital::holders;
use super::hit::Hit;
use super::phrase::{is_stop, opens_part, quoted};

/// A service whose name begins at `i`; the sentence begins at `start`.
pub(crate) fn service(r: &Reading, i: usize, start: usize, end: usize) -> Option<Hit> {
    by_function(r, i, start, end)
        .or_else(|| call_centre(r, i, end))
        .or_else(|| titled_app(r, i, end))
        .or_else(|| lone_name(r, i, end))
}

/// `Hệ thống phản ánh hiện trường`, `Kho dữ liệu dùng chung`: with a capital where none is due.
fn by_function(r: &Reading, i: usize, start: usize, end: usize) -> Option<Hit> {
    let (from, head) = r.longest(&r.lexicon.system_heads, i, end)?;
    if head.follows.holder
        && let Some(to) = holder(r, from, end)
    {
        return Some(Hit::new(i..to, head.category, "system of a place or body"));
    }
    let opens = opens_part(r, i, start);
    let short = followed_by_short_form(r, from, end);
    // In small letters only where a short form of its own closes it: `hệ thống cơ sở dữ liệu trồng rừng (HERI)`.
    if let Some(to) = short.filter(|&to| head.follows.function && !r.is_capital(i) && is_own_short_form(r, to + 1)) {
        return Some(Hit::new(i..to, head.category, "named by its short form"));
    }
    if !head.follows.function || !r.is_capital(i) || body_end(r, from, end).is_some() {
        return None;
    }
    // `Cổng dữ liệu quốc gia bảo đảm …`: a portal of the nation bears no other name.
    let nation = r.phrase(from, "quốc gia").filter(|&to| head.follows.holder && r.low(to) != "về");
    let to = short.or(nation).unwrap_or_else(|| with_document(r, function(r, from, end), end));
    // `… phục vụ chỉ đạo, điều hành của Chính phủ, Thủ tướng Chính phủ`
    let owned = Some(holders(r, to + 1, end)).filter(|&held| r.low(to) == "của" && held > to + 1);
    let to = owned.unwrap_or(to);
    // At the head of a sentence a level or place at its end shows the name, or the short form of a centre: `Cơ sở dữ liệu hộ
    // tịch tỉnh …`, `Trung tâm điều hành thông minh (IOC)`.
    let closed = owned.is_some()
        || short.is_some() && head.follows.holder
        || from > i + 2 && to > from + 2 && (r.low(to - 1) == "tỉnh" || closes_with_nation(r, from, to));
    let digital = ["số", "dữ liệu", "điện tử", "dùng chung", "trực tuyến", "thông tin"];
    let lacks = head.follows.digital && !(from..to).any(|k| r.any(k, &digital).is_some());
    // An item of a list of names: `…: Cổng dữ liệu; Nền tảng quản lý tiêm chủng; …`.
    let item = i > start && r.raw(i - 1) == ";" && matches!(r.raw(to), ";" | "." | "…");
    if opens && !closed && !item || lacks {
        return None;
    }
    let generic = matches!(r.low(from), "của" | "này" | "trên")
        || r.phrase(from, "chuyên ngành") == Some(to)
        || r.phrase(from, "phục vụ") == Some(to)
        || r.low(from) == "số" && r.any(i, &["nền tảng"]).is_some();
    (to >= from + 2 && !generic).then(|| Hit::new(i..to, head.category, "named by what it does"))
}

/// Index after the document that the name ends with: `giám sát thực hiện Nghị quyết 57`.
fn with_document(r: &Reading, to: usize, end: usize) -> usize {
    let acts = r.phrase_before(to, "thực hiện").is_some() || r.phrase_before(to, "triển khai").is_some();
    let document = acts.then(|| super::document::document(r, to, 0, end)).flatten();
    document.map_or(to, |hit| hit.tokens.end)
}

/// Whether the name of another system begins there.
fn begins_name(r: &Reading, i: usize) -> bool {
    r.longest(&r.lexicon.system_heads, i, r.tokens.len()).is_some_and(|(_, head)| head.follows.function)
}

/// Index after the place or body that a portal or centre belongs to: `tỉnh Lào Cai`, `Bộ Y tế`.
fn holder(r: &Reading, from: usize, end: usize) -> Option<usize> {
    let typed = r.any(from, &["tỉnh", "thành phố", "tp", "tp.", "huyện", "quận", "xã", "phường", "thị xã"]).is_some();
    let place = place_phrase(r, from, end).filter(|_| typed || r.is_capital(from));
    // `Trung tâm dữ liệu Zelvo Hòa Lạc`: the body and where it stands.
    let body = body_end(r, from, end).filter(|_| r.is_capital(from));
    place.or_else(|| body.map(|to| place_phrase(r, to, end).filter(|_| r.is_capital(to)).unwrap_or(to)))
}

/// Index after the words that say what it does, in small letters or capitals; `và` joins two of them.
fn function(r: &Reading, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end.min(from + 16) {
        // `tiêm chủng Covid-19`
        if r.raw(at) == "-" && r.is_glued(at) && r.is_glued(at + 1) && r.kind(at + 1) == Some(TokenKind::Number) {
            return (at + 2).min(end);
        }
        if let Some(after) = goes_on(r, at) {
            at = after;
            continue;
        }
        if let Some(after) = place_phrase(r, at, end).filter(|_| at > from) {
            return after;
        }
        let joins = r.low(at) == "và"
            && at > from + 1
            && !r.is_capital(at + 1)
            && !is_stop(r, at + 1)
            && !begins_name(r, at + 1)
            && r.any(at + 1, &["ứng dụng", "phần mềm", "cổng", "tổng đài", "mạng", "công nghệ"]).is_none()
            && r.any(at + 1, &["điều hành", "giám sát", "cảnh báo", "xử lý", "trả kết quả", "quản lý", "dự báo"])
                .is_some();
        // `Cơ sở dữ liệu văn bằng, chứng chỉ quốc gia`
        let comma =
            r.raw(at) == "," && (closes_with_nation(r, at + 1, end) || at == from + 2 && is_pair(r, at + 1, end));
        let joins = joins || r.low(at) == "và" && at == from + 2 && is_pair(r, at + 1, end);
        if !(joins || comma)
            && (r.kind(at) != Some(TokenKind::Word) || is_stop(r, at) || r.low(at) == "của" || r.low(at) == "và")
        {
            break;
        }
        at += 1;
    }
    at
}

/// Whether a second verb with its object follows the first verb: `giám sát, cảnh báo sớm thiên tai`.
fn is_pair(r: &Reading, from: usize, end: usize) -> bool {
    let plain = |&k: &usize| {
        r.kind(k) == Some(TokenKind::Word) && !r.is_capital(k) && !is_stop(r, k) && !matches!(r.low(k), "của" | "và")
    };
    let app = r.any(from, &["ứng dụng", "phần mềm", "cổng", "tổng đài", "mạng", "kho", "tổ chức"]).is_some();
    let words = (from..end.min(from + 4)).take_while(plain).count();
    let acts = words > 2 && r.any(from + 2, &["thực hiện", "triển khai"]).is_some();
    !app && !begins_name(r, from) && (words == 4 && r.low(from) != "tạo" || acts)
}

/// Whether a few words after a comma end with `quốc gia`.
fn closes_with_nation(r: &Reading, from: usize, end: usize) -> bool {
    let mut at = from;
    while at < end.min(from + 6) {
        if at > from && r.phrase(at, "quốc gia").is_some() {
            return true;
        }
        match goes_on(r, at) {
            Some(after) => at = after,
            None if r.kind(at) != Some(TokenKind::Word) || is_stop(r, at) => return false,
            None => at += 1,
        }
    }
    false
}

/// Words that otherwise end a name, as parts of one: `phản ánh hiện trường`, `tiếp nhận`.
fn goes_on(r: &Reading, i: usize) -> Option<usize> {
    r.any(
        i,
        &[
            "hiện trường",
            "hiện vật",
            "tiếp nhận",
            "tiếp công dân",
            "tiếp dân",
            "hoạt động",
            "chứng chỉ",
            "địa chỉ",
            "chỉ đạo , điều hành",
            "chỉ đạo điều hành",
        ],
    )
}

/// Where a short form in brackets shows how far the name goes: `Hệ thống giám sát, phòng ngừa rủi ro (GSR)`.
fn followed_by_short_form(r: &Reading, from: usize, end: usize) -> Option<usize> {
    let open = (from..end.min(from + 22)).find(|&k| {
        r.kind(k) != Some(TokenKind::Word) && r.raw(k) != "," || matches!(r.low(k), "được" | "đã" | "sẽ" | "là" | "để")
    })?;
    let short = r.raw(open) == "(" && is_short_form(r.raw(open + 1)) && r.raw(open + 2) == ")";
    (short && open >= from + 2).then_some(open)
}

/// Whether the short form is one that no table knows, and long enough for a name.
fn is_own_short_form(r: &Reading, i: usize) -> bool {
    r.raw(i).len() > 3 && r.lexicon.short_forms.get(r.raw(i)).is_none()
}

/// `Tổng đài 1022`.
fn call_centre(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let at = r.any(i, &["tổng đài"])?;
    let at = at + usize::from(r.low(at) == "số");
    let number = at < end && r.kind(at) == Some(TokenKind::Number) && (3..=11).contains(&r.raw(at).len());
    let counts = r.kind(at + 1) == Some(TokenKind::Word) && r.any(at + 1, &["nhân viên", "viên"]).is_some();
    (number && !counts && !r.raw(at).contains(['.', ',']))
        .then(|| Hit::new(i..at + 1, "digital_service", "call centre"))
}

/// An app by a name in Vietnamese: `ứng dụng Công dân số Thủ đô` gives the name.
fn titled_app(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    const NO_NAMES: [&str; 6] =
        ["công nghệ", "trí tuệ nhân tạo", "khoa học", "chuyển đổi số", "blockchain", "internet"];
    let (from, head) = r.longest(&r.lexicon.system_heads, i, end)?;
    // `phần mềm “Trợ lý ruộng”`: the marks show how far the name goes.
    if let Some(to) = quoted(r, from, end).filter(|_| head.follows.title && r.is_capital(from + 1)) {
        let words = (from + 1..to - 1).all(|k| matches!(r.kind(k), Some(TokenKind::Word | TokenKind::Number)));
        let short = words && (2..8).contains(&(to - from - 2));
        return short.then(|| Hit::new(from + 1..to - 1, head.category, "app by name"));
    }
    let named = head.follows.title
        && from + 1 < end
        && r.is_capital(from)
        && is_syllable(r.low(from))
        && !is_short_form(r.raw(from));
    if !named || r.any(from, &NO_NAMES).is_some() || body_end(r, from, end).is_some() {
        return None;
    }
    let to = function(r, from, end.min(from + 8));
    // `ứng dụng Đồng Tháp`: a place, not a name; `Nhật ký ruộng` begins like one.
    let place = known_place(r, from, end).is_some_and(|after| after >= to);
    (to > from + 1 && !place).then(|| Hit::new(from..to, head.category, "app by name"))
}

/// A name that is written as only digital things are: `iHaiPhong`, `e-LamDong`.
fn lone_name(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    const DEVICES: [&str; 7] = ["iphone", "ipad", "imac", "icloud", "ipod", "ebook", "email"];
    let camel = |s: &str| {
        let mut chars = s.chars();
        let upper = chars.next().is_some_and(char::is_uppercase);
        upper && s.is_ascii() && s.len() > 3 && chars.next().is_some_and(char::is_lowercase)
    };
    let word = r.raw(i);
    let prefixed = word.strip_prefix(['i', 'e']).is_some_and(camel) && !DEVICES.contains(&r.low(i));
    if prefixed {
        return Some(Hit::new(i..i + 1, "app", "written as digital names are"));
    }
    let hyphened = matches!(word, "e" | "i" | "E" | "C" | "S")
        && r.raw(i + 1) == "-"
        && r.is_glued(i + 1)
        && r.is_glued(i + 2)
        && i + 2 < end
        && camel(r.raw(i + 2))
        && r.raw(i + 2).chars().skip(1).any(char::is_uppercase);
    hyphened.then(|| Hit::new(i..i + 3, "app", "written as digital names are"))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::facts_of;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = facts_of(text).systems;
        let got: Vec<String> = found.iter().map(|s| format!("{} ×{}", s.name, s.mentions.len())).collect();
        assert_eq!(got.join("; "), expected, "{text}");
    }

    #[test]
    fn named_by_what_they_do() {
        check("Xã dùng Hệ thống quản lý văn bản và điều hành để gửi thư.", "Hệ thống quản lý văn bản và điều hành ×1");
        check("Xã lắp Hệ thống giám sát, cảnh báo sớm lũ quét ở suối.", "Hệ thống giám sát, cảnh báo sớm lũ quét ×1");
        check("Xã có Hệ thống truyền thanh, tổ chức 5 buổi họp dân cư.", "Hệ thống truyền thanh ×1");
        check("Huyện đã kết nối Kho dữ liệu dùng chung với 12 phòng.", "Kho dữ liệu dùng chung ×1");
        check("Sở trình Cơ sở dữ liệu hồ sơ, giấy tờ quốc gia lên bộ.", "Cơ sở dữ liệu hồ sơ, giấy tờ quốc gia ×1");
        // In small letters, or with the capital of a sentence, any one may be meant.
        check("Hệ thống quản lý văn bản còn chậm. Xã cần một hệ thống giám sát đê.", "");
        check("Ông làm trong Hệ thống Ngân hàng Nhà nước.", "");
    }

    #[test]
    fn portals_and_centres_by_their_holder() {
        check("Hồ sơ nộp qua Cổng dịch vụ công tỉnh Cà Mau.", "Cổng dịch vụ công tỉnh Cà Mau ×1");
        check("Tin đăng trên cổng thông tin điện tử Bộ Y tế hôm qua.", "cổng thông tin điện tử Bộ Y tế ×1");
        check("Hãng khánh thành Trung tâm dữ liệu Viettel Sơn La hôm qua.", "Trung tâm dữ liệu Viettel Sơn La ×1");
        check("Sở lập Kho học bạ số từ tháng 5; xã mở Kho xăng dầu lớn.", "Kho học bạ số ×1");
        check("Sở nâng cấp Cổng dữ liệu quốc gia bảo đảm phục vụ 20.000 người.", "Cổng dữ liệu quốc gia ×1");
        check(
            "Bộ khai trương Hệ thống thông tin phục vụ chỉ đạo điều hành của Chính phủ, Thủ tướng Chính phủ; Sàn dữ liệu.",
            "Hệ thống thông tin phục vụ chỉ đạo điều hành của Chính phủ, Thủ tướng Chính phủ ×1",
        );
        check(
            "Sở dùng Hệ thống thông tin phục vụ chỉ đạo, điều hành của tỉnh.",
            "Hệ thống thông tin phục vụ chỉ đạo, điều hành ×1",
        );
        check("Sở dùng Hệ thống thông tin phục vụ các xã.", "");
        check(
            "Sở mở ba kênh, gồm: Cổng dịch vụ công quốc gia; Nền tảng quản lý tiêm chủng; Nền tảng trạm y tế xã.",
            "Cổng dịch vụ công quốc gia ×1; Nền tảng quản lý tiêm chủng ×1; Nền tảng trạm y tế xã ×1",
        );
        check("Sở lo hai việc: Sửa chợ; Nền tảng quản lý tiêm chủng được nâng cấp.", "");
        check(
            "Bộ mở Hệ thống thông tin phục vụ họp của Chính phủ (ứng dụng ZuSmart).",
            "Hệ thống thông tin phục vụ họp của Chính phủ ×1; ZuSmart ×1",
        );
        check(
            "Bộ mở Hệ thống thông tin phục vụ họp của Chính phủ (eKabinet).",
            "Hệ thống thông tin phục vụ họp của Chính phủ ×2",
        );
        check("Tỉnh mở Cổng dữ liệu nông nghiệp vào tháng 5.", "Cổng dữ liệu nông nghiệp ×1");
        check(
            "Thành phố lập Trung tâm điều hành an ninh mạng (SOC). SOC trực ngày đêm.",
            "Trung tâm điều hành an ninh mạng ×3",
        );
        check("Xã lập Trung tâm Giám sát, điều hành thông minh (IOC).", "Trung tâm Giám sát, điều hành thông minh ×2");
        check("Trung tâm Điều hành thông minh (IOC) trực đêm.", "Trung tâm Điều hành thông minh ×2");
        // Of which only the kind is named.
        check("Hồ sơ nộp qua cổng dịch vụ công của tỉnh; xã có trung tâm điều hành.", "");
    }

    #[test]
    fn short_forms_after_the_name() {
        check(
            "Cục mở Hệ thống cảnh báo, giám sát rủi ro vay vốn (CGR) vào tháng 5. CGR chạy ngày đêm.",
            "Hệ thống cảnh báo, giám sát rủi ro vay vốn ×3",
        );
        check("Tỉnh lập Kho dữ liệu đất rừng (ĐR) năm nay.", "Kho dữ liệu đất rừng ×2");
        check(
            "Sở xây dựng hệ thống cơ sở dữ liệu trồng rừng (HERI). Nay HERI có 3.000 hồ sơ.",
            "hệ thống cơ sở dữ liệu trồng rừng ×3",
        );
        check("Sở dùng hệ thống thông tin địa lý (GIS) và kết nối CSDL chuyên ngành với bộ.", "");
        // What stands in brackets after a system is not always its short form.
        check("Tỉnh lập Kho dữ liệu đất rừng (ở Sơn La).", "Kho dữ liệu đất rừng ×1");
    }

    #[test]
    fn hotlines_and_apps() {
        check("Người dân gọi Tổng đài 1900 hoặc tổng đài 111.", "Tổng đài 1900 ×1; tổng đài 111 ×1");
        check("Tổng đài có 300 nhân viên, tổng đài viên nghe máy.", "");
        check("Tỉnh ra mắt ứng dụng Nông dân số Tiền Giang hôm qua.", "Nông dân số Tiền Giang ×1");
        check("Tòa dùng phần mềm “Trợ lý ruộng” từ 2022. “Trợ lý ruộng” trả lời ngày đêm.", "Trợ lý ruộng ×2");
        check("Ông nói phần mềm “Rất tốt, rất nhanh, ai cũng dùng được”.", "");
        check("Tỉnh đẩy mạnh ứng dụng Công nghệ thông tin và ứng dụng Trí tuệ nhân tạo.", "");
    }

    #[test]
    fn written_as_digital_names_are() {
        check("Ở Đồng Tháp có e-TienGiang, còn iHaiPhong mới chạy thử.", "e-TienGiang ×1; iHaiPhong ×1");
        check("Anh mua iPhone, đọc eBook và gửi email.", "");
    }
}
