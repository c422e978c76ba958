/** Text that is HTML already; everything else is escaped where it enters a page. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | undefined | readonly Part[];

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A piece of a page. Values are escaped, lists are joined, null and undefined are nothing. Attributes stand in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((string, index) => string + write(parts[index])).join(''));
}

function write(part: Part): string {
  if (part instanceof Html) return part.text;
  if (part === null || part === undefined) return '';
  if (typeof part === 'object') return part.map(write).join('');
  return String(part).replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}
