//! What the built files weigh, against the budget and the committed snapshot in `pkg/size.snap`.

use std::fs;

use crate::shell::{Done, command, root};
use crate::test::Count;

const SNAPSHOT: &str = "pkg/size.snap";

/// A part of what a reader loads: its files and the most it may weigh, in kilobytes (1000 bytes) by gzip and brotli.
struct Part {
    name: &'static str,
    files: &'static [&'static str],
    gzip: u32,
    brotli: u32,
}

/// What is loaded before the first result.
const PARTS: [Part; 6] = [
    Part { name: "loader", files: &["pkg/element.js"], gzip: 5, brotli: 5 },
    Part {
        name: "element",
        files: &[
            "pkg/embed.js",
            "pkg/scheme.js",
            "pkg/settings.js",
            "pkg/sources.js",
            "pkg/still.js",
            "pkg/ready.js",
            "pkg/chart.css",
        ],
        gzip: 16,
        brotli: 13,
    },
    Part {
        name: "widget",
        files: &["pkg/wasm/langkinh_widget.js", "pkg/wasm/langkinh_widget_bg.wasm"],
        gzip: 335,
        brotli: 275,
    },
    Part {
        name: "engine",
        files: &[
            "pkg/engine.js",
            "pkg/early.js",
            "pkg/files.js",
            "pkg/hashes.js",
            "pkg/host.js",
            "pkg/readers.js",
            "pkg/batches.js",
            "pkg/pool.js",
            "pkg/rest.js",
            "pkg/shared.js",
            "pkg/store.js",
            "pkg/worker.js",
            "pkg/wasm/langkinh_engine.js",
            "pkg/wasm/langkinh_engine_bg.wasm",
        ],
        gzip: 795,
        brotli: 632,
    },
    Part { name: "words", files: &["pkg/data/words.pack"], gzip: 125, brotli: 105 },
    Part { name: "tables", files: &["pkg/data/tables.pack"], gzip: 116, brotli: 97 },
];

/// What is fetched behind it: functions that a first result does not call (`xtask/first.mjs`).
const BEHIND: [Part; 2] = [
    Part { name: "widget-rest", files: &["pkg/wasm/langkinh_widget_rest.wasm"], gzip: 165, brotli: 131 },
    Part { name: "engine-rest", files: &["pkg/wasm/langkinh_engine_rest.wasm"], gzip: 345, brotli: 275 },
];

/// Modules that are fetched only when they are wanted; no part of the sums.
const WHEN_WANTED: [Part; 3] = [
    Part {
        name: "readers",
        files: &["pkg/wasm/langkinh_readers.js", "pkg/wasm/langkinh_readers_bg.wasm"],
        gzip: 470,
        brotli: 385,
    },
    Part {
        name: "pdf",
        files: &["pkg/wasm/langkinh_pdf.js", "pkg/wasm/langkinh_pdf_bg.wasm"],
        gzip: 1040,
        brotli: 850,
    },
    // Words alone (`langkinh/words`), in place of the engine; the pack comes on top.
    Part {
        name: "segmenter",
        files: &[
            "pkg/words.js",
            "pkg/files.js",
            "pkg/hashes.js",
            "pkg/wasm/langkinh_words.js",
            "pkg/wasm/langkinh_words_bg.wasm",
        ],
        gzip: 48,
        brotli: 40,
    },
];

