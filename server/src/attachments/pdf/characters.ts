/** White space, delimiters and all other bytes. @see ISO 32000-2, section 7.2.3 */
export const kinds = { regular: 0, space: 1, delimiter: 2 } as const;

export const kindOf = new Uint8Array(256);
for (const byte of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) kindOf[byte] = kinds.space;
for (const character of '()<>[]{}/%') kindOf[character.charCodeAt(0)] = kinds.delimiter;

export function isSpace(byte: number): boolean {
  return kindOf[byte] === kinds.space;
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** CR or LF, with which a comment ends and a stream begins. */
export function isLineEnd(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d;
}

export function isHexDigit(byte: number): boolean {
  return isDigit(byte) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
}
