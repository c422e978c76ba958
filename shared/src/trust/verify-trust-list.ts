import { type Bytes, checkJwsHeader, isJwsSignedBy, parseCompactJws, parseJwsPayload, type VerifyP256 } from '../credential/index.ts';
import { AppError } from '../errors/index.ts';
import type { VerifyChain } from '../x509/index.ts';
import { type TrustList, trustList } from './trust-list.ts';

/** `typ` of a signed trust list. */
export const trustListType = 'daricheh-trust-list+jwt';

/**
 * The purpose (extended key usage) that the certificate of a trust list's signer names: id-tsl-kp-tslSigning. Without it
 * every agency with a seal under the same root could sign a list.
 * @see ETSI TS 119 612, section 5.7.1
 */
export const trustListSigningUsage = '0.4.0.2231.3.0';

/** Media type under which an edition is published. */
export const trustListMediaType = `application/${trustListType}`;

/** Most that a signed list may weigh, in bytes. */
export const maxTrustListBytes = 512 * 1024;

const code = 'trust_list_invalid';

export type VerifyTrustListOptions = {
  /** Made with the pinned roots. */
  readonly verifyChain: VerifyChain;
  readonly verifyP256: VerifyP256;
  /** When the signer's certificate must be valid; `issue`: when the list says that it was issued. */
  readonly at: Date | 'issue';
};

/** A list whose signature holds, and the root (DER) that its signer's chain leads to. */
export type SignedTrustList = { readonly list: TrustList; readonly anchor: Bytes };

/**
 * The trust list that `token` carries: signed under a pinned root by a certificate made for trust lists. Not checked:
 * whether it is older than another, and whether it is out of date.
 * @throws AppError `trust_list_invalid`
 */
export async function verifySignedTrustList(token: string, options: VerifyTrustListOptions): Promise<SignedTrustList> {
  try {
    return await readSignedList(token, options);
  } catch (cause) {
    throw new AppError(code, cause instanceof AppError ? { reason: cause.code } : {}, { cause });
  }
}

async function readSignedList(token: string, { verifyChain, verifyP256, at }: VerifyTrustListOptions): Promise<SignedTrustList> {
  const jws = parseCompactJws(token, { code, maxLength: maxTrustListBytes });
  checkJwsHeader(jws, { code, typ: trustListType, keyIn: 'x5c' });
  const parsed = trustList.safeParse(parseJwsPayload(jws, code));
  if (!parsed.success) throw new AppError(code, { what: 'form' });
  const list = parsed.data;
  const { leaf, path } = await verifyChain(jws.header['x5c'], {
    at: at === 'issue' ? new Date(list.issuedAt) : at,
    purpose: trustListSigningUsage,
  });
  if (!(await isJwsSignedBy(jws, leaf.publicKey, verifyP256))) throw new AppError(code, { what: 'signature' });
  return { list, anchor: (path.at(-1) ?? leaf).der };
}
