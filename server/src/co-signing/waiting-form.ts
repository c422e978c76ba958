import type { Json } from '@daricheh/shared/encoding';
import { type SubmissionEnvelope, submissionEnvelope, unsignedHeader } from '@daricheh/shared/submission';
import * as z from 'zod/mini';
import { hashToken } from '../crypto/hash-token.ts';
import type { OneTimeName, OneTimeRecord, Store } from '../storage/store.ts';

/** For how long a form waits for its second signature: as long as an idempotency key is remembered. */
export const waitingMs = 7 * 86_400_000;

/** The first signature as it was taken; under the hash of the manifest, by which the second finds it. */
const formKind = 'co-signing';
/** What leads there from the secret of the link, of which only a hash is kept. */
const linkKind = 'co-signing-link';
/** What the first signer is answered again, under their idempotency key. */
const keyKind = 'co-signing-key';

/** Version 1 of a form that waits. What is in it was verified when it came. */
const waitingForm = z.strictObject({
  envelope: submissionEnvelope,
  manifestHash: z.string(),
  nationalId: z.string(),
  role: z.string(),
  receivedAt: z.iso.datetime(),
  /** What became of the signature's time stamp. */
  header: z.nullable(unsignedHeader),
  stampDueAt: z.nullable(z.iso.datetime()),
  /** The status token by which the first signer's credential counted, verbatim. */
  statusToken: z.string(),
  key: z.string(),
  bodyHash: z.string(),
  linkHash: z.string(),
});
export type WaitingForm = z.infer<typeof waitingForm> & { readonly envelope: SubmissionEnvelope };

const keptAnswer = z.strictObject({ bodyHash: z.string(), answer: z.json() });
const link = z.strictObject({ manifestHash: z.string() });

type At = { readonly agency: string; readonly at: Date };
type Reads = Pick<Store['oneTime'], 'read'>;

/** The records by which a form waits: itself, its link, and what the first signer is answered again. */
export function describeWaiting(form: WaitingForm, answer: Json, { agency, at }: At): readonly OneTimeRecord[] {
  const expiresAt = new Date(at.getTime() + waitingMs);
  const record = (kind: string, key: string, value: Json): OneTimeRecord => ({ agency, kind, key, value, expiresAt });
  return [
    // Plain JSON by its schema; what is undefined in it is left out.
    record(formKind, form.manifestHash, JSON.parse(JSON.stringify(form))),
    record(linkKind, form.linkHash, { manifestHash: form.manifestHash }),
    record(keyKind, form.key, { bodyHash: form.bodyHash, answer }),
  ];
}

/** The names of those records, the form's first: all are gone once it is whole. */
export function nameWaiting({ manifestHash, linkHash, key }: WaitingForm, agency: string): readonly [OneTimeName, ...OneTimeName[]] {
  return [
    { agency, kind: formKind, key: manifestHash },
    { agency, kind: linkKind, key: linkHash },
    { agency, kind: keyKind, key },
  ];
}

/** The form that waits under that manifest hash; null where none does, or it has waited too long. */
export async function findWaiting(manifestHash: string, { agency, at }: At, oneTime: Reads): Promise<WaitingForm | null> {
  const value = await oneTime.read({ agency, kind: formKind, key: manifestHash }, at);
  return value === null ? null : waitingForm.parse(value);
}

/** The form that a link leads to; null where it leads nowhere, or not any more. */
export async function followLink(secret: string, { agency, at }: At, oneTime: Reads): Promise<WaitingForm | null> {
  const value = await oneTime.read({ agency, kind: linkKind, key: hashToken(secret) }, at);
  return value === null ? null : findWaiting(link.parse(value).manifestHash, { agency, at }, oneTime);
}

/** What the first signer was answered under that key; null where nothing waits under it. */
export async function findWaitingAnswer(key: string, { agency, at }: At, oneTime: Reads): Promise<z.infer<typeof keptAnswer> | null> {
  const value = await oneTime.read({ agency, kind: keyKind, key }, at);
  return value === null ? null : keptAnswer.parse(value);
}
