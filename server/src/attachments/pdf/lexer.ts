import { refuseType } from '../file-check.ts';
import { isHexDigit, isLineEnd, isSpace, kindOf, kinds } from './characters.ts';

/** What the lexer finds. A name comes with its escapes read, without its slash. */
export type PdfListener = {
  name(name: string): void;
  /** Any run of regular characters: numbers, keywords. */
  word(word: string): void;
  /** `<<`, `>>`, or a delimiter that stands alone. */
  mark(mark: string): void;
  /** What stands between `%` and the end of the line, cut at 128 characters. */
  comment(text: string): void;
  /** A string, in either notation; its content is nobody's business. */
  string(): void;
  /** The bytes of a stream, in pieces, and its end. */
  streamData(bytes: Uint8Array): void;
  streamEnd(): void;
};

export type PdfLexer = { push(chunk: Uint8Array): void; end(): void };

const maxText = 128;
const [lineFeed, carriageReturn] = [0x0a, 0x0d];
const streamEnd = Buffer.from('endstream', 'latin1');
const [openRound, closeRound, openAngle, closeAngle, slash, percent, backslash] = [0x28, 0x29, 0x3c, 0x3e, 0x2f, 0x25, 0x5c];

type State = 'between' | 'name' | 'word' | 'comment' | 'string' | 'open-angle' | 'hex' | 'close-angle' | 'stream-start' | 'stream';

/**
 * Parts the bytes of a PDF, from wherever it begins to wherever it ends, into tokens. It follows no offsets and no lengths:
 * what a cross-reference table leaves out is found like all else. With `hasStreams`, the keyword `stream` begins bytes that
 * end at the next `endstream`. @see ISO 32000-2, section 7.2
 */
export function createPdfLexer(listener: PdfListener, { hasStreams }: { readonly hasStreams: boolean }): PdfLexer {
  let state: State = 'between';
  let text = '';
  let depth = 0;
  let isEscaped = false;
  let carry: Buffer = Buffer.alloc(0);

  const add = (byte: number): void => {
    if (text.length < maxText) text += String.fromCharCode(byte);
    else if (state === 'name') throw refuseType('long_name');
  };
  const finishText = (): void => {
    if (state === 'name') listener.name(readEscapes(text));
    else if (state === 'word') listener.word(text);
    else if (state === 'comment') listener.comment(text);
  };
  const enter = (next: State): void => {
    [state, text] = [next, ''];
  };

  /** A byte that stands between tokens. */
  const begin = (byte: number): void => {
    const kind = kindOf[byte];
    enter(kind === kinds.regular ? 'word' : 'between');
    if (kind === kinds.regular) add(byte);
    else if (kind === kinds.delimiter) beginDelimited(byte);
  };
  const beginDelimited = (byte: number): void => {
    if (byte === slash) enter('name');
    else if (byte === percent) enter('comment');
    else if (byte === openAngle) enter('open-angle');
    else if (byte === closeAngle) enter('close-angle');
    else if (byte === openRound) {
      [depth, isEscaped] = [1, false];
      enter('string');
    } else listener.mark(String.fromCharCode(byte));
  };
  const inText = (byte: number): void => {
    if (kindOf[byte] === kinds.regular) add(byte);
    else {
      const isStream = hasStreams && state === 'word' && text === 'stream';
      finishText();
      if (isStream) enter(byte === carriageReturn ? 'stream-start' : 'stream');
      else begin(byte);
    }
  };
  const inComment = (byte: number): void => {
    if (isLineEnd(byte)) {
      finishText();
      enter('between');
    } else add(byte);
  };
  const inString = (byte: number): void => {
    if (isEscaped) isEscaped = false;
    else if (byte === backslash) isEscaped = true;
    else if (byte === openRound) depth++;
    else if (byte === closeRound && --depth === 0) {
      listener.string();
      enter('between');
    }
  };
  const inHex = (byte: number): void => {
    if (byte === closeAngle) {
      listener.string();
      enter('between');
    } else {
      if (!isHexDigit(byte) && !isSpace(byte)) throw refuseType('hexadecimal');
      if (state === 'open-angle') enter('hex');
    }
  };
  const afterOpenAngle = (byte: number): void => {
    if (byte === openAngle) {
      listener.mark('<<');
      enter('between');
    } else inHex(byte);
  };
  const afterCloseAngle = (byte: number): void => {
    listener.mark('>>');
    if (byte === closeAngle) enter('between');
    else begin(byte);
  };
  const steps: Readonly<Record<Exclude<State, 'stream' | 'stream-start'>, (byte: number) => void>> = {
    ...{ between: begin, name: inText, word: inText, comment: inComment, string: inString, hex: inHex },
    ...{ 'open-angle': afterOpenAngle, 'close-angle': afterCloseAngle },
  };

  /** Passes the bytes of a stream on; how many of the chunk it took. */
  const takeStream = (bytes: Buffer): number => {
    const joined = carry.length === 0 ? bytes : Buffer.concat([carry, bytes]);
    const found = joined.indexOf(streamEnd);
    // The first bytes of the keyword may be the last of this chunk.
    const passed = found < 0 ? Math.max(0, joined.length - streamEnd.length + 1) : found;
    listener.streamData(joined.subarray(0, passed));
    if (found < 0) {
      carry = Buffer.from(joined.subarray(passed));
      return bytes.length;
    }
    const taken = found + streamEnd.length - carry.length;
    carry = Buffer.alloc(0);
    listener.streamEnd();
    enter('between');
    return taken;
  };

  return {
    push: (chunk) => {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
      for (let at = 0; at < bytes.length; ) {
        if (state === 'stream-start') {
          // CR and LF are one line end.
          if (bytes[at] === lineFeed) at++;
          enter('stream');
        } else if (state === 'stream') at += takeStream(bytes.subarray(at));
        else steps[state](bytes[at++] ?? 0);
      }
    },
    end: () => {
      if (!['between', 'name', 'word', 'comment'].includes(state)) throw refuseType('incomplete');
      finishText();
    },
  };
}

/** `#` and two hexadecimal digits stand for a byte. @see ISO 32000-2, section 7.3.5 */
function readEscapes(name: string): string {
  return name.replace(/#([0-9A-Fa-f]{2})/g, (_escape, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
