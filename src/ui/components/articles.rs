//! The list of articles.

use rustc_hash::FxHashMap;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlDialogElement, HtmlInputElement, SubmitEvent};
use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::super::files;
use super::basics::{Heading, Link};
use super::choice::ChosenChips;
use super::edit_form::EditForm;
use super::encoding::EncodingNotice;
use super::filters::{Page, WordsField};
use super::taken::{LastReading, Taken};
use crate::app::listing::Listing;
use crate::app::{Action, Choice, Messages, Notice, ROWS_PER_PAGE, Route, State, format};
use crate::session::protocol::Edit;
use crate::view::{ArticlePlaces, ArticleRow, Outline};

#[derive(PartialEq, Properties)]
pub(super) struct ArticlesProps {
    /// What the articles hold; all articles where nothing is chosen.
    pub choice: Choice,
    pub state: State,
}

/// The list of articles: each with its year and why, to read, edit and remove.
#[component]
pub(super) fn Articles(props: &ArticlesProps) -> Html {
    let desk = use_desk();
    let Some(overview) = &props.state.overview.view else { return Html::default() };
    let choice = &props.choice;
    let is_filtered = !choice.is_empty();
    let held = props.state.holders();
    let holders: FxHashMap<&str, &ArticlePlaces> =
        held.into_iter().flatten().map(|holder| (holder.article.as_str(), holder)).collect();
    let holder = |row: &ArticleRow| holders.get(row.key.as_str()).copied();
    let listing = props.state.listing.of(choice);
    let is_shown = |row: &&ArticleRow| (!is_filtered || holder(row).is_some()) && listing.finds(row);
    let rows: Vec<&ArticleRow> = overview.articles.iter().filter(is_shown).collect();
    let first = listing.first_of(rows.len());
    let page = &rows[first..rows.len().min(first + ROWS_PER_PAGE as usize)];
    let label = desk.m.pages_of_articles;
    let shown = Page { label, from: first as u32, n_shown: page.len() as u32, n_rows: rows.len() as u32 };
    html! {
        <div class="articles">
            <div class="screen-head">
                <Heading level=1 id="lk-heading">{ desk.m.articles }</Heading>
                <div class="screen-tools">
                    if !desk.is_widget { <Link to={Route::Add} class="button">{ desk.m.add }</Link> }
                    if !desk.is_widget { <ImportCorrections /> }
                    if !desk.is_widget { <Clear /> }
                </div>
            </div>
            { last_reading(&props.state, desk.m.intake.last) }
            if is_filtered {
                <ChosenChips choice={choice.clone()} />
                <p class="part-lead">{ found(&desk, held, overview) }</p>
            }
            if overview.articles.len() > ROWS_PER_PAGE as usize { { finder(&desk, &listing) } }
            <ol class="article-list">
                for &row in page {
                    <li key={row.key.clone()} class="article-row">
                        <div class="article-year">{ row.year.map_or("?".to_owned(), |year| year.to_string()) }</div>
                        <div class="article-body">
                            { about(&desk, row) }
                            if let Some(holder) = holder(row) { { held_in(&desk, choice, holder) } }
                            if row.encoding.is_some_and(|note| !note.is_confirmed) { <EncodingNotice row={row.clone()} /> }
                            { same_text(&desk, overview, row) }
                            if row.year.is_none() { <AskYear row={row.clone()} /> }
                            if props.state.editing.as_deref() == Some(&row.key) { <EditForm row={row.clone()} /> }
                        </div>
                        { buttons(&desk, row, props.state.editing.as_deref() == Some(&row.key)) }
                    </li>
                }
            </ol>
            if rows.is_empty() && !listing.words.is_empty() { <p class="quiet" role="status">{ desk.m.no_article_found }</p> }
            if page.len() < rows.len() {
                <p class="unseen" role="status">{ shown.place(&desk) }</p>
                { shown.ways(&desk, |from, name| turn(&desk, &listing, from, name)) }
            }
        </div>
    }
}

/// A field for the words that are looked for in the list.
fn finder(desk: &Desk, listing: &Listing) -> Html {
    let (act, listing) = (desk.act.clone(), listing.clone());
    let words = listing.words.clone();
    let onchange = Callback::from(move |words| act.emit(Action::List(Listing { words, from: 0, ..listing.clone() })));
    html! { <label class="filter"><span>{ desk.m.find_articles }</span><WordsField {words} {onchange} /></label> }
}

