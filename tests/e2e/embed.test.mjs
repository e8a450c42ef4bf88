// `<lang-kinh>` on a page of somebody else's, under a strict policy.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, start } from './harness.mjs';

let e2e;
before(async () => (e2e = await start()));
after(() => e2e.stop());

/** The embedding page with both elements scrolled to and ready. */
async function embedded(options) {
  const opened = await e2e.page('embed.html', options);
  for (const id of ['here', 'files']) {
    await opened.page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await eventually(`${id} is drawn`, () => drawn(opened.page, id));
  }
  return opened;
}

const drawn = (page, id) =>
  page.evaluate((id) => !!document.getElementById(id)?.shadowRoot?.querySelector('.lk')?.textContent.trim(), id);

const articles = (page, id) =>
  page.evaluate(async (id) => {
    const { overview } = await document.getElementById(id).engine.request({ type: 'overview' });
    return overview.articles.map((row) => row.title);
  }, id);

test('two elements, one over the article it stands on, no request after both are drawn', async () => {
  const { page, requests, errors } = await embedded();
  const before = requests.length;
  assert.deepEqual(await articles(page, 'here'), ['Hà Giang thêm 42 điểm trường có điện lưới']);
  assert.equal((await articles(page, 'files')).length, 2);
  await page.evaluate(() => document.getElementById('files').engine.exportJson());
  assert.deepEqual(requests.slice(before), []);
  assert.deepEqual(errors, []);
});

test('the style of the host stays outside, that of the widget inside', async () => {
  const { page } = await embedded();
  await page.locator('#files button').first().waitFor({ state: 'attached' });
  const styles = await page.evaluate(() => {
    const inside = document.getElementById('files').shadowRoot.querySelector('button');
    const outside = document.body.appendChild(document.createElement('button'));
    const of = (button) => [getComputedStyle(button).color, getComputedStyle(button).textTransform];
    return { inside: of(inside), outside: of(outside) };
  });
  assert.deepEqual(styles.outside, ['rgb(255, 0, 0)', 'uppercase']);
  assert.notDeepEqual(styles.inside, styles.outside);
});

test('keeps its place before it is drawn, so that nothing moves', async () => {
  const { page } = await e2e.page('embed.html');
  const height = () => page.evaluate(() => document.getElementById('here').getBoundingClientRect().height);
  assert.ok((await height()) >= 480);
});

test('both share one worker; a move does not restart it; the worker ends with the last of them', async () => {
  const { page, requests } = await embedded();
  assert.equal(page.workers().length, 1);
  assert.equal(requests.filter((url) => url.endsWith('engine_bg.wasm')).length, 1);
  const isSame = await page.evaluate(async () => {
    const element = document.getElementById('here');
    const engine = element.engine;
    document.querySelector('header').append(element);
    await new Promise((done) => setTimeout(done, 50));
    return engine !== null && element.engine === engine;
  });
  assert.ok(isSame);
  assert.deepEqual(await articles(page, 'here'), ['Hà Giang thêm 42 điểm trường có điện lưới']);
  await page.evaluate(() => document.getElementById('here').remove());
  assert.equal((await articles(page, 'files')).length, 2);
  assert.equal(page.workers().length, 1);
  await page.evaluate(() => document.getElementById('files').remove());
  await eventually('the worker is gone', () => page.workers().length === 0);
});

test('loaded twice, also from two places, it is registered once; moveBefore keeps everything', async () => {
  const { page, errors } = await embedded();
  const isSame = await page.evaluate(async () => {
    const first = customElements.get('lang-kinh');
    await import('/pkg/element.js?again');
    const element = document.getElementById('here');
    const { engine } = element;
    const drawn = element.shadowRoot.querySelector('.lk');
    document.querySelector('header').moveBefore?.(element, null);
    await new Promise((done) => setTimeout(done, 50));
    return customElements.get('lang-kinh') === first && element.engine === engine && element.shadowRoot.querySelector('.lk') === drawn;
  });
  assert.ok(isSame);
  assert.equal(page.workers().length, 1);
  assert.deepEqual(errors, []);
});

