//! Named policy instruments and digital systems.

mod digital;
mod document;
mod hit;
mod known;
mod named;
mod opening;
mod other_name;
mod phrase;
mod plan;
mod service;
mod short;
mod work;

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::text::fold;

use super::english::instrument_at;
use super::name::{Gathered, Taken, is_short_form};
use super::{Facts, Mention, MentionType, Reading};
pub(crate) use hit::Hit;
use opening::may_open;
use other_name::other_names;
pub(crate) use phrase::is_stop;
use short::{OwnNames, ShortForms};

/// One instrument or system.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct System {
    /// Its name as the text first gives it.
    pub name: String,
    /// `strategy`, `programme`, `document`, `index`, `database`, `platform` …
    #[serde(deserialize_with = "crate::base::code")]
    pub category: crate::base::Code,
    /// Every place where it is named, in text order.
    pub mentions: Vec<Mention>,
    /// Name of the rule that found it.
    #[serde(deserialize_with = "crate::base::code")]
    pub rule: crate::base::Code,
}

/// Named policy instruments and digital systems.
pub fn systems(r: &Reading, facts: &Facts) -> Vec<System> {
    let bodies = facts.organisations.iter().flat_map(|o| o.mentions.iter().map(|m| m.span));
    let people = facts.people.iter().flat_map(|p| p.names.iter().copied());
    let taken = Taken::new(bodies.chain(people));
    let mut found: Gathered<System> = Gathered::default();
    let mut hits: Vec<Hit> = Vec::new();
    for sentence in &r.sentences {
        each_hit(r, sentence.tokens.clone(), &taken, &mut hits, |i, free, last| {
            let hit = if free {
                hit_at(r, i, &sentence.tokens)
            } else {
                document::in_name_of_body(r, i, sentence.tokens.end)
            };
            hit.or_else(|| last.filter(|_| free).and_then(|last| digital::coordinate(r, i, last)))
        });
    }
    let written = |hit: &Hit| r.span(hit.tokens.clone()).of(r.text).replace('\u{a0}', " ");
    // What is named after a word for a system may be a body that another rule knows.
    hits.retain(|h| {
        h.rule != digital::FOREIGN || h.tokens.len() > 1 || !taken.holds(r.tokens[h.tokens.start].span.start())
    });
    let names = OwnNames::new(r, &hits);
    let key_of = |hit: &Hit| match hit.rule {
        plan::MOVEMENT => key(quoted_part(&written(hit))),
        _ => key(hit.known.unwrap_or(&written(hit))),
    };
    let shorts = ShortForms::new(r, &hits, key_of);
    if !(shorts.is_empty() && names.is_empty()) {
        let named = std::mem::take(&mut hits);
        let mut from = 0;
        for hit in named.into_iter().map(Some).chain([None]) {
            let to = hit.as_ref().map_or(r.tokens.len(), |h| h.tokens.start);
            each_hit(r, from..to, &taken, &mut hits, |i, free, _| {
                names.hit(r, i, free).or_else(|| free.then(|| shorts.hit(r, i)).flatten())
            });
            from = hit.as_ref().map_or(to, |h| h.tokens.end);
            hits.extend(hit);
        }
    }
    let numbers = short_numbers(
        hits.iter().filter(|h| matches!(h.rule, "numbered document" | "english_number")).map(|h| key(&written(h))),
    );
    let others = other_names(r, &hits, key_of);
    for hit in hits {
        let span = r.span(hit.tokens.clone());
        let Some(sentence) = r.sentence_at(span.start()) else { continue };
        let mention = Mention { span, kind: MentionType::Name, zone: sentence.zone };
        let written = written(&hit);
        let key = key_of(&hit);
        let key = others.get(&key).cloned().or_else(|| numbers.get(&key).cloned().flatten()).unwrap_or(key);
        found.add(shorts.long(&written).unwrap_or(&key), mention, || System {
            name: written.clone(),
            category: hit.category,
            mentions: Vec::new(),
            rule: hit.rule,
        });
    }
    let variants = |name: &str, m: Mention| {
        let written = m.span.of(r.text);
        let kind = match () {
            () if written == name => MentionType::Name,
            () if fold(written) == fold(name) => MentionType::Variant,
            () if is_short_form(written) => MentionType::Abbr,
            () => MentionType::Alias,
        };
        Mention { kind, ..m }
    };
    found
        .into_items()
        .map(|(system, mentions)| System {
            mentions: mentions.into_iter().map(|m| variants(&system.name, m)).collect(),
            ..system
        })
        .collect()
}

