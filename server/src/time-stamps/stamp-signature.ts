import { AppError } from '@daricheh/shared/errors';
import {
  buildUnsignedHeader,
  encodeStampedSignature,
  type FlattenedJws,
  isClockOfAnother,
  type Receipt,
  type UnsignedHeader,
  verifySignatureTimeStamp,
} from '@daricheh/shared/submission';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import { findRetryTime } from '../rechecks/retry-delay.ts';
import type { Trust } from '../trust/trust.ts';
import { type AskPorts, askForTimeStamp } from './ask-authority.ts';
import { findNextLook } from './next-look.ts';

/** What became of a signature's time stamp when it came: `dueAt`, when to ask again where none could be had, or whether it must be renewed. */
export type Stamping = { readonly header: UnsignedHeader | null; readonly dueAt: Date | null; readonly report: Receipt['report'] };

/**
 * Has a signature stamped by the authority of the agency's choice.
 *
 * Where the authority does not answer, the submission is taken all the same and stamped by a job later. A citizen at a
 * deadline must not lose it to somebody else's clock; that the agency received it on time is acknowledged under its own
 * seal, and so proven against it at once. What the stamp adds is proof against everybody, the agency included, that the
 * signature is no younger than that, and for that minutes matter little: it must come before the signer's certificate ends
 * or is revoked. The receipt says that it has not come yet.
 */
export async function stampSignature(
  { origin, timeStampsFrom }: Pick<Agency, 'origin' | 'timeStampsFrom'>,
  jws: FlattenedJws,
  ports: AskPorts & Pick<Deps, 'log'> & Pick<Trust, 'verifyChain'>,
): Promise<Stamping> {
  if (timeStampsFrom === null) return { header: null, dueAt: null, report: [] };
  try {
    const header = buildUnsignedHeader(await askForTimeStamp(timeStampsFrom, encodeStampedSignature(jws.signature), ports));
    const stamp = await verifySignatureTimeStamp(jws, header, ports);
    return {
      header,
      dueAt: findNextLook(ports.now(), stamp),
      report: [
        { step: 'time-stamp', holds: true },
        { step: 'time-stamp-independent', holds: isClockOfAnother(stamp, origin) },
      ],
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    ports.log({ level: 'warn', event: 'time stamp late', code: error.code, reason: String(error.facts['reason'] ?? error.facts['what']) });
    return { header: null, dueAt: findRetryTime(ports.now(), 0), report: [{ step: 'time-stamp', holds: false }] };
  }
}
