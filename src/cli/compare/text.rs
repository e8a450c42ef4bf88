//! The comparison as text to read in a terminal.

use std::fmt::{Result, Write};

use crate::view::wording::{
    Language, Unit, bounded_change, codes_en, codes_vi, day, decimal, integer, many, number, signed,
};
use crate::view::{Changes, FigureMove, Overview, PriorityChange, TargetView, TermShift, ThemeGroup, YearView};

/// Headings and short words of one language.
struct Words {
    finding: &'static str,
    stated: &'static str,
    lists: &'static str,
    fates: [(&'static str, &'static str); 3],
    said_by: &'static str,
    figures: &'static str,
    low: &'static str,
    counted: &'static str,
    times: &'static str,
    more: &'static str,
    less: &'static str,
    themes: &'static str,
    targets: &'static str,
    outcomes: [(&'static str, &'static str); 3],
    people: &'static str,
    articles: fn(&str) -> String,
}

const VI: Words = Words {
    finding: "Kết luận chính",
    stated: "Các bài nêu cho từng năm",
    lists: "Ưu tiên, nhiệm vụ: giữ, thêm, không còn nêu",
    fates: [("kept", "giữ"), ("new", "thêm"), ("gone", "không còn nêu")],
    said_by: "theo",
    figures: "Số liệu theo thời gian",
    low: "khó so sánh: định nghĩa hoặc cách đếm có thể khác",
    counted: "Đếm từ",
    times: "lần",
    more: "nhiều hơn",
    less: "ít hơn",
    themes: "Chủ điểm (phần trăm số câu của mỗi năm)",
    targets: "Mục tiêu có kết quả",
    outcomes: [("reached", "đã đạt"), ("missed", "chưa đạt"), ("under_way", "đang thực hiện")],
    people: "Người được nhắc",
    articles: |n| format!("{n} bài"),
};

const EN: Words = Words {
    finding: "Finding",
    stated: "Stated for each year",
    lists: "Priorities and tasks: kept, new, no longer listed",
    fates: [("kept", "kept"), ("new", "new"), ("gone", "no longer listed")],
    said_by: "by",
    figures: "Figures over time",
    low: "hard to compare: definition or counting may differ",
    counted: "Counted terms",
    times: "times",
    more: "more",
    less: "less",
    themes: "Themes (percent of the sentences of each year)",
    targets: "Targets with an outcome",
    outcomes: [("reached", "reached"), ("missed", "missed"), ("under_way", "under way")],
    people: "People named",
    articles: |n| many(n, "article", "articles"),
};

/// Lines of a section, at most.
const MOST: usize = 10;

/// The finding, what is stated, lists, figures, counts, themes, targets and people, a few lines each.
pub(super) fn text(overview: &Overview, language: Language) -> String {
    let words = match language {
        Language::Vi => &VI,
        Language::En => &EN,
    };
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = Printer { out: &mut out, words, language, unit: overview.unit() }.print(overview);
    out
}

struct Printer<'a> {
    out: &'a mut String,
    words: &'static Words,
    language: Language,
    unit: Unit,
}

