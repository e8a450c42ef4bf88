//! One article word by word: every word can be asked why it is one.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};
use yew::prelude::*;

use super::super::desk::use_desk;
use super::reader::around;
use crate::app::words::{self, WordPiece};
use crate::app::{Action, Shared, word_id};
use crate::view::ArticleView;

#[derive(PartialEq, Properties)]
pub(super) struct WordsProps {
    pub article: Shared<ArticleView>,
    /// Start of the word whose card is open.
    pub chosen: Option<u32>,
}

/// The text, each word a button. One of them is in the order of the Tab key; arrows lead to the others.
#[component]
pub(super) fn Words(props: &WordsProps) -> Html {
    let desk = use_desk();
    let key = props.article.row.key.clone();
    let ask = {
        let act = desk.act.clone();
        move |word: &Element| {
            if let Some(at) = place(word) {
                act.emit(Action::AskWord(key.clone(), at));
            }
        }
    };
    let onclick = {
        let ask = ask.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(word) = word_of(&event) {
                ask(&word);
            }
        })
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let Some(word) = word_of(&event) else { return };
        match event.key().as_str() {
            "Enter" | " " => ask(&word),
            "ArrowRight" | "ArrowDown" => step(&word, 1),
            "ArrowLeft" | "ArrowUp" => step(&word, -1),
            _ => return,
        }
        event.prevent_default();
    });
    let first = props.article.words.first().map(|word| word.0);
    let reachable = props.chosen.or(first);
    let block = |block| {
        let pieces = words::pieces(block, &props.article.words);
        around(&desk, block, pieces.iter().map(|piece| word(piece, props.chosen, reachable)).collect())
    };
    html! {
        <div class="text text-words" lang={props.article.row.language.clone()} {onclick} {onkeydown}>
            { for props.article.blocks.iter().map(block) }
        </div>
    }
}

fn word(piece: &WordPiece, chosen: Option<u32>, reachable: Option<u32>) -> Html {
    if !piece.is_word {
        return html! { { &piece.text } };
    }
    let is_chosen = chosen == Some(piece.start);
    let tabindex = if reachable == Some(piece.start) { "0" } else { "-1" };
    html! {
        <span key={piece.start} id={word_id(piece.start)} role="button" {tabindex} data-at={piece.start.to_string()}
            class={classes!("w", is_chosen.then_some("is-chosen"))} aria-pressed={is_chosen.to_string()}>{ &piece.text }</span>
    }
}

/// The word in which something happened.
fn word_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest("[data-at]").ok()?
}

fn place(word: &Element) -> Option<u32> {
    word.get_attribute("data-at")?.parse().ok()
}

/// Gives the focus to the next word, or to the one before.
fn step(word: &Element, by: i32) {
    let Ok(Some(text)) = word.closest(".text-words") else { return };
    let Ok(words) = text.query_selector_all("[data-at]") else { return };
    let Some(at) = (0..words.length()).find(|&i| words.get(i).is_some_and(|node| node == **word)) else { return };
    let next =
        at.checked_add_signed(by).and_then(|i| words.get(i)).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    if let Some(next) = next {
        let _ = next.focus();
    }
}
