import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { root } from '../places.ts';
import { listSources } from './list-sources.ts';

const documents = [
  ...['README.md', 'ARCHITECTURE.md', 'kit/README.md'],
  ...['docs/agencies.md', 'docs/join.md', 'docs/trust-list.md', 'docs/reliability.md'],
].map((name) => [name, readFileSync(join(root, name), 'utf8')] as const);
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const code = listSources('.ts', '.mjs').map((path) => readFileSync(join(root, path), 'utf8'));

describe.each(documents)('%s', (document, text) => {
  it('names commands that exist', () => {
    const named = [...text.matchAll(/\bnpm (?:run )?([a-z]+)/g)]
      .map(([, command = '']) => command)
      .filter((command) => command !== 'install');
    expect(named.filter((command) => scripts[command] === undefined)).toEqual([]);
  });

  it('names files that exist', () => {
    const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)].map(([, path = '']) => join(dirname(document), path));
    const spoken = [...text.matchAll(/`((?:shared|server|extension|kit|agencies|scripts|e2e|bench|docs|examples)\/[\w./-]*)`/g)].map(
      ([, path = '']) => path,
    );
    expect([...linked, ...spoken].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names variables that the code reads', () => {
    const named = [...new Set(text.match(/\b(?:DARICHEH_[A-Z_]+|DATABASE_URL)\b/g) ?? [])];
    expect(named.filter((name) => !code.some((source) => source.includes(`'${name}'`) || source.includes(`${name}:`)))).toEqual([]);
  });
});
