import { existsSync, readFileSync } from 'node:fs';
import { type DemoAgency, demoAgencies } from '@daricheh/agencies/agencies';
import * as z from 'zod/mini';
import { buildOrigin, findDemoFolder, listPlaces, lookAlikeHost } from './places.ts';
import { findServerPort } from './server-configs.ts';

export type LoadedAgency = {
  readonly id: DemoAgency['id'];
  readonly host: string;
  readonly origin: string;
  readonly name: DemoAgency['name'];
  readonly level: DemoAgency['level'];
  readonly apiKey: string;
  /** Opens the enrolment of the first administrator, once. */
  readonly enrolmentCode: string;
  readonly enrolmentUrl: string;
  readonly sealCertPem: string;
};

/** The demo as its files tell it: addresses, secrets of the agencies, and what each process starts from. */
export type Demo = {
  readonly folder: string;
  readonly ports: { readonly sites: number; readonly server: number; readonly registry: number };
  readonly agencies: Readonly<Record<DemoAgency['id'], LoadedAgency>>;
  readonly lookAlikeOrigin: string;
  readonly extensionId: string;
  /** Origin and, in Chromium, RP id of the wallet. */
  readonly walletOrigin: string;
  readonly rootPem: string;
  /** Compact JWS. */
  readonly trustList: string;
  readonly serverConfigFile: string;
  readonly registryConfigFile: string;
  readonly dataFolder: string;
};

const madeFile = z.object({ port: z.number() });

/** Reads what `makeDemo` made. @throws Error when nothing was made in `folder`. */
export function loadDemo(folder: string = findDemoFolder()): Demo {
  const places = listPlaces(folder);
  if (!existsSync(places.made)) throw new Error(`There is no demo in ${folder}: run "node scripts/make-demo.ts" first.`);
  const { port } = madeFile.parse(JSON.parse(readFileSync(places.made, 'utf8')));
  const extensionId = readLine(places.extensionId);
  return {
    folder,
    ports: { sites: port, server: findServerPort('server', port), registry: findServerPort('registry', port) },
    agencies: loadAgencies(folder, port),
    lookAlikeOrigin: buildOrigin(lookAlikeHost, port),
    extensionId,
    walletOrigin: `chrome-extension://${extensionId}`,
    rootPem: readFileSync(places.rootCert, 'utf8'),
    trustList: readLine(places.trustList),
    serverConfigFile: places.serverConfig,
    registryConfigFile: places.registryConfig,
    dataFolder: places.data,
  };
}

function loadAgencies(folder: string, port: number): Demo['agencies'] {
  const load = (id: DemoAgency['id']): LoadedAgency => loadAgency(id, folder, port);
  return {
    'civil-registry': load('civil-registry'),
    tax: load('tax'),
    passport: load('passport'),
    transport: load('transport'),
    municipality: load('municipality'),
    licence: load('licence'),
    residents: load('residents'),
    university: load('university'),
    companies: load('companies'),
    gallery: load('gallery'),
  };
}

function loadAgency(id: DemoAgency['id'], folder: string, port: number): LoadedAgency {
  const agency = demoAgencies.find((entry) => entry.id === id);
  if (!agency) throw new Error(`No agency hands itself in as ${id}.`);
  const { host, name, level } = agency;
  const files = listPlaces(folder).agency(id);
  const origin = buildOrigin(host, port);
  const enrolmentCode = readLine(files.enrolmentCode);
  return {
    id,
    host,
    origin,
    name,
    level,
    apiKey: readLine(files.apiKey),
    enrolmentCode,
    enrolmentUrl: `${origin}/daricheh/caseworker/enrol?code=${enrolmentCode}`,
    sealCertPem: readFileSync(files.sealCert, 'utf8'),
  };
}

function readLine(file: string): string {
  return readFileSync(file, 'utf8').trim();
}
