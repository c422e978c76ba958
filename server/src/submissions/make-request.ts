import { AppError } from '@daricheh/shared/errors';
import { attachingLifetimeSeconds, buildSubmissionRequest, requestLifetimeSeconds } from '@daricheh/shared/submission';
import * as z from 'zod/mini';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import { makeRandomName } from './random-names.ts';

const hash = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** What the wallet says before it signs: which form, and the hash of the manifest that it will show. */
export const requestWish = z.strictObject({
  form: z.strictObject({ id: z.string().check(z.maxLength(100)), version: z.number(), hash }),
  manifestHash: hash,
});

/** Kind under which the nonces of open requests are kept. */
export const requestKind = 'submission-request';

/**
 * A signed request for a signature on that manifest, under a nonce of its own, good for one answer within five minutes, or,
 * where files may have to be sent first, half an hour.
 * @throws AppError `form_version_mismatch` when the form is not the one that the agency publishes now
 */
export async function makeRequest(
  agency: Agency,
  { form, manifestHash }: z.infer<typeof requestWish>,
  { store, now, randomBytes }: Pick<Deps, 'store' | 'now' | 'randomBytes'>,
): Promise<string> {
  const published = agency.forms.find(({ definition }) => definition.id === form.id);
  if (published?.definition.version !== form.version || published.hash !== form.hash) throw new AppError('form_version_mismatch');
  const at = now();
  const { submissionsUri, attachments } = published.definition;
  const lifetimeSeconds = attachments === undefined ? requestLifetimeSeconds : attachingLifetimeSeconds;
  const nonce = await drawNonce({ agency: agency.id, form: form.id, at, lifetimeSeconds }, { store, randomBytes });
  const clientId = `x509_hash:${agency.seal.certificateHash}`;
  return buildSubmissionRequest(
    { clientId, submissionsUri, nonce, form, manifestHash, at, lifetimeSeconds },
    { x5c: [agency.seal.certificate], sign: agency.seal.sign },
  );
}

const openRequest = z.strictObject({ form: z.string() });

/** What an open request is about. @throws AppError `submission_request_unknown` when none of the agency has that nonce */
export async function readOpenRequest(
  { agency, nonce }: { readonly agency: string; readonly nonce: string },
  { store, now }: Pick<Deps, 'store' | 'now'>,
): Promise<z.infer<typeof openRequest>> {
  const found = openRequest.safeParse(await store.oneTime.read({ agency, kind: requestKind, key: nonce }, now()));
  if (!found.success) throw new AppError('submission_request_unknown');
  return found.data;
}

type NonceUse = { readonly agency: string; readonly form: string; readonly at: Date; readonly lifetimeSeconds: number };

/** A nonce of 256 random bits that no open request of the agency has; kept until its request is answered, or too old to be. */
async function drawNonce(
  { agency, form, at, lifetimeSeconds }: NonceUse,
  { store, randomBytes }: Pick<Deps, 'store' | 'randomBytes'>,
): Promise<string> {
  const nonce = makeRandomName(randomBytes, 32);
  const expiresAt = new Date(at.getTime() + lifetimeSeconds * 1000);
  const isNew = await store.oneTime.put({ agency, kind: requestKind, key: nonce, value: { form }, expiresAt }, at);
  // It never happens by chance: whatever the cause, no wallet gets the same nonce twice.
  if (!isNew) throw new AppError('unavailable', { what: 'randomness' });
  return nonce;
}
