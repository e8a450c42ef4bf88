use crate::extract::testing::facts_of;

#[track_caller]
fn check(text: &str, expected: &str) {
    let places = facts_of(text).places;
    let got: Vec<String> = places
        .iter()
        .map(|p| {
            format!(
                "{}/{}/{}{}",
                p.name,
                p.category,
                p.mentions.len(),
                p.within.iter().map(|w| format!(" < {w}")).collect::<String>()
            )
        })
        .collect();
    assert_eq!(got.join("; "), expected, "{text}");
}

#[test]
fn reads_chains_from_small_to_large() {
    check(
        "Lũ quét ở bản Nà Lụng, xã Mường Mươn, huyện Mường Chà, Điện Biên.",
        "Nà Lụng/village/1 < Mường Mươn < Mường Chà < Điện Biên; Mường Mươn/commune/1 < Mường Chà < Điện Biên; \
         Mường Chà/district/1 < Điện Biên; Điện Biên/province/1",
    );
    check(
        "Cháy lớn tại phường 7, quận 8, TP.HCM.",
        "phường 7/ward/1 < quận 8 < Thành phố Hồ Chí Minh; quận 8/urban_district/1 < Thành phố Hồ Chí Minh; Thành phố Hồ Chí Minh/municipality/1",
    );
}

#[test]
fn city_and_province_of_one_name_are_two() {
    check("Từ thành phố Lạng Sơn đến tỉnh Lạng Sơn.", "Lạng Sơn/provincial_city/1; Lạng Sơn/province/1");
}

#[test]
fn words_that_look_like_countries() {
    check("Ý kiến của anh Đức được xã hội quan tâm, hòa bình là khát vọng.", "");
    check("Mỹ, Anh và Pháp ký với Việt Nam.", "Hoa Kỳ/country/1; Anh/country/1; Pháp/country/1; Việt Nam/country/1");
    check("Hội Mỹ thuật trưng bày tranh.", "");
    check("Ca sĩ P. Diddy hát.", "");
}

#[test]
fn descriptions_and_shares_stand_between() {
    check("Đoàn đến xã vùng cao Tà Phơi.", "Tà Phơi/commune/1");
    check("Đường vào xã biên giới dài 5 km; xã vùng cao còn nghèo.", "");
    check("Khách từ Canada (20%) và Ý tăng.", "Canada/country/1; Italy/country/1");
    check("Ông nêu lý do (20%) và Ý kiến khác.", "");
}

#[test]
fn countries_of_one_syllable() {
    check("Tổng thống Mỹ Donald Trump nói.", "Hoa Kỳ/country/1");
    check("Quân đội Nga tiến lên. Đứng sau là Nga. Bà Nga vắng mặt.", "Nga/country/2");
    check("Chị Nga ở nhà. Đứng sau là Nga.", "");
}

#[test]
fn a_word_that_describes_a_city_is_no_name() {
    check("Xây dựng thành phố Cảng xanh, văn minh.", "");
}

#[test]
fn districts_between_commune_and_province() {
    check(
        "Tai nạn ở thị trấn Mađaguôi, Đạ Huoai, Lâm Đồng.",
        "Mađaguôi/township/1 < Đạ Huoai < Lâm Đồng; Đạ Huoai/district/1 < Lâm Đồng; Lâm Đồng/province/1",
    );
    check(
        "Du lịch ở thị xã Nghĩa Lộ, Văn Chấn, Trạm Tấu khởi sắc.",
        "Nghĩa Lộ/town/1 < Yên Bái; Văn Chấn/district/1 < Yên Bái; Trạm Tấu/district/1 < Yên Bái",
    );
}

#[test]
fn english_places_go_through_the_same_rules() {
    check(
        "The mayor of Ho Chi Minh City said in Hanoi that exports from Da Nang to South Korea, the US and Germany rose. \
         Germany and the Netherlands will invest US$5 million in the Mekong Delta.",
        "Thành phố Hồ Chí Minh/municipality/1; Hà Nội/municipality/1; Đà Nẵng/municipality/1; South Korea/country/1; \
         United States/country/1; Germany/country/2; Netherlands/country/1; đồng bằng sông Cửu Long/region/1",
    );
    check(
        "The ports of Ba Ria - Vung Tau and Quang Ninh, the roads of Thua Thien-Hue and the farms of Ba Ria-Vung Tau grew.",
        "Bà Rịa - Vũng Tàu/province/2; Quảng Ninh/province/1; Thừa Thiên Huế/province/1",
    );
    check(
        "Jordan Miller, an analyst, said the turkey and the china were sold by the US and Hue Logistics in Berlin. Us too.",
        "United States/country/1; Berlin/city/1 < Germany",
    );
    // A country in a heading, money, a given name.
    check("Laos To Sell More Rice\n\nThe trade of the port was 3 billion U.S. dollars in May.", "Laos/country/1");
    check("Minister Tran Van Hue met them in Berlin. Hue said the trade grew.", "Berlin/city/1 < Germany");
    // In Vietnamese text these are no places.
    check("Công ty Turkey của bà Germany bán hàng cho người dân và các cửa hàng ở chợ.", "");
}

#[test]
fn cooperatives_are_no_communes() {
    check("Hợp tác xã Dịch vụ Ea Nuôl bán cà phê.", "");
}

#[test]
fn the_youth_union_and_names_of_people_in_bodies_are_no_places() {
    check(
        "Tỉnh Đoàn Lào Cai họp với Học viện Chính trị quốc gia Hồ Chí Minh ở xã Đoàn Kết.",
        "Lào Cai/province/1; Đoàn Kết/commune/1",
    );
}

#[test]
fn a_type_word_speaks_of_several() {
    check("Mưa ở các xã Nà Lan, Nà Lún và Nà Nưa.", "Nà Lan/commune/1; Nà Lún/commune/1; Nà Nưa/commune/1");
    check("Mưa ở 2 xã Nà Lan, Nà Lún.", "Nà Lan/commune/1; Nà Lún/commune/1");
    check("Mưa ở các xã Nà Lan 2, Nà Lún.", "Nà Lan 2/commune/1; Nà Lún/commune/1");
    // One commune; people, bodies and offices beside communes; a word that begins something else.
    check("Mưa ở xã Nà Lan, Nà Lún khô.", "Nà Lan/commune/1");
    check("Các xã Nà Lan, Hội Nông dân và Bí thư Đảng ủy dự.", "Nà Lan/commune/1");
    check("Các xã Nà Lan, Nà Lún và Nhân dân dự.", "Nà Lan/commune/1; Nà Lún/commune/1");
    check("Các xã Nà Lan 2 lần bị ngập.", "Nà Lan/commune/1");
    check("Các xã Nà Lan, ông Trần Văn Ba và Lào Cai dự.", "Nà Lan/commune/1; Lào Cai/province/1");
}

#[test]
fn brackets_say_where_a_commune_lies() {
    check("Mưa ở xã Nà Lan (Quế Sơn).", "Nà Lan/commune/1 < Quế Sơn < Quảng Nam; Quế Sơn/district/1 < Quảng Nam");
    // No district of that name; a name that goes on.
    check("Mưa ở xã Nà Lan (Nà Khuê) và xã Nà Lún (Quế Sơn chụp).", "Nà Lan/commune/1; Nà Lún/commune/1");
}
