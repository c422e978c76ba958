const base = 36;
const tMin = 1;
const tMax = 26;

/**
 * The label of a host name as people read it: `xn--` labels decoded, others as they are. A label that is not valid
 * punycode is answered unchanged, because the caller only compares.
 * @see RFC 3492, section 6.2
 */
export function decodeLabel(label: string): string {
  if (!label.startsWith('xn--')) return label;
  const encoded = label.slice(4);
  const delimiter = encoded.lastIndexOf('-');
  const points = [...encoded.slice(0, Math.max(0, delimiter))].map((char) => char.charCodeAt(0));
  return insertPoints(points, encoded.slice(delimiter + 1)) ? String.fromCodePoint(...points) : label;
}

/** Inserts into `points` what `digits` describes; false when they describe nothing. */
function insertPoints(points: number[], digits: string): boolean {
  let code = 128;
  let index = 0;
  let bias = 72;
  for (let at = 0; at < digits.length; ) {
    const start = index;
    for (let weight = 1, k = base; ; k += base) {
      const digit = digitOf(digits.charCodeAt(at++));
      if (digit < 0) return false;
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, tMin), tMax);
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const length = points.length + 1;
    bias = adapt(index - start, length, start === 0);
    code += Math.floor(index / length);
    index %= length;
    if (code > 0x10ffff) return false;
    points.splice(index++, 0, code);
  }
  return true;
}

function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return -1;
}

function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((base - tMin) * tMax) / 2; k += base) rest = Math.floor(rest / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + 38));
}
