import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../places.ts';
import { listSources } from './list-sources.ts';

// That a message has a handler is the compiler's business; that it has one only, and that no two entries share a name, is nobody's but ours.
const protocols = ['extension/src/messaging/protocol.ts', 'extension/src/messaging/content-protocol.ts'];
const names = protocols.flatMap((path) => [...read(path).matchAll(/^ {2}'([a-z-]+\/[a-z-]+)':/gm)].map(([, name = '']) => name));
const code = listSources('.ts', '.tsx')
  .filter((path) => path.startsWith('extension/src/') && !protocols.includes(path) && !/[.]test[.]tsx?$|\/testing\//.test(path))
  .map((path) => ({ path, text: read(path) }));

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

describe('the messages of the extension', () => {
  it('are there, each name once', () => {
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual([...new Set(names)]);
  });

  it.each(names)('%s has exactly one handler', (name) => {
    const handlers = code.flatMap(({ path, text }) =>
      text
        .split(`'${name}':`)
        .slice(1)
        .map(() => path),
    );
    expect(handlers).toHaveLength(1);
  });
});
