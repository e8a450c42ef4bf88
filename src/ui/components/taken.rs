//! One list of what was read last and what was not, with how it was taken.

use std::rc::Rc;

use rustc_hash::FxHashSet;
use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::Link;
use super::columns::ColumnsForm;
use super::split::SplitView;
use crate::app::intake::{Intake, Origin};
use crate::app::{Action, Choice, Route, Shared, State};
use crate::session::protocol::{Rejection, Split};
use crate::view::Outline;

/// Articles that are listed, and things that were not read.
const ARTICLES: usize = 12;
const MISSED: usize = 50;

/// What was read last, as far as the state of the page tells.
#[derive(Clone, PartialEq)]
pub(super) struct LastReading {
    overview: Option<Shared<Outline>>,
    intake: Option<Shared<Intake>>,
    is_busy: bool,
    is_narrow: bool,
}

impl LastReading {
    /// Of the state of the page.
    pub(super) fn of(state: &State) -> Self {
        Self {
            overview: state.overview.view.clone(),
            intake: state.intake.clone(),
            is_busy: state.job.is_some(),
            is_narrow: state.is_narrow(),
        }
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct TakenProps {
    pub reading: LastReading,
    /// Keys of the articles.
    pub keys: Rc<[String]>,
    pub pasted: bool,
    pub stopped: bool,
}

/// The articles that were read, so that a wrong split or year is seen at once (folded where the page is narrow, since what they
/// say goes first); what was not read, and why; split and columns, which can be changed.
#[component]
pub(super) fn Taken(props: &TakenProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let TakenProps { reading: LastReading { overview, intake, is_busy, is_narrow }, keys, pasted, stopped } = props;
    let is_busy = *is_busy;
    let n = keys.len() as u32;
    let head = if *pasted { (m.added_from_paste)(n) } else { (m.added)(n) };
    let rows = overview.iter().flat_map(|overview| &overview.articles);
    let is_new: FxHashSet<&str> = keys.iter().map(String::as_str).collect();
    let rows: Vec<_> = rows.filter(|row| is_new.contains(row.key.as_str())).take(ARTICLES).collect();
    let list = html! {
        <ul class="notice-list">
            for row in rows {
                <li key={row.key.clone()}>
                    <span class="year-tag">{ row.year.map_or(m.no_year.to_owned(), |year| year.to_string()) }</span>
                    { " " }<Link to={Route::article(&row.key)}>{ &row.title }</Link>
                </li>
            }
            if keys.len() > ARTICLES {
                <li>{ (m.intake.more_articles)((keys.len() - ARTICLES) as u32) }</li>
            }
        </ul>
    };
    html! {
        <>
            <p>if *stopped { { m.cancelled }{ " " } }<strong>{ head }</strong>{ " " }
                if n > 0 { <Link to={Route::Articles(Choice::default())}>{ m.check_articles }</Link> }</p>
            if *is_narrow && n > 0 {
                <details class="fold"><summary>{ m.intake.titles }</summary>{ list }</details>
            } else {
                { list }
            }
            if let Some(intake) = intake {
                { missed(&desk, intake) }
                if let Some(split) = intake.split() {
                    { more_articles(&desk, split, is_busy) }
                    <SplitView split={split.clone()} {is_busy} />
                }
                if matches!(intake.origin, Origin::Files(_)) {
                    for table in &intake.tables {
                        <ColumnsForm key={table.name.clone()} table={table.clone()} {is_busy} />
                    }
                }
            }
        </>
    }
}

/// Offers to part a paste where more articles seem to begin.
fn more_articles(desk: &Desk, split: &Split, is_busy: bool) -> Html {
    if split.likely.is_empty() {
        return Html::default();
    }
    let starts = split.all_starts();
    let n = starts.len() as u32;
    html! {
        <p class="may-hold">{ (desk.m.intake.may_hold)(n) }{ " " }
            <button type="button" part="button" class="button" disabled={is_busy}
                onclick={desk.on(Action::SplitAt(starts))}>{ (desk.m.intake.split_all)(n) }</button></p>
    }
}

fn missed(desk: &Desk, intake: &Intake) -> Html {
    let m = desk.m;
    let (n, n_beside) = (intake.missed().count(), intake.n_beside());
    html! {
        <>
            if n > 0 {
                <p class="missed-head"><strong>{ (m.intake.missed)(n as u32) }</strong></p>
                <ul class="missed">
                    for one in intake.missed().take(MISSED) { { unread(desk, one) } }
                    if n > MISSED { <li>{ (m.intake.more)((n - MISSED) as u32) }</li> }
                </ul>
            }
            if n_beside > 0 { <p class="small">{ (m.intake.beside)(n_beside as u32) }</p> }
        </>
    }
}

/// A file that was not read, why, and what to do.
pub(super) fn unread(desk: &Desk, one: &Rejection) -> Html {
    html! {
        <li><span class="file-name">{ &one.name }</span>{ ": " }{ (desk.m.failure)(&one.failure) }{ " " }
            { (desk.m.failure_advice)(&one.failure) }</li>
    }
}
