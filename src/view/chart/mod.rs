//! Pictures: SVG as plain data, the table that belongs to each, and the bytes of a stand-alone file.
//!
//! Pure functions from views to a [`Chart`]; the page draws the same tree that the exported file holds.

mod bars;
mod cleaning;
mod cloud;
mod clouds;
mod company;
mod concordance;
mod figures;
mod html;
mod keyness;
mod measure;
mod named;
mod node;
mod people;
mod query;
mod ranks;
mod scale;
mod scene;
mod spread;
mod svg;
mod table;
mod targets;
mod themes;
mod timeline;
mod years;

pub use html::html;
pub use measure::em_width;
pub use node::{Node, Pick, Tag, Value};
pub use query::{ChartKind, ChartQuery, Theme};
pub use svg::{markdown, stand_alone};
pub use table::{Cell, Column, Row, Table};

use serde::{Deserialize, Serialize};

use self::scene::Scene;
use super::{Entry, Overview};

/// A picture and its table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Chart {
    /// What it is.
    pub kind: ChartKind,
    /// Its title.
    pub title: String,
    /// What it shows, in a sentence; empty where there is nothing to say.
    pub summary: String,
    /// How to read it, and what is left out.
    pub notes: Vec<String>,
    /// Width of the view box, in CSS pixels at full size.
    pub width: f64,
    /// Height of the view box; 0 where there is nothing to draw.
    pub height: f64,
    /// What is drawn.
    pub nodes: Vec<Node>,
    /// The same data.
    pub table: Table,
}

/// Draws a picture of the articles. `overview` is the one of these entries.
pub fn chart(overview: &Overview, entries: &[Entry], query: &ChartQuery) -> Chart {
    let scene = Scene::new(overview, entries, query);
    // Called by way of a pointer, so that each stays a function of its own: in the browser those that a first result does
    // without are fetched afterwards.
    let draw: fn(&Scene) -> Chart = match query.kind {
        ChartKind::Terms => bars::bars,
        ChartKind::Cloud => cloud::picture,
        ChartKind::Clouds => clouds::clouds,
        ChartKind::Themes => themes::themes,
        ChartKind::Timeline => timeline::timeline,
        ChartKind::Years => years::years,
        ChartKind::Ranks => ranks::ranks,
        ChartKind::Keyness => keyness::keyness,
        ChartKind::Spread => spread::spread,
        ChartKind::Concordance => concordance::lines,
        ChartKind::Company => company::company,
        ChartKind::Targets => targets::targets,
        ChartKind::People => people::people,
        ChartKind::Figures => figures::figures,
        ChartKind::Cleaning => cleaning::cleaning,
    };
    let mut chart = draw(&scene);
    chart.kind = query.kind;
    chart.width = scene.width;
    if query.words_only {
        chart.nodes = Vec::new();
        chart.table.rows = Vec::new();
    }
    if chart.nodes.is_empty() {
        chart.height = 0.0;
    }
    chart
}

#[cfg(test)]
mod tests;
