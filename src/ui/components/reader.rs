//! One article to read, its facts marked.

use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::articles::{AskYear, evidence, facts_about, title};
use super::basics::{Heading, Icon, Link, Sign};
use super::card::Card;
use super::correct::{Mine, MissedButton, MissedForm};
use super::edit_form::EditForm;
use super::encoding::EncodingNotice;
use super::ledger::move_button;
use super::word_card::WordCard;
use super::words::Words;
use crate::app::correcting::Correcting;
use crate::app::marks::{self, Piece};
use crate::app::{Action, Place, Route, Shared, State, format, kind_code};
use crate::view::{ArticleView, Block, BlockKind, FactKind, FactQuery};

#[derive(PartialEq, Properties)]
pub(super) struct ReaderProps {
    pub state: State,
}

/// One article to read: the text with its facts marked, a legend, and the card of the fact that was opened.
#[component]
pub(super) fn Reader(props: &ReaderProps) -> Html {
    let desk = use_desk();
    let state = &props.state;
    let Route::Article { place, fact, .. } = &state.route else { return Html::default() };
    let Some(article) = state.article_on_show() else {
        let words = if state.article.failure.is_some() { desk.m.no_article } else { desk.m.loading };
        return html! { <div class="waiting"><p>{ words }</p>{ back(&desk, &state.came_from) }</div> };
    };
    let is_editing = state.editing.as_deref() == Some(&article.row.key);
    html! {
        <div class="reader">
            { back(&desk, &state.came_from) }
            <div class="reader-head">
                <Heading level=1 id="lk-heading">{ title(desk.m, &article.row) }</Heading>
                <p class="meta">
                    if let Some(year) = article.row.year { <span class="year-tag">{ year }</span> }
                    { for facts_about(&desk, &article.row) }
                </p>
                { evidence(&desk, &article.row) }
                <EncodingNotice row={article.row.clone()} />
                if article.row.year.is_none() { <AskYear row={article.row.clone()} /> }
                { tools(&desk, article, is_editing, state.is_wordwise) }
                if is_editing {
                    <EditForm row={article.row.clone()} text={AttrValue::from(article.text.clone())} />
                }
            </div>
            <div class="reader-body">
                if state.is_wordwise {
                    { wordwise(&desk, state, article) }
                } else {
                    <Text article={article.clone()} hidden={state.hidden.clone()} place={*place} chosen={*fact} />
                    <aside class="reader-side" aria-label={desk.m.card}>
                        { legend(&desk, article, &state.hidden) }
                        if !desk.is_widget { <MissedButton /> }
                        if let Some(Correcting::Add { kind, words, place }) = &state.correcting {
                            <MissedForm kind={*kind} words={words.clone()} place={*place} error={state.form_error.clone()}
                                typed={state.typed.clone()} />
                        } else {
                            <Card article={article.clone()} chosen={*fact} is_open={state.correcting.is_some()}
                                error={state.form_error.clone()} typed={state.typed.clone()} />
                        }
                        <Mine article={article.clone()} />
                    </aside>
                }
            </div>
        </div>
    }
}

/// The text word by word, and the card of the word that was opened.
fn wordwise(desk: &Desk, state: &State, article: &Shared<ArticleView>) -> Html {
    let word = state.word.view.as_ref().filter(|word| word.evidence.article == article.row.key);
    html! {
        <>
            <Words article={article.clone()} chosen={word.map(|word| word.evidence.start)} />
            <aside class="reader-side" aria-label={desk.m.dictionary.word}>
                if let Some(word) = word {
                    <WordCard word={word.clone()} />
                } else {
                    <p class="quiet">{ desk.m.dictionary.words_hint }</p>
                }
            </aside>
        </>
    }
}

fn back(desk: &Desk, came_from: &Route) -> Html {
    let m = desk.m;
    let name = match came_from {
        Route::Facts(_) => m.facts.to_owned(),
        Route::Numbers(_) => m.numbers_title.to_owned(),
        Route::Articles(_) => m.articles.to_owned(),
        Route::Chosen(choice) if !choice.term.is_empty() => format!("“{}”", choice.term),
        Route::Dictionary => m.dictionary.name.to_owned(),
        _ => m.overview.to_owned(),
    };
    html! {
        <p class="back"><Link to={came_from.clone()}><Icon sign={Sign::Back} />{ m.back_to }{ " " }{ name }</Link></p>
    }
}

fn tools(desk: &Desk, article: &ArticleView, is_editing: bool, is_wordwise: bool) -> Html {
    let (m, key) = (desk.m, &article.row.key);
    let facts = Route::Facts(FactQuery { article: Some(key.clone()), ..FactQuery::default() });
    let form = (!is_editing).then(|| key.clone());
    html! {
            <p part="toolbar" class="reader-tools">
                <Link to={facts} class="button button-quiet">{ m.facts_of_article }</Link>
    if !desk.is_widget {
                <button type="button" part="button" class="button button-quiet" id="lk-wordwise" aria-pressed={is_wordwise.to_string()}
                    onclick={desk.on(Action::Wordwise(!is_wordwise))}>{ m.dictionary.wordwise }</button>
                <button type="button" part="button" class="button button-quiet" id={format!("lk-edit-{key}")}
                    aria-expanded={is_editing.to_string()} onclick={desk.on(Action::EditForm(form))}>{ m.edit }</button>
                <button type="button" part="button" class="button button-quiet" onclick={desk.on(Action::Remove(key.clone()))}>{ m.remove }</button>
    }
            </p>
        }
}

