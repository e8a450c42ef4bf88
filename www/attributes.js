// The page of examples: every attribute, property, method, custom property and part of the element, live.

const FILES = 'embed/school-2022.txt embed/school-2023.txt';

/** Attribute, values to choose from, what it does, the attributes beside it. */
const EXAMPLES = [
  ['src', [FILES, 'embed/school-2023.txt'], 'Addresses of files of any format that is read, or of bundles.', {}],
  ['text-from', ['#article', 'header'], 'A selector of elements of this page whose text is read in place.', {}],
  ['view', ['terms', 'years', 'changes', 'figures', 'articles', 'facts', 'numbers'], 'Where the widget begins, or which picture is shown.', { src: FILES }],
  ['interactive', ['false', 'true'], 'A still picture with its table, without the widget.', { src: FILES, view: 'cloud' }],
  ['years', ['2022-2023', '2023'], 'The years on show.', { src: FILES, view: 'years', interactive: 'false' }],
  ['terms', ['điểm trường', 'toàn tỉnh'], 'The chosen term; here, where it stands in each article.', { src: FILES, view: 'spread', interactive: 'false' }],
  ['compare', ['2022 2023'], 'Two years against each other.', { src: FILES, interactive: 'false' }],
  ['max-terms', ['5', '12', '40'], 'Rows or words of a picture at most.', { src: FILES, view: 'cloud', interactive: 'false' }],
  ['lang', ['en', 'vi'], 'The language of the widget; of the element around it if absent.', { src: FILES }],
  ['theme', ['light', 'dark', 'auto'], 'Colours; “auto” takes those of the page around.', { src: FILES }],
  ['height', ['320', '20rem', 'auto'], 'The height of the box, kept free from the start; “auto” grows with what is in it.', { src: FILES, interactive: 'false' }],
  ['loading', ['lazy', 'eager'], 'When it begins: near the viewport, or at once.', { src: FILES, interactive: 'false' }],
  ['instance', ['one', 'two'], 'Elements of the same name have their articles in common.', { src: FILES, view: 'articles' }],
  ['persist', ['examples'], 'Keeps the articles in this browser, under that name.', { view: 'add' }],
];

/** What a button does with the element `e`. */
const METHODS = [
  ["e.articles = ['Năm 2024, xã Chiềng Ơn có 15 lớp học.']", (e) => { e.articles = ['Năm 2024, xã Chiềng Ơn có 15 lớp học.']; }],
  ["e.dictionary = '* lớp học'", (e) => { e.dictionary = '* lớp học'; }],
  ['await e.analyze()', async (e) => `a document of ${(await e.analyze()).articles.length} article(s)`],
  ["await e.export('svg:terms')", async (e) => { const { name, mime, bytes } = await e.export('svg:terms'); return `${name}, ${mime}, ${bytes.length} bytes`; }],
  ['bundle = await e.toBundle()', async (e) => { bundle = await e.toBundle(); return `${bundle.length} bytes`; }],
  ['e.bundle = bundle', (e) => { e.articles = []; e.bundle = bundle; }],
  ['await e.clear()', async (e) => { e.articles = []; e.bundle = null; await e.clear(); }],
];
let bundle = null;

/** Custom property, what it colours, a value that shows it. */
const PROPERTIES = [
  ['--lk-bg', 'background', '#fff4d6'], ['--lk-surface', 'fields, menus, cards', '#ffffff'], ['--lk-ink', 'text', '#3b0d2e'],
  ['--lk-accent', 'links and marks', '#00594c'], ['--lk-font', 'type of text', 'monospace'], ['--lk-font-heading', 'type of headings', 'cursive'],
];

/** Part, what it is, the view on which it stands, how to come to it where the view does not show it. */
const PARTS = [
  ['root', 'the whole'], ['main', 'the screen'], ['header', 'above the screen'], ['nav', 'the ways to the screens'], ['footer', 'below the screen'],
  ['finding', 'what to know first'], ['heading', 'headings'], ['section', 'sections of a screen'], ['year', 'the card of a year'], ['toolbar', 'rows of controls'],
  ['menu', 'menus', '', 'open “Export”'], ['button', 'buttons'], ['input', 'fields'], ['link', 'links'], ['term', 'links to a term'],
  ['figure', 'a picture with all that belongs to it'], ['cloud', 'that picture; likewise the name of every other'], ['picture', 'its drawing'],
  ['summary', 'the sentence below its title'], ['note', 'its notes'], ['table', 'tables'], ['bar', 'bars in tables'], ['sentence', 'sentences of articles'],
  ['text', 'the text of an article', 'articles', 'open an article'], ['card', 'the card of a fact', 'articles', 'open an article and a fact in it'],
  ['notice', 'messages', 'add', 'read a text'],
  ['chart', 'a still picture', 'still'], ['title', 'its title', 'still'],
];

