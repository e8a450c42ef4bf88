//! The overview as text to read in a terminal.

use std::fmt::Write;

use crate::view::wording::{Language, many};
use crate::view::{ArticleRow, Overview, StatedItem, TermShift};

/// Articles, years, terms and changes, a few lines each.
pub(super) fn text(overview: &Overview) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write(&mut out, overview);
    out
}

fn write(out: &mut String, overview: &Overview) -> std::fmt::Result {
    for article in &overview.articles {
        write_article(out, article)?;
    }
    for year in &overview.years {
        let articles = many(&year.n_articles.to_string(), "article", "articles");
        writeln!(out, "\n{}: {articles}, {}", year.year, overview.unit().count(Language::En, year.n_syllables))?;
        year.themes.iter().try_for_each(|item| write_stated(out, item))?;
        year.priorities.iter().try_for_each(|item| write_stated(out, item))?;
        let terms: Vec<&str> = year.terms.iter().map(|t| t.term.as_str()).collect();
        if !terms.is_empty() {
            writeln!(out, "  terms: {}", terms.join(", "))?;
        }
    }
    writeln!(out, "\nTerms ({} in all)", overview.n_terms)?;
    for term in overview.terms.iter().take(30) {
        let years: Vec<String> = term.by_year.iter().map(|y| format!("{} {}", y.year, y.count)).collect();
        writeln!(out, "  {:>4}  {}  ({})", term.count, term.term, years.join(", "))?;
    }
    for change in &overview.changes {
        writeln!(out, "\n{} to {}", change.from, change.to)?;
        write_shifts(out, "more", &change.risen)?;
        write_shifts(out, "less", &change.fallen)?;
        for (label, items) in [("kept", &change.kept), ("dropped", &change.dropped), ("added", &change.added)] {
            items.iter().try_for_each(|item| writeln!(out, "  {label}: {item}"))?;
        }
    }
    for figure in &overview.figures {
        writeln!(out, "\n{} [{}]", figure.label, figure.comparability)?;
        for point in &figure.points {
            writeln!(out, "  {}  {}  ({})", point.as_of, point.evidence.text, point.bound)?;
        }
    }
    Ok(())
}

fn write_article(out: &mut String, article: &ArticleRow) -> std::fmt::Result {
    let year = article.year.map_or("no year".to_owned(), |y| y.to_string());
    let evidence = article.year_evidence.as_ref().map_or(String::new(), |e| format!(", “{}”", e.text));
    writeln!(out, "{}\n  {}", article.name, article.title)?;
    writeln!(
        out,
        "  {year} ({}{evidence}); {}, {} facts, {} {} set aside",
        why(&article.year_reason),
        article.unit().count(Language::En, article.n_syllables),
        article.n_facts,
        article.n_set_aside,
        if article.n_set_aside == 1 { "piece" } else { "pieces" }
    )
}

/// Why an article has its year.
fn why(code: &str) -> &str {
    match code {
        "publication_date" => "by the date of publication",
        "event_with_year" => "by the day of the event, year included",
        "event_year_from_context" => "by the day of the event, its year from the context",
        "context" => "by the year that the text speaks of as its own",
        "dated_results" => "by the latest dated result",
        "picture_date" => "by the date of a picture or anniversary",
        "file_date" => "by the day of publication that the file states",
        "file_made" => "by the day on which the file was made",
        "folder" => "by the folder that it lies in",
        "given_by_reader" => "as given",
        "not_stated" => "the text states none",
        other => other,
    }
}

fn write_stated(out: &mut String, item: &StatedItem) -> std::fmt::Result {
    writeln!(out, "  {}: {}", item.kind, item.text)?;
    item.items.iter().try_for_each(|i| writeln!(out, "    - {}", i.text))
}

fn write_shifts(out: &mut String, label: &str, shifts: &[TermShift]) -> std::fmt::Result {
    for s in shifts.iter().take(10) {
        writeln!(out, "  {label}: {} {} → {} (G² {}, {})", s.term, s.before.count, s.after.count, s.g2, s.strength)?;
    }
    Ok(())
}
