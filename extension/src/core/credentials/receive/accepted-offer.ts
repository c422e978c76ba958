import { AppError } from '@daricheh/shared/errors';
import * as z from 'zod/mini';
import type { Gesture } from '../confirm-gesture.ts';

/** What the citizen accepted, while the passkey is asked. The tokens are secret: they stay in memory until something is kept. */
const acceptedOffer = z.strictObject({
  issuer: z.string(),
  configurationIds: z.array(z.string()),
  /** @see IssuanceToken */
  token: z.strictObject({
    accessToken: z.string(),
    isBound: z.boolean(),
    refreshToken: z.nullable(z.string()),
    identifiers: z.record(z.string(), z.array(z.string())),
  }),
  /** Nonce of the request that registers the passkey; null where none of the documents wants that. */
  passkeyNonce: z.nullable(z.string()),
});
export type AcceptedOffer = z.infer<typeof acceptedOffer>;

/** The accepted offer that was written by `JSON.stringify`. @throws AppError `prompt_over` when it is none */
export function parseAcceptedOffer(text: string | null): AcceptedOffer {
  const parsed = acceptedOffer.safeParse(JSON.parse(text ?? 'null'));
  if (!parsed.success) throw new AppError('prompt_over');
  return parsed.data;
}

/** What the passkey agrees to when it is registered with an issuer. */
export function describeRegistrationGesture(accepted: AcceptedOffer): Gesture | null {
  return accepted.passkeyNonce === null ? null : { tag: 'daricheh/register', context: accepted.issuer, nonce: accepted.passkeyNonce };
}
