//! Everything that is generated and committed is fresh.

use qoldau_tests::fresh;

#[test]
fn the_sample_season_is_fresh() {
    fresh("examples/data/season.jsonl", &qoldau_season::season()).unwrap();
}

#[test]
fn the_json_schemas_are_fresh() {
    let stale: Vec<String> = qoldau_tests::schemas::all()
        .into_iter()
        .filter_map(|(name, schema)| fresh(&format!("docs/schemas/{name}.json"), &schema).err())
        .collect();
    assert!(stale.is_empty(), "{}", stale.join("\n"));
}

#[test]
fn the_page_of_the_rules_is_fresh() {
    fresh("docs/rules.md", &qoldau_tests::rules::page()).unwrap();
}
