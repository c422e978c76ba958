import type { Bytes } from '../crypto-ports.ts';

/** The bytes that zlib data (RFC 1950) stands for. Trusted to stop, and throw, before more than `maxLength` bytes are held. */
export type InflateZlib = (data: Bytes, maxLength: number) => Promise<Bytes>;

/** `InflateZlib` on the platform's own streams, which browsers, workers and Node have. @throws RangeError past `maxLength`, TypeError for data that is not zlib */
export const inflateZlib: InflateZlib = async (data, maxLength) => {
  const chunks: Bytes[] = [];
  let length = 0;
  const reader = pipe(data, new DecompressionStream('deflate')).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > maxLength) {
      await reader.cancel();
      throw new RangeError('inflated data is too long');
    }
    chunks.push(read.value);
  }
  return join(chunks, length);
};

/** The zlib data (RFC 1950) for `data`. */
export type DeflateZlib = (data: Bytes) => Promise<Bytes>;

/** `DeflateZlib` on the platform's own streams. */
export async function deflateZlib(data: Bytes): Promise<Bytes> {
  return new Uint8Array(await new Response(pipe(data, new CompressionStream('deflate'))).arrayBuffer());
}

function pipe(data: Bytes, transform: CompressionStream | DecompressionStream): ReadableStream<Bytes> {
  return new Blob([data]).stream().pipeThrough<Bytes>(transform);
}

function join(chunks: readonly Bytes[], length: number): Bytes {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}
