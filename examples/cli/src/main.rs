//! The command `qoldau`.
fn main() {}
