//! Turns a picture into pixels: the browser draws the SVG on a canvas.

use gloo::utils::document;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::effects;

/// Pixels for each CSS pixel, so that the picture is sharp in print.
const SCALE: u32 = 2;

/// Saves an SVG file as PNG of that name.
pub(super) async fn save(name: &str, svg: &[u8]) -> Result<(), JsValue> {
    let text = String::from_utf8_lossy(svg);
    let image = HtmlImageElement::new()?;
    // Not the address of a blob: strict hosts allow pictures from `data:` only.
    image.set_src(&format!("data:image/svg+xml,{}", js_sys::encode_uri_component(&text)));
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    let (width, height) = (image.natural_width() * SCALE, image.natural_height() * SCALE);
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into::<CanvasRenderingContext2d>();
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, f64::from(width), f64::from(height))?;
    let url = canvas.to_data_url_with_type("image/png")?;
    let coded = url.split_once(',').map_or("", |(_, coded)| coded);
    let bytes: Vec<u8> = gloo::utils::window().atob(coded)?.chars().map(|c| c as u8).collect();
    effects::download(name, "image/png", &bytes)
}
