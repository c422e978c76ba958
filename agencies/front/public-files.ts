import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.gif': 'image/gif',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

/** Serves the files of a folder, read once, under `prefix` (such as `/assets/`). Anything else under it is not found. */
export function servePublicFiles(app: Hono, prefix: string, folder: URL): void {
  const path = fileURLToPath(folder);
  const names = readdirSync(path).filter((name) => extname(name) in types);
  const files = new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(path, name)))]));
  app.get(`${prefix}:file`, (context) => {
    const name = context.req.param('file') ?? '';
    const bytes = files.get(name);
    if (bytes === undefined) return context.notFound();
    return context.body(bytes, 200, { 'Content-Type': types[extname(name)] ?? 'application/octet-stream', 'Cache-Control': 'max-age=300' });
  });
}
