import * as z from 'zod/mini';
import type { Bytes, P256PublicJwk, Sha256, VerifyP256 } from '../credential/index.ts';
import { decodeBase64Url, encodeBase64Url, encodeUtf8, joinBytes, parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { parseCoseKey } from './cose-key.ts';
import type { PasskeyAssertion } from './submission.ts';

/** True when `signature` is an RSASSA-PKCS1-v1_5 signature with SHA-256 over `data`. Trusted to answer false, and not to throw. */
export type VerifyRs256 = (args: {
  publicKey: { readonly kty: 'RSA'; readonly n: string; readonly e: string };
  data: Bytes;
  signature: Bytes;
}) => Promise<boolean> | boolean;

export type PasskeyPorts = { readonly sha256: Sha256; readonly verifyP256: VerifyP256; readonly verifyRs256: VerifyRs256 };

/** A passkey as a signing credential lists it. */
export const listedPasskey = z.object({ id: z.string(), public_key: z.string(), alg: z.number(), rp_id: z.string() });
export type ListedPasskey = z.infer<typeof listedPasskey>;

export type AssertionExpectations = {
  readonly challenge: Bytes;
  /** Passkeys of the person, by whom the credential was issued. */
  readonly passkeys: readonly ListedPasskey[];
  /** Wallets that count: the origin in which their ceremonies run, and the RP id of their passkeys. */
  readonly wallets: readonly { readonly origin: string; readonly rpId: string }[];
};

const clientData = z.object({
  type: z.literal('webauthn.get'),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.optional(z.boolean()),
  topOrigin: z.optional(z.string()),
});

const flags = { userPresent: 0x01, userVerified: 0x04, backupEligible: 0x08, backedUp: 0x10 } as const;

/**
 * The assertion is by one of the listed passkeys, over the expected challenge, made in a wallet that counts, with the
 * user present and verified. The signature counter is not looked at: passkeys that are synchronised keep none.
 * @throws AppError `gesture_invalid`; its facts say which check failed
 * @see WebAuthn Level 3, section 7.2
 */
export async function verifyPasskeyAssertion(
  assertion: PasskeyAssertion,
  expected: AssertionExpectations,
  ports: PasskeyPorts,
): Promise<void> {
  const passkey = expected.passkeys.find(({ id }) => id === assertion.credentialId);
  if (passkey === undefined) throw invalid('passkey');
  const wallet = checkClientData(assertion, expected);
  if (wallet.rpId !== passkey.rp_id) throw invalid('rp_id');
  const authenticatorData = decode(assertion.authenticatorData);
  checkAuthenticatorData(authenticatorData, await ports.sha256(encodeUtf8(passkey.rp_id)));
  const data = joinBytes(authenticatorData, await ports.sha256(decode(assertion.clientDataJSON)));
  if (!(await isSignedBy(passkey, data, decode(assertion.signature), ports))) throw invalid('signature');
}

function checkClientData({ clientDataJSON }: PasskeyAssertion, { challenge, wallets }: AssertionExpectations) {
  const parsed = clientData.safeParse(readJson(clientDataJSON));
  if (!parsed.success) throw invalid('client_data');
  const { data } = parsed;
  if (data.challenge !== encodeBase64Url(challenge)) throw invalid('challenge');
  if (data.crossOrigin === true || data.topOrigin !== undefined) throw invalid('cross_origin');
  const wallet = wallets.find(({ origin }) => origin === data.origin);
  if (wallet === undefined) throw invalid('origin');
  return wallet;
}

/** Extensions may follow the fixed 37 bytes; the signature covers them, and nothing here depends on them. */
function checkAuthenticatorData(bytes: Bytes, rpIdHash: Bytes): void {
  if (bytes.length < 37 || !rpIdHash.every((byte, index) => byte === bytes[index])) throw invalid('rp_id_hash');
  const set = bytes[32] ?? 0;
  if ((set & flags.userPresent) === 0) throw invalid('user_present');
  if ((set & flags.userVerified) === 0) throw invalid('user_verified');
  if ((set & flags.backedUp) !== 0 && (set & flags.backupEligible) === 0) throw invalid('backup_flags');
}

async function isSignedBy(passkey: ListedPasskey, data: Bytes, signature: Bytes, ports: PasskeyPorts): Promise<boolean> {
  const key = parseCoseKey(decode(passkey.public_key));
  if (key.alg !== passkey.alg) throw invalid('alg');
  if (key.alg === -257) return ports.verifyRs256({ publicKey: key.publicKey, data, signature });
  return verifyDerSignature(key.publicKey, data, signature, ports.verifyP256);
}

async function verifyDerSignature(publicKey: P256PublicJwk, data: Bytes, der: Bytes, verifyP256: VerifyP256): Promise<boolean> {
  const signature = readDerSignature(der);
  return signature !== undefined && verifyP256({ publicKey, data, signature });
}

/**
 * The 64 bytes r‖s of an ECDSA signature in DER; undefined when it is not DER to the letter.
 * @see RFC 3279, section 2.2.3; WebAuthn Level 3, section 6.5.5
 */
export function readDerSignature(der: Bytes): Bytes | undefined {
  if (der.length > 72 || der[0] !== 0x30 || der[1] !== der.length - 2) return undefined;
  const r = readDerInteger(der, 2);
  const s = r && readDerInteger(der, r.end);
  if (r === undefined || s === undefined || s.end !== der.length) return undefined;
  const raw = new Uint8Array(64);
  raw.set(r.digits, 32 - r.digits.length);
  raw.set(s.digits, 64 - s.digits.length);
  return raw;
}

function readDerInteger(der: Bytes, at: number): { readonly digits: Bytes; readonly end: number } | undefined {
  const [tag, length = 0, first = 0, second = 0] = der.subarray(at, at + 4);
  const end = at + 2 + length;
  if (tag !== 0x02 || length === 0 || length > 33 || end > der.length || first >= 0x80) return undefined;
  const isPadded = first === 0 && length > 1;
  if (isPadded && second < 0x80) return undefined;
  const digits = der.slice(at + (isPadded ? 3 : 2), end);
  return digits.length > 32 ? undefined : { digits, end };
}

function decode(text: string): Bytes {
  try {
    return decodeBase64Url(text);
  } catch {
    throw invalid('base64url');
  }
}

function readJson(text: string): unknown {
  try {
    return parseStrictJson(decode(text));
  } catch {
    throw invalid('client_data');
  }
}

function invalid(what: string): AppError {
  return new AppError('gesture_invalid', { what });
}
