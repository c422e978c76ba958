import type { Bytes } from '@daricheh/shared/credential';
import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { type ListedPasskey, parseCoseKey } from '@daricheh/shared/submission';
import type { PasskeyRecord } from '../passkeys/passkey-record.ts';

/**
 * A passkey of this wallet with its public key, read from what it said when it was made.
 * @throws AppError `key_invalid` when there is no ES256 or RS256 key in it
 * @see WebAuthn Level 3, sections 6.1 and 6.5
 */
export function readPasskeyKey({ registration, rpId }: Pick<PasskeyRecord, 'registration' | 'rpId'>): ListedPasskey {
  const data = readAuthenticatorData(decodeBase64Url(registration.attestationObject));
  const idLength = ((data[53] ?? 0) << 8) | (data[54] ?? 0);
  const key = cutKey(data.slice(55 + idLength));
  return { id: registration.credentialId, public_key: encodeBase64Url(key), alg: parseCoseKey(key).alg, rp_id: rpId };
}

/** The last member of every attestation object: the text `authData`, then a byte string (CTAP 2.1, section 8: names sorted by length). */
function readAuthenticatorData(object: Bytes): Bytes {
  const name = encodeUtf8('authData');
  const at = object.findLastIndex((_byte, start) => name.every((byte, offset) => object[start + offset] === byte));
  const start = at + name.length;
  const [head, high = 0, low = 0] = object.slice(start, start + 3);
  if (at < 0 || (head !== 0x58 && head !== 0x59)) throw new AppError('key_invalid', { what: 'attestation' });
  const [from, length] = head === 0x58 ? [start + 2, high] : [start + 3, (high << 8) | low];
  return object.slice(from, from + length);
}

/** Extensions may follow the key: the two kinds that we know have one length each. */
function cutKey(bytes: Bytes): Bytes {
  return bytes.slice(0, bytes[0] === 0xa5 ? 77 : 272);
}
