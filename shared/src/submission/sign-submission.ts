import type { Bytes, Sha256, SignP256 } from '../credential/index.ts';
import { encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import { decodeX5c } from '../x509/index.ts';
import type { FlattenedJws } from './submission.ts';
import { type SubmissionHeader, submissionJwsType } from './submission-header.ts';

export type SubmissionSignature = {
  /** The manifest's bytes, verbatim. */
  readonly bytes: Bytes;
  /** Of the view that the person saw. */
  readonly viewHash: string;
  /** The chain in the signing credential, leaf first. */
  readonly x5c: readonly string[];
  readonly at: Date;
  /** As what they sign, where several do; null where one person signs. */
  readonly role?: string | null;
  /** By the certified key. */
  readonly sign: SignP256;
};

/** The manifest's JWS by the key of the signing credential. @see RFC 7515, section 7.2.2 */
export async function signSubmission(
  { bytes, viewHash, x5c, at, role, sign }: SubmissionSignature,
  { sha256 }: { sha256: Sha256 },
): Promise<FlattenedJws> {
  const [leaf] = decodeX5c(x5c);
  const header: SubmissionHeader = {
    alg: 'ES256',
    typ: submissionJwsType,
    iat: Math.floor(at.getTime() / 1000),
    x5c: [...x5c],
    'x5t#S256': encodeBase64Url(leaf === undefined ? new Uint8Array() : await sha256(leaf)),
    view_hash: viewHash,
    ...(typeof role === 'string' && { signer_role: role }),
  };
  const [protectedText, payload] = [encodeBase64Url(encodeUtf8(JSON.stringify(header))), encodeBase64Url(bytes)];
  const signature = encodeBase64Url(await sign(encodeUtf8(`${protectedText}.${payload}`)));
  return { payload, protected: protectedText, signature };
}
