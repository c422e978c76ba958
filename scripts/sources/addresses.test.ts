import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../places.ts';
import { listSources } from './list-sources.ts';

const sources = listSources('.ts', '.tsx', '.js', '.mjs', '.cjs', '.html', '.css', '.json', '.jsonc', '.yaml', '.md', '/run').filter(
  (path) => path !== 'scripts/sources/addresses.test.ts' && path !== 'pnpm-lock.yaml',
);

function find(pattern: RegExp, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(pattern)].map(([text]) => `${path}: ${text}`));
}

/** A page or style sheet that makes the browser fetch something from elsewhere: not a link that a person follows. */
const loads = [
  /<(?:script|img|iframe|source|video|audio|embed|object)\b[^>]*\b(?:src|data)\s*=\s*["']?(?:https?:)?\/\/[^"'\s>]+/gi,
  /<link\b[^>]*\bhref\s*=\s*["']?(?:https?:)?\/\/[^"'\s>]+/gi,
  /(?:@import\s+(?:url\()?|\burl\()\s*["']?(?:https?:)?\/\/[^"')\s]+/g,
  /\b(?:import|from)\s*\(?\s*["']https?:\/\/[^"']+/gi,
];

describe('the sources', () => {
  it('are found', () => expect(sources.length).toBeGreaterThan(100));

  it('name no path of one machine', () => {
    expect(find(/(?<![\w.~-])\/(?:home|Users|work|root|farm)\/[\w.-]+/g, sources)).toEqual([]);
  });

  it.each(loads.map((pattern) => [pattern.source.slice(0, 40), pattern] as const))('load nothing from outside (%s)', (_what, pattern) => {
    const found = find(
      pattern,
      sources.filter((path) => !/[.]test[.]tsx?$/.test(path)),
    );
    expect(found.filter((line) => !/\/\/(?:[\w-]+\.)*localhost\b/.test(line))).toEqual([]);
  });

  it('are installed at exact versions', () => {
    const loose = find(/"[^"\n]+": "[~^>*][^"\n]*"/g, listSources('package.json')).filter((line) => !line.includes('"node": ">='));
    expect(loose).toEqual([]);
  });
});
