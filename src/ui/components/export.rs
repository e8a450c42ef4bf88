//! The menu of files that can be made of the whole analysis.

use yew::prelude::*;

use super::super::desk::use_desk;
use super::menu::{Item, Menu};
use crate::app::Action;
use crate::session::protocol::{ExportFormat, ReportKind};

/// The menu of files that can be made of the whole analysis.
#[component]
pub(super) fn Export() -> Html {
    let desk = use_desk();
    let (m, c) = (desk.m, desk.m.charts);
    let item = |name, help, action| Item { name, help, action };
    let file = |format| Action::Export(format);
    let mut items = vec![
        item(c.report, c.report_help, Action::SaveReport(ReportKind::Markdown)),
        item(c.citation, c.citation_help, Action::SaveReport(ReportKind::Citation)),
        item(m.export_terms, m.export_csv_help, file(ExportFormat::TermsCsv)),
        item(m.export_facts, m.export_csv_help, file(ExportFormat::FactsCsv)),
        item(m.export_facts_tsv, m.export_csv_help, file(ExportFormat::FactsTsv)),
        item(m.export_corrections, m.export_corrections_help, file(ExportFormat::Corrections)),
        item(m.bundle.save, m.bundle.save_help, file(ExportFormat::Bundle)),
        item(m.bundle.save_hashes, m.bundle.save_hashes_help, file(ExportFormat::BundleHashes)),
        item(m.export_json, m.export_json_help, file(ExportFormat::Json)),
    ];
    if desk.can_share {
        let s = m.share;
        items.splice(
            items.len() - 1..items.len() - 1,
            [
                item(s.sign, s.sign_help, Action::SignForm),
                item(s.recipe, s.recipe_help, Action::MakeLink { has_texts: false }),
                item(s.full, s.full_help, Action::MakeLink { has_texts: true }),
            ],
        );
    }
    if !desk.is_widget {
        items.insert(2, item(c.print, c.print_help, Action::Print));
    }
    html! { <Menu name={m.export} {items} /> }
}
