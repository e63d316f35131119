//! Runs the built binary.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run came to.
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// A file of the examples.
pub(crate) fn data(name: &str) -> String {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../data").join(name).display().to_string()
}

/// A folder of this test's own, empty.
pub(crate) fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

/// The program with these arguments, in English unless they say otherwise, and nothing of the environment that matters to it.
pub(crate) fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qoldau"));
    command.args(arguments).env_clear().env("LANG", "en_US.UTF-8");
    command
}

/// Runs the program with nothing to read.
pub(crate) fn qoldau(arguments: &[&str]) -> Run {
    piped(arguments, b"")
}

/// Runs the program with these bytes as its standard input.
pub(crate) fn piped(arguments: &[&str], input: &[u8]) -> Run {
    finish(program(arguments), input)
}

/// Runs a command to its end.
pub(crate) fn finish(mut command: Command, input: &[u8]) -> Run {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // Written from beside: the program may answer before it has read all, or never read at all.
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("the program ends");
    let _ = writer.join().expect("the writer ends");
    Run {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

impl Run {
    /// Standard output of a run that ended with this code and complained of nothing.
    pub(crate) fn quiet(self, code: i32) -> String {
        assert_eq!((self.code, self.err.as_str()), (Some(code), ""));
        self.out
    }

    /// Standard output as JSON.
    pub(crate) fn json(self) -> serde_json::Value {
        serde_json::from_str(&self.quiet(0)).expect("JSON")
    }
}
