import { setTimeout as wait } from 'node:timers/promises';
import { encodeLogEntry } from '@daricheh/shared/log';
import { appendLeaf, computeFrontierRoot, emptyFrontier, hashLeaf } from '@daricheh/shared/merkle';
import { type SubmissionEnvelope, submissionAnswer } from '@daricheh/shared/submission';
import type { Random } from '@daricheh/shared/testing';
import { sha256 } from '../crypto/node-crypto.ts';
import { openStore } from '../storage/open-store.ts';
import type { Store } from '../storage/store.ts';
import { type EventSink, openEventSink } from './event-sink.ts';
import { openStatusList } from './open-status-list.ts';
import { createTestServer, type TestServer } from './test-server.ts';
import { createTestSigner, type TestSigner } from './test-signer.ts';

const writers = 20;
/** Submissions of one round: two for each writer. */
export const sentPerKill = 2 * writers;

/** What became of everything that was sent to a server that was killed again and again. */
export type KillFigures = {
  readonly kills: number;
  /** Signed submissions, each of them another; each was sent until it was answered. */
  readonly sent: number;
  /** Those that were answered before a kill, and those that a kill cut off. */
  readonly acknowledged: number;
  readonly cutOff: number;
  /** Acknowledged, and after the kill not there, or answered otherwise. */
  readonly lost: number;
  /** Cases beyond one for each submission, or short of it. */
  readonly surplus: number;
  /** True when the agency's log, built anew from its entries, ends in the root that it names, with a receipt for each submission. */
  readonly isLogWhole: boolean;
  /** Deeds that the agency's own system was not told of, or told of under more than one id. */
  readonly eventsLost: number;
  readonly eventsTwice: number;
};

type Sent = { readonly key: string; readonly envelope: SubmissionEnvelope };

/**
 * Kills the server `kills` times while twenty writers hand in signed submissions, each time after another number of
 * answers, starts it again over the same database, and sends everything again under its key.
 */
export async function huntByKills(database: string, { kills, random }: { kills: number; random: Random }): Promise<KillFigures> {
  await openStatusList(database);
  const sink = await openEventSink();
  const server = await createTestServer({ webhookUrl: sink.url });
  try {
    await server.start(database);
    const signer = await createTestSigner({ ...server, clock: liveClock, origin: server.originOf('tax') });
    const rounds: RoundFigures[] = [];
    for (let round = 0; round < kills; round++) rounds.push(await killOnce(server, signer, { database, round, random }));
    // What it had not told yet stays in the outbox, where nobody else reaches for it now.
    await server.stop('SIGKILL');
    const cases = rounds.flatMap((each) => each.cases);
    return {
      kills,
      sent: cases.length,
      acknowledged: sum(rounds.map((each) => each.acknowledged)),
      cutOff: sum(rounds.map((each) => each.cutOff)),
      lost: sum(rounds.map((each) => each.lost)),
      ...(await checkStore(database, cases.length)),
      ...(await checkEvents(sink, database, cases)),
    };
  } finally {
    await server.stop('SIGKILL');
    await server.removeFiles();
    await sink.close();
  }
}

const liveClock = {
  get now(): Date {
    return new Date();
  },
};

type RoundFigures = Pick<KillFigures, 'acknowledged' | 'cutOff' | 'lost'> & { readonly cases: readonly string[] };

async function killOnce(
  server: TestServer,
  signer: TestSigner,
  { database, round, random }: { database: string; round: number; random: Random },
): Promise<RoundFigures> {
  const all = await Promise.all(
    Array.from({ length: sentPerKill }, async (_, at) => ({
      key: `round-${round}-number-${at}`,
      envelope: await signer.sign(),
    })),
  );
  const answers = await sendUntilKilled(server, signer, { all, killAfter: random(all.length), pause: random(20) });
  await server.start(database);
  const again = await sendAgain(signer, { all, answers });
  return { acknowledged: answers.size, cutOff: all.length - answers.size, ...again };
}

