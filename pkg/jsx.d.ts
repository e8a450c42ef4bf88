/** `<lang-kinh>` in JSX of React 18 and 19, Preact and Solid: `import 'langkinh/jsx';` once. */
import type { LangKinhAttributes, LangKinhElement } from './element.js';

interface LangKinhProps extends LangKinhAttributes {
  id?: string;
  class?: string;
  className?: string;
  style?: unknown;
  slot?: string;
  hidden?: boolean;
  ref?: unknown;
  key?: string | number;
  children?: unknown;
  part?: string;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'lang-kinh': LangKinhProps;
    }
  }
}
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'lang-kinh': LangKinhProps;
    }
  }
}
declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'lang-kinh': LangKinhProps;
    }
  }
}
declare global {
  namespace JSX {
    interface IntrinsicElements {
      'lang-kinh': LangKinhProps;
    }
  }
}

export type { LangKinhElement };
