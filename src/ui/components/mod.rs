//! What is drawn, from the frame inwards.

mod share;
mod shell;

mod columns;
mod header;
mod notices;
mod paste;
mod split;
mod start;
mod taken;

mod articles;
mod edit_form;
mod encoding;
mod overview;

mod changes;
mod chart;
mod choice;
mod concordance;
mod dictionary;
mod filters;
mod finding;
mod terms;
mod word_card;
mod words;
mod years;

mod card;
mod correct;
mod facts;
mod numbers;
mod reader;

mod basics;
mod export;
mod ledger;
mod menu;
mod picture;

pub(super) use shell::Shell;
