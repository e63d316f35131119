//! The normal distribution.
#![expect(clippy::excessive_precision, reason = "the coefficients as they were published")]

use std::f64::consts::PI;

/// 1/√2, and what its nearest double leaves over.
const SQRT_HALF: f64 = std::f64::consts::FRAC_1_SQRT_2;
const SQRT_HALF_REST: f64 = -4.833_646_656_726_457e-17;

/// P(Z > z) of the standard normal distribution, with relative accuracy also far out.
#[must_use]
pub fn normal_sf(z: f64) -> f64 {
    // erfc falls so steeply that the rounding of z/√2 alone would cost three digits at z = 37.
    let scaled = z * SQRT_HALF;
    let rest = libm::fma(z, SQRT_HALF, -scaled) + z * SQRT_HALF_REST;
    let slope = 2.0 / PI.sqrt() * libm::exp(-scaled * scaled);
    0.5 * (libm::erfc(scaled) - rest * slope)
}

/// P(Z ≤ z) of the standard normal distribution, with relative accuracy also far out.
#[must_use]
pub fn normal_cdf(z: f64) -> f64 {
    normal_sf(-z)
}

/// P(|Z| ≥ |z|): the two-sided probability of a z statistic.
#[must_use]
pub fn normal_two_sided(z: f64) -> f64 {
    (2.0 * normal_sf(z.abs())).min(1.0)
}

/// The z with P(Z ≤ z) = p: −∞ at 0, +∞ at 1.
///
/// Wichura 1988 (AS 241, PPND16), with one step of Newton.
#[must_use]
pub fn normal_quantile(p: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    let centred = p - 0.5;
    if centred.abs() <= 0.425 {
        let r = 0.180_625 - centred * centred;
        return polished(centred * ratio(r, &CENTRE), p);
    }
    let tail = if centred < 0.0 { p } else { 1.0 - p };
    if tail <= 0.0 {
        return if centred < 0.0 { f64::NEG_INFINITY } else { f64::INFINITY };
    }
    let r = (-libm::log(tail)).sqrt();
    let z = if r <= 5.0 { ratio(r - 1.6, &MIDDLE) } else { ratio(r - 5.0, &FAR) };
    let z = polished(-z, tail);
    if centred < 0.0 { z } else { -z }
}

/// One step of Newton on ln P(Z ≤ z) = ln p, for p up to about ½ and a little more.
fn polished(z: f64, p: f64) -> f64 {
    let at = normal_cdf(z);
    let density = libm::exp(-0.5 * z * z) / (2.0 * PI).sqrt();
    let step = (at - p) / density;
    if step.is_finite() { z - step } else { z }
}

/// A quotient of two polynomials; the constant of the denominator is 1.
fn ratio(r: f64, of: &Rational) -> f64 {
    let polynomial = |coefficients: &[f64; 8]| coefficients.iter().rev().fold(0.0, |sum, c| sum * r + c);
    polynomial(&of.over) / polynomial(&of.under)
}

/// The coefficients of a quotient, the constants first.
struct Rational {
    over: [f64; 8],
    under: [f64; 8],
}

const CENTRE: Rational = Rational {
    over: [
        3.387_132_872_796_366_608,
        1.331_416_678_917_843_774_5e2,
        1.971_590_950_306_551_442_7e3,
        1.373_169_376_550_946_112_5e4,
        4.592_195_393_154_987_145_7e4,
        6.726_577_092_700_870_085_3e4,
        3.343_057_558_358_812_810_5e4,
        2.509_080_928_730_122_672_7e3,
    ],
    under: [
        1.0,
        4.231_333_070_160_091_125_2e1,
        6.871_870_074_920_579_083e2,
        5.394_196_021_424_751_107_7e3,
        2.121_379_430_158_659_586_7e4,
        3.930_789_580_009_271_061e4,
        2.872_908_573_572_194_267_4e4,
        5.226_495_278_852_854_561e3,
    ],
};

const MIDDLE: Rational = Rational {
    over: [
        1.423_437_110_749_683_577_34,
        4.630_337_846_156_545_295_9,
        5.769_497_221_460_691_405_5,
        3.647_848_324_763_204_605_04,
        1.270_458_252_452_368_382_58,
        2.417_807_251_774_506_117_7e-1,
        2.272_384_498_926_918_458_33e-2,
        7.745_450_142_783_414_076_4e-4,
    ],
    under: [
        1.0,
        2.053_191_626_637_758_821_87,
        1.676_384_830_183_803_849_4,
        6.897_673_349_851_000_045_5e-1,
        1.481_039_764_274_800_745_9e-1,
        1.519_866_656_361_645_719_66e-2,
        5.475_938_084_995_344_946e-4,
        1.050_750_071_644_416_843_24e-9,
    ],
};

const FAR: Rational = Rational {
    over: [
        6.657_904_643_501_103_777_2,
        5.463_784_911_164_114_369_9,
        1.784_826_539_917_291_335_8,
        2.965_605_718_285_048_912_3e-1,
        2.653_218_952_657_612_309_3e-2,
        1.242_660_947_388_078_438_6e-3,
        2.711_555_568_743_487_578_15e-5,
        2.010_334_399_292_288_132_65e-7,
    ],
    under: [
        1.0,
        5.998_322_065_558_879_376_9e-1,
        1.369_298_809_227_358_053_1e-1,
        1.487_536_129_085_061_485_25e-2,
        7.868_691_311_456_132_591e-4,
        1.846_318_317_510_054_681_8e-5,
        1.421_511_758_316_445_888_7e-7,
        2.044_263_103_389_939_785_64e-15,
    ],
};
