//! The whole analysis as a text to read, print and cite.

use serde::{Deserialize, Serialize};

use super::chart::{ChartKind, ChartQuery, chart};
use super::wording::{self, ChartWording, Language, ReportWording};
use super::{ArticleRow, Changes, Clock, Entry, Evidence, Overview, StatedItem, TermShift, YearView};

/// What text is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ReportKind {
    /// The report, Markdown.
    Markdown,
    /// How to cite the analysis: a sentence, the sources, and an entry for BibTeX.
    Citation,
}

/// Makes the text; `overview` is the one of these entries.
pub fn report(overview: &Overview, entries: &[Entry], language: Language, kind: ReportKind) -> String {
    let writer = Writer {
        overview,
        entries,
        language,
        w: ReportWording::of(language),
        c: ChartWording::of(language),
        out: String::new(),
    };
    match kind {
        ReportKind::Markdown => writer.report(),
        ReportKind::Citation => writer.citation(),
    }
}

struct Writer<'a> {
    overview: &'a Overview,
    entries: &'a [Entry<'a>],
    language: Language,
    w: &'static ReportWording,
    c: &'static ChartWording,
    out: String,
}

impl Writer<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn heading(&mut self, level: usize, text: &str) {
        let gap = if self.out.is_empty() { "" } else { "\n" };
        self.line(&format!("{gap}{} {text}\n", "#".repeat(level)));
    }

    fn integer(&self, number: u32) -> String {
        wording::integer(self.language, number)
    }

    fn span(&self) -> String {
        let years: Vec<i32> = self.overview.years.iter().filter(|y| y.n_articles > 0).map(|y| y.year).collect();
        match years.as_slice() {
            [first, .., last] => format!("{first}–{last}"),
            [only] => only.to_string(),
            [] => self.c.no_year.to_owned(),
        }
    }

    fn report(mut self) -> String {
        let n = self.integer(self.overview.articles.len() as u32);
        let title = (self.w.title)(&n, &self.span());
        self.heading(1, &title);
        for sentence in &self.overview.finding.sentences {
            let text = if self.language == Language::Vi { &sentence.vi } else { &sentence.en };
            let mut places: Vec<String> = sentence.evidence.iter().map(|place| self.source_of(place)).collect();
            places.dedup();
            self.line(&format!("- {text} {}", places.concat()));
        }
        let years = self.overview.years.iter().filter(|year| year.n_articles > 0);
        self.heading(2, self.w.years);
        years.for_each(|year| self.year(year));
        self.overview.changes.iter().for_each(|changes| self.changes(changes));
        self.table(ChartKind::Figures, self.w.figures, 100);
        self.table(ChartKind::Themes, self.c.themes, 12);
        self.table(ChartKind::Timeline, self.c.timeline, 60);
        self.table(ChartKind::Terms, self.w.terms, 30);
        self.heading(2, self.w.method);
        self.line(&(self.w.method_text)(&self.overview.unit().rate(self.language)));
        self.heading(2, self.w.sources);
        self.sources();
        self.heading(2, self.w.cite);
        let cite = self.cited();
        self.line(&cite);
        self.out
    }

    fn table(&mut self, kind: ChartKind, name: &str, most: usize) {
        let query = ChartQuery { kind, language: self.language, clock: self.overview.clock, ..ChartQuery::default() };
        let chart = chart(self.overview, self.entries, &query);
        if chart.table.rows.is_empty() {
            return;
        }
        self.heading(2, name);
        let table = chart.table.markdown(self.language, most);
        self.out.push_str(&table);
        let notes = format!("\n{}", chart.notes.join(" "));
        self.line(&notes);
    }

    fn year(&mut self, year: &YearView) {
        self.heading(3, &year.year.to_string());
        if year.themes.is_empty() {
            self.line(&format!("- {}: {}", self.w.stated, self.w.nothing_stated));
        }
        for item in &year.themes {
            self.stated(item);
        }
        for list in &year.priorities {
            self.stated(list);
            for (i, item) in list.items.iter().enumerate() {
                self.line(&format!("  {}. {}", i + 1, one_line(&item.text)));
            }
        }
        let terms: Vec<&str> = year.terms.iter().map(|shift| shift.term.as_str()).collect();
        if !terms.is_empty() {
            self.line(&format!("- {}: {}", self.w.counted, terms.join(", ")));
        }
    }

    fn stated(&mut self, item: &StatedItem) {
        let kind = (self.c.stated_kind)(&item.kind);
        let of = item.of.as_ref().or(item.said_by.as_ref()).map_or(String::new(), |of| format!(" ({of})"));
        self.line(&format!("- {kind}{of}: “{}” ({})", one_line(&item.text), self.source_of(&item.evidence)));
    }

    fn source_of(&self, evidence: &Evidence) -> String {
        let at = self.overview.articles.iter().position(|row| row.key == evidence.article);
        at.map_or(String::new(), |at| format!("[{}]", at + 1))
    }

    fn changes(&mut self, changes: &Changes) {
        self.heading(2, &(self.w.changes)(changes.from, changes.to));
        for (name, shifts) in
            [(self.w.risen, &changes.risen), (self.w.fallen, &changes.fallen), (self.w.stayed, &changes.stayed)]
        {
            let shown: Vec<String> = shifts.iter().take(8).map(|shift| self.shift(shift)).collect();
            let shown = if shown.is_empty() { self.w.none.to_owned() } else { shown.join("; ") };
            self.line(&format!("- {name}: {shown}"));
        }
        for (name, items) in
            [(self.w.kept, &changes.kept), (self.w.dropped, &changes.dropped), (self.w.added, &changes.added)]
        {
            if !items.is_empty() {
                self.line(&format!("- {name}:"));
                items.iter().for_each(|item| self.line(&format!("  - {}", one_line(item))));
            }
        }
    }

    fn shift(&self, shift: &TermShift) -> String {
        let counts = format!("{} → {}", self.integer(shift.before.count), self.integer(shift.after.count));
        let strength = (self.c.strength)(&shift.strength);
        if strength.is_empty() {
            format!("{} ({counts})", shift.term)
        } else {
            format!("{} ({counts}, {strength})", shift.term)
        }
    }

    /// The articles, numbered.
    fn sources(&mut self) {
        for (i, (row, entry)) in self.overview.articles.iter().zip(self.entries).enumerate() {
            let line = self.source(row, entry);
            self.line(&format!("{}. {line}", i + 1));
        }
    }

    fn source(&self, row: &ArticleRow, entry: &Entry) -> String {
        let outlet = row.outlet.as_deref().map(|outlet| format!(" {outlet}.")).unwrap_or_default();
        let day = row.published.as_deref().map(|day| wording::day(self.language, day));
        let day = day.or_else(|| row.year.map(|year| year.to_string())).unwrap_or_else(|| self.c.no_year.to_owned());
        let length = row.unit().count(self.language, row.n_syllables);
        let hash = entry.sha256.get(..12).unwrap_or(entry.sha256);
        format!("“{}”.{outlet} {day}. {} ({length}; SHA-256 {hash}…)", one_line(&row.title), entry.name)
    }

    fn cited(&self) -> String {
        let clock = match self.overview.clock {
            Clock::Published => self.w.published,
            Clock::Discussed => self.w.discussed,
        };
        let n = self.integer(self.overview.articles.len() as u32);
        (self.w.cite_text)(&n, &self.span(), clock, env!("CARGO_PKG_VERSION"))
    }

    fn citation(mut self) -> String {
        let cited = self.cited();
        self.line(&cited);
        self.line(&format!("\n{}:\n", self.w.sources));
        self.sources();
        let title = (self.w.title)(&self.integer(self.overview.articles.len() as u32), &self.span());
        let version = env!("CARGO_PKG_VERSION");
        self.line(&format!(
            "\n@misc{{langkinh,\n  title = {{{title}}},\n  howpublished = {{Lăng Kính {version}}},\n  note = {{{cited}}}\n}}"
        ));
        self.out
    }
}

/// The text on one line, so that it stays one item of a list.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
