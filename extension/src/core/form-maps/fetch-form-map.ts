import { AppError } from '@daricheh/shared/errors';
import { formMapLimits, formMapMediaType, formMapPath } from '@daricheh/shared/form-map';
import type { FetchText } from '@daricheh/shared/presentation';

/** A plan waits for it the first time on a site, so it may not take long. */
const timeoutMs = 2_000;

/**
 * What an agency publishes as its form map, a compact JWS that nobody has verified yet; null where it has none. The request says nothing: no cookie, and no tag of
 * what was had before, by which a site could know the wallet again.
 * @throws AppError `unavailable`, `body_too_large`, `request_uri_blocked` for a redirect, `form_map_invalid` for anything but a map
 */
export async function fetchFormMap(origin: string, fetchText: FetchText): Promise<string | null> {
  const limits = { maxBytes: formMapLimits.chars, timeoutMs };
  const answer = await fetchText({ url: origin + formMapPath, method: 'GET', accept: formMapMediaType, ...limits });
  if (answer.status === 404 || answer.status === 410) return null;
  if (answer.status !== 200) throw new AppError('unavailable', { status: answer.status });
  if (answer.contentType !== formMapMediaType) throw new AppError('form_map_invalid', { what: 'content_type' });
  return answer.text.trim();
}
