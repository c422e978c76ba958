import { AppError } from '../errors/index.ts';
import type { Seal } from '../seal/index.ts';
import { decodePemCertificates, encodeX5c } from '../x509/index.ts';
import { importSigner, type WebCrypto } from './web-crypto.ts';

/** The agency's seal: its certificate (leaf first, without the root) and its key (PKCS #8), both PEM. */
export type AgencySeal = { readonly certificatePem: string; readonly keyPem: string };

/** The seal, ready to sign, and the DER of its own certificate. @throws AppError `key_invalid`, `certificate_malformed` */
export async function openAgencySeal(
  { certificatePem, keyPem }: AgencySeal,
  crypto: WebCrypto,
): Promise<{ readonly seal: Seal; readonly leaf: Uint8Array<ArrayBuffer> }> {
  const certificates = decodePemCertificates(certificatePem);
  const [leaf] = certificates;
  if (leaf === undefined) throw new AppError('certificate_malformed', { what: 'pem' });
  return { seal: { x5c: encodeX5c(certificates), sign: await importSigner(keyPem, crypto) }, leaf };
}
