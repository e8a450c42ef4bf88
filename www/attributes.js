// The page of examples: one element for each attribute, with a field that changes it.

const FILES = 'embed/school-2022.txt embed/school-2023.txt';

/** Attribute, its values to choose from, what it does, the attributes beside it. */
const EXAMPLES = [
  ['src', [FILES, 'embed/school-2023.txt'], 'Addresses of text files or bundles.', {}],
  ['text-from', ['#article', 'header'], 'A selector of elements whose text is read in place.', {}],
  ['view', ['terms', 'years', 'changes', 'figures', 'articles', 'facts', 'numbers'], 'Where the widget begins.', { src: FILES }],
  ['interactive', ['false', 'true'], 'A still picture with its table, without the widget.', { src: FILES, view: 'terms' }],
  ['years', ['2022-2023', '2023'], 'The years on show.', { src: FILES, view: 'years', interactive: 'false' }],
  ['terms', ['điện lưới', 'Internet'], 'The chosen term.', { src: FILES, view: 'spread', interactive: 'false' }],
  ['compare', ['2022 2023'], 'Two years against each other.', { src: FILES, interactive: 'false' }],
  ['max-terms', ['5', '12', '40'], 'Rows or words of a picture at most.', { src: FILES, view: 'cloud', interactive: 'false' }],
  ['lang', ['en', 'vi'], 'The language of the widget; of the element around it if absent.', { src: FILES }],
  ['theme', ['light', 'dark', 'auto'], 'Colours.', { src: FILES }],
  ['height', ['320', '30rem'], 'The least height, kept free from the start.', { src: FILES, interactive: 'false' }],
  ['loading', ['lazy', 'eager'], 'When it begins: near the viewport, or at once.', { src: FILES, interactive: 'false' }],
  ['instance', ['one', 'two'], 'Elements of the same name have their articles in common.', { src: FILES, view: 'articles' }],
  ['persist', ['examples'], 'Keeps the articles in this browser, under that name.', { view: 'add' }],
];

const make = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

for (const [name, values, what, beside] of EXAMPLES) {
  const element = make('lang-kinh', { id: `example-${name}`, lang: 'en', height: '420', ...beside, [name]: values[0] }, 'Shown until the widget is there.');
  const markup = make('code', {});
  const show = () => (markup.textContent = element.cloneNode(false).outerHTML);
  const field = make('input', { list: `values-${name}`, value: values[0], 'aria-label': name });
  const choices = make('datalist', { id: `values-${name}` }, ...values.map((value) => make('option', { value })));
  field.addEventListener('change', () => {
    if (field.value) element.setAttribute(name, field.value);
    else element.removeAttribute(name);
    show();
  });
  show();
  document.getElementById('examples').append(
    make('section', { 'aria-label': name }, make('h2', {}, name), make('p', {}, what), make('label', {}, `${name} = `, field, choices), element, make('pre', {}, markup)),
  );
}
