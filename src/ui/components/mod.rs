//! What is drawn, from the frame inwards.

mod shell;

mod header;
mod notices;
mod start;

mod articles;
mod edit_form;
mod encoding;
mod overview;

mod changes;
mod cloud;
mod concordance;
mod dictionary;
mod figures;
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

pub(super) use shell::Shell;
