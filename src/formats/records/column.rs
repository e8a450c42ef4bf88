//! What the columns of a table hold: told from their names, and from what stands in them where names say nothing.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::formats::dates::{self, Order};
use crate::ingest::{Confidence, TableField};
use crate::text::search_key;

/// A column of a table, or a field of records, and what it is taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Its name in the file; its number where the file has no names.
    pub name: String,
    /// What it holds; `None`: nothing of the article.
    pub field: Option<TableField>,
    /// How sure that is.
    pub confidence: Confidence,
    /// Why.
    pub evidence: Evidence,
    /// The first values in it, shortened.
    pub samples: Vec<String>,
}

/// Why a column is taken for what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Evidence {
    /// It is called so.
    Name,
    /// A part of its name says so.
    PartOfName,
    /// What stands in it looks so.
    Content,
    /// The reader says so.
    Given,
    /// Nothing speaks for any field.
    Nothing,
}

static NAMES: LazyLock<FxHashMap<&'static str, TableField>> = LazyLock::new(|| {
    let table = include_str!("../../../data/formats/columns.tsv");
    let rows = table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    rows.filter_map(|(name, field)| Some((name, TableField::named(field)?))).collect()
});

/// A name as it stands in the table: `published_at`, `NgayDang` and `Ngày đăng` without accents, capitals and marks.
fn key(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len() + 4);
    let mut was_small = false;
    for c in name.chars() {
        if c.is_uppercase() && was_small || !c.is_alphanumeric() {
            spaced.push(' ');
        }
        if c.is_alphanumeric() {
            spaced.push(c);
        }
        was_small = c.is_lowercase();
    }
    search_key(&spaced).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The field that a name names, and whether all of the name does.
pub(super) fn of_name(name: &str) -> Option<(TableField, Evidence)> {
    let key = key(name);
    if let Some(&field) = NAMES.get(key.as_str()) {
        return Some((field, Evidence::Name));
    }
    // `source.name`, `thời gian đăng (GMT+7)`: the longest part that is known, the first of them.
    let words: Vec<&str> = key.split(' ').take(8).collect();
    let parts = (2..words.len()).rev().flat_map(|n| words.windows(n));
    let found = parts.map(|part| part.join(" ")).find_map(|part| NAMES.get(part.as_str()).copied());
    let single = || {
        Some(words.len()).filter(|&n| n < 4).and_then(|_| words.iter().rev().find_map(|word| NAMES.get(word).copied()))
    };
    found.or_else(single).map(|field| (field, Evidence::PartOfName))
}

/// The columns of a table: `names`, and rows to look at.
pub(super) fn guess(names: &[String], rows: &[Vec<String>]) -> Vec<Column> {
    let mut columns: Vec<Column> = names
        .iter()
        .enumerate()
        .map(|(i, name)| {
            let told = of_name(name);
            let confidence = match told {
                Some((_, Evidence::Name)) => Confidence::High,
                Some(_) => Confidence::Medium,
                None => Confidence::Low,
            };
            Column {
                name: name.clone(),
                field: told.map(|(field, _)| field),
                confidence,
                evidence: told.map_or(Evidence::Nothing, |(_, evidence)| evidence),
                samples: samples(rows, i),
            }
        })
        .collect();
    let looks: Vec<Look> = (0..names.len()).map(|i| Look::new(rows, i)).collect();
    refute(&mut columns, &looks);
    keep_best(&mut columns, &looks);
    by_content(&mut columns, &looks);
    columns
}

/// The first three values that are not empty.
fn samples(rows: &[Vec<String>], i: usize) -> Vec<String> {
    const MOST: usize = 80;
    let values = rows.iter().filter_map(|row| row.get(i)).map(|value| value.trim()).filter(|value| !value.is_empty());
    let short = |value: &str| {
        let head: String = value.chars().take(MOST).collect();
        if head.len() < value.len() { format!("{}…", head.trim_end()) } else { head }
    };
    values.take(3).map(short).collect()
}

/// What stands in a column, over the rows that were looked at; shares in hundredths of the values that are not empty.
#[derive(Clone, Copy, Debug, Default)]
struct Look {
    n: u32,
    words: u32,
    dates: u32,
    urls: u32,
    long: u32,
    stops: u32,
    names: u32,
    distinct: u32,
    numbers: u32,
}

