//! What the page says of files that reopen the work.

use crate::session::protocol::{Match, Verdict};

use super::super::{Lang, format};

/// Wording around bundles.
#[derive(Clone, Copy, Debug)]
pub struct BundleWords {
    /// Item of the menu.
    pub save: &'static str,
    /// What it does.
    pub save_help: &'static str,
    /// A button that saves one.
    pub save_go: &'static str,
    /// Item of the menu, without texts.
    pub save_hashes: &'static str,
    /// What it does.
    pub save_hashes_help: &'static str,
    /// What came of holding the articles against the bundle, a sentence each.
    pub verified: fn(&Verdict) -> Vec<String>,
    /// Texts that are not inside, by name.
    pub awaited: fn(&[String]) -> String,
}

pub(super) const VI: BundleWords = BundleWords {
    save: "Gói công việc (mở lại được)",
    save_help: "Một tệp gồm các bài, những gì bạn sửa, từ điển và mã kiểm chứng kết quả",
    save_go: "Lưu gói công việc",
    save_hashes: "Gói không kèm văn bản",
    save_hashes_help: "Chỉ có dấu vân tay SHA-256; người nhận phải có sẵn các bài",
    verified: verified_vi,
    awaited: awaited_vi,
};

pub(super) const EN: BundleWords = BundleWords {
    save: "Bundle (reopens the work)",
    save_help: "One file with articles, your corrections, dictionary, and digests of the results",
    save_go: "Save the bundle",
    save_hashes: "Bundle without texts",
    save_hashes_help: "SHA-256 digests only; whoever gets it needs the articles",
    verified: verified_en,
    awaited: awaited_en,
};

/// Names, the first five.
fn names(all: &[String]) -> String {
    let mut out = all.iter().take(5).map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ");
    if all.len() > 5 {
        out.push_str(", …");
    }
    out
}

fn verified_vi(v: &Verdict) -> Vec<String> {
    let n = |n: usize| format::integer(Lang::Vi, n as u32);
    if v.is_same {
        let all = format::integer(Lang::Vi, v.n_articles);
        return vec![format!("Đã kiểm chứng gói: {all} bài, kết quả trùng khớp từng byte.")];
    }
    let mut out = vec!["Gói không khớp với những gì đang có:".to_owned()];
    if !v.missing.is_empty() {
        out.push(format!("Thiếu {} bài (hoặc văn bản khác): {}.", n(v.missing.len()), names(&v.missing)));
    }
    if !v.differing.is_empty() {
        out.push(format!("{} bài cho kết quả khác: {}.", n(v.differing.len()), names(&v.differing)));
    }
    if v.comparison == Match::Differs {
        out.push("Phần so sánh các năm cho kết quả khác.".to_owned());
    }
    if !v.is_whole {
        out.push("Các mã kiểm chứng trong gói không khớp nhau: gói đã bị sửa hoặc hỏng.".to_owned());
    }
    if let Some([theirs, ours]) = &v.other_engine {
        out.push(format!("Gói do phiên bản {theirs} tạo ra; bản này là {ours}."));
    }
    if v.other_dictionary {
        out.push("Từ điển của bạn khác từ điển trong gói.".to_owned());
    }
    out
}

fn verified_en(v: &Verdict) -> Vec<String> {
    let n = |n: usize| format::integer(Lang::En, n as u32);
    if v.is_same {
        let all = format::integer(Lang::En, v.n_articles);
        return vec![format!("The bundle is verified: {all} articles, the results are the same byte for byte.")];
    }
    let mut out = vec!["The bundle does not match what is here:".to_owned()];
    if !v.missing.is_empty() {
        out.push(format!("{} articles are missing (or have another text): {}.", n(v.missing.len()), names(&v.missing)));
    }
    if !v.differing.is_empty() {
        out.push(format!("{} articles come out otherwise: {}.", n(v.differing.len()), names(&v.differing)));
    }
    if v.comparison == Match::Differs {
        out.push("The comparison of the years comes out otherwise.".to_owned());
    }
    if !v.is_whole {
        out.push("The digests in the bundle do not fit together: it was changed or is damaged.".to_owned());
    }
    if let Some([theirs, ours]) = &v.other_engine {
        out.push(format!("The bundle was made by version {theirs}; this one is {ours}."));
    }
    if v.other_dictionary {
        out.push("Your dictionary is another than the bundle's.".to_owned());
    }
    out
}

fn awaited_vi(list: &[String]) -> String {
    let n = format::integer(Lang::Vi, list.len() as u32);
    format!(
        "Gói này không kèm văn bản. Hãy thêm {n} tệp của các bài: {}. Trang sẽ cho biết có khớp hay không.",
        names(list)
    )
}

fn awaited_en(list: &[String]) -> String {
    let n = format::integer(Lang::En, list.len() as u32);
    format!(
        "This bundle holds no texts. Add the files of {n} articles: {}. The page will say whether they match.",
        names(list)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_differs() {
        let same = Verdict {
            is_same: true,
            is_whole: true,
            n_articles: 3,
            differing: vec![],
            missing: vec![],
            comparison: Match::Same,
            other_engine: None,
            other_dictionary: false,
            n_others: 0,
        };
        for words in [&VI, &EN] {
            assert_eq!((words.verified)(&same).len(), 1);
            let other = Verdict {
                is_same: false,
                is_whole: false,
                missing: vec!["a.txt".to_owned()],
                differing: vec!["b.txt".to_owned()],
                comparison: Match::Differs,
                other_engine: Some(["1".to_owned(), "2".to_owned()]),
                other_dictionary: true,
                ..same.clone()
            };
            let said = (words.verified)(&other);
            assert_eq!(said.len(), 7);
            assert!(said.iter().any(|s| s.contains("a.txt")) && said.iter().any(|s| s.contains("b.txt")));
        }
    }
}
