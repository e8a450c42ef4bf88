//! `cargo xtask fuzz office`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| langkinh_fuzz::office(data));
