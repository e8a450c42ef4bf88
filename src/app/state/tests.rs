//! What the reader does, and what follows.

use crate::session::protocol::{Edit, Failure, Rejection, Reply, Request, SourceFile};
use crate::view::Clock;
use crate::view::{ArticlePlaces, ArticleRow, ArticleView, Concordance, FactQuery, FactTable, Field, Outline, Verdict};

use super::super::{Action, Choice, Config, Effect, Lang, Mode, Notice, Route, Scope, Section, State};
use crate::app::correcting::{Correcting, FormError};
use crate::app::listing::Listing;

/// Applies actions one after the other; gives the last state and the effects of the last action.
fn play(state: State, actions: Vec<Action>) -> (State, Vec<Effect>) {
    actions.into_iter().fold((state, Vec::new()), |(state, _), action| state.apply(action))
}

fn sent(effects: &[Effect]) -> Vec<(u32, Request)> {
    let one = |effect: &Effect| match effect {
        Effect::Send { id, request } => Some((*id, (**request).clone())),
        _ => None,
    };
    effects.iter().filter_map(one).collect()
}

fn reply(id: u32, reply: Reply) -> Action {
    Action::Replied(id, Box::new(reply))
}

fn overview(keys: &[&str]) -> Reply {
    let row = |key: &&str| ArticleRow { key: (*key).to_owned(), title: format!("Bài {key}"), ..ArticleRow::default() };
    let outline = Outline { articles: keys.iter().map(row).collect(), ..Outline::default() };
    Reply::Outline { outline: Box::new(outline) }
}

/// A page with the articles `a` and `b`.
fn page() -> State {
    let (state, effects) = State::default().apply(Action::Started);
    assert_eq!(sent(&effects), [(1, Request::Outline { clock: Clock::default() })]);
    play(state, vec![reply(1, overview(&["a", "b"]))]).0
}

#[test]
fn begins_without_knowing_whether_there_are_articles() {
    let (state, _) = State::default().apply(Action::Started);
    assert_eq!(state.has_articles(), None);
    let (state, _) = state.apply(reply(1, overview(&[])));
    assert_eq!(state.has_articles(), Some(false));
    assert_eq!(page().has_articles(), Some(true));
}

#[test]
fn a_paste_is_split_counted_and_shown_in_the_overview() {
    let (state, effects) = play(page(), vec![Action::Go(Route::Add), Action::Paste("Một bài".to_owned(), None)]);
    let (id, request) = sent(&effects).remove(0);
    let Request::Add { files, .. } = request else { panic!("{request:?}") };
    assert!(files[0].split);
    let (name, part) = ("x".to_owned(), "reading".to_owned());
    let progress = Reply::Progress { done: 1, total: 2, name, in_kilobytes: false, part };
    let (state, _) = state.apply(reply(id, progress));
    assert_eq!(state.job.as_ref().map(|job| (job.done, job.total)), Some((1, 2)));
    let added = Reply::Added {
        keys: vec!["c".to_owned()],
        rejected: Vec::new(),
        splits: Vec::new(),
        tables: Vec::new(),
        store: Vec::new(),
    };
    let (state, effects) = state.apply(reply(id, added));
    assert_eq!(state.job, None);
    assert_eq!(state.route, Route::default());
    assert_eq!(state.notices, [Notice::Added { keys: ["c".to_owned()].into(), pasted: true, stopped: false }]);
    assert!(sent(&effects).iter().any(|(_, request)| *request == Request::Outline { clock: Clock::default() }));
}

#[test]
fn bad_files_are_named_and_the_others_go_on() {
    let bad = |name: &str, failure| Rejection { name: name.to_owned(), failure };
    let good = SourceFile { name: "bai.txt".to_owned(), bytes: b"x".to_vec(), ..SourceFile::default() };
    let big = bad("lon.txt", Failure::TooLarge { limit: 9 });
    let (state, effects) = page().apply(Action::Read(vec![good], vec![big.clone()]));
    let (id, _) = sent(&effects).remove(0);
    let binary = bad("anh.jpg", Failure::Binary);
    let added = Reply::Added {
        keys: vec!["c".to_owned()],
        rejected: vec![binary.clone()],
        splits: Vec::new(),
        tables: Vec::new(),
        store: Vec::new(),
    };
    let (state, _) = state.apply(reply(id, added));
    assert_eq!(state.intake.map(|intake| intake.rejected.clone()), Some(vec![big, binary]));
    assert!(matches!(state.notices[..], [Notice::Added { .. }]));
    assert!(state.announcement.contains('1'));
}

