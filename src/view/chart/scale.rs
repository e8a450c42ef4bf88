//! From values to places.

/// A straight scale.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    from: f64,
    per_unit: f64,
    origin: f64,
}

impl Scale {
    /// Values from `from` to `to` at places from `start` to `end`.
    pub(super) fn new((from, to): (f64, f64), (start, end): (f64, f64)) -> Self {
        let width = to - from;
        Self { from, per_unit: if width == 0.0 { 0.0 } else { (end - start) / width }, origin: start }
    }

    /// The place of a value.
    pub(super) fn at(&self, value: f64) -> f64 {
        self.origin + (value - self.from) * self.per_unit
    }
}

/// Round values from `from` to `to`, about `n` of them, with the decimals that they need.
pub(super) fn ticks(from: f64, to: f64, n: usize) -> (Vec<f64>, usize) {
    let wide = (to - from).max(1e-9) / n.max(1) as f64;
    let mut decimals = 0;
    let mut size = 1.0;
    while size > wide && decimals < 6 {
        size /= 10.0;
        decimals += 1;
    }
    while size * 10.0 <= wide {
        size *= 10.0;
    }
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * size).find(|step| *step >= wide).unwrap_or(size * 10.0);
    if step >= size * 10.0 && decimals > 0 {
        decimals -= 1;
    }
    let first = (from / step).ceil() as i64;
    let values = (first..).map(|i| i as f64 * step).take_while(|v| *v <= to + step * 1e-6).take(50);
    (values.collect(), decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round() {
        assert_eq!(ticks(0.0, 100.0, 5), (vec![0.0, 20.0, 40.0, 60.0, 80.0, 100.0], 0));
        assert_eq!(ticks(-3.0, 3.0, 6), (vec![-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0], 0));
        assert_eq!(ticks(0.0, 0.9, 3).1, 1);
        assert!(ticks(0.0, 0.0, 3).0.len() <= 2);
    }

    #[test]
    fn values_have_places() {
        let scale = Scale::new((0.0, 50.0), (100.0, 200.0));
        assert_eq!((scale.at(0.0), scale.at(25.0)), (100.0, 150.0));
        assert_eq!(Scale::new((1.0, 1.0), (5.0, 9.0)).at(1.0), 5.0);
    }
}
