//! The plan's JSON with what agreements took out of it, and plans of format 1.0, which have no such field.

use qoldau_core::plan::{read_plan, write_plan};

use crate::support::*;

fn file(name: &str) -> String {
    let path = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests").join(name);
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn a_plan_of_format_1_0_is_the_plan_it_was() {
    let before = file("fixtures/plan-1.0.json");
    assert!(before.contains("\"format\": \"qoldau-plan/1.0\"") && !before.contains("withdrawn"));
    let migrated = write_plan(&read_plan(before.as_bytes()).unwrap()).unwrap();
    assert!(
        format!("{migrated}\n") == file("golden/annex-plan.json"),
        "the plan reads otherwise than it did"
    );
}

#[test]
fn what_was_withdrawn_goes_with_the_plan() {
    let new = Annex::real()
        .change("II БЛОК", "Екінші Қызметкер", "Ерлан Жаңабай")
        .change(
            "қорытынды презентация",
            "Презентация\n\nӘлеуметтік желіде тікелей эфир (Facebook, Instagram)",
            "Презентация",
        )
        .change("қорытынды презентация", "1\n\n2\n", "1\n")
        .plan();
    let next = amended(&plan(), &new).plan;
    assert_eq!(next.withdrawn.len(), 2);
    let json = write_plan(&next).unwrap();
    assert_eq!(read_plan(json.as_bytes()), Ok(next));
    // Who left is remembered by the id alone: the edition before has the name.
    let gone = &json[json.find("\"withdrawn\"").unwrap()..];
    assert!(!gone.contains("Қызметкер"), "{gone}");
}
