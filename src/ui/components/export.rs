//! The menu of files that can be made.

use yew::prelude::*;

use super::super::desk::use_desk;
use crate::app::Action;
use crate::session::protocol::ExportFormat;

/// The menu of files that can be made.
#[component]
pub(super) fn Export() -> Html {
    let desk = use_desk();
    let menu = use_node_ref();
    let files = [
        (ExportFormat::TermsCsv, desk.m.export_terms, desk.m.export_csv_help),
        (ExportFormat::FactsCsv, desk.m.export_facts, desk.m.export_csv_help),
        (ExportFormat::FactsTsv, desk.m.export_facts_tsv, desk.m.export_csv_help),
        (ExportFormat::Corrections, desk.m.export_corrections, desk.m.export_corrections_help),
        (ExportFormat::Bundle, desk.m.bundle.save, desk.m.bundle.save_help),
        (ExportFormat::BundleHashes, desk.m.bundle.save_hashes, desk.m.bundle.save_hashes_help),
        (ExportFormat::Json, desk.m.export_json, desk.m.export_json_help),
    ];
    let close = |menu: &NodeRef| {
        if let Some(menu) = menu.cast::<web_sys::HtmlDetailsElement>() {
            menu.set_open(false);
        }
    };
    let make = |format| {
        let (act, menu) = (desk.act.clone(), menu.clone());
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::Export(format));
            close(&menu);
        })
    };
    let onkeydown = {
        let menu = menu.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() != "Escape" {
                return;
            }
            close(&menu);
            let summary = menu.cast::<web_sys::Element>().and_then(|menu| menu.first_element_child());
            if let Some(summary) = summary.and_then(|s| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(s).ok())
            {
                let _ = summary.focus();
            }
        })
    };
    html! {
        <details class="menu" ref={menu.clone()} {onkeydown}>
            <summary class="button button-quiet">{ desk.m.export }</summary>
            <ul class="menu-list">
                for (format, name, help) in files {
                    <li><button type="button" class="menu-item" onclick={make(format)}>
                        <span>{ name }</span><small>{ help }</small>
                    </button></li>
                }
            </ul>
        </details>
    }
}
