//! `qoldau people export` and `erase`.

use crate::program::{folder, qoldau};

#[test]
fn all_that_is_held_of_one_person_is_written_and_taken_out() {
    let folder = folder("people-person");
    let file = |name: &str| folder.join(name).display().to_string();
    let (journal, registry) = (file("journal.jsonl"), file("registry.json"));
    let persons = ["p-1", "p-2", "p-3"].map(|id| serde_json::json!({ "id": id, "name": "Синтетова Әлия" }));
    let text = serde_json::json!({ "format": "qoldau-registry/1.0", "persons": persons }).to_string();
    std::fs::write(&registry, text).unwrap();
    let list = r#"{"id":"a","on":"2024-06-15","author":"a","kind":"attendance","body":{"event":"cup","persons":["p-1","p-2"],"by":"list"}}"#;
    let same = r#"{"id":"b","on":"2024-06-16","author":"a","kind":"personDecision","body":{"one":"p-1","other":"p-3","verdict":"same"}}"#;
    let header = r#"{"format":"qoldau-journal/1.1","plan":"p"}"#;
    std::fs::write(&journal, [header, list, same].join("\n")).unwrap();
    let of = |what: &str, person: &str, to: &str| {
        let to = file(to);
        qoldau(&[
            "people",
            what,
            &journal,
            "--registry",
            &registry,
            "--one",
            person,
            "-o",
            &to,
            "--language",
            "en",
        ])
    };
    let written = |name: &str| -> serde_json::Value {
        serde_json::from_slice(&std::fs::read(folder.join(name)).unwrap()).unwrap()
    };

    // The person under both ids that a decision brings together.
    let run = of("export", "p-1", "held.json");
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{}", run.err);
    let held = written("held.json");
    let ids = |list: &serde_json::Value, key: &str| -> Vec<String> {
        list.as_array().unwrap().iter().map(|one| one[key].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(&held["records"], "id"), ["p-1", "p-3"]);
    assert_eq!(ids(&held["mentions"], "entry"), ["a", "b"]);

    let run = of("erase", "p-1", "without.json");
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.starts_with("Records taken out of the registry: 2."), "{}", run.err);
    assert!(run.err.contains("still have the id") && run.err.contains(": a, b."), "{}", run.err);
    assert_eq!(ids(&written("without.json")["persons"], "id"), ["p-2"]);

    // Nobody is not an empty answer, and nothing is written.
    let nobody = of("export", "p-9", "nobody.json");
    assert!(nobody.code == Some(2) && nobody.err.contains("CLI038"), "{}", nobody.err);
    assert!(!folder.join("nobody.json").exists());
    let missing = qoldau(&["people", "erase", &journal, "--one", "p-1"]);
    assert!(missing.code == Some(2) && missing.err.contains("CLI037") && missing.err.contains("--registry"));
}
