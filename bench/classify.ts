import * as z from 'zod/mini';
import { classifyPage } from '../extension/src/core/autofill/classify.ts';
import { pageSnapshot } from '../extension/src/core/autofill/snapshot.ts';
import { serveForms } from './long-form.ts';
import { quantileOf } from './measure.ts';
import { type PanelDriver, withPanel } from './panel-driver.ts';
import type { BenchReport, BenchRow } from './report.ts';
import { drawExamples } from './train/draw-examples.ts';
import type { Example } from './train/examples.ts';
import { fitOptions } from './train/fit.ts';
import { type HeldOut, measureHeldOut } from './train/held-out.ts';

const sizes = [100, 500] as const;
const rounds = 25;

const heldOutForms = 600;
const heldOutSeed = 1405;
const heldOutRounds = 80;

/**
 * How far what was learned holds where it was not learned: for each way of writing forms and each language, F1 on drawn forms of it, learned without them. And the
 * time to say what each field of a long form asks, at the median: classifying alone, in Node, with the words in memory; and in Chromium what the citizen waits
 * for, the page read by the content script, carried to the worker, checked, classified and planned.
 */
export async function run(args: readonly string[]): Promise<BenchReport> {
  const heldOut = measureParts();
  const rows = heldOut.flatMap(describePart);
  const json = { heldOut };
  if (args.includes('--held-out')) return { name: 'classify: held-out parts', rows, json };
  const timed = await measureTimes();
  return { name: 'classify: held-out parts, and a long form', rows: [...rows, ...timed.rows], json: { ...json, ...timed.json } };
}

function measureParts(): HeldOut[] {
  const examples = drawExamples(heldOutForms, heldOutSeed);
  const options = { ...fitOptions, rounds: heldOutRounds };
  const parts: readonly ((example: Example) => string)[] = [({ style }) => style, ({ language }) => language];
  return parts.flatMap((partOf) => measureHeldOut(examples, partOf, options));
}

function describePart({ part, seen, heldOut, unlearned }: HeldOut): BenchRow {
  const versus = `seen ${seen.toFixed(3)}, nothing learned ${unlearned.toFixed(3)}`;
  return { label: `held out: ${part}`, value: heldOut, unit: 'F1', versus };
}

function measureTimes(): Promise<Pick<BenchReport, 'rows' | 'json'>> {
  return withPanel(serveForms, async ({ panel, origin }) => {
    const measured = [];
    for (const size of sizes) measured.push({ size, ...(await measure(panel, `${origin}/?fields=${size}`)) });
    const rows: BenchRow[] = measured.flatMap(({ size, classifyMs, lookMs }) => [
      { label: `${size} fields: classify`, value: classifyMs, unit: 'ms' },
      { label: `${size} fields: read, carry, classify, plan`, value: lookMs, unit: 'ms' },
    ]);
    return { rows, json: Object.fromEntries(measured.map(({ size, ...figures }) => [size, figures])) };
  });
}

async function measure(panel: PanelDriver, url: string): Promise<{ readonly classifyMs: number; readonly lookMs: number }> {
  await panel.tab.goto(url);
  await panel.readData();
  const snapshot = z.parse(pageSnapshot, await panel.readSnapshot());
  const lookMs = await medianOf(() => panel.readData());
  const classifyMs = await medianOf(async () => classifyPage(snapshot));
  return { classifyMs, lookMs };
}

async function medianOf(act: () => Promise<unknown>): Promise<number> {
  const samples: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await act();
    samples.push(performance.now() - start);
  }
  return quantileOf(samples, 0.5);
}
