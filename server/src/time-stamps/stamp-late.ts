import { AppError } from '@daricheh/shared/errors';
import {
  buildUnsignedHeader,
  encodeStampedSignature,
  type LongTermProof,
  readPresentedStatus,
  type SubmissionEnvelope,
  type UnsignedHeader,
  verifyLongTerm,
} from '@daricheh/shared/submission';
import { keepToken } from '../submissions/keep-token.ts';
import { askForTimeStamp } from './ask-authority.ts';
import type { DueSignature, Found, LookPorts } from './due-signature.ts';
import { findNextLook } from './next-look.ts';

/**
 * The first time stamp of a signature that came when the authority was away. It proves something only where the signer's
 * certificate was still valid by then and the credential not revoked; the list that was kept may be out of force by now, and
 * then the one of today is kept in its place. Where the stamp would prove nothing it is not kept, and the case says so.
 * @throws AppError `unavailable` where authority or status list cannot be asked
 */
export async function stampLate({ authority, ...evidence }: DueSignature, ports: LookPorts): Promise<Found> {
  const { envelope } = evidence;
  const header = buildUnsignedHeader(await askForTimeStamp(authority, encodeStampedSignature(envelope.jws.signature), ports));
  // By then the lists of signer and mandate may both be out of force.
  const tokens: Partial<Record<'statusToken' | 'mandateStatusToken', string>> = {};
  for (const _each of ['as kept', 'one renewed', 'both renewed']) {
    const proof = await verifyLongTerm({ ...evidence, ...tokens, header }, ports, ports.now());
    if (proof.kind === 'proven') return { ...keep(header, proof, ports), ...mapTokens(tokens) };
    if (proof.link === 'time-stamp') throw new AppError('unavailable', { what: 'time_stamp', reason: proof.reason });
    const stale = outOfForce(proof, envelope);
    if (stale === null || tokens[stale.name] !== undefined) break;
    tokens[stale.name] = await fetchStatusToken(stale.presentation, ports);
  }
  return { dueAt: null, happened: 'time-stamp-unprovable' };
}

/** The list that proves nothing at the time of the stamp, where that is what is wrong. */
function outOfForce({ link, reason }: Extract<LongTermProof, { kind: 'cannot-be-proven' }>, { presentation, mandate }: SubmissionEnvelope) {
  if (reason !== 'status_list_invalid') return null;
  if (link === 'status') return { name: 'statusToken', presentation } as const;
  return link === 'mandate-status' && mandate !== undefined ? ({ name: 'mandateStatusToken', presentation: mandate } as const) : null;
}

function mapTokens({ statusToken, mandateStatusToken }: Partial<Record<'statusToken' | 'mandateStatusToken', string>>) {
  return {
    ...(statusToken !== undefined && { statusToken: keepToken({ token: statusToken }) }),
    ...(mandateStatusToken !== undefined && { mandateStatusToken: keepToken({ token: mandateStatusToken }) }),
  };
}

function keep(header: UnsignedHeader, { stamps }: Extract<LongTermProof, { kind: 'proven' }>, { now }: LookPorts): Found {
  return { header, dueAt: findNextLook(now(), stamps[0]), happened: 'time-stamped' };
}

/** The list as it is now, whatever it says. @throws AppError `unavailable` */
async function fetchStatusToken(presentation: string, { lookUpStatus }: LookPorts): Promise<string> {
  const { issuer, ...reference } = readPresentedStatus(presentation);
  try {
    return (await lookUpStatus(reference, { issuer, whenUnreachable: 'refuse' })).token;
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    throw new AppError('unavailable', { what: 'status_list', reason: cause.code }, { cause });
  }
}
