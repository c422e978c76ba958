import { createHash, generateKeyPairSync } from 'node:crypto';

/**
 * A key for the manifest of an unpacked extension, base64 of its SPKI, and the id that Chromium derives from it. The
 * private half is thrown away: it would only sign packages for a store.
 */
export function makeExtensionIdentity(): { readonly manifestKey: string; readonly id: string } {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return { manifestKey: spki.toString('base64'), id: deriveExtensionId(spki) };
}

/** The first 16 bytes of the SHA-256 of the key, each hexadecimal digit written as a letter from a to p. */
export function deriveExtensionId(spki: Uint8Array): string {
  const hex = createHash('sha256').update(spki).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
