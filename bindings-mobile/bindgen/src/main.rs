//! Generates the Kotlin, Swift and Python of the library: `uniffi-bindgen generate --library …`.

fn main() {
    uniffi::uniffi_bindgen_main();
}
