//! What the reader says of stretches of an article: which are body, and which are not.

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use crate::base::Arrange;

use super::article::{Article, Segment, SegmentRole, SetAside, SetAsideKind};

/// What the reader says of stretches, each by its text, so that it holds wherever the same stretch stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sorting {
    /// Stretches that were set aside and are body.
    pub body: Vec<String>,
    /// Stretches of the body that are to be set aside.
    pub aside: Vec<String>,
}

impl Sorting {
    /// Stretches each way, at most.
    pub const MOST: usize = 1000;

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.body.is_empty() && self.aside.is_empty()
    }

    /// Says that a stretch is body; of one that the reader had set aside, takes that back.
    pub fn keep(&mut self, text: &str) {
        Self::say(text, &mut self.aside, &mut self.body);
    }

    /// Says that a stretch is to be set aside; of one that the reader had called body, takes that back.
    pub fn set_aside(&mut self, text: &str) {
        Self::say(text, &mut self.body, &mut self.aside);
    }

    fn say(text: &str, against: &mut Vec<String>, list: &mut Vec<String>) {
        let key = key(text);
        let n_before = against.len();
        against.retain(|one| *one != key);
        let is_new = against.len() == n_before && !key.is_empty() && !list.contains(&key);
        if is_new && list.len() < Self::MOST {
            list.push(key);
        }
    }

    /// Whether the reader called a stretch body.
    pub fn is_kept(&self, text: &str) -> bool {
        !self.body.is_empty() && self.body.contains(&key(text))
    }
}

/// A stretch with single blanks.
fn key(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Article {
    /// The article as the reader sorts it; every visible character stays classed.
    #[must_use]
    pub fn sorted(mut self, sorting: &Sorting) -> Self {
        if sorting.is_empty() {
            return self;
        }
        let Self { text, segments, set_aside, .. } = &mut self;
        let body: FxHashSet<&str> = sorting.body.iter().map(String::as_str).collect();
        let out: FxHashSet<&str> = sorting.aside.iter().map(String::as_str).collect();
        let (kept, mut aside): (Vec<SetAside>, Vec<SetAside>) =
            set_aside.drain(..).partition(|one| !one.sub && body.contains(key(one.span.of(text)).as_str()));
        // What lies inside a stretch that is body now was set aside with it.
        aside.retain(|one| {
            let after = kept.partition_point(|kept| kept.span.start() <= one.span.start());
            !one.sub || kept[..after].last().is_none_or(|kept| !kept.span.covers(one.span))
        });
        let (out, mut body): (Vec<Segment>, Vec<Segment>) =
            segments.drain(..).partition(|one| out.contains(key(one.span.of(text)).as_str()));
        body.extend(kept.iter().map(|one| Segment { role: SegmentRole::Paragraph, span: one.span }));
        body.arrange_by_key(|one| one.span.start());
        let by_reader =
            |one: &Segment| SetAside { kind: SetAsideKind::Reader, span: one.span, sub: false, rule: "reader" };
        aside.extend(out.iter().map(by_reader));
        aside.arrange_by_key(|one| (one.span.start(), one.sub));
        (*segments, *set_aside) = (body, aside);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::Zone;
    use crate::lexicon::Lexicon;

    const TEXT: &str = "Chợ nổi đông khách dịp cuối tuần.\n\nẢnh: Minh An\n\nGhe thuyền tấp nập từ sáng sớm.";

    fn read(sorting: &Sorting) -> Article {
        crate::ingest::article(&Lexicon::default(), TEXT.to_owned()).sorted(sorting)
    }

    fn texts(article: &Article) -> (Vec<&str>, Vec<&str>) {
        let body = article.segments.iter().map(|s| s.span.of(&article.text).trim()).collect();
        let aside = article.set_aside.iter().filter(|s| !s.sub).map(|s| s.span.of(&article.text).trim()).collect();
        (body, aside)
    }

    #[test]
    fn a_stretch_goes_where_the_reader_says_and_back() {
        let mut sorting = Sorting::default();
        let before = read(&sorting);
        assert_eq!(texts(&before).1, ["Ảnh: Minh An"]);
        sorting.keep(" Ảnh:  Minh An");
        sorting.set_aside("Ghe thuyền tấp nập từ sáng sớm.");
        let after = read(&sorting);
        let (body, aside) = texts(&after);
        assert_eq!((body.len(), aside), (2, vec!["Ghe thuyền tấp nập từ sáng sớm."]));
        assert_eq!(after.zone(TEXT.find("Ảnh").unwrap()), Zone::Body);
        assert_eq!(after.zone(TEXT.find("Ghe").unwrap()), Zone::Boilerplate);
        sorting.set_aside("Ảnh: Minh An");
        sorting.keep("Ghe thuyền tấp nập từ sáng sớm.");
        assert!(sorting.is_empty());
        assert_eq!(texts(&read(&sorting)), texts(&before));
    }

    #[test]
    fn what_stands_nowhere_changes_nothing() {
        let mut sorting = Sorting::default();
        sorting.keep("Không có dòng này");
        sorting.set_aside("   ");
        assert_eq!((sorting.body.len(), sorting.aside.len()), (1, 0));
        assert_eq!(texts(&read(&sorting)), texts(&read(&Sorting::default())));
    }
}
