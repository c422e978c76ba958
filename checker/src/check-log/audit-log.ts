import type { Sha256 } from '@daricheh/shared/credential';
import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { commitTo, encodeLogEntry, type LogCheckpoint, type LoggedEntry } from '@daricheh/shared/log';
import { appendLeaf, computeFrontierRoot, emptyFrontier, type Frontier, hashLeaf } from '@daricheh/shared/merkle';
import type { AuditResult, Finding } from './findings.ts';

/** Several machines may serve one agency, and their clocks differ by so much at most. */
const clockToleranceSeconds = 5;

/** What opens a commitment. The content is null where the salt is kept and what it belongs to is gone. */
export type Opened = { readonly salt: string; readonly content: string | null };

/** A row as it was read: an entry, with what opens its commitment where that is known; or nothing that could be read as one. */
export type AuditedRow =
  | { readonly line: number; readonly entry: LoggedEntry; readonly opened?: Opened }
  | { readonly line: number; readonly entry: null };

export type Audit = {
  readonly rows: AsyncIterable<AuditedRow> | Iterable<AuditedRow>;
  /** Checkpoints of this log that were kept elsewhere, or that it publishes. */
  readonly checkpoints: readonly Pick<LogCheckpoint, 'size' | 'root'>[];
  /** How many entries the owner's own record says there are; null where nothing says so. */
  readonly claimedSize: number | null;
};

/**
 * Reads a log once from its first entry to its last, in memory that does not grow with it, and says all that is off: each
 * entry's place and date, the root beside it, what it committed to, and each checkpoint. Roots are compared up to the
 * first that is wrong, since none after it can be right.
 */
export async function auditLog({ rows, checkpoints, claimedSize }: Audit, sha256: Sha256): Promise<AuditResult> {
  const reader = new LogReader(checkpoints, sha256);
  for await (const row of rows) await reader.read(row);
  return reader.finish(claimedSize);
}

class LogReader {
  private readonly findings: Finding[] = [];
  /** Root of the kept checkpoints, by their size. */
  private readonly kept = new Map<number, string>();
  private readonly sha256: Sha256;
  private frontier: Frontier = emptyFrontier;
  private next = 0;
  private lastAt = 0;
  private isWhole = true;
  /** How many entries that hold were erased, by the day. */
  private readonly erased = new Map<string, number>();
  /** The largest size at which a checkpoint was found to fit. */
  private fits = 0;

  constructor(checkpoints: Audit['checkpoints'], sha256: Sha256) {
    this.sha256 = sha256;
    for (const { size, root } of checkpoints) {
      const known = this.kept.get(size);
      if (known !== undefined && known !== root) this.findings.push({ kind: 'split-view', size });
      this.kept.set(size, known ?? root);
    }
  }

  async read(row: AuditedRow): Promise<void> {
    if (row.entry === null) return this.breakOff({ kind: 'unreadable', line: row.line });
    const { entry } = row;
    if (entry.index < this.next) return this.breakOff({ kind: 'misplaced', index: entry.index });
    if (entry.index > this.next) this.breakOff({ kind: 'missing', index: this.next, last: entry.index - 1 });
    this.next = entry.index + 1;
    if (entry.at < this.lastAt - clockToleranceSeconds) this.findings.push({ kind: 'clock-back', index: entry.index });
    this.lastAt = entry.at;
    await this.checkContent(entry, row.opened);
    if (this.isWhole) await this.append(entry);
  }

  async finish(claimedSize: number | null): Promise<AuditResult> {
    const longest = Math.max(claimedSize ?? 0, ...this.kept.keys());
    if (longest > this.next) this.findings.push({ kind: 'cut-off', index: this.next, last: longest - 1 });
    const root = encodeBase64Url(await computeFrontierRoot(this.frontier, this.sha256));
    const erased = [...this.erased].map(([on, entries]) => ({ on, entries }));
    return { size: this.next, root, erased, findings: this.findings };
  }

  private async append(entry: LoggedEntry): Promise<void> {
    const { frontier } = await appendLeaf(this.frontier, await hashLeaf(encodeLogEntry(entry), this.sha256), this.sha256);
    const root = encodeBase64Url(await computeFrontierRoot(frontier, this.sha256));
    if (root !== entry.root) return this.breakOff({ kind: 'altered', index: entry.index });
    this.frontier = frontier;
    if (entry.erasedOn !== undefined) this.erased.set(entry.erasedOn, (this.erased.get(entry.erasedOn) ?? 0) + 1);
    const kept = this.kept.get(frontier.size);
    if (kept === root) this.fits = frontier.size;
    else if (kept !== undefined) this.breakOff({ kind: 'rewritten', index: this.fits, last: frontier.size - 1 });
  }

  private async checkContent({ index, commitment }: LoggedEntry, opened?: Opened): Promise<void> {
    if (opened === undefined) return;
    const { salt, content } = opened;
    const is = content === null ? null : await commitTo(encodeUtf8(content), decodeBase64Url(salt), this.sha256);
    if (is !== commitment) this.findings.push({ kind: 'content', index });
  }

  /** From here on no root can be right. */
  private breakOff(finding: Finding): void {
    this.findings.push(finding);
    this.isWhole = false;
  }
}
