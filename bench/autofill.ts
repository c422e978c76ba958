import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, normalize } from 'node:path';
import { launchWallet } from '@daricheh/e2e/browser';
import { buildExtension } from '@daricheh/scripts/build';
import { findDemoFolder, loadDemo, makeDemo } from '@daricheh/scripts/demo';
import { drivePanel, type PanelDriver } from './panel-driver.ts';
import type { BenchReport } from './report.ts';

/** One labelled field of a corpus: its page, a path below the corpus, and its `data-fid`. */
type Labelled = { readonly page: string; readonly field: string };
type Prediction = Labelled & { readonly token: string };

/**
 * What the wallet takes each labelled field of a corpus for, in real Chromium with the built extension: one JSON line a field, `{page, field, token}`, in
 * `--out`, for the corpus's own scorer. A field that nobody sees is never filled, but named here all the same: the measure is what it asks. Pages are
 * served from an origin of the demo's trust list.
 */
export async function run(args: readonly string[]): Promise<BenchReport> {
  const corpus = readFlag(args, '--corpus');
  const out = readFlag(args, '--out');
  const labelled = readFileSync(join(corpus, 'labels.jsonl'), 'utf8').split('\n').filter(Boolean).map(readLabel);
  await makeDemo();
  const demo = loadDemo(findDemoFolder());
  const { folder: extension } = await buildExtension(demo.folder);
  const server = await servePages(corpus, demo.ports.sites);
  const wallet = await launchWallet({ extension });
  try {
    const { origin } = demo.agencies.municipality;
    const started = performance.now();
    const predictions = await predictAll(await drivePanel(wallet, origin), origin, labelled);
    writeFileSync(out, predictions.map((line) => `${JSON.stringify(line)}\n`).join(''));
    return describe(predictions, performance.now() - started);
  } finally {
    await wallet.close();
    server.close();
  }
}

function readFlag(args: readonly string[], name: string): string {
  const value = args[args.indexOf(name) + 1];
  if (!args.includes(name) || value === undefined)
    throw new Error(`autofill needs ${name}: --corpus <folder with labels.jsonl> --out <predictions.jsonl>`);
  return value;
}

function readLabel(line: string): Labelled {
  const { page, selector } = JSON.parse(line) as { page: string; selector: string };
  return { page, field: /"(\d+)"/.exec(selector)?.[1] ?? '' };
}

async function predictAll(panel: PanelDriver, origin: string, labelled: readonly Labelled[]): Promise<Prediction[]> {
  const predictions: Prediction[] = [];
  for (const [page, fields] of Map.groupBy(labelled, (label) => label.page)) {
    await panel.tab.goto(`${origin}/${page.split('/').map(encodeURIComponent).join('/')}`, { waitUntil: 'domcontentloaded' });
    const data = await panel.readData();
    const handles = await listHandles(panel);
    for (const { field } of fields)
      predictions.push({
        page,
        field,
        token: tokenOf(
          handles
            .get(field)
            ?.map((handle) => data.get(handle))
            .find(Boolean),
        ),
      });
  }
  return predictions;
}

/**
 * The handles of each `data-fid`: a control's place among all that the content script reads, in reading order. A radio button is read as part of its group,
 * so that its handles are those of all its fellows.
 */
async function listHandles({ tab }: PanelDriver): Promise<ReadonlyMap<string, readonly number[]>> {
  const read = await tab.evaluate(() => {
    const others = new Set(['submit', 'button', 'reset', 'image', 'file', 'color', 'range']);
    const silent =
      'button, script, style, template, noscript, svg, option, object, iframe, canvas, video, audio, head, datalist, dialog:not([open])';
    let hidden = 0;
    const controls = [
      ...document.querySelectorAll<HTMLInputElement>('input, select, textarea, [contenteditable]:not([contenteditable=false])'),
    ].filter((control) => {
      if (control.parentElement?.closest(`${silent}, [contenteditable]:not([contenteditable=false])`)) return false;
      if (control.tagName === 'INPUT' && control.type === 'hidden') hidden += 1;
      return control.tagName !== 'INPUT' || (!others.has(control.type) && (control.type !== 'hidden' || hidden <= 50));
    });
    return controls.map((control, handle) => {
      const isRadio = control.tagName === 'INPUT' && control.type === 'radio' && control.name !== '';
      const group = isRadio
        ? controls.flatMap((other, place) =>
            other.type === 'radio' && other.name === control.name && other.form === control.form ? [place] : [],
          )
        : [handle];
      return { fid: control.getAttribute('data-fid') ?? '', group };
    });
  });
  return new Map(read.map(({ fid, group }) => [fid, group]));
}

/** Data that the tokens of corpora do not tell apart. */
const tokens: Readonly<Record<string, string>> = {
  'tel-home': 'tel',
  'given-name-latin': 'given-name',
  'family-name-latin': 'family-name',
  'name-latin': 'name',
  'father-name-latin': 'father-name',
  'passport-issue-date': 'document-issue-date',
  'passport-expiry-date': 'document-expiry-date',
  'age-over-18': 'none',
  photo: 'none',
};

function tokenOf(datum: string | undefined): string {
  return datum === undefined ? 'none' : (tokens[datum] ?? datum);
}

/** Pages as they lie in the folder, and nothing outside it. */
async function servePages(folder: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    response.setHeader('content-type', 'text/html; charset=utf-8');
    try {
      response.end(path.endsWith('.html') ? readFileSync(join(folder, path)) : '<!doctype html><title>-</title>');
    } catch {
      // A label of a page that is not there: the page is empty, its fields count as none.
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

function describe(predictions: readonly Prediction[], ms: number): BenchReport {
  const pages = new Set(predictions.map(({ page }) => page)).size;
  const named = predictions.filter(({ token }) => token !== 'none').length;
  return {
    name: 'autofill: what each labelled field is taken for',
    rows: [
      { label: 'pages', value: pages, unit: '' },
      { label: 'labelled fields', value: predictions.length, unit: '' },
      { label: 'taken for a datum of the citizen’s', value: named, unit: '' },
      { label: 'per page, loading included', value: ms / pages, unit: 'ms' },
    ],
    json: { pages, fields: predictions.length, named, msPerPage: ms / pages },
  };
}