/// One switch per type of fact.
fn legend(desk: &Desk, article: &ArticleView, hidden: &[FactKind]) -> Html {
    let m = desk.m;
    let types = marks::legend(&article.facts);
    if types.is_empty() {
        return Html::default();
    }
    html! {
        <div class="legend" role="group" aria-labelledby="lk-legend">
            <div class="legend-head">
                <Heading level=2 id="lk-legend" class="eyebrow">{ m.marks }</Heading>
                <button type="button" part="button" class="text-button" onclick={desk.on(Action::ToggleAll)}>
                    { if hidden.is_empty() { m.show_none } else { m.show_every } }</button>
            </div>
            <div class="chips">
                for (kind, n) in types {
                    <button type="button" key={kind_code(kind)} class={classes!("chip", format!("k-{}", kind_code(kind)))}
                        aria-pressed={(!hidden.contains(&kind)).to_string()} onclick={desk.on(Action::Toggle(kind))}>
                        <span class="swatch" aria-hidden="true"></span>{ (m.kind_names)(kind) }{ " " }
                        <span class="chip-count">{ format::integer(desk.lang(), n) }</span></button>
                }
            </div>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct TextProps {
    article: Shared<ArticleView>,
    hidden: Vec<FactKind>,
    place: Option<Place>,
    chosen: Option<u32>,
}

#[component]
fn Text(props: &TextProps) -> Html {
    let desk = use_desk();
    let mut is_found = false;
    let blocks: Vec<Html> = props
        .article
        .blocks
        .iter()
        .map(|block| {
            let pieces = marks::pieces(block, &props.article.facts, &props.hidden, props.place);
            let words = pieces.iter().map(|piece| words(&desk, props, piece, &mut is_found)).collect();
            let is_pointed_at = props.place.is_some_and(|place| holds(block, place));
            html! { <>{ around(&desk, block, words) }{ sorted(&desk, &props.article.row.key, block, is_pointed_at) }</> }
        })
        .collect();
    html! { <div part="text" class="text" lang={props.article.row.language.clone()}>{ blocks }</div> }
}

fn holds(block: &Block, place: Place) -> bool {
    let first = block.runs.first().map_or(0, |run| run.start);
    let end = block.runs.last().map_or(0, |run| run.start + run.text.encode_utf16().count() as u32);
    (first..end).contains(&place.start)
}

/// Puts what was set aside back, and a paragraph that is pointed at out of the body.
fn sorted(desk: &Desk, key: &str, block: &Block, is_pointed_at: bool) -> Html {
    let is_aside = matches!(block.kind, BlockKind::SetAside { .. });
    let can_move = is_aside || is_pointed_at && block.kind == BlockKind::Paragraph;
    if desk.is_widget || !can_move {
        return Html::default();
    }
    let text: String = block.runs.iter().map(|run| run.text.as_str()).collect();
    html! { <p class="small">{ move_button(desk, key, &text, is_aside) }</p> }
}

pub(super) fn around(desk: &Desk, block: &Block, words: Html) -> Html {
    match &block.kind {
        BlockKind::Title => html! { <p class="text-title">{ words }</p> },
        BlockKind::Lead => html! { <p class="text-lead">{ words }</p> },
        BlockKind::Heading => html! { <Heading level=2 class="text-heading">{ words }</Heading> },
        BlockKind::Paragraph => html! { <p>{ words }</p> },
        BlockKind::SetAside { reason } => html! {
            <p class="text-aside"><span class="tag">{ desk.m.set_aside }{ ": " }{ (desk.m.reason)(reason) }</span>
                { " " }<s>{ words }</s></p>
        },
    }
}

/// Words of the text: plain, marked, or pointed at. The first that are pointed at carry the id.
fn words(desk: &Desk, props: &TextProps, piece: &Piece, is_found: &mut bool) -> Html {
    let id = (piece.is_target && !std::mem::replace(is_found, *is_found || piece.is_target)).then_some("lk-target");
    let target = piece.is_target.then_some("is-target");
    let at = piece.start.to_string();
    let Some(&innermost) = piece.facts.last() else {
        return match target {
            Some(class) => html! { <span {id} {class} data-at={at} tabindex="-1">{ &piece.text }</span> },
            None => html! { <span data-at={at}>{ &piece.text }</span> },
        };
    };
    let is_chosen = props.chosen.is_some_and(|chosen| piece.facts.contains(&chosen));
    let class = classes!(
        "fact",
        piece.ground.map(|kind| format!("ground g-{}", kind_code(kind))),
        piece.line.map(|kind| format!("line k-{}", kind_code(kind))),
        is_chosen.then_some("is-chosen"),
        piece.is_wrong.then_some("is-wrong"),
        piece.is_mine.then_some("is-mine"),
        target,
    );
    let place = props.article.facts.get(innermost as usize).map(|fact| (fact.evidence.start, fact.evidence.end));
    let place =
        place.filter(|(start, end)| (*start..*end).contains(&piece.start)).unwrap_or((piece.start, piece.start));
    let to = Route::Article {
        key: props.article.row.key.clone(),
        place: Some(Place { start: place.0, end: place.1 }),
        fact: Some(innermost),
    };
    let kind =
        props.article.facts.get(innermost as usize).map(|fact| (desk.m.kind_name)(fact.kind)).unwrap_or_default();
    let kind = match (piece.is_wrong, piece.is_mine) {
        (true, _) => desk.m.action_wrong.to_owned(),
        (_, true) => format!("{kind}, {}", desk.m.mine_mark),
        _ => kind.to_owned(),
    };
    html! {
        <Link {to} {class} id={id.map(AttrValue::from)} label={format!("{} ({kind})", piece.text)} at={Some(piece.start)}>
            { &piece.text }</Link>
    }
}
