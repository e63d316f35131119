//! Agreement of coders, raters and judges.

use crate::survey::stats::{self, CodedUnits, Kappa, MeasurementLevel};
use serde_json::Value;

use crate::survey::stats::request::StatisticError;
use crate::survey::stats::request::fields::{Fields, answer, label, list, table_of_numbers};
use crate::survey::stats::request::tables::Beside;

pub(in super::super) fn cohen_kappa(
    input: Fields<'_>,
    _beside: &Beside<'_>,
) -> Result<Value, StatisticError> {
    let kappa = stats::cohen_kappa(&input.table_of_counts("table")?)?;
    let of = |kappa: &Kappa| answer! { "po": kappa.observed, "pe": kappa.expected, "kappa": kappa.kappa, "se": kappa.standard_error };
    Ok(answer! {
        "n": kappa.units,
        "unweighted": of(&kappa.unweighted),
        "linear": of(&kappa.linear),
        "quadratic": of(&kappa.quadratic),
    })
}

pub(in super::super) fn fleiss_kappa(
    input: Fields<'_>,
    _beside: &Beside<'_>,
) -> Result<Value, StatisticError> {
    let kappa = stats::fleiss_kappa(&input.table_of_counts("counts")?)?;
    Ok(answer! { "units": kappa.units, "raters": kappa.raters, "kappa": kappa.kappa })
}

pub(in super::super) fn kendall_w(input: Fields<'_>, _beside: &Beside<'_>) -> Result<Value, StatisticError> {
    let judges = table_of_numbers(input.required("judges_by_objects")?, "judges_by_objects")?;
    let agreement = stats::kendall_w(&judges)?;
    Ok(answer! {
        "m": agreement.judges,
        "incomplete_judges": agreement.incomplete_judges,
        "n": agreement.objects,
        "w": agreement.w,
        "chi2": agreement.chi2,
        "df": agreement.df,
        "p": agreement.p,
    })
}

pub(in super::super) fn krippendorff_alpha(
    input: Fields<'_>,
    _beside: &Beside<'_>,
) -> Result<Value, StatisticError> {
    let coders = list(input.required("coders_by_units")?, "coders_by_units")?;
    let rows = coders.iter().map(|row| list(row, "coders_by_units")).collect::<Result<Vec<_>, _>>()?;
    let numbers = rows.iter().flat_map(|row| row.iter()).all(|value| value.is_null() || value.is_number());
    let coded = if numbers {
        CodedUnits::of_numbers(&table_of_numbers(input.required("coders_by_units")?, "coders_by_units")?)?
    } else {
        let names: Vec<Vec<Option<String>>> =
            rows.iter().map(|row| row.iter().map(label).collect()).collect();
        CodedUnits::of_names(&names, &input.optional_texts("levels")?)?
    };
    let of = |level| stats::krippendorff_alpha(&coded, level);
    let nominal = of(MeasurementLevel::Nominal);
    Ok(answer! {
        "units": nominal.units,
        "codings": nominal.codings,
        "nominal": nominal.alpha,
        "ordinal": of(MeasurementLevel::Ordinal).alpha,
        "interval": of(MeasurementLevel::Interval).alpha,
        "ratio": of(MeasurementLevel::Ratio).alpha,
    })
}
