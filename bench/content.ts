import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { classifyPage } from '../extension/src/core/autofill/classify.ts';
import { type PageSnapshot, pageSnapshot } from '../extension/src/core/autofill/snapshot.ts';
import { addFloor, type Floor, openFloor } from './content-floor.ts';
import { serveForms } from './long-form.ts';
import { quantileOf } from './measure.ts';
import { type PanelBench, withPanel } from './panel-driver.ts';
import type { BenchReport, BenchRow } from './report.ts';
import { type ScriptTime, traceScripts } from './script-clock.ts';

const rounds = 9;
/** What runs in every page of an enabled site, before anybody asks for anything and before any form is found. The other scripts come when they are asked for. */
const always: readonly string[] = ['page-content', 'page-bridge'];

/**
 * What the wallet costs the pages of a site on which it is on: bytes of its scripts; processor time in a page without a form; time to read and classify forms of
 * 100 and 500 fields, and to fill one of 100. In real Chromium with the built extension, at the median. Beside each stands what Chromium spends in the same run
 * on loading the same page, on the same thread by the same clock: on a busy machine the ratio says more than the time. Beside what runs in every page, and
 * beside filling, stands a floor of the same rounds, by scripts that do the least. Classifying is the worker's work, and measured in Node on the same engine.
 */
export function run(): Promise<BenchReport> {
  const measure = async (bench: PanelBench): Promise<BenchReport> => {
    const { origin, extension } = bench;
    const floor = await openFloor(bench.wallet, bench.otherOrigin);
    const json = {
      bytes: measureBytes(extension),
      idle: await measureIdle(bench, floor),
      form100: await measureForm(bench, `${origin}/?fields=100`),
      form500: await measureForm(bench, `${origin}/?fields=500`),
      fill100: await measureFill(bench, floor),
    };
    return { name: 'content: what the wallet costs a page', rows: toRows(json), json };
  };
  return withPanel(serveForms, measure, { addTo: addFloor });
}

/** Bytes, gzipped, of each script that runs in pages. */
function measureBytes(folder: string): Record<string, number> {
  const files = globSync('page-*.js', { cwd: folder }).sort();
  return Object.fromEntries(files.map((file) => [basename(file, '.js'), gzipSync(readFileSync(join(folder, file)), { level: 9 }).length]));
}

type Idle = { readonly ownMs: number; readonly loadMs: number; readonly floorMs: number };

async function measureIdle({ wallet, panel, origin }: PanelBench, floor: Floor): Promise<Idle> {
  return takeMedians(async (round) => {
    const { ownMs, allMs } = await traceLoad({ wallet, tab: panel.tab }, `${origin}/?round=${round}`);
    const { ownMs: floorMs } = await traceLoad({ wallet, tab: floor.tab }, `${floor.origin}/?round=${round}`);
    return { ownMs, loadMs: allMs - ownMs, floorMs };
  });
}

type Form = { readonly readMs: number; readonly classifyMs: number; readonly loadMs: number };

async function measureForm({ wallet, panel }: PanelBench, url: string): Promise<Form> {
  return takeMedians(async (round) => {
    const { ownMs: idleMs, allMs } = await traceLoad({ wallet, tab: panel.tab }, `${url}&round=${round}`);
    const snapshot = z.parse(pageSnapshot, await panel.readSnapshot());
    const { ownMs: readMs } = await traceScripts(wallet, () => panel.readSnapshot());
    return { readMs, classifyMs: measureClassify(snapshot), loadMs: allMs - idleMs };
  });
}

