//! `cargo xtask fuzz dictionary`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| langkinh_fuzz::dictionary(data));
