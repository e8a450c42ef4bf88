//! Messages and the progress of long work.

use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::{Icon, Sign};
use super::share::{self, Signing};
use super::taken::{LastReading, Taken, unread};
use crate::app::{Action, Job, Notice, format, n_bad};
use crate::session::protocol::{ExportFormat, Rejection};

#[derive(PartialEq, Properties)]
pub(super) struct NoticesProps {
    pub notices: Vec<Notice>,
    /// What the message of a reading shows.
    pub reading: LastReading,
}

/// Messages that stay until they are put away.
#[component]
pub(super) fn Notices(props: &NoticesProps) -> Html {
    let desk = use_desk();
    let notices = &props.notices;
    if notices.is_empty() {
        return Html::default();
    }
    html! {
        <div class="notices">
            for (at, notice) in notices.iter().enumerate() {
                <div part="notice" class={classes!("notice", notice.is_bad().then_some("notice-bad"))}>
                    <div class="notice-text">{ words(&desk, &props.reading, notice) }</div>
                    <button type="button" class="close" aria-label={if *notice == Notice::Update { desk.m.update_later } else { desk.m.close }} onclick={desk.on(Action::Dismiss(at))}>
                        <Icon sign={Sign::Cross} />
                    </button>
                </div>
            }
        </div>
    }
}

fn words(desk: &Desk, reading: &LastReading, notice: &Notice) -> Html {
    let m = desk.m;
    match notice {
        Notice::Added { keys, pasted, stopped } => html! {
            <Taken reading={reading.clone()} keys={keys.clone()} pasted={*pasted} stopped={*stopped} />
        },
        Notice::Rejected(list) => rejected(desk, list),
        Notice::Removed { title } => html! {
            <p>{ (m.removed)(title) }{ " " }
                <button type="button" part="button" class="text-button" onclick={desk.on(Action::Undo)}>{ m.undo }</button></p>
        },
        Notice::Corrected { .. } | Notice::Sorted { .. } | Notice::Counted { .. } => html! {
            <p>{ notice.said(m) }{ " " }
                <button type="button" part="button" class="text-button" onclick={desk.on(Action::Undo)}>{ m.undo }</button></p>
        },
        Notice::CorrectionsRead { .. } => html! { <p>{ notice.said(m) }</p> },
        Notice::Cleared => html! { <p>{ m.cleared }</p> },
        Notice::Dictionary { n_changed, n_articles } => html! {
            <p>{ (m.dictionary.changed)(*n_changed, *n_articles) }{ " " }
                <button type="button" part="button" class="text-button" onclick={desk.on(Action::UndoDictionary)}>{ m.undo }</button></p>
        },
        Notice::BadLines(bad) => html! {
            <>
                <p><strong>{ (m.dictionary.bad_lines)(n_bad(bad)) }</strong></p>
                <ul class="notice-list">{ for bad.iter().take(20).map(|bad| html! { <li>{ (m.dictionary.bad_line)(bad) }</li> }) }</ul>
            </>
        },
        Notice::Awaited(names) => html! { <p>{ (m.bundle.awaited)(names) }</p> },
        Notice::Verified(verdict) => html! {
            <p>{ (m.bundle.verified)(verdict).join(" ") }</p>
        },
        Notice::Link { link, has_texts } => share::link(desk, link, *has_texts),
        Notice::LinkTooLong { unlinked, has_texts } => html! { <p>{ (m.share.too_long)(unlinked, *has_texts) }</p> },
        Notice::Copied(is_done) => html! { <p>{ if *is_done { m.share.copied } else { m.share.not_copied } }</p> },
        Notice::Signing { key, by } => html! { <Signing public_key={key.clone()} by={by.clone()} /> },
        Notice::CannotSign => html! { <p>{ m.share.cannot_sign }</p> },
        Notice::Signature(signature) => share::signature(desk, signature),
        Notice::Failed(failure) => html! {
            <p>{ (m.failure)(failure) }{ " " }{ (m.failure_advice)(failure) }</p>
        },
        Notice::Broken(said) => html! {
            <><p>{ m.broken }{ " " }{ m.reload }</p><p class="small">{ said }</p></>
        },
        Notice::Restarted => html! { <p>{ m.restarted }</p> },
        Notice::Update => html! {
            <p>{ m.update_ready }{ " " }
                <button type="button" part="button" class="text-button" onclick={desk.on(Action::Update)}>{ m.update_go }</button></p>
        },
        Notice::NoSample => html! { <p>{ m.no_sample }</p> },
        Notice::NoPixels => html! { <p>{ m.charts.no_pixels }</p> },
        Notice::NotStored(why) => html! {
            <p>{ (m.not_stored)(*why) }{ " " }
                <button type="button" part="button" class="text-button" onclick={desk.on(Action::Export(ExportFormat::Bundle))}>{ m.bundle.save_go }</button></p>
        },
    }
}

fn rejected(desk: &Desk, list: &[Rejection]) -> Html {
    html! {
        <>
            <p><strong>{ (desk.m.rejected)(list.len() as u32) }</strong></p>
            <ul class="notice-list">
                for one in list { { unread(desk, one) } }
            </ul>
        </>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct ProgressProps {
    pub job: Option<Job>,
}

/// Long work that is going on, and how to stop it.
#[component]
pub(super) fn Progress(props: &ProgressProps) -> Html {
    let desk = use_desk();
    let Some(job) = &props.job else { return Html::default() };
    let head = if job.id.is_some() { desk.m.working } else { desk.m.reading_files };
    let number = |n| format::integer(desk.lang(), n);
    let far = if job.in_kilobytes { desk.m.intake.kilobytes } else { desk.m.progress };
    html! {
        <div class="progress">
            <div class="progress-text">
                <span id="lk-progress">{ head }</span>
                if job.total > 0 {
                    <span class="small">{ far(&number(job.done), &number(job.total)) }{ " · " }{ &job.name }</span>
                }
            </div>
            if job.total > 0 {
                <progress aria-labelledby="lk-progress" max={job.total.to_string()} value={job.done.to_string()} />
            } else {
                <progress aria-labelledby="lk-progress" />
            }
            if job.id.is_some() {
                <button type="button" part="button" class="button" onclick={desk.on(Action::Cancel)}>{ desk.m.cancel }</button>
            }
        </div>
    }
}
