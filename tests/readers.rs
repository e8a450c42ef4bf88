//! Readers of files hold on any bytes: no panic, no hang, and something is told of every file.
#![cfg(all(not(target_family = "wasm"), feature = "cli"))]

use std::time::{Duration, Instant};

use langkinh::formats::{Content, Event, Format, Memory, Reader, Settings, Step};
use proptest::prelude::*;

const TEXTS: [Format; 9] = [
    Format::Text,
    Format::Markdown,
    Format::Html,
    Format::Mhtml,
    Format::Feed,
    Format::Csv,
    Format::Tsv,
    Format::Json,
    Format::Jsonl,
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
