import { localizedText } from '@daricheh/shared/trust';
import * as z from 'zod/mini';
import type { StoredCredential1 } from './version-1.ts';

/** What was last learned of a credential's status, and when. */
const credentialStanding = z.strictObject({ state: z.enum(['valid', 'suspended', 'revoked']), checkedAtMs: z.number() });

/** One copy of a document, under a key of its own. `usedAtMs`: when it was last taken to be shown; null where it never was. */
const credentialInstance = z.strictObject({ credential: z.string(), keyId: z.string(), usedAtMs: z.nullable(z.number()) });

/** How the issuer wants the document to look and its claims to be called, as its metadata said at the last receipt. Colours are `#rrggbb`. */
const documentDisplay = z.strictObject({
  name: z.nullable(localizedText),
  backgroundColor: z.nullable(z.string()),
  textColor: z.nullable(z.string()),
  /** `path`: a claims path (OpenID4VCI 1.0, appendix C). */
  claims: z.array(z.strictObject({ path: z.array(z.union([z.string(), z.int(), z.null()])), label: localizedText })),
});

/** How its copies are replaced by new ones, without the citizen. */
const renewalPlan = z.strictObject({
  /** When to ask next; drawn at random within its bounds, so that it tells nothing of when a copy was shown. */
  dueAtMs: z.number(),
  /** The last try failed; null after one that did not. `code` is an error's code. */
  failed: z.nullable(z.strictObject({ atMs: z.number(), code: z.string() })),
});

/** Why a document stopped being valid, when the wallet learned of it, and whether the citizen has seen the notice. */
const documentStop = z.strictObject({
  reason: z.enum(['revoked', 'suspended', 'expired']),
  atMs: z.number(),
  isSeen: z.boolean(),
});

/**
 * One document (stored shape, version 2). Since version 1: its format is named; it comes in copies that are shown once
 * each; it keeps how its issuer shows it, what its issuer granted, when it is renewed, and why it stopped.
 */
export const storedCredential2 = z.strictObject({
  version: z.literal(2),
  id: z.string(),
  format: z.enum(['dc+sd-jwt', 'mso_mdoc']),
  /** Its type: the `vct` of an SD-JWT VC, the docType of an mdoc. */
  vct: z.string(),
  issuer: z.strictObject({ id: z.string(), name: localizedText }),
  configurationId: z.string(),
  /** They say the same. */
  instances: z.array(credentialInstance).check(z.minLength(1)),
  /** Whether a copy is shown once. An issuer that gives one copy at a time means it to be shown again. */
  isSingleUse: z.boolean(),
  receivedAtMs: z.number(),
  /** When its copies were last replaced by new ones; null where they are those that were received. */
  renewedAtMs: z.nullable(z.number()),
  /** Null until the status was looked up for the first time. */
  standing: z.nullable(credentialStanding),
  /** When the status could last not be looked up; null once it could. */
  checkFailedAtMs: z.nullable(z.number()),
  display: z.nullable(documentDisplay),
  /** What the issuer granted; null where it is not known (version 1). */
  grantId: z.nullable(z.string()),
  /** Its name in requests under that grant, where the issuer gave it one. */
  identifier: z.nullable(z.string()),
  /** Null where only the citizen can renew it. */
  renewal: z.nullable(renewalPlan),
  /** When a copy that is meant to be shown once was last shown again, for want of new ones; null where none was. */
  reusedAtMs: z.nullable(z.number()),
  /** By which names the issuer wants to hear of these copies (OpenID4VCI 1.0, section 11). */
  notificationIds: z.array(z.string()),
  stopped: z.nullable(documentStop),
});
export type StoredCredential2 = z.infer<typeof storedCredential2>;

/** The same document in version 2: its one copy stays one that is shown again. */
export function migrateFrom1({ instances, ...kept }: StoredCredential1): StoredCredential2 {
  return {
    ...kept,
    version: 2,
    format: 'dc+sd-jwt',
    instances: instances.map(({ sdJwt, keyId }) => ({ credential: sdJwt, keyId, usedAtMs: null })),
    isSingleUse: false,
    renewedAtMs: null,
    checkFailedAtMs: null,
    display: null,
    grantId: null,
    identifier: null,
    renewal: null,
    reusedAtMs: null,
    notificationIds: [],
    stopped: null,
  };
}
