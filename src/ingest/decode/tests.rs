//! Texts of our own through every encoding and back.

use unicode_normalization::UnicodeNormalization;

use super::code_page::windows1252;
use super::*;

const TEXT: &str = "Nông dân Sóc Trăng trúng mùa lúa đông xuân\n\
    Giá lúa thơm tăng hơn hai nghìn đồng mỗi ký so với vụ trước, nhiều hộ ở xã Mỹ Tú lãi gấp rưỡi.\n\
    Chị Bảy kể: “Được mùa, được giá, bà con phấn khởi lắm”. Huyện đã mở thêm ba điểm thu mua.\n";

/// The bytes of a text in an encoding, from the table of letters.
fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    let column = match encoding {
        Encoding::Tcvn3 => 1,
        Encoding::Viscii => 2,
        _ => 3,
    };
    let table: Vec<_> = super::code_page::letters().collect();
    let mut out = Vec::new();
    for c in text.chars() {
        let row = table.iter().find(|row| row[0].chars().eq([c]));
        match row.map(|row| row[column]) {
            Some(hex) => {
                out.extend((0..hex.len()).step_by(2).map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap()));
            }
            None => out.push(super::code_page::byte_shown_as(c).unwrap()),
        }
    }
    out
}

/// The bytes of a text in windows-1258: tones as marks of their own, other marks composed.
fn windows_1258(text: &str) -> Vec<u8> {
    let page = super::code_page::CodePage::new(Encoding::Windows1258);
    let shown: Vec<String> = (0..=255u8).map(|b| page.read(std::iter::once(super::code_page::Unit::Byte(b)))).collect();
    let mut out = Vec::new();
    for c in text.chars() {
        let apart: Vec<char> = c.to_string().nfd().collect();
        let (tones, marks): (Vec<char>, Vec<char>) =
            apart.into_iter().partition(|c| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'));
        let base: String = marks.into_iter().nfc().collect();
        for c in base.chars().chain(tones) {
            out.push(shown.iter().position(|s| s.chars().eq([c])).unwrap() as u8);
        }
    }
    out
}

/// VISCII has letters where windows-1252 has quotation marks.
fn plain(text: &str) -> String {
    text.replace(['“', '”'], "\"")
}

#[track_caller]
fn check(bytes: &[u8], encoding: Encoding, confidence: Confidence, text: &str) {
    let decoded = decode(bytes).unwrap();
    let got: String = decoded.text.nfc().collect();
    assert_eq!((decoded.decoding.encoding, decoded.decoding.confidence), (encoding, confidence), "{got}");
    assert_eq!(got, text);
}

#[test]
fn says_what_is_wrong() {
    assert_eq!(decode(b""), Err(ReadError::Empty));
    assert_eq!(decode(" \n".as_bytes()), Err(ReadError::Empty));
    assert_eq!(decode(&[0x89, b'P', b'N', b'G', 0, 0, 1, 2]), Err(ReadError::Binary));
    assert_eq!(decode(b"%PDF-1.7 and so on"), Err(ReadError::Binary));
    assert_eq!(decode(&[0; 64]), Err(ReadError::Binary));
    assert_eq!(decode(b"\x83n\x83\x8d\x81[\x83\x8f\x81[\x83\x8b\x83h"), Err(ReadError::UnknownEncoding { at: 0 }));
    assert_eq!(decode(&vec![b'a'; MAX_BYTES + 1]), Err(ReadError::TooLarge));
}

#[test]
fn reads_the_encodings_of_vietnamese() {
    use Confidence::High;
    check(&encoded(TEXT, Encoding::Tcvn3), Encoding::Tcvn3, High, TEXT);
    check(&encoded(TEXT, Encoding::Vni), Encoding::Vni, High, TEXT);
    check(&encoded(&plain(TEXT), Encoding::Viscii), Encoding::Viscii, High, &plain(TEXT));
    check(&windows_1258(TEXT), Encoding::Windows1258, High, TEXT);
    check(TEXT.as_bytes(), Encoding::Utf8, High, TEXT);
    check(format!("\u{feff}{TEXT}").as_bytes(), Encoding::Utf8, High, &format!("\u{feff}{TEXT}"));
}

#[test]
fn is_less_sure_of_a_few_words() {
    use Confidence::{Low, Medium};
    check(b"Chuy\xd3n \xae\xe6i s\xe8", Encoding::Tcvn3, Medium, "Chuyển đổi số");
    check(b"Chuy\xea\xd2n \xf0\xf4\xd2i", Encoding::Windows1258, Low, "Chuyển đổi");
}

#[test]
fn reads_utf16() {
    for text in ["Nông dân được mùa", TEXT] {
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&little, Encoding::Utf16Le, Confidence::High, text);
        check(&big, Encoding::Utf16Be, Confidence::High, text);
        check(&[b"\xff\xfe", little.as_slice()].concat(), Encoding::Utf16Le, Confidence::High, text);
        check(&[b"\xfe\xff", big.as_slice()].concat(), Encoding::Utf16Be, Confidence::High, text);
    }
}

