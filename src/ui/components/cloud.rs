//! The picture of terms. The table beside it says the same.

use std::rc::Rc;

use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::Link;
use crate::app::{Route, format};
use crate::view::{Cloud, CloudWord, Overview};

#[derive(PartialEq, Properties)]
pub(super) struct CloudPictureProps {
    pub overview: Rc<Overview>,
    /// Indexes of the terms that fit the filter; the others fade.
    pub matching: Vec<usize>,
    pub chosen: Option<AttrValue>,
    pub touched: Option<usize>,
    pub touch: Callback<Option<usize>>,
}

/// The picture of terms: every word leads to its sentences.
#[component]
pub(super) fn CloudPicture(props: &CloudPictureProps) -> Html {
    let desk = use_desk();
    let (wide, narrow) = (&props.overview.cloud, &props.overview.cloud_narrow);
    if wide.words.is_empty() {
        return Html::default();
    }
    html! {
        <figure class="cloud">
            { picture(&desk, props, wide, "cloud-wide") }
            if !narrow.words.is_empty() { { picture(&desk, props, narrow, "cloud-narrow") } }
            <figcaption class="small">{ desk.m.cloud_note }</figcaption>
        </figure>
    }
}

/// One of the two layouts; the style sheet shows the one that fits.
fn picture(desk: &Desk, props: &CloudPictureProps, cloud: &Cloud, class: &'static str) -> Html {
    html! {
            <svg {class} viewBox={format!("0 0 {} {}", cloud.width, cloud.height)} role="group"
                aria-label={(desk.m.cloud_label)(cloud.words.len() as u32)}>
                for (at, word) in cloud.words.iter().enumerate() {
                    <Word key={at} overview={props.overview.clone()} word={word.clone()}
                        is_faded={props.matching.binary_search(&(word.term as usize)).is_err()}
                        is_touched={props.touched == Some(word.term as usize)}
                        chosen={props.chosen.clone()} touch={props.touch.clone()} />
                }
            </svg>
    }
}

#[derive(PartialEq, Properties)]
struct WordProps {
    overview: Rc<Overview>,
    word: CloudWord,
    is_faded: bool,
    is_touched: bool,
    chosen: Option<AttrValue>,
    touch: Callback<Option<usize>>,
}

#[component]
fn Word(props: &WordProps) -> Html {
    let desk = use_desk();
    let at = props.word.term as usize;
    let Some(term) = props.overview.terms.get(at) else { return Html::default() };
    let is_chosen = props.chosen.as_deref() == Some(term.term.as_str());
    let class = classes!(
        "word",
        format!("tint-{}", at % 4),
        props.is_faded.then_some("is-faded"),
        props.is_touched.then_some("is-touched"),
        is_chosen.then_some("is-chosen"),
    );
    let label = (desk.m.term_count)(&term.term, &format::integer(desk.lang(), term.count));
    html! {
        <g onmouseenter={props.touch.reform(move |_| Some(at))} onmouseleave={props.touch.reform(|_| None)}>
            <Link to={Route::Term(term.term.clone())} {class} {label} is_current={is_chosen}>
                <text x={format!("{:.1}", props.word.x)} y={format!("{:.1}", props.word.y)}
                    font-size={format!("{:.1}", props.word.size)} text-anchor="middle">{ &term.term }</text>
            </Link>
        </g>
    }
}
