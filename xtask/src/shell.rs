//! Running other programs, and saying so.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What a step comes to: nothing, or one sentence for the reader.
pub type Done = Result<(), String>;

/// The folder of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the project")
}

/// A program to run in the project's folder, with the npm tools on the path.
pub fn command(line: &str) -> Command {
    let mut words = line.split_whitespace();
    let mut command = Command::new(words.next().expect("a line names a program"));
    command.args(words).current_dir(root());
    let tools = root().join("tests/node_modules/.bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    // Where cargo puts what it installs, even if the reader's path does not have it.
    let installed = cargo_home().map(|home| home.join("bin"));
    let folders = std::iter::once(tools).chain(std::env::split_paths(&path)).chain(installed);
    if let Ok(path) = std::env::join_paths(folders) {
        command.env("PATH", path);
    }
    // Set by the cargo that runs this program; they would make every inner cargo rebuild or misread its manifest.
    for name in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_PKG_NAME", "CARGO_PKG_VERSION"] {
        command.env_remove(name);
    }
    command
}

/// Cargo's own folder.
pub fn cargo_home() -> Option<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))
}

/// Runs `command` with its output shown, after saying `what`.
pub fn step(what: &str, command: &mut Command) -> Done {
    eprintln!("· {what}");
    let start = Instant::now();
    let status = command.status().map_err(|e| format!("{what}: {} does not start: {e}", name(command)))?;
    if !status.success() {
        return Err(format!("{what}: {} failed ({status})", name(command)));
    }
    let seconds = start.elapsed().as_secs();
    if seconds > 4 {
        eprintln!("  done in {seconds} s");
    }
    Ok(())
}

/// What a program prints, if it starts and ends well.
pub fn output(line: &str) -> Option<String> {
    let out = command(line).stderr(Stdio::null()).output().ok()?;
    out.status.success().then(|| String::from_utf8_lossy(&out.stdout).trim().to_owned())
}

/// Where a program lies on the path.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}
