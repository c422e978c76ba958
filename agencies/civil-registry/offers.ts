import { randomBytes } from 'node:crypto';
import type { CallServer } from '../front/server-client.ts';
import type { Person } from '../people.ts';

/** Who was identified in this browser, so that the page with the link can be reloaded and asked for a new link. */
export type Desk = {
  readonly admit: (person: Person) => string;
  readonly find: (id: string | undefined) => Person | undefined;
};

const documents = ['identity', 'signing'];
const stayMs = 15 * 60 * 1000;
const mostVisitors = 10_000;

/** Keeps identified visitors for a quarter of an hour, by the secret in their cookie. */
export function createDesk(now: () => Date): Desk {
  const visitors = new Map<string, { person: Person; until: number }>();
  return {
    admit: (person) => {
      const [oldest] = visitors.keys();
      if (visitors.size >= mostVisitors && oldest !== undefined) visitors.delete(oldest);
      const id = randomBytes(16).toString('base64url');
      visitors.set(id, { person, until: now().getTime() + stayMs });
      return id;
    },
    find: (id) => {
      const visitor = id === undefined ? undefined : visitors.get(id);
      return visitor !== undefined && visitor.until > now().getTime() ? visitor.person : undefined;
    },
  };
}

/** A link by which a wallet fetches both documents of `person`, once; undefined when the server makes none. */
export async function makeOffer(
  deps: { readonly callServer: CallServer; readonly apiKey: string },
  person: Person,
): Promise<string | undefined> {
  const answer = await deps.callServer({
    method: 'POST',
    path: '/daricheh/issuer/offers',
    json: { subject: person.claims, configurations: documents },
    bearer: deps.apiKey,
  });
  if (answer.kind !== 'answered' || answer.status >= 300 || typeof answer.json !== 'object' || answer.json === null) return undefined;
  const offerUri = 'offerUri' in answer.json ? answer.json.offerUri : undefined;
  return typeof offerUri === 'string' && offerUri.startsWith('openid-credential-offer://') ? offerUri : undefined;
}

/**
 * Where the browser goes once `person` was identified for a wallet that asked for a sign-in by `handle`; undefined when
 * the server knows no such sign-in any more.
 */
export async function endSignIn(
  deps: { readonly callServer: CallServer; readonly apiKey: string },
  handle: string,
  person: Person,
): Promise<string | undefined> {
  const answer = await deps.callServer({
    method: 'POST',
    path: `/daricheh/issuer/authorizations/${encodeURIComponent(handle)}`,
    json: { subject: person.claims, configurations: documents },
    bearer: deps.apiKey,
  });
  if (answer.kind !== 'answered' || answer.status >= 300 || typeof answer.json !== 'object' || answer.json === null) return undefined;
  return 'redirectUri' in answer.json && typeof answer.json.redirectUri === 'string' ? answer.json.redirectUri : undefined;
}

/** A link by which a wallet begins: it asks for the documents, and the person signs in here. */
export function linkToBegin(origin: string): string {
  const offer = { credential_issuer: origin, credential_configuration_ids: documents, grants: { authorization_code: {} } };
  return `openid-credential-offer://?credential_offer=${encodeURIComponent(JSON.stringify(offer))}`;
}
