//! Whether what a step reads has changed since it last ended well.

use std::fs;
use std::path::{Path, PathBuf};

use crate::shell::{Done, root};

/// The inputs of a step, as one number.
pub struct Stamp {
    name: &'static str,
    hash: u64,
}

impl Stamp {
    /// Reads all files at and below `inputs` (paths in the project), without those that begin with one of `except`.
    pub fn of(name: &'static str, inputs: &[&str], except: &[&str]) -> Self {
        let mut files = Vec::new();
        inputs.iter().for_each(|path| collect(&root().join(path), &mut files));
        files.sort();
        let mut hash = Fnv::default();
        for file in files {
            let relative = file.strip_prefix(root()).unwrap_or(&file).to_string_lossy().into_owned();
            if except.iter().any(|prefix| relative.starts_with(prefix)) {
                continue;
            }
            hash.eat(relative.as_bytes());
            hash.eat(&fs::read(&file).unwrap_or_default());
        }
        Self { name, hash: hash.0 }
    }

    /// Whether the step ended well with these inputs and all its `outputs` are still there.
    pub fn is_fresh(&self, outputs: &[&str]) -> bool {
        let had = fs::read_to_string(self.file()).unwrap_or_default();
        had == self.hash.to_string() && outputs.iter().all(|path| root().join(path).exists())
    }

    /// Remembers that the step ended well.
    pub fn keep(&self) -> Done {
        let file = self.file();
        let folder = file.parent().expect("the file lies in a folder");
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&file, self.hash.to_string()))
            .map_err(|e| format!("{}: {e}", file.display()))
    }

    fn file(&self) -> PathBuf {
        root().join("target/xtask").join(self.name)
    }
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    let Ok(folder) = fs::read_dir(path) else {
        files.push(path.to_owned());
        return;
    };
    folder.flatten().for_each(|entry| collect(&entry.path(), files));
}

/// FNV-1a, 64 bits.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn eat(&mut self, bytes: &[u8]) {
        let ended = bytes.iter().chain([&0xff]);
        self.0 = ended.fold(self.0, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    }
}
