//! Text to a tree, as browsers do it (html5ever), within bounds of depth and number.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TokenizerResult, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, Namespace, QualName};

use super::tree::{Id, Kind, NONE, Tree};

/// Deepest element; what stands in one yet deeper is read as if it stood in this one.
const DEEPEST: u32 = 200;

/// Most nodes; after them the page is cut off.
const MOST: usize = 2_000_000;

/// A page and whether it was read to its end.
pub(super) struct Parsed {
    pub(super) tree: Tree,
    pub(super) is_whole: bool,
}

/// Reads a page. Whatever the text, some tree comes out.
pub(super) fn parse(text: &str) -> Parsed {
    let builder = TreeBuilder::new(Sink::default(), TreeBuilderOpts { scripting_enabled: false, ..Default::default() });
    let guard = Guard { builder, is_cut: Cell::new(false) };
    let tokenizer = Tokenizer::new(guard, TokenizerOpts::default());
    let input = BufferQueue::default();
    for piece in pieces(text) {
        input.push_back(StrTendril::from_slice(piece));
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        if tokenizer.sink.is_cut.get() {
            break;
        }
    }
    tokenizer.end();
    let is_whole = !tokenizer.sink.is_cut.get();
    Parsed { tree: tokenizer.sink.builder.sink.tree.into_inner(), is_whole }
}

