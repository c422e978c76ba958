import * as z from 'zod/mini';
import { uploadSnapshot } from '../core/attachments/upload-field.ts';
import type { SiteDescription } from '../core/consent/describe-site.ts';
import type { DocumentView } from '../core/consent/document-view.ts';
import type { WalletRecords } from '../core/records/wallet-records.ts';
import { createAttachHandlers } from '../features/attach/background.ts';
import { sendToContent } from '../messaging/send.ts';
import { listFrames } from '../platform/tab-frames.ts';
import { askFrame } from './ask-frame.ts';

type Context = {
  readonly records: WalletRecords;
  readonly listDocuments: () => Promise<readonly DocumentView[]>;
  readonly describeSite: (tabId: number) => Promise<SiteDescription>;
  readonly nowMs: () => number;
};

/** Hands attachments the browser's tabs, and the ledger in which each is a release. */
export function createAttachFeature({ records, listDocuments, describeSite, nowMs }: Context) {
  return createAttachHandlers({
    page: {
      listFrames,
      // It comes from beside a page that may be hostile: read it as such.
      snapshot: async (tabId, documentId) => z.parse(uploadSnapshot, await askFrame(tabId, documentId, 'attach/snapshot')),
      put: (tabId, documentId, order) => sendToContent({ tabId, documentId }, 'attach/put', order),
      undo: (tabId, documentId) => sendToContent({ tabId, documentId }, 'attach/undo', {}),
    },
    describeSite,
    listDocuments,
    ledger: {
      put: (release) => records.commit([records.releases.put(release)]),
      remove: (id) => records.commit([records.releases.remove(id)]),
    },
    nowMs,
    newId: () => crypto.randomUUID(),
  });
}
