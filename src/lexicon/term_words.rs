//! Words that limit terms, in Vietnamese and English.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::word_map::WordMap;
use super::{Phrases, Tables};

/// How a word limits terms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TermLimit {
    /// In no term: `đã`, `thì`, `the`.
    Stop,
    /// A term that holds it weighs less: `thực hiện`, `thiếu`.
    Soft,
    /// Inside a term only: `và`, `của`, `of`.
    Link,
    /// A term that begins with it weighs less: `công tác`, `số lượng`.
    Weak,
    /// A term that ends with it weighs less: `quan trọng`.
    Tail,
    /// Both: `năm`.
    Edge,
    /// No term by itself: `tinh thần`.
    General,
}

/// What is known of words that matters for terms. Keys are in matching form (lower case, single blanks).
#[derive(Clone, Debug)]
pub struct TermWords {
    vietnamese: TermLimits,
    english: TermLimits,
    verbs: WordMap<u8>,
    rarities: WordMap<u8>,
    subjects_around: WordMap<(u16, u16)>,
    vietnamese_subjects: Phrases<()>,
    english_subjects: Phrases<()>,
    subject_forms: WordMap<()>,
}

/// The words of one language that limit terms.
#[derive(Clone, Debug)]
pub struct TermLimits {
    listed: WordMap<TermLimit>,
    is_english: bool,
}

impl TermLimits {
    fn new(tables: &Tables, name: &str) -> Self {
        let listed = tables.rows(name).map(|row| (row[0], limit(row.get(1).copied()))).collect();
        Self { listed, is_english: name == ENGLISH }
    }

    /// How the word or phrase limits terms; `None` for a word of content.
    pub fn get(&self, word: &str) -> Option<TermLimit> {
        let adverb = || self.is_english && is_adverb(word);
        self.listed.get(word).or_else(|| adverb().then_some(TermLimit::Stop))
    }
}

/// The table of English words that limit terms.
const ENGLISH: &str = "stopwords_en";

/// How English words end that look like adverbs and are none.
#[rustfmt::skip]
const NO_ADVERBS: [&str; 14] = [
    "anomaly", "assembly", "costly", "daily", "early", "elderly", "family", "friendly", "hourly", "monopoly", "monthly",
    "quarterly", "weekly", "yearly",
];

/// Whether an English word is an adverb by its ending: `locally`.
fn is_adverb(word: &str) -> bool {
    // `user-friendly`
    let last = word.rsplit('-').next().unwrap_or(word);
    last.len() > 4 && last.ends_with("ly") && !word.contains(' ') && !NO_ADVERBS.contains(&last)
}

impl TermWords {
    /// Reads the tables.
    pub fn new(tables: &Tables) -> Self {
        let verbs = tables.rows("verbs_vi");
        let verbs = verbs.filter_map(|row| Some((row[0], row.get(1)?.parse().ok()?)));
        let vietnamese = || tables.rows("subject_terms").map(|row| row[0]);
        let english = || tables.rows("subject_terms_en").map(|row| row[0]);
        Self {
            vietnamese: TermLimits::new(tables, "stopwords_vi"),
            english: TermLimits::new(tables, ENGLISH),
            verbs: verbs.collect(),
            rarities: tables.rows("rarity_vi").filter_map(|row| Some((row[0], row.get(1)?.parse().ok()?))).collect(),
            subjects_around: around(vietnamese()),
            vietnamese_subjects: Phrases::new(vietnamese().map(|term| (term, ()))),
            english_subjects: Phrases::new(english().flat_map(one_and_many).map(|term| (term, ()))),
            subject_forms: vietnamese().chain(english()).map(|term| (term, ())).collect(),
        }
    }

    /// The words of a language (`vi` or `en`).
    pub fn of(&self, language: &str) -> &TermLimits {
        if language == "en" { &self.english } else { &self.vietnamese }
    }

    /// Terms by which articles of a language (`vi` or `en`) are indexed, to be found in a text.
    pub fn subjects(&self, language: &str) -> &Phrases<()> {
        if language == "en" { &self.english_subjects } else { &self.vietnamese_subjects }
    }

    /// Whether the phrase is a term by which articles are indexed.
    pub fn is_subject(&self, phrase: &str) -> bool {
        let listed = |phrase: &str| self.subject_forms.get(phrase).is_some();
        listed(phrase) || one_of(phrase).is_some_and(|one| listed(&one))
    }

    /// How rare the word is in Vietnamese news: one paragraph in 2 to the power of this holds it, 0 to [`TermWords::RARE`],
    /// which is the rarity of every word that the table does not hold.
    pub fn rarity(&self, word: &str) -> u8 {
        self.rarities.get(word).unwrap_or(Self::RARE)
    }

    /// Rarity of the rarest words.
    pub const RARE: u8 = 9;

    /// How many longer terms by which articles are indexed begin with the word, and how many end with it.
    pub fn subjects_around(&self, word: &str) -> (u16, u16) {
        self.subjects_around.get(word).unwrap_or_default()
    }

