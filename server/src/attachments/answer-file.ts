import { AppError } from '@daricheh/shared/errors';
import type { Deps } from '../deps.ts';
import type { CaseName } from '../storage/store.ts';

/**
 * A file of a case as bytes to save: no browser shows it, whatever it is, and nothing in it runs with any right.
 * @throws AppError `not_found` where the case has no such file, or the agency no such case: nobody learns which
 * @see RFC 6266, section 4.3; RFC 8187
 */
export async function answerFile(name: CaseName, id: string, { store, files }: Pick<Deps, 'store' | 'files'>): Promise<Response> {
  const found = (await store.attachments.list(name)).find((attachment) => attachment.id === id);
  if (found === undefined) throw new AppError('not_found');
  return new Response(await files.open({ agency: name.agency, id, sha256: found.sha256 }), {
    headers: {
      'Content-Type': found.mediaType,
      'Content-Length': String(found.size),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeExtended(found.name)}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}

/** Of what `encodeURIComponent` leaves alone, RFC 8187 has not these. */
function encodeExtended(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
