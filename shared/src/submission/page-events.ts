/**
 * What a page hears of a submission: events on the form, whose `detail` is JSON text, since objects do not cross between
 * the worlds of extension and page. Plain code without schemas: the script tag on agencies' pages counts its bytes.
 */
export const pageEvents = { receipt: 'daricheh:receipt', stopped: 'daricheh:stopped' } as const;

/** The agency took the form. `receipt` is the compact JWS. */
export type ReceiptDetail = { readonly caseNumber: string; readonly dueAt: string; readonly receipt: string };

/** Nothing was sent. `code` is one of the closed list of errors. */
export type StoppedDetail = { readonly code: string };

/** The detail of `daricheh:receipt`; undefined for anything else. */
export function readReceiptDetail(detail: unknown): ReceiptDetail | undefined {
  const { caseNumber, dueAt, receipt } = readMembers(detail);
  const isWhole = typeof caseNumber === 'string' && typeof dueAt === 'string' && typeof receipt === 'string';
  return isWhole ? { caseNumber, dueAt, receipt } : undefined;
}

/** The detail of `daricheh:stopped`; undefined for anything else. */
export function readStoppedDetail(detail: unknown): StoppedDetail | undefined {
  const { code } = readMembers(detail);
  return typeof code === 'string' ? { code } : undefined;
}

function readMembers(detail: unknown): Record<string, unknown> {
  try {
    const value: unknown = typeof detail === 'string' ? JSON.parse(detail) : undefined;
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // Any script of the page may dispatch such an event; text that is not JSON is simply none of ours.
    return {};
  }
}
