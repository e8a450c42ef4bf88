//! A page as a tree: elements with attributes, and text. Nodes lie in one list and name each other by number.

use html5ever::{Attribute, QualName};

/// Number of a node in its tree.
pub(super) type Id = u32;

/// No node.
pub(super) const NONE: Id = Id::MAX;

/// What a node is.
#[derive(Debug)]
pub(super) enum Kind {
    /// The page itself, or the inside of a `template`.
    Root,
    /// `<p class="lead">`.
    Element { name: QualName, attrs: Vec<Attribute>, template: Id, is_integration_point: bool },
    /// Words, entities decoded.
    Text(String),
    /// A comment, an instruction.
    Other,
}

/// A node and its neighbours.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) parent: Id,
    pub(super) first: Id,
    pub(super) last: Id,
    pub(super) before: Id,
    pub(super) after: Id,
    /// Elements above it when it was put in.
    pub(super) depth: u32,
}

/// A page.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
}

/// A step of a walk through a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Into a node.
    In(Id),
    /// Out of a node whose children are done.
    Out(Id),
}

impl Tree {
    pub(super) fn add(&mut self, kind: Kind) -> Id {
        let id = self.nodes.len() as Id;
        self.nodes.push(Node { kind, parent: NONE, first: NONE, last: NONE, before: NONE, after: NONE, depth: 0 });
        id
    }

    pub(super) fn node(&self, id: Id) -> &Node {
        &self.nodes[id as usize]
    }

    pub(super) fn node_mut(&mut self, id: Id) -> &mut Node {
        &mut self.nodes[id as usize]
    }

    /// Name of an element, in small letters; empty for what is none.
    pub(super) fn name(&self, id: Id) -> &str {
        match &self.node(id).kind {
            Kind::Element { name, .. } => &name.local,
            _ => "",
        }
    }

    /// An attribute of an element.
    pub(super) fn attr(&self, id: Id, wanted: &str) -> Option<&str> {
        let Kind::Element { attrs, .. } = &self.node(id).kind else { return None };
        attrs.iter().find(|attr| &*attr.name.local == wanted).map(|attr| &*attr.value)
    }

    pub(super) fn parent(&self, id: Id) -> Option<Id> {
        Some(self.node(id).parent).filter(|&parent| parent != NONE)
    }

    pub(super) fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let next = |id: Id| Some(id).filter(|&id| id != NONE);
        std::iter::successors(next(self.node(id).first), move |&child| next(self.node(child).after))
    }

    /// The nodes above, the nearest first.
    pub(super) fn ancestors(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(self.parent(id), |&above| self.parent(above))
    }

    /// The node and everything under it, in the order of the page.
    pub(super) fn walk(&self, root: Id) -> impl Iterator<Item = Step> + '_ {
        let next = move |step: &Step| match *step {
            Step::In(id) if self.node(id).first != NONE => Some(Step::In(self.node(id).first)),
            Step::In(id) => Some(Step::Out(id)),
            Step::Out(id) if id == root => None,
            Step::Out(id) if self.node(id).after != NONE => Some(Step::In(self.node(id).after)),
            Step::Out(id) => Some(Step::Out(self.node(id).parent)),
        };
        std::iter::successors(Some(Step::In(root)), next)
    }

    /// Elements under a node, in the order of the page; the node itself is the first.
    pub(super) fn elements(&self, root: Id) -> impl Iterator<Item = Id> + '_ {
        self.walk(root).filter_map(|step| match step {
            Step::In(id) if matches!(self.node(id).kind, Kind::Element { .. }) => Some(id),
            _ => None,
        })
    }

    /// All words under a node, white space as one blank. Scripts count too.
    pub(super) fn text(&self, root: Id) -> String {
        let mut out = String::new();
        for step in self.walk(root) {
            match (step, &self.node(step.id()).kind) {
                (Step::In(_), Kind::Text(text)) => push_joined(&mut out, text),
                (_, Kind::Element { .. }) if is_block(self.name(step.id())) => push_joined(&mut out, " "),
                _ => {}
            }
        }
        out.truncate(out.trim_end().len());
        out
    }

    /// Cuts a node out of its place.
    pub(super) fn detach(&mut self, id: Id) {
        let Node { parent, before, after, .. } = *self.node(id);
        if before != NONE {
            self.node_mut(before).after = after;
        } else if parent != NONE {
            self.node_mut(parent).first = after;
        }
        if after != NONE {
            self.node_mut(after).before = before;
        } else if parent != NONE {
            self.node_mut(parent).last = before;
        }
        let node = self.node_mut(id);
        (node.parent, node.before, node.after) = (NONE, NONE, NONE);
    }

    /// Puts a node behind the last child of another.
    pub(super) fn append(&mut self, parent: Id, id: Id) {
        self.detach(id);
        let last = self.node(parent).last;
        let depth = self.node(parent).depth + 1;
        let node = self.node_mut(id);
        (node.parent, node.before, node.depth) = (parent, last, depth);
        if last != NONE {
            self.node_mut(last).after = id;
        } else {
            self.node_mut(parent).first = id;
        }
        self.node_mut(parent).last = id;
    }

    /// Puts a node before another.
    pub(super) fn put_before(&mut self, sibling: Id, id: Id) {
        self.detach(id);
        let Node { parent, before, depth, .. } = *self.node(sibling);
        let node = self.node_mut(id);
        (node.parent, node.before, node.after, node.depth) = (parent, before, sibling, depth);
        self.node_mut(sibling).before = id;
        if before != NONE {
            self.node_mut(before).after = id;
        } else if parent != NONE {
            self.node_mut(parent).first = id;
        }
    }
}

impl Step {
    pub(super) fn id(self) -> Id {
        match self {
            Self::In(id) | Self::Out(id) => id,
        }
    }
}

/// Adds text, runs of white space as one blank, none at the beginning.
pub(super) fn push_joined(out: &mut String, text: &str) {
    for c in text.chars() {
        let blank = c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}') || c.is_control();
        if !blank {
            out.push(c);
        } else if !matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}') && !out.is_empty() && !out.ends_with([' ', '\t']) {
            out.push(' ');
        }
    }
}

/// Whether an element begins a line of its own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "option"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "select"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "title"
            | "tr"
            | "ul"
            | "br"
    )
}
