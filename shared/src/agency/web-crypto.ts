import type { Bytes, RandomBytes, Sha256, SignP256, VerifyP256 } from '../credential/index.ts';
import { decodeBase64Url } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';

/** WebCrypto, as Node, browsers, workers, Deno and Bun have it at `globalThis.crypto`. */
export type WebCrypto = Pick<Crypto, 'subtle' | 'getRandomValues'>;

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const signature = { name: 'ECDSA', hash: 'SHA-256' };

export type CryptoPorts = { readonly sha256: Sha256; readonly randomBytes: RandomBytes; readonly verifyP256: VerifyP256 };

/** The ports over WebCrypto. */
export function createCryptoPorts(webCrypto: WebCrypto): CryptoPorts {
  return {
    sha256: async (data) => new Uint8Array(await webCrypto.subtle.digest('SHA-256', data)),
    randomBytes: (length) => webCrypto.getRandomValues(new Uint8Array(length)),
    verifyP256: async ({ publicKey, data, signature: given }) => {
      if (given.length !== 64) return false;
      try {
        const key = await webCrypto.subtle.importKey('jwk', { ...publicKey }, algorithm, false, ['verify']);
        return await webCrypto.subtle.verify(signature, key, given, data);
      } catch {
        // Not a point on the curve: the port's contract asks for a plain "no".
        return false;
      }
    },
  };
}

/** Signs with the key in `pem` (PKCS #8, on P-256). @throws AppError `key_invalid` */
export async function importSigner(pem: string, { subtle }: WebCrypto): Promise<SignP256> {
  const key = await subtle.importKey('pkcs8', decodePemKey(pem), algorithm, false, ['sign']).catch((cause: unknown) => {
    throw new AppError('key_invalid', { what: 'pkcs8' }, { cause });
  });
  return async (data: Bytes) => new Uint8Array(await subtle.sign(signature, key, data));
}

/** The DER in PEM text. @see RFC 7468, section 10 */
function decodePemKey(pem: string): Bytes {
  const [, base64 = ''] = /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----/.exec(pem) ?? [];
  if (base64 === '') throw new AppError('key_invalid', { what: 'pem' });
  return decodeBase64Url(base64.replace(/[=\s]/g, '').replaceAll('+', '-').replaceAll('/', '_'));
}
