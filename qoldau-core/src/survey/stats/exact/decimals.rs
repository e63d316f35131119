//! Doubles that stand for decimals, as whole numbers on a common scale.

/// Values times 10^places, as whole numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decimals {
    pub(crate) values: Vec<Option<i64>>,
    /// Digits behind the point.
    pub(crate) places: u32,
}

/// Whole numbers up to this are doubles too.
const EXACT: i128 = 1 << 53;

impl Decimals {
    /// Puts values on the scale of the one with most digits behind the point, judged by their shortest decimal writing: 7.9 is 79 tenths.
    /// Where that takes more than 53 bits (measurements, not answers), the scale is the finest that fits, which loses no more
    /// than the doubles themselves have lost. `None` where a value is not finite or above 2⁵³.
    pub(crate) fn new(values: &[Option<f64>]) -> Option<Self> {
        let written: Option<Vec<Option<Written>>> = values
            .iter()
            .map(|value| value.map_or(Some(None), |value| Some(Some(Written::of(value)?))))
            .collect();
        let written = written?;
        let finest = written.iter().flatten().map(|value| value.places).max().unwrap_or(0);
        let fits = |places: u32| {
            written.iter().flatten().all(|value| value.at(places).is_some_and(|whole| whole.abs() <= EXACT))
        };
        let places = (0..=finest.min(MOST_PLACES)).rev().find(|places| fits(*places))?;
        let values = written
            .iter()
            .map(|value| value.map_or(Some(None), |value| Some(Some(i64::try_from(value.at(places)?).ok()?))))
            .collect::<Option<_>>()?;
        Some(Self { values, places })
    }
}

/// 10³⁰ times 2⁵³ still lies below 2¹²⁷ times 10⁵; more places than these hold nothing of a double above 10⁻¹⁴.
const MOST_PLACES: u32 = 30;

/// A decimal as written: digits·10^−places.
#[derive(Debug, Clone, Copy)]
struct Written {
    digits: i128,
    places: u32,
}

impl Written {
    fn of(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        // The shortest text that reads as the same double, without an exponent.
        let text = format!("{value:e}");
        let (mantissa, exponent) = text.split_once('e')?;
        let exponent: i32 = exponent.parse().ok()?;
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
        let behind = i32::try_from(fraction.len()).ok()? - exponent;
        if behind >= 0 {
            return Some(Self { digits, places: behind.unsigned_abs() });
        }
        Some(Self { digits: digits.checked_mul(pow10(behind.unsigned_abs())?)?, places: 0 })
    }

    /// The number on a scale, rounded half away from zero where it has more digits.
    fn at(self, places: u32) -> Option<i128> {
        if places >= self.places {
            return self.digits.checked_mul(pow10(places - self.places)?);
        }
        let Some(divisor) = pow10(self.places - places) else {
            return Some(0);
        };
        let half = divisor / 2;
        Some((self.digits + self.digits.signum() * half) / divisor)
    }
}

/// How many digits a value has behind the point in its shortest writing, or `None` when it is not finite.
pub(crate) fn places_of(value: f64) -> Option<u32> {
    Written::of(value).map(|written| written.places)
}

/// A value on a scale that holds it, or `None` when the scale does not.
pub(crate) fn scaled(value: f64, places: u32) -> Option<i64> {
    let written = Written::of(value).filter(|written| written.places <= places)?;
    i64::try_from(written.at(places)?).ok()
}

/// A power of ten, or `None` beyond the type.
pub(crate) fn pow10(exponent: u32) -> Option<i128> {
    10_i128.checked_pow(exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[f64]) -> Option<(Vec<i64>, u32)> {
        let values: Vec<_> = values.iter().copied().map(Some).collect();
        Decimals::new(&values)
            .map(|decimals| (decimals.values.into_iter().flatten().collect(), decimals.places))
    }

    #[test]
    fn decimals_are_what_they_are_written_as() {
        assert_eq!(of(&[1.0, 5.0, -2.0]), Some((vec![1, 5, -2], 0)));
        assert_eq!(of(&[7.9, 8.0, 0.0]), Some((vec![79, 80, 0], 1)));
        assert_eq!(of(&[0.1, 0.25]), Some((vec![10, 25], 2)));
        assert_eq!(of(&[1e6, 1e-3]), Some((vec![1_000_000_000, 1], 3)));
        assert_eq!(of(&[]), Some((vec![], 0)));
        assert_eq!(of(&[f64::NAN]), None);
        assert_eq!(of(&[1e300]), None);
        // Measurements: the finest scale that fits.
        let (values, places) = of(&[std::f64::consts::PI, 1000.5]).unwrap();
        assert_eq!((values, places), (vec![3_141_592_653_590, 1_000_500_000_000_000], 12));
        assert_eq!(of(&[1e-300, 2.0]).unwrap().0, [0, 2_000_000_000_000_000]);
    }
}
