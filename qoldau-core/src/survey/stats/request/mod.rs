//! Every statistic by one door: a request as JSON gives an answer as JSON, in the form of `tests/vectors-survey/FORMAT.md`.
//!
//! A method is a line of [`METHODS`], a group of them a file. A request that cannot be carried out is refused with a code; what
//! the mathematics leaves undefined is `null` in the answer. A table (CSV) is named by a request and lies beside it: in its field
//! `tables`, or where the host looks for it.

mod error;
mod fields;
mod many;
mod pairs;
mod planning;
mod proportions;
mod samples;
mod scales;
mod tables;
mod verdicts;

use serde_json::Value;

pub use error::StatisticError;
use fields::Fields;
use tables::Beside;

use crate::json;

/// What fetches the bytes of a table that a request names, or says in English why there are none.
pub type TableSource<'t> = dyn Fn(&str) -> Result<Vec<u8>, String> + 't;

/// What answers a method.
type Method = fn(Fields<'_>, &Beside<'_>) -> Result<Value, StatisticError>;

/// The methods by name.
const METHODS: [(&str, Method); 37] = [
    ("attrition", scales::phases::attrition),
    ("benjamini_hochberg", many::benjamini_hochberg),
    ("cohen_kappa", scales::agreement::cohen_kappa),
    ("cronbach_alpha", scales::reliability::cronbach_alpha),
    ("descriptives", samples::descriptives),
    ("finite_population", planning::finite_population),
    ("fleiss_kappa", scales::agreement::fleiss_kappa),
    ("hodges_lehmann", pairs::hodges_lehmann),
    ("holm", many::holm),
    ("k_anonymity", scales::disclosure::k_anonymity),
    ("kendall_w", scales::agreement::kendall_w),
    ("kish", scales::weights::kish),
    ("krippendorff_alpha", scales::agreement::krippendorff_alpha),
    ("link_codes", scales::phases::link_codes),
    ("mann_whitney", samples::mann_whitney),
    ("merge", scales::reliability::merge),
    ("multi_select", scales::shares::multi_select),
    ("nps", proportions::nps),
    ("omega_one_factor", scales::reliability::omega_one_factor),
    ("paired_proportions", proportions::paired),
    ("paired_t", pairs::paired_t),
    ("poststratify", scales::weights::poststratify),
    ("proportion_ci", proportions::one),
    ("proportion_diff_independent", proportions::independent),
    ("rake", scales::weights::rake),
    ("response_quality", scales::shares::response_quality),
    ("response_rates", planning::response_rates),
    ("sample_size", planning::sample_size),
    ("scale_score", scales::reliability::scale_score),
    ("suppress_table", scales::disclosure::suppress_table),
    ("threshold_decision", verdicts::threshold_decision),
    ("threshold_decision_finite", verdicts::threshold_decision_finite),
    ("top_box", scales::shares::top_box),
    ("two_phase", scales::phases::two_phase),
    ("weighted_proportion", scales::weights::weighted_proportion),
    ("welch_t", samples::welch_t),
    ("wilcoxon_signed_rank", pairs::wilcoxon),
];

/// The names of all methods, in the order of letters.
pub fn statistic_methods() -> impl Iterator<Item = &'static str> {
    METHODS.iter().map(|(name, _)| *name)
}

