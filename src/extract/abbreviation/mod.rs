//! Short forms and what they stand for.

mod definition;
mod shape;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Span;
use crate::ingest::Zone;
use crate::lexicon::Phrases;

use super::Reading;
use super::name::is_shouted;
pub(crate) use definition::by_initials;

/// One short form.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Abbreviation {
    /// As written: `TT&TT`.
    pub short: String,
    /// What it stands for, where that is known.
    pub long: Option<String>,
    /// `in_text` (the text puts both side by side), `long_form_elsewhere` (the text has both, not linked) or
    /// `background` (from the dictionary, or unknown).
    #[serde(deserialize_with = "crate::base::code")]
    pub defined: crate::base::Code,
    /// The words that define it, for `in_text`.
    pub evidence: Option<Span>,
    /// `unit`, `technology`, `product_name`, `byline`, where it is one of these.
    #[serde(deserialize_with = "crate::base::some_code")]
    pub kind: Option<crate::base::Code>,
    /// Every place where it stands, in text order.
    pub mentions: Vec<(Span, Zone)>,
}

/// Short forms and what they stand for, in the order of their first mention.
pub fn abbreviations(r: &Reading) -> Vec<Abbreviation> {
    let mut out: Vec<Abbreviation> = Vec::new();
    let mut by_short: FxHashMap<&str, usize> = FxHashMap::default();
    let bracketed = bracketed(r);
    for sentence in &r.sentences {
        if is_shouted(r, sentence.tokens.clone()) {
            continue;
        }
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let by_brackets = || bracketed.contains(r.raw(i)).then_some(i + 1);
            let Some(to) = shape::short_form(r, i, sentence.tokens.end).or_else(by_brackets) else {
                i += 1;
                continue;
            };
            // `(ABCD.KL)`: a stock and where it is traded.
            let dot = r.raw(i.wrapping_sub(1)) == "." || r.raw(to) == "." && r.is_glued(to) && r.is_glued(to + 1);
            let brackets = r.raw(i.wrapping_sub(1)) == "(" || r.raw(to) == ")" && r.raw(i.wrapping_sub(3)) == "(";
            if r.language == "en" && dot && brackets {
                i = to;
                continue;
            }
            let span = r.span(i..to);
            let short = span.of(r.text);
            if short.starts_with(char::is_lowercase) {
                i = to;
                continue;
            }
            let at = *by_short.entry(short).or_insert_with(|| {
                out.push(unexplained(r, short));
                out.len() - 1
            });
            out[at].mentions.push((span, sentence.zone));
            if out[at].evidence.is_none()
                && let Some(found) = definition::definition(r, i..to, sentence)
            {
                out[at].long = Some(found.long.of(r.text).to_owned());
                out[at].evidence = Some(found.evidence);
                out[at].defined = "in_text";
            }
            i = to;
        }
    }
    find_long_forms(r, &mut out);
    out
}

/// Words that are short forms because the text defines them as such in brackets, whatever their spelling.
fn bracketed<'a>(r: &'a Reading) -> FxHashSet<&'a str> {
    let mut out = FxHashSet::default();
    for sentence in &r.sentences {
        for i in sentence.tokens.clone().filter(|&i| shape::is_bracketed_form(r, i)) {
            let named = || definition::closes_name(r, i, sentence) || definition::initials(r, i, sentence);
            if shape::short_form(r, i, sentence.tokens.end).is_none() && named() {
                out.insert(r.raw(i));
            }
        }
    }
    out
}

/// Marks the short forms whose long form stands somewhere in the text.
fn find_long_forms(r: &Reading, out: &mut [Abbreviation]) {
    let longs = out.iter().enumerate().filter(|(_, a)| a.evidence.is_none());
    // A common noun that stands in every text explains nothing: `thành phố` for TP.
    let telling = |long: &String| long.split(' ').count() > 2 || long.chars().next().is_some_and(char::is_uppercase);
    let longs = longs.filter_map(|(i, a)| Some((a.long.clone().filter(telling)?, i as u32)));
    let longs = Phrases::new(longs);
    for i in 0..r.tokens.len() {
        if let Some((_, at)) = r.longest(&longs, i, r.tokens.len()) {
            out[at as usize].defined = "long_form_elsewhere";
        }
    }
}

