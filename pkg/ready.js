/**
 * A picture from a bundle without the engine: one that the bundle holds as it is, or bars of its terms.
 * Takes a few kilobytes where the engine takes hundreds. Numbers are those of the bundle.
 */

const WORDS = {
  vi: { terms: 'Thuật ngữ', count: 'Số lần', articles: 'Số bài', in: 'Năm', of: (n) => `Từ ${n} bài viết.`, term: 'Thuật ngữ' },
  en: { terms: 'Terms', count: 'Count', articles: 'Articles', in: 'Year', of: (n) => `From ${n} ${n === 1 ? 'article' : 'articles'}.`, term: 'Term' },
};
const WIDTH = 720;
const ROW = 26;
const MOST_BYTES = 64 * 1024 * 1024;

/** What a bundle holds to be shown: its overview and pictures. `null` where there is none that can be shown. */
export function readyOf(bytes) {
  if (bytes.length > MOST_BYTES) return null;
  try {
    const { view } = JSON.parse(new TextDecoder().decode(bytes).split('\n', 1)[0]);
    const { terms, articles } = view.overview;
    if (!Array.isArray(terms) || !Array.isArray(articles)) return null;
    return { overview: view.overview, charts: Array.isArray(view.charts) ? view.charts : [] };
  } catch {
    return null;
  }
}

/** The picture of a query, in the form of the engine's; `null` for those that only the engine draws. */
export function chartOf({ overview, charts }, { kind, language, limit, years, term }) {
  if (years.length) return null;
  if (kind !== 'terms') return limit || term ? null : held(charts, kind, language);
  const words = WORDS[language];
  const rows = overview.terms.slice(0, limit || 20).filter((row) => typeof row?.term === 'string');
  const columns = [
    { key: 'term', name: words.term, decimals: null },
    { key: 'count', name: words.count, decimals: 0 },
    { key: 'articles', name: words.articles, decimals: 0 },
    ...(overview.years ?? []).map(({ year }) => ({ key: `count_${year}`, name: `${words.in} ${year}`, decimals: 0 })),
  ];
  const byYear = (row) => (overview.years ?? []).map(({ year }) => row.byYear?.find((one) => one.year === year)?.count ?? 0);
  const table = {
    columns,
    rows: rows.map((row) => ({ cells: [row.term, Number(row.count), Number(row.nArticles), ...byYear(row).map(Number)], pick: pick(row) })),
  };
  return { kind, title: words.terms, summary: words.of(overview.articles.length), notes: [], table, width: WIDTH, ...bars(rows, term) };
}

/** A picture as the bundle holds it: one for both languages, or, in older bundles, one for each. */
function held(charts, kind, language) {
  const chart = charts.find((one) => one?.kind === kind && (!one.language || one.language === language));
  try {
    return chart ? inLanguage(chart, language) : null;
  } catch {
    // Nested without end.
    return null;
  }
}

/** What differs by language stands as `{ vi, en }`. */
function inLanguage(value, language) {
  if (Array.isArray(value)) return value.map((one) => inLanguage(one, language));
  if (typeof value !== 'object' || !value) return value;
  if ('vi' in value && 'en' in value) return value[language];
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inLanguage(one, language)]));
}

const pick = ({ term }) => ({ type: 'term', term });
const titled = (row) => `${row.term}: ${row.count}`;
const text = (x, y, size, anchor, words, kind = '') => ({
  tag: 'text', text: words, attributes: [['class', kind], ['x', Number(x)], ['y', Number(y)], ['font-size', Number(size)], ['text-anchor', anchor]],
});

function bars(rows, chosen) {
  const most = Math.max(1, ...rows.map((row) => Number(row.count) || 0));
  const left = 260;
  const nodes = rows.map((row, at) => {
    const y = at * ROW;
    const width = Math.max(2, ((Number(row.count) || 0) / most) * (WIDTH - left - 60));
    return {
      tag: 'g', title: titled(row), pick: pick(row),
      nodes: [
        text(left - 8, y + 17, 13, 'end', row.term, row.term === chosen ? 'bold' : ''),
        { tag: 'rect', attributes: [['class', 's1'], ['x', left], ['y', y + 4], ['width', width], ['height', ROW - 8], ['rx', 2]] },
        text(left + width + 6, y + 17, 12, 'start', String(row.count), 'soft'),
      ],
    };
  });
  return { nodes, height: rows.length * ROW };
}
