import { AppError } from '../errors/index.ts';
import type { VerifiedTimeStamp } from '../timestamp/index.ts';
import type { Told } from './examination.ts';

/** Farther ahead than two clocks may be. */
const maxDisorderMs = 300_000;

/** Whether a time stamp that held at its own time proves anything now. `verifyAt` verifies it again, its authority being judged at that time. */
export async function judgeStamp(stamp: VerifiedTimeStamp, verifyAt: (now: Date) => Promise<unknown>, now: Date): Promise<Told> {
  if (stamp.at.getTime() > now.getTime() + maxDisorderMs) return { outcome: 'cannot-be-proven', reason: 'not_yet' };
  try {
    await verifyAt(now);
    return {};
  } catch (error) {
    const reason = error instanceof AppError ? error.facts['reason'] : undefined;
    // It was believed as of its own time: then its certificate, or the belief in it, has ended since.
    if (reason === 'certificate_expired' || reason === 'issuer_not_trusted') return { outcome: 'cannot-be-proven', reason: 'stamp_ended' };
    throw error;
  }
}
