//! Small parts: links, headings, bars.

use web_sys::{KeyboardEvent, MouseEvent};
use yew::prelude::*;
use yew::virtual_dom::AttrValue;

use super::super::desk::{Desk, use_desk};
use crate::app::{Action, Route, Section};

#[derive(PartialEq, Properties)]
pub(super) struct LinkProps {
    /// Where it leads.
    pub to: Route,
    #[prop_or_default]
    pub class: Classes,
    /// Names by which a host dresses it.
    #[prop_or("link")]
    pub part: &'static str,
    /// Name for those who do not see it, where the words alone do not say enough.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Whether it leads to where the reader is.
    #[prop_or_default]
    pub is_current: bool,
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Words of an article: first UTF-16 unit in its text.
    #[prop_or_default]
    pub at: Option<u32>,
    #[prop_or_default]
    pub children: Html,
}

/// A link inside the page. A widget has no addresses, so there it is a link by role only.
#[component]
pub(super) fn Link(props: &LinkProps) -> Html {
    let desk = use_desk();
    let go = {
        let (act, to) = (desk.act.clone(), props.to.clone());
        move || act.emit(Action::Go(to.clone()))
    };
    let onclick = {
        let go = go.clone();
        Callback::from(move |event: MouseEvent| {
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                go();
            }
        })
    };
    let class = props.class.clone();
    let current = props.is_current.then_some("page");
    let at = props.at.map(|at| at.to_string());
    if !desk.is_widget {
        return html! {
            <a part={props.part} href={props.to.to_hash()} {class} {onclick} id={props.id.clone()} aria-label={props.label.clone()}
                aria-current={current} data-at={at}>{ props.children.clone() }</a>
        };
    }
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            go();
        }
    });
    html! {
        <a part={props.part} role="link" tabindex="0" {class} {onclick} {onkeydown} id={props.id.clone()} aria-label={props.label.clone()}
            aria-current={current}>{ props.children.clone() }</a>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct HeadingProps {
    /// 1 = heading of the screen.
    pub level: u8,
    #[prop_or_default]
    pub id: Option<AttrValue>,
    #[prop_or_default]
    pub class: Classes,
    pub children: Html,
}

/// A heading; inside the page of somebody else it stands one level lower. Those with an id can get the focus.
#[component]
pub(super) fn Heading(props: &HeadingProps) -> Html {
    let desk = use_desk();
    let level = props.level + u8::from(desk.is_widget);
    let tabindex = props.id.is_some().then_some("-1");
    html! {
        <@{format!("h{level}")} part="heading" id={props.id.clone()} class={props.class.clone()} {tabindex}>
            { props.children.clone() }
        </@>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct BarProps {
    /// Length, from 0 to `of`.
    pub value: f64,
    /// Full length.
    pub of: f64,
}

/// A bar beside its number.
#[component]
pub(super) fn Bar(props: &BarProps) -> Html {
    let width = if props.of > 0.0 { 100.0 * props.value / props.of } else { 0.0 };
    html! {
        <svg part="bar" class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect width={format!("{width:.2}")} height="4" />
        </svg>
    }
}

/// Tells that a part of the overview was opened, however that came.
pub(super) fn opening(desk: &Desk, section: Section) -> Callback<Event> {
    let act = desk.act.clone();
    Callback::from(move |event: Event| {
        if event.target_unchecked_into::<web_sys::HtmlDetailsElement>().open() {
            act.emit(Action::Open(section));
        }
    })
}

/// What an icon shows.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Sign {
    /// A prism: the mark of the product.
    Prism,
    /// Put away.
    Cross,
    /// Back.
    Back,
    /// A sheet with lines.
    Paste,
    /// A folder.
    Folder,
    /// A sparkle.
    Sample,
}

#[derive(PartialEq, Properties)]
pub(super) struct IconProps {
    pub sign: Sign,
}

/// An icon; always beside words or inside a control that has a name.
#[component]
pub(super) fn Icon(props: &IconProps) -> Html {
    if props.sign == Sign::Prism {
        return prism();
    }
    let path = match props.sign {
        Sign::Cross => "M6 6l12 12M18 6L6 18",
        Sign::Back => "M19 12H5m6-6l-6 6 6 6",
        Sign::Paste => "M7 3.5h7l4 4v13H7zM10 11h5M10 14.5h5M10 7.5h1.5",
        Sign::Folder => "M3.5 6.5h6l2 2.5h9v10.5h-17z",
        Sign::Sample | Sign::Prism => "M12 4l7.5 14h-15zM2.5 13.5l6-2M15.5 10.5l6 .5M16.8 13.5l4.7 2",
    };
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor"
            stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"><path d={path} /></svg>
    }
}

fn prism() -> Html {
    html! {
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false" fill="none" stroke-width="2"
            stroke-linejoin="round" stroke-linecap="round">
            <path class="mark-in" d="M1.5 19.5L11 15" />
            <path class="mark-a" d="M20.5 13.5L30.5 12" />
            <path class="mark-b" d="M21.8 16.4L30.5 17.5" />
            <path class="mark-c" d="M23.2 19.2L30.5 23" />
            <path class="mark-prism" d="M16 5.5L26.5 25.5h-21z" />
        </svg>
    }
}
