//! The wording of the reader's dictionary in both languages.

use crate::app::{Lang, format};
use crate::lexicon::{BadLine, Mark, PhraseError, Trouble};

/// Wording of the dictionary and of the card of a word.
#[allow(missing_docs, reason = "a message is its own description")]
#[derive(Debug)]
pub struct DictionaryMessages {
    pub name: &'static str,
    pub title: &'static str,
    pub lead: &'static str,
    pub empty: &'static str,
    pub table: &'static str,
    pub phrase: &'static str,
    pub phrase_help: &'static str,
    pub say: &'static str,
    pub count: &'static str,
    pub add: &'static str,
    pub take_back: &'static str,
    pub take_back_of: fn(&str) -> String,
    pub read: &'static str,
    pub read_help: &'static str,
    pub save: &'static str,
    pub undo: &'static str,
    pub changed: fn(u32, u32) -> String,
    pub undone: &'static str,
    pub unchanged: &'static str,
    pub bad_lines: fn(u32) -> String,
    pub bad_line: fn(&BadLine) -> String,
    pub mark: fn(Mark) -> &'static str,
    // The card of a word
    pub wordwise: &'static str,
    pub factwise: &'static str,
    pub words_hint: &'static str,
    pub word: &'static str,
    pub why: &'static str,
    pub listed: &'static str,
    pub reason: fn(&str, bool, Option<i32>) -> String,
    pub name_shape: &'static str,
    pub around: &'static str,
    pub counted: &'static str,
    pub counts: fn(u32, u32, u32) -> String,
    pub is_term: fn(bool) -> &'static str,
    pub said: &'static str,
    pub nothing_said: &'static str,
    pub wrong: &'static str,
    pub join_with: fn(&str) -> String,
    pub split: &'static str,
    pub keep: &'static str,
    pub stop: &'static str,
    pub join: &'static str,
    pub apart: fn(&str) -> String,
    pub term_actions: fn(&str) -> String,
    pub to_places: &'static str,
    pub term_form: fn(&str, &str) -> String,
    pub together_with: &'static str,
}

