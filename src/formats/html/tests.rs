//! Pages as sites write them. Each line of what is expected says what it is: `T` title, `L` lead, `H` heading, `P`
//! text, `C` caption, `M` metadata, `B` byline, `S` source, `I` item, `R` row, `N` set aside.

use super::*;

#[track_caller]
pub(super) fn only(html: &str) -> Article {
    match read(html, Scope::Page) {
        Page::Articles(mut articles) if articles.len() == 1 => articles.remove(0),
        other => panic!("{other:?}"),
    }
}

/// The lines of an article with a letter for what they are.
pub(super) fn shown(article: &Article) -> Vec<String> {
    let kind = |at: usize| {
        let hint = article.hints.iter().find(|hint| hint.lines.contains(&(at as u32)));
        hint.map_or('P', |hint| match hint.kind {
            HintKind::Title => 'T',
            HintKind::Lead => 'L',
            HintKind::Heading => 'H',
            HintKind::Caption => 'C',
            HintKind::Metadata => 'M',
            HintKind::Byline => 'B',
            HintKind::SourceLine => 'S',
            HintKind::ListItem => 'I',
            HintKind::TableRow => 'R',
            _ => 'N',
        })
    };
    article.text.lines().enumerate().map(|(at, line)| format!("{}|{line}", kind(at))).collect()
}

#[track_caller]
fn check(html: &str, expected: &[&str]) {
    assert_eq!(shown(&only(html)), expected);
}

const LONG: &str =
    "Nông dân huyện Ba Tri bắt đầu thu hoạch lúa đông xuân, năng suất ước bảy tấn mỗi hecta, cao hơn năm trước.";
const MORE: &str = "Theo hợp tác xã, giá lúa tươi tại ruộng đang ở mức tám nghìn đồng một cân, nhiều hộ có lãi khá.";

#[test]
fn the_article_is_found_and_the_rest_is_kept() {
    let page = format!(
        "<html lang=vi><head><title>Ba Tri được mùa lúa - Báo Bến Tre</title><meta property=og:site_name content='Báo Bến Tre'></head><body>
        <nav><ul><li><a href=/>Trang chủ</a></li><li><a href=/ts>Thời sự</a></li></ul></nav>
        <div class=main><h1>Ba Tri được mùa lúa</h1><span class=date>Thứ ba, 10/10/2023, 08:00 (GMT+7)</span>
        <p class=sapo>Vụ lúa đông xuân ở Ba Tri cho năng suất cao nhất trong năm năm qua.</p>
        <div class=content><p>{LONG}</p><figure><img src=a.jpg><figcaption>Gặt lúa. Ảnh: Minh Anh</figcaption></figure><p>{MORE}</p>
        <p align=right><b>Minh Anh</b></p></div>
        <div class=tin-lien-quan><h3>Tin liên quan</h3><ul><li><a href=/1>Giá lúa giảm ở nhiều nơi</a></li></ul></div></div>
        <footer>Bản quyền thuộc về Báo Bến Tre</footer><script>var x = '<p>không</p>';</script></body></html>"
    );
    let expected = [
        "N|- Trang chủ · Thời sự",
        "T|Ba Tri được mùa lúa",
        "M|Thứ ba, 10/10/2023, 08:00 (GMT+7)",
        "L|Vụ lúa đông xuân ở Ba Tri cho năng suất cao nhất trong năm năm qua.",
        &format!("P|{LONG}"),
        "C|Gặt lúa. Ảnh: Minh Anh",
        &format!("P|{MORE}"),
        "B|Minh Anh",
        "N|Tin liên quan · Giá lúa giảm ở nhiều nơi",
        "N|Bản quyền thuộc về Báo Bến Tre",
    ];
    check(&page, &expected);
    let stated = only(&page).stated;
    let value = |said: Option<Said>| said.map(|s| s.value).unwrap_or_default();
    assert_eq!(value(stated.title), "Ba Tri được mùa lúa");
    assert_eq!(value(stated.outlet), "Báo Bến Tre");
    assert_eq!(value(stated.published), "2023-10-10T08:00");
    assert_eq!(value(stated.author), "Minh Anh");
}
