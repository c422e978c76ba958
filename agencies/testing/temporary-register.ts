import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRegister, type Register } from '../counter/register.ts';

/** A register in a folder of its own, empty. */
export function createTemporaryRegister(): Register {
  return createRegister(join(mkdtempSync(join(tmpdir(), 'daricheh-register-')), 'documents.json'));
}