/// The keys of documents by kind and number alone, where one document of the article has them: `nghị quyết 57` for
/// `nghị quyết 57-nq/tw`.
fn short_numbers(keys: impl Iterator<Item = String>) -> FxHashMap<String, Option<String>> {
    let mut out: FxHashMap<String, Option<String>> = FxHashMap::default();
    for key in keys {
        let Some((short, _)) = key.split_once(['-', '/']) else { continue };
        let other = out.get(short).is_some_and(|known| known.as_deref() != Some(&key));
        out.insert(short.to_owned(), (!other).then_some(key));
    }
    out
}

/// What stands in the quotation marks that close the name: a movement may be named without the word for it.
fn quoted_part(name: &str) -> &str {
    const MARKS: [char; 5] = ['“', '”', '"', '«', '»'];
    name.trim_end_matches(MARKS).rsplit(MARKS).next().unwrap_or(name)
}

/// Adds what `find` finds: it is told whether the token is free of bodies and people, and what was found last.
fn each_hit(
    r: &Reading,
    tokens: Range<usize>,
    taken: &Taken,
    hits: &mut Vec<Hit>,
    find: impl Fn(usize, bool, Option<&Hit>) -> Option<Hit>,
) {
    let mut i = tokens.start;
    while i < tokens.end {
        let free = !taken.holds(r.tokens[i].span.start());
        match find(i, free, hits.last()) {
            Some(hit) => {
                i = hit.tokens.end;
                hits.push(hit);
            }
            None => i += 1,
        }
    }
}

/// The longer of two readings; of two equal ones the second.
fn longer(a: Option<Hit>, b: Option<Hit>) -> Option<Hit> {
    match (a, b) {
        (Some(a), Some(b)) if a.tokens.end > b.tokens.end && b.category != "document" => Some(a),
        (a, b) => b.or(a),
    }
}

/// Under which names come together: without `số` before a number, without a coordinated word said twice (`cấp bộ, cấp tỉnh`).
fn key(name: &str) -> String {
    let name = fold(name).replace(" số ", " ").replace(", cấp ", ", ");
    // `Resolution No. 57`, `Resolution No.57`
    name.replace(" no. ", " ").replace(" no.", " ").replace(" no ", " ")
}

/// A plan or document, or an instrument of the table where that reaches as far.
fn plan_or_known(r: &Reading, i: usize, sentence: &Range<usize>) -> Option<Hit> {
    let known = known::known(r, i, sentence.end);
    let plan = plan::plan(r, i, sentence.start, sentence.end);
    plan.filter(|plan| known.as_ref().is_none_or(|known| known.tokens.end < plan.tokens.end))
        .or_else(|| longer(document::document(r, i, sentence.start, sentence.end), known))
}

/// The instrument named at `i`; `sentence` is where it stands.
fn hit_at(r: &Reading, i: usize, sentence: &Range<usize>) -> Option<Hit> {
    if may_open(r, i) {
        return any(r, i, sentence);
    }
    debug_assert!(any(r, i, sentence).is_none(), "{} is no opener", r.low(i));
    None
}

