/**
 * What comes next in a file that is read as a row of parts: a `read` of known length, handed over whole; a `skip` of known
 * length, shown to `see` as it passes and not held; or a `pass` over all bytes up to one of that value, and over that one.
 */
export type NextPart =
  | { readonly read: number; readonly next: (part: Buffer) => NextPart }
  | { readonly skip: number; readonly see?: (bytes: Uint8Array) => void; readonly next: () => NextPart }
  | { readonly pass: number; readonly next: () => NextPart };

export type PartReader = {
  push(chunk: Uint8Array): void /** True when the file so far ends where a part begins. */;
  isBetweenParts(): boolean;
};

/** Reads a file that comes in chunks as parts, of which each says what follows it. */
export function createPartReader(first: NextPart): PartReader {
  let current = first;
  let held: Buffer = Buffer.alloc(0);
  let skipped = 0;
  const read = (bytes: Buffer, { read: length, next }: Extract<NextPart, { read: number }>): number => {
    const taken = Math.min(bytes.length, length - held.length);
    const part = held.length === 0 ? bytes.subarray(0, taken) : Buffer.concat([held, bytes.subarray(0, taken)]);
    if (part.length < length) held = Buffer.from(part);
    else [held, current] = [Buffer.alloc(0), next(part)];
    return taken;
  };
  const skip = (bytes: Buffer, { skip: length, see, next }: Extract<NextPart, { skip: number }>): number => {
    const taken = Math.min(bytes.length, length - skipped);
    see?.(bytes.subarray(0, taken));
    skipped += taken;
    if (skipped === length) [skipped, current] = [0, next()];
    return taken;
  };
  const pass = (bytes: Buffer, { pass: value, next }: Extract<NextPart, { pass: number }>): number => {
    const at = bytes.indexOf(value);
    if (at < 0) return bytes.length;
    current = next();
    return at + 1;
  };
  const take = (bytes: Buffer): number => {
    if ('read' in current) return read(bytes, current);
    return 'skip' in current ? skip(bytes, current) : pass(bytes, current);
  };
  return {
    push: (chunk) => {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
      for (let at = 0; at < bytes.length; ) at += take(bytes.subarray(at));
    },
    isBetweenParts: () => held.length === 0 && skipped === 0,
  };
}
