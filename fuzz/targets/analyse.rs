//! `cargo xtask fuzz analyse`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| langkinh_fuzz::analyse(data));
