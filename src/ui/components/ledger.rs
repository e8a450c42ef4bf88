//! The cleaning ledger: every decision of the cleaning, each with the way to take it back, and what counts by now.

use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::articles::same_text;
use super::basics::{Heading, Link};
use super::word_card::SayButton;
use crate::app::{Action, Notice, Panel, Route, Shared, context, format};
use crate::session::protocol::Mark;
use crate::view::chart::{Cell, Row};
use crate::view::wording::{ChartWording, Unit};
use crate::view::{Chart, Outline, Pick};

/// Rows of one list before the reader reads on in the table.
const MOST: usize = 100;
/// Characters of a stretch that are shown.
const HEAD: usize = 110;

#[derive(PartialEq, Properties)]
pub(super) struct LedgerProps {
    pub overview: Shared<Outline>,
    /// The picture of what was set aside, whose table holds every stretch.
    pub cleaning: Panel<Chart>,
    /// Messages; those of decisions made here are told here, too.
    pub notices: Vec<Notice>,
    pub is_open: bool,
}

/// What was set aside, merged and counted once, with the way to say otherwise.
#[component]
pub(super) fn Ledger(props: &LedgerProps) -> Html {
    let desk = use_desk();
    let m = desk.m.charts;
    let rows = props.cleaning.view.as_ref().map_or(&[][..], |chart| &chart.table.rows);
    let merged: Vec<_> = props.overview.terms.iter().filter(|term| !term.forms.is_empty()).take(MOST).collect();
    let twins: Vec<_> =
        props.overview.articles.iter().filter(|row| row.same_as.is_some() || row.is_counted_again).collect();
    if desk.is_widget || rows.is_empty() && merged.is_empty() && twins.is_empty() {
        return Html::default();
    }
    let number = |n| format::integer(desk.lang(), n);
    let unit = props.overview.unit();
    html! {
        <details class="fold ledger" open={props.is_open} ontoggle={toggle(&desk)}>
            <summary>{ m.ledger }</summary>
            <p class="quiet" role="status">{ (m.ledger_counts)(&unit.count(desk.lang(), props.overview.n_syllables), &number(props.overview.n_set_aside)) }
                { " " }<Link to={Route::Dictionary}>{ desk.m.dictionary.name }</Link></p>
            { for props.notices.iter().map(|notice| done(&desk, notice)) }
            if !rows.is_empty() {
                <ul class="ledger-list">{ for rows.iter().take(MOST).map(|row| stretch(&desk, unit, row)) }</ul>
            }
            if !merged.is_empty() {
                <Heading level=3>{ m.ledger_merged }</Heading>
                <ul class="ledger-list">
                    for term in merged {
                        <li>
                            <Link to={Route::term(&term.term)}>{ &term.term }</Link>
                            for form in &term.forms {
                                <span>{ (desk.m.dictionary.term_form)(&form.form, &number(form.count)) }{ " " }
                                    <span class="small">{ (m.would_be_left)(&term.term, &number(form.left)) }</span>{ " " }
                                    <SayButton phrase={form.form.clone()} mark={Some(Mark::Apart)}
                                        name={(desk.m.dictionary.apart)(&form.form)} /></span>
                            }
                        </li>
                    }
                </ul>
            }
            if !twins.is_empty() {
                <Heading level=3>{ m.ledger_same }</Heading>
                for row in twins {
                    <div><Link to={Route::article(&row.key)}>{ &row.title }</Link>{ same_text(&desk, &props.overview, row) }</div>
                }
            }
        </details>
    }
}

/// A decision that was made here last, with the way to undo it.
fn done(desk: &Desk, notice: &Notice) -> Html {
    let (said, undo) = match notice {
        Notice::Sorted { .. } | Notice::Counted { .. } => (notice.said(desk.m), Action::Undo),
        Notice::Dictionary { n_changed, n_articles } => {
            ((desk.m.dictionary.changed)(*n_changed, *n_articles), Action::UndoDictionary)
        }
        _ => return Html::default(),
    };
    html! {
        <p>{ said }{ " " }
            <button type="button" part="button" class="text-button" onclick={desk.on(undo)}>{ desk.m.undo }</button></p>
    }
}

/// Whether it is open is kept, since each decision draws the page anew.
fn toggle(desk: &Desk) -> Callback<Event> {
    let act = desk.act.clone();
    Callback::from(move |event: Event| {
        let details: web_sys::HtmlDetailsElement = event.target_unchecked_into();
        act.emit(Action::OpenLedger(details.open()));
    })
}

/// One stretch: why it stands where it does, and the way to move it.
fn stretch(desk: &Desk, unit: Unit, row: &Row) -> Html {
    let (Some(Cell::Words(text)), Some(Cell::Words(reason)), Some(Pick::Place { evidence })) =
        (row.cells.first(), row.cells.get(1), &row.pick)
    else {
        return Html::default();
    };
    let Some((Cell::Number(n_places), Cell::Number(n_syllables))) = row.cells.get(5).zip(row.cells.get(6)) else {
        return Html::default();
    };
    let number = |n: &f64| format::decimal(desk.lang(), *n, 0);
    let is_restored = *reason == (ChartWording::of(desk.lang()).reason_name)("restored");
    html! {
        <li>
            <span class="tag">{ reason }</span>{ " " }
            <Link to={Route::evidence(evidence)}>{ context::head(text, HEAD) }</Link>{ " " }
            <span class="small">
                { (if is_restored { desk.m.charts.is_counted } else { desk.m.charts.would_count })(&unit.count(desk.lang(), *n_syllables as u32)) }
                if *n_places > 1.0 { { " · " }{ (desk.m.charts.n_same)(&number(n_places)) } }
            </span>{ " " }
            { move_button(desk, &evidence.article, text, !is_restored) }
        </li>
    }
}

/// The button that puts a stretch into the body, or out of it.
pub(super) fn move_button(desk: &Desk, key: &str, text: &str, is_body: bool) -> Html {
    let m = desk.m.charts;
    let name = if is_body { m.put_back } else { m.put_aside };
    let label = format!("{name}: {}", context::head(text, 60));
    let action = Action::Sort { key: key.to_owned(), text: text.to_owned(), is_body };
    html! { <button type="button" class="text-button" aria-label={label} onclick={desk.on(action)}>{ name }</button> }
}
