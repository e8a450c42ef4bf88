/** `<lang-kinh>` in JSX of React 19: `import type {} from 'langkinh/react';` once. */
import type {} from 'react';
import type { LangKinhProps } from './jsx.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'lang-kinh': LangKinhProps;
    }
  }
}
