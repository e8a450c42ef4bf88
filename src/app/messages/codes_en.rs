//! Codes of the engine in English.

use super::{dictionary, unread};
use crate::app::{Lang, format};
use crate::ingest::Encoding;
use crate::session::protocol::Failure;

pub(super) fn year_basis(code: &str) -> &str {
    match code {
        "published" => "by the day of publication",
        "event" => "by the day of the event",
        "given" => "as you said",
        "not_stated" => "not stated",
        "inferred" => "inferred",
        _ => code,
    }
}

pub(super) fn year_reason(code: &str) -> &str {
    match code {
        "publication_date" => "the page gives its day of publication",
        "event_with_year" => "the event it reports on is dated, year included",
        "event_year_from_context" => "it dates its event by day and month; the year comes from the text around",
        "context" => "the text speaks of that year as its own",
        "dated_results" => "its latest dated result is of that year",
        "picture_date" => "a picture or an anniversary is dated so; the text itself is not",
        "file_date" => "the file states the day of publication",
        "file_made" => "only the day on which the file was made is known",
        "folder" => "the folder that it lies in is named by that year",
        "given_by_reader" => "you said so",
        "not_stated" => "the text states none",
        _ => code,
    }
}

pub(super) fn field(code: &str) -> &str {
    match code {
        "value" => "Value",
        "name" => "Name",
        "unit" => "Unit",
        "bound" => "Bound",
        "kind" | "type" => "Kind",
        "period" => "Period",
        "indicator" => "Measure",
        "entity" => "Holds for",
        "qualifier" => "Qualifier",
        "rank" => "Rank",
        "ratio" => "Ratio",
        "change" => "Change",
        "per" => "Per",
        "role" | "roles" => "Role",
        "speaker" => "Speaker",
        "cue" => "Cue",
        "year" => "Year",
        "by" => "By",
        "actor" => "Actor",
        "status" => "Status",
        "declared" => "Items declared",
        "listed" => "Items listed",
        "items" | "item" => "Item",
        "aliases" | "alias" => "Also called",
        "category" => "Category",
        "within" => "Within",
        "renaming" => "Existed until, then (background, not stated in the text)",
        "long" => "Long form",
        "defined" => "Defined",
        "basis" => "Basis",
        "interval" => "Interval",
        "date" => "Date",
        "organiser" => "Organiser",
        "count_title" | "count_title_body" => "By title only",
        "modality" => "Modality",
        "value_max" => "Up to",
        "scope" => "Scope",
        "mode" => "Mode",
        "marker" => "Marker",
        "metric" => "Metric",
        "number" => "Number",
        "direction" => "Direction",
        "baseline" => "Baseline",
        "relayed_by" => "Relayed by",
        _ => code,
    }
}

pub(super) fn code(code: &str) -> &str {
    match code {
        "exact" => "exactly",
        "lower" => "at least",
        "upper" => "at most",
        "estimate" => "estimated",
        "magnitude" => "magnitude only",
        "rate" => "rate per unit",
        "change" => "rise or fall",
        "explicit" => "stated outright",
        "relative" => "from the date of the article",
        "vague" => "not exact",
        "frequency" => "how often",
        "inferred" => "inferred",
        "given" => "as you said",
        "official_theme" => "official theme",
        "year_designation" => "name of the year",
        "spirit" => "spirit of the year",
        "title_of_work" => "title of a work",
        "heading_quote" => "quote in a heading",
        "direct" => "direct speech",
        "citation" => "saying of another",
        "colon" => "after a colon",
        "year_from_context" => "year from context",
        "from_context" => "from context",
        "as_of" => "as of",
        "in_text" => "in the text",
        "long_form_elsewhere" => "long form elsewhere",
        "background" => "general knowledge",
        "DATE" => "point in time",
        "TIME" => "time of day",
        "DURATION" => "length of time",
        "SET" => "recurring",
        "state_body" => "state body",
        "local_government" => "local government",
        "steering_committee" => "steering committee",
        "news_agency" => "news agency",
        "unnamed_office_holder" => "office holder, not named",
        "provincial_city" => "city",
        "urban_district" => "urban district",
        "world_region" => "world region",
        "information_system" => "information system",
        "digital_service" => "digital service",
        _ => code,
    }
}