fn unexplained(r: &Reading, short: &str) -> Abbreviation {
    let known = r.lexicon.short_forms.get(short);
    Abbreviation {
        short: short.to_owned(),
        long: known.map(|k| k.long.to_owned()),
        defined: "background",
        evidence: None,
        kind: known.and_then(|k| k.kind),
        mentions: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::facts_of;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = facts_of(text).abbreviations;
        let got: Vec<String> = found
            .iter()
            .map(|a| match a.defined {
                "in_text" => format!("{} = {} ×{}", a.short, a.long.as_deref().unwrap_or("?"), a.mentions.len()),
                _ => format!("{} ×{}", a.short, a.mentions.len()),
            })
            .collect();
        assert_eq!(got.join("; "), expected, "{text}");
    }

    #[test]
    fn reads_definitions() {
        check("Bộ Giao thông vận tải (Bộ GTVT) báo cáo; GTVT là lĩnh vực khó.", "GTVT = Giao thông vận tải ×2");
        check("Ủy ban nhân dân (UBND) xã họp.", "UBND = Ủy ban nhân dân ×1");
        check("Theo Quỹ Tiền tệ Quốc tế (IMF), giá tăng.", "IMF = Quỹ Tiền tệ Quốc tế ×1");
        check("Chỉ số giá tiêu dùng (CPI) giảm.", "CPI = Chỉ số giá tiêu dùng ×1");
        check(
            "Sở Nông nghiệp và Phát triển nông thôn (NN&PTNT) đề nghị.",
            "NN&PTNT = Nông nghiệp và Phát triển nông thôn ×1",
        );
        check("HTX (hợp tác xã) làm ăn khá.", "HTX = hợp tác xã ×1");
        check("They sold green boats (GBs) and GBs of all sorts in the town.", "GBs = green boats ×2");
        check("They met the Blue Sea Bank’s (BSB) men in the town.", "BSB = Blue Sea Bank ×1");
    }

    #[test]
    fn brackets_close_the_name_of_an_agreement_or_a_group() {
        check(
            "Tỉnh đã ký tham gia Sáng kiến vành đai xanh đô thị (UGB), chưa vào Mạng lưới các thành phố ven sông (RCN).",
            "UGB = Sáng kiến vành đai xanh đô thị ×1; RCN = Mạng lưới các thành phố ven sông ×1",
        );
        check(
            "Hai bên ra Tuyên bố chung về Quan hệ đối tác rừng ngập mặn (MFP).",
            "MFP = Quan hệ đối tác rừng ngập mặn ×1",
        );
        // A capital that no such name begins with leaves the phrase before the bracket.
        check("Ông Nam nói về điện toán biên (MEC).", "MEC = điện toán biên ×1");
        check("Hai bên đàm phán hợp đồng thuê tàu (TCP).", "TCP = hợp đồng thuê tàu ×1");
    }

    #[test]
    fn initials_of_english_terms_and_stocks() {
        check(
            "The two of them signed a letter of wishes (LoW) on the day of the fair, and the LoW is in the hall.",
            "LoW = letter of wishes ×2",
        );
        check(
            "The shares of Green Lee (GRLE.KL) rose on the day of the fair, and the boat (Lotus) was sold to them.",
            "",
        );
    }

    #[test]
    fn english_names_that_end_in_brackets() {
        check(
            "It was bought by the Green Posts and Letters Group (GPOL) and the World Children's Fund (WOCEF) of the town.",
            "GPOL = Green Posts and Letters Group ×1; WOCEF = World Children's Fund ×1",
        );
        check(
            "It was paid for by Green Lake University and the Dutch Rivers Society (NRS) on the day of the fair.",
            "NRS = Dutch Rivers Society ×1",
        );
        // Another name before it.
        check(
            "He wrote to the York Bank and the Young Letters (YOL) on the day of the fair, it is said.",
            "YOL = Young Letters ×1",
        );
    }

    #[test]
    fn words_in_brackets_after_a_body() {
        check("Hiệp hội Muối Việt Nam (Vinasalt) họp. Vinasalt kiến nghị.", "Vinasalt = Hiệp hội Muối Việt Nam ×2");
        // The body that another is of.
        check("Vụ Thanh toán (NHNN) cho biết.", "NHNN ×1");
        check("Hiệp hội Muối Việt Nam (Thanh Hóa) họp; ông Robert (Texas) dự.", "");
        check("Chỉ số VN-Index giảm.", "");
    }

    #[test]
    fn leaves_numerals_and_document_numbers() {
        check("Đại hội XIII, quý II, khóa XV.", "");
        check("Quyết định số 749/QĐ-TTg và Nghị quyết 68-NQ/TW.", "");
        check("Không ai bị bỏ lại, AI là công cụ.", "AI ×1");
        check("Xe biển số 29A-123.45 chạy trên QL 5.", "QL ×1");
    }

    #[test]
    fn reads_joined_forms() {
        check("Sở LĐ-TB&XH TP.HCM họp về COVID-19 và mạng 5G.", "LĐ-TB&XH ×1; TP.HCM ×1; COVID-19 ×1; 5G ×1");
    }
}
