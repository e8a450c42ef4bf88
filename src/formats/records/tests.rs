//! Tables and JSON as media monitors, spreadsheets and programs write them.

use super::*;
use crate::formats::{Content, Document};

fn all(text: &str, format: Format, said: Vec<ColumnSaid>) -> (Columns, Vec<Document>, Vec<Unread>) {
    let settings = Settings { columns: said, ..Settings::default() };
    let file = File { name: "bang".to_owned(), bytes: text.as_bytes().to_vec(), folder_year: None };
    let (mut columns, mut documents, mut unread) = (None, Vec::new(), Vec::new());
    for event in read(file, format, &settings) {
        match event {
            Event::Columns(told) => columns = Some(*told),
            Event::Document(document) => documents.push(*document),
            Event::Unread(event) => unread.push(event),
            Event::Elsewhere { .. } => {}
        }
    }
    (columns.expect("a table tells its columns"), documents, unread)
}

fn stated(document: &Document) -> [String; 5] {
    let Stated { title, outlet, author, published, url, .. } = document.stated.clone();
    [title, outlet, author, published, url].map(|said| said.map(|s| s.value).unwrap_or_default())
}

fn text(document: &Document) -> &str {
    let Content::Blocks { text, .. } = &document.content else { panic!("{document:?}") };
    text
}

const TABLE: &str = "STT;Tiêu đề;Nội dung;Ngày đăng;Nguồn;Link\r\n\
    1;Giá lúa tăng;\"Nông dân bán lúa.\r\nGiá cao.\";25/12/2023 8:30;vnexpress.net;https://vnexpress.net/1\r\n\
    2;Thiếu;;26/12/2023;;\r\n\
    3;Cầu mới;\"<p>Khởi công&nbsp;cầu.</p><p>Dài hai cây số.</p>\";45209;Tuổi Trẻ;\r\n\
    4;Ngắn\r\n5;Dư;Một; hai.;27/12/2023;A;B\r\n";

#[test]
fn a_row_is_an_article() {
    let (columns, documents, unread) = all(TABLE, Format::Csv, Vec::new());
    assert_eq!((columns.delimiter, columns.has_names, columns.n_rows), (Some(';'), true, 5));
    let fields: Vec<Option<TableField>> = columns.columns.iter().map(|c| c.field).collect();
    use TableField::{Outlet, Published, Text, Title, Url};
    assert_eq!(fields, [None, Some(Title), Some(Text), Some(Published), Some(Outlet), Some(Url)]);
    assert_eq!(documents.iter().map(|d| d.name.as_str()).collect::<Vec<_>>(), ["bang#2", "bang#5"]);
    assert_eq!(text(&documents[0]), "Giá lúa tăng\nNông dân bán lúa.\nGiá cao.");
    assert_eq!(stated(&documents[0]), ["Giá lúa tăng", "VnExpress", "", "2023-12-25T08:30", "https://vnexpress.net/1"]);
    assert_eq!(text(&documents[1]), "Cầu mới\nKhởi công cầu.\nDài hai cây số.");
    assert_eq!(stated(&documents[1])[3], "2023-10-10");
    let faults: Vec<&Reason> = unread.iter().map(|u| &u.reason).collect();
    let wanted = [
        &Reason::Row { line: 4, fault: RowFault::NoText },
        &Reason::Row { line: 6, fault: RowFault::Cells { found: 2, wanted: 6 } },
        &Reason::Row { line: 7, fault: RowFault::Cells { found: 7, wanted: 6 } },
    ];
    assert_eq!(faults, wanted);
}

#[test]
fn the_reader_may_say_otherwise() {
    let said = |name: &str, field| ColumnSaid { name: name.to_owned(), field };
    let (columns, documents, _) =
        all(TABLE, Format::Csv, vec![said("Tiêu đề", Some(TableField::Lead)), said("Nguồn", None)]);
    assert_eq!((columns.columns[1].field, columns.columns[1].evidence), (Some(TableField::Lead), Evidence::Given));
    assert_eq!(stated(&documents[0])[..2], ["", ""]);
    assert_eq!(documents.len(), 4, "a lead is text enough; {documents:?}");
}

#[test]
fn a_table_without_names_is_read_by_its_contents() {
    let long = "Nông dân huyện Ba Tri bắt đầu thu hoạch lúa đông xuân, năng suất ước bảy tấn mỗi hecta, cao hơn năm trước nhờ thời tiết thuận lợi và giống mới.";
    let rows: String = (1..6).map(|n| format!("{n}\tLúa được mùa lần {n}\t{long}\t0{n}/10/2023\n")).collect();
    let (columns, documents, _) = all(&rows, Format::Tsv, Vec::new());
    assert!(!columns.has_names && columns.delimiter == Some('\t'));
    assert_eq!(documents.len(), 5);
    assert_eq!(stated(&documents[2])[0], "Lúa được mùa lần 3");
    assert_eq!(stated(&documents[2])[3], "2023-10-03");
}

#[test]
fn json_records_are_articles() {
    let (columns, documents, unread) = all(
        r#"{"total": 2, "articles": [{"headline": "A", "body": "Một bài.", "publishedAt": "2023-10-09T23:00:00Z", "source": {"name": "Báo A"}},
        {"headline": "B", "body": ""}]}"#,
        Format::Json,
        Vec::new(),
    );
    assert!(
        columns.columns.iter().any(|c| c.name == "source.name" && c.field == Some(TableField::Outlet)),
        "{columns:?}"
    );
    assert_eq!(stated(&documents[0]), ["A", "Báo A", "", "2023-10-10T06:00", ""]);
    assert_eq!(unread[0].reason, Reason::Row { line: 2, fault: RowFault::NoText });
    let (_, documents, unread) =
        all("{\"text\": \"Một.\"}\n{\"text\": \n{\"text\": \"Hai.\"}\n", Format::Jsonl, Vec::new());
    assert_eq!((documents.len(), unread.len()), (2, 1));
    assert!(matches!(unread[0].reason, Reason::Row { line: 2, fault: RowFault::NotJson { .. } }));
}
