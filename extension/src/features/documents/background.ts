import type { CheckStatus } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import type { DocumentView } from '../../core/consent/document-view.ts';
import { rankType } from '../../core/consent/rank-type.ts';
import { describeDocument } from '../../core/credentials/describe-document.ts';
import { openStored, viewClaims } from '../../core/credentials/open-copy.ts';
import { removeDocument } from '../../core/credentials/receive/keep-received.ts';
import type { ReceivePorts } from '../../core/credentials/receive/open-issuance.ts';
import { renewDocument } from '../../core/credentials/receive/renew-document.ts';
import { tellIssuers } from '../../core/credentials/receive/tell-issuers.ts';
import { refreshStanding } from '../../core/credentials/refresh-standing.ts';
import type { StoredCredential } from '../../core/credentials/stored-credential.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';

type DocumentPorts = ReceivePorts & { readonly checkStatus: () => Promise<CheckStatus> };

/** The documents in the wallet: shown, checked anew, removed with their keys. */
export function createDocumentHandlers(ports: DocumentPorts): FeatureHandlers<'documents'> {
  const { records, checkStatus, nowMs } = ports;

  async function describe(stored: StoredCredential): Promise<DocumentView> {
    const { items: releases } = await records.releases.list();
    return describeDocument(stored, { claims: viewClaims(stored, (await openStored(stored)).claims), releases }, nowMs());
  }

  async function require(id: string): Promise<StoredCredential> {
    const stored = await records.credentials.find(id);
    if (!stored) throw new AppError('not_found', { what: 'document' });
    return stored;
  }

  return {
    'documents/list': async () => {
      const { items, damaged } = await records.credentials.list();
      const newestFirst = items.sort((a, b) => rankType(a.vct) - rankType(b.vct) || b.receivedAtMs - a.receivedAtMs);
      return { documents: await Promise.all(newestFirst.map(describe)), damaged };
    },
    'documents/refresh': async ({ id }) => {
      const isKnown = await refreshStanding(await require(id), { records, nowMs, checkStatus: await checkStatus() });
      if (!isKnown) throw new AppError('status_list_unreachable');
      return describe(await require(id));
    },
    'documents/renew': async ({ id }) => {
      const isRenewed = await renewDocument(id, ports);
      await tellIssuers(ports);
      return isRenewed;
    },
    'documents/acknowledge': async ({ id }) => {
      await records.credentials.revise(id, (found) => ({ ...found, stopped: found.stopped && { ...found.stopped, isSeen: true } }));
      return null;
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
