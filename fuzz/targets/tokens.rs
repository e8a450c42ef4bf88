//! `cargo xtask fuzz tokens`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| langkinh_fuzz::tokens(data));
