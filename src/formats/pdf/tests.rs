//! Small files written by hand: columns, heads and feet of pages, fonts with a table of their characters.

use super::super::testing::{events, lines};
use super::super::{Content, Event, HintKind, Settings};

const MAP: &str = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n\
    1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfchar <41> <1EC7> endbfchar\n\
    endcmap CMapName currentdict /CMap defineresource pop end end";

/// A file of pages with these contents.
fn file(pages: &[&str]) -> Vec<u8> {
    let stream = |content: &str| format!("<</Length {}>>stream\n{content}\nendstream", content.len());
    let kids: Vec<String> = (0..pages.len()).map(|i| format!("{} 0 R", 6 + 2 * i)).collect();
    let font = "/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding";
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.join(" "), pages.len()),
        format!("<<{font}>>"),
        format!("<<{font}/ToUnicode 5 0 R>>"),
        stream(MAP),
    ];
    for (i, page) in pages.iter().enumerate() {
        let resources = "/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>";
        let content = 7 + 2 * i;
        objects.push(format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]{resources}/Contents {content} 0 R>>"));
        objects.push(stream(page));
    }
    let mut out = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (i, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", out.len());
        out += &format!("{} 0 obj\n{object}\nendobj\n", i + 1);
    }
    let at = out.len();
    out += &table;
    out += &format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n", objects.len() + 1);
    out.into_bytes()
}

fn read(file: Vec<u8>) -> Vec<String> {
    lines("a.pdf", file, Settings::default())
}

#[test]
fn lines_become_paragraphs_under_a_headline() {
    let page = "BT /F1 20 Tf 50 750 Td (A large headline) Tj ET\n\
        BT /F1 10 Tf 50 700 Td 12 TL (The first line of the text runs to its right edge and goes on with develop-) Tj\n\
        T* (ment in the second line.) Tj T* (This is another paragraph, as the line before it had room.) Tj ET";
    let found = events("a.pdf", file(&[page]), Settings::default());
    let [Event::Document(document)] = &found[..] else { panic!("{found:?}") };
    let Content::Blocks { text, hints } = &document.content else { panic!("not blocks") };
    assert_eq!(
        text.lines().collect::<Vec<_>>(),
        [
            "A large headline",
            "The first line of the text runs to its right edge and goes on with development in the second line.",
            "This is another paragraph, as the line before it had room.",
        ]
    );
    assert_eq!(hints.iter().map(|h| (h.lines.start, h.kind)).collect::<Vec<_>>(), [(0, HintKind::Title)]);
}

#[test]
fn heads_and_numbers_of_pages_are_set_aside() {
    let page = |n: u32, text: &str| {
        format!(
            "BT /F1 10 Tf 50 780 Td (Weekly report 2023) Tj ET BT /F1 10 Tf 50 400 Td ({text}) Tj ET\n\
             BT /F1 10 Tf 300 20 Td ({n}) Tj ET"
        )
    };
    let pages = [
        page(1, "The first page holds one long sentence that"),
        page(2, "goes on at the top of the next page, and ends."),
        page(3, "The last page says no more."),
    ];
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    assert_eq!(
        read(file(&pages)),
        ["a.pdf The first page holds one long sentence that goes on at the top of the next page, and ends.\n\
            The last page says no more.\nWeekly report 2023\n1 2 3"]
    );
}

#[test]
fn characters_are_what_the_font_says() {
    assert_eq!(read(file(&["BT /F2 10 Tf 50 700 Td (ViAt Nam) Tj ET"])), ["a.pdf Việt Nam"]);
    let parts = "BT /F1 10 Tf 50 700 Td [(Du) -400 (l) 20 (ich)] TJ ET";
    assert_eq!(read(file(&[parts])), ["a.pdf Du lich"]);
    let replaced = "BT /F1 10 Tf 50 700 Td /Span <</ActualText <FEFF1EC71EC7>>> BDC (xy) Tj EMC (z) Tj ET";
    assert_eq!(read(file(&[replaced])), ["a.pdf ệệz"]);
}

#[test]
fn what_cannot_be_read_is_told() {
    assert_eq!(read(file(&["0 0 100 100 re f"])), ["a.pdf: NoTextLayer"]);
    assert_eq!(read(file(&[])), ["a.pdf: Empty"]);
    let mut cut = file(&["BT /F1 10 Tf 50 700 Td (Text) Tj ET"]);
    cut.truncate(cut.len() - 7);
    assert_eq!(read(cut), ["a.pdf Text", "a.pdf: Truncated, partly read"]);
    let [told] = &read(b"%PDF-1.7\nnothing".to_vec())[..] else { panic!("one thing is told") };
    assert!(told.starts_with("a.pdf: "), "{told}");
}
