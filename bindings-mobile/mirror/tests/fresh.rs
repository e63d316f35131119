//! The committed mirrors are what the core's sources say today.

use std::collections::BTreeSet;
use std::fs;

use qoldau_mirror::{FILES, mirrors, top};

#[test]
fn the_mirrors_are_fresh() {
    let update = std::env::var_os("QOLDAU_UPDATE").is_some_and(|value| value == "1");
    let mut stale = Vec::new();
    for (path, text) in mirrors().unwrap() {
        let file = top().join(&path);
        if update {
            fs::write(&file, &text).unwrap();
        } else if fs::read_to_string(&file).unwrap_or_default() != text {
            stale.push(path);
        }
    }
    assert!(stale.is_empty(), "stale: {stale:?}; run: QOLDAU_UPDATE=1 cargo test -p qoldau-mirror");
}

#[test]
fn no_other_file_lies_among_the_mirrors() {
    let listed: BTreeSet<String> = FILES.iter().map(|file| format!("{}.rs", file.name)).collect();
    for file in fs::read_dir(top().join("bindings-mobile/src/mirror")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(name == "mod.rs" || listed.contains(&name), "{name}");
    }
}

#[test]
fn every_type_has_its_documentation_and_no_word_of_rust_documentation() {
    for (path, text) in mirrors().unwrap() {
        assert!(!text.contains("[`") && !text.contains("*/"), "{path}");
        let mut before = "";
        for line in text.lines() {
            let item = line.trim_start().starts_with("pub ") && !line.starts_with("pub ");
            assert!(!item || before.trim_start().starts_with(['/', '#']), "{path}: {line}");
            before = line;
        }
    }
}
