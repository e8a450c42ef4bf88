//! The halves of the engine and of the drawing: which functions a first result calls is tried out in `first.mjs`.

use std::fs;
use std::process::Stdio;

use crate::shell::{Done, command, root};
use crate::smaller::{Names, smaller, smaller_script};
use crate::split::{self, BRING, Halves};

/// Always in the first half: layers that read and compare articles, as the text decides which of their functions are called;
/// what the page keeps in mind, as the size of the window does; tables by hash, which are filled differently from one run to
/// the next.
const ALWAYS: [&str; 13] = [
    "langkinh::base::",
    "langkinh::text::",
    "langkinh::lexicon::",
    "langkinh::ingest::lines",
    "langkinh::ingest::stamp",
    "langkinh::segment::",
    "langkinh::extract::",
    "langkinh::corpus::",
    "langkinh::compare::",
    "langkinh::view::finding",
    "langkinh::view::overview",
    "langkinh::app::state",
    "hashbrown",
];

/// How the names of our own functions begin.
const OURS: &str = "langkinh::";

/// Parts of these layers that do without: what is stored, the reader's own words and word on facts.
const NOT_ALWAYS: [&str; 3] = ["serde", "langkinh::corpus::correction", "langkinh::lexicon::dictionary"];

/// Of the engine: the sentences of the finding, which are called by pointers.
const SENTENCES: &str = "FnOnce::call_once";
/// Of the engine: how answers are written; what of it is called, the articles decide.
const ANSWERS: &str = "Serialize for langkinh::session::reply::Reply";

/// Whether the layers that read do without a function.
fn is_left_out(name: &str) -> bool {
    NOT_ALWAYS.iter().any(|part| name.contains(part))
}

fn is_always_first(name: &str) -> bool {
    ALWAYS.iter().any(|part| name.contains(part)) && !is_left_out(name)
}

/// One module to part, as built and made small, with its script.
pub struct Whole {
    /// The module.
    pub wasm: String,
    /// The script of wasm-bindgen for it.
    pub script: String,
    /// Where the first half goes, and its script beside it.
    pub first: String,
    /// Where the rest goes.
    pub rest: String,
    /// `rest.js` as the script finds it.
    pub helper: &'static str,
    /// Whether it is the engine; else it draws.
    is_engine: bool,
}

impl Whole {
    /// A module of the package.
    pub fn packaged(name: &str) -> Self {
        let built = format!("target/xtask/wasm/{name}/langkinh_{name}");
        let to = format!("pkg/wasm/langkinh_{name}");
        Self {
            wasm: format!("{built}_small.wasm"),
            script: format!("{built}.js"),
            first: format!("{to}_bg.wasm"),
            rest: format!("{to}_rest.wasm"),
            helper: "../rest.js",
            is_engine: name == "engine",
        }
    }

    /// The page's own drawing; parted where it lies.
    pub fn page() -> Self {
        let kept = |end: &str| format!("target/xtask/drawing/app{end}");
        Self {
            wasm: kept(".wasm"),
            script: kept(".js"),
            first: "dist/app_bg.wasm".to_owned(),
            rest: "dist/app_rest.wasm".to_owned(),
            helper: "./pkg/rest.js",
            is_engine: false,
        }
    }

    /// The script's place beside the first half.
    fn placed_script(&self) -> String {
        self.first.replace("_bg.wasm", ".js")
    }

    fn write_script(&self) -> Done {
        let text = fs::read_to_string(root().join(&self.script)).map_err(|e| format!("{}: {e}", self.script))?;
        let text = with_rest(&text, self.helper).ok_or("the script of wasm-bindgen has another form")?;
        let whole = format!("{}.rest.js", self.wasm);
        write(&whole, text.as_bytes())?;
        smaller_script(&whole, &self.placed_script())
    }

    /// A module that marks what is called, in a folder for `first.mjs`; the folder.
    fn traced(&self) -> Result<String, String> {
        let bytes = read(&self.wasm)?;
        let traced = split::traced(&bytes)?;
        let everything: Vec<usize> = (0..split::functions(&traced)?).collect();
        let folder = format!("{}.traced", self.wasm);
        self.keep(
            &split::split(&traced, &everything)?,
            &format!("{folder}/first.wasm"),
            &format!("{folder}/rest.wasm"),
        )?;
        Ok(root().join(folder).to_string_lossy().into_owned())
    }

