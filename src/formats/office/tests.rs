//! Documents with what word processors put into them.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::testing::{events, lines};
use super::super::{Content, Event, HintKind, Limits, Settings};

fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const STYLES: &str = "<w:styles><w:style w:styleId=\"a1\"><w:name w:val=\"Title\"/></w:style>\
    <w:style w:styleId=\"a2\"><w:name w:val=\"Chú thích\"/></w:style>\
    <w:style w:styleId=\"a3\"><w:name w:val=\"Riêng\"/><w:basedOn w:val=\"a2\"/></w:style></w:styles>";

const BODY: &str = "<w:document><w:body>\
    <w:p><w:pPr><w:pStyle w:val=\"a1\"/></w:pPr><w:r><w:t>Du lịch &amp; biển</w:t></w:r></w:p>\
    <w:p><w:r><w:t>Khách </w:t></w:r><w:del><w:r><w:delText>giảm</w:delText></w:r></w:del><w:ins><w:r><w:t>tăng</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> 12%.</w:t></w:r></w:p>\
    <w:p><w:pPr><w:pStyle w:val=\"a3\"/></w:pPr><w:r><w:t>Một góc phố</w:t></w:r></w:p>\
    <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Mục một</w:t></w:r></w:p>\
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Năm</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2023</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
    <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
    <mc:Fallback><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>\
    </w:body></w:document>";

const NOTES: &str =
    "<w:footnotes><w:footnote><w:p><w:r><w:t>Theo Sở Du lịch</w:t></w:r></w:p></w:footnote></w:footnotes>";

const CORE: &str = "<cp:coreProperties><dc:title>Báo cáo</dc:title><dc:creator>Lê Minh</dc:creator>\
    <dcterms:created>2021-03-04T05:06:07Z</dcterms:created></cp:coreProperties>";

const TEXT: &str = "Du lịch & biển\nKhách tăng 12%.\nMột góc phố\nMục một\nNăm\t2023\nTrong khung\nTheo Sở Du lịch";

const KINDS: [(u32, HintKind); 5] = [
    (0, HintKind::Title),
    (2, HintKind::Caption),
    (3, HintKind::ListItem),
    (4, HintKind::TableRow),
    (6, HintKind::Footnote),
];

#[track_caller]
fn check(name: &str, bytes: Vec<u8>) {
    let found = events(name, bytes, Settings::default());
    let [Event::Document(document)] = &found[..] else { panic!("{found:?}") };
    let Content::Blocks { text, hints } = &document.content else { panic!("not blocks") };
    assert_eq!(text, TEXT);
    assert_eq!(hints.iter().map(|h| (h.lines.start, h.kind)).collect::<Vec<_>>(), KINDS);
    let said = |said: &Option<super::Said>| said.as_ref().map(|said| said.value.clone()).unwrap_or_default();
    let stated = &document.stated;
    assert_eq!((said(&stated.title), said(&stated.author)), ("Báo cáo".to_owned(), "Lê Minh".to_owned()));
    assert_eq!((stated.folder_year, &said(&stated.made)[..10]), (Some(2022), "2021-03-04"));
}

#[test]
fn word_documents_are_read_as_they_are_meant() {
    check(
        "2022/a.docx",
        zip(&[
            ("[Content_Types].xml", "<Types/>"),
            ("word/document.xml", BODY),
            ("word/styles.xml", STYLES),
            ("word/footnotes.xml", NOTES),
            ("docProps/core.xml", CORE),
        ]),
    );
}