/// What the first rule that finds an instrument at `i` makes of it.
fn any(r: &Reading, i: usize, sentence: &Range<usize>) -> Option<Hit> {
    let Range { start, end } = *sentence;
    let english = || if r.language == "en" { instrument_at(r, i, sentence) } else { None };
    english()
        .or_else(|| work::work(r, i, end))
        .or_else(|| plan_or_known(r, i, sentence))
        .or_else(|| digital::digital(r, i, start, end))
        .or_else(|| service::service(r, i, start, end))
        .or_else(|| named::named(r, i, start, end))
        .or_else(|| digital::product(r, i, end))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::facts_of;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = facts_of(text).systems;
        let got: Vec<String> =
            found.iter().map(|s| format!("{}/{}/{}", s.name, s.category, s.mentions.len())).collect();
        assert_eq!(got.join("; "), expected, "{text}");
    }

    #[test]
    fn documents() {
        check(
            "Theo Nghị quyết số 57-NQ/TW và Nghị định 13/2023/NĐ-CP, Đề án 06 được đẩy mạnh.",
            "Nghị quyết số 57-NQ/TW/document/1; Nghị định 13/2023/NĐ-CP/document/1; Đề án 06/programme/1",
        );
        check(
            "Luật Đất đai, Luật Nhà ở và Luật Kinh doanh bất động sản có hiệu lực.",
            "Luật Đất đai/document/1; Luật Nhà ở/document/1; Luật Kinh doanh bất động sản/document/1",
        );
        check(
            "Xã bàn Nghị quyết Đại hội Đảng bộ tỉnh Lào Cai lần thứ XV và Nghị quyết Đại hội Đảng bộ huyện lần thứ VI.",
            "Nghị quyết Đại hội Đảng bộ tỉnh Lào Cai lần thứ XV/document/1; Nghị quyết Đại hội Đảng bộ huyện lần thứ VI/document/1",
        );
        check(
            "Hai dự án là Cơ sở dữ liệu quốc gia về dân cư và Dự án sản xuất thẻ; Trung tâm Dữ liệu quốc gia về dân cư lo.",
            "Cơ sở dữ liệu quốc gia về dân cư/database/1; Trung tâm Dữ liệu quốc gia về dân cư/facility/1",
        );
        check(
            "Sửa Nghị định 99/2021 và Thông tư 12/2020.",
            "Nghị định 99/2021/document/1; Thông tư 12/2020/document/1",
        );
        check(
            "Sở lập Đề án Xây dựng Hoa Lư trở thành đô thị sạch giai đoạn 2017 - 2020, tầm nhìn đến năm 2025.",
            "Đề án Xây dựng Hoa Lư trở thành đô thị sạch giai đoạn 2017 - 2020, tầm nhìn đến năm 2025/programme/1",
        );
        check(
            "Chính phủ trình Nghị định quy định một số cơ chế đặc thù về đầu tư, tài chính của tỉnh Lào Cai.",
            "Nghị định quy định một số cơ chế đặc thù về đầu tư, tài chính của tỉnh Lào Cai/document/1",
        );
        check("Chính phủ ban hành 4 Nghị định về cơ sở dữ liệu quốc gia.", "");
        check("Quyết định 2589 có hiệu lực. Theo Quyết định 2023 và quyết định 45 hộ.", "Quyết định 2589/document/1");
        check("Theo báo cáo Doing Business 2020 của WB, báo cáo này đúng.", "Doing Business 2020/document/1");
        check("Sở ban hành quyết định, luật sư đọc nghị quyết, kế hoạch 5 năm.", "");
    }

    #[test]
    fn numbers_of_documents() {
        // With its day or year; what a number counts is none.
        check(
            "Theo Nghị quyết 09 ngày 1/11/2021, nghị định số 13 và Đề án 06 năm 2024, sở quyết định 20 ngày nghỉ.",
            "Nghị quyết 09/document/1; nghị định số 13/document/1; Đề án 06/programme/1",
        );
        // In the name of a body.
        check("Tổ công tác triển khai Đề án 06 của huyện đã họp.", "Đề án 06/programme/1");
        check("Trường Trung học cơ sở số 06 đã họp.", "");
    }

    #[test]
    fn documents_named_again_by_another_name() {
        check(
            "Sở triển khai Đề án phát triển dữ liệu đất đai đến năm 2030 (gọi tắt là Đề án 09). Đề án 09 đã chạy.",
            "Đề án phát triển dữ liệu đất đai đến năm 2030/programme/3",
        );
        check(
            "Huyện có Chương trình mục tiêu quốc gia giảm nghèo bền vững (Chương trình 35); Chương trình 35 đã xong.",
            "Chương trình mục tiêu quốc gia giảm nghèo bền vững/programme/3",
        );
        check(
            "Tỉnh lập chương trình mỗi bản một vườn (MBMV) từ 2020. Nhờ chương trình MBMV, dân có việc.",
            "chương trình mỗi bản một vườn/programme/3",
        );
        check(
            "Xã mở lớp “Bình dân học vụ số”, dự phong trào “Bình dân học vụ số” và Phong trào “Bình dân học vụ số”.",
            "Bình dân học vụ số/programme/3",
        );
        // What stands in brackets beside other words is another thing.
        check(
            "Theo Nghị quyết số 57-NQ/TW (thay Nghị quyết 52), tỉnh họp.",
            "Nghị quyết số 57-NQ/TW/document/1; Nghị quyết 52/document/1",
        );
    }

    #[test]
    fn documents_named_again_by_their_number() {
        check("Theo Nghị quyết số 57-NQ/TW, tỉnh họp. Nghị quyết 57 mở đường.", "Nghị quyết số 57-NQ/TW/document/2");
        // Two of one number stay apart.
        check(
            "Quyết định 12/QĐ-TTg và Quyết định 12/QĐ-UBND đã ký; Quyết định 12 có hiệu lực.",
            "Quyết định 12/QĐ-TTg/document/1; Quyết định 12/QĐ-UBND/document/1; Quyết định 12/document/1",
        );
    }

    #[test]
    fn plans() {
        check(
            "Chính phủ duyệt Chiến lược phát triển nông nghiệp và nông thôn bền vững giai đoạn 2021-2030, tầm nhìn đến năm 2050.",
            "Chiến lược phát triển nông nghiệp và nông thôn bền vững giai đoạn 2021-2030, tầm nhìn đến năm 2050/strategy/1",
        );
        check("Tỉnh triển khai chương trình chuyển đổi số năm 2024 và kế hoạch phát triển kinh tế.", "");
        check(
            "Sở ban hành kế hoạch phát triển chợ đêm hướng tới chợ sạch đến năm 2025, định hướng đến năm 2030.",
            "kế hoạch phát triển chợ đêm hướng tới chợ sạch đến năm 2025, định hướng đến năm 2030/programme/1",
        );
        check(
            "Bộ có Kế hoạch hành động quốc gia về quản lý nước thải và Đề án Phát triển vườn rừng ở Việt Nam.",
            "Kế hoạch hành động quốc gia về quản lý nước thải/programme/1; Đề án Phát triển vườn rừng ở Việt Nam/programme/1",
        );
        check("Theo Quy hoạch điện VIII, giai đoạn 2021-2030 phải thêm nguồn.", "Quy hoạch điện VIII/strategy/1");
        check("Đề án “Một triệu mái ấm” được công bố.", "Đề án “Một triệu mái ấm”/programme/1");
        check(
            "Dự án thành phần 2 “Xây kho dữ liệu nguồn nước” đã xong; giải “Bút vàng vì nông thôn” có giải “nhất”.",
            "Dự án thành phần 2 “Xây kho dữ liệu nguồn nước”/programme/1; giải “Bút vàng vì nông thôn”/award/1",
        );
        check(
            "Xã phát động phong trào thi đua “Mỗi nhà một cây xanh”; phong trào “xanh” lan rộng.",
            "phong trào thi đua “Mỗi nhà một cây xanh”/programme/1",
        );
        check(
            "Tỉnh ban hành Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW và Tờ trình số 15/TTr-SNNMT.",
            "Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW/programme/1; Tờ trình số 15/TTr-SNNMT/document/1",
        );
        check(
            "Xã dự chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021-2025.",
            "chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021-2025/programme/1",
        );
        check("Đề án 1 triệu ha lúa chất lượng cao đang chạy.", "Đề án 1 triệu ha lúa chất lượng cao/programme/1");
    }

    #[test]
    fn digital_systems() {
        check(
            "Kết nối với cơ sở dữ liệu quốc gia về đất đai, bảo mật các cơ sở dữ liệu quốc gia.",
            "cơ sở dữ liệu quốc gia về đất đai/database/1",
        );
        check(
            "Sở nối cơ sở dữ liệu quốc gia về dân cư, cơ sở dữ liệu quốc gia về đất đai.",
            "cơ sở dữ liệu quốc gia về dân cư/database/1; cơ sở dữ liệu quốc gia về đất đai/database/1",
        );
        check("Người dân dùng ứng dụng di động ZuSmart và VNeID.", "ZuSmart/app/1; VNeID/platform/1");
        check(
            "Nông trường dùng các hệ thống quản lý đàn bò sữa như QHIS, VLAB, ZuCare và các nền tảng như AI.",
            "QHIS/information_system/1; VLAB/information_system/1; ZuCare/information_system/1",
        );
        check("Phát triển các nền tảng số quốc gia và ứng dụng công nghệ.", "");
        check(
            "Việt Nam tăng hạng ở chỉ số sẵn sàng chính phủ điện tử toàn cầu.",
            "chỉ số sẵn sàng chính phủ điện tử toàn cầu/index/1",
        );
        check(
            "Năm qua, chỉ số tiếp cận điện năng của Việt Nam đạt 88 điểm; các chỉ số khác của ngành giảm.",
            "chỉ số tiếp cận điện năng/index/1",
        );
        check(
            "Chỉ số tiếp cận vốn toàn diện tăng từ 0,4 lên 0,5; chỉ số giá nhà tăng 3%.",
            "Chỉ số tiếp cận vốn toàn diện/index/1",
        );
        check("Xã có Chỉ số hài lòng Nông dân đứng đầu huyện.", "Chỉ số hài lòng Nông dân/index/1");
    }

    #[test]
    fn own_names_of_systems() {
        check(
            "Nông dân bán na trên sàn Zelvomart, Kuvoso và chợ quê; Zelvomart thu phí thấp.",
            "Zelvomart/platform/2; Kuvoso/platform/1",
        );
        check(
            "Trợ lý ảo ZelvoBot trả lời; KuvoPay và Zelvo Pay mở ví.",
            "ZelvoBot/app/1; KuvoPay/platform/1; Zelvo Pay/platform/1",
        );
        check("Ngân hàng nối với Hệ thống ZUMO để báo cáo, ZUMO chạy tốt.", "ZUMO/information_system/2");
        check("Khách dùng dịch vụ ZuSign ký số.", "ZuSign/digital_service/1");
        check("Tốc độ xếp hạng theo Zelvo Global Index của hãng.", "Zelvo Global Index/index/1");
        check("Kẻ gian dùng công cụ như ZuGen hay VoxClone dựng giọng nói.", "ZuGen/app/1; VoxClone/app/1");
        check("Tỉnh mở ứng dụng Lào Cai Today trong tháng 5.", "Lào Cai Today/app/1");
        check(
            "Na bán trên sàn chona.vn và phần mềm Nhật ký ruộng lúa.",
            "chona.vn/platform/1; Nhật ký ruộng lúa/app/1",
        );
        check(
            "Bộ dùng Hệ thống thông tin tiêm chủng Covid-19 từ đó.",
            "Hệ thống thông tin tiêm chủng Covid-19/information_system/1",
        );
        check("Ứng dụng eZul Mobile có 1 triệu lượt tải.", "eZul Mobile/app/1");
        check("Hãng dạy mô hình ngôn ngữ lớn ZuMind-7B; bệnh Covid-19 đã lui.", "ZuMind-7B/technology/1");
        // Exchanges, schools, kinds of things and companies.
        check("Cổ phiếu lên sàn UPCoM, sàn HOSE; hệ thống THPT, hệ thống ATM, dịch vụ Internet, giải pháp AI.", "");
        check("Ứng dụng của Zelvo chạy trên Linux.", "");
    }

    #[test]
    fn plans_named_by_what_they_do() {
        check(
            "Bộ trình Đề án phát triển hệ thống cáp quang quốc tế trong tháng 5.",
            "Đề án phát triển hệ thống cáp quang quốc tế/programme/1",
        );
        check(
            "Tỉnh ban hành Kế hoạch nâng cao nhận thức và phổ cập kỹ năng số cho nông dân.",
            "Kế hoạch nâng cao nhận thức và phổ cập kỹ năng số cho nông dân/programme/1",
        );
        check(
            "Bộ duyệt Đề án phát triển thanh toán không dùng tiền mặt tại Việt Nam giai đoạn 2021 - 2025 và Kế hoạch mở dữ liệu của cơ quan nhà nước giai đoạn 2024 - 2026.",
            "Đề án phát triển thanh toán không dùng tiền mặt tại Việt Nam giai đoạn 2021 - 2025/programme/1; Kế hoạch mở dữ liệu của cơ quan nhà nước giai đoạn 2024 - 2026/programme/1",
        );
        check(
            "Hãng góp vốn cho Chương trình Sóng Xanh vì trẻ em; hãng chậm vì bão.",
            "Chương trình Sóng Xanh vì trẻ em/programme/1",
        );
        check("Kế hoạch phát triển không được duyệt giai đoạn 2021 - 2025.", "");
        check("Sở trình Đề án trường học thông minh trong tháng 5.", "Đề án trường học thông minh/programme/1");
        check("Tỉnh có đề án phát triển hệ thống cáp quang. Kế hoạch phát triển cây ăn quả đã xong.", "");
        check("Phòng Kế hoạch tổng hợp họp; Kế hoạch của tỉnh và Đề án này chậm.", "");
    }

    #[test]
    fn observances_awards_works() {
        check("Ngày Sách Việt Nam; Ngày 10/10; Năm 2024 là năm dữ liệu.", "Ngày Sách Việt Nam/observance/1");
        check("Ông nhận Huân chương Lao động hạng Ba.", "Huân chương Lao động hạng Ba/award/1");
        check(
            "Khởi công cao tốc Bắc - Nam và sân bay Long Thành.",
            "cao tốc Bắc - Nam/infrastructure/1; sân bay Long Thành/facility/1",
        );
        check(
            "Đóng điện đường dây 500 kV mạch 3 Vũng Áng - Dốc Sỏi và tuyến metro Bến Thành - Suối Tiên.",
            "đường dây 500 kV mạch 3 Vũng Áng - Dốc Sỏi/infrastructure/1; metro Bến Thành - Suối Tiên/infrastructure/1",
        );
        check("Đường sắt chở khách Hà Nội, đường dây điện bị đứt.", "");
    }
}
