//! The root: holds the state, joins it to the browser.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::Function;
use rustc_hash::FxHashMap;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, DragEvent, KeyboardEvent};
use yew::prelude::*;

use crate::app::{Action, Config, Effect, Mode, Room, Route, Scope, State};

use super::components::Shell;
use super::desk::Desk;
use super::dropped::Dropped;
use super::keeper::Keeper;
use super::port::{self, Listener, Port};
use super::sharer::Sharer;
use super::{effects, files, pixels};

/// What the host hands over.
#[derive(Clone, PartialEq, Properties)]
pub struct RootProps {
    /// The engine.
    pub port: Port,
    /// Language, colours, mode.
    pub config: Config,
    /// What of the collection a widget shows.
    pub scope: Scope,
    /// Where a widget begins.
    pub start: Route,
    /// Gets the files of the sample.
    pub sample: Option<Function>,
    /// Keeps the page for use without a network.
    pub keeper: Option<Keeper>,
    /// Makes links and signatures.
    pub sharer: Option<Sharer>,
    /// Told what the reader chooses.
    pub on_select: Option<Function>,
}

/// What the root is told.
pub enum Message {
    /// Something happened.
    Act(Action),
    /// Files hang over the page, or no longer.
    Drag(bool),
}

/// An element to bring into sight once it is drawn.
struct Wish {
    id: String,
    is_focus: bool,
}

/// How long the window keeps its size before pictures are drawn for it.
const SETTLED_MS: u32 = 150;

/// The root component.
pub struct Root {
    state: State,
    /// Made once: what listens with it is drawn anew where it is another.
    act: Callback<Action>,
    place: NodeRef,
    wish: Option<Wish>,
    is_dragging: bool,
    running: FxHashMap<u32, AbortController>,
    room: Room,
    resize: Option<EventListener>,
    _hash: Option<EventListener>,
    _keys: Option<EventListener>,
    _paper: EventListener,
    _engine: Vec<Listener>,
    _offline: Option<Closure<dyn FnMut(String)>>,
}

impl Component for Root {
    type Message = Message;
    type Properties = RootProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut room = Room::default();
        room.keep();
        let config = effects::recall(ctx.props().config);
        let route = if config.mode == Mode::Page { route_of_page() } else { ctx.props().start.clone() };
        let act = ctx.link().callback(Message::Act);
        act.emit(Action::Started);
        Self {
            state: State::new(config, route).within(ctx.props().scope.clone()),
            place: NodeRef::default(),
            wish: None,
            act: act.clone(),
            is_dragging: false,
            running: FxHashMap::default(),
            room,
            resize: None,
            _hash: (config.mode == Mode::Page).then(|| listen_to_hash(act.clone())),
            _keys: (config.mode == Mode::Page).then(|| listen_to_keys(act.clone())),
            _paper: listen_to_paper(act.clone()),
            _engine: listen_to_engine(&ctx.props().port, &act),
            _offline: ctx.props().keeper.as_ref().map(|keeper| keeper.tell(act.clone())),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let action = match message {
            Message::Act(action) => action,
            Message::Drag(is_dragging) => return std::mem::replace(&mut self.is_dragging, is_dragging) != is_dragging,
        };
        if let Action::Replied(id, reply) = &action
            && !matches!(**reply, crate::session::protocol::Reply::Progress { .. })
        {
            self.running.remove(id);
        }
        let chosen = match &action {
            Action::Go(route) => Some(route.clone()),
            Action::Pick(pick) => Some(Route::of(pick)),
            Action::Choose(choice) => Some(Route::chosen(choice.clone())),
            _ => None,
        };
        if let (Some(route), Some(told)) = (chosen, &ctx.props().on_select) {
            effects::tell_choice(told, &route);
        }
        self.room.keep();
        let (next, effects) = self.state.apply(action);
        let is_changed = next != self.state || effects.iter().any(|e| matches!(e, Effect::Focus(_) | Effect::Show(_)));
        self.state = next;
        for effect in effects {
            self.carry_out(ctx, effect);
        }
        is_changed
    }

