//! What the counts say, and what they do not.

use crate::base::Arrange;
use crate::compare::{Comparison, ENOUGH_SYLLABLES};
use crate::extract::TermCounter;
use crate::view::stated::Articles;
use crate::view::wording::{CountedWords, Unit, decimal};
use crate::view::{Changes, Evidence, Overview, TermShift, ThemeGroup};

use super::{FindingSentence, sentence};
use crate::view::terms::holds;

/// Terms that are named for each direction, at most.
const MOST_TERMS: usize = 2;
/// Themes that are named, at most.
const MOST_THEMES: usize = 4;

/// The terms that moved beyond chance into the last year that is long enough; or that none did; or that there is too little
/// text to say.
pub(super) fn counted(overview: &Overview, comparison: &Comparison, articles: &Articles) -> Option<FindingSentence> {
    // The last step first, then the whole way.
    let changes = last_step(overview).into_iter().chain(overview.changes.last());
    let telling = |c: &&Changes| c.risen.iter().chain(&c.fallen).any(is_sure);
    let all: Vec<&Changes> = changes.collect();
    if let Some(change) = all.iter().copied().find(telling) {
        return Some(moved(change, overview.unit(), comparison, articles));
    }
    let change = all.first()?;
    let short = comparison
        .years
        .iter()
        .find(|y| [change.from, change.to].contains(&y.year) && y.n_syllables < ENOUGH_SYLLABLES);
    Some(match short {
        Some(year) => {
            let evidence = year.articles.iter().take(3).filter_map(|&i| articles.head(i)).collect();
            let (n, unit) = (year.n_syllables, overview.unit());
            sentence("too_little", "too_little_text", evidence, |w| {
                (w.too_little)(year.year, &unit.count(w.language, n))
            })
        }
        None => {
            let (from, to) = (change.from, change.to);
            sentence("nothing_counted", "weak", nearest(change, comparison, articles), |w| {
                (w.nothing_counted)(from, to)
            })
        }
    })
}

/// Where the terms stand that come nearest to a difference; where there are none, how the articles of both years begin.
fn nearest(change: &Changes, comparison: &Comparison, articles: &Articles) -> Vec<Evidence> {
    let more = change.risen.iter().take(MOST_TERMS).map(|shift| (shift, change.to));
    let less = change.fallen.iter().take(MOST_TERMS).map(|shift| (shift, change.from));
    let places: Vec<Evidence> =
        more.chain(less).filter_map(|(shift, year)| place(&shift.term, Some(year), comparison, articles)).collect();
    if !places.is_empty() {
        return places;
    }
    let years = comparison.years.iter().filter(|year| [change.from, change.to].contains(&year.year));
    years.filter_map(|year| year.articles.first()).filter_map(|&article| articles.head(article)).collect()
}

/// The last year against the one before it.
fn last_step(overview: &Overview) -> Option<&Changes> {
    let to = overview.changes.iter().map(|c| c.to).max()?;
    overview.changes.iter().filter(|c| c.to == to).max_by_key(|c| c.from)
}

fn is_sure(shift: &TermShift) -> bool {
    matches!(shift.strength.as_str(), "strong" | "some")
}

fn moved(change: &Changes, unit: Unit, comparison: &Comparison, articles: &Articles) -> FindingSentence {
    let sure = |shifts: &[TermShift]| -> Vec<TermShift> {
        let sure = shifts.iter().filter(|s| is_sure(s));
        told(sure, |shift| &shift.term, MOST_TERMS).into_iter().cloned().collect()
    };
    let (more, less) = (sure(&change.risen), sure(&change.fallen));
    let all_strong = more.iter().chain(&less).all(|s| s.strength == "strong");
    let strength = if all_strong { "strong" } else { "some" };
    let year_of = |is_more: bool| if is_more { change.to } else { change.from };
    let evidence = more.iter().map(|s| (s, true)).chain(less.iter().map(|s| (s, false)));
    let evidence =
        evidence.filter_map(|(s, is_more)| place(&s.term, Some(year_of(is_more)), comparison, articles)).collect();
    sentence("counted", strength, evidence, |w| {
        let words = |s: &TermShift| {
            let rate = |rate: f64| decimal(w.language, rate, 1);
            (s.term.clone(), rate(s.before.per_10k), rate(s.after.per_10k))
        };
        (w.counted)(&CountedWords {
            unit,
            from: change.from,
            to: change.to,
            more: more.iter().map(words).collect(),
            less: less.iter().map(words).collect(),
        })
    })
}

