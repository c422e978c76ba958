import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const extension = join(import.meta.dirname, '../extension');

/** The doors of the protocol: credentials, presentations, issuance, and what they stand on. */
const doors = ['credential', 'encoding', 'issuance', 'mdoc', 'presentation', 'x509'];
/** What the worker is made of; pages and scripts in pages carry none of it. */
const worker = 'src/{core,platform,wiring,features/*}/**/*.ts';
const elsewhere = /[.]test[.]ts$|\/testing\/|\/(page|content|bridge)\//;

/** What is no protocol, and what is loaded apart. */
const groups = [
  { name: 'mdoc', test: /shared\/src\/(mdoc|cbor)\// },
  { name: 'beside', test: /shared\/src\/(vocabulary|trust|submission|catalogue)\// },
];

export type ProtocolSize = { readonly protocol: number; readonly mdoc: number };

/**
 * Gzipped bytes of the wallet's protocol code, minified: exactly the names that the worker imports from the doors of
 * `shared`, with all that they pull in, zod included. The vocabulary and the trust list, which they know, are no protocol;
 * mdoc is counted apart.
 */
export async function measureProtocol(): Promise<ProtocolSize> {
  const virtual = 'virtual:protocol';
  const result = await build({
    root: extension,
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'protocol',
        resolveId: (id) => (id === virtual ? join(extension, 'protocol.js') : null),
        load: (id) => (id === join(extension, 'protocol.js') ? writeEntry() : null),
      },
    ],
    build: {
      write: false,
      target: 'esnext',
      minify: true,
      rolldownOptions: {
        input: virtual,
        preserveEntrySignatures: 'allow-extension',
        output: { codeSplitting: { includeDependenciesRecursively: false, groups } },
      },
    },
  });
  const files = [result].flat().flatMap((built) => ('output' in built ? built.output : []));
  const sum = (name: string) =>
    files.reduce((total, file) => (file.type === 'chunk' && file.name === name ? total + sizeOf(file.code) : total), 0);
  return { protocol: sum('protocol'), mdoc: sum('mdoc') };
}

function sizeOf(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}

function writeEntry(): string {
  const sources = globSync(worker, { cwd: extension })
    .filter((file) => !elsewhere.test(file))
    .map((file) => readFileSync(join(extension, file), 'utf8'));
  return doors.map((door) => `export { ${[...listImports(sources, door)].join(', ')} } from '@daricheh/shared/${door}';`).join('\n');
}

/** The values, not the types, that any of the sources imports from a door. */
function listImports(sources: readonly string[], door: string): ReadonlySet<string> {
  const statement = new RegExp(`import \\{([^}]*)\\} from '@daricheh/shared/${door}'`, 'g');
  const names = sources.flatMap((source) => [...source.matchAll(statement)].flatMap(([, list = '']) => list.split(',')));
  return new Set(names.map((name) => name.trim()).filter((name) => name !== '' && !name.startsWith('type ')));
}
