//! What is built: `pkg/wasm` by wasm-pack, `pkg/data`, and the page in `dist/` by Trunk.

use std::fs;

use crate::compile::for_browsers;
use crate::first::{self, Whole};
use crate::integrity;
use crate::offline;
use crate::sealed;
use crate::setup;
use crate::shell::{Done, command, root, step};
use crate::smaller::{Names, smaller, smaller_script};
use crate::stamp::Stamp;
use crate::tables;

const RUST: [&str; 5] = ["Cargo.toml", "Cargo.lock", "src", "wasm", "xtask/src/compile.rs"];

/// What parts modules in two.
const PARTING: [&str; 4] = ["xtask/first.mjs", "xtask/src/first.rs", "xtask/src/smaller.rs", "xtask/src/split.rs"];

/// Sets up and builds everything that is not fresh.
pub fn all() -> Done {
    setup::for_build()?;
    package()?;
    page()
}

/// The generated part of `pkg/`.
pub fn package() -> Done {
    data()?;
    sealed::preliminary()?;
    wasm("engine", &["src/ui", "src/app", "src/cli", "src/bin", "src/formats"])?;
    wasm("widget", &["src/web", "src/cli", "src/bin", "src/formats"])?;
    wasm("readers", &["src/ui", "src/app", "src/cli", "src/bin", "src/view", "src/compare"])?;
    halves()?;
    wasm("pdf", &["src/ui", "src/app", "src/cli", "src/bin", "src/view", "src/compare"])?;
    wasm("words", &["src/ui", "src/app", "src/cli", "src/bin", "src/view", "src/compare", "src/session"])?;
    copy("www/styles/chart.css", "pkg/chart.css")?;
    sealed::build()?;
    write_if_changed("pkg/integrity.json", integrity::list()?.as_bytes())
}

/// One of the wasm modules.
fn wasm(name: &'static str, except: &[&str]) -> Done {
    let inputs = [&RUST[..], &["www/styles", "xtask/src/build.rs", "xtask/src/smaller.rs"]].concat();
    let stamp = Stamp::of(name, &inputs, except);
    // A folder of its own: wasm-pack empties it of what it does not know.
    let out = format!("target/xtask/wasm/{name}");
    let is_parted = matches!(name, "engine" | "widget");
    let module = if is_parted { Whole::packaged(name).wasm } else { format!("pkg/wasm/langkinh_{name}_bg.wasm") };
    if stamp.is_fresh(&[&module]) {
        return Ok(());
    }
    let (profile, level) = match name {
        "engine" | "readers" | "pdf" => ("web-engine", "-Os"),
        "words" => ("web-words", "-O3"),
        _ => ("web-ui", "-Oz"),
    };
    let line = format!(
        "wasm-pack --quiet build wasm/{name} --target web --no-pack --no-opt --mode no-install --profile {profile} \
         --out-dir ../../{out} --out-name langkinh_{name}"
    );
    step(&format!("the {name} as WebAssembly (1 to 4 minutes the first time)"), for_browsers(&mut command(&line)))?;
    fs::create_dir_all(root().join("pkg/wasm")).map_err(|e| format!("pkg/wasm: {e}"))?;
    copy(&format!("{out}/langkinh_{name}.d.ts"), &format!("pkg/wasm/langkinh_{name}.d.ts"))?;
    if !is_parted {
        smaller_script(&format!("{out}/langkinh_{name}.js"), &format!("pkg/wasm/langkinh_{name}.js"))?;
    }
    let names = if is_parted { Names::Kept } else { Names::Gone };
    smaller(&format!("the {name}"), level, names, &format!("{out}/langkinh_{name}_bg.wasm"), &module)?;
    stamp.keep()
}

/// The engine and the widget, each in two files.
fn halves() -> Done {
    let (engine, widget) = (Whole::packaged("engine"), Whole::packaged("widget"));
    let inputs =
        [&[engine.wasm.as_str(), &widget.wasm, "www/sample", "pkg/engine.js", "pkg/host.js"][..], &PARTING].concat();
    let stamp = Stamp::of("halves", &inputs, &[]);
    if stamp.is_fresh(&[&engine.first, &engine.rest, &widget.first, &widget.rest]) {
        return Ok(());
    }
    first::part(&widget, Some(&engine))?;
    stamp.keep()
}

/// Words and tables beside the package's scripts.
fn data() -> Done {
    let tables = tables::pack(&root().join("data")).map_err(|e| format!("data: {e}"))?;
    write_if_changed("pkg/data/tables.pack", &tables)?;
    copy("data/words.pack", "pkg/data/words.pack")
}

/// The page, with a copy of `pkg/`.
pub fn page() -> Done {
    let stamp =
        Stamp::of("page", &[&RUST[..], &["www", "pkg", "Trunk.toml"], &PARTING].concat(), &["src/web", "src/cli"]);
    if stamp.is_fresh(&["dist/index.html", "dist/app_bg.wasm", "dist/pkg/engine.js", "dist/sw.js"]) {
        return Ok(());
    }
    let mut trunk = command("trunk --log warn build --release --offline --color never");
    step("the page, by Trunk (1 to 4 minutes the first time)", for_browsers(trunk.env_remove("NO_COLOR")))?;
    let whole = Whole::page();
    copy("dist/app_bg.wasm", &whole.wasm)?;
    copy("dist/app.js", &whole.script)?;
    first::part(&whole, None)?;
    offline::worker()?;
    stamp.keep()
}

fn copy(from: &str, to: &str) -> Done {
    let bytes = fs::read(root().join(from)).map_err(|e| format!("{from}: {e}"))?;
    write_if_changed(to, &bytes)
}

/// Leaves a file that has this content already as it is, with its time.
fn write_if_changed(path: &str, bytes: &[u8]) -> Done {
    let file = root().join(path);
    if fs::read(&file).is_ok_and(|had| had == bytes) {
        return Ok(());
    }
    let folder = file.parent().expect("the file lies in a folder");
    fs::create_dir_all(folder).and_then(|()| fs::write(&file, bytes)).map_err(|e| format!("{path}: {e}"))
}