    /// Whether any article may use the word, so that it tells nothing of what one is about: it limits terms (`hội nghị`,
    /// `people`), or at least one paragraph in forty-five of news holds it ([`TermWords::rarity`] 5 or less: `doanh nghiệp`), or
    /// one in ninety and it makes up hardly any term by which articles are indexed; itself it is none: `khách hàng`, not
    /// `ngân hàng` (of as many paragraphs, and in many such terms).
    pub fn is_general_word(&self, word: &str) -> bool {
        const EVERYWHERE: u8 = 5;
        const COMMON: u8 = 6;
        const FEW: u16 = 3;
        let (begin, end) = self.subjects_around(word);
        let rarity = self.rarity(word);
        let is_common = rarity <= EVERYWHERE || rarity <= COMMON && begin + end < FEW;
        // English words that a term does not begin with (`exports`) may be what an article is about.
        let limits_english = self.english.get(word).is_some_and(|limit| limit != TermLimit::Weak);
        (is_common || self.vietnamese.get(word).is_some() || limits_english) && !self.is_subject(word)
    }

    /// How much of a verb the word is, 0 (never seen as one) to 0.9.
    pub fn verb_share(&self, word: &str) -> f64 {
        f64::from(self.verbs.get(word).unwrap_or(0)) / 10.0
    }
}

/// By phrase of whole syllables: the terms that begin with it and go on, and those that end with it after others.
fn around(terms: impl Iterator<Item = &'static str>) -> WordMap<(u16, u16)> {
    let mut counts: FxHashMap<&str, (u16, u16)> = FxHashMap::default();
    for term in terms {
        for (gap, _) in term.match_indices(' ') {
            counts.entry(&term[..gap]).or_default().0 += 1;
            counts.entry(&term[gap + 1..]).or_default().1 += 1;
        }
    }
    counts.into_iter().collect()
}

/// An English term as it is listed, and of more than one: `public service`, `public services`.
fn one_and_many(term: &'static str) -> impl Iterator<Item = Cow<'static, str>> {
    let many = match term.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
        _ => format!("{term}s"),
    };
    [Cow::from(term), Cow::from(many)].into_iter()
}

/// The one of what an English phrase says in the plural, as [`one_and_many`] makes it.
fn one_of(many: &str) -> Option<Cow<'_, str>> {
    match many.strip_suffix("ies") {
        Some(stem) => Some(Cow::from(format!("{stem}y"))),
        None => many.strip_suffix('s').map(Cow::from),
    }
}

fn limit(class: Option<&str>) -> TermLimit {
    match class {
        Some("stop") => TermLimit::Stop,
        Some("soft") => TermLimit::Soft,
        Some("link") => TermLimit::Link,
        Some("weak") => TermLimit::Weak,
        Some("tail") => TermLimit::Tail,
        Some("general") => TermLimit::General,
        _ => TermLimit::Edge,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_well_formed() {
        let tables = Tables::built_in();
        for table in ["rarity_vi", "stopwords_en", "stopwords_vi", "verbs_vi"] {
            let keys: Vec<_> =
                tables.rows(table).inspect(|row| assert_eq!(row.len(), 2, "{row:?}")).map(|row| row[0]).collect();
            assert!(keys.is_sorted(), "unsorted");
        }
        for table in ["subject_terms", "subject_terms_en"] {
            let subjects: Vec<_> = tables.rows(table).map(|row| row[0]).collect();
            assert!(subjects.is_sorted() && subjects.iter().all(|s| s.to_lowercase() == *s && s.contains(' ')));
        }
        let words = TermWords::new(&tables);
        let [common, some, none] = ["người dân", "dữ liệu", "bán dẫn"].map(|word| words.rarity(word));
        assert!(common < some && some < none && none == TermWords::RARE);
        let (begin, end) = words.subjects_around("ngân sách");
        assert!(begin > 0 && end > 0 && words.subjects_around("sách nhà") == (0, 0));
        assert!(words.subjects_around("ngân sách nhà nước").1 >= 2);
        assert!(words.is_subject("ngân sách nhà nước") && !words.is_subject("nhà nước ngân sách"));
        for one in ["public service", "public services", "technology companies", "two-way trade", "human rights"] {
            assert!(words.is_subject(one), "{one}");
        }
        for none in ["public servicess", "service public"] {
            assert!(!words.is_subject(none), "{none}");
        }
        assert_eq!(words.of("vi").get("năm"), Some(TermLimit::Edge));
        for general in [
            "tinh thần",
            "hội nghị",
            "hoàn thành",
            "thực hiện",
            "kết quả",
            "khách hàng",
            "doanh nghiệp",
            "phiên họp",
            "tờ trình",
            "hưởng thụ",
            "people",
            "officials",
            "year",
            "according",
        ] {
            assert!(words.is_general_word(general), "{general}");
        }
        for telling in [
            "ngân hàng",
            "du lịch",
            "giáo dục",
            "báo chí",
            "dữ liệu",
            "bán dẫn",
            "semiconductors",
            "exports",
            "people smuggling",
        ] {
            assert!(!words.is_general_word(telling), "{telling}");
        }
        assert_eq!(words.of("vi").get("thời gian qua"), Some(TermLimit::Stop));
        assert_eq!(words.of("en").get("of"), Some(TermLimit::Link));
        for (word, limit) in [
            ("locally", Some(TermLimit::Stop)),
            ("supply", Some(TermLimit::Weak)),
            ("user-friendly", None),
            ("boats locally", None),
        ] {
            assert_eq!((words.of("en").get(word), words.of("vi").get("ly")), (limit, None), "{word}");
        }
        assert!(words.verb_share("sử dụng") > 0.5 && words.verb_share("công nghệ") == 0.0);
    }
}
