import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeLogEntry } from '@daricheh/shared/log';
import { appendLeaf, computeFrontierRoot, emptyFrontier, hashLeaf } from '@daricheh/shared/merkle';
import type { Attachment } from '@daricheh/shared/submission';
import { findProgram } from '@daricheh/shared/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolderFiles } from '../attachments/folder-files.ts';
import { makePdf } from '../attachments/testing/make-pdf.ts';
import { sha256 } from '../crypto/node-crypto.ts';
import { createTestApp, startOfTests, type TestApp } from '../testing/test-app.ts';
import { createTestSigner } from '../testing/test-signer.ts';
import { openSqliteStore } from './sqlite.ts';

const [mount, umount] = [findProgram('mount'), findProgram('umount')];

/** A disk of four megabytes, in memory; undefined where this user may mount none. */
function mountSmallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'daricheh-disk-'));
  try {
    execFileSync(mount ?? '', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

function unmount(folder: string): void {
  execFileSync(umount ?? '', [folder]);
  rmSync(folder, { recursive: true });
}

const canMount = (() => {
  const folder = mountSmallDisk();
  if (folder !== undefined) unmount(folder);
  return folder !== undefined;
})();

const pdf = makePdf();
const deed: Attachment = {
  ...{ slot: 'deed', label: { fa: 'سند', en: 'Deed' }, name: 'deed.pdf', mediaType: 'application/pdf', size: pdf.length },
  sha256: Buffer.from(sha256(new Uint8Array(pdf))).toString('base64url'),
};

describe.skipIf(!canMount)('a disk that is full', () => {
  let disk: string;
  let app: TestApp;
  beforeEach(async () => {
    disk = mountSmallDisk() ?? '';
    const store = await openSqliteStore({ file: join(disk, 'a.sqlite'), now: () => startOfTests, told: new Set() });
    app = await createTestApp({ takesFiles: true, store, files: createFolderFiles(join(disk, 'files')) });
  });
  afterEach(async () => {
    await app.deps.store.close();
    unmount(disk);
  });

  const filler = () => join(disk, 'filler');

  /** Writes until not one more byte goes on the disk. */
  async function fill(): Promise<void> {
    const file = await open(filler(), 'w');
    for (let size = 65_536; size >= 1; ) {
      const isWritten = await file.write(Buffer.alloc(size)).then(
        ({ bytesWritten }) => bytesWritten === size,
        () => false,
      );
      if (!isWritten) size = Math.floor(size / 2);
    }
    await file.close();
  }

  const upload = (nonce: string) =>
    app.send('tax', '/daricheh/attachments?slot=deed', {
      ...{ method: 'POST', body: new Uint8Array(pdf) },
      headers: { 'daricheh-request': nonce, 'content-type': 'application/pdf' },
    });
  const readCode = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code];
  const listCases = () => app.deps.store.cases.list({ agency: 'tax', states: ['received'], limit: 9 });

  /** Whether the log's entries are those that its head says. */
  async function isLogWhole(): Promise<boolean> {
    const head = await app.deps.store.log.readHead('tax');
    const entries = await app.deps.store.log.list({ agency: 'tax', start: 0, count: 1000 });
    let frontier = emptyFrontier;
    for (const entry of entries) {
      const leaf = await hashLeaf(encodeLogEntry(entry), app.deps.sha256);
      ({ frontier } = await appendLeaf(frontier, leaf, app.deps.sha256));
    }
    const root = await computeFrontierRoot(frontier, app.deps.sha256);
    return head.size === entries.length && Buffer.compare(head.root, root) === 0;
  }

  it('F4: takes no submission and acknowledges none; with room again the same one is taken once, and the log is whole', async () => {
    const signer = await createTestSigner(app);
    await signer.submit(await signer.sign({ attachments: [deed], upload }), 'first-of-them');
    const envelope = await signer.sign({ attachments: [deed], upload });
    await fill();
    expect(await readCode(await signer.submit(envelope, 'second-of-them'))).toEqual([503, 'storage_full']);
    expect([(await listCases()).length, await isLogWhole()]).toEqual([1, true]);
    await rm(filler());
    expect((await signer.submit(envelope, 'second-of-them')).status).toBe(201);
    expect([(await listCases()).length, await isLogWhole()]).toEqual([2, true]);
    expect((await app.deps.store.log.readHead('tax')).size).toBe(4);
  });

  it('F4: takes no file and leaves nothing of it; with room again it is taken', async () => {
    const signer = await createTestSigner(app);
    const nonce = await new Promise<string>((resolve, reject) => {
      signer.sign({ attachments: [deed], upload: async (given) => resolve(given) }).catch(reject);
    });
    await fill();
    expect(await readCode(await upload(nonce))).toEqual([503, 'storage_full']);
    expect(readdirSync(disk).includes('files') ? await readdir(join(disk, 'files'), { recursive: true }) : []).not.toContainEqual(
      expect.stringMatching(/[.-]/),
    );
    await rm(filler());
    expect((await upload(nonce)).status).toBe(201);
  });
});