const make = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};
const example = (id, attributes) => make('lang-kinh', { id, lang: 'en', height: '420', ...attributes }, 'Shown until the widget is there.');
const put = (id, ...children) => document.getElementById(id).append(...children);
const button = (text, act, attributes = {}) => {
  const made = make('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', () => act(made));
  return made;
};
/** The markup of an element, an attribute to a line. */
const markupOf = (element) =>
  `<lang-kinh\n${[...element.attributes].filter(({ name }) => name !== 'id').map(({ name, value }) => `  ${name}="${value}"`).join('\n')}></lang-kinh>`;

for (const [name, values, what, beside] of EXAMPLES) {
  const element = example(`example-${name}`, { ...beside, [name]: values[0] });
  element.dataset.attribute = name;
  const markup = make('code');
  const show = () => (markup.textContent = markupOf(Object.assign(element.cloneNode(false), { id: '' })).replace(/\n {2}data-attribute=".*?"/, ''));
  const field = make('input', { id: `value-${name}`, value: values[0], spellcheck: 'false' });
  const set = (value) => {
    field.value = value;
    if (value) element.setAttribute(name, value);
    else element.removeAttribute(name);
    show();
  };
  field.addEventListener('change', () => set(field.value));
  show();
  put('attributes', make('section', { id: name, 'aria-labelledby': `of-${name}` },
    make('h3', { id: `of-${name}` }, name), make('p', {}, what),
    make('div', { class: 'controls' }, make('label', { for: `value-${name}` }, `${name} =`), field, ...values.map((value) => button(value, () => set(value)))),
    element, make('pre', {}, markup)));
  document.querySelector('nav').append(make('a', { href: `#${name}` }, name));
}
for (const [id, name] of [['methods', 'methods and events'], ['properties', 'custom properties'], ['parts', 'parts']]) {
  document.querySelector('nav').append(make('a', { href: `#${id}` }, name));
}

const doing = example('example-methods', {});
const log = make('pre', { 'aria-live': 'polite' });
const tell = (line) => (log.textContent = `${log.textContent}${line}\n`.split('\n').slice(-12).join('\n'));
for (const type of ['lk-ready', 'lk-progress', 'lk-result', 'lk-select', 'lk-error']) {
  doing.addEventListener(type, ({ detail }) => tell(`${type} ${JSON.stringify(detail).slice(0, 200)}`));
}
put('methods', make('div', { class: 'controls' }, ...METHODS.map(([line, act]) => button(line, async () => {
  const came = await Promise.resolve(doing).then(act).catch((error) => `${error.name}: ${error.message}`);
  tell(`${line}${came === undefined ? '' : ` → ${came}`}`);
}))), doing, log);

const dressed = example('example-properties', { src: FILES, theme: 'light' });
const css = make('code');
const dress = (name, value) => {
  if (value) dressed.style.setProperty(name, value);
  else dressed.style.removeProperty(name);
  css.textContent = `lang-kinh { ${dressed.style.cssText} }`;
};
put('properties', ...PROPERTIES.map(([name, what, value]) => make('div', { class: 'controls' },
  make('code', {}, name), what, button(value, () => dress(name, value)), button('as it was', () => dress(name, '')))), dressed, make('pre', {}, css));

const [widget, still] = [example('example-part', { src: FILES, view: 'overview' }), example('example-still', { src: FILES, view: 'cloud', interactive: 'false' })];
const marked = new CSSStyleSheet();
document.adoptedStyleSheets.push(marked);
const rule = make('code');
const parts = PARTS.map(([name, what, view = '', how = '']) => button(name, (pressed) => {
  for (const other of parts) other.setAttribute('aria-pressed', String(other === pressed));
  if (view && view !== 'still' && widget.getAttribute('view') !== view) widget.setAttribute('view', view);
  rule.textContent = `lang-kinh::part(${name}) { outline: 3px dashed magenta; }`;
  marked.replaceSync(rule.textContent);
  const shown = view === 'still' ? still : widget;
  const found = shown.shadowRoot.querySelector(`[part~=${name}]`);
  if (found) shown.scrollTop += found.getBoundingClientRect().top - shown.getBoundingClientRect().top - 40;
  said.textContent = `${name}: ${what}${how && `. To see it, ${how}`}${view === 'still' ? ' (the second example)' : ''}.`;
}, { title: what, 'aria-pressed': 'false' }));
const said = make('p', { 'aria-live': 'polite' });
put('parts', make('div', { class: 'controls' }, ...parts), said, make('pre', {}, rule), widget, still);