/// What leads to another page of the list.
fn turn(desk: &Desk, listing: &Listing, from: u32, name: &'static str) -> Html {
    let action = Action::List(Listing { from, ..listing.clone() });
    html! { <button type="button" part="button" class="button" onclick={desk.on::<MouseEvent>(action)}>{ name }</button> }
}

/// How many articles hold what is chosen.
fn found(desk: &Desk, held: Option<&[ArticlePlaces]>, overview: &Outline) -> String {
    let number = |n: usize| format::integer(desk.lang(), n as u32);
    match held {
        None => desk.m.loading.to_owned(),
        Some([]) => desk.m.charts.no_articles_found.to_owned(),
        Some(held) => (desk.m.charts.articles_found)(&number(held.len()), &number(overview.articles.len())),
    }
}

/// How often an article holds what is chosen, and the first place.
fn held_in(desk: &Desk, choice: &Choice, holder: &ArticlePlaces) -> Html {
    let n = format::integer(desk.lang(), holder.n_places);
    html! {
        <p class="meta held">
            if let Some(first) = &holder.first {
                <Link to={Route::evidence(first)} class="cite">{ (desk.m.charts.n_times)(&n) }</Link>
            } else if let Some(year) = choice.year {
                { (desk.m.charts.n_sentences)(&n, year) }
            }
        </p>
    }
}

/// What was read last, once its message is put away.
fn last_reading(state: &State, title: &'static str) -> Html {
    let is_told = state.notices.iter().any(|notice| matches!(notice, Notice::Added { .. }));
    let Some(intake) = state.intake.as_ref().filter(|intake| intake.is_open() && !is_told) else {
        return Html::default();
    };
    html! {
        <details class="fold last-reading">
            <summary>{ title }</summary>
            <Taken reading={LastReading::of(state)} keys={intake.keys.clone()} pasted={intake.is_paste()} stopped={false} />
        </details>
    }
}

fn about(desk: &Desk, row: &ArticleRow) -> Html {
    html! {
        <>
            <Heading level=2 class="article-title"><Link to={Route::article(&row.key)}>{ title(desk.m, row) }</Link></Heading>
            <p class="meta">{ for facts_about(desk, row) }</p>
            { evidence(desk, row) }
        </>
    }
}

/// The title, or a word in its place.
pub(super) fn title(m: &Messages, row: &ArticleRow) -> String {
    if row.title.is_empty() { m.without_title.to_owned() } else { row.title.clone() }
}

/// Outlet, day and counts of an article.
pub(super) fn facts_about(desk: &Desk, row: &ArticleRow) -> Vec<Html> {
    let m = desk.m;
    let number = |n| format::integer(desk.lang(), n);
    let parts = [
        row.outlet.clone(),
        row.published.as_ref().map(|iso| format::day(desk.lang(), iso)),
        Some(row.unit().count(desk.lang(), row.n_syllables)),
        Some((m.n_facts)(&number(row.n_facts))),
        (row.n_set_aside > 0).then(|| (m.n_set_aside)(&number(row.n_set_aside))),
        Some((m.language_name)(&row.language).to_owned()),
        (row.n_corrections > 0).then(|| (m.n_corrections)(&number(row.n_corrections))),
        (row.n_stale > 0).then(|| (m.n_stale)(&number(row.n_stale))),
        row.edited.then(|| m.edited.to_owned()),
        Some(row.name.clone()),
    ];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).map(|part| html! { <span>{ part }</span> }).collect()
}

/// Why the article belongs to its year.
pub(super) fn evidence(desk: &Desk, row: &ArticleRow) -> Html {
    if row.year.is_none() {
        return Html::default();
    }
    html! {
        <p class="meta meta-why">{ desk.m.year_because }{ ": " }{ (desk.m.year_reason)(&row.year_reason) }
            if let Some(evidence) = &row.year_evidence {
                { " – " }<Link to={Route::evidence(evidence)} class="cite">{ format!("“{}”", evidence.text.trim()) }</Link>
            }
        </p>
    }
}

/// Which article with nearly the same text is counted in its place, and the way to count it all the same.
pub(super) fn same_text(desk: &Desk, overview: &Outline, row: &ArticleRow) -> Html {
    let m = desk.m;
    let n = row.unit().count(desk.lang(), row.n_syllables);
    let switch = |counted: bool, label: &'static str| {
        let edit = Edit { counted: Some(counted), ..Edit::default() };
        html! {
            if !desk.is_widget {
                <button type="button" part="button" class="button button-quiet" onclick={desk.on(Action::Edit(row.key.clone(), edit))}>
                    { label }</button>
            }
        }
    };
    let twin = row.same_as.as_ref().and_then(|key| overview.articles.iter().find(|other| other.key == *key));
    match twin {
        Some(twin) => html! {
            <p class="meta">{ m.same_as }{ " " }<Link to={Route::article(&twin.key)}>{ format!("“{}”", title(m, twin)) }</Link>
                { format!(" – {}; {} ", m.counted_once, (m.charts.twin_would_count)(&n)) }{ switch(true, m.count_again) }</p>
        },
        None if row.is_counted_again => html! {
            <p class="meta">{ m.counted_again }{ "; " }{ (m.charts.twin_counts)(&n) }{ " " }{ switch(false, m.count_once) }</p>
        },
        None => Html::default(),
    }
}

