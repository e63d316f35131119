#![allow(dead_code, reason = "each test uses its part")]
//! Golden files: readable cases, made anew from their phrases and compared.

pub(crate) mod dues;
pub(crate) mod targets;

use std::fmt::Write as _;
use std::path::PathBuf;

/// Compares a golden file with what its phrases give now. Lines that begin with `#` and empty lines stay; a case
/// begins with `label | phrase`, in which `\n` is a line break, and its indented lines are made anew.
pub(crate) fn check(file: &str, block: impl Fn(&str, &str) -> String) {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "golden", file].iter().collect();
    let golden = std::fs::read_to_string(&path).expect("the golden file");
    let mut made = String::new();
    for line in golden.lines().filter(|line| !line.starts_with(' ')) {
        match line.split_once(" | ").filter(|_| !line.starts_with('#')) {
            Some((label, phrase)) => {
                let block = block(label, phrase);
                writeln!(made, "{}", block.lines().map(str::trim_end).collect::<Vec<_>>().join("\n"))
                    .unwrap();
            }
            None => writeln!(made, "{line}").unwrap(),
        }
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &made).expect("the golden file is written");
        return;
    }
    for (number, (want, got)) in (1..).zip(golden.lines().zip(made.lines())) {
        assert_eq!(got, want, "{file}, line {number}");
    }
    assert_eq!(made.lines().count(), golden.lines().count(), "{file}: number of lines");
}
