//! Arbitrary bytes through the engine (`fuzz/`): guided by coverage where a C++ compiler is at hand, shaken otherwise.

use std::path::PathBuf;
use std::process::Command;

use crate::shell::{Done, command, find, output, root, step};
use crate::test::Count;

/// The targets, and the folder of the seeds of each.
const TARGETS: [(&str, &str); 16] = [
    ("decode", "text"),
    ("tokens", "text"),
    ("segment", "text"),
    ("analyse", "text"),
    ("session", "session"),
    ("dictionary", "dictionary"),
    ("html", "html"),
    ("mhtml", "mhtml"),
    ("feed", "feed"),
    ("table", "table"),
    ("json", "json"),
    ("markdown", "markdown"),
    ("archive", "archive"),
    ("office", "office"),
    ("rtf", "rtf"),
    ("pdf", "pdf"),
];

/// Seconds that each target is given among the tests.
const SECONDS_IN_TEST: u32 = 5;

/// What `cargo-fuzz` passes for coverage; all of it is known to the stable compiler.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";

/// Runs a target (all, one after the other, if none is named) for so many seconds.
pub fn run(name: Option<&str>, seconds: u32) -> Done {
    let chosen: Vec<_> = TARGETS.iter().filter(|(target, _)| name.is_none_or(|name| name == *target)).collect();
    if chosen.is_empty() {
        return Err(format!("there is no such target; targets are {}", TARGETS.map(|(target, _)| target).join(", ")));
    }
    let guided = find("c++").is_some() && cfg!(unix);
    let programs = if guided { guided_programs()? } else { shaker()? };
    for (target, seeds) in chosen {
        let mut run =
            if guided { guide(&programs, target, seeds, seconds)? } else { shake(&programs, target, seeds, seconds) };
        step(&format!("{target}, {seconds} seconds"), &mut run)?;
    }
    Ok(())
}

/// Each target for a few seconds, always the same way.
pub fn check() -> Result<Count, String> {
    let programs = shaker()?;
    let mut count = Count::default();
    for (target, seeds) in TARGETS {
        let status = shake(&programs, target, seeds, SECONDS_IN_TEST).status().map_err(|e| e.to_string())?;
        count = count + Count::one(status.success());
        if !status.success() {
            eprintln!(
                "{target}: the bytes lie in {}",
                std::env::temp_dir().join(format!("langkinh-shake-{target}")).display()
            );
        }
    }
    Ok(count)
}

fn target_folder() -> PathBuf {
    root().join("target/fuzz")
}

fn shaker() -> Result<PathBuf, String> {
    let mut build =
        command("cargo build --release --locked --manifest-path fuzz/Cargo.toml --no-default-features --bin shake");
    step("the shaker, built once (1 minute)", build.env("CARGO_TARGET_DIR", target_folder()))?;
    Ok(target_folder().join("release"))
}

fn shake(programs: &std::path::Path, target: &str, seeds: &str, seconds: u32) -> Command {
    let mut run = Command::new(programs.join("shake"));
    run.current_dir(root()).args([target, &seconds.to_string(), &format!("fuzz/seeds/{seeds}")]);
    run
}

/// The programs with coverage. A target triple is named so that build scripts do without.
fn guided_programs() -> Result<PathBuf, String> {
    let version = output("rustc -vV").ok_or("rustc is missing")?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("rustc names no host")?;
    let mut build = command(&format!("cargo build --release --locked --manifest-path fuzz/Cargo.toml --target {host}"));
    // Not the shaker: what counts coverage comes with libFuzzer.
    build.args(TARGETS.iter().flat_map(|(target, _)| ["--bin", target]));
    build.env("CARGO_TARGET_DIR", target_folder()).env("RUSTFLAGS", COVERAGE);
    step("the targets with coverage, built once (2 to 4 minutes)", &mut build)?;
    Ok(target_folder().join(host).join("release"))
}

/// What is found stays in `target/fuzz/corpus`, what breaks a law in `target/fuzz/artifacts`.
fn guide(programs: &std::path::Path, target: &str, seeds: &str, seconds: u32) -> Result<Command, String> {
    let [corpus, artifacts] = ["corpus", "artifacts"].map(|name| target_folder().join(name).join(target));
    for folder in [&corpus, &artifacts] {
        std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    }
    let mut run = Command::new(programs.join(target));
    run.current_dir(root()).arg(&corpus).arg(format!("fuzz/seeds/{seeds}"));
    run.arg(format!("-artifact_prefix={}/", artifacts.display()));
    run.args([&format!("-max_total_time={seconds}"), "-max_len=8192", "-timeout=20", "-print_final_stats=1"]);
    Ok(run)
}
