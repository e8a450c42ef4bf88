//! What an expression of time means before and after the article's date is known.

use crate::base::{Day, days_in_month};

/// The year of an expression.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::extract) enum YearOf {
    /// Written out.
    Known(i32),
    /// Not said.
    Open,
    /// So many years after the article's year: `năm ngoái` is -1.
    Shift(i32),
    /// Every year: `ngày 10/10 hằng năm`.
    Every,
}

/// A unit of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::extract) enum Unit {
    /// Day.
    Day,
    /// Week.
    Week,
    /// Month.
    Month,
    /// Three months.
    Quarter,
    /// Year.
    Year,
}

/// The part of a stretch that is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::extract) enum Part {
    /// `đầu năm`
    Start,
    /// `giữa năm`
    Middle,
    /// `cuối năm`
    End,
}

/// What an expression says about the calendar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::extract) enum When {
    /// A day with its month.
    Day { year: YearOf, month: u32, day: u32 },
    /// `mùng 3 Tết`, `rằm tháng Bảy`: a day of the lunar year, 0 the last of its month. Resolved with the table of lunar years.
    Lunar { year: YearOf, month: u32, day: u32 },
    /// `ngày 10`: a day whose month is not said.
    DayOfMonth(u32),
    /// `thứ Năm`: 1 = Monday; the week relative to the article's, if said.
    Weekday { weekday: u32, week: Option<i32> },
    /// A month.
    Month { year: YearOf, month: u32 },
    /// A quarter.
    Quarter { year: YearOf, quarter: u32 },
    /// Months of one year: `9 tháng đầu năm`.
    Months { year: YearOf, first: u32, last: u32 },
    /// A year.
    Year(YearOf),
    /// `giai đoạn 2021-2025`
    Years(i32, i32),
    /// `những năm 1990`: 199
    Decade(i32),
    /// `thế kỷ 21`: 20
    Century(i32),
    /// So many units after the article's date.
    Shift(Unit, i32),
    /// The year that is ending or has just ended.
    PastYear,
    /// From the first day of the year (month) to the article's date.
    Since(Unit),
    /// From the article's date to the end of the year.
    RestOfYear,
    /// `10 năm tới`, `3 tháng qua`: so many units after or before the article's date.
    Length { unit: Unit, n: u32, ahead: bool },
    /// A repeated time, as an ISO 8601 duration.
    Every(&'static str),
    /// `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`.
    Vague(&'static str),
    /// Hour and minute, with the day where it is said.
    Time { hour: u32, minute: u32, day: Option<Box<When>> },
    /// From one to another.
    Between(Box<When>, Box<When>),
}

/// Whether the words speak of what has been or of what is to come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::extract) enum Sense {
    /// Neither is said.
    Open,
    /// To come: `sẽ`, `dự kiến`, `trước ngày`.
    Future,
}

/// The article's date, as far as it is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(in crate::extract) struct Anchor {
    /// Year of the reference date.
    pub year: Option<i32>,
    /// Its month.
    pub month: Option<u32>,
    /// The day, if year and month are known.
    pub day: Option<Day>,
}

impl Anchor {
    /// Reads `2024-10-10`, `2023-10`, `2022` or `XXXX-10-10`.
    pub(in crate::extract) fn parse(iso: &str) -> Self {
        let mut parts = iso.split('-');
        let year = parts.next().and_then(|y| y.parse().ok());
        let month = parts.next().and_then(|m| m.parse().ok());
        Self { year, month, day: Day::parse(iso) }
    }
}

/// First and last day of a stretch.
pub(in crate::extract) type Interval = (Day, Day);

/// The value of an expression.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(in crate::extract) struct Resolved {
    /// ISO 8601 or TIMEX3 value.
    pub value: String,
    /// First and last day, if it is a stretch of the calendar with known ends.
    pub interval: Option<Interval>,
}

impl Resolved {
    fn new(value: String, interval: Option<Interval>) -> Self {
        Self { value, interval }
    }

    fn vague(value: &str) -> Self {
        Self::new(value.to_owned(), None)
    }

