//! Messages about links and signatures.

use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use crate::app::{Action, Signature};

/// A link that was made, to be copied.
pub(super) fn link(desk: &Desk, link: &std::rc::Rc<str>, has_texts: bool) -> Html {
    let m = desk.m.share;
    html! {
        <>
            <p>{ (m.link)(has_texts, link.chars().count() as u32) }</p>
            <p class="share-line">
                <input part="input" class="input" readonly=true aria-label={m.link_label} value={link.to_string()} />
                <button type="button" part="button" class="button" onclick={desk.on(Action::Copy(link.clone()))}>{ m.copy_link }</button>
            </p>
        </>
    }
}

/// What a signature is worth.
pub(super) fn signature(desk: &Desk, signature: &Signature) -> Html {
    let m = desk.m.share;
    html! {
        <>
            <p>{ (m.signature)(signature) }</p>
            if signature.is_valid { <p class="small">{ m.key }{ " " }<code class="key">{ &signature.key }</code></p> }
        </>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct SigningProps {
    pub public_key: AttrValue,
    pub by: AttrValue,
}

/// The form in which a bundle is signed.
#[component]
pub(super) fn Signing(props: &SigningProps) -> Html {
    let desk = use_desk();
    let m = desk.m.share;
    let name = use_node_ref();
    let onsubmit = {
        let (act, name) = (desk.act.clone(), name.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let by = name.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            act.emit(Action::Sign(by.trim().to_owned()));
        })
    };
    let key = std::rc::Rc::<str>::from(props.public_key.as_str());
    html! {
        <form class="signing" {onsubmit}>
            <p>{ m.signing }</p>
            <p>{ m.your_key }{ " " }<code class="key">{ &props.public_key }</code>{ " " }
                <button type="button" part="button" class="text-button" onclick={desk.on(Action::Copy(key))}>{ m.copy_key }</button></p>
            <p class="share-line">
                <input id="lk-signer" part="input" class="input" maxlength="200" ref={name} aria-label={m.signer} placeholder={m.signer} value={&props.by} />
                <button type="submit" part="button" class="button">{ m.sign_go }</button>
            </p>
        </form>
    }
}
