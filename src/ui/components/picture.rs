//! A picture, drawn some elements at a time, so that a large one never holds the page.

use gloo::timers::callback::Timeout;
use web_sys::MouseEvent;
use yew::prelude::*;
use yew::virtual_dom::{VNode, VTag};

use super::super::desk::{Desk, use_desk};
use crate::app::{Action, Shared, Theme};
use crate::view::Chart;
use crate::view::chart::Node;

/// Elements drawn in one turn of the page, about: a group that holds more is drawn at once.
const AT_ONCE: usize = 400;

#[derive(PartialEq, Properties)]
pub(super) struct PictureProps {
    pub chart: Shared<Chart>,
    pub theme: Theme,
    /// Id of what names it.
    pub labelled: String,
}

/// A picture: some elements a turn, from the first. One that comes in place of another is drawn unseen, and shown when it is
/// whole. Its parts can be clicked; for keys and screen readers the same stands in its table.
pub(super) struct Picture {
    canvas: Canvas,
    /// On show while the other one is drawn.
    before: Option<Canvas>,
    turn: Option<Timeout>,
}

/// What a picture is drawn on.
struct Canvas {
    /// Tells it from the one before.
    serial: u32,
    chart: Shared<Chart>,
    /// The pieces, each by where it ends.
    ends: Vec<usize>,
    n_drawn: usize,
}

impl Canvas {
    fn new(serial: u32, chart: Shared<Chart>) -> Self {
        let ends = pieces(&chart.nodes);
        Self { serial, chart, ends, n_drawn: 1 }
    }

    fn is_whole(&self) -> bool {
        self.n_drawn >= self.ends.len()
    }
}

impl Component for Picture {
    type Message = ();
    type Properties = PictureProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut picture = Self { canvas: Canvas::new(0, ctx.props().chart.clone()), before: None, turn: None };
        picture.go_on(ctx);
        picture
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &PictureProps) -> bool {
        if self.canvas.chart != ctx.props().chart {
            let next = Canvas::new(self.canvas.serial + 1, ctx.props().chart.clone());
            let last = std::mem::replace(&mut self.canvas, next);
            if last.is_whole() {
                self.before = Some(last);
            }
            self.go_on(ctx);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, (): ()) -> bool {
        self.canvas.n_drawn += 1;
        self.go_on(ctx);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let canvases = self.before.iter().chain([&self.canvas]);
        html! { <>{ for canvases.map(|canvas| self.draw(ctx.props(), canvas)) }</> }
    }
}

impl Picture {
    /// Draws the next piece in the next turn, if there is one.
    fn go_on(&mut self, ctx: &Context<Self>) {
        self.turn = if self.canvas.is_whole() {
            self.before = None;
            None
        } else {
            let link = ctx.link().clone();
            Some(Timeout::new(0, move || link.send_message(())))
        };
    }

    fn draw(&self, props: &PictureProps, canvas: &Canvas) -> Html {
        let chart = &canvas.chart;
        let is_unseen = self.before.as_ref().is_some_and(|before| before.serial != canvas.serial);
        let pieces = canvas.ends.iter().take(canvas.n_drawn).enumerate().map(|(at, end)| {
            let start = if at == 0 { 0 } else { canvas.ends[at - 1] };
            html! { <Piece key={at} chart={chart.clone()} {start} end={*end} /> }
        });
        html! {
            <svg key={canvas.serial} part="picture" class={classes!("chart", (!canvas.is_whole()).then_some("is-coming"), is_unseen.then_some("is-unseen"))}
                data-theme={props.theme.code()} role="img" aria-labelledby={props.labelled.clone()}
                viewBox={format!("0 0 {} {}", chart.width, chart.height)} width={chart.width.to_string()}
                height={chart.height.to_string()}>{ for pieces }</svg>
        }
    }
}

/// Where the pieces of a picture end; there is one at least.
fn pieces(nodes: &[Node]) -> Vec<usize> {
    let (mut ends, mut held) = (Vec::new(), 0);
    for (at, node) in nodes.iter().enumerate() {
        let size = n_elements(node);
        if held > 0 && held + size > AT_ONCE {
            ends.push(at);
            held = 0;
        }
        held += size;
    }
    ends.push(nodes.len());
    ends
}

fn n_elements(node: &Node) -> usize {
    1 + usize::from(!node.title.is_empty()) + node.nodes.iter().map(n_elements).sum::<usize>()
}

#[derive(PartialEq, Properties)]
struct PieceProps {
    chart: Shared<Chart>,
    start: usize,
    end: usize,
}

/// Some elements of a picture, one after another.
#[component]
fn Piece(props: &PieceProps) -> Html {
    let desk = use_desk();
    html! { <>{ for props.chart.nodes[props.start..props.end].iter().map(|node| draw(&desk, node)) }</> }
}

/// Attributes that a picture may set.
const ATTRIBUTES: [&str; 15] =
    ["class", "x", "y", "width", "height", "x1", "y1", "x2", "y2", "d", "cx", "cy", "r", "font-size", "text-anchor"];

fn draw(desk: &Desk, node: &Node) -> Html {
    let mut tag = VTag::new(node.tag.name());
    for (name, value) in &node.attributes {
        if let Some(name) = ATTRIBUTES.iter().find(|known| *known == name) {
            tag.add_attribute(name, value.to_string());
        }
    }
    if !node.title.is_empty() {
        tag.add_child(html! { <title>{ &node.title }</title> });
    }
    if !node.text.is_empty() {
        tag.add_child(html! { { &node.text } });
    }
    tag.add_children(node.nodes.iter().map(|node| draw(desk, node)));
    let Some(pick) = node.pick.clone() else { return VNode::from(tag) };
    let onclick = desk.on::<MouseEvent>(Action::Pick(pick));
    html! { <g class="can-pick" {onclick}>{ VNode::from(tag) }</g> }
}
