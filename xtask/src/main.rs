//! `cargo xtask`: sets up, builds, serves and tests. Every step says what it does; what is right already is skipped.

mod build;
mod compile;
mod first;
mod fuzz;
mod gold;
mod integrity;
mod offline;
mod sealed;
mod serve;
mod setup;
mod shell;
mod single;
mod sizes;
mod smaller;
mod spark;
mod split;
mod stamp;
mod tables;
mod test;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask serve [--port N] [--no-build] [--policy TEXT]
                                            set up, build, serve the page on 127.0.0.1
cargo xtask test [--update] [GROUP…]        set up, build, run every check (or the groups named)
cargo xtask fuzz [TARGET] [SECONDS]         arbitrary bytes through the engine, 60 seconds a target
cargo xtask build [--single] [--no-build]   set up, build pkg/ and dist/; --single: dist/langkinh.html besides
cargo xtask oembed ADDRESS [QUERY]          what an oEmbed client is answered for the page at ADDRESS
cargo xtask sizes                           what the built files weigh
--update rewrites the committed snapshots (tests/accuracy.snap, pkg/size.snap).";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let flag = |name: &str| args.iter().any(|a| a == name);
    let done = match args.first().map(String::as_str) {
        Some("serve") => serve::run(port(&args), !flag("--no-build"), value(&args, "--policy")),
        Some("test") => {
            let groups = args[1..].iter().filter(|a| !a.starts_with("--")).cloned().collect();
            test::run(groups, flag("--update"))
        }
        Some("fuzz") => {
            let seconds = args[1..].iter().find_map(|a| a.parse().ok()).unwrap_or(60);
            fuzz::run(args[1..].iter().map(String::as_str).find(|a| a.parse::<u32>().is_err()), seconds)
        }
        Some("build") => {
            let built = if flag("--no-build") { Ok(()) } else { build::all() };
            built.and_then(|()| if flag("--single") { single::build() } else { Ok(()) })
        }
        Some("oembed") => {
            let given = |at: usize| args.get(at).map_or("", String::as_str);
            integrity::oembed(given(1), given(2)).map(|text| print!("{text}"))
        }
        Some("sizes") => sizes::print(),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// What stands behind the option `name`.
fn value<'a>(args: &'a [String], name: &str) -> Option<&'a str> {
    let at = args.iter().position(|a| a == name)?;
    args.get(at + 1).map(String::as_str)
}

/// The port asked for with `--port N`; 8080 if none, 0 for any that is free.
fn port(args: &[String]) -> u16 {
    value(args, "--port").and_then(|n| n.parse().ok()).unwrap_or(8080)
}