test('when the worker of all crashes, each gets its articles back', async () => {
  const { page } = await embedded();
  await page.workers()[0].evaluate(() => void setTimeout(() => { throw new Error('boom'); }));
  await eventually('both are back', async () => {
    const counts = await Promise.all(['here', 'files'].map((id) => articles(page, id).catch(() => [])));
    return counts[0].length === 1 && counts[1].length === 2;
  });
  assert.equal(page.workers().length, 1);
});

test('elements of one instance have their articles in common', async () => {
  const { page } = await e2e.page('embed.html');
  await page.evaluate(() => {
    for (const id of ['one', 'two']) {
      const element = Object.assign(document.createElement('lang-kinh'), { id });
      element.setAttribute('instance', 'both');
      element.setAttribute('loading', 'eager');
      if (id === 'one') element.articles = ['Sáng 12/3/2024, tỉnh Lào Cai có 152 trạm y tế xã.'];
      document.body.append(element);
    }
  });
  for (const id of ['one', 'two']) {
    await eventually(`${id} is drawn`, () => drawn(page, id));
    assert.equal((await articles(page, id)).length, 1);
  }
});

test('loads nothing of the engine until it is near the viewport', async () => {
  const { page, requests } = await e2e.page('embed.css');
  await page.evaluate(async () => {
    const space = document.createElement('div');
    space.style.height = '5000px';
    const element = document.createElement('lang-kinh');
    document.body.append(space, element);
    await import('/pkg/element.js');
    await new Promise((done) => setTimeout(done, 300));
  });
  assert.deepEqual(requests.filter((url) => url.includes('/pkg/') && !url.endsWith('element.js')), []);
});

test('wrong attributes warn once and harm nothing', async () => {
  const { page, errors } = await embedded();
  const warnings = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  const wrong = {
    theme: 'sepia', lang: 'xx', height: 'tall; color: red', 'text-from': '###', view: '<b>', years: 'last', compare: '2022',
    'max-terms': '-3', interactive: 'perhaps', loading: 'soon', src: 'ftp://elsewhere.example/x',
  };
  await page.evaluate((wrong) => {
    const element = document.getElementById('here');
    for (const turn of [0, 1]) for (const [name, value] of Object.entries(wrong)) {
      if (turn) element.removeAttribute(name);
      element.setAttribute(name, value);
    }
  }, wrong);
  await eventually('it is empty now', async () => (await articles(page, 'here')).length === 0);
  assert.ok(await drawn(page, 'here'));
  assert.deepEqual(errors, []);
  const of = (name) => warnings.filter((text) => text.includes(name === 'src' ? 'src: ' : `${name}="`)).length;
  for (const name of Object.keys(wrong)) assert.equal(of(name), 1, name);
  await page.evaluate(() => document.getElementById('here').setAttribute('max-terms', '5000'));
  await eventually('too many are told', () => of('max-terms') === 2);
});

test('attributes and properties count at any time', async () => {
  const { page } = await embedded();
  const lang = () => page.evaluate(() => document.getElementById('here').shadowRoot.querySelector('.lk').lang);
  assert.equal(await lang(), 'vi');
  await page.evaluate(() => document.getElementById('here').setAttribute('lang', 'en'));
  await eventually('it speaks English', async () => (await lang()) === 'en');
  await page.evaluate(() => document.getElementById('here').setAttribute('view', 'articles'));
  await eventually('it shows the articles', () =>
    page.evaluate(() => document.getElementById('here').shadowRoot.querySelector('#lk-heading')?.textContent.includes('Articles')));
  await page.evaluate(() => (document.getElementById('here').articles = [{ name: 'b.txt', text: 'Năm 2024, xã Mường Lạn có 3 trường học.' }]));
  await eventually('both are read', async () => (await articles(page, 'here')).length === 2);
  await page.evaluate(() => document.getElementById('here').setAttribute('src', 'embed/school-2022.txt'));
  await eventually('three are read', async () => (await articles(page, 'here')).length === 3);
  await page.evaluate(() => document.getElementById('here').removeAttribute('text-from'));
  await eventually('two are left', async () => (await articles(page, 'here')).length === 2);
});

