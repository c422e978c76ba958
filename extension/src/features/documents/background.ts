import type { CheckStatus } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import { findIssuersOf } from '@daricheh/shared/trust';
import { documentTypeIds, documentTypes, findDocumentTypeId } from '@daricheh/shared/vocabulary';
import type { DocumentView } from '../../core/consent/document-view.ts';
import { describeDocument } from '../../core/credentials/describe-document.ts';
import { removeDocument } from '../../core/credentials/receive/keep-received.ts';
import type { ReceivePorts } from '../../core/credentials/receive/open-issuance.ts';
import { tellIssuers } from '../../core/credentials/receive/tell-issuers.ts';
import { lookUpStanding } from '../../core/credentials/refresh-standing.ts';
import type { StoredCredential } from '../../core/credentials/stored-credential.ts';
import { openStored } from '../../core/credentials/usable-credentials.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';

type DocumentPorts = ReceivePorts & { readonly checkStatus: () => Promise<CheckStatus> };

/** The documents in the wallet: shown, checked anew, removed with their keys. */
export function createDocumentHandlers(ports: DocumentPorts): FeatureHandlers<'documents'> {
  const { records, trust, checkStatus, nowMs } = ports;

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
      // One that is damaged has no keys that could be found.
      await records.commit(stored ? removeDocument(stored, records, nowMs()) : [records.credentials.remove(id)]);
      await tellIssuers(ports);
      return null;
    },
  };
}

/** Who the citizen is comes first; types that the vocabulary lacks come last. */
function rankOf({ vct }: StoredCredential): number {
  const id = findDocumentTypeId(vct);
  return id ? documentTypeIds.indexOf(id) : documentTypeIds.length;
}
