import type { CheckStatus } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import { findIssuersOf } from '@daricheh/shared/trust';
import { documentTypeIds, documentTypes, findDocumentTypeId } from '@daricheh/shared/vocabulary';
import type { DocumentView } from '../../core/consent/document-view.ts';
import { describeDocument } from '../../core/credentials/describe-document.ts';
import { lookUpStanding } from '../../core/credentials/refresh-standing.ts';
import type { StoredCredential } from '../../core/credentials/stored-credential.ts';
import { openStored } from '../../core/credentials/usable-credentials.ts';
import type { WalletRecords } from '../../core/records/wallet-records.ts';
import type { WalletTrust } from '../../core/trust/wallet-trust.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';

type DocumentPorts = {
  readonly records: WalletRecords;
  readonly trust: () => Promise<WalletTrust>;
  readonly checkStatus: () => Promise<CheckStatus>;
  readonly nowMs: () => number;
};

/** The documents in the wallet: shown, checked anew, removed with their keys. */
export function createDocumentHandlers({ records, trust, checkStatus, nowMs }: DocumentPorts): FeatureHandlers<'documents'> {
  async function describe(stored: StoredCredential): Promise<DocumentView> {
    return describeDocument(stored, await openStored(stored), nowMs());
  }

  return {
    'documents/list': async () => {
      const { items, damaged } = await records.credentials.list();
      const newestFirst = items.sort((a, b) => rankOf(a) - rankOf(b) || b.receivedAtMs - a.receivedAtMs);
      const [issuer] = findIssuersOf((await trust()).list, { vct: documentTypes.identity.vct });
      return { documents: await Promise.all(newestFirst.map(describe)), damaged, firstIssuer: issuer?.issuer ?? null };
    },
    'documents/refresh': async ({ id }) => {
      const stored = await records.credentials.find(id);
      if (!stored) throw new AppError('not_found', { what: 'document' });
      const refreshed = { ...stored, standing: await lookUpStanding(stored, await checkStatus(), nowMs()) };
      await records.commit([records.credentials.put(refreshed)]);
      return describe(refreshed);
    },
    'documents/remove': async ({ id }) => {
      const stored = await records.credentials.find(id);
      const keys = stored?.instances.map(({ keyId }) => records.keys.remove(keyId)) ?? [];
      await records.commit([records.credentials.remove(id), ...keys]);
      return null;
    },
  };
}

/** Who the citizen is comes first; types that the vocabulary lacks come last. */
function rankOf({ vct }: StoredCredential): number {
  const id = findDocumentTypeId(vct);
  return id ? documentTypeIds.indexOf(id) : documentTypeIds.length;
}
