//! `cargo xtask fuzz mhtml`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| langkinh_fuzz::mhtml(data));
