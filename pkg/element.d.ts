import type { Engine, Rejection } from './engine.js';

/** `<lang-kinh>`: the widget as an element. Importing this module defines it. */
export class LangKinhElement extends HTMLElement {
  /** The engine, once `lk-ready` was told. */
  readonly engine: Engine | null;
}

/** Events of the element; all bubble and leave shadow roots. */
export interface LangKinhEvents {
  'lk-ready': CustomEvent<{ mode: 'worker' | 'main'; version: string }>;
  'lk-result': CustomEvent<{ keys: string[]; rejected: Rejection[] }>;
  'lk-error': CustomEvent<{ code: string; message: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'lang-kinh': LangKinhElement;
  }
  interface HTMLElementEventMap extends LangKinhEvents {}
}
