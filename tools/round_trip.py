"""The same article in every format, made by real programs, read by the command: title, day, words and figures must be
those of the plain text.

    cargo build
    python tools/round_trip.py target/debug/langkinh

Files are made by what is there: the standard library (csv, json, zipfile, tarfile), python-docx, odfpy, EbookLib,
LibreOffice (`soffice`) and Chromium (`chromium --print-to-pdf`); what is missing is said and left out. All words are ours.
"""

import csv
import gzip
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from html import escape
from pathlib import Path

TITLE = "Du lịch biển miền Trung hồi phục mạnh"
DAY = "2023-07-14"
BODY = [
    "Sáu tháng đầu năm 2023, các tỉnh ven biển miền Trung đón 4,2 triệu lượt khách, tăng 12% so với cùng kỳ năm 2022, "
    "theo số liệu của Sở Du lịch.",
    "Doanh thu lưu trú đạt 1.250 tỷ đồng; khách quốc tế chiếm 18%, phần lớn đến từ Hàn Quốc và Nhật Bản.",
    "Ông Lê Minh Hải, giám đốc một công ty lữ hành, nói: “Chúng tôi kỳ vọng lượng khách sẽ còn tăng trong mùa thu”.",
    "Các địa phương đặt mục tiêu đón 9 triệu lượt khách trong cả năm 2023 và mở thêm 3 đường bay thẳng.",
]
PAGE = (
    f"<!DOCTYPE html><html lang=vi><head><meta charset=utf-8><title>{TITLE}</title>"
    f"<meta property='article:published_time' content='{DAY}T08:00:00+07:00'></head>"
    f"<body><article><h1>{TITLE}</h1>{''.join(f'<p>{escape(p)}</p>' for p in BODY)}</article></body></html>"
)
# Without a day in so many words, formats that do not state one cannot give it.
STATES_DAY = {"html", "csv", "tsv", "json", "jsonl", "epub", "md", "rss", "mht"}


