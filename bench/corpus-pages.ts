import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, normalize } from 'node:path';
import * as z from 'zod/mini';
import { type PageSnapshot, pageSnapshot } from '../extension/src/core/autofill/snapshot.ts';
import { type PanelDriver, withPanel } from './panel-driver.ts';

/** A page of a corpus as the content script read it, and the handles that each `data-fid` has there. */
export type CorpusPage = {
  readonly page: string;
  readonly snapshot: PageSnapshot;
  readonly handles: ReadonlyMap<string, readonly number[]>;
};

/** Reads pages of a corpus in real Chromium with the built extension, served from an origin of the demo's trust list. */
export function readCorpusPages(corpus: string, pages: readonly string[]): Promise<CorpusPage[]> {
  const serve = (port: number) => servePages(corpus, port);
  return withPanel(serve, async ({ panel, origin }) => {
    const read: CorpusPage[] = [];
    for (const page of pages) {
      await panel.tab.goto(`${origin}/${page.split('/').map(encodeURIComponent).join('/')}`, { waitUntil: 'domcontentloaded' });
      await markFields(panel);
      await panel.readData();
      read.push({ page, ...takeMarks(z.parse(pageSnapshot, await panel.readSnapshot())) });
    }
    return read;
  });
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
 * Writes each `data-fid` into the class of its control, which the content script reads: which elements it takes for controls is its own affair. Radio buttons
 * are read as one question, so that each bears the marks of all its fellows.
 */
async function markFields({ tab }: PanelDriver): Promise<void> {
  await tab.evaluate(() => {
    const marked = [...document.querySelectorAll<HTMLElement>('[data-fid]')];
    const isRadio = (element: Element): element is HTMLInputElement =>
      element instanceof HTMLInputElement && element.type === 'radio' && element.name !== '';
    const listFids = (control: Element) => {
      const fellows = isRadio(control) ? marked.filter((other) => isRadio(other) && isFellow(control, other)) : [control];
      return fellows.map((fellow) => fellow.getAttribute('data-fid') ?? '');
    };
    const isFellow = (one: HTMLInputElement, other: HTMLInputElement) => one.name === other.name && one.form === other.form;
    const controls = [...new Set([...marked, ...document.querySelectorAll('input[type=radio]')])];
    const marks = controls.map((control) => `fid-${listFids(control).join('-')}`);
    for (const [place, control] of controls.entries())
      control.setAttribute('class', `${marks[place]} ${control.getAttribute('class') ?? ''}`);
  });
}

/** The snapshot without those marks, and the handles that each of them has. */
function takeMarks(snapshot: PageSnapshot): Pick<CorpusPage, 'snapshot' | 'handles'> {
  const handles = new Map<string, number[]>();
  const fields = snapshot.fields.map((field) => {
    const [mark = '', ...classes] = field.classes.split(' ');
    if (!mark.startsWith('fid-')) return field;
    for (const fid of mark.split('-').slice(1)) handles.set(fid, [...(handles.get(fid) ?? []), field.handle]);
    return { ...field, classes: classes.join(' ') };
  });
  return { snapshot: { ...snapshot, fields }, handles };
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
