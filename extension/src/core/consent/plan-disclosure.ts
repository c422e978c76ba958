import { type DocumentType, isJsonObject } from '@daricheh/shared/credential';
import type { Json } from '@daricheh/shared/encoding';
import {
  type ClaimPath,
  type CredentialQuery,
  type DcqlMatch,
  type DcqlRequest,
  type Members,
  matchCredentials,
  type QueriedCredential,
  selectClaims,
} from '@daricheh/shared/presentation';
import { coversClaim, type RegisteredUse } from '@daricheh/shared/trust';
import type { ClaimRow, DisclosurePlan, PlannedCredential, PlannedPart, PlannedSet, UsableCredential } from './disclosure-plan.ts';

type Registered = Pick<RegisteredUse, 'attributes'>;

/**
 * What the wallet could answer to a query, claim by claim and document by document, for the citizen to decide on. What
 * cannot be answered from what is held is left out: options of a set, and whole sets that are not required.
 * @see OpenID4VP 1.0, sections 6.4.1 and 6.4.2
 */
export function planDisclosure(query: DcqlRequest, held: readonly UsableCredential[], registered: Registered): DisclosurePlan {
  const newestFirst = [...held].sort((a, b) => b.receivedAtMs - a.receivedAtMs);
  const matches = matchCredentials(query, newestFirst.map(toQueried));
  const parts = query.credentials.flatMap((asked) => planPart(asked, matches.get(asked.id) ?? [], newestFirst, registered));
  const sets = planSets(query, parts);
  const open = sets.filter(({ isRequired, options }) => isRequired && options.length === 0);
  if (open.length > 0 || sets.every(({ options }) => options.length === 0))
    return { kind: 'unanswerable', vcts: listMissing(query, parts) };
  const offered = new Set(sets.flatMap(({ options }) => options.flatMap(({ queryIds }) => queryIds)));
  return {
    kind: 'answerable',
    sets: sets.filter(({ options }) => options.length > 0),
    parts: parts.filter(({ queryId }) => offered.has(queryId)),
  };
}

function toQueried({ format, vct, claims, authorityKeyIds }: UsableCredential): QueriedCredential {
  if (format === 'dc+sd-jwt') return { format, vct, claims, authorityKeyIds, isHolderBound: true };
  const namespaces = Object.entries(claims).filter((entry): entry is [string, Members] => isJsonObject(entry[1]));
  return { format, docType: vct, claims: Object.fromEntries(namespaces), authorityKeyIds };
}

function nameType({ format, vct }: UsableCredential): DocumentType {
  return format === 'mso_mdoc' ? { doctype: vct } : { vct };
}

function planPart(
  asked: CredentialQuery,
  matches: readonly DcqlMatch[],
  held: readonly UsableCredential[],
  registered: Registered,
): PlannedPart[] {
  const credentials = matches.flatMap(({ index, answers }) => {
    const credential = held[index];
    return credential ? [planCredential(asked, credential, answers, registered)] : [];
  });
  return credentials.length === 0 ? [] : [{ queryId: asked.id, isMultiple: asked.multiple === true, credentials }];
}

function planCredential(
  asked: CredentialQuery,
  credential: UsableCredential,
  matched: DcqlMatch['answers'],
  registered: Registered,
): PlannedCredential {
  const key = `${asked.id}/${credential.id}`;
  // Names the document too: a newer one that comes in between is not the one that was shown.
  const keyOf = (index: number) => `${key}/${index}`;
  const rows = (asked.claims ?? []).flatMap(({ path }, index): ClaimRow[] => {
    if (!matched.some((answer) => answer.includes(index))) return [];
    return [
      {
        key: keyOf(index),
        path,
        value: readValue(credential.claims, path),
        isRequired: matched.every((answer) => answer.includes(index)),
        isRegistered: coversClaim(registered, nameType(credential), path),
      },
    ];
  });
  return { key, credential, rows, answers: matched.map((answer) => answer.map(keyOf)) };
}

function readValue(claims: Members, path: ClaimPath): Json {
  const found = selectClaims(claims, path).map((claim) => claim.value);
  return found.length === 1 ? (found[0] ?? null) : found;
}

/** The sets of a query with the options that can be answered. A query without sets is one set: everything in it together. */
function planSets(query: DcqlRequest, parts: readonly PlannedPart[]): readonly PlannedSet[] {
  const sets = query.credential_sets ?? [{ options: [query.credentials.map(({ id }) => id)] }];
  const find = (id: string) => parts.find(({ queryId }) => queryId === id);
  return sets.map(({ options, required }, set) => ({
    isRequired: required !== false,
    options: options.flatMap((queryIds, option) => {
      const found = queryIds.map(find);
      if (found.includes(undefined)) return [];
      const isRegistered = found.every((part) => part?.credentials.every(isWithinRegistration) === true);
      // No id of a query begins with a colon, so that this is the name of nothing else.
      return [{ key: `:${set}/${option}`, queryIds, isRegistered }];
    }),
  }));
}

/** A document of which nothing inside is asked is still told of: then its type must be one that the asker may know. */
function isWithinRegistration({ rows }: PlannedCredential): boolean {
  return rows.length > 0 && rows.every((row) => row.isRegistered);
}

/** Types of documents that stand in what cannot be answered. */
function listMissing(query: DcqlRequest, parts: readonly PlannedPart[]): readonly string[] {
  const needed = query.credential_sets?.filter(({ required }) => required !== false).flatMap(({ options }) => options.flat());
  const missing = query.credentials
    .filter(({ id }) => needed === undefined || needed.length === 0 || needed.includes(id))
    .filter(({ id }) => !parts.some(({ queryId }) => queryId === id));
  return [...new Set(missing.flatMap(({ meta }) => meta.vct_values ?? meta.doctype_value ?? []))];
}
