import { X509Certificate } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import type { Bytes } from '@daricheh/shared/credential';
import type { Agency } from './agencies/agency.ts';
import { readAgency } from './agencies/read-agency.ts';
import { createApp } from './app.ts';
import { createFolderFiles } from './attachments/folder-files.ts';
import { sweepAttachments } from './attachments/sweep-attachments.ts';
import { type Config, readConfig } from './config.ts';
import { createVerifyP256, digest, randomBytes, sha256, verifySignature } from './crypto/node-crypto.ts';
import type { Deps } from './deps.ts';
import { eraseOverdue } from './erasure/erase-overdue.ts';
import { fetchBytes } from './http/fetch-bytes.ts';
import { type Listener, listen } from './listen.ts';
import { createJsonLog, createLineWriter, describeError } from './log.ts';
import { createDelivery } from './outbox/deliver-events.ts';
import { recheckStatuses } from './rechecks/recheck-statuses.ts';
import { type Repeated, repeat } from './repeat.ts';
import { sessionLimits } from './sessions/sessions.ts';
import { openStore } from './storage/open-store.ts';
import type { Store } from './storage/store.ts';
import { keepTimeStamps } from './time-stamps/keep-time-stamps.ts';
import { createTrust } from './trust/trust.ts';
import { createFileSource, createUrlSource, type TrustListSource } from './trust/trust-list-source.ts';

const sweepEveryMs = 10 * 60_000;
const recheckEveryMs = 30_000;
const stampEveryMs = 15_000;
const deliverEveryMs = 2000;
const eraseEveryMs = 3_600_000;
/** Idempotency keys are kept for seven days, but for that of whoever signed a form first. */
const keysKeptMs = 7 * 86_400_000;
/** A credential that ended is forgotten after thirty days: nobody asks for its status by then. */
const endedKeptMs = 30 * 86_400_000;

const now = (): Date => new Date();
const lines = createLineWriter((text) => process.stdout.write(text));
process.once('exit', lines.flush);
const log = createJsonLog(lines.write, now);

async function start(): Promise<void> {
  const config = await readConfig(process.env);
  const told = new Set(config.agencies.filter(({ webhook }) => webhook !== undefined).map(({ id }) => id));
  const store = await openStore({ database: config.database, now, told });
  const deps = await readDeps(config, store);
  const trust = createTrust(deps);
  const app = createApp(deps, trust);
  const listener = await listen({ answer: (request, bindings) => app.fetch(request, bindings as object), port: config.port });
  const ports = { ...deps, ...trust };
  const deliverEvents = createDelivery(deps);
  const jobs = [
    repeat(() => sweep(deps), sweepEveryMs),
    repeat((signal) => forEachAgency('recheck failed', deps, ({ id }) => recheckStatuses(id, ports, signal)), recheckEveryMs),
    repeat((signal) => forEachAgency('stamping failed', deps, (agency) => keepTimeStamps(agency, ports, signal)), stampEveryMs),
    repeat((signal) => forEachAgency('delivery failed', deps, (agency) => deliverEvents(agency, signal)), deliverEveryMs),
    repeat((signal) => forEachAgency('erasing failed', deps, (agency) => eraseOverdue(agency, deps, signal)), eraseEveryMs),
  ];
  process.once('SIGTERM', () => void stop(listener, store, jobs));
  process.once('SIGINT', () => void stop(listener, store, jobs));
  log({ level: 'info', event: 'listening', port: listener.port, agencies: config.agencies.length });
}

async function readDeps(config: Config, store: Store): Promise<Deps> {
  return {
    agencies: await Promise.all(config.agencies.map(readAgency)),
    walletOrigins: config.walletOrigins,
    anchors: await Promise.all(config.anchors.map(readCertificate)),
    trustList: await openTrustList(config),
    kit: await readBuilt(config.kitFile, 'kit missing'),
    checkPage: await readBuilt(config.checkPageFile, 'check page missing'),
    trustForwardedFor: config.trustForwardedFor,
    store,
    files: createFolderFiles(config.attachmentsFolder),
    now,
    randomBytes,
    sha256,
    verifyP256: createVerifyP256(),
    ...{ verifySignature, digest },
    fetchBytes,
    log,
  };
}

/** A file that is not there is found out at once; a publisher may be away for a while. */
async function openTrustList({ trustListFile, trustListUrl }: Config): Promise<TrustListSource | null> {
  if (trustListUrl !== undefined) return createUrlSource(trustListUrl, fetchBytes);
  if (trustListFile === undefined) return null;
  await access(trustListFile);
  return createFileSource(trustListFile);
}

async function readCertificate(file: string): Promise<Bytes> {
  return new Uint8Array(new X509Certificate(await readFile(file)).raw);
}

/** What another package builds: the script tag, the page that checks. A server without one serves all else, so that it can run before they are built. */
async function readBuilt(file: string | undefined, event: string): Promise<Bytes | null> {
  if (file === undefined) return null;
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    log({ level: 'warn', event, ...describeError(error) });
    return null;
  }
}

async function sweep(deps: Deps): Promise<void> {
  const { store, agencies } = deps;
  try {
    const records = await store.oneTime.sweep(now());
    const sessions = await store.sessions.sweep(sessionLimits, now());
    const keys = await store.submissions.sweepKeys(new Date(now().getTime() - keysKeptMs));
    let [credentials, attachments] = [0, 0];
    for (const { id } of agencies) attachments += await sweepAttachments(id, deps);
    for (const { id } of agencies) credentials += (await store.issued.sweep(id, new Date(now().getTime() - endedKeptMs))).forgotten;
    log({ level: 'info', event: 'swept', records, sessions, keys, credentials, attachments });
  } catch (error) {
    log({ level: 'warn', event: 'sweep failed', ...describeError(error) });
  }
}

/** Work that is done agency by agency: where it fails at one, the others have their turn all the same. */
async function forEachAgency(event: string, { agencies }: Deps, work: (agency: Agency) => Promise<void>): Promise<void> {
  for (const agency of agencies) {
    await work(agency).catch((error: unknown) => log({ level: 'warn', event, agency: agency.id, ...describeError(error) }));
  }
}

async function stop(listener: Listener, store: Store, jobs: readonly Repeated[]): Promise<void> {
  log({ level: 'info', event: 'stopping' });
  await Promise.all([listener.close(), ...jobs.map((job) => job.stop())]);
  await store.close();
  log({ level: 'info', event: 'stopped' });
}

try {
  await start();
} catch (error) {
  // The operator reads this one: it names files and settings, and no citizen has spoken yet.
  process.stderr.write(`Daricheh could not start. ${error instanceof Error ? error.message : 'Unknown cause.'}\n`);
  process.exitCode = 1;
}
