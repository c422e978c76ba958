import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { dpopAgeSeconds, verifyDpopProof } from '@daricheh/shared/issuance';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import { createSecret } from './secrets.ts';

type DpopDeps = Pick<Deps, 'store' | 'now' | 'randomBytes' | 'sha256' | 'verifyP256'>;

export type DpopRequest = {
  /** The header as it came. */
  readonly proof: string;
  readonly method: string;
  /** Path of the address, on the agency's origin. */
  readonly path: string;
  readonly accessToken: string | null;
};

/** A nonce is handed out for this long, and taken for as long again. */
const nonceWindowMs = 150_000;

/**
 * The thumbprint of the key that the proof shows for this request, with a nonce of ours, for the first time.
 * @throws AppError `invalid_dpop_proof`, `use_dpop_nonce`
 * @see RFC 9449, sections 4.3, 8, 9 and 11.1
 */
export async function verifyDpop(deps: DpopDeps, agency: Agency, request: DpopRequest): Promise<string> {
  const { proof, method, path, accessToken } = request;
  const at = deps.now();
  const { thumbprint, jti, nonce } = await verifyDpopProof(proof, { method, url: agency.origin + path, at, accessToken }, deps);
  if (nonce === null || !(await readDpopNonces(deps, agency)).includes(nonce)) throw new AppError('use_dpop_nonce');
  await useProof(deps, agency, `${thumbprint} ${jti}`);
  return thumbprint;
}

async function useProof({ store, now, sha256 }: DpopDeps, agency: Agency, name: string): Promise<void> {
  const at = now();
  // From the earliest moment that a clock may show to the latest at which the proof is still taken.
  const expiresAt = new Date(at.getTime() + (dpopAgeSeconds.past + dpopAgeSeconds.future) * 1000);
  const key = encodeBase64Url(await sha256(encodeUtf8(name)));
  const isFirst = await store.oneTime.put({ agency: agency.id, kind: 'dpop_jti', key, value: true, expiresAt }, at);
  if (!isFirst) throw new AppError('invalid_dpop_proof', { what: 'jti' });
}

/**
 * Nonces that are taken now; the first is the one to hand out. All processes of a server agree on them, because whoever
 * comes first in a window of two and a half minutes draws one and writes it down.
 */
export async function readDpopNonces(deps: Pick<DpopDeps, 'store' | 'now' | 'randomBytes'>, agency: Agency): Promise<readonly string[]> {
  const window = Math.floor(deps.now().getTime() / nonceWindowMs);
  const [current, last] = await Promise.all([drawNonce(deps, agency, window), readNonce(deps, agency, window - 1)]);
  return last === null ? [current] : [current, last];
}

async function drawNonce(deps: Pick<DpopDeps, 'store' | 'now' | 'randomBytes'>, agency: Agency, window: number): Promise<string> {
  const known = await readNonce(deps, agency, window);
  if (known !== null) return known;
  const nonce = createSecret(deps.randomBytes);
  const expiresAt = new Date((window + 2) * nonceWindowMs);
  const isOurs = await deps.store.oneTime.put({ ...nameNonce(agency, window), value: nonce, expiresAt }, deps.now());
  return isOurs ? nonce : ((await readNonce(deps, agency, window)) ?? nonce);
}

async function readNonce({ store, now }: Pick<DpopDeps, 'store' | 'now'>, agency: Agency, window: number): Promise<string | null> {
  const value = await store.oneTime.read(nameNonce(agency, window), now());
  return typeof value === 'string' ? value : null;
}

function nameNonce(agency: Agency, window: number) {
  return { agency: agency.id, kind: 'dpop_nonce', key: String(window) };
}
