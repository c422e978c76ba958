import {
  type CredentialPorts,
  checkJwsHeader,
  isJwsSignedBy,
  type JsonObject,
  parseCompactJws,
  parseJwsPayload,
  type SignP256,
  signCompactJws,
} from '../credential/index.ts';
import { AppError } from '../errors/index.ts';

/** Media type under which metadata is asked for signed. */
export const signedMetadataMediaType = 'application/jwt';

const typ = 'openidvci-issuer-metadata+jwt';
const code = 'issuer_metadata_invalid';
const clockSkewSeconds = 60;

export type SignedMetadataContent = {
  /** The metadata as it stands unsigned. */
  readonly metadata: JsonObject;
  readonly issuer: string;
  readonly at: Date;
  readonly lifetimeSeconds: number;
  /** The issuer's certificate first, DER in base64; no anchor. */
  readonly x5c: readonly string[];
};

/** An issuer's metadata under its seal. @see OpenID4VCI 1.0, section 12.2.3 */
export function signIssuerMetadata(content: SignedMetadataContent, sign: SignP256): Promise<string> {
  const { metadata, issuer, at, lifetimeSeconds, x5c } = content;
  const iat = Math.floor(at.getTime() / 1000);
  const payload = { ...metadata, iss: issuer, sub: issuer, iat, exp: iat + lifetimeSeconds };
  return signCompactJws({ header: { typ, x5c: [...x5c] }, payload }, sign);
}

/**
 * What the issuer signed about itself: the chain leads to an anchor, the leaf's certificate names the issuer, its key
 * signed, `sub` is the issuer and the document is of now.
 * @throws AppError `issuer_metadata_invalid`, and those of the chain verifier
 * @see OpenID4VCI 1.0, section 12.2.3
 */
export async function verifySignedMetadata(
  text: string,
  { issuer, at }: { readonly issuer: string; readonly at: Date },
  { verifyChain, verifyP256 }: Pick<CredentialPorts, 'verifyChain' | 'verifyP256'>,
): Promise<JsonObject> {
  const jws = parseCompactJws(text, { code, maxLength: 262_144 });
  checkJwsHeader(jws, { code, typ, keyIn: 'x5c' });
  const { leaf } = await verifyChain(jws.header['x5c'], { at });
  if (!(await isJwsSignedBy(jws, leaf.publicKey, verifyP256))) throw invalid('signature');
  if (!leaf.extensions.subjectAltName?.uris.includes(issuer)) throw invalid('certificate');
  const payload = parseJwsPayload(jws, code);
  const { sub, iat, exp = null } = payload;
  if (sub !== issuer) throw invalid('sub');
  const now = at.getTime() / 1000;
  if (typeof iat !== 'number' || iat > now + clockSkewSeconds) throw invalid('iat');
  if (exp !== null && !(typeof exp === 'number' && now < exp + clockSkewSeconds)) throw invalid('exp');
  return payload;
}

function invalid(what: string): AppError {
  return new AppError(code, { what });
}
