//! Control words: what begins with them, and characters that they stand for.

/// What is in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Text of the document.
    Text,
    /// Text of the document that stands for itself: a text box.
    Box,
    /// A footnote or endnote.
    Note,
    /// Nothing of the document, whatever is in it.
    Skip,
    /// A drawing: nothing but the boxes in it.
    Drawing,
    /// The table of fonts.
    Fonts,
    /// The table of styles.
    Styles,
    /// What the file says of itself.
    Info,
    /// Its title.
    Title,
    /// Its author.
    Author,
    /// The day on which it was made.
    Made,
    /// The number or mark of an item of a list.
    ListMark,
    /// The same text twice: plain, then in Unicode.
    Twice,
    /// The second of them.
    InUnicode,
}

/// What a group is by its first word.
pub(super) fn place(word: &str) -> Option<Place> {
    Some(match word {
        "fonttbl" => Place::Fonts,
        "stylesheet" => Place::Styles,
        "info" => Place::Info,
        "title" => Place::Title,
        "author" => Place::Author,
        "creatim" => Place::Made,
        "footnote" => Place::Note,
        "shptxt" | "dptxbxtext" => Place::Box,
        "shp" | "shpinst" | "shpgrp" | "do" => Place::Drawing,
        "listtext" | "pntext" | "pn" => Place::ListMark,
        "upr" => Place::Twice,
        "ud" => Place::InUnicode,
        "colortbl" | "pict" | "nonshppict" | "shprslt" | "objdata" | "objclass" | "fldinst" | "filetbl" | "xe"
        | "tc" | "rxe" | "txe" | "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr"
        | "footerf" | "ftnsep" | "ftnsepc" | "ftncn" | "aftnsep" | "aftnsepc" | "aftncn" | "annotation" | "atnid"
        | "atnauthor" | "sp" | "sn" | "sv" | "listtable" | "revtbl" | "generator" => Place::Skip,
        _ => return None,
    })
}

/// The character that a word stands for.
pub(super) fn character(word: &str) -> Option<char> {
    Some(match word {
        "tab" => ' ',
        "emspace" | "enspace" | "qmspace" => ' ',
        "emdash" => '—',
        "endash" => '–',
        "lquote" => '‘',
        "rquote" => '’',
        "ldblquote" => '“',
        "rdblquote" => '”',
        "bullet" => '•',
        _ => return None,
    })
}
