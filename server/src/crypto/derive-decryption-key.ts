import { createECDH, createPrivateKey, hkdfSync } from 'node:crypto';
import { encodeBase64Url } from '@daricheh/shared/encoding';
import type { DecryptionKey } from '@daricheh/shared/presentation';

/** Order of the group of P-256. @see FIPS 186-5; SEC 2, section 2.4.2 */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * A key for ECDH-ES that follows from a private key (PKCS #8 PEM) and can be told from it by nobody: all processes of a
 * server have the same, after any restart, and nothing more needs to be kept. 128 bits more than the order has are drawn,
 * so that each scalar is as likely as another.
 * @see RFC 5869; FIPS 186-5, appendix A.3.1
 */
export function deriveDecryptionKey(privateKeyPem: string, purpose: string): DecryptionKey {
  const secret = createPrivateKey(privateKeyPem).export({ format: 'der', type: 'pkcs8' });
  const drawn = BigInt(`0x${Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), `daricheh/${purpose}`, 48)).toString('hex')}`);
  const scalar = Buffer.from(((drawn % (order - 1n)) + 1n).toString(16).padStart(64, '0'), 'hex');
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(scalar);
  const point = new Uint8Array(pair.getPublicKey());
  const x = encodeBase64Url(point.slice(1, 33));
  const jwk = { kty: 'EC', crv: 'P-256', x, y: encodeBase64Url(point.slice(33)), d: encodeBase64Url(new Uint8Array(scalar)) } as const;
  // The name says which key it is, not whose.
  return { ...jwk, alg: 'ECDH-ES', use: 'enc', kid: x.slice(0, 16) };
}
