//! Sentences of the finding in English.

use super::finding::{CountedWords, FigureWords, FindingWording, PriorityWords, TargetWords, ThemeWords};
use super::{Language, many};

pub(super) const EN: FindingWording = FindingWording {
    language: Language::En,
    stated: |themes, is_apart| {
        let parts: Vec<String> = themes.iter().map(theme).collect();
        let apart =
            if is_apart { "; these are themes of different things, none takes the place of another" } else { "" };
        format!("According to the articles, {}{apart}.", parts.join("; "))
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
    too_little: |year, counted| format!("{year} has only {counted}, too little text to count and compare."),
    themes: |year, terms| match year {
        Some(year) => format!("Prominent subjects of {year}: {}.", terms.join("; ")),
        None => format!("Main subjects: {}.", terms.join("; ")),
    },
    terms: |year, terms| match year {
        Some(year) => format!("Terms that stand out in {year}: {}.", quoted(terms)),
        None => format!("Main terms: {}.", quoted(terms)),
    },
    one_year: |year, n, counted| {
        let articles = articles(n);
        match year {
            Some(year) => {
                format!("{articles} with {counted}, all of {year}: no other year to compare with.")
            }
            None => format!("{articles} with {counted} and no known year: give the year to compare."),
        }
    },
    coverage: |years| {
        let parts: Vec<String> = years.iter().map(|(year, n)| format!("{} of {year}", articles(*n))).collect();
        format!("The comparison rests on {}.", listed(&parts))
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
    many(&n.to_string(), "article", "articles")
}

fn of(kind: &str) -> &'static str {
    match kind {
        "official_theme" => "the theme of ",
        "year_designation" => "",
        "orientation" => "the orientation of ",
        "message" => "the message of ",
        _ => "the spirit of ",
    }
}

fn theme(t: &ThemeWords) -> String {
    let (year, words) = (t.year, &t.words);
    match &t.of {
        None => format!("{}{year} is “{words}”", of(&t.kind)),
        Some(name) if t.kind == "year_designation" => format!("for {name}, {year} is “{words}”"),
        Some(name) => {
            let year = if name.contains(&year.to_string()) { String::new() } else { format!(" {year}") };
            format!("{}{name}{year} is “{words}”", of(&t.kind))
        }
    }
}

fn quoted(items: &[String]) -> String {
    items.iter().map(|item| format!("“{item}”")).collect::<Vec<_>>().join(", ")
}

fn items((named, more): &(Vec<String>, u32)) -> String {
    let named = quoted(named);
    if *more == 0 { named } else { format!("{named} and {more} more") }
}

fn priorities(p: &PriorityWords) -> String {
    let mut parts = Vec::new();
    if !p.kept.0.is_empty() {
        parts.push(format!("keeps {}", items(&p.kept)));
    }
    if !p.new.0.is_empty() {
        parts.push(format!("adds {}", items(&p.new)));
    }
    if !p.gone.0.is_empty() {
        parts.push(format!("no longer names {}", items(&p.gone)));
    }
    let by = |name: &Option<String>| name.as_ref().map_or(String::new(), |name| format!(" ({name})"));
    let (earlier, later) = (by(&p.said_by_earlier), by(&p.said_by));
    format!("Compared with {}{earlier}, the list “{}” of {}{later} {}.", p.from, p.label, p.to, parts.join("; "))
}

fn figure(f: &FigureWords) -> String {
    let how = match f.direction {
        "up" => "rose",
        "down" => "fell",
        _ => "did not change",
    };
    let change = f.change.as_ref().map_or(String::new(), |change| format!(" by {change}"));
    format!("“{}” {how}{change}, from {} ({}) to {} ({}).", f.label, f.before, f.before_day, f.after, f.after_day)
}

fn counted(c: &CountedWords) -> String {
    let mut rate = format!(" times {}", c.unit.rate(Language::En));
    let mut list = |terms: &[(String, String, String)]| {
        let rates = |(term, a, b): &(String, String, String)| {
            format!("“{term}” (from {a} to {b}{})", std::mem::take(&mut rate))
        };
        listed(&terms.iter().map(rates).collect::<Vec<_>>())
    };
    let mut parts = Vec::new();
    if !c.more.is_empty() {
        parts.push(format!("more of {}", list(&c.more)));
    }
    if !c.less.is_empty() {
        parts.push(format!("less of {}", list(&c.less)));
    }
    format!("Compared with {}, the articles of {} speak {}.", c.from, c.to, parts.join("; "))
}

fn target(t: &TargetWords) -> String {
    let outcome = if t.outcome == "reached" { "was reached" } else { "was not reached" };
    format!("The target “{}” {outcome}: a later article gives {} ({}).", t.what, t.value, t.day)
}

/// `a, b and c`.
fn listed(items: &[String]) -> String {
    match items {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => items.join(", "),
    }
}
