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

    fn refused(request: &str) -> String {
        let said = answer(request).unwrap_err();
        said.split(':').next().unwrap_or_default().to_owned()
    }

    fn value(request: &str) -> serde_json::Value {
        serde_json::from_str(&answer(request).unwrap()).unwrap()
    }

    /// Two people, three rows before and two after.
    fn phases(words: [&str; 2], more: &str) -> String {
        let [one, other] = words;
        format!(
            r#"{{"method":"two_phase","tables":{{"a.csv":"id,wave,x,y\n1,{other},5,5\n2,{other},4,4\n1,{one},1,1\n2,{one},2,2\n3,{one},1,2\n"}},
            "input":{{"csv":"a.csv","id":"id","phase":"wave","items":["x","y"],"reverse":[],"scale":[1,5],"min_answered":1,
            "top_item":"x","top_from":4{more}}}}}"#
        )
    }

    #[test]
    fn the_filter_says_which_of_two_phases_in_words_is_the_first() {
        for words in [["pre", "post"], ["before", "after"], ["дейін", "кейін"]] {
            let [one, other] = words;
            let of = value(&phases(words, &format!(r#","filter":{{"wave":["{one}","{other}"]}}"#)));
            assert_eq!(of["phases"], serde_json::json!(words));
            assert_eq!((&of["phase1"]["rows"], &of["phase2"]["rows"]), (&3.into(), &2.into()));
            assert_eq!(of["paired_t_second_minus_first"]["mean_diff"], 3.0);
            // Without a filter it is the order of the rows, which here begin with the second phase.
            assert_eq!(value(&phases(words, ""))["phases"], serde_json::json!([other, one]));
        }
        // Numbers have an order of their own, however they are named and written.
        let of = value(&phases(["1", "2.0"], r#","filter":{"wave":[2,1]}"#));
        assert_eq!((&of["phases"], &of["phase1"]["rows"]), (&serde_json::json!(["1", "2"]), &3.into()));
    }

    #[test]
    fn a_phase_without_rows_is_empty_and_no_error() {
        let nobody = phases(["pre", "post"], r#","filter":{"wave":["pre","after"]}"#);
        let of = value(&nobody);
        assert_eq!((&of["phase1"]["rows"], &of["phase2"]["rows"]), (&3.into(), &0.into()));
        assert_eq!((&of["phase2"]["mean"], &of["matched_ids"]), (&Value::Null, &0.into()));
        assert_eq!(refused(&phases(["pre", "post"], r#","filter":{"wave":"pre"}"#)), "VEC003");
        assert_eq!(refused(&phases(["1", "2"], r#","duplicate_ids":"keep last""#)), "VEC003");
    }

    #[test]
    fn a_difference_is_the_way_round_that_is_asked_for() {
        let of = |difference: &str| {
            value(&format!(
                r#"{{"method":"paired_t","input":{{"first":[1,2,3,4],"second":[2,2,5,3]{difference}}}}}"#
            ))["mean_diff"]
                .as_f64()
        };
        assert_eq!(of(""), Some(-0.5));
        assert_eq!(of(r#","difference":"first - second""#), Some(-0.5));
        assert_eq!(of(r#","difference":"second - first""#), Some(0.5));
        let other =
            r#"{"method":"wilcoxon_signed_rank","input":{"first":[1],"second":[2],"difference":"ratio"}}"#;
        assert_eq!(refused(other), "VEC003");
    }

    #[test]
    fn marks_in_every_language_count_and_what_is_none_is_refused() {
        let of = |cells: &str| {
            format!(
                r#"{{"method":"multi_select","input":{{"csv":"a.csv","options":["sport","music"]}},"tables":{{"a.csv":"sport,music\n{cells}"}}}}"#
            )
        };
        let counted = value(&of(r"да,нет\n,иә\nx,✓\n0,1\nNA,\n"));
        assert_eq!(counted["count"], serde_json::json!({"sport": 2, "music": 3}));
        assert_eq!((&counted["n_rows"], &counted["n_not_asked"]), (&4.into(), &1.into()));
        assert_eq!(refused(&of(r"foo,1\n")), "VEC004");
    }

    #[test]
    fn a_table_whose_columns_slipped_is_refused_by_every_method() {
        let of = |table: &str| {
            format!(
                r#"{{"method":"weighted_proportion","input":{{"csv":"a.csv","y":"y","w":"w"}},"tables":{{"a.csv":"{table}"}}}}"#
            )
        };
        assert_eq!(value(&of(r"y,w\n1,1\nNA,2\n0,3\n"))["p"], 0.25);
        assert_eq!(value(&of(r"y,w\nTrue,1\n,2\nFalse,3\n"))["p"], 0.25);
        for slipped in [r"y,w\n1,1,5\n0,2\n", r"y,w\n1\n", r"y,w,w\n1,2,3\n"] {
            assert_eq!(refused(&of(slipped)), "VEC004", "{slipped}");
        }
        // A scale of marks is no yes and no.
        assert_eq!(refused(&of(r"y,w\n2,1\n")), "VEC003");
    }

    #[test]
    fn a_choice_that_is_not_known_is_refused_and_never_ignored() {
        let table = r#""tables":{"a.csv":"q,g\n5,1\n1,2\n"}"#;
        let top = |more: &str| {
            format!(
                r#"{{"method":"top_box","input":{{"csv":"a.csv","column":"q","top_from":4{more}}},{table}}}"#
            )
        };
        for more in [r#","filter":[{"g":1}]"#, r#","scale":[1,5,7]"#, r#","scale":[5,1]"#, r#","by":{}"#] {
            assert_eq!(refused(&top(more)), "VEC003", "{more}");
        }
        for request in [
            r#"{"method":"suppress_table","input":{"table":[[1,2],[3,4]],"primary_rule":"count < 3"}}"#,
            r#"{"method":"suppress_table","input":{"table":[[1,2],[3,4]],"primary_rule":"0 <= count < 3"}}"#,
            r#"{"method":"omega_one_factor","input":{"items":["a"],"rows":[[1]],"estimator":"minres"}}"#,
            r#"{"method":"poststratify","input":{"stratum":["a"],"population":{"a":1},"normalise_to":"one"}}"#,
        ] {
            assert_eq!(refused(request), "VEC003", "{request}");
        }
        let k = format!(
            r#"{{"method":"k_anonymity","input":{{"csv":"a.csv","quasi_identifiers":["g"],"missing":"wildcard"}},{table}}}"#
        );
        assert_eq!(refused(&k), "VEC003");
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        let of = value(r#"{"method":"descriptives","input":{"values":["1e3",2000,null]}}"#);
        assert_eq!((&of["mean"], &of["n"]), (&1500.into(), &2.into()));
        let of = value(r#"{"method":"proportion_ci","input":{"x":"3","n":12}}"#);
        assert_eq!(of["estimate"], 0.25);
        let of = value(r#"{"method":"kish","input":{"weights":["1.5",3]}}"#);
        assert_eq!(of["n"], 2);
    }

    #[test]
    fn what_is_undefined_is_nothing() {
        let null = serde_json::Value::Null;
        // Pairwise covariances by which the sum of the items has a variance below 0.
        let alpha = value(
            r#"{"method":"cronbach_alpha","input":{"rows":[[null,4.6,1.8,3.6],[4.5,2.3,1.9,1.0],[1.7,4.7,4.5,3.3]],"items":["a","b","c","d"],"reverse":[],"scale":[1,5]}}"#,
        );
        assert_eq!((&alpha["pairwise"]["alpha"], &alpha["pairwise"]["indefinite"]), (&null, &true.into()));
        let nobody = value(r#"{"method":"response_quality","input":{"rows":[]}}"#);
        assert_eq!((&nobody["longstring_max"], &nobody["n_rows"]), (&null, &0.into()));
        let stuck = value(
            r#"{"method":"rake","input":{"rows":[["x","u"],["y","v"]],"variables":["a","b"],"targets":{"a":{"x":60,"y":40},"b":{"u":50,"v":50}},"y":[1,0]}}"#,
        );
        assert_eq!((&stuck["converged"], &stuck["mean_y"], &stuck["n_eff"]), (&false.into(), &null, &null));
    }

    #[test]
    fn what_is_certain_is_one_and_not_nearly_one() {
        for (b, c) in [(1, 0), (4, 5), (7, 7), (20, 19)] {
            let request = format!(
                r#"{{"method":"paired_proportions","input":{{"both":3,"first_only":{b},"second_only":{c},"neither":2}}}}"#
            );
            assert_eq!(value(&request)["p_exact"], 1, "{b} {c}");
        }
        for [x1, n1, x2, n2] in [[0, 1, 1, 4], [1, 2, 2, 4], [3, 7, 4, 9]] {
            let request = format!(
                r#"{{"method":"proportion_diff_independent","input":{{"x1":{x1},"n1":{n1},"x2":{x2},"n2":{n2}}}}}"#
            );
            assert_eq!(value(&request)["p_fisher"], 1, "{x1}/{n1} {x2}/{n2}");
        }
    }
}
