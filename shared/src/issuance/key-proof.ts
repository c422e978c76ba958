import {
  checkJwsHeader,
  isJwsSignedBy,
  type P256PublicJwk,
  parseCompactJws,
  parseJwsPayload,
  parseP256PublicJwk,
  type SignP256,
  signCompactJws,
  type VerifyP256,
} from '../credential/index.ts';
import { AppError } from '../errors/index.ts';

/** A key of the holder's, with what signs by it. */
export type HolderKey = { readonly publicKey: P256PublicJwk; readonly sign: SignP256 };

const typ = 'openid4vci-proof+jwt';
const code = 'invalid_proof';

/** How old a proof may be, and how far in the future its clock may lie. */
const proofAgeSeconds = { past: 300, future: 60 } as const;

/**
 * A proof that the wallet holds `key`, for this issuer and nonce. It names no `iss`: the token is anonymous.
 * @see OpenID4VCI 1.0, appendix F.1
 */
export function createKeyProof({
  issuer,
  nonce,
  at,
  key,
}: {
  readonly issuer: string;
  readonly nonce: string;
  readonly at: Date;
  readonly key: HolderKey;
}): Promise<string> {
  const header = { typ, jwk: { ...key.publicKey } };
  return signCompactJws({ header, payload: { aud: issuer, iat: Math.floor(at.getTime() / 1000), nonce } }, key.sign);
}

/**
 * The key that the proof proves and the nonce that it answers. Not checked: that the nonce is ours and unused, which
 * whoever stores it does, and only after this returned: a bad proof burns no nonce.
 * @throws AppError `invalid_proof`; its facts name what is wrong
 * @see OpenID4VCI 1.0, appendices F.1 and F.4
 */
export async function verifyKeyProof(
  text: string,
  expected: { readonly issuer: string; readonly at: Date },
  verifyP256: VerifyP256,
): Promise<{ readonly publicKey: P256PublicJwk; readonly nonce: string }> {
  const jws = parseCompactJws(text, { code, maxLength: 8192 });
  checkJwsHeader(jws, { code, typ, keyIn: 'jwk' });
  // The key is named once: by `jwk` alone.
  if (jws.header['kid'] !== undefined) throw invalid('kid');
  const publicKey = readKey(jws.header['jwk']);
  if (!(await isJwsSignedBy(jws, publicKey, verifyP256))) throw invalid('signature');
  const { aud, iat, nonce } = parseJwsPayload(jws, code);
  if (aud !== expected.issuer) throw invalid('aud');
  const now = expected.at.getTime() / 1000;
  if (typeof iat !== 'number' || iat < now - proofAgeSeconds.past || iat > now + proofAgeSeconds.future) throw invalid('iat');
  if (typeof nonce !== 'string') throw invalid('nonce');
  return { publicKey, nonce };
}

function readKey(jwk: unknown): P256PublicJwk {
  try {
    return parseP256PublicJwk(jwk);
  } catch (cause) {
    throw new AppError(code, { what: 'jwk' }, { cause });
  }
}

function invalid(what: string): AppError {
  return new AppError(code, { what });
}
