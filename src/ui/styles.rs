//! The style sheets inside a shadow root, without inline styles.

use wasm_bindgen::prelude::*;

/// The sheets of the page, in their order; a page links them, a widget adopts them.
const SHEETS: [&str; 8] = [
    include_str!("../../www/styles/tokens.css"),
    include_str!("../../www/styles/base.css"),
    include_str!("../../www/styles/frame.css"),
    include_str!("../../www/styles/start.css"),
    include_str!("../../www/styles/overview.css"),
    include_str!("../../www/styles/reading.css"),
    include_str!("../../www/styles/correcting.css"),
    include_str!("../../www/styles/chart.css"),
];

/// Lays the sheets over a shadow root.
pub(super) fn adopt(root: &web_sys::ShadowRoot) -> Result<(), JsValue> {
    let sheet = web_sys::CssStyleSheet::new()?;
    let set = js_sys::Reflect::get(&sheet, &"replaceSync".into())?.dyn_into::<js_sys::Function>()?;
    set.call1(&sheet, &SHEETS.concat().into())?;
    let adopted = js_sys::Array::of1(&sheet);
    js_sys::Reflect::set(root, &"adoptedStyleSheets".into(), &adopted)?;
    Ok(())
}
