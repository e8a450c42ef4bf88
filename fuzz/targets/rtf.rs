//! `cargo xtask fuzz rtf`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| langkinh_fuzz::rtf(data));