#[test]
fn recognises_bytes_that_were_pasted_as_latin_1() {
    for encoding in [Encoding::Tcvn3, Encoding::Vni] {
        let shown: String = encoded(TEXT, encoding).into_iter().map(windows1252).collect();
        check(shown.as_bytes(), encoding, Confidence::High, TEXT);
        // A line of Unicode among them stays.
        let mixed = format!("{shown}Ảnh: Lê Hậu\n");
        check(mixed.as_bytes(), encoding, Confidence::High, &format!("{TEXT}Ảnh: Lê Hậu\n"));
    }
    let shown: String = windows_1258(TEXT).into_iter().map(windows1252).collect();
    check(shown.as_bytes(), Encoding::Windows1258, Confidence::High, TEXT);
    let capitals = "C\u{e9}NG H\u{df}A X\u{b7} H\u{e9}I CH\u{f1} NGH\u{dc}A VI\u{d6}T NAM";
    check(capitals.as_bytes(), Encoding::Tcvn3, Confidence::Medium, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
}

#[test]
fn brings_back_utf8_that_was_misread() {
    let shown: String = TEXT.bytes().map(windows1252).collect();
    check(shown.as_bytes(), Encoding::Utf8Misread, Confidence::High, TEXT);
    let twice: String = shown.bytes().map(windows1252).collect();
    check(twice.as_bytes(), Encoding::Utf8Misread, Confidence::High, TEXT);
}

#[test]
fn counts_what_is_lost() {
    let decoded = decode("Gi\u{fffd} lúa t\u{fffd}ng".as_bytes()).unwrap();
    assert_eq!((decoded.decoding.n_lost, decoded.decoding.encoding), (2, Encoding::Utf8));
    assert!(decoded.decoding.is_notable());
    let cut = &TEXT.as_bytes()[..TEXT.find('ở').unwrap() + 1];
    let decoded = decode(cut).unwrap();
    assert_eq!((decoded.decoding.n_lost, decoded.decoding.encoding), (1, Encoding::Utf8));
    let quotes = [TEXT.as_bytes(), b"\x93C\xc3\xb3\x94"].concat();
    assert!(decode(&quotes).unwrap().text.ends_with("“Có”"));
}

#[test]
fn leaves_western_text_alone() {
    let texts = [
        "Le café « Chez René » est fermé depuis l’été ; à Nîmes aussi, où l’été était très chaud. Ça va, là-bas ?",
        "Müller fährt über die Brücke und grüßt die Mädchen in der Straße; es schneit häufig in Österreich.",
        "El niño comió después mañana; ¿qué pasó con la señora en Málaga? Él está allí también: sí.",
        "It’s a “new” day – don’t worry… the price is 5 €.",
        "Não há razão para a população; à noite são três irmãs.",
    ];
    for text in texts {
        let bytes: Vec<u8> = text.chars().map(|c| super::code_page::byte_shown_as(c).unwrap()).collect();
        let decoded = decode(&bytes).unwrap();
        assert_eq!((decoded.decoding.encoding, decoded.text.as_str()), (Encoding::Windows1252, text));
        assert_eq!(decode(text.as_bytes()).unwrap(), Decoded { text: text.to_owned(), decoding: Decoding::PLAIN });
    }
}

#[test]
fn reads_as_it_is_told() {
    for encoding in [Encoding::Tcvn3, Encoding::Vni] {
        let bytes = encoded(TEXT, encoding);
        let shown: String = bytes.iter().copied().map(windows1252).collect();
        assert_eq!(decode_as(&bytes, encoding).unwrap().text, TEXT);
        assert_eq!(decode_as(shown.as_bytes(), encoding).unwrap().text, TEXT);
        assert_eq!(decode_as(&bytes, Encoding::Windows1252).unwrap().text, shown);
        assert_eq!(decode_as(shown.as_bytes(), Encoding::Utf8).unwrap().text, shown);
    }
    for encoding in Encoding::ALL {
        assert_eq!(Encoding::named(encoding.name()), Some(encoding));
        assert_eq!(serde_json::to_string(&encoding).unwrap(), format!("\"{}\"", encoding.name()));
        assert!(decode_as(b"\xc4\x90i\xff", encoding).is_ok());
    }
}
