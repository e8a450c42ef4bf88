/** What the attributes of `<lang-kinh>` say, read leniently: what is wrong is warned of once and left out. */

import { schemeAround } from './scheme.js';

export const THEMES = ['auto', 'light', 'dark'];
export const LANGS = ['vi', 'en'];
/** Screens of the widget, and pictures that are drawn without it. */
const SCREENS = [
  'overview', 'years', 'changes', 'figures', 'themes', 'terms', 'explore', 'timeline', 'cleaning', 'articles', 'facts', 'numbers', 'add',
];
const CHARTS = ['terms', 'cloud', 'clouds', 'themes', 'timeline', 'years', 'ranks', 'keyness', 'spread', 'concordance', 'company',
  'figures', 'targets', 'people', 'cleaning'];
const MOST_TERMS = 1000;

/** All settings of an element; `warn` is told what is wrong. */
export function settings(element, warn) {
  const text = (name) => element.getAttribute(name)?.trim() ?? '';
  const one = (name, values, otherwise) => {
    const given = text(name).toLowerCase().slice(0, name === 'lang' ? 2 : undefined);
    if (!given || values.includes(given)) return given || otherwise;
    warn(`${name}="${given}" is none of ${values.join(', ')}`);
    return otherwise;
  };
  const around = element.parentElement?.closest('[lang]')?.lang.slice(0, 2);
  const interactive = one('interactive', ['true', 'false'], 'true') === 'true';
  const theme = one('theme', THEMES, 'auto');
  const compare = years('compare', text('compare'), warn);
  if (compare.length === 1) warn(`compare="${text('compare')}" names one year; two are compared`);
  return {
    lang: one('lang', LANGS, LANGS.includes(around) ? around : 'vi'),
    theme: theme === 'auto' ? schemeAround(element.shadowRoot) : theme,
    view: one('view', interactive ? [...SCREENS, ...CHARTS] : CHARTS, compare.length > 1 ? 'keyness' : interactive ? '' : 'terms'),
    years: years('years', text('years'), warn),
    compare: compare.length > 1 ? [compare[0], compare.at(-1)] : [],
    terms: text('terms').split(/[,;\n]/).map((term) => term.trim().slice(0, 200)).filter(Boolean),
    limit: count('max-terms', text('max-terms'), warn),
    interactive,
    storage: element.hasAttribute('persist'),
  };
}

/** `2022 2024`, `2022, 2024` or `2022-2024` (every year between). */
function years(name, given, warn) {
  const found = [];
  for (const part of given.split(/[\s,;]+/).filter(Boolean)) {
    const [, from, to = from] = part.match(/^(\d{4})(?:[-–](\d{4}))?$/) ?? [];
    if (!from || +to < +from || +to - +from > 200) warn(`${name}="${given}": ${part} is no year`);
    else for (let year = +from; year <= +to; year += 1) found.push(year);
  }
  return [...new Set(found)].sort((a, b) => a - b);
}

function count(name, given, warn) {
  if (!given) return 0;
  const fits = /^\d{1,6}$/.test(given) && +given >= 1;
  if (!fits || +given > MOST_TERMS) warn(`${name}="${given}" is no number from 1 to ${MOST_TERMS}`);
  return fits ? Math.min(+given, MOST_TERMS) : 0;
}
