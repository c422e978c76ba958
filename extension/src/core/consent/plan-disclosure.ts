import type { Json } from '@daricheh/shared/encoding';
import {
  type ClaimPath,
  type DcqlRequest,
  type Disclosure,
  type Members,
  matchCredentials,
  selectClaims,
} from '@daricheh/shared/presentation';
import { coversClaim, type RegisteredUse } from '@daricheh/shared/trust';

/** A credential that the wallet could answer with: everything in it disclosed, and still valid. */
export type UsableCredential = { readonly id: string; readonly vct: string; readonly claims: Members; readonly receivedAtMs: number };

/** One claim in the consent window. */
export type ClaimRow = {
  /** Names the row when the citizen's choice comes back. */
  readonly key: string;
  readonly path: ClaimPath;
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

/**
 * What the wallet could answer to a query, claim by claim, for the citizen to decide on. Takes the newest credential
 * that fits each part; optional sets that cannot be answered are left out.
 * @see OpenID4VP 1.0, sections 6.4.1 and 6.4.2
 */
export function planDisclosure(
  query: DcqlRequest,
  held: readonly UsableCredential[],
  registered: Pick<RegisteredUse, 'attributes'>,
): DisclosurePlan {
  const newestFirst = [...held].sort((a, b) => b.receivedAtMs - a.receivedAtMs);
  const matches = matchCredentials(
    query,
    newestFirst.map(({ vct, claims }) => ({ format: 'dc+sd-jwt', vct, claims, isHolderBound: true })),
  );
  const planned = new Map(
    query.credentials.map((asked) => {
      const [match] = matches.get(asked.id) ?? [];
      const credential = match && newestFirst[match.index];
      return [asked.id, credential && planCredential(asked, credential, match.answers, registered)];
    }),
  );
  const chosen = chooseIds(query, (id) => planned.get(id) !== undefined);
  if (!chosen) {
    const missing = query.credentials.filter((asked) => !planned.get(asked.id));
    return { kind: 'unanswerable', vcts: [...new Set(missing.flatMap((asked) => asked.meta.vct_values ?? []))] };
  }
  return { kind: 'answerable', credentials: query.credentials.flatMap(({ id }) => (chosen.has(id) ? (planned.get(id) ?? []) : [])) };
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

function planCredential(
  asked: DcqlRequest['credentials'][number],
  credential: UsableCredential,
  matched: readonly (readonly number[])[],
  registered: Pick<RegisteredUse, 'attributes'>,
): PlannedCredential {
  // Names the document too: a newer one that comes in between is not the one that was shown.
  const keyOf = (index: number) => `${asked.id}/${credential.id}/${index}`;
  const rows = (asked.claims ?? []).flatMap(({ path }, index): ClaimRow[] => {
    if (!matched.some((answer) => answer.includes(index))) return [];
    return [
      {
        key: keyOf(index),
        path,
        value: readValue(credential.claims, path),
        isRequired: matched.every((answer) => answer.includes(index)),
        isRegistered: coversClaim(registered, { vct: credential.vct }, path),
      },
    ];
  });
  return { queryId: asked.id, credentialId: credential.id, vct: credential.vct, rows, answers: matched.map((answer) => answer.map(keyOf)) };
}

function readValue(claims: Members, path: ClaimPath): Json {
  const found = selectClaims(claims, path).map((claim) => claim.value);
  return found.length === 1 ? (found[0] ?? null) : found;
}

function chooseIds(query: DcqlRequest, isAnswerable: (id: string) => boolean): Set<string> | undefined {
  if (!query.credential_sets) {
    const all = query.credentials.map((asked) => asked.id);
    return all.every(isAnswerable) ? new Set(all) : undefined;
  }
  const chosen = new Set<string>();
  for (const set of query.credential_sets) {
    const option = set.options.find((ids) => ids.every(isAnswerable));
    if (!option && set.required !== false) return undefined;
    for (const id of option ?? []) chosen.add(id);
  }
  return chosen;
}
