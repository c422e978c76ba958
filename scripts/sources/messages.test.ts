import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../places.ts';
import { listSources } from './list-sources.ts';

// That a message has a handler is the compiler's business; that it has one only (a second one would silently take its
// place) is nobody's but ours.
const inPage = /\/features\/[^/]+\/content\/|\/wiring\/content[^/]*$/;
const code = listSources('.ts', '.tsx')
  .filter(
    (path) =>
      path.startsWith('extension/src/') && !path.startsWith('extension/src/messaging/') && !/[.]test[.]tsx?$|\/testing\//.test(path),
  )
  .map((path) => ({ path, text: read(path) }));

const protocols = [
  { of: 'background', files: 'extension/src/messaging/protocol/*.ts', answering: code.filter(({ path }) => !inPage.test(path)) },
  { of: 'page’s script', files: 'extension/src/messaging/content-protocol.ts', answering: code.filter(({ path }) => inPage.test(path)) },
];

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

describe.each(protocols)('the messages to the $of', ({ files, answering }) => {
  const names = globSync(files, { cwd: root }).flatMap((file) =>
    [...read(file).matchAll(/^ {2}'([a-z-]+\/[a-z-]+)':/gm)].map(([, name = '']) => name),
  );

  it('are there, and each once', () => {
    expect(names.length).toBeGreaterThan(0);
    expect([...new Set(names)]).toEqual(names);
  });

  it.each(names)('%s has exactly one handler', (name) => {
    const handlers = answering.flatMap(({ path, text }) =>
      text
        .split(`'${name}':`)
        .slice(1)
        .map(() => path),
    );
    expect(handlers).toHaveLength(1);
  });
});
