/** `<lang-kinh>` in JSX whose elements are global (Preact, Solid, React before 19): `import type {} from 'langkinh/jsx';` once. */
import type { LangKinhAttributes } from './element.js';

export interface LangKinhProps extends LangKinhAttributes {
  id?: string;
  class?: string;
  className?: string;
  style?: unknown;
  slot?: string;
  hidden?: boolean;
  part?: string;
  ref?: unknown;
  key?: string | number;
  children?: unknown;
}

declare global {
  namespace JSX {
    interface IntrinsicElements {
      'lang-kinh': LangKinhProps;
    }
  }
}