#[test]
fn work_can_be_given_up() {
    let (state, effects) = page().apply(Action::Paste("x".to_owned(), None));
    let (id, _) = sent(&effects).remove(0);
    let (state, effects) = state.apply(Action::Cancel);
    assert_eq!(effects, [Effect::Cancel { id }]);
    let (state, _) = state.apply(reply(id, Reply::Failed { failure: Failure::Cancelled }));
    assert_eq!((state.job, state.notices), (None, Vec::new()));
    assert!(!state.announcement.is_empty());
}

#[test]
fn what_was_read_before_a_stop_is_kept_and_told() {
    let (state, effects) = page().apply(Action::Paste("x".to_owned(), None));
    let (id, _) = sent(&effects).remove(0);
    let added = Reply::Added {
        keys: vec!["c".to_owned()],
        rejected: Vec::new(),
        splits: Vec::new(),
        tables: Vec::new(),
        store: Vec::new(),
    };
    let (state, _) = play(state, vec![Action::Cancel, reply(id, added)]);
    assert!(matches!(state.notices[..], [Notice::Added { stopped: true, .. }]));
    assert_eq!(state.announcement, state.messages().cancelled);
}

#[test]
fn removing_offers_to_undo() {
    let (state, effects) = page().apply(Action::Remove("a".to_owned()));
    let (id, request) = sent(&effects).remove(0);
    assert_eq!(request, Request::Remove { keys: vec!["a".to_owned()] });
    let (state, _) = state.apply(reply(id, Reply::Changed { keys: Vec::new(), store: Vec::new() }));
    assert_eq!(state.notices, [Notice::Removed { title: "Bài a".to_owned() }]);
    let (state, effects) = state.apply(Action::Undo);
    assert_eq!(sent(&effects)[0].1, Request::Undo);
    assert!(state.notices.is_empty());
}

#[test]
fn a_wrong_edit_opens_the_form_again() {
    let edit = Edit { published: Some("2024-02-31".to_owned()), ..Edit::default() };
    let (state, effects) = play(page(), vec![Action::EditForm(Some("a".into())), Action::Edit("a".into(), edit)]);
    assert_eq!(state.editing, None);
    let failure = Failure::NoSuchDay { text: "2024-02-31".to_owned() };
    let (state, _) = state.apply(reply(sent(&effects)[0].0, Reply::Failed { failure: failure.clone() }));
    assert_eq!(state.editing.as_deref(), Some("a"));
    assert_eq!(state.notices, [Notice::Failed(failure)]);
}

#[test]
fn the_latest_term_wins() {
    let (state, first) = page().apply(Action::Go(Route::term("dữ liệu")));
    let (state, second) = state.apply(Action::Go(Route::term("kinh tế số")));
    let answer = |term: &str| Reply::Concordance {
        concordance: Concordance { term: term.to_owned(), ..Concordance::default() },
    };
    let (state, _) = state.apply(reply(sent(&second)[0].0, answer("kinh tế số")));
    let (state, _) = state.apply(reply(sent(&first)[0].0, answer("dữ liệu")));
    assert_eq!(state.concordance.view.map(|view| view.term.clone()).as_deref(), Some("kinh tế số"));
}

#[test]
fn the_list_of_articles_follows_what_is_chosen() {
    let choice = Choice { term: "dữ liệu".to_owned(), year: Some(2023), ..Choice::default() };
    let (state, effects) = page().apply(Action::Go(Route::Articles(choice.clone())));
    let request = Request::Concordance {
        term: "dữ liệu".to_owned(),
        topic: String::new(),
        clock: Clock::Published,
        year: Some(2023),
    };
    assert_eq!(sent(&effects)[0].1, request);
    assert_eq!(state.holders(), None);
    let held = vec![ArticlePlaces { article: "b".to_owned(), n_places: 4, first: None }];
    let concordance = Concordance { term: "dữ liệu".to_owned(), articles: held.clone(), ..Concordance::default() };
    let (state, _) = state.apply(reply(sent(&effects)[0].0, Reply::Concordance { concordance }));
    assert_eq!((state.holders(), state.choice()), (Some(held.as_slice()), choice));
    let (state, effects) = state.apply(Action::Unchoose);
    assert_eq!(state.route, Route::Articles(Choice::default()));
    assert!(effects.contains(&Effect::ReplaceHash("#/articles".to_owned())));
    let of_year = Choice { year: Some(2023), ..Choice::default() };
    let (state, effects) = page().apply(Action::Go(Route::Articles(of_year.clone())));
    assert!(matches!(sent(&effects)[0].1, Request::Concordance { year: Some(2023), .. }));
    let (_, effects) = state.apply(Action::Go(Route::Chosen(of_year)));
    assert!(sent(&effects).iter().all(|(_, request)| !matches!(request, Request::Concordance { .. })));
}

