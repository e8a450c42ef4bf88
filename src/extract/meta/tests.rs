//! What pages state about their articles.

use crate::base::Day;
use crate::extract::{Given, Meta, Reading};
use crate::ingest::article;
use crate::lexicon::Lexicon;
use crate::segment::Segmenter;

fn read(text: &str, given: &Given) -> Meta {
    let lexicon = Lexicon::default();
    let article = article(&lexicon, text.to_owned());
    let segmenter = Segmenter::built_in();
    super::meta(&Reading::new(&lexicon, &segmenter, &article), given)
}

const BODY: &str = "Nông dân huyện Ba Tri bắt đầu thu hoạch lúa đông xuân, năng suất ước bảy tấn mỗi hecta.";

#[track_caller]
fn check(before: &str, after: &str, expected: [Option<&str>; 4]) {
    let text = format!("{before}{BODY}\nGiá lúa cao hơn năm ngoái nên ai cũng vui.{after}");
    let meta = read(&text, &Given::default());
    let got = [meta.outlet.as_deref(), meta.source.as_deref(), meta.author.as_deref(), meta.published.iso.as_deref()];
    assert_eq!(got, expected, "{text}");
}

#[test]
fn knows_the_outlet_and_the_source() {
    check("(Baohatinh.vn) - ", "", [Some("Baohatinh.vn"), Some("Baohatinh.vn"), None, None]);
    check("(NLĐO)- ", "", [Some("Người Lao Động"), Some("Người Lao Động"), None, None]);
    check("Dân trí - ", "", [Some("Dân trí"), Some("Dân trí"), None, None]);
    check("", "\nNguồn: vietnamnet.vn", [None, Some("vietnamnet.vn"), None, None]);
    check("", "\nNguồn: https://www.vietnamplus.vn/gia-lua.html", [None, Some("vietnamplus.vn"), None, None]);
    check("", "\nTheo TTXVN/Báo Tin tức", [None, Some("TTXVN/Báo Tin tức"), None, None]);
    check("", " (TTXVN/Vietnam+)", [None, Some("TTXVN/Vietnam+"), None, None]);
    check("", "\nẢnh: TTXVN", [None, None, None, None]);
}

#[test]
fn knows_the_author() {
    check("", "\nPV", [None, None, Some("PV"), None]);
    check("", "\nBài và ảnh: Trần Minh", [None, None, Some("Trần Minh"), None]);
    check("", "\nTRẦN MINH - LÊ HOA", [None, None, Some("TRẦN MINH - LÊ HOA"), None]);
    check("", "\nTrần Minh (tổng hợp)", [None, None, Some("Trần Minh"), None]);
    check("", " Trần Minh", [None, None, Some("Trần Minh"), None]);
    check("Trần Minh | 24/02/2023 16:30\n", "", [None, None, Some("Trần Minh"), Some("2023-02-24")]);
    check("Hà Nội, ngày 24/02/2023\n", "", [None, None, None, Some("2023-02-24")]);
}

#[test]
fn knows_the_day_of_publication() {
    let day = |iso| [None, None, None, Some(iso)];
    check("Thứ sáu, 3/5/2019, 07:05 (GMT+7)\n", "", day("2019-05-03"));
    check("Cập nhật: 5/5/2019 | Ngày đăng: 3/5/2019\n", "", day("2019-05-03"));
    check("date 2018-11 ", "", day("2018-11"));
    check("", "\nCập nhật lúc 8h30, 12/03/2020", day("2020-03-12"));
    check("Ngày 12/3/2020, ", "", [None; 4]);
    let given = Given { published: Day::new(2020, 3, 1), ..Given::default() };
    assert_eq!(read(BODY, &given).published.iso.as_deref(), Some("2020-03-01"));
}

#[test]
fn knows_the_language() {
    assert_eq!(read(BODY, &Given::default()).language, "vi");
    assert_eq!(read("Farmers in the district of Ba Tri began to harvest rice.", &Given::default()).language, "en");
    assert_eq!(read("Samsung, Qualcomm", &Given::default()).language, "vi");
}
