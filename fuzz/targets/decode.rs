//! `cargo xtask fuzz decode`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| langkinh_fuzz::decode(data));
