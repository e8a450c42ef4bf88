//! What changed between two years.

use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::{Heading, Link};
use super::filters::Select;
use crate::app::chosen::Chosen;
use crate::app::{Route, Shared, format};
use crate::view::{ChangesOutline, Outline, ShiftOutline};

#[derive(PartialEq, Properties)]
pub(super) struct ChangesPartProps {
    pub overview: Shared<Outline>,
    /// The two years that the host sets against each other.
    pub pair: Option<(i32, i32)>,
    /// What the reader chose; a year is set against the one before it.
    pub chosen: Chosen,
}

/// What changed between two years of the reader's choice.
#[component]
pub(super) fn ChangesPart(props: &ChangesPartProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let all = &props.overview.changes;
    let picked = use_state(|| None::<(i32, i32)>);
    let of_year = props.chosen.year.and_then(|year| all.iter().find(|c| c.to == year).map(|c| (c.from, c.to)));
    {
        // What the host says or the reader chooses later goes before what was picked before.
        let picked = picked.clone();
        use_effect_with((props.pair, of_year), move |_| picked.set(None));
    }
    let pair = picked.or(of_year).or(props.pair);
    let changes = pair.and_then(|pair| all.iter().find(|c| (c.from, c.to) == pair)).or_else(|| all.last());
    let onchoose = Callback::from(move |pair: (i32, i32)| picked.set(Some(pair)));
    let chosen = &props.chosen;
    let unit = props.overview.unit();
    let rate = unit.rate(desk.lang());
    let shifts = |changes: &ChangesOutline, name: &'static str, class: &'static str, shifts: &[ShiftOutline]| {
        let shifts: Vec<ShiftOutline> = shifts.iter().filter(|shift| chosen.has_term(&shift.term)).cloned().collect();
        let (desk, from, to, rate) = (desk.clone(), changes.from, changes.to, rate.clone());
        html! { <ShiftTable {desk} {from} {to} {name} {class} {rate} {shifts} /> }
    };
    html! {
        <section part="section" class="part" aria-labelledby="lk-changes">
            <Heading level=2 id="lk-changes">{ m.changes_title }</Heading>
            if let Some(changes) = changes {
                <p class="part-lead">{ (m.changes_lead)(&rate) }</p>
                if all.len() > 1 {
                    <PairChoice pairs={all.iter().map(|c| (c.from, c.to)).collect::<Vec<_>>()}
                        chosen={(changes.from, changes.to)} {onchoose} />
                }
                { stated(&desk, changes, chosen) }
                <div class="changes">
                    { shifts(changes, m.risen, "risen", &changes.risen) }
                    { shifts(changes, m.fallen, "fallen", &changes.fallen) }
                    { shifts(changes, m.stayed, "stayed", &changes.stayed) }
                </div>
                <details class="fold method"><summary>{ m.how_counted }</summary><p>{ (m.how_counted_text)(unit.name(desk.lang())) }</p></details>
            } else {
                <p class="quiet">{ m.one_year_only }</p>
            }
        </section>
    }
}

/// Pairs of years that stand side by side at most.
const MOST_BUTTONS: usize = 8;

#[derive(PartialEq, Properties)]
struct PairChoiceProps {
    pairs: Vec<(i32, i32)>,
    chosen: (i32, i32),
    onchoose: Callback<(i32, i32)>,
}

/// The choice of two years: a button for each pair, or a list where there are many.
#[component]
fn PairChoice(props: &PairChoiceProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let PairChoiceProps { pairs, chosen, onchoose } = props;
    if pairs.len() > MOST_BUTTONS {
        let at = pairs.iter().position(|pair| pair == chosen).map(|at| at.to_string());
        let option = |(at, (from, to)): (usize, &(i32, i32))| (at.to_string(), (m.changes_of)(*from, *to));
        let options: Vec<(String, String)> = pairs.iter().enumerate().map(option).collect();
        let (pairs, onchoose) = (pairs.clone(), onchoose.clone());
        let onchoose = Callback::from(move |at: String| {
            if let Some(pair) = at.parse().ok().and_then(|at: usize| pairs.get(at)) {
                onchoose.emit(*pair);
            }
        });
        return html! { <div class="pair-choice"><Select label={m.choose_years} {options} chosen={at} {onchoose} /></div> };
    }
    let button = |pair: &(i32, i32)| {
        let (onchoose, pair) = (onchoose.clone(), *pair);
        let onclick = Callback::from(move |_: MouseEvent| onchoose.emit(pair));
        html! {
            <button type="button" part="button" class="segment" {onclick} aria-pressed={(pair == *chosen).to_string()}>
                { (m.changes_of)(pair.0, pair.1) }</button>
        }
    };
    html! {
        <div class="segments" role="group" aria-label={m.choose_years}>{ for pairs.iter().map(button) }</div>
    }
}

