import { parseSync } from 'vite';

/** A regular expression literal of a source file. */
export type FoundRegExp = { readonly pattern: string; readonly flags: string };

/** Every regular expression literal of TypeScript or TSX source, each once. Throws where the source does not parse: nothing is passed over unseen. */
export function listRegExps(file: string, source: string): FoundRegExp[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse`);
  const found = new Map<string, FoundRegExp>();
  const open: unknown[] = [program];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    if ('regex' in node && isRegExp(node.regex)) found.set(`${node.regex.pattern}/${node.regex.flags}`, node.regex);
    else open.push(...Object.values(node));
  }
  return [...found.values()];
}

function isRegExp(value: unknown): value is FoundRegExp {
  return typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value;
}
