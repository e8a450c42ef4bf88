//! `cargo xtask fuzz archive`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| langkinh_fuzz::archive(data));