/// The first of them, at most `most`, none of which says again in fewer or more words what another says: `dữ liệu` and `cơ sở
/// dữ liệu`.
fn told<'t, T>(all: impl Iterator<Item = &'t T>, term: impl Fn(&'t T) -> &'t str, most: usize) -> Vec<&'t T> {
    let mut out: Vec<&T> = Vec::new();
    for one in all {
        if out.len() < most && out.iter().all(|o| !holds(term(o), term(one)) && !holds(term(one), term(o))) {
            out.push(one);
        }
    }
    out
}

/// The first place of a term that counts for a year, or for none.
fn place(term: &str, year: Option<i32>, comparison: &Comparison, articles: &Articles) -> Option<Evidence> {
    let row = comparison.terms.rows.iter().find(|row| comparison.terms.term(row) == term)?;
    let forms: Vec<&str> = std::iter::once(term).chain(row.forms().map(|form| form.0)).collect();
    let counter = TermCounter::new(&forms);
    let index = year.and_then(|year| comparison.years.iter().position(|y| y.year == year));
    let of_year = comparison.terms.whole(row).iter().filter(|count| comparison.terms.year_of(count) == index);
    let mut last = None;
    of_year.filter(|count| last.replace(count.article) != Some(count.article)).find_map(|count| {
        let article = count.article as usize;
        let analysis = articles.analysis(article);
        let text = &analysis.article.text;
        let found = analysis.article.segments.iter().flat_map(|s| counter.occurrences(text, s.span));
        let at = found.map(|f| f.span).find(|span| analysis.year_at(span.start(), comparison.clock) == year)?;
        Some(articles.evidence(article, articles.sentence(article, at)))
    })
}

/// The themes that mark the last year: those of a larger share than in the collection as a whole, the largest first; if there
/// are none, the terms that set it apart. Where there is one year only, the largest themes of all, or the first terms.
pub(super) fn themes(overview: &Overview, comparison: &Comparison, articles: &Articles) -> Option<FindingSentence> {
    let year = (comparison.years.len() > 1).then(|| comparison.years.last().map(|y| y.year)).flatten();
    let groups: Vec<&ThemeGroup> = match year {
        Some(year) => marking(&overview.theme_groups, year),
        None => overview.theme_groups.iter().collect(),
    };
    let mut heads: Vec<String> = groups.iter().take(MOST_THEMES).map(|g| g.head.clone()).collect();
    let are_themes = !heads.is_empty();
    if !are_themes {
        let terms: Vec<&String> = match year {
            Some(year) => {
                overview.years.iter().filter(|y| y.year == year).flat_map(|y| &y.terms).map(|t| &t.term).collect()
            }
            None => overview.terms.iter().map(|t| &t.term).collect(),
        };
        heads = told(terms.into_iter(), |term| term, MOST_THEMES).into_iter().cloned().collect();
    }
    if heads.is_empty() {
        return None;
    }
    let all = || comparison.years.iter().map(|y| Some(y.year)).chain([None]).collect();
    let years: Vec<Option<i32>> = year.map_or_else(all, |year| vec![Some(year)]);
    let place = |head: &String| years.iter().find_map(|&year| place(head, year, comparison, articles));
    let evidence = heads.iter().filter_map(place).collect();
    Some(sentence("themes", "some", evidence, |w| {
        let write = if are_themes { w.themes } else { w.terms };
        write(year, &heads)
    }))
}

/// The themes of a larger share in the year than in all years together, the largest share first.
pub(super) fn marking(groups: &[ThemeGroup], year: i32) -> Vec<&ThemeGroup> {
    let share = |group: &ThemeGroup| group.by_year.iter().find(|s| s.year == year).map_or(0.0, |s| s.percent);
    let overall = |group: &ThemeGroup| {
        let (held, of) = group.by_year.iter().fold((0, 0), |sum, s| (sum.0 + s.n_sentences, sum.1 + s.of));
        if of == 0 { 0.0 } else { 100.0 * f64::from(held) / f64::from(of) }
    };
    let mut out: Vec<&ThemeGroup> = groups.iter().filter(|g| share(g) > overall(g)).collect();
    out.arrange_by(|a, b| share(b).total_cmp(&share(a)));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_term_is_told_twice() {
        let check = |terms: &[&str], expected: &[&str]| {
            assert_eq!(told(terms.iter(), |term| term, 2), expected.iter().collect::<Vec<_>>());
        };
        check(&["nuôi cua", "nghề nuôi cua", "rừng đước", "đê biển"], &["nuôi cua", "rừng đước"]);
        check(&["nghề nuôi cua", "nuôi cua"], &["nghề nuôi cua"]);
        // A syllable is not a part of another one.
        check(&["cua", "nuôi cuarơ"], &["cua", "nuôi cuarơ"]);
    }
}
