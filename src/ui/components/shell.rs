//! The frame around every screen.

use yew::prelude::*;

use super::super::desk::use_desk;
use super::articles::Articles;
use super::dictionary::Dictionary;
use super::facts::Facts;
use super::header::{Footer, Header};
use super::notices::{Notices, Progress};
use super::numbers::Numbers;
use super::overview::OverviewScreen;
use super::reader::Reader;
use super::start::Start;
use super::taken::LastReading;
use crate::app::{Route, State};

#[derive(PartialEq, Properties)]
pub(crate) struct ShellProps {
    pub state: State,
    pub is_dragging: bool,
    /// Whether the host has a sample.
    pub has_sample: bool,
}

/// The frame: skip link, header, messages, the screen, footer, and what a screen reader is told.
#[component]
pub(crate) fn Shell(props: &ShellProps) -> Html {
    let desk = use_desk();
    let main = use_node_ref();
    let skip = {
        let main = main.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            if let Some(main) = main.cast::<web_sys::HtmlElement>() {
                let _ = main.focus();
            }
        })
    };
    let state = &props.state;
    let main_tag = if desk.is_widget { "div" } else { "main" };
    html! {
        <>
            if !desk.is_widget {
                <a class="skip" href="#lk-main" onclick={skip}>{ desk.m.skip }</a>
            }
            <Header route={state.route.clone()} choice={state.choice()} has_articles={state.has_articles() == Some(true)} />
            <@{main_tag} id="lk-main" part="main" class="main" tabindex="-1" ref={main}>
                <Notices notices={state.notices.clone()} reading={LastReading::of(state)} />
                <Progress job={state.job.clone()} />
                { screen(state, props.has_sample) }
            </@>
            <Footer config={state.config} is_stored={!state.is_unstored}
                is_offline_ready={state.is_offline_ready} />
            <div class="unseen" role="status" aria-live="polite">{ &state.announcement }</div>
            if props.is_dragging {
                <div class="drop" aria-hidden="true"><p>{ desk.m.files_drop }</p></div>
            }
        </>
    }
}

fn screen(state: &State, has_sample: bool) -> Html {
    let is_busy = state.job.is_some();
    let Some(has_articles) = state.has_articles() else {
        return html! { <Waiting failure={state.overview.failure.is_some()} /> };
    };
    match &state.route {
        Route::Dictionary => html! { <Dictionary panel={state.dictionary.clone()} /> },
        Route::Add => html! { <Start is_first=false {has_sample} {is_busy} /> },
        _ if !has_articles => html! { <Start is_first=true {has_sample} {is_busy} /> },
        Route::Overview(_) | Route::Chosen(_) => html! { <OverviewScreen state={state.clone()} /> },
        Route::Articles(choice) => html! { <Articles choice={choice.clone()} state={state.clone()} /> },
        Route::Facts(query) => html! { <Facts query={query.clone()} state={state.clone()} /> },
        Route::Numbers(query) => html! { <Numbers query={query.clone()} state={state.clone()} /> },
        Route::Article { .. } => html! { <Reader state={state.clone()} /> },
    }
}

#[derive(PartialEq, Properties)]
struct WaitingProps {
    failure: bool,
}

/// The time before anything is known.
#[component]
fn Waiting(props: &WaitingProps) -> Html {
    let desk = use_desk();
    html! {
        <div class="waiting" aria-busy={(!props.failure).to_string()}>
            <p>{ if props.failure { desk.m.broken } else { desk.m.starting } }</p>
        </div>
    }
}
