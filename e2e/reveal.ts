/** Bytes that look like base64url of something worth reading. */
const encodedRun = /[A-Za-z0-9_-]{16,}/g;
const deepest = 4;

/**
 * Everything that a reader without keys can make of a message: the text itself, without its percent signs and JSON
 * escapes, and, as deep as it goes, what every base64url run in it decodes to. A value that is not in here is not
 * readable on the wire.
 */
export function reveal(bytes: Uint8Array | string, depth = 0): string {
  const text = typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
  const plain = [text, decodePercent(text), unescapeJson(text)].filter((form, index, all) => all.indexOf(form) === index);
  if (depth >= deepest) return plain.join('\n');
  const runs = new Set(plain.flatMap((form) => form.match(encodedRun) ?? []));
  const inner = [...runs].flatMap((run) => {
    const decoded = Buffer.from(run, 'base64url');
    return isText(decoded) ? [reveal(decoded, depth + 1)] : [];
  });
  return [...plain, ...inner].join('\n');
}

function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[\p{Cc}]/u.test(text.replace(/[\r\n\t\0]/g, ''));
  } catch {
    // Not UTF-8: a key, a signature or cipher text, with nothing to read in it.
    return false;
  }
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // A lone percent sign: the text is not encoded so.
    return text;
  }
}

function unescapeJson(text: string): string {
  return text
    .replace(/\\u([0-9a-fA-F]{4})/g, (_whole, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replace(/\\(["\\/])/g, '$1');
}
