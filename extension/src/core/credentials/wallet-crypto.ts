import type { Bytes, RandomBytes, Sha256, VerifyP256 } from '@daricheh/shared/credential';
import { createWidePorts } from '@daricheh/shared/x509';

const ecdsa = { name: 'ECDSA', hash: 'SHA-256' } as const;
const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** SHA-256 by WebCrypto. */
export const sha256: Sha256 = async (data) => new Uint8Array(await crypto.subtle.digest('SHA-256', data));

/** Random bytes of the browser's generator. */
export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** A number from 0 up to 1, by the browser's generator. */
export function random(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return drawn / 2 ** 32;
}

/** ECDSA over P-256 by WebCrypto. False, too, for a point that is not on the curve. */
export const verifyP256: VerifyP256 = async ({ publicKey, data, signature }) => {
  try {
    const key = await crypto.subtle.importKey('jwk', publicKey, p256, false, ['verify']);
    return await crypto.subtle.verify(ecdsa, key, signature, data);
  } catch {
    // WebCrypto throws for a key that is none; for whoever asks, nothing was signed by it.
    return false;
  }
};

/** What time-stamp authorities sign and hash with, by WebCrypto. */
export const widePorts = createWidePorts(crypto.subtle);

/** RSASSA-PKCS1-v1_5 with SHA-256 by WebCrypto: some authenticators make such passkeys. */
export async function verifyRs256(args: {
  publicKey: { readonly kty: 'RSA'; readonly n: string; readonly e: string };
  data: Bytes;
  signature: Bytes;
}): Promise<boolean> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  try {
    const key = await crypto.subtle.importKey('jwk', args.publicKey, algorithm, false, ['verify']);
    return await crypto.subtle.verify(algorithm, key, args.signature, args.data);
  } catch {
    // As above.
    return false;
  }
}
