//! The Vietnamese lunar calendar.

use crate::base::Day;

use super::Tables;

/// The lunar years of a table, by number.
#[derive(Clone, Debug, Default)]
pub struct LunarYears {
    // In order of the years, without gaps.
    years: Vec<LunarYear>,
}

#[derive(Clone, Debug)]
struct LunarYear {
    year: i32,
    first: Day,
    leap: usize,
    lengths: Vec<u32>,
}

impl LunarYears {
    /// Reads the table.
    pub(super) fn new(tables: &Tables) -> Self {
        let years = tables.rows("lunar_years").filter_map(|row| {
            let [year, first, leap, lengths] = row[..] else { return None };
            Some(LunarYear {
                year: year.parse().ok()?,
                first: Day::parse(first)?,
                leap: leap.parse().ok()?,
                lengths: lengths.split(' ').filter_map(|n| n.parse().ok()).collect(),
            })
        });
        Self { years: years.collect() }
    }

    /// The day on which a lunar day falls, `day` 0 being the last of the month: 15, 8, 2024 is 17 September 2024.
    pub fn day(&self, year: i32, month: u32, day: u32) -> Option<Day> {
        let first = self.years.first()?.year;
        let entry = self.years.get(usize::try_from(year - first).ok()?)?;
        let month = usize::try_from(month).ok().filter(|m| (1..=12).contains(m))?;
        // The leap month stands behind the one of its number.
        let index = month - 1 + usize::from(entry.leap > 0 && month > entry.leap);
        let length = *entry.lengths.get(index)?;
        let before: u32 = entry.lengths[..index].iter().sum();
        let day = if day == 0 { length } else { day };
        (day <= length).then(|| entry.first.plus_days(i64::from(before + day - 1)))?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lunar_days_fall_on_days() {
        let years = LunarYears::new(&Tables::built_in());
        let on = |y, m, d| years.day(y, m, d).map(|d| d.to_string()).unwrap_or_default();
        assert_eq!(on(2024, 1, 1), "2024-02-10");
        assert_eq!(on(2024, 8, 15), "2024-09-17");
        assert_eq!(on(2025, 3, 10), "2025-04-07");
        assert_eq!(on(2025, 7, 15), "2025-09-06");
        assert_eq!(on(2023, 12, 0), "2024-02-09");
        assert_eq!(on(2024, 1, 30), "");
        assert_eq!(on(3000, 1, 1), "");
    }
}
