//! A menu of things to do.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, HtmlElement};
use yew::prelude::*;

use super::super::desk::use_desk;
use crate::app::Action;

/// One thing to do.
#[derive(Clone, PartialEq)]
pub(super) struct Item {
    pub name: &'static str,
    pub help: &'static str,
    pub action: Action,
}

#[derive(PartialEq, Properties)]
pub(super) struct MenuProps {
    pub name: AttrValue,
    /// Name for those who do not see what stands beside it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    pub items: Vec<Item>,
}

/// A menu that opens by its button and closes by a choice, by Escape or when the focus leaves it.
#[component]
pub(super) fn Menu(props: &MenuProps) -> Html {
    let desk = use_desk();
    let menu = use_node_ref();
    let close = |menu: &NodeRef| {
        if let Some(menu) = menu.cast::<HtmlDetailsElement>() {
            menu.set_open(false);
        }
    };
    let choose = |action: &Action| {
        let (act, menu, action) = (desk.act.clone(), menu.clone(), action.clone());
        Callback::from(move |_: MouseEvent| {
            act.emit(action.clone());
            close(&menu);
            // The item is gone; whoever works by keyboard stands at the button again.
            focus_button(&menu);
        })
    };
    let onkeydown = {
        let menu = menu.clone();
        Callback::from(move |event: KeyboardEvent| {
            let is_open = menu.cast::<HtmlDetailsElement>().is_some_and(|menu| menu.open());
            if event.key() != "Escape" || !is_open {
                return;
            }
            // It closes the menu, and does nothing else.
            event.prevent_default();
            close(&menu);
            focus_button(&menu);
        })
    };
    let onfocusout = {
        let menu = menu.clone();
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
            let is_inside = menu.cast::<web_sys::Node>().is_some_and(|menu| menu.contains(to.as_ref()));
            if to.is_some() && !is_inside {
                close(&menu);
            }
        })
    };
    html! {
        <details part="menu" class="menu" ref={menu.clone()} {onkeydown} {onfocusout}>
            <summary part="button" class="button button-quiet" aria-label={props.label.clone()}>{ &props.name }</summary>
            <ul class="menu-list">
                for Item { name, help, action } in &props.items {
                    <li><button type="button" part="button" class="menu-item" onclick={choose(action)}>
                        <span>{ *name }</span><small>{ *help }</small>
                    </button></li>
                }
            </ul>
        </details>
    }
}

fn focus_button(menu: &NodeRef) {
    let summary = menu.cast::<web_sys::Element>().and_then(|menu| menu.first_element_child());
    if let Some(summary) = summary.and_then(|s| s.dyn_into::<HtmlElement>().ok()) {
        let _ = summary.focus();
    }
}
