//! Readers of files hold on any bytes: no panic, no hang, and something is told of every file.
#![cfg(all(not(target_family = "wasm"), feature = "cli"))]

use std::time::{Duration, Instant};

use langkinh::formats::{Content, Event, Format, Memory, Reader, Settings, Step};
use proptest::prelude::*;

const TEXTS: [Format; 11] = [
    Format::Text,
    Format::Markdown,
    Format::Html,
    Format::Mhtml,
    Format::Feed,
    Format::Csv,
    Format::Tsv,
    Format::Json,
    Format::Jsonl,
    Format::Rtf,
    Format::Pdf,
];

/// Reads the bytes as that format and checks what comes out; gives the number of documents.
fn read(bytes: &[u8], format: Format) -> usize {
    let settings = Settings { format: Some(format), ..Settings::default() };
    let mut reader = Reader::new(Box::new(Memory(bytes.to_vec())), "a", settings);
    let (mut n_told, mut n_documents) = (0, 0);
    loop {
        let event = match reader.step() {
            Step::Found(event) => event,
            Step::Working => continue,
            Step::Done => break,
        };
        n_told += 1;
        let Event::Document(document) = event else { continue };
        n_documents += 1;
        let Content::Blocks { text, hints } = document.content else { continue };
        let n_lines = text.split('\n').count() as u32;
        assert!(hints.iter().all(|hint| hint.lines.start < hint.lines.end && hint.lines.end <= n_lines));
        assert!(hints.windows(2).all(|pair| pair[0].lines.end <= pair[1].lines.start));
    }
    assert!(n_told > 0, "{format:?}: something is told of every file");
    n_documents
}

proptest! {
    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        TEXTS.iter().for_each(|&format| { read(&bytes, format); });
    }

    #[test]
    fn any_markup_is_read(text in "(<[/!]?(p|div|table|td|tr|a href=x|b|li|ul|h1|script|style|title|article|item|rss|entry|!\\[CDATA\\[|\\?xml)[ />]|lúa |[.:,;\"'{}\\[\\]|=#*_`>-]|&amp;|&#x1f;|\n|\r\n|  ){0,120}") {
        TEXTS.iter().for_each(|&format| { read(text.as_bytes(), format); });
    }
}

proptest! {
    #[test]
    fn any_rich_text_is_read(body in "([{}]|\\\\(par|u7841|uc[0-9]|bin9|f[0-2]|s1|v|intbl|cell|row|footnote|info|title|upr|\\*|\\*\\\\ud|shptxt|listtext|fonttbl|stylesheet|pard)[ ;]?|\\\\'[0-9a-f]{2}|lúa |;){0,80}") {
        let file = format!("{{\\rtf1\\ansi{{\\fonttbl{{\\f0 .VnTime;}}}}{body}");
        read(file.as_bytes(), Format::Rtf);
    }

    #[test]
    fn any_page_is_read(content in "((BT|ET|q|Q|T\\*|EMC|/F1 9 Tf|[0-9]{1,3} [0-9]{1,3} Td|1 0 0 -1 [0-9]{1,3} 9 cm|0 1 -1 0 9 9 Tm|\\([a-z -]{0,9}\\) Tj|\\[\\(a\\) -[0-9]{1,4} \\(b\\)\\] TJ|/X Do|/Artifact BMC|/Span <</ActualText \\(x\\)>> BDC|[<>\\[\\](/]) ){0,60}") {
        let head = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>/XObject<</X 4 0 R>>>>/Contents 4 0 R>>endobj\n\
            5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n";
        let file = format!(
            "{head}4 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Length {}>>stream\n{content}\nendstream endobj\n\
            trailer<</Root 1 0 R>>\n%%EOF",
            content.len()
        );
        read(file.as_bytes(), Format::Pdf);
    }
}

#[test]
fn deep_and_long_files_take_linear_time() {
    let n = 30_000;
    let files = [
        (Format::Html, "<div>".repeat(n) + "chữ"),
        (Format::Html, "<b><p>chữ ".repeat(n)),
        (Format::Html, "<table><tr><td>chữ".repeat(n / 4)),
        (Format::Html, "<p>Một câu chữ dài hơn hai mươi lăm chữ cái.".repeat(n)),
        (Format::Html, "<ul><li><a href=x>chữ</a>".repeat(n)),
        (Format::Feed, format!("<rss>{}", "<item><title>a</title><description>b</description>".repeat(n / 20))),
        (Format::Json, "[".repeat(n)),
        (Format::Json, "{\"a\":".repeat(n)),
        (Format::Csv, "a,\"b\n".repeat(n)),
        (Format::Csv, "a,\"b\"c\n".repeat(n)),
        (Format::Rtf, format!("{{\\rtf1 {}", "{".repeat(n))),
        (Format::Rtf, format!("{{\\rtf1 {}", "{\\footnote a\\par}b\\cell\\row".repeat(n))),
        (Format::Rtf, format!("{{\\rtf1 {}", "\\u7841?".repeat(n))),
        (Format::Pdf, format!("%PDF-1.4\n{}", "1 0 obj<</A[".repeat(n))),
        (Format::Markdown, "[".repeat(n)),
        (Format::Markdown, "![a](".repeat(n)),
        (
            Format::Mhtml,
            format!("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n{}", "--x\n".repeat(n)),
        ),
    ];
    for (format, file) in files {
        let start = Instant::now();
        read(file.as_bytes(), format);
        let (took, head) = (start.elapsed(), &file[..20.min(file.len())]);
        assert!(took < Duration::from_secs(40), "{format:?} {head:?}: {took:?}");
    }
}
