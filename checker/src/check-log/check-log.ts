import { basename } from 'node:path';
import { AppError } from '@daricheh/shared/errors';
import type { LogCheckpoint } from '@daricheh/shared/log';
import { sha256 } from '../node-crypto.ts';
import { type Text, tellFinding } from '../text/text.ts';
import type { ExitCode, World } from '../world.ts';
import { auditLog } from './audit-log.ts';
import type { Finding } from './findings.ts';
import { createCheckpointReader, type ReadCheckpoint } from './read-checkpoint.ts';
import { type LogSource, listAgencies, readFromAgency, readFromLines, readFromSqlite } from './sources.ts';

export type CheckLogCall = {
  /** Address of an agency, or a file. */
  readonly source: string;
  /** Files of kept checkpoints. */
  readonly checkpoints: readonly string[];
  /** Files of root certificates (PEM). */
  readonly roots: readonly string[];
  readonly agency: string | null;
};

/** A text that holds a checkpoint, under the name by which the report speaks of it. */
type NamedText = { readonly name: string; readonly text: string };
type NamedCheckpoint = LogCheckpoint & { readonly name: string };

/** Checks a log, and writes the report: what was read, what is off, and what could not be seen. */
export async function checkLog(call: CheckLogCall, world: World, text: Text): Promise<ExitCode> {
  const origin = /^https?:/.test(call.source) ? new URL(call.source).origin : null;
  const pems = await Promise.all(call.roots.map((file) => world.readText(file)));
  const readCheckpoint = createCheckpointReader(pems.length === 0 ? null : pems.join('\n'));
  const texts = await Promise.all(call.checkpoints.map(async (file) => ({ name: basename(file), text: await world.readText(file) })));
  // Asked for before the entries: a log that grows meanwhile is no shorter than it says.
  if (origin !== null) texts.push(await readPublished(origin, world));
  const { opened, findings } = await openAll(texts, origin, readCheckpoint);
  const source = chooseSource(call, origin, world);
  if (Array.isArray(source)) {
    world.write(text.chooseAgency(source));
    return 2;
  }
  const audit = await auditLog({ ...source, checkpoints: opened }, sha256);
  for (const checkpoint of opened) world.write(text.checkpoint(checkpoint));
  world.write(text.size(audit.size));
  world.write(text.root(audit.root));
  for (const erased of audit.erased) world.write(text.erased(erased));
  if (opened.length > 0 && call.roots.length === 0) world.write(text.noRoot);
  if (call.checkpoints.length === 0) world.write(text.noCheckpoint);
  const all = [...findings, ...audit.findings];
  for (const finding of all) world.write(tellFinding(text, finding));
  world.write(all.length === 0 ? text.holds : text.off(all.length));
  return all.length === 0 ? 0 : 1;
}

async function readPublished(origin: string, { getJson }: World): Promise<NamedText> {
  const address = `${origin}/daricheh/log/checkpoint`;
  return { name: address, text: JSON.stringify(await getJson(address)) };
}

/** All must be of one log: that of the address, else that of the first. */
async function openAll(texts: readonly NamedText[], origin: string | null, readCheckpoint: ReadCheckpoint) {
  const opened: NamedCheckpoint[] = [];
  const findings: Finding[] = [];
  for (const { name, text } of texts) {
    try {
      opened.push({ name, ...(await readCheckpoint(text, origin ?? opened[0]?.origin ?? null)) });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      findings.push({ kind: 'seal', name, what: String(error.facts['what'] ?? error.code) });
    }
  }
  return { opened, findings };
}

/** The source, or the agencies among which the caller must choose. */
function chooseSource({ source, agency }: CheckLogCall, origin: string | null, { getJson }: World): LogSource | string[] {
  if (origin !== null) return readFromAgency(origin, getJson);
  if (!/\.(db|sqlite3?)$/.test(source)) return readFromLines(source);
  const agencies = listAgencies(source);
  const chosen = agency ?? (agencies.length === 1 ? agencies[0] : undefined);
  return chosen === undefined ? [...agencies] : readFromSqlite(source, chosen);
}
