import type { CheckStatus } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import type { ReceivePorts } from './receive/open-issuance.ts';
import { renewDocuments } from './receive/renew-document.ts';
import { tellIssuers } from './receive/tell-issuers.ts';
import { refreshStandings } from './refresh-standing.ts';

/**
 * What the wallet does for its documents without being asked, while the vault is open: looks up how they stand, renews
 * those whose time has come, and tells issuers what they are still to hear. Run by the clock, never because a document was
 * shown. A vault that locks meanwhile ends it; the rest follows the next time.
 */
export async function keepUp(ports: ReceivePorts & { readonly checkStatus: () => Promise<CheckStatus> }): Promise<void> {
  try {
    await refreshStandings({ ...ports, checkStatus: await ports.checkStatus() });
    await renewDocuments(ports);
    await tellIssuers(ports);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'vault_locked') throw error;
  }
}
