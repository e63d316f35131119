#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| qoldau_core_fuzz::xlsx(bytes));