    pub(in crate::extract) fn day(day: Day) -> Self {
        Self::new(day.to_string(), Some((day, day)))
    }
}

impl When {
    /// The value seen from the article's date.
    pub(in crate::extract) fn resolve(&self, anchor: Anchor, sense: Sense) -> Resolved {
        match self {
            When::Day { year, month, day } => {
                let year = year.of(anchor, sense, |year| Day::new(year, *month, *day));
                match year.and_then(|y| Day::new(y, *month, *day)) {
                    Some(day) => Resolved::day(day),
                    None => Resolved::new(format!("XXXX-{month:02}-{day:02}"), None),
                }
            }
            When::Lunar { .. } => Resolved::default(),
            When::DayOfMonth(day) => day_of_month(*day, anchor, sense),
            When::Weekday { weekday, week } => weekday_near(*weekday, *week, anchor, sense),
            When::Month { year, month } => month_of(year.of(anchor, sense, |y| Day::new(y, *month, 1)), *month),
            When::Quarter { year, quarter } => {
                let year = year.of(anchor, sense, |y| Day::new(y, quarter * 3 - 2, 1));
                let interval = year.and_then(|y| months(y, quarter * 3 - 2, quarter * 3));
                Resolved::new(format!("{}-Q{quarter}", shown(year)), interval)
            }
            When::Months { year, first, last } => {
                let year = year.of(anchor, Sense::Open, |y| Day::new(y, 1, 1));
                match year.and_then(|y| months(y, *first, *last)) {
                    Some((a, b)) => Resolved::new(format!("{a}/{b}"), Some((a, b))),
                    None => Resolved::new(format!("XXXX-{first:02}/XXXX-{last:02}"), None),
                }
            }
            When::Year(year) => year_of(year.of(anchor, Sense::Open, |y| Day::new(y, 1, 1))),
            When::Years(a, b) => Resolved::new(format!("{a:04}/{b:04}"), years(*a, *b)),
            When::Decade(tens) => Resolved::new(format!("{tens}"), years(tens * 10, tens * 10 + 9)),
            When::Century(hundreds) => {
                Resolved::new(format!("{hundreds}"), years(hundreds * 100 + 1, hundreds * 100 + 100))
            }
            When::Shift(unit, n) => shift(*unit, *n, anchor),
            When::PastYear => match (anchor.year, anchor.month) {
                (Some(year), Some(month)) if month <= 3 => year_of(Some(year - 1)),
                (Some(year), _) => year_of(Some(year)),
                _ => Resolved::vague("PAST_REF"),
            },
            When::Since(unit) => match anchor.day {
                Some(day) => {
                    let month = if *unit == Unit::Year { 1 } else { day.month() };
                    between(Day::new(day.year(), month, 1), Some(day))
                }
                None if *unit == Unit::Year && anchor.year.is_some() => year_of(anchor.year),
                None => Resolved::vague("PAST_REF"),
            },
            When::RestOfYear => match anchor.day {
                Some(day) => between(Some(day), Day::new(day.year(), 12, 31)),
                None if anchor.year.is_some() => year_of(anchor.year),
                None => Resolved::vague("FUTURE_REF"),
            },
            When::Length { unit: Unit::Month, n, ahead: false } if year_so_far(*n, anchor) => {
                When::Months { year: YearOf::Shift(0), first: 1, last: *n }.resolve(anchor, sense)
            }
            When::Length { unit, n, ahead } => length(*unit, *n, *ahead, anchor),
            When::Every(value) | When::Vague(value) => Resolved::vague(value),
            When::Time { hour, minute, day } => {
                let day = match day {
                    Some(day) => day.resolve(anchor, sense),
                    None => anchor.day.map_or_else(Resolved::default, Resolved::day),
                };
                Resolved::new(format!("{}T{hour:02}:{minute:02}", day.value), day.interval)
            }
            When::Between(a, b) => both(a, b, anchor, sense),
        }
    }

