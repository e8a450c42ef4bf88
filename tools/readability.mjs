// Mozilla's Readability on a folder of pages: prints one JSON object, page name → text, title, outlet, author, date.
// node tools/readability.mjs FOLDER, with `npm install @mozilla/readability jsdom` done in the current folder.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const load = createRequire(join(process.cwd(), "package.json"));
const { Readability } = load("@mozilla/readability");
const { JSDOM } = load("jsdom");
const [folder] = process.argv.slice(2);
const out = {};
for (const name of readdirSync(folder).filter((name) => name.endsWith(".html"))) {
  const dom = new JSDOM(readFileSync(join(folder, name), "utf8"), { url: "https://example.org/" });
  const article = new Readability(dom.window.document).parse() ?? {};
  // Without blanks between elements the words of two paragraphs would be one.
  const text = (article.content ?? "").replace(/<[^>]*>/g, " ");
  const plain = new JSDOM(`<body>${text}</body>`).window.document.body.textContent;
  out[name.replace(".html", "")] = {
    text: plain,
    title: article.title ?? "",
    outlet: article.siteName ?? "",
    author: article.byline ?? "",
    date: (article.publishedTime ?? "").slice(0, 10),
  };
}
console.log(JSON.stringify(out));