impl Look {
    fn new(rows: &[Vec<String>], i: usize) -> Self {
        let values: Vec<&str> =
            rows.iter().filter_map(|row| row.get(i)).map(|v| v.trim()).filter(|v| !v.is_empty()).collect();
        let n = values.len() as u32;
        if n == 0 {
            return Self::default();
        }
        let share = |holds: &dyn Fn(&str) -> bool| 100 * values.iter().filter(|v| holds(v)).count() as u32 / n;
        let words = |v: &str| v.split_whitespace().take(2000).count() as u32;
        let distinct: FxHashSet<&str> = values.iter().copied().collect();
        Self {
            n,
            words: values.iter().map(|v| words(v)).sum::<u32>() / n,
            dates: share(&|v| v.len() < 60 && dates::iso(v, Order::DayFirst, true).is_some()),
            urls: share(&|v| v.starts_with("http://") || v.starts_with("https://")),
            long: share(&|v| words(v) > 25),
            stops: share(&|v| v.ends_with(['.', '!', '…', '>'])),
            names: share(&|v| words(v) < 6 && v.split_whitespace().all(|w| w.starts_with(char::is_uppercase))),
            distinct: 100 * distinct.len() as u32 / n,
            numbers: share(&|v| v.parse::<f64>().is_ok()),
        }
    }

    /// Whether such a column could hold the field.
    fn fits(&self, field: TableField) -> bool {
        match field {
            _ if self.n == 0 => true,
            TableField::Published => self.dates >= 50 || self.numbers >= 50 || self.words < 8,
            TableField::Url => self.urls >= 50 || self.words < 3,
            TableField::Outlet | TableField::Author => {
                self.words < 15 && self.dates < 80 && (self.urls < 50 || self.distinct <= 50)
            }
            TableField::Title => self.urls < 50 && self.dates < 80 && self.words < 80,
            TableField::Text | TableField::Lead => self.urls < 50 && self.dates < 80,
        }
    }
}

/// A name that what stands in the column belies says nothing: `nguồn` over addresses, `ngày` over texts.
fn refute(columns: &mut [Column], looks: &[Look]) {
    for (column, look) in columns.iter_mut().zip(looks) {
        if column.field.is_some_and(|field| !look.fits(field)) {
            (column.field, column.confidence, column.evidence) = (None, Confidence::Low, Evidence::Nothing);
        }
    }
}

/// Of several columns for a field, the one named best stays; for the text, that with most words. Texts in parts stay.
fn keep_best(columns: &mut [Column], looks: &[Look]) {
    for field in TableField::ALL {
        let own: Vec<usize> = (0..columns.len()).filter(|&i| columns[i].field == Some(field)).collect();
        let better = |i: usize| {
            (
                columns[i].evidence == Evidence::Name,
                if field == TableField::Text { looks[i].words } else { looks[i].n },
                usize::MAX - i,
            )
        };
        let Some(best) = own.iter().copied().max_by_key(|&i| better(i)) else { continue };
        for i in own.into_iter().filter(|&i| i != best) {
            (columns[i].field, columns[i].confidence, columns[i].evidence) = (None, Confidence::Low, Evidence::Nothing);
        }
    }
}

/// Fields that no name gives, by what stands in the columns.
fn by_content(columns: &mut [Column], looks: &[Look]) {
    let mut take = |field: TableField, confidence: Confidence, score: &dyn Fn(&Look) -> u32| {
        if columns.iter().any(|column| column.field == Some(field)) {
            return;
        }
        let open = (0..columns.len()).filter(|&i| columns[i].field.is_none() && looks[i].n > 0);
        let best = open.map(|i| (score(&looks[i]), usize::MAX - i)).max().filter(|(score, _)| *score > 0);
        if let Some((_, i)) = best {
            let column = &mut columns[usize::MAX - i];
            (column.field, column.confidence, column.evidence) = (Some(field), confidence, Evidence::Content);
        }
    };
    take(TableField::Text, Confidence::Medium, &|look| if look.long >= 50 { look.words } else { 0 });
    take(TableField::Url, Confidence::Medium, &|look| if look.urls >= 80 { look.urls } else { 0 });
    take(TableField::Published, Confidence::Medium, &|look| if look.dates >= 80 { look.dates } else { 0 });
    take(TableField::Title, Confidence::Low, &|look| {
        let short = (4..30).contains(&look.words) && look.stops < 50 && look.distinct >= 60 && look.dates < 20;
        if short { look.words + look.distinct } else { 0 }
    });
    take(TableField::Lead, Confidence::Low, &|look| {
        if (15..120).contains(&look.words) && look.stops >= 50 { look.words } else { 0 }
    });
    // A table without running text: its longest words are the text.
    take(TableField::Text, Confidence::Low, &|look| if look.words > 7 && look.urls < 50 { look.words } else { 0 });
    take(TableField::Outlet, Confidence::Low, &|look| {
        let few = look.n > 3 && look.distinct <= 50 && look.names >= 60 && look.dates < 20;
        if few { 101 - look.distinct } else { 0 }
    });
    take(TableField::Author, Confidence::Low, &|look| {
        if look.n > 3 && look.names >= 80 && look.words > 1 && look.dates < 20 { look.names } else { 0 }
    });
}

