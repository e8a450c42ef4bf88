//! Which strings of letters can be a syllable of Vietnamese: onset, rhyme, tone. Knows no word.

use crate::text::{fold, tone};

/// Whether the word, in whatever case, can be one syllable of Vietnamese as it is written today.
///
/// ```
/// use langkinh::lexicon::is_syllable;
/// assert!(is_syllable("chuyển") && is_syllable("Đổi") && is_syllable("giếng"));
/// assert!(!is_syllable("chuyểm") && !is_syllable("được2") && !is_syllable("cạnk") && !is_syllable("các các"));
/// ```
pub fn is_syllable(word: &str) -> bool {
    const LONGEST: usize = 32;
    if word.len() > LONGEST {
        return false;
    }
    let folded = fold(word);
    let mut plain = String::with_capacity(folded.len());
    let mut own = 0;
    for c in folded.chars() {
        let (letter, tone) = tone(c);
        if tone > 0 && own > 0 {
            return false;
        }
        own = own.max(tone);
        plain.push(letter);
    }
    ONSETS.iter().filter_map(|onset| plain.strip_prefix(onset)).any(|rhyme| is_rhyme(rhyme, own))
        || plain.strip_prefix("qu").is_some_and(|rhyme| is_rhyme(rhyme, own) || AFTER_QU.contains(&rhyme))
}

/// Whether the rhyme exists and takes the tone: before a final stop only the acute and the dot.
fn is_rhyme(rhyme: &str, tone: u8) -> bool {
    RHYMES.binary_search(&rhyme).is_ok()
        && (matches!(tone, 2 | 5) || !rhyme.ends_with(['c', 'p', 't']) && !rhyme.ends_with("ch"))
}

const ONSETS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
];

const AFTER_QU: [&str; 7] = ["y", "ych", "yn", "ynh", "yt", "yên", "yêt"];

/// Rhymes without their tone, in byte order.
const RHYMES: [&str; 165] = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "e", "ec", "em", "en", "eng", "eo",
    "ep", "et", "i", "ia", "ich", "im", "in", "inh", "ip", "it", "iu", "iêc", "iêm", "iên", "iêng", "iêp", "iêt",
    "iêu", "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oc", "oe",
    "oem", "oen", "oeo", "oet", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot", "oăc", "oăm", "oăn", "oăng", "oăt",
    "u", "ua", "uc", "ui", "um", "un", "ung", "up", "ut", "uy", "uya", "uych", "uyn", "uynh", "uyp", "uyt", "uyu",
    "uyên", "uyêt", "uân", "uâng", "uât", "uây", "uê", "uêch", "uênh", "uêu", "uôc", "uôi", "uôm", "uôn", "uông",
    "uôp", "uôt", "uơ", "y", "ynh", "yêm", "yên", "yêng", "yêt", "yêu", "âc", "âm", "ân", "âng", "âp", "ât", "âu",
    "ây", "ê", "êch", "êm", "ên", "êng", "ênh", "êp", "êt", "êu", "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", "ăc",
    "ăm", "ăn", "ăng", "ăp", "ăt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt", "ư", "ưa", "ưc", "ưi", "ưm", "ưn", "ưng", "ưt",
    "ưu", "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(RHYMES.is_sorted());
    }

    #[test]
    fn knows_the_syllables_of_running_text() {
        let text = "Nghiêng mình trước gió, quyển sách quý khuya khoắt quốc huỳnh quỳnh giữ gìn giếng gì uống yêu thuở \
            khuỷu tay ngoằn ngoèo xoong Uỷ ban hoà bình loạt hoặc ước quay quanh khuếch thuế nguyệt tuýp";
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()) {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn refuses_what_only_looks_like_one() {
        for word in ["", "cafés", "été", "où", "chuyÓn", "đôi2", "việc̀", "cac", "bằch", "straße", "año", "aa", "xyz"]
        {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