#[test]
fn opendocument_texts_are_read_as_they_are_meant() {
    let content = "<office:document-content><office:automatic-styles><style:style style:name=\"P1\" \
        style:parent-style-name=\"Caption\"/></office:automatic-styles><office:body><office:text>\
        <text:tracked-changes><text:changed-region><text:deletion><text:p>giảm</text:p></text:deletion></text:changed-region></text:tracked-changes>\
        <text:p text:style-name=\"Title\">Du lịch &amp; biển</text:p>\
        <text:p>Khách<text:s/>tăng <text:span>12%</text:span>.<text:note><text:note-citation>1</text:note-citation>\
        <text:note-body><text:p>Theo Sở Du lịch</text:p></text:note-body></text:note></text:p>\
        <text:p text:style-name=\"P1\">Một góc phố</text:p>\
        <text:list><text:list-item><text:p>Mục một</text:p></text:list-item></text:list>\
        <table:table><table:table-row><table:table-cell><text:p>Năm</text:p></table:table-cell><table:table-cell><text:p>2023</text:p></table:table-cell></table:table-row></table:table>\
        <text:p><draw:frame><draw:text-box><text:p>Trong khung</text:p></draw:text-box></draw:frame></text:p>\
        </office:text></office:body></office:document-content>";
    let meta = "<office:meta><dc:title>Báo cáo</dc:title><meta:initial-creator>Lê Minh</meta:initial-creator>\
        <meta:creation-date>2021-03-04T05:06:07</meta:creation-date></office:meta>";
    let parts = [("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", "<a/>")];
    check("2022/a.odt", zip(&[parts[0], parts[1], ("content.xml", content), ("meta.xml", meta)]));
}

#[test]
fn a_document_that_is_damaged_keeps_what_could_be_read() {
    let cut = &BODY[..BODY.find("Một góc").unwrap()];
    let seen = lines("a.docx", zip(&[("word/document.xml", cut)]), Settings::default());
    assert_eq!(seen, ["a.docx Du lịch & biển\nKhách tăng 12%.", "a.docx: Truncated, partly read"]);
}

#[test]
fn what_is_no_text_is_told() {
    let sheet = zip(&[("xl/workbook.xml", "<workbook/>")]);
    assert_eq!(lines("a.xlsx", sheet, Settings::default()), ["a.xlsx: NotRead { format: \"spreadsheet\" }"]);
    let locked = zip(&[("content.xml", "x"), ("META-INF/manifest.xml", "<manifest:encryption-data/>")]);
    assert_eq!(lines("a.odt", locked, Settings::default()), ["a.odt: Encrypted"]);
    let empty = zip(&[("word/document.xml", "<w:document/>")]);
    assert_eq!(lines("a.docx", empty, Settings::default()), ["a.docx: Empty"]);
}

#[test]
fn parts_that_unfold_without_end_are_told() {
    let bomb = format!("<a>{}</a>", " ".repeat(8 << 20));
    let told = "Bomb { limit: 200 }";
    // What the document is made of is refused as a whole; without its styles it is still read.
    for (name, part, more) in [("a.docx", "word/document.xml", ""), ("a.odt", "content.xml", "META-INF/manifest.xml")] {
        let parts = [(part, bomb.as_str()), (more, "<a/>")];
        let bytes = zip(&parts[..if more.is_empty() { 1 } else { 2 }]);
        assert!(bytes.len() < 20_000);
        assert_eq!(lines(name, bytes, Settings::default()), [format!("{name}: {told}")]);
    }
    let styled = zip(&[("word/document.xml", BODY), ("word/styles.xml", &bomb)]);
    let seen = lines("a.docx", styled, Settings::default());
    assert!(seen[0].contains("Du lịch & biển"), "{seen:?}");
    assert_eq!(seen[1..], [format!("a.docx: {told}, partly read")]);
    let chapter = format!("<p>{}</p>", "a ".repeat(4 << 20));
    let parts = [
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/a.opf", PACKAGE),
        ("OEBPS/Text/a.xhtml", "<p>Lúa tăng giá.</p>"),
        ("OEBPS/Text/b .xhtml", &chapter),
    ];
    let seen = lines("a.epub", zip(&parts), Settings::default());
    assert_eq!(seen, ["a.epub Lúa tăng giá.".to_owned(), format!("a.epub: {told}, partly read")]);
}

