#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), {
  readText: (file) => readFile(file, 'utf8'),
  getJson: async (url) => {
    const answer = await fetch(url, { redirect: 'error', headers: { accept: 'application/json' } });
    if (answer.status !== 200) throw new Error(`status ${answer.status}`);
    return answer.json();
  },
  write: (line) => process.stdout.write(`${line}\n`),
});
