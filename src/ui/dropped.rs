//! Files and folders that are dropped on the page, each with its path.

use std::collections::BTreeMap;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::DataTransfer;

use super::files;

#[wasm_bindgen]
extern "C" {
    type Items;
    type Item;
    /// A file or folder of the File and Directory Entries API.
    type Entry;
    type Folder;

    #[wasm_bindgen(method, getter)]
    fn length(this: &Items) -> u32;
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn at(this: &Items, at: u32) -> Option<Item>;
    #[wasm_bindgen(method, catch, js_name = webkitGetAsEntry)]
    fn entry(this: &Item) -> Result<Option<Entry>, JsValue>;

    #[wasm_bindgen(method, getter, js_name = isDirectory)]
    fn is_folder(this: &Entry) -> bool;
    #[wasm_bindgen(method, getter)]
    fn name(this: &Entry) -> String;
    #[wasm_bindgen(method, getter, js_name = fullPath)]
    fn full_path(this: &Entry) -> String;
    #[wasm_bindgen(method)]
    fn file(this: &Entry, done: &Function, failed: &Function);
    #[wasm_bindgen(method, js_name = createReader)]
    fn reader(this: &Entry) -> Folder;
    #[wasm_bindgen(method, js_name = readEntries)]
    fn read(this: &Folder, done: &Function, failed: &Function);
}

/// Folders inside each other, at most.
const DEEPEST: usize = 32;

/// What was dropped. Has to be asked for while the event is at hand.
pub(super) struct Dropped {
    entries: Vec<Entry>,
    plain: Vec<(String, web_sys::File)>,
}

impl Dropped {
    /// What hangs on the pointer, if these are files.
    pub(super) fn of(data: &DataTransfer) -> Option<Self> {
        let plain = data.files().map(|list| files::listed(&list)).unwrap_or_default();
        let items = js_sys::Reflect::get(data, &"items".into()).ok().map(JsCast::unchecked_into::<Items>);
        let entry = |items: &Items, at| items.at(at).and_then(|item| item.entry().ok().flatten());
        let entries: Vec<Entry> = items
            .filter(|items| !items.is_undefined())
            .map(|items| (0..items.length()).filter_map(|at| entry(&items, at)).collect())
            .unwrap_or_default();
        (!plain.is_empty() || !entries.is_empty()).then_some(Self { entries, plain })
    }

    /// Its files; folders are gone through in the order of names, hidden files are left out.
    pub(super) async fn files(self) -> Vec<(String, web_sys::File)> {
        if !self.entries.iter().any(Entry::is_folder) {
            return self.plain;
        }
        let mut out = Vec::new();
        let mut todo: Vec<(usize, Entry)> = self.entries.into_iter().rev().map(|entry| (0, entry)).collect();
        while let Some((depth, entry)) = todo.pop() {
            if entry.name().starts_with('.') {
                continue;
            }
            if !entry.is_folder() {
                let file = awaited(|done, failed| entry.file(done, failed)).await;
                let path = entry.full_path().trim_start_matches('/').to_owned();
                out.extend(file.and_then(|file| file.dyn_into().ok()).map(|file| (path, file)));
            } else if depth < DEEPEST {
                let inside = children(&entry.reader()).await;
                let inside: BTreeMap<String, Entry> = inside.into_iter().map(|entry| (entry.name(), entry)).collect();
                todo.extend(inside.into_values().rev().map(|entry| (depth + 1, entry)));
            }
        }
        out
    }
}

/// All entries of a folder; browsers give them a hundred at a time.
async fn children(folder: &Folder) -> Vec<Entry> {
    let mut out = Vec::new();
    while let Some(some) = awaited(|done, failed| folder.read(done, failed)).await {
        let some = Array::from(&some);
        if some.length() == 0 {
            break;
        }
        out.extend(some.iter().map(JsCast::unchecked_into::<Entry>));
    }
    out
}

/// What comes of a call that answers by one of two functions.
async fn awaited(mut call: impl FnMut(&Function, &Function)) -> Option<JsValue> {
    JsFuture::from(Promise::new(&mut |done, failed| call(&done, &failed))).await.ok()
}
