//! Pages as they are pasted. Each line says what it is: `T` title, `L` lead, `H` heading, `P` paragraph, `C` caption,
//! `X` placeholder, `M` page metadata, `G` glued header, `O` outlet tag, `B` byline, `S` source line, `N` navigation.
//! `~` parts a line that is cut.

use std::fmt::Write;
use std::sync::LazyLock;

use super::*;
use crate::ingest::SegmentRole;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

#[track_caller]
fn check(expected: &str) {
    let plain =
        |line: &str| line.split('~').map(|part| part.split_once('|').map_or(part, |(_, t)| t)).collect::<String>();
    let text: Vec<String> = expected.lines().map(plain).collect();
    let article = article(&LEXICON, text.join("\n"));
    let mut parts: Vec<(usize, char)> = Vec::new();
    parts.extend(article.segments.iter().map(|s| {
        let tag = match s.role {
            SegmentRole::Title => 'T',
            SegmentRole::Lead => 'L',
            SegmentRole::Heading => 'H',
            SegmentRole::Paragraph => 'P',
        };
        (s.span.start(), tag)
    }));
    parts.extend(article.set_aside.iter().filter(|s| !s.sub).map(|s| {
        let tag = match s.kind {
            SetAsideKind::Caption => 'C',
            SetAsideKind::PhotoCredit => 'c',
            SetAsideKind::Placeholder => 'X',
            SetAsideKind::PageMetadata => 'M',
            SetAsideKind::GluedHeader => 'G',
            SetAsideKind::OutletTag => 'O',
            SetAsideKind::Byline => 'B',
            SetAsideKind::SourceLine => 'S',
            SetAsideKind::Nav => 'N',
            SetAsideKind::Reader => 'R',
        };
        (s.span.start(), tag)
    }));
    parts.sort_unstable();
    let mut got = String::new();
    for (k, &(start, tag)) in parts.iter().enumerate() {
        let end = parts.get(k + 1).map_or(article.text.len(), |p| p.0);
        let cut = k > 0 && !article.text[parts[k - 1].0..start].contains('\n');
        let _ = write!(got, "{}{tag}|{}", if cut { "~" } else { "" }, &article.text[start..end]);
    }
    assert_eq!(got, expected);
}

#[test]
fn a_page_of_a_national_site() {
    check(
        "\
N|Thời sự
M|Thứ sáu, 3/5/2019, 07:05 (GMT+7)
T|Bến Tre chi 120 tỷ đồng làm đường ven sông
L|Tỉnh Bến Tre bắt đầu xây 12 km đường ven sông Hàm Luông, dự kiến xong trong năm 2021.
P|Dự án được HĐND tỉnh thông qua hồi tháng 3, lấy vốn từ ngân sách địa phương và vốn vay.
C|Đoạn bờ sông sạt lở ở xã Sơn Phú. Ảnh: Hoàng Nam
P|Theo Sở Giao thông Vận tải, đường rộng 9 m, hai làn xe, có cống ngăn triều cường ở ba điểm xung yếu.
H|Dân mong đường xong sớm
P|Ông Trần Văn Bảy, 61 tuổi, nói gia đình ông đã hai lần dời nhà vì sạt lở.
B|Hoàng Nam",
    );
}

#[test]
fn a_page_with_a_tag_and_links() {
    check(
        "\
T|Học sinh vùng cao có thêm 40 phòng học

O|(NLĐO) - ~L|Bốn mươi phòng học mới ở huyện Mù Cang Chải vừa được bàn giao trước năm học 2020-2021.

P|Các phòng học thay cho nhà tạm dựng sau trận lũ quét năm 2017, do một ngân hàng tài trợ 28 tỷ đồng.

C|Học sinh Trường Tiểu học La Pán Tẩn trong lớp học mới - Ảnh: MINH TRÍ

P|Sở Giáo dục và Đào tạo cho biết còn 115 phòng học tạm cần thay.

N|Tin liên quan
N|Mùa khai giảng đặc biệt ở Sơn La
N|Cô giáo 20 năm cắm bản

P|“Mưa xuống là chúng tôi phải cho các em nghỉ”, cô giáo Giàng Thị Mỷ kể.

B|MINH TRÍ
N|Từ khóa: vùng cao, phòng học
N|Chia sẻ
N|Bình luận (3)",
    );
}