    /// The year, where it is written out.
    pub(in crate::extract) fn known_year(&self) -> Option<i32> {
        match self {
            When::Day { year: YearOf::Known(y), .. }
            | When::Month { year: YearOf::Known(y), .. }
            | When::Quarter { year: YearOf::Known(y), .. }
            | When::Months { year: YearOf::Known(y), .. }
            | When::Lunar { year: YearOf::Known(y), .. }
            | When::Year(YearOf::Known(y)) => Some(*y),
            _ => None,
        }
    }
}

/// `11 tháng qua` in December: the months of the year that are over.
fn year_so_far(n: u32, anchor: Anchor) -> bool {
    n >= 4 && anchor.day.is_some_and(|day| day.month() == n + 1)
}

impl YearOf {
    /// The year, given when the expression would fall in a year.
    fn of(self, anchor: Anchor, sense: Sense, on: impl Fn(i32) -> Option<Day>) -> Option<i32> {
        match self {
            YearOf::Known(year) => Some(year),
            YearOf::Every => None,
            YearOf::Shift(n) => anchor.year.map(|y| y + n),
            YearOf::Open => {
                let year = anchor.year?;
                let (Some(month), Some(this)) = (anchor.month, on(year)) else { return Some(year) };
                let now = anchor.day.or_else(|| Day::new(year, month, days_in_month(year, month)))?;
                let ahead = this.number() - now.number();
                match sense {
                    // A day shortly after the article's date is to come, not a year ago.
                    Sense::Open if ahead > 45 => Some(year - 1),
                    Sense::Future if ahead < -150 => Some(year + 1),
                    _ => Some(year),
                }
            }
        }
    }
}

fn shown(year: Option<i32>) -> String {
    year.map_or_else(|| "XXXX".to_owned(), |y| format!("{y:04}"))
}

fn year_of(year: Option<i32>) -> Resolved {
    Resolved::new(shown(year), year.and_then(|y| years(y, y)))
}

fn month_of(year: Option<i32>, month: u32) -> Resolved {
    Resolved::new(format!("{}-{month:02}", shown(year)), year.and_then(|y| months(y, month, month)))
}

fn years(first: i32, last: i32) -> Option<Interval> {
    Some((Day::new(first, 1, 1)?, Day::new(last, 12, 31)?))
}

fn months(year: i32, first: u32, last: u32) -> Option<Interval> {
    Some((Day::new(year, first, 1)?, Day::new(year, last, days_in_month(year, last))?))
}

fn between(a: Option<Day>, b: Option<Day>) -> Resolved {
    match (a, b) {
        (Some(a), Some(b)) => Resolved::new(format!("{a}/{b}"), (a <= b).then_some((a, b))),
        _ => Resolved::default(),
    }
}

fn both(a: &When, b: &When, anchor: Anchor, sense: Sense) -> Resolved {
    let to = b.resolve(anchor, sense);
    // The first end takes its year from the second: `từ tháng 1 đến tháng 9/2024`.
    let from = match to.interval {
        Some((_, last)) if anchor.year != Some(last.year()) || sense == Sense::Future => {
            a.resolve(Anchor { year: Some(last.year()), month: Some(last.month()), day: Some(last) }, Sense::Open)
        }
        _ => a.resolve(anchor, sense),
    };
    let open_end = matches!(a, When::Shift(Unit::Day, 0));
    let from = if open_end { a.resolve(anchor, sense) } else { from };
    let interval = from.interval.zip(to.interval).map(|((first, _), (_, last))| (first, last)).filter(|(f, l)| f <= l);
    let value = match interval {
        Some((first, last)) if from.value.len() == 10 || to.value.len() == 10 => format!("{first}/{last}"),
        _ => format!("{}/{}", from.value, to.value),
    };
    Resolved::new(value, interval)
}

fn day_of_month(day: u32, anchor: Anchor, sense: Sense) -> Resolved {
    let Some(now) = anchor.day else {
        let month = anchor.month.map_or_else(|| "XX".to_owned(), |m| format!("{m:02}"));
        return Resolved::new(format!("{}-{month}-{day:02}", shown(anchor.year)), None);
    };
    let late = day > now.day() + 5 && sense == Sense::Open;
    let (year, month) = match now.month() {
        1 if late => (now.year() - 1, 12),
        month if late => (now.year(), month - 1),
        month => (now.year(), month),
    };
    Day::new(year, month, day).map_or_else(Resolved::default, Resolved::day)
}