/// Rows shown before the reader asks for all.
const FIRST: usize = 5;

#[derive(PartialEq, Properties)]
struct ShiftTableProps {
    desk: Desk,
    from: i32,
    to: i32,
    name: &'static str,
    class: &'static str,
    /// What rates are of.
    rate: String,
    shifts: Vec<ShiftOutline>,
}

#[component]
fn ShiftTable(props: &ShiftTableProps) -> Html {
    let ShiftTableProps { desk, from, to, name, class, rate, shifts } = props;
    let m = desk.m;
    let is_whole = use_state(|| false);
    let toggle = {
        let is_whole = is_whole.clone();
        Callback::from(move |_: MouseEvent| is_whole.set(!*is_whole))
    };
    let n_shown = if *is_whole { shifts.len() } else { shifts.len().min(FIRST) };
    html! {
        <div class={classes!("shifts", *class)}>
            <table part="table">
                <caption><span class="shifts-name">{ *name }</span>
                    <span class="unseen">{ ", " }{ (m.changes_of)(*from, *to) }</span>
                    <small>{ rate }</small></caption>
                if shifts.is_empty() {
                    <tbody><tr><td class="quiet">{ m.none }</td></tr></tbody>
                } else {
                    <thead><tr>
                        <th scope="col">{ m.term }</th>
                        <th scope="col" class="number">{ *from }</th>
                        <th scope="col" class="number">{ *to }</th>
                        <th scope="col">{ m.evidence_strength }</th>
                    </tr></thead>
                    <tbody>{ for shifts.iter().take(n_shown).map(|shift| row(desk, shift)) }</tbody>
                }
            </table>
            if shifts.len() > FIRST {
                <button type="button" part="button" class="text-button" onclick={toggle} aria-expanded={is_whole.to_string()}>
                    { if *is_whole { m.show_fewer.to_owned() } else { (m.more_items)((shifts.len() - FIRST) as u32) } }</button>
            }
        </div>
    }
}

fn row(desk: &Desk, shift: &ShiftOutline) -> Html {
    let rate = |(count, per_10k): (u32, f64)| {
        html! {
            <>{ format::decimal(desk.lang(), per_10k, 1) }<small>{ (desk.m.times)(&format::integer(desk.lang(), count)) }</small></>
        }
    };
    html! {
        <tr key={shift.term.clone()}>
            <th scope="row"><Link to={Route::term(&shift.term)} part="link term">{ &shift.term }</Link></th>
            <td class="number">{ rate(shift.before) }</td>
            <td class="number">{ rate(shift.after) }</td>
            <td><span class={classes!("strength", format!("strength-{}", shift.strength))}>{ (desk.m.strength)(&shift.strength) }</span>
                <small>{ "G² " }{ format::signed(desk.lang(), shift.g2, 1) }</small></td>
        </tr>
    }
}

/// List items kept, dropped and added.
fn stated(desk: &Desk, changes: &ChangesOutline, chosen: &Chosen) -> Html {
    let m = desk.m;
    let about = |items: &[String]| items.iter().filter(|item| chosen.is_about(item)).cloned().collect::<Vec<_>>();
    let groups = [
        (m.kept, "kept", about(&changes.kept)),
        (m.added_items, "added", about(&changes.added)),
        (m.dropped, "dropped", about(&changes.dropped)),
    ];
    if groups.iter().all(|(_, _, items)| items.is_empty()) {
        return Html::default();
    }
    html! {
        <div class="stated-changes">
            <Heading level=3>{ m.stated_changes }{ ", " }{ (m.changes_of)(changes.from, changes.to) }</Heading>
            <div class="stated-groups">
                for (name, class, items) in groups {
                    <div class={classes!("stated-group", class)}>
                        <p class="eyebrow">{ name }</p>
                        if items.is_empty() {
                            <p class="quiet">{ m.none }</p>
                        } else {
                            <ul>{ for items.iter().map(|item| html! { <li>{ item }</li> }) }</ul>
                        }
                    </div>
                }
            </div>
        </div>
    }
}
