const maxLine = 200;
const maxLines = 4000;

/** Text as a person reads it on one line, at most `limit` characters. Only the first few times as many are looked at. */
export function tidyText(text: string | null | undefined, limit = maxLine): string {
  // Most of what is asked of a control it does not say.
  if (!text) return '';
  return text
    .slice(0, limit * 4)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, limit);
}

/** The page's text in reading order, a line for each block; marks let a caller ask for what stood between two moments. */
export class TextLines {
  readonly #lines: { readonly text: string; readonly node: Text }[] = [];
  #open = '';
  #openNode: Text | undefined;

  /** Adds a text node's words to the line that is being read. */
  add(node: Text): void {
    const words = node.data.slice(0, maxLine * 4).replace(/\s+/g, ' ');
    if (this.#open.length < maxLine) this.#open += words;
    if (!this.#openNode && words.trim() !== '') this.#openNode = node;
  }

  /** Ends the line that is being read; nothing happens where it is empty. Returns the line. */
  end(): string {
    const text = this.#open.trim().slice(0, maxLine);
    const node = this.#openNode;
    this.#open = '';
    this.#openNode = undefined;
    if (text !== '' && node && this.#lines.length < maxLines) this.#lines.push({ text, node });
    return text;
  }

  /** How many lines have ended so far. */
  get count(): number {
    return this.#lines.length;
  }

  /** The lines ended since `mark` (a former `count`), the oldest first, at most `limit`. */
  since(mark: number, limit = maxLines): readonly string[] {
    return this.#lines.slice(mark, mark + limit).map(({ text }) => text);
  }

  /** The line at a place, from 0, and the node that it begins with. */
  at(place: number): { readonly text: string; readonly node: Text } | undefined {
    return this.#lines[place];
  }
}