fn weekday_near(weekday: u32, week: Option<i32>, anchor: Anchor, sense: Sense) -> Resolved {
    let Some(now) = anchor.day else { return Resolved::vague("PAST_REF") };
    let ahead = i64::from(weekday) - i64::from(now.weekday());
    let days = match week {
        Some(n) => ahead + 7 * i64::from(n),
        None if ahead > 0 && sense == Sense::Open => ahead - 7,
        None if ahead < 0 && sense == Sense::Future => ahead + 7,
        None => ahead,
    };
    now.plus_days(days).map_or_else(Resolved::default, Resolved::day)
}

fn shift(unit: Unit, n: i32, anchor: Anchor) -> Resolved {
    let vague = || {
        Resolved::vague(match n {
            0 => "PRESENT_REF",
            n if n < 0 => "PAST_REF",
            _ => "FUTURE_REF",
        })
    };
    match unit {
        Unit::Day => anchor.day.and_then(|d| d.plus_days(i64::from(n))).map_or_else(vague, Resolved::day),
        Unit::Week => anchor.day.and_then(|d| week(d, n)).unwrap_or_else(vague),
        Unit::Month => {
            let (Some(year), Some(month)) = (anchor.year, anchor.month) else { return vague() };
            let index = year * 12 + month as i32 - 1 + n;
            month_of(Some(index.div_euclid(12)), index.rem_euclid(12) as u32 + 1)
        }
        Unit::Quarter => {
            let (Some(year), Some(month)) = (anchor.year, anchor.month) else { return vague() };
            let index = year * 4 + (month as i32 - 1) / 3 + n;
            let quarter = index.rem_euclid(4) as u32 + 1;
            When::Quarter { year: YearOf::Known(index.div_euclid(4)), quarter }.resolve(anchor, Sense::Open)
        }
        Unit::Year => match anchor.year {
            Some(year) => year_of(Some(year + n)),
            None => vague(),
        },
    }
}

/// The ISO week so many weeks after that of the day: `2024-W41`.
fn week(day: Day, n: i32) -> Option<Resolved> {
    let monday = day.plus_days(i64::from(n) * 7 + 1 - i64::from(day.weekday()))?;
    let thursday = monday.plus_days(3)?;
    let first = Day::new(thursday.year(), 1, 1)?;
    let number = (thursday.number() - first.number()) / 7 + 1;
    Some(Resolved::new(format!("{:04}-W{number:02}", thursday.year()), Some((monday, monday.plus_days(6)?))))
}

fn length(unit: Unit, n: u32, ahead: bool, anchor: Anchor) -> Resolved {
    let value = match unit {
        Unit::Day => format!("P{n}D"),
        Unit::Week => format!("P{n}W"),
        Unit::Month => format!("P{n}M"),
        Unit::Quarter => format!("P{}M", n.min(1000) * 3),
        Unit::Year => format!("P{n}Y"),
    };
    let other = anchor.day.and_then(|now| {
        let n = if ahead { i64::from(n) } else { -i64::from(n) };
        let far = match unit {
            Unit::Day => now.plus_days(n),
            Unit::Week => now.plus_days(n * 7),
            Unit::Month | Unit::Quarter | Unit::Year => {
                let n = n * match unit {
                    Unit::Month => 1,
                    Unit::Quarter => 3,
                    _ => 12,
                };
                let index = i64::from(now.year()) * 12 + i64::from(now.month()) - 1 + n;
                let (year, month) = (i32::try_from(index.div_euclid(12)).ok()?, index.rem_euclid(12) as u32 + 1);
                Day::new(year, month, now.day().min(days_in_month(year, month)))
            }
        }?;
        Some(if ahead { (now, far) } else { (far, now) })
    });
    Resolved::new(value, other)
}