pub(super) static VI: DictionaryMessages = DictionaryMessages {
    name: "Từ điển",
    title: "Từ điển của bạn",
    lead: "Những gì bạn nói về từ và thuật ngữ. Lời bạn đi trước điều máy đã học; số đếm đổi ngay. Bỏ một mục là mọi thứ trở lại như cũ.",
    empty: "Bạn chưa nói gì về từ nào. Mở một bài, chọn “Xem từng từ” rồi bấm vào một từ; hoặc thêm ở đây.",
    table: "Các mục trong từ điển của bạn",
    phrase: "Từ hoặc cụm từ",
    phrase_help: "Hoa hay thường, hoà hay hòa đều như nhau.",
    say: "Bạn nói",
    count: "Số chỗ trong các bài",
    add: "Thêm vào từ điển",
    take_back: "Bỏ",
    take_back_of: |phrase| format!("Bỏ mục “{phrase}”"),
    read: "Nhập danh sách từ…",
    read_help: "Tệp văn bản, mỗi dòng một mục: “+ một từ”, “- không phải một từ”, “* luôn là thuật ngữ”, “! không phải thuật ngữ”, “~ đếm riêng”; dòng bắt đầu bằng # là ghi chú.",
    save: "Lưu thành tệp",
    undo: "Hoàn tác lần đổi cuối",
    changed: |n, articles| {
        let [n, articles] = [n, articles].map(|n| format::integer(Lang::Vi, n));
        format!("Từ điển: {n} mục thay đổi, {articles} bài được đếm lại.")
    },
    undone: "Đã hoàn tác lần đổi cuối của từ điển.",
    unchanged: "Từ điển không có gì thay đổi.",
    bad_lines: |n| format!("{} dòng không dùng được; các dòng khác đã nhập.", format::integer(Lang::Vi, n)),
    bad_line: |bad| match bad.trouble {
        Trouble::Phrase { error } => format!("Dòng {}, “{}”: {}", bad.line, bad.text, phrase_vi(&error)),
        Trouble::Twice { earlier } => {
            format!("Dòng {}, “{}”: dòng {earlier} đã nói khác về từ này và được dùng.", bad.line, bad.text)
        }
        Trouble::TooLong { limit } => {
            format!(
                "Từ dòng {}: danh sách dài hơn {}, phần sau không đọc.",
                bad.line,
                format::megabytes(Lang::Vi, limit)
            )
        }
        Trouble::More { n } => format!("Và {} dòng nữa.", format::integer(Lang::Vi, n)),
    },
    mark: |mark| match mark {
        Mark::Join => "Là một từ, một thuật ngữ",
        Mark::Split => "Không phải một từ",
        Mark::Keep => "Luôn là thuật ngữ",
        Mark::Stop => "Không phải thuật ngữ",
        Mark::Apart => "Đếm riêng, không gộp",
    },
    wordwise: "Xem từng từ",
    factwise: "Xem dữ kiện",
    words_hint: "Bấm vào một từ để xem vì sao nó là một từ. Bàn phím: mũi tên để đi, Enter để mở.",
    word: "Từ",
    why: "Vì sao",
    listed: "Có trong danh sách từ",
    reason: |code, joined, score| match (code, joined) {
        ("dictionary", true) => "ghép: từ điển của bạn".to_owned(),
        ("dictionary", false) => "tách: từ điển của bạn".to_owned(),
        ("learned", true) => format!("ghép: máy đã học, điểm {} (trên 0)", score_text(score)),
        ("learned", false) => format!("tách: máy đã học, điểm {} (không trên 0)", score_text(score)),
        ("touching", true) => "viết liền: một thứ đối với người đọc".to_owned(),
        ("touching", false) => "viết liền nhưng là hai thứ".to_owned(),
        ("mark", _) => "tách: dấu câu hoặc con số".to_owned(),
        ("line", _) => "đầu hoặc cuối dòng".to_owned(),
        ("unread", _) => "dòng không phải tiếng Việt, không ghép".to_owned(),
        _ => code.to_owned(),
    },
    name_shape: "Viết hoa như một tên riêng",
    around: "Hai bên",
    counted: "Đếm được",
    counts: |here, total, articles| {
        let [here, total, articles] = [here, total, articles].map(|n| format::integer(Lang::Vi, n));
        format!("{here} lần trong bài này; {total} lần trong {articles} bài")
    },
    is_term: |is| if is { "là thuật ngữ của bài" } else { "không phải thuật ngữ của bài" },
    said: "Bạn đã nói",
    nothing_said: "chưa nói gì",
    wrong: "Chưa đúng? Hãy nói:",
    join_with: |phrase| format!("“{phrase}” là một từ"),
    split: "Không phải một từ",
    keep: "Luôn là thuật ngữ",
    stop: "Không phải thuật ngữ",
    join: "Là một từ",
    apart: |form| format!("Đếm riêng “{form}”"),
    term_actions: |term| format!("Bạn nói gì về “{term}”?"),
    to_places: "Mọi chỗ có từ này",
    term_form: |form, n| format!("{form} ({n})"),
    together_with: "gộp với",
};

