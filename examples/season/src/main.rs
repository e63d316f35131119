//! Writes the sample season to standard output:
//! `cargo run -p qoldau-season > examples/data/season.jsonl`.

use std::io::Write;

fn main() -> std::io::Result<()> {
    std::io::stdout().write_all(qoldau_season::season().as_bytes())
}
