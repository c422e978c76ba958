import type { Json } from '@daricheh/shared/encoding';
import { readClaim } from './read-claim.ts';

/** The part of a DCQL query (OpenID4VP 1.0, section 6) that decides what is asked. */
export type AskedClaim = {
  readonly id?: string | undefined;
  readonly path: readonly string[];
  readonly values?: readonly Json[] | undefined;
};
export type AskedCredential = {
  readonly id: string;
  readonly vctValues: readonly string[];
  /** Absent: nothing but what the credential always shows (section 6.4.1). */
  readonly claims?: readonly AskedClaim[] | undefined;
  readonly claimSets?: readonly (readonly string[])[] | undefined;
};
export type AskedSet = { readonly options: readonly (readonly string[])[]; readonly required: boolean };
export type AskedQuery = { readonly credentials: readonly AskedCredential[]; readonly credentialSets?: readonly AskedSet[] | undefined };

/** A credential that the wallet could answer with: everything in it disclosed, and still valid. */
export type UsableCredential = { readonly id: string; readonly vct: string; readonly claims: Json; readonly receivedAtMs: number };

/** What the trust list lets the asker ask for. */
export type RegisteredClaims = { readonly vct: string; readonly claims: readonly (readonly string[])[] };

/** One claim in the consent window. */
export type ClaimRow = {
  /** Names the row when the citizen's choice comes back. */
  readonly key: string;
  readonly path: readonly string[];
  readonly value: Json;
  /** Without it the request cannot be answered at all. */
  readonly isRequired: boolean;
  /** False: the asker is not registered for this claim, so it is marked, and off until the citizen switches it on. */
  readonly isRegistered: boolean;
};

export type PlannedCredential = {
  readonly queryId: string;
  readonly credentialId: string;
  readonly vct: string;
  readonly rows: readonly ClaimRow[];
  /** Row keys of each acceptable answer, the asker's preference first. */
  readonly answers: readonly (readonly string[])[];
};

/** `unanswerable`: the wallet holds no valid document of a type, or none with every claim asked. Never told apart from a refusal by the asker. */
export type DisclosurePlan =
  | { readonly kind: 'answerable'; readonly credentials: readonly PlannedCredential[] }
  | { readonly kind: 'unanswerable'; readonly vcts: readonly string[] };

export type Disclosure = { readonly queryId: string; readonly credentialId: string; readonly paths: readonly (readonly string[])[] };

/**
 * What the wallet could answer to a query, claim by claim, for the citizen to decide on. Takes the newest credential
 * that fits each part; optional sets that cannot be answered are left out.
 * @see OpenID4VP 1.0, sections 6.4.1 and 6.4.2
 */
export function planDisclosure(
  query: AskedQuery,
  held: readonly UsableCredential[],
  registered: readonly RegisteredClaims[],
): DisclosurePlan {
  const found = new Map(query.credentials.map((asked) => [asked.id, findAnswer(asked, held, registered)]));
  const chosen = chooseIds(query, (id) => found.get(id) !== undefined);
  if (!chosen) {
    const missing = query.credentials.filter((asked) => !found.get(asked.id));
    return { kind: 'unanswerable', vcts: [...new Set(missing.flatMap((asked) => asked.vctValues))] };
  }
  return { kind: 'answerable', credentials: query.credentials.flatMap(({ id }) => (chosen.has(id) ? (found.get(id) ?? []) : [])) };
}

/** The rows that are switched on when the window opens: every registered one. */
export function selectByDefault(plan: readonly PlannedCredential[]): string[] {
  return plan.flatMap((credential) => credential.rows.filter((row) => row.isRegistered).map((row) => row.key));
}

/**
 * Exactly what is released for the rows that the citizen left on: for each credential the asker's most preferred answer
 * that needs no other row, and nothing beyond it. Undefined when some credential has no such answer: a partial answer is
 * never given.
 */
export function decideDisclosure(plan: readonly PlannedCredential[], selectedKeys: readonly string[]): Disclosure[] | undefined {
  const selected = new Set(selectedKeys);
  const decided = plan.map((credential): Disclosure | undefined => {
    const answer = credential.answers.find((keys) => keys.every((key) => selected.has(key)));
    const paths = credential.rows.filter((row) => answer?.includes(row.key)).map((row) => row.path);
    return answer && { queryId: credential.queryId, credentialId: credential.credentialId, paths };
  });
  return decided.every((disclosure) => disclosure !== undefined) ? decided : undefined;
}

function findAnswer(
  asked: AskedCredential,
  held: readonly UsableCredential[],
  registered: readonly RegisteredClaims[],
): PlannedCredential | undefined {
  const fitting = held.filter((credential) => asked.vctValues.includes(credential.vct)).sort((a, b) => b.receivedAtMs - a.receivedAtMs);
  for (const credential of fitting) {
    const planned = planCredential(asked, credential, registered);
    if (planned) return planned;
  }
  return undefined;
}

function planCredential(
  asked: AskedCredential,
  credential: UsableCredential,
  registered: readonly RegisteredClaims[],
): PlannedCredential | undefined {
  const claims = (asked.claims ?? []).map((claim) => ({
    claim,
    key: keyOf(asked.id, claim),
    value: readClaim(credential.claims, claim.path),
  }));
  const byId = new Map(claims.map((entry) => [entry.claim.id, entry.key]));
  const sets = asked.claimSets?.map((set) => set.map((id) => byId.get(id) ?? '')) ?? [claims.map((entry) => entry.key)];
  const held = new Set(claims.filter(({ claim, value }) => isMatch(claim, value)).map((entry) => entry.key));
  const answers = sets.filter((keys) => keys.every((key) => held.has(key)));
  if (answers.length === 0) return undefined;
  const allowed = new Set(
    registered.filter((use) => use.vct === credential.vct).flatMap((use) => use.claims.map((path) => JSON.stringify(path))),
  );
  const rows = claims
    .filter(({ key }) => answers.some((keys) => keys.includes(key)))
    .map(({ claim, key, value }) => ({
      key,
      path: claim.path,
      value: value ?? null,
      isRequired: answers.every((keys) => keys.includes(key)),
      isRegistered: allowed.has(JSON.stringify(claim.path)),
    }));
  return { queryId: asked.id, credentialId: credential.id, vct: credential.vct, rows, answers };
}

function chooseIds(query: AskedQuery, isAnswerable: (id: string) => boolean): Set<string> | undefined {
  if (!query.credentialSets) {
    const all = query.credentials.map((asked) => asked.id);
    return all.every(isAnswerable) ? new Set(all) : undefined;
  }
  const chosen = new Set<string>();
  for (const set of query.credentialSets) {
    const option = set.options.find((ids) => ids.every(isAnswerable));
    if (!option && set.required) return undefined;
    for (const id of option ?? []) chosen.add(id);
  }
  return chosen;
}

function keyOf(queryId: string, claim: AskedClaim): string {
  return JSON.stringify([queryId, ...claim.path]);
}

function isMatch(claim: AskedClaim, value: Json | undefined): boolean {
  return value !== undefined && (claim.values === undefined || claim.values.includes(value));
}
