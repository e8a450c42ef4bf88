//! Figures that moved.

use std::rc::Rc;

use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::{Heading, Link};
use super::correct::mark;
use crate::app::{Route, format};
use crate::view::{FigureMove, FigurePoint, Overview};

#[derive(PartialEq, Properties)]
pub(super) struct FiguresProps {
    pub overview: Rc<Overview>,
}

/// The same measure at several times.
#[component]
pub(super) fn Figures(props: &FiguresProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let figures = &props.overview.figures;
    html! {
        <section class="part" aria-labelledby="lk-figures">
            <Heading level=2 id="lk-figures">{ m.figures_title }</Heading>
            if figures.is_empty() {
                <p class="quiet">{ m.no_figures }</p>
            } else {
                <p class="part-lead">{ m.figures_lead }</p>
                <table class="figures">
                    <caption class="unseen">{ m.figures_title }</caption>
                    <thead><tr>
                        <th scope="col">{ m.measure }</th><th scope="col">{ m.values }</th><th scope="col">{ m.change }</th>
                    </tr></thead>
                    <tbody>{ for figures.iter().map(|figure| row(&desk, figure)) }</tbody>
                </table>
            }
        </section>
    }
}

fn row(desk: &Desk, figure: &FigureMove) -> Html {
    html! {
        <tr>
            <th scope="row">{ &figure.label }
                if !figure.unit.is_empty() && !figure.label.contains(&figure.unit) { <small>{ &figure.unit }</small> }</th>
            <td><ol class="points">{ for figure.points.iter().map(|point| value(desk, point, &figure.unit)) }</ol></td>
            <td class="figure-change">{ change(desk, figure) }</td>
        </tr>
    }
}

fn value(desk: &Desk, point: &FigurePoint, unit: &str) -> Html {
    let bound = (desk.m.bound)(&point.bound);
    let sign = if unit == "%" { "%" } else { "" };
    html! {
        <li>
            <span class="point-time">{ format::value(desk.lang(), &point.as_of) }</span>
            <Link to={Route::evidence(&point.evidence)} class="point-value">
                if !bound.is_empty() { <small>{ bound }{ " " }</small> }{ format::compact(desk.lang(), point.value) }{ sign }
            </Link>
            if point.corrected { { mark(desk) } }
        </li>
    }
}

fn change(desk: &Desk, figure: &FigureMove) -> Html {
    let Some(percent) = figure.change_percent else {
        let is_doubtful = figure.comparability != "high";
        return html! { if is_doubtful { <span class="quiet">{ desk.m.low_comparability }</span> } };
    };
    let bound = (desk.m.bound)(&figure.change_bound);
    html! {
        <>
            if !bound.is_empty() { <small>{ bound }</small> }
            <strong>{ format::signed(desk.lang(), percent, 1) }{ "%" }</strong>
        </>
    }
}