    fn rendered(&mut self, _: &Context<Self>, is_first: bool) {
        if is_first || self.state.width == 0 {
            self.measure();
        }
        if self.state.config.mode == Mode::Page {
            effects::dress_page(self.state.config, &self.page_title());
        }
        let Some(place) = self.place.cast::<web_sys::Element>() else { return };
        let Some(wish) = &self.wish else { return };
        // Keys of articles may hold any character, so the id is compared, not put into a selector.
        let root = place.get_root_node();
        let found = match root.dyn_ref::<web_sys::ShadowRoot>() {
            Some(shadow) => shadow.get_element_by_id(&wish.id),
            None => gloo::utils::document().get_element_by_id(&wish.id),
        };
        if let Some(element) = found {
            effects::reveal(&element, wish.is_focus);
            self.wish = None;
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let config = self.state.config;
        let act = self.act.clone();
        let desk = Desk {
            m: self.state.messages(),
            is_widget: config.mode == Mode::Widget,
            can_share: ctx.props().sharer.is_some(),
            act: act.clone(),
        };
        let ondragover = ctx.link().batch_callback(|event: DragEvent| {
            let types = event.data_transfer().map(|data| data.types());
            let has_files = types.is_some_and(|types| types.includes(&"Files".into(), 0));
            has_files.then(|| {
                event.prevent_default();
                Message::Drag(true)
            })
        });
        // Between two elements of the page it leaves one for the other.
        let ondragleave = ctx
            .link()
            .batch_callback(|event: DragEvent| event.related_target().is_none().then_some(Message::Drag(false)));
        let ondrop = ctx.link().batch_callback(move |event: DragEvent| {
            event.prevent_default();
            let dropped = event.data_transfer().and_then(|data| Dropped::of(&data));
            let read = dropped.map(|dropped| {
                let act = act.clone();
                spawn_local(async move {
                    let taken = files::take(dropped.files().await, |action| act.emit(action)).await;
                    act.emit(taken);
                });
                Message::Act(Action::Reading)
            });
            std::iter::once(Message::Drag(false)).chain(read).collect::<Vec<_>>()
        });
        // On a page of its own the keys are heard wherever the focus is.
        let onkeydown = desk.is_widget.then(|| {
            let act = desk.act.clone();
            Callback::from(move |event: KeyboardEvent| unchoose(&event, &act))
        });
        html! {
            <div ref={self.place.clone()} class="lk" part="root" lang={config.lang.code()} data-theme={config.theme.code()}
                data-mode={if desk.is_widget { "widget" } else { "page" }}
                {ondragover} {ondragleave} {ondrop} {onkeydown}>
                <ContextProvider<Desk> context={desk}>
                    <Shell state={self.state.clone()} is_dragging={self.is_dragging}
                        has_sample={ctx.props().sample.is_some()} />
                </ContextProvider<Desk>>
            </div>
        }
    }
}

impl Root {
    /// Tells how much room pictures have, now and whenever the window has changed.
    fn measure(&mut self) {
        let (place, act) = (self.place.clone(), self.act.clone());
        let tell = move || {
            // What is not laid out yet has no width, and is measured again at the next drawing.
            if let Some(width) = effects::inner_width(&place).filter(|width| *width > 0) {
                act.emit(Action::Measured(width));
            }
        };
        tell();
        let mut settling: Option<Timeout> = None;
        self.resize = Some(EventListener::new(&gloo::utils::window(), "resize", move |_| {
            drop(settling.replace(Timeout::new(SETTLED_MS, tell.clone())));
        }));
    }

    fn carry_out(&mut self, ctx: &Context<Self>, effect: Effect) {
        let (act, place) = (self.act.clone(), self.place.clone());
        let window = gloo::utils::window();
        match effect {
            Effect::Send { id, request } => {
                if let Some(abort) = effects::send(&ctx.props().port, id, &request, &act) {
                    self.running.insert(id, abort);
                }
            }
            Effect::Open { id, files, keys } => {
                if let Some(abort) = effects::open(&ctx.props().port, id, &files, &keys, &act) {
                    self.running.insert(id, abort);
                }
            }
            Effect::Cancel { id } => {
                if let Some(abort) = self.running.remove(&id) {
                    abort.abort();
                }
            }
            Effect::FetchSample => {
                let sample = ctx.props().sample.clone();
                spawn_local(async move { act.emit(files::sample(sample).await) });
            }
            Effect::PushHash(hash) => effects::set_hash(&window, &hash, true),
            Effect::ReplaceHash(hash) => effects::set_hash(&window, &hash, false),
            Effect::Download { name, mime, bytes } => {
                let _ = effects::download(&name, &mime, &bytes);
            }
            Effect::SavePixels { name, svg } => {
                spawn_local(async move {
                    if pixels::save(&name, &svg).await.is_err() {
                        act.emit(Action::NoPixels);
                    }
                });
            }
            Effect::Print => spawn_local(async move {
                // What was drawn for paper is on the page first.
                files::next_turn().await;
                while effects::is_drawing(&place) {
                    files::next_turn().await;
                }
                let _ = window.print();
            }),
            Effect::MakeLink { .. }
            | Effect::Copy(_)
            | Effect::AskKey
            | Effect::Sign { .. }
            | Effect::CheckSignature(_)
            | Effect::ForgetKeys => {
                if let Some(sharer) = &ctx.props().sharer {
                    sharer.carry_out(effect, act);
                }
            }
            Effect::Focus(id) => self.wish = Some(Wish { id, is_focus: true }),
            Effect::Show(id) => self.show(id),
            Effect::Update => ctx.props().keeper.iter().for_each(Keeper::update),
            Effect::Remember(config) => effects::remember(config),
        }
    }

