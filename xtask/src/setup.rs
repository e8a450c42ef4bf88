//! Installs the tools that are missing, each in the one version that is known to work.

use crate::compile::std_sources;
use crate::shell::{Done, command, find, output, root, step};

const TARGET: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";
const WASM_PACK: &str = "0.15.1";

/// What building the page needs.
pub fn for_build() -> Done {
    node()?;
    wasm_target()?;
    std_to_compile();
    wasm_bindgen()?;
    cargo_tool("wasm-pack", WASM_PACK, true, "2 to 4 minutes")?;
    cargo_tool("trunk", TRUNK, true, "6 to 12 minutes")?;
    npm_tools()
}

/// What the tests need besides.
pub fn for_test() -> Done {
    for_build()?;
    browser()
}

fn node() -> Done {
    let mend = "Node 20 or newer is needed: install it from your system (Debian: apt-get install nodejs npm)";
    let version = output("node --version").ok_or(mend)?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|n| n.parse::<u32>().ok());
    match major {
        Some(20..) if find("npm").is_some() => Ok(()),
        Some(20..) => Err("npm is missing: apt-get install npm".to_owned()),
        _ => Err(format!("{mend}; found {version}")),
    }
}

fn wasm_target() -> Done {
    let sysroot =
        output("rustc --print sysroot").ok_or("rustc is missing: install Rust by rustup (https://rustup.rs)")?;
    if std::path::Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(());
    }
    if find("rustup").is_none() {
        return Err(format!(
            "the standard library for {TARGET} is missing: install Rust by rustup, then rustup target add {TARGET}"
        ));
    }
    step("Rust's standard library for WebAssembly (seconds)", &mut command(&format!("rustup target add {TARGET}")))
}

/// The sources of the standard library, which make smaller modules. Where they cannot be had, modules are made without.
fn std_to_compile() {
    if std_sources().is_some() || find("rustup").is_none() {
        return;
    }
    let mut add = command("rustup component add rust-src");
    if let Err(why) = step("sources of Rust's standard library (seconds)", &mut add) {
        eprintln!("  {why}; modules are made with the library as it comes, and are some 6 % larger");
    }
}

/// The command must equal the library in `Cargo.lock`; its own lock file is not used, because it names a crate version
/// that not every registry serves.
fn wasm_bindgen() -> Done {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).map_err(|e| format!("Cargo.lock: {e}"))?;
    let version = locked(&lock, "wasm-bindgen").ok_or("Cargo.lock names no wasm-bindgen")?;
    cargo_tool("wasm-bindgen", version, false, "2 to 4 minutes")
}

/// The version of a package in a lock file.
fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let head = format!("name = \"{package}\"\nversion = \"");
    let from = lock.find(&head)? + head.len();
    lock[from..].split('"').next()
}

/// A tool from crates.io, into cargo's own folder, where it outlives the checkout.
fn cargo_tool(tool: &str, version: &str, locked: bool, time: &str) -> Done {
    let found = output(&format!("{tool} --version"));
    if found.is_some_and(|line| line.split_whitespace().any(|word| word.trim_start_matches('v') == version)) {
        return Ok(());
    }
    let package = if tool == "wasm-bindgen" { "wasm-bindgen-cli" } else { tool };
    let lock = if locked { "--locked " } else { "" };
    let line = format!("cargo install --force {lock}{package}@{version}");
    let mut install = command(&line);
    // Not inside this project's target folder, and not with its settings.
    install.current_dir(std::env::temp_dir()).env_remove("CARGO_TARGET_DIR");
    step(&format!("{tool} {version}, built once ({time}): {line}"), &mut install)
}

/// wasm-opt, a document without a browser, the driver of the browser and the TypeScript compiler, as
/// `tests/package-lock.json` names them.
fn npm_tools() -> Done {
    let tests = root().join("tests");
    let wanted =
        std::fs::read_to_string(tests.join("package-lock.json")).map_err(|e| format!("package-lock.json: {e}"))?;
    let mark = tests.join("node_modules/.langkinh-lock");
    if std::fs::read_to_string(&mark).is_ok_and(|had| had == wanted) {
        return Ok(());
    }
    let mut npm = command("npm ci --no-audit --no-fund --loglevel=error");
    step("tools from npm: binaryen, happy-dom, playwright-core, typescript (seconds)", npm.current_dir(&tests))?;
    std::fs::write(&mark, wanted).map_err(|e| format!("{}: {e}", mark.display()))
}

/// Chromium, its driver, and fonts that have every Vietnamese letter.
fn browser() -> Done {
    let fonts = std::path::Path::new("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf");
    let missing: Vec<&str> = [
        ("chromium", find("chromium").is_some()),
        ("chromium-driver", find("chromedriver").is_some()),
        ("fonts-noto-core", fonts.is_file()),
    ]
    .into_iter()
    .filter_map(|(package, there)| (!there).then_some(package))
    .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages = missing.join(" ");
    let is_root = output("id -u").as_deref() == Some("0");
    if !is_root || find("apt-get").is_none() {
        return Err(format!(
            "the browser tests need {packages}: sudo apt-get update && sudo apt-get install -y {packages}"
        ));
    }
    step("list of Debian's packages (seconds)", &mut command("apt-get update -qq"))?;
    let mut install = command(&format!("apt-get install -y -qq --no-install-recommends {packages}"));
    step(&format!("{packages} from Debian (about 15 seconds)"), install.env("DEBIAN_FRONTEND", "noninteractive"))
}

#[cfg(test)]
mod tests {
    use super::locked;

    #[test]
    fn reads_a_version_from_a_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-test\"\nversion = \"0.3.80\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(lock, "trunk"), None);
    }
}
