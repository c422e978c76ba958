import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { webhookEvent } from '@daricheh/shared/webhook';
import type { Store } from '../storage/store.ts';

/** An agency's own system that takes every event, and remembers under which ids each deed came. */
export type EventSink = {
  readonly url: string;
  /** Takes what is still in the outbox of the tax agency. */
  drain(store: Store): Promise<void>;
  /** Under how many ids each deed of a case was told: by case number and type. */
  countIds(caseNumber: string, type: string): number;
  close(): Promise<void>;
};

/** Opens one on this machine. */
export async function openEventSink(): Promise<EventSink> {
  const ids = new Map<string, Set<string>>();
  const remember = (caseNumber: string, type: string, id: string): void => {
    const key = `${caseNumber} ${type}`;
    ids.set(key, (ids.get(key) ?? new Set()).add(id));
  };
  const server = createServer((request, response) => {
    void text(request).then(
      (body) => {
        const { type, data } = webhookEvent.parse(JSON.parse(body));
        remember(data.caseNumber, type, String(request.headers['webhook-id']));
        response.writeHead(204).end();
      },
      // The sender was killed in the middle of it, and will say it again.
      () => response.destroy(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/events`,
    drain: async ({ outbox }) => {
      const end = new Date(Date.now() + 86_400_000);
      for (let job = await outbox.take('tax', end, end); job !== null; job = await outbox.take('tax', end, end)) {
        remember(job.caseNumber, job.type, job.id);
        await outbox.settle(job);
      }
    },
    countIds: (caseNumber, type) => ids.get(`${caseNumber} ${type}`)?.size ?? 0,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