#[test]
fn documents_of_an_archive_are_unpacked_from_one_budget() {
    let inner = zip(&[("word/document.xml", BODY)]);
    let mut outer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..4 {
        outer.start_file(format!("{at}.docx"), SimpleFileOptions::default()).unwrap();
        outer.write_all(&inner).unwrap();
    }
    let bytes = outer.finish().unwrap().into_inner();
    let total = 2 * (inner.len() + BODY.len()) as u64;
    let limits = Limits { total, ..Limits::default() };
    let seen = lines("b.zip", bytes, Settings { limits, ..Settings::default() });
    assert_eq!(seen.len(), 3, "{seen:?}");
    assert_eq!(seen[2], "b.zip: Bomb { limit: 200 }, partly read");
}

#[test]
fn documents_in_archives_are_read() {
    let inner = zip(&[("word/document.xml", BODY)]);
    let mut outer = ZipWriter::new(Cursor::new(Vec::new()));
    outer.start_file("2020/a.docx", SimpleFileOptions::default()).unwrap();
    outer.write_all(&inner).unwrap();
    let seen = lines("b.zip", outer.finish().unwrap().into_inner(), Settings::default());
    assert!(seen[0].starts_with("b.zip/2020/a.docx 2020 Du lịch & biển"), "{seen:?}");
}

const CONTAINER: &str = "<container><rootfiles><rootfile full-path=\"OEBPS/a.opf\"/></rootfiles></container>";
const PACKAGE: &str = "<package xmlns:dc=\"d\" xmlns:opf=\"o\"><metadata><dc:title>Tạp chí &amp; sách</dc:title><dc:creator>Lê Minh</dc:creator>\
    <dc:date opf:event=\"modification\">2023-01-01</dc:date><dc:date>2022-05-06</dc:date></metadata><manifest>\
    <item id=\"n\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\
    <item id=\"b\" href=\"Text/b%20.xhtml\" media-type=\"application/xhtml+xml\"/>\
    <item id=\"a\" href=\"Text/a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>\
    <spine><itemref idref=\"n\"/><itemref idref=\"a\"/><itemref idref=\"b\"/><itemref idref=\"a\"/></spine></package>";

#[test]
fn a_book_is_its_chapters_in_order() {
    let parts = [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/a.opf", PACKAGE),
        ("OEBPS/nav.xhtml", "<html><body><p>Mục lục</p></body></html>"),
        ("OEBPS/Text/a.xhtml", "<html><head><title/></head><body><h1>Một</h1><p>Lúa tăng giá.</p></body></html>"),
        ("OEBPS/Text/b .xhtml", "<html><body><h1>Hai</h1><p>Cá <a id=\"x\"/>giảm &#273;i.</p></body></html>"),
    ];
    let found = events("a.epub", zip(&parts), Settings::default());
    let [Event::Document(document)] = &found[..] else { panic!("{found:?}") };
    let Content::Blocks { text, hints } = &document.content else { panic!("not blocks") };
    assert_eq!(text, "Một\nLúa tăng giá.\nHai\nCá giảm đi.");
    assert!(hints.iter().any(|h| (h.lines.start, h.kind) == (2, HintKind::Heading)), "{hints:?}");
    let said = |said: &Option<super::Said>| said.as_ref().map(|said| said.value.clone()).unwrap_or_default();
    let stated = &document.stated;
    assert_eq!(
        [said(&stated.title), said(&stated.author), said(&stated.published), said(&stated.made)],
        ["Tạp chí & sách", "Lê Minh", "2022-05-06", "2023-01-01"].map(str::to_owned)
    );
    let locked = "<encryption><CipherReference URI=\"OEBPS/Text/a.xhtml\"/></encryption>";
    let some = [&parts[..], &[("META-INF/encryption.xml", locked)]].concat();
    assert_eq!(
        lines("a.epub", zip(&some), Settings::default()),
        ["a.epub Hai\nCá giảm đi.", "a.epub: Encrypted, partly read"]
    );
    assert_eq!(lines("a.epub", zip(&parts[..4]), Settings::default()).len(), 1);
}
