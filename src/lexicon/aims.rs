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
    let word = |row: Vec<&'static str>| Some((*row.first()?, class(row.get(1)?)));
    Phrases::new(tables.rows("target_cues").filter_map(word))
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
