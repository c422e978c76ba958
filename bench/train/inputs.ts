import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const sources = [
  'bench/train/!(*.test).ts',
  'shared/src/vocabulary/*-fields.ts',
  'shared/src/vocabulary/{field-format,other-people}.ts',
  'shared/src/vocabulary/synonyms/!(*.test).ts',
  'extension/src/core/autofill/{concept,draft,evidence,page-context,page-languages,phrase-book,read-text,words}.ts',
  'extension/src/core/autofill/lexicon/*.ts',
  'extension/src/core/autofill/signals/*.ts',
  'extension/src/core/autofill/model/{evidence-kinds,families}.ts',
];

/** SHA-256 over every file from which the weights are made: its path and its text. */
export function hashInputs(): string {
  const hash = createHash('sha256');
  for (const file of globSync(sources, { cwd: root }).sort()) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
