import type { CallServer } from './server-client.ts';

/** The wallet's script as the server beside the site publishes it: where it is, and the digest that the browser holds it to. */
export type Kit = { readonly src: string; readonly integrity: string };

const minuteMs = 60_000;

/** Asks the server once a minute at most; undefined while it does not answer: the pages are then without the script, and their forms post as ever. */
export function createKitFinder({ callServer, now }: { readonly callServer: CallServer; readonly now: () => Date }) {
  let known: { readonly kit: Kit; readonly atMs: number } | undefined;
  return async (): Promise<Kit | undefined> => {
    const atMs = now().getTime();
    if (known !== undefined && Math.abs(atMs - known.atMs) < minuteMs) return known.kit;
    const answer = await callServer({ method: 'GET', path: '/daricheh/kit.json' });
    const kit = answer.kind === 'answered' && answer.status === 200 ? readKit(answer.json) : undefined;
    known = kit && { kit, atMs };
    return kit;
  };
}

function readKit(json: unknown): Kit | undefined {
  if (typeof json !== 'object' || json === null || !('src' in json) || !('integrity' in json)) return undefined;
  const { src, integrity } = json;
  return typeof src === 'string' && typeof integrity === 'string' ? { src, integrity } : undefined;
}
