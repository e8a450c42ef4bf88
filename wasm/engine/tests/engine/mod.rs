//! The engine's exports: requests and replies as plain objects. Runs in a browser and in Node.

use js_sys::{JSON, Reflect};
use langkinh::lexicon::Tables;
use langkinh::segment::Segmenter;
use langkinh::web::{Engine, protocol, version};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

fn engine() -> Engine {
    Engine::new(Segmenter::BUILT_IN, Tables::BUILT_IN).ok().expect("the pack is built together with the program")
}

fn object(json: &str) -> JsValue {
    JSON::parse(json).expect("a test's own JSON")
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("an object")
}

/// Steps to the end; the last reply of the request.
fn reply(engine: &mut Engine, id: u32) -> JsValue {
    let mut last = JsValue::UNDEFINED;
    loop {
        let turn = engine.step().ok().expect("replies are plain objects");
        if turn.is_undefined() {
            return last;
        }
        assert_eq!(get(&turn, "0").as_f64(), Some(f64::from(id)));
        last = get(&turn, "1");
    }
}

fn add(engine: &mut Engine, text: &str) -> JsValue {
    let request = object(r#"{ "type": "add", "files": [{ "name": "a.txt", "split": false }] }"#);
    let file = get(&get(&request, "files"), "0");
    Reflect::set(&file, &"bytes".into(), &js_sys::Uint8Array::from(text.as_bytes())).expect("an object");
    engine.submit(1, request).ok().expect("a request");
    reply(engine, 1)
}

#[wasm_bindgen_test]
fn reads_an_article_and_exports_its_document_as_bytes() {
    let mut engine = engine();
    let added = add(&mut engine, "Ngày 12/3/2024, tỉnh Lào Cai có 152 trạm y tế xã.");
    assert_eq!(get(&added, "type").as_string().as_deref(), Some("added"));
    engine.submit(2, object(r#"{ "type": "export", "format": "json" }"#)).ok().expect("a request");
    let exported = reply(&mut engine, 2);
    let bytes: js_sys::Uint8Array = get(&exported, "bytes").dyn_into().expect("bytes are a Uint8Array");
    let json = String::from_utf8(bytes.to_vec()).expect("the document is UTF-8");
    assert!(json.starts_with(r#"{"schema":"langkinh/1","articles":[{"source":"a.txt""#), "{json}");
}

#[wasm_bindgen_test]
fn composes_by_the_tables_of_the_browser() {
    let mut engine = engine();
    let apart = js_sys::JsString::from("Lào Cai, năm 2023").normalize("NFD");
    let added = add(&mut engine, &String::from(apart));
    let key = get(&get(&added, "keys"), "0").as_string().expect("a key");
    engine.submit(2, object(&format!(r#"{{ "type": "article", "key": "{key}" }}"#))).ok().expect("a request");
    let text = String::from(JSON::stringify(&reply(&mut engine, 2)).expect("a plain object"));
    assert!(text.contains("Lào Cai"), "{text}");
}

#[wasm_bindgen_test]
fn what_is_not_a_request_is_an_error_with_words() {
    let error = engine().submit(1, object(r#"{ "type": "sing" }"#)).err().expect("an error");
    let message = get(&JsValue::from(error), "message").as_string().expect("an Error");
    assert!(message.contains("sing") && message.contains("overview"), "{message}");
}

#[wasm_bindgen_test]
fn a_request_given_up_before_it_began_is_answered() {
    let mut engine = engine();
    engine.submit(7, object(r#"{ "type": "overview" }"#)).ok().expect("a request");
    engine.cancel(7);
    let failed = reply(&mut engine, 7);
    assert_eq!(get(&get(&failed, "failure"), "code").as_string().as_deref(), Some("cancelled"));
}

#[wasm_bindgen_test]
fn tells_its_versions() {
    assert_eq!(protocol(), 1);
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}
