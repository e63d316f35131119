//! The example does the main job on the real annex.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

#[test]
fn it_says_where_the_lines_stand_and_writes_the_report() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("data");
    let page = env::temp_dir().join(format!("qoldau-example-{}.html", std::process::id()));
    let output = Command::new(env!("CARGO_BIN_EXE_qoldau-example"))
        .args([data.join("qoldau-2024.kk.docx"), data.join("season.jsonl")])
        .arg("2024-09-15")
        .arg(&page)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.starts_with("73 lines on 2024-09-15\n38 proven, 33 need action, 0 overdue\n"), "{said}");
    let report = fs::read_to_string(&page).unwrap();
    fs::remove_file(&page).unwrap();
    assert!(report.contains("<html") && report.contains("38"));
}