test('methods work before the element is near the viewport, and events leave it', async () => {
  const { page } = await e2e.page('embed.css');
  const { told, counts, bundle, csv, again, after } = await page.evaluate(async () => {
    await import('/pkg/element.js');
    const told = [];
    for (const type of ['lk-ready', 'lk-progress', 'lk-result']) document.addEventListener(type, () => told.push(type));
    const space = Object.assign(document.createElement('div'), { id: 'space' });
    space.style.height = '5000px';
    const shadow = document.body.appendChild(document.createElement('section')).attachShadow({ mode: 'open' });
    const element = document.createElement('lang-kinh');
    shadow.append(space, element);
    const { articles } = await element.analyze(['Năm 2023, xã Chiềng Ơn có 12 lớp học.', { name: 'b.txt', text: 'Năm 2024, xã Chiềng Ơn có 15 lớp học.' }]);
    const bundle = await element.toBundle();
    const csv = await element.export('facts.csv');
    await element.clear();
    const counts = [articles.length, (await element.engine.request({ type: 'overview' })).overview.articles.length];
    element.bundle = bundle;
    const again = (await element.analyze()).articles.length;
    element.remove();
    await new Promise((done) => setTimeout(done, 50));
    return { told: [...new Set(told)], counts, bundle: new TextDecoder().decode(bundle).slice(0, 30), csv: csv.mime, again, after: element.engine };
  });
  assert.deepEqual(told, ['lk-ready', 'lk-progress', 'lk-result']);
  assert.deepEqual(counts, [2, 0]);
  assert.match(bundle, /langkinh-bundle/);
  assert.match(csv, /csv/);
  assert.equal(again, 2);
  assert.equal(after, null);
});

test('a still picture needs no widget, follows its attributes, and tells what is chosen', async () => {
  const { page, requests, errors } = await e2e.page('embed.css');
  await page.evaluate(async () => {
    await import('/pkg/element.js');
    const element = document.createElement('lang-kinh');
    Object.entries({ id: 'still', src: '/embed/school-2022.txt /embed/school-2023.txt', interactive: 'false', view: 'terms', lang: 'en', 'max-terms': '1' })
      .forEach(([name, value]) => element.setAttribute(name, value));
    element.addEventListener('lk-select', ({ detail }) => (window.chosen = detail));
    document.body.append(element);
  });
  const shown = () => page.evaluate(() => document.getElementById('still').shadowRoot.querySelectorAll('svg [data-pick]').length);
  await eventually('it is drawn', shown);
  const few = await shown();
  await page.evaluate(() => document.getElementById('still').setAttribute('max-terms', '30'));
  await eventually('it shows more', async () => (await shown()) > few);
  assert.deepEqual(requests.filter((url) => url.includes('langkinh_widget')), []);
  await page.evaluate(() => document.getElementById('still').shadowRoot.querySelector('svg [data-pick]').dispatchEvent(new MouseEvent('click')));
  assert.equal(await page.evaluate(() => window.chosen.type), 'term');
  // A browser may look for an icon of this page, which has none.
  assert.deepEqual(errors.filter((text) => !text.includes('404')), []);
});

