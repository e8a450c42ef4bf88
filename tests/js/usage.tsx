// `<lang-kinh>` in JSX; compiled by types.test.mjs, never run.

import type {} from '../../pkg/react.js';

export const good = <lang-kinh src="a.txt b.txt" view="cloud" years="2022-2024" max-terms={40} interactive="false" persist>Fallback</lang-kinh>;
// @ts-expect-error there is no such theme
export const bad = <lang-kinh theme="sepia" />;