/// Answers a request, `{"method": …, "input": {…}, "tables": {…}}`, as canonical JSON (RFC 8785). `tables` holds tables as text, by
/// the names by which the input calls them; those that are not there `elsewhere` is asked for. Further fields are not looked at.
///
/// # Errors
/// [`StatisticError`]: what is no request (`VEC001`), an unknown method (`VEC002`), a field that is not what it must be (`VEC003`), a
/// table that cannot be read (`VEC004`), and what the statistic itself refuses.
pub fn statistic(request: &[u8], elsewhere: &TableSource<'_>) -> Result<String, StatisticError> {
    let request: Value = json::read_by_serde(request).map_err(|_| StatisticError::NotARequest)?;
    let name = request.get("method").and_then(Value::as_str).ok_or(StatisticError::NotARequest)?;
    let unknown = || StatisticError::UnknownMethod { method: name.chars().take(40).collect() };
    let (_, method) = METHODS.iter().find(|(known, _)| *known == name).ok_or_else(unknown)?;
    let beside = Beside { given: request.get("tables"), elsewhere };
    let answer = method(Fields(request.get("input").unwrap_or(&Value::Null)), &beside)?;
    json::canonical_value(&answer).map_err(|_| StatisticError::NotARequest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nowhere(_: &str) -> Result<Vec<u8>, String> {
        Err("there is no such table".into())
    }

    fn answer(request: &str) -> Result<String, String> {
        statistic(request.as_bytes(), &nowhere).map_err(|error| format!("{}: {error}", error.code()))
    }

    #[test]
    fn the_methods_stand_in_the_order_of_letters() {
        assert!(statistic_methods().is_sorted(), "{:?}", statistic_methods().collect::<Vec<_>>());
    }

    #[test]
    fn undefined_is_null_and_refusals_have_codes() {
        let empty = answer(r#"{"method":"proportion_ci","input":{"x":0,"n":0,"conf":0.95}}"#).unwrap();
        assert!(empty.contains(r#""wilson":null"#) && empty.contains(r#""estimate":null"#), "{empty}");
        let refused = |request: &str| answer(request).unwrap_err();
        assert_eq!(refused("[]"), "VEC001: not a JSON object with `method` and `input`");
        assert_eq!(refused(r#"{"method":"ρ"}"#), "VEC002: there is no method `ρ`");
        assert_eq!(
            refused(r#"{"method":"kish","input":{"weights":"1"}}"#),
            "VEC003: `weights` must be a list"
        );
        assert_eq!(
            refused(r#"{"method":"proportion_ci","input":{"x":3,"n":2,"conf":0.95}}"#).split(':').next(),
            Some("SVY002")
        );
        assert_eq!(
            refused(r#"{"method":"top_box","input":{"csv":"a.csv","column":"q","top_from":4}}"#),
            "VEC004: the table cannot be read: there is no such table"
        );
    }

    #[test]
    fn a_group_by_any_name_leaves_the_total_as_it_is() {
        let request = r#"{"method":"top_box","tables":{"a.csv":"a,g\n5,total\n1,groups\n4,x\n"},
            "input":{"csv":"a.csv","column":"a","top_from":4,"by":"g"}}"#;
        let of: serde_json::Value = serde_json::from_str(&answer(request).unwrap()).unwrap();
        let of = of.get("result").unwrap_or(&of);
        assert_eq!((&of["total"]["x"], &of["total"]["n"]), (&2.into(), &3.into()), "{of}");
        assert_eq!(
            (&of["groups"]["total"]["n"], &of["groups"]["groups"]["x"]),
            (&1.into(), &0.into()),
            "{of}"
        );
        assert_eq!(of["x"], of["groups"]["x"]);
    }

    #[test]
    fn a_table_lies_in_the_request_itself() {
        let request = r#"{"method":"top_box","tables":{"a.csv":"q;g\n4;x\n5;x\n2;ы\n;x\n"},
            "input":{"csv":"a.csv","column":"q","top_from":4,"by":"g"}}"#;
        let said = answer(request).unwrap();
        assert!(said.contains(r#""total":{"missing":1,"n":3,"#), "{said}");
        let two = r#"{"method":"mann_whitney","tables":{"a.csv":"v,g\n1,a\n2,b\n3,b\n"},
            "input":{"csv":"a.csv","column":"v","group":"g","x_group":"a","y_group":"b"}}"#;
        assert!(answer(two).unwrap().contains(r#""u1":0"#));
        let torn = two.replace("3,b", "3,b,c");
        assert!(answer(&torn).unwrap_err().starts_with("VEC004"));
    }
}
