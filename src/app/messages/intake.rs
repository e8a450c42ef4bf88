//! What the page says of files on their way in: how they were taken, and what was not read.

use crate::session::protocol::TableField;

use super::counted;

/// Wording around reading files.
#[derive(Clone, Copy, Debug)]
pub struct IntakeWords {
    /// What was read last, folded.
    pub last: &'static str,
    /// Button that opens a folder.
    pub folder_go: &'static str,
    /// Kilobytes done and in all.
    pub kilobytes: fn(&str, &str) -> String,
    /// Files of which something may be missed.
    pub missed: fn(u32) -> String,
    /// More of them than are listed.
    pub more: fn(u32) -> String,
    /// Pictures, styles and scripts beside saved pages.
    pub beside: fn(u32) -> String,
    /// The list of the articles that were read, folded.
    pub titles: &'static str,
    /// More articles than are listed.
    pub more_articles: fn(u32) -> String,
    /// Box beside a paste that came with its tags.
    pub keep_format: &'static str,
    /// Heading of the columns of a table: its name and number of rows.
    pub columns: fn(&str, u32) -> String,
    /// What to do with them.
    pub columns_help: &'static str,
    /// Name of the field beside a column.
    pub column_holds: fn(&str) -> String,
    /// A column that holds nothing of the article.
    pub no_field: &'static str,
    /// What a column holds.
    pub field: fn(TableField) -> &'static str,
    /// An example from a column.
    pub example: &'static str,
    /// Reads the table anew.
    pub read_again: &'static str,
    /// Agrees with the columns.
    pub agree: &'static str,
    /// No column holds text.
    pub no_text_column: &'static str,
    /// More articles may stand in the paste than were found: their number.
    pub may_hold: fn(u32) -> String,
    /// Button that parts them: their number.
    pub split_all: fn(u32) -> String,
    /// Heading of the split: number of articles.
    pub split: fn(u32) -> String,
    /// How its borders are moved.
    pub split_help: &'static str,
    /// Sets a border before a line.
    pub split_here: &'static str,
    /// Takes it away.
    pub join: &'static str,
    /// Number of an article of the split.
    pub article_no: fn(u32) -> String,
}

pub(super) const VI: IntakeWords = IntakeWords {
    last: "Lần đọc gần nhất: đã đọc gì, tách thế nào, gì không đọc được",
    folder_go: "Chọn thư mục…",
    kilobytes: |done, total| format!("{done} / {total} kB"),
    missed: |n| format!("{n} tệp hoặc phần không đọc được, hoặc chỉ đọc được một phần:"),
    more: |n| format!("… và {n} tệp hoặc phần nữa."),
    beside: |n| format!("Bỏ qua {n} tệp đi kèm trang web (ảnh, kiểu dáng, mã lệnh)."),
    titles: "Năm và tiêu đề từng bài",
    more_articles: |n| format!("… và {n} bài nữa"),
    keep_format: "Đọc theo định dạng đã chép (tiêu đề, bảng, chú thích ảnh)",
    columns: |name, n| format!("Các cột của {name} ({n} dòng)"),
    columns_help: "Mỗi dòng là một bài. Cột nào chứa gì được đoán theo tên và nội dung; chọn lại nếu sai.",
    column_holds: |name| format!("Cột “{name}” là"),
    no_field: "Không dùng",
    field: |field| match field {
        TableField::Title => "Tiêu đề",
        TableField::Text => "Nội dung",
        TableField::Lead => "Sapô",
        TableField::Published => "Ngày đăng",
        TableField::Outlet => "Báo, trang",
        TableField::Author => "Tác giả",
        TableField::Url => "Địa chỉ web",
    },
    example: "Ví dụ:",
    read_again: "Đọc lại theo các cột này",
    agree: "Đúng rồi",
    no_text_column: "Chọn ít nhất một cột là nội dung, sapô hoặc tiêu đề.",
    may_hold: |n| format!("Văn bản vừa dán có thể gồm {n} bài."),
    split_all: |n| format!("Tách thành {n} bài"),
    split: |n| format!("Đã tách thành {n} bài: xem và sửa chỗ tách"),
    split_help: "Bấm một dòng để tách bài tại đó, bấm dòng đầu của một bài để nối với bài trước. Bàn phím: mũi tên lên, xuống để đi qua các dòng, Enter để tách hoặc nối.",
    split_here: "tách từ dòng này",
    join: "nối với bài trước",
    article_no: |n| format!("Bài {n}"),
};

pub(super) const EN: IntakeWords = IntakeWords {
    last: "The last reading: what was read, how it was split, what was not read",
    folder_go: "Choose a folder…",
    kilobytes: |done, total| format!("{done} of {total} kB"),
    missed: |n| format!("{} not read, or only in part:", counted(n, "file or part was", "files or parts were")),
    more: |n| format!("… and {} more.", counted(n, "file or part", "files or parts")),
    beside: |n| {
        format!("{} saved beside pages left out (pictures, styles, scripts).", counted(n, "file was", "files were"))
    },
    titles: "Year and title of each article",
    more_articles: |n| format!("… and {n} more"),
    keep_format: "Read with the formatting that was copied (headings, tables, captions)",
    columns: |name, n| format!("Columns of {name} ({})", counted(n, "row", "rows")),
    columns_help: "Each row is an article. What a column holds was guessed from its name and contents; choose again where it is wrong.",
    column_holds: |name| format!("Column “{name}” is"),
    no_field: "Not used",
    field: |field| match field {
        TableField::Title => "Headline",
        TableField::Text => "Text",
        TableField::Lead => "Summary",
        TableField::Published => "Day of publication",
        TableField::Outlet => "Newspaper, site",
        TableField::Author => "Author",
        TableField::Url => "Web address",
    },
    example: "For example:",
    read_again: "Read again with these columns",
    agree: "That is right",
    no_text_column: "Choose at least one column as text, summary or headline.",
    may_hold: |n| format!("What was pasted may hold {}.", counted(n, "article", "articles")),
    split_all: |n| format!("Split into {}", counted(n, "article", "articles")),
    split: |n| format!("Split into {}: see and change where", counted(n, "article", "articles")),
    split_help: "Click a line to begin an article there; click the first line of an article to join it to the one before. By keyboard: arrow up and down go through the lines, Enter splits or joins.",
    split_here: "begin an article here",
    join: "join to the article before",
    article_no: |n| format!("Article {n}"),
};
