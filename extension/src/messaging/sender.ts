import { AppError } from '@daricheh/shared/errors';
import * as z from 'zod/mini';

/** One page of ours: `popup.html`, `consent.html`… with what stands behind it in its address. */
export type ExtensionSender = { readonly kind: 'extension'; readonly page: string; readonly search: string; readonly tabId: number | null };

/** Our script in one document of a tab, as the browser names it. The page can choose none of these. */
export type ContentSender = {
  readonly kind: 'content';
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string;
  readonly origin: string;
};

export type Sender = ExtensionSender | ContentSender;

/** Who we are: the id, and the origin of our own pages without a slash at its end. */
export type Identity = { readonly id: string; readonly origin: string };

const browserSender = z.object({
  id: z.string(),
  url: z.optional(z.string()),
  origin: z.optional(z.string()),
  frameId: z.optional(z.number()),
  documentId: z.optional(z.string()),
  tab: z.optional(z.object({ id: z.optional(z.number()) })),
});

/**
 * Who sent a message, from what the browser says and never from the message. The background itself (no address of a
 * page) counts as a page of ours without a name.
 * @throws AppError `message_refused` for another extension, an opaque origin, or a frame that the browser does not name.
 */
export function readSender(value: unknown, own: Identity): Sender {
  const parsed = browserSender.safeParse(value);
  if (!parsed.success || parsed.data.id !== own.id) throw new AppError('message_refused', { why: 'foreign' });
  const { url, tab, origin, frameId, documentId } = parsed.data;
  const address = url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
  if (address && originOf(address) === own.origin) {
    return { kind: 'extension', page: address.pathname.slice(1), search: address.search, tabId: tab?.id ?? null };
  }
  if (tab?.id === undefined || frameId === undefined || documentId === undefined) throw new AppError('message_refused', { why: 'frame' });
  const pageOrigin = origin ?? address?.origin;
  if (pageOrigin === undefined || pageOrigin === 'null') throw new AppError('message_refused', { why: 'origin' });
  return { kind: 'content', tabId: tab.id, frameId, documentId, origin: pageOrigin };
}

/** `URL.origin` is "null" for the schemes of extensions outside the browser that owns them. */
function originOf(address: URL): string {
  return `${address.protocol}//${address.host}`;
}