function measureClassify(snapshot: PageSnapshot): number {
  const before = process.threadCpuUsage();
  classifyPage(snapshot);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

type Fill = {
  readonly fillMs: number;
  readonly loadMs: number;
  /** The same values by a script that does the least: with one look at each box before it is written into, and without. */
  readonly lookingFloorMs: number;
  readonly blindFloorMs: number;
};

async function measureFill({ wallet, panel, origin }: PanelBench, floor: Floor): Promise<Fill> {
  return takeMedians(async (round) => {
    const { ownMs: idleMs, allMs } = await traceLoad({ wallet, tab: panel.tab }, `${origin}/?fields=100&fill=${round}`);
    const { mark, fields } = z.parse(pageSnapshot, await panel.readSnapshot());
    const writes = fields.map(({ handle }) => ({ kind: 'text', handle, texts: [`مقدار ${handle}`] }));
    let answer: unknown;
    const { ownMs: fillMs } = await traceScripts(wallet, async () => {
      answer = await panel.askContent('fill/write', { mark, writes });
    });
    const { results } = z.parse(written, answer);
    if (results.length !== 100 || results.some(({ outcome }) => outcome !== 'written')) throw new Error('Not every field was filled.');
    const lookingFloorMs = await measureFloorFill({ wallet, floor }, { round, looks: true });
    const blindFloorMs = await measureFloorFill({ wallet, floor }, { round, looks: false });
    return { fillMs, loadMs: allMs - idleMs, lookingFloorMs, blindFloorMs };
  });
}

async function measureFloorFill(
  { wallet, floor }: { readonly wallet: PanelBench['wallet']; readonly floor: Floor },
  { round, looks }: { readonly round: number; readonly looks: boolean },
): Promise<number> {
  await traceLoad({ wallet, tab: floor.tab }, `${floor.origin}/?fields=100&fill=${round}&looks=${looks}`);
  let count: unknown;
  const { ownMs } = await traceScripts(wallet, async () => {
    count = await floor.write({ looks });
  });
  if (count !== 100) throw new Error('The floor did not fill every field.');
  return ownMs;
}

const written = z.object({ kind: z.literal('done'), results: z.array(z.object({ outcome: z.string() })) });

/** Our script is put in when the page is idle, which may be after its load. */
async function traceLoad({ wallet, tab }: Pick<PanelBench, 'wallet'> & Pick<Floor, 'tab'>, url: string): Promise<ScriptTime> {
  return traceScripts(wallet, async () => {
    await tab.goto(url, { waitUntil: 'load' });
    await tab.waitForTimeout(300);
  });
}

/** The median of each figure over all rounds. */
async function takeMedians<Figures extends Readonly<Record<string, number>>>(
  measure: (round: number) => Promise<Figures>,
): Promise<Figures> {
  const samples: Figures[] = [];
  for (let round = 0; round < rounds; round++) samples.push(await measure(round));
  const medians = Object.keys(samples[0] ?? {}).map((name) => [
    name,
    quantileOf(
      samples.map((sample) => sample[name] ?? Number.NaN),
      0.5,
    ),
  ]);
  return Object.fromEntries(medians) as Figures;
}

type Figures = {
  readonly bytes: Readonly<Record<string, number>>;
  readonly idle: Idle;
  readonly form100: Form;
  readonly form500: Form;
  readonly fill100: Fill;
};

function toRows({ bytes, idle, form100, form500, fill100 }: Figures): BenchRow[] {
  return [
    ...toByteRows(bytes),
    toTimeRow('page without a form', idle.ownMs, { aim: 2, loadMs: idle.loadMs }),
    toFloorRow('floor: two scripts that do nothing but listen', idle.floorMs, idle.ownMs),
    toTimeRow('100 fields: read and classify', form100.readMs + form100.classifyMs, { aim: 15, loadMs: form100.loadMs }),
    { label: '  of it reading, in the page', value: form100.readMs, unit: 'ms' },
    toTimeRow('500 fields: read and classify', form500.readMs + form500.classifyMs, { aim: 50, loadMs: form500.loadMs }),
    { label: '  of it reading, in the page', value: form500.readMs, unit: 'ms' },
    toTimeRow('100 fields: look once more, fill, check', fill100.fillMs, { aim: 50, loadMs: fill100.loadMs }),
    toFloorRow('floor: set with the same events, one look at each', fill100.lookingFloorMs, fill100.fillMs),
    toFloorRow('floor: set with the same events, no look', fill100.blindFloorMs, fill100.fillMs),
  ];
}

function toByteRows(bytes: Readonly<Record<string, number>>): BenchRow[] {
  const before = always.reduce((sum, name) => sum + (bytes[name] ?? Number.NaN), 0);
  const later = Object.entries(bytes).filter(([name]) => !always.includes(name));
  return [
    { label: 'scripts before anything is found, gzipped', value: before / 1000, unit: 'kB', versus: 'aim: 20' },
    ...later.map(([name, size]) => ({ label: `  later, when it is asked for: ${name}`, value: size / 1000, unit: 'kB' })),
  ];
}

/** What is left of `ownMs` beyond the floor is ours. */
function toFloorRow(label: string, floorMs: number, ownMs: number): BenchRow {
  return { label: `  ${label}`, value: floorMs, unit: 'ms', versus: `ours is ${(ownMs / floorMs).toFixed(2)} of it` };
}

function toTimeRow(label: string, value: number, { aim, loadMs }: { readonly aim: number; readonly loadMs: number }): BenchRow {
  const share = `${(value / loadMs).toFixed(2)} of the ${loadMs.toFixed(1)} ms in which Chromium loads the page`;
  return { label, value, unit: 'ms', versus: `aim: ${aim}; ${share}` };
}
