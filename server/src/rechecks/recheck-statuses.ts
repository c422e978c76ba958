import type { LookUpStatus, StatusFinding, StatusVerdict } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import type { LocalizedText } from '@daricheh/shared/trust';
import type { Deps } from '../deps.ts';
import type { RecheckJob, Settlement, StatusPlace } from '../storage/rechecks.ts';
import { makeRandomName } from '../submissions/random-names.ts';
import type { Trust } from '../trust/trust.ts';
import { findRetryTime } from './retry-delay.ts';

/** Longer than a look-up takes; then another process may have it. */
const leaseMs = 60_000;

type RecheckPorts = Pick<Deps, 'store' | 'now' | 'randomBytes' | 'log'> & Pick<Trust, 'lookUpStatus'>;

/** What of a submission was looked up. */
type Subject = 'status' | 'mandate';

/** What the citizen is told of a certificate, or a mandate, that does not hold. */
const nextActions: Readonly<Record<`${Subject}-${Exclude<StatusVerdict, 'valid'>}`, LocalizedText>> = {
  'status-revoked': {
    fa: 'گواهی‌ای که این فرم را با آن امضا کردید باطل شده است. از ثبت احوال گواهی تازه بگیرید و فرم را دوباره امضا کنید، یا با این نهاد تماس بگیرید.',
    en: 'The certificate with which you signed this form has been revoked. Get a new one from the civil registry and sign the form again, or speak to this agency.',
  },
  'status-suspended': {
    fa: 'گواهی‌ای که این فرم را با آن امضا کردید تعلیق شده است. علت را از ثبت احوال بپرسید و فرم را دوباره امضا کنید، یا با این نهاد تماس بگیرید.',
    en: 'The certificate with which you signed this form is suspended. Ask the civil registry why and sign the form again, or speak to this agency.',
  },
  'mandate-revoked': {
    fa: 'نمایندگی‌ای که این فرم را با آن امضا کردید باطل شده است. از ثبت احوال بپرسید، یا با این نهاد تماس بگیرید.',
    en: 'The mandate under which you signed this form has been revoked. Ask the civil registry, or speak to this agency.',
  },
  'mandate-suspended': {
    fa: 'نمایندگی‌ای که این فرم را با آن امضا کردید تعلیق شده است. علت را از ثبت احوال بپرسید و فرم را دوباره امضا کنید، یا با این نهاد تماس بگیرید.',
    en: 'The mandate under which you signed this form is suspended. Ask the civil registry why and sign the form again, or speak to this agency.',
  },
};

/**
 * Looks up again every status that is due at an agency, until none is or `signal` aborts. A list settles it that was
 * issued after the submission came: valid there, the submission's flag is lifted; revoked or suspended, the case says so
 * and waits for the citizen. A list says since when it is so of nobody: whoever was revoked in the gap between the two
 * lists is not known to have been valid when the submission came, and what is not known to hold does not hold.
 * What cannot be settled yet is put off, each time for longer.
 */
export async function recheckStatuses(agency: string, ports: RecheckPorts, signal?: AbortSignal): Promise<void> {
  const { store, now } = ports;
  const lookUp = rememberAway(ports.lookUpStatus);
  while (signal?.aborted !== true) {
    const job = await store.rechecks.take(agency, now(), new Date(now().getTime() + leaseMs));
    if (job === null) return;
    const finding = await findNewStatus(job, lookUp);
    if (finding === null) await store.rechecks.postpone(job, findRetryTime(now(), job.tries + 1));
    else await settle(job, finding, ports);
  }
}

/** In one round, nobody waits twice for a list that cannot be had. */
function rememberAway(lookUpStatus: LookUpStatus): LookUpStatus {
  const away = new Set<string>();
  return async (reference, options) => {
    if (away.has(reference.uri)) throw new AppError('status_list_unreachable');
    try {
      return await lookUpStatus(reference, options);
    } catch (error) {
      if (error instanceof AppError && error.code === 'status_list_unreachable') away.add(reference.uri);
      throw error;
    }
  };
}

type Finding = StatusFinding & { readonly of: Subject };

/** What the lists say of signer and mandate: of the first that does not hold, else of the older list; null while one of them says nothing yet. */
async function findNewStatus({ mandate, receivedAt, ...signer }: RecheckJob, lookUp: LookUpStatus): Promise<Finding | null> {
  const own = await findAt(signer, receivedAt, lookUp);
  const found: (Finding | null)[] = [own && { ...own, of: 'status' }];
  if (mandate !== undefined) {
    const its = await findAt(mandate, receivedAt, lookUp);
    found.push(its && { ...its, of: 'mandate' });
  }
  const bad = found.find((finding) => finding !== null && finding.verdict !== 'valid');
  if (bad !== undefined) return bad;
  const known = found.filter((finding) => finding !== null);
  if (known.length < found.length) return null;
  return known.sort((a, b) => a.asOf.getTime() - b.asOf.getTime())[0] ?? null;
}

/** What a list says that was issued no earlier than the second in which the submission came; null while there is none. */
async function findAt({ uri, index, issuer }: StatusPlace, receivedAt: Date, lookUp: LookUpStatus): Promise<StatusFinding | null> {
  try {
    const finding = await lookUp({ uri, index }, { issuer, whenUnreachable: 'refuse' });
    const receivedSecond = Math.floor(receivedAt.getTime() / 1000) * 1000;
    return finding.asOf.getTime() >= receivedSecond || finding.verdict !== 'valid' ? finding : null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

async function settle(job: RecheckJob, { verdict, asOf, of }: Finding, { store, now, randomBytes, log }: RecheckPorts): Promise<void> {
  const event = { id: makeRandomName(randomBytes, 16), kind: verdict === 'valid' ? 'status-valid' : `${of}-${verdict}` };
  const change: Settlement['change'] =
    verdict === 'valid' ? null : { from: ['received', 'in-review'], to: 'more-needed', nextAction: nextActions[`${of}-${verdict}`] };
  const isSettled = await store.rechecks.settle(job, { verdict, at: now(), asOf, event, change });
  if (isSettled) log({ level: 'info', event: 'status rechecked', agency: job.agency, verdict });
}