#[test]
fn a_page_of_a_ministry() {
    check(
        "\
N|Trang chủ » Tin tức » Tin hoạt động
T|Tập huấn phòng cháy rừng cho 300 kiểm lâm viên
M|Ngày đăng: 16/03/2021 08:30 | Lượt xem: 1204 | Cỡ chữ: A- A A+
L|Ngày 15/3, tại Đắk Lắk, Cục Kiểm lâm mở lớp tập huấn phòng cháy rừng cho 300 kiểm lâm viên của năm tỉnh Tây Nguyên.
X|anh-lop-hoc-01.jpg
C|Học viên thực hành đào đường băng cản lửa
P|Lớp học kéo dài ba ngày, gồm lý thuyết và thực hành trên hiện trường.
P|Quang cảnh khu rừng sau vụ cháy năm 2016 được dùng làm bài học về công tác trực canh, vì khi ấy không ai báo tin kịp.
S|Nguồn: Cục Kiểm lâm",
    );
}

#[test]
fn an_agency_story() {
    check(
        "\
T|Xuất khẩu gạo bảy tháng vượt 3 triệu tấn
O|Hà Nội (TTXVN 3/8) - ~L|Bảy tháng đầu năm 2022, cả nước xuất khẩu hơn 4 triệu tấn gạo, tăng gần 20% so với cùng kỳ.
P|Philippines vẫn là khách hàng lớn nhất, chiếm gần một nửa lượng gạo bán ra.
P|Các doanh nghiệp đề nghị được vay vốn để mua lúa tạm trữ cho nông dân./. ~S|(TTXVN/Vietnam+)",
    );
}

#[test]
fn an_english_page() {
    check(
        "\
N|Home | Society | Education
T|Rice farmers in the delta turn to shrimp
M|By Tran Minh | Updated: March 12, 2023 2:14 PM
L|Farmers in Ca Mau are giving up a rice crop a year to raise shrimp as salt water moves inland.
P|The province has 40,000 hectares of rice and shrimp fields, up from 25,000 a decade ago.
C|A farmer checks his pond in Thoi Binh district. Photo by Tran Minh
P|“We have fresh water for four months only,” said Le Van Tam, 52.
N|Read more: Salt comes early to the delta
N|Share",
    );
}

#[test]
fn a_page_that_lost_its_line_breaks() {
    check(
        "\
T|Miền Tây vào mùa nước nổi
L|Nước về muộn nhưng cá linh vẫn đầy chợ.
P|Nước lũ về An Giang từ đầu tháng 9, muộn nửa tháng so với năm ngoái. ~C|Ghe lưới trên đồng ngập ở An Phú. Ảnh: Hoàng Nam ~P|Ông Tám ở xã Phú Hội nói cá ít hơn trước.
H|Dân bỏ nghề ~P|Theo Chi cục Thủy sản, cả tỉnh còn 1.200 hộ sống nhờ con cá mùa nước nổi, bằng nửa năm 2010. ~B|Hoàng Nam",
    );
}

#[test]
fn links_copied_with_line_breaks() {
    check(
        "\
T|Quán cơm hai nghìn đồng
L|Quán mở cửa từ năm 2012 và đã bán hơn một triệu suất cơm cho người nghèo.
P|Trả lời báo
P|Tuổi Trẻ
P|, chủ quán nói ông học cách làm của một quán ở
P|Bình Thạnh
P|, nơi bữa cơm cũng chỉ có giá hai nghìn đồng.
P|Mỗi tuần quán mở ba buổi, mỗi buổi có mười người đến giúp.",
    );
}

#[test]
fn nothing_to_remove() {
    check(
        "\
L|Sáng 5/6, Hội Nông dân tỉnh An Giang tổng kết phong trào thi đua và trao bằng khen cho 45 hộ sản xuất giỏi.
P|Ông Lê Văn Út kể về vườn xoài của mình.
P|“Tôi chỉ có hai bàn tay”, ông nói.
H|Mở lối ra cho trái xoài
P|Xoài ba màu của An Giang đã sang Hàn Quốc, Úc.
P|Hội đề ra ba việc:
P|- Vận động nông dân vào hợp tác xã
P|- Mở lớp dạy nghề
P|- Tìm đầu ra cho nông sản
P|Nhà thơ Nguyễn Bính từng viết:
P|Sao cô không hái hoa mà bán
P|Sao cô không để lá mà che
P|Ai đem hoa trắng về bên ấy
P|Câu thơ được đọc lại ở cuối buổi.",
    );
}