pub(super) static EN: DictionaryMessages = DictionaryMessages {
    name: "Dictionary",
    title: "Your dictionary",
    lead: "What you say about words and terms. Your word goes before what was learned, and counts change at once. Take an entry back and everything is as before.",
    empty: "You have said nothing about any word yet. Open an article, choose “Word by word” and click a word; or add one here.",
    table: "Entries of your dictionary",
    phrase: "Word or phrase",
    phrase_help: "Case and the place of the tone mark do not matter.",
    say: "You say",
    count: "Places in the articles",
    add: "Add to the dictionary",
    take_back: "Take back",
    take_back_of: |phrase| format!("Take back “{phrase}”"),
    read: "Read a word list…",
    read_help: "A text file, one entry a line: “+ one word”, “- never one word”, “* always a term”, “! never a term”, “~ counted apart”; a line that begins with # is a comment.",
    save: "Save as a file",
    undo: "Undo the last change",
    changed: |n, articles| {
        let [n, articles] = [n, articles].map(|n| format::integer(Lang::En, n));
        format!("Dictionary: entries changed: {n}; articles counted anew: {articles}.")
    },
    undone: "The last change of the dictionary is undone.",
    unchanged: "Nothing in the dictionary has changed.",
    bad_lines: |n| format!("Lines that could not be used: {}; the others were taken.", format::integer(Lang::En, n)),
    bad_line: |bad| match bad.trouble {
        Trouble::Phrase { error } => format!("Line {}, “{}”: {}", bad.line, bad.text, phrase_en(&error)),
        Trouble::Twice { earlier } => {
            format!("Line {}, “{}”: line {earlier} says something else of it and counts.", bad.line, bad.text)
        }
        Trouble::TooLong { limit } => {
            format!(
                "From line {} on: longer than {}, the rest is not read.",
                bad.line,
                format::megabytes(Lang::En, limit)
            )
        }
        Trouble::More { n } => format!("And {} more lines.", format::integer(Lang::En, n)),
    },
    mark: |mark| match mark {
        Mark::Join => "One word, and a term",
        Mark::Split => "Never one word",
        Mark::Keep => "Always a term",
        Mark::Stop => "Never a term",
        Mark::Apart => "Counted apart, not merged",
    },
    wordwise: "Word by word",
    factwise: "Facts",
    words_hint: "Click a word to see why it is one. By keyboard: arrows to move, Enter to open.",
    word: "Word",
    why: "Why",
    listed: "In the word list",
    reason: |code, joined, score| match (code, joined) {
        ("dictionary", true) => "joined: your dictionary".to_owned(),
        ("dictionary", false) => "apart: your dictionary".to_owned(),
        ("learned", true) => format!("joined: learned, score {} (above 0)", score_text(score)),
        ("learned", false) => format!("apart: learned, score {} (not above 0)", score_text(score)),
        ("touching", true) => "written together: one thing to a reader".to_owned(),
        ("touching", false) => "written together, but two things".to_owned(),
        ("mark", _) => "apart: a mark or a number".to_owned(),
        ("line", _) => "a line begins or ends".to_owned(),
        ("unread", _) => "not a Vietnamese line, nothing joined".to_owned(),
        _ => code.to_owned(),
    },
    name_shape: "Capitals, as of a name",
    around: "Around it",
    counted: "Counted",
    counts: |here, total, articles| {
        let [here, total, articles] = [here, total, articles].map(|n| format::integer(Lang::En, n));
        format!("{here} in this article; {total} in all, in articles: {articles}")
    },
    is_term: |is| if is { "a term of the article" } else { "no term of the article" },
    said: "You said",
    nothing_said: "nothing yet",
    wrong: "Not right? Say:",
    join_with: |phrase| format!("“{phrase}” is one word"),
    split: "Never one word",
    keep: "Always a term",
    stop: "Never a term",
    join: "One word",
    apart: |form| format!("Count “{form}” apart"),
    term_actions: |term| format!("What do you say of “{term}”?"),
    to_places: "Every place of this word",
    term_form: |form, n| format!("{form} ({n})"),
    together_with: "counted with",
};

fn score_text(score: Option<i32>) -> String {
    score.map_or(String::new(), |n| n.to_string().replace('-', "−"))
}

pub(super) fn phrase_en(error: &PhraseError) -> String {
    match error {
        PhraseError::Empty => "it holds no letter or digit.".to_owned(),
        PhraseError::Long => "it is longer than 12 words.".to_owned(),
        PhraseError::Sign => "it holds a sign that is no part of a word.".to_owned(),
        PhraseError::Single => "it has one syllable, so there is nothing to join or split.".to_owned(),
        PhraseError::Full { limit } => {
            format!("the dictionary is full ({} entries).", format::integer(Lang::En, *limit))
        }
    }
}

pub(super) fn phrase_vi(error: &PhraseError) -> String {
    match error {
        PhraseError::Empty => "không có chữ hay số nào.".to_owned(),
        PhraseError::Long => "dài hơn 12 tiếng.".to_owned(),
        PhraseError::Sign => "có ký hiệu không thuộc về từ.".to_owned(),
        PhraseError::Single => "chỉ có một tiếng, không có gì để ghép hay tách.".to_owned(),
        PhraseError::Full { limit } => format!("từ điển đã đầy ({} mục).", format::integer(Lang::Vi, *limit)),
    }
}
