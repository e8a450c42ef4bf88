/** A picture without the widget: the tree of a chart as SVG elements, with its table beside it. Nothing becomes markup. */
import { fetched } from './files.js';

const SVG = 'http://www.w3.org/2000/svg';
const TAGS = ['g', 'rect', 'line', 'path', 'circle', 'text'];
const MOST_NODES = 50_000;
/** Pictures of ours nest three deep; one from a file may be anything. */
const MOST_DEEP = 20;

/** The style of the element around a picture; that of the picture itself is `chart.css`. */
const SHEET = `
.lk-still{container-type:inline-size;margin:0;font-family:var(--lk-font,inherit);color:var(--lk-ink,inherit);background:var(--lk-bg,transparent)}
.lk-still figcaption{font-weight:600;margin:0 0 .25rem}
.lk-still p{margin:.25rem 0;font-size:.875em}
.lk-still .chart text{font-family:var(--lk-font,inherit)}
.lk-still svg{display:block;width:100%;height:auto;max-height:none}
.lk-still details{margin-top:.5rem;font-size:.875em}
.lk-still table{border-collapse:collapse;width:100%}
.lk-still th,.lk-still td{text-align:start;padding:.2rem .5rem;border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.lk-still td.number{text-align:end;font-variant-numeric:tabular-nums}
.lk-still [data-pick]{cursor:pointer}
.lk-still [data-pick]:focus-visible{outline:2px solid var(--lk-accent,currentColor)}
`;
let sheets;
/** The sheets, once for all pictures of the page. */
const dress = () =>
  (sheets ??= fetched(new URL('./chart.css', import.meta.url), 'chart.css')
    .then((response) => response.text())
    .catch(() => '')
    .then((colours) => [SHEET, colours].map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    })));

/**
 * The picture as an element, with its sheets. `chosen` is told what a reader clicks: `{ type, term | year | key | evidence }`.
 */
export async function picture(chart, { language, theme }, chosen) {
  const worn = await dress();
  const figure = html('figure', { class: 'lk-still', part: `root chart figure ${chart.kind}`, lang: language, 'data-theme': theme });
  if (theme !== 'auto') figure.style.colorScheme = theme;
  figure.append(html('figcaption', { part: 'title heading' }, chart.title));
  if (chart.summary) figure.append(html('p', { part: 'summary' }, chart.summary));
  if (chart.height > 0) {
    const svg = element('svg', { class: 'chart', part: 'picture', role: 'img', 'aria-label': chart.title, 'data-theme': theme, viewBox: `0 0 ${+chart.width} ${+chart.height}` });
    let left = MOST_NODES;
    const draw = (parent, nodes, depth = 0) => {
      if (!Array.isArray(nodes) || depth > MOST_DEEP) return;
      for (const node of nodes) {
        if (!TAGS.includes(node?.tag) || (left -= 1) < 0) continue;
        const drawn = element(node.tag, {});
        for (const [name, value] of node.attributes ?? []) if (isPlain(name, value)) drawn.setAttribute(name, value);
        if (node.title) drawn.append(element('title', {}, node.title));
        if (node.text) drawn.append(node.text);
        if (node.pick) choosable(drawn, node.pick, chosen);
        parent.append(drawn);
        draw(drawn, node.nodes, depth + 1);
      }
    };
    draw(svg, chart.nodes);
    figure.append(svg);
  }
  for (const note of chart.notes ?? []) figure.append(html('p', { part: 'note' }, note));
  figure.append(table(chart.table, language));
  return { element: figure, sheets: worn };
}

/** No handler and no address comes through an attribute. */
const isPlain = (name, value) => /^[a-z][a-z0-9-]*$/i.test(name) && !/^(on|href|style$|xlink)/i.test(name) && !/url\(|javascript:/i.test(String(value));

function choosable(drawn, pick, chosen) {
  const choose = () => chosen({ ...pick });
  drawn.setAttribute('data-pick', pick.type);
  drawn.setAttribute('tabindex', '0');
  drawn.setAttribute('role', 'button');
  drawn.addEventListener('click', choose);
  drawn.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose();
  });
}

function table({ columns = [], rows = [] } = {}, language) {
  const details = html('details', { part: 'table' });
  details.append(html('summary', {}, language === 'en' ? 'Table' : 'Bảng số liệu'));
  const body = html('table', {});
  const head = html('tr', {});
  for (const { name } of columns) head.append(html('th', { scope: 'col' }, name));
  body.append(head);
  for (const { cells } of rows) {
    const row = html('tr', {});
    cells.forEach((cell, at) => {
      const isNumber = typeof cell === 'number';
      const { decimals = null } = columns[at] ?? {};
      const text = isNumber && decimals !== null ? cell.toLocaleString(language, digits(decimals)) : String(cell ?? '');
      row.append(html('td', isNumber ? { class: 'number' } : {}, text));
    });
    body.append(row);
  }
  details.append(body);
  return details;
}

/** 255: as many as a number has. */
const digits = (n) => (n > 20 ? { maximumFractionDigits: 20 } : { minimumFractionDigits: n, maximumFractionDigits: n });

const html = (name, attributes, text) => dressed(document.createElement(name), attributes, text);
const element = (name, attributes, text) => dressed(document.createElementNS(SVG, name), attributes, text);

function dressed(made, attributes, text) {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}
