import { decodeBase64Url, encodeBase64Url, encodeUtf8, isSameBytes } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import {
  buildManifest,
  decodeManifest,
  decodeSubmissionHeader,
  encodeManifest,
  type FlattenedJws,
  type HashedForm,
  hashManifest,
  type Manifest,
  readWaitingJws,
} from '@daricheh/shared/submission';
import { decodeX5c } from '@daricheh/shared/x509';
import { sha256, verifyP256 } from '../credentials/wallet-crypto.ts';
import type { WalletTrust } from '../trust/wallet-trust.ts';

type SecondPorts = { readonly trust: () => Promise<WalletTrust> };

/** A signature that stands under the form already: as what, by the id of the role, and when, by that signer's clock. */
export type FirstSignature = { readonly role: string; readonly signedAtMs: number };

/** What a second signer is to sign, which are the very bytes of the first. */
export type ReviewedSecond = {
  readonly manifest: Manifest;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly manifestHash: string;
  readonly first: FirstSignature;
};

/**
 * The form that waits for its second signature, as its page shows it (see `readWaitingJws`). Nothing there is believed: the bytes must be
 * those that the agency's definition gives with these answers, for a page of this origin, and somebody under a certificate that is
 * trusted must have signed them in a role of the form. Whose that certificate is, is for the agency, which has seen the document behind it.
 * @throws AppError `manifest_invalid`; `form_changed` where it is no form of this page; `signature_invalid`
 */
export async function reviewSecond(
  text: string,
  { definition, hash, origin }: HashedForm & { readonly origin: string },
  ports: SecondPorts,
): Promise<ReviewedSecond> {
  const jws = readWaitingJws(text);
  const bytes = decodeBase64Url(jws.payload);
  const manifest = decodeManifest(bytes);
  const { answers, locale, createdAt, nonce, salt } = manifest;
  const rebuilt = buildManifest({ definition, formHash: hash, origin, answers, locale, createdAt: new Date(createdAt), nonce, salt });
  if (!isSameBytes(encodeManifest(rebuilt), bytes)) throw new AppError('form_changed', { what: 'definition' });
  return { manifest, bytes, manifestHash: await hashManifest(bytes, sha256), first: await openFirst(jws, manifest, ports) };
}

async function openFirst(jws: FlattenedJws, { signers = [] }: Manifest, { trust }: SecondPorts): Promise<FirstSignature> {
  const header = decodeSubmissionHeader(jws.protected);
  const signedAtMs = header.iat * 1000;
  const { verifyChain } = await trust();
  const { leaf } = await verifyChain(header.x5c, { at: new Date(signedAtMs) });
  const [der] = decodeX5c(header.x5c);
  const isNamed = der !== undefined && encodeBase64Url(await sha256(der)) === header['x5t#S256'];
  const data = encodeUtf8(`${jws.protected}.${jws.payload}`);
  const isSigned = await verifyP256({ publicKey: leaf.publicKey, data, signature: decodeBase64Url(jws.signature) });
  const role = signers.find(({ id }) => id === header.signer_role);
  if (!isNamed || !isSigned || role === undefined) throw new AppError('signature_invalid', { what: 'first' });
  return { role: role.id, signedAtMs };
}
