//! Codes of the engine in English.

use crate::extract::FactKind;

pub(crate) fn reason(code: &str) -> &str {
    match code {
        "caption" => "caption",
        "photo_credit" => "photo credit",
        "placeholder" => "image placeholder",
        "page_metadata" => "page metadata",
        "glued_header" => "header run together",
        "outlet_tag" => "name of the outlet",
        "byline" => "author line",
        "source_line" => "source line",
        "reader" => "set aside by you",
        "restored" => "put back by you",
        "nav" => "links of the site",
        "duplicate" => "repetition",
        _ => code,
    }
}

pub(crate) fn stated_kind(code: &str) -> &str {
    match code {
        "official_theme" => "Official theme",
        "year_designation" => "Name of the year",
        "spirit" => "Spirit of the year",
        "message" => "Message",
        "orientation" => "Orientation",
        "pillars" => "Pillars",
        "priorities" => "Priorities",
        "viewpoints" => "Viewpoints",
        "tasks" => "Tasks",
        "breakthroughs" => "Breakthroughs",
        "dual_goal" => "Dual goal",
        "changes" => "Changes",
        "factors" => "Factors",
        "principles" => "Principles",
        "ranking" => "Ranking",
        "limitations" => "Limitations",
        "results" => "Results",
        "keywords" => "Keywords",
        "motto" => "Motto",
        "levels" => "Levels",
        "topics" => "Topics",
        "examples" => "Examples",
        "entities" => "List",
        _ => code,
    }
}

pub(crate) fn strength(code: &str) -> &str {
    match code {
        "strong" => "strong evidence",
        "some" => "some evidence",
        "weak" => "weak evidence",
        "one_source" => "one source",
        "too_little_text" => "too little text",
        _ => code,
    }
}

pub(crate) fn bound(code: &str) -> &str {
    match code {
        "exact" => "",
        "lower" | "at_least" => "at least",
        "upper" | "at_most" => "at most",
        "estimate" | "about" => "about",
        "magnitude" => "in the order of",
        _ => code,
    }
}

pub(crate) fn kind_name(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Theme => "Theme of a year",
        FactKind::Enumeration => "List",
        FactKind::Target => "Target",
        FactKind::Figure => "Figure",
        FactKind::Date => "Date",
        FactKind::Person => "Person",
        FactKind::Organisation => "Organisation",
        FactKind::Place => "Place",
        FactKind::System => "Policy or system",
        FactKind::Event => "Event",
        FactKind::Quote => "Quotation",
        FactKind::Attribution => "Reported speech",
        FactKind::Abbreviation => "Abbreviation",
    }
}

pub(crate) fn kind_names(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Theme => "Themes of years",
        FactKind::Enumeration => "Lists",
        FactKind::Target => "Targets",
        FactKind::Figure => "Figures",
        FactKind::Date => "Dates",
        FactKind::Person => "People",
        FactKind::Organisation => "Organisations",
        FactKind::Place => "Places",
        FactKind::System => "Policies and systems",
        FactKind::Event => "Events",
        FactKind::Quote => "Quotations",
        FactKind::Attribution => "Reported speech",
        FactKind::Abbreviation => "Abbreviations",
    }
}
