import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createSite as createRegistry } from './civil-registry/site.ts';
import { createSite as createCompanies } from './companies/site.ts';
import type { CounterDeps } from './counter/counter-options.ts';
import { createRegister } from './counter/register.ts';
import { createOutbox, type Outbox } from './front/outbox.ts';
import { createServerClient } from './front/server-client.ts';
import type { PlainSiteDeps, SiteDeps } from './front/site.ts';
import { type Front, type FrontSite, startFront } from './front/start-front.ts';
import { createSite as createGallery } from './gallery/site.ts';
import { createSite as createLicence } from './licence/site.ts';
import { createSite as createLookAlike } from './look-alike/site.ts';
import { createSite as createMunicipality } from './municipality/site.ts';
import { createSite as createPassport } from './passport/site.ts';
import { createSite as createResidents } from './residents/site.ts';
import { createSite as createTax } from './tax/site.ts';
import { createSite as createTransport } from './transport/site.ts';
import { createSite as createTrustOffice } from './trust-office/site.ts';
import { createSite as createUniversity } from './university/site.ts';

export type AgenciesOptions = {
  /** Port of all sites; each has its own origin, `http://<host>.localhost:<port>`. */
  readonly port: number;
  /** Port of the server whose tenants are all but the civil registry. */
  readonly serverPort: number;
  /** Port of the civil registry's own server. */
  readonly registryPort: number;
  /** Folder with `<agency>/api-key` and `trust-list.jwt`; what could not be registered yet is kept there too. */
  readonly demoFolder: string;
};

const flushIntervalMs = 15_000;

/** Opens every agency's site. Plain submissions that the server could not take are handed over again every 15 seconds. */
export async function startAgencies(options: AgenciesOptions): Promise<Front> {
  const outboxes: Outbox[] = [];
  const originOf = (host: string) => `http://${host}:${options.port}`;
  const depsFor = (agency: string, host: string, serverPort: number): SiteDeps => ({
    origin: originOf(host),
    callServer: createServerClient({ port: serverPort, host: `${host}:${options.port}` }),
    apiKey: readFileSync(join(options.demoFolder, agency, 'api-key'), 'utf8').trim(),
    now: () => new Date(),
  });
  const plainDepsFor = (agency: string, host: string): PlainSiteDeps => {
    const deps = depsFor(agency, host, options.serverPort);
    const outbox = createOutbox({ ...deps, folder: join(options.demoFolder, agency, 'outbox') });
    outboxes.push(outbox);
    return { ...deps, outbox };
  };
  const counterDepsFor = (agency: string, port = options.serverPort): CounterDeps => ({
    ...depsFor(agency, `${agency}.localhost`, port),
    register: createRegister(join(options.demoFolder, 'data', `${agency}-documents.json`)),
  });
  const ownPaths = ['/.well-known/services.jsonld'];
  const { serverPort, registryPort } = options;
  const sites: FrontSite[] = [
    {
      host: 'civil-registry.localhost',
      serverPort: registryPort,
      fetch: createRegistry(counterDepsFor('civil-registry', registryPort)).fetch,
    },
    { host: 'passport.localhost', serverPort, fetch: createPassport(depsFor('passport', 'passport.localhost', serverPort)).fetch },
    { host: 'tax.localhost', serverPort, fetch: createTax(counterDepsFor('tax')).fetch },
    { host: 'transport.localhost', serverPort, ownPaths, fetch: createTransport(plainDepsFor('transport', 'transport.localhost')).fetch },
    {
      host: 'municipality.localhost',
      serverPort,
      ownPaths,
      fetch: createMunicipality(plainDepsFor('municipality', 'municipality.localhost')).fetch,
    },
    { host: 'licence.localhost', serverPort, fetch: createLicence(counterDepsFor('licence')).fetch },
    { host: 'residents.localhost', serverPort, fetch: createResidents(counterDepsFor('residents')).fetch },
    { host: 'university.localhost', serverPort, fetch: createUniversity(counterDepsFor('university')).fetch },
    { host: 'companies.localhost', serverPort, fetch: createCompanies(counterDepsFor('companies')).fetch },
    { host: 'gallery.localhost', fetch: createGallery({ origin: originOf('gallery.localhost') }).fetch },
    { host: 'trust.localhost', fetch: createTrustOffice({ file: join(options.demoFolder, 'trust-list.jwt') }).fetch },
    {
      host: 'tax-gov.localhost',
      fetch: createLookAlike({
        origin: originOf('tax-gov.localhost'),
        callTax: createServerClient({ port: serverPort, host: `tax.localhost:${options.port}` }),
      }).fetch,
    },
  ];
  const front = await startFront({ port: options.port, sites });
  const timer = setInterval(() => void Promise.all(outboxes.map((outbox) => outbox.flush())), flushIntervalMs);
  return {
    port: front.port,
    close: () => {
      clearInterval(timer);
      return front.close();
    },
  };
}

/** The options that the environment gives; ports follow the front's. */
export function readOptions(environment: Readonly<Record<string, string | undefined>>): AgenciesOptions {
  const port = Number(environment['DARICHEH_PORT'] ?? 8470);
  return {
    port,
    serverPort: Number(environment['DARICHEH_SERVER_PORT'] ?? port + 1),
    registryPort: Number(environment['DARICHEH_REGISTRY_PORT'] ?? port + 2),
    demoFolder: resolve(environment['DARICHEH_DEMO_DIR'] ?? join(import.meta.dirname, '..', '.demo')),
  };
}

if (import.meta.main) {
  const front = await startAgencies(readOptions(process.env));
  process.stdout.write(`agencies: http://*.localhost:${front.port}/\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void front.close());
}