#[test]
fn a_page_of_the_list_takes_the_focus_along_and_words_do_not() {
    let (state, effects) = page().apply(Action::List(Listing { from: 50, ..Listing::default() }));
    assert_eq!((state.listing.from, effects), (50, vec![Effect::Focus("lk-heading".to_owned())]));
    let (state, effects) = state.apply(Action::List(Listing { words: "lúa".to_owned(), ..Listing::default() }));
    assert_eq!((state.listing.from, effects), (0, Vec::new()));
    // An article that is opened from the list leaves it as it is.
    let (state, _) = play(state, vec![Action::Go(Route::article("a")), Action::Go(Route::Articles(Choice::default()))]);
    assert_eq!(state.listing.words, "lúa");
}

#[test]
fn the_address_follows_on_a_page_and_not_in_a_widget() {
    let facts = Route::Facts(FactQuery { year: Some(2024), ..FactQuery::default() });
    let (state, effects) = page().apply(Action::Go(facts.clone()));
    assert!(effects.contains(&Effect::PushHash("#/facts?year=2024".to_owned())));
    let (same, effects) = state.apply(Action::Routed(facts.clone()));
    assert_eq!((&same, effects.len()), (&state, 0), "the echo of the own address changes nothing");
    let (state, effects) = state.apply(Action::Query(FactQuery::default()));
    assert!(effects.contains(&Effect::ReplaceHash("#/facts".to_owned())));
    assert_eq!(state.route, Route::Facts(FactQuery::default()));
    let widget = State { config: Config { mode: Mode::Widget, ..Config::default() }, ..page() };
    let (widget, effects) = widget.apply(Action::Go(facts.clone()));
    assert_eq!(widget.route, facts);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::PushHash(_))));
}

#[test]
fn an_article_remembers_where_its_reader_came_from() {
    let facts = Route::Facts(FactQuery::default());
    let (state, _) = play(page(), vec![Action::Go(facts.clone()), Action::Go(Route::article("a"))]);
    assert_eq!(state.came_from, facts);
    let (state, _) = state.apply(Action::Go(Route::article("b")));
    assert_eq!(state.came_from, facts);
}

#[test]
fn going_to_a_part_of_the_page_brings_it_into_sight() {
    let (_, effects) = page().apply(Action::Go(Route::Overview(Some(Section::Terms))));
    assert!(effects.contains(&Effect::Focus("lk-terms".to_owned())));
    let (state, effects) = page().apply(Action::Go(Route::article("a")));
    assert!(effects.contains(&Effect::Focus("lk-heading".to_owned())));
    assert!(state.article_on_show().is_none());
}

#[test]
fn a_step_back_to_another_screen_takes_the_focus_along() {
    let (state, _) = play(page(), vec![Action::Go(Route::term("a")), Action::Go(Route::article("b"))]);
    let (state, effects) = state.apply(Action::Routed(Route::term("a")));
    assert!(effects.contains(&Effect::Focus("lk-concordance".to_owned())));
    let (state, effects) = state.apply(Action::Routed(Route::term("c")));
    assert!(effects.contains(&Effect::Show("lk-concordance".to_owned())));
    // Where nothing is pointed at, the screen itself has it.
    let (_, effects) = state.apply(Action::Routed(Route::Articles(Choice::default())));
    assert!(effects.contains(&Effect::Focus("lk-main".to_owned())));
}

#[test]
fn language_and_colours_are_remembered() {
    let (state, effects) = page().apply(Action::Speak(Lang::En));
    assert_eq!(state.messages().lang, Lang::En);
    assert_eq!(effects, [Effect::Remember(Config { lang: Lang::En, ..Config::default() })]);
}

