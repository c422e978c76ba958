import type { WalletBrowser } from '@daricheh/e2e/browser';
import * as z from 'zod/mini';

const event = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  /** Time and processor time, in microseconds. */
  dur: z.optional(z.number()),
  tdur: z.optional(z.number()),
  args: z.optional(
    z.looseObject({
      worldName: z.optional(z.string()),
      fileName: z.optional(z.string()),
      data: z.optional(z.looseObject({ url: z.optional(z.string()) })),
    }),
  ),
});
type TraceEvent = z.infer<typeof event>;

const categories = ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'];

/** What Chromium's own trace says of a stretch of time, in milliseconds of processor time of the page's thread. */
export type ScriptTime = {
  /** Our scripts: compiling and running them, with the style and layout that they asked for. */
  readonly ownMs: number;
  /** All that is in the trace: reading the page, its style, layout and painting, and ours. */
  readonly allMs: number;
};

/**
 * Runs `act` under Chromium's trace. The page must run no script of its own; whoever drives the browser may run scripts in it only before and after. Ours are
 * told by where they come from and, once they listen, by the world that bears our name: the page's counters (`Performance.getMetrics`) tell neither.
 */
export async function traceScripts({ context, origin }: WalletBrowser, act: () => Promise<unknown>): Promise<ScriptTime> {
  const browser = context.browser();
  if (!browser) throw new Error('The browser has gone.');
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...z.parse(z.array(z.unknown()), value).flatMap(readEvent)));
  const traceConfig = { includedCategories: categories, excludedCategories: ['*'] };
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  await act();
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return sumTimes(events, `${origin}/page-`);
}

function readEvent(value: unknown): TraceEvent[] {
  const { success, data } = z.safeParse(event, value);
  return success && data.ph === 'X' ? [data] : [];
}

function sumTimes(events: readonly TraceEvent[], scripts: string): ScriptTime {
  const isOwn = ({ args }: TraceEvent) =>
    args?.worldName === worldName || args?.fileName?.startsWith(scripts) === true || args?.data?.url?.startsWith(scripts) === true;
  const own = events.filter(isOwn);
  const [first] = own;
  const ofThread = events.filter(({ pid, tid }) => pid === first?.pid && tid === first.tid);
  return { ownMs: sumOutermost(own.filter(({ pid, tid }) => pid === first?.pid && tid === first.tid)), allMs: sumOutermost(ofThread) };
}

/** The extension's name, which Chromium gives to the world of its scripts in a page. */
const worldName = 'Daricheh';

/** What stands within another is in its time already. */
function sumOutermost(events: readonly TraceEvent[]): number {
  let end = Number.NEGATIVE_INFINITY;
  let microseconds = 0;
  for (const { ts, dur = 0, tdur } of [...events].sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    if (ts < end) continue;
    if (tdur === undefined) throw new Error('This Chromium’s trace holds no processor time.');
    end = ts + dur;
    microseconds += tdur;
  }
  return microseconds / 1000;
}