test('a ready bundle is drawn without the engine, which comes when it is asked for', async () => {
  const { page, requests, errors } = await e2e.page('embed.html');
  const bundle = await page.evaluate(async () => [...(await document.getElementById('files').toBundle())]);
  await page.route('**/ready.bundle.json', (route) => route.fulfill({ body: Buffer.from(bundle), contentType: 'application/json' }));
  await page.evaluate(() => document.querySelectorAll('lang-kinh').forEach((element) => element.remove()));
  await eventually('the worker is gone', () => page.workers().length === 0);
  requests.length = 0;
  await page.evaluate(() => {
    const element = Object.assign(document.createElement('lang-kinh'), { id: 'ready' });
    for (const [name, value] of [['src', 'ready.bundle.json'], ['interactive', 'false'], ['loading', 'eager'], ['lang', 'en']]) element.setAttribute(name, value);
    document.body.append(element);
  });
  const title = () => page.evaluate(() => document.getElementById('ready').shadowRoot.querySelector('figcaption')?.textContent);
  await eventually('it is drawn', async () => (await title()) === 'Terms');
  assert.deepEqual(requests.filter((url) => /wasm|\.pack/.test(url)), []);
  assert.equal(page.workers().length, 0);
  assert.equal(await page.evaluate(async () => (await document.getElementById('ready').analyze()).articles.length), 2);
  assert.equal(page.workers().length, 1);
  assert.deepEqual(errors, []);
});

test('a picture that a bundle holds is drawn without the engine, and a damaged one is left to it', async () => {
  const { page, requests } = await e2e.page('embed.html');
  const bundle = new TextDecoder().decode(new Uint8Array(await page.evaluate(async () => [...(await document.getElementById('files').toBundle())])));
  const damaged = JSON.parse(bundle);
  for (const chart of damaged.view.charts) chart.nodes = [{ tag: 'text', attributes: 7, text: 'x' }];
  await page.route('**/*.bundle.json', (route) =>
    route.fulfill({ body: route.request().url().includes('damaged') ? JSON.stringify(damaged) : bundle, contentType: 'application/json' }));
  await page.evaluate(() => document.querySelectorAll('lang-kinh').forEach((element) => element.remove()));
  await eventually('the worker is gone', () => page.workers().length === 0);
  requests.length = 0;
  const put = (id, src) => page.evaluate(([id, src]) => {
    const element = Object.assign(document.createElement('lang-kinh'), { id });
    for (const [name, value] of [['src', src], ['interactive', 'false'], ['loading', 'eager'], ['lang', 'en'], ['view', 'cloud']]) element.setAttribute(name, value);
    document.body.append(element);
  }, [id, src]);
  const words = (id) => page.evaluate((id) => document.getElementById(id).shadowRoot.querySelectorAll('svg text').length, id);
  await put('ready', 'ready.bundle.json');
  await eventually('it is drawn', () => words('ready'));
  const kinds = new Set(JSON.parse(bundle).view.charts.map((chart) => chart.kind));
  assert.ok(kinds.size > 1);
  for (const view of kinds) {
    await page.evaluate((view) => document.getElementById('ready').setAttribute('view', view), view);
    await eventually(`${view} is drawn`, () => page.evaluate((view) => !!document.getElementById('ready').shadowRoot.querySelector(`[part~=${view}]`), view));
  }
  assert.deepEqual(requests.filter((url) => /wasm|\.pack/.test(url)), []);
  assert.equal(page.workers().length, 0);
  await put('other', 'damaged.bundle.json');
  await eventually('the engine draws it', () => words('other'));
  assert.equal(page.workers().length, 1);
});

