import type { Bytes } from '../credential/index.ts';
import { encodeBase64Url, encodeCanonicalJson, encodeUtf8 } from '../encoding/index.ts';
import type { Digest } from '../x509/index.ts';
import { encodeBase64 } from '../x509/x5c.ts';
import type { FlattenedJws, SubmissionEnvelope } from './submission.ts';
import { readComponents, type UnsignedHeader, writeComponent } from './unsigned-header.ts';

/** What an archive time stamp preserves beside what is in the header already. */
export type PreservedEvidence = {
  /** DER of anchors: of the signer's chain, of the status token's, of the time stamps'. */
  readonly anchors: readonly Bytes[];
  /** The status token by which the signer's credential was valid, verbatim; null where none was kept. */
  readonly statusToken: string | null;
  /** The same for the mandate under which it was signed; null or absent where there was none. */
  readonly mandateStatusToken?: string | null | undefined;
  /** See `hashRestOfEnvelope`. */
  readonly envelopeHash: string;
};

/**
 * SHA-256, base64url, of the canonical JSON (RFC 8785) of all that was sent beside the JWS: request, presentation, mandate,
 * assertion and leaf. The archive time stamp of JAdES covers the JWS alone; by this it covers the signing credential too, which
 * nobody can then write anew once its issuer's key is old enough to be found out.
 */
export async function hashRestOfEnvelope({ jws: _covered, ...rest }: SubmissionEnvelope, { digest }: { digest: Digest }): Promise<string> {
  return encodeBase64Url(await digest('SHA-256', encodeCanonicalJson(rest)));
}

/**
 * The header with the evidence behind it: what the first archive time stamp is to cover. A header that already preserves
 * some, or has an archive time stamp, stays as it is. In the clear it was; from here on it is encoded.
 * @throws AppError `time_stamp_invalid`
 */
export function preserveEvidence(header: UnsignedHeader, { anchors, envelopeHash, ...tokens }: PreservedEvidence): UnsignedHeader {
  const components = readComponents(header);
  const texts = components.map(({ text }) => text);
  if (components.length > 1) return { etsiU: texts };
  const { statusToken, mandateStatusToken = null } = tokens;
  const otherVals = [...(statusToken === null ? [] : [{ statusToken }]), ...(mandateStatusToken === null ? [] : [{ mandateStatusToken }])];
  const xVals = anchors.map((der) => ({ x509Cert: { val: encodeBase64(der) } }));
  return {
    etsiU: [
      ...texts,
      ...(xVals.length === 0 ? [] : [writeComponent({ xVals })]),
      ...(otherVals.length === 0 ? [] : [writeComponent({ rVals: { otherVals } })]),
      writeComponent({ envelopeHash }),
    ],
  };
}

/** The header with an archive time stamp (DER of its token) over all that is in it. @throws AppError `time_stamp_invalid` */
export function appendArchiveTimeStamp(header: UnsignedHeader, token: Bytes): UnsignedHeader {
  const texts = readComponents(header).map(({ text }) => text);
  return { etsiU: [...texts, writeComponent({ arcTst: { tstTokens: [{ val: encodeBase64(token) }] } })] };
}

/**
 * What an archive time stamp is over, as ASCII: payload, protected header and signature, each in base64url with a full stop
 * behind it, and then, with nothing between them, the components of `etsiU` that stand before it, as they stand.
 *
 * The text of JAdES was not at hand. This is the computation of its section 5.3.6.3.1 as the European Commission's DSS
 * carries it out and quotes it (`JAdESTimestampMessageDigestBuilder`, archive time stamps, `etsiU` in base64url, neither
 * `sigD` nor `b64`). Components in the clear would need a canonical JSON on which implementations do not agree; ours never
 * stand so beside an archive time stamp.
 * @param before the texts of those components, in their order
 * @see ETSI TS 119 182-1 (JAdES), section 5.3.6
 */
export function encodeArchived({ payload, protected: header, signature }: FlattenedJws, before: readonly string[]): Bytes {
  return encodeUtf8(`${payload}.${header}.${signature}.${before.join('')}`);
}
