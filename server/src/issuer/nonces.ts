import { encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';

const nonceLifetimeMs = 300_000;
const kind = 'c_nonce';

/** A nonce for one credential request within five minutes. @see OpenID4VCI 1.0, section 7 */
export async function issueNonce(
  { store, now, randomBytes }: Pick<Deps, 'store' | 'now' | 'randomBytes'>,
  agency: Agency,
): Promise<string> {
  const at = now();
  const nonce = encodeBase64Url(randomBytes(24));
  await store.oneTime.put({ agency: agency.id, kind, key: nonce, value: true, expiresAt: new Date(at.getTime() + nonceLifetimeMs) }, at);
  return nonce;
}

/** Uses the nonce up. Of any number at once who show it, one passes. @throws AppError `invalid_nonce` */
export async function useNonce({ store, now }: Pick<Deps, 'store' | 'now'>, agency: Agency, nonce: string): Promise<void> {
  if ((await store.oneTime.take({ agency: agency.id, kind, key: nonce }, now())) === null) throw new AppError('invalid_nonce');
}
