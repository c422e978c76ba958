import { createHash } from 'node:crypto';
import { mkdtemp, open, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolderFiles } from './folder-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daricheh-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

const anything = { push: () => undefined, end: () => undefined };
const content = 'a file';
const sha256 = createHash('sha256').update(content).digest('base64url');
const kept = `${createHash('sha256').update(content).digest('hex')}-id-1`;
const list = (agency = 'tax'): Promise<string[]> => readdir(join(folder, agency));

async function* inChunks(...chunks: string[]): AsyncIterable<Uint8Array> {
  for (const chunk of chunks) yield encodeUtf8(chunk);
}

describe('files in a folder', () => {
  it('are kept under their hash for this user alone, and read back', async () => {
    const files = createFolderFiles(folder);
    const received = await files.receive('tax', inChunks('a ', 'file'), anything);
    expect([received.sha256, received.size]).toEqual([sha256, 6]);
    await received.keep('id-1');
    expect(await list()).toEqual([kept]);
    const { mode } = await stat(join(folder, 'tax', kept));
    expect(mode & 0o777).toBe(0o600);
    expect(await new Response(await files.open({ agency: 'tax', id: 'id-1', sha256 })).text()).toBe(content);
  });

  it('are found in their own agency, under their own id, until they are removed', async () => {
    const files = createFolderFiles(folder);
    const name = { agency: 'tax', id: 'id-1', sha256 };
    await (await files.receive('tax', inChunks(content), anything)).keep('id-1');
    await (await files.receive('tax', inChunks(content), anything)).keep('id-2');
    await expect(files.open({ ...name, agency: 'passport' })).rejects.toMatchObject({ code: 'not_found' });
    await files.remove(name);
    await files.remove(name);
    await expect(files.open(name)).rejects.toMatchObject({ code: 'not_found' });
    expect(await new Response(await files.open({ ...name, id: 'id-2' })).text()).toBe(content);
  });

  it.each([
    ['is refused while it comes', { ...anything, push: () => refuse() }, inChunks(content), 'attachment_type_refused'],
    ['is refused at its end', { ...anything, end: () => refuse() }, inChunks(content), 'attachment_type_refused'],
    ['does not come whole', anything, breakOff(), 'malformed_request'],
  ])('E8: leave nothing of one that %s', async (_what, check, chunks, code) => {
    await expect(createFolderFiles(folder).receive('tax', chunks, check)).rejects.toMatchObject({ code });
    expect(await list()).toEqual([]);
  });

  it.each(['ENOSPC', 'EDQUOT'])('F4: leave nothing when the disk is full (%s), and take the file when it no longer is', async (code) => {
    const disk = { isFull: true };
    const openFile: typeof open = async (path, flags, mode) => {
      const file = await open(path, flags, mode);
      const write = file.write.bind(file);
      // A part is written before the disk says that it is full.
      const fail = async (bytes: Uint8Array) => {
        await write(bytes.subarray(0, 3));
        throw Object.assign(new Error('no space'), { code });
      };
      return disk.isFull ? Object.assign(file, { write: fail }) : file;
    };
    const files = createFolderFiles(folder, { openFile: openFile as typeof open & Parameters<typeof createFolderFiles>[1] });
    await expect(files.receive('tax', inChunks(content), anything)).rejects.toMatchObject({ code: 'storage_full' });
    expect(await list()).toEqual([]);
    disk.isFull = false;
    await (await files.receive('tax', inChunks(content), anything)).keep('id-1');
    expect(await list()).toEqual([kept]);
  });

  it('lose what a killed process left under way, and nothing else', async () => {
    const files = createFolderFiles(folder);
    expect(await files.sweep('tax', new Date())).toBe(0);
    await (await files.receive('tax', inChunks(content), anything)).keep('id-1');
    await writeFile(join(folder, 'tax', 'old.part'), 'half');
    await writeFile(join(folder, 'tax', 'new.part'), 'half');
    const [old, between] = [new Date('2026-11-23T09:00:00Z'), new Date('2026-11-23T10:00:00Z')];
    await utimes(join(folder, 'tax', 'old.part'), old, old);
    expect(await files.sweep('tax', between)).toBe(1);
    expect((await list()).sort()).toEqual([kept, 'new.part'].sort());
  });
});

function refuse(): never {
  throw new AppError('attachment_type_refused', { problem: 'signature' });
}

async function* breakOff(): AsyncIterable<Uint8Array> {
  yield encodeUtf8('a ');
  throw new AppError('malformed_request', { what: 'body' });
}