/// Most of everything together, by brotli.
///
/// The aim is 600 for a full analysis. A first result takes more, and this is what of. Shares are of the code, before
/// `wasm-opt` joins functions, and rough; by brotli 15 % of the first file of the engine and 30 % of the widget's are data
/// (texts, style sheets, tables of letters and numbers).
///
/// - engine, first file: reading facts and terms 37 % (rules of fourteen types in two languages), standard library (hashing,
///   allocation, sorting, iteration, numbers) 16, views and finding 9, comparing 8, serde (requests and replies) 8, lines and
///   encodings 4, tables 4, sessions 3.
/// - engine, rest: serde (stored records, documents, bundles) 28 %, `regex` 12 (wildcards of the concordance), pictures 11;
///   wording, reports, exports, corrections, dictionary.
/// - widget: Yew with its components, serde, allocation and closures; a half of its code is in the rest.
/// - words and tables are data, packed.
///
/// Tried: reading messages without serde's buffer for tags and writing replies as JSON (kept: widget −8 %, engine −2 %);
/// every picture a function of its own and one code for all sets of phrases (kept: first file of the engine −6 %);
/// functions called from one place left where they are (kept: whole engine −2 %, widget −1 %, and more of them can be parted;
/// the tenth article is read in a third of the time, as browsers optimise small functions sooner);
/// tables and words laid out for what packs them (kept: tables −15 %, words −13 %); modules once more through `wasm-opt` when
/// they are parted, functions in the order of their names, constants in the offsets of loads (kept: first file of the engine
/// −2 %, widget −0.7 %; articles are read as fast as before); the scripts of wasm-bindgen by `esbuild` (kept: −4 kB);
/// the standard library compiled with the module, a panic one instruction (`compile.rs`; kept: first result −4 %, together −4 %).
///
/// Tried and left: `opt-level = "z"` for the engine (−13 %, but articles take twice as long), an inline threshold of 15 (−2.6 %,
/// slower in the one run made), `wasm-opt -Oz` after `s`, `--merge-similar-functions`, `--gufa` (at most −1 %);
/// `opt-level = "z"` with functions put into their callers as for `s` (threshold 40: engine −8 %, articles take 1.2 to 1.4 times
/// as long; 25: −10 %, 1.4 times; 15 with 28 hot functions left to speed: −9 %, 1.3 times);
/// the instructions of the code in streams of their own before brotli (opcodes, locals, constants, offsets: first file of the
/// engine −10 %, but a decoder of our own, and the browser can neither compile while it loads nor keep what it compiled);
/// functions side by side by what their code has in common (as good as by name); a writer of replies without branches for
/// failure (the engine −46 kB raw, but only −0.2 % by brotli, which makes little of code that is repeated).
/// The rules written on real pages weigh 21 kB in the engine, 850 terms and 1,080 English words 5 kB in the tables, lists by
/// pages and what is read in steps 6 kB in the widget and its rest. The last of them, with figures by their periods and goals
/// without a number, weigh 9 kB in the engine, 649 English index terms 3 kB in the tables; what figures go on about, the years
/// of lists of goals, names of bodies and English datelines another 11 kB in the engine.
/// Holding what is fetched against its hash weighs 3 kB in the scripts of loader and engine; 700 more known terms 3 kB in the
/// tables.
/// Not tried: `esbuild` on our own scripts, which by itself would save 11 kB.
///
/// A still picture of a ready bundle needs loader and element only.
const TOTAL_BROTLI: u32 = 1490;
/// Most of what is loaded before the first result, by brotli.
const FIRST_BROTLI: u32 = 1105;
/// A change smaller than this is not worth a line in a diff.
const TOLERANCE: f64 = 0.02;

/// Prints the table.
pub fn print() -> Done {
    let (table, over) = measure()?;
    println!("{table}");
    if over.is_empty() { Ok(()) } else { Err(over.join("\n")) }
}

/// Compares with budget and snapshot, or rewrites the snapshot.
pub fn check(update: bool) -> Result<Count, String> {
    let (table, over) = measure()?;
    println!("{table}");
    over.iter().for_each(|line| println!("{line}"));
    let file = root().join(SNAPSHOT);
    if update {
        fs::write(&file, &table).map_err(|e| format!("{SNAPSHOT}: {e}"))?;
    }
    let had = fs::read_to_string(&file).unwrap_or_default();
    let moved = moved(&had, &table);
    moved.iter().for_each(|line| println!("{line}; if that is meant: cargo xtask test --update sizes"));
    Ok(Count {
        passed: u32::from(over.is_empty()) + u32::from(moved.is_empty()),
        failed: (over.len() + moved.len()) as u32,
    })
}

