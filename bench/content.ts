import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { classifyPage } from '../extension/src/core/autofill/classify.ts';
import { type PageSnapshot, pageSnapshot } from '../extension/src/core/autofill/snapshot.ts';
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
 * on loading the same page, on the same thread by the same clock: on a busy machine the ratio says more than the time. Classifying is the worker's
 * work, and measured in Node on the same engine.
 */
export function run(): Promise<BenchReport> {
  return withPanel(serveForms, async (bench) => {
    const { origin, extension } = bench;
    const json = {
      bytes: measureBytes(extension),
      idle: await measureIdle(bench, `${origin}/?`),
      form100: await measureForm(bench, `${origin}/?fields=100`),
      form500: await measureForm(bench, `${origin}/?fields=500`),
      fill100: await measureFill(bench, `${origin}/?fields=100`),
    };
    return { name: 'content: what the wallet costs a page', rows: toRows(json), json };
  });
}

/** Bytes, gzipped, of each script that runs in pages. */
function measureBytes(folder: string): Record<string, number> {
  const files = globSync('page-*.js', { cwd: folder }).sort();
  return Object.fromEntries(files.map((file) => [basename(file, '.js'), gzipSync(readFileSync(join(folder, file)), { level: 9 }).length]));
}

type Idle = { readonly ownMs: number; readonly loadMs: number };

async function measureIdle(bench: PanelBench, url: string): Promise<Idle> {
  return takeMedians(async (round) => {
    const { ownMs, allMs } = await traceLoad(bench, `${url}&round=${round}`);
    return { ownMs, loadMs: allMs - ownMs };
  });
}

type Form = { readonly readMs: number; readonly classifyMs: number; readonly loadMs: number };

async function measureForm(bench: PanelBench, url: string): Promise<Form> {
  return takeMedians(async (round) => {
    const { ownMs: idleMs, allMs } = await traceLoad(bench, `${url}&round=${round}`);
    const snapshot = z.parse(pageSnapshot, await bench.panel.readSnapshot());
    const { ownMs: readMs } = await traceScripts(bench.wallet, () => bench.panel.readSnapshot());
    return { readMs, classifyMs: measureClassify(snapshot), loadMs: allMs - idleMs };
  });
}

function measureClassify(snapshot: PageSnapshot): number {
  const before = process.threadCpuUsage();
  classifyPage(snapshot);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

type Fill = { readonly fillMs: number; readonly loadMs: number };

async function measureFill({ wallet, panel }: PanelBench, url: string): Promise<Fill> {
  return takeMedians(async (round) => {
    const { ownMs: idleMs, allMs } = await traceLoad({ wallet, panel }, `${url}&fill=${round}`);
    const { mark, fields } = z.parse(pageSnapshot, await panel.readSnapshot());
    const writes = fields.map(({ handle }) => ({ kind: 'text', handle, texts: [`مقدار ${handle}`] }));
    let answer: unknown;
    const { ownMs: fillMs } = await traceScripts(wallet, async () => {
      answer = await panel.askContent('fill/write', { mark, writes });
    });
    const { results } = z.parse(written, answer);
    if (results.length !== 100 || results.some(({ outcome }) => outcome !== 'written')) throw new Error('Not every field was filled.');
    return { fillMs, loadMs: allMs - idleMs };
  });
}

const written = z.object({ kind: z.literal('done'), results: z.array(z.object({ outcome: z.string() })) });

/** Our script is put in when the page is idle, which may be after its load. */
async function traceLoad({ wallet, panel: { tab } }: Pick<PanelBench, 'wallet' | 'panel'>, url: string): Promise<ScriptTime> {
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
    toTimeRow('100 fields: read and classify', form100.readMs + form100.classifyMs, { aim: 15, loadMs: form100.loadMs }),
    { label: '  of it reading, in the page', value: form100.readMs, unit: 'ms' },
    toTimeRow('500 fields: read and classify', form500.readMs + form500.classifyMs, { aim: 50, loadMs: form500.loadMs }),
    { label: '  of it reading, in the page', value: form500.readMs, unit: 'ms' },
    toTimeRow('100 fields: look once more, fill, check', fill100.fillMs, { aim: 50, loadMs: fill100.loadMs }),
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

function toTimeRow(label: string, value: number, { aim, loadMs }: { readonly aim: number; readonly loadMs: number }): BenchRow {
  const share = `${(value / loadMs).toFixed(2)} of the ${loadMs.toFixed(1)} ms in which Chromium loads the page`;
  return { label, value, unit: 'ms', versus: `aim: ${aim}; ${share}` };
}
