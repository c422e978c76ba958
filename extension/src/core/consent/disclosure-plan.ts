import type { Json } from '@daricheh/shared/encoding';
import type { ClaimPath, Members } from '@daricheh/shared/presentation';
import type { LocalizedText } from '@daricheh/shared/trust';
import type { DescribedClaim } from './describe-claim.ts';

/** A credential that the wallet could answer with: everything in it disclosed, and still valid. */
export type UsableCredential = {
  readonly id: string;
  readonly format: 'dc+sd-jwt' | 'mso_mdoc';
  /** Its type; of an mdoc the docType, and its claims are elements by name space. */
  readonly vct: string;
  readonly claims: Members;
  /** Of the keys that certified its issuer (base64url), for a query that wants one of them. */
  readonly authorityKeyIds: readonly string[];
  readonly receivedAtMs: number;
  /** What tells it from others of its type, for the citizen alone. `holder`: the name in it, where it holds one. */
  readonly issuer: LocalizedText;
  readonly holder: LocalizedText | null;
  readonly title: readonly DescribedClaim[];
  readonly expiresAtMs: number | null;
  readonly nextCopy: NextCopy;
};

/**
 * What is shown when it is shown next: a copy that nobody has seen; or one that somebody has, who can tell that it is the
 * same. `asked-for`: new ones are asked for first, and an old one is shown only where none comes.
 */
export type NextCopy = 'unseen' | 'asked-for' | 'seen';

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

/** One document that fits a part of the query. Its own key names it in the choice. */
export type PlannedCredential = {
  readonly key: string;
  readonly credential: UsableCredential;
  readonly rows: readonly ClaimRow[];
  /** Row keys of each acceptable answer, the asker's preference first. */
  readonly answers: readonly (readonly string[])[];
};

/** One part of the query, with every document that fits it, the newest first. `isMultiple`: several may be shown. */
export type PlannedPart = {
  readonly queryId: string;
  readonly isMultiple: boolean;
  readonly credentials: readonly PlannedCredential[];
};

/** One way to answer a set: all these parts together. `isRegistered`: the asker is registered for everything in it. */
export type PlannedOption = { readonly key: string; readonly queryIds: readonly string[]; readonly isRegistered: boolean };

/** Ways to answer, of which one counts, the asker's preference first. A set that is not required can be left out. */
export type PlannedSet = { readonly isRequired: boolean; readonly options: readonly PlannedOption[] };

export type AnswerablePlan = { readonly kind: 'answerable'; readonly sets: readonly PlannedSet[]; readonly parts: readonly PlannedPart[] };

/** `unanswerable`: the wallet holds no valid document of a type, or none with every claim asked. Never told apart from a refusal by the asker. */
export type DisclosurePlan = AnswerablePlan | { readonly kind: 'unanswerable'; readonly vcts: readonly string[] };
