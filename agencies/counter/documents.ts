import { type DocumentTypeId, getDocumentType } from '@daricheh/shared/vocabulary';
import type { CallServer } from '../front/server-client.ts';
import type { PersonRecord } from '../people/record.ts';
import { listRecords } from '../people/records.ts';
import { listLetterPeople, type Person } from '../people.ts';
import type { DocumentState, Register, RegisterEntry } from './register.ts';
import { describeSubject } from './subject.ts';

/** One document that the agency has on record for somebody, and whether it counts. */
export type CounterDocument = { readonly person: Person; readonly record: PersonRecord; readonly entry: RegisterEntry };

export type DocumentDeps = {
  readonly callServer: CallServer;
  readonly apiKey: string;
  readonly now: () => Date;
  readonly register: Register;
};

/** Every document of these types on record, or those of one person. */
export function listDocuments(deps: DocumentDeps, types: readonly DocumentTypeId[], nationalId?: string): readonly CounterDocument[] {
  return listLetterPeople(deps.now())
    .filter(({ claims }) => nationalId === undefined || claims.national_id === nationalId)
    .flatMap((person) =>
      listRecords(person)
        .filter(({ type }) => types.includes(type))
        .map((record) => ({ person, record, entry: deps.register.read(record.key) })),
    );
}

/**
 * How a document is handed over. `link`: whoever has the link has the document. `second-code`: the link asks for a code
 * that comes another way. `sign-in`: the wallet sends the citizen to this site, which asks who they are.
 */
export type HandOver = 'link' | 'second-code' | 'sign-in';

/** A link by which a wallet takes the document, once, and the second code where there is one. */
export type DocumentOffer = { readonly offerUri: string; readonly secondCode: string | undefined };

/** The link for a document; undefined when the server makes none. */
export async function offerDocument(
  deps: DocumentDeps,
  { person, record }: CounterDocument,
  handOver: HandOver,
): Promise<DocumentOffer | undefined> {
  const configurations = listConfigurations(record.type);
  const order = { subject: describeSubject(person, record), configurations };
  const second = handOver === 'second-code' ? { txCode: { description: 'کد پیامک‌شده · Code from the text message' } } : {};
  const json = handOver === 'sign-in' ? { signIn: true, configurations } : { ...order, ...second };
  const answer = await deps.callServer({ method: 'POST', path: '/daricheh/issuer/offers', json, bearer: deps.apiKey });
  if (answer.kind !== 'answered' || answer.status >= 300 || !isRecord(answer.json)) return undefined;
  const { offerId, offerUri, txCode } = answer.json;
  if (typeof offerId !== 'string' || typeof offerUri !== 'string' || !offerUri.startsWith('openid-credential-offer://')) return undefined;
  // What comes of a sign-in has an id of its own.
  if (handOver !== 'sign-in') deps.register.noteOffer(record.key, offerId);
  return { offerUri, secondCode: typeof txCode === 'string' ? txCode : undefined };
}

/** The types of document that a wallet asks for in a sign-in; undefined for one that is over or unknown. */
export async function readSignIn(deps: DocumentDeps, handle: string): Promise<readonly string[] | undefined> {
  const answer = await deps.callServer({ method: 'GET', path: authorizationPath(handle), bearer: deps.apiKey });
  if (answer.kind !== 'answered' || answer.status !== 200 || !isRecord(answer.json)) return undefined;
  const { configurations } = answer.json;
  return Array.isArray(configurations) ? configurations.filter((id) => typeof id === 'string') : undefined;
}

/** Ends a sign-in with a document, or with none; returns where the browser goes on, undefined when the sign-in is over. */
export async function endSignIn(deps: DocumentDeps, handle: string, document: CounterDocument | undefined): Promise<string | undefined> {
  const json = document
    ? { subject: describeSubject(document.person, document.record), configurations: listConfigurations(document.record.type) }
    : { refused: true };
  const answer = await deps.callServer({ method: 'POST', path: authorizationPath(handle), json, bearer: deps.apiKey });
  if (answer.kind !== 'answered' || answer.status !== 200 || !isRecord(answer.json)) return undefined;
  const { redirectUri, offerId } = answer.json;
  if (document && typeof offerId === 'string') deps.register.noteOffer(document.record.key, offerId);
  return typeof redirectUri === 'string' ? redirectUri : undefined;
}

function authorizationPath(handle: string): string {
  return `/daricheh/issuer/authorizations/${encodeURIComponent(handle)}`;
}

/** Each form of the document, by the server's names: as SD-JWT VC, and as mdoc where it has that form. */
function listConfigurations(type: DocumentTypeId): readonly string[] {
  return getDocumentType(type).mdoc ? [type, `${type}.mdoc`] : [type];
}

const serverWords = { valid: 'valid', suspended: 'suspended', revoked: 'invalid' } as const satisfies Record<DocumentState, string>;

/** Changes whether a document counts, in every wallet that took it; false, and nothing noted here, when the server did not hear all of it. */
export async function changeDocument(deps: DocumentDeps, { record, entry }: CounterDocument, to: DocumentState): Promise<boolean> {
  for (const offerId of entry.offerIds) {
    const json = { offerId, status: serverWords[to] };
    const answer = await deps.callServer({ method: 'POST', path: '/daricheh/issuer/statuses', json, bearer: deps.apiKey });
    if (answer.kind !== 'answered' || answer.status >= 300) return false;
  }
  deps.register.change(record.key, to, deps.now());
  return true;
}

/** True when the visitor is a caseworker of this agency: the server beside the site shows them its list of cases. */
export async function isCaseworker(callServer: CallServer, cookie: string | undefined): Promise<boolean> {
  if (cookie === undefined || !cookie.includes('daricheh_caseworker')) return false;
  const answer = await callServer({ method: 'GET', path: '/daricheh/caseworker', cookie });
  return answer.kind === 'answered' && answer.status === 200;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
