import type { Cbor, CborMap } from '../cbor/index.ts';
import { type P256PublicJwk, parseP256PublicJwk } from '../credential/index.ts';
import { decodeBase64Url, encodeBase64Url } from '../encoding/index.ts';
import { takeBytes, takeMap } from './cbor-parts.ts';
import { invalidMdoc } from './mdoc-error.ts';

// COSE_Key on P-256. @see RFC 9052, section 7; RFC 9053, section 7.1.1
const labels = { type: 1, curve: -1, x: -2, y: -3, privatePart: -4 } as const;
const ec2 = 2;
const p256 = 1;

/** The key as an issuer binds it. */
export function writeDeviceKey({ x, y }: P256PublicJwk): CborMap {
  return new Map<number, Cbor>([
    [labels.type, ec2],
    [labels.curve, p256],
    [labels.x, decodeBase64Url(x)],
    [labels.y, decodeBase64Url(y)],
  ]);
}

/** The key that an mdoc is bound to. Not checked: that its point lies on the curve. @throws AppError `mdoc_invalid` for any but a public key on P-256 */
export function readDeviceKey(value: Cbor | undefined): P256PublicJwk {
  const key = takeMap(value, 'device_key');
  const isP256 = key.get(labels.type) === ec2 && key.get(labels.curve) === p256 && !key.has(labels.privatePart);
  if (!isP256) throw invalidMdoc('device_key');
  const [x, y] = [labels.x, labels.y].map((label) => encodeBase64Url(takeBytes(key.get(label), 'device_key')));
  try {
    return parseP256PublicJwk({ kty: 'EC', crv: 'P-256', x, y });
  } catch (cause) {
    throw invalidMdoc('device_key', cause);
  }
}
