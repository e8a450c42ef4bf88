//! Header and footer.

use web_sys::{Event, HtmlSelectElement};
use yew::prelude::*;

use super::super::desk::use_desk;
use super::basics::{Icon, Link, Sign};
use super::export::Export;
use crate::app::{Action, Choice, Config, Lang, Route, Theme};
use crate::view::{FactQuery, FigureQuery};

#[derive(PartialEq, Properties)]
pub(super) struct HeaderProps {
    pub route: Route,
    /// What is chosen; it goes along from one view to another.
    pub choice: Choice,
    pub has_articles: bool,
}

/// Name, pages, language and colours.
#[component]
pub(super) fn Header(props: &HeaderProps) -> Html {
    let desk = use_desk();
    let tag = if desk.is_widget { "div" } else { "header" };
    html! {
        <@{tag} part="header" class="header">
            <Link to={Route::default()} class="brand">
                <Icon sign={Sign::Prism} /><span class="brand-name">{ desk.m.name }</span>
            </Link>
            if props.has_articles {
                <nav part="nav" class="nav" aria-label={desk.m.navigation}>{ pages(props, desk.is_widget, desk.m) }</nav>
            }
            <div part="toolbar" class="tools">
                if props.has_articles { <Export /> }
                if !desk.is_widget { <Languages /> }
            </div>
        </@>
    }
}

fn pages(HeaderProps { route, choice, .. }: &HeaderProps, is_widget: bool, m: &'static crate::app::Messages) -> Html {
    // The view on show, chosen again, shows everything.
    let overview = if route.is_overview() { Route::default() } else { Route::chosen(choice.clone()) };
    let is_facts = matches!(route, Route::Facts(_));
    let is_numbers = matches!(route, Route::Numbers(_));
    let facts = if is_facts { FactQuery::default() } else { choice.facts() };
    let numbers = if is_numbers { FigureQuery::default() } else { choice.figures() };
    let is_articles = matches!(route, Route::Articles(_));
    let articles = if is_articles { Choice::default() } else { choice.clone() };
    let pages = [
        (overview, m.overview, route.is_overview()),
        (Route::Facts(facts), m.facts, is_facts),
        (Route::Numbers(numbers), m.numbers, is_numbers),
        (Route::Articles(articles), m.articles, is_articles || matches!(route, Route::Article { .. })),
        (Route::Dictionary, m.dictionary.name, matches!(route, Route::Dictionary)),
        (Route::Add, m.add, matches!(route, Route::Add)),
    ];
    let shown = pages.into_iter().filter(|(to, ..)| !is_widget || !matches!(to, Route::Add | Route::Dictionary));
    html! { for (to, name, is_current) in shown { <Link {to} class="nav-link" {is_current}>{ name }</Link> } }
}

/// The language of the wording.
#[component]
fn Languages() -> Html {
    let desk = use_desk();
    let languages = [(Lang::Vi, "Tiếng Việt", "VI"), (Lang::En, "English", "EN")];
    html! {
        <div class="segments" role="group" aria-label={desk.m.language}>
            for (lang, name, short) in languages {
                <button type="button" part="button" class="segment" lang={lang.code()} aria-label={format!("{short}, {name}")}
                    aria-pressed={(desk.lang() == lang).to_string()}
                    onclick={desk.on(Action::Speak(lang))}>{ short }</button>
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct ColoursProps {
    theme: Theme,
}

/// The colours of the page.
#[component]
fn Colours(props: &ColoursProps) -> Html {
    let desk = use_desk();
    let act = desk.act.clone();
    let dress = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        if let Some(theme) = Theme::from_code(&select.value()) {
            act.emit(Action::Dress(theme));
        }
    });
    let themes =
        [(Theme::Auto, desk.m.theme_auto), (Theme::Light, desk.m.theme_light), (Theme::Dark, desk.m.theme_dark)];
    html! {
        <select part="input" class="select select-quiet" aria-label={desk.m.colours} onchange={dress}>
            for (theme, name) in themes {
                <option value={theme.code()} selected={props.theme == theme}>{ name }</option>
            }
        </select>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct FooterProps {
    pub config: Config,
    pub is_stored: bool,
    pub is_offline_ready: bool,
}

/// What stays where.
#[component]
pub(super) fn Footer(props: &FooterProps) -> Html {
    let desk = use_desk();
    let tag = if desk.is_widget { "div" } else { "footer" };
    let kept = if props.config.storage && props.is_stored { desk.m.kept_here } else { desk.m.not_kept };
    html! {
        <@{tag} part="footer" class="footer">
            <p>{ desk.m.private }{ " " }{ kept }
                if props.is_offline_ready { { " " }<span class="offline-ready">{ desk.m.offline_ready }</span> }</p>
            <div class="footer-side">
                if !desk.is_widget { <Colours theme={props.config.theme} /> }
                <p class="version">{ concat!("Lăng Kính ", env!("CARGO_PKG_VERSION")) }</p>
            </div>
        </@>
    }
}
