//! The readers of file formats for JavaScript: the bytes of a file in, documents for the engine out, a step at a time.

use js_sys::{Error, Function, Object, Reflect, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::formats::{
    ColumnSaid, Columns, Content, Document, Event, Format, Memory, Reader, Settings, Source, SourceError, Step, Unread,
};
use crate::ingest::{About, Encoding};
use crate::session::protocol::Failure;

/// One file that is being read.
#[wasm_bindgen]
pub struct Files {
    reader: Reader,
}

/// How a file is read, as the host says.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct How {
    format: Option<String>,
    encoding: Option<Encoding>,
    columns: Vec<ColumnSaid>,
}

#[wasm_bindgen]
impl Files {
    /// A file of that name or path. `source`: its bytes (`Uint8Array`), or `{ size, read(at, n) }`, which gives pieces of
    /// them. `how`: `{ format?, encoding?, columns?: { name, field | null }[] }`.
    ///
    /// # Errors
    /// When `source` or `how` is of another form.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str, source: JsValue, how: JsValue) -> Result<Files, JsError> {
        let how: How = if how.is_undefined() { How::default() } else { serde_wasm_bindgen::from_value(how)? };
        let format =
            how.format.as_deref().map(|name| Format::named(name).ok_or_else(|| JsError::new("no such format")));
        let settings = Settings {
            format: format.transpose()?,
            encoding: how.encoding,
            columns: how.columns,
            ..Settings::default()
        };
        let source: Box<dyn Source> = match source.dyn_into::<Uint8Array>() {
            Ok(bytes) => Box::new(Memory(bytes.to_vec())),
            Err(object) => Box::new(Pieces::new(&object).ok_or_else(|| JsError::new("neither bytes nor pieces"))?),
        };
        Ok(Self { reader: Reader::new(source, name, settings) })
    }

    /// Goes on a little: `undefined` at the end, `null` where nothing was found yet, else what was found
    /// (`readers.js` says in what form).
    ///
    /// # Errors
    /// Never, in a correct build: everything that is found can be written as a plain object.
    pub fn step(&mut self) -> Result<JsValue, JsError> {
        match self.reader.step() {
            Step::Done => Ok(JsValue::UNDEFINED),
            Step::Working => Ok(JsValue::NULL),
            Step::Found(event) => told(event),
        }
    }

    /// Bytes of the file that are done with.
    #[wasm_bindgen(getter)]
    pub fn done(&self) -> f64 {
        self.reader.progress().done as f64
    }
}

/// What was found, without its bytes.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
enum Told {
    Document { name: String, format: &'static str, split: bool, about: Box<About> },
    Columns(Box<Columns>),
    Unread { name: String, failure: Failure },
    Elsewhere { name: String, format: &'static str },
}

fn told(event: Event) -> Result<JsValue, JsError> {
    let (told, bytes) = match event {
        Event::Document(document) => {
            let Document { name, format, content, stated, split } = *document;
            let (bytes, hints) = match content {
                Content::Plain(bytes) => (bytes, Vec::new()),
                Content::Blocks { text, hints } => (text.into_bytes(), hints),
            };
            (
                Told::Document { name, format: format.name(), split, about: Box::new(About { stated, hints }) },
                Some(bytes),
            )
        }
        Event::Columns(columns) => (Told::Columns(columns), None),
        Event::Unread(Unread { name, reason, is_partly_read, .. }) => {
            (Told::Unread { name, failure: Failure::Unread { reason, partly: is_partly_read } }, None)
        }
        Event::Elsewhere { name, format, bytes, .. } => (Told::Elsewhere { name, format: format.name() }, Some(bytes)),
    };
    let object = told.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
    if let Some(bytes) = bytes {
        let _ = Reflect::set(&object, &"bytes".into(), &Uint8Array::from(bytes.as_slice()));
    }
    Ok(object)
}

/// Bytes that the host holds and gives in pieces.
struct Pieces {
    size: u64,
    read: Function,
}

impl Pieces {
    fn new(object: &JsValue) -> Option<Self> {
        let object = object.dyn_ref::<Object>()?;
        let get = |name: &str| Reflect::get(object, &name.into()).ok();
        Some(Self { size: get("size")?.as_f64()? as u64, read: get("read")?.dyn_into().ok()? })
    }
}

impl Source for Pieces {
    fn len(&self) -> u64 {
        self.size
    }

    fn read_at(&mut self, at: u64, into: &mut [u8]) -> Result<usize, SourceError> {
        let said = |thrown: JsValue| {
            let message = thrown.dyn_ref::<Error>().map(|error| String::from(error.message()));
            SourceError(message.unwrap_or_else(|| "the file cannot be read".to_owned()))
        };
        let piece = self.read.call2(&JsValue::NULL, &(at as f64).into(), &(into.len() as f64).into()).map_err(said)?;
        let piece: Uint8Array = piece.dyn_into().map_err(said)?;
        let n = into.len().min(piece.length() as usize);
        piece.subarray(0, n as u32).copy_to(&mut into[..n]);
        Ok(n)
    }
}
