//! The service worker of the page: `www/sw.js` with the files of this build and their hashes.

use std::fs;
use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha384};

use crate::shell::{Done, root};

/// What only other pages and shops for programs ask for.
const OTHERS: [&str; 19] = [
    "embed",
    "frame.html",
    "frame.js",
    "attributes",
    "langkinh.html",
    "icons/wide",
    "icons/narrow",
    "pkg/wasm/langkinh_widget",
    "pkg/wasm/langkinh_words",
    "pkg/words.js",
    "pkg/element.js",
    "pkg/embed.js",
    "pkg/scheme.js",
    "pkg/sealed-worker.js",
    "pkg/settings.js",
    "pkg/sources.js",
    "pkg/still.js",
    "pkg/frame.js",
    "pkg/ready.js",
];

/// Large and seldom wanted: kept when it was asked for.
const LATER: &str = "pkg/wasm/langkinh_pdf";

/// Files of `dist/` that the page does without: the widget for other pages and its example, declarations, notes.
fn is_kept(path: &str) -> bool {
    let other =
        OTHERS.iter().any(|other| path.starts_with(other)) || path == "pkg/chart.css" || path == "pkg/integrity.json";
    let ends = [".js", ".css", ".wasm", ".pack", ".json", ".webmanifest", ".svg", ".png", ".txt", ".html"];
    let worker = path == "sw.js" || path == "sw-remove.js";
    !other && !worker && path != "pkg/package.json" && ends.iter().any(|end| path.ends_with(end))
}

/// The hash of a file as `integrity` wants it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// Writes `dist/sw.js`.
pub fn worker() -> Done {
    let dist = root().join("dist");
    let mut paths = Vec::new();
    collect(&dist, &dist, &mut paths)?;
    paths.retain(|path| is_kept(path));
    paths.sort();
    let mut all = Sha384::new();
    let (mut files, mut later) = (String::new(), String::new());
    for path in paths {
        let bytes = fs::read(dist.join(&path)).map_err(|e| format!("dist/{path}: {e}"))?;
        let hash = integrity(&bytes);
        all.update(format!("{path} {hash}\n"));
        // The page is asked for by its folder.
        let name = if path == "index.html" { "./" } else { &path };
        let list = if path.starts_with(LATER) { &mut later } else { &mut files };
        list.push_str(&format!("  ['{name}', '{hash}'],\n"));
    }
    let read = |name: &str| fs::read_to_string(root().join("www").join(name)).map_err(|e| format!("www/{name}: {e}"));
    let (text, remove) = (read("sw.js")?, read("sw-remove.js")?);
    all.update(&text);
    let build: String = all.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let worker = format!("const BUILD = '{build}';\nconst FILES = [\n{files}];\nconst LATER = [\n{later}];\n\n{text}");
    let write = |name: &str, text: &str| fs::write(dist.join(name), text).map_err(|e| format!("dist/{name}: {e}"));
    write("sw.js", &worker).and_then(|()| write("sw-remove.js", &remove))
}

/// Paths of all files below `folder`, relative to `root`, with `/`.
pub fn collect(root: &Path, folder: &Path, out: &mut Vec<String>) -> Done {
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    for path in paths {
        if path.is_dir() {
            collect(root, &path, out)?;
        } else if let Ok(relative) = path.strip_prefix(root) {
            out.push(relative.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_the_page_needs() {
        for path in [
            "index.html",
            "app_bg.wasm",
            "app_rest.wasm",
            "pkg/engine.js",
            "pkg/data/words.pack",
            "sample/a.txt",
            "offline.js",
        ] {
            assert!(is_kept(path), "{path}");
        }
        for path in
            ["embed.html", "embed/school-2022.txt", "pkg/element.js", "pkg/engine.d.ts", "sw.js", "pkg/README.md"]
        {
            assert!(!is_kept(path), "{path}");
        }
    }

    #[test]
    fn hashes_as_browsers_do() {
        // Of the empty text: FIPS 180-4.
        assert_eq!(integrity(b""), "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
    }
}
