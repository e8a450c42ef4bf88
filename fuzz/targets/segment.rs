//! `cargo xtask fuzz segment`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| langkinh_fuzz::segment(data));
