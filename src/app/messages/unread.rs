//! Why a file was not read, and what to do, in both languages.

use crate::ingest::{Reason, RowFault};

const MEBI: u64 = 1 << 20;

pub(super) fn vi(reason: &Reason, is_partly_read: bool) -> String {
    let what = match reason {
        Reason::Empty => "Không có chữ nào.".to_owned(),
        Reason::TooLarge { limit } => format!("Lớn hơn {} MB.", limit / MEBI),
        Reason::Binary => "Không phải tệp có chữ (ảnh, âm thanh, chương trình…).".to_owned(),
        Reason::UnknownEncoding { at } => format!("Không nhận ra bảng mã; chữ lạ đầu tiên ở byte {at}."),
        Reason::NotRead { format } => {
            format!("Định dạng {} chưa đọc được.", name(format, "Word, Excel cũ", "nén khác"))
        }
        Reason::Encrypted => "Tệp có mật khẩu.".to_owned(),
        Reason::Truncated => "Tệp bị cắt, thiếu phần cuối.".to_owned(),
        Reason::Damaged { detail } => format!("Tệp bị hỏng ({detail})."),
        Reason::NoTextLayer => "Các trang chỉ là ảnh quét, không có lớp chữ.".to_owned(),
        Reason::TooManyEntries { limit } => format!("Có hơn {limit} tệp bên trong."),
        Reason::TooDeep { limit } => format!("Tệp nén lồng nhau quá {limit} lớp."),
        Reason::Bomb { limit } => format!("Bung ra quá {limit} lần; có thể là tệp phá hoại."),
        Reason::PartOfPage => "Ảnh, kiểu dáng hay mã lệnh lưu kèm trang web.".to_owned(),
        Reason::ListOfArticles { n } => format!("Trang danh sách dẫn tới {n} bài, không phải một bài."),
        Reason::Row { line, fault } => format!("Dòng {line}: {}", row_vi(fault)),
        Reason::Method { method } => format!("Cách nén {method} chưa đọc được."),
        Reason::Unreachable { detail } => format!("Không mở được tệp ({detail})."),
    };
    if is_partly_read { format!("{what} Đã giữ phần đọc được.") } else { what }
}

pub(super) fn en(reason: &Reason, is_partly_read: bool) -> String {
    let what = match reason {
        Reason::Empty => "There is no text in it.".to_owned(),
        Reason::TooLarge { limit } => format!("It is larger than {} MB.", limit / MEBI),
        Reason::Binary => "It is no file with text (a picture, sound, a program …).".to_owned(),
        Reason::UnknownEncoding { at } => format!("Its encoding is not known; the first strange byte is number {at}."),
        Reason::NotRead { format } => {
            format!("The format {} is not read yet.", name(format, "of old Word or Excel", "of another archive"))
        }
        Reason::Encrypted => "It wants a password.".to_owned(),
        Reason::Truncated => "It is cut off; the end is missing.".to_owned(),
        Reason::Damaged { detail } => format!("It is damaged ({detail})."),
        Reason::NoTextLayer => "Its pages are scanned pictures without a text layer.".to_owned(),
        Reason::TooManyEntries { limit } => format!("It holds more than {limit} files."),
        Reason::TooDeep { limit } => format!("Archives lie in each other more than {limit} deep."),
        Reason::Bomb { limit } => format!("It unpacks to more than {limit} times its size and may be meant to harm."),
        Reason::PartOfPage => "A picture, style or script saved beside a page.".to_owned(),
        Reason::ListOfArticles { n } => format!("It is a list that leads to {n} articles, not an article."),
        Reason::Row { line, fault } => format!("Line {line}: {}", row_en(fault)),
        Reason::Method { method } => format!("It is packed by {method}, which is not read."),
        Reason::Unreachable { detail } => format!("It cannot be opened ({detail})."),
    };
    if is_partly_read { format!("{what} What could be read is kept.") } else { what }
}

pub(super) fn advice_vi(reason: &Reason) -> &'static str {
    match reason {
        Reason::Empty | Reason::Truncated | Reason::Damaged { .. } => "Kiểm tra lại tệp gốc rồi mở lần nữa.",
        Reason::TooLarge { .. } | Reason::TooManyEntries { .. } => "Chia thành nhiều phần nhỏ hơn.",
        Reason::Binary => "Bỏ qua, hoặc chép phần chữ rồi dán vào đây.",
        Reason::UnknownEncoding { .. } => "Lưu lại tệp với bảng mã UTF-8 rồi mở lần nữa.",
        Reason::NotRead { .. } => "Mở bằng chương trình của nó, lưu thành .docx hoặc văn bản.",
        Reason::Encrypted => "Bỏ mật khẩu rồi mở lần nữa.",
        Reason::NoTextLayer => "Nhận dạng chữ (OCR) trước rồi mở lần nữa.",
        Reason::TooDeep { .. } | Reason::Method { .. } => "Giải nén rồi mở các tệp bên trong.",
        Reason::Bomb { .. } => "Chỉ mở nếu biết rõ nguồn; khi đó hãy tự giải nén.",
        Reason::PartOfPage | Reason::Row { .. } => "Không cần làm gì nếu phần còn lại đã đủ.",
        Reason::ListOfArticles { .. } => "Mở và lưu từng bài.",
        Reason::Unreachable { .. } => "Kiểm tra quyền đọc tệp rồi thử lại.",
    }
}

pub(super) fn advice_en(reason: &Reason) -> &'static str {
    match reason {
        Reason::Empty | Reason::Truncated | Reason::Damaged { .. } => "Check the original and open it again.",
        Reason::TooLarge { .. } | Reason::TooManyEntries { .. } => "Split it into smaller parts.",
        Reason::Binary => "Leave it out, or copy its words and paste them here.",
        Reason::UnknownEncoding { .. } => "Save it as UTF-8 and open it again.",
        Reason::NotRead { .. } => "Open it in its own program and save it as .docx or text.",
        Reason::Encrypted => "Take the password away and open it again.",
        Reason::NoTextLayer => "Recognise its text (OCR) first, then open it again.",
        Reason::TooDeep { .. } | Reason::Method { .. } => "Unpack it and open the files inside.",
        Reason::Bomb { .. } => "Unpack it yourself, if you are sure where it comes from.",
        Reason::PartOfPage | Reason::Row { .. } => "Nothing has to be done if the rest is there.",
        Reason::ListOfArticles { .. } => "Open and save the articles one by one.",
        Reason::Unreachable { .. } => "Check that you may read it, and try again.",
    }
}

/// The name of a format as readers know it.
fn name<'a>(format: &'a str, old: &'a str, archive: &'a str) -> &'a str {
    match format {
        "ole" => old,
        "other-archive" => archive,
        other => other,
    }
}

fn row_vi(fault: &RowFault) -> String {
    match fault {
        RowFault::NoText => "không có nội dung.".to_owned(),
        RowFault::Cells { found, wanted } => format!("có {found} ô thay vì {wanted}."),
        RowFault::OpenQuote => "dấu nháy mở mà không đóng.".to_owned(),
        RowFault::NotJson { detail } => format!("không phải JSON ({detail})."),
    }
}

fn row_en(fault: &RowFault) -> String {
    match fault {
        RowFault::NoText => "no text.".to_owned(),
        RowFault::Cells { found, wanted } => format!("{found} cells, not {wanted}."),
        RowFault::OpenQuote => "a quotation mark is not closed.".to_owned(),
        RowFault::NotJson { detail } => format!("not JSON ({detail})."),
    }
}
