import { decodeBase64Url, encodeBase64Url, parseStrictJson } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import * as z from 'zod/mini';
import type { Deps } from '../deps.ts';

type ChallengePorts = Pick<Deps, 'store' | 'now' | 'randomBytes'>;

/**
 * What a challenge was made for: one made for the one act never serves the other. Behind a colon stands the account: a
 * challenge that somebody was given for their own account opens nothing on another's.
 */
export type ChallengeUse = 'sign-in' | 'enrol' | `confirm:${string}` | `add:${string}` | `recover:${string}`;

const kind = 'passkey-challenge';
const lifetimeMs = 5 * 60_000;

const clientData = z.object({ challenge: z.string(), crossOrigin: z.optional(z.boolean()), topOrigin: z.optional(z.string()) });

/** A challenge of 256 bits, base64url, good for one ceremony within five minutes. */
export async function makeChallenge(agency: string, use: ChallengeUse, { store, now, randomBytes }: ChallengePorts): Promise<string> {
  const challenge = encodeBase64Url(randomBytes(32));
  const expiresAt = new Date(now().getTime() + lifetimeMs);
  await store.oneTime.put({ agency, kind, key: challenge, value: use, expiresAt }, now());
  return challenge;
}

/**
 * The challenge that a ceremony's client data names, which is taken away whatever comes of it: an attempt that fails
 * cannot be tried again.
 * @throws AppError `webauthn_invalid` when it was not made for this use, was used, has run out, or the ceremony ran inside another site's page
 */
export async function takeChallenge(
  agency: string,
  use: ChallengeUse,
  clientDataJson: string,
  { store, now }: Pick<ChallengePorts, 'store' | 'now'>,
): Promise<string> {
  const { challenge, crossOrigin, topOrigin } = readClientData(clientDataJson);
  const made = await store.oneTime.take({ agency, kind, key: challenge }, now());
  if (made !== use) throw new AppError('webauthn_invalid', { what: 'challenge' });
  if (crossOrigin === true || topOrigin !== undefined) throw new AppError('webauthn_invalid', { what: 'cross_origin' });
  return challenge;
}

function readClientData(text: string): z.infer<typeof clientData> {
  try {
    return clientData.parse(parseStrictJson(decodeBase64Url(text)));
  } catch {
    throw new AppError('webauthn_invalid', { what: 'client_data' });
  }
}
