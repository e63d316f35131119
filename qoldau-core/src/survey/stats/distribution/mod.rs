//! Distribution functions: probabilities and quantiles that keep their relative accuracy in the tails.
//!
//! A tail is reckoned as a tail and never as one minus the rest, so that a probability of 1e-300 has as many digits as
//! one of 0.3. All transcendental functions come from the crate `libm`, which is plain Rust, so that every platform
//! gives the same bits (`docs/adr/0021-distribution-functions.md`).
//!
//! The functions are total: a probability outside of \[0, 1\] or a parameter that is not positive gives NaN. Callers
//! have checked both, and turn what is undefined into nothing.
#![expect(
    clippy::many_single_char_names,
    reason = "the letters of the formulas in the sources that are cited"
)]

mod beta;
mod discrete;
mod gamma;
mod normal;
mod sampling;

pub(super) use beta::point_where;
pub use beta::{BetaTails, beta_density_scale, beta_quantile, beta_tails};
pub(super) use discrete::support;
pub use discrete::{
    binomial_cdf, binomial_pmf, binomial_sf, hypergeometric_at_least, hypergeometric_at_most,
    hypergeometric_pmf,
};
pub(super) use gamma::stirling_rest;
pub use gamma::{GammaTails, gamma_tails, ln_gamma};
pub use normal::{normal_cdf, normal_quantile, normal_sf, normal_two_sided};
pub use sampling::{
    chi_squared_cdf, chi_squared_sf, f_cdf, f_quantile, f_sf, student_t_cdf, student_t_sf,
    student_t_two_sided, student_t_upper_quantile,
};

#[cfg(test)]
mod tests;