/// The text in pieces of some hundred kilobytes.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    const SIZE: usize = 256 << 10;
    let mut rest = text;
    std::iter::from_fn(move || {
        let cut = (SIZE.min(rest.len())..=rest.len()).find(|&at| rest.is_char_boundary(at))?;
        let (piece, after) = rest.split_at(cut);
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

/// Stands between tokens and tree: drops start tags that would nest too deep.
struct Guard {
    builder: TreeBuilder<Id, Sink>,
    is_cut: Cell<bool>,
}

impl TokenSink for Guard {
    type Handle = Id;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Id> {
        let sink = &self.builder.sink;
        if let Token::TagToken(tag) = &token
            && tag.kind == TagKind::StartTag
        {
            if sink.tree.borrow().nodes.len() > MOST {
                self.is_cut.set(true);
                return TokenSinkResult::Continue;
            }
            if sink.last_depth.get() >= DEEPEST {
                return TokenSinkResult::Continue;
            }
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Builds the tree.
struct Sink {
    tree: RefCell<Tree>,
    /// Depth of the innermost open element, as far as it was put in or closed last.
    last_depth: Cell<u32>,
}

impl Default for Sink {
    fn default() -> Self {
        let mut tree = Tree::default();
        tree.add(Kind::Root);
        Self { tree: RefCell::new(tree), last_depth: Cell::new(0) }
    }
}

#[derive(Debug)]
struct Name(QualName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl Sink {
    fn put(&self, child: NodeOrText<Id>, before: Id, put: impl FnOnce(&mut Tree, Id)) {
        let mut tree = self.tree.borrow_mut();
        match child {
            NodeOrText::AppendNode(id) => {
                put(&mut tree, id);
                self.last_depth.set(tree.node(id).depth);
            }
            NodeOrText::AppendText(text) => {
                if before != NONE
                    && let Kind::Text(present) = &mut tree.node_mut(before).kind
                {
                    present.push_str(&text);
                } else {
                    let id = tree.add(Kind::Text(text.to_string()));
                    put(&mut tree, id);
                }
            }
        }
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Self;
    type ElemName<'a> = Name;

    fn finish(self) -> Self {
        self
    }

    fn pop(&self, node: &Id) {
        self.last_depth.set(self.tree.borrow().node(*node).depth.saturating_sub(1));
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        0
    }

    fn elem_name(&self, target: &Id) -> Name {
        match &self.tree.borrow().node(*target).kind {
            Kind::Element { name, .. } => Name(name.clone()),
            _ => Name(QualName::new(None, Namespace::default(), LocalName::default())),
        }
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> Id {
        let mut tree = self.tree.borrow_mut();
        let template = if flags.template { tree.add(Kind::Root) } else { NONE };
        let is_integration_point = flags.mathml_annotation_xml_integration_point;
        let id = tree.add(Kind::Element { name, attrs, template, is_integration_point });
        if template != NONE {
            tree.node_mut(template).depth = self.last_depth.get() + 1;
        }
        id
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.tree.borrow_mut().add(Kind::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.tree.borrow_mut().add(Kind::Other)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        let before = self.tree.borrow().node(*parent).last;
        self.put(child, before, |tree, id| tree.append(*parent, id));
    }

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let before = self.tree.borrow().node(*sibling).before;
        self.put(child, before, |tree, id| tree.put_before(*sibling, id));
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        let has_parent = self.tree.borrow().node(*element).parent != NONE;
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Id) -> Id {
        match &self.tree.borrow().node(*target).kind {
            Kind::Element { template, .. } if *template != NONE => *template,
            _ => *target,
        }
    }

    fn same_node(&self, x: &Id, y: &Id) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn add_attrs_if_missing(&self, target: &Id, new: Vec<Attribute>) {
        if let Kind::Element { attrs, .. } = &mut self.tree.borrow_mut().node_mut(*target).kind {
            let missing = new.into_iter().filter(|n| attrs.iter().all(|a| a.name != n.name)).collect::<Vec<_>>();
            attrs.extend(missing);
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.tree.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &Id, new_parent: &Id) {
        let mut tree = self.tree.borrow_mut();
        while tree.node(*node).first != NONE {
            let child = tree.node(*node).first;
            tree.append(*new_parent, child);
        }
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Id) -> bool {
        matches!(self.tree.borrow().node(*target).kind, Kind::Element { is_integration_point: true, .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::html::tree::Step;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        let tree = parse(html).tree;
        let mut out = String::new();
        for step in tree.walk(0) {
            match (step, &tree.node(step.id()).kind) {
                (Step::In(id), Kind::Element { .. }) if !matches!(tree.name(id), "html" | "head" | "body") => {
                    out.push_str(tree.name(id));
                    out.push('(');
                }
                (Step::Out(id), Kind::Element { .. }) if !matches!(tree.name(id), "html" | "head" | "body") => {
                    out.push(')');
                }
                (Step::In(_), Kind::Text(text)) => out.push_str(text),
                _ => {}
            }
        }
        assert_eq!(out, expected);
    }

    #[test]
    fn reads_as_browsers_do() {
        check("<p>Một<p>Hai &amp; ba&#7845;", "p(Một)p(Hai & baấ)");
        check("<b>a<p>b</b>c</p>", "b(a)p(b(b)c)");
        check("<table><tr><td>1<td>2</table>", "table(tbody(tr(td(1)td(2))))");
        check("<table>lạc<tr><td>1</table>", "lạctable(tbody(tr(td(1))))");
        check("<li>a<li>b", "li(a)li(b)");
        check("<script>if (a < b) {}</script>x", "script(if (a < b) {})x");
        check("<template><p>a</p></template>b", "template()b");
    }

    #[test]
    fn depth_is_bounded() {
        for open in ["<div>", "<b>", "<b><p>", "<table><tr><td>", "<svg>", "<template>", "<a href=1><div>", "<ul><li>"]
        {
            let page = format!("{}chữ", open.repeat(20_000));
            let parsed = parse(&page);
            let deepest = parsed.tree.nodes.iter().map(|node| node.depth).max();
            assert!(deepest < Some(3 * DEEPEST), "{open}: {deepest:?}");
        }
        let unlike: String = (0..20_000).map(|n| format!("<p><b id={n}>")).collect();
        assert!(parse(&unlike).tree.nodes.len() < MOST);
    }

    #[test]
    fn walks_visit_each_node_once_in_and_once_out() {
        let tree = parse("<div><p>a<b>c</b></p><p>d</div>").tree;
        let ins = tree.walk(0).filter(|step| matches!(step, Step::In(_))).count();
        let outs = tree.walk(0).filter(|step| matches!(step, Step::Out(_))).count();
        assert_eq!(ins, outs);
        assert_eq!(tree.text(0), "ac d");
    }
}