    fn part(&self, mut called: Vec<usize>) -> Done {
        let bytes = read(&self.wasm)?;
        if split::reached(&bytes, |name| name.contains(OURS), |_| false)?.is_empty() {
            return Err(format!("{}: no function is named {OURS}…, so that the module cannot be parted", self.wasm));
        }
        called.extend(split::reached(&bytes, is_always_first, is_left_out)?);
        if self.is_engine {
            called.extend(split::reached(&bytes, |name| name.contains(SENTENCES), is_left_out)?);
            called.extend(split::reached(&bytes, |name| name.contains(ANSWERS), |_| false)?);
        }
        let halves = split::split(&bytes, &called)?;
        let named = |half: &str| format!("{}.{half}", self.wasm);
        self.keep(&halves, &named("first"), &named("rest"))?;
        let level = if self.is_engine { "-Os" } else { "-Oz" };
        smaller(&self.first, level, Names::Gone, &named("first"), &self.first)?;
        smaller(&self.rest, level, Names::Gone, &named("rest"), &self.rest)
    }

    fn keep(&self, halves: &Halves, first: &str, rest: &str) -> Done {
        write(first, &halves.first)?;
        write(rest, &halves.rest)
    }
}

/// Parts the drawing, and the engine if it is given.
pub fn part(drawing: &Whole, engine: Option<&Whole>) -> Done {
    eprintln!("· what a first result needs, and the rest (seconds)");
    for whole in engine.into_iter().chain([drawing]) {
        whole.write_script()?;
    }
    let mut run = command("node xtask/first.mjs");
    run.arg(root().join(drawing.placed_script())).arg(drawing.traced()?);
    if let Some(engine) = engine {
        run.arg(engine.traced()?);
    }
    let out = run.stderr(Stdio::inherit()).output().map_err(|e| format!("node: {e}"))?;
    let text = String::from_utf8_lossy(&out.stdout);
    if !out.status.success() {
        return Err(format!("what a first result needs: xtask/first.mjs failed ({}) {text}", out.status));
    }
    drawing.part(numbers(&text, "drawing")?)?;
    engine.map_or(Ok(()), |engine| engine.part(numbers(&text, "engine")?))
}

/// The numbers of a field of `{"name":[n,…],…}`.
fn numbers(text: &str, field: &str) -> Result<Vec<usize>, String> {
    let list = text.split_once(&format!("\"{field}\":[")).and_then(|(_, rest)| rest.split_once(']'));
    let (list, _) = list.ok_or_else(|| format!("xtask/first.mjs printed no {field}: {text}"))?;
    list.split(',').map(|n| n.parse().map_err(|_| format!("xtask/first.mjs printed {n:?}"))).collect()
}

/// The script of wasm-bindgen with the function that brings the rest, and an export that fetches it ahead.
fn with_rest(script: &str, helper: &str) -> Option<String> {
    let imports = "const import0 = {\n";
    let at = script.find(imports)? + imports.len();
    let (head, tail) = script.split_at(at);
    Some(format!(
        "import {{ Rest }} from '{helper}';\n{head}        {BRING}: () => rest.bring(wasm),\n{tail}\n\
         const rest = new Rest();\n\
         /** As `Rest.fetch`, after the module has started. */\n\
         export const fetchRest = (url, given, name) => rest.fetch(wasm, url, given, name);\n"
    ))
}

fn read(path: &str) -> Result<Vec<u8>, String> {
    fs::read(root().join(path)).map_err(|e| format!("{path}: {e}"))
}

fn write(path: &str, bytes: &[u8]) -> Done {
    let file = root().join(path);
    let folder = file.parent().expect("the file lies in a folder");
    fs::create_dir_all(folder).and_then(|()| fs::write(&file, bytes)).map_err(|e| format!("{path}: {e}"))
}

#[cfg(test)]
mod tests {
    use super::{numbers, with_rest};

    #[test]
    fn reads_what_was_called() {
        let text = "{\"engine\":[],\"drawing\":[1,20,3]}";
        assert_eq!(numbers(text, "drawing"), Ok(vec![1, 20, 3]));
        assert!(numbers(text, "engine").is_err() && numbers(text, "other").is_err());
    }

    #[test]
    fn adds_to_a_script_that_it_knows() {
        let script = "function imports() {\n    const import0 = {\n        __proto__: null,\n    };\n}\nlet wasm;\n";
        let with = with_rest(script, "./rest.js").expect("its form is known");
        assert!(with.contains("const import0 = {\n        bringRest: () =>"), "{with}");
        assert!(with.starts_with("import { Rest } from './rest.js';\n"));
        assert_eq!(with_rest("let wasm;", "./rest.js"), None);
    }
}
