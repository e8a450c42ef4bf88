//! Sentences of one stretch of text (a segment).

use crate::base::Span;

/// The sentences of the stretch, trimmed, in order.
///
/// A sentence ends at `. ! ? …` (and closing marks after it) before white space and a capital letter, digit or opening
/// mark, or at the end of the stretch; where the blank is missing, between a small word and a capital word (`cùng kỳ.Ông`).
/// One capital letter before the stop does not end it (`V.Sỹ`, `A. Nguyễn`), nor a shortened title (`TS. Lê`) or the mark of
/// a list item (`1. Mở rộng`).
pub fn sentences(text: &str, stretch: Span) -> impl Iterator<Item = Span> + '_ {
    let mut rest = Some(stretch);
    let pieces = std::iter::from_fn(move || {
        let stretch = rest?;
        let end = stretch.start() + first_len(stretch.of(text));
        rest = (end < stretch.end()).then(|| Span::new(end, stretch.end()));
        Some(Span::new(stretch.start(), end))
    });
    pieces.map(move |piece| piece.trimmed(text)).filter(|span| !span.is_empty())
}

/// Length of the first sentence, with its stop and the closing marks after it.
fn first_len(inside: &str) -> usize {
    let char_at = |at: usize| inside[at..].chars().next();
    let mut end = 0;
    // The first bytes of the stops: most of a text is passed over without being decoded.
    while let Some(n) = inside.as_bytes()[end..].iter().position(|b| matches!(b, b'.' | b'!' | b'?' | 0xE2)) {
        let i = end + n;
        let Some(c) = char_at(i) else { break };
        end = i + c.len_utf8();
        if !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        let closes = |c: &char| matches!(c, '.' | '!' | '?' | '…' | '”' | '"' | '’' | ')' | ']' | '»');
        while let Some(c) = char_at(end).filter(closes) {
            end += c.len_utf8();
        }
        let rest = &inside[end..];
        let next = rest.trim_start().chars().next();
        let spaced = rest.chars().next().is_none_or(char::is_whitespace) || c == '.' && is_run_on(&inside[..i], rest);
        let opens = next.is_none_or(|n| {
            n.is_uppercase() || n.is_ascii_digit() || matches!(n, '“' | '"' | '(' | '[' | '«' | '-' | '–' | '‘')
        });
        if spaced && opens && !(c == '.' && goes_on(&inside[..i], next)) {
            return end;
        }
    }
    inside.len()
}

/// Whether a sentence goes on after a stop, with `next` as its next visible character.
fn goes_on(before: &str, next: Option<char>) -> bool {
    is_initial(before)
        || is_short_form(before, next.is_some_and(|n| n.is_ascii_digit()))
        || is_item_mark(before.trim_start())
}

/// Whether the text before a stop ends in a shortened title or unit, which always stands before a name (`TP. Huế`,
/// `PGS. TS. Lê`), or in one that stands before a number (`No. 5`, `Jan. 5`).
fn is_short_form(before: &str, is_number_next: bool) -> bool {
    const BEFORE_NAMES: [&str; 42] = [
        "TP", "Tp", "tp", "TX", "Tx", "GS", "Gs", "PGS", "TS", "Ts", "TSKH", "ThS", "Ths", "BS", "Bs", "CKI", "CKII",
        "DS", "KS", "Ks", "KTS", "LS", "Ls", "NSND", "NSƯT", "NGND", "NGƯT", "Mr", "Mrs", "Ms", "Dr", "Prof", "St",
        "Gen", "Col", "Capt", "Lt", "Sgt", "Sen", "Gov", "Rep", "Rev",
    ];
    const BEFORE_NUMBERS: [&str; 20] = [
        "No", "no", "Nos", "Fig", "Vol", "tr", "p", "pp", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep",
        "Sept", "Oct", "Nov", "Dec",
    ];
    let word = last_word(before);
    BEFORE_NAMES.contains(&word) || is_number_next && BEFORE_NUMBERS.contains(&word)
}

/// The last word of a text, or the end of it.
fn last_word(text: &str) -> &str {
    // Long enough for the longest short form and the character before it.
    let tail = &text[text.ceil_char_boundary(text.len().saturating_sub(12))..];
    tail.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(tail)
}

/// Whether all of a sentence so far is the mark of a list item: `1`, `2.3`, `a`, `IV`.
fn is_item_mark(before: &str) -> bool {
    const LONGEST: usize = 6;
    let only = |signs: &str| before.chars().all(|c| signs.contains(c));
    !before.is_empty()
        && before.len() <= LONGEST
        && (only("0123456789.") && before.len() <= 4
            || only("IVXLC")
            || before.chars().count() == 1 && before.starts_with(char::is_alphabetic))
}

