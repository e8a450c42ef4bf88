//! Files from the disk or from the host.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::app::{Action, files};
use crate::session::protocol::{Failure, Rejection, SourceFile};

/// Reads files that were dropped or chosen; those too large are not read at all.
pub(super) async fn read(list: web_sys::FileList) -> Action {
    let (mut read, mut refused) = (Vec::new(), Vec::new());
    for file in (0..list.length()).filter_map(|at| list.get(at)) {
        let name = file.name();
        match bytes(&file).await {
            Ok(bytes) => read.push(SourceFile { name, bytes, ..SourceFile::default() }),
            Err(failure) => refused.push(Rejection { name, failure }),
        }
    }
    Action::Read(read, refused)
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
