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

/** A link by which a wallet takes the document, once; undefined when the server makes none. */
export async function offerDocument(deps: DocumentDeps, { person, record }: CounterDocument): Promise<string | undefined> {
  const answer = await deps.callServer({
    method: 'POST',
    path: '/daricheh/issuer/offers',
    json: { subject: describeSubject(person, record), configurations: listConfigurations(record.type) },
    bearer: deps.apiKey,
  });
  if (answer.kind !== 'answered' || answer.status >= 300 || !isRecord(answer.json)) return undefined;
  const { offerId, offerUri } = answer.json;
  if (typeof offerId !== 'string' || typeof offerUri !== 'string' || !offerUri.startsWith('openid-credential-offer://')) return undefined;
  deps.register.noteOffer(record.key, offerId);
  return offerUri;
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
