import { AppError } from '@daricheh/shared/errors';
import { type FileCheck, refuseType } from '../file-check.ts';
import { activeNames } from './active-names.ts';
import { createObjectHeaderCounter } from './hidden-objects.ts';
import { createPdfLexer, type PdfListener } from './lexer.ts';
import { createObjectStreams } from './object-stream.ts';

const header = /^%PDF-[12]\.\d/;
const headerLength = 8;
/** Behind the `%` that begins a comment. */
const endOfFile = /^%EOF {0,16}$/;
/** What the dictionary of a stream may have; a list of pages, which is no stream's, has more. */
const maxTokens = 4096;

/**
 * A PDF that begins with its first byte, ends with its last, and in which no name stands that anything active needs: not in
 * any of its revisions, not in its object streams, not escaped, and not in objects that hide in comments, strings or
 * streams. It says nothing of how the pages look: a later revision may show something else than an earlier one, and the
 * file is kept and handed on as the bytes that were signed, never shown by us.
 */
export function createPdfCheck(): FileCheck {
  const headers = createObjectHeaderCounter();
  const streams = createObjectStreams((content) => {
    const inner = createPdfLexer({ ...silent, name: refuseActive }, { hasStreams: false });
    inner.push(content);
    inner.end();
  });
  let objects = 0;
  let isComplete = false;
  /** The last two words, while nothing but white space has parted them from what comes. */
  let before: readonly string[] = [];
  let tokens: string[] | null = [];
  const note = (token: string): void => {
    [before, isComplete] = [[], false];
    if (tokens !== null && tokens.push(token) > maxTokens) tokens = null;
  };
  const listener: PdfListener = {
    name: (name) => {
      refuseActive(name);
      note(`/${name}`);
    },
    word: (word) => {
      const isHeader = word === 'obj' && before.length === 2 && before.every((number) => /^\d+$/.test(number));
      if (isHeader) objects++;
      const known = [...before.slice(-1), word];
      if (word === 'stream') streams.begin(tokens);
      note(word);
      before = known;
      if (isHeader) tokens = [];
    },
    mark: note,
    string: () => note('()'),
    comment: (text) => {
      before = [];
      isComplete = endOfFile.test(text);
    },
    streamData: streams.push,
    streamEnd: streams.end,
  };
  const lexer = createPdfLexer(listener, { hasStreams: true });
  let start: Buffer | null = Buffer.alloc(0);
  return {
    push: (chunk) => {
      if (start !== null && start.length < headerLength) start = Buffer.concat([start, chunk.subarray(0, headerLength)]);
      if (start !== null && start.length >= headerLength) {
        if (!header.test(start.toString('latin1'))) throw refuseType('signature');
        start = null;
      }
      headers.push(chunk);
      lexer.push(chunk);
    },
    end: () => {
      lexer.end();
      if (start !== null || !isComplete) throw refuseType('incomplete');
      if (headers.count() !== objects) throw new AppError('attachment_active_content', { what: 'hidden_object' });
    },
  };
}

const silent: PdfListener = {
  name: () => undefined,
  word: () => undefined,
  mark: () => undefined,
  string: () => undefined,
  comment: () => undefined,
  streamData: () => undefined,
  streamEnd: () => undefined,
};

function refuseActive(name: string): void {
  if (activeNames.has(name)) throw new AppError('attachment_active_content', { what: name });
}
