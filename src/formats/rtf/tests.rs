//! Rich text as programs write it, and as it should not be.

use super::super::testing::{events, lines};
use super::super::{Content, Event, HintKind, Settings};

const HEAD: &str = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fcharset163 Arial{\\*\\falt A};}{\\f2\\fnil .VnTime;}}\
    {\\colortbl;\\red0;}{\\stylesheet{\\ql Normal;}{\\s1\\sbasedon0 heading 1;}{\\s2 Ch\\u250? th\\u237?ch;}{\\s3\\sbasedon2 Ri\\u234?ng;}{\\*\\cs9 Strong;}}\
    {\\info{\\title B\\u225?o c\\u225?o}{\\author L\\u234? Minh}{\\operator X}{\\creatim\\yr2021\\mo3\\dy4\\hr5}}";

#[track_caller]
fn check(body: &str, text: &str) {
    let file = format!("{HEAD}{body}}}").into_bytes();
    assert_eq!(lines("a.rtf", file, Settings::default()), [format!("a.rtf {text}")], "{body}");
}

#[test]
fn characters_are_read() {
    check("\\pard Du l\\u7883?ch bi\\u7875?n\\par", "Du lịch biển");
    check("\\uc2 l\\u7883\\'3f\\'3fch {\\uc0 \\u7875}x\\par", "lịch ểx");
    check("\\u-10179?\\u-8704? A\\par", "😀 A");
    check("Caf\\'e9 \\f1 Vi\\'ea\\'f2t\\f2  lo\\'b9i\\par", "Café Viê\u{323}t loại");
    check("\\ldblquote A\\rdblquote\\emdash B\\~C\\_D\\-E\\par", "“A”—B C-DE");
    check("\\{a\\}\\\\b\r\nc\\par", "{a}\\bc");
    check("\\u55357?cut\\par", "cut");
}

#[test]
fn what_is_no_text_is_left_out() {
    check("A{\\v giấu}{\\deleted xoá}{\\pict\\wmetafile8 0102}{\\*\\unknown x}B\\par", "AB");
    check("{\\header đầu trang\\par}{\\footerf chân\\par}A{\\pict\\bin3 }}}\\par}\\par", "A");
    check("{\\field{\\*\\fldinst HYPERLINK \"a\"}{\\fldrslt trang}} web\\par", "trang web");
    check("{\\object{\\*\\objdata 0102}{\\result hình}} A\\par", "hình A");
    check("{\\upr{A?}{\\*\\ud{A\\u7841?}}}\\par", "Aạ");
    check("A{\\*\\bkmkstart x}{\\nonshppict{\\pict 00}}{\\*\\shppict{\\pict 01}}B\\par", "AB");
}

#[test]
fn paragraphs_tables_notes_and_boxes_stand_apart() {
    check("A\\par B\\line C\\page D", "A\nB\nC\nD");
    check("\\trowd\\pard\\intbl N\\u259?m\\par h\\cell 2023\\cell\\row\\pard A\\par", "Năm h\t2023\nA");
    check(
        "A{\\super\\chftn{\\footnote\\pard\\chftn  Theo b\\u225?o\\par}} ti\\u7871?p\\par B\\par",
        "A tiếp\nB\nTheo báo",
    );
    check(
        "A {\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn a}{\\sv 0}}{\\shptxt\\pard Khung\\par}}{\\shprslt Khung}}\\'62\\par",
        "Khung\nA b",
    );
}

#[test]
fn styles_lists_and_properties_are_kept() {
    let body = "\\pard\\s1 Kinh t\\u7871?\\par\\pard Khách tăng\\par\\pard\\s3 \\u7842?nh A\\par\
        {\\listtext\\'b7\\tab}\\pard\\ls1 M\\u7909?c\\par\\pard\\outlinelevel0 Hai\\par\\trowd\\pard\\intbl A\\cell\\row}";
    let found = events("2022/a.rtf", format!("{HEAD}{body}").into_bytes(), Settings::default());
    let [Event::Document(document)] = &found[..] else { panic!("{found:?}") };
    let Content::Blocks { text, hints } = &document.content else { panic!("not blocks") };
    assert_eq!(text.lines().count(), 6, "{text}");
    assert_eq!(
        hints.iter().map(|h| (h.lines.start, h.kind)).collect::<Vec<_>>(),
        [
            (0, HintKind::Title),
            (2, HintKind::Caption),
            (3, HintKind::ListItem),
            (4, HintKind::Heading),
            (5, HintKind::TableRow)
        ]
    );
    let said = |said: &Option<super::super::Said>| said.as_ref().map(|said| said.value.clone()).unwrap_or_default();
    let stated = &document.stated;
    assert_eq!(
        [said(&stated.title), said(&stated.author), said(&stated.made)],
        ["Báo cáo", "Lê Minh", "2021-03-04"].map(str::to_owned)
    );
    assert_eq!(stated.folder_year, Some(2022));
}

#[test]
fn damage_is_told_and_the_rest_kept() {
    let cases = [
        (format!("{HEAD}A\\par B"), "a.rtf A\nB|a.rtf: Truncated, partly read".to_owned()),
        (format!("{HEAD}}}"), "a.rtf: Empty".to_owned()),
        (format!("{HEAD}A\\par}}}}{{B"), "a.rtf A".to_owned()),
        (
            format!("{HEAD}A\\par {}", "{".repeat(9999)),
            "a.rtf A|a.rtf: Damaged { detail: \"groups nested too deep\" }, partly read".to_owned(),
        ),
    ];
    for (file, told) in cases {
        assert_eq!(lines("a.rtf", file.clone().into_bytes(), Settings::default()).join("|"), told, "{file:.300}");
    }
}
