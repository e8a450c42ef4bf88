//! Sentences of the finding in English.

use super::Language;
use super::finding::{CountedWords, FigureWords, FindingWording, PriorityWords, TargetWords};

pub(super) const EN: FindingWording = FindingWording {
    language: Language::En,
    stated: |years| {
        let parts: Vec<String> =
            years.iter().map(|(year, kind, words)| format!("{} {year}: “{words}”", of(kind))).collect();
        format!("The articles state {}.", parts.join("; "))
    },
    priorities,
    figure,
    doubtful: |label, values, days| {
        format!(
            "“{label}” cannot be compared: {} ({}) and {} ({}) may be defined or counted differently.",
            values[0], days[0], values[1], days[1]
        )
    },
    counted,
    nothing_counted: |from, to| {
        format!(
            "Between {from} and {to} no term rose or fell beyond chance: rely on what the articles state rather than on counts."
        )
    },
    too_little: |year, n| format!("{year} has only {n} syllables, too little text to count and compare."),
    themes: |year, terms| match year {
        Some(year) => format!("Prominent subjects of {year}: {}.", terms.join("; ")),
        None => format!("Main subjects: {}.", terms.join("; ")),
    },
    one_year: |year, n, syllables| {
        let articles = articles(n);
        match year {
            Some(year) => {
                format!("{articles} with {syllables} syllables, all of {year}: no other year to compare with.")
            }
            None => format!("{articles} with {syllables} syllables and no known year: give the year to compare."),
        }
    },
    coverage: |years| {
        let parts: Vec<String> = years.iter().map(|(year, n)| format!("{} of {year}", articles(*n))).collect();
        format!("The comparison rests on {}.", parts.join(", "))
    },
    target,
    bounded: |value, bound| match bound {
        "lower" => format!("more than {value}"),
        "upper" => format!("nearly {value}"),
        "estimate" => format!("about {value}"),
        _ => value.to_owned(),
    },
};

fn articles(n: u32) -> String {
    if n == 1 { "1 article".to_owned() } else { format!("{n} articles") }
}

fn of(kind: &str) -> &'static str {
    match kind {
        "official_theme" => "the theme of",
        "year_designation" => "the name of",
        "orientation" => "the orientation of",
        "message" => "the message of",
        _ => "the spirit of",
    }
}

fn quoted(items: &[String]) -> String {
    items.iter().map(|item| format!("“{item}”")).collect::<Vec<_>>().join(", ")
}

fn priorities(p: &PriorityWords) -> String {
    let mut parts = Vec::new();
    if !p.kept.is_empty() {
        parts.push(format!("kept {}", quoted(&p.kept)));
    }
    if !p.new.is_empty() {
        parts.push(format!("new {}", quoted(&p.new)));
    }
    if !p.gone.is_empty() {
        parts.push(format!("no longer listed {}", quoted(&p.gone)));
    }
    format!("The list “{}” from {} to {}: {}.", p.label, p.from, p.to, parts.join("; "))
}

fn figure(f: &FigureWords) -> String {
    let how = match f.direction {
        "up" => "up",
        "down" => "down",
        _ => "unchanged",
    };
    let change = f.percent.as_ref().map_or(String::new(), |(percent, bound)| {
        let bound = match bound.as_str() {
            "at_least" => "at least ",
            "at_most" => "at most ",
            "about" => "about ",
            _ => "",
        };
        format!(" {bound}{percent} %")
    });
    format!("“{}”: from {} ({}) to {} ({}), {how}{change}.", f.label, f.before, f.before_day, f.after, f.after_day)
}

fn counted(c: &CountedWords) -> String {
    let list = |terms: &[(String, String, String)]| {
        terms.iter().map(|(term, a, b)| format!("“{term}” ({a} → {b})")).collect::<Vec<_>>().join(", ")
    };
    let mut parts = Vec::new();
    if !c.more.is_empty() {
        parts.push(format!("more often {}", list(&c.more)));
    }
    if !c.less.is_empty() {
        parts.push(format!("less often {}", list(&c.less)));
    }
    let strength = if c.strength == "strong" { "strong evidence" } else { "some evidence" };
    format!("Counted per 10,000 syllables, from {} to {}: {} ({strength}).", c.from, c.to, parts.join("; "))
}

fn target(t: &TargetWords) -> String {
    let outcome = if t.outcome == "reached" { "reached" } else { "not reached" };
    format!("The target “{}” is {outcome}: a later article gives {} ({}).", t.what, t.value, t.day)
}
