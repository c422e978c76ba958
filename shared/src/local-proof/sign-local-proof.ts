import { type Bytes, type Sha256, type SignP256, signCompactJws } from '../credential/index.ts';
import { encodeBase64Url, encodeCanonicalJson } from '../encoding/index.ts';
import type { FlattenedJws } from '../submission/index.ts';
import { decodeX5c } from '../x509/index.ts';
import { type LocalProof, localProof } from './local-proof.ts';

export const localProofJwsType = 'daricheh-local-proof+jws';

/** By whom a record is signed: the chain in the signing credential, leaf first, and the key that it certifies. */
export type LocalProofSigner = { readonly x5c: readonly string[]; readonly sign: SignP256 };

/**
 * The record's JWS, with the headers of a JAdES signature of baseline B-B. Its type is its own: it can never be taken for a submission.
 * @param at when it is signed, by the wallet's clock
 * @see RFC 7515, section 7.2.2; ETSI TS 119 182-1 (JAdES), sections 5.1.7 and 5.1.11
 */
export async function signLocalProof(
  proof: LocalProof,
  at: Date,
  { x5c, sign }: LocalProofSigner,
  { sha256 }: { readonly sha256: Sha256 },
): Promise<FlattenedJws> {
  const [leaf] = decodeX5c(x5c);
  const header = {
    typ: localProofJwsType,
    iat: Math.floor(at.getTime() / 1000),
    x5c: [...x5c],
    'x5t#S256': encodeBase64Url(await sha256(leaf ?? new Uint8Array())),
  };
  const payload: Bytes = encodeCanonicalJson(localProof.parse(proof));
  const [head = '', body = '', signature = ''] = (await signCompactJws({ header, payload }, sign)).split('.');
  return { protected: head, payload: body, signature };
}
