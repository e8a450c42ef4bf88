//! Words that tell commitments for the future from forecasts, wishes and results.

use super::{Phrases, Tables};

/// What a word says of the clause it stands in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AimWord {
    /// A goal is set: `phấn đấu`.
    Aim,
    /// It will be done: `sẽ`.
    Will,
    /// A plan or goal is named: `kế hoạch`.
    Plan,
    /// It has to be done: `phải`.
    Duty,
    /// It has to be done soon: `khẩn trương`.
    Soon,
    /// An action with a result that can be checked: `hoàn thành`.
    Deliver,
    /// Another action: `nâng cao`.
    Act,
    /// Somebody wishes it: `mong`.
    Wish,
    /// Somebody expects it: `dự báo`.
    Forecast,
    /// A thing that takes place: `diễn ra`.
    Happening,
    /// It is done: `đã`.
    Past,
    /// Only looks like one of these.
    No,
}

/// The table.
pub(super) fn aim_words(tables: &Tables) -> Phrases<AimWord> {
    Phrases::new(
        rows(tables).filter(|(_, name)| english_class(name).is_none()).map(|(phrase, name)| (phrase, class(name))),
    )
}

/// What a word says of the clause it stands in, in English.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EnglishAim {
    /// Somebody says what they will do: `aims to`.
    Aim,
    /// A day is set for something: `slated for`.
    Due,
    /// A plan is approved or made known: `approved`.
    Adopt,
    /// Somebody is told to do something: `instructed`.
    Order,
    /// What somebody said will be done: `would`.
    Reported,
    /// Somebody expects it: `forecast`.
    Forecast,
    /// What happens by itself, or cannot be checked: `rise`, `discuss`.
    Vague,
    /// A meeting that is held: `take place`.
    Meeting,
    /// What one does with a number of things or an amount: `invest`.
    Deed,
    /// Somebody has been given a task: `responsible`.
    Told,
}

/// The English part of the table.
pub(super) fn english_aims(tables: &Tables) -> Phrases<EnglishAim> {
    Phrases::new(rows(tables).filter_map(|(phrase, name)| Some((phrase, english_class(name)?))))
}

/// What a word is in sentences that set goals, and in those that go on with goals set before.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct GoalWord {
    /// Names goals: `chỉ tiêu`.
    pub goal: bool,
    /// A document that sets goals for years: `nghị quyết`.
    pub plan: bool,
    /// A plan that may stand after `theo`: `lộ trình`.
    pub source: bool,
    /// A body sets goals: `thông qua`.
    pub sets: bool,
    /// What it sets: `kế hoạch kinh doanh`.
    pub set: bool,
    /// It is told how things are: `hiện nay`.
    pub now: bool,
    /// Only adds what follows: `ngoài ra`.
    pub link: bool,
    /// A measure is given a level: `ít nhất`.
    pub level: bool,
    /// A plan, in English: `roadmap`.
    pub english_plan: bool,
    /// Promises little without a day, in English: `should`.
    pub english_weak: bool,
}

/// The table of these words.
pub(super) fn goal_words(tables: &Tables) -> Phrases<GoalWord> {
    Phrases::new(tables.rows("goal_words").filter_map(|row| {
        let [phrase, what] = row[..] else { return None };
        let has = |word: &str| what.split(' ').any(|w| w == word);
        let word = GoalWord {
            goal: has("goal"),
            plan: has("plan"),
            source: has("source"),
            sets: has("sets"),
            set: has("set"),
            now: has("now"),
            link: has("link"),
            level: has("level"),
            english_plan: has("english_plan"),
            english_weak: has("english_weak"),
        };
        Some((phrase, word))
    }))
}

/// Phrase and class.
fn rows(tables: &Tables) -> impl Iterator<Item = (&'static str, &'static str)> {
    tables.rows("target_cues").filter_map(|row| match row[..] {
        [phrase, name] => Some((phrase, name)),
        _ => None,
    })
}

fn english_class(name: &str) -> Option<EnglishAim> {
    match name {
        "english_aim" => Some(EnglishAim::Aim),
        "english_due" => Some(EnglishAim::Due),
        "english_adopt" => Some(EnglishAim::Adopt),
        "english_order" => Some(EnglishAim::Order),
        "english_reported" => Some(EnglishAim::Reported),
        "english_forecast" => Some(EnglishAim::Forecast),
        "english_vague" => Some(EnglishAim::Vague),
        "english_meeting" => Some(EnglishAim::Meeting),
        "english_deed" => Some(EnglishAim::Deed),
        "english_told" => Some(EnglishAim::Told),
        _ => None,
    }
}

fn class(name: &str) -> AimWord {
    match name {
        "aim" => AimWord::Aim,
        "will" => AimWord::Will,
        "plan" => AimWord::Plan,
        "duty" => AimWord::Duty,
        "soon" => AimWord::Soon,
        "deliver" => AimWord::Deliver,
        "act" => AimWord::Act,
        "wish" => AimWord::Wish,
        "forecast" => AimWord::Forecast,
        "happening" => AimWord::Happening,
        "past" => AimWord::Past,
        _ => AimWord::No,
    }
}
