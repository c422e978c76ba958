import { relative } from 'node:path';
import type { Demo, LoadedAgency } from '../demo/index.ts';
import { root } from '../places.ts';

const visits = {
  'civil-registry': 'take your documents into the wallet',
  tax: 'sign in, fill and sign a yearly return (Persian)',
  passport: 'sign in by link, apply for a passport (English)',
  transport: 'renew a licence on a site that knows no wallet',
  municipality: 'ask for a permit on an old Persian site',
  licence: 'take your driving licence and vehicle registrations',
  residents: 'take your proof of residence',
  university: 'take your diplomas',
  companies: 'take proof of your roles in companies',
  gallery: 'fill forms as they are met on the sites of many agencies',
} satisfies Record<LoadedAgency['id'], string>;

/** The registry has a desk beside its own server; the gallery has none. */
const withoutDesk: readonly LoadedAgency['id'][] = ['civil-registry', 'gallery'];

/** Where to look, for the person at the terminal. */
export function describeDemo(demo: Demo, extension: { readonly extensionFolder: string; readonly isOpened: boolean }): string {
  const agencies = Object.values(demo.agencies);
  const rows = [
    ...agencies.map(({ id, origin }) => [`${origin}/`, visits[id]]),
    [`${demo.lookAlikeOrigin}/`, 'looks like the tax site and is not: watch the wallet refuse'],
  ];
  return [
    '',
    'Daricheh is running. Ctrl-C stops it.',
    '',
    ...alignRows(rows),
    '',
    'The desk of each agency (a link enrols its first administrator, once; afterwards: /daricheh/caseworker, and /documents/office to revoke):',
    ...alignRows(agencies.filter(({ id }) => !withoutDesk.includes(id)).map(({ id, enrolmentUrl }) => [id, enrolmentUrl])),
    '',
    ...describeExtension(extension),
    '',
  ].join('\n');
}

function describeExtension({
  extensionFolder,
  isOpened,
}: {
  readonly extensionFolder: string;
  readonly isOpened: boolean;
}): readonly string[] {
  if (isOpened) return ['A browser is open, with a profile of its own: the wallet in one tab, the civil registry in the other.'];
  return [
    'The extension: in Chromium, Chrome or Edge open chrome://extensions, switch on "Developer mode",',
    'choose "Load unpacked" and take the folder',
    `  ${relative(root, extensionFolder).startsWith('..') ? extensionFolder : `${relative(root, extensionFolder)}   (${extensionFolder})`}`,
  ];
}

function alignRows(rows: readonly (readonly string[])[]): readonly string[] {
  const width = Math.max(...rows.map(([first = '']) => first.length));
  return rows.map(([first = '', ...rest]) => `  ${first.padEnd(width)}  ${rest.join('  ')}`);
}
