//! What the markup says of each element: hidden, not the article, a caption, an author line.

use crate::formats::HintKind;

use super::tree::{Id, Kind, Step, Tree};
use super::words::{Use, uses};

/// Why a stretch is not the article: what it is, and the name of the rule.
pub(super) type Aside = (HintKind, &'static str);

/// What the markup says of one element.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Mark {
    /// Not shown, or no text: scripts, styles.
    pub(super) is_hidden: bool,
    /// Not the article.
    pub(super) aside: Option<Aside>,
    /// Caption of a picture.
    pub(super) caption: Option<&'static str>,
    /// Opening summary.
    pub(super) is_lead: bool,
    /// Headline.
    pub(super) is_title: bool,
    /// Author.
    pub(super) byline: Option<&'static str>,
    /// Source of the text.
    pub(super) is_source: bool,
    /// Day of publication and the like.
    pub(super) date: Option<&'static str>,
    /// May hold the article.
    pub(super) is_body: bool,
}

/// Sums over everything in an element that is shown.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Sums {
    /// Letters and digits.
    pub(super) text: u32,
    /// Those of links.
    pub(super) links: u32,
    /// Pictures.
    pub(super) pictures: u32,
    /// Tables.
    pub(super) tables: u32,
}

/// Marks and sums of all elements of a page, by their number.
pub(super) struct Marks {
    marks: Vec<Mark>,
    sums: Vec<Sums>,
}

impl Marks {
    /// Marks the elements of a page; `title` is the headline, if it is known, and no element that holds it is set aside.
    pub(super) fn new(tree: &Tree, title: Option<Id>) -> Self {
        let mut marks = Self { marks: vec![Mark::default(); tree.nodes.len()], sums: sums(tree) };
        let mut keeps = vec![false; tree.nodes.len()];
        let articles = tree.elements(0).filter(|&id| is_article_body(tree, id));
        for id in articles.chain(title).collect::<Vec<_>>() {
            keeps[id as usize] = true;
            tree.ancestors(id).for_each(|above| keeps[above as usize] = true);
        }
        let total = marks.sums[0].text;
        for id in tree.elements(0) {
            let is_most = marks.sums(id).text > total / 2;
            marks.marks[id as usize] = marks.mark(tree, id, keeps[id as usize], is_most);
        }
        marks
    }

    pub(super) fn of(&self, id: Id) -> Mark {
        self.marks[id as usize]
    }

    pub(super) fn sums(&self, id: Id) -> Sums {
        self.sums[id as usize]
    }

    fn mark(&self, tree: &Tree, id: Id, keeps: bool, is_most: bool) -> Mark {
        let mut mark = Mark { is_hidden: is_hidden(tree, id), ..Mark::default() };
        if mark.is_hidden || matches!(tree.name(id), "html" | "body" | "head") {
            return mark;
        }
        let mut found = uses(tree.attr(id, "class").unwrap_or_default());
        found.extend(uses(tree.attr(id, "id").unwrap_or_default()));
        let is_container = matches!(tree.name(id), "main" | "article");
        mark.is_hidden = found.contains(&Use::Hidden) && !is_most;
        mark.is_body = found.contains(&Use::Body) || tree.name(id) == "article";
        mark.aside = aside_of_tag(tree, id).filter(|_| !keeps && !is_most);
        if mark.aside.is_none() && !keeps && !is_container {
            // Comments may be longer than the article.
            mark.aside = found.iter().filter(|u| !is_most || **u == Use::Comments).find_map(|u| aside_of_use(*u));
        }
        self.mark_parts(tree, id, &found, keeps || is_most, &mut mark);
        mark
    }

    fn mark_parts(&self, tree: &Tree, id: Id, found: &[Use], holds_more: bool, mark: &mut Mark) {
        const LONGEST_CAPTION: u32 = 600;
        const LONGEST_LINE: u32 = 160;
        let (sums, name) = (self.sums(id), tree.name(id));
        let has = |u: Use| found.contains(&u);
        let itemprop =
            |wanted: &str| tree.attr(id, "itemprop").is_some_and(|p| p.split_whitespace().any(|p| p == wanted));
        let short = sums.text <= LONGEST_CAPTION && sums.tables == 0;
        let mostly_links = sums.links * 2 > sums.text;
        let own_picture = short && sums.pictures > 0 && !holds_more;
        mark.caption = match name {
            "figcaption" => Some("html:figcaption"),
            "figure" if own_picture => Some("html:figure"),
            "amp-img" | "picture" => Some("html:picture"),
            _ if itemprop("caption") => Some("html:itemprop=caption"),
            _ if has(Use::Caption) && sums.text <= LONGEST_CAPTION => Some("html:class=caption"),
            _ if has(Use::Picture) && own_picture && !mostly_links => Some("html:class=picture"),
            "table" if is_picture_table(sums, LONGEST_CAPTION / 2) && !holds_more => Some("html:picture table"),
            _ => None,
        };
        mark.is_title = has(Use::Title) && sums.text <= LONGEST_LINE * 2 || itemprop("headline");
        mark.is_lead = (has(Use::Lead) || itemprop("description")) && !mostly_links;
        if sums.text > LONGEST_LINE {
            return;
        }
        let is_author =
            itemprop("author") || tree.attr(id, "rel").is_some_and(|r| r.split_whitespace().any(|r| r == "author"));
        mark.byline = match () {
            () if is_author => Some("html:author"),
            () if has(Use::Byline) => Some("html:class=author"),
            () => None,
        };
        mark.is_source = has(Use::Source);
        mark.date = match () {
            () if name == "time" => Some("html:time"),
            () if itemprop("datePublished") || itemprop("dateModified") => Some("html:itemprop=date"),
            () if has(Use::Date) => Some("html:class=date"),
            () => None,
        };
    }
}

