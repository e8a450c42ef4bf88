//! What every module goes through, and the script that wasm-bindgen writes for it.

use crate::shell::{Done, command, step};

/// `wasm-opt` otherwise puts every function that is called from one place into its caller. Browsers take long to make machine
/// code of what comes of that (300 kB in one function), which runs slowly until then; and only whole functions can be parted.
const OUTLINE: &str = "--one-caller-inline-max-function-size=60";

/// Constants may be added by the instructions that load and store: that the sum goes beyond the end of the memory and comes
/// to lie in its first kilobyte cannot be, as nothing lies there. It is the far end of the stack.
const NOTHING_LOW: &str = "--low-memory-unused";

/// What becomes of the names of functions.
pub enum Names {
    /// They say which functions a reading of any article may call, when the module is parted.
    Kept,
    /// Functions are put in their order, since what is named alike is alike and packs better side by side; then they go.
    Gone,
}

/// Makes a module smaller; `level` is one of `wasm-opt`.
pub fn smaller(what: &str, level: &str, names: Names, from: &str, to: &str) -> Done {
    let names = match names {
        Names::Kept => "-g",
        Names::Gone => "--reorder-functions-by-name --strip-debug --strip-producers",
    };
    step(
        &format!("{what} made smaller (half a minute)"),
        &mut command(&format!("wasm-opt {level} {OUTLINE} {NOTHING_LOW} {names} {from} -o {to}")),
    )
}

/// Makes a script smaller; what it exports keeps its name.
pub fn smaller_script(from: &str, to: &str) -> Done {
    step(
        &format!("the script {to} made smaller"),
        &mut command(&format!(
            "esbuild {from} --minify --charset=utf8 --log-level=warning --allow-overwrite --outfile={to}"
        )),
    )
}
