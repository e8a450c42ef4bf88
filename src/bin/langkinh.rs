//! The command `langkinh`.

use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    langkinh::cli::run(&args)
}
