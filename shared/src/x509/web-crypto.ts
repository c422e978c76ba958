import type { HashName, WideAlgorithm } from './algorithm-identifier.ts';
import type { WidePublicJwk } from './wide-key.ts';
import type { Digest, VerifySignature } from './wide-signature.ts';

type Subtle = Pick<SubtleCrypto, 'digest' | 'importKey' | 'verify'>;

/** The ports of the wider set over WebCrypto. */
export function createWidePorts(subtle: Subtle): { readonly verifySignature: VerifySignature; readonly digest: Digest } {
  return {
    digest: async (hash: HashName, data) => new Uint8Array(await subtle.digest(hash, data)),
    verifySignature: async ({ publicKey, algorithm, data, signature }) => {
      try {
        const key = await subtle.importKey('jwk', { ...publicKey }, nameImport(publicKey, algorithm), false, ['verify']);
        return await subtle.verify(algorithm, key, signature, data);
      } catch {
        // Not a key, or not a signature of its length: the port's contract asks for a plain "no".
        return false;
      }
    },
  };
}

function nameImport(publicKey: WidePublicJwk, { name, hash }: WideAlgorithm): EcKeyImportParams | RsaHashedImportParams {
  return publicKey.kty === 'EC' ? { name, namedCurve: publicKey.crv } : { name, hash };
}