/** Sends everything once more. @returns its cases, and how many were acknowledged before and are not there, or are answered otherwise */
async function sendAgain(
  signer: TestSigner,
  { all, answers }: { all: readonly Sent[]; answers: ReadonlyMap<string, string> },
): Promise<Pick<RoundFigures, 'lost' | 'cases'>> {
  const waiting = [...all];
  const cases: string[] = [];
  let lost = 0;
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const again = await submitUntilAnswered(signer, next);
      const [text, before] = [await again.text(), answers.get(next.key)];
      if (before !== undefined && (again.status !== 200 || text !== before)) lost++;
      cases.push(submissionAnswer.parse(JSON.parse(text)).caseUri);
    }
  };
  await Promise.all(Array.from({ length: writers }, work));
  return { lost, cases };
}

/** The answers that came before the end, by key. The kill falls `pause` ms after `killAfter` answers, with others under way. */
async function sendUntilKilled(
  server: TestServer,
  signer: TestSigner,
  { all, killAfter, pause }: { all: readonly Sent[]; killAfter: number; pause: number },
): Promise<ReadonlyMap<string, string>> {
  const waiting = [...all];
  const answers = new Map<string, string>();
  let killed: Promise<unknown> | undefined;
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const answer = await submitIfAlive(signer, next);
      if (answer !== null) answers.set(next.key, answer);
      if (answers.size >= killAfter) killed ??= wait(pause).then(() => server.stop('SIGKILL'));
    }
  };
  await Promise.all(Array.from({ length: writers }, work));
  await killed;
  return answers;
}

/** "Not now", which a busy machine says of a database that lets it wait for too long, acknowledges nothing: the sender comes again. */
const notNow = 503;

async function submitUntilAnswered(signer: TestSigner, sent: Sent): Promise<Response> {
  for (;;) {
    const response = await signer.submit(sent.envelope, sent.key);
    if (response.status !== notNow) return response;
    await response.text();
    await wait(100);
  }
}

/** The answer to a submission; null when the connection ended without one. */
async function submitIfAlive(signer: TestSigner, sent: Sent): Promise<string | null> {
  let response: Response;
  try {
    response = await submitUntilAnswered(signer, sent);
  } catch {
    // Reset or refused: the process is gone, which is what is tried here.
    return null;
  }
  const text = await response.text();
  // 200 where it came again after a "not now", and had been taken all the same.
  if (response.status !== 201 && response.status !== 200) throw new Error(`A submission was answered with ${response.status}.`);
  return text;
}

async function checkStore(database: string, sent: number): Promise<Pick<KillFigures, 'surplus' | 'isLogWhole'>> {
  const store = await openStore({ database, now: () => new Date() });
  const cases = await store.cases.list({ agency: 'tax', states: ['received'], limit: 1_000_000 });
  const isLogWhole = await checkLog(store, sent);
  await store.close();
  return { surplus: cases.length - sent, isLogWhole };
}

/** What the sink was told over all kills, with what still waits to be told. */
async function checkEvents(
  sink: EventSink,
  database: string,
  cases: readonly string[],
): Promise<Pick<KillFigures, 'eventsLost' | 'eventsTwice'>> {
  const store = await openStore({ database, now: () => new Date() });
  await sink.drain(store);
  await store.close();
  const numbers = cases.map((uri) => uri.slice(uri.lastIndexOf('/') + 1));
  const counts = numbers.flatMap((number) => ['submission.received', 'receipt.issued'].map((type) => sink.countIds(number, type)));
  return { eventsLost: counts.filter((count) => count === 0).length, eventsTwice: counts.filter((count) => count > 1).length };
}

async function checkLog({ log }: Store, sent: number): Promise<boolean> {
  const head = await log.readHead('tax');
  const entries = await log.list({ agency: 'tax', start: 0, count: 1_000_000 });
  let frontier = emptyFrontier;
  for (const entry of entries) ({ frontier } = await appendLeaf(frontier, await hashLeaf(encodeLogEntry(entry), sha256), sha256));
  const root = await computeFrontierRoot(frontier, sha256);
  const receipts = entries.filter(({ kind }) => kind === 'receipt').length;
  return head.size === entries.length && Buffer.compare(head.root, root) === 0 && receipts === sent;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