/// The table, and a sentence for each part that is over its budget.
fn measure() -> Result<(String, Vec<String>), String> {
    let mut table = "kB (1000 bytes)      raw   gzip  brotli\n".to_owned();
    let mut over = Vec::new();
    let mut sum = [0.0; 3];
    let mut weighed = |table: &mut String, parts: &[Part], sum: &mut [f64; 3]| -> Result<(), String> {
        for part in parts {
            let weight = weigh(part.files)?;
            row(table, part.name, weight);
            (0..3).for_each(|i| sum[i] += weight[i]);
            for (what, is, may) in [("gzip", weight[1], part.gzip), ("brotli", weight[2], part.brotli)] {
                if is > f64::from(may) {
                    over.push(format!("{} weighs {is:.1} kB by {what}; its budget is {may} kB", part.name));
                }
            }
        }
        Ok(())
    };
    weighed(&mut table, &PARTS, &mut sum)?;
    row(&mut table, "first-result", sum);
    let first = sum[2];
    weighed(&mut table, &BEHIND, &mut sum)?;
    row(&mut table, "together", sum);
    weighed(&mut table, &WHEN_WANTED, &mut [0.0; 3])?;
    if first > f64::from(FIRST_BROTLI) {
        over.push(format!("a first result takes {first:.1} kB by brotli; the budget is {FIRST_BROTLI} kB"));
    }
    if sum[2] > f64::from(TOTAL_BROTLI) {
        over.push(format!("together {:.1} kB by brotli; the budget is {TOTAL_BROTLI} kB", sum[2]));
    }
    Ok((table, over))
}

fn row(table: &mut String, name: &str, [raw, gzip, brotli]: [f64; 3]) {
    table.push_str(&format!("{name:16} {raw:7.1} {gzip:6.1} {brotli:7.1}\n"));
}

/// Kilobytes raw, by gzip and by brotli, as Node's zlib packs at its best.
fn weigh(files: &[&str]) -> Result<[f64; 3], String> {
    const SCRIPT: &str = "const z=require('zlib'),f=require('fs');let s=[0,0,0];\
        for(const p of process.argv.slice(1)){const b=f.readFileSync(p);s[0]+=b.length;\
        s[1]+=z.gzipSync(b,{level:9}).length;s[2]+=z.brotliCompressSync(b).length}console.log(s.join(' '))";
    let out = command("node -e").arg(SCRIPT).args(files).output().map_err(|e| format!("node: {e}"))?;
    if !out.status.success() {
        return Err(format!("{} is not built: cargo xtask build", files.join(", ")));
    }
    let text = String::from_utf8_lossy(&out.stdout);
    let mut bytes = text.split_whitespace().filter_map(|n| n.parse::<f64>().ok()).map(|n| n / 1000.0);
    let mut next = || bytes.next().ok_or_else(|| format!("node printed {text}"));
    Ok([next()?, next()?, next()?])
}

/// A sentence for each row whose sizes left those of the snapshot by more than the tolerance.
fn moved(had: &str, now: &str) -> Vec<String> {
    let rows = |text: &str| -> Vec<(String, Vec<f64>)> {
        let row = |line: &str| {
            let mut words = line.split_whitespace().map(str::to_owned);
            (words.next().unwrap_or_default(), words.filter_map(|w| w.parse().ok()).collect())
        };
        text.lines().skip(1).map(row).collect()
    };
    let old = rows(had);
    let is_near = |a: &[f64], b: &[f64]| {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= (TOLERANCE * a.max(*b)).max(0.5))
    };
    let fits = |name: &str, new: &[f64]| old.iter().any(|(n, sizes)| n == name && is_near(sizes, new));
    rows(now)
        .iter()
        .filter(|(name, new)| !fits(name, new))
        .map(|(name, _)| format!("{name}: not as in {SNAPSHOT}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn tells_a_change_of_size() {
        let had = "head\nengine 100.0 50.0 40.0\n";
        assert!(moved(had, "head\nengine 101.0 50.4 40.1\n").is_empty());
        assert_eq!(moved(had, "head\nengine 110.0 50.0 40.0\n").len(), 1);
        assert_eq!(moved("", had).len(), 1);
    }
}
