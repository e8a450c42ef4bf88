//! Files of every format: whatever the bytes, what comes out holds together.

use langkinh::formats::{Content, Event, Format, Memory, Reader, Settings, Step};

/// A saved page.
pub fn html(data: &[u8]) {
    read(data, Format::Html);
}

/// A page with its pictures in one file.
pub fn mhtml(data: &[u8]) {
    read(data, Format::Mhtml);
}

/// RSS, Atom, RDF.
pub fn feed(data: &[u8]) {
    read(data, Format::Feed);
}

/// Tables with commas and with tabs.
pub fn table(data: &[u8]) {
    read(data, Format::Csv);
    read(data, Format::Tsv);
}

/// JSON, whole and by lines.
pub fn json(data: &[u8]) {
    read(data, Format::Json);
    read(data, Format::Jsonl);
}

/// Markdown.
pub fn markdown(data: &[u8]) {
    read(data, Format::Markdown);
}

/// Rich text.
pub fn rtf(data: &[u8]) {
    read(data, Format::Rtf);
}

/// PDF: a file, and the content of a page.
pub fn pdf(data: &[u8]) {
    read(data, Format::Pdf);
    read(&page(data), Format::Pdf);
}

/// Archives, whole and damaged.
pub fn archive(data: &[u8]) {
    [Format::Zip, Format::Tar, Format::Gzip].into_iter().for_each(|format| read(data, format));
    let mut zip = zip(&[("2023/a.txt", data), ("2023/a.txt", b"again"), ("b.zip", &zip(&[("c.html", data)]))]);
    read(&zip, Format::Zip);
    zip.truncate(zip.len() * 2 / 3);
    read(&zip, Format::Zip);
}

/// Word, OpenDocument and books, with this as the XML of their text.
pub fn office(data: &[u8]) {
    read(&zip(&[("word/document.xml", data), ("word/styles.xml", data)]), Format::Docx);
    read(&zip(&[("content.xml", data), ("META-INF/manifest.xml", b"<a/>"), ("meta.xml", data)]), Format::Odt);
    let container = b"<container><rootfile full-path=\"a.opf\"/></container>";
    let book = b"<package><manifest><item id=\"a\" href=\"a.html\" media-type=\"text/html\"/></manifest><spine><itemref idref=\"a\"/></spine></package>";
    read(&zip(&[("META-INF/container.xml", container), ("a.opf", book), ("a.html", data)]), Format::Epub);
    read(&zip(&[("META-INF/container.xml", container), ("a.opf", data), ("a.html", b"<p>A</p>")]), Format::Epub);
}

/// A PDF of one page with this content.
fn page(content: &[u8]) -> Vec<u8> {
    let head = format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>/XObject<</X 4 0 R>>>>/Contents 4 0 R>>endobj\n\
        5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n\
        4 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Length {}>>stream\n",
        content.len()
    );
    [head.as_bytes(), content, b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"].concat()
}

/// A zip archive of files that are not packed.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let at = out.len() as u32;
        let mut about = vec![20, 0, 0, 0, 0, 0, 0, 0, 33, 0];
        about.extend(crc32(bytes).to_le_bytes());
        about.extend([bytes.len() as u32; 2].iter().flat_map(|n| n.to_le_bytes()));
        about.extend((name.len() as u16).to_le_bytes());
        about.extend([0, 0]);
        out.extend(b"PK\x03\x04".iter().chain(&about).chain(name.as_bytes()).chain(*bytes));
        list.extend(b"PK\x01\x02\x14\x00".iter().chain(&about).chain(&[0; 10]));
        list.extend(at.to_le_bytes().iter().chain(name.as_bytes()));
    }
    let (at, n) = (out.len() as u32, files.len() as u16);
    out.extend(&list);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([n; 2].iter().flat_map(|n| n.to_le_bytes()));
    out.extend((list.len() as u32).to_le_bytes().iter().chain(&at.to_le_bytes()).chain(&[0, 0]));
    out
}

fn crc32(bytes: &[u8]) -> u32 {
    let byte = |sum: u32, &b: &u8| {
        (0..8).fold(sum ^ u32::from(b), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
    };
    !bytes.iter().fold(!0, byte)
}

/// Reads the bytes as that format: documents have text, hints stand in order on lines that are there, and something is
/// told of every file.
fn read(data: &[u8], format: Format) {
    let settings = Settings { format: Some(format), ..Settings::default() };
    let mut reader = Reader::new(Box::new(Memory(data.to_vec())), "a", settings);
    let mut n_told = 0;
    loop {
        let event = match reader.step() {
            Step::Found(event) => event,
            Step::Working => continue,
            Step::Done => break,
        };
        n_told += 1;
        let Event::Document(document) = event else { continue };
        assert!(!document.is_empty(), "a document has text");
        let Content::Blocks { text, hints } = document.content else { continue };
        let n_lines = text.split('\n').count() as u32;
        let mut end = 0;
        for hint in hints {
            assert!(
                hint.lines.start >= end && hint.lines.start < hint.lines.end && hint.lines.end <= n_lines,
                "{hint:?}"
            );
            end = hint.lines.end;
        }
    }
    assert!(n_told > 0, "something is told of every file");
}