#[test]
fn a_broken_engine_is_told_and_frees_the_page() {
    let (state, effects) = page().apply(Action::Paste("x".to_owned(), None));
    let (state, _) = state.apply(Action::Broke(sent(&effects)[0].0, "unreachable".to_owned()));
    assert_eq!(state.job, None);
    assert_eq!(state.notices, [Notice::Broken("unreachable".to_owned())]);
}

#[test]
fn an_engine_that_starts_anew_is_told_once() {
    let (state, effects) = page().apply(Action::Paste("x".to_owned(), None));
    let (state, _) = state.apply(Action::Restarted);
    let (state, _) = state.apply(Action::Broke(sent(&effects)[0].0, String::new()));
    let (state, _) = state.apply(Action::Restarted);
    assert_eq!((state.job, state.notices), (None, vec![Notice::Restarted]));
}

#[test]
fn a_widget_counts_by_the_clock_that_its_host_says_until_the_reader_says_otherwise() {
    let scope = Scope { clock: Some(Clock::Discussed), ..Scope::default() };
    let state = page().within(scope.clone());
    assert_eq!(state.clock, Clock::Discussed);
    let (state, _) = state.apply(Action::SetClock(Clock::Published));
    let (state, _) = state.apply(Action::Limit(Scope { limit: 5, ..scope.clone() }));
    assert_eq!(state.clock, Clock::Published);
    let (state, effects) = page().apply(Action::Limit(scope));
    assert_eq!(state.clock, Clock::Discussed);
    assert!(
        sent(&effects).iter().any(|(_, request)| *request == Request::Outline { clock: Clock::Discussed }),
        "{effects:?}"
    );
    assert_eq!(state.apply(Action::Limit(Scope::default())).0.clock, Clock::Discussed);
}

#[test]
fn deleting_everything_leads_back_to_the_start() {
    let (state, effects) = play(page(), vec![Action::Go(Route::Articles(Choice::default())), Action::Clear]);
    assert_eq!(sent(&effects)[0].1, Request::Remove { keys: Vec::new() });
    let (state, _) = state.apply(reply(sent(&effects)[0].0, Reply::Changed { keys: Vec::new(), store: Vec::new() }));
    assert_eq!((state.route, state.notices), (Route::default(), vec![Notice::Cleared]));
}

#[test]
fn answers_to_nobody_are_ignored() {
    let state = page();
    let table = Reply::Facts { table: FactTable::default() };
    assert_eq!(state.apply(reply(99, table)).0, state);
}

#[test]
fn what_is_said_about_a_word_is_told_and_counts_at_once() {
    use crate::session::protocol::Mark;
    let (state, effects) = page().apply(Action::Mark("nuôi biển".to_owned(), Some(Mark::Join)));
    let (id, request) = sent(&effects).remove(0);
    assert_eq!(request, Request::Mark { phrase: "nuôi biển".to_owned(), mark: Some(Mark::Join) });
    let changed = |n_changed, keys: &[&str]| Reply::DictionaryChanged {
        keys: keys.iter().map(|key| (*key).to_owned()).collect(),
        n_changed,
        bad: Vec::new(),
        store: Vec::new(),
    };
    let (state, effects) = state.apply(reply(id, changed(1, &["a"])));
    assert_eq!(state.notices, [Notice::Dictionary { n_changed: 1, n_articles: 1 }]);
    assert!(!state.announcement.is_empty());
    assert!(sent(&effects).iter().any(|(_, request)| *request == Request::Outline { clock: Clock::default() }));
    let (state, effects) = state.apply(Action::UndoDictionary);
    assert_eq!(state.notices, []);
    let (state, _) = state.apply(reply(sent(&effects)[0].0, changed(1, &["a"])));
    assert_eq!((state.notices.len(), state.announcement.as_str()), (0, state.messages().dictionary.undone));
}