/// Whether a stop without a blank after it parts two sentences: a small word before it, a capital word behind it.
fn is_run_on(before: &str, rest: &str) -> bool {
    let word = last_word(before);
    let mut next = rest.chars();
    word.chars().nth(1).is_some()
        && word.chars().all(char::is_lowercase)
        && next.next().is_some_and(char::is_uppercase)
        && next.next().is_some_and(char::is_lowercase)
}

/// Whether the text before a stop ends in one capital letter that stands alone.
fn is_initial(before: &str) -> bool {
    let mut back = before.chars().rev();
    back.next().is_some_and(char::is_uppercase) && !back.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let got: Vec<&str> = sentences(text, Span::new(0, text.len())).map(|s| s.of(text)).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn ends_at_stops_before_capitals() {
        check("Tăng 1.5 lần. Ông nói: “Tốt.” Còn 3.000 tổ…", &["Tăng 1.5 lần.", "Ông nói: “Tốt.”", "Còn 3.000 tổ…"]);
        check("Ảnh của V. Sỹ chụp. vệ tinh.., và", &["Ảnh của V. Sỹ chụp. vệ tinh.., và"]);
        check("Ai trả? Không ai! Thật… Rồi sao?!", &["Ai trả?", "Không ai!", "Thật…", "Rồi sao?!"]);
        check("Mua gạo, ngô... Bán cá, tôm...", &["Mua gạo, ngô...", "Bán cá, tôm..."]);
        check("Giá gạo... vẫn tăng 3,5%. (Theo TTXVN) Hết.", &["Giá gạo... vẫn tăng 3,5%.", "(Theo TTXVN) Hết."]);
    }

    #[test]
    fn survives_short_forms() {
        check("Bà sống ở TP. Huế. Gặp PGS. TS. Lê An.", &["Bà sống ở TP. Huế.", "Gặp PGS. TS. Lê An."]);
        check("Th.S. Lê Na, GS.TSKH. Vũ Hà và BS.CKII. Mai", &["Th.S. Lê Na, GS.TSKH. Vũ Hà và BS.CKII. Mai"]);
        check("Lãi 5 tr.đ. Năm sau lãi 7 tr.đ.", &["Lãi 5 tr.đ.", "Năm sau lãi 7 tr.đ."]);
        check(
            "See p. 7, No. 5 of Jan. 6. Dr. Lan and Mr. J. K. Le.",
            &["See p. 7, No. 5 of Jan. 6.", "Dr. Lan and Mr. J. K. Le."],
        );
        check("Nhà ở Q. 1, P. Bến Nghé. Gần chợ.", &["Nhà ở Q. 1, P. Bến Nghé.", "Gần chợ."]);
        check("He said no. The rest said yes.", &["He said no.", "The rest said yes."]);
    }

    #[test]
    fn survives_initials_quotes_and_addresses() {
        check("Bị cáo H. (xin giấu tên) khai. Ông K. Lê im.", &["Bị cáo H. (xin giấu tên) khai.", "Ông K. Lê im."]);
        check("“Tốt!” ông nói. “Chưa đủ.” Rồi ông đi.", &["“Tốt!” ông nói.", "“Chưa đủ.”", "Rồi ông đi."]);
        check("\"Đi thôi!\" Bà gọi. (Hết.) Xong.", &["\"Đi thôi!\"", "Bà gọi.", "(Hết.)", "Xong."]);
        check("Xem bao.vn. Gửi a.b@bao.vn. Hết.", &["Xem bao.vn.", "Gửi a.b@bao.vn.", "Hết."]);
        check("Mua rau, cá, v.v. Chợ đông.", &["Mua rau, cá, v.v.", "Chợ đông."]);
        check("The U.S. Congress met. So did the U.K. one.", &["The U.S. Congress met.", "So did the U.K. one."]);
    }

    #[test]
    fn marks_of_items_stay_with_their_item() {
        check("1. Mở rộng chợ. 2. Sửa đường.", &["1. Mở rộng chợ.", "2. Sửa đường."]);
        check("IV. Tổ chức. 2.3. Xã làm.", &["IV. Tổ chức.", "2.3. Xã làm."]);
        check("a. Tỉnh lo.", &["a. Tỉnh lo."]);
        check("Có. Không. Ừ.", &["Có.", "Không.", "Ừ."]);
    }

    #[test]
    fn a_missing_blank_parts_sentences_too() {
        check("tăng so với cùng kỳ.Ông Hà nói", &["tăng so với cùng kỳ.", "Ông Hà nói"]);
        check("V.Sỹ ở TP.Huế, tp.Huế; xem Zing.Vn, 5.Ông", &["V.Sỹ ở TP.Huế, tp.Huế; xem Zing.Vn, 5.Ông"]);
    }
}
