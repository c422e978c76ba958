import { checkJwsHeader, isJwsSignedBy, parseCompactJws, parseJwsPayload, type VerifyP256 } from '../credential/index.ts';
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

const maxLength = 512 * 1024;

export type VerifyTrustListOptions = {
  /** Made with the pinned roots. */
  readonly verifyChain: VerifyChain;
  readonly verifyP256: VerifyP256;
  readonly now: () => Date;
  /** Serial of the list in use; undefined when there is none. An equal one is accepted. */
  readonly lastSerial?: number | undefined;
};

/**
 * The trust list that `token` carries: signed under a pinned root by a certificate made for trust lists, and no older
 * than the one in use.
 * @throws AppError `trust_list_invalid`; `trust_list_rolled_back` when its serial is below `lastSerial`
 */
export async function verifyTrustList(token: string, options: VerifyTrustListOptions): Promise<TrustList> {
  const list = await readSignedList(token, options).catch((cause: unknown) => {
    throw new AppError('trust_list_invalid', cause instanceof AppError ? { reason: cause.code } : {}, { cause });
  });
  if (list.serial < (options.lastSerial ?? 0)) throw new AppError('trust_list_rolled_back', { serial: list.serial });
  return list;
}

async function readSignedList(token: string, { verifyChain, verifyP256, now }: VerifyTrustListOptions): Promise<TrustList> {
  const code = 'trust_list_invalid';
  const jws = parseCompactJws(token, { code, maxLength });
  checkJwsHeader(jws, { code, typ: trustListType, keyIn: 'x5c' });
  const { leaf } = await verifyChain(jws.header['x5c'], { at: now(), purpose: trustListSigningUsage });
  if (!(await isJwsSignedBy(jws, leaf.publicKey, verifyP256))) throw new AppError(code, { what: 'signature' });
  const parsed = trustList.safeParse(parseJwsPayload(jws, code));
  if (!parsed.success) throw new AppError(code, { what: 'form' });
  return parsed.data;
}
