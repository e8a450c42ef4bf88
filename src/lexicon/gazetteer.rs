//! Known places: provinces, well-known districts and cities of Viet Nam, countries, cities and parts of the world.

use super::{Phrases, Tables};

/// What is known of one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownPlace {
    /// As it is written.
    pub form: &'static str,
    /// The name it goes by: `Hoa Kỳ` for `Mỹ`.
    pub name: &'static str,
    /// Administrative level: `province`, `municipality`, `country`, `world_region` …
    pub level: &'static str,
    /// The province or country it lies in, where that is known.
    pub within: Option<&'static str>,
}

/// All known places, by their written form.
#[derive(Debug)]
pub struct Gazetteer {
    /// The places, by index.
    pub places: Vec<KnownPlace>,
    /// Their written forms, folded.
    pub forms: Phrases<u32>,
}

/// Forms that the tables do not list: short and unaccented spellings.
const OTHER_FORMS: [(&str, &str); 22] = [
    ("Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
    ("TP HCM", "Thành phố Hồ Chí Minh"),
    ("TP.HCM", "Thành phố Hồ Chí Minh"),
    ("TPHCM", "Thành phố Hồ Chí Minh"),
    ("Tp.HCM", "Thành phố Hồ Chí Minh"),
    ("HCM", "Thành phố Hồ Chí Minh"),
    ("Sài Gòn", "Thành phố Hồ Chí Minh"),
    ("Thừa Thiên - Huế", "Thừa Thiên Huế"),
    ("Thừa Thiên-Huế", "Thừa Thiên Huế"),
    ("Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"),
    ("Bà Rịa Vũng Tàu", "Bà Rịa - Vũng Tàu"),
    ("Đăk Lăk", "Đắk Lắk"),
    ("Đắc Lắc", "Đắk Lắk"),
    ("Đắk Lăk", "Đắk Lắk"),
    ("Daklak", "Đắk Lắk"),
    ("Đăk Nông", "Đắk Nông"),
    ("Đắc Nông", "Đắk Nông"),
    ("Bắc Cạn", "Bắc Kạn"),
    ("Nhật", "Nhật Bản"),
    ("Hàn", "Hàn Quốc"),
    ("Thái", "Thái Lan"),
    ("Việt", "Việt Nam"),
];

impl Gazetteer {
    pub(super) fn new(tables: &Tables) -> Self {
        let mut places = Vec::new();
        let given = |s: &'static str| (!s.is_empty()).then_some(s);
        for row in tables.rows("provinces") {
            if let [name, level, ..] = row[..] {
                places.push(KnownPlace { form: name, name, level, within: None });
            }
        }
        for row in tables.rows("countries") {
            if let [form, level, name, within] = row[..] {
                places.push(KnownPlace { form, name: given(name).unwrap_or(form), level, within: given(within) });
            }
        }
        for row in tables.rows("districts") {
            if let [name, level, within] = row[..] {
                places.push(KnownPlace { form: name, name, level, within: given(within) });
            }
        }
        for (form, name) in OTHER_FORMS {
            if let Some(known) = places.iter().find(|p| p.form == name) {
                places.push(KnownPlace { form, ..*known });
            }
        }
        let forms = Phrases::new(places.iter().enumerate().map(|(i, p)| (p.form, i as u32)));
        Self { places, forms }
    }

    /// The place whose form stands at the head of `low`: how many tokens it takes, and what is known of it.
    pub fn longest<'a>(&self, low: impl FnMut(usize) -> Option<&'a str>) -> Option<(usize, &KnownPlace)> {
        let (n, at) = self.forms.longest(low)?;
        Some((n, self.places.get(at as usize)?))
    }
}