/// A table that does nothing but hold a picture and its caption.
fn is_picture_table(sums: Sums, longest: u32) -> bool {
    (1..=2).contains(&sums.pictures) && sums.text > 0 && sums.text <= longest && sums.tables == 1
}

fn is_article_body(tree: &Tree, id: Id) -> bool {
    tree.attr(id, "itemprop").is_some_and(|p| p.split_whitespace().any(|p| p == "articleBody"))
}

fn aside_of_tag(tree: &Tree, id: Id) -> Option<Aside> {
    use HintKind::Navigation;
    let in_article = || tree.ancestors(id).any(|above| matches!(tree.name(above), "article" | "main"));
    let of_role = |role: &str| match role {
        "navigation" | "menu" | "menubar" | "search" | "toolbar" => Some((Navigation, "html:role=navigation")),
        "banner" => Some((Navigation, "html:role=banner")),
        "contentinfo" => Some((Navigation, "html:role=contentinfo")),
        "complementary" => Some((Navigation, "html:role=complementary")),
        "dialog" | "alert" | "alertdialog" => Some((Navigation, "html:role=dialog")),
        _ => None,
    };
    match tree.name(id) {
        "nav" | "menu" | "search" | "amp-sidebar" => Some((Navigation, "html:nav")),
        "footer" => Some((Navigation, "html:footer")),
        "aside" => Some((Navigation, "html:aside")),
        "header" if !in_article() => Some((Navigation, "html:header")),
        "button" | "select" | "option" | "label" | "dialog" => Some((Navigation, "html:control")),
        _ => of_role(tree.attr(id, "role")?),
    }
}

fn aside_of_use(u: Use) -> Option<Aside> {
    let rule = match u {
        Use::Related => "html:class=related",
        Use::Comments => "html:class=comments",
        Use::Share => "html:class=share",
        Use::Tags => "html:class=tags",
        Use::Menu => "html:class=menu",
        Use::Footer => "html:class=footer",
        Use::Ad => "html:class=ad",
        _ => return None,
    };
    Some((HintKind::Navigation, rule))
}

fn is_hidden(tree: &Tree, id: Id) -> bool {
    let silent = matches!(
        tree.name(id),
        "script"
            | "style"
            | "noscript"
            | "template"
            | "head"
            | "svg"
            | "iframe"
            | "object"
            | "embed"
            | "canvas"
            | "audio"
            | "video"
            | "textarea"
            | "input"
            | "datalist"
            | "map"
            | "noframes"
            | "rp"
            | "rt"
            | "amp-ad"
            | "amp-analytics"
            | "amp-embed"
    );
    let style = || {
        let style = tree.attr(id, "style").unwrap_or_default().to_ascii_lowercase();
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        style.contains("display:none") || style.contains("visibility:hidden")
    };
    silent || tree.attr(id, "hidden").is_some() || tree.attr(id, "aria-hidden") == Some("true") || style()
}

fn sums(tree: &Tree) -> Vec<Sums> {
    let mut sums = vec![Sums::default(); tree.nodes.len()];
    let (mut hidden, mut links) = (0u32, 0u32);
    for step in tree.walk(0) {
        let id = step.id();
        let is_link = tree.name(id) == "a";
        let out_of_sight = matches!(tree.node(id).kind, Kind::Element { .. }) && is_hidden(tree, id);
        match step {
            Step::In(_) => {
                hidden += u32::from(out_of_sight);
                links += u32::from(is_link);
                let own = &mut sums[id as usize];
                if let Kind::Text(text) = &tree.node(id).kind
                    && hidden == 0
                {
                    own.text = text.chars().filter(|c| c.is_alphanumeric()).count() as u32;
                    own.links = if links > 0 { own.text } else { 0 };
                }
                own.pictures = u32::from(matches!(tree.name(id), "img" | "amp-img" | "picture"));
                own.tables = u32::from(tree.name(id) == "table");
            }
            Step::Out(_) => {
                hidden -= u32::from(out_of_sight);
                links -= u32::from(is_link);
                let own = sums[id as usize];
                if let Some(parent) = tree.parent(id) {
                    let above = &mut sums[parent as usize];
                    above.text += own.text;
                    above.links += own.links;
                    above.tables += own.tables;
                    // A picture inside `picture` is one.
                    above.pictures += if tree.name(id) == "picture" { 1 } else { own.pictures };
                }
            }
        }
    }
    sums
}
