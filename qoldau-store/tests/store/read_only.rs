//! Files and folders that may not be written to.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use qoldau_store::Store;

use crate::support::season;

const PATH: &str = "QOLDAU_STORE_READ_ONLY";
const SAID: &str = "opening says ";

/// What somebody who is not root is told. It is a process of its own, because a process does not get back what it gave up.
#[test]
#[ignore = "no test by itself: the test below starts it as a user to whom something is forbidden"]
fn child() {
    let Some(path) = std::env::var_os(PATH).map(PathBuf::from) else { return };
    let opened = Store::open(&path);
    println!("\n{SAID}{}", opened.map_or_else(|error| error.code(), |_| "nothing"));
}

/// What opening says to somebody who is not root, to whom nothing is forbidden.
fn opening_says(folder: &Path, path: &Path) -> String {
    let exe = folder.join("exe");
    if !exe.exists() {
        fs::copy(std::env::current_exe().unwrap(), &exe).unwrap();
    }
    let mut child = Command::new(&exe);
    child.args(["read_only::child", "--exact", "--ignored", "--nocapture"]).env(PATH, path);
    if fs::metadata(&exe).unwrap().uid() == 0 {
        child.uid(65534).gid(65534);
    }
    let output = String::from_utf8(child.output().unwrap().stdout).unwrap();
    output.lines().find_map(|line| line.strip_prefix(SAID)).unwrap_or_else(|| panic!("{output}")).to_owned()
}

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

#[test]
fn what_may_not_be_written_to_is_told() {
    let folder = tempfile::tempdir().unwrap();
    allow(folder.path(), 0o755);
    let inner = folder.path().join("inner");
    fs::create_dir(&inner).unwrap();
    let path = inner.join("journal");
    Store::open(&path).unwrap().append(&season("phone", 1, 3, 60)).unwrap();
    for (inner_mode, mode, says) in [
        (0o777, 0o666, "nothing"),
        (0o777, 0o444, "STO002"),
        (0o555, 0o444, "STO002"),
        (0o555, 0o666, "STO002"),
    ] {
        allow(&path, mode);
        allow(&inner, inner_mode);
        assert_eq!(opening_says(folder.path(), &path), says, "file {mode:o} in folder {inner_mode:o}");
    }
    assert_eq!(opening_says(folder.path(), &inner.join("new")), "STO011");
    allow(&inner, 0o777);
    allow(&path, 0o666);
    assert_eq!(Store::open(&path).unwrap().status().unwrap().entries, 3);
}
