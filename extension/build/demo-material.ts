import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the demo pins into its build of the extension. Each part is left out where its file is missing. */
export type DemoMaterial = {
  /** DER of each root certificate, base64url. */
  readonly roots: readonly string[];
  /** The signed trust list, a compact JWS. */
  readonly trustList: string | null;
  /** SPKI in base64: it fixes the extension's id, and with it the RP id of every passkey. */
  readonly manifestKey: string | undefined;
};

/** The demo's certificates, trust list and manifest key, from `directory` (default: `.demo` beside the packages). */
export function readDemoMaterial(directory: string | undefined): DemoMaterial {
  const folder = directory ?? join(import.meta.dirname, '../../.demo');
  const read = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').trim() : undefined);
  return {
    roots: [...(read('root.pem') ?? '').matchAll(/-----BEGIN CERTIFICATE-----([\s\S]+?)-----END CERTIFICATE-----/g)].map(([, body]) =>
      Buffer.from(body ?? '', 'base64').toString('base64url'),
    ),
    trustList: read('trust-list.jwt') ?? null,
    manifestKey: read('extension/manifest-key'),
  };
}