impl Printer<'_> {
    fn print(&mut self, overview: &Overview) -> Result {
        writeln!(self.out, "{}", self.words.finding)?;
        for sentence in &overview.finding.sentences {
            let text = if self.language == Language::Vi { &sentence.vi } else { &sentence.en };
            writeln!(self.out, "  {text} [{}]", self.strength(&sentence.strength))?;
        }
        self.head(self.words.stated)?;
        overview.years.iter().try_for_each(|year| self.year(year))?;
        if !overview.priority_changes.is_empty() {
            self.head(self.words.lists)?;
            overview.priority_changes.iter().take(MOST).try_for_each(|change| self.list(change))?;
        }
        if !overview.figures.is_empty() {
            self.head(self.words.figures)?;
            overview.figures.iter().take(MOST).try_for_each(|figure| self.figure(figure))?;
        }
        overview.changes.iter().try_for_each(|change| self.change(change))?;
        if !overview.theme_groups.is_empty() {
            self.head(self.words.themes)?;
            overview.theme_groups.iter().take(MOST).try_for_each(|group| self.theme(group))?;
        }
        let told = |t: &&TargetView| self.words.outcomes.iter().any(|o| o.0 == t.outcome);
        let told: Vec<&TargetView> = overview.targets.iter().filter(told).take(MOST).collect();
        if !told.is_empty() {
            self.head(self.words.targets)?;
            told.into_iter().try_for_each(|target| self.target(target))?;
        }
        if !overview.cast.people.is_empty() {
            self.head(self.words.people)?;
        }
        for person in overview.cast.people.iter().take(MOST) {
            let counts: Vec<String> = person.by_year.iter().map(|y| format!("{} {}", y.year, y.count)).collect();
            let roles: Vec<&str> = person.roles.iter().take(3).map(|r| r.role.as_str()).collect();
            writeln!(self.out, "  {} ({}): {}", person.name, roles.join("; "), counts.join(", "))?;
        }
        Ok(())
    }

    fn head(&mut self, title: &str) -> Result {
        writeln!(self.out, "\n{title}")
    }

    fn strength(&self, code: &str) -> String {
        let known = match (self.language, code) {
            (Language::Vi, "stated") => "bài viết nêu",
            (Language::En, "stated") => "stated",
            (Language::Vi, code) => codes_vi::strength(code),
            (Language::En, code) => codes_en::strength(code),
        };
        known.to_owned()
    }

    fn kind(&self, code: &str) -> String {
        match self.language {
            Language::Vi => codes_vi::stated_kind(code).to_owned(),
            Language::En => codes_en::stated_kind(code).to_owned(),
        }
    }

    fn year(&mut self, year: &YearView) -> Result {
        let articles = (self.words.articles)(&integer(self.language, year.n_articles));
        writeln!(self.out, "  {}: {articles}, {}", year.year, self.unit.count(self.language, year.n_syllables))?;
        for item in year.themes.iter().take(MOST) {
            let of = item.of.as_ref().map_or(String::new(), |of| format!(" ({of})"));
            writeln!(self.out, "    {}{of}: {}", self.kind(&item.kind), item.text)?;
        }
        Ok(())
    }

    fn list(&mut self, change: &PriorityChange) -> Result {
        let by = |name: &Option<String>| {
            name.as_ref().map_or(String::new(), |name| format!(" ({} {name})", self.words.said_by))
        };
        let (before, after) = (by(&change.earlier.said_by), by(&change.later.said_by));
        let (from, to) = (change.earlier.year, change.later.year);
        writeln!(self.out, "  {}: {from}{before} → {to}{after} [{}]", change.label, self.strength(&change.strength))?;
        for item in &change.items {
            let fate = self.words.fates.iter().find(|f| f.0 == item.fate).map_or(item.fate.as_str(), |f| f.1);
            writeln!(self.out, "    {fate}: {}", item.text)?;
        }
        Ok(())
    }

    fn figure(&mut self, figure: &FigureMove) -> Result {
        let change = match &figure.change {
            Some(change) => format!(" [{}]", bounded_change(self.language, change)),
            None if figure.comparability == "low" => format!(" [{}]", self.words.low),
            None => String::new(),
        };
        writeln!(self.out, "  {}{change}", figure.label)?;
        for point in &figure.points {
            writeln!(self.out, "    {}: {}", day(self.language, &point.as_of), point.evidence.text)?;
        }
        Ok(())
    }

    fn change(&mut self, change: &Changes) -> Result {
        let rate = format!("{} {}", self.words.times, self.unit.rate(self.language));
        self.head(&format!("{}, {} → {} ({rate})", self.words.counted, change.from, change.to))?;
        for (label, shifts) in [(self.words.more, &change.risen), (self.words.less, &change.fallen)] {
            shifts.iter().take(MOST).try_for_each(|shift| self.shift(label, shift))?;
        }
        Ok(())
    }

    fn shift(&mut self, label: &str, s: &TermShift) -> Result {
        let rate = |rate| decimal(self.language, rate, 1);
        let (before, after) = (rate(s.before.per_10k), rate(s.after.per_10k));
        let ratio = [s.log_ratio, s.log_ratio_low, s.log_ratio_high].map(|x| signed(self.language, x, 1));
        let strength = if s.stated.is_empty() {
            self.strength(&s.strength)
        } else {
            format!("{}; {}", self.strength("stated"), self.strength(&s.strength))
        };
        let g2 = signed(self.language, s.g2, 1);
        let [ratio, low, high] = ratio;
        writeln!(
            self.out,
            "  {label} {}: {before} → {after} (G² {g2}, log₂ {ratio} [{low}; {high}]) [{strength}]",
            s.term
        )
    }

    fn theme(&mut self, group: &ThemeGroup) -> Result {
        let terms: Vec<&str> = group.terms.iter().skip(1).take(6).map(|t| t.term.as_str()).collect();
        let share = |s: &crate::view::ThemeShare| format!("{} {} %", s.year, number(self.language, s.percent));
        let shares: Vec<String> = group.by_year.iter().map(share).collect();
        writeln!(self.out, "  {} ({}): {}", group.head, terms.join(", "), shares.join(", "))
    }

    fn target(&mut self, target: &TargetView) -> Result {
        let outcome = self.words.outcomes.iter().find(|o| o.0 == target.outcome).map_or("", |o| o.1);
        let later = target.later.as_ref().map_or("", |later| later.text.as_str());
        let as_of = target.as_of.as_deref().map_or(String::new(), |iso| day(self.language, iso));
        writeln!(self.out, "  {}: {outcome} ({later}, {as_of})", target.what)
    }
}
