//! How modules for browsers are compiled: the same bytes on every machine, and the standard library as small as it gets.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::shell::{cargo_home, command, output, root};

/// A panic is one instruction, which stops the module, without words made ready for it; the page starts the engine anew.
/// Functions keep the names by which modules are parted (`first.rs`), as options that are not stable would change them.
const STOP_AT_ONCE: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Csymbol-mangling-version=legacy"];

/// Sets up `command`, which runs cargo for WebAssembly, by whatever program.
///
/// Where the sources of the standard library are there ([`std_sources`]), it is compiled with the module: with panics that
/// say nothing and its own smaller ways to sort, search and print, the engine weighs 6 % less by brotli. These options are
/// not stable yet; a compiler that does not know them gets none, and makes larger modules that do the same.
pub fn for_browsers(command: &mut Command) -> &mut Command {
    let sources = std_sources();
    let mut flags = without_paths(sources.as_deref());
    if sources.is_some() && knows_them() {
        flags.extend(STOP_AT_ONCE.map(str::to_owned));
        command
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
    }
    // One flag after the other, as cargo takes them: a path may hold blanks.
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
}

/// The folder of the standard library's sources (rustup's component `rust-src`).
pub fn std_sources() -> Option<PathBuf> {
    let folder = Path::new(&output("rustc --print sysroot")?).join("lib/rustlib/src/rust");
    folder.join("library/std/Cargo.toml").is_file().then_some(folder)
}

/// Whether the compiler knows [`STOP_AT_ONCE`].
fn knows_them() -> bool {
    let mut probe = command("rustc --print cfg");
    let out = probe.args(STOP_AT_ONCE).env("RUSTC_BOOTSTRAP", "1").output();
    out.is_ok_and(|out| out.status.success())
}

/// Flags that keep the paths of this machine out of what is compiled, so that every machine builds the same bytes.
fn without_paths(std_sources: Option<&Path>) -> Vec<String> {
    let sources = cargo_home().and_then(|home| std::fs::read_dir(home.join("registry/src")).ok());
    let mut folders: Vec<PathBuf> = sources.into_iter().flatten().flatten().map(|folder| folder.path()).collect();
    folders.push(root().to_owned());
    folders.extend(std_sources.map(Path::to_owned));
    folders.sort();
    folders.iter().map(|folder| format!("--remap-path-prefix={}/=", folder.display())).collect()
}
