/** What a spreadsheet would take for a formula, in ASCII and in the full width that some fold to it; or would strip to get at one. */
const opening = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Told to spreadsheets that what follows is UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * One record, every cell quoted. A cell that a spreadsheet would compute begins with an apostrophe, so that it is shown and
 * not run: whoever opens the file did not write what stands in it.
 * @see RFC 4180, section 2
 */
export function writeCsvRecord(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${(opening.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}