    /// Wishes to see an element; a wish to give it the focus stays.
    fn show(&mut self, id: String) {
        let is_focus = self.wish.as_ref().is_some_and(|wish| wish.id == id && wish.is_focus);
        self.wish = Some(Wish { id, is_focus });
    }

    fn page_title(&self) -> String {
        let m = self.state.messages();
        let screen = match &self.state.route {
            Route::Chosen(choice) if !choice.term.is_empty() => choice.term.clone(),
            Route::Overview(_) | Route::Chosen(_) => return format!("{} – {}", m.name, m.tagline),
            Route::Articles(_) => m.articles.to_owned(),
            Route::Facts(_) => m.facts.to_owned(),
            Route::Numbers(_) => m.numbers_title.to_owned(),
            Route::Article { .. } => self.state.article_on_show().map_or(m.article.to_owned(), |a| a.row.title.clone()),
            Route::Dictionary => m.dictionary.title.to_owned(),
            Route::Add => m.add.to_owned(),
        };
        format!("{screen} – {}", m.name)
    }
}

fn route_of_page() -> Route {
    Route::from_hash(&gloo::utils::window().location().hash().unwrap_or_default())
}

/// `popstate` comes for steps through the history and for addresses typed by hand.
fn listen_to_hash(act: Callback<Action>) -> EventListener {
    EventListener::new(&gloo::utils::window(), "popstate", move |_| act.emit(Action::Routed(route_of_page())))
}

fn listen_to_keys(act: Callback<Action>) -> EventListener {
    // A listener may keep the browser from what a key does by itself only where it says so before.
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo::utils::document(), "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            unchoose(event, &act);
            print(event, &act);
        }
    })
}

/// However the page is printed, it is told before.
fn listen_to_paper(act: Callback<Action>) -> EventListener {
    EventListener::new(&gloo::utils::window(), "beforeprint", move |_| act.emit(Action::Printing))
}

/// Escape takes away what is chosen, unless a field, a menu or a dialog has a use for it.
fn unchoose(event: &KeyboardEvent, act: &Callback<Action>) {
    let target = event.composed_path().get(0).dyn_into::<web_sys::Element>().ok();
    let is_taken = target.is_some_and(|t| t.closest("input, textarea, select, dialog").is_ok_and(|at| at.is_some()));
    if event.key() == "Escape" && !event.default_prevented() && !is_taken {
        act.emit(Action::Unchoose);
    }
}

/// The key with which browsers print waits for the pictures, as the page's own way to print does.
fn print(event: &KeyboardEvent, act: &Callback<Action>) {
    let is_key = (event.ctrl_key() || event.meta_key()) && !event.shift_key() && !event.alt_key();
    if is_key && event.key().eq_ignore_ascii_case("p") && !event.default_prevented() {
        event.prevent_default();
        act.emit(Action::Print);
    }
}

fn listen_to_engine(port: &Port, act: &Callback<Action>) -> Vec<Listener> {
    let (store, corpus, damaged, crashed) = (act.clone(), act.clone(), act.clone(), act.clone());
    vec![
        port.listen("restored", move |event| {
            let rejected = port::rejected(&event);
            if !rejected.is_empty() {
                damaged.emit(Action::Read(Vec::new(), rejected));
            }
        }),
        port.listen("crash", move |event| {
            crashed.emit(port::stopped(&event).map_or(Action::Restarted, |why| Action::Broke(0, why)));
        }),
        port.listen("storageerror", move |event| store.emit(Action::StoreFailed(port::unstored(&event)))),
        port.listen("corpuschange", move |_| corpus.emit(Action::CorpusChanged)),
    ]
}
