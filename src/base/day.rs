//! Days of the Gregorian calendar, without clock or time zone.

use std::fmt;

/// A day that exists, e.g. 2024-10-10. Ordered by time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize)]
pub struct Day {
    // Invariant: 1 <= month <= 12, 1 <= day <= days_in_month(year, month), 1 <= year <= 9999.
    year: i32,
    month: u8,
    day: u8,
}

/// Number of days of a month (1..=12); 0 for any other number.
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

impl Day {
    /// The day, if there is one of that name.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let real = (1..=9999).contains(&year) && (1..=days_in_month(year, month)).contains(&day);
        real.then_some(Self { year, month: month as u8, day: day as u8 })
    }

    /// Reads `2024-10-10`.
    pub fn parse(iso: &str) -> Option<Self> {
        let mut parts = iso.splitn(3, '-').map(|p| p.parse::<u32>().ok());
        Self::new(parts.next()?? as i32, parts.next()??, parts.next()??)
    }

    /// 1 ..= 9999.
    pub fn year(self) -> i32 {
        self.year
    }

    /// 1 ..= 12.
    pub fn month(self) -> u32 {
        u32::from(self.month)
    }

    /// 1 ..= 31.
    pub fn day(self) -> u32 {
        u32::from(self.day)
    }

    /// Days since 1970-01-01 (negative before). After H. Hinnant, "chrono-compatible low-level date algorithms".
    pub fn number(self) -> i64 {
        let y = i64::from(self.year) - i64::from(self.month <= 2);
        let era = y.div_euclid(400);
        let yoe = y.rem_euclid(400);
        let doy = (153 * ((i64::from(self.month) + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
    }

    /// The day with that number; `None` outside the years 1 ..= 9999.
    pub fn from_number(number: i64) -> Option<Self> {
        let z = number.checked_add(719_468)?;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = doy - (153 * mp + 2) / 5 + 1;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        let year = yoe + era * 400 + i64::from(month <= 2);
        Self::new(i32::try_from(year).ok()?, month as u32, day as u32)
    }

    /// The day `days` later (earlier if negative).
    pub fn plus_days(self, days: i64) -> Option<Self> {
        Self::from_number(self.number() + days)
    }

    /// 1 = Monday … 7 = Sunday (ISO 8601).
    pub fn weekday(self) -> u32 {
        (self.number() + 3).rem_euclid(7) as u32 + 1
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_days_both_ways() {
        for (iso, number) in [("1970-01-01", 0), ("2000-03-01", 11_017), ("2024-02-29", 19_782), ("1969-12-31", -1)] {
            let day = Day::parse(iso).unwrap();
            assert_eq!(day.number(), number, "{iso}");
            assert_eq!(Day::from_number(number), Some(day));
            assert_eq!(day.to_string(), iso);
        }
    }

    #[test]
    fn knows_which_days_exist() {
        assert_eq!(Day::new(2023, 2, 29), None);
        assert_eq!(Day::new(2023, 13, 1), None);
        assert_eq!(Day::parse("2023-4-31"), None);
    }

    #[test]
    fn knows_weekdays() {
        assert_eq!(Day::parse("2024-10-10").unwrap().weekday(), 4);
        assert_eq!(Day::parse("2026-11-22").unwrap().weekday(), 7);
    }
}
