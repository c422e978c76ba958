import * as z from 'zod/mini';
import type { PagePort } from '../core/autofill/page-port.ts';
import type { HeldValue } from '../core/autofill/plan/fill-plan.ts';
import { pageSnapshot } from '../core/autofill/snapshot.ts';
import type { SiteDescription } from '../core/consent/describe-site.ts';
import { readCertifiedChildren } from '../core/family/certified-children.ts';
import type { FormMapKeeper } from '../core/form-maps/form-map-keeper.ts';
import type { WalletRecords } from '../core/records/wallet-records.ts';
import { createFillHandlers } from '../features/fill/background.ts';
import { sendToContent } from '../messaging/send.ts';
import { listFrames } from '../platform/tab-frames.ts';
import { askFrame } from './ask-frame.ts';

type Context = {
  readonly records: WalletRecords;
  readonly readHeld: () => Promise<readonly HeldValue[]>;
  readonly describeSite: (tabId: number) => Promise<SiteDescription>;
  readonly describeOrigin: (origin: string) => Promise<SiteDescription>;
  readonly formMaps: FormMapKeeper;
  readonly nowMs: () => number;
};

/** Hands filling the browser's tabs, and the ledger in which each fill is a release. */
export function createFillFeature({ records, readHeld, describeSite, describeOrigin, formMaps, nowMs }: Context) {
  const newId = () => crypto.randomUUID();
  return createFillHandlers({
    page: pagePort,
    describeSite,
    describeOrigin,
    readHeld,
    readFamily: async () => (await records.family.list()).items,
    readChildren: () => readCertifiedChildren({ records, nowMs }),
    learned: {
      list: async () => (await records.learned.list()).items,
      put: (answer) => records.commit([records.learned.put(answer)]),
      remove: (ids) => records.commit(ids.map((id) => records.learned.remove(id))),
    },
    findFormMap: (origin) => formMaps.find(origin),
    ledger: {
      put: (release) => records.commit([records.releases.put(release)]),
      remove: (id) => records.commit([records.releases.remove(id)]),
    },
    nowMs,
    newId,
  });
}

const pagePort: PagePort = {
  listFrames,
  // It comes from beside a page that may be hostile: read it as such.
  snapshot: async (tabId, documentId) => z.parse(pageSnapshot, await askFrame(tabId, documentId, 'fill/snapshot')),
  write: (tabId, documentId, order) => sendToContent({ tabId, documentId }, 'fill/write', order),
  undo: (tabId, documentId) => sendToContent({ tabId, documentId }, 'fill/undo', {}),
  wait: (tabId, documentId, seen) => sendToContent({ tabId, documentId }, 'fill/wait', seen),
};
