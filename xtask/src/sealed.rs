//! What the scripts of the package hold against hashes: `pkg/hashes.js` with those of all files that are fetched, not
//! imported, and `pkg/sealed-worker.js`, the worker with all its modules in one script, so that it is one of these files.

use std::fs;

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

use crate::offline::collect;
use crate::shell::{Done, command, root, step};
use crate::stamp::Stamp;

/// The list, as a module.
pub const HASHES: &str = "pkg/hashes.js";
const WORKER: &str = "sealed-worker.js";
/// Where the script of the worker says that the package lies; what starts it puts the address before it.
const ADDRESS: &str = "PACKAGE_URL";

/// Writes the list for what lies in `pkg/` where there is none yet: the scripts, which name it, run in the midst of a build.
pub fn preliminary() -> Done {
    if root().join(HASHES).exists() { Ok(()) } else { write(&hashes(false)?) }
}

/// Makes the worker and writes the list. The worker holds the list without itself.
pub fn build() -> Done {
    let made = ["pkg/hashes.js", "pkg/sealed-worker.js", "pkg/integrity.json"];
    let stamp = Stamp::of("sealed-worker", &["pkg", "xtask/src/sealed.rs"], &made);
    if !stamp.is_fresh(&made[..2]) {
        write(&hashes(false)?)?;
        bundle("pkg/worker.js", &format!("pkg/{WORKER}"), "iife", ADDRESS)?;
        stamp.keep()?;
    }
    write(&hashes(true)?)
}

/// One script of several, small. `address` stands for the address of each module.
pub fn bundle(from: &str, to: &str, format: &str, address: &str) -> Done {
    let mut line = command(&format!(
        "esbuild {from} --bundle --minify --charset=utf8 --target=es2022 --log-level=error --format={format} --outfile={to}"
    ));
    step(&format!("{to}, one script (seconds)"), line.arg(format!("--define:import.meta.url={address}")))
}

fn hashes(with_worker: bool) -> Result<String, String> {
    let folder = root().join("pkg");
    let mut paths = Vec::new();
    collect(&folder, &folder, &mut paths)?;
    paths.retain(|path| is_fetched(path) && (with_worker || path != WORKER));
    paths.sort();
    let line = |path: &String| {
        let bytes = fs::read(folder.join(path)).map_err(|e| format!("pkg/{path}: {e}"))?;
        Ok(format!("  '{path}': 'sha256-{}',\n", BASE64_STANDARD.encode(Sha256::digest(&bytes))))
    };
    let lines: Result<String, String> = paths.iter().map(line).collect();
    Ok(format!(
        "/** The hashes of the files of this build that are fetched, not imported; written by the build. */\n\
         export const HASHES = {{\n{}}};\n",
        lines?
    ))
}

/// Whether scripts of the package fetch a file of it.
fn is_fetched(path: &str) -> bool {
    path == WORKER || [".wasm", ".pack", ".css"].iter().any(|end| path.ends_with(end))
}

fn write(text: &str) -> Done {
    let file = root().join(HASHES);
    if fs::read_to_string(&file).is_ok_and(|had| had == text) {
        return Ok(());
    }
    fs::write(&file, text).map_err(|e| format!("{HASHES}: {e}"))
}

#[cfg(test)]
mod tests {
    use super::is_fetched;

    #[test]
    fn knows_what_is_fetched() {
        for path in ["wasm/langkinh_engine_rest.wasm", "data/words.pack", "chart.css", "sealed-worker.js"] {
            assert!(is_fetched(path), "{path}");
        }
        for path in ["engine.js", "wasm/langkinh_engine.js", "worker.js", "integrity.json", "README.md"] {
            assert!(!is_fetched(path), "{path}");
        }
    }
}
