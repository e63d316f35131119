//! `qoldau-wasm-bindgen MODULE.wasm FOLDER NAME`: the glue and types of a compiled module.
//!
//! It is wasm-bindgen's own library in the version of Cargo.lock, so that the module and its glue cannot differ.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, folder, name] = arguments.as_slice() else {
        return fail("usage: qoldau-wasm-bindgen MODULE.wasm FOLDER NAME");
    };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name(name).typescript(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    match bindgen.bundler(true).and_then(|bindgen| bindgen.generate(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&format!("{error:?}")),
    }
}

/// Says what is wrong.
#[expect(clippy::print_stderr, reason = "a tool of the build speaks to whoever builds")]
fn fail(words: &str) -> ExitCode {
    eprintln!("{words}");
    ExitCode::FAILURE
}