def files(to: Path):
    """(name, kind) of every file that could be made; what could not is said."""
    made = []

    def add(name, kind, data):
        (to / name).write_bytes(data if isinstance(data, bytes) else data.encode())
        made.append((name, kind))

    plain = "\n".join([TITLE, *BODY])
    add("a.txt", "txt", plain)
    add("bom.txt", "txt", "\ufeff" + plain)
    add("wide.txt", "txt", plain.encode("utf-16"))
    add("a.html", "html", PAGE)
    add("a.md", "md", f"---\ntitle: {TITLE}\ndate: {DAY}\n---\n\n# {TITLE}\n\n" + "\n\n".join(BODY) + "\n")
    row = {"Tiêu đề": TITLE, "Ngày đăng": DAY, "Nội dung": "\n".join(BODY)}
    add("a.json", "json", json.dumps([row], ensure_ascii=False))
    add("a.jsonl", "jsonl", json.dumps(row, ensure_ascii=False) + "\n")
    for name, options in [
        ("a.csv", {}),
        ("semicolon.csv", {"delimiter": ";"}),
        ("quoted.csv", {"quoting": csv.QUOTE_ALL}),
        ("a.tsv", {"delimiter": "\t"}),
    ]:
        bom = "utf-8-sig" if name == "semicolon.csv" else "utf-8"
        with open(to / name, "w", newline="", encoding=bom) as out:
            table = csv.DictWriter(out, row.keys(), **options)
            table.writeheader()
            table.writerow(row)
        made.append((name, Path(name).suffix[1:]))
    items = f"<item><title>{TITLE}</title><pubDate>Fri, 14 Jul 2023 01:00:00 GMT</pubDate><description>"
    items += escape("".join(f"<p>{p}</p>" for p in BODY)) + "</description></item>"
    add("a.rss", "rss", f"<?xml version='1.0'?><rss version='2.0'><channel><title>Mẫu</title>{items}</channel></rss>")
    rtf = "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in "\\par\n\\pard ".join([TITLE, *BODY]))
    add("hand.rtf", "rtf", f"{{\\rtf1\\ansi\\deff0{{\\fonttbl{{\\f0 Arial;}}}}\\pard {rtf}\\par}}")
    with zipfile.ZipFile(to / "a.zip", "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("2023/bài.txt", plain)
    made.append(("a.zip", "zip"))
    if shutil.which("zip"):
        subprocess.run(["zip", "-q", "-j", to / "by-zip.zip", to / "a.txt"], check=True)
        made.append(("by-zip.zip", "zip"))
    with tarfile.open(to / "a.tar.gz", "w:gz") as t:
        t.add(to / "a.txt", "2023/a.txt")
    made.append(("a.tar.gz", "tar"))
    (to / "one.txt.gz").write_bytes(gzip.compress(plain.encode()))
    made.append(("one.txt.gz", "gz"))
    for make in (by_docx, by_odf, by_ebook, by_office, by_chromium):
        try:
            made += make(to)
        except (ImportError, FileNotFoundError) as missing:
            print(f"not made: {make.__name__}: {missing}")
    return made


def by_docx(to):
    from docx import Document

    d = Document()
    d.core_properties.title = TITLE
    d.add_heading(TITLE, 0)
    for p in BODY:
        d.add_paragraph(p)
    d.save(to / "python.docx")
    return [("python.docx", "docx")]


def by_odf(to):
    from odf.opendocument import OpenDocumentText
    from odf.text import H, P

    d = OpenDocumentText()
    d.text.addElement(H(outlinelevel=1, text=TITLE))
    for p in BODY:
        d.text.addElement(P(text=p))
    d.save(to / "python.odt")
    return [("python.odt", "odt")]


def by_ebook(to):
    from ebooklib import epub

    b = epub.EpubBook()
    b.set_title(TITLE)
    b.add_metadata("DC", "date", DAY)
    c = epub.EpubHtml(title=TITLE, file_name="c.xhtml", lang="vi")
    c.content = f"<h1>{TITLE}</h1>" + "".join(f"<p>{escape(p)}</p>" for p in BODY)
    b.add_item(c)
    b.add_item(epub.EpubNcx())
    b.add_item(epub.EpubNav())
    b.spine = ["nav", c]
    epub.write_epub(to / "python.epub", b)
    return [("python.epub", "epub")]


def by_office(to):
    if not shutil.which("soffice"):
        raise FileNotFoundError("LibreOffice is not on this machine")
    made = []
    source = "python.docx" if (to / "python.docx").exists() else "hand.rtf"
    for kind in ("rtf", "odt", "docx", "epub", "pdf"):
        out = to / "office"
        subprocess.run(
            ["soffice", "--headless", "--convert-to", kind, "--outdir", out, to / source], capture_output=True, timeout=120
        )
        if (out / f"{Path(source).stem}.{kind}").exists():
            (out / f"{Path(source).stem}.{kind}").rename(to / f"office.{kind}")
            made.append((f"office.{kind}", "office"))
    return made


def by_chromium(to):
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if not browser:
        raise FileNotFoundError("Chromium is not on this machine")
    out = to / "chromium.pdf"
    subprocess.run(
        [browser, "--headless=new", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={out}", (to / "a.html").as_uri()],
        capture_output=True,
        timeout=120,
    )
    return [("chromium.pdf", "pdf")] if out.exists() else []


def read(command, path):
    """Title, day, words and figures of the only article, and what the command said."""
    done = subprocess.run([command, "analyze", path], capture_output=True, text=True)
    articles = json.loads(done.stdout)["articles"]
    bundle = json.loads(subprocess.run([command, "bundle", path], capture_output=True, text=True).stdout)
    if len(articles) != 1:
        return None, done.stderr
    a = articles[0]
    text = bundle["articles"][0]["text"]
    body = [s for s in a["segments"] if s["role"] not in ("title", "heading")]
    words = " ".join(utf16(text, s["start"], s["end"]) for s in body).split()
    words = [word for word in words if word.strip("•-–")]
    figures = [(f["number_text"], f["unit"], f["value"]) for f in a["figures"]]
    return (a["meta"]["title"], a["meta"]["published"]["iso"], words, figures), done.stderr


def utf16(text, start, end):
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "replace")


def main():
    command = os.path.abspath(sys.argv[1])
    failed = 0
    with tempfile.TemporaryDirectory() as to:
        to = Path(to)
        made = files(to)
        (title, _, words, figures), _ = read(command, to / "a.txt")
        for name, kind in made:
            found, said = read(command, to / name)
            if found is None:
                wrong = [f"not one article: {said.strip()}"]
            else:
                wrong = [what for what, ours, theirs in zip(("title", "words", "figures"), (title, words, figures), (found[0], found[2], found[3])) if ours != theirs]
                if kind in STATES_DAY and found[1] != DAY:
                    wrong.append(f"day {found[1]}")
                if "words" in wrong:
                    wrong.append(" ".join(w for w in found[2] if w not in words)[:80])
            failed += bool(wrong)
            print(f"{name:16} {'the same' if not wrong else '; '.join(wrong)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
