//! Where a paste was split, line by line; borders are set and taken away with the mouse or by keyboard.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::super::desk::use_desk;
use crate::app::Action;
use crate::app::intake::toggled;
use crate::session::protocol::Split;

#[derive(PartialEq, Properties)]
pub(super) struct SplitProps {
    pub split: Split,
    pub is_busy: bool,
}

/// The lines of a paste, and which of them begin an article.
#[component]
pub(super) fn SplitView(props: &SplitProps) -> Html {
    let desk = use_desk();
    let m = desk.m.intake;
    let Split { lines, starts, .. } = &props.split;
    let first = starts.first().copied().unwrap_or(0);
    // Tab goes from border to border; where there is none, to the first line that could be one.
    let mut is_reached = starts.len() > 1;
    let row = |(at, line): (u32, &String)| {
        if line.is_empty() {
            return Html::default();
        }
        let number = starts.binary_search(&at).ok().map(|n| n as u32 + 1);
        let tag = number.map(|n| html! { <span class="split-tag">{ (m.article_no)(n) }</span> });
        if at <= first {
            return html! { <li key={at} class={classes!("split-line", number.map(|_| "is-start"))}>{ for tag }
            <span class="split-words">{ line }</span></li> };
        }
        let is_stop = number.is_some() || !std::mem::replace(&mut is_reached, true);
        let starts = starts.clone();
        let act = desk.act.clone();
        let is_busy = props.is_busy;
        let onclick = Callback::from(move |_: MouseEvent| {
            if !is_busy {
                act.emit(Action::SplitAt(toggled(&starts, at)));
            }
        });
        let does = if number.is_some() { m.join } else { m.split_here };
        html! {
            <li key={at} class={classes!("split-line", number.map(|_| "is-start"))}>
                { for tag }
                <button type="button" class="split-button" tabindex={if is_stop { "0" } else { "-1" }} {onclick}
                    aria-pressed={number.is_some().to_string()}>
                    <span class="split-words">{ line }</span><span class="split-does">{ does }</span>
                </button>
            </li>
        }
    };
    let rows: Vec<Html> = (0..).zip(lines).map(row).collect();
    html! {
        <details class="fold split">
            <summary>{ (m.split)(starts.len() as u32) }</summary>
            <p class="small">{ m.split_help }</p>
            <ol class="split-lines" onkeydown={Callback::from(move_focus)}>{ for rows }</ol>
        </details>
    }
}

/// The arrows go from line to line.
fn move_focus(event: KeyboardEvent) {
    let is_down = match event.key().as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return,
    };
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let mut row = target.and_then(|target| target.closest("li").ok().flatten());
    while let Some(here) = row {
        row = if is_down { here.next_element_sibling() } else { here.previous_element_sibling() };
        let button = row.as_ref().and_then(|row| row.query_selector("button").ok().flatten());
        if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            event.prevent_default();
            let _ = button.focus();
            return;
        }
    }
}
