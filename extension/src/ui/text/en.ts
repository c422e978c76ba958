import type { CatalogueLike } from './catalogue.ts';
import { common } from './en/common.ts';
import { shell } from './en/shell.ts';
import type { fa } from './fa.ts';

/** English: every section and sentence of `fa`, or it does not compile. */
export const en: CatalogueLike<typeof fa> = { common, shell };
