//! `cargo xtask fuzz feed`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| langkinh_fuzz::feed(data));
