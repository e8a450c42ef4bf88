//! Writes the tables that the command carries into the build folder.

use std::path::PathBuf;
use std::{env, fs};

#[path = "xtask/src/tables.rs"]
mod tables;

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=xtask/src/tables.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the build folder"));
    let pack = tables::pack("data".as_ref()).expect("data/*.tsv are readable");
    fs::write(out.join("tables.pack"), pack).expect("the build folder is writable");
}
