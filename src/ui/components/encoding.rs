//! In which encoding an article was read, for the reader to agree to or to change.

use web_sys::{Event, HtmlSelectElement};
use yew::prelude::*;

use super::super::desk::use_desk;
use crate::app::{Action, Encoding, format};
use crate::session::protocol::Edit;
use crate::view::ArticleRow;

#[derive(PartialEq, Properties)]
pub(super) struct EncodingNoticeProps {
    pub row: ArticleRow,
}

/// The encoding that was concluded, how sure that is, what is lost, and the other ones to choose from. Nothing for plain
/// UTF-8.
#[component]
pub(super) fn EncodingNotice(props: &EncodingNoticeProps) -> Html {
    let desk = use_desk();
    let row = &props.row;
    let Some(note) = row.encoding else { return Html::default() };
    let m = desk.m;
    let edit = |encoding| Action::Edit(row.key.clone(), Edit { encoding: Some(encoding), ..Edit::default() });
    let onchange = {
        let (act, key) = (desk.act.clone(), row.key.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            if let Some(encoding) = Encoding::named(&select.value()).filter(|chosen| *chosen != note.encoding) {
                act.emit(Action::Edit(key.clone(), Edit { encoding: Some(encoding), ..Edit::default() }));
            }
        })
    };
    let sure = (m.confidence_name)(note.confidence.name());
    html! {
        <div class="encoding-note" role="group" aria-label={m.encoding}>
            if note.is_confirmed {
                <span>{ (m.encoding_read)((m.encoding_name)(note.encoding)) }</span>
            } else {
                <span>{ (m.encoding_read_so)((m.encoding_name)(note.encoding), sure) }</span>
            }
            if note.n_lost > 0 { <span>{ (m.encoding_lost)(&format::integer(desk.lang(), note.n_lost)) }</span> }
            if !desk.is_widget {
                if !note.is_confirmed {
                    <button type="button" part="button" class="button" onclick={desk.on(edit(note.encoding))}>{ m.encoding_right }</button>
                }
                <label><span>{ m.encoding_other }</span>{ " " }
                    <select part="input" class="select" {onchange}>
                        for encoding in Encoding::ALL {
                            <option value={encoding.name()} selected={encoding == note.encoding}>
                                { (m.encoding_name)(encoding) }</option>
                        }
                    </select></label>
            }
        </div>
    }
}