test('the live widget follows years, compare and max-terms, and tells what is chosen', async () => {
  const { page } = await e2e.page('embed.css');
  await page.evaluate(async () => {
    await import('/pkg/element.js');
    const element = Object.assign(document.createElement('lang-kinh'), { id: 'live' });
    element.articles = [2021, 2022, 2023].map((year) => ({ name: `${year}.txt`, text: `Chợ nổi\n\nNgày 12/8/${year}\n\nNăm ${year}, chợ nổi có ${year - 1900} ghe máy. Chợ nổi và ghe máy là nghề cũ. Chợ nổi cần bến thuyền. Ghe máy cần bến thuyền.` }));
    for (const [name, value] of [['loading', 'eager'], ['lang', 'en'], ['years', '2022-2023'], ['max-terms', '1'], ['compare', '2021 2022']]) element.setAttribute(name, value);
    element.addEventListener('lk-select', ({ detail }) => (window.chosen = detail));
    document.body.append(element);
  });
  const inside = (selector) => page.evaluate((selector) => [...document.getElementById('live').shadowRoot.querySelectorAll(selector)].map((found) => found.textContent), selector);
  const set = (name, value) => page.evaluate(([name, value]) => document.getElementById('live').setAttribute(name, value), [name, value]);
  await eventually('it is drawn', async () => (await inside('.year-number')).length);
  assert.deepEqual(await inside('.year-number'), ['2022', '2023']);
  assert.equal((await inside('.term-table tbody tr')).length, 1);
  const pressed = () => inside('[aria-labelledby=lk-changes] .segment[aria-pressed=true]');
  const [first] = await pressed();
  assert.match(first, /2021.*2022/);
  await set('compare', '2022 2023');
  await eventually('the other years are compared', async () => /2022.*2023/.test(await pressed()));
  await set('years', '2021');
  await eventually('the other year is shown', async () => (await inside('.year-number')).join() === '2021');
  await set('max-terms', '2');
  await eventually('one term more', async () => (await inside('.term-table tbody tr')).length === 2);
  await page.evaluate(() => document.getElementById('live').shadowRoot.querySelector('[part~=term]').click());
  assert.equal((await page.evaluate(() => window.chosen)).type, 'term');
});

test('the host dresses parts, and a later change of its colours and type reaches widget and picture', async () => {
  const { page } = await e2e.page('embed.css');
  await page.evaluate(async () => {
    await import('/pkg/element.js');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('lang-kinh::part(heading) { letter-spacing: 3px } lang-kinh::part(terms) { outline: 5px solid }');
    document.adoptedStyleSheets = [sheet];
    for (const [id, interactive] of [['live', 'true'], ['still', 'false']]) {
      const element = Object.assign(document.createElement('lang-kinh'), { id });
      for (const [name, value] of [['src', '/embed/school-2022.txt'], ['loading', 'eager'], ['interactive', interactive]]) element.setAttribute(name, value);
      document.body.append(element);
    }
  });
  const look = () => page.evaluate(() => {
    const of = (id, selector) => document.getElementById(id).shadowRoot.querySelector(selector);
    if (!of('live', '.overview h2') || !of('still', 'svg text')) return undefined;
    return {
      heading: getComputedStyle(of('live', 'h2')).letterSpacing, figure: getComputedStyle(of('still', 'figure')).outlineWidth,
      themes: [of('live', '.lk').dataset.theme, of('still', 'svg').dataset.theme].join(),
      types: [getComputedStyle(of('live', '.lk p')).fontFamily, getComputedStyle(of('still', 'svg text')).fontFamily].join(),
    };
  });
  const first = await eventually('both are drawn', look);
  assert.deepEqual([first.heading, first.figure, first.themes], ['3px', '5px', 'light,light']);
  await page.evaluate(() => (document.documentElement.style.colorScheme = 'dark'));
  await eventually('both are dark', async () => (await look()).themes === 'dark,dark');
  await page.evaluate(() => (document.documentElement.style.colorScheme = 'light'));
  await eventually('both are light', async () => (await look()).themes === 'light,light');
  await page.evaluate(() => (document.body.style.fontFamily = 'monospace'));
  await eventually('both have the type', async () => (await look()).types === 'monospace,monospace');
});

test('nothing on the page moves while the elements come (layout shift 0)', async () => {
  const { page } = await e2e.page('embed.html', { height: 700 });
  await page.evaluate(() => {
    window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value))).observe({ type: 'layout-shift', buffered: true });
    document.querySelectorAll('lang-kinh').forEach((element) => element.setAttribute('height', '4000'));
  });
  await page.waitForTimeout(700);
  await page.evaluate(() => (window.shift = 0));
  await page.evaluate(() => document.getElementById('here').setAttribute('loading', 'eager'));
  await eventually('it is drawn', () => drawn(page, 'here'));
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => window.shift), 0);
});

