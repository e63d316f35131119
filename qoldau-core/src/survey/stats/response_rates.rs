//! Response rates by the standard definitions of AAPOR.

use serde::{Deserialize, Serialize};

use super::StatsError;
use super::numeric::{Double, decimal, quotient};
use crate::value::Amount;

/// What became of everybody who was to be asked, by the final dispositions of AAPOR (Standard Definitions, 2023).
///
/// A survey by an open link has no list of people, hence no response rate: say "participation" there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Dispositions {
    /// I: complete answers.
    pub complete: u32,
    /// P: partial answers.
    pub partial: u32,
    /// R: refused or broke off.
    pub refused: u32,
    /// NC: never reached.
    pub not_reached: u32,
    /// O: did not answer for other reasons.
    pub other: u32,
    /// UH: unknown whether there was anybody to ask.
    pub unknown_household: u32,
    /// UO: unknown for other reasons.
    pub unknown_other: u32,
    /// NE: does not belong to those who were to be asked.
    pub not_eligible: u32,
}

/// How many of those of unknown eligibility are taken to be eligible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Eligibility {
    /// As many as of the others: eligible/(eligible + NE).
    Estimated,
    /// A share that was found elsewhere, from 0 to 1.
    Declared {
        /// The share.
        share: Amount,
    },
}

/// Response, cooperation, refusal and contact rates. What divides by nobody is undefined.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResponseRates {
    /// Share of those of unknown eligibility taken to be eligible; needed by RR3, RR4, REF2 and CON2 where there are any.
    pub e: Option<f64>,
    /// I/((I + P) + (R + NC + O) + (UH + UO)).
    pub rr1: Option<f64>,
    /// (I + P) by the same.
    pub rr2: Option<f64>,
    /// I/((I + P) + (R + NC + O) + e (UH + UO)).
    pub rr3: Option<f64>,
    /// (I + P) by the same.
    pub rr4: Option<f64>,
    /// I/((I + P) + (R + NC + O)).
    pub rr5: Option<f64>,
    /// (I + P) by the same.
    pub rr6: Option<f64>,
    /// I/((I + P) + R + O).
    pub coop1: Option<f64>,
    /// (I + P) by the same.
    pub coop2: Option<f64>,
    /// I/((I + P) + R).
    pub coop3: Option<f64>,
    /// (I + P) by the same.
    pub coop4: Option<f64>,
    /// R by everybody, as in RR1.
    pub ref1: Option<f64>,
    /// R by those taken to be eligible, as in RR3.
    pub ref2: Option<f64>,
    /// R by those known to be eligible, as in RR5.
    pub ref3: Option<f64>,
    /// ((I + P) + R + O) by everybody.
    pub con1: Option<f64>,
    /// The same by those taken to be eligible.
    pub con2: Option<f64>,
    /// The same by those known to be eligible.
    pub con3: Option<f64>,
}

/// The rates of a survey.
///
/// # Errors
/// `SVY003` when a declared share is not from 0 to 1.
pub fn response_rates(of: Dispositions, eligibility: Eligibility) -> Result<ResponseRates, StatsError> {
    let count = |count: u32| i128::from(count);
    let sum = |counts: &[u32]| counts.iter().map(|count| i128::from(*count)).fold(0, i128::saturating_add);
    let Dispositions { complete, partial, refused, not_reached, other, .. } = of;
    let answered = sum(&[complete, partial]);
    let eligible = sum(&[complete, partial, refused, not_reached, other]);
    let unknown = sum(&[of.unknown_household, of.unknown_other]);
    let with_other = sum(&[complete, partial, refused, other]);
    let refusing = sum(&[complete, partial, refused]);
    let everybody = eligible.saturating_add(unknown);
    // e as a quotient of whole numbers.
    let (over, under) = match eligibility {
        Eligibility::Estimated => (eligible, eligible.saturating_add(count(of.not_eligible))),
        Eligibility::Declared { share } if share.is_negative() || share > Amount::ONE => {
            return Err(StatsError::Proportion { name: "e" });
        }
        Eligibility::Declared { share } => {
            let (digits, places) = share.digits();
            (digits, 10_i128.saturating_pow(places))
        }
    };
    let e = match eligibility {
        Eligibility::Estimated => quotient(over, under),
        Eligibility::Declared { share } => Some(decimal(share)),
    };
    let taken = |part: i128| {
        if unknown == 0 {
            return quotient(part, eligible);
        }
        let share = (under != 0).then(|| Double::from(over) / Double::from(under))?;
        let all = Double::from(eligible) + Double::from(unknown) * share;
        (!all.is_zero()).then(|| (Double::from(part) / all).rounded())
    };
    Ok(ResponseRates {
        e,
        rr1: quotient(count(complete), everybody),
        rr2: quotient(answered, everybody),
        rr3: taken(count(complete)),
        rr4: taken(answered),
        rr5: quotient(count(complete), eligible),
        rr6: quotient(answered, eligible),
        coop1: quotient(count(complete), with_other),
        coop2: quotient(answered, with_other),
        coop3: quotient(count(complete), refusing),
        coop4: quotient(answered, refusing),
        ref1: quotient(count(refused), everybody),
        ref2: taken(count(refused)),
        ref3: quotient(count(refused), eligible),
        con1: quotient(with_other, everybody),
        con2: taken(with_other),
        con3: quotient(with_other, eligible),
    })
}
