//! Lăng Kính: facts, terms and year-over-year comparison from news articles, Vietnamese first.
//!
//! The pipeline, in the order of the modules (a module names only what stands before it):
//!
//! ```text
//! bytes ─ingest→ Article ─text→ Tokens, sentences ─segment→ words ─extract→ Facts, terms
//!                   └──────────────── Analysis (one per article) ────────────────┐
//!                        corpus ←────────────────────────────────────────────────┘
//!                          └ compare → view → session → page, widget, command line, JavaScript
//! ```

pub mod app;
pub mod base;
#[cfg(feature = "cli")]
pub mod cli;
pub mod compare;
pub mod corpus;
pub mod extract;
#[cfg(feature = "formats")]
pub mod formats;
pub mod ingest;
pub mod lexicon;
pub mod segment;
pub mod session;
pub mod text;
#[cfg(feature = "ui")]
pub mod ui;
pub mod view;
#[cfg(any(feature = "web", feature = "readers", feature = "words"))]
pub mod web;
