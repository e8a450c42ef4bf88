//! `dist/langkinh.html`: the whole page in one file that opens with a double click and can reach no network.

use std::fs;

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

use crate::sealed;
use crate::shell::{Done, command, root};

const FOLDER: &str = "target/xtask/single";

/// Makes the file from what lies in `dist/`.
pub fn build() -> Done {
    fs::create_dir_all(root().join(FOLDER)).map_err(|e| format!("{FOLDER}: {e}"))?;
    // Nothing is loaded by address.
    sealed::bundle("www/single.js", &format!("{FOLDER}/main.js"), "esm", "\"https://langkinh.invalid/engine.js\"")?;
    let script = safe(&read(&format!("{FOLDER}/main.js"))?);
    let page = read("dist/index.html")?;
    let style = sheets(&page)?;
    let mut parts = String::new();
    let mut add = |name: &str, path: &str| -> Done {
        parts.push_str(&format!("<script type=\"application/gzip\" id=\"file-{name}\">{}</script>\n", packed(path)?));
        Ok(())
    };
    add("app.wasm", "dist/app_bg.wasm")?;
    add("app-rest.wasm", "dist/app_rest.wasm")?;
    add("engine.wasm", "dist/pkg/wasm/langkinh_engine_bg.wasm")?;
    add("engine-rest.wasm", "dist/pkg/wasm/langkinh_engine_rest.wasm")?;
    add("readers.wasm", "dist/pkg/wasm/langkinh_readers_bg.wasm")?;
    add("words.pack", "dist/pkg/data/words.pack")?;
    add("tables.pack", "dist/pkg/data/tables.pack")?;
    add("worker.js", "dist/pkg/sealed-worker.js")?;
    fs::write(root().join(FOLDER).join("sample.json"), sample()?).map_err(|e| format!("sample: {e}"))?;
    add("sample.json", &format!("{FOLDER}/sample.json"))?;
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; worker-src blob:; img-src data: blob:; \
         connect-src 'none'; base-uri 'none'; form-action 'none'",
        hash(&script),
        hash(&style)
    );
    let body = between(&page, "<body>", "</body>").ok_or("dist/index.html has no body")?;
    let head = kept_head(&page);
    let file = format!(
        "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n{head}<style>{style}</style>\n</head>\n\
         <body>{body}\n{parts}<script type=\"module\">{script}</script>\n</body>\n</html>\n"
    );
    fs::write(root().join("dist/langkinh.html"), &file).map_err(|e| format!("dist/langkinh.html: {e}"))?;
    println!("dist/langkinh.html: {:.1} MB, one file", file.len() as f64 / 1e6);
    Ok(())
}

/// The style sheets that the page links, in their order.
fn sheets(page: &str) -> Result<String, String> {
    let links = page.split("<link ").skip(1).filter(|link| link.starts_with("rel=\"stylesheet\""));
    let paths = links.filter_map(|link| between(link, "href=\"", "\""));
    paths.map(|path| read(&format!("dist/{}", path.trim_start_matches("./")))).collect()
}

/// Title, description, colours and icon: lines of the head that load nothing.
fn kept_head(page: &str) -> String {
    let keep = |line: &&str| {
        let line = line.trim_start();
        line.starts_with("<title")
            || line.starts_with("<meta name")
            || line.starts_with("<link rel=\"icon\" href=\"data:")
    };
    page.lines().filter(keep).map(|line| format!("{}\n", line.trim())).collect()
}

/// The sample corpus as `[{ name, text }]`.
fn sample() -> Result<String, String> {
    const SCRIPT: &str = "const f=require('fs'),d='dist/sample/';console.log(JSON.stringify(JSON.parse(f.readFileSync(d+'index.json'))\
        .map(name=>({name,text:f.readFileSync(d+name,'utf8')}))))";
    node(SCRIPT, "")
}

/// A file, packed and as text.
fn packed(path: &str) -> Result<String, String> {
    const SCRIPT: &str = "process.stdout.write(require('zlib').gzipSync(require('fs').readFileSync(process.argv[1]),{level:9}).toString('base64'))";
    node(SCRIPT, path)
}

fn node(script: &str, argument: &str) -> Result<String, String> {
    let out = command("node -e").arg(script).arg(argument).output().map_err(|e| format!("node: {e}"))?;
    if out.status.success() {
        return Ok(String::from_utf8_lossy(&out.stdout).into_owned());
    }
    Err(format!("{argument}: {}", String::from_utf8_lossy(&out.stderr)))
}

/// A script that does not end the element that it stands in.
fn safe(script: &str) -> String {
    script.trim().replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
    let start = text.find(from)? + from.len();
    text[start..].find(to).map(|end| &text[start..start + end])
}

fn read(path: &str) -> Result<String, String> {
    fs::read_to_string(root().join(path)).map_err(|e| format!("{path}: {e}"))
}

#[cfg(test)]
mod tests {
    use super::{between, kept_head, safe};

    #[test]
    fn keeps_what_loads_nothing() {
        let page = "<title>A</title>\n <link rel=\"manifest\" href=\"m\">\n <meta name=\"theme-color\" content=\"#fff\">\n\
                    <link rel=\"icon\" href=\"data:image/svg+xml,x\">\n<link rel=\"icon\" href=\"icon.svg\">\n";
        assert_eq!(kept_head(page).lines().count(), 3);
        assert_eq!(between("a<b>c</b>", "<b>", "</b>"), Some("c"));
        assert_eq!(safe("'</script>'"), "'<\\/script>'");
    }
}