#[test]
fn the_card_of_a_word_follows_the_change() {
    use crate::view::{Evidence, WordView};
    let word = |text: &str| WordView {
        evidence: Evidence { article: "a".to_owned(), start: 7, end: 11, text: text.to_owned() },
        parts: vec![text.to_owned()],
        ..WordView::default()
    };
    let (state, effects) = play(page(), vec![Action::Go(Route::article("a")), Action::AskWord("a".to_owned(), 8)]);
    let answer = |id, text: &str| reply(id, Reply::Word { word: Some(Box::new(word(text))) });
    let (state, effects) = state.apply(answer(sent(&effects)[0].0, "nuôi"));
    assert!(effects.contains(&Effect::Focus("lk-word".to_owned())));
    let (state, effects) = state.apply(Action::Mark("nuôi biển".to_owned(), None));
    let changed = Reply::DictionaryChanged { keys: Vec::new(), n_changed: 1, bad: Vec::new(), store: Vec::new() };
    let (state, effects) = state.apply(reply(sent(&effects)[0].0, changed));
    let again = sent(&effects).into_iter().find(|(_, r)| matches!(r, Request::Word { at: 7, .. })).unwrap();
    let (state, _) = state.apply(answer(again.0, "nuôi biển"));
    assert_eq!(state.word.view.as_ref().map(|w| w.evidence.text.as_str()), Some("nuôi biển"));
    let (state, effects) = state.apply(Action::CloseWord);
    assert!(state.word.view.is_none() && effects == [Effect::Focus("lk-w7".to_owned())]);
}

/// The reader's page of an article with one figure.
fn reader_page() -> State {
    let (state, effects) = page().apply(Action::Go(Route::article("a")));
    let fact = serde_json::json!({
        "id": 0, "kind": "figure", "label": "420 hộ", "value": "420", "details": [], "articleTitle": "", "year": null,
        "evidence": {"article": "a", "start": 3, "end": 9, "text": "420 hộ"}, "sentence": ["", "420 hộ", ""],
        "zone": "body", "count": 1, "rule": "digits", "confidence": "high",
        "fields": [{"field": "value", "value": "420"}], "corrected": null
    });
    let row = ArticleRow { key: "a".to_owned(), ..ArticleRow::default() };
    let article = ArticleView {
        row,
        blocks: Vec::new(),
        facts: vec![serde_json::from_value(fact).expect("a fact")],
        words: Vec::new(),
        text: "Có 420 hộ.".to_owned(),
        corrections: Vec::new(),
    };
    play(state, vec![reply(sent(&effects)[0].0, Reply::Article { article: Box::new(article) })]).0
}

#[test]
fn a_fact_called_wrong_is_told_and_can_be_undone() {
    let (state, effects) = reader_page().apply(Action::Wrong(0));
    let (id, request) = sent(&effects).remove(0);
    let Request::Correct { key, correction } = request else { panic!("{request:?}") };
    assert_eq!((key.as_str(), correction.action, correction.start), ("a", Verdict::Wrong, 3));
    assert!(effects.contains(&Effect::Focus("lk-card".to_owned())));
    let (state, effects) = state.apply(reply(id, Reply::Changed { keys: vec!["a".to_owned()], store: Vec::new() }));
    assert_eq!(state.notices, [Notice::Corrected { action: Verdict::Wrong, label: "420 hộ".to_owned() }]);
    assert!(state.announcement.contains("420 hộ"));
    assert!(sent(&effects).iter().any(|(_, request)| *request == Request::Outline { clock: Clock::default() }));
    let (state, effects) = state.apply(Action::Undo);
    assert_eq!((sent(&effects)[0].1.clone(), state.notices.len()), (Request::Undo, 0));
}

#[test]
fn a_value_that_cannot_be_read_keeps_the_form_open() {
    let open = vec![Action::CorrectForm(Some(Correcting::Change)), Action::Change(0, vec![(Field::Value, "x".into())])];
    let (state, effects) = play(reader_page(), open);
    assert_eq!((state.form_error.clone(), state.typed.len()), (Some(FormError::Value(Field::Value)), 1));
    assert_eq!(effects, [Effect::Focus("lk-field-value".to_owned())]);
    let (state, effects) = state.apply(Action::Change(0, vec![(Field::Value, "1.504".into())]));
    let (id, request) = sent(&effects).remove(0);
    let Request::Correct { correction, .. } = request else { panic!("{request:?}") };
    assert_eq!(correction.fields.get(Field::Value), Some("1504"));
    let failure = Failure::NoSuchValue { field: "value".to_owned(), text: "1504".to_owned() };
    let (state, _) = state.apply(reply(id, Reply::Failed { failure }));
    assert_eq!(state.correcting, Some(Correcting::Change));
}
