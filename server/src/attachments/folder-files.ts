import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { toStorageError } from '../storage/storage-error.ts';
import type { AttachmentFiles, FileName, ReceivedFile } from './attachment-files.ts';
import type { FileCheck } from './file-check.ts';

type OpenFile = (path: string, flags: string, mode?: number) => Promise<FileHandle>;

/** End of the name of a file under way. */
const partial = '.part';

/**
 * Files in a folder for each agency below `folder`, readable by this user alone. Each is named by its hash in hexadecimal (as
 * `sha256sum` prints it) and its id. It is written under another name, forced to disk, renamed, and the folder forced to
 * disk: after a crash a kept file is there whole or not at all.
 */
export function createFolderFiles(folder: string, { openFile = open }: { readonly openFile?: OpenFile } = {}): AttachmentFiles {
  const at = (agency: string, name = ''): string => join(folder, agency, name);
  return {
    receive: (agency, chunks, check) => guard(() => receive(at(agency), { chunks, check, openFile })),
    open: (name) => guard(() => read(at(name.agency, toFileName(name)), openFile)),
    remove: (name) => guard(() => rm(at(name.agency, toFileName(name)), { force: true })),
    sweep: (agency, before) => guard(() => sweepPartial(at(agency), before)),
  };
}

function toFileName({ sha256, id }: Omit<FileName, 'agency'>): string {
  return `${Buffer.from(decodeBase64Url(sha256)).toString('hex')}-${id}`;
}

async function guard<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toStorageError(error);
  }
}

type Incoming = { readonly chunks: AsyncIterable<Uint8Array>; readonly check: FileCheck; readonly openFile: OpenFile };

async function receive(place: string, { chunks, check, openFile }: Incoming): Promise<ReceivedFile> {
  await mkdir(place, { recursive: true, mode: 0o700 });
  const path = join(place, `${randomBytes(16).toString('hex')}${partial}`);
  try {
    const { sha256, size } = await write(await openFile(path, 'wx', 0o600), chunks, check);
    return {
      ...{ sha256, size },
      keep: (id) => guard(() => keep(path, { place, name: toFileName({ sha256, id }), openFile })),
      discard: () => guard(() => rm(path, { force: true })),
    };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function write(
  file: FileHandle,
  chunks: AsyncIterable<Uint8Array>,
  check: FileCheck,
): Promise<Pick<ReceivedFile, 'sha256' | 'size'>> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of chunks) {
      check.push(chunk);
      hash.update(chunk);
      size += chunk.length;
      await writeAll(file, chunk);
    }
    check.end();
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: encodeBase64Url(new Uint8Array(hash.digest())), size };
}

/** A disk that is nearly full takes a part of what it is given before it says so. */
async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten;
}

async function keep(path: string, { place, name, openFile }: { place: string; name: string; openFile: OpenFile }): Promise<void> {
  await rename(path, join(place, name));
  const opened = await openFile(place, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

async function read(path: string, openFile: OpenFile): Promise<ReadableStream<Uint8Array>> {
  try {
    const file = await openFile(path, 'r');
    return Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>;
  } catch (error) {
    if (isMissing(error)) throw new AppError('not_found');
    throw error;
  }
}

async function sweepPartial(place: string, before: Date): Promise<number> {
  const names = (await listNames(place)).filter((name) => name.endsWith(partial));
  let removed = 0;
  for (const name of names) {
    const { mtime } = await stat(join(place, name));
    if (mtime >= before) continue;
    await rm(join(place, name), { force: true });
    removed++;
  }
  return removed;
}

/** An agency to which nothing was attached yet has no folder. */
async function listNames(place: string): Promise<readonly string[]> {
  try {
    return await readdir(place);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
