//! Files from the disk or from the host.

use std::cell::RefCell;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use rustc_hash::FxHashMap;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::app::intake::Picked;
use crate::app::{Action, files};
use crate::session::protocol::{Failure, Rejection, SourceFile};

/// Files that can be read anew, by handle; the oldest are let go.
#[derive(Default)]
struct Held {
    files: FxHashMap<u32, web_sys::File>,
    last: u32,
}

const MOST_HELD: u32 = 20_000;

thread_local! {
    static HELD: RefCell<Held> = RefCell::default();
}

/// The file of a handle, if it is still held.
pub(super) fn held(handle: u32) -> Option<web_sys::File> {
    HELD.with_borrow(|held| held.files.get(&handle).cloned())
}

fn hold(file: web_sys::File) -> u32 {
    HELD.with_borrow_mut(|held| {
        held.last += 1;
        held.files.insert(held.last, file);
        if let Some(old) = held.last.checked_sub(MOST_HELD) {
            held.files.remove(&old);
        }
        held.last
    })
}

/// How long the thread is held before the page may draw, in milliseconds.
const SLICE_MS: f64 = 20.0;

/// Lets the page draw and listen.
pub(super) async fn next_turn() {
    let turn = Promise::new(&mut |done, _| {
        gloo::timers::callback::Timeout::new(0, move || {
            let _ = done.call0(&JsValue::NULL);
        })
        .forget();
    });
    let _ = JsFuture::from(turn).await;
}

/// Takes files that were dropped or chosen, each with its path, in slices: a browser asks the disk for each file's size
/// while it holds the thread. `tell` hears how many were taken of how many. Only bundles are read here; text that is too
/// large is not read at all.
pub(super) async fn take(list: Vec<(String, web_sys::File)>, tell: impl Fn(Action)) -> Action {
    let (mut taken, mut bundles, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    let n = list.len() as u32;
    let mut since = js_sys::Date::now();
    for (at, (path, file)) in list.into_iter().enumerate() {
        if js_sys::Date::now() - since >= SLICE_MS {
            tell(Action::Taking(at as u32, n));
            next_turn().await;
            since = js_sys::Date::now();
        }
        if files::is_plain_name(&path)
            && let Some(failure) = files::refused(file.size())
        {
            refused.push(Rejection { name: path, failure });
        } else if is_bundle(&file).await {
            match bytes(&file).await {
                Ok(bytes) => bundles.push(SourceFile { name: path, bytes, ..SourceFile::default() }),
                Err(failure) => refused.push(Rejection { name: path, failure }),
            }
        } else {
            taken.push(Picked { handle: hold(file), path });
        }
    }
    Action::Picked { files: taken, bundles, refused }
}

/// The files of a list, each with its path where a folder was picked.
pub(super) fn listed(list: &web_sys::FileList) -> Vec<(String, web_sys::File)> {
    let named = |file: web_sys::File| {
        let path = Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
        (path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name()), file)
    };
    // Hidden files in a folder are the system's.
    let is_hidden =
        |path: &str| path.contains('/') && path.rsplit('/').next().is_some_and(|name| name.starts_with('.'));
    (0..list.length()).filter_map(|at| list.get(at)).map(named).filter(|(path, _)| !is_hidden(path)).collect()
}

async fn is_bundle(file: &web_sys::File) -> bool {
    if !file.name().to_ascii_lowercase().ends_with(".json") {
        return false;
    }
    let Ok(head) = file.slice_with_i32_and_i32(0, files::BUNDLE_HEAD as i32) else { return false };
    let buffer = JsFuture::from(head.array_buffer()).await;
    buffer.is_ok_and(|buffer| files::is_bundle_head(&Uint8Array::new(&buffer).to_vec()))
}

/// The bytes of a file, unless it is too large.
pub(super) async fn bytes(file: &web_sys::File) -> Result<Vec<u8>, Failure> {
    if let Some(failure) = files::refused(file.size()) {
        return Err(failure);
    }
    // A folder that was dropped cannot be read.
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Failure::Binary)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Asks the host for the files of the sample.
pub(super) async fn sample(callback: Option<Function>) -> Action {
    match fetch_sample(callback).await {
        Some(files) if !files.is_empty() => Action::Read(files, Vec::new()),
        _ => Action::SampleFailed,
    }
}

async fn fetch_sample(callback: Option<Function>) -> Option<Vec<SourceFile>> {
    let promise = callback?.call0(&JsValue::NULL).ok()?;
    let list = JsFuture::from(Promise::resolve(&promise)).await.ok()?;
    Array::from(&list).iter().map(|file| source(&file)).collect()
}

fn source(file: &JsValue) -> Option<SourceFile> {
    let name = Reflect::get(file, &"name".into()).ok()?.as_string()?;
    let bytes = Reflect::get(file, &"bytes".into()).ok()?.dyn_into::<Uint8Array>().ok()?;
    Some(SourceFile { name, bytes: bytes.to_vec(), ..SourceFile::default() })
}
