import type { Catalogue } from './catalogue.ts';
import { common } from './fa/common.ts';
import { shell } from './fa/shell.ts';

/** Persian: the language that the wallet is written in. Each section stands in a file of its own. */
export const fa = { common, shell } satisfies Catalogue;
