import * as z from 'zod/mini';
import type { JsonObject } from '../credential/index.ts';
import { AppError } from '../errors/index.ts';
import { listedPasskey } from './verify-passkey-assertion.ts';

/** What a submission needs of a signing credential (`urn:daricheh:signing:1`) once it is verified; other claims are left alone. */
const signingClaims = z.object({
  signing_certificate: z.object({ x5c: z.array(z.string()).check(z.minLength(1), z.maxLength(4)) }),
  passkeys: z.array(listedPasskey).check(z.minLength(1), z.maxLength(32)),
  national_id: z.string(),
});
export type SigningClaims = z.infer<typeof signingClaims>;

/** The claims in that shape. @throws AppError `credential_malformed` */
export function readSigningClaims(claims: JsonObject): SigningClaims {
  const parsed = signingClaims.safeParse(claims);
  if (!parsed.success) throw new AppError('credential_malformed', { what: 'signing_claims' });
  return parsed.data;
}
