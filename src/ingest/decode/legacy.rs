//! Text in an eight-bit encoding: which one, told by how many of its words are then syllables of Vietnamese.

use super::code_page::{CodePage, Unit, byte_shown_as, windows1252};
use super::plausible::{Evidence, evidence};
use super::{Confidence, Decoded, Decoding, Encoding, capitals};

const VIETNAMESE: [Encoding; 4] = [Encoding::Tcvn3, Encoding::Vni, Encoding::Windows1258, Encoding::Viscii];

/// How much of a text is looked at to tell its encoding, in bytes.
const REACH: usize = 1 << 16;

/// The bytes read in an encoding.
pub(super) fn bytes_as(bytes: &[u8], encoding: Encoding) -> String {
    finished(encoding, CodePage::new(encoding).read(bytes.iter().copied().map(Unit::Byte)))
}

/// A text whose characters are bytes as windows-1252 or Latin-1 shows them, read in an encoding. Lines with letters that
/// only Vietnamese has stay as they are.
pub(super) fn text_as(text: &str, encoding: Encoding) -> String {
    let page = CodePage::new(encoding);
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        if is_open(line) {
            out.push_str(&finished(encoding, page.read(units(line))));
        } else {
            out.push_str(line);
        }
    }
    out
}

fn finished(encoding: Encoding, text: String) -> String {
    if encoding == Encoding::Tcvn3 { capitals::raise(&text) } else { text }
}

fn units(line: &str) -> impl Iterator<Item = Unit> + '_ {
    line.chars().map(|c| byte_shown_as(c).map_or(Unit::Char(c), Unit::Byte))
}

/// Whether a line may be bytes in disguise: it has characters beyond ASCII, and no letter that only Unicode text has.
fn is_open(line: &str) -> bool {
    let mut any = false;
    for c in line.chars().filter(|c| !c.is_ascii()) {
        match byte_shown_as(c) {
            Some(_) => any = true,
            None if c.is_alphabetic() || matches!(u32::from(c), 0x300..0x370) => return false,
            None => {}
        }
    }
    any
}

/// The bytes as Vietnamese, if one of its encodings makes syllables of most words.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<Decoded> {
    let sample = &bytes[..bytes.len().min(REACH)];
    let judged = VIETNAMESE
        .map(|encoding| (encoding, evidence(&CodePage::new(encoding).read(sample.iter().copied().map(Unit::Byte)))));
    let as_western = evidence(&sample.iter().copied().map(windows1252).collect::<String>());
    let (encoding, confidence) = best(&judged, as_western)?;
    Some(Decoded { text: bytes_as(bytes, encoding), decoding: Decoding { encoding, confidence, n_lost: 0 } })
}

/// A text that is UTF-8, but whose characters stand for the bytes of a Vietnamese encoding.
pub(super) fn of_text(text: &str) -> Option<Decoded> {
    let mut sample = String::new();
    for line in text.split_inclusive('\n').filter(|line| is_open(line)) {
        sample.push_str(&line[..line.floor_char_boundary(REACH)]);
        if sample.len() >= REACH {
            break;
        }
    }
    if sample.is_empty() {
        return None;
    }
    let as_it_stands = evidence(&sample);
    // Text that reads well as it stands is not looked at four times more.
    if as_it_stands.n_words < 2 || as_it_stands.share() > 0.7 {
        return None;
    }
    let judged = VIETNAMESE.map(|encoding| (encoding, evidence(&CodePage::new(encoding).read(units(&sample)))));
    let (encoding, confidence) = best(&judged, as_it_stands)?;
    Some(Decoded { text: lines_as(text, encoding), decoding: Decoding { encoding, confidence, n_lost: 0 } })
}

/// The encoding that makes the greatest share of words syllables, well more than the text has as it stands.
fn best(judged: &[(Encoding, Evidence)], as_it_stands: Evidence) -> Option<(Encoding, Confidence)> {
    let mut first: Option<(Encoding, Evidence)> = None;
    let mut second = as_it_stands.weight();
    for &(encoding, found) in judged {
        match first {
            Some((_, best)) if found.weight() <= best.weight() => second = second.max(found.weight()),
            _ => {
                second = first.map_or(second, |(_, best)| second.max(best.weight()));
                first = Some((encoding, found));
            }
        }
    }
    let (encoding, found) = first?;
    let (share, lead) = (found.share(), found.weight() - second);
    if found.n_syllables < 2 || share < 0.7 || share - as_it_stands.share() < 0.3 {
        return None;
    }
    let confidence = match found.n_syllables {
        8.. if share > 0.9 && lead > 0.3 => Confidence::High,
        3.. if share > 0.8 && lead > 0.15 => Confidence::Medium,
        _ => Confidence::Low,
    };
    Some((encoding, confidence))
}

/// The lines that gain by it read in the encoding, the others as they are.
fn lines_as(text: &str, encoding: Encoding) -> String {
    let page = CodePage::new(encoding);
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        if is_open(line) {
            let read = page.read(units(line));
            if evidence(&read).n_syllables > evidence(line).n_syllables {
                out.push_str(&finished(encoding, read));
                continue;
            }
        }
        out.push_str(line);
    }
    out
}

/// The bytes as text of a Western language, if the letters stand as they do there.
pub(super) fn western(bytes: &[u8]) -> Option<Decoded> {
    let (mut n_words, mut n_strange, mut n_high, mut n_solid) = (0u32, 0u32, 0u32, 0u32);
    for word in bytes[..bytes.len().min(REACH)].split(|b| b.is_ascii() && !b.is_ascii_alphabetic()) {
        let high = word.iter().filter(|b| !b.is_ascii()).count() as u32;
        n_high += high;
        n_solid += word.len() as u32;
        if high > 0 {
            n_words += 1;
            n_strange += u32::from(is_strange(word, high));
        }
    }
    if n_high * 3 > n_solid || n_strange * 4 > n_words {
        return None;
    }
    let confidence = match n_strange * 20 {
        strange if strange <= n_words && n_words > 4 => Confidence::High,
        strange if strange <= n_words * 3 => Confidence::Medium,
        _ => Confidence::Low,
    };
    let decoding = Decoding { encoding: Encoding::Windows1252, confidence, n_lost: 0 };
    Some(Decoded { text: bytes_as(bytes, Encoding::Windows1252), decoding })
}

/// Whether a word has bytes that stand for nothing, signs between letters, or hardly a plain letter.
fn is_strange(word: &[u8], high: u32) -> bool {
    let is_sign = |b: &u8| matches!(b, 0xa1..=0xbf | 0xd7 | 0xf7);
    let letters = word.iter().filter(|b| **b >= 0xc0).count() as u32;
    let undefined = word.iter().any(|b| matches!(b, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d));
    let inside = word
        .windows(3)
        .any(|w| w[0].is_ascii_alphabetic() && is_sign(&w[1]) && w[1] != 0xb7 && w[2].is_ascii_alphabetic());
    undefined || inside || letters > 2 && letters * 2 > word.len() as u32 || high > 6
}
