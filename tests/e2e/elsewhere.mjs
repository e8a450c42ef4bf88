// A page that takes the package from another origin, written as docs/hosting.md says.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const list = new URL('../../pkg/integrity.json', import.meta.url);

export const TRUSTED = "; require-trusted-types-for 'script'; trusted-types langkinh";

/** A page with the scripts of `head` and one element in it that begins at once. */
export const page = (head, element = '<lang-kinh text-from="#article" height="480" loading="eager"><a href="/phan-tich">Xem bảng số liệu</a></lang-kinh>') => `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Báo</title>
<link rel="icon" href="/icon.png"><link rel="stylesheet" href="/host.css">${head}
<article id="article"><h1>Chợ nổi thêm 20 ghe</h1><p>Ngày 12/8/2023, chợ nổi có 320 ghe, tăng 20 ghe so với năm 2022.</p></article>${element}<p id="below">Dưới</p></html>`;

/** The files of its host. */
export const files = (html) => ({ '/': html, '/host.css': 'lang-kinh:not(:defined) { display: block; height: 480px }', '/icon.png': '' });

/** The head of a page that takes everything from the folder `cdn` and says which bytes it wants, and its policy. */
export function fromElsewhere(cdn, { worker = 'blob:' } = {}) {
  const { files } = JSON.parse(readFileSync(list, 'utf8'));
  const integrity = Object.fromEntries(Object.entries(files).filter(([name]) => name.endsWith('.js')).map(([name, { integrity }]) => [`${cdn}${name}`, integrity]));
  const map = JSON.stringify({ integrity });
  const hash = `'sha256-${createHash('sha256').update(map).digest('base64')}'`;
  const { origin } = new URL(cdn);
  return {
    head: `<script type="importmap">${map}</script><script type="module" crossorigin src="${cdn}element.js" integrity="${files['element.js'].integrity}"></script>`,
    policy: `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ${origin} ${hash}; worker-src ${worker}; style-src 'self'; connect-src 'self' ${origin}; img-src 'self'${TRUSTED}`,
  };
}
