import { createHash } from 'node:crypto';
import type { Bytes } from '@daricheh/shared/credential';

/** The script tag as pages name it: where these very bytes are, and what the browser checks them against. */
export type PublishedKit = {
  readonly bytes: Bytes;
  /** Path that no other bytes will ever have. */
  readonly src: string;
  /** Subresource Integrity: `sha384-` and the digest in base64. */
  readonly integrity: string;
  /** The whole tag, to be put into a page. */
  readonly tag: string;
};

/** Names the built kit after its digest, so that a page which says what it expects gets that or nothing. */
export function publishKit(bytes: Bytes): PublishedKit {
  const digest = createHash('sha384').update(bytes).digest();
  const src = `/daricheh/kit-${digest.toString('hex').slice(0, 16)}.js`;
  const integrity = `sha384-${digest.toString('base64')}`;
  return { bytes, src, integrity, tag: `<script src="${src}" integrity="${integrity}" crossorigin="anonymous" defer></script>` };
}