/// Which number of a date like `5/6/2023` is the day: told by a date that can be read in one way only.
pub(super) fn order(values: &[&str]) -> Order {
    let firsts = |value: &str| {
        let mut numbers = value.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty());
        Some((numbers.next()?.parse::<u32>().ok()?, numbers.next()?.parse::<u32>().ok()?))
    };
    let pairs: Vec<(u32, u32)> = values.iter().filter_map(|value| firsts(value)).collect();
    let day_first = pairs.iter().any(|&(a, b)| (13..32).contains(&a) && b < 13);
    let month_first = pairs.iter().any(|&(a, b)| a < 13 && (13..32).contains(&b));
    if month_first && !day_first { Order::MonthFirst } else { Order::DayFirst }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_two_languages_are_known() {
        let cases = [
            ("Tiêu đề", Some(TableField::Title)),
            ("TIEU_DE", Some(TableField::Title)),
            ("NgayDang", Some(TableField::Published)),
            ("ngày đăng bài", Some(TableField::Published)),
            ("publishedAt", Some(TableField::Published)),
            ("source.name", Some(TableField::Outlet)),
            ("Nội dung bài viết", Some(TableField::Text)),
            ("Thời gian đăng (GMT+7)", Some(TableField::Published)),
            ("STT", None),
            ("Số lượt xem", None),
            ("id", None),
        ];
        for (name, field) in cases {
            assert_eq!(of_name(name).map(|(field, _)| field), field, "{name}");
        }
    }

    #[test]
    fn the_table_of_names_is_sorted_and_every_row_is_read() {
        let table = include_str!("../../../data/formats/columns.tsv");
        let rows: Vec<&str> = table.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(rows.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(rows.len(), NAMES.len());
        assert!(NAMES.keys().all(|name| key(name) == *name));
    }

    #[test]
    fn contents_tell_where_names_do_not() {
        let text = "Giá lúa tại ruộng tăng thêm năm trăm đồng mỗi cân so với tuần trước, nhiều hộ trồng lúa ở huyện Ba Tri cho biết vụ này có lãi khá hơn hẳn.";
        let rows: Vec<Vec<String>> = (1..9)
            .map(|n| {
                vec![
                    n.to_string(),
                    format!("Giá lúa tăng lần thứ {n}"),
                    format!("{n}/10/2023"),
                    format!("https://b.vn/{n}"),
                    text.to_owned(),
                    "Báo Bến Tre".to_owned(),
                ]
            })
            .collect();
        let names: Vec<String> = (1..7).map(|n| format!("Cột {n}")).collect();
        let fields: Vec<Option<TableField>> = guess(&names, &rows).iter().map(|column| column.field).collect();
        assert_eq!(
            fields,
            [
                None,
                Some(TableField::Title),
                Some(TableField::Published),
                Some(TableField::Url),
                Some(TableField::Text),
                Some(TableField::Outlet)
            ]
        );
    }

    #[test]
    fn contents_belie_names() {
        let rows = vec![vec!["https://b.vn/1".to_owned(), "Một câu.".to_owned()]];
        let columns = guess(&["Nguồn".to_owned(), "Nội dung".to_owned()], &rows);
        assert_eq!((columns[0].field, columns[1].field), (Some(TableField::Url), Some(TableField::Text)));
    }

    #[test]
    fn the_order_of_day_and_month_is_told() {
        assert_eq!(order(&["5/6/2023", "25/6/2023"]), Order::DayFirst);
        assert_eq!(order(&["5/6/2023", "6/25/2023"]), Order::MonthFirst);
        assert_eq!(order(&["5/6/2023"]), Order::DayFirst);
    }
}
