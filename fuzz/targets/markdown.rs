//! `cargo xtask fuzz markdown`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| langkinh_fuzz::markdown(data));
