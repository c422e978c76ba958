import { AppError } from '@daricheh/shared/errors';
import { nameReturnAddress, type SignInStart } from '@daricheh/shared/issuance';
import * as z from 'zod/mini';
import { describeAccepted } from './accept-offer.ts';
import type { AcceptedOffer } from './accepted-offer.ts';
import { listConfigurations } from './describe-offer.ts';
import { openDpopKey } from './dpop-key.ts';
import { openIssuance, type ReceivePorts } from './open-issuance.ts';

/** A sign-in at the issuer that is under way, and what was offered. The verifier is secret: it stays in memory. */
export const signIn = z.strictObject({
  issuer: z.string(),
  configurationIds: z.array(z.string()),
  start: z.strictObject({ state: z.string(), codeVerifier: z.string(), redirectUri: z.string(), clientId: z.string() }),
});
export type SignIn = z.infer<typeof signIn>;

/** Begins to take the offer by a sign-in; gives the address at which the citizen signs in. @param clientId the wallet's origin */
export async function beginSignIn(
  link: string,
  clientId: string,
  ports: ReceivePorts,
): Promise<{ readonly url: string; readonly signIn: SignIn }> {
  const { client } = await openIssuance(ports);
  const { issuer, configurationIds, signIn: offered } = await client.readOffer(link);
  if (!offered) throw new AppError('offer_unknown', { what: 'sign_in' });
  const metadata = await client.fetchMetadata(issuer);
  listConfigurations(configurationIds, metadata);
  const key = await openDpopKey(issuer, ports.records, ports.nowMs());
  const order = { metadata, configurationIds, issuerState: offered.issuerState, clientId, redirectUri: nameReturnAddress(issuer), key };
  const { url, start } = await client.startSignIn(order);
  return { url, signIn: { issuer, configurationIds: [...configurationIds], start: { ...start } satisfies SignInStart } };
}

/** Takes the offer once the browser came back to `address`. @throws AppError `authorization_answer_invalid`, `authorization_denied`, and those of the issuer */
export async function endSignIn({ issuer, configurationIds, start }: SignIn, address: string, ports: ReceivePorts): Promise<AcceptedOffer> {
  const { client } = await openIssuance(ports);
  const metadata = await client.fetchMetadata(issuer);
  const key = await openDpopKey(issuer, ports.records, ports.nowMs());
  const token = await client.finishSignIn({ address, start, metadata, key });
  return describeAccepted({ client, metadata, token, configurationIds });
}

/** Whether a tab that shows this address has come back from the sign-in. What it brings is checked by `endSignIn`. */
export function isReturn({ start }: SignIn, address: string): boolean {
  return address === start.redirectUri || address.startsWith(`${start.redirectUri}?`);
}
