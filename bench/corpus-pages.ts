import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, normalize } from 'node:path';
import { launchWallet } from '@daricheh/e2e/browser';
import { buildExtension } from '@daricheh/scripts/build';
import { findDemoFolder, loadDemo, makeDemo } from '@daricheh/scripts/demo';
import * as z from 'zod/mini';
import { type PageSnapshot, pageSnapshot } from '../extension/src/core/autofill/snapshot.ts';
import { drivePanel, type PanelDriver } from './panel-driver.ts';

/** A page of a corpus as the content script read it, and the handles that each `data-fid` has there. */
export type CorpusPage = {
  readonly page: string;
  readonly snapshot: PageSnapshot;
  readonly handles: ReadonlyMap<string, readonly number[]>;
};

/** Reads pages of a corpus in real Chromium with the built extension, served from an origin of the demo's trust list. */
export async function readCorpusPages(corpus: string, pages: readonly string[]): Promise<CorpusPage[]> {
  await makeDemo();
  const demo = loadDemo(findDemoFolder());
  const { folder: extension } = await buildExtension(demo.folder);
  const server = await servePages(corpus, demo.ports.sites);
  const wallet = await launchWallet({ extension });
  try {
    const { origin } = demo.agencies.municipality;
    const panel = await drivePanel(wallet, origin);
    const read: CorpusPage[] = [];
    for (const page of pages) {
      await panel.tab.goto(`${origin}/${page.split('/').map(encodeURIComponent).join('/')}`, { waitUntil: 'domcontentloaded' });
      await panel.readData();
      read.push({ page, snapshot: z.parse(pageSnapshot, await panel.readSnapshot()), handles: await listHandles(panel) });
    }
    return read;
  } finally {
    await wallet.close();
    server.close();
  }
}

const savedPage = z.object({ page: z.string(), snapshot: pageSnapshot, handles: z.array(z.tuple([z.string(), z.array(z.number())])) });

/** Keeps what was read, one JSON line a page, so that a change of the classifier is measured without a browser. */
export function savePages(file: string, pages: readonly CorpusPage[]): void {
  writeFileSync(file, pages.map(({ handles, ...page }) => `${JSON.stringify({ ...page, handles: [...handles] })}\n`).join(''));
}

/** What `savePages` kept. */
export function loadPages(file: string): CorpusPage[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => z.parse(savedPage, JSON.parse(line)))
    .map(({ handles, ...page }) => ({ ...page, handles: new Map(handles) }));
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
