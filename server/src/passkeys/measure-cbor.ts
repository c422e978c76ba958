const maxDepth = 8;

/**
 * Where the one CBOR item at `start` ends. Only lengths that are stated are read, as authenticators write them.
 * @throws RangeError when it is cut off, nested deeper than 8, or of a length that is not stated
 * @see RFC 8949, section 3; CTAP 2.1, section 8
 */
export function measureCbor(bytes: Uint8Array, start = 0, depth = 0): number {
  const { major, argument, end } = readHead(bytes, start);
  if (depth > maxDepth) throw new RangeError('CBOR is nested too deep');
  if (major === 2 || major === 3) return within(bytes, end + argument);
  if (major < 2 || major === 7) return end;
  const items = major === 4 ? argument : major === 5 ? argument * 2 : 1;
  let at = end;
  for (let item = 0; item < items; item++) at = measureCbor(bytes, at, depth + 1);
  return at;
}

function readHead(bytes: Uint8Array, start: number): { major: number; argument: number; end: number } {
  const first = bytes[start];
  if (first === undefined) throw new RangeError('CBOR is cut off');
  const [major, short] = [first >> 5, first & 31];
  if (short < 24) return { major, argument: short, end: start + 1 };
  if (short > 27) throw new RangeError('CBOR without a stated length');
  const end = within(bytes, start + 1 + 2 ** (short - 24));
  const argument = bytes.subarray(start + 1, end).reduce((value, byte) => value * 256 + byte, 0);
  return { major, argument, end };
}

function within(bytes: Uint8Array, end: number): number {
  if (end > bytes.length) throw new RangeError('CBOR is cut off');
  return end;
}
