//! Runs the built binary.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::personal::names_somebody;

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
    let run = Run {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    };
    names_nobody(&command, &run);
    run
}

/// Commands whose output is there to carry people: a plan has the team of its contract, a list that was read has its people.
const CARRIES: [&[&str]; 6] =
    [&["read"], &["pair"], &["amend"], &["people", "import"], &["people", "export"], &["people", "erase"]];

/// Whatever any test lets the program say, people are named by the commands alone that exist to carry them, and in no complaint.
fn names_nobody(command: &Command, run: &Run) {
    let arguments: Vec<&str> = command.get_args().filter_map(|argument| argument.to_str()).collect();
    let is_of = |words: &&&[&str]| words.iter().all(|word| arguments.contains(word));
    assert!(!names_somebody(&run.err), "people in what is complained: {arguments:?}");
    if CARRIES.iter().find(is_of).is_none() {
        assert!(!names_somebody(&run.out), "people in the output: {arguments:?}");
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
