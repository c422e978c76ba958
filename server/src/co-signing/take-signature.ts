import type { Json } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { type AwaitedSignature, findNamedSigner } from '@daricheh/shared/submission';
import type { Agency } from '../agencies/agency.ts';
import { hashToken } from '../crypto/hash-token.ts';
import type { Deps } from '../deps.ts';
import { type CountedAnswer, repeatAnswer } from '../submissions/count-once.ts';
import { requestKind } from '../submissions/make-request.ts';
import { makeRandomName } from '../submissions/random-names.ts';
import type { TakenSignature } from '../submissions/receive-submission.ts';
import { describeWaiting, findWaiting, findWaitingAnswer, type WaitingForm, waitingMs } from './waiting-form.ts';

/** Makes the form whole with its second signature. */
export type CompleteForm = (waiting: WaitingForm, second: TakenSignature) => Promise<CountedAnswer>;

/**
 * The first signature of a form waits here for the second, under a link that nobody can guess; the second makes the form whole.
 * Which is the first is decided by which comes first. Each answers a request of its own, which is taken away with it.
 * @throws AppError `status_list_unreachable` where the signer's credential could not be looked up freshly: nobody would look again
 * while the form waits; what `complete` throws
 */
export async function takeSignature(
  taken: TakenSignature,
  deps: Pick<Deps, 'store' | 'randomBytes'>,
  complete: CompleteForm,
): Promise<CountedAnswer> {
  const { agency, verified, receivedAt } = taken;
  const { manifestHash, status } = verified;
  if (!status.isFresh) throw new AppError('status_list_unreachable', { step: 'status' });
  const at = { agency: agency.id, at: receivedAt };
  const waiting = (await findWaiting(manifestHash, at, deps.store.oneTime)) ?? (await hold(taken, deps));
  return 'answer' in waiting ? waiting : complete(waiting, taken);
}

/** Keeps a first signature, or finds that another came in the same moment. */
async function hold(
  taken: TakenSignature,
  { store, randomBytes }: Pick<Deps, 'store' | 'randomBytes'>,
): Promise<CountedAnswer | WaitingForm> {
  const { agency, envelope, key, bodyHash, verified, stamping, receivedAt } = taken;
  const { manifestHash, nationalId, role } = verified;
  const secret = makeRandomName(randomBytes, 32);
  const answer = describeAnswer(agency, secret, taken);
  const form: WaitingForm = {
    ...{ envelope, manifestHash, nationalId, role, receivedAt: receivedAt.toISOString() },
    ...{ header: stamping.header, stampDueAt: stamping.dueAt?.toISOString() ?? null, statusToken: verified.status.token },
    ...{ key, bodyHash, linkHash: hashToken(secret) },
  };
  const at = { agency: agency.id, at: receivedAt };
  const records = describeWaiting(form, answer, at);
  const isHeld = await store.submissions.hold(
    { request: { agency: agency.id, kind: requestKind, key: verified.nonce }, records },
    receivedAt,
  );
  if (isHeld) return { answer, isRepeated: false };
  const other = await findWaiting(manifestHash, at, store.oneTime);
  if (other === null) throw new AppError('unavailable', { what: 'co_signing' });
  return other;
}

function describeAnswer({ origin }: Agency, secret: string, { verified, receivedAt }: TakenSignature): Json & AwaitedSignature {
  const { manifest, role } = verified;
  const other = manifest.signers?.find(({ id }) => id !== role);
  // The step `subject` has found the role among two.
  if (other === undefined || findNamedSigner(manifest, other) === verified.nationalId)
    throw new AppError('signature_invalid', { step: 'signers', what: 'same_person' });
  return {
    awaits: {
      role: other.id,
      label: { ...other.label },
      link: `${origin}/daricheh/co-sign/${secret}`,
      expiresAt: new Date(receivedAt.getTime() + waitingMs).toISOString(),
    },
  };
}

/**
 * What `receive` answers. A first signature that is sent again while the form waits can no longer be verified, since its request
 * was taken: it is answered as before.
 * @throws AppError what `receive` throws; `idempotency_key_reused` where the key stands for another that waits
 */
export async function answerAgain(
  { agency, key, bodyHash }: { readonly agency: string; readonly key: string; readonly bodyHash: string },
  { store, now }: Pick<Deps, 'store' | 'now'>,
  receive: () => Promise<CountedAnswer>,
): Promise<CountedAnswer> {
  try {
    return await receive();
  } catch (error) {
    const before = error instanceof AppError ? await findWaitingAnswer(key, { agency, at: now() }, store.oneTime) : null;
    if (before === null) throw error;
    return repeatAnswer(before, bodyHash);
  }
}
