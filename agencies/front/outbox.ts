import { randomInt } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallServer } from './server-client.ts';

/** Answers of a form that the wallet did not sign, in the form's own words. */
export type PlainSubmission = {
  readonly formTitle: string;
  readonly answers: readonly { readonly label: string; readonly value: string }[];
};

export type Handed =
  | { readonly kind: 'registered'; readonly caseNumber: string; readonly dueAt: string }
  /** The server could not take it; it lies here and is handed over again later. */
  | { readonly kind: 'kept'; readonly reference: string };

/**
 * Hands plain submissions to the server, and keeps on disk what it could not hand over. Each carries its reference as
 * an idempotency key, so that one handed over twice becomes one case.
 */
export type Outbox = {
  readonly hand: (submission: PlainSubmission) => Promise<Handed>;
  /** Tries all that is kept once more; tells how many remain. */
  readonly flush: () => Promise<number>;
};

type Register = { readonly callServer: CallServer; readonly apiKey: string };

/** Hands one plain submission to the server, under `reference` as its idempotency key. Keeps nothing. */
export async function registerPlainly(deps: Register, reference: string, submission: PlainSubmission): Promise<Handed> {
  const answer = await deps.callServer({
    method: 'POST',
    path: '/daricheh/plain-submissions',
    json: submission,
    bearer: deps.apiKey,
    idempotencyKey: reference,
  });
  const registered = answer.kind === 'answered' && answer.status < 300 ? readRegistered(answer.json) : undefined;
  return registered ?? { kind: 'kept', reference };
}

export function createOutbox(deps: Register & { readonly folder: string }): Outbox {
  const fileOf = (reference: string) => join(deps.folder, `${reference}.json`);
  return {
    hand: async (submission) => {
      const reference = makeReference();
      mkdirSync(deps.folder, { recursive: true });
      writeWhole(fileOf(reference), JSON.stringify(submission));
      const handed = await registerPlainly(deps, reference, submission);
      if (handed.kind === 'registered') rmSync(fileOf(reference), { force: true });
      return handed;
    },
    flush: async () => {
      const kept = listKept(deps.folder);
      let remaining = kept.length;
      for (const reference of kept) {
        const handed = await registerPlainly(deps, reference, JSON.parse(readFileSync(fileOf(reference), 'utf8')));
        if (handed.kind === 'kept') continue;
        rmSync(fileOf(reference), { force: true });
        remaining--;
      }
      return remaining;
    },
  };
}

function listKept(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : []));
}

/** Written beside and moved, so that a crash leaves no half file. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.part`, text, { mode: 0o600 });
  renameSync(`${file}.part`, file);
}

/** Ten letters and digits that are hard to confuse. */
export function makeReference(): string {
  return Array.from({ length: 10 }, () => '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'.charAt(randomInt(32))).join('');
}

function readRegistered(json: unknown): Handed | undefined {
  if (typeof json !== 'object' || json === null || !('caseNumber' in json) || !('dueAt' in json)) return undefined;
  const { caseNumber, dueAt } = json;
  return typeof caseNumber === 'string' && typeof dueAt === 'string' ? { kind: 'registered', caseNumber, dueAt } : undefined;
}
