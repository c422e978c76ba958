import { isDigit, isSpace, kindOf, kinds } from './characters.ts';

/** Finds every `12 0 obj`, whatever it stands in, by its bytes alone. */
export type ObjectHeaderCounter = { push(chunk: Uint8Array): void; count(): number };

const keyword = [0x6f, 0x62, 0x6a];

/**
 * Counts the beginnings of objects in the raw bytes. A cross-reference table can point anywhere: into a comment, a string or
 * the bytes of a stream. Where more objects begin than the lexer has met, some are hidden in such a place.
 */
export function createObjectHeaderCounter(): ObjectHeaderCounter {
  let found = 0;
  // 0: nothing; 1: digits; 2: white space behind them; 3: digits; 4: white space; 5 to 7: letters of `obj`.
  let step = 0;
  const next = (byte: number): number => {
    if (step >= 4 && step < 7 && byte === keyword[step - 4]) return step + 1;
    if (step === 7 && kindOf[byte] !== kinds.regular) found++;
    if (isDigit(byte)) return step === 2 || step === 3 || step === 4 ? 3 : 1;
    if (!isSpace(byte)) return 0;
    if (step === 1 || step === 2) return 2;
    return step === 3 || step === 4 ? 4 : 0;
  };
  return {
    push: (chunk) => {
      for (const byte of chunk) step = next(byte);
    },
    count: () => found,
  };
}
