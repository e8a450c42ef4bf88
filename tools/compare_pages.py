"""Our reader of pages beside Readability and trafilatura on the pages of tests/pages, in one run.

python tools/compare_pages.py OURS READABILITY
  OURS         folder that `cargo test --test pages` fills: target/tmp/pages
  READABILITY  folder with node_modules of @mozilla/readability and jsdom
Wants trafilatura (pip install trafilatura lxml_html_clean). Prints a table in Markdown.

F1 of words as bags (letters and digits, small letters): of the text without title and captions, and of the text with its
captions, which is what the others aim at. The title is taken out of what a program gives where it stands first.
Title, outlet, author, day: pages on which what a program states is what a reader sees; outlets and authors count in any case.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys

import trafilatura

root = pathlib.Path(__file__).resolve().parent.parent
pages = sorted((root / "tests/pages").glob("*.html"))
ours_folder, readability_folder = map(pathlib.Path, sys.argv[1:3])


def bag(text):
    return collections.Counter(re.findall(r"[^\W_]+", text.lower()))


def f1(a, b):
    a, b = bag(a), bag(b)
    total = sum(a.values()) + sum(b.values())
    return 1.0 if total == 0 else 2 * sum((a & b).values()) / total


def without_title(text, title):
    text = text.strip()
    return text[len(title):] if title and text.startswith(title) else text


def ours(page):
    read = json.loads((ours_folder / f"{page.stem}.json").read_text())
    body = "\n".join(read["body"])
    return {**read, "text": body, "with_captions": body + "\n" + "\n".join(read["captions"])}


script = root / "tools/readability.mjs"
printed = subprocess.run(["node", script, root / "tests/pages"], cwd=readability_folder, capture_output=True, text=True, check=True)
readability = json.loads(printed.stdout)


def by_trafilatura(page, **settings):
    html = page.read_text()
    text = trafilatura.extract(html, include_comments=False, include_tables=True, **settings) or ""
    meta = trafilatura.extract_metadata(html)
    value = lambda name: getattr(meta, name, None) or ""
    return {"text": text, "title": value("title"), "outlet": value("sitename"), "author": value("author"), "date": value("date")}


systems = {
    "Lăng Kính": ours,
    "Readability": lambda page: readability[page.stem],
    "trafilatura": by_trafilatura,
    "trafilatura, recall first": lambda page: by_trafilatura(page, favor_recall=True),
}
names = [("all pages", ""), ("first half", "a-"), ("second half", "b-")]
rows = {}
for name, system in systems.items():
    for page in pages:
        want = json.loads(page.with_suffix(".json").read_text())
        got = system(page)
        body = "\n".join(want["body"])
        with_captions = body + "\n" + "\n".join(want["captions"])
        text = without_title(got["text"], want["title"])
        score = [f1(text, body), f1(without_title(got.get("with_captions", text), want["title"]), with_captions)]
        score += [float(got[field].lower() == want[field].lower()) for field in ("title", "outlet", "author", "date")]
        rows[name, page.stem] = score

for title, prefix in names:
    chosen = [page.stem for page in pages if page.stem.startswith(prefix)]
    print(f"\n{title}, {len(chosen)} pages\n")
    print("| | text F1 | with captions | lowest | title | outlet | author | day |\n| --- | --- | --- | --- | --- | --- | --- | --- |")
    for name in systems:
        scores = [rows[name, page] for page in chosen]
        mean = [sum(column) / len(chosen) for column in zip(*scores)]
        lowest = min(max(score[:2]) for score in scores)
        fields = " | ".join(f"{round(value * len(chosen))}" for value in mean[2:])
        print(f"| {name} | {mean[0]:.3f} | {mean[1]:.3f} | {lowest:.3f} | {fields} |")
