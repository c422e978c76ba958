/** A value as it stands in a PDF file: ASCII. @see ISO 32000-1, section 7.3 */
export type PdfValue = string;

/** Names an object of the file. */
export type PdfRef = { readonly number: number };

/** A name out of our own vocabulary: letters, digits, `-`, `+`, `_` and `.`, all of which stand for themselves. */
export function writeName(name: string): PdfValue {
  return `/${name.replaceAll('/', '#2F')}`;
}

export function writeRef({ number }: PdfRef): PdfValue {
  return `${number} 0 R`;
}

/** A number with at most three decimals, never in exponents, which PDF does not know. */
export function writeNumber(value: number): PdfValue {
  return String(Number(value.toFixed(3)));
}

export function writeArray(values: readonly PdfValue[]): PdfValue {
  return `[${values.join(' ')}]`;
}

export function writeDict(entries: Readonly<Record<string, PdfValue | undefined>>): PdfValue {
  const present = Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [`/${key} ${value}`]));
  return `<< ${present.join(' ')} >>`;
}

/**
 * A text string in UTF-16BE behind its byte order mark, in hexadecimal: whatever the text holds, brackets and backslashes
 * and line ends among it, it can end neither the string nor the file.
 * @see ISO 32000-1, sections 7.3.4.3 and 7.9.2.2
 */
export function writeText(text: string): PdfValue {
  return `<FEFF${writeUtf16(text)}>`;
}

/** UTF-16BE in hexadecimal. */
export function writeUtf16(text: string): string {
  return Array.from({ length: text.length }, (_each, at) => text.charCodeAt(at).toString(16).padStart(4, '0').toUpperCase()).join('');
}

/** A string of ASCII out of our own vocabulary, as plain text: names of embedded files, which others search for. */
export function writePlainString(text: string): PdfValue {
  if (!/^[A-Za-z0-9_. -]*$/.test(text)) throw new Error('Not a plain string.');
  return `(${text})`;
}

/** A time in UTC. @see ISO 32000-1, section 7.9.4 */
export function writeDate(at: Date): PdfValue {
  return `(D:${at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z)`;
}

export function writeHex(bytes: Uint8Array): PdfValue {
  return `<${Buffer.from(bytes).toString('hex').toUpperCase()}>`;
}
