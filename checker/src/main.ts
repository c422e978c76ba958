#!/usr/bin/env node
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Neighbour } from './check/find-beside.ts';
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), {
  readText: (file) => readFile(file, 'utf8'),
  listFolder,
  getJson: async (url) => {
    const answer = await fetch(url, { redirect: 'error', headers: { accept: 'application/json' } });
    if (answer.status !== 200) throw new Error(`status ${answer.status}`);
    return answer.json();
  },
  now: () => new Date(),
  write: (line) => process.stdout.write(`${line}\n`),
});

async function listFolder(path: string): Promise<readonly Neighbour[] | null> {
  if (!(await stat(path)).isDirectory()) return null;
  const entries = await readdir(path, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ name }) => {
      const file = join(path, name);
      return { name, size: (await stat(file)).size, read: async () => Uint8Array.from(await readFile(file)) };
    }),
  );
}
