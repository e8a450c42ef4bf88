//! Known places: provinces, well-known districts and cities of Viet Nam, countries, cities and parts of the world.

use rustc_hash::FxHashMap;

use crate::text::{Row, fold_words, search_key};

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
    /// The forms of English texts, folded: those of its own table, and the names of Viet Nam without accents.
    english: Phrases<u32>,
    /// Provinces of units by folded name and level; `None` where several provinces have one.
    provinces: FxHashMap<(String, &'static str), Option<&'static str>>,
}

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
        for row in tables.rows("place_forms") {
            let [form, name] = row[..] else { continue };
            if let Some(known) = places.iter().find(|p| p.form == name) {
                places.push(KnownPlace { form, ..*known });
            }
        }
        let forms = Phrases::new(places.iter().enumerate().map(|(i, p)| (p.form, i as u32)));
        // One word of a district may be anything in English.
        let of_vietnam = tables.rows("provinces").chain(tables.rows("districts").filter(|row| row[0].contains(' ')));
        let bare: Vec<_> = of_vietnam
            .filter_map(|row| Some((search_key(row[0]), places.iter().position(|p| p.form == row[0])? as u32)))
            .collect();
        let first = places.len();
        for row in tables.rows("places_en") {
            if let [form, level, name, within] = row[..] {
                places.push(KnownPlace { form, name: given(name).unwrap_or(form), level, within: given(within) });
            }
        }
        let own = places.iter().enumerate().skip(first).map(|(i, p)| (p.form.to_owned(), i as u32));
        let english = Phrases::new(own.chain(bare));
        let mut provinces: FxHashMap<(String, &str), Option<&str>> = FxHashMap::default();
        for row in tables.rows("units_of_provinces") {
            let [name, level, within] = row[..] else { continue };
            provinces.insert((fold_words(name), level), (!within.contains('|')).then_some(within));
        }
        Self { places, forms, english, provinces }
    }

    /// The province that had a unit of this name and level up to 30 June 2025, if there was only one.
    pub fn province_of(&self, name: &str, level: &'static str) -> Option<&'static str> {
        self.provinces.get(&(fold_words(name), level)).copied().flatten()
    }

    /// As [`Gazetteer::longest`], in an English text.
    pub fn longest_english(&self, row: &(impl Row + ?Sized)) -> Option<(usize, &KnownPlace)> {
        let (english, other) = (self.english.longest(row), self.forms.longest(row));
        let (n, at) = english.filter(|&(n, _)| other.is_none_or(|(m, _)| n >= m)).or(other)?;
        Some((n, self.place(at)?))
    }

    /// The forms of places in a Vietnamese text, each with the number of its [`Gazetteer::place`].
    pub fn forms(&self) -> &Phrases<u32> {
        &self.forms
    }

    /// What is known of the place with a number.
    pub fn place(&self, number: u32) -> Option<&KnownPlace> {
        self.places.get(number as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_province_of_a_unit_that_only_one_has() {
        let places = Gazetteer::new(&Tables::built_in());
        assert_eq!(places.province_of("Hòa Vang", "district"), Some("Đà Nẵng"));
        assert_eq!(places.province_of("Hoà Vang", "district"), Some("Đà Nẵng"));
        assert_eq!(places.province_of("Châu Thành", "district"), None);
        assert_eq!(places.province_of("Sơn Tây", "town"), Some("Hà Nội"));
        assert_eq!(places.province_of("Sơn Tây", "district"), Some("Quảng Ngãi"));
    }

    #[test]
    fn english_names_lead_to_the_same_places() {
        let places = Gazetteer::new(&Tables::built_in());
        for (text, n, name, level) in [
            ("ho chi minh city", 4, "Thành phố Hồ Chí Minh", "municipality"),
            ("hanoi", 1, "Hà Nội", "municipality"),
            ("ha noi", 2, "Hà Nội", "municipality"),
            ("nha trang beach", 2, "Nha Trang", "provincial_city"),
            ("south korea", 2, "South Korea", "country"),
            ("south china sea", 3, "South China Sea", "world_region"),
        ] {
            let words: Vec<&str> = text.split(' ').collect();
            let (found, place) = places.longest_english(words.as_slice()).unwrap();
            assert_eq!((found, place.name, place.level), (n, name, level), "{text}");
        }
        assert_eq!(places.forms().longest(&["ha", "noi"]), None);
        let tables = Tables::built_in();
        for row in tables.rows("places_en").filter(|row| row.len() != 4 || !row[2].is_empty()) {
            assert!(places.places.iter().any(|p| p.form == row[2] && p.name == row[2]), "{row:?}");
        }
    }

    #[test]
    fn every_unit_lies_in_a_province() {
        let tables = Tables::built_in();
        let known: Vec<_> = tables.rows("provinces").map(|row| row[0]).collect();
        for row in tables.rows("units_of_provinces") {
            assert!(row.len() == 3 && row[2].split('|').all(|name| known.contains(&name)), "{row:?}");
        }
    }
}