fn buttons(desk: &Desk, row: &ArticleRow, is_open: bool) -> Html {
    if desk.is_widget {
        return Html::default();
    }
    let (m, title) = (desk.m, title(desk.m, row));
    let form = (!is_open).then(|| row.key.clone());
    html! {
        <div class="article-buttons">
            <button type="button" part="button" class="button button-quiet" id={format!("lk-edit-{}", row.key)}
                aria-label={(m.edit_of)(&title)} aria-expanded={is_open.to_string()}
                onclick={desk.on(Action::EditForm(form))}>{ m.edit }</button>
            <button type="button" part="button" class="button button-quiet" aria-label={(m.remove_of)(&title)}
                onclick={desk.on(Action::Remove(row.key.clone()))}>{ m.remove }</button>
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct AskYearProps {
    pub row: ArticleRow,
}

/// Asks for the year of an article that does not say it.
#[component]
pub(super) fn AskYear(props: &AskYearProps) -> Html {
    let desk = use_desk();
    let input = use_node_ref();
    let onsubmit = {
        let (input, act, key) = (input.clone(), desk.act.clone(), props.row.key.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let value = input.cast::<HtmlInputElement>().and_then(|input| input.value().trim().parse().ok());
            if let Some(year) = value {
                act.emit(Action::Edit(key.clone(), Edit { year: Some(year), ..Edit::default() }));
            }
        })
    };
    html! {
        <form class="ask-year" {onsubmit}>
            <span>{ desk.m.ask_year }</span>
            <input ref={input} type="number" min="1900" max="2100" step="1" required=true part="input" class="input input-year"
                aria-label={(desk.m.ask_year_of)(&title(desk.m, &props.row))} />
            <button type="submit" part="button" class="button">{ desk.m.save }</button>
        </form>
    }
}

/// Reads a list of corrections from the disk.
#[component]
fn ImportCorrections() -> Html {
    let desk = use_desk();
    let input = use_node_ref();
    let onclick = {
        let input = input.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let onchange = {
        let (act, input) = (desk.act.clone(), input.clone());
        Callback::from(move |_: Event| {
            let Some(field) = input.cast::<HtmlInputElement>() else { return };
            let Some(file) = field.files().and_then(|list| list.get(0)) else { return };
            let act = act.clone();
            field.set_value("");
            spawn_local(async move {
                if let Ok(bytes) = files::bytes(&file).await {
                    act.emit(Action::ReadCorrections(bytes));
                }
            });
        })
    };
    html! {
        <>
            <button type="button" part="button" class="button button-quiet" {onclick}>{ desk.m.import_corrections }</button>
            <input ref={input} type="file" accept=".json,application/json" hidden=true {onchange}
                aria-label={desk.m.import_corrections} />
        </>
    }
}

/// Deletes everything, after asking.
#[component]
fn Clear() -> Html {
    let desk = use_desk();
    let m = desk.m;
    let dialog = use_node_ref();
    let with_dialog = |act: fn(&HtmlDialogElement)| {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                act(&dialog);
            }
        })
    };
    let open = with_dialog(|dialog| {
        let _ = dialog.show_modal();
    });
    let close = with_dialog(|dialog| dialog.close());
    html! {
        <>
            <button type="button" part="button" class="button button-quiet" onclick={open}>{ m.clear }</button>
            <dialog class="dialog" ref={dialog.clone()} aria-labelledby="lk-clear" aria-describedby="lk-clear-text">
                <Heading level=2 id="lk-clear">{ m.clear_question }</Heading>
                <p id="lk-clear-text">{ m.clear_warning }</p>
                <div class="dialog-buttons">
                    <button type="button" part="button" class="button" onclick={close}>{ m.keep }</button>
                    <button type="button" part="button" class="button button-danger" onclick={desk.on(Action::Clear)}>{ m.clear_go }</button>
                </div>
            </dialog>
        </>
    }
}
