import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildExtension, buildKit } from '@daricheh/scripts/build';
import { makeDemo } from '@daricheh/scripts/demo';
import { measureProtocol } from './protocol-size.ts';
import type { BenchReport, BenchRow } from './report.ts';

const root = join(import.meta.dirname, '..');

/** Bytes, gzipped, of what a browser loads: the scripts that run in pages, the worker, all scripts and styles of the extension's pages, and the kit. */
export async function run(): Promise<BenchReport> {
  const { folder: demoFolder } = await makeDemo();
  const { folder } = await buildExtension(demoFolder);
  await buildKit();
  const sizes = {
    content: sumGzip(folder, 'page-*.js'),
    worker: sumGzip(folder, 'background.js'),
    pages: sumGzip(folder, '{chunks,assets}/**/*.{js,css}'),
    fonts: sumBytes(folder, '**/*.woff2'),
    kit: sumGzip(join(root, 'kit/dist'), 'kit.js'),
    ...(await measureProtocol()),
  };
  const rows: BenchRow[] = Object.entries(sizes).map(([label, bytes]) => ({
    label: describe[label] ?? label,
    value: bytes / 1000,
    unit: 'kB',
  }));
  return { name: 'size: gzipped, fonts as they are', rows, json: sizes };
}

const describe: Readonly<Record<string, string>> = {
  content: 'scripts in pages',
  worker: 'background worker',
  pages: 'pages of the extension, all of them',
  fonts: 'fonts',
  kit: 'kit (agencies’ script tag)',
  protocol: 'of the worker: protocol (SD-JWT, OpenID4VP, OpenID4VCI, DCQL, JOSE; aim 35)',
  mdoc: 'of the worker: mdoc',
};

function sumGzip(folder: string, pattern: string): number {
  return globSync(pattern, { cwd: folder }).reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);
}

function sumBytes(folder: string, pattern: string): number {
  return globSync(pattern, { cwd: folder }).reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0);
}
