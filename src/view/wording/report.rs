//! Wording of the report and of the text by which an analysis is cited.

use super::Language;

/// Wording of one language.
#[allow(missing_docs, reason = "a text is its own description")]
#[derive(Debug)]
pub struct ReportWording {
    pub title: fn(&str, &str) -> String,
    pub years: &'static str,
    pub stated: &'static str,
    pub nothing_stated: &'static str,
    pub counted: &'static str,
    pub changes: fn(i32, i32) -> String,
    pub risen: &'static str,
    pub fallen: &'static str,
    pub stayed: &'static str,
    pub kept: &'static str,
    pub dropped: &'static str,
    pub added: &'static str,
    pub none: &'static str,
    pub figures: &'static str,
    pub terms: &'static str,
    pub sources: &'static str,
    pub method: &'static str,
    pub method_text: fn(&str) -> String,
    pub published: &'static str,
    pub discussed: &'static str,
    pub cite: &'static str,
    pub cite_text: fn(&str, &str, &str, &str) -> String,
}

impl ReportWording {
    /// The wording of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Vi => &VI,
            Language::En => &EN,
        }
    }
}

const VI: ReportWording = ReportWording {
    title: |n, years| format!("{n} bài báo, {years}"),
    years: "Mỗi năm nói về điều gì",
    stated: "Bài nêu",
    nothing_stated: "Không bài nào nêu chủ đề của năm.",
    counted: "Đếm được",
    changes: |from, to| format!("Từ {from} sang {to}"),
    risen: "Nói nhiều hơn",
    fallen: "Nói ít hơn",
    stayed: "Vẫn nói",
    kept: "Ưu tiên còn giữ",
    dropped: "Ưu tiên không còn",
    added: "Ưu tiên mới",
    none: "không có",
    figures: "Những con số thay đổi",
    terms: "Thuật ngữ",
    sources: "Nguồn",
    method: "Cách đếm",
    method_text: |rate| {
        format!(
            "Tần suất là số lần {rate}. Hai năm được so bằng log-likelihood G² và log cơ số 2 của tỉ số tần suất; \
                  độ chắc tính cả số lần so sánh (Benjamini–Hochberg) và độ dài bài (BIC). Dưới ba lần, hay chỉ một bài, thì không \
                  kết luận. Với vài bài báo, hãy tin điều bài nêu trước điều đếm được."
        )
    },
    published: "tính theo năm của bài",
    discussed: "tính theo năm mà câu nói tới",
    cite: "Trích dẫn",
    cite_text: |n, years, clock, version| format!("Phân tích {n} bài báo ({years}), {clock}. Lăng Kính {version}."),
};

const EN: ReportWording = ReportWording {
    title: |n, years| format!("{n} articles, {years}"),
    years: "What each year was about",
    stated: "Stated",
    nothing_stated: "No article states a theme of the year.",
    counted: "Counted",
    changes: |from, to| format!("From {from} to {to}"),
    risen: "Said more",
    fallen: "Said less",
    stayed: "Still said",
    kept: "Priorities kept",
    dropped: "Priorities gone",
    added: "Priorities added",
    none: "none",
    figures: "Figures that moved",
    terms: "Terms",
    sources: "Sources",
    method: "How it was counted",
    method_text: |rate| {
        format!(
            "Rates are occurrences {rate}. Two years are compared by log-likelihood G² and the binary log of \
                  the ratio of rates; the evidence takes in the number of comparisons (Benjamini–Hochberg) and the length of \
                  the texts (BIC). Below three occurrences, or in one article only, nothing is concluded. With a handful of \
                  articles, trust what is stated before what is counted."
        )
    },
    published: "by the year of the article",
    discussed: "by the year that the sentence speaks of",
    cite: "Citation",
    cite_text: |n, years, clock, version| {
        format!("Analysis of {n} news articles ({years}), {clock}. Lăng Kính {version}.")
    },
};