test('a view begins at its section inside the box; the page around neither scrolls nor loses the focus', async () => {
  const { page } = await e2e.page('embed.html');
  const places = await page.evaluate(async () => {
    const element = document.getElementById('files');
    const field = document.querySelector('main').insertAdjacentElement('afterbegin', document.createElement('input'));
    field.focus();
    const down = document.createElement('div');
    down.style.height = '3000px';
    document.body.append(down);
    element.setAttribute('view', 'terms');
    element.setAttribute('loading', 'eager');
    const places = [];
    const at = (view) => new Promise((resolve) => {
      const before = element.scrollTop;
      if (view) element.setAttribute('view', view);
      const look = () => (element.scrollTop !== before ? resolve(places.push([scrollY, document.activeElement === field])) : setTimeout(look, 50));
      look();
    });
    await at();
    await at('years');
    return places;
  });
  assert.deepEqual(places, [[0, true], [0, true]]);
});

test('hostile rules of the host do not reach inside', async () => {
  const { page } = await embedded();
  await eventually('the overview is drawn', () => page.evaluate(() => !!document.getElementById('files').shadowRoot.querySelector('.term-table')));
  const look = () => page.evaluate(() => {
    const root = document.getElementById('files').shadowRoot;
    const of = (selector) => {
      const { color, fontSize, display, position, textTransform, borderTopStyle, boxSizing, lineHeight, letterSpacing, visibility } = getComputedStyle(root.querySelector(selector));
      // Spacing goes with the size of the letters, which a host may say in rem.
      const letterEm = (Number.parseFloat(letterSpacing) / Number.parseFloat(fontSize) || 0).toFixed(3);
      return { color, fontSize, display, position, textTransform, borderTopStyle, boxSizing, lineHeight, letterEm, visibility };
    };
    return ['.lk', 'button', 'h2', 'table'].filter((selector) => root.querySelector(selector)).map(of);
  });
  const before = await look();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { all: unset !important; box-sizing: content-box !important; position: absolute !important; display: inline !important }
      html { font-size: 3px !important } body * { color: lime !important; letter-spacing: 1em !important; text-transform: uppercase !important;
      line-height: 9 !important; visibility: hidden !important; direction: rtl !important; word-spacing: 3em !important } .lk, .lk * { display: none !important }`);
    document.adoptedStyleSheets = [sheet];
  });
  const after = await look();
  // What a host says of the element itself (and sizes in rem) it may say; what is inside keeps its own.
  for (const [at, now] of after.entries()) {
    for (const name of ['display', 'position', 'textTransform', 'borderTopStyle', 'boxSizing', 'letterEm', 'visibility', 'color']) {
      assert.equal(now[name], before[at][name], `${at} ${name}`);
    }
  }
});

test('where WebAssembly is refused the fallback stays and the host is told', async () => {
  const policy = "default-src 'none'; script-src 'self'; worker-src 'none'; style-src 'self'; connect-src 'self'";
  const { page } = await e2e.page('embed.css', { policy });
  const { detail, text, note } = await page.evaluate(async () => {
    const element = document.createElement('lang-kinh');
    element.textContent = 'fallback';
    const told = new Promise((resolve) => document.addEventListener('lk-error', (event) => resolve(event.detail)));
    document.body.append(element);
    await import('/pkg/element.js');
    const detail = await told;
    const { shadowRoot } = element;
    return { detail, text: shadowRoot.querySelector('slot').assignedNodes()[0].textContent, note: shadowRoot.querySelector('[part=note]')?.textContent };
  });
  assert.equal(detail.code, 'start');
  assert.equal(text, 'fallback');
  assert.match(note, /không chạy được/);
});

test('keeps nothing in the browser unless it is told to', async () => {
  const { page, context } = await embedded();
  await page.evaluate(() => document.getElementById('here').analyze(['Năm 2024, xã Chiềng Ơn có 15 lớp học.']));
  const kept = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).length, local: localStorage.length, session: sessionStorage.length, caches: (await caches.keys()).length, cookies: document.cookie,
  }));
  assert.deepEqual(kept, { databases: 0, local: 0, session: 0, caches: 0, cookies: '' });
  assert.deepEqual(await context.cookies(), []);
});
