//! The tables that the reader of pages goes by: words in classes, and the headings of what stands around an article.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::fold_words;

/// What an element is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Use {
    /// Caption of a picture.
    Caption,
    /// Holds a picture, perhaps with its caption.
    Picture,
    /// Opening summary.
    Lead,
    /// Author.
    Byline,
    /// Source of the text.
    Source,
    /// Day of publication.
    Date,
    /// May hold the article.
    Body,
    /// Headline.
    Title,
    /// Links to other articles.
    Related,
    /// What readers wrote.
    Comments,
    /// Buttons to share, vote, listen.
    Share,
    /// Tags.
    Tags,
    /// Menus, search, login.
    Menu,
    /// Imprint.
    Footer,
    /// Advertisement.
    Ad,
    /// Not shown.
    Hidden,
}

static USES: LazyLock<FxHashMap<&'static str, Use>> = LazyLock::new(|| {
    rows(include_str!("../../../data/formats/markup.tsv"))
        .filter_map(|(words, kind)| Some((words, named(kind)?)))
        .collect()
});

static HEADINGS: LazyLock<FxHashMap<&'static str, Use>> = LazyLock::new(|| {
    let kind = |kind: &str| match kind {
        "related" => Some(Use::Related),
        "comments" => Some(Use::Comments),
        "tags" => Some(Use::Tags),
        "footer" => Some(Use::Footer),
        "item" => Some(Use::Menu),
        _ => None,
    };
    rows(include_str!("../../../data/navigation.tsv")).filter_map(|(words, name)| Some((words, kind(name)?))).collect()
});

/// Name of an outlet by its domain.
static OUTLETS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    rows(include_str!("../../../data/outlets.tsv"))
        .filter_map(|(name, rest)| Some((rest.split('\t').next().filter(|domain| *domain != "-")?, name)))
        .collect()
});

fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

fn named(kind: &str) -> Option<Use> {
    Some(match kind {
        "caption" => Use::Caption,
        "picture" => Use::Picture,
        "lead" => Use::Lead,
        "byline" => Use::Byline,
        "source" => Use::Source,
        "date" => Use::Date,
        "body" => Use::Body,
        "title" => Use::Title,
        "related" => Use::Related,
        "comments" => Use::Comments,
        "share" => Use::Share,
        "tags" => Use::Tags,
        "menu" => Use::Menu,
        "footer" => Use::Footer,
        "ad" => Use::Ad,
        "hidden" => Use::Hidden,
        _ => return None,
    })
}

/// The uses that the words of a class or id name, each once: `box-TinLienQuan detail__sapo` names related and lead.
pub(super) fn uses(attribute: &str) -> Vec<Use> {
    const LONGEST_NAME: usize = 60;
    let mut out: Vec<Use> = Vec::new();
    for name in attribute.split_whitespace().take(20).filter(|name| name.len() <= LONGEST_NAME) {
        let words = words_of(name);
        let mut at = 0;
        while at < words.len() {
            let longest = (1..=4.min(words.len() - at)).rev().find_map(|n| {
                let phrase = words[at..at + n].join(" ");
                // `hidden` and `hide` are whole names: `overflow-hidden` hides nothing.
                USES.get(phrase.as_str()).copied().filter(|&u| u != Use::Hidden || n == words.len()).map(|u| (n, u))
            });
            let (n, found) = longest.map_or((1, None), |(n, u)| (n, Some(u)));
            out.extend(found.filter(|u| !out.contains(u)));
            at += n;
        }
    }
    out
}

/// The words of a name: parted by marks, and where a capital follows a small letter.
fn words_of(name: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut was_small = false;
    for c in name.chars() {
        if !c.is_alphanumeric() || c.is_uppercase() && was_small {
            out.push(String::new());
        }
        if c.is_alphanumeric() && !c.is_numeric() {
            out.last_mut().expect("there is always one").extend(c.to_lowercase());
        }
        was_small = c.is_lowercase();
    }
    out.retain(|word| !word.is_empty());
    out
}

/// What a line is the heading of: `Tin liên quan:`, `>> Xem thêm`.
pub(super) fn heading(line: &str) -> Option<Use> {
    const LONGEST: usize = 80;
    let line = line.trim_matches(|c: char| !c.is_alphanumeric());
    if line.len() > LONGEST {
        return None;
    }
    HEADINGS.get(fold_words(line).as_str()).copied()
}

/// The name of the outlet at a host: `www.vnexpress.net`, `m.tuoitre.vn`.
pub(crate) fn outlet_at(host: &str) -> Option<&'static str> {
    let host = host.trim().to_ascii_lowercase();
    let parts: Vec<&str> = host.split('.').collect();
    (0..parts.len()).find_map(|at| OUTLETS.get(parts[at..].join(".").as_str()).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_say_what_elements_are() {
        let cases: &[(&str, &[Use])] = &[
            ("PhotoCMS_Caption", &[Use::Picture, Use::Caption]),
            ("wp-caption-text", &[Use::Caption]),
            ("wp-caption aligncenter", &[Use::Picture]),
            ("detail-sapo", &[Use::Lead]),
            ("box-TinLienQuan", &[Use::Related]),
            ("tinlienquan", &[Use::Related]),
            ("overflow-hidden", &[]),
            ("hidden", &[Use::Hidden]),
            ("sr-only", &[Use::Hidden]),
            ("fck_detail width_common", &[Use::Body]),
            ("advance heading", &[]),
            ("entry-content", &[Use::Body]),
            ("", &[]),
        ];
        for (class, expected) in cases {
            assert_eq!(&uses(class), expected, "{class}");
        }
    }

    #[test]
    fn headings_and_hosts_are_known() {
        assert_eq!(heading(">> Tin liên quan:"), Some(Use::Related));
        assert_eq!(heading("Bình luận"), Some(Use::Comments));
        assert_eq!(heading("Tin liên quan đến bão số 3 được cập nhật"), None);
        assert_eq!(outlet_at("m.tuoitre.vn"), Some("Tuổi Trẻ"));
        assert_eq!(outlet_at("example.org"), None);
    }

    #[test]
    fn the_table_is_sorted_and_every_row_is_read() {
        let rows: Vec<_> = rows(include_str!("../../../data/formats/markup.tsv")).collect();
        assert!(rows.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(rows.iter().all(|(_, kind)| named(kind).is_some()));
        assert_eq!(rows.len(), USES.len());
    }
}
