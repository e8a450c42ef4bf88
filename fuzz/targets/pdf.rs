//! `cargo xtask fuzz pdf`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| langkinh_fuzz::pdf(data));
