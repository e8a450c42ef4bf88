//! Tables: those of data, and those that only arrange a page.

use super::marks::Marks;
use super::tree::{Id, Tree};

/// What a table is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Layout {
    /// Rows and columns that belong together.
    Data,
    /// Places on the page.
    Page,
}

/// Letters of a cell that holds paragraphs rather than data.
const LONG_CELL: u32 = 400;

/// What a table is for: data, where two rows or more have two cells or more, none of them long or holding tables.
pub(super) fn layout(tree: &Tree, marks: &Marks, table: Id) -> Layout {
    let role = tree.attr(table, "role");
    if matches!(role, Some("presentation" | "none")) || marks.sums(table).tables > 1 {
        return Layout::Page;
    }
    let rows = rows(tree, table);
    let n_wide = rows.iter().filter(|cells| cells.len() > 1).count();
    let is_long = |cell: &Id| marks.sums(*cell).text > LONG_CELL;
    if n_wide < 2 || rows.iter().flatten().any(is_long) { Layout::Page } else { Layout::Data }
}

/// The cells of a table, by rows; its caption is a row of its own. Rows of tables inside it are not among them.
pub(super) fn rows(tree: &Tree, table: Id) -> Vec<Vec<Id>> {
    let mut out = Vec::new();
    for part in tree.children(table) {
        match tree.name(part) {
            "caption" => out.push(vec![part]),
            "tr" => out.push(cells(tree, part)),
            "thead" | "tbody" | "tfoot" => {
                let rows = tree.children(part).filter(|&row| tree.name(row) == "tr");
                out.extend(rows.map(|row| cells(tree, row)));
            }
            _ => {}
        }
    }
    out
}

fn cells(tree: &Tree, row: Id) -> Vec<Id> {
    tree.children(row).filter(|&cell| matches!(tree.name(cell), "td" | "th")).collect()
}
