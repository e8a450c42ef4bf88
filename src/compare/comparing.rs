//! The comparison in the making, in bounded steps.

use crate::corpus::{Analysis, Clock};
use crate::lexicon::TermWords;

use super::cast::cast;
use super::comparison::{Comparison, Source, stated, years};
use super::groups::groups;
use super::indicators::{join, join_on, joined, targets};
use super::ledger::{Ledger, Set};
use super::priorities::{priorities, priority_comparisons};
use super::term_table::{Calendar, Work};
use super::themes::themes;
use super::twins::twins;

/// What a comparison is at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Which articles have nearly the same text, what they state.
    #[default]
    Articles,
    /// The words of articles that are new.
    Words,
    /// Which terms are counted.
    Listing,
    /// How often they stand in each article.
    Counting,
    /// The counts of all articles.
    Sums,
    /// What became of the terms between two years.
    Years,
    /// Terms that travel together.
    Themes,
    /// People, bodies and offices.
    Cast,
    /// The same list in two years.
    Lists,
    /// What the figures of articles measure.
    Measures,
    /// The same measure in several articles.
    Figures,
    /// It is made.
    Done,
}

/// A comparison in the making. Between two steps the articles and the ledger stay as they are.
#[derive(Debug)]
pub struct Comparing {
    made: Comparison,
    stage: Stage,
    next: usize,
    table: Work,
}

/// Bytes of text of which one step reads words or measures.
const AT_ONCE: usize = 250_000;

impl Comparing {
    /// Begins with nothing; `clock` says which year something counts for. Stated themes, lists and figures keep the year
    /// that the text gives them.
    pub fn new(clock: Clock) -> Self {
        let made = Comparison { clock, ..Comparison::default() };
        Self { made, stage: Stage::default(), next: 0, table: Work::default() }
    }

    /// What it is at.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Does one bounded piece of work. `words` are those that what is counted ends at; the stamp of an article names it in
    /// the ledger, and is another one when anything of it is: not 0, and no two have the same.
    pub fn step(&mut self, ledger: &mut Ledger, words: &TermWords, sources: &[Source], stamps: &[u64]) {
        if self.stage == Stage::Articles {
            self.made.twins = twins(sources);
        }
        // An article that another stands for is as good as empty; the others keep their numbers.
        let empty = Analysis::default();
        let twins = &self.made.twins;
        let counted = sources.iter().zip(twins).map(|(&(name, read), twin)| (name, twin.map_or(read, |_| &empty)));
        let sources: Vec<Source> = counted.collect();
        let stamps: Vec<u64> = stamps.iter().zip(twins).map(|(&stamp, twin)| twin.map_or(stamp, |_| 0)).collect();
        let set = Set { sources: &sources, stamps: &stamps };
        if self.work(ledger, words, &set) {
            self.next = 0;
            self.stage = self.stage.next();
        }
    }

    /// Whether the stage is done.
    fn work(&mut self, ledger: &mut Ledger, words: &TermWords, set: &Set) -> bool {
        let made = &mut self.made;
        let clock = made.clock;
        match self.stage {
            Stage::Articles => {
                ledger.forget(set);
                made.years = years(set.sources, clock);
                made.themes = themes(set.sources);
                made.priorities = priorities(set.sources);
            }
            Stage::Words => {
                self.next = ledger.read(set, self.next, AT_ONCE);
                return self.next >= set.sources.len();
            }
            Stage::Listing => return self.table.list(ledger, set),
            Stage::Counting => return self.table.count(ledger, set),
            Stage::Sums => {
                let statements = || stated(set.sources, &made.themes, &made.priorities);
                return self.table.sum(ledger, set, &made.years, clock, statements);
            }
            Stage::Years => match self.table.judge() {
                Some(table) => made.terms = table,
                None => return false,
            },
            Stage::Themes => made.groups = groups(ledger, words, set, &made.years, clock, &made.terms),
            Stage::Cast => made.cast = cast(ledger, set, &Calendar::new(set.sources, &made.years, clock)),
            Stage::Lists => made.priority_comparisons = priority_comparisons(set.sources, &made.priorities),
            Stage::Measures => {
                self.next = ledger.measure(words, set, self.next, AT_ONCE);
                return self.next >= set.sources.len();
            }
            Stage::Figures => {
                let mut joining = std::mem::take(&mut ledger.joining);
                let measured = ledger.measured(set);
                let is_joined = match self.next {
                    0 => {
                        made.targets = targets(set.sources, &measured);
                        false
                    }
                    1 => {
                        joining = join(joining, &measured);
                        false
                    }
                    _ => join_on(&mut joining, &measured),
                };
                if is_joined {
                    made.indicators = joined(&joining, &measured);
                }
                ledger.joining = joining;
                self.next += 1;
                return is_joined;
            }
            Stage::Done => return false,
        }
        true
    }

    /// The comparison, when it is made.
    pub fn done(&mut self) -> Option<Comparison> {
        (self.stage == Stage::Done).then(|| std::mem::take(&mut self.made))
    }
}

impl Stage {
    /// The stages in their order.
    pub const ALL: [Self; 12] = [
        Self::Articles,
        Self::Words,
        Self::Listing,
        Self::Counting,
        Self::Sums,
        Self::Years,
        Self::Themes,
        Self::Cast,
        Self::Lists,
        Self::Measures,
        Self::Figures,
        Self::Done,
    ];

    /// As progress says it; when the comparison is made, it is drawn.
    pub fn code(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Words => "words",
            Self::Listing => "listing",
            Self::Counting => "counting",
            Self::Sums => "sums",
            Self::Years => "years",
            Self::Themes => "themes",
            Self::Cast => "cast",
            Self::Lists => "lists",
            Self::Measures => "measures",
            Self::Figures => "figures",
            Self::Done => "drawing",
        }
    }

    fn next(self) -> Self {
        Self::ALL[(self as usize + 1).min(Self::ALL.len() - 1)]
    }
}

/// Compares the articles by year, in one piece; see [`Comparing`].
pub fn compare(words: &TermWords, sources: &[Source], clock: Clock) -> Comparison {
    let stamps: Vec<u64> = (1..=sources.len() as u64).collect();
    compare_again(&mut Ledger::default(), words, sources, &stamps, clock)
}

/// The same with what was counted before.
pub fn compare_again(
    ledger: &mut Ledger,
    words: &TermWords,
    sources: &[Source],
    stamps: &[u64],
    clock: Clock,
) -> Comparison {
    let mut comparing = Comparing::new(clock);
    loop {
        comparing.step(ledger, words, sources, stamps);
        if let Some(made) = comparing.done() {
            return made;
        }
    }
}