/// Every visible character lies in one segment or in one stretch that was set aside.
fn check_cover(text: &str) {
    let article = article(&LEXICON, text.to_owned());
    let mut spans: Vec<Span> = article.segments.iter().map(|s| s.span).collect();
    spans.extend(article.set_aside.iter().filter(|s| !s.sub).map(|s| s.span));
    spans.sort_unstable();
    assert!(spans.windows(2).all(|pair| pair[0].end() <= pair[1].start()), "{text:?}");
    let mut at = 0;
    for span in spans.iter().chain([&Span::new(text.len(), text.len())]) {
        let gap = Span::new(at, span.start());
        assert!(block::visible(text, gap).is_empty(), "{:?} of {text:?}", gap.of(text));
        at = span.end();
    }
    let inside = |sub: &SetAside| article.set_aside.iter().any(|s| !s.sub && s.span.covers(sub.span));
    assert!(article.set_aside.iter().filter(|s| s.sub).all(inside), "{text:?}");
}

/// Pieces of pages, put together at random.
const PIECES: [&str; 40] = [
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "\u{a0}",
    "\u{feff}",
    ". ",
    "Ảnh: Minh Anh",
    "(Ảnh minh họa)",
    "Ảnh",
    "Nguồn: ",
    "Theo TTXVN",
    "TTO - ",
    "(NLĐO)",
    "(",
    ")",
    "10/10/2024",
    "14:14",
    "Thứ năm, ",
    "(GMT+7)",
    "Ngày đăng: ",
    "date 2023-10",
    "Bình luận (3)",
    "Tin liên quan",
    "Từ khóa: gạo",
    "PV",
    "Minh Anh",
    "NGUYỄN VĂN A",
    "Anh-tin-bai",
    "Đại biểu dự hội nghị.",
    "“Quê hương”",
    "- Một việc",
    "Giá gạo tăng mạnh trong tháng",
    " Thực hiện kế hoạch của tỉnh, các huyện ra quân dọn kênh mương trước mùa mưa lũ năm nay",
    "Theo Sở Y tế tỉnh, cả năm có 12 ca bệnh.",
    "Vì sao?",
    "…",
    "\u{301}",
    "🇻🇳",
    "a.b@c.vn",
];

proptest::proptest! {
    #[test]
    fn any_text_is_covered(text in "\\PC{0,200}") {
        check_cover(&text);
    }

    #[test]
    fn any_page_is_covered(picks in proptest::collection::vec(0..PIECES.len(), 0..60)) {
        check_cover(&picks.iter().map(|&i| PIECES[i]).collect::<String>());
    }
}

#[test]
fn the_title_stands_below_mottoes_and_kickers() {
    check(
        "M|Thứ Hai, 12/01/2026 13:33\n\
         N|• TVXA\n\
         N|Gần Dân - Sát Việc - Nói Thật - Làm Nhanh\n\
         N|Sự kiện\n\
         N|Xã hội\n\
         T|Bến Tre mở thêm ba bến phà qua sông\n\
         L|Hôm qua, tỉnh Bến Tre mở thêm ba bến phà qua sông Hàm Luông.\n\
         P|Mỗi bến có hai phà chạy từ sáng sớm đến tối mịt.",
    );
    check(
        "N|Mùa nước nổi về sớm\n\
         N|Tỉnh Bến Tre:\n\
         T|Mở thêm ba bến phà qua sông lớn\n\
         L|Hôm qua, tỉnh Bến Tre mở thêm ba bến phà qua sông Hàm Luông.\n\
         P|Mỗi bến có hai phà chạy từ sáng sớm đến tối mịt.",
    );
    // A heading below the title is none.
    check(
        "T|Bến Tre mở thêm ba bến phà qua sông\n\
         N|Chia sẻ Facebook Zalo\n\
         H|Hai phà chạy từ sáng đến tối mịt\n\
         L|Hôm qua, tỉnh Bến Tre mở thêm ba bến phà qua sông Hàm Luông.\n\
         P|Mỗi bến có hai phà chạy từ sáng sớm đến tối mịt.",
    );
}

#[test]
fn what_is_said_twice_stands_in_for_a_picture() {
    check(
        "T|Bến Tre mở thêm ba bến phà qua sông\n\
         L|Hôm qua, tỉnh Bến Tre mở thêm ba bến phà qua sông Hàm Luông.\n\
         X|Phà mới chạy thử trên sông Hàm Luông\n\
         C|Phà mới chạy thử trên sông Hàm Luông\n\
         P|Mỗi bến có hai phà chạy từ sáng sớm đến tối mịt.\n\
         X|Bến Tre mở thêm ba bến phà qua sông\n\
         C|Bến phà Hàm Luông hôm khánh thành\n\
         P|Giá vé không đổi so với năm trước.",
    );
}
