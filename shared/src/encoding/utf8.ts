import { AppError } from '../errors/index.ts';
import { joinBytes } from './join-bytes.ts';

// Both keep nothing between calls that are not streamed.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** The text of UTF-8 bytes. @throws AppError `malformed_request` on invalid UTF-8 or a byte order mark. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new AppError('malformed_request', { what: 'utf-8' }, { cause });
  }
}

/** The UTF-8 bytes of `text`. Most of what is encoded is ASCII, a byte to a character: that is written where it stays, and what does not fit is put behind it. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  const { read, written } = text.length > shortLength ? encoder.encodeInto(text, bytes) : writeAscii(text, bytes);
  return read === text.length ? bytes : joinBytes(bytes.subarray(0, written), encoder.encode(text.slice(read)));
}

/** Up to here a loop is done before the platform's encoder is asked. */
const shortLength = 64;

/** Writes all before the first character that is not ASCII. */
function writeAscii(text: string, into: Uint8Array): { readonly read: number; readonly written: number } {
  let at = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) break;
    into[at] = code;
  }
  return { read: at, written: at };
}

/** Writes the UTF-8 of `text` at the start of `into`, as far as it goes. @returns how many bytes were written */
export function writeUtf8(text: string, into: Uint8Array): number {
  return encoder.encodeInto(text, into).written;
}

/** How many bytes the UTF-8 of `text` takes. */
export function measureUtf8(text: string): number {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return encoder.encode(text).length;
  return text.length;
}
