//! Which years stand open on the overview, and which before them are folded.

use crate::view::YearOutline;

/// Years that stand open at most.
const OPEN: usize = 12;

/// The years of the overview in two groups, each in its order.
#[derive(Debug, PartialEq)]
pub struct Years<'a> {
    /// Those before the latest, folded.
    pub earlier: Vec<&'a YearOutline>,
    /// The latest, which stand open.
    pub latest: Vec<&'a YearOutline>,
}

impl<'a> Years<'a> {
    /// Of years that ascend.
    pub fn new(mut years: Vec<&'a YearOutline>) -> Self {
        let latest = years.split_off(years.len().saturating_sub(OPEN));
        Self { earlier: years, latest }
    }

    /// The first and the last of the folded years.
    pub fn span(&self) -> Option<(i32, i32)> {
        Some((self.earlier.first()?.year, self.earlier.last()?.year))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(years: impl Iterator<Item = i32>, earlier: &[i32], span: Option<(i32, i32)>) {
        let years: Vec<YearOutline> = years.map(|year| YearOutline { year, ..YearOutline::default() }).collect();
        let split = Years::new(years.iter().collect());
        let of = |years: &[&YearOutline]| years.iter().map(|year| year.year).collect::<Vec<_>>();
        assert_eq!((of(&split.earlier).as_slice(), split.span()), (earlier, span));
        let all: Vec<i32> = [of(&split.earlier), of(&split.latest)].concat();
        assert_eq!(all, years.iter().map(|year| year.year).collect::<Vec<_>>(), "none is lost");
        assert!(split.latest.len() <= OPEN);
    }

    #[test]
    fn the_years_before_the_latest_twelve_are_folded() {
        check(1999..2014, &[1999, 2000, 2001], Some((1999, 2001)));
        check(2001..2014, &[2001], Some((2001, 2001)));
    }

    #[test]
    fn twelve_years_and_less_stand_open() {
        check(2002..2014, &[], None);
        check(2013..2014, &[], None);
        check(0..0, &[], None);
    }

    #[test]
    fn years_are_counted_not_those_between_them() {
        check((1990..2020).step_by(2), &[1990, 1992, 1994], Some((1990, 1994)));
        check([1975, 1986].into_iter().chain(2008..2019), &[1975], Some((1975, 1975)));
        check([1975].into_iter().chain(2008..2019), &[], None);
    }
}
