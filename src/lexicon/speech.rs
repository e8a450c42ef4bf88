//! Words by which texts report speech, and words that name a speaker.

use super::{Phrases, Tables};

/// How a verb reports speech.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SpeechVerb {
    /// Reports a clause: `khẳng định`.
    Say,
    /// Reports speech only before a colon, a comma, `rằng` or a quotation mark: `chia sẻ`.
    Weak,
    /// Tells somebody to do something: `yêu cầu`.
    Order,
    /// An English verb of saying: `said`.
    English,
    /// Only looks like a verb of saying: `nói chung`.
    No,
}

/// What kind of word begins the name or description of a speaker.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SpeakerHead {
    /// Form of address: `ông`.
    Address,
    /// Office or trade: `Bộ trưởng`.
    Title,
    /// Institution: `Sở`.
    Body,
    /// Several people: `các đại biểu`.
    Group,
}

/// What stands between quotation marks, as the word before them says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuoteType {
    /// Words of a speaker, a full clause.
    Direct,
    /// Verse or saying of somebody else.
    Citation,
    /// A stated message: `thông điệp`.
    Message,
    /// A theme: `chủ đề`.
    Theme,
    /// Motto or principle.
    Slogan,
    /// A coined or foreign word, or words held at a distance.
    Term,
    /// Title of an article, book, film, conference.
    TitleOfWork,
    /// A heading that stands wholly in quotation marks.
    HeadingQuote,
}

/// The tables that rules on speech read by.
#[derive(Debug)]
pub struct SpeechWords {
    /// Verbs of saying.
    pub verbs: Phrases<SpeechVerb>,
    /// Heads of speakers' names and descriptions.
    pub speakers: Phrases<SpeakerHead>,
    /// Nouns after `theo` that bring in reported speech: `báo cáo`.
    pub reports: Phrases<()>,
    /// Words before a quotation mark.
    pub quote_cues: Phrases<QuoteType>,
}

impl SpeechWords {
    /// Reads the tables.
    pub(super) fn new(tables: &Tables) -> Self {
        Self {
            verbs: Phrases::new(pairs(tables, "speech_verbs", speech_verb)),
            speakers: Phrases::new(pairs(tables, "speaker_heads", speaker_head)),
            reports: Phrases::new(tables.rows("report_nouns").map(|row| (row[0], ()))),
            quote_cues: Phrases::new(pairs(tables, "quote_cues", quote_type)),
        }
    }
}

/// The rows of a table of phrase and class.
fn pairs<T>(tables: &Tables, name: &str, class: fn(&str) -> T) -> impl Iterator<Item = (&'static str, T)> {
    tables.rows(name).filter_map(move |row| Some((*row.first()?, class(row.get(1)?))))
}

fn speech_verb(class: &str) -> SpeechVerb {
    match class {
        "say" => SpeechVerb::Say,
        "weak" => SpeechVerb::Weak,
        "order" => SpeechVerb::Order,
        "english" => SpeechVerb::English,
        _ => SpeechVerb::No,
    }
}

fn speaker_head(kind: &str) -> SpeakerHead {
    match kind {
        "address" => SpeakerHead::Address,
        "title" => SpeakerHead::Title,
        "body" => SpeakerHead::Body,
        _ => SpeakerHead::Group,
    }
}

fn quote_type(kind: &str) -> QuoteType {
    match kind {
        "theme" => QuoteType::Theme,
        "message" => QuoteType::Message,
        "slogan" => QuoteType::Slogan,
        "title_of_work" => QuoteType::TitleOfWork,
        "citation" => QuoteType::Citation,
        _ => QuoteType::Term,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_read_whole() {
        let words = SpeechWords::new(&Tables::built_in());
        assert_eq!(words.verbs.longest(&["khẳng", "định"]), Some((2, SpeechVerb::Say)));
        assert_eq!(words.verbs.longest(&["nói", "chung"]), Some((2, SpeechVerb::No)));
        assert_eq!(words.speakers.longest(&["phó", "thủ", "tướng"]), Some((3, SpeakerHead::Title)));
        assert_eq!(words.quote_cues.longest(&["với", "chủ", "đề"]), Some((3, QuoteType::Theme)));
    }
}
