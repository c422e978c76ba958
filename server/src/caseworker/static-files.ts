import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type StaticFile = { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };

const fonts = '@fontsource-variable/vazirmatn/files/vazirmatn';
const findPackageFile = createRequire(import.meta.url).resolve;

/** What the caseworkers' pages load: each file by its name, with its type. */
const files: Readonly<Record<string, { readonly type: string; readonly path: () => string | URL }>> = {
  'caseworker.css': { type: 'text/css; charset=utf-8', path: () => new URL('./static/caseworker.css', import.meta.url) },
  'colors.css': { type: 'text/css; charset=utf-8', path: () => findPackageFile('@daricheh/shared/look/colors.css') },
  'caseworker.js': { type: 'text/javascript; charset=utf-8', path: () => new URL('./static/caseworker.js', import.meta.url) },
  'vazirmatn-arabic.woff2': { type: 'font/woff2', path: () => findPackageFile(`${fonts}-arabic-wght-normal.woff2`) },
  'vazirmatn-latin.woff2': { type: 'font/woff2', path: () => findPackageFile(`${fonts}-latin-wght-normal.woff2`) },
};

const read = new Map<string, StaticFile>();

/** The file of that name, read from disk the first time; undefined when there is none. */
export function findStaticFile(name: string): StaticFile | undefined {
  if (!Object.hasOwn(files, name)) return undefined;
  const known = read.get(name);
  const file = files[name];
  if (known !== undefined || file === undefined) return known;
  const loaded = { type: file.type, bytes: new Uint8Array(readFileSync(file.path())) };
  read.set(name, loaded);
  return loaded;
}
