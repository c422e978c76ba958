import { inflateSync } from 'node:zlib';
import { refuseType } from '../file-check.ts';

/** Of one stream as it stands in the file, and unpacked; and of all of them, unpacked. Ten thousand pages take some 3 MB. */
const maxPackedBytes = 8_388_608;
const maxUnpackedBytes = 16_777_216;
const maxUnpackedInAll = 67_108_864;

export type ObjectStreams = {
  /** Begins a stream with this dictionary (tokens between `obj` and `stream`; null when there were too many to keep). */
  begin(dictionary: readonly string[] | null): void;
  push(bytes: Uint8Array): void;
  end(): void;
};

/**
 * Unpacks the streams that hold objects, within bounds, and hands each over whole. Other streams hold pictures, fonts and
 * the drawing of pages, none of which can act, and are passed over. Whatever cannot be unpacked strictly is refused: another
 * reader might. @see ISO 32000-2, section 7.5.7
 */
export function createObjectStreams(read: (content: Uint8Array) => void): ObjectStreams {
  let packed: Uint8Array[] | null = null;
  let [length, inAll] = [0, 0];
  let isPlain = false;
  return {
    begin: (dictionary) => {
      if (dictionary === null) throw refuseType('stream_dictionary');
      [packed, length] = [null, 0];
      // Readers find the objects by /First and /N, whether or not /Type says what they are.
      if (!dictionary.includes('/ObjStm') && !dictionary.includes('/First')) return;
      isPlain = readFilter(dictionary) === 'none';
      packed = [];
    },
    push: (bytes) => {
      if (packed === null) return;
      length += bytes.length;
      if (length > maxPackedBytes) throw refuseType('object_stream');
      packed.push(Buffer.from(bytes));
    },
    end: () => {
      if (packed === null) return;
      const bytes = Buffer.concat(packed);
      packed = null;
      const content = isPlain ? bytes : unpack(bytes);
      inAll += content.length;
      if (inAll > maxUnpackedInAll) throw refuseType('object_stream');
      read(content);
    },
  };
}

/** How the stream is packed: not at all or by Flate alone. Anything else is not needed for objects, and would hide them. */
function readFilter(dictionary: readonly string[]): 'none' | 'flate' {
  if (dictionary.some((token) => ['/DecodeParms', '/DP', '/F', '/FFilter', '/FDecodeParms'].includes(token))) throw refuseType('filter');
  const at = dictionary.indexOf('/Filter');
  if (at < 0) return 'none';
  const isAlone = dictionary.lastIndexOf('/Filter') === at;
  const [first, second, third] = dictionary.slice(at + 1, at + 4);
  const isFlate = first === '/FlateDecode' || (first === '[' && second === '/FlateDecode' && third === ']');
  if (!isAlone || !isFlate) throw refuseType('filter');
  return 'flate';
}

function unpack(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: maxUnpackedBytes });
  } catch {
    // Cut short, damaged, or a bomb: the reason is for nobody but the sender, who knows it.
    throw refuseType('object_stream');
  }
}
