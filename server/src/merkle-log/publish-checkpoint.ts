import { encodeBase64Url } from '@daricheh/shared/encoding';
import { issueCheckpoint } from '@daricheh/shared/log';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';

/** How long a checkpoint is served while nothing is added: its time says that the log stood so then. */
const remakeAfterMs = 60_000;

/** A checkpoint's compact JWS, and the size of the tree that it speaks of. */
export type PublishedCheckpoint = { readonly size: number; readonly checkpoint: string };

/** The checkpoint of the agency's log as it is now. */
export type PublishCheckpoint = (agency: Agency) => Promise<PublishedCheckpoint>;

/** Signs a checkpoint when the log has grown or the last one is a minute old, and no more often, however many ask. */
export function createCheckpointPublisher({ store, now }: Pick<Deps, 'store' | 'now'>): PublishCheckpoint {
  const last = new Map<string, PublishedCheckpoint & { readonly at: number }>();
  return async (agency) => {
    const { size, root } = await store.log.readHead(agency.id);
    const at = now().getTime();
    const made = last.get(agency.id);
    if (made?.size === size && at >= made.at && at < made.at + remakeAfterMs) return made;
    const { certificate, sign } = agency.seal;
    const content = { type: 'daricheh.log-checkpoint.v1', origin: agency.origin, size, root: encodeBase64Url(root) } as const;
    const checkpoint = await issueCheckpoint({ ...content, issuedAt: now().toISOString() }, { x5c: [certificate], sign });
    last.set(agency.id, { at, size, checkpoint });
    return { size, checkpoint };
  };
}
