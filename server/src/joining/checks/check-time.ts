import { AppError } from '@daricheh/shared/errors';
import { createTimeStampChainVerifier, type Edition } from '@daricheh/shared/trust';
import type { AgencyConfig } from '../../config.ts';
import { digest, randomBytes, verifySignature } from '../../crypto/node-crypto.ts';
import { askForTimeStamp } from '../../time-stamps/ask-authority.ts';
import type { ListPorts } from './check-list.ts';
import type { Finding } from './finding.ts';

/** That an authority whose clock the list believes stamps what comes, and that this machine's clock goes with it. */
export async function checkTime(
  { timeStampsFrom: address }: AgencyConfig,
  edition: Edition,
  ports: ListPorts,
): Promise<readonly Finding[]> {
  if (address === undefined) return [{ kind: 'time-none' }];
  const verifyTimeStampChain = createTimeStampChainVerifier(edition, { verifySignature, digest });
  try {
    await askForTimeStamp(address, randomBytes(32), { ...ports, verifyTimeStampChain, digest, randomBytes, verifySignature });
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.facts['reason'] === 'skew' ? [{ kind: 'clock-off' }] : [{ kind: 'time-silent', address }];
  }
}
