//! Every sentence that holds a term, the term in the middle.

use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::{Heading, Icon, Link, Sign};
use super::chart::ChartCard;
use super::word_card::SayButton;
use crate::app::{Action, Choice, Panel, Route, Shared, Theme, context, format};
use crate::session::protocol::Mark;
use crate::view::{Chart, Concordance, ConcordanceLine, ConcordanceOrder};

/// Characters shown on each side.
const SIDE: usize = 56;

#[derive(PartialEq, Properties)]
pub(super) struct ConcordancePartProps {
    /// The chosen term, or the theme that is chosen in its place.
    pub term: Option<AttrValue>,
    pub choice: Choice,
    pub places: Panel<Concordance>,
    pub order: ConcordanceOrder,
    /// How often it is said, where, and beside what.
    pub pictures: [Panel<Chart>; 3],
    pub theme: Theme,
}

/// Every sentence that holds the chosen term.
#[component]
pub(super) fn ConcordancePart(props: &ConcordancePartProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let Some(term) = &props.term else { return Html::default() };
    let is_theme = props.choice.term.is_empty();
    let view = props.places.view.as_ref().filter(|view| view.term == **term);
    html! {
        <section part="section" class="concordance" aria-labelledby="lk-concordance" aria-busy={view.is_none().to_string()}>
            <div class="concordance-head">
                <Heading level=2 id="lk-concordance">{ (m.concordance_of)(term) }</Heading>
                if let Some(view) = view { <span class="small">{ places(&desk, view) }</span> }
                <button type="button" class="close" aria-label={m.close_concordance}
                    onclick={desk.on(Action::Choose(Choice { year: props.choice.year, ..Choice::default() }))}><Icon sign={Sign::Cross} /></button>
            </div>
            if !desk.is_widget && !is_theme { { say(&desk, term, view.map_or(&[], |view| &view.forms)) } }
            for picture in &props.pictures { <ChartCard picture={picture.clone()} theme={props.theme} level=3 /> }
            if let Some(view) = view { <Lines view={view.clone()} order={props.order} /> } else { <p class="quiet">{ m.loading }</p> }
        </section>
    }
}

/// What the reader can say of the term.
fn say(desk: &Desk, term: &str, forms: &[String]) -> Html {
    let m = desk.m.dictionary;
    let button = |mark, name: &'static str| html! { <SayButton phrase={term.to_owned()} mark={Some(mark)} {name} /> };
    html! {
        <div class="word-actions" role="group" aria-label={(m.term_actions)(term)}>
            { button(Mark::Stop, m.stop) }
            { button(Mark::Keep, m.keep) }
            if term.contains(' ') { { button(Mark::Join, m.join) } }
            for form in forms {
                <SayButton phrase={form.clone()} mark={Some(Mark::Apart)} name={(m.apart)(form)} />
            }
        </div>
    }
}

fn places(desk: &Desk, view: &Concordance) -> String {
    let number = |n| format::integer(desk.lang(), n);
    let n_shown = view.lines.len() as u32;
    if n_shown < view.n_lines {
        (desk.m.first_places)(&number(n_shown), &number(view.n_lines))
    } else {
        (desk.m.n_places)(&number(view.n_lines))
    }
}

#[derive(PartialEq, Properties)]
struct LinesProps {
    view: Shared<Concordance>,
    order: ConcordanceOrder,
}

/// The sentences in the order that the reader wants.
#[component]
fn Lines(props: &LinesProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let LinesProps { view, order } = props;
    if view.lines.is_empty() {
        return html! { <p class="quiet">{ m.no_places }</p> };
    }
    let orders = [
        (ConcordanceOrder::Year, m.charts.order_year),
        (ConcordanceOrder::Before, m.charts.order_before),
        (ConcordanceOrder::After, m.charts.order_after),
    ];
    html! {
        <>
            if view.without_accents { <p class="quiet">{ m.without_accents }</p> }
            if 0 < view.n_exact && view.n_exact < view.n_lines {
                <p class="quiet">{ (m.exact_first)(&format::integer(desk.lang(), view.n_exact)) }</p>
            }
            <div class="segments" role="group" aria-label={m.charts.order}>
                for (way, name) in orders {
                    <button type="button" part="button" class="segment" aria-pressed={(way == *order).to_string()}
                        onclick={desk.on(Action::Order(way))}>{ name }</button>
                }
            </div>
            <div class="scroll" tabindex="0" role="group" aria-labelledby="lk-concordance">
                <table part="table" class="kwic">
                    <caption class="unseen">{ (m.concordance_of)(&view.term) }</caption>
                    <thead class="unseen"><tr>
                        <th scope="col">{ m.year }</th><th scope="col">{ m.before }</th><th scope="col">{ m.hit }</th>
                        <th scope="col">{ m.after }</th><th scope="col">{ m.article }</th>
                    </tr></thead>
                    <tbody>{ for view.ordered(*order).into_iter().map(line) }</tbody>
                </table>
            </div>
        </>
    }
}

fn line(line: &ConcordanceLine) -> Html {
    html! {
        <tr part="sentence">
            <td class="kwic-year">{ line.year.map(|year| year.to_string()).unwrap_or_default() }</td>
            <td class="kwic-before">{ context::tail(&line.before, SIDE) }</td>
            <td class="kwic-hit"><Link to={Route::evidence(&line.evidence)} class="stretched">{ &line.hit }</Link></td>
            <td class="kwic-after">{ context::head(&line.after, SIDE) }</td>
            <td class="kwic-article">{ context::head(&line.article_title, 40) }</td>
        </tr>
    }
}
