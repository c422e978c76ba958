import {
  checkJwsHeader,
  isJwsSignedBy,
  type P256PublicJwk,
  parseCompactJws,
  parseJwsPayload,
  parseP256PublicJwk,
  type RandomBytes,
  type Sha256,
  signCompactJws,
  thumbprintKey,
  type VerifyP256,
} from '../credential/index.ts';
import { encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import type { HolderKey } from './key-proof.ts';

const typ = 'dpop+jwt';
const code = 'invalid_dpop_proof';

/** How old a proof may be, and how far in the future its clock may lie. */
export const dpopAgeSeconds = { past: 300, future: 60 } as const;

export type DpopOrder = {
  readonly key: HolderKey;
  readonly method: 'GET' | 'POST';
  /** The address that the proof is sent to. */
  readonly url: string;
  readonly at: Date;
  /** Where the request carries one. */
  readonly accessToken?: string;
  /** What the server last sent in `DPoP-Nonce`. */
  readonly nonce?: string;
};

/** The value of the header `DPoP` for one request. @see RFC 9449, section 4.2 */
export async function createDpopProof(
  order: DpopOrder,
  ports: { readonly randomBytes: RandomBytes; readonly sha256: Sha256 },
): Promise<string> {
  const { key, method, url, at, accessToken, nonce } = order;
  const payload = {
    jti: encodeBase64Url(ports.randomBytes(16)),
    htm: method,
    htu: dropQuery(url),
    iat: Math.floor(at.getTime() / 1000),
    ...(accessToken === undefined ? {} : { ath: await hashToken(accessToken, ports.sha256) }),
    ...(nonce === undefined ? {} : { nonce }),
  };
  return signCompactJws({ header: { typ, jwk: { ...key.publicKey } }, payload }, key.sign);
}

export type DpopExpectations = {
  readonly method: string;
  readonly url: string;
  readonly at: Date;
  /** Null where the request carries none. */
  readonly accessToken: string | null;
};

export type VerifiedDpop = {
  /** RFC 7638 thumbprint of the key: what tokens are bound to. */
  readonly thumbprint: string;
  readonly jti: string;
  readonly nonce: string | null;
};

/**
 * The key that the proof shows for this very request. Not checked: that `jti` was not seen before and that the nonce is
 * ours, which whoever stores them does.
 * @throws AppError `invalid_dpop_proof`; its facts name what is wrong
 * @see RFC 9449, section 4.3
 */
export async function verifyDpopProof(
  text: string,
  expected: DpopExpectations,
  ports: { readonly verifyP256: VerifyP256; readonly sha256: Sha256 },
): Promise<VerifiedDpop> {
  const jws = parseCompactJws(text, { code, maxLength: 8192 });
  checkJwsHeader(jws, { code, typ, keyIn: 'jwk' });
  const publicKey = readKey(jws.header['jwk']);
  if (!(await isJwsSignedBy(jws, publicKey, ports.verifyP256))) throw invalid('signature');
  const { jti, htm, htu, iat, ath, nonce = null } = parseJwsPayload(jws, code);
  if (typeof jti !== 'string' || jti.length < 8 || jti.length > 256) throw invalid('jti');
  if (htm !== expected.method) throw invalid('htm');
  if (typeof htu !== 'string' || !URL.canParse(htu) || dropQuery(htu) !== dropQuery(expected.url)) throw invalid('htu');
  const now = expected.at.getTime() / 1000;
  if (typeof iat !== 'number' || iat < now - dpopAgeSeconds.past || iat > now + dpopAgeSeconds.future) throw invalid('iat');
  const expectedHash = expected.accessToken === null ? undefined : await hashToken(expected.accessToken, ports.sha256);
  if (expectedHash !== undefined && ath !== expectedHash) throw invalid('ath');
  if (nonce !== null && typeof nonce !== 'string') throw invalid('nonce');
  return { thumbprint: await thumbprintKey(publicKey, ports.sha256), jti, nonce };
}

function readKey(jwk: unknown): P256PublicJwk {
  try {
    return parseP256PublicJwk(jwk);
  } catch (cause) {
    throw new AppError(code, { what: 'jwk' }, { cause });
  }
}

/** `htu` has neither query nor fragment; URL writes scheme, host and default port in one way. */
function dropQuery(address: string): string {
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  return url.href;
}

async function hashToken(token: string, sha256: Sha256): Promise<string> {
  return encodeBase64Url(await sha256(encodeUtf8(token)));
}

function invalid(what: string): AppError {
  return new AppError(code, { what });
}