/// The name of an encoding.
pub(super) fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "Unicode (UTF-8)",
        Encoding::Utf16Le => "Unicode (UTF-16 LE)",
        Encoding::Utf16Be => "Unicode (UTF-16 BE)",
        Encoding::Utf8Misread => "UTF-8 misread as Western",
        Encoding::Windows1258 => "Windows-1258",
        Encoding::Tcvn3 => "TCVN3 (ABC)",
        Encoding::Vni => "VNI Windows",
        Encoding::Viscii => "VISCII",
        Encoding::Windows1252 => "Western (Windows-1252)",
    }
}

pub(super) fn confidence(code: &str) -> &str {
    match code {
        "high" => "high: reads one way only",
        "medium" => "medium: reads this way in most texts",
        "low" => "low: one of several readings",
        _ => code,
    }
}

pub(super) fn correction_status(code: &str) -> &str {
    match code {
        "text_changed" => "No longer applies: the text was edited.",
        "no_fact" => "No longer applies: no such fact is read there any more.",
        _ => code,
    }
}

pub(super) fn language(code: &str) -> &str {
    match code {
        "vi" => "Vietnamese",
        "en" => "English",
        _ => code,
    }
}

pub(super) fn failure(failure: &Failure) -> String {
    match failure {
        Failure::Empty => "The file is empty.".to_owned(),
        Failure::TooLarge { limit } => format!("The file is larger than {}.", format::megabytes(Lang::En, *limit)),
        Failure::Binary => "This is not a text file (perhaps a picture, an archive, Word or PDF).".to_owned(),
        Failure::UnknownEncoding { at } => {
            format!("The encoding is not known; the first strange byte is at {}.", format::integer(Lang::En, *at))
        }
        Failure::Duplicate { .. } => "This file is in the list already.".to_owned(),
        Failure::NoArticle { .. } => "This article is no longer there.".to_owned(),
        Failure::NoSuchDay { text } => format!("There is no day “{text}”."),
        Failure::NoPhrase { text, error } => format!("“{text}” is no word or phrase: {}", dictionary::phrase_en(error)),
        Failure::NoSuchPlace => "The article has no such words at that place.".to_owned(),
        Failure::NoSuchValue { field: name, text } => format!("{}: “{text}” cannot be read.", field(name)),
        Failure::NoCorrections { .. } => "The file is no list of corrections.".to_owned(),
        Failure::NoBundle { reason } => format!("The file is no bundle of Lăng Kính, or is damaged: {reason}."),
        Failure::NoPart { reason } => format!("What was read cannot be taken over: {reason}."),
        Failure::BundleVersion { found } => format!("The bundle is of another version ({found})."),
        Failure::Altered => "The text in the bundle is not the one it was made from.".to_owned(),
        Failure::NothingToVerify => "No bundle is open.".to_owned(),
        Failure::DamagedRecord { .. } => "A stored article is damaged.".to_owned(),
        Failure::Unread { reason, partly } => unread::en(reason, *partly),
        Failure::Cancelled => "Stopped as you asked.".to_owned(),
    }
}

pub(super) fn advice(failure: &Failure) -> &'static str {
    match failure {
        Failure::Empty => "Check the file and open it again.",
        Failure::TooLarge { .. } => "Split it into smaller parts.",
        Failure::Binary => "Open it in its own program, copy the text and paste it here.",
        Failure::UnknownEncoding { .. } => "Save the file as UTF-8 and open it again.",
        Failure::Duplicate { .. } => "Nothing to do: the article counts once.",
        Failure::NoArticle { .. } => "Choose another one from the list.",
        Failure::NoSuchDay { .. } => "Enter a day that exists, or leave it empty.",
        Failure::NoPhrase { .. } => "Enter words with blanks between them, without commas.",
        Failure::NoSuchPlace => "Select the words in the text again.",
        Failure::NoSuchValue { .. } => "Enter it in the form that the hint shows.",
        Failure::NoCorrections { .. } => "Choose the file that “Your corrections (JSON)” made.",
        Failure::NoBundle { .. } => "Get the file once more from whoever made it.",
        Failure::NoPart { .. } => "Reload the page and add the file again.",
        Failure::BundleVersion { .. } => "Open it with the version of the page that made it, or update this page.",
        Failure::Altered => "Somebody changed it; ask for the original.",
        Failure::NothingToVerify => "Open a bundle first.",
        Failure::DamagedRecord { .. } => "Add that article again.",
        Failure::Unread { reason, .. } => unread::advice_en(reason),
        Failure::Cancelled => "Articles already read are kept.",
    }
}
